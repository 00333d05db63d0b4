"""What a later mention adds to the meeting that it tells again, and what a visit tells of those on it."""

from __future__ import annotations

from typing import Final

from extract.events.arguments import Party, is_body
from extract.events.meetings.event import GATHERINGS, LEADERS, TALKING, TALKS, VISIT_DAYS, VISITS, Event, family

_OF_TWO: Final = frozenset(("bilateral", "call", "visit", "summit"))  # kinds whose two sides, once told, are all
_ON_STAY: Final = 6  # sentences from whom a visitor met to whom he is yet to meet there
_MEANWHILE: Final = 3  # sentences from what is told of a gathering to a meeting on its margins
_CALLED: Final = 4  # sentences from the meeting of two leaders to «القمة»
_TALKED: Final = frozenset(("meeting", "talks"))  # families of nouns by which talks of two are spoken of again,
_TALKED_OF: Final = frozenset(("bilateral", "summit", "negotiation"))  # whatever they were called first
_NARROWER: Final = {"summit", "ministerial", "conference", "visit", "negotiation"}


def adds_guests(a: Event, b: Event) -> bool:
    """Whether the next sentence only says when a meeting to come is and who comes too: «سيستقبل الأسبوع المقبل نظيره. وقال إن | الاجتماع سيعقد في 17 مايو، ويشارك فيه | فلان وفلان»."""
    told = b.definite and a.named and a.rule in TALKING and a.status == b.status == "planned" and 0 < b.sentence - a.latest <= 1
    return told and a.time is not None and b.time is not None and len(b.parties) > 0 and all(p.via == "marked" for p in b.parties) and (a.place is None or b.place is None or a.place.country_code == b.place.country_code)


def absorb(event: Event, other: Event) -> None:
    """Take over from a later mention what the event still lacks."""
    keys = event.party_keys()
    ours = bool(keys & other.party_keys()) or family(event) == family(other) or adds_guests(event, other)
    if ours or other.status == event.status or not event.parties:
        event.parties += [p.told_by("merged") for p in other.parties if p.key() not in keys and _may_join(event, other, p)]
    named = {p.actor_id for p in event.parties if p.person is not None and p.person.kind == "person"}
    event.parties = [p for p in event.parties if p.name is None or p.actor_id not in named]
    undated = event.time is None or event.rule == "noun_visit" and other.rule == "verb_meet"
    if undated and other.time is not None and other.named and other.status == "planned" and event.status == "held":
        event.status = "planned"  # «زيارته لباريس حيث سيلتقي … مساء الخميس»: the dated mention knows better
    ours = (ours or _is_called_so(event, other)) and not _is_elsewhere(event, other)
    if ours and not _is_of_before(event, other) and (event.time is None or other.time and event.time.precision != "day" and other.time.precision == "day"):
        event.time = other.time or event.time
    if ours and (event.place is None or other.place and event.place.kind != "place" and other.place.kind == "place"):
        event.place, event.placed_by = other.place or event.place, other.placed_by
    event.sure = event.sure or event.rule.startswith("noun") and other.named and other.sure and event.status == other.status == "held"  # «زيارة الوزير للقاهرة عززت …. | وكانت زيارة الوزير للقاهرة … |»
    if event.status == "held" and not event.sure and other.status == "planned" and other.sure and not (event.time and other.time is None) and not _is_of_year(other):
        event.status, event.sure = "planned", True
    if event.status == "proposed" and other.status == "planned" and other.time is not None:
        event.status = "planned"  # but «مستعد للقاء … منفتح على عقد قمة»: a later mention without a day takes up what was proposed
    if event.status in ("planned", "proposed") and other.status == "cancelled" and not other.named and other.time is None and other.sentence - event.sentence <= 1:
        event.status = "cancelled"  # «كان مستعدا للقاء … لكن بيونغ يانغ ألغت الاجتماع»
    if event.status in ("planned", "proposed") and other.status == "held" and other.named and other.time and (other.rule.startswith("verb") or other.sentence != event.sentence):
        event.status = "held"  # but «يتوجه اليوم إلى طهران في زيارة», «يلتقي اليوم نظيره على هامش اجتماع في ماليزيا» is one clause
    if event.status == "planned" and other.over and not event.later and other.sentence > event.sentence and event.rule in TALKING:
        event.status = "held"  # «يلتقي الوزير اليوم نظيره …. | وقال بعد اللقاء |»
    if event.status == "planned" and not event.named and event.time is None and other.status == "held" and other.sentence == event.sentence and other.rule in ("verb_meet", "verb_receive") and len(other.parties) > 1:
        event.status = "held"  # «قبل الاجتماع الموسع، والتقى الرجلان …»
    if event.kind in ("bilateral", "other") and other.kind in _NARROWER and not (event.margin and len(event.actors()) > 1) and (other.kind != "negotiation" or family(event) == "talks") and not (other.kind == "conference" and _is_of_two(event)):
        event.kind = other.kind  # «المفاوضات» is not what «لقاء الوزيرين» was
    if event.rule in VISITS and other.rule in TALKING and other.named and len(other.actors()) > 1 and (other.rule == "verb_meet" or other.carried and other.kind == "bilateral"):
        event.talks = other.kind  # «وصل إلى أسمرة … واجتمع الزعيمان في قمة تاريخية»
    event.talked = event.talked or other.lemma in TALKS and event.status == other.status
    event.formal = event.formal or event.rule in VISITS and other.formal
    event.host = event.host or other.host
    alike = (other.rule in VISITS) == (event.rule in VISITS)
    if event.ordinal is None and other.ordinal is not None and not event.margin:
        event.ordinal, event.counted = other.ordinal, alike and other.counted  # «زيارته الأولى» does not count the talks on it
    if alike:
        event.days, event.until = event.days or other.days, event.until or other.until
    event.series = event.series or other.series
    event.topics = event.topics or other.topics
    event.latest = max(event.latest, other.sentence)


def called_summit(events: list[Event], summit: Event) -> Event | None:
    """The latest meeting of two leaders of which «القمة» alone goes on to speak, where the article tells no other summit: «يلتقي الرئيس الأمريكي الزعيم الكوري …. ولم يعلن مكان هذه القمة»."""
    set_for = summit.named and summit.definite and summit.status == "planned" and summit.ordinal is None  # «القمة المقررة في 12 يونيو»; not «القمة الثانية», «القمة السابقة»
    if summit.lemma != "قمة" or summit.named and not set_for or summit.parties:
        return None
    there = next((e for e in reversed(events) if summit.place is not None and e.place is not None and e.place.entity_id == summit.place.entity_id and e.rule in TALKING and not e.margin and _are_leaders(e)), None)
    if there is not None and there.status == summit.status:
        return there  # «اجتماعه المرتقب مع الزعيم في سنغافورة …. إلى سنغافورة حيث ستعقد القمة»
    one = next((e for e in reversed(events) if e.kind in ("bilateral", "summit") and e.rule in TALKING and not e.margin and _are_leaders(e)), None)
    if one is None or one.lemma == "قمة" or summit.sentence - one.latest > _CALLED or any(e.kind == "summit" and e is not one for e in events):
        return None
    if one.status != "cancelled" and summit.sure and (one.status == "held") != (summit.status == "held"):
        return None
    x, y = one.place, summit.place
    return None if _are_apart(one, summit) or x is not None and y is not None and x.entity_id != y.entity_id else one


def _are_apart(a: Event, b: Event) -> bool:
    """Whether the times of two mentions leave no room for one day: «الشهر المقبل» and «في 12 يونيو» of May may be one, «الشهر الماضي» not; words alone tell nothing."""
    x, y = a.time, b.time
    if x is None or y is None:
        return False
    if x.date_from is None or x.date_to is None or y.date_from is None or y.date_to is None:
        return True
    return x.date_from > y.date_to or y.date_from > x.date_to


def _is_called_so(event: Event, other: Event) -> bool:
    """Whether a noun that names nobody speaks of the talks of two that were told in other words: «سيلتقي الرئيس نظيره …. | وستعقد القمة في فيينا |», «قمة الرئيسين …. | ويعقد اللقاء الثلاثاء |»."""
    if not other.definite or other.parties or other.rule != "noun_meet" or event.rule not in TALKING or event.margin or len(event.actors()) != 2:
        return False
    if other.named and (event.status == "held" or other.status == "held" or other.ordinal is not None):
        return False  # «القمة السابقة», «القمة الثانية», but «القمة المقررة في فيينا»
    if event.status == "held" and event.sure and other.status != "held":
        return False
    if other.lemma == "قمة":
        return _are_leaders(event)
    return family(other) in _TALKED and event.kind in _TALKED_OF


def _are_leaders(event: Event) -> bool:
    """Whether leaders of two states met, and nobody else is told."""
    states = {p.actor_id for p in event.parties if p.person is not None and p.person.role in LEADERS}
    return len(states) == len(event.parties) == 2 and None not in states


def _is_of_two(event: Event) -> bool:
    """Whether two sides met, one of them in person: no «مؤتمر» of which they speak is what they met in."""
    return event.named and len(event.actors()) == 2 and any(p.person is not None and p.person.kind == "person" for p in event.parties)


def _may_join(event: Event, other: Event, party: Party) -> bool:
    """Whether a later mention adds a party: no third side to a meeting of two, no bare country by «القمة» told once more."""
    if not other.named and event.parties and other.status != event.status and other.status in ("refused", "held", "cancelled") and event.status != "held":
        return False  # «القمة» spoken of by somebody as of one that was
    if party.name is not None:
        represented = {p.actor_id for p in event.parties if p.person}
        told = len(represented) > 1 or bool(event.parties) and event.kind not in GATHERINGS
        echo = told and not other.named  # who met is told; «القمة» with a country behind it adds no guest
        if echo or party.actor_id in represented:
            return False
    sides = event.actors()
    closed = len(sides) >= 2 and event.kind in _OF_TWO and not any(is_body(a) for a in sides)
    acting = {p.actor_id for p in event.parties if p.person is not None and p.person.kind == "person"}
    echo_of_one = party.person is not None and party.person.kind == "person" and party.actor_id in acting and not other.named
    if echo_of_one and event.kind in _OF_TWO and party.via not in ("marked", "listed") and not event.party_keys() & other.party_keys():
        return False  # who speaks of «الزيارة» of a man of his own side
    if closed and event.kind != "visit" and acting >= sides and party.via not in ("marked", "listed") and not event.party_keys() & other.party_keys():
        return False  # both sides are there in person: «انتقد السناتور لقاء الرئيسين»
    return not closed or party.via in ("marked", "listed") or (party.actor_id or party.actor_name_ar) in sides


def _is_elsewhere(event: Event, other: Event) -> bool:
    """Whether a later mention's day and place are of another occasion: of a visit that is no part of the meeting, of one held while this is to come."""
    if other.sentence - event.sentence <= 1:
        return False
    ahead = {event.status, other.status} == {"planned", "proposed"}
    corrected = event.status == "held" and not event.sure and event.time is None and other.status == "planned" and other.sure and not _is_of_year(other)  # «نتائج القمة» of one that is yet to be
    return other.status != event.status and not ahead and not corrected or other.rule in VISITS and event.kind == "signing"


def _is_of_year(event: Event) -> bool:
    """Whether an event is told with a year alone, which may be that of its aim: «نوقشت في الاجتماع أهداف عام 2030»."""
    return event.time is not None and event.time.precision == "year"


def _is_of_before(event: Event, other: Event) -> bool:
    """Whether a later mention tells a month or a year of an earlier event of the kind: «شهدت الزيارة الأولى في العام الماضي …», «كزيارته في يناير الماضي», «عقب اجتماع مع الأمير في ديسمبر»."""
    if other.time is None or other.time.precision not in ("month", "year"):
        return False
    if "ماضي" in other.time.text and (other.sentence != event.sentence or other.rule in VISITS and event.rule not in VISITS):
        return True
    return event.status == other.status == "held" and other.named and len(other.parties) < 2 <= len(event.parties) and other.sentence - event.sentence > 1


def place_by_visit(events: list[Event]) -> None:
    """Where a visitor met people of the state that another event of the article takes him to: «وصل بايدن إلى طوكيو … والتقى الإمبراطور»; where the gathering was on whose margins they met."""
    for event in events:
        if event.place is None and event.kind != "call":
            event.place = next((v.place for v in events if v.place is not None and _is_on_visit(event, v)), None) or next((g.place for g in reversed(events) if _is_beside(event, g)), None)
            event.placed_by = "place_of_visit" if event.place is not None else ""


def _is_on_visit(event: Event, visit: Event) -> bool:
    if event.time is not None and (event.time.precision == "year" or event.time.precision == "month" and visit.time is None):
        return False  # «منذ توقيع المعاهدة في عام 1926»
    next_host = event.kind == "bilateral" and event.status == "planned" and visit.rule in TALKING and _has_another_host(event, visit)
    goal = visit.place.country_code if visit.place is not None and (event.status == "held" or visit.rule in VISITS or next_host) else None
    came = _visitors(visit) if visit.rule in VISITS else visit.parties
    visitors = {p.key() for p in came if p.person is not None and p.person.kind == "person" and p.actor_id != goal}
    hosts = any(p.person is not None and p.actor_id == goal for p in event.parties)
    begun = visit.status == event.status or (visit.kind == "visit" or next_host) and (visit.status, event.status) == ("held", "planned")  # whom he is yet to meet
    return goal is not None and visit.kind != "call" and hosts and bool(visitors & event.party_keys()) and begun and not _far_apart(event, visit)


def _has_another_host(event: Event, talks: Event) -> bool:
    """Whether one whom a visitor is yet to meet is another than he met there: «التقى الوزير الأمريكي نظيره في عمان. ويلتقي لاحقا الملك»."""
    return 0 <= event.sentence - talks.sentence <= _ON_STAY and any(p.key() not in talks.party_keys() and p.person is not None and p.person.kind == "person" for p in event.parties)


def _visitors(visit: Event) -> list[Party]:
    """Who comes: the first, and who is told beside him before the place, «وصل الرئيس ووزير خارجيته إلى طوكيو»; whom they met is told behind it."""
    place = visit.place
    return [p for n, p in enumerate(visit.parties) if n == 0 or visit.rule == "verb_arrive" and place is not None and visit.parties[0].start < p.start < place.start]


def _is_beside(event: Event, gathering: Event) -> bool:
    """Whether an event was on the margins of a gathering told before, or one who came to it from abroad met others meanwhile: «شارك في قمة روما … والتقى الوزير نظيره»."""
    if gathering.place is None or gathering.kind not in GATHERINGS or gathering.status != event.status or event.sentence < gathering.sentence or _far_apart(event, gathering):
        return False
    if event.beside:
        return True
    if event.sentence - gathering.latest > _MEANWHILE or event.sentence < gathering.latest and event.status != "held":
        return False
    country = gathering.place.country_code or gathering.place.actor_id
    guests = {p.key() for p in gathering.parties if p.person is not None and p.person.kind == "person" and p.actor_id is not None and p.actor_id != country}
    return event.kind == "bilateral" and event.rule in TALKING and event.named and event.time is None and len(event.parties) > 1 and bool(guests & event.party_keys())


def _far_apart(a: Event, b: Event) -> bool:
    days = [e.time.date_from for e in (a, b) if e.time is not None and e.time.date_from is not None]
    return len(days) == 2 and abs((days[0] - days[1]).days) > VISIT_DAYS
