"""Who is called upon to hold a meeting or invited to a visit, and by whom: «دعت فرنسا مصر والأردن إلى إجراء محادثات», «وجه دعوة إلى البابا لزيارة بيونغ يانغ»."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.types import Document
from extract.events.arguments import Index, Party
from extract.events.meetings.triggers import Trigger

_HOLDING: Final = frozenset(("اجراء", "عقد", "بدء", "استيناف"))  # masdars before the event: «إلى إجراء محادثات»
_CALL_LENGTH: Final = 3  # tokens from the last who is called to the event: «| إلى إجراء محادثات»
_INVITATION_REACH: Final = 20  # tokens from an invitation with its titles to the visit
_GETTING: Final = frozenset(("تسلم", "تلقى", "استلم", "قبل", "لبى", "رفض"))  # verbs whose subject is who is invited


def is_to_be_held(document: Document, i: int) -> bool:
    """Whether the event is what somebody is called upon to hold: «دعت فرنسا مصر والأردن إلى إجراء | محادثات», «… لعقد | قمة»."""
    before = document.norms[i - 1] if i else ""
    if i < 2 or before.removeprefix("ل") not in _HOLDING:
        return False
    end = document.tokens[i - 2].end
    return document.norms[i - 2] == "الي" or before[0] == "ل" and (any(n.end == end for n in document.names) or any(p.end == end for p in document.persons))


def bodies_asked(document: Document, index: Index, carrier: int, i: int) -> list[Party]:
    """The states and bodies that are called upon, behind the one that calls: «دعت فرنسا | الولايات المتحدة والأردن | إلى إجراء محادثات»."""
    found = [p for p in index.parties(document.tokens[carrier].end, document.tokens[i].start) if p.name is not None and p.name.kind in ("state", "organisation")]
    caller = document.tokens[carrier - 1].end if carrier else -1
    before = any(n.end == caller and n.kind in ("state", "organisation", "metonym") for n in document.names)  # «فرنسا | دعت مصر والأردن إلى …»
    asked = found if before else [p for p in found if p.start > document.tokens[carrier + 1].start]
    if len(asked) < 2 or i - index.token_at(asked[-1].end - 1) > _CALL_LENGTH:
        return []
    return [replace(p, capacity="invited") for p in asked]


def invitation_of(document: Document, trigger: Trigger) -> int | None:
    """The token of the invitation to a visit that is yet to be made: «وجه دعوة إلى البابا لزيارة بيونغ يانغ»."""
    if trigger.construction != "noun_visit" or trigger.morph.preposition != "ل":
        return None
    return next((j for j in range(trigger.token - 1, max(trigger.first, trigger.token - _INVITATION_REACH) - 1, -1) if document.tokens[j].norm in ("دعوه", "الدعوه")), None)


def guests(document: Document, index: Index, trigger: Trigger, invitation: int) -> list[Party]:
    """Who is invited, behind إلى or «لـ», and the host: behind من, or who asks to his own country; not who only hands the invitation over."""
    tokens = document.tokens
    before = index.parties(tokens[trigger.left].start, tokens[invitation].start, states=False)
    named = index.parties(tokens[invitation].end, tokens[trigger.token].start, states=False)
    ahead = {p.start: tokens[index.token_at(p.start) - 1].norm for p in (*named, *before)}
    guest = [p for p in (*named, *before) if document.text[p.start] == "ل" or ahead[p.start] == "الي"][:1]
    if not guest and any((m := document.morphs[j]) is not None and m.lemma in _GETTING for j in range(trigger.left, invitation)):
        guest = before[-1:]  # «تسلم الرئيس دعوة من … لزيارة سيول»
    goal = _goal(document, trigger)
    host = [p for p in named if ahead[p.start] == "من"] or [p for p in (*named, *before) if p.actor_id == goal and goal is not None]
    return guest + [replace(p, capacity="host") for p in host[:1]] if guest else []


def called_to_visit(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """Who is asked to come, and who asks him to his own country: «دعا الزعيم الكوري الشمالي نظيره الجنوبي لزيارة بيونغ يانغ»; who asks others to go elsewhere takes no part."""
    assert trigger.carrier is not None
    tokens, goal = document.tokens, _goal(document, trigger)
    before = index.parties(tokens[trigger.left].start, tokens[trigger.carrier].start, states=False)
    named = index.parties(tokens[trigger.carrier].end, tokens[trigger.token].start, states=False)
    led = bool(before) and not (named and len(named) > 1 and named[0].start == tokens[trigger.carrier + 1].start)
    caller, asked = (before[-1:], named) if led else (named[:1], named[1:]) if len(named) > 1 else ([], named)
    return [replace(p, capacity="host") for p in caller if p.actor_id == goal and asked] + [replace(p, capacity="invited") for p in asked]


def _goal(document: Document, trigger: Trigger) -> str | None:
    """The state that is to be visited, told behind the visit."""
    behind = document.tokens[trigger.token].end
    return next((n.country_code or n.actor_id for n in document.names if n.start >= behind and n.kind in ("place", "state", "metonym")), None)


def inviting(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """Who calls his own counterparts together, and so comes himself: «دعا الوزير نظراءه إلى الاجتماع»; whoever calls for a meeting of others need not."""
    tokens, carrier = document.tokens, trigger.carrier
    assert carrier is not None
    called = index.parties(tokens[carrier].start, tokens[trigger.token].start, states=False)
    own = [p for p in called if p.person is not None and (p.person.role_ar or "").startswith(("نظير", "نظراء"))]
    if not own or trigger.construction == "noun_visit":
        return []
    before = index.parties(tokens[trigger.left].start, tokens[carrier].start, states=False)
    return before[-1:] or [p for p in called if p.start < own[0].start][:1]


def is_invitation(document: Document, trigger: Trigger) -> bool:
    """«دعا نظراءه من … للمشاركة في هذا الاجتماع»: guests of a meeting told before, no call for one."""
    return any(t.norm.endswith(("مشاركه", "حضور")) for t in document.tokens[max(trigger.first, trigger.token - 4) : trigger.token])
