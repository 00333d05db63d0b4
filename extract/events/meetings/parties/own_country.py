"""The state of who speaks as one of those who meet: «محادثات بين بلاده وإيران», «اجتماع بمشاركة بلاده والولايات المتحدة»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document, Name
from extract.events.arguments import Index, Party, is_state
from extract.events.clauses.words import THAT
from extract.events.meetings.parties.complements import is_of_another
from extract.events.meetings.parties.owners import BETWEEN_REACH
from extract.events.meetings.parties.ties import is_tied
from extract.events.meetings.triggers import Trigger

_OWN: Final = frozenset(("بلاده", "بلادها", "وبلاده", "وبلادها"))
_TAKING_PART: Final = frozenset(("بمشاركه", "ومشاركه", "وبمشاركه", "بحضور", "وحضور"))
_PARTICLES: Final = 3  # tokens from «بلاده» to its verb: «بلاده لن تجري»
_LIST: Final = 5  # tokens from the word that opens a list to a later member of it


def own_country(document: Document, index: Index, trigger: Trigger, subject: Party | None) -> list[Party]:
    """The state that «بلاده» means where it is said to take part; [] where it is unclear whose it is."""
    if not trigger.noun:
        return []
    for j in range(trigger.left, trigger.last):
        if document.norms[j] in _OWN and (_holds(document, trigger, j) if j < trigger.token else j > trigger.token + 1 and _takes_part(document, trigger, j)):
            speaker = _speaker(document, index, trigger, j, subject)
            return [_state(document, j, speaker)] if speaker is not None else []
    return []


def _holds(document: Document, trigger: Trigger, j: int) -> bool:
    """Whether «بلاده» at ``j`` is the subject of the verb of holding or hosting: «إن | بلاده | ستجري محادثات مع …», «ستعقد | بلاده | قمة»."""
    verb = trigger.carrier
    if verb is None or trigger.behind or trigger.role not in ("holds", "hosts"):
        return False
    return j == verb + 1 or j == trigger.left and j < verb <= j + _PARTICLES and document.norms[j - 1] in THAT


def _takes_part(document: Document, trigger: Trigger, j: int) -> bool:
    """Whether «بلاده» at ``j`` stands behind مع, بين or بمشاركة of the event, or is joined to who stands there: «بين واشنطن وبلاده»."""
    norms = document.norms
    before = j - 1
    if norms[j].startswith("و"):
        end = document.tokens[j - 1].end
        if not any(s.end == end for spans in (document.persons, document.names) for s in spans):  # type: ignore[attr-defined]
            return False
        before = next((k for k in range(j - 2, max(trigger.token, j - _LIST), -1) if norms[k] in ("بين", "مع") or norms[k] in _TAKING_PART), trigger.token)
    if norms[before] in ("بين", "وبين"):
        return before - trigger.token <= BETWEEN_REACH and not is_of_another(document, trigger.token, before)
    if norms[before] == "مع":
        return before < trigger.right and not is_tied(document, trigger, before)
    return norms[before] in _TAKING_PART


def _speaker(document: Document, index: Index, trigger: Trigger, j: int, subject: Party | None) -> Party | None:
    """Whose country it is: the one whom the sentence names before it, of several the one beside the verb, else whom the sentence before spoke of."""
    before = [p for p in index.parties(document.tokens[trigger.first].start, document.tokens[j].start, states=False) if _acts_for_state(p)]
    if not before:
        return _by_adjective(document, trigger) or (subject if subject is not None and _acts_for_state(subject) else None)
    if len({p.actor_id for p in before}) == 1:
        return before[0]
    told = ((p, document.morphs[index.token_at(p.start) - 1]) for p in before)
    return next((p for p, verb in told if verb is not None and verb.pos == "verb"), None)


def _by_adjective(document: Document, trigger: Trigger) -> Party | None:
    """The one state whose adjective stands before «بلاده»: «قال الدبلوماسي الروسي إن …»."""
    start, end = document.tokens[trigger.first].start, document.tokens[trigger.token].start
    told = {n.actor_id: n for n in document.names if n.kind == "nisba" and n.actor_id and start <= n.start < end}
    return Party(start, end, None, next(iter(told.values()))) if len(told) == 1 else None


def _acts_for_state(party: Party) -> bool:
    code = party.actor_id
    return party.person is not None and party.person.kind in ("person", "office") and is_state(code)


def _state(document: Document, j: int, speaker: Party) -> Party:
    token, code = document.tokens[j], speaker.actor_id
    name = Name(token.start, token.end, token.text, "state", code or "", code, speaker.actor_name_ar or "", "", code, "و")
    return Party(token.start, token.end, None, name, "attendee", "marked")
