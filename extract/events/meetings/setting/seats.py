"""Where a body sits whose house an event is told to be in: «اجتماع في مجلس الأمن», «التقاه بمقر الأمم المتحدة»."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import Final

from extract.arabic.types import Document, Name
from extract.events.arguments import Index
from extract.events.meetings.setting.scope import setting_end
from extract.events.meetings.triggers import Trigger

Seats = dict[str, tuple[str, str, str]]  # org_id → kind of the body, its city in English, the state of that

_HOUSES: Final = frozenset(("مقر", "بمقر", "مبني", "بمبني", "قاعه", "بقاعه", "بمقرات"))
_SITTING: Final = ("organ", "parliament", "court", "bank")  # bodies that are a house too: «في مجلس الأمن», but not «في الاتحاد الأوروبي»
_HOUSE_REACH: Final = 3  # tokens from «مقر» to the name: «مقر الأمانة العامة للجامعة»


def seat_of_body(document: Document, index: Index, trigger: Trigger, seats: Seats) -> Name | None:
    """The city of the body in whose house the event of a trigger is, as a place at the body's name; that after which a gathering is named: «مؤتمر ميونيخ للأمن»."""
    tokens = document.tokens
    start, stop = tokens[trigger.left].start, tokens[setting_end(document, index, trigger, 6) - 1].end
    for name in document.names[bisect_left(document.names, start, key=lambda n: n.start) :]:
        if name.start >= stop:
            break
        seat = seats.get(name.entity_id) if name.kind == "organisation" and not index.in_person(name.start) else None
        if seat is not None and (_is_house(document, index, trigger, name, seat[0]) or name.start == document.tokens[trigger.token].start and seat[1] in name.name_en):
            return replace(name, kind="place", name_en=seat[1], country_code=seat[2], actor_id=seat[2])
    return None


def _is_house(document: Document, index: Index, trigger: Trigger, name: Name, kind: str) -> bool:
    """Whether a body's name stands in a place phrase: behind «مقر», or behind في that goes with the event noun itself."""
    norms, i = document.norms, index.token_at(name.start - len(name.clitics))
    for j in range(i - 1, max(trigger.left - 1, i - 1 - _HOUSE_REACH), -1):
        if norms[j] in _HOUSES:
            return norms[j].startswith("ب") or j > 0 and norms[j - 1] in ("في", "وفي", "داخل")
        if document.tokens[j].kind != "word":
            break
    if kind not in _SITTING or not trigger.noun or i < 2 or norms[i - 1] != "في":
        return False
    adjectives = document.morphs[trigger.token + 1 : i - 1]
    return i - 1 > trigger.token and not any(m is None or m.pos != "adj" for m in adjectives)
