"""Events that turn out to be one when all of the article is read: the states of a summit are known by their leaders, a visit by whom it led to."""

from __future__ import annotations

from typing import Final

from extract.events.arguments import Party, is_state
from extract.events.meetings.event import (
    CEREMONIES,
    GATHERINGS,
    LEADERS,
    TALKING,
    VISIT_DAYS,
    VISITS,
    Event,
)
from extract.events.meetings.identity.absorption import absorb
from extract.events.meetings.identity.sameness import same
from extract.events.meetings.identity.times import told_apart

_ALONE: Final = ("call", "signing")  # kinds that are an event beside the talks of the same two


def reunite(events: list[Event]) -> None:
    """Join events that are one: «القمة بين واشنطن وبيونغ يانغ» and «يلتقي ترامب كيم», «زيارة مودي للصين» and «قمة مودي وشي»."""
    kept: list[Event] = []
    for event in events:
        twin = next((e for e in kept if _is_twin(e, event)), None)
        if twin is None:
            kept.append(event)
            continue
        by_name = _is_one_visit(twin, event)
        absorb(twin, event)
        if by_name:
            twin.parties = _without_office(twin.parties)
    events[:] = kept


def _is_twin(a: Event, b: Event) -> bool:
    """Whether two events have the same sides, and nothing else parts them."""
    actors = a.actors()
    if a.trigger == b.trigger:
        return False
    if _is_stay(a, b) or _is_stay(b, a) or _is_one_visit(a, b):
        return True
    if not actors or actors != b.actors():
        return False
    keys = a.party_keys()
    if len(keys) > 1 and keys == b.party_keys() and a.status == b.status and _is_talk(a) and _is_talk(b) and same(a, b):
        return True
    if a.kind != b.kind and (a.kind in _ALONE or b.kind in _ALONE) or (a.rule in CEREMONIES) != (b.rule in CEREMONIES) or a.another or b.another or a.ordinal != b.ordinal and a.ordinal and b.ordinal:
        return False
    on_day = _is_one_day(a, b)
    if not on_day and (a.status != b.status or _is_other_time(a, b)) or _is_other_place(a, b):
        return False
    if a.kind in GATHERINGS and a.kind == b.kind and on_day and len(actors) == 1:
        return True  # «القمة الأوروبية المنعقدة في 28 و29 يونيو» twice
    return len(actors) > 1 and _are_one_company(a, b, on_day)


def _is_stay(visit: Event, talks: Event) -> bool:
    """Whether a visit is that on which the talks took place: its guest took part, in the country that he came to: «استقبل الملك الوزير …. وكان الوزير وصل أمس إلى الرباط في زيارة»."""
    if visit.rule not in VISITS or talks.rule not in TALKING or visit.place is None or visit.status != talks.status or not visit.parties or visit.earlier or talks.kind == "call" or talks.kind in GATHERINGS:
        return False
    country = visit.place.country_code
    if len(visit.actors()) > 1 and visit.party_keys() != talks.party_keys():
        return False
    received = country in talks.actors() or talks.place is not None and talks.place.country_code == country
    if country is None or not received or len(talks.actors()) < 2 or {p.actor_id for p in visit.parties} <= {country}:
        return False
    keys, sides = talks.party_keys(), talks.actors()
    if not all(p.key() in keys or p.person is not None and (p.person.role == "delegation" or p.via == "listed") and p.actor_id in sides for p in visit.parties):  # with whom he came
        return False
    return not _is_other_time(visit, talks) and not _is_other_place_of_stay(visit, talks) and not _is_of_another_time(visit, talks)


def _is_other_place_of_stay(visit: Event, talks: Event) -> bool:
    x, y = visit.place, talks.place
    if x is None or y is None:
        return False
    return x.country_code != y.country_code or x.kind == y.kind == "place" and x.entity_id != y.entity_id


def _is_of_another_time(visit: Event, talks: Event) -> bool:
    """Whether only one of the two is dated, and by no day that is near: «آخر زيارة في يناير», «زار القاهرة عام 2010»."""
    if (visit.time is None) == (talks.time is None):
        return False
    time = visit.time or talks.time
    return time is not None and time.rule not in ("weekday", "relative_day")


def _is_one_visit(a: Event, b: Event) -> bool:
    """Whether two visits have one guest by name, by office alone in one of them, on one day or as «زيارته» once more, and in one country: «يبدأ ولي العهد الأربعاء زيارة …. يبدأ الأمير فلان الأربعاء زيارة …»."""
    if a.rule not in VISITS or b.rule not in VISITS or len(a.actors()) != 1 or len(b.parties) != 1 or a.actors() != b.actors() or a.place is None or b.place is None or a.place.country_code != b.place.country_code or _is_other_place(a, b):
        return False
    again = b.owned and b.time is None and a.status == b.status
    if not (again or _is_one_day(a, b)):
        return False
    y = b.parties[0].person
    return y is not None and any(x is not None and (x.chain == y.chain or {x.kind, y.kind} == {"person", "office"}) for x in (p.person for p in a.parties))


def _without_office(guests: list[Party]) -> list[Party]:
    """The guests without one told by his office alone where somebody of his state is named: «ولي العهد», «الأمير فلان»."""
    named = {p.actor_id or p.actor_name_ar for p in guests if p.person is not None and p.person.kind == "person"}
    return [p for p in guests if p.person is None or p.person.kind != "office" or (p.actor_id or p.actor_name_ar) not in named]


def _is_talk(event: Event) -> bool:
    return event.kind in ("bilateral", "summit", "negotiation") and event.rule not in VISITS


def _is_one_day(a: Event, b: Event) -> bool:
    """Whether both are told to be on one day: a status that differs is that of the telling («وصل الثلاثاء للقاء الملك … والتقى الملك الثلاثاء»)."""
    x, y = a.time, b.time
    return x is not None and y is not None and x.date_from is not None and x.precision == y.precision == "day" and x.date_from == y.date_from and {a.status, b.status} <= {"held", "planned"}


def _is_other_time(a: Event, b: Event) -> bool:
    """Whether their times part them; the days of a visit are those of the talks on it."""
    x, y = a.time, b.time
    if x is None or y is None:
        return False
    if x.date_from is None or y.date_from is None or x.date_to is None or y.date_to is None:
        return told_apart(a, b)
    days = VISIT_DAYS if a.rule in VISITS or b.rule in VISITS else 0
    return (y.date_from - x.date_to).days > days or (x.date_from - y.date_to).days > days


def _is_other_place(a: Event, b: Event) -> bool:
    """Whether their places part them; a visit and talks are one only where both are told in one country."""
    x, y = a.place, b.place
    if x is None or y is None:
        return (a.rule in VISITS) != (b.rule in VISITS)
    return x.country_code != y.country_code or x.kind == y.kind == "place" and x.entity_id != y.entity_id


def _are_one_company(a: Event, b: Event, on_day: bool) -> bool:
    """Whether the sides of both are the same people: each by name in both, or in one of them as its leader's state only, and one at least in both."""
    met = False
    for actor in a.actors():
        x, y = _of(a, actor), _of(b, actor)
        named_x, named_y = _names(x), _names(y)
        if named_x and named_y:
            if named_x != named_y and not (on_day and a.sentence != b.sentence and (named_x <= named_y or named_y <= named_x) and {a.status, b.status} == {"held", "planned"}):
                return False  # «وصل الثلاثاء للقاء ولي العهد … وعقد الثلاثاء لقاء بالملك وولي العهد»
            met = True
        elif named_x or named_y:
            if not _stands_for(y if named_x else x, x if named_x else y, a.kind == b.kind):
                return False
        elif {p.key() for p in x} != {p.key() for p in y}:
            return False
        else:
            met = met or on_day or not is_state(actor)
    return met


def _of(event: Event, actor: str) -> list[Party]:
    return [p for p in event.parties if (p.actor_id or p.actor_name_ar) == actor]


def _names(parties: list[Party]) -> set[int]:
    """The persons by name among the parties of one side."""
    return {p.person.chain for p in parties if p.person is not None and p.person.kind == "person"}


def _stands_for(side: list[Party], people: list[Party], alike: bool) -> bool:
    """Whether a side that names nobody is the state of the one leader whom the other event names; in a meeting of another kind one that its own words tell."""
    bare = [p for p in side if p.name is not None and (alike or p.via != "merged")]
    return len(bare) == len(side) and len(people) == 1 and people[0].person is not None and people[0].person.role in LEADERS
