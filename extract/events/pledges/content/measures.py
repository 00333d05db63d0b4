"""The sum and the quantity of what is promised, among those that the text tells: «بنفس المبلغ», «30 كتيبة و30 سربا»."""

from __future__ import annotations

from typing import Final, NamedTuple

from extract.arabic.types import Amount, Document
from extract.events.pledges.actors.proclitics import stripped

MEASURING: Final = frozenset(("وصل", "بلغ", "أبلغ", "قدر", "تراوح", "ناهز", "تجاوز", "فاق", "قارب", "زاد", "ضم", "شمل", "تضمن", "حمل"))
_HARMING: Final = frozenset(("قتل", "قتلت", "اصيب", "اصيبت", "جرح", "سقط"))  # what is counted behind them are victims
_LEAST: Final = 1000  # of a currency: less is no state's gift
_PARTS: Final = {"نصف": 0.5, "ثلث": 1 / 3, "ربع": 0.25, "ثلثي": 2 / 3}
_TO_NEXT: Final = 5  # tokens between the things counted in a list


class Measures(NamedTuple):
    """What is counted of a thing given: its sum, its quantity, its share of the whole economy."""

    money: Amount | None
    quantity: Amount | None
    share: Amount | None


def measures_in(document: Document, start: int, end: int) -> Measures:
    """The first sum, quantity and share of the economy in a token range: «50 طنا من الأدوية بقيمة مليون دولار», «2% من الناتج المحلي»."""
    tokens = document.tokens
    low, high = tokens[start].start if start < len(tokens) else 0, tokens[end - 1].end
    inside = [a for a in document.amounts if low <= a.start < high]
    money = next((a for a in inside if a.kind == "money"), None) or _same_sum(document, start, end)
    if money is not None and (money.value < _LEAST or _verb_between(document, start, money)):
        money = None
    quantity = next((a for a in inside if a.kind == "quantity" and not (money is not None and a.unit == "megawatt") and not _verb_between(document, start, a)), None)
    defence = {"الدفاع", "الدفاعي", "العسكري"} & {*document.norms[start:end]}  # «ستنفق 1.3 في المئة على الدفاع»
    return Measures(money, quantity, next((a for a in inside if a.kind == "percentage" and (a.unit == "percent_of_gdp" or defence)), None))


def whole(document: Document, quantity: Amount | None, end: int) -> Amount | None:
    """The quantity, None where it is the first of a list: «30 كتيبة و30 سربا و30 سفينة»."""
    if quantity is None:
        return None
    tokens = document.tokens
    behind = next((k for k in range(end) if tokens[k].start >= quantity.end), end)
    for k in range(behind, min(end, behind + _TO_NEXT)):
        morph = document.morphs[k]
        if morph is not None and morph.pos == "verb":
            return quantity
        if tokens[k].norm.startswith("و") and any(a.kind == "quantity" and a is not quantity and tokens[k].start <= a.start < tokens[min(k + 2, end) - 1].end for a in document.amounts):
            return None
    return quantity


def _verb_between(document: Document, start: int, amount: Amount) -> bool:
    """Whether another predicate than «تصل إلى», «تبلغ قيمتها» comes between what is given and the sum."""
    for j in range(start + 1, min(start + 50, len(document.tokens))):
        if document.tokens[j].start >= amount.start:
            return False
        if document.norms[j] in _HARMING:
            return True  # «غابة قتل فيها ألفا جندي»
        morph = document.morphs[j]
        expected = morph is not None and morph.lemma == "توقع" and document.norms[j + 1].startswith("وصول")  # «سفينة يتوقع وصولها غدا تحمل 500 طن»
        if morph is not None and morph.pos == "verb" and morph.lemma not in MEASURING and not expected and (morph.aspect == "i" or morph.conjunction or j > start + 12):
            return True
    return True


def _same_sum(document: Document, start: int, end: int) -> Amount | None:
    """«بنفس المبلغ», «المبلغ نفسه», «ثلث هذا المبلغ»: the last sum told before, or its part."""
    tokens = document.tokens
    for j in range(max(1, start), min(end, len(tokens) - 1)):
        if "مبلغ" not in tokens[j].norm:
            continue
        words = [stripped(tokens[k].norm) for k in range(max(0, j - 2), min(end, j + 2))]
        if stripped(tokens[j].norm) != "مبلغ" or not {"نفس", "ذات", "هذا", "نفسه", "ذاته"} & {*words, tokens[j - 1].norm, tokens[j + 1].norm}:
            continue
        last = next((a for a in reversed(document.amounts) if a.kind == "money" and a.end <= tokens[start].start), None)
        part = next((_PARTS[w] for w in words if w in _PARTS), 1.0)
        if last is None:
            return None
        at, to = tokens[j].start, tokens[j].end
        return Amount(at, to, document.text[at:to], "money", round(last.value * part, 2), None, last.currency, None, None, part != 1.0, None, "anaphora")
    return None
