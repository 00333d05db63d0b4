"""Day and place of a meeting: its own, none of a clause or an event beside it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from extract.events import read_article
from extract.lexicon import Lexicon
from tests.events.reading import meetings as with_people

DAY = dt.datetime(2026, 11, 18)  # a Wednesday


def meetings(text: str, lexicon: Lexicon) -> list[dict[str, Any]]:
    return read_article({"article_id": "a", "content_sha256": "", "text": text, "title": None, "published_at": DAY}, lexicon)["meeting_reports"]


NO_PLACE = [
    # the state of a title
    "بحث الملك الأردني عبد الله الثاني مع وزير الخارجية بجمهورية مصر العربية بدر عبد العاطي تطورات المنطقة.",
    # the clause before, to which the verb is joined
    "إن قراءة القيادة في المملكة للتطورات هي قراءتنا، وأشار الشيخ محمد بن زايد خلال لقائه وزير الخارجية المصري بدر عبد العاطي إلى أهمية العمل المشترك.",
    # where the envoy is who prepares a summit
    "وصل وزير الخارجية الأميركي ماركو روبيو إلى نيويورك لبحث ترتيبات القمة المرتقبة بين الرئيس الأميركي دونالد ترامب والرئيس الروسي فلاديمير بوتين.",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_PLACE)
def test_the_place_of_something_else_is_left(text: str, lexicon: Lexicon) -> None:
    assert {m["city"] or m["country_code"] for m in meetings(text, lexicon) if m["kind"] != "visit"} == {None}


def test_what_is_to_come_has_not_the_place_of_what_was(lexicon: Lexicon) -> None:
    text = (
        "أعلن وزير الخارجية الأميركي ماركو روبيو أنه سيلتقي الرئيس الروسي فلاديمير بوتين قريبا. وتحسنت العلاقات. "
        "وقبل القمة، التقى روبيو مع بوتين مرتين في موسكو."
    )
    assert [(m["status"], m["city"]) for m in meetings(text, lexicon)][0] == ("planned", None)


TOLD_APART = [
    # a relative clause behind all who take part
    ("قال وزير الخارجية العماني إن كل شيء جاهز لاستضافة قمة بين الرئيس الأميركي دونالد ترامب والرئيس الروسي فلاديمير بوتين، التي من المقرر انعقادها في مسقط الأسبوع المقبل.", "planned", "Muscat", dt.date(2026, 11, 23)),
    ("ويعد المشروع جزءا من تعهد قدم لقمة الاتحاد الأوروبي والاتحاد الأفريقي التي ستعقد في لواندا في ديسمبر.", "planned", "Luanda", dt.date(2026, 12, 1)),
    # the goal of who travels for it
    ("أدلى الناطق بتصريحاته قبيل وصول وزير الخارجية الصيني وانغ يي إلى أوسلو لإجراء محادثات مع نظيره النرويجي إسبن بارت إيدي.", "planned", "Oslo", None),
    # a state that is one city
    ("التقى وزير الدفاع الفلبيني غيلبرتو تيودورو نظيره الياباني في سنغافورة الثلاثاء.", "held", "Singapore", dt.date(2026, 11, 17)),
    # the day before the one told
    ("أعلن البلدان، الثلاثاء، استئناف الرحلات غداة عقد لقاء بين الرئيس التركي رجب طيب أردوغان والرئيس الأرميني فاهاكن خاتشاتوريان في يريفان.", "held", "Yerevan", dt.date(2026, 11, 16)),
    # when another came is not when they met
    ("والتقى وزير الخارجية الأميركي ماركو روبيو الذي غادر واشنطن السبت، ولي العهد السعودي الأمير محمد بن سلمان.", "held", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "status", "city", "day"), TOLD_APART)
def test_the_setting_may_be_told_apart(text: str, status: str, city: str, day: dt.date | None, lexicon: Lexicon) -> None:
    assert [(m["status"], m["city"], m["start_date"]) for m in meetings(text, lexicon)] == [(status, city, day)]


AT_HOME = [
    ("استقبل الرئيس السوري أحمد الشرع، الثلاثاء، وزير الخارجية الإيراني عباس عراقجي.", "SY"),
    ("تستقبل رئيسة الوزراء الإيطالية جورجيا ميلوني الخميس المستشار الألماني فريدريش ميرتس.", "IT"),
    # on the margins of something, and where the subject is left out
    ("استقبل الرئيس السوري أحمد الشرع وزير الخارجية الإيراني عباس عراقجي على هامش القمة.", None),
    ("كما تستقبل الخميس الرئيس الفرنسي إيمانويل ماكرون ورئيس الوزراء الهولندي.", None),
]


@pytest.mark.parametrize(("text", "country"), AT_HOME)
def test_who_receives_is_at_home(text: str, country: str | None, lexicon: Lexicon) -> None:
    assert [m["country_code"] for m in meetings(text, lexicon)] == [country]


def test_a_dateline_dates_an_article_without_a_day(lexicon: Lexicon) -> None:
    text = "جدة 29 جمادى الأولى 1448 هـ الموافق 9 نوفمبر 2026 م واس\nالتقى وزير الخارجية السعودي فيصل بن فرحان أمس في جدة نظيره المصري بدر عبد العاطي."
    found = read_article({"article_id": "a", "content_sha256": "", "text": text, "title": None, "published_at": None}, lexicon)["meeting_reports"]
    assert [m["start_date"] for m in found] == [dt.date(2026, 11, 8)]


def test_a_weekday_behind_a_present_verb_is_the_next(lexicon: Lexicon) -> None:
    text = "وتعقد منظمة التعاون الإسلامي بجدة الخميس اجتماعا طارئا لبحث الأوضاع في تشاد."
    assert [(m["status"], m["start_date"], m["city"]) for m in meetings(text, lexicon)] == [("planned", dt.date(2026, 11, 19), "Jeddah")]


def test_a_meeting_of_nobody_is_told_by_its_own_verb_or_set_for_a_day(lexicon: Lexicon) -> None:
    assert [m["city"] for m in meetings("انطلق في الدوحة الثلاثاء مؤتمر دولي للتنمية.", lexicon)] == ["Doha"]
    assert not meetings("وقال الخبراء ذلك خلال مؤتمر لهم في الدوحة الثلاثاء.", lexicon)
    assert [m["city"] for m in meetings("وقال الخبراء ذلك خلال مؤتمر دولي في الدوحة الثلاثاء.", lexicon)] == ["Doha"]  # its own words tell that states meet


def test_the_day_of_a_meeting_spoken_of_is_not_that_of_the_visit(lexicon: Lexicon) -> None:
    text = "تحدث وزير الخارجية المصري بدر عبد العاطي، في مستهل زيارته لتونس، عن اجتماع يعقد في العاشر من ديسمبر بين مصر واليونان."
    assert [m["date_text"] for m in meetings(text, lexicon) if m["kind"] == "visit"] == [None]


def test_where_it_is_set_to_be_held_goes_before_where_one_was_invited(lexicon: Lexicon) -> None:
    text = "وتلقى وزير الخارجية الكويتي عبد الله اليحيا في الكويت دعوة للمشاركة في المؤتمر الدولي للاستثمار المقرر عقده بتونس يومي 29 و30 ديسمبر."
    assert [(m["status"], m["country_code"]) for m in meetings(text, lexicon)] == [("planned", "TN")]


def test_a_name_given_to_a_summit_is_no_place(lexicon: Lexicon) -> None:
    text = "اختتمت القمة العربية أعمالها في الظهران. وأعلن الملك السعودي سلمان بن عبد العزيز تسمية قمة الظهران بـ\"قمة القدس\"."
    ((meeting, _),) = with_people(text, lexicon)
    assert (meeting["country_code"], meeting["city"]) == ("SA", "Dhahran")


def test_who_is_announced_is_not_when(lexicon: Lexicon) -> None:
    (row, _), *_ = with_people("كشف الكرملين الأربعاء عن عقد قمة بين الرئيس الروسي فلاديمير بوتين والرئيس الأمريكي دونالد ترامب في هلسنكي.", lexicon)
    assert row["status"] == "planned" and row["start_date"] is None


def test_a_future_verb_takes_no_day_that_is_past(lexicon: Lexicon) -> None:
    text = "ومن المقرر أن يلتقي الرئيس الفرنسي إيمانويل ماكرون نظيره المصري في باريس، بعيد انتخابه الأسبوع الماضي."
    ((meeting, _),) = with_people(text, lexicon)
    assert meeting["status"] == "planned" and meeting["start_date"] is None


def test_the_place_of_another_clause_is_left(lexicon: Lexicon) -> None:
    ((meeting, _),) = with_people("تتواصل الهجمات في سوريا، في حين يعقد مجلس الأمن اجتماعا طارئا اليوم.", lexicon)
    assert meeting["country_code"] is None


PLACES = [
    ("عقد وزراء مالية دول الاتحاد الأوروبي اجتماعا تنسيقيا صباح الثلاثاء في العاصمة الإستونية.", "Tallinn", "EE"),
    ("التقى الرئيس الأمريكي دونالد ترامب الرئيس الفرنسي إيمانويل ماكرون في البيت الأبيض.", "Washington", "US"),
    ("التقى الملك تشارلز الثالث الرئيس التركي رجب طيب أردوغان في قصر باكنغهام.", "London", "GB"),
]


@pytest.mark.parametrize(("text", "city", "country"), PLACES)
def test_capitals_and_palaces_are_places(text: str, city: str, country: str, lexicon: Lexicon) -> None:
    ((meeting, _),) = with_people(text, lexicon)
    assert (meeting["city"], meeting["country_code"]) == (city, country)


OF_ANOTHER_NOUN = [
    "بحث وزير الخارجية المصري بدر عبد العاطي مع نظيره الأردني أيمن الصفدي جهود بلاده في السودان.",
    "ناقش وزير الخارجية المصري بدر عبد العاطي مع نظيره الأردني أيمن الصفدي تطورات الأوضاع الإنسانية في قطاع غزة.",
    "بحث وزير الدفاع الألماني بوريس بيستوريوس مع نظيره الفرنسي مستقبل القوات الألمانية في ليتوانيا.",
    "التقى وزير الخارجية المصري بدر عبد العاطي المبعوث الأممي الخاص بليبيا.",
    "سيناقش الرئيس الأميركي دونالد ترامب القوات الأميركية في ألمانيا مع المستشار الألماني فريدريش ميرتس.",
    "قد يلتقي الرئيس الأميركي دونالد ترامب نظيره الروسي فلاديمير بوتين في تركيا أو السعودية.",
    "أجرى مسؤولون من كندا والبرازيل مع نظرائهم في المكسيك محادثات تجارية يوم الثلاثاء.",
]


@pytest.mark.parametrize("text", OF_ANOTHER_NOUN)
def test_a_place_of_another_noun_is_left(text: str, lexicon: Lexicon) -> None:
    found = meetings(text, lexicon)
    assert found and {m["city"] or m["country_code"] for m in found} == {None}


OF_THE_EVENT = [
    ("انطلقت الثلاثاء مفاوضات السلام في جنيف بين وزير الخارجية المصري بدر عبد العاطي ونظيره السوداني.", "CH"),
    ("التقى وزير الخارجية المصري بدر عبد العاطي نظيره العراقي فؤاد حسين وعددا من المسؤولين في بغداد.", "IQ"),
    ("عقد وزير الخارجية المصري بدر عبد العاطي لقاء مع نظيره الأردني أيمن الصفدي في مقر السفارة المصرية بباريس.", "FR"),
    ("بحث الرئيس المصري عبد الفتاح السيسي مع نظيره الفرنسي الأزمة السودانية في باريس.", "FR"),
    ("التقى وزير الدفاع الألماني بوريس بيستوريوس نظيره الليتواني وأفراد القوة الألمانية في ليتوانيا.", "LT"),
    ("وفي الدوحة سيلتقي وزير الخارجية المصري بدر عبد العاطي نظيره الإيراني عباس عراقجي.", "QA"),
]


@pytest.mark.parametrize(("text", "country"), OF_THE_EVENT)
def test_a_place_behind_a_topic_may_be_that_of_the_event(text: str, country: str, lexicon: Lexicon) -> None:
    assert [m["country_code"] for m in meetings(text, lexicon)] == [country]


DAYS = [
    # the day on which it was agreed, and the month of the summit
    ("توصلت باريس وبرلين الاثنين إلى اتفاق على عقد قمة بين الرئيس الفرنسي إيمانويل ماكرون والمستشار الألماني فريدريش ميرتس في ديسمبر المقبل.", dt.date(2026, 12, 1)),
    # the day of the report
    ("ووفقا لتقرير نشرته الصحيفة الثلاثاء، فقد التقى وزير الخارجية المصري بدر عبد العاطي نظيره الإيراني عباس عراقجي في مسقط.", None),
    # what the day before a meeting brings
    ("يضع الرئيسان الأميركي دونالد ترامب والروسي فلاديمير بوتين الاثنين اللمسات الأخيرة عشية قمتهما في بودابست.", None),
    # a day told of the pictures of a meeting
    ("نشرت الرئاسة الثلاثاء صور اللقاء الذي جمع الرئيس المصري عبد الفتاح السيسي والعاهل الأردني عبد الله الثاني في عمان.", None),
    ("بدأت في القاهرة الثلاثاء المحادثات التي يجريها وزير الخارجية المصري بدر عبد العاطي مع نظيره السوداني.", dt.date(2026, 11, 17)),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_the_day_of_a_report_is_not_that_of_the_meeting(text: str, day: dt.date | None, lexicon: Lexicon) -> None:
    assert [m["start_date"] for m in meetings(text, lexicon)] == [day]


ORDINALS = [
    ("عقد وزراء خارجية دول مجلس التعاون الخليجي الاجتماع الثاني والثلاثين في الرياض الثلاثاء.", 32),
    ("انطلقت القمة الـ 14 لقادة دول حلف شمال الأطلسي في لاهاي الثلاثاء.", 14),
    ("تعقد محادثات في السادس من ديسمبر في جنيف بين وزير الخارجية المصري بدر عبد العاطي ونظيره السوداني.", None),
    ("انطلقت في أثينا محادثات خطة الإنقاذ الثالثة بين وزير المالية اليوناني ومفوض الشؤون الاقتصادية الأوروبي.", None),
]


@pytest.mark.parametrize(("text", "ordinal"), ORDINALS)
def test_an_ordinal_counts_the_meeting(text: str, ordinal: int | None, lexicon: Lexicon) -> None:
    assert {m["ordinal"] for m in meetings(text, lexicon)} == {ordinal}


KINDS = [
    ("التقى وزير الخارجية الأميركي ماركو روبيو زعيم كوريا الشمالية كيم جونغ أون للتحضير للقمة التاريخية.", "bilateral"),
    ("التقى الرئيس الأميركي دونالد ترامب رئيس وزراء اليابان شيغيرو إيشيبا في واشنطن.", "bilateral"),
    ("التقى الرئيس الأميركي دونالد ترامب زعيم بيلاروسيا ألكسندر لوكاشنكو في قمة تاريخية في ليما.", "summit"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_a_summit_is_of_leaders_and_none_that_is_prepared(text: str, kind: str, lexicon: Lexicon) -> None:
    assert [m["kind"] for m in meetings(text, lexicon)][0] == kind


def test_talks_about_a_summit_are_none(lexicon: Lexicon) -> None:
    text = "جاء الإعلان عن القمة بعد محادثات أجراها الرئيس الروسي فلاديمير بوتين مع وزير الخارجية الأميركي ماركو روبيو في موسكو."
    assert [m["kind"] for m in meetings(text, lexicon)] == ["bilateral"]


def capacities(text: str, lexicon: Lexicon) -> dict[str, str]:
    rows = read_article({"article_id": "a", "content_sha256": "", "text": text, "title": None, "published_at": DAY}, lexicon)["participant_reports"]
    return {p["actor_id"]: p["capacity"] for p in rows}


def test_who_is_at_home_is_no_guest(lexicon: Lexicon) -> None:
    text = "وصل وزير الدفاع الأميركي بيت هيغسيث إلى بكين الثلاثاء. وأجرى الرئيس الصيني شي جين بينغ محادثات مع هيغسيث خلال زيارته لبكين."
    assert capacities(text, lexicon) == {"US": "guest", "CN": "attendee"}


def test_whose_reception_it_is_hosts(lexicon: Lexicon) -> None:
    text = "أكد الرئيس المصري عبد الفتاح السيسي ذلك خلال استقباله وزير الخارجية الأردني أيمن الصفدي الثلاثاء."
    assert capacities(text, lexicon) == {"EG": "host", "JO": "attendee"}


def test_a_movement_visits_a_state_too(lexicon: Lexicon) -> None:
    found = meetings("زار وفد من حركة طالبان موسكو الأحد.", lexicon)
    assert [(m["kind"], m["country_code"]) for m in found] == [("visit", "RU")]
    assert not meetings("زار مدير تعليم الطائف مدرسة في جدة الأحد.", lexicon)
