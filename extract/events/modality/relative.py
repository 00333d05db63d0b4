"""Signs of a relative clause: one on the event that tells it as to come («القمة … التي ستعقد»), one in which the event is told under a future («ستكون المرة الأولى التي يلتقي فيها»)."""

from __future__ import annotations

from typing import Final

from extract.arabic.normalizer import fold
from extract.events.modality.agreement import FULL_STOPS, TAKING_PLACE, relative_of
from extract.events.modality.clause import Clause, in_person, is_ahead

_TIME_REACH: Final = 14  # tokens from the relative pronoun to the day that its verb has
_AHEAD: Final = ("مقرر", "متوقع", "منتظر", "مفترض", "مزمع", "مرتقب", "مرجح")
_DUE: Final = frozenset(("يفترض", "يتوقع", "ينتظر", "يرتقب"))
_NEXT: Final = frozenset(("المقبل", "المقبله", "القادم", "القادمه", "غدا"))
_FIRST: Final = frozenset(("اول", "الاول", "الاولي", "مره", "المره"))
_IF: Final = frozenset(("اذا", "لو", "واذا", "ولو"))
_FIRST_TIME: Final = 16  # tokens from «ستكون» to what is done for the first time


def will_take_place(c: Clause) -> bool:
    """«قمة بين الرئيسين، التي من المقرر انعقادها …», «مؤتمر المناخ الذي سيعقد في باريس», «الاجتماع الذي يقام الشهر المقبل»."""
    if c.past or c.over or c.noun is None or c.noun.pos != "noun":
        return False
    norms = c.document.norms
    at = relative_of(c.document, c.trigger)
    if at is None:
        return False
    if norms[at + 1] in _DUE or norms[at + 1] == "من" and norms[at + 2].removeprefix("ال").startswith(_AHEAD):
        return True
    verb = next((i for i in (at + 1, at + 2) if (m := c.document.morphs[i]) is not None and m.pos == "verb"), None)
    morph = c.document.morphs[verb] if verb is not None else None
    if morph is None or morph.lemma not in TAKING_PLACE:
        return False
    return morph.future or norms[at + 1] == "سوف" or morph.aspect == "i" and _is_dated_ahead(c, at)


def is_first_to_come(c: Clause) -> bool:
    """«ستكون المرة الأولى التي يلتقي فيها رئيس أميركي …», «وسيكون أول رئيس يزور الجزيرة», «ستكون القمة أول لقاء بين …»."""
    if not c.present() and (c.governor is not None or c.before(c.trigger) not in _FIRST):
        return False
    first, head = False, c.head if c.present() else c.trigger
    for i in range(head - 1, max(head - _FIRST_TIME, -1), -1):
        morph, norm = c.document.morphs[i], c.document.norms[i]
        if c.document.tokens[i].text in FULL_STOPS:
            return False
        if norm in _FIRST:
            first = True
            continue
        if morph is not None and morph.pos == "verb" and not in_person(c.document, i):
            return first and bool(morph.future) and morph.lemma in ("كان", "يكون", "أصبح")
    return False


def would_be_first(c: Clause) -> bool:
    """«في حال نجحت الوساطة ستكون المرة الأولى التي يزور فيها وزير …»: only if it takes place."""
    opening = range(max(c.head - _FIRST_TIME, 0), c.head)
    at = next((i for i in reversed(opening) if c.document.tokens[i].text in FULL_STOPS), opening.start)
    return is_first_to_come(c) and any(w in _IF or w == "حال" and c.document.norms[at + k - 1].removeprefix("و") == "في" for k, w in enumerate(c.document.norms[at : c.head]))


def _is_dated_ahead(c: Clause, at: int) -> bool:
    """Whether a day to come stands in the relative clause that opens at token ``at``."""
    tokens = c.document.tokens
    start, end = tokens[at].start, tokens[min(at + _TIME_REACH, len(tokens) - 1)].start
    return any(start < t.start < end and (is_ahead(t, c.document.published) or any(w in _NEXT for w in fold(t.text).split())) for t in c.document.times)
