"""Whom ministers act for who are listed beside one whose state is known: «بكل من وزيرة السياحة، فلانة، ووزير النقل، فلان», «نظيره التونسي فلان ووزير النقل فلان»."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import Final

from extract.arabic.types import Document, Person

_EACH: Final = frozenset(("كل", "وكل", "بكل", "وبكل", "لكل", "كلا", "بكلا"))
_MINISTER: Final = "minister"
_OF_GOVERNMENT: Final = frozenset(("central bank governor", "minister of state", "chief of staff", "chief of general staff", "army commander", "intelligence chief", "head of the royal court"))
_ABROAD: Final = frozenset(("ambassador", "special envoy", "envoy", "consul", "consul general", "chargé d'affaires", "military attaché"))  # beside whom a minister is their host's


def share_sides(document: Document, people: list[Person]) -> list[Person]:
    """``people`` with the one state of their list for those ministers in it whose titles name none: «بكل من وزيرة السياحة التونسية، فلانة، | ووزير النقل، فلان |»."""
    return _joined_to_one(document, _behind_each(document, people))


def _joined_to_one(document: Document, people: list[Person]) -> list[Person]:
    """``people`` with the state of whom they are joined to by و for those of a government whose titles name none: «نظيره التونسي فلان | ووزير النقل فلان |»."""
    out, states = people, set[str]()  # of those listed up to here
    for k, person in enumerate(people):
        before = out[k - 1] if k else None
        if before is None or not _is_next(document, before, person):
            states = set()
        if before is not None and len(states) == 1 and _lacks_state(document, person) and before.actor_id in states and before.role not in _ABROAD:
            out = list(people) if out is people else out
            out[k] = replace(person, actor_id=before.actor_id, actor_name_ar=before.actor_name_ar)
        if person.actor_id is not None and person.kind in ("person", "office"):
            states.add(person.actor_id)
    return out


def _lacks_state(document: Document, person: Person) -> bool:
    """Whether a named person is one of a government's and nothing says of which: «وزير النقل فلان»; not «فلان، وزير الرياضة | في البحرين»."""
    told = person.actor_id is not None or person.actor_name_ar is not None or document.text.startswith(" في ", person.end)
    return not told and person.kind == "person" and is_of_government(person)


def is_of_government(person: Person) -> bool:
    """Whether a person is one of a government's: «وزير النقل», «محافظ البنك المركزي»."""
    return _is_minister(person) or person.kind in ("person", "office") and person.role in _OF_GOVERNMENT


def _behind_each(document: Document, people: list[Person]) -> list[Person]:
    """``people`` with the one state of a list behind «كل من» for the ministers in it: «بكل من وزيرة السياحة، فلانة، | ووزير النقل التونسي، فلان |»."""
    norms = document.norms
    lists = [i for i, word in enumerate(norms) if word in _EACH and i + 2 < len(norms) and norms[i + 1] == "من"]
    if not lists:
        return people
    out, starts = list(people), [p.start for p in people]
    for i in lists:
        first = last = bisect_left(starts, document.tokens[i + 2].start)
        if first == len(out) or out[first].start != document.tokens[i + 2].start:
            continue
        last += 1
        while last < len(out) and _is_next(document, out[last - 1], out[last]):
            last += 1
        listed = out[first:last]
        states = {p.actor_id: p for p in listed if p.actor_id is not None and _is_minister(p)}
        if len(states) == 1:
            code, state = next(iter(states.items()))
            out[first:last] = [replace(p, actor_id=code, actor_name_ar=state.actor_name_ar) if p.actor_id is None and p.actor_name_ar is None and _is_minister(p) else p for p in listed]
    return out


def _is_next(document: Document, before: Person, after: Person) -> bool:
    """Whether a person is joined with و to the one before in a list: «فلانة، | ووزير النقل»."""
    gap = document.text[before.end : after.start].strip(" ،,")
    return gap == "و" or not gap and document.text[after.start] == "و"


def _is_minister(person: Person) -> bool:
    """Whether a person is one of a government's: «وزير النقل»."""
    return person.kind in ("person", "office") and person.role is not None and person.role.endswith(_MINISTER)
