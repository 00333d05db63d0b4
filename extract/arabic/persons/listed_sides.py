"""Whom ministers act for who are listed behind «كل من» beside one whose state is known: «بكل من وزيرة السياحة، فلانة، ووزير النقل، فلان»."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from extract.arabic.types import Document, Person

_EACH = frozenset(("كل", "وكل", "بكل", "وبكل", "لكل", "كلا", "بكلا"))
_MINISTER = "minister"


def share_sides(document: Document, people: list[Person]) -> list[Person]:
    """``people`` with the one state of a list behind «كل من» for those ministers in it whose titles name none: «بكل من وزيرة السياحة التونسية، فلانة، | ووزير النقل، فلان |»."""
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
