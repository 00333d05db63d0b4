"""Temporal tagging: expressions of newswire Arabic, their interval, precision and basis."""

from __future__ import annotations

import datetime as dt
import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.arabic import segmenter, tokenizer
from extract.arabic.temporal import rules as temporal_rules
from extract.arabic.temporal import tagging as temporal
from extract.arabic.temporal.words import fold_letters
from extract.arabic.types import TimeExpression
from extract.lexicon import load_time_rules

PUBLISHED = dt.date(2026, 11, 19)  # a Thursday


@cache
def rules() -> temporal_rules.TimeRules:
    return load_time_rules(Path(__file__).parents[3] / "seeds")


def times(text: str, published: dt.date | None = PUBLISHED) -> list[TimeExpression]:
    tokens = tokenizer.tokenize(text)
    return temporal.find_times(text, tokens, segmenter.sentences(text, tokens), published, rules())


DAYS = [
    ("اجتمع الوزيران الثلاثاء في عمان.", "2026-11-17", "relative"),
    ("سيجتمع الوزيران الثلاثاء في عمان.", "2026-11-24", "relative"),
    ("اجتمع الوزيران الخميس في عمان.", "2026-11-19", "relative"),
    ("يزور الرئيس روما الجمعة المقبل.", "2026-11-20", "relative"),
    ("زار الرئيس روما الجمعة الماضي.", "2026-11-13", "relative"),
    ("التقى الوزير نظيره مساء أمس.", "2026-11-18", "relative"),
    ("التقى الوزير نظيره أمس الأول.", "2026-11-17", "relative"),
    ("التقى الوزير نظيره مساء أول من أمس.", "2026-11-17", "relative"),
    ("التقى الوزير نظيره البارحة الأولى.", "2026-11-17", "relative"),
    ("يصل الوفد غدا.", "2026-11-20", "relative"),
    ("يصل الوفد بعد غد السبت.", "2026-11-21", "relative"),
    ("وصل الوفد اليوم.", "2026-11-19", "relative"),
    ("وصل الوفد اليوم الخميس.", "2026-11-19", "relative"),
    ("عقد اللقاء قبل يومين.", "2026-11-17", "relative"),
    ("عقد اللقاء قبل ثلاثة أيام.", "2026-11-16", "relative"),
    ("عقد اللقاء في 25 نوفمبر 2025.", "2025-11-25", "explicit"),
    ("عقد اللقاء في 25 تشرين الثاني/نوفمبر 2025.", "2025-11-25", "explicit"),
    ("عقد اللقاء في ٢٥ نوفمبر ٢٠٢٥.", "2025-11-25", "explicit"),
    ("عقد اللقاء في 12 فيفري 2024.", "2024-02-12", "explicit"),
    ("عقد اللقاء في 12 جويلية 2024.", "2024-07-12", "explicit"),
    ("عقد اللقاء في 12 شتنبر 2024.", "2024-09-12", "explicit"),
    ("عقد اللقاء في 12 حزيران 2024.", "2024-06-12", "explicit"),
    ("عقد اللقاء في 12/6/2024 بالدوحة.", "2024-06-12", "explicit"),
    ("عقد اللقاء يوم الأحد 12 / 6 / 2024م بالدوحة.", "2024-06-12", "explicit"),
    ("عقد اللقاء في 2024-06-12 بالدوحة.", "2024-06-12", "explicit"),
    ("يزور الوزير تونس يوم غرة ديسمبر 2026.", "2026-12-01", "explicit"),
    ("تبدأ الدورة يوم الأربعاء بتاريخ 9 ديسمبر 2026.", "2026-12-09", "explicit"),
    ("يجتمع الوزيران في فاتح دجنبر المقبل.", "2026-12-01", "explicit"),
    ("عقد اللقاء في 12 يونيو حزيران الماضي.", "2026-06-12", "explicit"),
    ("عقد اللقاء في الرابع من نوفمبر تشرين الثاني 2025.", "2025-11-04", "explicit"),
    ("التقى الوزير، الذي يزور عمان، الثلاثاء نظيره.", "2026-11-17", "relative"),
    ("سبقت اللقاء جولة في وارسو (13 يناير).", "2026-01-13", "explicit"),
    ("سبقت اللقاء جولة في وارسو (25 نوفمبر).", "2025-11-25", "explicit"),
    ("ستعقد الجولة في 15 مارس.", "2027-03-15", "explicit"),
    ("عقد اللقاء في 3 رمضان 1445 هـ.", "2024-03-13", "explicit"),
    ("عقد اللقاء في الثالث عشر من مايو 2024.", "2024-05-13", "explicit"),
    ("عقد اللقاء في الـ21 من مايو 2024.", "2024-05-21", "explicit"),
    ("ستعقد الجولة في السادس من الشهر المقبل.", "2026-12-06", "relative"),
    ("ستعقد الجولة في 25 الجاري.", "2026-11-25", "relative"),
    ("أعلن الوزير إلغاء القمة المرتقبة في 12 ديسمبر.", "2026-12-12", "explicit"),
    ("سيبحثان ما وعدت به القيادة في 27 أكتوبر.", "2026-10-27", "explicit"),
]


@pytest.mark.parametrize(("text", "day", "basis"), DAYS)
def test_day(text: str, day: str, basis: str) -> None:
    found = times(text)
    assert [(str(t.date_from), str(t.date_to), t.precision, t.basis) for t in found] == [(day, day, "day", basis)]
    assert text[found[0].start : found[0].end] == found[0].text


INTERVALS = [
    ("عقد المؤتمر من 4 ــ 6 ذي الحجة 1422هــ.", "2002-02-16", "2002-02-18", "day"),
    ("عقد اللقاء قبل نحو عشرة أيام.", "2026-11-09", "2026-11-09", "week"),
    ("عقد اللقاء قبل حوالي ثلاثة أشهر.", "2026-08-21", "2026-08-21", "month"),
    ("عقد المؤتمر في الفترة 29 ذي القعدة - 2 ذي الحجة 1422هـ.", "2002-02-12", "2002-02-14", "day"),
    ("عقد المؤتمر في الفترة 5-7 ذي الحجة 1431هـ.", "2010-11-11", "2010-11-13", "day"),
    ("عقد المؤتمر من 16 ــ 18 مايو 2024.", "2024-05-16", "2024-05-18", "day"),
    ("تعقد القمة يومي الثالث عشر والرابع عشر من أبريل 2027.", "2027-04-13", "2027-04-14", "day"),
    ("عقد المؤتمر خلال المدة 27 - 29 / 7 / 2022.", "2022-07-27", "2022-07-29", "day"),
    ("زار الوزير تونس في الأسبوع الأول من مايو 2021.", "2021-05-01", "2021-05-31", "month"),
    ("تعقد القمة يومي 15 و16 يونيو/حزيران 2027.", "2027-06-15", "2027-06-16", "day"),
    ("عقدت القمة من 15 إلى 17 يونيو 2024.", "2024-06-15", "2024-06-17", "day"),
    ("تعقد القمة من الخامس إلى السابع من أبريل 2027.", "2027-04-05", "2027-04-07", "day"),
    ("زار الوزير تونس في فبراير الماضي.", "2026-02-01", "2026-02-28", "month"),
    ("زار الوزير تونس في شباط/فبراير.", "2026-02-01", "2026-02-28", "month"),
    ("سيزور الوزير تونس في شباط/فبراير.", "2027-02-01", "2027-02-28", "month"),
    ("زار الوزير تونس في ديسمبر.", "2025-12-01", "2025-12-31", "month"),
    ("زار الوزير تونس في مايو 2021.", "2021-05-01", "2021-05-31", "month"),
    ("زار الوزير تونس الأسبوع الماضي.", "2026-11-09", "2026-11-15", "week"),
    ("يزور الوزير تونس الأسبوع المقبل.", "2026-11-23", "2026-11-29", "week"),
    ("زار الوزير تونس مطلع الأسبوع الجاري.", "2026-11-16", "2026-11-22", "week"),
    ("زار الوزير تونس الشهر الماضي.", "2026-10-01", "2026-10-31", "month"),
    ("زار الوزير تونس العام الماضي.", "2025-01-01", "2025-12-31", "year"),
    ("زار الوزير تونس في عام 2019.", "2019-01-01", "2019-12-31", "year"),
    ("يعقد المؤتمر في الربع الأول من عام 2027.", "2027-01-01", "2027-03-31", "month"),
    ("زار الوزير باريس في ربيع 2017.", "2017-03-01", "2017-06-30", "year"),
    ("التقى الرئيسان في الصيف الماضي.", "2026-06-01", "2026-09-30", "year"),
    ("التقى الرئيسان في الخريف الماضي.", "2025-09-01", "2025-12-31", "year"),
    ("يلتقي الرئيسان الربيع المقبل.", "2027-03-01", "2027-06-30", "year"),
    ("سيلتقي الرئيسان في الصيف.", "2027-06-01", "2027-09-30", "year"),
    ("التقى الرئيسان هذا الصيف.", "2026-06-01", "2026-09-30", "year"),
    ("عقدت القمة نهاية صيف العام الماضي.", "2025-06-01", "2025-09-30", "year"),
    ("تعقد القمة بحلول الخريف من هذا العام.", "2026-09-01", "2026-12-31", "year"),
    ("تفاوض الطرفان في التسعينيات.", "1990-01-01", "1999-12-31", "unknown"),
    ("يزور الوزير تونس اليوم وغدا.", "2026-11-19", "2026-11-20", "day"),
    ("يزور الوزير تونس اليوم الخميس وغدا الجمعة.", "2026-11-19", "2026-11-20", "day"),
    ("تعقد القمة الأحد والاثنين المقبلين في الرباط.", "2026-11-22", "2026-11-23", "day"),
    ("عقدت القمة يومي الثلاثاء والأربعاء الماضيين في الرباط.", "2026-11-17", "2026-11-18", "day"),
    ("عقدت القمة من الاثنين إلى الأربعاء في الرباط.", "2026-11-16", "2026-11-18", "day"),
    ("تعقد القمة يومي 26 و27 الجاري.", "2026-11-26", "2026-11-27", "day"),
    ("عقد اللقاء خلال الأيام الثلاثة الماضية.", "2026-11-16", "2026-11-19", "week"),
    ("جرت الاتصالات خلال الـ24 ساعة الماضية.", "2026-11-18", "2026-11-19", "day"),
    ("جرت الاتصالات خلال 24 ساعة الماضية.", "2026-11-18", "2026-11-19", "day"),
]


@pytest.mark.parametrize(("text", "first", "last", "precision"), INTERVALS)
def test_interval(text: str, first: str, last: str, precision: str) -> None:
    assert [(str(t.date_from), str(t.date_to), t.precision) for t in times(text)] == [(first, last, precision)]


def test_the_two_are_no_monday() -> None:
    assert not times("التقى المبعوث بالاثنين.") and not times("وقال إن الاثنين في طريقهما إلى جنيف.")
    assert [t.text for t in times("التقى الوفد نظيره بين الاثنين والأربعاء.")] == ["الاثنين والأربعاء"]
    assert [t.text for t in times("قال إن الاثنين المقبل موعد اللقاء.")] == ["الاثنين المقبل"]


def test_two_days_apart_are_no_span() -> None:
    assert [t.text for t in times("التقى الوفد نظيره الاثنين والأربعاء.")] == ["الاثنين", "والأربعاء"]
    assert [t.text for t in times("وصل الوفد الاثنين. والثلاثاء عقد اللقاء.")] == ["الاثنين", "والثلاثاء"]


def test_a_year_behind_a_month_is_believed() -> None:
    assert times("أعلن الوزير توقيع الاتفاق في 12 ديسمبر من العام الماضي.")[0].date_from == dt.date(2025, 12, 12)


def test_end_of_month_lies_within_the_month() -> None:
    (found,) = times("تستضيف المدينة القمة نهاية يونيو القادم.")
    assert (found.date_from.month, found.date_to, found.precision) == (6, dt.date(2027, 6, 30), "month")
    assert found.date_from > dt.date(2027, 6, 15)


@pytest.mark.parametrize("text", ["اجتمعا الثلاثاء.", "يصل غدا.", "عقد الأسبوع الماضي.", "في 15 مارس.", "قبل يومين."])
def test_nothing_is_guessed_without_publication(text: str) -> None:
    assert all(t.date_from is None and t.date_to is None for t in times(text, None))


def test_explicit_dates_need_no_publication() -> None:
    assert times("عقد اللقاء في 3 مارس 2020.", None)[0].date_from == dt.date(2020, 3, 3)


def test_next_day_counts_from_the_day_named_before() -> None:
    found = times("وصل الوزير في 3 مارس 2024 وغادر في اليوم التالي.")
    assert [(t.date_from, t.basis) for t in found] == [(dt.date(2024, 3, 3), "explicit"), (dt.date(2024, 3, 4), "inferred")]
    assert times("وغادر في اليوم التالي.")[0].date_from is None


def test_the_same_day_is_the_one_named_before() -> None:
    found = times("وصل الوزير في 3 مارس 2024 وغادر في اليوم نفسه.")
    assert [(t.date_from, t.basis) for t in found] == [(dt.date(2024, 3, 3), "explicit"), (dt.date(2024, 3, 3), "inferred")]
    assert [t.date_from for t in times("وغادر مساء اليوم ذاته.") + times("وغادر في نفس اليوم.")] == [None, None]


DIRECTIONS = [
    # the present of what takes place, with a weekday, tells what is to come
    ("تبدأ في نواكشوط، السبت، أعمال اللجنة المشتركة.", "2026-11-21"),
    ("تتصدر أزمة المياه مباحثات الوزراء في عمان يوم الاثنين.", "2026-11-23"),
    ("يستقبل العاهل الأردني نظيره المغربي في العقبة الأحد.", "2026-11-22"),
    ("يختتم الوفد جولته الخميس في مسقط.", "2026-11-19"),
    ("كان الوزير يشارك في المنتدى الأربعاء.", "2026-11-18"),
    ("اتصل الوزير بنظيره قبل أن يغادر الأربعاء إلى بلاده.", "2026-11-18"),
    ("ينهي الوفد زيارته التي بدأها الاثنين في تونس.", "2026-11-16"),
    # what is decided or agreed is to come
    ("تقرر عقد اجتماع للوزراء السبت في عمان.", "2026-11-21"),
    # a verb to come behind the weekday is of that day only where it goes on with it
    ("والأحد، سيزور الأمير مدينة البتراء.", "2026-11-22"),
    ("يتوقف الوزير الأحد في مسقط حيث سيلتقي نظيره.", "2026-11-22"),
    ("كشفت مسقط الثلاثاء أن جارتها ستدعو إلى مؤتمر.", "2026-11-17"),
    ("وفي اللقاء الذي دام ساعة، الثلاثاء، وافق الملك على عقد قمة.", "2026-11-17"),
]


@pytest.mark.parametrize(("text", "day"), DIRECTIONS)
def test_the_verb_tells_which_weekday(text: str, day: str) -> None:
    assert [str(t.date_from) for t in times(text)] == [day]


def test_parenthesised_weekday_pins_publication() -> None:
    """«غدا (الخميس)» in an article stamped on that Thursday was written on the Wednesday."""
    found = times("يعقد الوزراء غدا (الخميس) اجتماعا. وكان الوزير وصل أمس إلى بروكسل.")
    assert [t.date_from for t in found] == [dt.date(2026, 11, 19), dt.date(2026, 11, 17)]


@pytest.mark.parametrize("text", ["رفع الأب شكوى.", "بلغ العدد 2024 شخصا.", "سعر السهم 12.5 دولار.", "حتى اليومين الأخيرين؟", "شارك الوزير في اجتماعات الربيع.", "منذ الربيع العربي.", "تجرى المناورات في الصيف من كل عام."])
def test_ordinary_words_are_no_dates(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize("text", ["في 31 فبراير 2024.", "في 45/13/2024.", "في 30 رمضان 1999 هـ."])
def test_impossible_days_give_no_day(text: str) -> None:
    assert [t for t in times(text) if t.precision == "day" and t.date_from] == []


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="الثءيومغداسبتحقنفر 0123456789٣/-.،()\n\u200f\ud800", max_size=120), st.sampled_from([None, PUBLISHED]))
def test_spans_are_of_the_text(text: str, published: dt.date | None) -> None:
    found = times(text, published)
    assert all(text[t.start : t.end] == t.text for t in found)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    assert all(t.date_from <= t.date_to for t in found if t.date_from and t.date_to)


WORDS_OF_TIME = ["15", "2025", "آب", "مايو", "رمضان", "1446", "هـ", "الأحد", "غدا", "اليوم", "التالي", "أمس", "هذا", "العام", "الشهر", "المقبل", "الماضية", "قبل",
                 "ثلاثة", "أيام", "عام", "الربع", "الأول", "من", "في", "التسعينيات", "نهاية", "/", "-", "اجتمع", "الصيف", "ربيع"]  # fmt: skip


def clues(text: str) -> list[tuple[int, set[str]]]:
    """The clues of a text without marks, by sentence."""
    tokens = tokenizer.tokenize(text)
    sentences = segmenter.sentences(text, tokens)
    return temporal_rules.clues_in(fold_letters(text), [s.start for s in sentences], tokens, sentences, rules())


def test_every_rule_has_its_clues() -> None:
    assert set(temporal_rules.RULE_CLUES) == {name for name, _ in rules().rules} == set(temporal._VALUES)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS_OF_TIME), min_size=1, max_size=8))
def test_clues_leave_no_rule_out_that_would_match(words: list[str]) -> None:
    part = fold_letters(" ".join(words))
    found = dict(clues(part)).get(0, set())
    assert all(temporal_rules.RULE_CLUES[name] <= found for name, rule in rules().rules if rule.search(part))


def test_clues_are_told_of_their_own_sentence() -> None:
    assert clues("اجتمع الوزيران. يصل الوفد الأحد. وصل في 5 آب.") == [(1, {"weekday"}), (2, {"day_number", "month"})]


def test_marks_between_letters_leave_the_spans_of_the_text() -> None:
    text = "وصَلَ الوفدُ\u200f أمسِ، ثمّ غادر يوم الأحـــد."
    assert [t.text for t in times(text)] == ["أمس", "يوم الأحـــد"]


@pytest.mark.parametrize("unit", ["الأحد ", "12 ", "من 1 إلى ", "قبل ثلاثة ", "15/", "يوم (", "في نهاية "])
def test_time_grows_with_length_only(unit: str) -> None:
    def seconds(n: int) -> float:
        text = unit * n
        start = time.process_time()
        times(text)
        return time.process_time() - start

    seconds(50)
    assert seconds(8000) < 16 * 3 * seconds(500) + 0.5


def test_days_in_two_calendars_are_one_range() -> None:
    (found,) = times("يعقد المنتدى خلال الفترة 26-28 محرم 1437هـ الموافق 8 – 10 نوفمبر 2015.")
    assert (found.date_from, found.date_to) == (dt.date(2015, 11, 8), dt.date(2015, 11, 10))


def test_a_day_that_names_an_event_is_the_nearest_one() -> None:
    (found,) = times("قال الوزير الخميس الماضي إن مسألة القوات لن تكون على طاولة قمة 2 ديسمبر بين البلدين.")[-1:]
    assert found.date_from == dt.date(2026, 12, 2)
