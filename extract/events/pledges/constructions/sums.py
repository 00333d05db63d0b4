"""Sums and goods that no verb of giving governs: «بعد إعلان الرياض تقديم 100 مليون دولار», «تم توزيع 500 سلة غذائية».

Anchored on the measure: an aid noun and an act beside it, the giver by adjective, by the genitive of an action noun or as the subject.
"""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Amount, Document, Sentence
from extract.events.arguments import is_adjective
from extract.events.pledges import guards
from extract.events.pledges.action import ENDINGS, WITHDRAWALS, is_action
from extract.events.pledges.actors.actor import Actor, is_body
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.constructions.agreements import read_agreement
from extract.events.pledges.constructions.goods import GOODS, read_goods
from extract.events.pledges.constructions.thanks import PRAISING
from extract.events.pledges.content import description as content
from extract.events.pledges.content.items import AID
from extract.events.pledges.content.wording import tidy
from extract.events.pledges.identity import same_sum
from extract.events.pledges.pledge import Pledge, rows

# Action nouns and participles of giving, and the status that each tells.
_ACTS: Final = {
    "تقديم": "pledged", "تخصيص": "pledged", "اتاحه": "pledged", "توفير": "pledged", "صرف": "pledged", "منح": "pledged", "اعلان": "pledged", "تعهد": "pledged", "قيام": "pledged",
    "المقدمه": "delivered", "قدمتها": "delivered", "قدمها": "delivered", "المقدم": "delivered", "بلغت": "delivered", "بلغ": "delivered", "تبلغ": "pledged", "يبلغ": "pledged", "حصل": "delivered", "حصلت": "delivered", "اقتراض": "pledged",
    "نفذت": "delivered", "المخصصه": "pledged", "اعتماد": "pledged", "اقرار": "pledged",
} | dict.fromkeys(WITHDRAWALS, "refused")  # fmt: skip
_MEASURED_OR_GOT: Final = ("بلغت", "بلغ", "تبلغ", "يبلغ", "حصلت", "حصل")
_APPROVALS: Final = frozenset(("اعتماد", "اقرار"))  # of whom stands between them and the aid: «إقرار البرلمان الأوروبي في ستراسبورغ مساعدات»
_ASKING: Final = frozenset(("دعا", "ناشد", "طلب", "طالب", "حث", "احتاج"))
_VALUED: Final = frozenset(("بقيمه", "قيمتها", "قيمته", "بمبلغ", "بنحو", "بحوالي", "بواقع", "تبلغ", "بلغت", "البالغ", "البالغه", "المقدر", "المقدره"))
_MEASURES: Final = frozenset(("قدر", "بلغ", "أبلغ", "وصل", "تجاوز"))  # «هبة صينية تقدر بـ20 مليون دولار»
_ASKED_OR_CUT: Final = frozenset(("طلب", "طلبت", "تجميد", "وقف", "تعليق", "خفض", "الغاء", "قطع", "فقدان", "خساره", "حجم", "اعاده"))
_GIVEN: Final = ("قدمت", "قدمها", "منحت", "خصصت")  # beginnings of the verb of who gave: «المساعدات التي قدمتها الكويت»
_REACH_OF_ADJECTIVE: Final = 11  # tokens from aid to its sum
_TO_NISBA: Final = 3  # tokens from aid to the adjective of its giver
_TO_MEASURE: Final = 3  # tokens from the verb that measures to the aid
_TO_ENDING: Final = 3  # tokens from the lifting of a freeze to the freeze
_MEANS: Final = frozenset(("خلال", "عبر", "ذلك", "فيها"))  # «من خلال», «بما في ذلك»
_CONTRIBUTING: Final = frozenset(("ساهم", "أسهم", "ساعد", "دعم", "شارك", "ساند"))
_LENDING: Final = frozenset(("مع", "عبر"))  # before who lends: «اتفاقا مع البنك الدولي»
_WORDS_LEFT, _WORDS_RIGHT = 24, 14  # tokens round the sum in which act, giver and taker are told


def find_sums(document: Document, clauses: Clauses, told: list[Pledge]) -> list[Pledge]:
    """Pledges of the sums that ``told`` does not hold; sums of trade, budgets and losses are left: «بعد إعلان الرياض تقديم 100 مليون دولار»."""
    out: list[Pledge] = []
    for sentence in document.sentences:
        amounts = [a for a in document.amounts if sentence.start <= a.start < sentence.end]
        if not amounts or guards.is_business({*document.norms[sentence.first_token : sentence.last_token]}):
            continue
        for money in amounts:
            known = [*told, *out]
            if money.kind == "quantity" and money.unit in GOODS and money.value > 1:
                handed = read_goods(document, clauses, sentence, money)
                if handed is not None and not any(p.first < handed.last and handed.first < p.last for p in known):
                    out.append(handed)
                continue
            if money.kind != "money" or money.value < 1e5 or _is_converted(document, money):
                continue
            if any(p.amount is money or p.amount is not None and same_sum(p.amount, money) for p in known):
                continue
            pledge = _read(document, clauses, sentence, money) or _joined(document, clauses, sentence, money, known) or _of_state(document, clauses, sentence, money) or read_agreement(document, clauses, sentence, money)
            if pledge is not None and not any(p.first < pledge.last and pledge.trigger < p.last and p.amount is not None for p in known):
                out.append(pledge)
    return out


def _read(document: Document, clauses: Clauses, sentence: Sentence, money: Amount) -> Pledge | None:
    tokens = document.tokens
    at, end_of_sum = clauses.index.token_at(money.start), clauses.index.token_at(money.end)
    first, last = max(sentence.first_token, at - _WORDS_LEFT), min(sentence.last_token, end_of_sum + _WORDS_RIGHT)
    first = next((j + 1 for j in range(at - 1, first - 1, -1) if tokens[j].text in "؛."), first)
    last = next((j for j in range(end_of_sum, last) if tokens[j].text in "؛." or guards.is_money(document, j)), last)
    aids = [j for j in [*range(at - 1, first - 1, -1), *range(end_of_sum, min(last, end_of_sum + 4))] if stripped(tokens[j].norm) in AID]
    acts = [j for j in range(at - 1, first - 1, -1) if tokens[j].norm != "التعليق" and stripped(tokens[j].norm) in _ACTS or tokens[j].norm in _ACTS]
    said = [j for j in acts if stripped(tokens[j].norm) in ("اعلان", "قيام", "تعهد")]
    acts = [j for j in acts if _governs(document, j, aids, at)]
    if not acts or guards.is_trade(document, at - 1, money):
        return None
    aid = aids[0] if aids else at
    act = next((j for j in acts if _status(document, j) == "refused"), acts[0])
    lifted = act > sentence.first_token and any(stripped(n) in ENDINGS or n.startswith("رفع") for n in document.norms[max(first, act - _TO_ENDING) : act])
    status = "pledged" if _status(document, act) == "refused" and lifted else _status(document, act)  # «رفعت واشنطن التجميد عن مساعدات عسكرية»
    number = document.sentences.index(sentence)
    given = [j for j in acts if tokens[j].norm.startswith(_GIVEN)]  # «المساعدات التي قدمتها الكويت بلغت …»
    told = next(((j, found) for j in dict.fromkeys([act, *said, *given]) if (found := _givers(document, clauses, first, j, aid, at, number))), None)
    if told is None and tokens[act].norm.removeprefix("و") in _MEASURED_OR_GOT[:4]:
        told = next(((act, found) for j in aids[1:] if (found := _beside(document, clauses, j, 2))), None)  # «عرض المساعدات الكويتية، حيث بلغ إجمالي المساعدات …»
    verb, givers = told if told is not None else (act, [])
    asked = next((j for j in range(act - 1, max(sentence.first_token, act - _WORDS_LEFT) - 1, -1) if (m := document.morphs[j]) is not None and m.pos == "verb" and m.lemma in _ASKING), None)
    if asked is not None:
        status, givers = "requested", [a for a in givers if a.actor_id and a.first > asked]
    elif not givers:
        return None
    own = {a.key for a in givers}
    near = clauses.between(min(act, aid) + 1, last)
    takers = clauses.run([a for a in near if a.relation == "to" and a.key not in own]) or [a for a in near if a.relation == "in" and a.key not in own][:1]
    lender = [a for a in givers if a.relation == "aside"]
    takers = takers or (clauses.topic(act, sentence.first_token, number)[:1] if lender else [])
    before = not takers and tokens[act].norm.removeprefix("و") in _MEASURED_OR_GOT[:4]
    takers = takers or ([a for a in clauses.between(first, act) if a.relation == "to" and a.key not in own][-1:] if before else [])
    means = _by_means(document, sentence.first_token, act) is not None
    status = "delivered" if means and status == "pledged" else status
    explicit = means or any(a.first > min(act, aid, verb) for a in givers)
    purpose = next((j for j in range(end_of_sum, last) if (m := document.morphs[j]) is not None and m.preposition == "ل"), last)
    takers = takers or ([a for a in clauses.between(purpose, min(purpose + 5, last)) if a.key not in own][:1] if explicit else [])
    takers = takers or ([a for a in clauses.adjective(end_of_sum, _WORDS_RIGHT) if a.key not in own] if means else [])
    if not takers and not explicit:
        return None
    begin = act if aid < act < at and _status(document, act) == "pledged" and is_action(tokens[act].norm) else aid
    left = min([act if act - first >= 4 else first, *(a.first for a in givers if a.first >= sentence.first_token and not means)])
    end = max([end_of_sum, *(a.last for a in takers)])
    return Pledge(
        act, left, min(end, last), status, content.kind_by_words(document, min(left, aid), last),
        tidy(document.text[tokens[begin].start : tokens[max(begin + 1, end_of_sum) - 1].end]) if aid < end_of_sum else money.text, money, None, rows("pledger", givers) + rows("recipient", takers),
        clauses.announced(sentence), None, None, None, "narrator", "sum", 0.75,
    )  # fmt: skip


def _of_state(document: Document, clauses: Clauses, sentence: Sentence, money: Amount) -> Pledge | None:
    """Aid with the adjective of its giver and its sum: «الدعم السعودي بنحو 14 مليار دولار للاجئين», «منحة يابانية للبنان بقيمة مليون دولار»."""
    tokens, at, last = document.tokens, clauses.index.token_at(money.start), clauses.index.token_at(money.end)
    first = max(sentence.first_token, at - _REACH_OF_ADJECTIVE)
    aid = next((j for j in range(at - 1, first - 1, -1) if stripped(tokens[j].norm) in AID and stripped(tokens[j].norm) != "مشاريع"), None)
    if aid is None or guards.is_trade(document, at - 1, money) or any((m := document.morphs[j]) is not None and m.pos == "verb" and m.lemma not in _MEASURES for j in range(aid, at)):
        return None
    valued = any(tokens[j].norm in _VALUED for j in range(aid + 1, at)) or tokens[at].norm.startswith("ب")
    whose = _whose(document, clauses, aid, at)
    measure = _measure(document, sentence.first_token, aid, at)
    if whose is None or not valued and measure is None or any(t.norm in _ASKED_OR_CUT for t in tokens[max(sentence.first_token, aid - 6) : aid]):
        return None
    stop = clauses.end_behind(last, sentence, _WORDS_RIGHT)
    takers = clauses.run([a for a in clauses.between(aid + 2, stop) if a.relation == "to" and a.key != whose.key]) or clauses.for_whom(last - 1, stop, {whose.key})
    definite = tokens[aid].norm.startswith("ال")
    if not takers and definite:
        praise = next((j for j in range(sentence.first_token, aid) if (m := document.morphs[j]) is not None and m.pos == "verb" and m.lemma in PRAISING), aid)
        takers = [a for a in clauses.between(praise + 1, aid) if a.relation == "" and a.key != whose.key][:1]  # «ثمن الوزير العراقي المنحة الكويتية»
    future = measure is not None and (m := document.morphs[measure]) is not None and m.future
    kind = content.kind_by_words(document, aid, stop)
    return Pledge(
        aid, aid, max([last, *(a.last for a in takers)]), "delivered" if definite and not future else "pledged", kind, document.text[tokens[aid].start : money.end], money, None,
        rows("pledger", [whose]) + rows("recipient", takers), clauses.announced(sentence), None, None, None, "narrator", "sum_of_state", 0.65,
    )  # fmt: skip


def _whose(document: Document, clauses: Clauses, aid: int, at: int) -> Actor | None:
    """Whose the aid is by the state's adjective behind it or the name: «المساعدات العسكرية | الأميركية», «مساعدات | فرنسا لليمن»."""
    for n in document.names:
        k = clauses.index.token_at(n.start)
        if is_adjective(n) and n.actor_id and aid < k <= min(aid + _TO_NISBA, at - 1) and all((m := document.morphs[j]) is not None and m.pos == "adj" for j in range(aid + 1, k)):
            return Actor(k, k + 1, n.actor_id, n.name_ar, None, "")
    beside = clauses.between(aid + 1, aid + 2)
    return beside[0] if beside and beside[0].relation == "" and beside[0].last < at else None


def _measure(document: Document, first: int, aid: int, at: int) -> int | None:
    """The verb that measures the aid, before it or before the sum: «| بلغ إجمالي المساعدات … 46 مليار دولار», «الدعم الأوروبي للأردن | سيبلغ …»."""
    for j in [*range(aid + 1, at), *range(max(first, aid - _TO_MEASURE), aid)]:
        morph = document.morphs[j]
        if morph is not None and morph.pos == "verb" and morph.lemma in _MEASURES:
            return j
    return None


def _joined(document: Document, clauses: Clauses, sentence: Sentence, money: Amount, known: list[Pledge]) -> Pledge | None:
    """A further sum of the same giver: «تبرع المملكة بمبلغ 150 مليون دولار …، وتبرعات إضافية بقيمة 50 مليون دولار لصالح …»."""
    tokens, at, last = document.tokens, clauses.index.token_at(money.start), clauses.index.token_at(money.end)
    aid = next((j for j in range(at - 1, max(sentence.first_token, at - 6), -1) if tokens[j].norm.startswith("و") and stripped(tokens[j].norm) in AID), None)
    before = [p for p in known if p.amount is not None and p.trigger >= sentence.first_token and p.trigger < (aid or 0) and p.status in ("pledged", "delivered")]
    if aid is None or not before or any((m := document.morphs[k]) is not None and m.pos == "verb" for k in range(aid, at)):
        return None
    first = before[-1]
    stop = clauses.end_behind(last, sentence, _WORDS_RIGHT)
    givers = [p for p in first.parties if p[0] == "pledger"]
    takers = [a for a in clauses.between(last, stop) if a.relation == "to" and a.key not in {g[1] or g[2] for g in givers}][:1]
    return Pledge(
        aid, aid, max([last, *(a.last for a in takers)]), first.status, first.kind, tidy(document.text[tokens[aid].start + 1 : money.end]), money, None,
        givers + rows("recipient", takers), first.announced, None, None, first.speaker_id, first.attribution, "sum_joined", 0.75,
    )  # fmt: skip


def _is_converted(document: Document, money: Amount) -> bool:
    """Whether the sum only says another in a second currency, or is no whole number: «400 ألف يورو (469 ألف دولار)»."""
    if guards.is_half_a_number(document, money):
        return True
    return document.text[: money.start].rstrip().endswith("(") and any(a.kind == "money" and 0 < money.start - a.end <= 3 for a in document.amounts)


def _governs(document: Document, act: int, aids: list[int], at: int) -> bool:
    """Whether the act is done with the aid or the sum: «تقديم 100 مليون», «تجميد مساعدات», «مساعدات … بلغت»."""
    if document.tokens[act].norm in _MEASURED_OR_GOT or document.tokens[act].norm.startswith(("المقدم", "المخصص", "قدم", "نفذت")):
        return bool(aids)
    if _status(document, act) == "refused":
        return any(0 < j - act <= 2 for j in aids)
    reach = 6 if stripped(document.tokens[act].norm) in _APPROVALS else 4
    return at - act <= 2 or any(0 < j - act <= reach for j in aids) or at - act <= 4 and _status(document, act) == "pledged" and stripped(document.tokens[act].norm) in ("تخصيص", "تقديم", "تبرع", "اقتراض")


def _status(document: Document, act: int) -> str:
    word = document.tokens[act].norm
    return _ACTS.get(word) or _ACTS[stripped(word)]


def _beside(document: Document, clauses: Clauses, aid: int, reach: int) -> list[Actor]:
    """Whose aid it is by the name or adjective within ``reach`` tokens behind it: «المساعدات الكويتية»."""
    index = clauses.index
    for n in document.names:
        if (is_adjective(n) or n.kind == "state" and not n.clitics) and n.actor_id and aid < (i := index.token_at(n.start)) <= aid + reach:
            return [Actor(i, i + 1, n.actor_id, n.name_ar, None, "")]
    return []


def _by_means(document: Document, first: int, act: int) -> int | None:
    """The verb of taking part by whose means something is given: «| ساهمت الكويت بطرق عديدة، بما في ذلك تقديم 300 مليون دولار»."""
    means = next((j for j in range(act - 1, first, -1) if document.norms[j] in _MEANS), None)
    if means is None:
        return None
    verb = next((j for j in range(means, first - 1, -1) if (m := document.morphs[j]) is not None and m.pos == "verb"), None)
    return verb if verb is not None and (m := document.morphs[verb]) is not None and m.lemma in _CONTRIBUTING and m.aspect == "p" else None


def _givers(document: Document, clauses: Clauses, first: int, act: int, aid: int, at: int, number: int) -> list[Actor]:
    """By the adjective of the aid, the genitive of the act, from whom it is had, or the subject before the act."""
    beside = document.morphs[aid + 1] if aid + 1 < len(document.morphs) else None
    reach = 1 if beside is not None and beside.pos == "noun" else 2  # «دعم الشعب اليمني» is no Yemeni aid
    if whose := _beside(document, clauses, aid, reach):
        return whose
    genitive = clauses.between(act + 1, act + 2) or clauses.between(act, act + 1)
    if genitive and genitive[0].relation == "" and document.tokens[act].norm.removeprefix("و") not in _MEASURED_OR_GOT:
        return clauses.run([genitive[0], *(a for a in clauses.between(genitive[0].last, at) if a.relation == "")])
    source = clauses.sources([a for a in clauses.between(min(act, aid) + 1, at + 12) if a.relation != "from" or document.tokens[a.first].norm[:2] != "لل"])
    if source:
        return source
    lender = [a for a in clauses.between(first, at) if a.relation == "aside" and a.actor_id and is_body(a.actor_id) and document.norms[a.first - 1] in _LENDING]
    if lender:
        return lender[-1:]  # «اتفاقا مع البنك الدولي لإتاحة تمويل»
    begin = document.sentences[number].first_token
    if (teller := _by_means(document, begin, act)) is not None:
        return [a for a in clauses.subject(teller, begin, act, number) if a.actor_id and a.first >= begin]
    if _status(document, act) != "refused":
        return []
    before = [a for a in clauses.between(first, act) if a.relation == ""]
    return clauses.run(before[-1:]) or clauses.topic(act, first, number)
