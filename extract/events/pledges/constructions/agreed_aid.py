"""Aid that an agreement provides, told without a sum: «مذكرة تفاهم لتقديم مساعدات إلى الأردن», «اتفاق بين مدريد وأوسلو لتقديم مساعدات غذائية إلى مالي».

Its sides give, save the one to whom the aid goes; where none is named, the state of who tells it gives.
"""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import sentence_at
from extract.arabic.types import Document, Sentence
from extract.events.arguments import is_adjective
from extract.events.pledges import guards
from extract.events.pledges.action import is_action
from extract.events.pledges.actors.actor import RELIEF, Actor, is_body
from extract.events.pledges.actors.proclitics import stripped, written_forms
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.content import description as content
from extract.events.pledges.content.items import Items
from extract.events.pledges.pledge import Pledge, rows

_AGREEMENTS: Final = written_forms(("اتفاق", "اتفاقا", "اتفاقيه", "مذكره", "بيان", "بيانا", "بروتوكول"))
_ABOUT: Final = frozenset(("بشان", "شان", "حول", "علي"))
_TAKING_OVER: Final = frozenset(("تكفل", "تولى", "قام", "باشر"))
_AID: Final = ("مساعد", "معون")  # beginnings of folded words
_REACH: Final = 12  # tokens from the agreement to what it provides
_BEHIND: Final = 16  # tokens in which its taker is told
_NOT_SO: Final = ("خرق", "انتهاك", "الغاء", "انسحاب", "رفض", "وقف", "عدم", "تعليق")


def find_agreed_aid(document: Document, clauses: Clauses, items: Items) -> list[Pledge]:
    """Aid of one side of an agreement to the other or to a third, one for each agreement: «مذكرة تفاهم لتقديم مساعدات إلى الأردن»."""
    out: list[Pledge] = []
    for i in [i for i, norm in enumerate(document.norms) if norm in _AGREEMENTS]:
        number = sentence_at(document, i)
        found = _read(document, clauses, items, document.sentences[number], number, i)
        if found is not None:
            out.append(found)
    return out


def _read(document: Document, clauses: Clauses, items: Items, sentence: Sentence, number: int, i: int) -> Pledge | None:
    norms, end = document.norms, clauses.end_behind(i, sentence, _REACH + _BEHIND)
    start = next((j for j in range(i + 1, min(end - 1, i + _REACH)) if _provides(document, j)), None)
    if start is None or any((m := document.morphs[j]) is not None and m.pos == "verb" and m.lemma not in _TAKING_OVER for j in range(i, start)) or any(stripped(n).startswith(_NOT_SO) for n in norms[max(sentence.first_token, i - 3) : i]):
        return None
    what = content.read(document, start, end, items, clauses.between(start, end), clauses.timed)
    aid = what.kind in ("military", "humanitarian") and what.strength in ("item", "kind") or stripped(norms[start + 1]).startswith(_AID)
    behind = clauses.between(start + 1, end)
    takers = clauses.marked(behind) or clauses.object_of(start, behind) or [a for a in behind if a.relation == "in"][:1]
    sides = _sides(document, clauses, sentence, number, i, start)
    takers = [a for a in takers if a.actor_id] or (clauses.theatre(start, {a.key for a in sides}) if what.kind == "humanitarian" else [])
    if not aid or what.money is not None or not takers or guards.is_other_giving(document, start - 1, end) or guards.is_sale(document, i, start):
        return None
    givers = [a for a in sides if a.key not in {t.key for t in takers}]
    if not givers:
        return None
    help_alone = stripped(norms[start + 1]) == "مساعده" and what.kind in (None, "financial")  # «المساعدة لتدريب …» is no money
    return Pledge(
        i, i, max(start + 2, *(a.last for a in takers)), "pledged", "cooperation" if help_alone else what.kind or "financial", what.item_ar, None, what.quantity,
        rows("pledger", givers) + rows("recipient", takers), clauses.announced(sentence, i), None, None, None, "narrator", "agreed", 0.65,
    )  # fmt: skip


def _provides(document: Document, j: int) -> bool:
    """«لتقديم», «بشأن تقديم», «على إرسال»."""
    norm, before = document.norms[j], document.morphs[j - 1]
    if before is not None and before.lemma in _TAKING_OVER and document.norms[j - 1].startswith("ل") and is_action(norm):
        return True  # «ليتكفل بتقديم المساعدات»
    return is_action(norm) and (norm.startswith("ل") and stripped(norm) != norm or document.norms[j - 1] in _ABOUT)


def _sides(document: Document, clauses: Clauses, sentence: Sentence, number: int, i: int, start: int) -> list[Actor]:
    """Whose agreement it is: «بين أ وب», «مع أ», «بيان فرنسي روسي», else who tells it."""
    between = clauses.between(i + 1, start)
    first = next((k for k, a in enumerate(between) if document.norms[a.first - 1] in ("بين", "مع") or a.relation in ("aside", "in")), None)
    if first is not None:
        sides = [a for a in between[first:] if a.actor_id and a.relation not in ("to", "of")]  # «مع البرنامج التابع للأمم المتحدة»
        if len(sides) == 1 and sides[0].actor_id in RELIEF:  # «وقع الهلال الأحمر الكويتي مذكرة مع اليونيسف»
            donor = [a for a in clauses.topic(i, sentence.first_token, number) if a.actor_id and not is_body(a.actor_id)][:1]
            return [*donor, *sides]
        return sides
    whose = [Actor(k, k + 1, n.actor_id, n.name_ar, None, "") for n in document.names if is_adjective(n) and n.actor_id and i < (k := clauses.index.token_at(n.start)) < start]
    if whose:
        return whose
    told = [a for a in clauses.topic(i, sentence.first_token, number) if a.first >= sentence.first_token and a.actor_id]
    return told[:1] if len(told) == 1 and not is_body(told[0].actor_id or "") else []
