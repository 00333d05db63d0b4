"""Sums of money, quantities with units, percentages: «من 20 إلى 30 مليون دولار», «نحو 31 دبابة», «2 في المئة»."""

from __future__ import annotations

from typing import Final, NamedTuple

from extract.arabic.normalizer import fold, fold_phrase
from extract.arabic.numerals import Numerals, read_number
from extract.arabic.types import Amount, Name, Token

_APPROXIMATE: Final = frozenset(
    ("نحو", "حوالي", "قرابه", "زهاء", "اكثر", "ازيد", "يقارب", "تقارب", "يناهز", "اقل", "قرابة", "بنحو", "بحوالي", "يتجاوز", "تتجاوز", "ما", "يفوق", "تفوق", "باكثر", "لاكثر")
)  # fmt: skip
_PROCLITICS: Final = "وبلف"
_PEOPLE: Final = frozenset(("soldier", "refugee", "trainer", "personnel"))
# Whose pound, lira, riyal it is where a neighbouring nisba or the payer's state tells.
_BY_STATE: Final = {
    "جنيه": {"EG": "EGP", "SD": "SDG", "GB": "GBP", "LB": "LBP"}, "ليره": {"TR": "TRY", "LB": "LBP", "SY": "SYP"},
    "ريال": {"SA": "SAR", "QA": "QAR", "YE": "YER", "OM": "OMR", "IR": "IRR", "BR": "BRL"}, "درهم": {"AE": "AED", "MA": "MAD"},
    "دينار": {"KW": "KWD", "BH": "BHD", "JO": "JOD", "IQ": "IQD", "TN": "TND", "DZ": "DZD", "LY": "LYD", "RS": "RSD"},
    "دولار": {"US": "USD", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "TW": "TWD", "HK": "HKD"},
    "كرونه": {"SE": "SEK", "NO": "NOK", "DK": "DKK"}, "كورونا": {"SE": "SEK", "NO": "NOK", "DK": "DKK"}, "روبيه": {"IN": "INR", "PK": "PKR"},
    "فرنك": {"CH": "CHF", "DJ": "DJF", "RW": "RWF"},
}  # fmt: skip


_MARKS: Final = frozenset((("(", ")"), ("«", "»"), ('"', '"'), ("“", "”")))
_LEAST_ELLIPTIC: Final = 1e6  # a smaller number without a currency is hardly a sum
_TO_ELLIPTIC: Final = 60  # characters from the sum that tells the currency
_BESIDE: Final = 60  # characters from a state to the sum that it gives in its own money


class Measures(NamedTuple):
    """What amounts are counted in, by folded name: the ISO code of a currency (None where the name leaves it open) and
    the English and Arabic name of a unit; the numbers in words; and two of a unit in one word (دبابتين, بصاروخين) with the
    number of proclitics written on it."""

    money: dict[str, str | None]
    kinds: dict[str, tuple[str, str]]
    numerals: Numerals
    duals: dict[str, tuple[int, str, str]]
    openers: frozenset[str]  # folded words that may be an amount or its first word


def read_measures(currencies: list[dict[str, str]], units: list[dict[str, str]], numerals: Numerals) -> Measures:
    """The measures of the rows of seeds/currencies.csv and seeds/units.csv, counted in ``numerals``: «دولار», «طن»."""
    kinds = {fold_phrase(r["unit_ar"]): (r["unit"], r["unit_ar"]) for r in units}
    duals = _duals(kinds)
    return Measures({fold_phrase(r["name_ar"]): r["currency"] or None for r in currencies}, kinds, numerals, duals, numerals.openers.union(duals))


_TWO: Final = frozenset(("مليونا", "مليارا", "الفا"))


def _duals(kinds: dict[str, tuple[str, str]]) -> dict[str, tuple[int, str, str]]:
    """Two of each unit as one word writes them; not of people, whose dual is spelled like their plural («مدربين»)."""
    clitics = ["", *_PROCLITICS, *(a + b for a in _PROCLITICS for b in _PROCLITICS)]
    out: dict[str, tuple[int, str, str]] = {}
    for word, unit in kinds.items():
        stem = word[:-1] + "ت" if word.endswith("ه") else word
        if unit[0] in _PEOPLE or len(stem) < 2 or stem == word and word.endswith("ت"):
            continue
        for written in (before + stem + ending for before in clitics for ending in ("ين", "ان")):
            n = len(written) - len(stem) - 2
            if written not in kinds and (written not in out or n < out[written][0]):
                out[written] = (n, *unit)
    return out


def find_amounts(text: str, tokens: list[Token], names: list[Name], measures: Measures) -> list[Amount]:
    """Amounts in reading order: «نحو 20 مليون دولار», «31 دبابة».

    A bare pound, lira, riyal, dirham or dinar takes the state that the text names beside it, else no currency.
    """
    nisba = {n.start: n for n in names if n.kind == "nisba"}
    near = [n for n in names if n.kind in ("state", "nisba", "metonym", "place", "organisation") and n.actor_id]
    out: list[Amount] = []
    following, openers = 0, measures.openers
    for i, token in enumerate(tokens):
        norm, kind = token.norm, token.kind
        if kind != "number" and norm not in openers or i < following:
            continue
        number = read_number(tokens, i, measures.numerals)
        if number is None:
            if norm in measures.duals and kind == "word":
                out.append(_dual(text, tokens[i], *measures.duals[norm]))
            continue
        value, j = _unmarked(tokens, i, *number, measures)
        value, maximum, j = _range(tokens, value, j, i, measures.numerals)
        amount = _with_unit(text, tokens, i, j, value, maximum, measures, nisba, near) or _elliptic(text, tokens, i, j, value, out[-1] if out else None, measures)
        if amount is not None:
            out.append(amount)
            while j < len(tokens) and tokens[j].start < amount.end:
                j += 1
        following = j
    return out


def _unmarked(tokens: list[Token], i: int, value: float, j: int, measures: Measures) -> tuple[float, int]:
    """A number between marks with the scale or the unit behind them: «(23) قرضا», «بقيمة (445.5) مليون ريال»; else as it was read."""
    if i == 0 or j + 1 >= len(tokens) or (tokens[i - 1].text, tokens[j].text) not in _MARKS:
        return value, j
    behind = tokens[j + 1].norm
    if behind in measures.numerals.scales:
        return value * measures.numerals.scales[behind], j + 2
    return (value, j + 1) if behind in measures.money or behind in measures.kinds else (value, j)


def _elliptic(text: str, tokens: list[Token], i: int, j: int, value: float, before: Amount | None, measures: Measures) -> Amount | None:
    """A sum in a list that leaves its currency to the sum before it: «الرياض 500 مليون دولار، والكويت 250 مليونا، والإمارات 300 مليون»."""
    if before is None or before.kind != "money" or value < _LEAST_ELLIPTIC or tokens[j - 1].norm not in measures.numerals.scales:
        return None
    ends = j >= len(tokens) or tokens[j].kind == "punctuation" and tokens[j].text in "،,.؛"
    between = text[before.end : tokens[i].start]
    if not ends or len(between) > _TO_ELLIPTIC or any(mark in between for mark in ".؛\n"):
        return None
    return Amount(tokens[i].start, tokens[j - 1].end, text[tokens[i].start : tokens[j - 1].end], "money", value, None, before.currency, None, None, False, None, "ellipsis")


def _dual(text: str, token: Token, n_clitics: int, unit: str, unit_ar: str) -> Amount:
    """Two things in one word: «دبابتين», «بصاروخين», the proclitics left out of the span."""
    start = token.start + (n_clitics if len(token.text) == len(token.norm) else 0)
    return Amount(start, token.end, text[start : token.end], "quantity", 2.0, None, None, unit, unit_ar, False, None, "dual")


def _range(tokens: list[Token], value: float, j: int, i: int, numerals: Numerals) -> tuple[float, float | None, int]:
    """A second number behind إلى, و (after بين) or a dash; a scale behind it counts for both: «20 إلى 30 مليون»."""
    if j + 1 >= len(tokens):
        return value, None, j
    between = i > 0 and tokens[i - 1].norm in ("بين", "من", "وبين")
    link = tokens[j].norm
    if link in ("الي", "-", "–", "و") and (between or link != "و"):
        second = read_number(tokens, j + 1, numerals)
    elif between and link.startswith("و"):
        second = read_number(tokens, j, numerals)
    else:
        return value, None, j
    if second is None:
        return value, None, j
    high, k = second
    if high > value:
        scale = next((numerals.scales[t.norm] for t in tokens[j:k] if t.norm in numerals.scales), 1)
        if scale > 1 and value < 1000 and high >= scale and value * scale < high:
            value *= scale
        if value < high:
            return value, high, k
    return value, None, j


def _with_unit(text, tokens, i, j, value, maximum, measures, nisba, near) -> Amount | None:  # type: ignore[no-untyped-def]
    money, kinds, start = measures.money, measures.kinds, tokens[i].start
    while start < tokens[i].end and tokens[i].kind == "word" and text[start] in "بلو" and fold(tokens[i].text[1:]) in measures.numerals.scales:
        start += 1
    before = {tokens[k].norm for k in range(max(0, i - 3), i)}
    approximate = bool(before & _APPROXIMATE)
    if i and tokens[i - 1].text in ("$", "€", "£"):
        return Amount(tokens[i - 1].start, tokens[j - 1].end, text[tokens[i - 1].start : tokens[j - 1].end], "money", value, maximum, money.get(tokens[i - 1].text), None, None, approximate, _per(tokens, j), "sign")
    if j >= len(tokens):
        return None
    word = tokens[j].norm
    if word in ("%", "٪") or word in ("في", "بالميه", "بالمايه") and (word != "في" or j + 1 < len(tokens) and tokens[j + 1].norm in ("الميه", "المايه")):
        end = j if word != "في" else j + 1
        rest = " ".join(t.norm for t in tokens[end + 1 : end + 8])
        unit = "percent_of_gdp" if "ناتج" in rest else "percent"
        return Amount(start, tokens[end].end, text[start : tokens[end].end], "percentage", value, maximum, None, unit, None, approximate, _per(tokens, end + 1), "percentage")
    two = [(word + " " + tokens[j + 1].norm, j + 1)] if j + 1 < len(tokens) else []
    for phrase, end in [*two, (word, j)]:
        bare = phrase
        if phrase in money:
            currency = money[phrase]
            adjective = nisba.get(tokens[end + 1].start) if end + 1 < len(tokens) else None
            family = next((k for k in _BY_STATE if bare.startswith(k)), None)
            if family and adjective and adjective.actor_id in _BY_STATE[family]:
                currency, end = _BY_STATE[family][adjective.actor_id], end + 1
            elif family and currency is None:
                currency = _by_context(tokens[i].start, near, _BY_STATE[family])
            if j == i + 1 and tokens[i].norm.removeprefix("و") in _TWO:
                value *= 2  # «مليارا دولار»: the dual in its genitive construct
            return Amount(start, tokens[end].end, text[start : tokens[end].end], "money", value, maximum, currency, None, None, approximate, _per(tokens, end + 1), "currency")
        if phrase in kinds:
            unit, unit_ar = kinds[phrase]
            value *= 1 + (j == i + 1 and tokens[i].norm.removeprefix("و") in _TWO)  # «ألفا طن»
            return Amount(start, tokens[end].end, text[start : tokens[end].end], "quantity", value, maximum, None, unit, unit_ar, approximate, None, "unit")
    return None


def _by_context(at: int, near: list[Name], states: dict[str, str]) -> str | None:
    """The currency of a state named just before, else of the one state of its family within 400 characters."""
    beside = [n for n in near if n.actor_id in states and 0 < at - n.start < _BESIDE]
    if beside:
        return states[max(beside, key=lambda n: n.start).actor_id or ""]
    found = {states[n.actor_id] for n in near if n.actor_id in states and abs(n.start - at) < 400}
    return found.pop() if len(found) == 1 else None


def _per(tokens: list[Token], j: int) -> str | None:
    words = [t.norm for t in tokens[j : j + 3]]
    if any(w.startswith("سنويا") or w in ("سنوي", "سنويه") for w in words):
        return "year"
    return "month" if any(w.startswith("شهريا") for w in words) else None
