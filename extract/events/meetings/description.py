"""Whether a gathering is one of several states, and the clause that shows a meeting."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.clauses.limits import right_limit
from extract.events.meetings.triggers import Trigger

_WIDE: Final = frozenset(("دولي", "الدولي", "دوليا", "دوليه", "الدوليه", "عالمي", "العالمي", "عالميه", "العالميه", "اقليمي", "الاقليمي", "اقليميه", "الاقليميه", "وزراء", "لوزراء", "وزاري", "الوزاري", "وزاريا", "قاده", "لقاده", "زعماء", "لزعماء", "زعيمي", "دول", "لدول", "الدول", "للدول", "العربيه", "الاوروبي", "المانحين", "للمانحين", "المانحه", "ثلاثي", "ثلاثيا", "الثلاثي", "رباعي", "رباعيا", "الرباعي", "رباعيه", "ثلاثيه"))  # fmt: skip
_WIDE_REACH: Final = 14  # tokens behind an event noun in which it is said whose it is


def is_wide(document: Document, trigger: Trigger) -> bool:
    """Whether the words behind an event noun tell that several states meet there: «مؤتمر دولي لدعم لبنان», «اجتماع لوزراء الدول الثلاث»."""
    behind = range(trigger.token + 1, min(trigger.token + _WIDE_REACH, trigger.last))
    end = next((j for j in behind if document.tokens[j].text in "،.؛:" or document.norms[j] in ("ان", "بان", "حيث")), behind.stop)
    return any(w in _WIDE for w in document.norms[trigger.token + 1 : end])


def evidence(document: Document, trigger: Trigger) -> tuple[int, int]:
    """The token range of the clause that shows the meeting: from the clause's begin to the end of the arguments."""
    end = max(trigger.right, trigger.token + 1)
    return trigger.left, end if end > trigger.left else right_limit(document, trigger.token, trigger.last)
