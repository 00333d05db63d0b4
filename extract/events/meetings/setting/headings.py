"""What a sentence opens with before its event: the day of an entry in a chronicle, a year, «من جهة أخرى»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document, TimeExpression
from extract.events.arguments import Index
from extract.events.meetings.triggers import Trigger

_BULLETS: Final = " *-–—•·.[]0123456789)\t\u200f"
_ADVERBS: Final = frozenset(("في", "وفي", "خلال", "وخلال", "و"))
_HELD: Final = ("holds", "happens", "hosts", "gathers")
_PUNCTUATION: Final = frozenset("،,")
_OTHER_SIDES: Final = frozenset(("جهه", "ناحيه", "جانب"))
_OTHER: Final = frozenset(("اخري", "اخر", "ثانيه", "ثان"))


def day_of_heading(document: Document, index: Index, trigger: Trigger) -> TimeExpression | None:
    """The day alone before the colon of an entry: «* 10 أغسطس 1990: عقدت قمة طارئة في القاهرة»."""
    tokens, first, left = document.tokens, trigger.first, trigger.left
    if left - first < 2 or tokens[left - 1].text != ":":
        return None
    start, end = tokens[first].start, tokens[left - 1].start
    dates = [t for t in index.times(start, end - 1) if t.type == "DATE"]
    if len(dates) != 1 or document.text[start : dates[0].start].strip(_BULLETS) or document.text[dates[0].end : end].strip():
        return None
    return dates[0]


def is_entry(document: Document, index: Index, trigger: Trigger, time: TimeExpression) -> bool:
    """Whether a chronicle tells in the present what happened on a day that is past: «2 أغسطس 1990: مجلس الأمن يعقد جلسة»; not «سيعقد»."""
    if time.end > document.tokens[trigger.left].start or time.date_to is None or trigger.noun and trigger.role not in _HELD or day_of_heading(document, index, trigger) is not time:
        return False
    verb = document.morphs[trigger.carrier if trigger.carrier is not None else trigger.token]
    return verb is not None and not verb.future and (document.published is None or time.date_to < document.published)


def opens_clause(document: Document, index: Index, trigger: Trigger, time: TimeExpression) -> bool:
    """Whether a time opens the sentence at once before the verb of the event: «وفي العام 2000 | عقدت الدولتان محادثات»."""
    verb = trigger.carrier if trigger.noun and not trigger.behind else trigger.token
    if verb is None or index.token_at(time.start) > trigger.first + 2:
        return False
    before = document.norms[trigger.first : index.token_at(time.start)]
    behind = index.token_at(time.end)
    behind += behind < verb and document.tokens[behind].text in _PUNCTUATION
    return behind == verb and _ADVERBS.issuperset(before)


def opens_other_side(document: Document, first: int) -> bool:
    """Whether a sentence goes over to something else: «من جهة ثانية استقبل …», «على صعيد آخر، التقى …», «وفي سياق آخر بحث …»."""
    opening = document.norms[first : first + 3]
    if len(opening) < 3 or opening[2] not in _OTHER:
        return False
    preposition = opening[0].removeprefix("و")
    return preposition == "من" and opening[1] in _OTHER_SIDES or preposition in ("علي", "في") and opening[1] in ("صعيد", "سياق")
