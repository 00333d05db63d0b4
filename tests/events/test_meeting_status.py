"""Held, planned, proposed or no event: what the words round a meeting say, and what its other mentions say."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.events import read_article
from extract.lexicon import Lexicon

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
