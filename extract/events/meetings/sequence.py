"""Whether a clause tells a meeting as one after another, or on the margins of a gathering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.arabic.types import Document
from extract.events.clauses.words import AFTER

if TYPE_CHECKING:
    from extract.events.meetings.triggers import Trigger

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
