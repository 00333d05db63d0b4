"""Who takes part in a meeting, and who is only told of beside it."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from extract.events import read_article
from extract.events.meetings.parties.speakers import members_of, read_members
from extract.lexicon import Lexicon
from tests.events.reading import meetings

SEEDS = Path(__file__).resolve().parents[3] / "seeds"


def rows(name: str) -> list[dict[str, str]]:
    with (SEEDS / name).open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def test_a_call_has_its_caller_from_the_clause_before(lexicon: Lexicon) -> None:
    (row, who), *_ = meetings("استعرض الملك عبد الله الثاني خلال اتصال أجراه أمس بالرئيس المصري عبد الفتاح السيسي تطورات المنطقة.", lexicon)
    assert row["kind"] == "call" and {"عبد الله الثاني", "عبد الفتاح السيسي"} <= who


def test_a_mission_does_not_bring_its_master(lexicon: Lexicon) -> None:
    (_, who), *_ = meetings("التقى موفد الرئيس الفرنسي إيمانويل ماكرون رئيس الحكومة اللبنانية نواف سلام في بيروت اليوم.", lexicon)
    assert "نواف سلام" in who and "إيمانويل ماكرون" not in who


def test_attendance_joins_the_meeting_of_its_sides(lexicon: Lexicon) -> None:
    text = (
        "استقبل الرئيس المصري عبد الفتاح السيسي وزير الخارجية الأمريكي ماركو روبيو في القاهرة اليوم. "
        "وحضر اللقاء من الجانب المصري وزير الخارجية بدر عبد العاطي."
    )
    (_, who), *_ = meetings(text, lexicon)
    assert {"عبد الفتاح السيسي", "ماركو روبيو", "بدر عبد العاطي"} <= who


def test_two_office_holders_of_one_state_are_two_talks(lexicon: Lexicon) -> None:
    text = "سوف يستقبل سلطان عمان هيثم بن طارق الوزير هاكان فيدان في مسقط، وسوف يجري الوزير التركي محادثات مع نظيره العماني بدر البوسعيدي."
    assert [who for _, who in meetings(text, lexicon)] == [{"هيثم بن طارق", "هاكان فيدان"}, {"هاكان فيدان", "بدر البوسعيدي"}]


SUMMIT = "أنهى قادة الاتحاد الأوروبي الخميس قمة في بروكسل. وقال المستشار الألماني فريدريش ميرتس إن الاتفاق جيد. "


@pytest.mark.parametrize(
    ("speaker", "there"),
    [
        ("وقالت رئيسة الوزراء الإيطالية جورجيا ميلوني إنها راضية.", "جورجيا ميلوني"),
        ("وقال الرئيس الروسي فلاديمير بوتين إن الاتفاق لا يعنيه.", None),
        ("وقال المتحدث باسم المفوضية الأوروبية باولو بينتو إن النص سينشر.", None),
    ],
)
def test_heads_of_member_states_who_speak_were_at_the_summit(speaker: str, there: str | None, lexicon: Lexicon) -> None:
    ((_, who),) = meetings(SUMMIT + speaker, lexicon)
    assert who == {"EU", "فريدريش ميرتس"} | ({there} if there else set())


def test_ambassadors_to_the_united_nations_who_speak_were_in_the_council(lexicon: Lexicon) -> None:
    text = (
        "عقد مجلس الأمن الدولي الثلاثاء جلسة طارئة حول السودان. وقال المندوب الدائم الروسي لدى الأمم المتحدة فاسيلي نيبنزيا إن بلاده ترفض المشروع. "
        "وقال سفير السودان في باريس خالد فرح إن المجلس تأخر."
    )
    ((_, who),) = meetings(text, lexicon)
    assert "فاسيلي نيبنزيا" in who and "خالد فرح" not in who


def test_members_by_year() -> None:
    members = read_members([{"actor_id": "EU", "members": "GB", "from_year": "1973", "to_year": "2020"}, {"actor_id": "EU", "members": "FR|DE", "from_year": "1958", "to_year": ""}])
    assert members_of("EU", members, 2018) == {"FR", "DE", "GB"}
    assert members_of("EU", members, 2024) == {"FR", "DE"} == members_of("EU", members, None) - {"GB"}
    assert members_of("GCC", members, 2018) == frozenset()


def test_the_next_session_has_the_parties_of_this_one(lexicon: Lexicon) -> None:
    text = "عقد وزراء خارجية الأردن ومصر والعراق اليوم في عمان اجتماعا ثلاثيا. واتفق الوزراء على عقد اجتماعهم المقبل في بغداد في فبراير المقبل."
    found = meetings(text, lexicon)
    assert [(m["status"], m["country_code"]) for m, _ in found] == [("held", "JO"), ("planned", "IQ")]
    assert found[1][1] == {"JO", "EG", "IQ"}


def test_an_office_holder_is_named_by_the_surname_in_the_text(lexicon: Lexicon) -> None:
    text = "عقد الرئيس الأمريكي ونظيره الروسي لقاء في هلسنكي اليوم. وقال ترامب إن المحادثات مع بوتين كانت مثمرة."
    (_, who), *_ = meetings(text, lexicon)
    assert {"ترامب", "بوتين"} <= who


def test_what_is_discussed_with_a_state_is_a_topic(lexicon: Lexicon) -> None:
    found = meetings("وصل وزير الخارجية المصري بدر عبد العاطي إلى أنقرة الأربعاء، ويناقش قرار ترامب إلغاء الاتفاق النووي مع إيران.", lexicon)
    assert [parties for _, parties in found] == [{"بدر عبد العاطي"}]


def test_a_topic_is_no_partner(lexicon: Lexicon) -> None:
    text = "بحث وزير الخارجية المصري بدر عبد العاطي مع العاهل الأردني الملك عبد الله الثاني مصير فلاديمير بوتين في عمان الثلاثاء."
    ((_, parties),) = meetings(text, lexicon)
    assert parties == {"بدر عبد العاطي", "عبد الله الثاني"}


def test_a_list_of_who_attended_is_read_behind_styles_and_names(lexicon: Lexicon) -> None:
    ((_, parties),) = meetings(
        "استقبل خادم الحرمين الشريفين الملك سلمان بن عبد العزيز أمس وزير الخارجية المصري بدر عبد العاطي. حضر الاستقبال صاحب السمو الملكي الأمير "
        "عبد العزيز بن سلمان وزير الطاقة، وعفيفي عبد الحميد سفير مصر لدى المملكة.", lexicon,
    )  # fmt: skip
    assert parties >= {"سلمان بن عبد العزيز", "بدر عبد العاطي", "عبد العزيز بن سلمان", "عفيفي عبد الحميد"}


def test_the_leaders_named_stand_for_their_group(lexicon: Lexicon) -> None:
    text = (
        "وقع رؤساء روسيا والصين وكازاخستان في أستانا الثلاثاء اتفاقا للتعاون. "
        "وقال الرئيس الروسي فلاديمير بوتين إن الاتفاق تاريخي. ورحب به الرئيس الصيني شي جين بينغ."
    )
    ((_, parties),) = meetings(text, lexicon)
    assert parties == {"فلاديمير بوتين", "شي جين بينغ", "KZ"}


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("أجرى الرئيس الفرنسي إيمانويل ماكرون الأحد محادثة هاتفية مع نظيره المصري عبد الفتاح السيسي.", "call", {"إيمانويل ماكرون", "عبد الفتاح السيسي"}),
        ("اتفق الرئيسان الروسي فلاديمير بوتين والصيني شي جين بينغ خلال اجتماعهما في سوتشي على التعاون.", "bilateral", {"فلاديمير بوتين", "شي جين بينغ"}),
        ("شارك المستشار الألماني فريدريش ميرتس في قمة العشرين التي عقدت في ريو دي جانيرو.", "summit", {"فريدريش ميرتس"}),
        ("دعا المشاركون في اجتماع وزراء خارجية دول جوار السودان الذي عقد بالقاهرة إلى الحوار.", "ministerial", {"دول جوار السودان"}),
        ("تتوتر العلاقات بين الرئيس الأمريكي دونالد ترامب والرئيس الصيني شي جين بينغ، اللذين يعقدان قمة الثلاثاء المقبل في سيول.", "summit", {"دونالد ترامب", "شي جين بينغ"}),
        ("نفذ الرئيس الصيني شي جين بينغ وعده للرئيس الفرنسي إيمانويل ماكرون في القمة التي جمعتهما الشهر الماضي في باريس.", "summit", {"شي جين بينغ", "إيمانويل ماكرون"}),
        ("يبحث وزراء خارجية مصر والأردن في عمان اليوم الخميس الوضع في غزة.", "ministerial", {"EG", "JO"}),
        ("خلال اتصال هاتفي بينهما الثلاثاء، شدد الرئيسان الكيني وليام روتو والإندونيسي برابوو سوبيانتو على التعاون.", "call", {"وليام روتو", "برابوو سوبيانتو"}),
        ("قال الرئيس المصري عبد الفتاح السيسي إنه اتفق على التعاون. جاء ذلك خلال زيارة رسمية للرئيس الصومالي حسن شيخ محمود إلى القاهرة.", "visit", {"عبد الفتاح السيسي", "حسن شيخ محمود"}),
        ("صرح رئيس البنك المركزي المصري حسن عبد الله بأنه بعد زيارة وزير الاقتصاد الألماني إلى القاهرة ستفتح البنوك فروعا.", "visit", {"DE"}),
        ("ودعا وزير الخارجية التونسي محمد النفطي نظيره الإيطالي أنطونيو تاياني، خلال جلسة عمل انعقدت مساء أمس، إلى دعم الاستثمار.", "bilateral", {"محمد النفطي", "أنطونيو تاياني"}),
        ("وأعرب وزير الخارجية المصري بدر عبد العاطي، لدى استقبال الرئيس اللبناني جوزيف عون له أمس في بيروت، عن ارتياحه.", "bilateral", {"بدر عبد العاطي", "جوزيف عون"}),
        ("عقد مجلس الأمن التابع للأمم المتحدة اجتماعا أمس.", "session", {"UN-SC"}),
        ("كما تحادث الرئيس الفرنسي إيمانويل ماكرون هاتفيا الأحد بالأمين العام للأمم المتحدة أنطونيو غوتيريش.", "call", {"إيمانويل ماكرون", "أنطونيو غوتيريش"}),
        ("تزور رئيسة الوزراء الإيطالية جورجا ميلوني البيت الأبيض الجمعة.", "visit", {"جورجا ميلوني"}),
        ("وقال وزير الدفاع السعودي خالد بن سلمان في مؤتمر صحفي عقده مع وزير الدفاع الهندي راجناث سينغ في نيودلهي اليوم إن الوضع صعب.", "bilateral", {"خالد بن سلمان", "راجناث سينغ"}),
        ("حذر مدير برنامج الأغذية العالمي ديفيد بيزلي من المجاعة. واجتمع مجلس الأمن أمس في جلسة مغلقة.", "session", {"UN-SC"}),
        ("انتقد الرئيس الأمريكي دونالد ترامب الاتفاق. ويجتمع وزراء خارجية مجموعة السبع غدا في تورونتو.", "ministerial", {"G7"}),
        ("استمع الوزراء والرئيس المصري عبد الفتاح السيسي إلى نتائج زيارة وزير الخارجية السعودي فيصل بن فرحان إلى باريس أمس.", "visit", {"فيصل بن فرحان"}),
        ("جاء ذلك خلال استقبال الرئيس المصري عبد الفتاح السيسي لوزير الدفاع الفرنسي سيباستيان لوكورنو في القاهرة.", "bilateral", {"عبد الفتاح السيسي", "سيباستيان لوكورنو"}),
        ("اجتمع «جون كيري» وزير خارجية أمريكا مع نظيره الروسي سيرغي لافروف.", "bilateral", {"جون كيري", "سيرغي لافروف"}),
        ("شارك في الاجتماع في باريس أمس الجنرال جون سميث المبعوث الخاص للرئيس دونالد ترامب، ووزير الخارجية العراقي فؤاد حسين.", "bilateral", {"جون سميث", "فؤاد حسين"}),
        ("التقى وزير الدفاع الياباني كين أوكادا في أوسلو وزير الدفاع النرويجي توره ساندفيك.", "bilateral", {"كين أوكادا", "توره ساندفيك"}),
    ],
)
def test_who_meets_in_other_words(text: str, kind: str, expected: set, lexicon: Lexicon) -> None:
    ((meeting, parties),) = meetings(text, lexicon)
    assert meeting["kind"] == kind and parties == expected


def test_what_the_meeting_deals_with_is_no_party_and_what_is_said_there_no_place(lexicon: Lexicon) -> None:
    ((_, parties),) = meetings("يلتقي الرئيس العراقي عبد اللطيف رشيد غدا الرئيس الفرنسي إيمانويل ماكرون في باريس. ويستعرض اللقاء عمل اللجنة العسكرية بين العراق والتحالف الدولي.", lexicon)
    assert parties == {"عبد اللطيف رشيد", "إيمانويل ماكرون"}
    ((meeting, _),) = meetings("اختتمت القمة العربية التي استضافتها مدينة الظهران أعمالها أمس. والقادة المشاركون في القمة أكدوا أن القدس الشرقية عاصمة فلسطين.", lexicon)
    assert meeting["city"] == "Dhahran"


def test_a_visitor_meets_the_people_of_the_state_where_he_is(lexicon: Lexicon) -> None:
    text = "وصل وزير الخارجية المصري بدر عبد العاطي إلى بيروت الأربعاء والتقى الرئيس اللبناني جوزيف عون. وفي اليوم نفسه التقى عبد العاطي رئيس الوزراء اللبناني نواف سلام. كما اتصل عبد العاطي هاتفيا بوزير الخارجية الأردني أيمن الصفدي."
    found = [(m["kind"], m["city"], m["rule"]) for m, _ in meetings(text, lexicon)]
    assert found == [("bilateral", "Beirut", "verb_arrive"), ("bilateral", "Beirut", "verb_meet+place_of_visit"), ("call", None, "verb_meet")]


def test_who_was_told_before_takes_no_part_in_what_a_passive_tells(lexicon: Lexicon) -> None:
    before = "ويزور وزير الخارجية المصري سامح شكري باريس غدا. "
    held = [parties for m, parties in meetings(before + "وسيعقد اجتماع لوزراء دفاع الناتو في الرياض الأحد.", lexicon) if m["city"] == "Riyadh"]
    assert len(held) == 1 and "سامح شكري" not in held[0]
    ((_, active),) = [(m, p) for m, p in meetings(before + "وسيعقد اجتماعا مع نظيره الفرنسي جان إيف لودريان.", lexicon) if len(p) > 1]
    assert {"سامح شكري", "جان إيف لودريان"} <= active


LEFT_OUT = [
    # the subject that a verb leaves out agrees with it, and is no plural told behind it
    ("قال الرئيس الأميركي دونالد ترامب إن الوضع صعب. وقد زارت كوريا الجنوبية على رأس وفد في فبراير.", "دونالد ترامب"),
    ("قال وزير الخارجية القبرصي كونستانتينوس كومبوس إن الوقت قصير. وسيلتقي المفاوضون ثانية في بولندا في ديسمبر.", "كونستانتينوس كومبوس"),
    ("قال وزير الخارجية البريطاني ديفيد لامي إن التحقيق مستمر. وقد تناولا الغداء في مطعم في لندن الأحد.", "ديفيد لامي"),
    # somebody's aide, somebody's tower
    ("استقبل الرئيس الأميركي دونالد ترامب في واشنطن الجمعة مساعد كيم جونغ أون.", "كيم جونغ أون"),
    # one of many who held the office, whose visit is old
    ("قال السياسي يوهان فاديفول، وزير الخارجية الألماني، إن الوقت حان. وتعود آخر زيارة لوزير خارجية ألماني إلى فيجي إلى عام 1998.", "يوهان فاديفول"),
    # generals, who are no heads of state
    ("قال الرئيس الأميركي دونالد ترامب إن الوضع صعب. وبحث وزير الدفاع الأميركي بيت هيغسيث في بغداد مع قادة عسكريين أميركيين الحملة.", "دونالد ترامب"),
    # who stands before a meeting that names both its sides
    ("وتراجعت حدة التوتر بحسب وزيرة الخارجية السويدية ماريا مالمر ستينرغارد مع احتمال عقد قمة بين الرئيس الأميركي دونالد ترامب والرئيس الروسي فلاديمير بوتين.", "ماريا مالمر ستينرغارد"),
    # whoever says what his country is to do
    ("قال السفير الصيني لدى الكويت لي مينغ إن بلاده ستجري مباحثات مع الكويت الأحد.", "لي مينغ"),
    # another verb's cities
    ("غادر وزير الخارجية المصري بدر عبد العاطي للمشاركة في محادثات جنيف مع نظيره التركي هاكان فيدان، وقام بعدها بجولات بين موسكو ومسقط.", "RU"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "nobody"), LEFT_OUT)
def test_who_takes_no_part(text: str, nobody: str, lexicon: Lexicon) -> None:
    found = read_article({"article_id": "a", "content_sha256": "", "text": text, "title": None, "published_at": dt.datetime(2026, 11, 19)}, lexicon)
    assert nobody not in {p["person_name_ar"] or p["actor_id"] for p in found["participant_reports"]}


def test_who_met_before_he_spoke_is_the_one_who_spoke_before(lexicon: Lexicon) -> None:
    text = "أكد وزير الخارجية الروسي سيرغي لافروف موقف بلاده. وقال للصحفيين بعد اجتماع مع نظيره التركي هاكان فيدان في موسكو إن الحل قريب."
    found = read_article({"article_id": "a", "content_sha256": "", "text": text, "title": None, "published_at": dt.datetime(2026, 11, 19)}, lexicon)
    assert {p["person_name_ar"] for p in found["participant_reports"]} == {"سيرغي لافروف", "هاكان فيدان"}


def test_who_prepares_a_summit_is_not_at_it(lexicon: Lexicon) -> None:
    text = "ستلتقي وزيرة الخارجية الكندية أنيتا أناند نظيرها الكوري الجنوبي تشو هيون الأحد في إطار الاستعدادات لقمة تعقد في 8 ديسمبر بين رئيس الوزراء الكندي مارك كارني ورئيس كوريا الجنوبية لي جيه-ميونغ."
    ((_, summit),) = [(m, parties) for m, parties in meetings(text, lexicon) if m["kind"] == "summit"]
    assert summit == {"مارك كارني", "لي جيه ميونغ"}
