"""Committees that meet: «أعمال اللجنة المشتركة», «أشغال التحالف الدولي»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.arabic.types import Document, Morph

if TYPE_CHECKING:
    from extract.events.meetings.triggers import Trigger

WORKS: Final = frozenset(("عمل", "أشغال"))  # whose plural tells the session of a committee
# Whose work is its meeting; that of a conference or a summit is told by its own noun: «أعمال القمة».
_COMMITTEES: Final = frozenset(("لجنة", "تحالف", "هيئة", "جمعية", "مجلس"))
_SHARED: Final = frozenset(("المشتركه", "المشترك", "العليا", "الدولي", "الدوليه", "الوزاري", "الوزاريه", "العامه", "الثلاثيه", "الرباعيه", "الثناييه", "بين"))  # a committee of several
_REACH: Final = 6  # tokens in which it is said that several share it


def is_work_of_committee(document: Document, morph: Morph, i: int, last: int) -> bool:
    """Whether «أعمال» or «أشغال» at ``i`` are those of a committee that several share: no «أعمال العنف», no «أعمال مجلس الوزراء»."""
    behind = document.morphs[i + 1] if i + 1 < last else None
    if i and document.norms[i - 1] == "هامش":
        return False  # «تجتمع المجموعة على هامش أعمال الجمعية العامة»
    if morph.enclitic or morph.definite or morph.lemma == "عمل" and morph.number != "p" or behind is None or behind.pos != "noun" or behind.lemma not in _COMMITTEES:
        return False
    return any(w in _SHARED for w in document.norms[i + 2 : min(i + _REACH, last)])


def has_committee(document: Document, i: int, last: int) -> bool:
    """Whether a committee is at once behind the verb of meeting at ``i``: «تلتئم | اللجنة المشتركة»."""
    behind = document.morphs[i + 1] if i + 1 < last else None
    return behind is not None and behind.pos == "noun" and behind.lemma in ("لجنة", "مجلس") and behind.preposition is None


def is_the_event(document: Document, trigger: Trigger, start: int) -> bool:
    """Whether a committee at ``start`` is the meeting itself and nobody who takes part: «ترأس الوزيران أشغال | اللجنة المشتركة»."""
    beside = trigger.token + 1
    return trigger.morph.lemma in WORKS and beside < trigger.last and document.tokens[beside].start == start and (m := document.morphs[beside]) is not None and m.lemma == "لجنة"
