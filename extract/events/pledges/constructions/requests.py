"""Requests told by their noun: «تقدمت أوكرانيا بطلب إلى ألمانيا للحصول على صواريخ», «وجه لبنان طلبا إلى الكويت لتزويده بالوقود»."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import sentence_at
from extract.arabic.types import Document
from extract.events.pledges import guards
from extract.events.pledges.action import is_action
from extract.events.pledges.actors.proclitics import written_forms
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.content import description as content
from extract.events.pledges.content.extent import end_of
from extract.events.pledges.content.items import Items
from extract.events.pledges.denials import is_denied
from extract.events.pledges.pledge import Pledge, rows

_REQUESTS: Final = written_forms(("طلب", "طلبا", "التماسا", "مناشده", "نداء"))
_FILING: Final = frozenset(("تقدم", "قدم", "وجه", "أرسل", "سلم", "جدد", "رفع"))
_GETTING: Final = ("للحصول", "بالحصول", "لنيل", "لتلقي")
_TO_REQUEST: Final = 8  # tokens from the verb to its request, the subject between
_TO_THING: Final = 10  # tokens from the request to what is asked for, whom it asks between


def find_requests(document: Document, clauses: Clauses, items: Items) -> list[Pledge]:
    """Requests that a verb of filing or addressing tells, of arms, aid or money: «تقدمت أوكرانيا بطلب إلى ألمانيا للحصول على صواريخ»."""
    found = [_read(document, clauses, items, sentence_at(document, i), i) for i, norm in enumerate(document.norms) if norm in _REQUESTS]
    return [p for p in found if p is not None]


def _read(document: Document, clauses: Clauses, items: Items, number: int, request: int) -> Pledge | None:
    sentence, norms, morphs = document.sentences[number], document.norms, document.morphs
    verb = next((j for j in range(request - 1, max(sentence.first_token, request - _TO_REQUEST) - 1, -1) if (m := morphs[j]) is not None and m.pos == "verb"), None)
    morph = morphs[verb] if verb is not None else None
    if verb is None or morph is None or morph.lemma not in _FILING or guards.NEGATIONS & {*norms[max(0, verb - 1) : verb]} or is_denied(document, verb, sentence.first_token):
        return None
    end = end_of(document, request, sentence.last_token)
    start = next((j for j in range(request + 1, min(end, request + _TO_THING)) if norms[j] in _GETTING or norms[j].startswith("ل") and is_action(norms[j])), None)
    asking = [a for a in clauses.subject(verb, sentence.first_token, request + 1, number) if a.actor_id]
    if start is None or not asking or any((m := morphs[j]) is not None and m.pos == "verb" for j in range(request + 1, start)):
        return None
    what = content.read(document, start, end, items, clauses.between(start, end), clauses.timed)
    if what.money is None and what.strength not in ("item", "kind") or what.kind in ("institutional", "spending") or guards.is_trade(document, request, what.money):
        return None
    own = {a.key for a in asking}
    asked = [a for a in clauses.between(request + 1, end) if a.relation in ("to", "from") and a.first < start and a.key not in own or a.relation == "from" and a.key not in own]
    if not asked:
        return None
    return Pledge(
        request, min([verb, *(a.first for a in asking if a.first >= sentence.first_token)]), end, "requested", what.kind or "financial", what.item_ar, what.money, what.quantity,
        rows("pledger", clauses.joined(asked[0], clauses.between(asked[0].last, end))) + rows("recipient", asking) + rows("requester", asking[:1]), clauses.announced(sentence, verb), None, None,
        next((a.person_id for a in asking if a.person_id), None), "narrator", "request", 0.7,
    )  # fmt: skip
