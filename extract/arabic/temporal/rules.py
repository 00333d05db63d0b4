"""The rules of temporal tagging: regular expressions over folded text, and the clues without which none is tried."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Final, NamedTuple

from extract.arabic.memo import Memo
from extract.arabic.temporal.words import TimeWords, longest_first
from extract.arabic.types import Sentence, Token

_B, _E = r"(?<![\w])", r"(?![\w])"
_PRE: Final = r"(?:[وف]?[بل]?)"
_YEAR: Final = r"(?:\s*(?:من\s+)?(?:العام|عام|سنه)?\s*,?\s*(?P<y>(?:1[89]|20)\d\d)(?!\d)\s?(?:م(?!\w))?)?"
_DAY_OF: Final = r"(?:من\s+)?(?:شهر\s+)?"
_PART_OF: Final = "نهايه|اواخر|مطلع|اوايل|بدايه|منتصف|اواسط"
SEASONS: Final = {"ربيع": (3, 6), "صيف": (6, 9), "خريف": (9, 12), "شتاء": (1, 3)}  # first and last month of each

# What a sentence must hold before a rule is tried on it: plain substring tests cost a tenth of the rules.
RULE_CLUES: Final[dict[str, frozenset[str]]] = {
    name: frozenset(clues.split())
    for name, clues in {
        "hijri_gregorian": "day_number hijri_year hijri month", "hijri": "day_number hijri_year hijri", "numeric": "parted", "day_range": "day_number month", "ordinal_day": "ordinal month", "day_of_month": "current", "first_day": "first month",
        "day_month": "day_number month", "month_part": "part month", "month": "month", "next_day": "following", "same_day": "day same", "relative_day": "day",
        "weekday": "weekday", "unit": "unit", "ago": "ago counted", "ago_one": "ago counted", "past_span": "span", "quarter": "quarter",
        "decade": "decade", "year": "year_number", "season": "season",
    }.items()
}  # fmt: skip
_CLUES: Final[dict[str, tuple[str, ...]]] = {
    "current": ("الجاري", "الحالي", "المقبل", "القادم", "الماضي", "المنصرم"), "day": ("اليوم", "غد", "امس", "البارحه", "الليله", "لليوم"), "unit": ("الاسبوع", "الشهر", "العام", "السنه"),
    "ago": ("قبل", "منذ", "بعد"), "span": ("الماضيه", "المقبله", "القادمه", "الاخيره"), "quarter": ("الربع",),
    "decade": ("ينيات", "ينات"), "season": tuple(SEASONS), "first": ("غره", "فاتح"), "part": tuple(_PART_OF.split("|")), "following": ("التالي", "يليه"), "same": ("نفس", "ذات"),
    "counted": ("ايام", "يوم", "اسابيع", "اسبوع", "شهر", "شهور", "اعوام", "عام", "سنوات", "سنه", "سنتين", "ساعات", "ساعه"),
}  # fmt: skip
_DIGITS: Final = re.compile(r"\d+")
_PARTED: Final = re.compile(r"\s?/\s?\d|[-.]\d")  # what stands behind a number that is the day, month or year of a date in figures


class TimeRules(NamedTuple):
    """The rules in the order in which they are tried, made once of the words of time."""

    words: TimeWords
    rules: tuple[tuple[str, re.Pattern[str]], ...]
    hints: Memo[str, frozenset[str]]  # match key of a token → the kinds of clues in it
    short_months: re.Pattern[str]  # «آب», which is sought as a word of its own
    pinned_day: re.Pattern[str]  # «غدا (الخميس)», matched where its first word stands


def compile_rules(words: TimeWords) -> TimeRules:
    """The rules for the words of one lexicon; takes a tenth of a second: «يوم 5 مايو», «الأسبوع الماضي»."""
    clues = _CLUES | {"month": [w for w in words.months if w not in words.short_months], "hijri": list(words.hijri), "weekday": list(words.weekdays), "ordinal": list(words.ordinal_days)}
    weekday = _any_of(words.weekdays)
    return TimeRules(
        words,
        tuple((name, re.compile(pattern)) for name, pattern in _patterns(words)),
        Memo(partial(_hints, _by_beginning(dict.fromkeys((word.split()[0], clue) for clue, of_kind in clues.items() for word in of_kind)))),
        re.compile("|".join(_alone(name) for name in words.short_months)),
        re.compile(rf"{_B}(?P<r>اليوم|غدا|امس)\s*[،,]?\s*\(?\s*(?P<w>{weekday})\b"),
    )


def _by_beginning(clues: Iterable[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
    """Words with the kind of clue that each is, by their first two letters."""
    out: dict[str, list[tuple[str, str]]] = {}
    for word, clue in clues:
        out.setdefault(word[:2], []).append((word, clue))
    return out


def _hints(clues: dict[str, list[tuple[str, str]]], norm: str) -> frozenset[str]:
    """The kinds of clues in a folded word, wherever in it they stand: «وباليوم» → {day, counted}; ``clues`` are words by their first two letters."""
    found = [clue for i in range(len(norm) - 1) for word, clue in clues.get(norm[i : i + 2], ()) if norm.startswith(word, i)]
    return frozenset(found)


def _alone(name: str) -> str:
    """The expression of a word by itself, proclitics allowed; it begins with the letters, which are sought faster so."""
    clitics = ("", "[وفبل]", "[وف][بل]")
    before = "|".join(f"(?<={c}{name})(?<![^\\W\\d]{c}{name})" for c in clitics)
    return rf"{name}(?!\w)(?:{before})"


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, longest_first(words)))


_TO: Final = r"(?:او\s|و|[-–—]|ـ{1,4}|الي\s|حتي\s)"  # between the first day and the last, or the earliest and the latest; many type tatweel for a dash


def _patterns(words: TimeWords) -> list[tuple[str, str]]:
    """Name and expression of each rule; what an earlier one took is not offered to a later."""
    month, weekday, hijri = _any_of(words.months), _any_of(words.weekdays), _any_of(words.hijri)
    month = rf"(?:{month})(?:(?:\s*[/\-(]\s*|\s)(?:{month})(?!\w)\)?)?"
    rel, parts = f"(?:{'|'.join(words.directions)})", "|".join(words.day_parts)  # in the order of the table, longer forms first where it counts
    seasons = "|".join(SEASONS)
    count = rf"(?:\d{{1,3}}|{_any_of(words.counts)})"
    return [
        ("hijri_gregorian", rf"{_B}\d{{1,2}}(?:\s*[-–]\s*\d{{1,2}})?\s+(?:{hijri})\s+1[34]\d\d\s*ه?ـ?\s*(?:الموافق|\()\s*(?P<d>\d{{1,2}})(?:\s*[-–]\s*(?P<d2>\d{{1,2}}))?\s+{_DAY_OF}(?P<m>{month}){_E}{_YEAR}"),
        ("hijri", rf"{_B}(?:(?P<d1>\d{{1,2}})(?:\s+(?P<h1>{hijri}))?\s*{_TO}\s*)?(?P<d>\d{{1,2}})\s+(?:من\s+)?(?P<h>{hijri})\s+(?P<hy>1[34]\d\d)\s*(?:هـ|ه)?"),
        ("numeric", rf"(?:{_B}{_PRE}(?:يوم\s+)?(?:{weekday})[،,]?\s+|(?<![\d/.-]))(?:(?P<d1>\d{{1,2}})\s*{_TO}\s*)?(?P<a>\d{{1,4}})(?P<sep>\s?/\s?|[\-.])(?P<b>\d{{1,2}})(?P=sep)(?P<c>\d{{2,4}})(?![\d/-])"),
        # one day before two: «السابع والعشرين من مايو» is no range, «الثالث والرابع من مايو» is
        ("ordinal_day", rf"{_B}(?<!الاسبوع )(?<!النصف )(?<!الثلث )(?<!الربع )(?<!العقد ){_PRE}(?:يوم\s+|يومي\s+)?(?:من\s+)?(?:(?P<o1>{_any_of(words.ordinal_days)})\s+(?:و|الي\s+|وحتي\s+|حتي\s+))??(?P<o>{_any_of(words.ordinal_days)})\s+من\s+(?:شهر\s+)?(?P<m>{month}){_E}{_YEAR}(?:\s+(?P<rel>{rel}){_E})?"),
        ("day_of_month", rf"{_B}(?:في|يوم|يومي|بتاريخ|حتي)\s+(?:(?P<o>{_any_of(words.ordinal_days)})\s+من|(?:(?P<d1>\d{{1,2}})\s*{_TO}\s*)?(?:ال\s?)?(?P<d>\d{{1,2}})(?:\s+من)?)\s+(?:الشهر\s+)?(?P<rel>الجاري|الحالي|المقبل|القادم|الماضي|المنصرم){_E}"),
        ("first_day", rf"{_B}{_PRE}(?:يوم\s+)?(?:(?:{weekday})[،,]?\s+)?(?:غره|(?:ال)?فاتح)\s+{_DAY_OF}(?P<m>{month}){_E}{_YEAR}(?:\s+(?P<rel>{rel}){_E})?"),
        ("day_range", rf"{_B}{_PRE}(?:يومي\s+|الفتره\s+)?(?:من\s+|بين\s+|ما بين\s+)?(?:(?:{weekday})\s+(?:و(?:{weekday})\s+)?)?(?P<d>\d{{1,2}})\s*{_TO}\s*(?P<d2>\d{{1,2}})\s+{_DAY_OF}(?P<m>{month}){_E}{_YEAR}(?:\s+(?P<rel>{rel}){_E})?"),
        ("day_month", rf"{_B}{_PRE}(?:يوم\s+)?(?:(?P<w>{weekday})[،,]?\s+)?(?:\(?الموافق\s+(?:ل?يوم\s+)?|بتاريخ\s+)?(?:ال\s?)?(?P<d>\d{{1,2}})\s*(?:/\s*)?{_DAY_OF}(?P<m>{month}){_E}{_YEAR}(?:\s+(?P<rel>{rel}){_E})?"),
        ("month_part", rf"{_B}{_PRE}(?P<part>{_PART_OF})\s+(?:شهر\s+)?(?P<m>{month}){_E}{_YEAR}(?:\s+(?P<rel>{rel}){_E})?"),
        ("month", rf"{_B}{_PRE}(?:شهر\s+)?(?P<m>{month}){_E}{_YEAR}(?:\s+(?P<rel>{rel}){_E})?"),
        ("next_day", rf"{_B}{_PRE}اليوم\s+(?:التالي|الذي يليه){_E}"),
        ("same_day", rf"{_B}{_PRE}(?:مساء\s+|صباح\s+)?(?:اليوم\s+(?:نفسه|ذاته)|(?:نفس|ذات)\s+اليوم){_E}"),
        ("relative_day", rf"{_B}{_PRE}(?:مساء\s+|صباح\s+|ظهر\s+|فجر\s+)?(?:يوم\s+)?(?P<r>اليوم(?!\s+السابق)|غدا|الغد|غد|امس الاول|اول من امس|اول امس|امس|البارحه الاولي|البارحه|بعد غد|الليله الماضيه|الليله|(?<!\w)لليوم(?=\s+ال)){_E}\s*[،,]?\s*(?:يوم\s+)?\(?\s*(?:(?P<w>{weekday})\b)?\s*\)?"),
        ("weekday", rf"{_B}{_PRE}(?:(?:{parts})\s+)?(?:يوم\s+|نهار\s+)?(?P<w>{weekday}){_E}(?:\s+(?P<rel>{rel}){_E})?(?:\s+(?:{parts}){_E})?"),
        # «في الخريف», «هذا الصيف», «الصيف المقبل», «ربيع 2017», «صيف العام الماضي»; no «اجتماعات الربيع», «الربيع العربي», «في الصيف من كل عام», «ربيع الأول»
        (
            "season",
            rf"{_B}{_PRE}(?:(?:{_PART_OF})\s+)?(?P<s1>{seasons})\s+(?:(?:(?:ال)?عام\s+|سنه\s+)?(?P<y>(?:19|20)\d\d)(?!\d)|العام\s+(?P<rel1>{rel}){_E}|هذا\s+العام{_E})"
            rf"|{_B}{_PRE}(?:(?:في|خلال|بحلول)\s+)?(?:(?:{_PART_OF})\s+)?(?:هذا\s+ال(?P<s2>{seasons}){_E}|ال(?P<s3>{seasons})\s+(?P<rel2>{rel}){_E})"
            rf"|{_B}[وف]?(?:في|خلال|بحلول)\s+(?:(?:{_PART_OF})\s+)?ال(?P<s4>{seasons}){_E}(?!\s+(?:العربي|من كل))(?P<of>\s+من\s+(?:هذا\s+)?العام(?:\s+(?P<rel3>{rel}){_E})?)?",
        ),
        ("unit", rf"{_B}{_PRE}(?:(?P<part>{_PART_OF}|وقت سابق(?:\s+من)?|وقت لاحق(?:\s+من)?)\s+)?(?P<here>هذا\s+|هذه\s+)?(?P<u>الاسبوع|الشهر|العام|السنه)(?:\s+(?P<rel>{rel}|نفسه){_E})?{_E}"),
        ("ago", rf"{_B}(?P<s>قبل|منذ|بعد)\s+(?:(?<!منذ )(?P<about>نحو|حوالي|قرابه|زهاء)\s+)?(?P<n>{count})(?:\s+(?P<u2>ايام|يوما|يوم|اسابيع|اسبوعا|اشهر|شهرا|شهور|اعوام|سنوات|عاما|سنه|ساعات|ساعه)){_E}"),
        ("ago_one", rf"{_B}(?P<s>قبل|منذ|بعد)\s+(?P<n>يومين|اسبوعين|شهرين|عامين|سنتين|يوم|اسبوع|شهر|عام|سنه){_E}"),
        ("past_span", rf"{_B}(?:خلال|في|طوال|علي مدي)\s+(?:الـ?\s?)?(?P<n>{count})?\s*(?:ال)?(?P<u2>ايام|يوما|اسابيع|اسبوعا|اشهر|شهرا|اعوام|سنوات|عاما|ساعه|ساعات)\s+(?:ال(?P<n2>{count})\s+)?(?P<rel>الماضيه|المقبله|القادمه|الاخيره){_E}"),
        ("quarter", rf"{_B}الربع\s+(?P<q>الاول|الثاني|الثالث|الرابع)\s+من\s+(?:عام\s+|العام\s+|سنه\s+)?(?:(?P<y>(?:19|20)\d\d)|(?P<rel>{rel}))"),
        ("decade", rf"{_B}(?:اوايل|اواخر|منتصف|في|خلال)?\s{{0,3}}(?P<dec>الخمسينيات|الستينيات|السبعينيات|الثمانينيات|التسعينيات|الستينات|السبعينات|الثمانينات|التسعينات){_E}"),
        ("year", rf"{_B}{_PRE}(?:(?:عام|العام|سنه|منذ|في|حتي|بحلول|خلال)\s+(?:عام\s+|العام\s+)?|في)(?P<y>(?:19|20)\d\d)(?!\d)"),
    ]  # fmt: skip


def clues_in(plain: str, starts: Sequence[int], tokens: Sequence[Token], sentences: Sequence[Sentence], rules: TimeRules) -> list[tuple[int, set[str]]]:
    """Which sentences hold words of time, in order, and the kinds of them: «يوم 5 مايو» → {counted, day_number, month}.

    ``starts`` are the sentences' offsets in ``plain``, their folded text.
    """
    found: dict[int, set[str]] = {}
    hinted = rules.hints
    for k, sentence in enumerate(sentences):
        clues: set[str] | None = None
        for token in tokens[sentence.first_token : sentence.last_token]:
            hints = hinted[token.norm]
            if len(hints) > 0:
                clues = clues | hints if clues else {*hints}
        if clues:
            found[k] = clues
    for match in _DIGITS.finditer(plain):
        end = match.end()
        digits = found.setdefault(bisect_right(starts, end - 1) - 1, set())
        written = match.group()
        if len(written) < 3:
            digits.add("day_number")
        elif len(written) == 4:
            digits.add("hijri_year" if written[0] == "1" and written[1] in "34" else "year_number")
        if _PARTED.match(plain, end):
            digits.add("parted")
    for match in rules.short_months.finditer(plain):
        found.setdefault(bisect_right(starts, match.start()) - 1, set()).add("month")
    return sorted((k, clues) for k, clues in found.items() if k >= 0)
