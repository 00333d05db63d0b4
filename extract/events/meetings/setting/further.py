"""The day and the place of a meeting that a clause adds to the one told before: «التقى الوزير أمس في بغداد نظيره …. كما عقد اجتماعا مع …»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.arguments import is_state
from extract.events.clauses.words import AFTER
from extract.events.meetings.event import VISITS, Event
from extract.events.meetings.triggers import Trigger

_ADDING: Final = frozenset(("كما", "وكما"))
_ALSO: Final = frozenset(("كذلك", "ايضا"))
_NEXT: Final = frozenset(("بعدها", "بعديذ", "عقبها"))
_OPENING: Final = 3  # tokens from the beginning of a clause to its verb: «عقب ذلك، | عقد»


def go_on_from(document: Document, trigger: Trigger, event: Event, events: list[Event]) -> None:
    """Give a meeting that a clause adds the day and the place of the one told at once before, whose people are his or its own."""
    if not events or event.time is not None and event.place is not None or not trigger.construction.startswith(("verb_meet", "verb_receive", "verb_discuss", "noun_meet")) or event.kind == "call":
        return
    before, added = events[-1], _is_added(document, trigger)
    if not added and not _follows_at_once(document, trigger):
        return
    if before.status != event.status or event.sentence - before.latest > 1 or before.rule in VISITS or before.kind == "call":
        return
    shared = {p.key() for p in event.parties if p.person is not None} & before.party_keys()
    hosts = added or any(is_state(a) for a in event.actors() & before.actors())
    if not shared and (added or not hosts):
        return
    if event.time is None and before.time is not None and before.time.precision in ("day", "unknown") and before.time.date_from == before.time.date_to:
        event.time = before.time
    if event.place is None and before.place is not None and shared:
        event.place, event.placed_by = before.place, "place_of_visit"


def _is_added(document: Document, trigger: Trigger) -> bool:
    """Whether the verb of a meeting stands at once behind «كما», or «كذلك» at once behind it: «كما | استقبل», «والتقى | كذلك»."""
    head = trigger.carrier if trigger.carrier is not None else trigger.token
    verb = document.morphs[head]
    if trigger.behind or verb is None or verb.pos != "verb" or head <= trigger.first and verb.conjunction is None:
        return False
    if head > trigger.first and document.norms[head - 1] in _ADDING:
        return True
    return verb.conjunction == "و" and head + 1 < trigger.last and document.norms[head + 1] in _ALSO


def _follows_at_once(document: Document, trigger: Trigger) -> bool:
    """Whether a past clause opens with what was before: «عقب ذلك، | عقد …», «بعد ذلك التقى …»."""
    head = trigger.carrier if trigger.carrier is not None else trigger.token
    verb = document.morphs[head]
    if trigger.behind or verb is None or verb.pos != "verb" or verb.aspect != "p":
        return False
    opening = [w.removeprefix("و") for w in document.norms[max(trigger.first, head - _OPENING) : head]]
    return not _NEXT.isdisjoint(opening) or "ذلك" in opening and not AFTER.isdisjoint(opening)
