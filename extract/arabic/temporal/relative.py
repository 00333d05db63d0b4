"""Values of expressions counted from the day of publication: «أمس», «الثلاثاء», «الأسبوع الماضي», «قبل ثلاثة أيام».

Each function takes a match of its rule (see ``temporal_rules``) and the anchor; it gives the interval, or None where the
anchor is not known.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from extract.arabic.temporal.anchor import Anchor, Interval, month_bounds, single_day

_SHIFTS: Final = {"اليوم": 0, "لليوم": 0, "الليله": 0, "بعد غد": 2, "اول امس": -2, "اول من امس": -2, "امس الاول": -2, "البارحه الاولي": -2, "امس": -1, "البارحه": -1, "الليله الماضيه": -1}
_TOMORROW: Final = 1
_SUNDAY: Final = 6
_BEFORE_TWO, _TO_A_DAY = re.compile(r"(?:^|\W)و?(?:ان|مع|بين|هذين|هولاء)\s+$"), re.compile(r"\s{1,9}(?:وال|و?حتي\s|الي\s)")


def relative_day(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """«اليوم», «غدا (الخميس)», «أمس الأول»: a weekday beside it is believed over the word."""
    ref = anchor.day
    if ref is None:
        return None
    day = ref + dt.timedelta(_SHIFTS.get(m["r"], _TOMORROW))
    if m["w"] and anchor.words.weekdays[m["w"]] != day.weekday():
        near = [ref + dt.timedelta(i) for i in range(-6, 7)]
        day = min((d for d in near if d.weekday() == anchor.words.weekdays[m["w"]]), key=lambda d: abs((d - day).days))
    return single_day(day, "relative")


def told_day(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """«في اليوم التالي», «في اليوم نفسه», whose day ``temporal.find_times`` counts from the one named before."""
    return single_day(anchor.day, "inferred") if anchor.day else None


def weekday(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """«الثلاثاء»: the latest up to publication, where the clause speaks of the future the next one."""
    ref = anchor.day
    if ref is None or m["w"] == "الاثنين" and _is_two(m):
        return None
    ahead = (anchor.words.weekdays[m["w"]] - ref.weekday()) % 7
    direction = anchor.direction(m["rel"])
    if direction == 1:
        return single_day(ref + dt.timedelta(ahead or 7), "relative")
    if direction == -1:
        return single_day(ref - dt.timedelta((7 - ahead) % 7 or 7), "relative")
    return single_day(ref + dt.timedelta(ahead) if anchor.future else ref - dt.timedelta((7 - ahead) % 7), "relative")


def _is_two(m: re.Match[str]) -> bool:
    """Whether «الاثنين» is «the two»: «التقى بالاثنين», «إن الاثنين في طريقهما»; not «بين الاثنين والأربعاء», «إن الاثنين المقبل»."""
    words = m.group().split()
    if m["rel"] or len(words) > 1:
        return False
    return words[0].endswith("بالاثنين") or bool(_BEFORE_TWO.search(m.string, 0, m.start())) and not _TO_A_DAY.match(m.string, m.end())


def unit(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """«الأسبوع الماضي», «مطلع الشهر», «هذا العام»: a week begins on Monday, and past ones on Sunday where it is Sunday."""
    ref = anchor.day
    direction = anchor.direction(m["rel"]) if m["rel"] else 0 if m["here"] or m["part"] else None
    if ref is None or direction is None:
        return None
    if m["u"] == "الاسبوع":
        past_on_sunday = direction == -1 and ref.weekday() == _SUNDAY  # «الأسبوع الماضي» on a Sunday is the one that ended the day before
        first = ref - dt.timedelta(7 if past_on_sunday else ref.weekday() - 7 * direction)
        return first, first + dt.timedelta(6), "week", "relative"
    if m["u"] == "الشهر":
        index = ref.month - 1 + direction
        return *month_bounds(ref.year + index // 12, index % 12 + 1), "month", "relative"
    return dt.date(ref.year + direction, 1, 1), dt.date(ref.year + direction, 12, 31), "year", "relative"


def ago(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """«قبل ثلاثة أيام», «منذ شهرين», «بعد أسبوع», «قبل نحو عشرة أشهر»; «قبل نحو عشرة أيام» is no finer than a week."""
    groups = m.groupdict()
    count, unit_of_time = groups["n"], groups.get("u2") or groups["n"]
    if anchor.day is None or unit_of_time.startswith("ساع"):
        return None
    number = int(count) if count.isdigit() else anchor.words.counts.get(count, 2 if count.endswith("ين") and not groups.get("u2") else 1)
    if unit_of_time.startswith(("يوم", "ايام")):
        days, precision = number, "week" if groups.get("about") else "day"
    elif "سبوع" in unit_of_time or unit_of_time == "اسابيع":
        days, precision = 7 * number, "week"
    elif unit_of_time.startswith(("شهر", "اشهر", "شهور")):
        days, precision = 30 * number, "month"
    else:
        days, precision = 365 * number, "year"
    day = anchor.day + dt.timedelta(days if m["s"] == "بعد" else -days)
    return day, day, precision, "relative"


def past_span(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """«خلال الأيام الثلاثة الماضية», «خلال الـ24 ساعة الماضية», «خلال الأشهر المقبلة»."""
    ref = anchor.day
    if ref is None:
        return None
    count = m["n"] or m["n2"] or ""
    number = int(count) if count.isdigit() else anchor.words.counts.get(count, 3)
    unit_of_time = m["u2"]
    days = number * (0 if unit_of_time.startswith("ساع") else 1 if "يوم" in unit_of_time or unit_of_time == "ايام" else 7 if "سبوع" in unit_of_time or unit_of_time == "اسابيع" else 30 if "شهر" in unit_of_time else 365)
    days = days or max(1, number // 24)
    ahead = m["rel"] in ("المقبله", "القادمه")
    span = (ref, ref + dt.timedelta(days)) if ahead else (ref - dt.timedelta(days), ref)
    return *span, "day" if days <= 1 else "week" if days <= 10 else "month" if days < 300 else "year", "relative"
