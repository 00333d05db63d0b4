"""What a later mention adds to the meeting that it tells again, and what a visit tells of those on it."""

from __future__ import annotations

from dataclasses import replace

from extract.events.meeting_event import VISIT_DAYS, VISITS, Event, family

_NARROWER = {"summit", "ministerial", "conference", "visit", "negotiation"}


def absorb(event: Event, other: Event) -> None:
    """Take over from a later mention what the event still lacks."""
    keys = event.party_keys()
    ours = bool(keys & other.party_keys()) or family(event) == family(other)
    acting = {p.actor_id for p in event.parties if p.person}
    settled = len(acting) > 1 and not other.named  # who met is told; «القمة» with a country behind it adds no guest
    for p in other.parties if ours or other.status == event.status or not event.parties else ():
        if p.key() not in keys and not (p.name is not None and (p.actor_id in acting or settled)):
            event.parties.append(replace(p, via="merged"))
    named = {p.actor_id for p in event.parties if p.person is not None and p.person.kind == "person"}
    event.parties = [p for p in event.parties if p.name is None or p.actor_id not in named]
    undated = event.time is None or event.rule == "noun_visit" and other.rule == "verb_meet"
    if undated and other.time is not None and other.named and other.status == "planned" and event.status == "held":
        event.status = "planned"  # «زيارته لباريس حيث سيلتقي … مساء الخميس»: the dated mention knows better
    ours = ours and not _is_elsewhere(event, other)
    if ours and not _is_of_before(event, other) and (event.time is None or other.time and event.time.precision != "day" and other.time.precision == "day"):
        event.time = other.time or event.time
    if ours and (event.place is None or other.place and event.place.kind != "place" and other.place.kind == "place"):
        event.place = other.place or event.place
    if event.status == "held" and not event.sure and other.status == "planned" and other.sure and not (event.time and other.time is None):
        event.status, event.sure = "planned", True
    if event.status == "proposed" and other.status == "planned":
        event.status = "planned"
    if event.status in ("planned", "proposed") and other.status == "cancelled" and not other.named and other.time is None and other.sentence - event.sentence <= 1:
        event.status = "cancelled"  # «كان مستعدا للقاء … لكن بيونغ يانغ ألغت الاجتماع»
    if event.status in ("planned", "proposed") and other.status == "held" and other.named and other.time and not (other.rule == "noun_visit" and other.sentence == event.sentence):
        event.status = "held"  # but «يتوجه اليوم إلى طهران في زيارة» is one clause
    if event.kind in ("bilateral", "other") and other.kind in _NARROWER:
        event.kind = other.kind
    event.host = event.host or other.host
    event.ordinal = event.ordinal or other.ordinal
    event.series = event.series or other.series
    event.topics = event.topics or other.topics
    event.mentions += 1


def _is_elsewhere(event: Event, other: Event) -> bool:
    """Whether a later mention's day and place are of another occasion: of a visit that is no part of the meeting, of one held while this is to come."""
    if other.sentence - event.sentence <= 1:
        return False
    return other.status != event.status or other.rule in VISITS and event.kind == "signing"


def _is_of_before(event: Event, other: Event) -> bool:
    """Whether a later mention tells a month or a year that is past: «شهدت الزيارة الأولى في العام الماضي …», an earlier event of the kind."""
    return other.time is not None and other.time.precision in ("month", "year") and "ماضي" in other.time.text and other.sentence != event.sentence


def place_by_visit(events: list[Event]) -> None:
    """Where a visitor met people of the state that another event of the article takes him to: «وصل بايدن إلى طوكيو … والتقى الإمبراطور»."""
    for event in events:
        if event.place is None and event.kind != "call":
            event.place = next((v.place for v in events if v.place is not None and _is_on_visit(event, v)), None)
            event.placed_by_visit = event.place is not None


def _is_on_visit(event: Event, visit: Event) -> bool:
    if event.time is not None and event.time.precision == "year":
        return False  # «منذ توقيع المعاهدة في عام 1926»
    goal = visit.place.country_code if visit.place is not None and (event.status == "held" or visit.rule in VISITS) else None
    came = visit.parties[:1] if visit.rule in VISITS else visit.parties  # whom the visitor met is told behind him
    visitors = {p.key() for p in came if p.person is not None and p.person.kind == "person" and p.actor_id != goal}
    hosts = any(p.person is not None and p.actor_id == goal for p in event.parties)
    begun = visit.status == event.status or visit.kind == "visit" and (visit.status, event.status) == ("held", "planned")  # whom he is yet to meet
    return goal is not None and visit.kind != "call" and hosts and bool(visitors & event.party_keys()) and begun and not _far_apart(event, visit)


def _far_apart(a: Event, b: Event) -> bool:
    days = [e.time.date_from for e in (a, b) if e.time is not None and e.time.date_from is not None]
    return len(days) == 2 and abs((days[0] - days[1]).days) > VISIT_DAYS
