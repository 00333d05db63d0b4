"""Who received a visitor or saw him off, told beside his visit: «وكان في استقباله وزير الخارجية», «وفي مقدمة مستقبليه أمير المنطقة», «كان الرئيس في استقبال ضيفه»."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.spans import mention_at
from extract.arabic.types import Document, Person
from extract.events.arguments import Index, Party, is_state
from extract.events.meetings.event import VISITS, Event
from extract.events.meetings.lists import is_whole

_PRONOUNS: Final = ("ه", "ها", "هم", "هما")
OF_HIM: Final = frozenset(word + pronoun for word in ("استقبال", "وداع", "مستقبلي", "مودعي") for pronoun in _PRONOUNS)
OF_NAMED: Final = frozenset(("استقبال", "وداع", "مستقبلي", "مودعي", "الاستقبال", "المستقبلين", "مستقبل"))  # before who is received, or nobody
RECEPTIONS: Final = OF_HIM | OF_NAMED
_AMONG: Final = frozenset(("مقدمه", "طليعه", "صداره", "راس"))  # «في | مقدمة | مستقبليه»
_BEING: Final = frozenset(("كان", "وكان", "كانت", "وكانت", "كانوا", "وجد", "يكون", "سيكون", "وسيكون"))
_BEHIND_BEING: Final = 4  # tokens from «وكان» to «في استقباله»
_SUBJECT: Final = 16  # tokens from «وكان» over who received to «في استقباله»
_WITHIN: Final = 3  # sentences from a visitor's coming to who received him
_OF_VISITOR: Final = ("ambassador", "chargé d'affaires", "military attaché", "cultural attaché", "consul", "consul general")  # who received their own


def is_reception(document: Document, i: int, first: int) -> bool:
    """Whether who received the visitor told before stands about token ``i``: «وكان في | استقباله | لدى وصوله المطار وزير الخارجية», «كان الوزير في | استقبال | ضيفه»."""
    norms = document.norms
    if norms[i] not in RECEPTIONS:
        return False
    at = i - 1 if norms[i - 1] == "في" else i - 2
    return at > first and (norms[at] == "في" or norms[at] == "علي" and norms[i - 1] == "راس") and (at == i - 1 or norms[i - 1] in _AMONG) and _being(document, at, first) is not None


def _being(document: Document, at: int, first: int) -> int | None:
    """The token of the verb of being before «في استقباله» at ``at``; behind who received only where his mention follows it at once: «كان | وزير الخارجية فلان | في استقباله»."""
    norms = document.norms
    for k in range(at - 1, max(first, at - _SUBJECT) - 1, -1):
        if norms[k] in _BEING:
            start = document.tokens[k + 1].start
            return k if at - k <= _BEHIND_BEING or mention_at(document, start) is not None else None
        if document.tokens[k].text in ".؛":
            return None
    return None


def receive(document: Document, index: Index, events: list[Event], i: int, first: int, last: int, sentence: int) -> None:
    """Add who received the visitor at ``i`` to the visit told last, shortly before; not to talks that were held on it."""
    visits = [e for e in events if (e.rule in VISITS or e.kind == "visit") and e.status in ("held", "planned")]
    event = next((e for e in reversed(visits) if any(p.person is not None for p in e.parties)), visits[-1] if visits else None)
    if event is None or event.kind != "visit" or event.talks or sentence - event.latest > _WITHIN or _is_at_home(event):
        return
    tokens, at = document.tokens, i - 1 if document.norms[i - 1] == "في" else i - 2
    being = _being(document, at, first)
    before = index.parties(tokens[being].end, tokens[at].start, states=False) if being is not None else []
    received = _received(index, document, i)
    if received is not None and not _is_visitor(event, received):
        return
    keys, actors = event.party_keys(), event.actors()
    end = next((j for j in range(i + 1, last) if (m := document.morphs[j]) is not None and m.pos == "verb" and not index.in_person(tokens[j].start)), last)
    found = before or [p for p in index.parties(tokens[i].end, tokens[end - 1].end, states=False) if received is None or p.start >= received.end]
    for party in found:
        person = party.person
        if person is not None and (person.kind == "person" or person.kind != "office" and (party.actor_id or party.actor_name_ar) is not None and (party.actor_id or party.actor_name_ar) not in actors or is_whole(document, party)) and party.key() not in keys:
            keys.add(party.key())
            event.parties.append(replace(party, person=_of_host(event, person), via="listed"))
            event.latest = max(event.latest, sentence)


def _is_at_home(event: Event) -> bool:
    """Whether somebody visits a town of his own state, where no other side receives him: «زيارة تفقدية»."""
    return event.place is not None and bool(event.parties) and event.parties[0].actor_id == event.place.country_code


def _received(index: Index, document: Document, i: int) -> Party | None:
    """Who is received, named at once behind token ``i``: «في استقبال | ولي العهد»."""
    if document.norms[i] not in OF_NAMED or i + 1 >= len(document.tokens):
        return None
    start = document.tokens[i + 1].start
    return next((p for p in index.parties(start, document.tokens[i + 1].end, states=False) if p.start == start), None)


def _is_visitor(event: Event, received: Party) -> bool:
    """Whether who is received is of the visit: one of its people, or one of their state; a bare title may be."""
    return received.key() in event.party_keys() or received.actor_id is None or received.actor_id in event.actors()


def _of_host(event: Event, person: Person) -> Person:
    """A receiver whose office names no state as one of where the visit goes, an envoy as one of the visitor's: «وأمين العاصمة فلان», «والملحق العسكري فلان»."""
    if person.actor_id is not None or person.actor_name_ar is not None or person.role is None:
        return person
    visitor = event.parties[0].actor_id if event.parties else None
    host = event.place.country_code if event.place is not None else None
    code = visitor if person.role in _OF_VISITOR else host
    return replace(person, actor_id=code) if code is not None and is_state(code) else person
