"""«نظيره الروسي»: the office of the person whom its pronoun means, in another state."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extract.arabic.persons.name_extent import name_end, written_name
from extract.arabic.persons.title_extent import EVENTS
from extract.arabic.persons.words import Reading
from extract.arabic.spans import token_at
from extract.arabic.types import Document, Person

if TYPE_CHECKING:
    from extract.lexicon import Lexicon

_COUNTERPARTS: Final = frozenset(("counterpart", "counterparts"))
_VAGUE: Final = frozenset(("prince", "member", "spokesperson", "delegation", "adviser"))  # who is seldom said to have a counterpart, named beside his master
_NO_SUBJECT: Final = frozenset(("مع", "الي", "علي", "من", "عن", "ومع", "بين"))
_JOINED: Final = ("بال", "لل", "برييس", "لرييس", "بوزير", "لوزير", "بملك", "لملك", "بامير", "لامير")  # preposition and title in one word
_BESIDE: Final = 25  # characters between an office and its counterpart in another state


def further_counterparts(reading: Reading, first: Person, i: int) -> tuple[list[Person], int]:
    """A counterpart and those whom only adjective and name join to him from token ``i`` on, and the token behind the last: «نظيره الياباني فلان | والكوري الجنوبي فلان |»."""
    document, people = reading.document, [first]
    while (state := document.covering.get(i)) is not None and state.kind == "nisba" and state.actor_id and state.clitics == "و" and state.actor_id != people[-1].actor_id:
        begin = i
        while document.covering.get(begin) is state:
            begin += 1
        end = name_end(reading, begin)
        if end - begin < 2:
            break
        known = document.covering.get(begin)
        known = known if known is not None and known.kind == "person" else None
        start, last, name = written_name(reading, begin, end)
        people.append(replace(first, start=start, end=last, name_start=start, name_end=last, name_ar=name, name_en=known.name_en if known else None, person_id=known.entity_id if known else None, role_ar=None, actor_id=state.actor_id, actor_name_ar=state.name_ar, rule="group_member"))
        i = end
    return people, i


def name_offices(document: Document, people: list[Person], lexicon: Lexicon, year: int | None) -> list[Person]:
    """``people`` with the office of each counterpart that the text tells.

    It is that of the subject of the clause: «التقى كارتر رئيس الوزراء العراقي ونظيره خالد العبيدي» speaks of the defence
    minister whom Carter meets. Where a person known by name never held it, it is what he held in the ``year`` of the article.
    """
    out = list(people)
    starts = [s.start for s in document.sentences]
    for k, person in enumerate(people):
        if person.role in _COUNTERPARTS and (role := _office(document, out, k, starts, lexicon, year)) is not None:
            one = role.removesuffix("s") if _is_theirs(person) else role  # «نظيرهم الأردني» of foreign ministers
            out[k] = replace(person, role=one if person.role == "counterpart" or role.endswith("s") else role + "s")
    return out


def _office(document: Document, people: list[Person], k: int, starts: list[int], lexicon: Lexicon, year: int | None) -> str | None:
    """The office of the counterpart ``people[k]``, or None where nothing tells it."""
    person = people[k]
    sentence = bisect_right(starts, person.start)
    before = [p for p in people[:k] if _is_owner(p, person)]
    here = [p for p in before if bisect_right(starts, p.start) == sentence]
    owner = _subject(document, here, person)
    if owner is None:  # «وفي لقاء مع نظيره الألماني، قال وزير الخارجية التركي»
        owner = next((p for p in people[k + 1 : k + 3] if _is_owner(p, person) and bisect_right(starts, p.start) == sentence and not _is_object(document, p)), None)
    if owner is None and before and (person.name_ar or person.rule == "group_member" or person.start - before[-1].end < _BESIDE):
        owner = before[-1]
    told = (owner.role or "").removeprefix("former ").removeprefix("late ") or None if owner is not None else None
    known = lexicon.offices.get(person.person_id or "", ())
    if any(o.role_en == told for o in known):
        return told
    held = [o.role_en for o in known if year is not None and o.from_year <= year <= (o.to_year or year)]
    if told == "minister":
        held = [r for r in held or [o.role_en for o in known] if r.endswith(" minister")]
    return held[-1] if held else told


def _is_owner(person: Person, counterpart: Person) -> bool:
    """Whether ``person`` may be whom «نظيره» means: an office holder of another state."""
    if person.role is None or person.role in _COUNTERPARTS or person.role in _VAGUE:
        return False
    if person.kind == "collective" and (not _is_theirs(counterpart) or not person.role.endswith(("ministers", "presidents", "leaders", "chiefs of staff"))):
        return False
    return person.actor_id is None or person.actor_id != counterpart.actor_id


def _is_theirs(counterpart: Person) -> bool:
    """Whether the pronoun is of two or more: «نظيرهم الإيراني», «نظرائهم الأوروبيين»."""
    return (counterpart.role_ar or "").partition(" ")[0].endswith(("هم", "هما"))


def _subject(document: Document, here: list[Person], counterpart: Person) -> Person | None:
    """The subject of the clause: the first behind its verb or noun of meeting, else the last before it."""
    tokens = document.tokens
    at = token_at(document, counterpart.start)
    k = at - 1
    while k >= 0 and here and tokens[k].start >= here[0].start - 40 and not _governs(document, k):
        k -= 1
    governor = tokens[k].start if k >= 0 and _governs(document, k) else counterpart.start
    for person in here:
        if person.start > governor and not _is_object(document, person):
            return person
    before = [p for p in here if p.start <= governor]
    before = [p for p in before if not _is_object(document, p)] or before
    return before[-1] if before else here[-1] if here else None


def _governs(document: Document, k: int) -> bool:
    """Whether token ``k`` is a verb or a noun of meeting: «التقى», «لقاء»."""
    morph = document.morphs[k]
    return morph is not None and (morph.pos == "verb" or morph.lemma in EVENTS)


def _is_object(document: Document, person: Person) -> bool:
    """Whether a preposition stands before the mention: «مع وزير الدفاع», «بالرئيس»."""
    if person.role_ar is not None and person.role_ar.startswith(_JOINED):
        return True
    at = token_at(document, person.start)
    morph = document.morphs[at] if at < len(document.morphs) and person.role_ar is not None else None
    governed = morph is not None and morph.pos in ("noun", "adj") and morph.preposition in ("ب", "ل")  # «التقى بزعيم البلاد»
    return governed or at > 0 and document.norms[at - 1] in _NO_SUBJECT
