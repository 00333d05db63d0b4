"""An actor of a text: a state, an organisation, a person or a group with the token range of its phrase and the relation in which that stands."""

from __future__ import annotations

from typing import Final, NamedTuple

from extract.arabic.types import Document
from extract.events.arguments import SHORT_BODIES
from extract.events.pledges.actors.proclitics import stripped

RELIEF: Final = frozenset(("UN", "UNHCR", "UNRWA", "WFP", "UNICEF", "ICRC", "WHO"))  # bodies whose money is relief
_GIVING: Final = frozenset(("جمعيه", "موسسه", "منظمه", "بنك", "مصرف", "شركه"))  # heads of bodies that give of their own
_LENDING: Final = frozenset(("صندوق", "بنك", "مصرف"))


class Actor(NamedTuple):
    """An actor's phrase: token range, who it is, and ``relation`` "" | to | from | in | aside | of."""

    first: int
    last: int  # exclusive
    actor_id: str | None
    name_ar: str | None
    person_id: str | None
    relation: str

    @property
    def key(self) -> str | None:
        """What tells the actor from another: «EG» of «مصر», «الدول المانحة» of a group."""
        return self.actor_id or self.name_ar


def is_body(actor_id: str) -> bool:
    """Whether the actor is an organisation, as its code is not that of a state: «NATO» of «الناتو», not «EG» of «مصر»."""
    return len(actor_id) > 2 or actor_id in SHORT_BODIES


def is_lender(document: Document, actor: Actor) -> bool:
    """Whether the actor is a fund or a bank: «صندوق النقد الدولي», «البنك الآسيوي للتنمية»; a central bank is its state's."""
    first = stripped(document.norms[actor.first])
    if first == "وكاله" and "للتنميه" in document.norms[actor.first : actor.last]:
        return True
    return actor.actor_id in ("IMF", "WB") or first in _LENDING and document.norms[min(actor.first + 1, len(document.norms) - 1)] != "المركزي"


def is_unlisted(document: Document, actor: Actor) -> bool:
    """Whether the actor is one body of those that give of their own and that no table knows: «جمعية التكافل الإنساني», «شركة فيسبوك»."""
    if actor.actor_id is not None or actor.person_id is not None or stripped(document.norms[actor.first]) not in _GIVING:
        return False
    start, end = document.tokens[actor.first].start, document.tokens[actor.last - 1].end
    return not any(n.kind == "organisation" and start < n.end and n.start < end for n in document.names)
