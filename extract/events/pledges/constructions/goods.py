"""Goods that an action noun of giving tells: «تم توزيع 500 سلة غذائية», «إرسال واشنطن 8 مقاتلات إلى مصر»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Amount, Document, Sentence
from extract.events.pledges.actors.actor import Actor
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.pledge import Pledge, rows

# Action nouns of giving goods; «تم توزيع …» tells of the body that the text speaks of.
_HANDING: Final = {"توزيع": "delivered", "ارسال": "delivered", "تسليم": "delivered", "تامين": "delivered", "ايصال": "delivered", "تدشين": "delivered", "تسيير": "delivered", "تقديم": "delivered", "توفير": "delivered"}
_ARMS: Final = frozenset(("fighter aircraft", "tank", "missile", "system", "armoured vehicle", "drone", "howitzer"))
GOODS: Final = _ARMS | {"food basket", "meal", "convoy", "blanket", "kit", "tent", "dose", "truck", "tonne"}
_AID: Final = ("مساعد", "معون", "امداد", "اغاث")  # beginnings of folded words
_WORDS_RIGHT: Final = 14  # tokens behind the goods in which the taker is told


def read_goods(document: Document, clauses: Clauses, sentence: Sentence, goods: Amount) -> Pledge | None:
    """«تم توزيع 500 سلة غذائية», «إرسال واشنطن 8 مقاتلات»: an action noun of giving at the goods, whose agent is its genitive or the topic."""
    tokens, at, last = document.tokens, clauses.index.token_at(goods.start), clauses.index.token_at(goods.end)
    act = next((j for j in range(at - 1, max(sentence.first_token, at - 5) - 1, -1) if stripped(tokens[j].norm) in _HANDING), None)
    if act is None:
        return None
    number = document.sentences.index(sentence)
    genitive = clauses.run([a for a in clauses.between(act + 1, at) if a.relation == ""])
    givers = genitive or _by_adjective(document, clauses, last) or clauses.topic(act, sentence.first_token, number)[:1]
    if not givers or any(t.norm in ("مقتل", "تدمير", "اسقاط", "ضبط", "تهريب", "طالب", "طلب", "دعا") for t in tokens[max(sentence.first_token, act - 6) : act]):
        return None
    stop = clauses.end_behind(last, sentence, _WORDS_RIGHT)
    own = {a.key for a in givers}
    takers = clauses.run([a for a in clauses.between(last, stop) if a.relation in ("to", "in") and a.key not in own])[:2]
    takers = takers or _of_states(document, clauses, last, stop, own)
    if not takers and not genitive and not any(t.norm == "تم" for t in tokens[max(0, act - 1) : act]):
        return None
    launched = [j for j in range(max(sentence.first_token, act - 2), act) if stripped(tokens[j].norm) in ("تدشين", "اطلاق", "حمله", "مشروع")]
    arms = goods.unit in _ARMS
    first = min([act, *launched, *(a.first for a in givers if a.first >= sentence.first_token and act - a.first <= 6)])
    end = max([last, *(a.last for a in takers)])
    return Pledge(
        act, first, end, "pledged" if launched and not any(stripped(document.norms[j]) == "تدشين" for j in launched) else _HANDING[stripped(tokens[act].norm)], "military" if arms else "humanitarian",
        document.text[tokens[act].start : tokens[last - 1].end], None, goods, rows("pledger", givers) + rows("recipient", takers),
        clauses.announced(sentence), None, None, None, "narrator", "goods", 0.7,
    )  # fmt: skip


def _by_adjective(document: Document, clauses: Clauses, last: int) -> list[Actor]:
    """Whose aid the goods are, by its adjective: «30 طنا من المساعدات التركية»."""
    aid = next((j for j in range(last, min(last + 2, len(document.norms) - 1)) if stripped(document.norms[j]).startswith(_AID)), None)
    return clauses.adjective(aid + 1, 2) if aid is not None else []


def _of_states(document: Document, clauses: Clauses, first: int, last: int, own: set[str | None]) -> list[Actor]:
    """The state of the place where goods are handed out: «في سيئون ومحافظات حضرموت اليمنية»."""
    for n in document.names:
        i = clauses.index.token_at(n.start)
        code = n.country_code if n.kind in ("place", "state") else n.actor_id if n.kind == "nisba" else None
        if first <= i < last and code and code not in own:
            return [Actor(i, i + 1, code, n.name_ar, None, "in")]
    return []
