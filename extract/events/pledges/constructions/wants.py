"""Sums that a state or a body wants to have: «يأمل لبنان في جمع ملياري دولار من المانحين», «تسعى الأمم المتحدة إلى جمع 1,4 مليار دولار»."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import sentence_at
from extract.arabic.types import Amount, Document, Sentence
from extract.events.pledges import guards
from extract.events.pledges.actors.actor import is_body
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.content import description as content
from extract.events.pledges.content.extent import end_of
from extract.events.pledges.content.items import Items
from extract.events.pledges.content.wording import tidy
from extract.events.pledges.frames import Frame
from extract.events.pledges.identity import told_before
from extract.events.pledges.pledge import Pledge, rows

_GETTING: Final = frozenset(("جمع", "حصول", "حشد", "فوز"))
_TO_GET: Final = frozenset(("جمع", "حصل", "نال", "تلقى", "فاز"))
_MARKET: Final = ("سند", "صكوك", "سوق", "اسواق", "طرح", "اكتتاب", "ضرايب", "ضريب", "خصخص", "استثمار", "بيع", "شراء", "تعويض", "عايدات", "فديه", "جايز", "شرك", "مجمد", "متاخرات")  # beginnings of folded words: no gifts
_APPEALS: Final = frozenset(("نداء", "نداءا", "مناشده"))
_APPEALING: Final = frozenset(("أطلق", "وجه", "أصدر", "جدد"))
_TO_APPEAL: Final = 12  # tokens from the verb to the appeal
_GIFTS: Final = ("قرض", "قروض", "منح", "هبات", "هبه", "مساعد", "معون", "مانح", "تمويل", "تبرع", "تعهد")  # beginnings of folded words: what a state wants of others
_LOANS: Final = frozenset(("قرض", "قروض", "قرضا", "منحه", "منح", "تمويل", "مساعدات", "مساعده", "معونات", "معونه"))
_AID: Final = ("مساعد", "معون")  # beginnings of what is asked of anybody
_MORE: Final = frozenset(("المزيد", "مزيد"))  # «المزيد من المساعدات»
_FOREIGN: Final = frozenset(("الدوليه", "دوليه", "الخارجيه", "خارجيه", "الدولي", "دولي"))
_RELATIVES: Final = frozenset(("الذي", "التي"))
_SUPPORT: Final = frozenset(("دعم",))
_PLANNED: Final = "استثمار"  # what support may be for
_ARMS, _OF_ARMS = ("military", "item"), ("military", "modifier")
_TO_LOAN, _TO_LENDER, _OF_LOAN = 4, 8, 3  # tokens from the getting to the loan, from there to the lender, and of the loan
_BY: Final = 3  # tokens between «بموجب» and whose decision grants it: «بموجب قرار قادة منطقة اليورو»
_REACH: Final = 10  # tokens from the verb to the getting, and from there to the sum
_LEAST: Final = 1e6


def find_wants(document: Document, clauses: Clauses, triggers: dict[int, Frame], items: Items, told: list[Pledge]) -> list[Pledge]:
    """Requests told by the verbs of wanting among ``triggers``, of sums that ``told`` does not hold: «يأمل لبنان في جمع ملياري دولار»."""
    out: list[Pledge] = []
    wanting = {i: frame["lemma"] for i, frame in triggers.items() if frame["act"] == "want"} | _appeals(document)
    for i, lemma in sorted(wanting.items()):
        if (found := _read(document, clauses, items, sentence_at(document, i), i, lemma)) is not None:
            if found.amount is None and told_before([*told, *out], found, document):
                continue
            if not any(p.amount is not None and found.amount is not None and (p.amount.value, p.amount.currency) == (found.amount.value, found.amount.currency) for p in [*told, *out]):
                out.append(found)
    return out


def _read(document: Document, clauses: Clauses, items: Items, number: int, i: int, lemma: str) -> Pledge | None:
    sentence, norms = document.sentences[number], document.norms
    end = end_of(document, i, sentence.last_token)
    getting = next((j for j in range(i + 1, min(end, i + _REACH)) if _gets(document, j)), None)
    if getting is None or {*norms[max(0, i - 2) : i]} & {"لم", "لن", "لا"}:
        return None
    if any((m := document.morphs[j]) is not None and m.pos == "verb" for j in range(i + 1, getting)):
        return None
    timed = sum(k in clauses.timed for k in range(getting, min(end, getting + _REACH)))  # «الحصول بحلول منتصف الشهر على قرض»
    begin, stop = document.tokens[getting].end, document.tokens[min(end, getting + _REACH + timed) - 1].end
    money = next((a for a in document.amounts if a.kind == "money" and begin < a.start < stop), None)
    money = money or _resumed(document, sentence, i, getting)
    words = [stripped(n) for n in norms[sentence.first_token : sentence.last_token]]
    supported = any(stripped(n) in _SUPPORT for n in norms[getting + 1 : min(end, getting + _TO_LOAN)])  # «بدعم لخطة استثمار»
    if any(w.startswith(_MARKET) and not (supported and w.startswith(_PLANNED)) for w in words):
        return None
    if money is None:
        return _of_loan(document, clauses, items, number, i, lemma, getting, end)
    if money.value < _LEAST or money.start > document.tokens[getting].start and not guards.near_sum(document, getting + timed, money):
        return None
    resumed = money.start < document.tokens[i].start
    beside = [a for a in clauses.between(i + 1, i + 2) if a.relation == ""] if resumed else []
    antecedent = [a for a in clauses.between(max(sentence.first_token, i - _OF_LOAN - 1), i) if a.last == i - 1] if norms[i - 1] in _RELATIVES else []  # «قروض للبنان الذي | يأمل بأن يفوز بدعم»
    wanting = [a for a in beside or antecedent or clauses.subject(i, sentence.first_token, end, number) if a.actor_id]
    if not wanting:
        return None
    gift = supported or any(stripped(n).startswith(_GIFTS) or resumed and stripped(n) == "موتمر" for n in norms[getting:end])
    behind = [a for a in clauses.between(getting, end) if a.key not in {w.key for w in wanting}]
    if not gift and not all(is_body(a.actor_id or "") for a in wanting) and not any(a.relation == "from" and a.actor_id for a in behind):
        return None  # «يسعى الرئيس إلى الحصول على خمسة مليارات لبناء الجدار»
    helped = clauses.run([a for a in behind if a.relation == "to"]) or clauses.for_whom(getting, end, {w.key for w in wanting}) or [a for a in behind if a.relation == "in"][:1]
    helped = helped if all(is_body(a.actor_id or "") for a in wanting) else []  # an agency asks for those it helps
    last = max([getting + 1, clauses.index.token_at(money.end), *(a.last for a in helped)])
    givers = clauses.run([a for a in behind if a.relation == "from" and a.actor_id]) or [a for a in behind if "بموجب" in norms[max(getting, a.first - _BY) : a.first]][:1]
    return Pledge(
        i, min([i, *(a.first for a in wanting if a.first >= sentence.first_token)]), max([last, *(a.last for a in givers)]), "requested", content.kind_by_words(document, getting, end),
        tidy(document.text[min(document.tokens[getting].start, money.start) : money.end]), money, None, rows("pledger", givers) + rows("recipient", [*helped, *wanting]) + rows("requester", wanting[:1]),
        clauses.announced(sentence), None, None, next((a.person_id for a in wanting if a.person_id), None), "narrator", f"want_{lemma}", 0.7,
    )  # fmt: skip


def _resumed(document: Document, sentence: Sentence, i: int, getting: int) -> Amount | None:
    """The sum that a relative clause says somebody wants to raise: «مليار دولار، وهو المبلغ الذي | يأمل السودان أن يجمعه من المانحين»."""
    morph = document.morphs[getting]
    if morph is None or morph.pos != "verb" or not morph.enclitic or document.norms[i - 1] != "الذي":
        return None
    near = document.tokens[max(sentence.first_token, i - _REACH)].start
    return next((a for a in reversed(document.amounts) if a.kind == "money" and near <= a.start and a.end <= document.tokens[i].start), None)


def _of_loan(document: Document, clauses: Clauses, items: Items, number: int, i: int, lemma: str, getting: int, end: int) -> Pledge | None:
    """A loan, a grant or arms without a sum that are wanted of somebody named: «تسعى تونس إلى الحصول على قرض جديد من البنك الدولي»."""
    sentence = document.sentences[number]
    source = [a for a in clauses.between(getting + 1, min(end, getting + _TO_LOAN)) if a.relation == "from" and a.actor_id][:1]  # «للحصول من ألمانيا على صواريخ»
    begin = source[0].last if source else getting + 1
    begin += 2 * bool(_MORE & {*document.norms[begin : begin + 2]})
    loan = next((j for j in range(begin, min(end, begin + _TO_LOAN - 1)) if stripped(document.norms[j]) in _LOANS or items[document.norms[j]] == _ARMS), None)
    givers = source or ([a for a in clauses.between(loan, min(end, loan + _TO_LENDER)) if a.relation == "from" and a.actor_id] if loan is not None else [])
    foreign = loan is not None and stripped(document.norms[loan]).startswith(_AID) and document.norms[loan + 1] in _FOREIGN  # «المساعدات الدولية» are asked of nobody by name
    whose = clauses.adjective(loan + 1, 1) if loan is not None and not givers and stripped(document.norms[loan]).startswith(_AID) else []
    wanting = [a for a in clauses.subject(i, sentence.first_token, end, number) if a.actor_id and a.key not in {g.key for g in givers}]
    givers = givers or whose
    if loan is None or not (givers or foreign) or not [a for a in wanting if a.key not in {g.key for g in givers}]:
        return None
    tokens, last = document.tokens, loan + 2 if foreign or whose else min(end, loan + _OF_LOAN) if source else givers[0].first - 1
    last = next((j for j in range(loan + 1, last) if tokens[j].kind == "punctuation"), last)
    military = any(items[document.norms[j]] in (_ARMS, _OF_ARMS) for j in range(loan, min(end, loan + 2)))
    return Pledge(
        i, min([i, *(a.first for a in wanting if a.first >= sentence.first_token)]), max([last, *(a.last for a in givers[:1])]), "requested", "military" if military else "financial",
        tidy(document.text[tokens[loan].start : tokens[last - 1].end]), None, None, rows("pledger", givers[:1]) + rows("recipient", wanting) + rows("requester", wanting[:1]),
        clauses.announced(sentence), None, None, next((a.person_id for a in wanting if a.person_id), None), "narrator", f"want_{lemma}", 0.65,
    )  # fmt: skip


def _appeals(document: Document) -> dict[int, str]:
    """The verbs whose object is an appeal: «أطلقت الأمم المتحدة نداء لجمع 400 مليون دولار»."""
    out = {}
    for k in [k for k, norm in enumerate(document.norms) if norm in _APPEALS]:
        verb = next((j for j in range(k - 1, max(-1, k - _TO_APPEAL), -1) if (m := document.morphs[j]) is not None and m.pos == "verb"), None)
        morph = document.morphs[verb] if verb is not None else None
        if verb is not None and morph is not None and morph.lemma in _APPEALING:
            out[verb] = "نداء"
    return out


def _gets(document: Document, j: int) -> bool:
    """«في جمع», «إلى الحصول على», «أن يجمع»."""
    morph = document.morphs[j]
    return stripped(document.norms[j]) in _GETTING or document.norms[j - 1] in ("ان", "بان") and morph is not None and morph.lemma in _TO_GET
