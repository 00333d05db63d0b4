"""Whether a clause tells a meeting as one after another, or on the margins of a gathering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.arabic.types import Document, Name
from extract.events.clauses.words import AFTER

if TYPE_CHECKING:
    from extract.events.meetings.triggers import Trigger

_NEXT = frozenset(("ثم", "بعدها", "بعديذ", "عقبها", "لاحقا"))
_DURING = frozenset(("خلال", "اثناء", "ضمن"))
_GATHERINGS = frozenset(("قمه", "اجتماع", "اجتماعات", "اعمال"))
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


def within_gathering(document: Document, trigger: Trigger) -> Name | None:
    """The body in whose gathering two met, as a verb of meeting tells it: «التقى الرئيس نظيره خلال قمة | مجموعة السبع»."""
    if trigger.noun or not trigger.construction.startswith(("verb_meet", "verb_receive", "verb_discuss")):
        return None
    norms = document.norms
    at = next((j for j in range(trigger.token + 1, min(trigger.right + 3, trigger.last - 1)) if norms[j] in _GATHERINGS and norms[j - 1] in _DURING), None)
    if at is None:
        return None
    start = document.tokens[at + 1].start
    return next((n for n in document.names if n.start == start and n.kind == "organisation"), None)


def is_on_margins(document: Document, trigger: Trigger) -> bool:
    """Whether the event took place on the margins of a gathering: «اجتماعه مع نظيره على هامش القمة»; it is no «القمة» itself."""
    i, norms = trigger.token, document.norms
    return within_gathering(document, trigger) is not None or any(norms[j] == "هامش" and not i - 3 < j < i for j in range(trigger.left, min(trigger.right + 3, trigger.last)))
