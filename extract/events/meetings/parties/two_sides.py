"""Which two a dual is that is the subject of a verb before or of an event: «عقد الجانبان …», «وأعلن البلدان عقد اجتماع …»: the sides of the meeting told last."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.spans import sentence_at
from extract.arabic.types import Document
from extract.events.arguments import Party, is_state
from extract.events.meetings.event import VISITS, Event
from extract.events.meetings.parties.groups import is_between_sides
from extract.events.meetings.parties.missing_side import state_of
from extract.events.meetings.triggers import Trigger

_TWO_SIDES: Final = frozenset(("البلدان", "الدولتان", "الجانبان", "الطرفان", "الحكومتان", "الجارتان", "الوفدان"))
_OF_TWO: Final = frozenset(("البلدين", "الدولتين", "الجانبين", "الطرفين", "الحكومتين"))
_SHARED: Final = frozenset(("لجنه", "مجلس", "هييه", "فريق", "منتدي", "اليه"))
_BODY: Final = 6  # tokens of such a body up to «بين»
_AGREEING: Final = frozenset(("اتفق", "أعلن", "قرر", "اعتزم", "قام", "بدأ", "اختتم", "استأنف", "واصل"))  # verbs whose subject holds what they govern
_LOOKING_BACK: Final = 4  # sentences
_OPENING: Final = frozenset(("كما", "قد", "وقد", "ثم", "انهما"))
_BETWEEN: Final = 8  # tokens from an event to the «بين» of its two sides
_GOVERNED: Final = 8  # tokens from a verb of agreeing to the event


def dual_subject(document: Document, trigger: Trigger) -> int | None:
    """The token of two sides who are the subject of the event's verb, or of one that announces or agrees on it: «وقع | البلدان | اتفاقا», «اتفق | الجانبان | على عقد جولة»."""
    norms, verb = document.norms, trigger.carrier if trigger.noun else trigger.token
    if verb is not None and not trigger.behind and trigger.role in (None, "holds", "agrees") and verb + 1 < trigger.last and norms[verb + 1] in _TWO_SIDES:
        return verb + 1
    if verb is not None and not trigger.behind and trigger.role in (None, "holds") and (between := _of_shared_body(document, verb + 1, trigger.last)) is not None:
        return between  # «تعقد اللجنة المشتركة بين | البلدين | اجتماعها»
    if not trigger.noun or trigger.carrier is not None and trigger.behind:
        return None
    for j in range(trigger.token - 1, max(trigger.first - 1, trigger.token - _GOVERNED), -1):
        own, morph = document.morphs[j], document.morphs[j - 1] if j > trigger.first else None
        if norms[j] in _TWO_SIDES and morph is not None and morph.lemma in _AGREEING:
            return j
        opens = j == trigger.first or norms[j - 1] in _OPENING or own is not None and own.conjunction == "و"  # not «الزعيمان اتفقا»
        if own is not None and own.pos == "verb" and own.number == "d" and own.lemma in _AGREEING and own.enclitic is None and opens:
            return j  # «واتفقا على اللقاء في …»
    return None


def _of_shared_body(document: Document, j: int, last: int) -> int | None:
    """The token of the two sides that share the committee or council at ``j``: «لجنة المتابعة بين | البلدين |»."""
    if j >= last or document.norms[j].removeprefix("ال") not in _SHARED:
        return None
    between = next((k for k in range(j + 1, min(j + _BODY, last - 1)) if document.norms[k] == "بين"), None)
    return between + 1 if between is not None and document.norms[between + 1] in _OF_TWO else None


def sides_behind(document: Document, trigger: Trigger) -> int | None:
    """The token of two sides behind the «بين» of an event that bears nobody's name: «الجولة السابقة من المحادثات بين | الجانبين | عقدت …»."""
    norms, i = document.norms, trigger.token
    at = next((j for j in range(i + 1, min(i + _BETWEEN, trigger.last - 1)) if norms[j] == "بين"), None) if trigger.noun and trigger.construction != "noun_visit" else None  # «زيارة لإنهاء الخلاف بين البلدين»
    return at + 1 if at is not None and is_between_sides(document, at) else None


def sides_told(document: Document, trigger: Trigger, events: list[Event], event: Event) -> list[Party]:
    """The two sides whom the last meeting brought together, where a dual that nothing reads is the subject: «التقى X Y. وأعلن | البلدان | عقد اجتماع …»; [] where none or more are known.

    They are told by their states and bodies, as others may sit there for them, but for a verb alone, whose subject they are: «واتفقا على اللقاء».
    """
    dual = dual_subject(document, trigger)
    if dual is None and (event.time is not None or event.place is not None) and event.kind not in ("call", "signing"):
        dual = sides_behind(document, trigger)
    if dual is None or not events or any(s.start <= document.tokens[dual].start < s.end for s in document.persons):
        return []
    number = sentence_at(document, trigger.first)
    at, verb = document.tokens[dual], document.morphs[dual]
    for told in sorted(events, key=lambda e: (-e.latest, -e.trigger)):
        if number - told.latest > _LOOKING_BACK:
            break
        sides = list(told.parties) if verb is not None and verb.pos == "verb" and len(told.parties) == len(told.actors()) else sides_of(told)
        if len(sides) == 2:
            return [replace(p, start=at.start, end=at.end, capacity="attendee", via="dual") for p in sides]
        if len(told.actors()) > 2:
            return []
    return []


def sides_of(event: Event) -> list[Party]:
    """The states and bodies of those who take part, and of a visit the state where it goes."""
    out: dict[str, Party] = {}
    for p in event.parties:
        if (side := p.actor_id or p.actor_name_ar) is not None:
            out.setdefault(side, state_of(p) if is_state(p.actor_id) else p)
    goal = event.place
    if event.rule in VISITS and len(out) == 1 and goal is not None and (code := goal.country_code or goal.actor_id) is not None and code not in out:
        out[code] = Party(goal.start, goal.end, None, replace(goal, kind="state", actor_id=code, country_code=code, clitics="و"))
    return list(out.values()) if len(out) == len(event.actors() | set(out)) else []
