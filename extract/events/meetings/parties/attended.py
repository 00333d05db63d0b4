"""Who else was at a meeting told before: «وجرى اللقاء بحضور السفير», «ولم يحضر القمة الرئيس»."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extract.arabic.normalizer import fold
from extract.arabic.persons.listed_sides import is_of_government
from extract.arabic.types import Document
from extract.events.arguments import Party, is_state
from extract.events.meetings.event import TALKING, Event, family
from extract.events.meetings.parties.led import LED_BY

if TYPE_CHECKING:
    from extract.events.meetings.triggers import Trigger

_PRESENCE: Final = frozenset(("بحضور", "بمشاركه", "وبحضور", "وبمشاركه"))
_REACH: Final = 6  # tokens from «اللقاء» to «بحضور»
_DELEGATIONS: Final = frozenset(("delegation", "delegations", "team", "members"))
_WITH: Final = frozenset(("برفقة", "رفقة", "بصحبة", "بمرافقة", "يرافقه", "ترافقه", "يرافقها", "يضم", "ضم", "تضم", "يتقدمه"))  # between a visitor and whom he has with him
_BEFORE: Final = 8  # characters before somebody in which «بحضور» may stand
_ESCORT_GAP: Final = 14  # words from a visitor over «على رأس وفد يضم» to the first of his delegation
_NEGATIONS: Final = frozenset(("لم", "لن", "ولم", "ولن", "لا", "ولا", "فلم", "دون"))
_STAYING_AWAY: Final = frozenset(("غاب", "اعتذر", "امتنع"))
_ABSENCES: Final = frozenset(("غياب", "تغيب", "اعتذار"))  # «غياب الأمير عن القمة»
_ABSENT_REACH: Final = 8  # tokens from such a noun over who stays away to «عن»
_NO: Final = frozenset(("عدم", "وعدم", "بعدم", "لعدم"))
_PARTICIPATION: Final = frozenset(("مشاركه", "المشاركه", "مشاركته", "مشاركتها", "مشاركتهم", "حضور", "الحضور", "حضوره", "حضورها", "حضورهم", "حضورهما"))
_OF_DELEGATION: Final = LED_BY | {"يضم", "ضم"}  # between a delegation and who leads it or is of it
_WITHDRAWING: Final = frozenset(("انسحب", "انسحاب"))
_LEFT: Final = frozenset(("مؤتمر", "قمة", "منتدى"))  # from which one withdraws beforehand; who withdraws from a meeting or a session was there
_ABSENCE: Final = 4  # tokens from «عن» to the event
_NEXT: Final = 1  # sentences from a meeting to who is said to have been there


def those_present(document: Document, trigger: Trigger, parties: list[Party]) -> list[Party]:
    """The parties of «اللقاء» told once more with only who was there, each as one of a list: «وتم الاجتماع بحضور | السفير»."""
    i = trigger.token
    if not trigger.noun or not trigger.morph.definite or trigger.role not in ("happens", "holds") or not parties:
        return parties
    at = next((j for j in range(i + 1, min(i + _REACH, trigger.last)) if document.norms[j] in _PRESENCE or document.norms[j - 1 : j + 1] == ["في", "حضور"]), None)
    if at is None or any(p.start < document.tokens[at].start or p.name is not None for p in parties):
        return parties
    return [p.told_by("listed") for p in parties]


def of_their_delegation(document: Document, parties: list[Party]) -> list[Party]:
    """Who leads a delegation, comes with somebody, is of his delegation or at his side as one of the same state, where his office tells none: «وفدا قطريا برئاسة | وزير الداخلية فلان», «على رأس وفد يضم | وزير الخارجية ووزيرة الطاقة |», «استقبل الرئيس التونسي نظيره بحضور | وزير الخارجية |»."""
    if not any(_is_of_nobody(p) for p in parties):
        return parties
    told: dict[int, Party] = {}
    before: Party | None = None
    host = next((p for p in sorted(parties, key=lambda p: p.start) if p.person is not None and p.person.kind in ("person", "office")), None)
    for p in sorted(parties, key=lambda p: p.start):
        led = before is not None and before.person is not None and before.person.role in _DELEGATIONS and fold(document.text[before.end : p.start].strip(" ،,")) in _OF_DELEGATION
        if led and before is not None and (before.actor_id or before.actor_name_ar) and _is_of_nobody(p):
            p = told[p.start] = _of_side(p, before)  # «وفد من الحركة برئاسة | فلان»
        elif before is not None and before.person is not None and p.person is not None and _is_stateless(p) and is_state(before.actor_id):
            gap = document.text[before.end : p.start].split()
            beside = before.start in told and (not gap or gap in (["و"], ["،"], [","]))
            if beside or 0 < len(gap) < _ESCORT_GAP and gap[-1] in _WITH and before.person.kind in ("person", "office"):
                p = told[p.start] = _of_side(p, before)
            elif host is not None and is_state(host.actor_id) and p.person is not None and is_of_government(p.person) and document.text[max(0, p.start - _BEFORE) : p.start].rstrip().endswith("بحضور"):
                p = told[p.start] = _of_side(p, host)
        before = p
    return [told.get(p.start, p) if _is_of_nobody(p) else p for p in parties]


def _of_side(party: Party, other: Party) -> Party:
    """Somebody as one of another's state."""
    return replace(party, person=replace(party.person, actor_id=other.actor_id, actor_name_ar=other.actor_name_ar)) if party.person is not None else party


def _is_of_nobody(party: Party) -> bool:
    """Whether a party is somebody of whom no title says for whom he acts: «وزير الداخلية فلان», «فلان»."""
    return party.person is not None and party.person.kind in ("person", "office") and party.person.actor_id is None and party.person.actor_name_ar is None


def _is_stateless(party: Party) -> bool:
    """Whether a party is somebody in office whose title says no state: «وزير الداخلية فلان»."""
    return _is_of_nobody(party) and party.person is not None and party.person.role is not None


def goes_on_with(told: Event, event: Event) -> bool:
    """Whether «اللقاء» with only who was there is the meeting of the sentence before."""
    if event.named or event.sentence - told.latest > _NEXT or event.status != told.status or not event.parties:
        return False
    if any(p.via != "listed" for p in event.parties):
        return False
    return len(told.parties) > 1 and (family(told) == family(event) or told.rule in TALKING)


def of_first_side(told: Event, parties: list[Party]) -> list[Party]:
    """Those present whose office tells no state as people of who is told first: «استقبل الرئيس التونسي …. وجرى اللقاء بحضور | وزير الخارجية»."""
    side = told.parties[0].actor_id
    return [replace(p, person=replace(p.person, actor_id=side)) if p.person is not None and p.person.actor_id is None and p.person.actor_name_ar is None else p for p in parties]


def is_denied(document: Document, i: int, first: int) -> bool:
    """Whether the verb of attending at ``i`` is denied: «ولم | يحضر | القمة», «لن يشارك في الاجتماع»."""
    return i > first and document.norms[i - 1] in _NEGATIONS


def stays_away(document: Document, trigger: Trigger) -> bool:
    """Whether the words before the event say who was not there: «غاب عن القمة الرئيس فلان», «اعتذر عن حضور المؤتمر», «غياب الأمير عن القمة», «قرر عدم مشاركته في القمة», «انسحبت من المؤتمر»."""
    if not trigger.noun or trigger.behind:
        return False
    ahead = document.norms[max(trigger.first, trigger.token - _ABSENCE) : trigger.token]
    if any(a in _NO and b in _PARTICIPATION for a, b in zip(ahead, ahead[1:], strict=False)):
        return True
    if ahead[-1:] == ["من"] and trigger.morph.lemma in _LEFT and any((m := document.morphs[k]) is not None and m.lemma in _WITHDRAWING for k in range(max(trigger.first, trigger.token - _ABSENCE), trigger.token)):
        return True
    if "عن" not in ahead:
        return False
    j = next(j for j in range(trigger.token - 1, -1, -1) if document.norms[j] == "عن")
    verbs = (document.morphs[j - 1], document.morphs[trigger.carrier] if trigger.carrier is not None else None)
    if any(verb is not None and verb.lemma in _STAYING_AWAY for verb in verbs):
        return True
    return any((noun := document.morphs[k]) is not None and noun.lemma in _ABSENCES for k in range(max(trigger.first, j - _ABSENT_REACH), j))
