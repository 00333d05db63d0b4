"""Who takes part in the end, and whether enough is told for a meeting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from extract.arabic.persons.listed_sides import is_of_government
from extract.arabic.persons.same_office import is_any
from extract.arabic.types import Document
from extract.events.arguments import Party, is_body, is_state
from extract.events.meetings.event import CEREMONIES, LEADERS, TALKS, VAGUE_ROLES, VISITS, Event

if TYPE_CHECKING:
    from extract.lexicon import Office

_SIDES: Final = {"side", "sides", "government", "delegation", "leadership"}
_LESSER: Final = ("عسكري", "سياسي", "ميداني", "أمني", "حزب", "دين", "محلي", "مخابرات", "استخبارات", "أركان", "برلمان", "مجالس", "هيئات", "منظمات", "حكومات", "وفود")  # leaders who are no heads of state: «قادة عسكريين أميركيين»
_SUPREME: Final = "leader"  # an office of one where the people's table calls its holder so: «زعيم كوريا الشمالية»
_HEADS_OF_BODIES: Final = {"president", "managing director", "director general", "secretary general", "executive director"}
_TALKING: Final = {"bilateral", "negotiation", "other"}  # kinds in which two sides speak with each other
_BRACKET_REACH: Final = 120  # characters from an opening bracket to the last member listed in it
_DATE_GAP: Final = 10  # characters between an event's city and the date that is its own
_TALKS_OF_STATES: Final = ("محادثات", "مباحثات")
_SITTINGS: Final = ("لقاء", "اجتماع")
_CIVIL: Final = ("نقاب", "اتحاد", "حزب", "حركة", "جبهة", "معارضة", "جمعية", "متمردين", "ائتلاف", "شركة", "غرفة", "الجامعة الوطنية", "الكونفدرالية")  # in the titles of those who hold no office of state
_KNOWN_BY_CITY: Final = {"summit", "conference", "negotiation"}  # kinds that are known by where and when they were
_KNOWN_BY_NAME: Final = {"summit", "conference", "ministerial", "signing", "negotiation"}  # kinds that are events without anybody who is named


def settle(event: Event, people: list[Party], document: Document, careers: Mapping[str, tuple[Office, ...]]) -> None:
    """Let the persons who take part stand for the bare side they act for; at a summit of states the leaders named elsewhere, but not for the members of a body in brackets.

    «قمة بين | الكوريتين |», «القمة بين ترامب و| كوريا الشمالية |»: a state beside a leader meets by its own.
    """
    people = _of_that_year(people, event, document, careers)
    states = [p for p in event.parties if _is_bare_state(p) and not _is_in_brackets(document.text, p)]
    leaders = sum(p.person is not None and p.person.kind == "person" and p.person.role in LEADERS for p in event.parties)
    if event.kind == "summit" and (len(event.parties) > 1 and len(states) + leaders == len(event.parties) or len(states) > 2):
        event.parties = [(_sole_holder(people, p.actor_id, LEADERS) or p) if p in states else p for p in event.parties]
    spans = [p.start for p in event.parties]
    event.parties = list({p.key(): p for p in (_in_person(p, people, spans.count(p.start) > 1) for p in event.parties)}.values())
    persons = [p.person for p in event.parties if p.person is not None and p.person.kind == "person"]
    named = {p.actor_id or p.actor_name_ar for p in persons}
    offices = {(p.actor_id, p.role) for p in persons}
    goal = event.place.country_code or event.place.actor_id if event.place is not None else None
    if event.rule != "verb_receive" and event.host and len(event.host) == 2 and event.host != goal and goal in event.actors():
        event.host = goal  # who is at home is the host
    bodies = {p.actor_id for p in event.parties if p.actor_id and p.person is not None and p.person.kind == "collective" and not is_state(p.actor_id)}
    event.parties = [p for p in event.parties if p.name is None or p.actor_id not in bodies]  # «القمة العربية … قادة الدول العربية»
    event.parties = [p for p in event.parties if (p.actor_id or p.actor_name_ar) not in named or not (_is_side(p) or _is_office_of(p, offices))]


def _of_that_year(people: list[Party], event: Event, document: Document, careers: Mapping[str, tuple[Office, ...]]) -> list[Party]:
    """Who may stand for a side: of a meeting in another year than the article's those alone who then held their office: «القمة الأولى بين الكوريتين في عام 2000»."""
    year = event.time.date_from.year if event.time is not None and event.time.date_from is not None else None
    if year is None or document.published is None or year == document.published.year:
        return people
    return [p for p in people if p.person is not None and any(o.role_en == p.person.role and o.from_year <= year <= (o.to_year or year) for o in careers.get(p.person.person_id or "", ()))]


def _is_bare_state(party: Party) -> bool:
    """Whether a party is a state by its name or by the adjective or dual of the event: «القمة | الأميركية | الروسية», «قمة | الكوريتين |»."""
    return party.name is not None and (party.name.kind in ("state", "metonym") or party.via == "adjective" and is_state(party.actor_id))


def _is_in_brackets(text: str, party: Party) -> bool:
    """Whether a state is listed in brackets, as a member: «قمة البلدان الصناعية السبعة (الولايات المتحدة و| فرنسا …)»."""
    before = text[max(0, party.start - _BRACKET_REACH) : party.start]
    return before.rfind("(") > before.rfind(")")


def _in_person(party: Party, people: list[Party], several: bool) -> Party:
    """The one office holder whom an office or a group of several states means, where the article names him: «رؤساء روسيا وإيران … الرئيس الروسي فلان».

    «قادة قطر» and «رؤساء المنظمات الأميركية» are nobody in person.
    """
    group = party.person
    if group is not None and group.kind == "office" and group.actor_id and group.role and (group.role not in VAGUE_ROLES or group.role == _SUPREME) and not is_any(group):
        bare = {"minister"} if group.role.endswith(" minister") else {f"supreme {_SUPREME}"} if group.role == _SUPREME else {group.role}
        return (_sole_holder(people, group.actor_id, {group.role}) if group.role != _SUPREME else None) or _sole_holder(people, group.actor_id, bare) or party  # «وزير التعاون الإسرائيلي … الوزير فلان»
    if group is not None and group.kind == "collective" and several and group.role == "presidents" and group.actor_id is not None and is_body(group.actor_id):
        return _sole_holder(people, group.actor_id, _HEADS_OF_BODIES) or party  # «رؤساء الصندوق والبنك … رئيس البنك فلان»
    if group is None or group.kind != "collective" or not several or not is_state(group.actor_id):
        return party
    if any(w in (group.role_ar or "") for w in _LESSER):
        return party
    role = (group.role or "").removesuffix("s")
    return _sole_holder(people, group.actor_id, LEADERS if role in ("president", "leader") else {role}) or party


def _sole_holder(people: list[Party], actor_id: str | None, roles: set[str]) -> Party | None:
    """The one person whom the article names in an office of ``roles`` for an actor; None where it names nobody or several."""
    found = {p.key(): p for p in people if p.person is not None and p.person.kind == "person" and p.person.role in roles and p.actor_id == actor_id}
    return next(iter(found.values())).told_by("settled") if len(found) == 1 else None


def _is_office_of(party: Party, offices: set[tuple[str | None, str | None]]) -> bool:
    """Whether an office without a name is that of a person who takes part by name: «نظيره الكوري» beside «كيم جونغ أون»."""
    person = party.person
    if person is None or person.kind == "person":
        return False
    if person.kind == "collective" and person.role == "counterparts":
        return any(actor == person.actor_id for actor, _ in offices)
    if person.kind == "collective":  # «رئيسي البلدين» beside the two presidents by name
        return any(actor == person.actor_id and role and (person.role == role + "s" or person.role == "leaders" and role in LEADERS) for actor, role in offices)
    return any(actor == person.actor_id and (role == person.role or person.role == "counterpart" or person.role == "minister" and (role or "").endswith(" minister") or {role, person.role} <= LEADERS) for actor, role in offices)


def _is_side(party: Party) -> bool:
    return party.name is not None or party.person is not None and party.person.kind == "collective" and party.person.role in _SIDES


def is_event(event: Event, text: str) -> bool:
    """Required by the guidelines: two of parties, date, place; and more than one side unless a body meets.

    One country's people at home, one party's or one union's session are internal meetings and no events.
    """
    bodies = [p for p in event.parties if p.via == "body"]
    if event.kind != "summit" and len(bodies) == 1 and not _is_several(bodies[0]) and all(p.via == "body" or p.capacity == "chair" for p in event.parties) and not _of_donors(event, bodies[0]):
        return False  # «اجتماع لجنة التسويق», «عقدت الكتلة اجتماعها برئاسة فلان»: a body's own session
    sides = event.actors()
    if event.rule in CEREMONIES and len({p.actor_id for p in event.parties if p.person is not None and p.actor_id}) < 2:
        return False  # «حفل افتتاح المهرجان»: only officials of two sides meet by it
    if len(event.parties) == 1 and event.rule in ("verb_meet", "noun_meet") and event.kind in ("bilateral", "session") and _is_inner(event.parties[0]) and (event.place is None or event.place.country_code == event.parties[0].actor_id or event.parties[0].actor_id is None):
        return False
    groups = [p for p in event.parties if _is_group(p)]
    day = event.time is not None and event.time.precision in ("day", "week", "unknown")
    mutual = event.rule in ("verb_meet", "verb_receive") or len(event.parties) > 1
    if event.rule == "verb_receive" and len(event.parties) < 2 and not any(p.person and p.person.name_ar and p.actor_id for p in event.parties):
        return False  # «استقبلت الساحة جمهور العيد»
    people = sum(p.person is not None and p.person.kind == "person" for p in event.parties)
    if event.rule in ("noun_sign", "verb_sign") and (event.time is None or event.time.precision == "year") and event.place is None and not people:
        return False  # «بعد توقيع الاتفاق النووي», «في 2016 أبرمت باريس وبيروت اتفاقا» only allude to it
    if event.rule == "verb_sign" and len(event.parties) == 1 and not people and event.place is None:
        return False  # «وقعت الشركة صفقة في سبتمبر»
    if event.rule == "verb_vote":
        return day  # «القرار الذي تبناه المجلس في 2015» is background
    if not event.parties:  # nobody known came: «زيارة لمنزل أسرة المعلمة», «محادثات السلام في موسكو»; but «يعقد مؤتمر في جنيف الثلاثاء»
        told = event.rule == "noun_chain" or event.kind in _KNOWN_BY_NAME and day and (event.carried or event.status in ("planned", "cancelled")) or _is_dated_beside(event) or event.wide and event.named and event.time is not None
        return told and event.place is not None and event.place.kind == "place" or _is_dated_by_verb(event) or _is_ministers_own(event)
    if event.rule in VISITS:
        # an official visit abroad: somebody who acts for one country, or for a movement, in another
        visitors = {a for p in event.parties if p.person is not None and (a := p.actor_id or (p.actor_name_ar if p.person.role else None))}
        goal = (event.place.country_code or event.place.actor_id) if event.place is not None else None
        if goal is None and len(sides) == 1:
            return event.rule == "noun_visit" and event.named and event.status == "planned" and day and any(p.person is not None and p.person.kind == "person" and p.person.role in LEADERS for p in event.parties)  # «زيارة الدولة التي يقوم بها الرئيس فلان الأسبوع المقبل»
        return bool(visitors) and (goal is not None and visitors != {goal} or goal is None and len(sides) >= 2)
    if len(sides) >= 2 and len(event.parties) >= 2 or _is_of_home(event):
        return True
    if groups:
        return event.time is not None or event.place is not None
    if event.rule == "noun_speech" and day and any(p.actor_id is not None and not is_state(p.actor_id) for p in event.parties):
        return True  # «قال المفوض السامي في كلمة ألقاها الجمعة أمام مجلس الأمم المتحدة …»
    abroad = event.place is not None and bool(sides) and (event.place.country_code or event.place.actor_id) not in sides  # «استقبل وزير العمل وزير الإسكان في الرياض»: neither is told to be of another state
    if _has_civil(event) and (event.time is not None or event.place is not None):
        return True
    if abroad and mutual and event.kind in _TALKING and event.place is not None and event.place.kind == "place" and any(p.person is not None and p.actor_id for p in event.parties):
        return True  # «التقى كير مع مشار في أديس أبابا», two of one state
    if event.kind in ("conference", "summit") and event.wide and event.carried and day and event.place is not None and event.place.kind == "place":
        return True  # «عقد المؤتمر الدولي في دمشق أمس», whoever of its guests is named
    if event.kind in ("conference", "summit") and event.named and event.rule != "verb_receive":  # no «قال الرئيس الثلاثاء في مؤتمر القضاء»
        told = event.kind == "summit" or event.carried or event.status == "planned" or any(not is_state(a) for a in sides)
        return abroad or told and event.time is not None or event.wide and event.place is not None
    if event.kind == "visit":
        return abroad or day and event.rule.startswith("verb")
    if event.lemma in TALKS and people and day and event.place is not None:
        return True  # «المباحثات التي أجراها اليوم بالرباط وزير الخارجية»: talks have another side
    if (event.lemma in TALKS and (event.carried or event.status == "held") or event.lemma in _SITTINGS and event.carried) and abroad and event.place is not None and event.place.kind == "place" and any(p.person is not None and p.person.kind == "person" and p.actor_id and (event.carried or p.via != "marked") for p in event.parties):
        return True  # «في ختام محادثات أجراها في كييف، قال رئيس الوزراء البولندي فلان», «عاد الوزير التركي فلان من المفاوضات في جنيف»
    if event.lemma in _TALKS_OF_STATES and day and event.carried and len(event.parties) == 1 and event.parties[0].via == "argument" and (people or event.place is not None):
        return True  # «أجرى وزير المالية أمس أول مباحثاته مع ممثلي الدائنين»
    if event.lemma == "جولة" and event.time is not None and any(p.person is not None for p in event.parties):
        return True  # «الجولة المقبلة بين الحكومة ومتمردي … في أواخر يوليو»
    if abroad and event.time is not None:
        return True
    alone = day and bool(sides) and len(event.parties) == 1
    return alone and (event.rule == "verb_discuss" or event.rule == "verb_meet" and text[: event.parties[0].start].endswith(" مع "))  # «الداعمون سيجتمعون الأسبوع المقبل مع | الوزير»; not «التقى الرئيس بالناجين»


def _is_of_home(event: Event) -> bool:
    """Whether a minister of the paper's own country, which it does not name, meets foreigners: «التقى | وزير الثقافة فلان | اليوم السفير الإيراني»."""
    first = event.parties[0] if event.parties else None
    if first is None or first.person is None or first.person.kind != "person" or first.person.actor_id is not None or first.person.actor_name_ar is not None or not is_of_government(first.person):
        return False
    here = (event.place.country_code or event.place.actor_id) if event.place is not None else None
    foreign = any(p.person is not None and is_state(p.actor_id) and p.start > first.start for p in event.parties[1:]) and here not in event.actors()
    return foreign and event.rule in ("verb_meet", "verb_receive") and (event.time is not None or event.place is not None)


def _is_several(body: Party) -> bool:
    """Whether a body is several sides in one: «مفاوضات بين | الأطراف اليمنية |», «مؤتمر | للفصائل السودانية |»."""
    return body.name is not None and body.name.name_ar.removeprefix("ال").startswith(("أطراف ", "فصائل ", "قوى "))


def _of_donors(event: Event, body: Party) -> bool:
    """Whether a conference is one of donors, who are several: «مؤتمر المانحين لسوريا»."""
    return event.kind == "conference" and event.place is not None and body.name is not None and body.name.name_ar.startswith(("المانح", "الدول المانحة"))


def _is_inner(party: Party) -> bool:
    """Whether the only one told is a state's own body, a party, or who chairs: «اجتمع حزب العدالة والتنمية», «اجتمعت الحكومة برئاسة …», «صادق مجلس النواب في جلسة عامة»."""
    actor = party.actor_id
    if party.name is not None and party.name.kind == "organisation":
        return is_state(actor) or actor is None and any(w in party.name.name_ar for w in ("حزب ", "حركة "))
    if party.person is not None and party.person.kind == "collective" and party.person.role == "government":
        return True  # «اجتمعت الحكومة الفرنسية في باريس»
    return party.capacity == "chair" and (party.person is None or party.person.kind != "collective")


def _is_group(party: Party) -> bool:
    """Whether a body or several states meet in one party: an organisation, «وزراء خارجية الحلف»."""
    several = not is_state(party.actor_id)
    return party.name is not None and party.name.kind == "organisation" or party.person is not None and party.person.kind == "collective" and several


def _is_dated_beside(event: Event) -> bool:
    """Whether a summit, a conference or talks are told by their city and the date beside it: «قمة بيروت عام 2002», «جولة من المحادثات هذا الشهر في مسقط»; a weekday may be that of what was said."""
    time, place = event.time, event.place
    if time is None or place is None or not (event.kind in _KNOWN_BY_CITY or event.lemma in TALKS):
        return False
    gap = time.start - place.end if place.start < time.start else place.start - time.end
    return (time.basis == "explicit" or time.precision in ("month", "year")) and 0 < gap < _DATE_GAP


def _is_dated_by_verb(event: Event) -> bool:
    """Whether a verb tells day and place of talks, or who was host to a gathering and when: «محادثات جرت الأسبوع الماضي في هاواي», «القمة التي استضافتها فرنسا عام 2011», «المؤتمر الدولي المقرر عقده يوم 29 بتونس»."""
    time, place = event.time, event.place
    if time is None or place is None or not (event.named or event.carried):
        return False
    if event.lemma in TALKS or event.lemma == "اجتماع" and time.basis == "explicit":
        return event.named and event.carried and place.kind == "place" and time.precision in ("day", "week", "unknown")
    return event.kind in ("summit", "conference") and (event.carried or event.wide and event.status == "planned" and place.kind == "state") and time.precision != "unknown"


def _is_ministers_own(event: Event) -> bool:
    """Whether a ministerial of its own number is told with its city: «الاجتماع الوزاري الأول للبلدان الرائدة بالرباط»."""
    return event.kind == "ministerial" and event.named and event.ordinal is not None and event.place is not None and event.place.kind == "place"


def _has_civil(event: Event) -> bool:
    """Whether the head of a union, a party or the like meets people of the state: «رئيس مجلس النقابات المهنية علي العبوس» and the prime minister."""
    named = [p for p in event.parties if p.person is not None and p.person.kind == "person"]
    civil = [p for p in named if p.actor_id is None and p.person is not None and any(w in (p.person.role_ar or "") for w in _CIVIL)]
    return bool(civil) and len(named) > 1 and any(p.actor_id is not None for p in named)
