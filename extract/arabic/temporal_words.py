"""The closed word classes of dates, in folded spelling (أ إ آ → ا, ى → ي, ة → ه, ئ → ي): weekdays, months, numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_FOLD = tuple(zip("أإآٱىةؤئی٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹\u00a0_#", "اااايهويي01234567890123456789   ", strict=True))

WEEKDAYS = {
    "الاثنين": 0, "الثلاثاء": 1, "الاربعاء": 2, "الخميس": 3, "الجمعه": 4, "السبت": 5, "الاحد": 6,
}  # fmt: skip

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "يناير|كانون الثاني|جانفي", "فبراير|شباط|فيفري", "مارس|اذار", "ابريل|نيسان|افريل", "مايو|ايار|ماي",
            "يونيو|يونيه|حزيران|جوان", "يوليو|يوليه|يوليوز|تموز|جويليه", "اغسطس|اب|اوت|غشت", "سبتمبر|ايلول|شتنبر",
            "اكتوبر|تشرين الاول", "نوفمبر|تشرين الثاني|نونبر", "ديسمبر|كانون الاول|دجنبر",
        ),
        1,
    )
    for name in names.split("|")
}  # fmt: skip

HIJRI = {
    name: number
    for number, names in enumerate(
        (
            "محرم", "صفر", "ربيع الاول", "ربيع الثاني|ربيع الاخر", "جمادي الاولي|جمادي الاول",
            "جمادي الاخره|جمادي الثانيه|جمادي الاخر", "رجب", "شعبان", "رمضان", "شوال", "ذو القعده|ذي القعده", "ذو الحجه|ذي الحجه",
        ),
        1,
    )
    for name in names.split("|")
}  # fmt: skip

NUMBERS = {
    "ثلاثه": 3, "ثلاث": 3, "اربعه": 4, "اربع": 4, "خمسه": 5, "خمس": 5, "سته": 6, "ست": 6, "سبعه": 7, "سبع": 7, "ثمانيه": 8,
    "ثماني": 8, "تسعه": 9, "تسع": 9, "عشره": 10, "عشر": 10, "عشرين": 20, "ثلاثين": 30, "اربعين": 40, "خمسين": 50,
}  # fmt: skip

NEXT = "القادمه|المقبله|القادم|المقبل|الجاريه|الجاري|الحاليه|الحالي|الوشيك|اللاحق"
LAST = "الماضيه|الماضي|الفايت|الفايته|المنصرمه|المنصرم|السابقه|السابق|الفارط|الاخيره|الاخير"
DAY_PARTS = "صباح|مساء|ظهر|عصر|فجر|ليل|ليله|عشيه|بعد ظهر|منتصف نهار"

# What a sentence must hold before a rule is tried on it: plain substring tests cost a tenth of the rules.
CLUES: dict[str, tuple[str, ...]] = {
    "month": tuple(w for w in MONTHS if w != "اب"), "hijri": tuple(HIJRI), "weekday": tuple(WEEKDAYS),
    "day": ("اليوم", "غد", "امس", "البارحه", "الليله", "لليوم"), "unit": ("الاسبوع", "الشهر", "العام", "السنه"),
    "ago": ("قبل", "منذ", "بعد"), "span": ("الماضيه", "المقبله", "القادمه", "الاخيره"), "quarter": ("الربع",),
    "decade": ("ينيات", "ينات"),
}  # fmt: skip
RULE_CLUES: dict[str, frozenset[str]] = {
    name: frozenset(clues.split())
    for name, clues in {
        "hijri_gregorian": "digit hijri month", "hijri": "digit hijri", "numeric": "digit", "day_range": "digit month",
        "day_month": "digit month", "month_part": "month", "month": "month", "next_day": "day", "relative_day": "day",
        "weekday": "weekday", "unit": "unit", "ago": "ago", "ago_one": "ago", "past_span": "span", "quarter": "quarter",
        "decade": "decade", "year": "digit",
    }.items()
}  # fmt: skip
_DIGIT = re.compile(r"\d")
_AB = re.compile(r"(?<![^\W\d])[وف]?[بل]?اب(?!\w)")  # August in the Levant; two letters of many other words


def alternatives(words: dict[str, int]) -> str:
    """A regular expression that matches any of ``words``, longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def clues_of(part: str, present: Mapping[str, Sequence[str]] = CLUES) -> set[str]:
    """Which kinds of words of time a folded sentence holds: «يوم 5 مايو» → {digit, month}.

    ``present`` are the words that the article holds at all, so that a sentence is not searched for every month.
    """
    found = {clue for clue, words in present.items() if any(w in part for w in words)}
    if _DIGIT.search(part):
        found.add("digit")
    if "month" not in found and "اب" in part and _AB.search(part):
        found.add("month")
    return found


def fold_letters(text: str) -> str:
    """``text`` in the spelling of the rules, letter for letter: أ إ آ → ا, ى → ي, ة → ه, digits → 0-9. Faster than translate."""
    for letter, folded in _FOLD:
        if letter in text:
            text = text.replace(letter, folded)
    return text
