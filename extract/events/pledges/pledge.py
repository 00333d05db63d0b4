"""A pledge as one article tells it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from extract.arabic.types import Amount
from extract.events.pledges.actors.actor import Actor

Party = tuple[str, str | None, str | None, str | None]  # role, actor_id, actor_name_ar, person_id


@dataclass(slots=True)
class Pledge:
    """One undertaking as the article tells it. ``first:last`` is the token range of its quote."""

    trigger: int
    first: int
    last: int
    status: str
    kind: str
    item_ar: str | None
    amount: Amount | None
    quantity: Amount | None
    parties: list[Party]
    announced: dt.date | None
    due: dt.date | None
    condition_ar: str | None
    speaker_id: str | None
    attribution: str
    rule: str
    confidence: float


def rows(role: str, actors: list[Actor]) -> list[Party]:
    """The parties of one role, each actor once, in the order of the text: «الكويت والرياض» are two pledgers."""
    return [(role, a.actor_id, a.name_ar, a.person_id) for a in {a.key: a for a in reversed(actors)}.values()][::-1]
