"""Values of dates that name a day, month, quarter, decade or year of a calendar: «25 نوفمبر 2025», «3 رمضان 1445 هـ».

Each function takes a match of its rule (see ``temporal_rules``) and the anchor; it gives the interval, or None where the
words are no date or lack the anchor that they need. ValueError and OverflowError tell of a day that no calendar has.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Final

from hijridate import Hijri

from extract.arabic.temporal.anchor import Anchor, Interval, month_bounds, single_day
from extract.arabic.temporal.rules import SEASONS

_SAID_OF_MONTH: Final = re.compile(r"(?<!\w)و?(?:في|خلال|منذ|حتي|بحلول|شهر)\s+$")  # «في مارس»
_TOLD: Final = re.compile(r"(?<!\w)[وف]?(?:اعلن|قال|اكد|اتفق|ت?وافق|تعهد|ابلغ|الغ[يا]|قرر|توقع|اضاف|كشف|افاد|ذكر|اشار|اعرب)\w*|(?:ال)?(?:متوقع|مقرر|مرتقب|منتظر|مزمع|ممكن)|(?<!\w)(?:علي|عن|قبل|في|الي|بشان)\s+(?:عقد|اجراء|تنظيم)|(?<!\w)و?س[يتن]\w{3,}")
_TOLD_REACH: Final = 160  # code points before a date in which the verb that tells it stands
_NEAR: Final = 65  # days of publication within which a day without a year lies, whatever the tense of the verb beside it
_BY_YEAR: Final = re.compile(r"\s{0,9}(?:من\s+)?(?:(?:ال)?عام|السنه)\s+(?P<rel>\w+)")  # «في يوليو من العام الماضي»
_QUARTERS: Final = ("الاول", "الثاني", "الثالث", "الرابع")
_TENS: Final = {"خ": 50, "ست": 60, "سب": 70, "ث": 80, "ت": 90}


def numeric(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """«12/6/2024», «2024-06-12», «3/9/1445»."""
    a, b, c = int(m["a"]), int(m["b"]), int(m["c"])
    if m["d1"] and int(m["d1"]) < a <= 31 and b <= 12:  # «28 - 30/12/2024»
        days = [(_of_hijri(c, b, d) if 1300 < c < 1500 else single_day(dt.date(c + 2000 if c < 100 else c, b, d), "explicit"))[0] for d in (int(m["d1"]), a)]
        return days[0], days[1], "day", "explicit"
    if 1300 < c < 1500:
        return _of_hijri(c, b, a)
    if a > 31:
        return single_day(dt.date(a, b, c), "explicit") if a > 1800 else None
    year = c + 2000 if c < 100 else c
    return single_day(dt.date(year, b, a) if b <= 12 else dt.date(year, a, b), "explicit")


def day_month(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """«25 نوفمبر», «يومي 15 و16 يونيو/حزيران 2027», «غرة جوان»: without a year the one that tense and anchor make likely."""
    groups = m.groupdict()
    month, day = _month_number(m["m"], anchor), anchor.words.ordinal_days[groups["o"]] if groups.get("o") else int(groups.get("d") or 1)
    direction = anchor.direction(groups.get("rel"))
    if m.string[m.start() - 1 : m.start()] == "(" and anchor.future is not True:
        direction = -1  # «(13 يناير)» beside a name recalls what was
    year = _year_of(m, month, day, direction, anchor)
    if year is None:
        return None
    first = dt.date(year, month, day)
    if groups.get("o1"):
        return dt.date(year, month, anchor.words.ordinal_days[groups["o1"]]), first, "day", "explicit"
    if groups.get("d2"):
        return first, dt.date(year, month, int(groups["d2"])), "day", "explicit"
    return single_day(first, "explicit")


def day_of_month(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """«في 25 الجاري», «يومي 25 و26 الجاري», «في السادس من الشهر المقبل»: a day of the month of publication, of the next, of the last."""
    if anchor.day is None:
        return None
    months = anchor.day.year * 12 + anchor.day.month - 1 + (anchor.direction(m["rel"]) or 0)
    day = anchor.words.ordinal_days[m["o"]] if m["o"] else int(m["d"])
    last = dt.date(months // 12, months % 12 + 1, day)
    first = last.replace(day=int(m["d1"])) if m["d1"] and int(m["d1"]) < day else last
    return first, last, "day", "relative"


def month(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """«فبراير الماضي», «نهاية يونيو القادم», «مايو 2021»."""
    groups = m.groupdict()
    if m["m"] in anchor.words.ordinary and not groups["y"] and not groups["rel"] and not groups.get("part") and not _is_meant(m):
        return None
    number = _month_number(m["m"], anchor)
    direction = anchor.direction(groups.get("rel"))
    year = _year_of(m, number, 28 if direction == 1 else 1, direction, anchor)
    if year is None:
        return None
    first, last = month_bounds(year, number)
    length = (last - first).days + 1
    part = groups.get("part")
    if part in ("نهايه", "اواخر"):
        first = first + dt.timedelta(2 * length // 3)
    elif part in ("منتصف", "اواسط"):
        first, last = first + dt.timedelta(length // 3), first + dt.timedelta(2 * length // 3)
    elif part:
        last = first + dt.timedelta(length // 3)
    return first, last, "month", "explicit"


def _is_meant(m: re.Match[str]) -> bool:
    """Whether a word that is a month and an ordinary word as well is the month: «في مارس», «شهر ماي»; not «مارس ضغوطا»."""
    return "شهر" in m.group() or _SAID_OF_MONTH.search(m.string, max(0, m.start() - 8), m.start()) is not None


def hijri(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """«3 رمضان 1445 هـ», «4-6 ذي الحجة 1422هـ», «29 ذي القعدة - 2 ذي الحجة 1423هـ» by the Umm al-Qura calendar."""
    year, month, day = int(m["hy"]), anchor.words.hijri[m["h"]], int(m["d"])
    last = _of_hijri(year, month, day)
    begins = anchor.words.hijri[m["h1"]] if m["h1"] else month
    first = _of_hijri(year - (begins > month), begins, int(m["d1"])) if m["d1"] and (begins != month or int(m["d1"]) < day) else last
    return first[0], last[1], "day", "explicit"


def quarter(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """«الربع الأول من عام 2027», «… من العام المقبل»."""
    if m["y"]:
        year = int(m["y"])
    elif anchor.day is None:
        return None
    else:
        year = anchor.day.year + (anchor.direction(m["rel"]) or 0)
    first = _QUARTERS.index(m["q"]) * 3 + 1
    return dt.date(year, first, 1), month_bounds(year, first + 2)[1], "month", "explicit"


def season(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """«ربيع 2017», «الصيف الماضي», «في الخريف»: of the year that is written, else of the one that word or tense tells; no finer than a year."""
    first, last = SEASONS[next(w for k in ("s1", "s2", "s3", "s4") if (w := m[k]))]
    if m["y"]:
        return dt.date(int(m["y"]), first, 1), month_bounds(int(m["y"]), last)[1], "year", "explicit"
    if anchor.day is None:
        return None
    direction = anchor.direction(m["rel2"])
    year = anchor.day.year + (anchor.direction(m["rel1"] or m["rel3"]) or 0)
    bare = direction is None and not (m["s1"] or m["s2"] or m["of"])
    if (direction == -1 or bare and anchor.future is False) and anchor.day < dt.date(year, first, 1) or direction == -1 and anchor.day.month <= last:
        year -= 1
    elif (direction == 1 or bare and anchor.future is True) and anchor.day > month_bounds(year, last)[1] or direction == 1 and anchor.day.month >= first:
        year += 1
    return dt.date(year, first, 1), month_bounds(year, last)[1], "year", "relative"


def decade(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """«التسعينيات» of the last century."""
    first = 1900 + next(v for k, v in _TENS.items() if m["dec"][2:].startswith(k))
    return dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "unknown", "explicit"


def year(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """«عام 2019»."""
    return dt.date(int(m["y"]), 1, 1), dt.date(int(m["y"]), 12, 31), "year", "explicit"


def _of_hijri(year: int, month: int, day: int) -> Interval:
    g = Hijri(year, month, day).to_gregorian()
    return single_day(dt.date(g.year, g.month, g.day), "explicit")


def _month_number(written: str, anchor: Anchor) -> int:
    """The month of one name or of two for the same: «حزيران/يونيو», «يونيو حزيران»."""
    months = anchor.words.months
    return months[max((name for name in months if written.startswith(name)), key=len)]


def _told_year(m: re.Match[str], anchor: Anchor) -> str | None:
    """The year that «العام الماضي», «من العام المقبل» behind a day or month tell."""
    behind = _BY_YEAR.match(m.string, m.end())
    if behind is None or anchor.day is None or behind["rel"] not in anchor.words.directions:
        return None
    return str(anchor.day.year + anchor.words.directions[behind["rel"]])


def _year_of(m: re.Match[str], month: int, day: int, direction: int | None, anchor: Anchor) -> int | None:
    """The year that is written, else the likely one; None where neither it nor the publication day is known."""
    written = m["y"] or _told_year(m, anchor)
    if written:
        return int(written)
    told = _TOLD.search(m.string, max(0, m.start() - _TOLD_REACH), m.start()) is not None
    return None if anchor.day is None else _pick_year(month, day, anchor.day, direction, anchor.future, told)


def _pick_year(month: int, day: int, ref: dt.date, direction: int | None, future: bool | None, told: bool) -> int:
    """The year that makes the day the nearest to ``ref`` on the side that words or tense tell.

    ``told`` says that the past verb before it tells what was said, agreed or called off: «أعلن إلغاء القمة المرتقبة في 12 يونيو», written in May.
    """
    years = (ref.year - 1, ref.year, ref.year + 1)
    days = [dt.date(y, month, min(day, calendar.monthrange(y, month)[1])) for y in years]
    nearest = min(days, key=lambda d: abs((d - ref).days))
    if direction is None and (future is True or told) and abs((nearest - ref).days) <= _NEAR:
        return nearest.year
    if direction == 1 or (direction is None and future is True):
        days = [d for d in days if d >= ref.replace(day=1)] or days
    elif direction == -1 or (direction is None and future is False):
        days = [d for d in days if d <= ref] or days
    return min(days, key=lambda d: abs((d - ref).days)).year
