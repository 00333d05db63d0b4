"""Whom the holder of an office serves, where the title names him: «مبعوث الرئيس الفرنسي إيمانويل ماكرون إلى لبنان جان إيف لودريان»."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.persons.name_extent import name_end
from extract.arabic.persons.servants import HEADS, SERVING
from extract.arabic.persons.titles import Title
from extract.arabic.persons.words import Reading
from extract.arabic.types import Name

_RULING: Final = frozenset(("الرييس", "للرييس", "رييس", "رييسه", "الرييسه", "الملك", "للملك", "المستشار", "المستشاره", "خادم"))  # inside the title of a servant
_LONGEST_MISSION: Final = 5  # tokens
_CHIEFS: Final = {"vice president": "president", "vice chancellor": "chancellor", "deputy prime minister": "prime minister"}


def take_master(reading: Reading, title: Title) -> None:
    """Make the ruler's name a part of the title of who serves him: «مستشار الرئيس الإيراني حسن روحاني», «نائب المستشارة الألمانية أنجيلا ميركل»."""
    tokens, master = reading.document.tokens, reading.document.covering.get(title.last)
    if title.role not in SERVING and not _is_of_his_chief(reading, title, master) or master is None or master.kind != "person" or not any(t.norm in _RULING for t in tokens[title.first + 1 : title.last]):
        return
    state = next((o.actor_id for o in reading.lexicon.offices.get(master.entity_id, ()) if o.role_en in HEADS and o.actor_id), None)
    if state is not None and (title.actor is None or title.actor.actor_id == state):
        title.last = _mission_end(reading, name_end(reading, title.last))
        title.actor = title.actor or replace(master, kind="state", entity_id=state, actor_id=state, name_ar=reading.lexicon.actors[state][0])


def _is_of_his_chief(reading: Reading, title: Title, name: Name | None) -> bool:
    """Whether a name behind a deputy's title is that of whom he is deputy to: one who held the chief's office at the time and never the deputy's."""
    chief, published = _CHIEFS.get(title.role or ""), reading.document.published
    if chief is None or name is None or any(n.startswith(("وزير", "ووزير")) for n in reading.document.norms[title.first : title.last]):
        return False
    offices = reading.lexicon.offices.get(name.entity_id, ())
    held = any(o.role_en == chief and (published is None or o.from_year <= published.year <= (o.to_year or published.year)) for o in offices)
    return held and not any(o.role_en == title.role for o in offices)


def _mission_end(reading: Reading, i: int) -> int:
    """Where the mission behind the name of a master ends, where who is sent is named behind it: «مبعوث الرئيس فلان | إلى التحالف | فلان»; else ``i``."""
    norms, covering, j = reading.document.norms, reading.document.covering, i
    if i >= len(norms) or not (norms[i] in ("الي", "لدي") or norms[i].startswith(("لشوون", "للشوون", "لشان"))):
        return i
    j += 1
    while j < len(norms) and j - i < _LONGEST_MISSION and ((name := covering.get(j)) is not None and name.kind != "person" or name is None and norms[j].startswith("ال")):
        j += 1
    return j if j > i and name_end(reading, j) - j >= 2 else i
