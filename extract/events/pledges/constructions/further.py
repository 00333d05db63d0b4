"""Further sums of the same giver: «قدمت الكويت 100 مليون دولار لليمن، و50 مليون دولار للصومال», «… إلى جانب تخصيص 20 مليون دولار لشراء الأدوية»."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.types import Amount, Document
from extract.events.pledges import guards
from extract.events.pledges.action import WITHDRAWALS, is_action
from extract.events.pledges.actors.actor import Actor
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.content import description as content
from extract.events.pledges.content.extent import adds
from extract.events.pledges.content.items import AID, Items
from extract.events.pledges.content.wording import phrase_from, tidy
from extract.events.pledges.pledge import Pledge, rows

_SPEAKING: Final = ("commissive", "declarative", "ready")  # acts of speech that govern action nouns
_REACH: Final = 16  # tokens from one sum to the next, whom and what it is for between
_TO_SUM: Final = 6  # tokens from what adds a gift to its sum
_BEHIND: Final = 10  # tokens behind the sum in which its own taker is told
_PARTS: Final = frozenset(("منها", "منه", "بينها", "بينهم", "نصفها", "اصل", "مقابل", "بدلا", "مقارنه", "بعد", "اضافتها"))
_ALLOTTED: Final = frozenset(("خصصت", "تخصص", "مخصصه", "موجهه"))  # between a sum and its purpose
_UP_TO: Final = frozenset(("الي", "حتي"))  # «رفعت مساعداتها من … إلى …»


def find_further(document: Document, clauses: Clauses, pledge: Pledge, last: int) -> list[Pledge]:
    """The sums that ``pledge``'s giver gives beside it in its sentence, which ends at ``last``: «100 مليون دولار لليمن فضلا عن 50 مليون دولار للصومال»."""
    out: list[Pledge] = []
    if pledge.amount is None or pledge.status not in ("pledged", "delivered") or not any(p[0] == "pledger" for p in pledge.parties):
        return out
    previous = pledge.amount
    for money in [a for a in document.amounts if a.kind == "money" and a.start >= previous.end]:
        a, b = clauses.index.token_at(previous.end), clauses.index.token_at(money.start)
        if b >= last or b - a > _REACH:
            break
        found = _read(document, clauses, pledge, money, a, b, last)
        if found is None:
            break
        out.append(found)
        previous = money
    return out


def find_coordinated(document: Document, clauses: Clauses, items: Items, pledge: Pledge) -> list[Pledge]:
    """The second deed of one promise, of another kind than the first: «تعهد بإرسال قوات إلى شمال سوريا وتقديم مساعدات إنسانية»."""
    if pledge.status != "pledged" or not pledge.rule.startswith(_SPEAKING):
        return []
    given = [p for p in pledge.parties if p[0] == "pledger"]
    deeds = [j for j in range(pledge.trigger + 1, pledge.last - 1) if is_action(document.norms[j].removeprefix("و").removeprefix("ب"))]
    second = next((j for j in deeds[1:] if document.norms[j].startswith("و") and stripped(document.norms[j]) != document.norms[j]), None)
    if second is None or any((m := document.morphs[j]) is not None and m.pos == "verb" for j in range(deeds[0], second)):
        return []
    what = content.read(document, second, pledge.last, items, clauses.between(second, pledge.last), clauses.timed)
    concrete = what.kind in ("humanitarian", "military") and what.strength in ("item", "kind")
    if what.kind is None or what.kind == pledge.kind or not concrete or what.money is not None:
        return []
    own = {p[1] or p[2] for p in given}
    takers = [a for a in clauses.marked(clauses.between(second, pledge.last)) if a.key not in own]
    parties = given + (rows("recipient", takers) or [p for p in pledge.parties if p[0] == "recipient"])
    if len(parties) == len(given):
        return []
    found = replace(pledge, trigger=second, first=second, kind=what.kind, item_ar=what.item_ar, amount=None, quantity=what.quantity, parties=parties, rule=f"{pledge.rule}_further")
    pledge.last = second
    pledge.item_ar = tidy((pledge.item_ar or "").partition(document.tokens[second].text)[0])
    return [found]


def _read(document: Document, clauses: Clauses, pledge: Pledge, money: Amount, a: int, b: int, last: int) -> Pledge | None:
    norms = document.norms
    link = next((j for j in range(a, b) if adds(document, j)), None)
    joined = document.text[money.start : money.start + 1] == "و" or b > a and norms[b - 1] == "و" or norms[b].startswith("و") and document.tokens[b].start < money.start
    if link is None and not joined or _PARTS & {*norms[a : b + 1]} or norms[b - 1] in _UP_TO and link is None:
        return None
    begin = link if link is not None else b
    if link is not None and b - link > _TO_SUM or any((m := document.morphs[j]) is not None and m.pos == "verb" for j in range(a, b)) or any(stripped(n) in WITHDRAWALS for n in norms[begin:b]):
        return None
    end = clauses.index.token_at(money.end)
    stop = next((j for j in range(end, min(last, end + _BEHIND)) if document.tokens[j].kind == "punctuation" or adds(document, j) or guards.is_money(document, j)), min(last, end + _BEHIND))
    own = {p[1] or p[2] for p in pledge.parties if p[0] == "pledger"}
    takers = clauses.run([x for x in clauses.between(begin, stop) if x.relation == "to" and x.key not in own])
    aid = link is not None and any(stripped(n) in AID for n in norms[link:b])  # «إضافة إلى هبات بقيمة …»
    if any(x.relation == "" and x.key not in own for x in clauses.between(a, b)) or not takers and not aid and not _has_purpose(document, end, stop) or guards.is_trade(document, b - 1, money):
        return None
    return _pledge(document, pledge, money, takers, begin, max([end, *(x.last for x in takers)]), stop)


def _has_purpose(document: Document, end: int, stop: int) -> bool:
    """Whether what the sum is for stands behind it: «20 مليون دولار | لشراء الأدوية»."""
    end += end + 1 < stop and document.norms[end].removeprefix("س") in _ALLOTTED
    return end < stop and (is_action(document.norms[end]) or (m := document.morphs[end]) is not None and m.pos == "noun" and m.preposition == "ل")


def _pledge(document: Document, pledge: Pledge, money: Amount, takers: list[Actor], begin: int, last: int, stop: int) -> Pledge:
    """The further gift; its takers are those of the first where it has none of its own."""
    parties = [p for p in pledge.parties if p[0] == "pledger"] + (rows("recipient", takers) or [p for p in pledge.parties if p[0] == "recipient"])
    kind = content.kind_by_words(document, begin, stop)
    return Pledge(
        begin, begin, last, pledge.status, pledge.kind if kind == "financial" and not takers else kind, phrase_from(document, money, stop), money, None, parties, pledge.announced, None, None,
        pledge.speaker_id, pledge.attribution, f"{pledge.rule}_further", pledge.confidence,
    )  # fmt: skip
