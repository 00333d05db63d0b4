"""Lists of donors that share one verb: «تعهدت الرياض بـ500 مليون دولار، والكويت بـ250 مليون دولار»."""

from __future__ import annotations

from extract.arabic.types import Document
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.pledge import Pledge, rows


def find_listed(document: Document, clauses: Clauses, pledge: Pledge, last: int) -> list[Pledge]:
    """Further donors in a list that shares the verb: «تعهدت الرياض بـ500 مليون دولار، والكويت بـ250 مليونا»."""
    out: list[Pledge] = []
    if pledge.amount is None or pledge.status not in ("pledged", "delivered"):
        return out
    previous = pledge.amount
    for amount in (a for a in document.amounts if a.kind == "money" and a.start >= previous.end):
        a, b = clauses.index.token_at(previous.end), clauses.index.token_at(amount.start)
        if b >= last or b - a > 9:
            break
        givers = [x for x in clauses.between(a, b) if x.relation == "" and b - x.last <= 3]
        joined = bool(givers) and document.tokens[givers[0].first].norm.startswith("و")
        if not givers or not joined or any((m := document.morphs[k]) is not None and m.pos == "verb" for k in range(a, b)):
            break
        end = clauses.index.token_at(amount.end)
        parties = rows("pledger", clauses.run(givers)) + [p for p in pledge.parties if p[0] == "recipient"]
        out.append(
            Pledge(b, givers[0].first, end, pledge.status, pledge.kind, amount.text, amount, None, parties, pledge.announced, None, None,
                   None, pledge.attribution, pledge.rule + "_list", pledge.confidence)
        )  # fmt: skip
        previous = amount
    return out

