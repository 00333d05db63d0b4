"""Days of an event that stand beyond its own clause: in the journey that led to it, behind what it is for."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.types import Document, TimeExpression
from extract.events.arguments import Index
from extract.events.clauses.limits import left_limit
from extract.events.clauses.words import CLAUSE_OPENERS, COMMAS, FULL_STOPS
from extract.events.meetings.setting.scope import EVENTS, TRAVELS
from extract.events.meetings.triggers import Trigger

_JOURNEYS: Final = TRAVELS | {"جولة", "سافر", "استهل"}
_FROM: Final = frozenset(("علي", "من"))  # «بعد يومين على لقاء», «قبل أسبوع من القمة»
_PURPOSE_REACH: Final = 18  # tokens from an event's arguments to the day behind its purpose
_TO: Final = ("لبحث", "لمناقشه", "لاجراء", "للبحث", "للتباحث", "للتشاور", "لتعزيز", "لتوقيع", "لاستعراض")
_BEFORE_DAYS: Final = frozenset(("في", "يوم", "خلال", "صباح", "مساء"))
_STOPS: Final = FULL_STOPS | COMMAS
_CLAUSES: Final = frozenset(("ان", "انه", "انها", "بان", "بانه", "بانها", "لان", "الذي", "التي", "الذين", "حيث", "فيما", "بينما", "عندما", "بعدما", "موكدا", "مشيرا", "موكده", "مشيره", "حسب", "بحسب", "وفق", "وفقا"))
_CARRYING: Final = frozenset(("holds", "happens", "hosts", "gathers", "says"))
_APART_REACH: Final = 30  # tokens from an event's arguments to a day set apart
_BESIDE: Final = frozenset(("بعد", "عقب", "قبل", "قبيل", "منذ", "حتي"))


def is_counted(document: Document, index: Index, trigger: Trigger) -> TimeExpression | None:
    """The count of days from an event that stands at once before it: «وصل الاثنين | بعد خمسة أيام على زيارة نظيره»."""
    i = trigger.token
    if not trigger.noun or i <= trigger.first + 1 or document.norms[i - 1] not in _FROM:
        return None
    at = document.tokens[i - 1].start
    return next((t for t in index.times(document.tokens[trigger.first].start, at) if t.rule in ("ago", "ago_one") and t.text.startswith(("بعد", "قبل")) and document.text[t.end : at].strip() == ""), None)


def day_counted(document: Document, index: Index, trigger: Trigger, count: TimeExpression) -> TimeExpression | None:
    """The day of an event from which so many days are counted to one that is told before: Monday and «بعد خمسة أيام على زيارة» tell Wednesday."""
    base = next((t for t in reversed(list(index.times(document.tokens[trigger.first].start, count.start - 1))) if t.type == "DATE" and t.precision == "day"), None)
    if base is None or base.date_from is None or base.date_from != base.date_to or count.date_from is None or document.published is None or count.precision != "day":
        return None
    day = base.date_from - (count.date_from - document.published)
    return replace(count, date_from=day, date_to=day, basis="inferred")


def day_of_journey(document: Document, index: Index, trigger: Trigger) -> TimeExpression | None:
    """The day of the journey on which they met: «سافر الأحد إلى بكين حيث التقى الرئيس», «بدأ في الثامن من نوفمبر جولة … حيث التقى السلطان»."""
    at = trigger.left - 1
    if at <= trigger.first or document.norms[at] != "حيث" or trigger.construction.endswith(("visit", "arrive")):
        return None
    if any(w == "من" for w in document.norms[max(trigger.first, at - 3) : at]):
        return None  # «يصل الخميس قادما من بروكسل حيث يشارك في قمة»
    head = document.morphs[trigger.carrier if trigger.carrier is not None else trigger.token]
    left = left_limit(document, at - 1, trigger.first)
    times = [t for t in index.times(document.tokens[left].start, document.tokens[at].start) if t.type == "DATE" and t.precision != "year"]
    if len(times) != 1 or head is None or not any(m is not None and m.lemma in _JOURNEYS for m in document.morphs[left:at]):
        return None
    verb = next((m for j in range(left, at) if (m := document.morphs[j]) is not None and m.pos == "verb" and not index.in_person(document.tokens[j].start)), None)
    return times[0] if verb is not None and head.pos == "verb" and verb.aspect == head.aspect else None


def day_behind_purpose(document: Document, index: Index, trigger: Trigger, stop: int) -> TimeExpression | None:
    """The day behind what somebody travels for: «سيزور الرياض لمناقشة ملفات الطاقة مع ولي العهد | الثلاثاء المقبل»."""
    end = min(trigger.last, trigger.right + _PURPOSE_REACH)
    if not trigger.construction.endswith(("visit", "arrive")) or not any(w in _TO for w in document.norms[trigger.token + 1 : end]):
        return None
    time = next(iter(index.times(stop, document.tokens[end - 1].start)), None)
    if time is None or time.type != "DATE" or time.precision == "year":
        return None
    day = index.token_at(time.start)
    before = day - 2 if document.norms[day - 1] in _BEFORE_DAYS else day - 1
    if not index.in_person(document.tokens[before].start) or "مع" not in document.norms[trigger.token + 1 : day]:
        return None
    return None if any(_opens_another(document, index, j) for j in range(trigger.right + 1, day)) else time


def _opens_another(document: Document, index: Index, j: int) -> bool:
    """Whether another clause or event begins at token ``j``, whose the day behind it may be."""
    if document.tokens[j].text in _STOPS or document.norms[j] in _BESIDE or document.norms[j] in CLAUSE_OPENERS and document.norms[j] not in _TO:
        return True
    morph = document.morphs[j]
    return morph is not None and not index.in_person(document.tokens[j].start) and (morph.pos == "verb" or morph.lemma in EVENTS and morph.preposition is None)


def day_set_apart(document: Document, index: Index, trigger: Trigger, stop: int) -> TimeExpression | None:
    """The day that stands between commas at the end of the clause of the event's verb: «ترأس اجتماع المجلس حول الأزمة في نيويورك، الثلاثاء.»."""
    if trigger.behind or trigger.noun and (trigger.carrier is None or trigger.role not in _CARRYING):
        return None
    last = min(trigger.last, trigger.right + _APART_REACH)
    time = next((t for t in index.times(stop, document.tokens[last - 1].end) if t.type == "DATE" and t.precision != "year"), None)
    if time is None:
        return None
    day, behind = index.token_at(time.start), index.token_at(time.end)
    before = day - 2 if document.norms[day - 1] in _BEFORE_DAYS else day - 1
    if document.tokens[before].text not in COMMAS or behind < len(document.tokens) and document.tokens[behind].text not in _STOPS:
        return None
    return None if any(_opens_clause(document, index, j) for j in range(trigger.token + 1, before)) else time


def _opens_clause(document: Document, index: Index, j: int) -> bool:
    """Whether another clause, saying or event begins at token ``j``; commas and topics open none."""
    if document.norms[j].removeprefix("و") in _BESIDE or document.norms[j] in _CLAUSES or document.tokens[j].text in FULL_STOPS:
        return True
    morph = document.morphs[j]
    return morph is not None and not index.in_person(document.tokens[j].start) and (morph.pos == "verb" or morph.pos == "noun" and morph.lemma in EVENTS)
