"""Aid that arrives, told by no carrier: «وصلت مساعدات كويتية إلى مدينة عدن»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document, Sentence
from extract.events.arguments import is_adjective
from extract.events.pledges.actors.actor import Actor
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.constructions.shipment_ends import find_destination
from extract.events.pledges.content.gifts import OF_ARMS
from extract.events.pledges.pledge import Pledge, rows

_AID: Final = frozenset(("مساعدات", "مساعده", "معونات", "معونه", "امدادات"))
_ARRIVING: Final = frozenset(("وصل", "دخل", "تدفق", "توالى"))
_LONGEST: Final = 4  # tokens behind the aid in which its adjectives stand
_REACH: Final = 24  # tokens behind the aid in which its destination is told


def find_arrivals(document: Document, clauses: Clauses) -> list[Pledge]:
    """Arrivals of aid whose giver stands beside it and whose destination is told: «وصلت مساعدات كويتية إلى عدن»."""
    verbs = [v for v in document.verbs if (m := document.morphs[v]) is not None and m.lemma in _ARRIVING]
    out: list[Pledge] = []
    for sentence in document.sentences if verbs else ():
        for i in sorted({v + k for v in verbs if sentence.first_token <= v for k in (1, 2) if v + k < sentence.last_token}):
            if stripped(document.norms[i]) in _AID and (found := _read(document, clauses, sentence, i)) is not None:
                out.append(found)
                break
    return out


def _read(document: Document, clauses: Clauses, sentence: Sentence, i: int) -> Pledge | None:
    tokens, norms = document.tokens, document.norms
    verb = next((j for j in (i - 1, i - 2) if j >= sentence.first_token and (m := document.morphs[j]) is not None and m.pos == "verb" and m.lemma in _ARRIVING), None)
    if verb is None or verb > sentence.first_token and norms[verb - 1] in ("لم", "لن", "لا", "ان", "لو"):
        return None
    givers = _adjectives(document, clauses, i) or clauses.sources([a for a in clauses.between(i + 1, i + _LONGEST) if a.actor_id])
    last = clauses.end_behind(i, sentence, _REACH)
    taker = find_destination(document, max([i + 1, *(a.last for a in givers)]), last, givers[0] if givers else None)
    if not givers or taker is None or taker.key in {a.key for a in givers}:
        return None
    morph, weight = document.morphs[verb], next((a for a in document.amounts if a.kind == "quantity" and tokens[i].start <= a.start < tokens[last - 1].end), None)
    arms = any(stripped(n).startswith(OF_ARMS) for n in norms[i + 1 : i + _LONGEST])
    return Pledge(
        i, verb, max(taker.last, givers[-1].last), "pledged" if morph is not None and morph.future else "delivered", "military" if arms else "humanitarian",
        document.text[tokens[i].start : tokens[givers[-1].last - 1].end], None, weight, rows("pledger", givers) + rows("recipient", [taker]), clauses.announced(sentence), None, None, None,
        "narrator", "arrival", 0.7,
    )  # fmt: skip


def _adjectives(document: Document, clauses: Clauses, i: int) -> list[Actor]:
    """The states whose adjectives the aid carries: «مساعدات سعودية وإماراتية»."""
    found = [(clauses.index.token_at(n.start), n) for n in document.names if is_adjective(n) and n.actor_id and document.tokens[i].end <= n.start]
    return [Actor(k, k + 1, n.actor_id, n.name_ar, None, "") for k, n in found if i < k <= i + _LONGEST]
