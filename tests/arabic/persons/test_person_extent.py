"""Where a title, a name or a body ends, and whose mention an office without a name is."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.arabic.document import annotate
from extract.lexicon import Lexicon
from tests.arabic.persons.reading import Told, people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("التقى الوالي سفيرة فنلندا بتونس، كاترين هالونن", ("كاترين هالونن", "ambassador", "FI")),
        ("استقبل العمدة السفير الهولندي ببغداد ماركوس هولترز", ("ماركوس هولترز", "ambassador", "NL")),
        ("استقبل الوزير سفير بيرو غير المقيم لدى الدولة جورج كالديرون", ("جورج كالديرون", "ambassador", "PE")),
        ("استقبل الوكيل سفير السويد المعتمد لدى المملكة نيكلاس تروفي", ("نيكلاس تروفي", "ambassador", "SE")),
        ("استقبل الوزير القائم بأعمال السفارة الكندية في الخرطوم فيليب لوزييه", ("فيليب لوزييه", "chargé d'affaires", "CA")),
        ("التقى السفير الإيطالي بوزير الزراعة الليبي", (None, "ambassador", "IT")),
    ],
)  # fmt: skip
def test_where_an_envoy_is_accredited_is_part_of_his_title(text: str, expected: Told, lexicon: Lexicon) -> None:
    assert expected in people(text, lexicon, 2018)


def test_a_style_of_address_begins_the_next_person(lexicon: Lexicon) -> None:
    found = people("استقبل سمو الشيخ حمدان بن محمد آل مكتوم ولي عهد دبي معالي نادر بن سعيد الحلبي، والتقى الشيخ فهد العلي وزير الصحة سعادة سامي الحداد", lexicon, 2018)
    assert [(name, role) for name, role, _ in found] == [
        ("حمدان بن محمد آل مكتوم", "crown prince"), ("نادر بن سعيد الحلبي", None), ("فهد العلي", "health minister"), ("سامي الحداد", None)
    ]  # fmt: skip


def test_an_address_inside_the_title_of_one_person_divides_nothing(lexicon: Lexicon) -> None:
    assert people("حضر وزير الصحة معالي الدكتور نادر الحلبي", lexicon, 2018) == [("نادر الحلبي", "health minister", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("استقبل رئيس الجمهورية ميشال عون وزير الدفاع", [("ميشال عون", "president", "LB"), (None, "defence minister", None)]),
        ("ترأس الملك عبد الله الثاني رئيس الوزراء الاجتماع", [("عبد الله الثاني", "king", "JO"), (None, "prime minister", None)]),
        ("التقى ستافان دي ميستورا الوزير", [("ستافان دي ميستورا", "special envoy", "UN"), (None, "minister", None)]),
    ],
)  # fmt: skip
def test_the_object_behind_a_name_is_another(text: str, expected: list[Told], lexicon: Lexicon) -> None:
    assert people(text, lexicon, 2018) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل نائب المستشارة الألمانية أنجيلا ميركل", (None, "vice chancellor", "DE")),
        ("وصل نائب رئيس الوزراء الإسباني ماريانو راخوي، ثريا كالديرون", ("ثريا كالديرون", "deputy prime minister", "ES")),
        ("أشاد مبعوث الرئيس الأميركي دونالد ترامب إلى التحالف ديفيد كوبرمان", ("ديفيد كوبرمان", "special envoy", "US")),
        ("قال مستشار الرئيس الروسي فلاديمير بوتين للشؤون الأفريقية ميخائيل سوكولوف", ("ميخائيل سوكولوف", "presidential adviser", "RU")),
    ],
)  # fmt: skip
def test_a_chief_is_not_who_serves_him(text: str, expected: Told, lexicon: Lexicon) -> None:
    assert expected in people(text, lexicon, 2018)


def test_a_deputy_under_his_own_name_keeps_it(lexicon: Lexicon) -> None:
    assert people("التقى نائب الرئيس الأميركي جو بايدن الوفد", lexicon, 2014)[0] == ("جو بايدن", "vice president", "US")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال كبير المستشارين الاقتصاديين جاري كوبرمان إن الأمر انتهى", "جاري كوبرمان"),
        ("قال وزير الدفاع الأمريكي جيل كوبرمان إن الأمر انتهى", "جيل كوبرمان"),
        ("قال المبعوث باسم عوض الله إن الأمر انتهى", "باسم عوض الله"),
        ("قال المهندس إبراهيم السلطان إن الأمر انتهى", "إبراهيم السلطان"),
        ("قال الدكتور مصطفى جميل بلعيدوني إن الأمر انتهى", "مصطفى جميل بلعيدوني"),
        ("قال السفير القطري زايد الخيارين إن الأمر انتهى", "زايد الخيارين"),
        ("قال نائب البرلمان النمساوي، ألكسندر نوي، إن الأمر انتهى", "ألكسندر نوي"),
        ("قال نائب رئيس الموظفين في البيت الأبيض، جون هاغينز، إن الأمر انتهى", "جون هاغينز"),
        ("عبر المدير العام لشركة سابك المهندس ماجد بن ناصر البريكان عن رضاه", "ماجد بن ناصر البريكان"),
        ("استقبل عامل إقليم تاونات صالح الداودي الوفد", "صالح الداودي"),
        ("حضر اللقاء نظيره الكوري الشمالي لي يونغ هو.", "لي يونغ هو"),
    ],
)  # fmt: skip
def test_a_name_is_read_whole(text: str, name: str, lexicon: Lexicon) -> None:
    assert name in [p[0] for p in people(text, lexicon, 2018)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل مسؤول روسي كبير إلى المدينة", [(None, "official", "RU")]),
        ("حضر مسؤول كبير في وزارة الخارجية الأميركية", [(None, "official", "US")]),
        ("حضر مسؤولان فرنسيان وقيادي في حركة حماس", [(None, "officials", "FR"), (None, "leader", "حركة حماس")]),
        ("مسؤول عن الملف الإيراني", []),
        ("موقف غير مسؤول من الحكومة", []),
        ("وهو أرفع مسؤول أميركي يصل", []),
        ("مسؤول العلاقات في الأمم المتحدة", []),
    ],
)  # fmt: skip
def test_one_official_is_a_party_and_what_somebody_is_none(text: str, expected: list[Told], lexicon: Lexicon) -> None:
    assert people(text, lexicon, 2018) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("زار الوزير الأردني نادر الحلبي المدرسة مع وزيرة السياحة الأردنية ليلى العلوي. وقال الوزير الأردني إن", "نادر الحلبي"),
        ("قال وزير الخارجية الأردني نادر الحلبي ونائب وزير الخارجية الأردني سامي العلوي. وقال الوزير الأردني إن", "نادر الحلبي"),
        ("قال وزير الخارجية الأردني نادر الحلبي والمتحدث باسم وزارة الخارجية الأردنية سامي العلوي. وقال المسؤول الأردني إن", "نادر الحلبي"),
    ],
)  # fmt: skip
def test_an_office_alone_is_of_who_may_be_called_so(text: str, name: str, lexicon: Lexicon) -> None:
    assert people(text, lexicon, 2018)[-1][0] == name


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("قال الرئيس السابق علي عبدالله صالح كلمة. وقال الأستاذ بالجامعة صالح اليافعي كلمة", 1),
        ("قال اللاعب الدكتور حازم إمام كلمة. ووقف أمام الباب", 1),
        ("قال الزعيم كيم جونغ أون كلمة. وقال الخبير كيم دونغ-يوب كلمة", 1),
        ("قال الرئيس السابق علي عبدالله صالح كلمة. وقال ممثلون لصالح كلمة", 2),
    ],
)  # fmt: skip
def test_a_last_name_may_be_another_mans_or_a_word(text: str, mentions: int, lexicon: Lexicon) -> None:
    found = annotate(text, None, dt.date(2018, 6, 1), lexicon).persons
    assert sum(p.chain == found[0].chain for p in found) == mentions


def test_an_acting_minister_is_told_so(lexicon: Lexicon) -> None:
    assert people("أعلن وزير الخارجية الكندي بالوكالة نادر كوبرمان ذلك", lexicon, 2018) == [("نادر كوبرمان", "acting foreign minister", "CA")]


def test_the_office_of_a_man_is_headed_by_another(lexicon: Lexicon) -> None:
    assert ("كيم جونغ أون", "director", "KP") not in people("قال الزعيم كيم جونغ أون كلمة. ووصل مدير مكتب كيم إلى المدينة", lexicon, 2018)


@pytest.mark.parametrize(("text", "named"), [("السفير هوفمان سيحضر", False), ("السفير مجددا", True), ("السفير الحلبي", True)])
def test_a_title_before_a_stranger_is_not_who_was_told_before(text: str, named: bool, lexicon: Lexicon) -> None:  # noqa: FBT001
    found = annotate("قال السفير الأردني نادر الحلبي إن الأمر انتهى. وقال " + text, None, None, lexicon).persons
    assert (found[1].chain == found[0].chain) is named
