"""Held, planned, proposed or no event: what the words round a meeting say, and what its other mentions say."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.events import read_article
from extract.lexicon import Lexicon
from tests.events.reading import meetings

DAY = dt.datetime(2026, 11, 19)  # a Thursday


def statuses(text: str, lexicon: Lexicon, day: dt.datetime | None = DAY) -> list[str]:
    found = read_article({"article_id": "a", "content_sha256": "", "text": text, "title": None, "published_at": day}, lexicon)
    return [m["status"] for m in found["meeting_reports"]]


SENTENCES = [
    ("تحدث وزير الخارجية المصري بدر عبد العاطي هاتفيا مع نظيره التركي هاكان فيدان، على أن يلتقي عبد العاطي الوزير التركي هاكان فيدان هذا الأسبوع في أنقرة.", "planned"),
    ("قال الرئيس الأميركي دونالد ترامب إنه حدد موعد لقائه مع الرئيس الروسي فلاديمير بوتين.", "planned"),
    ("ويأتي ذلك قبل أقل من أسبوع من عقد أول قمة بين الرئيس الأميركي دونالد ترامب والرئيس الروسي فلاديمير بوتين في هلسنكي.", "planned"),
    ("وقال وزير الخارجية الأميركي ماركو روبيو في كلمة قبل توجهه إلى ماليزيا للمشاركة في اجتماعات إقليمية إن المفاوضات طويلة.", "planned"),
    ("وقال الرئيس الروسي فلاديمير بوتين إنه على استعداد لإجراء محادثات مع الرئيس الأميركي دونالد ترامب.", "proposed"),
    ("اتفق الرئيس المصري عبد الفتاح السيسي والرئيس التركي رجب طيب أردوغان على عقد مباحثات في أنقرة الجمعة.", "planned"),
    ("وكان الفندق مكانا لاجتماع عام 2015 بين الرئيس الصيني شي جين بينغ والرئيس الروسي فلاديمير بوتين.", "held"),
    ("يقوم وزير الخارجية المصري بدر عبد العاطي بزيارة رسمية إلى تونس.", "held"),
    ("وأعلن الناطق أنه سيتم \"عقد لقاء في الثالث من ديسمبر المقبل بين وزير الخارجية الروسي سيرغي لافروف ونظيره المصري بدر عبد العاطي في الدوحة\".", "planned"),
    ("وقال المرشد الإيراني علي خامنئي بعد أن صلى في طهران السبت «لن نجري أي محادثات مع الولايات المتحدة».", "refused"),
    ("وكشفت الوكالة أن الرئيس الكوري الشمالي كيم جونغ أون وافق على زيارة موسكو هذا العام.", "planned"),
    ("وأكد الوزير أنه أمر بمنع وزير الخارجية المصري بدر عبد العاطي من زيارة القدس.", "cancelled"),
    ("تركزت محادثات وزير الخارجية الروسي سيرجي لافروف في الدوحة مع نظيره القطري محمد بن عبد الرحمن آل ثاني على الأزمة.", "held"),
    ("وحضت المستشارة الألمانية أنغيلا ميركل الأربعاء الحكومة السورية على الدخول في مفاوضات مع المعارضة السورية.", "proposed"),
    ("وقال وزير الخارجية الإيراني عباس عراقجي إن بلاده ليس لديها أي مفاوضات مع الولايات المتحدة.", "refused"),
    # the verb that tells what is to come stands before the noun
    ("ورئيسة الوزراء الإيطالية جورجيا ميلوني ستكون أول من يحظى بلقاء الرئيس الأميركي دونالد ترامب.", "planned"),
]  # fmt: skip


NO_EVENTS = [
    "واستقبل المتظاهرون الرئيس الفرنسي إيمانويل ماكرون بصيحات الغضب في مرسيليا.",
    "وليس من الطبيعي ألا يزور الرئيس الروسي فلاديمير بوتين الولايات المتحدة.",
    "وأصبح القرار شاملا وقابلا للتحقق، بحسب وزير الخارجية المصري بدر عبد العاطي ونظيره التركي هاكان فيدان.",
    "وغادر وزير الخارجية المصري بدر عبد العاطي دون أن يلتقي نظيره التركي هاكان فيدان.",
]


@pytest.mark.parametrize(("text", "status"), SENTENCES)
def test_the_clause_tells_the_status(text: str, status: str, lexicon: Lexicon) -> None:
    assert status in statuses(text, lexicon)


@pytest.mark.parametrize("text", NO_EVENTS)
def test_what_did_not_happen_is_no_event(text: str, lexicon: Lexicon) -> None:
    assert "held" not in statuses(text, lexicon)


def test_a_mention_without_a_verb_takes_the_status_of_one_with(lexicon: Lexicon) -> None:
    text = "تتواصل الاستعدادات الأمنية في نيروبي. وتفاصيل زيارة الرئيس الأميركي دونالد ترامب إلى كينيا سرية. وسيزور ترامب كينيا الأسبوع المقبل."
    assert statuses(text, lexicon) == ["planned"]


def test_what_has_ended_stays_held(lexicon: Lexicon) -> None:
    text = "محادثات الرئيس الأميركي دونالد ترامب مع الرئيس الروسي فلاديمير بوتين انتهت إلى اتفاق. وقال ترامب إنه سيلتقي بوتين مجددا."
    assert statuses(text, lexicon)[0] == "held"


def test_what_was_said_at_a_visit_was_said_on_its_day(lexicon: Lexicon) -> None:
    text = "قال الرئيس المصري عبد الفتاح السيسي الاثنين إنه اتفق مع نظيره السوداني على العمل المشترك. جاء ذلك خلال زيارة رسمية للرئيس التركي رجب طيب أردوغان إلى القاهرة."
    found = read_article({"article_id": "a", "content_sha256": "", "text": text, "title": None, "published_at": DAY}, lexicon)
    assert [(m["start_date"], m["status"]) for m in found["meeting_reports"]] == [(dt.date(2026, 11, 16), "held")]


def test_a_possible_meeting_is_not_held(lexicon: Lexicon) -> None:
    (row, _), *_ = meetings("قال مسؤول إن الرئيس التركي رجب طيب أردوغان قد يلتقي نظيره الروسي فلاديمير بوتين في سوتشي.", lexicon)
    assert row["status"] == "proposed"


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("رحبت الرئاسة التونسية بزيارة وزير الخارجية الكندي مارك غارنو إلى تونس، المرتقبة في فبراير المقبل.", "planned", "2027-02-01"),
        ("رفض مسؤولون رفيعو المستوى في إيران عرض الرئيس الأمريكي دونالد ترامب إجراء محادثات مع الرئيس الإيراني مسعود بزشكيان في جنيف.", "refused", None),
        ("منعت السلطات الكندية الثلاثاء وزير الخارجية الإيراني عباس عراقجي من زيارة مونتريال.", "cancelled", None),
        ("يلتقي الرئيس المصري عبد الفتاح السيسي نظيره التركي رجب طيب أردوغان خلال ساعات في أنقرة.", "planned", None),
        ("ألغى الرئيس الأمريكي دونالد ترامب الثلاثاء قمة كانت مقررة في 12 ديسمبر مع الرئيس الصيني شي جين بينغ في سنغافورة.", "cancelled", "2026-12-12"),
        ("كان نائب الرئيس الأمريكي جي دي فانس مستعدا للقاء وفد كوري شمالي في سول. لكن بيونغ يانغ ألغت هذا اللقاء القصير.", "cancelled", None),
        ("قالت بيونغ يانغ إنها ستلغي القمة بين الزعيم الكوري الشمالي كيم جونغ أون والرئيس الأمريكي دونالد ترامب إذا ضغطت واشنطن عليها.", "planned", None),
        ("وصل وزير الخارجية الروسي سيرجي لافروف إلى الدوحة أمس.", "held", "2026-11-18"),
        ("أنهى ولي العهد السعودي الأمير محمد بن سلمان الأربعاء زيارة إلى لندن استمرت ثلاثة أيام.", "held", "2026-11-16"),
        ("يعلق الأردن آمالا كبيرة على قمة تجمع الرئيس المصري عبد الفتاح السيسي والعاهل الأردني الملك عبد الله الثاني في القاهرة.", "planned", None),
    ],
)
def test_what_becomes_of_a_meeting(text: str, status: str, day: str | None, lexicon: Lexicon) -> None:
    ((meeting, _),) = meetings(text, lexicon)
    assert (meeting["status"], str(meeting["start_date"]) if meeting["start_date"] else None) == (status, day)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("قال رئيس الوزراء الياباني إن لقاءه بالرئيس الصيني شي جين بينغ قد يفضي إلى اتفاق.", "planned"),
        ("أعلنت الوزيرة أن بلادها ستقترح خطة جديدة خلال قمة الاتحاد الأوروبي الجمعة المقبل في بروكسل.", "planned"),
        ("جاء ذلك قبل شهر من قمة بين الرئيس الأمريكي دونالد ترامب والرئيس الصيني شي جين بينغ في سيول.", "planned"),
        ("هددت طهران بإلغاء المحادثات مع الولايات المتحدة المقررة في 29 نوفمبر في جنيف.", "planned"),
        ("قال وزير الخارجية التركي هاكان فيدان إن لدى بلاده ملفات كثيرة ليبحثها مع نظيره السوري في دمشق.", "planned"),
        ("زار الرئيس الصيني شي جين بينغ موسكو الثلاثاء لإجراء محادثات مع الرئيس الروسي فلاديمير بوتين.", "held"),
        ("وسعى الوسطاء إلى تمهيد الطريق لإجراء محادثات بين طهران وواشنطن في مسقط.", "planned"),
        ("تواجه الدول خلافات عندما يجتمع قادة مجموعة السبع في روما.", "planned"),
        ("جاء ذلك بعد تهديد كوريا الشمالية بإلغاء القمة بين كيم جونغ أون والرئيس الأمريكي دونالد ترامب.", "planned"),
        ("عبر المستشار الألماني فريدريش ميرتس عن رغبته في لقاء الرئيس الصيني شي جين بينغ.", "proposed"),
        ("نفى وزير الخارجية المصري بدر عبد العاطي وجود خطط لعقد اجتماع مع نظيره الإثيوبي في القاهرة.", "refused"),
    ],
)
def test_what_is_not_told_as_done_is_not_held(text: str, status: str, lexicon: Lexicon) -> None:
    assert [m["status"] for m, _ in meetings(text, lexicon)] == [status]


def test_a_summit_called_off_and_on_again_is_one(lexicon: Lexicon) -> None:
    text = (
        "تعقد القمة بين الرئيس الأمريكي دونالد ترامب والرئيس الصيني شي جين بينغ في 12 ديسمبر المقبل في سيول. "
        "وكان البيت الأبيض أعلن إلغاء القمة بين ترامب والرئيس الصيني المقررة في 12 ديسمبر."
    )
    ((meeting, _),) = meetings(text, lexicon)
    assert meeting["status"] == "planned"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("وسلم ولي العهد دعوة من العاهل السعودي الملك سلمان بن عبد العزيز إلى الرئيس الروسي فلاديمير بوتين لزيارة السعودية.", "proposed"),
        ("وصل الرئيس الروسي فلاديمير بوتين إلى الرياض تلبية لدعوة من العاهل السعودي الملك سلمان بن عبد العزيز لزيارة المملكة.", "held"),
    ],
)
def test_an_invitation_is_a_proposal_until_it_is_taken_up(text: str, status: str, lexicon: Lexicon) -> None:
    assert {m["status"] for m, _ in meetings(text, lexicon)} == {status}
