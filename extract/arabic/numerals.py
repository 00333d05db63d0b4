"""Numbers in digits and in words: «نصف مليار», «ثلاثة ملايين وخمسمئة ألف», «2,5 مليار», «1.200»."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.arabic.types import Token

UNITS = {
    "واحد": 1, "واحده": 1, "اثنان": 2, "اثنين": 2, "اثنتين": 2, "ثلاثه": 3, "ثلاث": 3, "اربعه": 4, "اربع": 4, "خمسه": 5, "خمس": 5,
    "سته": 6, "ست": 6, "سبعه": 7, "سبع": 7, "ثمانيه": 8, "ثماني": 8, "ثمان": 8, "تسعه": 9, "تسع": 9, "عشره": 10, "عشر": 10,
    "عشرون": 20, "عشرين": 20, "ثلاثون": 30, "ثلاثين": 30, "اربعون": 40, "اربعين": 40, "خمسون": 50, "خمسين": 50, "ستون": 60,
    "ستين": 60, "سبعون": 70, "سبعين": 70, "ثمانون": 80, "ثمانين": 80, "تسعون": 90, "تسعين": 90, "ميه": 100, "مايه": 100,
    "ميتان": 200, "ميتين": 200, "ميتي": 200, "مايتي": 200, "مايتين": 200, "ثلاثميه": 300, "ثلاثمايه": 300, "اربعميه": 400, "اربعمايه": 400, "خمسميه": 500,
    "خمسمايه": 500, "ستميه": 600, "ستمايه": 600, "سبعميه": 700, "سبعمايه": 700, "ثمانميه": 800, "ثمانمايه": 800, "تسعميه": 900,
    "تسعمايه": 900,
}  # fmt: skip
SCALES = {
    "الف": 10**3, "الاف": 10**3, "الفا": 10**3, "مليون": 10**6, "ملايين": 10**6, "مليونا": 10**6, "مليار": 10**9, "مليارا": 10**9,
    "مليارات": 10**9, "بليون": 10**9, "بلايين": 10**9, "تريليون": 10**12, "تريليونات": 10**12, "ترليون": 10**12,
}  # fmt: skip
DUALS = {"الفين": 2 * 10**3, "الفا": 10**3, "مليونين": 2 * 10**6, "مليونا": 10**6, "مليارين": 2 * 10**9, "مليونان": 2 * 10**6, "ملياران": 2 * 10**9, "الفان": 2 * 10**3, "مليوني": 2 * 10**6, "ملياري": 2 * 10**9}
FRACTIONS = {"نصف": 0.5, "ربع": 0.25, "ثلث": 1 / 3, "ثلاثه ارباع": 0.75}


def digits(written: str) -> float | None:
    """The value of a number in digits. A mark before three digits groups thousands, else it is the decimal point.

    «2,5» → 2.5, «2.500» → 2500, «1,250,000» → 1250000, «٣٫٥» → 3.5. Two different marks: the last is the decimal one.
    """
    plain = written.translate(str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬،", "01234567890123456789.,,"))
    marks = re.findall("[.,]", plain)
    if not marks:
        return float(plain) if plain.isdigit() else None
    last = max(plain.rfind("."), plain.rfind(","))
    tail = plain[last + 1 :]
    if len(set(marks)) == 1 and (len(marks) > 1 or len(tail) == 3 and not plain.startswith("0")):
        return float(re.sub("[.,]", "", plain))
    return float(re.sub("[.,]", "", plain[:last]) + "." + tail)


def read_number(tokens: list[Token], i: int) -> tuple[float, int] | None:
    """The number that begins at token ``i`` and the token after it; None where none begins.

    Reads «خمسة ملايين», «مليار ونصف», «نصف مليار», «500 مليون», «مليونين», «ثلاثمئة وخمسين ألف».
    """
    if tokens[i].kind != "number" and not opens_number(tokens[i].norm):
        return None
    total, current, j, seen, scaled = 0.0, 0.0, i, False, False
    while j < len(tokens) and j - i < 10:
        token = tokens[j]
        word = token.norm
        if j == i:
            for prefix in ("", "ب", "ل", "و", "وب", "ول", "ال"):
                stripped = word[len(prefix) :]
                if word.startswith(prefix) and _known(stripped):
                    word = stripped
                    break
        elif word.startswith("و") and _known(word[1:]):
            word = word[1:]
        elif seen and word in UNITS and not scaled and tokens[j - 1].norm not in ("ميه",):
            break
        if word == "و" and scaled and j + 2 < len(tokens) and tokens[j + 1].kind == "number" and tokens[j + 2].norm in SCALES:
            j += 1  # «مليون و200 ألف»
            continue
        if token.kind == "number":
            if seen and not (scaled and tokens[j - 1].norm == "و"):
                break
            value = digits(token.text)
            if value is None:
                return None
            current = value
        elif word in FRACTIONS:
            following = tokens[j + 1].norm.removeprefix("ال") if j + 1 < len(tokens) else ""
            if following in SCALES:
                total += FRACTIONS[word] * SCALES[following]
                j += 1
                scaled = True
            elif scaled and total and tokens[j].norm.startswith("و"):
                total += FRACTIONS[word] * _last_scale(total)
            else:
                break
        elif word in DUALS and not current:
            total += DUALS[word]
            scaled = True
        elif word in SCALES:
            total += (current or 1) * SCALES[word]
            current, scaled = 0.0, True
        elif word in UNITS:
            if UNITS[word] >= 20 and current % 100 >= 10 or UNITS[word] < 10 and current % 10:
                break  # «خمسين وستين»: two numbers
            current += UNITS[word]
        else:
            break
        seen, j = True, j + 1
    value = round(total + current, 6)  # 2.01 milliards are 2010000000, not a billionth less
    return (value, j) if seen and value else None


@lru_cache(maxsize=262_144)
def opens_number(word: str) -> bool:
    """Whether a number in words may begin with ``word``, proclitics allowed."""
    return any(word.startswith(p) and _known(word[len(p) :]) for p in ("", "ب", "ل", "و", "وب", "ول", "ال"))


def _known(word: str) -> bool:
    return word in UNITS or word in SCALES or word in DUALS or word in FRACTIONS


def _last_scale(total: float) -> float:
    return next(s for s in (10**12, 10**9, 10**6, 10**3, 1) if total >= s)
