"""What other sentences add to a meeting: lists of who attended, who sat there for whom, chains of earlier meetings."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.persons.listed_sides import is_of_government
from extract.arabic.spans import sentence_at
from extract.arabic.types import Document
from extract.events.arguments import Index, Party, is_state
from extract.events.clauses.words import LEADING
from extract.events.meetings.attendance import IN_IT, PARTAKERS, TAKING_PART, behind_also, leads_talks, topic_led
from extract.events.meetings.event import CEREMONIES, GATHERINGS, VISITS, Event, family
from extract.events.meetings.parties.attended import of_their_delegation
from extract.events.meetings.parties.listed import listed_with
from extract.events.meetings.parties.signatories import sides_signing

REPRESENTING: Final = frozenset(("وقع", "مثل"))
_BESIDE: Final = frozenset(("organiser", "mediator"))  # who is no side
_OCCASION: Final = frozenset(("المناسبه", "الحفل", "حفل", "الاحتفال", "الاحتفاليه", "الفعاليه"))
_SHOWS: Final = frozenset(("افتتاح", "تخريج", "تخرج", "تدشين", "عرض"))  # ceremonies that are no meeting
_LED: Final = frozenset(("officials", "representatives", "negotiators"))  # a delegation gives way when all is told
_SIDE_REACH: Final = 14  # characters from «الجانب» to the adjective or the state of a side


def attend(document: Document, index: Index, events: list[Event], i: int, last: int) -> None:
    """Add the people of an attendance list to the last event that took place."""
    tokens = document.tokens
    listed = {p.actor_id for p in index.parties(tokens[i].end, tokens[last - 1].end, states=False) if p.actor_id}
    nouns = {m.lemma for m in document.morphs[i:last] if m is not None and m.pos == "noun"}
    topic = topic_led(document, i, document.sentences[sentence_at(document, i)].first_token)
    led = document.morphs[topic] if topic is not None else None
    nouns |= {led.lemma} if led is not None else set()
    kin = {family(e) for e in events if led is not None and e.lemma == led.lemma}  # «يجتمع مسؤولون …. واجتماع العمل سيقوده …»
    held = [e for e in events if e.lemma in nouns or family(e) in kin] or [e for e in events if e.status == "held"] or events
    if any(t.norm.removeprefix("ال") in _SHOWS for t in tokens[i + 1 : i + 4]):  # «حضر حفل الافتتاح»: of the event just told, no other
        at = sentence_at(document, i)
        held = [e for e in held if at - e.sentence <= 1 or e.rule == "noun_ceremony"]
        if not held:
            return
    if document.norms[i] in PARTAKERS or not _OCCASION.isdisjoint(document.norms[i + 1 : i + 5]):
        held = [e for e in held if e.rule in CEREMONIES or e.kind == "signing" or e.kind in GATHERINGS] or held  # «ويحضر هذه المناسبة وزير التجارة»
    held = [e for e in held if e.time is None or e.time.precision not in ("month", "year") or "ماضي" not in e.time.text] or held  # not «بعد قمة عقدت الشهر الماضي»
    morph = document.morphs[i]
    if morph is not None and morph.aspect == "p" and morph.lemma in TAKING_PART:
        held = [e for e in held if e.status == "held"] or held  # «وشارك في الاجتماع الوزراء», behind the one «قبيل اجتماع»
    if morph is not None and morph.lemma == "ضم":
        held = _of_delegations(events) or held
    event = max(reversed(held), key=lambda e: len(listed & e.actors()))
    if morph is not None and morph.lemma == "رافق" and morph.enclitic is None:
        side = _accompanied(document, index, event, i)
    else:
        side = next((p.actor_id for p in event.parties if p.capacity not in _BESIDE), None) if document.norms[i] not in PARTAKERS else None
    if topic is not None:
        side = next((n.actor_id for n in document.names if n.kind in ("nisba", "state") and tokens[topic].end < n.start < tokens[i].start), side)
    changes = [
        (n.start, n.actor_id) for n in document.names
        if tokens[i].start <= n.start < tokens[last - 1].end and n.kind in ("nisba", "state")
        and any(w in document.text[max(0, n.start - _SIDE_REACH) : n.start] for w in ("الجانب", "الطرف", "جانب", "الوفد"))
    ]  # fmt: skip
    keys = event.party_keys()
    asides = _relative_clauses(document, i + 1, last)
    people = [p for p in index.parties(tokens[i].end, tokens[last - 1].end, states=False) if p.person is not None and p.person.role not in ("side", "sides")]
    people = of_their_delegation(document, people)
    if morph is not None and morph.lemma in TAKING_PART:
        people = listed_with(document, index, _opening(document, i, last), last, people, states=True)
    for party in _leading(document, people) if leads_talks(document, i, last, nouns) else people:
        person = party.person
        if any(start < party.start < end for start, end in asides):
            continue
        if party.name is not None and party.key() not in keys and party.actor_id not in event.actors():
            keys.add(party.key())
            event.parties.append(party.told_by("listed"))
        if person is None or person.kind == "office" and not is_whole(document, party) and not (is_state(side) and event.kind not in GATHERINGS and event.rule not in CEREMONIES and _is_of_side(document, party)) or not person.name_ar and person.kind not in ("collective", "office"):
            continue
        for start, actor in changes:
            if start < party.start:
                side = actor
        if person.actor_id is None and person.actor_name_ar is None:
            team = next((p for p in people if p.end == party.start - 1 and p.person is not None and p.person.kind == "collective"), None)
            if team is not None and morph is not None and morph.lemma in LEADING:  # «ورأس | وفد الحركة | فلان»
                party = Party(party.start, party.end, replace(person, actor_id=team.actor_id, actor_name_ar=team.actor_name_ar), None)
            elif side is not None:
                party = Party(party.start, party.end, replace(person, actor_id=side), None)
        if party.key() not in keys:
            keys.add(party.key())
            event.parties.append(party.told_by("listed"))
            if morph is not None and morph.lemma in LEADING and person.kind == "person":
                event.parties = [p for p in event.parties if not _is_led(p, party)]


def _is_led(group: Party, leader: Party) -> bool:
    """Whether a group without names is the side of who leads it, and so is told by him: «التقى | مسؤولون أمريكيون | …، وقاد الجانب الأمريكي المبعوث فلان»."""
    return group.person is not None and group.person.kind == "collective" and group.person.role in _LED and group.actor_id is not None and group.actor_id == leader.actor_id


def _leading(document: Document, people: list[Party]) -> list[Party]:
    """Who leads each side: «ويقود المحادثات عن الجانب الروسي | فلان | وعن الجانب الأوكراني | فلان |»."""
    return [p for n, p in enumerate(people) if n == 0 or any(w in document.text[people[n - 1].end : p.start] for w in ("الجانب", "جانب"))]


def _of_delegations(events: list[Event]) -> list[Event]:
    """The events to which a delegation came: one is told there, or somebody is on a visit, who is named where any is: «ويضم الوفد»."""
    came = [e for e in events if e.status in ("held", "planned") and (e.rule in VISITS or any(p.person is not None and p.person.role == "delegation" for p in e.parties))]
    return [e for e in came if any(p.person is not None and p.person.name_ar is not None for p in e.parties)] or came


def _opening(document: Document, i: int, last: int) -> int:
    """The token where the list behind the verb of attending at ``i`` opens: «وشاركت فيها | تركيا», «حضر الاجتماع | السفير», «شارك في الاجتماع | الوزير»."""
    j = behind_also(document, i + 1, last)
    if j < last and document.norms[j] in IN_IT:
        return j + 1
    j += document.norms[j : j + 1] == ["في"]
    noun = document.morphs[j] if j < last else None
    return j + 1 if noun is not None and noun.pos == "noun" and noun.definite and noun.preposition is None else j


def _accompanied(document: Document, index: Index, event: Event, i: int) -> str | None:
    """The state of whom others accompany behind the verb at ``i``: «ورافق | الوزير الكويتي | كل من السفير فلان …»; of the visitor where his title names none."""
    start = document.tokens[i + 1].start
    whom = next((p for p in index.parties(start, start + 1, states=False) if p.start == start), None)
    if whom is not None and whom.actor_id is not None:
        return whom.actor_id
    roles = [p.actor_id for p in event.parties if whom is not None and whom.person is not None and p.person is not None and p.person.role == whom.person.role]
    return roles[0] if len(roles) == 1 else None


def _relative_clauses(document: Document, i: int, last: int) -> list[tuple[int, int]]:
    """The offsets of what a list only tells of one who attended: «السفير دوكان | الذي كلفه الرئيس بالتحضيرات،| والسفير …»."""
    out: list[tuple[int, int]] = []
    for j in range(i, last):
        verb = document.morphs[j + 1] if j + 1 < last else None
        if document.norms[j] in ("الذي", "التي", "والذي", "والتي") and verb is not None and verb.pos == "verb" and verb.enclitic is not None:
            comma = next((k for k in range(j + 1, last) if document.tokens[k].text in "،,"), last - 1)
            out.append((document.tokens[j].start, document.tokens[comma].start))
    return out


def is_whole(document: Document, party: Party) -> bool:
    """Whether an office in a list is told with its state and nobody's name: «ورئيس وزراء الهند، و…»; no part of a longer title: «رئيس الأركان لوزير الدفاع فلان»."""
    return is_state(party.actor_id) and _is_closed(document, party) and any(party.start < n.start < party.end and n.kind in ("nisba", "state") for n in document.names)


def _is_of_side(document: Document, party: Party) -> bool:
    """Whether an office of a government is told in a list with nobody's state and name, so that it is of the side the list tells: «وحضر المباحثات | وزير الخارجية |، و…»."""
    person = party.person
    return person is not None and person.actor_id is None and person.actor_name_ar is None and is_of_government(person) and _is_closed(document, party)


def _is_closed(document: Document, party: Party) -> bool:
    """Whether nothing behind a party in a list belongs to it."""
    return document.text[party.end :].lstrip(" ")[:1] in ("", "،", ",", ".", "و", "\n")


def speak(events: list[Event], speech: Event, lemma: str) -> None:
    """Add who spoke at a meeting to it: the last one told by the noun ``lemma``, else the last of many parties; none is made of a speech."""
    event = next((e for e in reversed(events) if e.lemma == lemma), None) or next((e for e in reversed(events) if e.kind in GATHERINGS), None)
    if event is None:
        return
    keys = event.party_keys()
    event.parties += [p.told_by("quoted") for p in speech.parties if p.key() not in keys and p.person is not None and p.person.kind == "person"]


def is_representation(document: Document, i: int, last: int) -> bool:
    """«مثّل روسيا فلان», «ووقع عن روسيا فلان»."""
    morph = document.morphs[i]
    return morph is not None and (morph.lemma == "مثل" or morph.lemma == "وقع" and len(sides_signing(document, i, last)) > 0)


def represent(document: Document, index: Index, event: Event, i: int, last: int) -> None:
    """«مثّل روسيا في المناقشات وزير الخارجية فلان», «ووقع عن روسيا فلان»: who sat there for a state, who replaces the state itself."""
    if (morph := document.morphs[i]) is not None and morph.lemma == "وقع":
        for actor, begin, stop in sides_signing(document, i, last):
            _sit_for(document, index, event, actor, begin, stop)
        return
    at = document.tokens[min(i + 1, last - 1)].start
    state = next((n for n in document.names if n.start == at and n.kind in ("state", "organisation")), None)
    if state is None:
        return
    end = next((j for j in range(i + 2, last) if document.tokens[j].norm in ("بينما", "فيما") or document.tokens[j].text in ".؛"), last)
    _sit_for(document, index, event, state.actor_id, i + 1, end)


def represented(document: Document, index: Index, event: Event, i: int, last: int) -> None:
    """«سيكون الجانب الروسي ممثلا بفلان», «وفد برئاسة فلان»: the people of a side behind ممثلا."""
    side = next((p for p in reversed(index.parties(0, document.tokens[i].start)) if p.person and p.person.role == "side"), None)
    if side is not None:
        _sit_for(document, index, event, side.actor_id, i, last)


def _sit_for(document: Document, index: Index, event: Event, actor_id: str | None, i: int, end: int) -> None:
    found = [p for p in index.parties(document.tokens[i].end, document.tokens[end - 1].end, states=False) if p.person and p.person.name_ar]
    keys = event.party_keys()
    for p in found:
        if p.person is not None and p.key() not in keys:
            keys.add(p.key())
            event.parties.append(Party(p.start, p.end, p.person if p.person.actor_id else replace(p.person, actor_id=actor_id), None, via="listed"))
    if found:
        event.parties = [p for p in event.parties if p.person is not None and p.person.kind == "person" or p.actor_id != actor_id]


def chain(document: Document, index: Index, events: list[Event], first: int, last: int) -> None:
    """«بعد لقاءات سابقة في برلين (25 نوفمبر) ووارسو (13 يناير)»: each place with its day in brackets is a meeting."""
    if document.text.find("(", document.tokens[first].start, document.tokens[last - 1].end + 4) < 0:
        return
    found = []
    for name in document.names:
        if document.tokens[first].start <= name.start < document.tokens[last - 1].end and name.kind in ("place", "state"):
            gap = document.text[name.end : name.end + 3].lstrip()
            time = next((t for t in index.times(name.end, name.end + 6) if t.date_from), None) if gap.startswith("(") else None
            if time is not None:
                found.append((name, time))
    if len(found) < 2:
        return
    ministers = any(len(e.parties) > 2 for e in events)
    for name, time in found:
        i = index.token_at(name.start)
        planned = document.published and time.date_from and time.date_from > document.published
        event = Event(
            "ministerial" if ministers else "bilateral", "planned" if planned else "held", i, i, index.token_at(time.end) + 1,
            [], time, name, None, "noun_chain", True,
        )  # fmt: skip
        if not any(e.time and e.time.date_from == time.date_from and e.place and e.place.country_code == name.country_code for e in events):
            events.append(event)
