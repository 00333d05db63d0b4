"""Who serves a ruler and is not he: envoys, advisers and ministers named together with whom they serve."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extract.arabic.persons.apposition import is_owned
from extract.arabic.persons.words import is_possessed
from extract.arabic.types import Document, Person

if TYPE_CHECKING:
    from extract.lexicon import Lexicon

_SENT_TO: Final = re.compile(r" إلى(?: [^\s.،؛:]+){1,2}(?: |، )")  # where an envoy is sent
KIN: Final = frozenset(("wife", "son", "daughter", "brother", "sister", "son-in-law"))  # of a ruler
SERVING: Final = frozenset(("special envoy", "envoy", "ambassador", "representative", "special representative", "adviser", "delegate", "presidential adviser", "presidential envoy", "presidential aide", "special adviser", "senior adviser", "secretary", "first lady")) | KIN
HEADS: Final = frozenset(("president", "prime minister", "king", "emir", "chancellor", "sultan", "crown prince", "supreme leader"))
_CHANCELLERIES: Final = ("DE", "AT")  # whose «مستشار» governs; elsewhere he advises


def name_servants(document: Document, people: list[Person], lexicon: Lexicon, year: int | None) -> list[Person]:
    """``people`` with ministers and envoys in place of the rulers whom their titles name, advisers in place of chancellors of no state: «مبعوث الرئيس الفرنسي» is an envoy."""
    chancelleries = any(n.actor_id in _CHANCELLERIES for n in document.names)
    told = [p for p in people if p.role not in KIN or not _is_master(p, lexicon, year)]  # «نجل الرئيس رجب طيب أردوغان» is not named, and not the president
    out = [_servant_of(p, lexicon) if (p.role in SERVING or _is_minister(p)) and _is_master(p, lexicon, year) else p for p in told]
    return [_adviser(p, lexicon) if p.role == "chancellor" and p.actor_id not in _CHANCELLERIES and (p.name_ar or p.actor_id or not chancelleries) else p for p in out]


def _servant_of(person: Person, lexicon: Lexicon) -> Person:
    """The minister or envoy, without a name, of the head of state whom ``person`` names."""
    state = next(o.actor_id for o in lexicon.offices[person.person_id or ""] if o.role_en in HEADS)
    return replace(person, actor_id=state, actor_name_ar=lexicon.actors[state][0] if state else None, kind="office", name_start=None, name_end=None, name_ar=None, name_en=None, person_id=None, rule="title_alone", confidence=0.7)


def _is_minister(person: Person) -> bool:
    """Whether the title is a minister's in the construct state, which a minister's own name does not follow: «وزير خارجية …»."""
    words = (person.role_ar or "").split()
    return person.actor_id is None and (person.role or "").endswith(" minister") and person.role != "prime minister" and not any(w.startswith(("ال", "لل", "وال")) for w in words)


def _is_master(person: Person, lexicon: Lexicon, year: int | None) -> bool:
    """Whether a title goes on to whom its holder serves: «موفد الرئيس الفرنسي إيمانويل ماكرون» and «وزير خارجية ترامب» name no envoy and no minister."""
    offices = lexicon.offices.get(person.person_id or "", ())
    return any(o.role_en in HEADS and person.actor_id in (None, o.actor_id) and (year is None or o.from_year <= year <= (o.to_year or year)) for o in offices)


def _adviser(person: Person, lexicon: Lexicon) -> Person:
    """Who is called «المستشار» and is no known chancellor: an adviser or a judge; «المستشار الأميركي للأمن القومي»."""
    if any(o.role_en == "chancellor" for o in lexicon.offices.get(person.person_id or "", ())):
        return person
    return replace(person, role="national security adviser" if "للأمن" in (person.role_ar or "") else "adviser")


def envoys_by_master(document: Document, people: list[Person], lexicon: Lexicon, year: int | None) -> list[Person]:
    """Envoys of a secretary general, named behind whom they serve: «المبعوث الخاص للأمين العام هانس غروندبرغ»."""
    out: list[Person] = []
    for person in people:
        envoy = out[-1] if out else None
        beside = envoy is not None and envoy.kind == "office" and envoy.role in SERVING and person.start - envoy.end <= 1 and document.text[person.start] == "ل"
        if envoy is None or not beside or person.role != "secretary general" or not person.name_ar or _is_general(person, lexicon, year):
            out.append(person)
            continue
        out[-1] = replace(person, start=envoy.start, role=envoy.role, role_ar=envoy.role_ar, actor_id=envoy.actor_id or person.actor_id)
    return out


def envoys_sent(document: Document, people: list[Person]) -> list[Person]:
    """Envoys named behind where they are sent, which no title goes on to: «مبعوث الرئيس الأميركي إلى الشرق الأوسط فلان», «الموفد الرئاسي إلى لبنان فلان»."""
    out: list[Person] = []
    for person in people:
        out.append(person)
        sent = person.kind == "person" and person.name_start == person.start and len(out) > 1 and _is_sent(document, out[-2], person)
        if not sent:
            continue
        at = -3 if len(out) > 2 and _is_envoy(out[-3]) and out[-2].kind == "office" and out[-2].start - out[-3].end <= 1 and document.text[out[-2].start] == "ل" else -2
        envoy = out[at]
        if _is_envoy(envoy) and envoy.actor_id in (None, person.actor_id) or _is_envoy(envoy) and person.actor_id is None:
            out[at:] = [replace(person, start=envoy.start, role=envoy.role, role_ar=envoy.role_ar, actor_id=envoy.actor_id or person.actor_id, actor_name_ar=envoy.actor_name_ar or person.actor_name_ar)]
    return out


def _is_sent(document: Document, before: Person, person: Person) -> bool:
    """Whether only where somebody is sent stands between two mentions, in a comma only before a name in commas."""
    between = document.text[before.end : person.start]
    return _SENT_TO.fullmatch(between) is not None and (not between.endswith("، ") or document.text[person.end : person.end + 1] == "،")


def _is_envoy(person: Person) -> bool:
    return person.kind == "office" and (person.role in SERVING or person.role == "presidential envoy")


def _is_general(person: Person, lexicon: Lexicon, year: int | None) -> bool:
    """Whether the person was a secretary general in the year of publication."""
    return any(o.role_en == "secretary general" and (year is None or o.from_year <= year <= (o.to_year or year)) for o in lexicon.offices.get(person.person_id or "", ()))


def of_their_rulers(document: Document, people: list[Person]) -> list[Person]:
    """Ministers by the state of who is named before or behind them: «وزير خارجية الأسد», «الرئيس فلان ووزير خارجيته»."""
    out: list[Person] = []
    for person in people:
        before = out[-1] if out else None
        if before is None:
            out.append(person)
        elif before.kind == "office" and before.actor_id is None and person.start - before.end == 1 and person.rule in ("surname", "office_holder") and is_owned(before, person):
            out[-1] = replace(before, end=person.end, actor_id=person.actor_id, actor_name_ar=person.actor_name_ar)
        elif person.actor_id is None and before.actor_id is not None and is_possessed(person.role_ar or "") and "\n" not in document.text[before.end : person.start]:
            out.append(replace(person, actor_id=before.actor_id, actor_name_ar=before.actor_name_ar))
        else:
            out.append(person)
    return out
