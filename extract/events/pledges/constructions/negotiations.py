"""Loans and aid that are negotiated: «تجري تونس مفاوضات مع البنك الدولي للحصول على قرض», «محادثات بين كييف والبنك الدولي بشأن تمويل جديد».

Who negotiates to get it asks for it; what the talks are merely about is considered.
"""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import sentence_at
from extract.arabic.types import Document, Sentence
from extract.events.pledges import guards
from extract.events.pledges.actors.actor import Actor, is_body, is_lender
from extract.events.pledges.actors.proclitics import stripped, written_forms
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.content.description import kind_by_words
from extract.events.pledges.content.extent import end_of
from extract.events.pledges.content.wording import tidy
from extract.events.pledges.pledge import Pledge, rows

_TALKS: Final = written_forms(("محادثات", "مفاوضات", "مباحثات", "مشاورات", "تفاوض", "تباحث", "مفاوضاته", "مفاوضاتها", "محادثاته", "محادثاتها", "مباحثاته", "مباحثاتها"))
_NEGOTIATING: Final = frozenset(("تفاوض", "فاوض", "تباحث"))
_ABOUT: Final = frozenset(("حول", "بشان", "علي", "لبحث", "من", "اجل", "بهدف"))
_GETTING: Final = frozenset(("حصول",))
_LOANS: Final = frozenset(("قرض", "قروض", "قرضا", "تمويل", "تمويلات", "تمويلا", "منحه", "وديعه", "مساعدات", "مساعده", "معونه", "معونات", "انقاذ"))
_SHAPES: Final = frozenset(("اتفاق", "اتفاقيه", "برنامج", "خطه", "حزمه", "تقديم", "منح", "صرف", "تسهيل", "شريحه", "دفعه", "قسط", "القسطين"))  # of a loan: «خطة إنقاذ»
_PLANS: Final = written_forms(("خطه", "حزمه", "برنامج", "صفقه"))
_RESCUE, _AID = "انقاذ", "مساعده"
_OF_RESCUE: Final = 2  # its words are so many more: «برنامج إنقاذ مالي تبلغ قيمته …»
_DRAFTS: Final = written_forms(("مسوده",))
_OPENING: Final = _TALKS | _DRAFTS | _PLANS
_RESCUERS: Final = frozenset(("IMF", "EU", "EU-COM", "EU-ECB"))
_CREDITORS: Final = ("داين", "مقرض")  # beginnings of folded words
_OVER: Final = frozenset(("فشل", "انهيار", "تعثر", "الغاء", "وقف", "تعليق", "رفض", "انهار"))
_SALES: Final = frozenset(("شراء", "بيع", "ديون", "ديونها", "سداد", "تجاره", "جمارك"))
_TO_ABOUT: Final = 12  # tokens from the talks to what they are about, the sides between
_TO_LOAN: Final = 5  # tokens from there to the loan
_BEHIND: Final = 8  # tokens behind the loan in which its sum or its lender is told


def find_negotiations(document: Document, clauses: Clauses) -> list[Pledge]:
    """Loans that a state negotiates with a lender or with whom else it names: «تبدأ الأرجنتين محادثات مع صندوق النقد بشأن قرض»."""
    norms, morphs = document.norms, document.morphs
    verbs = [i for i in document.verbs if (m := morphs[i]) is not None and m.lemma in _NEGOTIATING]
    opening = sorted({*verbs, *(i for i, norm in enumerate(norms) if norm in _OPENING and (norm not in _PLANS or norm in _TALKS or _is_plan(document, i)))})
    found = [_read(document, clauses, document.sentences[number := sentence_at(document, i)], number, i) for i in opening]
    return [p for p in found if p is not None]


def _read(document: Document, clauses: Clauses, sentence: Sentence, number: int, i: int) -> Pledge | None:
    norms, end = document.norms, end_of(document, i, sentence.last_token)
    begin, loan = _loan(document, i, end)
    verb = next((j for j in range(i, max(sentence.first_token, i - _BEHIND) - 1, -1) if (m := document.morphs[j]) is not None and m.pos == "verb"), None)
    if loan == 0 or any(stripped(n) in _OVER for n in norms[max(sentence.first_token, i - 2) : i]) or verb is not None and (m := document.morphs[verb]) is not None and m.lemma in _OVER:
        return None
    wanted = any(stripped(n) in _GETTING for n in norms[i + 1 : loan])
    stop = min(end, loan + _BEHIND)
    planned = i + 1 == begin and norms[i] in _DRAFTS or i == begin  # told as a plan, by no word of talks
    sides = [] if planned else _sides(document, clauses, sentence, number, i, verb, loan)
    lenders = [a for a in [*sides, *(a for a in clauses.between(loan, stop) if a.relation == "from")] if not a.actor_id or is_lender(document, a)][:1]
    takers = [a for a in sides if a.actor_id and not is_body(a.actor_id) and a.key not in {x.key for x in lenders}]
    if not lenders and wanted and len(takers) > 1:
        lenders, takers = [a for a in takers if document.norms[a.first - 1] == "مع"][:1], [a for a in takers if document.norms[a.first - 1] != "مع"]
    takers = takers or [a for a in clauses.between(loan, stop) if a.relation == "to" and a.actor_id and not is_body(a.actor_id)][:1]
    rescue = _is_plan(document, begin)
    stop = min(end, stop + _OF_RESCUE * rescue)
    money = next((a for a in document.amounts if a.kind == "money" and document.tokens[loan].end < a.start < document.tokens[stop - 1].end), None)
    if money is not None and not guards.near_sum(document, loan, money):
        money = None
    if not any(a.actor_id for a in lenders):
        if money is None:
            return None  # «محادثات مع الدائنين بشأن حزمة إنقاذ»: neither who nor what
        lenders = _rescuers(document, clauses, sentence) or lenders if rescue else lenders
        takers = clauses.theatre(i, {a.key for a in lenders}) or takers  # «تعهدت المستشارة الألمانية بمفاوضات»
    if not lenders or len({a.key for a in takers}) != 1:
        return None
    last = max([loan + 1, *(a.last for a in [*lenders, *takers] if sentence.first_token <= a.first < sentence.last_token), clauses.index.token_at(money.end) if money is not None else 0])
    item_end = max(money.end if money is not None else 0, document.tokens[_item_end(document, clauses, loan, stop) - 1].end)
    return Pledge(
        i, min([i if verb is None else verb, *(a.first for a in takers if a.first >= sentence.first_token)]), last, "requested" if wanted else "considered", kind_by_words(document, loan, stop),
        tidy(document.text[document.tokens[begin].start : item_end]), money, None,
        rows("pledger", lenders) + rows("recipient", takers[:1]) + (rows("requester", takers[:1]) if wanted else []), clauses.announced(sentence, i), None, None,
        None, "narrator", "negotiated", 0.6,
    )  # fmt: skip


def _loan(document: Document, i: int, end: int) -> tuple[int, int]:
    """The loan that the talks at ``i`` are about, with where its words begin, else zeros: behind «حول», «بشأن» or «للحصول على», with only its shape before it; no verb between."""
    norms, morphs = document.norms, document.morphs
    plan = next((j for j in range(i, min(end - 1, i + 2)) if _is_plan(document, j)), 0)
    if plan:
        return plan, plan + 1  # «مفاوضات حزمة الإنقاذ»
    for j in range(i + 1, min(end - 1, i + _TO_ABOUT)):
        morph = morphs[j]
        if morph is not None and morph.pos == "verb":
            break
        if norms[j] not in _ABOUT and stripped(norms[j]) not in _GETTING and not (norms[j].startswith("ل") and stripped(norms[j]) in _SHAPES):
            continue
        begin = 0
        for k in range(j, min(end, j + _TO_LOAN)):
            word = norms[k] if norms[k] in _SHAPES else stripped(norms[k])  # «برنامج» has no proclitic
            begin = begin or (k if word in _SHAPES and norms[k] not in _ABOUT else 0)
            if word in _LOANS:
                return begin or k, k
            if word in _SALES or k > j and word not in _SHAPES and norms[k] not in _ABOUT and word not in _GETTING:
                break
    return 0, 0


def _is_plan(document: Document, i: int) -> bool:
    """Whether a plan to save a state from bankruptcy stands at ``i``: «حزمة الإنقاذ», «خطة مساعدة»."""
    norms = document.norms
    if i + 1 >= len(norms):
        return False
    head, of = stripped(norms[i]), stripped(norms[i + 1])
    return of == _RESCUE and head in _SHAPES or of == _AID and head == "خطه"


def _rescuers(document: Document, clauses: Clauses, sentence: Sentence) -> list[Actor]:
    """Who the creditors are: those that the sentence names, else those of a sentence that calls them so: «الدائنين (المفوضية الأوروبية وصندوق النقد الدولي)»."""
    named = [s for s in document.sentences if s is sentence or any(stripped(n).startswith(_CREDITORS) for n in document.norms[s.first_token : s.last_token])]
    for each in sorted(named, key=lambda s: s is not sentence):
        found = {a.key: a for a in clauses.between(each.first_token, each.last_token) if a.actor_id in _RESCUERS or a.name_ar == "منطقة اليورو"}
        if found:
            return list(found.values())
    together = ({a.key: a for a in clauses.between(s.first_token, s.last_token) if a.actor_id in _RESCUERS} for s in document.sentences)
    return next((list(found.values()) for found in together if len(found) > 1), [])


def _sides(document: Document, clauses: Clauses, sentence: Sentence, number: int, i: int, verb: int | None, loan: int) -> list[Actor]:
    """Who negotiates: those told behind the talks by «مع» or «بين», and the subject of the verb that tells of them."""
    behind = [a for a in clauses.between(i + 1, loan) if a.relation in ("", "aside", "to")]
    own = {a.key for a in behind}
    if any(document.norms[a.first - 1] == "بين" for a in behind):
        return behind
    if verb is None:
        return [*[a for a in clauses.between(max(sentence.first_token, i - 3), i) if a.relation == "" and a.key not in own], *behind]
    return [*[a for a in clauses.subject(verb, sentence.first_token, i + 1, number) if a.key not in own], *behind]


def _item_end(document: Document, clauses: Clauses, loan: int, stop: int) -> int:
    """Behind the adjectives of the loan: «تمويل محتمل»."""
    actors = {a.first for a in clauses.between(loan, stop)}
    return next((k for k in range(loan + 1, stop) if k in actors or document.tokens[k].kind != "word" or document.norms[k] in ("من", "مع", "في", "بعد", "بعدما", "بالاضافه", "الي", "بقيمه", "قيمته")), stop)
