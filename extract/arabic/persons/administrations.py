"""Officials who are told by the ruler in whose government they serve: «مسؤولي إدارة الرئيس فلان», «مسؤولون في حكومة فلان»."""

from __future__ import annotations

from typing import Final

from extract.arabic.persons.servants import HEADS
from extract.arabic.persons.words import Reading, opens_title
from extract.arabic.types import Person

GOVERNMENTS: Final = frozenset(("اداره", "حكومه"))  # «إدارة الرئيس الأميركي»
_SERVING: Final = frozenset(("officials", "official", "representatives", "delegation", "members", "delegates"))
_OF: Final = frozenset(("في", "من", "عن"))


def of_administration(reading: Reading, i: int, j: int, role: str) -> tuple[list[Person], int] | None:
    """The group at token ``i`` as one of the state of the ruler behind «إدارة» or «حكومة», and the token behind that word; ``j`` is where it goes on: «مسؤولين | في إدارة ترامب»."""
    norms = reading.document.norms
    k = j + 1 if j < len(norms) and norms[j] in _OF else j
    if role not in _SERVING or k + 1 >= len(norms) or norms[k] not in GOVERNMENTS:
        return None
    actor = _state_of_ruler(reading, k + 1)
    if actor is None:
        return None
    start, end = reading.document.tokens[i].start, reading.document.tokens[k].end
    name = reading.lexicon.actors[actor][0]
    return [Person(start, end, "collective", None, None, None, None, None, role, reading.document.text[start:end], actor, name, 0, "collective", 0.75)], k + 1


def _state_of_ruler(reading: Reading, k: int) -> str | None:
    """The one state that the person at token ``k`` has ruled, with his title or without: «| الرئيس جو بايدن», «| ترامب»."""
    norms, lexicon = reading.document.norms, reading.lexicon
    while k + 1 < len(norms) and (opens_title(norms[k], lexicon) or norms[k] in ("الوزراء", "الحكومه")):
        k += 1
    name = reading.document.covering.get(k)
    if name is not None and name.kind == "nisba" and k + 1 < len(norms):  # «إدارة الرئيس | الأميركي | فلان»
        return name.actor_id
    known = name.entity_id if name is not None and name.kind == "person" else lexicon.surnames[norms[k]][0] if norms[k] in lexicon.surnames else None
    states = {o.actor_id for o in lexicon.offices.get(known or "", ()) if o.role_en in HEADS and o.actor_id in lexicon.actors}
    return states.pop() if len(states) == 1 else None
