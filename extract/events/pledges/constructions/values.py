"""The worth of a gift told behind it: «أعلنت فرنسا حزمة مساعدات للبنان. وتبلغ قيمة الحزمة 20 مليون يورو», «… وأضاف أن المنحة، التي تقدر بمليون دولار، …»."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from extract.arabic.types import Amount, Document
from extract.events.pledges import guards
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.content.items import AID
from extract.events.pledges.pledge import Pledge

_AHEAD: Final = 70  # tokens from the gift to its worth
_TO_SUM: Final = 9  # tokens from the gift named again to the sum
_VALUED: Final = frozenset(("قيمتها", "قيمته", "قيمه", "بقيمه", "البالغه", "البالغ", "قدرها", "قدره", "المقدره", "حجمها", "حجمه"))
_WORTH: Final = frozenset(("بلغ", "أبلغ", "وصل", "قدر", "تجاوز", "ناهز", "فاق"))  # verbs of the worth of a whole, not of what it holds
_PARTS: Final = frozenset(("منها", "منه", "بينها", "ضمنها", "اجمالي", "اجماليه", "مجموع", "السابقه", "العام", "منذ"))  # of other sums than the gift's own


def complete_values(document: Document, clauses: Clauses, pledges: list[Pledge]) -> None:
    """Gifts without a measure take the sum by which the sentences behind them value what they name again: «الحزمة», «هذه المساعدات»."""
    bare = [p for p in pledges if p.amount is None and p.quantity is None and p.status in ("pledged", "delivered") and p.item_ar is not None]
    sums = [(clauses.index.token_at(a.start), a) for a in document.amounts if a.kind == "money"] if bare else []
    if not sums:
        return
    starts = [at for at, _ in sums]
    taken = {k for p in pledges for k in range(p.first, p.last)}
    for pledge in bare:
        heads = {stripped(n) for n in document.norms[pledge.trigger : pledge.last] if stripped(n) in AID}
        ahead = sums[bisect_left(starts, pledge.last) : bisect_left(starts, pledge.last + _AHEAD + 1)] if heads else []
        found = next(((at, money) for at, money in ahead if at not in taken and _is_worth(document, clauses, pledge, heads, at, money)), None)
        if found is not None:
            pledge.amount = found[1]
            taken.add(found[0])


def _is_worth(document: Document, clauses: Clauses, pledge: Pledge, heads: set[str], at: int, money: Amount) -> bool:
    """Whether the sum at token ``at`` is the worth of the pledge's gift, named again before it: «وتبلغ قيمة | الحزمة | 20 مليون يورو»."""
    norms, own = document.norms, {p[1] or p[2] for p in pledge.parties}
    again = next((j for j in range(at - 1, max(pledge.last - 1, at - _TO_SUM) - 1, -1) if norms[j].removeprefix("و").removeprefix("ل").startswith("ال") and stripped(norms[j]) in heads), None)
    if again is None or any(a.key not in own for a in clauses.between(again, at)) or _PARTS & {*norms[max(pledge.last, again - 3) : at]}:
        return False
    valued = bool(_VALUED & {*norms[max(pledge.last, again - 2) : at]}) or any((m := document.morphs[j]) is not None and m.pos == "verb" and m.lemma in _WORTH for j in range(again + 1, at))
    return valued and not guards.is_trade(document, at - 1, money)
