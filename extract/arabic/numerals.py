"""Numbers in digits and in words: «نصف مليار», «ثلاثة ملايين وخمسمئة ألف», «2,5 مليار», «1.200»."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final, NamedTuple

from extract.arabic.normalizer import fold
from extract.arabic.types import Token

_PROCLITICS: Final = ("", "ب", "ل", "و", "وب", "ول", "ال")
_TEN: Final = frozenset(("عشر", "عشره"))
_TEENS: Final = {"احد": 1.0, "احدي": 1.0, "اثنا": 2.0, "اثني": 2.0, "اثنتا": 2.0, "اثنتي": 2.0}  # numbers before ten alone: «أحد عشر», «اثنا عشر»
_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬،", "01234567890123456789.,,")


class Numerals(NamedTuple):
    """Words of number by match key: خمسه → 5, ملايين → 10⁶, مليونين → 2·10⁶, نصف → 0.5."""

    units: dict[str, float]
    scales: dict[str, float]
    duals: dict[str, float]
    fractions: dict[str, float]
    known: frozenset[str]  # all of them
    openers: frozenset[str]  # all of them with the proclitics that a number may begin with: بخمسه، والف


def read_numerals(rows: list[dict[str, str]]) -> Numerals:
    """The numerals of the rows of seeds/number_words.csv: «نصف», «ثلاثة»."""

    def of_kind(kind: str) -> dict[str, float]:
        return {fold(r["word_ar"]): float(Fraction(r["value"])) for r in rows if r["kind"] == kind}

    known = frozenset(fold(r["word_ar"]) for r in rows)
    openers = frozenset(proclitic + word for proclitic in _PROCLITICS for word in (*known, *_TEENS))
    return Numerals(of_kind("unit"), of_kind("scale"), of_kind("dual"), of_kind("fraction"), known, openers)


def digits(written: str) -> float | None:
    """The value of a number in digits. A mark before three digits groups thousands, else it is the decimal point.

    «2,5» → 2.5, «2.500» → 2500, «1,250,000» → 1250000, «٣٫٥» → 3.5. Two different marks: the last is the decimal one.
    """
    plain = written.translate(_DIGITS)
    marks = re.findall("[.,]", plain)
    if not marks:
        return float(plain) if plain.isdigit() else None
    last = max(plain.rfind("."), plain.rfind(","))
    tail = plain[last + 1 :]
    if len(set(marks)) == 1 and (len(marks) > 1 or len(tail) == 3 and not plain.startswith("0")):
        return float(re.sub("[.,]", "", plain))
    return float(re.sub("[.,]", "", plain[:last]) + "." + tail)


def read_number(tokens: list[Token], i: int, numerals: Numerals) -> tuple[float, int] | None:
    """The number that begins at token ``i`` and the token after it; None where none begins.

    Reads «خمسة ملايين», «مليار ونصف», «نصف مليار», «500 مليون», «مليونين», «ثلاثمئة وخمسين ألف», «ستة عشر».
    """
    if tokens[i].kind != "number" and tokens[i].norm not in numerals.openers:
        return None
    units, scales, duals, fractions, known, _ = numerals
    total, current, j, seen, scaled = 0.0, 0.0, i, False, False
    if i + 1 < len(tokens) and tokens[i + 1].norm in _TEN and (ones := _before_ten(tokens[i].norm)):
        current, j, seen = 10 + ones, i + 2, True  # «اثنا عشر»
    while j < len(tokens) and j - i < 10:
        token = tokens[j]
        word = token.norm
        if j == i and token.kind != "number":
            for prefix in _PROCLITICS:
                stripped = word[len(prefix) :]
                if word.startswith(prefix) and stripped in known:
                    word = stripped
                    break
        elif word.startswith("و") and word[1:] in known:
            word = word[1:]
        elif seen and word in units and not scaled and tokens[j - 1].norm not in ("ميه",) and not (word in _TEN and 0 < current % 100 < 10):  # «ستة عشر»
            break
        if word == "و" and scaled and j + 2 < len(tokens) and tokens[j + 1].kind == "number" and tokens[j + 2].norm in scales:
            j += 1  # «مليون و200 ألف»
            continue
        if token.kind == "number":
            if seen and not (scaled and tokens[j - 1].norm == "و"):
                break
            value = digits(token.text)
            if value is None:
                return None
            current = value
        elif word in fractions:
            following = tokens[j + 1].norm.removeprefix("ال") if j + 1 < len(tokens) else ""
            if following in scales:
                total += fractions[word] * scales[following]
                j += 1
                scaled = True
            elif scaled and total and tokens[j].norm.startswith("و"):
                total += fractions[word] * _last_scale(total)
            else:
                break
        elif word in duals and not current:
            total += duals[word]
            scaled = True
        elif word in scales:
            total += (current or 1) * scales[word]
            current, scaled = 0.0, True
        elif word in units:
            if units[word] >= 20 and current % 100 >= 10 or units[word] < 10 and current % 10:
                break  # «خمسين وستين»: two numbers
            current += units[word]
        else:
            break
        seen, j = True, j + 1
    value = round(total + current, 6)  # 2.01 milliards are 2010000000, not a billionth less
    return (value, j) if seen and value else None


def _before_ten(word: str) -> float:
    """What a folded word adds to ten where it counts before it alone, 0 where it does not: «أحد | عشر»."""
    return next((_TEENS[word[len(p) :]] for p in _PROCLITICS if p != "ال" and word.startswith(p) and word[len(p) :] in _TEENS), 0.0)


def _last_scale(total: float) -> float:
    return next(s for s in (10**12, 10**9, 10**6, 10**3, 1) if total >= s)
