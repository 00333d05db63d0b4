"""Who received a leader of whom no sentence says so: the leader of the state he came to, where the article is about that one: «يتحدث ماكرون عن صداقته …، كما بدت خلال زيارة مودي إلى باريس»."""

from __future__ import annotations

from extract.events.arguments import Index, Party
from extract.events.meetings.event import LEADERS, VISITS, Event


def add_hosts(index: Index, events: list[Event]) -> None:
    """Add to a visit that names a leader alone the one leader of the state visited, where the article names nobody as often; a minister calls on ministers."""
    lone = [e for e in events if e.rule in VISITS and e.status in ("held", "planned") and not e.earlier and e.place is not None and len(e.parties) == 1 and _leads(e.parties[0])]
    who = index.protagonist() if lone else None
    if who is None or who.actor_id is None or who.role not in LEADERS or any(p.actor_id == who.actor_id and p.role in LEADERS and p.kind == "person" and p.chain != who.chain for p in index.persons):
        return
    for event in lone:
        code = event.place.country_code or event.place.actor_id if event.place is not None else None
        if code == who.actor_id and event.parties[0].actor_id != code and (event.time is None or event.time.precision == "day"):
            event.parties.append(Party(who.start, who.end, who, None, via="settled"))


def _leads(guest: Party) -> bool:
    """Whether a guest is by rank one whom a leader receives: a president, a king, a prince."""
    role = guest.person.role if guest.person is not None and guest.person.kind == "person" else None
    return role is not None and (role in LEADERS or "prince" in role)
