"""Sums that an agreement or a source tells: «اتفاقية مع وزارة المالية السعودية بمنحة بقيمة …», «منحة من اليابان بقيمة …», «مذكرة بين واشنطن وعمان بقيمة …»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Amount, Document, Sentence
from extract.events.pledges.actors.actor import RELIEF, Actor, is_body, is_lender
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.content import description as content
from extract.events.pledges.pledge import Pledge, rows

_GIFTS: Final = frozenset(("منحه", "قرض", "تمويل", "هبه", "وديعه", "مساعده", "مساعدات", "تبرع", "قروض", "دعم"))
_AGREEMENTS: Final = frozenset(("اتفاق", "اتفاقيه", "اتفاقا", "مذكره", "بروتوكول", "عقد"))
_VALUED: Final = frozenset(("بقيمه", "قيمتها", "قيمته", "بمبلغ", "قدرها", "قدره", "بنحو", "يبلغ", "تبلغ", "بلغ", "بلغت", "البالغ", "البالغه", "بحوالي", "اجماليه"))
_NOT_SO: Final = frozenset(("طلب", "طلبا", "بطلب", "رفض", "الحصول", "للحصول", "مفاوضات", "محادثات", "سداد", "وقف", "تعليق", "الغاء"))
_GETTING: Final = frozenset(("حصل", "فاز", "نال", "تلقى"))
_REACH: Final = 16  # tokens before the sum in which agreement and gift are told
_TO_SUM: Final = 7  # tokens from the getting to the sum
_BEHIND: Final = 12
_SOURCE: Final = 5  # tokens behind the sum in which its source stands


def read_agreement(document: Document, clauses: Clauses, sentence: Sentence, money: Amount) -> Pledge | None:
    """The gift of a sum whose giver is the source of the gift or the other side of an agreement; None where neither is told: «منحة من اليابان بقيمة مليون دولار»."""
    norms, at, end = document.norms, clauses.index.token_at(money.start), clauses.index.token_at(money.end)
    first = max(sentence.first_token, at - _REACH)
    agreed = next((j for j in range(at - 1, first - 1, -1) if stripped(norms[j]) in _AGREEMENTS), None)
    got = next((j for j in range(at - 2, max(agreed, at - _TO_SUM), -1) if norms[j : j + 2] in (["للحصول", "علي"], ["للاستفاده", "من"])), None) if agreed is not None else None
    to_get = got is not None  # «اتفاقا مع الصندوق للحصول على 3 مليارات», «للحصول على وديعة بقيمة مليار»
    if not to_get and not any(n in _VALUED for n in norms[max(first, at - 3) : at]) or _NOT_SO & {*norms[first : at if got is None else got]}:
        return None
    if agreed is None and any(norms[j - 1] in ("ان", "بان") and (m := document.morphs[j]) is not None and m.lemma in _GETTING and m.aspect == "i" for j in range(first + 1, at)):
        return None  # «تأمل في أن تحصل على قرض»
    stop = clauses.end_behind(end, sentence, _BEHIND)
    gift = next((j for j in range(at - 1, first - 1, -1) if stripped(norms[j]) in _GIFTS), None)
    givers, lent_to = _of_lender(document, clauses, sentence, agreed, at, body=gift is not None) if agreed is not None else ([], [])
    if gift is not None and not givers:
        givers = clauses.sources(clauses.between(gift + 1, at)) if any(a.relation == "from" for a in clauses.between(gift + 1, min(gift + 4, at))) else []
        if not givers and agreed is not None and agreed < gift:
            givers = clauses.partners(agreed + 1, gift)[-1:]
    if not givers and gift is not None and at - gift <= _TO_SUM:  # «بمنحة قدرها 20 مليون دولار من اليابان»
        givers = clauses.sources([a for a in clauses.between(end, end + _SOURCE) if a.relation != "from" or norms[a.first - 1] == "من" and a.first <= end + 2])
    givers = _donor_beside_agency(clauses, sentence, agreed, givers) if agreed is not None else givers
    own = {a.key for a in givers}
    takers = lent_to or [a for a in _takers(document, clauses, sentence, gift if gift is not None else at, stop) if a.key not in own]
    if not givers and agreed is not None:
        takers = clauses.run([a for a in clauses.between(end, stop) if a.relation == "to"])[:1]
        givers = _other_side(document, clauses, agreed, at, takers[0]) if takers else []
    if not givers and to_get and agreed is not None:
        givers = clauses.partners(agreed + 1, at)[:1]  # «توصلت مصر إلى اتفاق مع الإمارات للحصول على وديعة»
        takers = [a for a in clauses.between(sentence.first_token, agreed) if a.relation == "" and a.key not in {g.key for g in givers}][-1:]
    means = gift if gift is not None and norms[gift].removeprefix("و").startswith("ب") else None
    if not takers and means is not None:
        takers = _where_done(clauses, sentence, means, {a.key for a in givers})
    by_body = means is not None and bool(givers) and all(a.actor_id is not None and is_body(a.actor_id) for a in givers)
    if not givers or not takers and not by_body:
        return None
    left = agreed if agreed is not None else gift if gift is not None else at
    last = max([end, *(a.last for a in takers if a.first >= left)])
    return Pledge(
        left, left, last, "pledged", content.kind_by_words(document, left, stop), document.text[document.tokens[left].start : money.end], money, None,
        rows("pledger", givers) + rows("recipient", takers), clauses.announced(sentence), None, None, None, "narrator", "sum_agreed", 0.7,
    )  # fmt: skip


def _where_done(clauses: Clauses, sentence: Sentence, means: int, own: set[str | None]) -> list[Actor]:
    """Where that is done for which the gift at ``means`` pays: «ينفذ المشروع في | عدن | بتمويل من البنك الدولي بقيمة …»."""
    where = [a for a in clauses.between(sentence.first_token, means) if a.relation == "in" and a.actor_id and a.key not in own][-1:]
    return where or clauses.place_behind(sentence.first_token, means, own) or clauses.theatre(means, own)


def _other_side(document: Document, clauses: Clauses, agreed: int, at: int, taker: Actor) -> list[Actor]:
    """Who agreed with the taker and so gives: «مذكرة بين | واشنطن | وعمان بقيمة … للأردن»."""
    sides = [a for a in clauses.between(agreed + 1, at) if a.relation == "aside" and document.norms[a.first - 1] == "بين" or document.norms[a.first].startswith("و")]
    both = len(sides) == 2 and any(s.key == taker.key for s in sides) or len(sides) == 1 and _is_city_of(document, clauses, sides[0].last, at, taker)
    return [a for a in sides if a.key != taker.key] if both else []


def _is_city_of(document: Document, clauses: Clauses, begin: int, end: int, taker: Actor) -> bool:
    """Whether a city of the taker's is the other side of an agreement: «مذكرة بين واشنطن وتل أبيب بقيمة … لإسرائيل»."""
    return any(n.country_code == taker.key and begin <= clauses.index.token_at(n.start) < end for n in document.names)


def _donor_beside_agency(clauses: Clauses, sentence: Sentence, agreed: int, givers: list[Actor]) -> list[Actor]:
    """The state that signs with an agency, which carries out what the state gives: «وقع الصندوق الكويتي اتفاقية مع اليونيسف لدعم التعليم»."""
    if len(givers) != 1 or givers[0].actor_id not in RELIEF:
        return givers
    donors = [a for a in clauses.between(sentence.first_token, agreed) if a.relation == "" and a.actor_id and not is_body(a.actor_id)][-1:]
    return donors or givers


def _of_lender(document: Document, clauses: Clauses, sentence: Sentence, agreed: int, at: int, *, body: bool) -> tuple[list[Actor], list[Actor]]:
    """A fund or a bank, with ``body`` any body, and the other side of the agreement: «توصلت باكستان إلى اتفاق مع صندوق النقد الدولي», «توصل الصندوق إلى اتفاق مع الأردن»."""
    other = clauses.partners(agreed + 1, at)[:1]
    sides = [*[a for a in clauses.between(sentence.first_token, agreed) if a.relation == ""][-1:], *other]
    lenders = [a for a in sides if is_lender(document, a)]
    if body and not lenders:
        lenders = [a for a in sides if a.actor_id is not None and is_body(a.actor_id) and a.actor_id not in RELIEF]
    return (lenders, [a for a in sides if a not in lenders]) if len(sides) > len(lenders) == 1 else ([], [])


def _takers(document: Document, clauses: Clauses, sentence: Sentence, gift: int, stop: int) -> list[Actor]:
    """To whom the gift goes: by its preposition, by the adjective of its purpose, else who had it or signed."""
    near = clauses.between(gift, stop)
    marked = clauses.run([a for a in near if a.relation == "to"]) or [a for a in near if a.relation == "in"][:1]
    purpose = next((j for j in range(gift, stop) if document.norms[j].startswith("لدعم") or document.norms[j].startswith("لتمويل")), None)
    whose = clauses.adjective(purpose, 4) if purpose is not None else []
    return marked or whose or [a for a in clauses.between(sentence.first_token, gift) if a.relation == ""][:1]
