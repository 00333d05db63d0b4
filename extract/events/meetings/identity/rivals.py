"""Whether two mentions name other people than each other for one side, or people of another rank."""

from __future__ import annotations

from extract.arabic.types import Person
from extract.events.meetings.event import (
    GATHERINGS,
    LEADERS,
    VAGUE_ROLES,
    Event,
)


def ranks_differ(a: Event, b: Event) -> bool:
    """Whether officials met in one and the leaders of their states in the other: «يجتمع مسؤولون من البلدين» before «قمة ترامب وكيم»."""
    def ranks(event: Event, vague: tuple[str, ...] = ()) -> set[str]:
        return {"leaders" if (p.person.role or "").removesuffix("s") in LEADERS else "others" for p in event.parties if p.person is not None and p.person.role not in VAGUE_ROLES and p.person.role not in vague}

    x, y = ranks(a), ranks(b, ("sides",))  # «محادثات الجانبين المصري والتركي» may be those of their presidents
    if b.rule in ("verb_meet", "verb_receive") and "leaders" in y - x and len(a.parties) > 1 and a.sentence != b.sentence and not a.party_keys() & b.party_keys():
        return True  # «بحث الوزيران …. واستقبل الملك الوفد»
    ministers = a.kind == "summit" and x == {"leaders"} and all(p.person is not None and "minister" in (p.person.role or "") for p in b.parties)
    if b.kind == "summit" != a.kind and a.sentence == b.sentence and a.parties and y == {"leaders"} and x == {"others"} and len(b.parties) > 1:
        return not a.party_keys() & b.party_keys()  # «محادثات لمسؤولين بهدف الإعداد للقمة بين الرئيسين»
    return b.named and len(a.parties) > 1 and (len(b.parties) > 1 or ministers) and len(x) == len(y) == 1 and x != y and not a.party_keys() & b.party_keys()


def _by_name(people: dict[int, Person]) -> dict[int, Person]:
    return {chain: p for chain, p in people.items() if p.kind == "person"}


def are_rivals(a: Event, b: Event) -> bool:
    """Whether both name one person for an actor, and not the same one: two talks of one guest."""
    def named(event: Event) -> dict[str, dict[int, Person]]:
        out: dict[str, dict[int, Person]] = {}
        for p in event.parties:
            if p.person is not None and p.actor_id and (p.person.kind == "person" or p.person.kind == "office" and p.person.role not in VAGUE_ROLES):
                out.setdefault(p.actor_id, {})[p.person.chain] = p.person
        return out

    def differ(one: dict[int, Person], other: dict[int, Person]) -> bool:
        if _by_name(one) and _by_name(other):
            one, other = _by_name(one), _by_name(other)  # an office beside them may be one of those named
        if len(one) == 1 and len(other) > 1 and b.named and a.kind not in GATHERINGS:
            return other.keys().isdisjoint(one) and all(p.kind == "person" for p in (*one.values(), *other.values()))  # «أجرى مباحثات مع الوزير … واجتمع بفلان وفلان»
        if len(one) > 1 and len(other) == 1 and len(b.parties) == 2:  # «استقبله فلان وفلان … واجتمع معه الوزير»
            return other.keys().isdisjoint(one) and all(p.kind == "person" for p in (*one.values(), *other.values()))
        if {a.status, b.status} == {"held", "planned"} and one and other and one.keys().isdisjoint(other) and b.named and all(p.kind == "person" for p in (*one.values(), *other.values())):
            return True  # «التقى المبعوث أمس … وسيلتقي الملك»
        if len(one) != 1 or len(other) != 1 or one.keys() == other.keys():
            return False
        (p,), (q,) = one.values(), other.values()
        return p.kind == q.kind == "person" or p.role is not None and q.role is not None and p.role != q.role

    x, y = named(a), named(b)
    return any(differ(x[k], y[k]) for k in x.keys() & y.keys()) and len(b.parties) > 1 and len(a.parties) <= 3 + (len(b.parties) == 2)
