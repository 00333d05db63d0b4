"""Which mentions tell one meeting, what a later mention adds, and whether enough is told for a meeting."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.arabic.coreference import is_any
from extract.arabic.normalizer import fold
from extract.arabic.types import Name, Person, TimeExpression
from extract.events.arguments import SHORT_BODIES, Party

_SIDES = {"side", "sides", "government", "delegation"}
_VAGUE = {"minister", "official", "counterpart", "envoy", "side", "leader", None}
_LESSER = ("عسكري", "سياسي", "ميداني", "أمني", "حزب", "دين", "محلي")  # leaders who are no heads of state: «قادة عسكريين أميركيين»
_VISIT_DAYS = 3
LEADERS = {"president", "prime minister", "king", "emir", "leader", "supreme leader", "chancellor", "sultan"}
GATHERINGS = {"summit", "conference", "ministerial", "session"}
_KNOWN_BY_NAME = {"summit", "conference", "ministerial", "signing"}  # kinds that are events without anybody who is named
_COMING = ("غدا", "غد", "المقبل", "القادم")
# Nouns and verbs that speak of one event by turns: «المفاوضات … هذه المحادثات», «زيارته … وصل».
_FAMILIES = {
    **dict.fromkeys(("مفاوضات", "محادثات", "مباحثات", "مشاورات", "حوار", "جولة", "جلسة"), "talks"),
    **dict.fromkeys(("اجتماع", "لقاء", "اجتمع", "التقى", "مقابلة"), "meeting"),
    **dict.fromkeys(("مؤتمر", "منتدى", "دورة"), "conference"), **dict.fromkeys(("زيارة", "زار", "وصل", "توجه"), "visit"),
}  # fmt: skip
_NARROWER = {"summit", "ministerial", "conference", "visit", "negotiation"}


@dataclass(slots=True)
class Event:
    """One meeting as the article tells it; mentions merge into it."""

    kind: str
    status: str
    trigger: int  # token
    first: int  # token range of the clause that shows it best
    last: int
    parties: list[Party]
    time: TimeExpression | None
    place: Name | None
    host: str | None
    rule: str
    named: bool  # told by its own frame, not by a definite noun alone
    anaphoric: bool = False  # «الجانبان», «زعيما البلدين»: the parties told before
    carried: bool = False  # a verb of its own tells that it takes place
    sure: bool = True  # its own clause tells the status; «خلال زيارته» alone may be of one to come
    done: bool = False  # told by a past verb of holding: «وترأس الاجتماع»
    placed_by_visit: bool = False  # its own words tell no place
    ordinal: int | None = None
    series: str | None = None
    another: bool = False  # «مؤتمر ثالث»: counted beside those told before
    mentions: int = 1
    topics: list[str] = field(default_factory=list)
    sentence: int = 0
    lemma: str = ""

    def party_keys(self) -> set[tuple[object, ...]]:
        return {p.key() for p in self.parties}

    def actors(self) -> set[str]:
        return {a for p in self.parties if (a := p.actor_id or p.actor_name_ar)}


def merge(events: list[Event], event: Event) -> None:
    """Join ``event`` to one that the article told before, or add it as a new one."""
    if events and not event.named and event.time is None and event.place is None and not event.parties:
        return  # «القمة» once more, with nothing new
    same = [other for other in reversed(events) if _same(other, event)]
    if same:  # «وترأس الاجتماع …» goes on with the one that took place, not with the one to come
        there = next((o for o in same if event.place is not None and o.place is not None and o.place.entity_id == event.place.entity_id), same[0])
        absorb(next((o for o in same if event.done and o.status == "held"), there), event)
        return
    if event.ordinal and not event.parties:  # «وكانت الجولة الأولى عقدت في إسطنبول»
        like = next((e for e in events if e.lemma == event.lemma and e.parties), None)
        event.parties = [p for p in like.parties if p.person is None or p.person.kind == "collective"] if like is not None else []
    if events and event.anaphoric and not event.parties:
        event.parties = list(events[-1].parties)  # «اجتماعهم المقبل», «اللجنة المشتركة بين البلدين»
    events.append(event)


def _same(a: Event, b: Event) -> bool:
    """Whether two mentions tell one event: no conflict of day, place or status, and parties shared or none named."""
    if a.time and b.time and a.time.date_from and b.time.date_from and a.time.date_to and b.time.date_to:
        if (a.time.date_from > b.time.date_to or b.time.date_from > a.time.date_to) and not _during(a, b):
            return False
    if _told_apart(a, b) or _elsewhere(a, b):
        return False
    if a.place and b.place and a.place.country_code != b.place.country_code and a.kind != "call":
        return False
    if {a.status, b.status} & {"cancelled", "refused"} and a.status != b.status and b.named and not _one_day(a, b):
        return False
    if ("call" in (a.kind, b.kind)) and a.kind != b.kind:
        return False
    if b.named and b.time and b.status == "planned" and a.status == "held" and (a.sure or a.time) and a.rule != "noun_visit":
        return False
    if a.status in ("planned", "proposed") and b.status == "held" and b.named and b.time and b.sure and (a.time is None or a.kind == "summit") and b.rule != "verb_receive":
        return False  # the summit to come and the one that took place on Friday
    if a.status in ("planned", "proposed") and b.status == "held" and b.named and b.sure and b.rule != "noun_visit" and (a.status == "proposed" or _is_to_come(a.time)):
        return False  # «يشارك في اجتماع غدا … والتقى الإمبراطور»
    if a.rule in ("noun_visit", "verb_arrive") and a.sentence != b.sentence and a.status == "held" and b.status == "planned" and b.rule == "noun_meet" and b.named and len(b.parties) == 2 and len(a.parties) == 1:
        return False  # the visitor has come; whom he is yet to meet is told apart
    if b.named and a.time is None and b.time and b.place and "الماضي" in b.time.text and b.time.precision != "day":
        return False  # «وكان قد زار الدوحة في فبراير الماضي»: what was before
    if a.ordinal and b.ordinal and a.ordinal != b.ordinal or b.another and not a.another and a.lemma == b.lemma:
        return False
    if b.named and b.status in ("planned", "proposed") and a.status == "held" and b.kind in GATHERINGS and a.kind not in GATHERINGS and a.sentence != b.sentence:
        return False  # the visitor announces a conference to come
    if b.anaphoric and len(a.parties) >= 2:
        return True
    shared = a.party_keys() & b.party_keys()
    if not b.parties and b.sentence - a.sentence > 1 and (b.place or b.time) and a.parties and a.kind == "bilateral" and _family(a) != _family(b) and not b.anaphoric:  # «اجتماع سراييفو عام 2019» beside the talks of two ministers
        return False
    if not b.parties:
        return _goes_on(a, b) or b.named and (a.kind == b.kind or bool(b.time and a.time))
    if not a.parties and b.named and a.named and a.kind not in GATHERINGS and a.sentence != b.sentence:
        return _same_day(a, b) or _same_place(a, b)  # «سافر فريق للقاء الكوريين … ويلتقي الوزيران»: whom nobody named is not whom another clause names
    if not a.parties:
        return _goes_on(a, b) and (a.kind == b.kind or not b.named and not {a.kind, b.kind} & {"visit", "call"})
    if _rivals(a, b):
        return False
    if not b.named and a.lemma == b.lemma and b.time is None and (b.done or len(b.parties) != 2 or b.kind == "summit"):
        return True  # «في مؤتمر دولي … وعقد المؤتمر برعاية …»
    smaller = min(len(a.parties), len(b.parties))
    if shared and (len(shared) * 2 > smaller if smaller > 1 else _is_echo(b) or _same_day(a, b) or a.kind == b.kind or a.kind == "visit"):
        return True
    if a.kind == b.kind and a.kind in GATHERINGS and a.actors() & b.actors() and (_same_day(a, b) or _one_day(a, b) or _same_place(a, b)):
        return True
    if a.kind == b.kind == "summit" and a.place and b.place and (a.place.entity_id == b.place.entity_id or "place" not in (a.place.kind, b.place.kind) or a.place.kind != b.place.kind):
        return True  # «قمة مجموعة السبع في كندا … وقال ماكرون في ختام قمة كيبيك»
    if a.kind in GATHERINGS and b.kind == "bilateral" and b.named and len(b.parties) == 2 and not b.party_keys() <= a.party_keys():
        return False  # two of the guests of a summit met on its margins
    common = a.actors() & b.actors()
    return len(common) >= 2 and len(common) * 2 >= max(len(a.actors()), len(b.actors())) or not b.named and bool(common) and (b.actors() <= a.actors() or a.actors() <= b.actors())


def _goes_on(a: Event, b: Event) -> bool:
    """Whether a mention that shares no party speaks of the event by its own noun, or at once: «عقد مؤتمر … وافتتح المؤتمر …»."""
    return _family(a) == _family(b) or b.sentence - a.sentence <= 1


def _family(event: Event) -> str:
    return _FAMILIES.get(event.lemma, event.lemma)


_VISITS = ("noun_visit", "verb_visit", "verb_arrive")


def _is_elsewhere(event: Event, other: Event) -> bool:
    """Whether a later mention's day and place are of another occasion: of a visit that is no part of the meeting, of one held while this is to come."""
    if other.sentence - event.sentence <= 1:
        return False
    return other.status != event.status or other.rule in _VISITS and event.kind == "signing"


def _is_of_before(event: Event, other: Event) -> bool:
    """Whether a later mention tells a month or a year that is past: «شهدت الزيارة الأولى في العام الماضي …», an earlier event of the kind."""
    return other.time is not None and other.time.precision in ("month", "year") and "ماضي" in other.time.text and other.sentence != event.sentence


def _one_day(a: Event, b: Event) -> bool:
    """Whether both are dated by one same day: a summit called off and on again is one, as the article tells it first."""
    days = [e.time.date_from if e.time and e.time.precision == "day" else None for e in (a, b)]
    return days[0] is not None and days[0] == days[1] and a.kind == b.kind


def _is_echo(event: Event) -> bool:
    """Whether a mention with one party says nothing of its own that could be another event."""
    return len(event.parties) == 1 and not (event.place is not None and event.time is not None)


def _same_day(a: Event, b: Event) -> bool:
    return a.time is not None and b.time is not None and a.time.text == b.time.text and (a.place is None or b.place is None or a.place.entity_id == b.place.entity_id)


def _same_place(a: Event, b: Event) -> bool:
    return a.place is not None and b.place is not None and a.place.entity_id == b.place.entity_id and (a.time is None or b.time is None or a.time.text == b.time.text)


def _told_apart(a: Event, b: Event) -> bool:
    """Whether two times differ by their words where no publication date tells their days: «الخميس», «فبراير الماضي»."""
    if a.time is None or b.time is None or a.time.date_from or b.time.date_from or not b.named:
        return False
    return (_grain(a.time) == _grain(b.time) or a.status != b.status) and a.time.text not in b.time.text and b.time.text not in a.time.text


def _grain(time: TimeExpression) -> str:
    """Week, month or year where the words say so; «الأسبوع الماضي» and «الثلاثاء الماضي» may be one time."""
    return next((word for word in ("أسبوع", "شهر", "عام") if word in time.text), "")


def _is_to_come(time: TimeExpression | None) -> bool:
    """Whether a time's own words say that it lies ahead."""
    return time is not None and any(w.startswith(_COMING) for w in fold(time.text).split())


def _elsewhere(visit: Event, meeting: Event) -> bool:
    """Whether a visitor of one state met people of another: «وصل بومبيو إلى إسرائيل … والتقى العاهل السعودي»."""
    if visit.kind != "visit" or visit.place is None or meeting.rule not in ("verb_meet", "verb_receive", "verb_discuss"):
        return False
    goal = visit.place.country_code or visit.place.actor_id
    shared = visit.party_keys() & meeting.party_keys()
    others = {p.actor_id for p in meeting.parties if p.key() not in shared and p.actor_id}
    return len(shared) == 1 and bool(others) and goal is not None and goal not in others and all(len(a) == 2 and a not in SHORT_BODIES for a in others) and not others & visit.actors()


def _during(visit: Event, other: Event) -> bool:
    """Whether a mention falls in the days after a visitor's arrival: «وصل الأربعاء … ويجري محادثات الخميس»."""
    if visit.kind != "visit" or visit.time is None or other.time is None or not visit.time.date_from or not other.time.date_from:
        return False
    days = (other.time.date_from - visit.time.date_from).days
    return 0 <= days <= _VISIT_DAYS and bool(visit.party_keys() & other.party_keys()) and other.status == visit.status


def _rivals(a: Event, b: Event) -> bool:
    """Whether both name one person for an actor, and not the same one: two talks of one guest."""
    def named(event: Event) -> dict[str, dict[int, Person]]:
        out: dict[str, dict[int, Person]] = {}
        for p in event.parties:
            if p.person is not None and p.actor_id and (p.person.kind == "person" or p.person.kind == "office" and p.person.role not in _VAGUE):
                out.setdefault(p.actor_id, {})[p.person.chain] = p.person
        return out

    def differ(one: dict[int, Person], other: dict[int, Person]) -> bool:
        if len(one) > 1 and len(other) == 1 and len(b.parties) == 2:  # «استقبله فلان وفلان … واجتمع معه الوزير»
            return other.keys().isdisjoint(one) and all(p.kind == "person" for p in (*one.values(), *other.values()))
        if len(one) != 1 or len(other) != 1 or one.keys() == other.keys():
            return False
        (p,), (q,) = one.values(), other.values()
        return p.kind == q.kind == "person" or p.role is not None and q.role is not None and p.role != q.role

    x, y = named(a), named(b)
    return any(differ(x[k], y[k]) for k in x.keys() & y.keys()) and len(b.parties) > 1 and len(a.parties) <= 3 + (len(b.parties) == 2)


def absorb(event: Event, other: Event) -> None:
    """Take over from a later mention what the event still lacks."""
    keys = event.party_keys()
    ours = bool(keys & other.party_keys()) or _family(event) == _family(other)
    acting = {p.actor_id for p in event.parties if p.person}
    settled = len(acting) > 1 and not other.named  # who met is told; «القمة» with a country behind it adds no guest
    for p in other.parties if ours or other.status == event.status or not event.parties else ():
        if p.key() not in keys and not (p.name is not None and (p.actor_id in acting or settled)):
            event.parties.append(p)
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


def place_by_visit(events: list[Event]) -> None:
    """Where a visitor met people of the state that another event of the article takes him to: «وصل بايدن إلى طوكيو … والتقى الإمبراطور»."""
    for event in events:
        if event.place is None and event.kind != "call":
            event.place = next((v.place for v in events if v.place is not None and _is_on_visit(event, v)), None)
            event.placed_by_visit = event.place is not None


def _is_on_visit(event: Event, visit: Event) -> bool:
    goal = visit.place.country_code if visit.place is not None and (event.status == "held" or visit.rule in _VISITS) else None
    came = visit.parties[:1] if visit.rule in _VISITS else visit.parties  # whom the visitor met is told behind him
    visitors = {p.key() for p in came if p.person is not None and p.person.kind == "person" and p.actor_id != goal}
    hosts = any(p.person is not None and p.actor_id == goal for p in event.parties)
    begun = visit.status == event.status or visit.kind == "visit" and (visit.status, event.status) == ("held", "planned")  # whom he is yet to meet
    return goal is not None and visit.kind != "call" and hosts and bool(visitors & event.party_keys()) and begun and not _far_apart(event, visit)


def _far_apart(a: Event, b: Event) -> bool:
    days = [e.time.date_from for e in (a, b) if e.time is not None and e.time.date_from is not None]
    return len(days) == 2 and abs((days[0] - days[1]).days) > _VISIT_DAYS


def settle(event: Event, people: list[Party]) -> None:
    """Let the persons who take part stand for the bare side they act for; at a summit of states the leaders named elsewhere."""
    states = [p for p in event.parties if p.name is not None and p.name.kind in ("state", "metonym")]
    if event.kind == "summit" and (len(states) >= 2 and len(states) == len(event.parties) or len(states) > 2):
        event.parties = [(_sole_holder(people, p.actor_id, LEADERS) or p) if p in states else p for p in event.parties]
    event.parties = list({p.key(): p for p in (_in_person(p, people) for p in event.parties)}.values())
    persons = [p.person for p in event.parties if p.person is not None and p.person.kind == "person"]
    named = {p.actor_id for p in persons}
    offices = {(p.actor_id, p.role) for p in persons}
    bodies = {p.actor_id for p in event.parties if p.actor_id and p.person is not None and p.person.kind == "collective" and (len(p.actor_id) > 2 or p.actor_id in SHORT_BODIES)}
    event.parties = [p for p in event.parties if p.name is None or p.actor_id not in bodies]  # «القمة العربية … قادة الدول العربية»
    event.parties = [p for p in event.parties if p.actor_id not in named or not (_is_side(p) or _is_office_of(p, offices))]


def _in_person(party: Party, people: list[Party]) -> Party:
    """The one office holder whom an office or a group means, where the article names him: «رؤساء روسيا وإيران … الرئيس الروسي فلان»."""
    group = party.person
    if group is not None and group.kind == "office" and group.actor_id and group.role and group.role not in _VAGUE and not is_any(group):
        return _sole_holder(people, group.actor_id, {group.role}) or party
    if group is None or group.kind != "collective" or not group.actor_id or len(group.actor_id) != 2 or group.actor_id in SHORT_BODIES:
        return party
    if any(w in (group.role_ar or "") for w in _LESSER):
        return party
    role = (group.role or "").removesuffix("s")
    return _sole_holder(people, group.actor_id, LEADERS if role in ("president", "leader") else {role}) or party


def _sole_holder(people: list[Party], actor_id: str | None, roles: set[str]) -> Party | None:
    """The one person whom the article names in an office of ``roles`` for an actor; None where it names nobody or several."""
    found = {p.key(): p for p in people if p.person is not None and p.person.kind == "person" and p.person.role in roles and p.actor_id == actor_id}
    return next(iter(found.values())) if len(found) == 1 else None


def _is_office_of(party: Party, offices: set[tuple[str | None, str | None]]) -> bool:
    """Whether an office without a name is that of a person who takes part by name: «نظيره الكوري» beside «كيم جونغ أون»."""
    person = party.person
    if person is None or person.kind == "person":
        return False
    if person.kind == "collective" and person.role == "counterparts":
        return any(actor == person.actor_id for actor, _ in offices)
    if person.kind == "collective":  # «رئيسي البلدين» beside the two presidents by name
        return any(actor == person.actor_id and role and (person.role == role + "s" or person.role == "leaders" and role in LEADERS) for actor, role in offices)
    return any(actor == person.actor_id and (role == person.role or person.role == "counterpart" or {role, person.role} <= LEADERS) for actor, role in offices)


def _is_side(party: Party) -> bool:
    return party.name is not None or party.person is not None and party.person.kind == "collective" and party.person.role in _SIDES


def is_event(event: Event) -> bool:
    """Required by the guidelines: two of parties, date, place; and more than one side unless a body meets.

    One country's people at home are an internal meeting and no event.
    """
    sides = event.actors()
    groups = [
        p for p in event.parties
        if p.name and p.name.kind == "organisation" or p.person and p.person.kind == "collective" and (p.actor_id is None or len(p.actor_id) > 2 or p.actor_id in SHORT_BODIES)
    ]  # fmt: skip
    day = event.time is not None and event.time.precision in ("day", "week", "unknown")
    if event.rule == "verb_vote":
        return day  # «القرار الذي تبناه المجلس في 2015» is background
    if not event.parties:  # nobody known came: «زيارة لمنزل أسرة المعلمة», «محادثات السلام في موسكو»; but «يعقد مؤتمر في جنيف الثلاثاء»
        told = event.rule == "noun_chain" or event.kind in _KNOWN_BY_NAME and day and (event.carried or event.status == "planned")
        return told and event.place is not None and event.place.kind == "place"
    if event.rule in ("noun_visit", "verb_visit", "verb_arrive"):
        # an official visit abroad: somebody who acts for one country, in another
        visitors = {p.actor_id for p in event.parties if p.person is not None and p.actor_id}
        goal = (event.place.country_code or event.place.actor_id) if event.place is not None else None
        return bool(visitors) and (goal is not None and visitors != {goal} or goal is None and len(sides) >= 2)
    if len(sides) >= 2 and len(event.parties) >= 2:
        return True
    if groups:
        return event.time is not None or event.place is not None
    abroad = event.place is not None and (event.place.country_code or event.place.actor_id) not in sides
    if event.kind in ("conference", "summit") and event.named:
        return abroad or event.time is not None and event.place is None
    if event.kind == "visit":
        return abroad or day and event.rule.startswith("verb")
    return abroad and event.time is not None or event.rule == "verb_meet" and day and bool(sides)
