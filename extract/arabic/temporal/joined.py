"""Two days that are told as one span: «اليوم وغدا», «الخميس والجمعة», «من الثلاثاء إلى الخميس»; or that bound an open one, «مايو أو مطلع يونيو»."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Final

from extract.arabic.types import TimeExpression

_NAMED: Final = frozenset(("relative_day", "weekday"))
_MONTHS: Final = frozenset(("month", "month_part"))
_OR, _OPEN = frozenset(("أو", "او")), 92  # days from the first to the last of two months that are left open
_UP_TO: Final = frozenset(("إلى", "الى", "حتى", "وحتى"))
_LONGEST: Final = 6  # days from the first to the last


def join_days(times: list[TimeExpression], text: str) -> list[TimeExpression]:
    """``times`` with each pair of days named side by side as one: «اليوم وغدا» on 18 November → 18 to 19 November."""
    out: list[TimeExpression] = []
    for time in times:
        before = out[-1] if out else None
        joined = None
        if before is not None and before.rule in _NAMED and time.rule in _NAMED:
            joined = _joined(before, time, text)
        elif before is not None and before.rule in _MONTHS and time.rule in _MONTHS:
            joined = _either(before, time, text)
        if joined is None:
            out.append(time)
        else:
            out[-1] = joined
    return out


def _joined(first: TimeExpression, last: TimeExpression, text: str) -> TimeExpression | None:
    """One expression for two days, or None where they are not told as a span or the last does not follow the first."""
    between = text[first.end : last.start].strip()
    opening = text[max(0, first.start - 8) : first.start].split()[-1:]
    through = opening == ["من"] and between in _UP_TO or opening == ["بين"] and not between  # «بين الأربعاء والجمعة»
    side_by_side = not between and last.text.startswith("و") or between in _OR
    if not through and not side_by_side or first.date_from != first.date_to:
        return None
    start, end = first.date_from, last.date_from
    if start is None or end is None:
        return replace(first, end=last.end, text=text[first.start : last.end]) if start is end else None
    days = (end - start).days
    if first.rule == last.rule == "weekday":
        days %= 7
        directed = last.text.endswith("ين") and len(last.text.split()) > 1
        start, end = (end - dt.timedelta(days), end) if directed else (start, start + dt.timedelta(days))  # «الأحد والاثنين المقبلين»: what is said of the last holds for both
    if not 0 < days <= (_LONGEST if through else 1):
        return None
    return replace(first, end=last.end, text=text[first.start : last.end], date_from=start, date_to=end)


def _either(first: TimeExpression, last: TimeExpression, text: str) -> TimeExpression | None:
    """One expression for two months of which either may be meant: «في مايو أو أوائل يونيو»; None where they are not told so or lie far apart."""
    if text[first.end : last.start].strip() not in _OR:
        return None
    whole = replace(first, end=last.end, text=text[first.start : last.end])
    if first.date_from is None or last.date_to is None:
        return whole if first.date_from is None and last.date_to is None else None
    return replace(whole, date_to=last.date_to) if 0 < (last.date_to - first.date_from).days <= _OPEN else None
