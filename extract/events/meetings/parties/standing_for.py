"""Whom a subject stands for that no person or name is: «تجري | الحكومة | محادثات، وفق ما قال الوزير النيجيري», «إن | فريقا يعمل في مكتب الحركة | التقى المبعوث»."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.types import Document
from extract.events.arguments import Index, Party, is_state
from extract.events.clauses.words import THAT
from extract.events.meetings.parties.missing_side import state_of
from extract.events.meetings.triggers import Trigger

_GOVERNING: Final = frozenset(("الحكومه", "السلطات"))
_TEAMS: Final = frozenset(("وفدا", "فريقا", "لجنه", "بعثه", "مجموعه"))
_BELONGING: Final = frozenset(("مثل", "عمل", "تبع", "انتمى", "ضم"))
_REPRESENTING, _IN = 9, 4  # tokens from «يمثل» over whom it is to the event, and from «في» to it
_SAID: Final = frozenset(("قال", "أعلن", "أكد", "ذكر", "صرح", "أفاد", "أوضح", "أضاف", "كشف", "أشار", "نفى"))


def stood_for(document: Document, index: Index, trigger: Trigger, parties: list[Party]) -> list[Party]:
    """The state or body whose government or team is the subject of the event's verb; [] where it is unclear whose."""
    verb = trigger.carrier if trigger.noun else trigger.token
    if verb is None or trigger.behind or trigger.role not in (None, "holds"):
        return []
    left, led = trigger.left, trigger.left > trigger.first and document.norms[trigger.left - 1] in THAT
    governs = verb + 1 < trigger.last and document.norms[verb + 1] in _GOVERNING or led and left + 1 == verb and document.norms[left] in _GOVERNING
    if governs:
        return _of_speaker(document, index, trigger, verb, parties)
    if led and document.norms[left] in _TEAMS and left + 2 < verb:
        return _of_team(document, left, verb, parties)
    return []


def representing(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """Who represents a state or body at the event: «يمثل | روسيا | في القمة | نائب الوزير فلان», «مثل الوزير فلان مصر في القمة»; [] where nobody is named."""
    tokens, i = document.tokens, trigger.token
    verb = next((j for j in range(i - 1, max(trigger.left, i - _REPRESENTING) - 1, -1) if (m := document.morphs[j]) is not None and m.pos == "verb" and m.lemma == "مثل"), None) if trigger.noun else None
    if verb is None or "في" not in document.norms[max(verb, i - _IN) : i]:
        return []
    whose = [p for p in index.parties(tokens[verb].end, tokens[i].start) if p.actor_id or p.actor_name_ar]
    states = [p for p in whose if p.person is None or p.person.kind == "collective"]
    people = [p for p in index.parties(tokens[verb].end, tokens[trigger.last - 1].end, states=False) if p.person is not None and p.person.kind in ("person", "office")]
    if not states or not people or people[0].actor_id not in (None, states[0].actor_id):
        return []
    one, state = people[0], states[0]
    acting = replace(one.person, actor_id=state.actor_id, actor_name_ar=state.actor_name_ar) if one.person is not None and one.actor_id is None else one.person
    return [replace(one, person=acting, via="subject")]


def _of_speaker(document: Document, index: Index, trigger: Trigger, verb: int, parties: list[Party]) -> list[Party]:
    """The state of who says what «الحكومة» does, in the same sentence: «قال | وزير المالية التونسي | إن الحكومة تجري …»; none where several states speak."""
    tokens = document.tokens
    at = verb + 1 if verb + 1 < trigger.last and document.norms[verb + 1] in _GOVERNING else trigger.left
    if any(s.start <= tokens[at].start < s.end for s in document.persons):
        return []  # «الحكومة الليبية» is read
    told = index.parties(tokens[trigger.first].start, tokens[trigger.last - 1].end, states=False)
    saying = [p for p in told if p.person is not None and (m := document.morphs[index.token_at(p.start) - 1]) is not None and m.pos == "verb" and m.lemma in _SAID]
    states = {p.actor_id for p in saying}
    if len(states) != 1 or not is_state(saying[0].actor_id) or saying[0].actor_id in {p.actor_id for p in parties}:
        return []
    return [replace(state_of(saying[0]), start=tokens[at].start, end=tokens[at].end, capacity="attendee", via="subject")]


def _of_team(document: Document, left: int, verb: int, parties: list[Party]) -> list[Party]:
    """The body or state that a relative clause tells a team to be of: «أن | وفدا يمثل الحركة | التقى …», «أن | فريقا يعمل في مكتب الحركة | اجتمع مع …»."""
    morph, start, end = document.morphs[left + 1], document.tokens[left].start, document.tokens[verb].start
    if morph is None or morph.pos != "verb" or morph.lemma not in _BELONGING or any(start <= p.start < end and p.person is not None for p in parties):
        return []
    of = next((n for n in document.names if start < n.start < end and n.kind in ("organisation", "state")), None)
    return [Party(start, of.end, None, replace(of, clitics="و"), "attendee", "subject")] if of is not None else []
