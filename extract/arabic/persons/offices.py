"""What the table of offices tells of those whom the text names without one, in the year of the article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extract.arabic.normalizer import fold
from extract.arabic.persons.titles import PAST
from extract.arabic.types import Person

if TYPE_CHECKING:
    from extract.lexicon import Lexicon, Office

_NOW: Final = 2100  # who still holds an office does so in any year
_VAGUE: Final = frozenset(("prince", "princess", "leader", "minister", "official", "counterpart", "counterparts", "member", "side", "head", "deputy", "senator", "supreme commander", "deputy supreme commander", "commander-in-chief"))
_EARLIEST: Final = 1990  # before it an office is history in any article


def told_year(people: list[Person], lexicon: Lexicon) -> int | None:
    """The year of an article without a date, by those whom it names: the last full one in which most of them held the office that it tells, else any.

    «وزير الخارجية الأميركي جون كيري» and «الرئيس الفرنسي فرنسوا هولاند» make it one of 2013 to 2017. None where it tells none.
    """
    years: dict[int, int] = {}
    titled: dict[str, set[str | None]] = {}  # person_id → the offices that the text tells of him
    for p in people:
        if p.person_id:
            titles = titled.setdefault(p.person_id, set())
            if p.role_ar:
                titles.add(p.role)
    for person_id, titles in titled.items():
        offices = lexicon.offices.get(person_id, ())
        told = [o for o in offices if o.role_en in titles]
        for year in {y for o in told or offices for y in range(max(o.from_year, _EARLIEST), (o.to_year or lexicon.latest_office) + 1)}:
            years[year] = years.get(year, 0) + 1
    most = max([0, *years.values()])
    best = sorted(y for y, n in years.items() if n == most)
    return best[max(len(best) - 2, 0)] if best else None  # in the last of them a successor holds some


def told_offices(people: list[Person]) -> dict[str, str]:
    """person_id → the office of today that the article tells of that person in any mention: «وزير الخارجية سامح شكري … وقال شكري»."""
    return {p.person_id: p.role for p in reversed(people) if p.person_id and p.role and p.role_ar and tells_office(p.role)}


def tells_office(role: str | None) -> bool:
    """Whether a title by itself tells an office, and one of today: «وزير الخارجية», not «الأمير» or «الوزير السابق»."""
    return role is not None and role not in _VAGUE and not role.startswith(PAST)


def with_office(person: Person, lexicon: Lexicon, year: int | None, told: dict[str, str]) -> Person:
    """The actor and role of a person whom a mention names without them: as ``told`` elsewhere in the article, else as held at the time: «وقال ماكرون».

    An office of another year tells neither; only the state of who served no other is known at any time. What the text itself
    says is never overruled.
    """
    offices = lexicon.offices.get(person.person_id or "", ())
    held = [o for o in offices if year is not None and o.from_year <= year <= (o.to_year or _NOW)]
    if person.actor_id and person.role:
        return _of_his_own(person, held, lexicon)
    if not offices:
        return person
    held = [o for o in held if person.actor_id in (None, o.actor_id)]
    latest = max(held or offices, key=lambda o: (o.from_year, o.to_year or 9999))
    actor_id, actor_name = person.actor_id, person.actor_name_ar
    if actor_id is None and actor_name is None and (held or len({o.actor_id or o.actor_name_ar for o in offices}) == 1):
        actor_id = latest.actor_id
        actor_name = lexicon.actors[actor_id][0] if actor_id else latest.actor_name_ar
    known = held or year is None and len({o.role_en for o in offices}) == 1
    role = person.role or told.get(person.person_id or "") or _titled(person, lexicon) or (latest.role_en if known else None)
    return person.serving(role, actor_id, actor_name)


def _titled(person: Person, lexicon: Lexicon) -> str | None:
    """The office that a name itself tells: «الملك محمد السادس», «البابا فرنسيس»."""
    role = lexicon.titles.get(fold((person.name_ar or "").split(" ")[0]), ("", ""))[0]
    return role if role and any(o.role_en == role for o in lexicon.offices.get(person.person_id or "", ())) else None


def _of_his_own(person: Person, held: list[Office], lexicon: Lexicon) -> Person:
    """The person with the state for which the table knows the very office that a title tells of a body of another: «رئيس حكومة الوفاق الوطني»."""
    body = person.actor_id is not None and person.actor_name_ar != lexicon.actors[person.actor_id][0]
    same = [o.actor_id for o in held if o.role_en == person.role and o.actor_id]
    if not body or len(same) != 1 or same[0] is None:
        return person
    return replace(person, actor_id=same[0], actor_name_ar=lexicon.actors[same[0]][0])
