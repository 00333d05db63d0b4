"""What a clause says an event told before is the first of: «ستعقد القمة في جنيف. وستكون أول لقاء بين الرئيسين», «الزيارة، وهي أول زيارة لمسؤول غربي»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.arabic.types import Document
from extract.events.meetings.event import VISITS, Event

if TYPE_CHECKING:
    from extract.events.meetings.triggers import Trigger

_FIRST: Final = frozenset(("اول", "ثاني", "ثالث", "رابع", "خامس", "ارفع", "اعلي", "اهم", "اكبر"))  # not «آخر», which is one of before
_IS: Final = frozenset(c + word for c in ("", "و", "ف") for word in ("ستكون", "سيكون", "تكون", "يكون", "تعد", "يعد", "تعتبر", "يعتبر", "ستعد", "كانت", "كان", "هي", "هو", "تمثل", "يمثل", "لتكون", "ليكون"))
_REACH: Final = 9  # tokens from the verb over its subject to the ordinal


def told_as_first(document: Document, trigger: Trigger, event: Event, events: list[Event], number: int) -> Event | None:
    """The event of this sentence or the one before that the clause says to be the first of its kind; None where it says so of none."""
    i, norms = trigger.token, document.norms
    if not trigger.noun or trigger.morph.definite or i == 0 or norms[i - 1] not in _FIRST:
        return None
    verb = next((j for j in range(i - 2, max(trigger.first, i - _REACH) - 1, -1) if norms[j] in _IS), None)
    if verb is None or any(document.tokens[j].text in "،," or (m := document.morphs[j]) is not None and (m.pos == "verb" or m.pos == "noun" and not m.definite) for j in range(verb + 1, i - 1)):
        return None
    near = [e for e in events if number - e.latest <= 1 and e.trigger != event.trigger and _is_alike(e, event)]
    return max(near, key=lambda e: (_same_place(e, event), e.latest, e.trigger), default=None)


def _is_alike(told: Event, event: Event) -> bool:
    """Whether two mentions may be of one event: a visit and a visit, with nothing of place or status against it."""
    if (told.rule in VISITS) != (event.rule in VISITS) or (told.kind == "call") != (event.kind == "call"):
        return False
    x, y = told.place, event.place
    if x is not None and y is not None and x.country_code != y.country_code:
        return False
    return told.status == event.status or not event.sure or not told.sure or {told.status, event.status} == {"planned", "proposed"}


def _same_place(told: Event, event: Event) -> bool:
    return told.place is not None and event.place is not None and told.place.entity_id == event.place.entity_id
