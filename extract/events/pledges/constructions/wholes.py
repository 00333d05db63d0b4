"""The programme of which a gift is a part: «صرفت المفوضية 300 مليون يورو لتونس، وهي الدفعة الأولى من برنامج المساعدة الذي تصل قيمته إلى 900 مليون يورو».

Its giver and its taker are those of the part told before it.
"""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import sentence_at
from extract.arabic.types import Document
from extract.events.pledges import guards
from extract.events.pledges.actors.proclitics import stripped, written_forms
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.content.items import AID
from extract.events.pledges.content.measures import MEASURING
from extract.events.pledges.pledge import Pledge

_WHOLES: Final = written_forms(("برنامج", "حزمه", "قرض", "خطه"))
_PARTS: Final = frozenset(("من", "ضمن", "اطار", "بموجب"))  # before the whole: «الدفعة الأولى من», «في إطار»
_VALUED: Final = frozenset(("بقيمه", "قيمته", "قيمتها", "بمبلغ", "البالغ", "البالغه", "قدره", "قدرها", "بنحو", "حجمه", "حجمها"))
_REACH: Final = 14  # tokens from the whole to its sum
_NEAR: Final = 60  # tokens from the part to the whole
_NOT_SO: Final = frozenset(("طلب", "مفاوضات", "محادثات", "خفض", "تعليق", "وقف", "الغاء", "سداد"))


def find_wholes(document: Document, clauses: Clauses, told: list[Pledge]) -> list[Pledge]:
    """Programmes of aid whose sum is told behind a part of them among ``told``: «… ضمن حزمة مساعدات تبلغ قيمتها مليار دولار»."""
    parts = [p for p in told if p.amount is not None and p.status in ("pledged", "delivered") and {"pledger", "recipient"} <= {role for role, *_ in p.parties}]
    out: list[Pledge] = []
    for i in [i for i, norm in enumerate(document.norms) if norm in _WHOLES] if parts else ():
        part = next((p for p in reversed(parts) if p.trigger < i <= p.last + _NEAR), None)
        if part is None or document.norms[i - 1] not in _PARTS:
            continue
        sentence = document.sentences[sentence_at(document, i)]
        found = _read(document, clauses, part, i, min(sentence.last_token, i + _REACH))
        if found is not None and not any(p.amount is not None and found.amount is not None and (p.amount.value, p.amount.currency) == (found.amount.value, found.amount.currency) for p in [*told, *out]):
            out.append(found)
    return out


def _read(document: Document, clauses: Clauses, part: Pledge, i: int, stop: int) -> Pledge | None:
    norms, tokens = document.norms, document.tokens
    money = next((a for a in document.amounts if a.kind == "money" and tokens[i].end < a.start < tokens[stop - 1].end), None)
    if money is None or guards.is_half_a_number(document, money) or part.amount is None or money.currency != part.amount.currency or money.value <= part.amount.value:
        return None
    at = clauses.index.token_at(money.start)
    aid = stripped(norms[i]) == "قرض" or any(stripped(n) in AID for n in norms[i + 1 : i + 3])
    if not aid or not _is_its_value(document, i, at) or _NOT_SO & {*norms[part.last : at]} or guards.is_trade(document, at - 1, money):
        return None
    own = {p[1] or p[2] for p in part.parties}
    if any(a.actor_id and a.key not in own for a in clauses.between(part.last, at)):
        return None
    end = clauses.index.token_at(money.end)
    return Pledge(
        i, i, end, "pledged", part.kind, document.text[tokens[i].start : money.end], money, None, list(part.parties), part.announced, None, None,
        part.speaker_id, part.attribution, "whole", 0.65,
    )  # fmt: skip


def _is_its_value(document: Document, i: int, at: int) -> bool:
    """Whether the sum is the whole's by a verb or a noun of measuring, no other verb between: «الذي تصل قيمته الإجمالية إلى»."""
    measured = any(n in _VALUED for n in document.norms[i + 1 : at + 1])
    for j in range(i + 1, at):
        morph = document.morphs[j]
        if morph is not None and morph.pos == "verb":
            if morph.lemma not in MEASURING:
                return False
            measured = True
    return measured
