"""Temporal tagging (TIMEX3 terms): expressions of newswire Arabic as closed intervals of days with their precision.

Rules (``temporal_rules``) are regular expressions over folded text of the same length, tried in their order; an expression
that a rule took is not offered to the next. Relative expressions need the publication date; without it their interval is
None and nothing is guessed. Newspaper convention for bare weekdays: the latest such day up to publication, in a clause
that speaks of the future the next one (gold/GUIDELINES: «a bare weekday in the past tense …»).
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from extract.arabic.temporal import dates as temporal_dates
from extract.arabic.temporal import relative as temporal_relative
from extract.arabic.temporal.anchor import Anchor, Interval
from extract.arabic.temporal.joined import join_days
from extract.arabic.temporal.rules import RULE_CLUES, TimeRules, clues_in
from extract.arabic.temporal.tense import tense
from extract.arabic.temporal.words import fold_letters
from extract.arabic.types import Sentence, TimeExpression, Token

_UNANCHORED: Final = dt.date(2000, 1, 1)  # tells an expression that lacks its anchor from one that is no date; never shown
# «غداً (الخميس)», «ستُعقد»: the rules see letters without them; a tatweel that stands alone is a dash, «4 ــ 6».
_MARKS: Final = re.compile("[\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u0640]")
_PINNED: Final = {"اليوم": 0, "غدا": 1, "امس": -1}
_VALUES: Final[dict[str, Callable[[re.Match[str], Anchor], Interval | None]]] = {
    "hijri_gregorian": temporal_dates.day_month, "hijri": temporal_dates.hijri, "numeric": temporal_dates.numeric,
    "day_range": temporal_dates.day_month, "ordinal_day": temporal_dates.day_month, "day_of_month": temporal_dates.day_of_month, "first_day": temporal_dates.day_month, "day_month": temporal_dates.day_month, "month_part": temporal_dates.month, "month": temporal_dates.month,
    "quarter": temporal_dates.quarter, "decade": temporal_dates.decade, "season": temporal_dates.season, "year": temporal_dates.year,
    "relative_day": temporal_relative.relative_day, "next_day": temporal_relative.told_day, "same_day": temporal_relative.told_day, "weekday": temporal_relative.weekday,
    "unit": temporal_relative.unit, "ago": temporal_relative.ago, "ago_one": temporal_relative.ago, "past_span": temporal_relative.past_span,
}  # fmt: skip
_COUNTED: Final = {"next_day": 1, "same_day": 0}  # days from the one named before
_TENSED: Final = frozenset((temporal_dates.day_month, temporal_dates.month, temporal_dates.season, temporal_relative.weekday))  # whose value hangs on the tense


def find_times(text: str, tokens: list[Token], sentences: list[Sentence], published: dt.date | None, rules: TimeRules, no_verbs: Sequence[int] = ()) -> list[TimeExpression]:
    """Temporal expressions of ``text`` in reading order.

    «اجتمعا الثلاثاء» with published 2026-11-19 (a Thursday) → 2026-11-17, day, relative.
    «في 25 نوفمبر 2025» → 2025-11-25, day, explicit, whatever the publication date.
    ``no_verbs`` are the offsets of names that are spelled like a verb to come: «ستيفان سيجورنيه».
    """
    folded = fold_letters(text)
    marks = [at for m in _MARKS.finditer(folded) if folded[at := m.start()] != "\u0640" or not _is_dash(folded, at)]
    plain = "".join([folded[a:b] for a, b in zip([0, *(at + 1 for at in marks)], [*marks, len(folded)], strict=True)]) if marks else folded
    published = _pinned(plain, published, rules)
    before = [at - k for k, at in enumerate(marks)]  # letters before each mark: offsets in ``plain`` and in ``text``
    starts = [s.start - bisect_left(marks, s.start) for s in sentences]
    told = list(plain) if no_verbs else []
    for at in no_verbs:
        told[at - bisect_left(marks, at)] = "-"
    clauses = "".join(told) or plain  # what tells the tense
    out: list[TimeExpression] = []
    for k, clues in clues_in(plain, starts, tokens, sentences, rules):
        first, end = starts[k], sentences[k].end
        last = end - bisect_left(marks, end)
        for rule, a, b, interval in _in_sentence(plain[first:last], clauses[first:last], clues, published, rules):
            start, final = first + a, first + b - 1
            start, end = start + bisect_right(before, start), final + bisect_right(before, final) + 1
            date_from, date_to, precision, basis = interval
            out.append(TimeExpression(start, end, text[start:end], date_from, date_to, precision, basis, rule))
    return join_days(_anchored(sorted(out, key=lambda t: t.start)), text)


def day_filed(times: list[TimeExpression], dateline: tuple[int, int] | None) -> dt.date | None:
    """The day on which an agency's dateline dates an article: «الرياض 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس»; None where it tells no year."""
    if dateline is None:
        return None
    return next((t.date_from for t in times if dateline[0] <= t.start and t.end <= dateline[1] and t.precision == "day" and t.basis == "explicit" and t.date_from is not None), None)


def _is_dash(folded: str, tatweel: int) -> bool:
    """Whether a tatweel stands for a dash: behind a space or a digit."""
    before = folded[tatweel - 1] if tatweel else ""
    return before.isspace() or before.isdecimal()


def _in_sentence(
    part: str, clauses: str, clues: set[str], published: dt.date | None, rules: TimeRules
) -> list[tuple[str, int, int, tuple[dt.date | None, dt.date | None, str, str]]]:
    """Rule, span in ``part`` and value of each expression of one sentence, in the order of the rules; ``clauses`` is ``part`` for the tense."""
    taken = bytearray(len(part))  # which characters belong to an expression already
    out: list[tuple[str, int, int, tuple[dt.date | None, dt.date | None, str, str]]] = []
    for name, rule in rules.rules:
        if not RULE_CLUES[name] <= clues:
            continue
        value = _VALUES[name]
        for match in rule.finditer(part):
            a, b = match.span()
            while b > a and part[b - 1] in " (،,":
                b -= 1
            if b <= a or taken.find(1, a, b) >= 0:
                continue
            try:
                anchor = Anchor(published or _UNANCHORED, tense(clauses, a, b, weekday=value is temporal_relative.weekday) if value in _TENSED else None, rules.words)
                interval = value(match, anchor)
                anchored = published is not None or value(match, Anchor(None, None, rules.words)) is not None
            except (ValueError, OverflowError):
                continue  # the 31st of a short month, a year that no calendar has
            if interval is None:
                continue
            taken[a:b] = b"\1" * (b - a)
            out.append((name, a, b, interval if anchored else (None, None, "unknown", interval[3])))
    return out


def _anchored(found: list[TimeExpression]) -> list[TimeExpression]:
    """«في اليوم التالي» and «في اليوم نفسه» counted from the day named before them; without one they have no day."""
    out: list[TimeExpression] = []
    last: dt.date | None = None
    for time in found:
        if time.rule in _COUNTED:
            day = last + dt.timedelta(_COUNTED[time.rule]) if last else None
            time = replace(time, date_from=day, date_to=day, precision="day" if day else "unknown", basis="inferred")
        last = time.date_from if time.precision == "day" else last
        out.append(time)
    return out


def _places(text: str, words: Iterable[str]) -> list[int]:
    """Where any of ``words`` stands in ``text``, in order; they do not overlap."""
    found = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            found.append(at)
            at = text.find(word, at + len(word))
    return sorted(found)


def _pinned(folded: str, published: dt.date | None, rules: TimeRules) -> dt.date | None:
    """The publication day as «غدا (الخميس)» or «اليوم الأحد» pin it, at most three days from the one given."""
    if published is None:
        return None
    match = next((m for at in _places(folded, _PINNED) if (m := rules.pinned_day.match(folded, at))), None)
    if match is None:
        return published
    for distance in (0, -1, 1, -2, 2, -3, 3):
        day = published + dt.timedelta(distance)
        if (day + dt.timedelta(_PINNED[match["r"]])).weekday() == rules.words.weekdays[match["w"]]:
            return day
    return published
