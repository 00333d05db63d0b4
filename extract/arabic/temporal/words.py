"""The closed word classes of dates, in the folded spelling of the rules: months, weekdays, «المقبل», parts of the day, counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

_FOLD: Final = tuple(zip("أإآٱىةؤئی٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹\u00a0_#", "اااايهويي01234567890123456789   ", strict=True))
_SHORT: Final = 3  # letters; a shorter name of a month («آب») is a part of many other words

Row = dict[str, str]


class TimeWords(NamedTuple):
    """Words of time by folded spelling, with what each stands for."""

    months: dict[str, int]  # of the Gregorian calendar, all its names: كانون الثاني، جانفي → 1
    hijri: dict[str, int]
    weekdays: dict[str, int]  # Monday is 0
    directions: dict[str, int]  # القادم → 1, الجاري → 0, الماضي → -1; those that look ahead first
    day_parts: dict[str, int]
    ordinal_days: dict[str, int]  # days of a month in words: الثالث عشر → 13
    counts: dict[str, int]  # numbers in words that count days, weeks, years
    ordinary: frozenset[str]  # months that are ordinary words as well: مارس

    @property
    def short_months(self) -> list[str]:
        """Months of so few letters that they are a part of many other words: «آب»."""
        return [name for name in self.months if len(name) < _SHORT]


def read_time_words(months: list[Row], time_words: list[Row], number_words: list[Row]) -> TimeWords:
    """The words of the rows of seeds/months.csv, seeds/time_words.csv and seeds/number_words.csv: «مايو», «الثلاثاء», «المقبل»."""

    def of_kind(*kinds: str) -> dict[str, int]:
        return {fold_letters(r["word_ar"]): int(r["value"]) for r in time_words if r["kind"] in kinds}

    return TimeWords(
        months={fold_letters(r["name_ar"]): int(r["month"]) for r in months if r["calendar"] == "gregorian"},
        hijri={fold_letters(r["name_ar"]): int(r["month"]) for r in months if r["calendar"] == "hijri"},
        weekdays=of_kind("weekday"),
        directions=of_kind("next", "current", "last"),
        day_parts={fold_letters(r["word_ar"]): n for n, r in enumerate(r for r in time_words if r["kind"] == "day_part")},
        ordinal_days=of_kind("ordinal_day"),
        counts={fold_letters(r["word_ar"]): int(r["value"]) for r in number_words if r["counts_time"] == "true"},
        ordinary=frozenset(fold_letters(r["name_ar"]) for r in months if r["is_also_a_word"] == "true"),
    )


def fold_letters(text: str) -> str:
    """``text`` in the spelling of the rules, letter for letter: أ إ آ → ا, ى → ي, ة → ه, digits → 0-9. Faster than translate."""
    for letter, folded in _FOLD:
        if letter in text:
            text = text.replace(letter, folded)
    return text


def longest_first(words: Iterable[str]) -> list[str]:
    """``words`` in the order in which a rule tries them, so that «كانون الأول» is not cut short."""
    return sorted(words, key=len, reverse=True)
