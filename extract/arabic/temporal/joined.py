"""Two days that are told as one span: «اليوم وغدا», «الخميس والجمعة», «الأحد والاثنين المقبلين», «من الثلاثاء إلى الخميس»."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from extract.arabic.types import TimeExpression

_NAMED = frozenset(("relative_day", "weekday"))
_UP_TO = frozenset(("إلى", "الى", "حتى", "وحتى"))
_LONGEST = 6  # days from the first to the last


def join_days(times: list[TimeExpression], text: str) -> list[TimeExpression]:
    """``times`` with each pair of days named side by side as one: «اليوم وغدا» on 18 November → 18 to 19 November."""
    out: list[TimeExpression] = []
    for time in times:
        before = out[-1] if out else None
        joined = _joined(before, time, text) if before is not None and before.rule in _NAMED and time.rule in _NAMED else None
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
    side_by_side = not between and last.text.startswith("و")
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
