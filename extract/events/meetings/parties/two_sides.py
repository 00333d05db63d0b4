"""Which two a dual is that is the subject of a verb before or of an event: «عقد الجانبان …», «وأعلن البلدان عقد اجتماع …»: the sides of the meeting told last."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.spans import sentence_at
from extract.arabic.types import Document
from extract.events.arguments import Party, is_state
from extract.events.meetings.event import VISITS, Event
from extract.events.meetings.parties.missing_side import state_of
from extract.events.meetings.triggers import Trigger

_TWO_SIDES: Final = frozenset(("البلدان", "الدولتان", "الجانبان", "الطرفان", "الحكومتان", "الجارتان", "الوفدان"))
_AGREEING: Final = frozenset(("اتفق", "أعلن", "قرر", "اعتزم", "قام", "بدأ", "اختتم", "استأنف", "واصل"))  # verbs whose subject holds what they govern
_LOOKING_BACK: Final = 4  # sentences
_GOVERNED: Final = 8  # tokens from a verb of agreeing to the event


def dual_subject(document: Document, trigger: Trigger) -> int | None:
    """The token of two sides who are the subject of the event's verb, or of one that announces or agrees on it: «وقع | البلدان | اتفاقا», «اتفق | الجانبان | على عقد جولة»."""
    norms, verb = document.norms, trigger.carrier if trigger.noun else trigger.token
    if verb is not None and not trigger.behind and trigger.role in (None, "holds", "agrees") and verb + 1 < trigger.last and norms[verb + 1] in _TWO_SIDES:
        return verb + 1
    if not trigger.noun or trigger.carrier is not None and trigger.behind:
        return None
    for j in range(trigger.token - 1, max(trigger.left, trigger.token - _GOVERNED), -1):
        morph = document.morphs[j - 1]
        if norms[j] in _TWO_SIDES and morph is not None and morph.lemma in _AGREEING:
            return j
    return None


def sides_told(document: Document, trigger: Trigger, events: list[Event]) -> list[Party]:
    """The two states whose people the last meeting brought together, where a dual that nothing reads is the subject: «التقى X Y. وأعلن | البلدان | عقد اجتماع …»; [] where none or more are known."""
    dual = dual_subject(document, trigger)
    if dual is None or not events or any(s.start <= document.tokens[dual].start < s.end for s in document.persons):
        return []
    number = sentence_at(document, trigger.first)
    for event in reversed(events):
        if number - event.latest > _LOOKING_BACK:
            break
        states = _states(event)
        if len(states) == 2:
            at = document.tokens[dual]
            return [replace(p, start=at.start, end=at.end, capacity="attendee", via="dual") for p in states]
        if len(event.actors()) > 2:
            return []
    return []


def _states(event: Event) -> list[Party]:
    """The states of those who take part, and of a visit the one where it goes."""
    out: dict[str, Party] = {}
    for p in event.parties:
        if p.actor_id is not None:
            out.setdefault(p.actor_id, state_of(p))
    goal = event.place
    if event.rule in VISITS and len(out) == 1 and goal is not None and (code := goal.country_code or goal.actor_id) is not None and code not in out:
        out[code] = Party(goal.start, goal.end, None, replace(goal, kind="state", actor_id=code, country_code=code, clitics="و"))
    return list(out.values()) if len(out) == len(event.actors() | set(out)) and all(is_state(a) for a in out) else []
