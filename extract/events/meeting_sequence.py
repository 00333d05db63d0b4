"""Meetings that follow on another, and officials' talks beside their leaders' summit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.arabic.types import Document
from extract.events.clause_words import AFTER
from extract.events.meeting_event import GATHERINGS, LEADERS, Event

if TYPE_CHECKING:
    from extract.events.meeting_triggers import Trigger

_NEXT = frozenset(("ثم", "بعدها", "بعديذ", "عقبها", "لاحقا"))
_OPENING = 3  # tokens from the beginning of a clause to its verb: «عقب ذلك، | عقد»


def follows_another(document: Document, trigger: Trigger) -> bool:
    """Whether a past clause tells by its first words that a meeting was held after the one told before: «عقب ذلك، عقد الوزيران اجتماعا موسعا»."""
    carrier = trigger.carrier
    if carrier is None or trigger.behind or trigger.role != "holds" or trigger.morph.definite:
        return False
    opening = [w.removeprefix("و") for w in document.norms[max(trigger.first, carrier - _OPENING) : carrier]]
    verb = document.morphs[carrier]
    past = verb is not None and verb.aspect == "p"
    return past and (not _NEXT.isdisjoint(opening) or "ذلك" in opening and not AFTER.isdisjoint(opening))


def is_on_margins(document: Document, trigger: Trigger) -> bool:
    """Whether the event took place on the margins of a gathering: «اجتماعه مع نظيره على هامش القمة»; it is no «القمة» itself."""
    i, norms = trigger.token, document.norms
    return any(norms[j] == "هامش" and not i - 3 < j < i for j in range(trigger.left, min(trigger.right + 3, trigger.last)))



def is_part_apart(a: Event, b: Event) -> bool:
    """Whether the second mention was on the margins of the first or the other way round."""
    side = a.kind in GATHERINGS and b.margin and b.kind not in GATHERINGS and b.named or b.kind in GATHERINGS and a.margin and a.kind not in GATHERINGS and a.status == b.status
    return side and len(b.parties) > 0


def is_summit_apart(a: Event, b: Event) -> bool:
    """Whether one is the summit of two states and the other talks of their officials: «محادثات الوزير مع مستشار الزعيم … القمة الثانية بين البلدين»."""
    if (a.kind == "summit") == (b.kind == "summit") or a.party_keys() & b.party_keys():
        return False
    summit, talks = (a, b) if a.kind == "summit" else (b, a)
    officials = [p for p in talks.parties if p.person is not None and p.person.kind == "person" and p.person.role is not None and p.person.role not in LEADERS]
    return talks.kind in ("bilateral", "negotiation", "visit") and len(talks.parties) > 1 and len(officials) > 0 and len(summit.parties) > 1
