"""Officials of the two sides of whom the text spoke before: «التقى الرئيسان …. كما اجتمع وزيرا خارجية البلدين», «محادثات أجراها وفدا الدولتين»."""

from __future__ import annotations

from typing import Final

from extract.arabic.persons.words import GROUPS, unclitic
from extract.arabic.spans import in_mention, sentence_at
from extract.arabic.types import Document, Person
from extract.events.arguments import Party, is_state
from extract.events.meetings.event import LEADERS, TALKS, Event
from extract.events.meetings.triggers import Trigger

_OF_BOTH: Final = frozenset(("البلدين", "الدولتين", "الجانبين", "الطرفين", "الحكومتين"))
_FROM: Final = frozenset(("من", "في", "عن"))
_LEADING: Final = frozenset(("leaders", "presidents", "sides", "side", "government", "leadership"))  # «زعيما البلدين» are those told before
_HEADS: Final = frozenset(("leaders", "presidents"))
_HIGH: Final = frozenset(("كبار", "كبير", "عدد"))  # before the officials
_OFFICE: Final = 4  # tokens from «وزيرا خارجية» to «البلدين»
_BETWEEN: Final = 5  # tokens from an event to the «بين» of its officials
_LOOKING_BACK: Final = 4  # sentences


def officials_of_both(document: Document, trigger: Trigger, events: list[Event], portfolios: dict[str, str], read: list[Party]) -> list[Party]:
    """The officials of both sides who are subject of the event's verb or stand behind its «بين», each as one of his side; [] where none do or the sides are not known.

    ``read`` are the parties that the event has so far: «رئيسي البلدين» are no two ministers, but any two leaders.
    """
    if _OF_BOTH.isdisjoint(document.norms[trigger.first : trigger.last]):
        return []
    at = next((j for j in _positions(document, trigger) if _of_both(document, j) is not None), None)
    role = _of_both(document, at) if at is not None else None
    if at is None or role is None or role in _LEADING and (role not in _HEADS or _are_leaders(read or [p for e in events for p in e.parties])):
        return []
    role = portfolios.get(document.norms[at + 1], "minister") + "s" if role == "ministers" else role
    behind = next(j for j in range(at + 1, len(document.norms)) if document.norms[j] in _OF_BOTH)
    start, end = document.tokens[at].start, document.tokens[behind].end
    words = document.text[start:end]
    return [
        Party(start, end, Person(start, end, "collective", None, None, None, None, None, role, words, code, name, 0, "collective", 0.7), None, "attendee", "dual")
        for code, name in _sides(document, trigger, events, start)
    ]


def _are_leaders(parties: list[Party]) -> bool:
    """Whether «زعيما البلدين» are among those told, or states whose leaders the article may name elsewhere."""
    return all(p.person is None for p in parties) or any(p.person is not None and p.person.role in LEADERS for p in parties)


def _positions(document: Document, trigger: Trigger) -> list[int]:
    """Where the officials may stand: behind the verb, before it, behind «بين»."""
    norms, verb = document.norms, trigger.carrier if trigger.noun else trigger.token
    out = []
    if verb is not None and trigger.role in (None, "holds", "gathers") and verb + 1 < trigger.last:
        out += [verb + 1, verb + 2] if norms[verb + 1] in _HIGH else [verb + 1]
        out += [j for j in range(max(verb - _OFFICE, trigger.first), verb) if not trigger.behind and all(_of_both(document, j) is None or norms[k] not in "،,." for k in range(j, verb))]
    if trigger.noun and (trigger.morph.number != "p" or trigger.morph.lemma in TALKS):  # not «لقاءات دورية بين مسؤولي البلدين»
        out += [j + 1 for j in range(trigger.token + 1, min(trigger.token + _BETWEEN, trigger.last - 1)) if norms[j] == "بين"]
    return out


def _of_both(document: Document, j: int) -> str | None:
    """The office of those at token ``j`` whom «البلدين» behind it makes officials of both: «وزيرا | خارجية | البلدين», «مسؤولين من الجانبين»; not «الجانبين المصري والسوداني»."""
    norms = document.norms
    if j + 1 >= len(norms):
        return None
    role = next((r for w in unclitic(norms[j]) if (r := GROUPS.get(w)) is not None), None)
    behind = next((k for k in range(j + 1, min(j + _OFFICE, len(norms))) if norms[k] in _OF_BOTH), None)
    if role is None or behind is None or in_mention(document, document.tokens[j].start):
        return None
    apart = norms[behind - 1] in _FROM
    if not all((m := document.morphs[k]) is not None and m.pos in ("noun", "adj") and m.preposition is None and m.conjunction is None for k in range(j + 1, behind - apart)):
        return None
    follows = document.tokens[behind].end + 1
    return None if any(n.start == follows and n.kind == "nisba" for n in document.names) else role


def _sides(document: Document, trigger: Trigger, events: list[Event], start: int) -> list[tuple[str | None, str | None]]:
    """The two sides, by code and name: the only two states of their own sentence, those of the meeting told last, else the only two states of this sentence and the one before."""
    number = sentence_at(document, trigger.first)
    if len(own := _states(document, document.sentences[number].start, start)) == 2:
        return own
    for told in sorted(events, key=lambda e: (-e.latest, -e.trigger)):
        if number - told.latest > _LOOKING_BACK:
            break
        sides = {p.actor_id or p.actor_name_ar: (p.actor_id, p.actor_name_ar) for p in told.parties}
        if len(sides) == 2:
            return [*sides.values()]
        if len(sides) > 2:
            return []
    states = _states(document, document.sentences[max(0, number - 1)].start, start)
    return states if len(states) == 2 else []


def _states(document: Document, begin: int, end: int) -> list[tuple[str | None, str | None]]:
    """The states of which the text speaks between two offsets, by name, by adjective or by their capital."""
    return [*{n.actor_id: (n.actor_id, n.name_ar) for n in document.names if begin <= n.start < end and n.kind in ("state", "nisba", "metonym", "place") and is_state(n.actor_id)}.values()]
