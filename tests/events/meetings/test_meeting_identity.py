"""Which mentions are one meeting and which are two: days, places, statuses and people that tell events apart."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.events import read_article
from extract.lexicon import Lexicon

DAY = dt.datetime(2026, 11, 19)  # a Thursday


def told(text: str, lexicon: Lexicon, day: dt.datetime | None = DAY) -> list[tuple[str, str | None, set[str]]]:
    """Status, country and participants of each meeting."""
    found = read_article({"article_id": "a", "content_sha256": "", "text": text, "title": None, "published_at": day}, lexicon)
    return [
        (m["status"], m["country_code"], {p["person_name_ar"] or p["actor_id"] or p["actor_name_ar"] for p in found["participant_reports"] if p["meeting_report_id"] == m["meeting_report_id"]})
        for m in found["meeting_reports"]
    ]  # fmt: skip


APART = [
    # a visitor of one state and people of another
    ("وصل وزير الخارجية المصري بدر عبد العاطي إلى بيروت الأربعاء في إطار جولة. والتقى عبد العاطي العاهل الأردني عبد الله الثاني.",
     [("held", "LB", {"بدر عبد العاطي"}), ("held", None, {"بدر عبد العاطي", "عبد الله الثاني"})]),
    # what is to come and what took place
    ("يشارك الرئيس الفرنسي إيمانويل ماكرون في اجتماع غدا مع قادة الاتحاد الأوروبي. والتقى ماكرون الملك الإسباني فيليبي السادس.",
     [("planned", None, {"إيمانويل ماكرون", "EU"}), ("held", None, {"إيمانويل ماكرون", "فيليبي السادس"})]),
    # the meeting today prepares that of tomorrow
    ("عقد وزراء خارجية دول الاتحاد الأوروبي في نيقوسيا اليوم اجتماعا تمهيدا للاجتماع المشترك بين وزراء خارجية دول الاتحاد الأوروبي ووزير الخارجية الهندي سوبرامانيام جايشانكار الذي سيعقد غدا في نيقوسيا.",
     [("held", "CY", {"EU"}), ("planned", "CY", {"EU", "سوبرامانيام جايشانكار"})]),
    # talks told in passing, with nobody of the meeting, bring it no place
    ("قال وزير التجارة الإندونيسي بعد اجتماع وزراء تجارة مجموعة العشرين في البرازيل إن النزاع مستمر. وتراجعت الأسواق. وأضاف في شأن آخر أن المحادثات الزراعية الجارية في أوسلو صعبة.",
     [("held", "BR", {"G20"})]),
    # one more of the kind
    ("عقد في روما الثلاثاء مؤتمر لدعم لبنان بمشاركة الرئيس الفرنسي إيمانويل ماكرون. وسيعقد مؤتمر ثالث في بروكسل في 25 ديسمبر بمشاركة الاتحاد الأوروبي.",
     [("held", "IT", {"إيمانويل ماكرون"}), ("planned", "BE", {"EU"})]),
    # whom the conference calls upon did not attend it
    ("اختتم في عمّان مؤتمر نظمته رابطة العالم الإسلامي. ودعا المؤتمر الأمم المتحدة إلى التدخل.", [("held", "JO", {"رابطة العالم الإسلامي"})]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), APART)
def test_two_meetings_stay_two(text: str, expected: list, lexicon: Lexicon) -> None:
    assert told(text, lexicon) == expected


def test_the_chair_goes_with_the_meeting_that_took_place(lexicon: Lexicon) -> None:
    text = APART[2][0] + " وترأس الاجتماع وزير الخارجية القبرصي كونستانتينوس كومبوس."
    assert [len(parties) for _, _, parties in told(text, lexicon)] == [2, 2]
    assert "كونستانتينوس كومبوس" in told(text, lexicon)[0][2]


def test_a_week_and_a_day_of_it_are_no_two_times(lexicon: Lexicon) -> None:
    text = "أجرى وزير الخارجية المصري بدر عبد العاطي محادثات مع نظيره التركي هاكان فيدان في أنقرة الأسبوع الماضي. وكان عبد العاطي قد التقى فيدان في أنقرة يوم الثلاثاء الماضي."
    assert len(told(text, lexicon, None)) == 1


def test_between_the_two_alone_is_no_new_meeting(lexicon: Lexicon) -> None:
    text = (
        "وصل وزير الخارجية المصري بدر عبد العاطي إلى أنقرة الأربعاء. وأجرى الرئيس الفرنسي إيمانويل ماكرون والمستشار الألماني فريدريش ميرتس محادثات بينهما في برلين الثلاثاء."
    )
    assert told(text, lexicon) == [("held", "TR", {"بدر عبد العاطي"}), ("held", "DE", {"إيمانويل ماكرون", "فريدريش ميرتس"})]


def test_leaders_stand_for_the_states_of_a_summit(lexicon: Lexicon) -> None:
    text = "تنعقد في كيبيك قمة الدول السبع التي تضم كندا وفرنسا واليابان وإيطاليا. وقال الرئيس الفرنسي إيمانويل ماكرون إن التجارة مهمة."
    ((_, _, who),) = told(text, lexicon)
    assert "إيمانويل ماكرون" in who and "FR" not in who and {"CA", "JP", "IT"} <= who


def test_the_year_of_an_earlier_visit_is_not_that_of_this_one(lexicon: Lexicon) -> None:
    text = "التقت المستشارة الألمانية أنغيلا ميركل الرئيس الفرنسي إيمانويل ماكرون في باريس. وتحسنت العلاقات. وفي العام الماضي، شهدت الزيارة الأولى لميركل خلافا."
    found = read_article({"article_id": "a", "content_sha256": "", "text": text, "title": None, "published_at": DAY}, lexicon)
    assert [m["date_text"] for m in found["meeting_reports"]] == [None]


def test_what_one_clause_tells_apart_is_not_joined_again(lexicon: Lexicon) -> None:
    text = "سيلتقي وزير الخارجية المصري بدر عبد العاطي في دمشق الرئيس السوري أحمد الشرع، ثم وزير الخارجية أسعد الشيباني، ووزير الدفاع مرهف أبو قصرة."
    assert [len(who) for _, _, who in told(text, lexicon)] == [2, 3]


def test_another_minister_on_the_same_visit_is_another_meeting(lexicon: Lexicon) -> None:
    text = "أجرى وزير الخارجية المصري بدر عبد العاطي في أنقرة مباحثات مع نظيره التركي هاكان فيدان. كما عقد عبد العاطي لقاء مع وزير الدفاع التركي يشار غولر ووزير التجارة التركي عمر بولات."
    assert [len(who) for _, _, who in told(text, lexicon)] == [2, 3]


def test_the_two_look_back_on_the_last_mention(lexicon: Lexicon) -> None:
    between = "ويسود القلق في العواصم الأوروبية. " * 7
    text = (
        "قال الرئيس التركي رجب طيب أردوغان ذلك عشية قمته المرتقبة مع الرئيس الأذربيجاني إلهام علييف. " + between
        + "ويجتمع أردوغان مع علييف، السبت، في تبليسي، في ثالث لقاء بين الرئيسين منذ شهر."
    )  # fmt: skip
    assert told(text, lexicon) == [("planned", "GE", {"رجب طيب أردوغان", "إلهام علييف"})]


def test_states_and_their_leaders_meet_once(lexicon: Lexicon) -> None:
    text = (
        "قبل أيام من القمة المرتقبة بين الهند وباكستان، امتلأت الفنادق. والطرق مغلقة. والأسعار مرتفعة. "
        "وسيلتقي رئيس الوزراء الهندي ناريندرا مودي رئيس الوزراء الباكستاني شهباز شريف في 12 ديسمبر في سنغافورة."
    )  # fmt: skip
    assert len(told(text, lexicon)) == 1


def test_visits_to_two_cities_in_one_sentence_are_two(lexicon: Lexicon) -> None:
    text = "وجاءت زيارة وزير الدفاع الإيطالي غويدو كروسيتو لإزمير بعد يوم من زيارة لأنقرة للاجتماع مع الرئيس التركي رجب طيب أردوغان."
    assert len(told(text, lexicon)) == 2


def test_whom_nobody_knows_by_name_is_not_whom_he_received_later(lexicon: Lexicon) -> None:
    text = "حذر الرئيس الجزائري عبد المجيد تبون صباح الأحد خلال لقاء مع مندوبين للنقابات من الأزمة. وقال إن الأسعار ترتفع. واستقبل عبد المجيد تبون نائب رئيس الوزراء الكويتي فهد اليوسف."
    assert ("held", "DZ", {"عبد المجيد تبون", "فهد اليوسف"}) in told(text, lexicon)
    found = read_article({"article_id": "a", "content_sha256": "", "text": text, "title": None, "published_at": DAY}, lexicon)
    assert [m["date_text"] for m in found["meeting_reports"] if m["rule"].startswith("verb_receive")] == [None]
