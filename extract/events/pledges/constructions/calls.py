"""Aid that is told to be needed, with no verb of asking: «أكد الوزير ضرورة زيادة الدعم الدولي للأردن», «تم التأكيد على تكثيف المساعدات للبنان»."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import sentence_at
from extract.arabic.types import Document, Sentence
from extract.events.pledges import guards
from extract.events.pledges.action import is_action
from extract.events.pledges.actors.actor import RELIEF, Actor, is_body
from extract.events.pledges.actors.proclitics import stripped, written_forms
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.content import description as content
from extract.events.pledges.content.asked import MORE, support
from extract.events.pledges.content.extent import end_of
from extract.events.pledges.content.items import Items
from extract.events.pledges.pledge import Pledge, rows

_NEEDS: Final = written_forms(("ضروره", "اهميه", "وجوب", "تاكيد"))  # what must be: «ضرورة زيادة الدعم»
_MUST: Final = frozenset(("يجب", "ينبغي", "يتعين"))  # «يجب على المجتمع الدولي تقديم مساعدات»
_STRESSING: Final = frozenset(("أكد", "شدد", "جدد", "اتفق", "رأى", "أبرز", "اعتبر", "تم", "جرى"))
_LACK: Final = frozenset(("حاجه", "الحاجه", "والحاجه"))  # «الحاجة إلى زيادة الدعم»
_OPENING: Final = _NEEDS | _MUST | _LACK
_THERE_IS: Final = frozenset(("هناك", "ثمه"))  # «هناك حاجة إلى مساعدات»: his who says so
_GIVING: Final = frozenset(("تقديم", "توفير", "تخصيص", "منح", "تزويد", "امداد", "تمويل", *MORE))
_AID: Final = ("مساعد", "معون", "دعم", "تمويل", "اغاث", "منح", "قروض")  # beginnings of folded words
_LINKS: Final = frozenset(("علي", "من", "ان", "مزيد", "المزيد", "كل", "جميع", "كافه", "بذل", "الي"))
_TO_ACTION, _TO_AID = 3, 7  # tokens from the need to the action noun, and from there to the aid
_TO_OBLIGED: Final = 6  # tokens from «يجب» to the action noun, who must between
_TO_VERB: Final = 14  # tokens from the verb of saying to the need
_TO_TAKER: Final = 4  # tokens from the aid to whom it is for, its adjectives between


def find_calls(document: Document, clauses: Clauses, items: Items) -> list[Pledge]:
    """Calls for aid to somebody named, by a noun of need: «شدد على أهمية تقديم المساعدات الإنسانية للصومال»."""
    found = [_read(document, clauses, items, document.sentences[number := sentence_at(document, i)], number, i) for i, norm in enumerate(document.norms) if norm in _OPENING]
    return [p for p in found if p is not None]


def _read(document: Document, clauses: Clauses, items: Items, sentence: Sentence, number: int, i: int) -> Pledge | None:
    norms, end = document.norms, end_of(document, i, sentence.last_token)
    must = norms[i] in _MUST
    obliged = clauses.run([a for a in clauses.between(i + 1, min(end, i + _TO_OBLIGED)) if a.relation in ("aside", "to")]) if must else []
    behind = max((a.last for a in obliged), default=i + 1)
    start = next((j for j in range(behind, min(end - 1, behind + _TO_ACTION)) if stripped(norms[j]) in _GIVING), None)
    if start is None or must and norms[start - 1] == "ان" or any(n not in _LINKS for n in norms[behind:start]):
        return None
    aid = next((j for j in range(start, min(end - 1, start + _TO_AID)) if stripped(norms[j]).startswith(_AID) and norms[j + 1] not in ("الذي", "التي")), None)
    verb = i if must else _verb(document, sentence, i)
    if aid is None or verb is None:
        return None
    what = support(document, i, start, end, content.read(document, start, end, items, clauses.between(start, end), clauses.timed))
    takers = [a for a in clauses.between(aid + 1, end) if a.relation == "to" and a.actor_id and (not is_body(a.actor_id) or a.actor_id in RELIEF)]
    saying = [] if must else [a for a in clauses.subject(verb, sentence.first_token, i, number) if a.first >= sentence.first_token and a.actor_id]
    takers = [a for a in takers[:1] if a.first - aid <= _TO_TAKER and not any((m := document.morphs[k]) is not None and m.pos == "verb" for k in range(aid, a.first))]
    own = not takers and norms[i] in _LACK and norms[i - 1] in _THERE_IS and len(saying) == 1 and not is_body(saying[0].actor_id or "")
    takers = takers or (saying if own and not [a for a in clauses.between(aid + 1, end) if a.relation in ("to", "in")] else [])
    if not takers or what.strength is None and not what.measured or what.kind in ("institutional", "spending") or guards.is_trade(document, start, what.money):
        return None
    takers = takers if own else clauses.run(clauses.between(takers[0].first, end))
    givers = [a for a in obliged or _givers(document, clauses, start, aid) if a.actor_id and a.key not in {t.key for t in takers}]
    if {a.key for a in saying} & {g.key for g in givers}:
        return None  # who stresses that he goes on giving asks for nothing
    status = "requested" if {a.key for a in saying} & {t.key for t in takers} else "called_for"
    return Pledge(
        i, min([verb, *(a.first for a in saying)]), end, status, what.kind or "financial", what.item_ar, what.money, what.quantity,
        rows("pledger", givers) + rows("recipient", takers) + rows("requester", saying[:1]), clauses.announced(sentence, verb), None, None,
        next((a.person_id for a in saying if a.person_id), None), "narrator", "call", 0.65,
    )  # fmt: skip


def _verb(document: Document, sentence: Sentence, i: int) -> int | None:
    """The verb that stresses the need told at ``i``, no other verb between: «شدد | على أهمية»."""
    for j in range(i - 1, max(sentence.first_token, i - _TO_VERB) - 1, -1):
        morph = document.morphs[j]
        if morph is not None and morph.pos == "verb":
            return j if morph.lemma in _STRESSING and not guards.NEGATIONS & {*document.norms[max(0, j - 1) : j]} else None
    return None


def _givers(document: Document, clauses: Clauses, start: int, aid: int) -> list[Actor]:
    """Who is to give: the genitive of the action noun, else the adjective of the aid: «ضرورة تقديم ألمانيا مساعدات», «تكثيف الدعم الأوروبي»; the world is nobody."""
    genitive = clauses.run([a for a in clauses.between(start + 1, aid) if a.relation == ""]) if is_action(document.norms[start]) else []
    return genitive or clauses.adjective(aid + 1, 2)
