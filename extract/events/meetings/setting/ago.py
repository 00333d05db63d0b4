"""Counts back from the article that date an event, and days to which a clause with «عندما» goes: «التقى نظيره | قبل ثلاثة أشهر |», «منذ مايو 2019، عندما زار روما»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document, TimeExpression
from extract.events.arguments import Index
from extract.events.clauses.counts import FROM
from extract.events.clauses.words import COMMAS
from extract.events.meetings.triggers import Trigger

_RULES: Final = frozenset(("ago", "ago_one"))
_ONCE: Final = frozenset(("verb_meet", "verb_receive", "verb_visit", "noun_meet", "noun_visit"))  # of which «منذ» may tell how long ago; what is discussed may itself last
_FIRST: Final = frozenset(("اول", "الاول", "الاولي", "مره", "المره", "الوحيد", "الوحيده", "الاخير", "الاخيره", "احدث"))  # «في أول زيارة له منذ شهرين»
_SOME: Final = frozenset(("ايام", "اسابيع", "اشهر", "شهور", "ساعات", "سنوات", "اعوام"))
_WHEN: Final = frozenset(("عندما", "حين", "حينما"))
_BEHIND_REACH: Final = 1  # tokens from the end of who takes part to the count


def is_ago(document: Document, index: Index, trigger: Trigger, j: int) -> bool:
    """Whether a count at token ``j`` tells how long ago the event was: «التقى نظيره | قبل شهرين», «زارت بغداد | منذ ستة أشهر»; not «قبل يومين من القمة», «الأزمة المستمرة منذ شهر»."""
    word = document.norms[j]
    if word not in ("قبل", "منذ") or j > trigger.right + _BEHIND_REACH:
        return False
    if _is_some_time_ago(document, trigger, j):
        return True
    start = document.tokens[j].start
    if not any(t.start == start and t.rule in _RULES for t in index.times(start, start)) or is_counted_from(document, index, j):
        return False
    return word == "قبل" or _is_of_one_moment(document, index, trigger, j)


def _is_some_time_ago(document: Document, trigger: Trigger, j: int) -> bool:
    """Whether days that nobody counts tell since when a past verb of the event is: «لقاء الرئيسين الذي عقد | منذ أيام | في سوتشي»."""
    head = document.morphs[trigger.carrier] if trigger.carrier is not None else None
    if head is None or head.pos != "verb" or head.aspect != "p" or trigger.carrier != j - 1 or j + 2 >= len(document.norms):
        return False
    return document.norms[j + 1] in _SOME and document.norms[j + 2] not in ("من", "علي")


def _is_of_one_moment(document: Document, index: Index, trigger: Trigger, since: int) -> bool:
    """Whether «منذ» goes with a past verb of the event and not with what lasts: «التقى الوزير نظيره الهندي | منذ أسبوعين»; not «يتفاوضان منذ شهر», «التقى المعتقلين منذ شهر»."""
    head = trigger.carrier if trigger.noun else trigger.token
    if head is None or trigger.construction not in _ONCE or head >= since:
        return False
    verb = document.morphs[head]
    if verb is None or verb.pos != "verb" or verb.aspect != "p" or not _FIRST.isdisjoint(document.norms[head:since]):
        return False
    last = document.tokens[since - 1]
    if index.in_person(last.start) or any(n.end == last.end for n in document.names):
        return True
    morph, word = document.morphs[since - 1], document.norms[since - 1].removeprefix("ال")
    if last.kind != "word" or word.startswith("م"):
        return False  # a participle tells what goes on since then
    return morph is None or morph.pos == "noun" or morph.pos == "adj" and word.endswith(("ي", "يه"))


def day_before_when(document: Document, trigger: Trigger) -> TimeExpression | None:
    """The day or month to which the clause of a past verb goes: «لم يلتقيا منذ | مارس 2019 |، عندما زار الرئيس روما»."""
    i = trigger.token
    morph = trigger.morph
    if trigger.noun or i < 2 or morph.aspect != "p" or document.norms[i - 1] not in _WHEN:
        return None
    before = i - 3 if document.tokens[i - 2].text in COMMAS else i - 2
    if before < 0:
        return None
    end = document.tokens[before].end
    return next((t for t in document.times if t.end == end and t.type == "DATE" and t.precision in ("day", "month", "year")), None)


def is_counted_from(document: Document, index: Index, j: int) -> bool:
    """Whether a count of days that opens at token ``j`` is from something else: «بعد أسبوع من زيارته إلى أنقرة»; not «بعد أسبوع»."""
    start = document.tokens[j].start
    time = next((t for t in index.times(start, start) if t.start == start), None)
    return time is not None and document.text[time.end : time.end + 8].startswith(FROM)
