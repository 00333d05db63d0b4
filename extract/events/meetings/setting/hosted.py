"""Where a gathering is to be hosted, told by the verbal noun: «تعتزم بروكسل استضافة مؤتمر», «استضافة بغداد القمة العربية»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document, Name
from extract.events.meetings.triggers import Trigger

_HOSTING: Final = frozenset(prefix + masdar for prefix in ("", "ل", "ب", "و") for masdar in ("استضافه", "احتضان", "استضافتها", "استضافته", "احتضانها", "احتضانه"))
_TO_EVENT: Final = 4  # tokens from the verbal noun over its genitive to the event
_TO_HOST: Final = 6  # tokens from the host, subject of a verb, to the verbal noun


def hosted_by(document: Document, trigger: Trigger) -> Name | None:
    """The city or state that hosts the event by the verbal noun before it: its genitive, else the subject of the verb that governs it; None where nobody is told."""
    i, norms = trigger.token, document.norms
    masdar = next((j for j in range(i - 1, max(trigger.first, i - _TO_EVENT) - 1, -1) if norms[j] in _HOSTING), None) if trigger.noun else None
    if masdar is None:
        return None
    behind = document.covering.get(masdar + 1)
    if masdar + 1 < i and (behind is None or behind.kind not in ("place", "state")):
        return None  # «استضافة المدينة للمؤتمر»
    if behind is not None and masdar + 1 < i:
        return behind
    for j in range(masdar - 1, max(trigger.first, masdar - _TO_HOST), -1):
        name, verb = document.covering.get(j), document.morphs[j - 1]
        if name is not None and name.kind in ("place", "state") and not name.clitics and verb is not None and verb.pos == "verb":
            return name
        if document.tokens[j].kind == "punctuation":
            return None
    return None
