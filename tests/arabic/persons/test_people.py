"""Persons that no gazetteer knows, their titles and actors, sides and places named after people."""

from __future__ import annotations

import pytest

from extract.arabic.document import annotate
from extract.arabic.persons.same_office import is_any
from extract.arabic.persons.words import unclitic, unpossessed
from extract.lexicon import Lexicon
from tests.arabic.persons.reading import people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال رئيس وزراء سنغافورة لورنس تانغ أمس", ("لورنس تانغ", "prime minister", "SG")),
        ("أمير قطر القضايا الإقليمية", (None, "emir", "QA")),
        ("وزير الدولة للشؤون الخارجية الإسباني دييغو مورالخو", ("دييغو مورالخو", "minister of state for foreign affairs", "ES")),
        ("المستشارة الألمانية غريتا هوفمان", ("غريتا هوفمان", "chancellor", "DE")),
        ("ناقشت قطر الملف، ومثلها مبعوثها الدائم سيف بن مقدم البوعينين", ("سيف بن مقدم البوعينين", "special envoy", "QA")),
        ("حضر من الجانب الفرنسي معالي وزير الاقتصاد السيد برونو لافال", ("برونو لافال", "economy minister", "FR")),
        ("العقيد ناصر بن عيد الدوسري", ("ناصر بن عيد الدوسري", None, None)),
        ("عبد الله بن علي القرشي", None),
        ("وقع الاتفاقية، بيتينا توتشي بارتسو، مساعدة الأمين العام للأمم المتحدة", ("بيتينا توتشي بارتسو", "assistant secretary general", "UN")),
        ("المهندس عادل المغربي، مدير الشركة", ("عادل المغربي", "director", None)),
        ("والقائمة بأعمال مساعد وزير الدفاع أليسا سلوتر", ("أليسا سلوتر", "acting assistant defence minister", None)),
        ("المشرف العام على مركز الملك سلمان للإغاثة عبد الله الربيعة", ("عبد الله الربيعة", "supervisor general of KSrelief", "SA")),
        ("قائد القيادة المركزية الأمريكية الجنرال روي هاندرسن", ("روي هاندرسن", "commander of Central Command", "US")),
        ("استقبله سفير خادم الحرمين الشريفين في القاهرة نايف المطرودي", ("نايف المطرودي", "ambassador", "SA")),
        ("نائب وزير التجارة الصيني وانغ شوفان", ("وانغ شوفان", "deputy commerce minister", "CN")),
        ("وزير الشؤون المغاربية والأفريقية الجزائري مراد بلحاج", ("مراد بلحاج", "minister", "DZ")),
        ("برئاسة كارلوس مونتيرو دياز، وزير الدولة الإسباني لشؤون الهجرة", ("كارلوس مونتيرو دياز", "minister of state for migration", "ES")),
        ("ورئيس شعبة المصالح الأميركية في هافانا", (None, "head", "US")),
        ("ورئيس هيئة الأركان العامة السعودي الفريق أول ركن فهد البنعلي", ("فهد البنعلي", "chief of general staff", "SA")),
        ("مع المبعوث الخاص للأمين العام للأمم المتحدة ماركو توليني في جنيف", ("ماركو توليني", "special envoy", "UN")),
        ("بحث عز الدين الأصمعي، وزير المياه اليمني، مع نظيره", ("عز الدين الأصمعي", "water minister", "YE")),
        ("رئيس مجلس الشيوخ (الغرفة) التشيلي دييغو مورالخو", ("دييغو مورالخو", "president of the senate", "CL")),
        ("نائب رئيس الوزراء وزير الخارجية وشؤون المغتربين الأردني كنعان الصويلح", ("كنعان الصويلح", "deputy prime minister", "JO")),
        ("وفد سمو ولي العهد معالي وزير العدل الدكتور غازي المقدم", ("غازي المقدم", "justice minister", None)),
        ("وصل معه وزير التعدين، سلطان بن راشد المقدم، أمس", ("سلطان بن راشد المقدم", "minister", None)),
        ("حضر وزير العدل الدكتور غازي بن سعد بن فهد الوزير المرافق", ("غازي بن سعد بن فهد", "justice minister", None)),
        ("محافظ عدن طارق الحمداني", ("طارق الحمداني", "governor", "YE")),
        ("وزير الدفاع الهولندي يان فان دايك", ("يان فان دايك", "defence minister", "NL")),
        ("حضر من جانب غانا، وزير الصحة مامادو كوليبالي", ("مامادو كوليبالي", "health minister", "GH")),
        ("رئيس جمهورية كوريا الديمقراطية الشعبية", (None, "president", "KP")),
        ("زيارة سمو الأمير فهد بن نايف ولي العهد للمغرب", ("فهد بن نايف", "crown prince", None)),
        ("لم تكن محادثات زعيم كوريا الشمالية كيم هونغ-أون مثمرة", ("كيم هونغ أون", "leader", "KP")),
        ("كبار رؤساء الأركان العرب", (None, "chiefs of staff", "LAS")),
        ("رؤساء الشركات المصرية", (None, "heads", "EG")),
        ("وزير النقل الأردني حمدي أبو صقر في عمان", ("حمدي أبو صقر", "transport minister", "JO")),
        ("سفير تونس لدى مملكة البحرين، عبد الكريم مرزيق، بحضور القنصل", ("عبد الكريم مرزيق", "ambassador", "TN")),
        ("ممثل غانا، يوسف سرور، في أكرا", ("يوسف سرور", "representative", "GH")),
        ("الرئيس الراحل ياسر عرفات", ("ياسر عرفات", "late president", "PS")),
        ("قال الملك فيليبي السادس رحمه الله", ("الملك فيليبي السادس", "king", "ES")),
        ("القاضي العربي سامر الحلبي", ("سامر الحلبي", None, None)),
        ("رئيس نقابة الأطباء المصرية سامر الحلبي", ("سامر الحلبي", "head", "نقابة الأطباء المصرية")),
        ("الأمين العام للاتحاد العام التونسي للشغل", (None, "secretary general", "الاتحاد العام التونسي للشغل")),
        ("مدير منطقة الأردن بالبنك الدولي سامر الحلبي", ("سامر الحلبي", "director", "WB")),
        ("مندوب المحافظات الثلاث", (None, "delegate", None)),
        ("ولي عهد الفجيرة سامر الحلبي", ("سامر الحلبي", "crown prince", "AE")),
        ("مدير تعليم الطائف سامر الحلبي", ("سامر الحلبي", "director", None)),
    ],
)  # fmt: skip
def test_a_stranger_is_read(text: str, expected: tuple[str | None, str | None, str | None] | None, lexicon: Lexicon) -> None:
    found = people(text, lexicon)
    assert expected in found if expected else found == []


@pytest.mark.parametrize(
    "text",
    [
        "نقل إلى مستشفى الملك فهد بالهفوف", "على استاد مدينة الملك عبدالله", "مطار رفيق الحريري الدولي", "كما قام الوفد بجولة", "عضو وحيد في حشد",
        "قال تقرير لمجلس الأمن إن كوريا الشمالية أطلقت", "أوضحت رئيسة قسم التوعية الصحية", "الزعيم الجديد فإن ثقله يعتمد", "جامعة الأمير محمد بن فهد",
        "رئيس مدينة الملك عبدالعزيز للعلوم", "مدير شركة تيرنر", "التقى المسؤول الأممي فور وصوله الوفد", "أرسل وزير الدفاع الهولندي برقية تهنئة",
    ],
)  # fmt: skip
def test_what_is_nobodys_name_is_left(text: str, lexicon: Lexicon) -> None:
    assert [p for p in people(text, lexicon) if p[0]] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال الوزير ستيفن كارلوف وترجل عن سيارته", "ستيفن كارلوف"), ("اللواء حمود بن فراج الشهري.", "حمود بن فراج الشهري"),
        ("الدكتور محمد العضايلة، عقب اللقاء", "محمد العضايلة"), ("بفخامة الرئيس عبدالفتاح السيسي -حفظه الله-", "عبدالفتاح السيسي"),
        ("وصل ترامب، وقال وزير الدفاع #محمد_زكي", "محمد زكي"), ("الأمير سلطان بن سلمان بن عبدالعزيز", "سلطان بن سلمان بن عبدالعزيز"),
    ],
)  # fmt: skip
def test_a_name_ends_where_it_ends(text: str, name: str, lexicon: Lexicon) -> None:
    assert name in [p[0] for p in people(text, lexicon)]


def test_ministers_in_a_list_act_each_for_his_state(lexicon: Lexicon) -> None:
    found = people("التقى وزير الخارجية المصري سامح شكري والأردني أيمن الصفدي نظيرهما", lexicon)
    assert {("سامح شكري", "EG"), ("أيمن الصفدي", "JO")} <= {(n, a) for n, _, a in found}


def test_a_counterpart_holds_the_same_office(lexicon: Lexicon) -> None:
    found = people("بحث وزير الدفاع المصري محمد زكي مع نظيره اليوناني ديموس لاسكاريس التعاون", lexicon)
    assert ("ديموس لاسكاريس", "defence minister", "GR") in found


def test_clitics_and_pronouns_come_off() -> None:
    assert "الرييس" in unclitic("وبالرييس")
    assert "الوزير" in unclitic("للوزير")
    assert unpossessed("مبعوثها") == "مبعوث"
    assert unpossessed("وزير") == ""


def test_a_son_is_not_his_father_and_sounds_are_no_arab_names(lexicon: Lexicon) -> None:
    found = annotate("الأمير نايف بن سلمان بن عبدالعزيز، والمهندس محمد علاء", None, None, lexicon).persons
    assert [(p.name_ar, p.person_id) for p in found] == [("نايف بن سلمان بن عبدالعزيز", None), ("محمد علاء", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("حضر اللقاء وزير المالية، وعفيفي عبد الحميد سفير مصر لدى السعودية.", ("عفيفي عبد الحميد", "ambassador", "EG")),
        ("التقى الرئيس أمس، تيان تشو السفير الصيني لدى اليمن.", ("تيان تشو", "ambassador", "CN")),
        ("وصل الجنرال جون سميث المبعوث الخاص للرئيس دونالد ترامب.", ("جون سميث", "special envoy", "US")),
        ("استقبل وزير العدل اليمني السابق، رئيس جمعية الإصلاح القاضي مرشد العرفاني.", ("مرشد العرفاني", None, "YE")),
        ("التقى ولي العهد السعودي محمد بن سلمان وزير الدفاع في جدة أمس الوفد.", ("محمد بن سلمان", "crown prince", "SA")),
    ],
)
def test_who_stands_beside_his_office(text: str, expected: tuple[str, str | None, str], lexicon: Lexicon) -> None:
    found = {(p.name_ar, p.role if expected[1] else None, p.actor_id) for p in annotate(text, None, None, lexicon).persons}
    assert expected in found


@pytest.mark.parametrize(
    "text",
    [
        "زار نائب المستشارة الألمانية ووزير الاقتصاد لوكاس بيترمان طهران.",
        "تحدث ولي عهد البحرين نائب القائد الأعلى للقوات المسلحة الأمير سلمان بن حمد آل خليفة.",
        "تحدث نبيل المرواني، رئيس الوزراء اليمني ووزير المالية.",
        "قال وزير الخارجية اللبناني جورج طنوس إن الوضع مستقر. وأضاف الوزير طنوس أن المباحثات مستمرة.",
    ],
)
def test_two_offices_of_one_person_are_one_chain(text: str, lexicon: Lexicon) -> None:
    assert len({p.chain for p in annotate(text, None, None, lexicon).persons}) == 1


def test_two_offices_of_two_people_are_two_chains(lexicon: Lexicon) -> None:
    text = "التقى الرئيس المصري عبد الفتاح السيسي وزير الخارجية الأردني."
    assert len({p.chain for p in annotate(text, None, None, lexicon).persons}) == 2


def test_a_given_name_with_a_family_name_of_its_own_is_another_man(lexicon: Lexicon) -> None:
    text = "قال وزير الدفاع التركي فلاح مصطفى إن الوضع مستقر، وحضر ومصطفى كمراني."
    assert not [p for p in annotate(text, None, None, lexicon).persons if p.rule == "surname"]


def test_a_ruler_told_in_full_before_takes_no_family_name_from_the_next_word(lexicon: Lexicon) -> None:
    text = "وصل أمير دولة قطر تميم بن حمد آل ثاني. وأكد الشيخ تميم الاتفاق مع الجانب الفنلندي."
    assert {p.name_ar for p in annotate(text, None, None, lexicon).persons if p.kind == "person"} == {"تميم بن حمد آل ثاني"}


@pytest.mark.parametrize(
    ("title", "any_of_them"),
    [("لوزير خارجية أميركي", True), ("لرئيس جيبوتي", False), ("لرئيس هايتي", False), ("لوزير الخارجية المصري", False), ("لحاكم دبي", False)],
)
def test_one_office_holder_out_of_many(title: str, any_of_them: bool, lexicon: Lexicon) -> None:
    person = annotate(f"وتلك أول زيارة {title} إلى الصين.", None, None, lexicon).persons[0]
    assert person.role_ar == title and is_any(person) is any_of_them


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وزراء تجارة بدولة قطر وسلطنة عمان ودولة الكويت", ["QA", "OM", "KW"]),
        ("نواب الرئيس في كل من كينيا وغانا", ["KE", "GH"]),
        ("وزراء خارجية كل من اليابان والهند", ["JP", "IN"]),
        ("نواب الرئيس ومديرو الإدارات", []),
    ],
)
def test_a_group_of_several_states_is_one_group_a_state(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert [p.actor_id for p in annotate(text, None, None, lexicon).persons if p.kind == "collective"] == expected
    assert all(p.kind == "collective" for p in annotate(text, None, None, lexicon).persons)


def test_god_is_nobody(lexicon: Lexicon) -> None:
    text = "زار الشيخ راشد العليمي رحمه الله المدينة. وإن شاء الله يعود الوزير لا سمح الله."
    assert not [p for p in annotate(text, None, None, lexicon).persons if "الله" in (p.name_ar or "")]


def test_a_preposition_is_no_second_name(lexicon: Lexicon) -> None:
    document = annotate("رئيس الوزراء الياباني شينزو آبي. قال الرئيس مون لكيم إن الأمر عاجل ونقل لآبي رسالة.", None, None, lexicon)
    written = [(document.text[p.start : p.end], p.name_ar) for p in document.persons]
    assert ("آبي", "شينزو آبي") in written
    assert ("الرئيس مون", "مون") in written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("التقى بنيامين نتنياهو رئيس الوزراء الإيطالي في روما", [("بنيامين نتنياهو", "IL"), (None, "IT")]),
        ("التقى بنيامين نتنياهو رئيس الوزراء الإسرائيلي وفدا", [("بنيامين نتنياهو", "IL")]),
        ("خطاب (غوردون براون) رئيس وزراء بريطانيا السابق", [("غوردون براون", "GB")]),
        ("التقى بومبيو حين كان لا يزال مدير وكالة المخابرات المركزية الأمريكية", [("بومبيو", "US")]),
    ],
)
def test_an_office_beside_a_name_is_his_where_he_served_that_state(text: str, expected: list[tuple[str | None, str]], lexicon: Lexicon) -> None:
    assert [(p.name_ar, p.actor_id) for p in annotate(text, None, None, lexicon).persons] == expected
