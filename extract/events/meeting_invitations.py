"""Who is called upon to hold a meeting: «دعت فرنسا مصر والأردن إلى إجراء محادثات»."""

from __future__ import annotations

from dataclasses import replace

from extract.arabic.types import Document
from extract.events.arguments import Index, Party

_HOLDING = frozenset(("اجراء", "عقد", "بدء", "استيناف"))  # masdars before the event: «إلى إجراء محادثات»
_CALL_LENGTH = 3  # tokens from the last who is called to the event: «| إلى إجراء محادثات»


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
