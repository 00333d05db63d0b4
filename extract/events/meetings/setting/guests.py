"""Who is told to be a guest in the state of the one he meets: who is accredited there, is visiting, or came with a delegation."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.arguments import Party, is_state
from extract.events.meetings.event import Event

_ACCREDITED: Final = frozenset(("ambassador", "consul", "consul general", "chargé d'affaires"))
_BEHIND: Final = 12  # characters behind a title in which the word of accreditation may stand
_GUEST_REACH: Final = 8  # tokens behind a guest that say so
_WITH_DELEGATION: Final = frozenset(("المرافق", "المرافقون", "المرافقين"))  # «والوفد المرافق له»
_VISITING: Final = frozenset(("الزاير", "الزايره", "الضيف", "الضيفه"))
_RELATIVES, _VISITS = frozenset(("الذي", "التي", "والذي", "والتي")), frozenset(("يزور", "تزور", "زياره", "بزياره"))
_LAND: Final = frozenset(("البلاد", "للبلاد"))


def host_of_guest(document: Document, event: Event) -> Party | None:
    """The one who is at home where the other is a guest of his state: «التقى وزير النفط العراقي | سفير فرنسا في بغداد», «… والوفد المرافق له»."""
    states = [p for p in event.parties if p.person is not None and is_state(p.actor_id)]
    if len({p.actor_id for p in states}) != 2 or len(states) != len(event.parties):
        return None
    for guest in states:
        host = next(p for p in states if p.actor_id != guest.actor_id)
        if host.person is not None and host.person.role not in _ACCREDITED and (_is_accredited(document, guest, host.actor_id) or _is_visiting(document, event, guest)):
            return host
    return None


def _is_accredited(document: Document, guest: Party, state: str | None) -> bool:
    """Whether an ambassador's title, or what stands behind his name, names the state of whom he meets: «السفير الفرنسي لدى العراق»."""
    if guest.person is None or guest.person.role not in _ACCREDITED:
        return False
    return any(guest.start < n.start < guest.end + _BEHIND and n.kind in ("state", "place") and (n.country_code or n.actor_id) == state for n in document.names)


def _is_visiting(document: Document, event: Event, guest: Party) -> bool:
    """Whether the words behind a guest, or his title, tell that he is on a visit: «الوزير الألماني الزائر», «الذي يزور البلاد حاليا», «والوفد المرافق له»."""
    norms = document.norms
    last = next((i for i in range(event.first, len(norms)) if document.tokens[i].start >= guest.end), len(norms))
    within = (i for i in range(event.first, last) if guest.start <= document.tokens[i].start)
    if any(norms[i] in _VISITING for i in within):
        return True
    behind = [norms[i] for i in range(last, min(last + _GUEST_REACH, len(norms)))]
    behind = behind[1:] if behind[:1] in (["،"], [","]) else behind
    if behind[:1] in (["والوفد"], ["ووفد"]):
        return behind[1:2] != [] and behind[1] in _WITH_DELEGATION
    if behind[:1] != [] and behind[0] in _VISITING:
        return True
    return behind[:1] != [] and behind[0] in _RELATIVES and bool(_VISITS & {*behind[1:5]}) and bool(_LAND & {*behind[1:]})
