"""Rulers of the country that an article is of, told by their office alone before it names them: «رئيس الحكومة … وقال رئيس الحكومة، فلان»."""

from __future__ import annotations

from typing import Final

from extract.arabic.persons.title_extent import RULERS
from extract.arabic.types import Person

_PROCLITICS: Final = ("و", "ب", "ل")


def join_named_later(people: list[Person], chains: list[list[int]]) -> None:
    """Give the members of a chain without name and state to the one chain behind it that names the holder of its office in the same words.

    «وقع الاتفاق رئيس الحكومة … وشكر | رئيس الحكومة، سعيد الوزاني |»; where the article names two who hold such an office it stays without a name.
    """
    for number, members in enumerate(chains):
        if not members:
            continue
        first = people[members[0]]
        if first.role == "minister" and first.kind == "office" and first.actor_id is not None:
            _join_minister(people, chains, number)
            continue
        if first.role not in RULERS or first.kind != "office" or first.actor_id is not None:
            continue
        if any(people[i].name_ar or people[i].actor_id or people[i].actor_name_ar or people[i].role != first.role for i in members):
            continue
        named = [k for k, others in enumerate(chains) if k != number and any(people[i].name_ar and people[i].role == first.role for i in others)]
        called = _bare(first.role_ar)
        if len(named) == 1 and chains[named[0]][0] > members[-1] and any(people[i].name_ar and _bare(people[i].role_ar) == called for i in chains[named[0]]):
            chains[named[0]] = members + chains[named[0]]
            chains[number] = []


def _join_minister(people: list[Person], chains: list[list[int]], number: int) -> None:
    """Give «الوزير المصري» to the one minister of his state whom the article names, behind him: «بحث | الوزير المصري | مع نظيره …. وقال | سامح شكري، وزير الخارجية المصري |»."""
    members = chains[number]
    state = people[members[0]].actor_id
    if any(people[i].name_ar or people[i].role != "minister" for i in members):
        return
    named = [k for k, others in enumerate(chains) if any(people[i].name_ar and people[i].actor_id == state and (people[i].role or "").endswith("minister") for i in others)]
    if len(named) == 1 and chains[named[0]][0] > members[-1] and people[chains[named[0]][0]].role != "prime minister":
        chains[named[0]] = members + chains[named[0]]
        chains[number] = []


def _bare(role_ar: str | None) -> str:
    """A title without the proclitic before it: «ورئيس الحكومة» → رئيس الحكومة."""
    words = role_ar or ""
    return words[1:] if words.startswith(_PROCLITICS) and words[1:].startswith(("رئيس", "ولي")) else words
