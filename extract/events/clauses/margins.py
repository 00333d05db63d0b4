"""The aside «على هامش …» in a clause that goes on behind it with whom somebody meets: «التقى الوزير على هامش القمة الإفريقية | نظيره»."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import in_mention, mention_at
from extract.arabic.types import Document
from extract.events.clauses.asides import is_verb
from extract.events.clauses.words import MEETING_WHOM, MEETINGS

_REACH: Final = 22  # tokens of such an aside
_PARTS_REACH: Final = 5  # tokens from «هامش» to its gathering: «هامش مشاركته في أشغال | القمة»
_PARTS: Final = frozenset(("اعمال", "اشغال", "فعاليات", "اجتماعات", "جلسات", "انعقاد", "مشاركته", "مشاركتها", "حضوره", "حضورها", "مشاركه", "حضور", "في", "دوره", "الدوره", "افتتاح"))  # fmt: skip
_HOLDING: Final = frozenset(("عقد", "أجرى"))  # whose object is an event: «عقد على هامش القمة | اجتماعا»
_WITH_OTHERS: Final = frozenset(("اجتمع", "تباحث", "تشاور", "بحث", "ناقش", "تحادث", "تناول", "جمع"))


def margin_before(document: Document, i: int) -> int | None:
    """The token «هامش» to which the gathering at ``i`` belongs: «على | هامش | مشاركته في القمة»; None where it is no margin's."""
    for j in range(i - 1, max(i - 1 - _PARTS_REACH, 0), -1):
        if document.norms[j] == "هامش":
            return j
        if document.norms[j] not in _PARTS:
            return None
    return None


def partner_behind(document: Document, margin: int, first: int, last: int) -> int | None:
    """The token behind the aside at «هامش» where whom they met is told, whom the clause before it has left open; None where it tells nobody."""
    meets = next((j for j in range(margin - 1, first - 1, -1) if _tells_meeting(document, j)), None)
    morph = document.morphs[meets] if meets is not None else None
    if meets is None or morph is None or not {"مع", "بين"}.isdisjoint(document.norms[meets:margin]):
        return None
    told = [p for p in document.persons if document.tokens[meets].end <= p.start < document.tokens[margin].start]
    objects = morph.lemma in MEETING_WHOM or morph.pos == "noun" and morph.enclitic is not None
    owned = (morph.pos == "noun" or morph.lemma == "جمع") and morph.enclitic is not None
    if len(told) > (0 if owned else 1):
        return None
    for j in range(margin + 2, min(margin + _REACH, last)):
        if document.tokens[j].text in ".؛:!؟" or is_verb(document, j):
            return None
        if document.norms[j] == "مع" or _stands_alone(document, j, objects) or morph.lemma in _HOLDING and _is_held(document, j):
            return j
    return None


def _tells_meeting(document: Document, j: int) -> bool:
    morph = document.morphs[j]
    if morph is None or in_mention(document, document.tokens[j].start):
        return False
    return morph.pos == "verb" and (morph.lemma in MEETING_WHOM or morph.lemma in _WITH_OTHERS or morph.lemma in _HOLDING) or morph.pos == "noun" and morph.lemma in MEETINGS


def _is_held(document: Document, j: int) -> bool:
    """Whether the event at ``j`` is the object of the verb before the aside, and so indefinite and governed by no word beside it."""
    morph, before = document.morphs[j], document.morphs[j - 1]
    event = morph is not None and morph.pos == "noun" and morph.lemma in MEETINGS and not morph.definite and not morph.preposition
    return event and (before is None or before.pos not in ("prep", "noun") or before.definite or before.enclitic is not None)


def _stands_alone(document: Document, j: int, objects: bool) -> bool:
    """Whether a person at ``j`` is neither governed by the word before nor joined to it, and so whom the verb before the aside meets: its object, or behind «بـ»."""
    start, morph, before = document.tokens[j].start, document.morphs[j], document.morphs[j - 1]
    if mention_at(document, start) is None or morph is not None and (morph.conjunction is not None or morph.preposition == "ل"):
        return False
    if not objects and (morph is None or morph.preposition != "ب"):
        return False
    return before is None or before.pos not in ("prep", "noun") or before.definite or before.enclitic is not None
