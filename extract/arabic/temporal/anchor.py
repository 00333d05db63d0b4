"""What the value of a temporal expression is counted from, and what it is: an interval of days."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import NamedTuple

from extract.arabic.temporal.words import TimeWords

Interval = tuple[dt.date, dt.date, str, str]  # from, to, precision, basis


class Anchor(NamedTuple):
    """The day that relative expressions are counted from, and what the clause says of its time."""

    day: dt.date | None  # of publication; None where it is not known
    future: bool | None  # the tense of the clause, see ``temporal_tense.tense``
    words: TimeWords

    def direction(self, written: str | None) -> int | None:
        """-1 for past (الماضي), 0 for current (الجاري, نفسه), 1 for next (المقبل), None where nothing is said."""
        return self.words.directions.get(written, 0) if written else None


def single_day(day: dt.date, basis: str) -> Interval:
    """The interval of one day: «أمس»."""
    return day, day, "day", basis


def month_bounds(year: int, month: int) -> tuple[dt.date, dt.date]:
    """The first and the last day of a month: «في مايو»."""
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
