"""Who leads a delegation, and so stands for it where the meeting names it alone: «مفاوضات بين الوفدين … وترأس الوفد المصري فلان»."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.spans import sentence_at
from extract.arabic.types import Document, Person
from extract.events.arguments import Index, Party
from extract.events.clauses.words import LEADING
from extract.events.meetings.event import Event

LED_BY: Final = frozenset(("برياسه", "بقياده", "يراسه", "تراسه", "يتراسه", "تتراسه", "تراسته", "يقوده", "تقوده", "يتقدمه", "يتزعمه"))  # between a delegation and who leads it
_LEADS: Final = LEADING | {"تزعم"}
_DELEGATION: Final = frozenset(("delegation", "delegations"))
_SENT: Final = frozenset(("officials", "representatives", "negotiators", "members"))  # what a delegation was called before
_OF_BOTH: Final = frozenset(("وفدا", "وفدي"))
_OWN: Final = frozenset(("بلاده", "بلادها"))
_BEHIND: Final = 4  # tokens from a delegation to the words by whom it is led, over «رفيع المستوى الذي»
_APART: Final = 3  # tokens between a delegation and the name of who leads it, over «إلى المفاوضات»
_HEAD: Final = "head of delegation"

Heads = dict[str, Party]


def heads_of_delegations(document: Document, index: Index) -> Heads:
    """The one person who leads the delegation of each actor: «رئيس الوفد السوداني فلان», «وفد الحركة برئاسة فلان», «فلان الذي ترأس وفد بلاده»; none for whom the article tells two."""
    found: dict[str, dict[object, Party]] = {}
    for number, p in enumerate(index.persons):
        if p.role == _HEAD and p.kind == "person" and (p.actor_id or p.actor_name_ar):
            _add(found, p, p)
        elif p.kind == "collective" and p.role in _DELEGATION and (head := _head_of(document, index, number)) is not None:
            _add(found, p, head)
    for i, norm in enumerate(document.norms):
        if norm in _OWN and i > 1 and document.norms[i - 1] == "وفد" and (who := _leading(document, index, i - 2)) is not None:
            _add(found, who, who)
    return {actor: next(iter(people.values())) for actor, people in found.items() if len(people) == 1}


def take_heads(events: list[Event], heads: Heads, document: Document, index: Index) -> None:
    """Let who leads a delegation stand for it where it takes part, or for the state whose delegation does: «محادثات بين | وفدي الكوريتين |»; not in a round of another time."""
    for actor, head in heads.items():
        told = sentence_at(document, index.token_at(head.start))
        there = max((e for e in events if e.sentence <= told), key=lambda e: e.sentence, default=None)
        for event in events:
            if there is not None and _is_of_one_time(event, there):
                event.parties = _with_head(document, index, event.parties, actor, head)


def _is_of_one_time(a: Event, b: Event) -> bool:
    """Whether two events may fall into the days of one delegation: of one status, and neither their days nor their numbers part them."""
    if a is b:
        return True
    if a.status != b.status or a.ordinal is not None and a.ordinal != b.ordinal:
        return False
    return a.time is None or b.time is None or a.time.date_from == b.time.date_from


def _with_head(document: Document, index: Index, parties: list[Party], actor: str, head: Party) -> list[Party]:
    """The parties with the head for the delegation of an actor, and without what his delegation was called before, where he is there by name."""
    out: list[Party] = []
    there = head.key() in {p.key() for p in parties}
    for p in parties:
        group = p.person is not None and p.person.kind == "collective"
        sent = group and p.person is not None and p.person.role in _DELEGATION or p.via == "adjective" and document.norms[index.token_at(p.start) - 1] in _OF_BOTH
        before = group and there and p.person is not None and p.person.role in _SENT
        if (p.actor_id or p.actor_name_ar) != actor or not sent and not before:
            out.append(p)
        elif not there:
            there = True
            out.append(replace(head, capacity=p.capacity, via="led"))
    return out


def _add(found: dict[str, dict[object, Party]], delegation: Person, head: Person) -> None:
    """Put a head to those of his delegation's actor."""
    actor = delegation.actor_id or delegation.actor_name_ar
    if actor is not None:
        person = head if head.actor_id or head.actor_name_ar else replace(head, actor_id=delegation.actor_id, actor_name_ar=delegation.actor_name_ar)
        party = Party(head.start, head.end, person, None)
        found.setdefault(actor, {}).setdefault(party.key(), party)


def _head_of(document: Document, index: Index, number: int) -> Person | None:
    """Who leads the delegation told as the person ``number``: behind «برئاسة», behind the verb before it, or before that verb: «وترأس الوفد المصري | فلان», «الوزير فلان سيرأس الوفد المصري»."""
    delegation = index.persons[number]
    last, begin = index.token_at(delegation.end), index.token_at(delegation.start)
    led = next((j for j in range(last, min(last + _BEHIND, len(document.norms) - 1)) if document.norms[j] in LED_BY), None)
    if led is not None:
        return _person_at(document, index, led + 1, led + 1)
    if begin == 0 or not _is_leading(document, begin - 1):
        first = document.sentences[sentence_at(document, begin)].first_token
        again = document.norms[begin].startswith("وال") and any(_is_leading(document, j) for j in range(first, begin))
        return _person_at(document, index, last, last) if again else None  # «ويرأس الوفد المصري فلان، | والوفد السوداني فلان |»
    return _person_at(document, index, last, last + _APART) or _before_verb(document, index, begin - 1)


def _leading(document: Document, index: Index, verb: int) -> Person | None:
    """Who leads «وفد بلاده» by the verb at ``verb``."""
    return (_person_at(document, index, verb + 3, verb + 3 + _APART) or _before_verb(document, index, verb)) if _is_leading(document, verb) else None


def _is_leading(document: Document, j: int) -> bool:
    """Whether an active verb of leading stands at ``j``."""
    verb = document.morphs[j]
    return verb is not None and verb.pos == "verb" and verb.lemma in _LEADS and verb.enclitic is None


def _person_at(document: Document, index: Index, first: int, last: int) -> Person | None:
    """The person by name who begins at one of the tokens ``first`` to ``last`` of one sentence."""
    for j in range(first, min(last + 1, len(document.tokens))):
        start = document.tokens[j].start
        if sentence_at(document, j) != sentence_at(document, first - 1) or document.tokens[j].text in "،,":
            return None
        who = next((p for p in index.persons if p.start == start), None)
        if who is not None:
            return who if who.kind == "person" else None
    return None


def _before_verb(document: Document, index: Index, verb: int) -> Person | None:
    """The person by name at once before a verb, or before its «الذي»: «فلان | الذي | ترأس الوفد»."""
    j = verb - 1 if verb and document.norms[verb - 1] in ("الذي", "التي") else verb
    j -= j > 0 and document.tokens[j - 1].text in "،,-"
    end = document.tokens[j - 1].end if j else -1
    who = next((p for p in index.persons if p.end == end), None)
    return who if who is not None and who.kind == "person" else None
