"""Donors told by rank: «تصدرت الكويت قائمة المانحين لليمن بـ500 مليون دولار، تلتها قطر بـ250 مليونا», «كانت الكويت أكبر المساهمين في الصندوق بحصة 200 مليون دولار»."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import sentence_at
from extract.arabic.types import Document
from extract.events.pledges import guards
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.constructions.lists import find_listed
from extract.events.pledges.content import description as content
from extract.events.pledges.content.items import Items
from extract.events.pledges.pledge import Pledge, rows

_LEADING: Final = frozenset(("تصدر",))
_GREATEST: Final = frozenset(("اكبر", "اول", "ابرز"))  # «أكبر المانحين»
_DONORS: Final = ("مانح", "مساهم", "متبرع", "متعهد", "التزامات", "تعهدات", "تبرعات", "اكتتاب")  # beginnings of folded words: who gives, or what was given in all
_OF_SUM: Final = frozenset(("بحصه", "بمبلغ", "بقيمه", "بمساهمه", "بتعهد", "بتبرع", "بمنحه", "ب", "بـ", "بنحو", "بحوالي"))
_TO_SUM: Final = 14  # tokens from the rank to the sum, the list and what it is for between
_TO_GIVER: Final = 3  # tokens from «كانت» and its subject to «أكبر»


def find_rankings(document: Document, clauses: Clauses, items: Items) -> list[Pledge]:
    """The sums of the donor that leads and of those behind him: «تصدرت الكويت المانحين بـ500 مليون دولار، تلتها قطر بـ250 مليونا»."""
    out: list[Pledge] = []
    leading = [i for i in document.verbs if (m := document.morphs[i]) is not None and m.lemma in _LEADING]
    greatest = [i for i, norm in enumerate(document.norms[:-1]) if norm in _GREATEST and stripped(document.norms[i + 1]).startswith(_DONORS[:4])]
    for i in sorted([*leading, *greatest]):
        pledge = _read(document, clauses, i, verb=i in leading)
        if pledge is not None:
            out += [pledge, *find_listed(document, clauses, items, pledge, document.sentences[sentence_at(document, i)].last_token)]
    return out


def _read(document: Document, clauses: Clauses, i: int, *, verb: bool) -> Pledge | None:
    number = sentence_at(document, i)
    sentence, norms, tokens = document.sentences[number], document.norms, document.tokens
    end = min(sentence.last_token, i + _TO_SUM)
    money = next((a for a in document.amounts if a.kind == "money" and tokens[i].end < a.start < tokens[end - 1].end), None)
    if money is None or guards.is_trade(document, i, money) or not any(stripped(n).startswith(_DONORS) for n in norms[sentence.first_token : sentence.last_token]):
        return None
    at, last = clauses.index.token_at(money.start), clauses.index.token_at(money.end)
    if not (norms[at - 1] in _OF_SUM or norms[at].startswith("ب")) or any((m := document.morphs[k]) is not None and m.pos == "verb" for k in range(i + 1, at)):
        return None
    if verb:
        givers = [a for a in clauses.subject(i, sentence.first_token, at, number) if a.first >= sentence.first_token]
    else:
        givers = [a for a in clauses.between(max(sentence.first_token, i - _TO_GIVER), i) if a.last == i and a.relation == ""]
    givers = [a for a in givers if a.actor_id]
    own = {a.key for a in givers}
    takers = clauses.run([a for a in clauses.between(i + 1, at) if a.relation == "to" and a.key not in own]) or clauses.for_whom(i, at, own)
    if not givers:
        return None
    return Pledge(
        i, min(i, givers[0].first), last, "pledged", content.kind_by_words(document, i, last), money.text, money, None, rows("pledger", givers[:1]) + rows("recipient", takers),
        clauses.announced(sentence), None, None, None, "narrator", "ranking", 0.65,
    )  # fmt: skip
