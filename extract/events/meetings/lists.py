"""What other sentences add to a meeting: lists of who attended, who sat there for whom, chains of earlier meetings."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from extract.arabic.persons.listed_sides import is_of_government
from extract.arabic.spans import sentence_at
from extract.arabic.types import Document
from extract.events.arguments import Index, Party, is_state
from extract.events.meetings.event import CEREMONIES, GATHERINGS, VISITS, Event
from extract.events.meetings.parties.attended import is_denied
from extract.events.meetings.parties.listed import listed_with
from extract.events.meetings.parties.signatories import sides_signing

ATTENDING: Final = frozenset(("حضر", "شارك", "تحدث", "ضم", "رافق", "رأس", "ترأس", "قاد"))
REPRESENTING: Final = frozenset(("وقع", "مثل"))
PARTAKERS: Final = frozenset(("المشاركين", "الحضور", "الحاضرين", "المدعوين", "المتحدثين", "الموقعين"))
_LEADS: Final = frozenset(("رأس", "ترأس", "قاد"))
COMPANY: Final = frozenset(("بمعيته", "بمعيتها", "بصحبته", "بصحبتها", "برفقته", "برفقتها"))  # «ووصل بمعيته المستشار فلان»
_MASTER: Final = 9  # tokens from «ورافق» over who is accompanied to «كل من»
_IN_IT: Final = frozenset(("فيه", "فيها"))
_CEREMONIES: Final = frozenset(("مراسم", "حفل", "أعمال", "عمل", "جلسة", "افتتاح", "فعالية", "توقيع", "مأدبة", "مناسبة", "احتفال"))
_OCCASION: Final = frozenset(("المناسبه", "الحفل", "حفل", "الاحتفال", "الاحتفاليه", "الفعاليه"))
_WORKS: Final = frozenset(("عمل", "أشغال", "فعالية", "جلسة"))  # «أعمالها», «جلساته»: of the meeting told before
_ALSO: Final = frozenset(("ايضا", "كذلك", "كل", "كلا", "من", "هذا", "هذه"))  # between a verb of attending and what is attended, or who attends
_TAKING_PART: Final = frozenset(("حضر", "شارك"))  # whose subjects may be states and bodies
_SHOWS: Final = frozenset(("افتتاح", "تخريج", "تخرج", "تدشين", "عرض"))  # ceremonies that are no meeting
_SIDE_REACH: Final = 14  # characters from «الجانب» to the adjective or the state of a side


def is_attendance(document: Document, index: Index, i: int, first: int, last: int, event_nouns: frozenset[str]) -> bool:
    """«حضر اللقاء …», «وحضره من الجانب …»: a list of who was there, for the event told before."""
    morph, tokens = document.morphs[i], document.tokens
    if document.norms[i] in COMPANY:
        return _lists_people(document, index, _behind_also(document, i + 1, last), last)
    if is_partakers(document, i):  # «ومن أبرز المشاركين فيها الرئيس فلان»
        behind = _behind_also(document, _behind_where(document, i + 1, last, event_nouns), last)
        return behind < last and any(p.start == tokens[behind].start for p in document.persons)
    if morph is None or morph.pos != "verb" or morph.lemma not in ATTENDING or is_denied(document, i, first):
        return False
    if morph.lemma == "ضم" and document.norms[i + 1 : i + 2] == ["قايمه"]:
        return False  # «وتضم قائمة المتحدثين», read at «المتحدثين»
    if morph.lemma == "ضم":  # «ويضم الوفد …»
        return any(t.norm in ("وفد", "الوفد", "وفدا", "والوفد") for t in tokens[max(first, i - 20) : i + 3])
    if morph.lemma in _LEADS:  # «ويرأس الوفد الروسي فلان»
        return any(t.norm in ("وفد", "الوفد", "الجانب") for t in tokens[i + 1 : i + 3]) or _leads_talks(document, i, last, event_nouns)
    if morph.lemma == "رافق":  # «ورافقه السفير», «ورافق الوزير كل من السفير …»
        return morph.enclitic is not None or any(document.norms[k : k + 2] == ["كل", "من"] for k in range(i + 2, min(i + _MASTER, last - 2)))
    if morph.lemma == "شارك" and i + 2 < last and tokens[i + 1].norm in _IN_IT and i - first < 2:
        return _lists_people(document, index, i + 2, last)  # «وشارك فيه وزير التجارة»
    if i + 2 < last and (morph.lemma == "شارك" and tokens[i + 1].norm == "في" or morph.lemma == "تحدث" and tokens[i + 1].norm in ("في", "خلال", "امام")):
        noun = document.morphs[i + 2]
        if noun is not None and noun.lemma in _WORKS and noun.enclitic is not None:
            return _lists_people(document, index, i + 3, last)  # «ويشارك في أعمالها الرئيس فلان»
        return noun is not None and noun.lemma in event_nouns and noun.definite and _lists_people(document, index, i + 3, last)
    if morph.lemma == "تحدث":
        return False
    if morph.enclitic and morph.lemma == "حضر":
        return True
    if i + 2 < last and tokens[i + 1].norm == "من" and tokens[i + 2].norm in ("الجانب", "جانب", "الطرف"):
        return True
    if morph.lemma == "حضر" and (beside := _behind_also(document, i + 1, last)) < last and (beside > i + 1 or i > first and tokens[i - 1].norm == "الذين"):
        noun = document.morphs[beside]  # «ويحضر أيضا هذه المناسبة وزير التجارة», «ومن أبرز القادة الذين سيحضرون الحفل أمير الكويت»
        return noun is not None and noun.definite and (noun.lemma in event_nouns or noun.lemma in _CEREMONIES) and _lists_people(document, index, beside + 1, last)
    following = document.morphs[i + 1] if i + 1 < last else None
    if morph.lemma == "حضر" and following is not None and following.definite and following.lemma in event_nouns:  # «حضر الاستقبال صاحب السمو الأمير فلان»
        return any(tokens[i + 1].start < p.start <= tokens[min(i + 5, last - 1)].start for p in document.persons)
    if following is not None and following.lemma in _CEREMONIES:  # «حضر مراسم التوقيع الرئيس»
        return _lists_people(document, index, i + 2, last) or _lists_people(document, index, i + 3, last)
    return following is not None and following.lemma in event_nouns and _lists_people(document, index, i + 2, last)


def _behind_also(document: Document, j: int, last: int) -> int:
    """The token behind «أيضا», «كل من» or «هذه» at ``j``."""
    while j < last and document.norms[j] in _ALSO:
        j += 1
    return j


def is_partakers(document: Document, i: int) -> bool:
    """Whether the word at ``i`` opens a list of those who take part: «من بين المشاركين», «أبرز الحضور», «ومن المتحدثين», «وتضم قائمة المتحدثين»."""
    before = document.norms[i - 1].removeprefix("و") if i else ""
    return document.norms[i] in PARTAKERS and (before in ("بين", "ابرز", "ضمن", "اهم", "قايمه", "كبار") or document.norms[i - 1 : i] == ["ومن"])


def _behind_where(document: Document, i: int, last: int, event_nouns: frozenset[str]) -> int:
    """The token behind what those at ``i - 1`` take part in, where it is told: «المتحدثين | فيه |», «المتحدثين | في المؤتمر |»; else ``i``."""
    if i < last and document.norms[i] in _IN_IT:
        return i + 1
    noun = document.morphs[i + 1] if i + 1 < last and document.norms[i] in ("في", "خلال") else None
    return i + 2 if noun is not None and noun.definite and noun.lemma in event_nouns else i


def _leads_talks(document: Document, i: int, last: int, event_nouns: Collection[str]) -> bool:
    """Whether the verb at ``i`` says who leads the talks of one side: «ويقود | المحادثات من الجانب | الياباني نائب الوزير»."""
    morph, noun = document.morphs[i], document.morphs[i + 1] if i + 3 < last else None
    return morph is not None and morph.lemma in _LEADS and noun is not None and noun.definite and noun.lemma in event_nouns and document.norms[i + 2] in ("من", "عن") and document.norms[i + 3] in ("الجانب", "جانب", "الطرف")


def _lists_people(document: Document, index: Index, i: int, last: int) -> bool:
    """Whether people are listed from token ``i`` on: «شارك في اللقاء من الجانب المصري …», no «شارك في القمة السادسة التي عقدت»."""
    if i >= last:
        return False
    if document.tokens[i].norm in ("من", "عن", "كل", "كذلك", "ايضا", "كما", "الي", "و", "وفد"):
        return True
    at = document.tokens[i].start
    return any(p.start == at for p in document.persons) or any(n.start == at and n.kind in ("state", "organisation") for n in document.names) or any(b.start == at for b in document.bodies)


def attend(document: Document, index: Index, events: list[Event], i: int, last: int) -> None:
    """Add the people of an attendance list to the last event that took place."""
    tokens = document.tokens
    listed = {p.actor_id for p in index.parties(tokens[i].end, tokens[last - 1].end, states=False) if p.actor_id}
    nouns = {m.lemma for m in document.morphs[i:last] if m is not None and m.pos == "noun"}
    held = [e for e in events if e.lemma in nouns] or [e for e in events if e.status == "held"] or events
    if any(t.norm.removeprefix("ال") in _SHOWS for t in tokens[i + 1 : i + 4]):  # «حضر حفل الافتتاح»: of the event just told, no other
        at = sentence_at(document, i)
        held = [e for e in held if at - e.sentence <= 1 or e.rule == "noun_ceremony"]
        if not held:
            return
    if document.norms[i] in PARTAKERS or not _OCCASION.isdisjoint(document.norms[i + 1 : i + 5]):
        held = [e for e in held if e.rule in CEREMONIES or e.kind == "signing" or e.kind in GATHERINGS] or held  # «ويحضر هذه المناسبة وزير التجارة»
    held = [e for e in held if e.time is None or e.time.precision not in ("month", "year") or "ماضي" not in e.time.text] or held  # not «بعد قمة عقدت الشهر الماضي»
    morph = document.morphs[i]
    if morph is not None and morph.lemma == "ضم":
        held = _of_delegations(events) or held
    event = max(reversed(held), key=lambda e: len(listed & e.actors()))
    if morph is not None and morph.lemma == "رافق" and morph.enclitic is None:
        side = _accompanied(document, index, event, i)
    else:
        side = event.parties[0].actor_id if event.parties and document.norms[i] not in PARTAKERS else None
    changes = [
        (n.start, n.actor_id) for n in document.names
        if tokens[i].start <= n.start < tokens[last - 1].end and n.kind in ("nisba", "state")
        and any(w in document.text[max(0, n.start - _SIDE_REACH) : n.start] for w in ("الجانب", "الطرف", "جانب", "الوفد"))
    ]  # fmt: skip
    keys = event.party_keys()
    asides = _relative_clauses(document, i + 1, last)
    people = [p for p in index.parties(tokens[i].end, tokens[last - 1].end, states=False) if p.person is not None and p.person.role not in ("side", "sides")]
    if morph is not None and morph.lemma in _TAKING_PART:
        people = listed_with(document, index, _opening(document, i, last), last, people, states=True)
    for party in people[:1] if _leads_talks(document, i, last, nouns) else people:
        person = party.person
        if any(start < party.start < end for start, end in asides):
            continue
        if party.name is not None and party.key() not in keys and party.actor_id not in event.actors():
            keys.add(party.key())
            event.parties.append(replace(party, via="listed"))
        if person is None or person.kind == "office" and not is_whole(document, party) and not (is_state(side) and event.kind not in GATHERINGS and event.rule not in CEREMONIES and _is_of_side(document, party)) or not person.name_ar and person.kind not in ("collective", "office"):
            continue
        for start, actor in changes:
            if start < party.start:
                side = actor
        if person.actor_id is None and person.actor_name_ar is None and side is not None:
            party = Party(party.start, party.end, replace(person, actor_id=side), None)
        if party.key() not in keys:
            keys.add(party.key())
            event.parties.append(replace(party, via="listed"))


def _of_delegations(events: list[Event]) -> list[Event]:
    """The events to which a delegation came: one is told there, or somebody is on a visit, who is named where any is: «ويضم الوفد»."""
    came = [e for e in events if e.status in ("held", "planned") and (e.rule in VISITS or any(p.person is not None and p.person.role == "delegation" for p in e.parties))]
    return [e for e in came if any(p.person is not None and p.person.name_ar is not None for p in e.parties)] or came


def _opening(document: Document, i: int, last: int) -> int:
    """The token where the list behind the verb of attending at ``i`` opens: «وشاركت فيها | تركيا», «حضر الاجتماع | السفير», «شارك في الاجتماع | الوزير»."""
    j = _behind_also(document, i + 1, last)
    if j < last and document.norms[j] in _IN_IT:
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
    event.parties += [replace(p, via="quoted") for p in speech.parties if p.key() not in keys and p.person is not None and p.person.kind == "person"]


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
