"""Whether a verb tells that the leaders or the ministers of several states meet, as its subject by itself."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.meetings.triggers import Trigger

_LEADERS: Final = frozenset(("قاده", "زعماء", "روساء", "ملوك", "القاده", "الزعماء"))
_MINISTERS: Final = frozenset(("وزراء",))
_STATES: Final = frozenset(("دول", "الدول", "حكومات", "الحكومات", "بلدان", "البلدان"))
_OF_STATES_REACH: Final = 4  # tokens from «زعماء» to the states whose they are: «رؤساء دول», «قادة ورؤساء حكومات دول»
_UNIONS: Final = frozenset(("EU", "GCC", "LAS", "NATO", "AFUN", "G7", "G20", "OIC"))  # whose members lead states


def are_leaders(document: Document, trigger: Trigger) -> bool:
    """Whether leaders of states or of a union meet: «يلتقي قادة الاتحاد الأوروبي», «عقد زعماء دول الساحل اجتماعا»; not «قادة الجيش»."""
    i = _subject(document, trigger)
    if i is None or document.norms[i] not in _LEADERS:
        return False
    end = min(i + _OF_STATES_REACH, trigger.last)
    if not _STATES.isdisjoint(document.norms[i + 1 : end]):
        return document.norms[i + 1] not in ("اركان", "مخابرات", "برلمانات", "مجالس")
    start = document.tokens[i + 1].start if i + 1 < trigger.last else -1
    return any(n.start == start and n.actor_id in _UNIONS for n in document.names)


def are_ministers(document: Document, trigger: Trigger) -> bool:
    """Whether ministers of several states hold a meeting: «عقد وزراء زراعة الدول المطلة على البحر اجتماعا»."""
    i = _subject(document, trigger)
    return i is not None and document.norms[i] in _MINISTERS and not _STATES.isdisjoint(document.norms[i + 1 : min(i + _OF_STATES_REACH, trigger.last)])


def _subject(document: Document, trigger: Trigger) -> int | None:
    """The token behind the verb that tells the meeting, and behind a day at once behind it."""
    head = trigger.carrier if trigger.noun else trigger.token
    if head is None or trigger.behind or trigger.noun and trigger.role not in ("holds", "happens"):
        return None
    behind = head + 1
    if behind < trigger.last and (time := next((t for t in document.times if t.start == document.tokens[behind].start), None)) is not None:
        behind = next((j for j in range(behind + 1, trigger.last) if document.tokens[j].start >= time.end), trigger.last)  # «يجتمع الأربعاء قادة …»
    return behind if behind < trigger.last else None
