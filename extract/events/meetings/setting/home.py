"""The country of a meeting that no place is told of: who receives is at home, and so is who meets in his office."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import in_mention
from extract.arabic.types import Document
from extract.events.arguments import Party, is_state
from extract.events.meetings.event import Event
from extract.events.meetings.setting.guests import host_of_guest

_SEATS: Final = frozenset(("مقر", "مكتب", "قصر", "ديوان", "مبني"))  # «في مكتبه», «بمقر الوزارة»
_OWNED: Final = frozenset(("مكتبه", "مكتبها", "قصره", "قصرها", "مقره", "مقرها", "ديوانه", "وزارته", "وزارتها"))
_SEAT_REACH: Final = 4  # tokens behind a seat that say whose it is
_OWN_BODIES: Final = frozenset(("الوزاره", "الديوان", "المركز", "الهييه", "الرياسه", "الامانه", "الاداره", "الموسسه"))
_ADDED_REACH: Final = 5  # tokens from «وذلك» to the seat
_ASIDE: Final = frozenset(("هامش", "هامشه", "هامشها", "اقامته", "اقامتها"))  # «على هامش القمة», «في مقر إقامته»: away from home


def home_of(document: Document, event: Event, events: list[Event]) -> str | None:
    """The state in which a receiver or the man of an office meets his guest: «استقبل الرئيس السوري … وزير الخارجية الإيراني», «اجتمعا في مقر البرلمان».

    Not where the article tells that he is abroad, nor on the margins of something.
    """
    norms = document.norms[event.first : _end(document, event)]
    if event.place is not None or event.kind == "call" or not event.parties or any(w in _ASIDE for w in norms):
        return None
    host = event.parties[0]
    if event.rule == "verb_receive":
        home = event.host if event.host == host.actor_id and _is_subject(document, event) else None
    elif any(norms[i - 1] == "في" and w in _OWNED or w.startswith("ب") and w[1:] in _OWNED for i, w in enumerate(norms) if i):
        home = host.actor_id
    elif any((norms[i - 1] == "في" and w in _SEATS or w.startswith("ب") and w[1:] in _SEATS) for i, w in enumerate(norms) if i):
        states = {p.actor_id for p in event.parties}
        home = next(iter(states)) if len(states) == 1 else _seat_of(document, event, states) or (host.actor_id if _is_own_seat(document, event) else None)
    elif (receiver := host_of_guest(document, event)) is not None:
        host, home = receiver, receiver.actor_id
    else:
        return None
    return home if home is not None and is_state(home) and host.person is not None and not _is_abroad(host, home, events) else None


def _end(document: Document, event: Event) -> int:
    """The token behind what is told of an event, with a place that is added: «التقى الوزير نظيره، | وذلك بمقر الوزارة»."""
    end = event.last
    opening = next((j for j in (end, end + 1) if j < len(document.norms) and document.norms[j] == "وذلك"), None)
    return min(opening + _ADDED_REACH, len(document.norms)) if opening is not None else end


def _is_own_seat(document: Document, event: Event) -> bool:
    """Whether the seat is that of who meets, where nothing names it: «التقى الوزير … بمقر الوزارة»."""
    end = _end(document, event)
    return event.rule.startswith("verb") and any(document.norms[i] in _OWN_BODIES and document.norms[i - 1].removeprefix("ب") in _SEATS for i in range(event.first + 1, end))


def _seat_of(document: Document, event: Event, states: set[str | None]) -> str | None:
    """The state of one of the parties that the words behind a seat name: «في مقر وزارة الخارجية الأميركية», «بمبنى البرلمان اللبناني»."""
    norms = document.norms
    for i in range(event.first + 1, event.last):
        word = norms[i] if norms[i - 1] == "في" else norms[i].removeprefix("ب") if norms[i].startswith("ب") else ""
        if word not in _SEATS:
            continue
        start, end = document.tokens[i].end, document.tokens[min(i + _SEAT_REACH, event.last - 1)].end
        named = [n for n in document.names if start <= n.start < end and n.actor_id in states and n.kind in ("nisba", "state", "organisation")]
        named = [n for n in named if not in_mention(document, n.start)]  # «في مقر القمة نظيره الإسباني»
        return named[0].actor_id if named else None
    return None


def _is_subject(document: Document, event: Event) -> bool:
    """Whether the first party receives the others: not where the verb leaves its subject out and both are guests, «كما تستقبل الثلاثاء الرئيس الفرنسي ورئيس المفوضية»."""
    host, verb = event.parties[0], document.morphs[event.trigger]
    guest = next((p for p in event.parties[1:] if p.start > host.start), None)
    person = host.person
    man = person is not None and person.kind != "collective" and person.role_ar is not None and not person.role_ar.split(" ")[0].endswith("ة")
    if man and verb is not None and verb.pos == "verb" and verb.gender == "f":
        return False
    at = next((i for i in range(event.first, event.last) if guest is not None and document.tokens[i].start >= guest.start), None)
    morph = document.morphs[at] if at is not None else None
    return at is None or not (bool(morph.conjunction) if morph is not None else document.norms[at].startswith("و"))


def _is_abroad(host: Party, home: str, events: list[Event]) -> bool:
    """Whether another event of the article has the host elsewhere."""
    return any(
        e.place is not None and (e.place.country_code or e.place.actor_id) != home and any(p.key() == host.key() for p in e.parties[: 1 if e.kind == "visit" else None])
        for e in events
    )  # fmt: skip
