"""Gifts told by who thanks for them or by what came after them: «شكر الوزير اللبناني الصين على تقديم لقاحات», «أشاد بإرسال تركيا فرق إنقاذ إلى درنة», «بعد تسليم واشنطن كييف صواريخ».

The action noun has its giver as genitive, or it is the one thanked; who thanks takes where no taker is told.
"""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import sentence_at
from extract.arabic.types import Document, Sentence
from extract.events.pledges import guards
from extract.events.pledges.actors.actor import Actor
from extract.events.pledges.actors.proclitics import stripped, written_forms
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.content import description as content
from extract.events.pledges.content.extent import end_of
from extract.events.pledges.content.items import Items
from extract.events.pledges.pledge import Pledge, rows

_GIVING: Final = frozenset(("تقديم", "ارسال", "تزويد", "منح", "تسليم", "توفير", "تبرع", "اهداء", "امداد", "مد"))
_FORMS: Final = written_forms(_GIVING)
_TO_WHOM: Final = frozenset(("تزويد", "منح", "تسليم", "اهداء", "امداد", "مد"))  # action nouns with two objects
PRAISING: Final = frozenset(("شكر", "أشاد", "ثمن", "رحب", "نوه", "امتدح", "أثنى", "قدر"))
_PRIZING: Final = frozenset(("ثمن", "قدر"))  # whose object is the gift itself: «ثمن إرسال تركيا مساعدات»
_AFTER: Final = frozenset(("بعد", "عقب", "اثر", "منذ", "بفضل", "رغم"))
_TO_PRAISED: Final = 12  # tokens from the verb of praise to the action noun


def find_thanks(document: Document, clauses: Clauses, items: Items) -> list[Pledge]:
    """Gifts that are thanked for, praised, or told as what happened before: «شكر الوزير اللبناني الصين على تقديم لقاحات»."""
    found = [_read(document, clauses, items, document.sentences[number := sentence_at(document, i)], number, i) for i, norm in enumerate(document.norms) if norm in _FORMS]
    return [p for p in found if p is not None]


def _read(document: Document, clauses: Clauses, items: Items, sentence: Sentence, number: int, i: int) -> Pledge | None:
    norms = document.norms
    praise = _praise(document, sentence, i)
    if praise is None and norms[i - 1] not in _AFTER:
        return None
    praising = clauses.subject(praise, sentence.first_token, i, number) if praise is not None else []
    own = {a.key for a in praising}
    genitive = clauses.run([a for a in clauses.between(i + 1, i + 2) if a.relation == ""])
    thanked = _last_joined(clauses, [a for a in clauses.between(praise + 1, i) if a.relation in ("", "to") and a.key not in own]) if praise is not None else []
    givers = [a for a in genitive or thanked if a.actor_id]
    if not givers or praise is None and not genitive:
        return None
    end = end_of(document, i, sentence.last_token)
    start = givers[-1].last if genitive else i
    behind = [a for a in clauses.between(start, end) if a.key not in {g.key for g in givers}]
    what = content.read(document, start, end, items, clauses.between(start, end), clauses.timed) if start < end else None
    if what is None or what.strength not in ("item", "kind") and not what.measured or guards.is_other_giving(document, start - 1, end) or guards.is_sale(document, i, start) or guards.is_trade(document, i, what.money):
        return None
    objects = [a for a in behind if a.relation == "" and a.first == start][:1] if stripped(norms[i]) in _TO_WHOM else []
    takers = [a for a in clauses.marked(behind) or objects or [a for a in behind if a.relation == "in"][:1] or praising if a.actor_id]
    if not takers or {a.key for a in takers} & {a.key for a in givers}:
        return None
    return Pledge(
        i, praise if praise is not None else i - 1, end, "delivered", what.kind or "financial", what.item_ar, what.money, what.quantity,
        rows("pledger", givers) + rows("recipient", takers), clauses.announced(sentence, i), None, None, next((a.person_id for a in praising if a.person_id), None), "narrator", "thanks", 0.65,
    )  # fmt: skip


def _last_joined(clauses: Clauses, actors: list[Actor]) -> list[Actor]:
    """The last of the actors with those joined to it: «شكر الرئيس اليمني | السعودية والإمارات»."""
    return next((run for k in range(len(actors)) if (run := clauses.run(actors[k:]))[-1] is actors[-1]), [])


def _praise(document: Document, sentence: Sentence, i: int) -> int | None:
    """The verb of thanks or praise that governs the action noun at ``i`` by ب or على, no other verb between."""
    norm, before = document.norms[i], document.norms[i - 1] if i else ""
    marked = norm.startswith(("ب", "ل")) or before in ("علي", "ب")
    for j in range(i - 1, max(sentence.first_token, i - _TO_PRAISED) - 1, -1):
        morph = document.morphs[j]
        if morph is not None and morph.pos == "verb":
            praises = morph.lemma in PRAISING if marked else morph.lemma in _PRIZING
            return j if praises and not guards.NEGATIONS & {*document.norms[max(0, j - 1) : j]} else None
    return None
