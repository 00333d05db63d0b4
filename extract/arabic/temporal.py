"""Temporal tagging (TIMEX3 terms): expressions of newswire Arabic as closed intervals of days with their precision.

Rules are regular expressions over folded text of the same length, tried in the order of ``_RULES``; an expression that
a rule took is not offered to the next. Relative expressions need the publication date; without it their interval is
None and nothing is guessed. Newspaper convention for bare weekdays: the latest such day up to publication, in a clause
that speaks of the future the next one (gold/GUIDELINES: «a bare weekday in the past tense …»).
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from hijridate import Hijri

from extract.arabic.temporal_words import (
    CLUES,
    DAY_PARTS,
    HIJRI,
    LAST,
    MONTHS,
    NEXT,
    NUMBERS,
    RULE_CLUES,
    WEEKDAYS,
    alternatives,
    clues_of,
    fold_letters,
)
from extract.arabic.types import Sentence, TimeExpression

Interval = tuple[dt.date, dt.date, str, str]  # from, to, precision, basis

_B, _E = r"(?<![\w])", r"(?![\w])"
_PRE = r"(?:[وف]?[بل]?)"
_MONTH = rf"(?:{alternatives(MONTHS)})(?:\s*[/\-(]\s*(?:{alternatives(MONTHS)})\)?)?"
_WEEKDAY = alternatives(WEEKDAYS)
_REL = rf"(?:{NEXT}|{LAST})"
_YEAR = r"(?:\s*(?:من\s+)?(?:العام|عام|سنه)?\s*,?\s*(?P<y>(?:1[89]|20)\d\d)(?!\d)\s?(?:م(?!\w))?)?"
_DAY_OF = r"(?:من\s+)?(?:شهر\s+)?"
_PART = rf"(?:(?:{DAY_PARTS})\s+)?"
_COUNT = rf"(?:\d{{1,3}}|{alternatives(NUMBERS)})"

_PATTERNS: tuple[tuple[str, str], ...] = (
    ("hijri_gregorian", rf"{_B}\d{{1,2}}(?:\s*[-–]\s*\d{{1,2}})?\s+(?:{alternatives(HIJRI)})\s+1[34]\d\d\s*ه?ـ?\s*(?:الموافق|\()\s*(?P<d>\d{{1,2}})(?:\s*[-–]\s*(?P<d2>\d{{1,2}}))?\s+{_DAY_OF}(?P<m>{_MONTH}){_E}{_YEAR}"),
    ("hijri", rf"{_B}(?P<d>\d{{1,2}})\s+(?:من\s+)?(?P<h>{alternatives(HIJRI)})\s+(?P<hy>1[34]\d\d)\s*(?:هـ|ه)?"),
    ("numeric", rf"(?:{_B}{_PRE}(?:يوم\s+)?(?:{_WEEKDAY})[،,]?\s+|(?<![\d/.-]))(?P<a>\d{{1,4}})(?P<sep>\s?/\s?|[\-.])(?P<b>\d{{1,2}})(?P=sep)(?P<c>\d{{2,4}})(?![\d/-])"),
    ("day_range", rf"{_B}{_PRE}(?:يومي\s+|الفتره\s+)?(?:من\s+|بين\s+|ما بين\s+)?(?:(?:{_WEEKDAY})\s+(?:و(?:{_WEEKDAY})\s+)?)?(?P<d>\d{{1,2}})\s*(?:و\s?|-|–|الي\s+|حتي\s+)(?P<d2>\d{{1,2}})\s+{_DAY_OF}(?P<m>{_MONTH}){_E}{_YEAR}(?:\s+(?P<rel>{_REL}){_E})?"),
    ("day_month", rf"{_B}{_PRE}(?:يوم\s+)?(?:(?P<w>{_WEEKDAY})[،,]?\s+)?(?:\(?الموافق\s+(?:ل?يوم\s+)?)?(?P<d>\d{{1,2}})\s*(?:/\s*)?{_DAY_OF}(?P<m>{_MONTH}){_E}{_YEAR}(?:\s+(?P<rel>{_REL}){_E})?"),
    ("month_part", rf"{_B}{_PRE}(?P<part>نهايه|اواخر|مطلع|اوايل|بدايه|منتصف|اواسط)\s+(?:شهر\s+)?(?P<m>{_MONTH}){_E}{_YEAR}(?:\s+(?P<rel>{_REL}){_E})?"),
    ("month", rf"{_B}{_PRE}(?:شهر\s+)?(?P<m>{_MONTH}){_E}{_YEAR}(?:\s+(?P<rel>{_REL}){_E})?"),
    ("next_day", rf"{_B}{_PRE}اليوم\s+(?:التالي|الذي يليه){_E}"),
    ("relative_day", rf"{_B}{_PRE}(?:مساء\s+|صباح\s+|ظهر\s+|فجر\s+)?(?:يوم\s+)?(?P<r>اليوم|غدا|الغد|غد|امس الاول|اول امس|امس|البارحه|بعد غد|الليله الماضيه|الليله|(?<!\w)لليوم(?=\s+ال)){_E}\s*[،,]?\s*(?:يوم\s+)?\(?\s*(?:(?P<w>{_WEEKDAY})\b)?\s*\)?"),
    ("weekday", rf"{_B}{_PRE}{_PART}(?:يوم\s+|نهار\s+)?(?P<w>{_WEEKDAY}){_E}(?:\s+(?P<rel>{_REL}){_E})?(?:\s+(?:{DAY_PARTS}){_E})?"),
    ("unit", rf"{_B}{_PRE}(?:(?P<part>نهايه|اواخر|مطلع|اوايل|بدايه|منتصف|اواسط|وقت سابق من|وقت لاحق من)\s+)?(?P<here>هذا\s+|هذه\s+)?(?P<u>الاسبوع|الشهر|العام|السنه)(?:\s+(?P<rel>{_REL}|نفسه){_E})?{_E}"),
    ("ago", rf"{_B}(?P<s>قبل|منذ|بعد)\s+(?P<n>{_COUNT})(?:\s+(?P<u2>ايام|يوما|يوم|اسابيع|اسبوعا|اشهر|شهرا|شهور|اعوام|سنوات|عاما|سنه|ساعات|ساعه)){_E}"),
    ("ago_one", rf"{_B}(?P<s>قبل|منذ|بعد)\s+(?P<n>يومين|اسبوعين|شهرين|عامين|سنتين|يوم|اسبوع|شهر|عام|سنه){_E}"),
    ("past_span", rf"{_B}(?:خلال|في|طوال|علي مدي)\s+(?:الـ?\s?)?(?P<n>{_COUNT})?\s*(?:ال)?(?P<u2>ايام|يوما|اسابيع|اسبوعا|اشهر|شهرا|اعوام|سنوات|عاما|ساعه|ساعات)\s+(?:ال(?P<n2>{_COUNT})\s+)?(?P<rel>الماضيه|المقبله|القادمه|الاخيره){_E}"),
    ("quarter", rf"{_B}الربع\s+(?P<q>الاول|الثاني|الثالث|الرابع)\s+من\s+(?:عام\s+|العام\s+|سنه\s+)?(?:(?P<y>(?:19|20)\d\d)|(?P<rel>{_REL}))"),
    ("decade", rf"{_B}(?:اوايل|اواخر|منتصف|في|خلال)?\s{{0,3}}(?P<dec>الخمسينيات|الستينيات|السبعينيات|الثمانينيات|التسعينيات|الستينات|السبعينات|الثمانينات|التسعينات){_E}"),
    ("year", rf"{_B}{_PRE}(?:عام|العام|سنه|منذ|في|حتي|بحلول|خلال)\s+(?:عام\s+|العام\s+)?(?P<y>(?:19|20)\d\d)(?!\d)"),
)  # fmt: skip
_RULES = tuple((name, re.compile(pattern)) for name, pattern in _PATTERNS)
_FUTURE = re.compile(r"(?:^|\W)(?:و?س(?!نغافور|نوات|نه|نوي|نتين|ينا|ياس|يار|يطر|يد|يرغ|يول|ياد|تيف|تون|تين|تال|تراس|توك)[يتن]\S{3,}|(?:ال)?مقرر\w{0,2}|(?:الي اجتماع|الي قمه|لعقد|بشان عقد|علي عقد|الي عقد|عن عقد)|(?:ال)?منتظر|المرتقب|المتوقع|سوف|يعتزم|تعتزم|ال?مزمع|يتوجه|تستضيف|يستضيف|[يت]ستعد\w*|استعدادا\w*|[يت]ترقب|تنطلق|تنعقد|المقبل\w*|القادم\w*|تعقد|يعقد|يزور|تزور|يلتقي)(?!\w)")
_PAST = re.compile(r"(?:^|[\s،\"«(.])[وف]?(?:(?<!المقرر )(?<!المنتظر )(?<!المزمع )(?<!المرتقب )(?<!المتوقع )(?<!يتم )(?<!الي )عقد|عقدت|حضر|زار|زارت|التق\w+|بدا|بدات|اعلن\w*|قال\w*|كان\w*|جري|جرت|استقبل\w*|اكد\w*|اجري\w*|اجرا\w*|اجرت|تلقا\w*|تلقي|تلقت|تلقه|عقده\w*|عقدا|شارك|شاركت|تراس|زارا|وقعت|وقعا|اتفق\w*|تعهد|تعهدت|تطرق\w*|انعقد\w*|انطلق\w*|اختتم\w*|وصل\w*|سبق\w*|بحث\w*|شهد\w*|قتل\w*|اضاف\w*)(?!\w)")
_NAMED_BY_DAY = re.compile(r"(?:^|\W)[ولب]{0,2}(?:ال)?(?:قمه|لقاء|اجتماع|موتمر|جلسه|محادثات)\s+$")
_WAS_PLANNED = re.compile(r"(?:^|\W)و?كانت?\s+\S{0,6}\s?\S*مقرر")  # «كانت مقررة في 12 يونيو» may be past or to come
_UNANCHORED = dt.date(2000, 1, 1)  # tells an expression that lacks its anchor from one that is no date; never shown
_MARKS = re.compile("[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e]")
_LETTER = re.compile(_MARKS.pattern.replace("[", "[^", 1), re.DOTALL)
_BREAK = re.compile(r"[.؟!\n؛]")


def find_times(text: str, sentences: list[Sentence], published: dt.date | None) -> list[TimeExpression]:
    """Temporal expressions of ``text`` in reading order.

    «اجتمعا الثلاثاء» with published 2026-11-19 (a Thursday) → 2026-11-17, day, relative.
    «في 25 نوفمبر 2025» → 2025-11-25, day, explicit, whatever the publication date.
    """
    folded = fold_letters(text)
    marked = _MARKS.search(folded) is not None
    plain = _MARKS.sub("", folded) if marked else folded
    published = _pinned(plain, published)
    present = {clue: [w for w in words if w in plain] for clue, words in CLUES.items()}
    out: list[TimeExpression] = []
    for sentence in sentences:
        part = folded[sentence.start : sentence.end]
        bare = _MARKS.sub("", part) if marked else part  # «غداً (الخميس)», «ستُعقد»: the rules see letters without their marks
        clues = clues_of(bare, present)
        if not clues:
            continue
        where: Sequence[int] = range(len(part))  # offset in the sentence of each character that the rules see
        if len(bare) < len(part):
            where = [m.start() for m in _LETTER.finditer(part)]
            part = bare
        taken = bytearray(len(part))  # which characters belong to an expression already
        for name, rule in _RULES:
            for match in rule.finditer(part) if RULE_CLUES[name] <= clues else ():
                a, b = match.span()
                while b > a and part[b - 1] in " (،,":
                    b -= 1
                if b <= a or any(taken[a:b]):
                    continue
                try:
                    interval = _HANDLERS[name](match, published or _UNANCHORED, _tense(part, a, b))
                    anchored = published is not None or _HANDLERS[name](match, None, None) is not None
                except (ValueError, OverflowError):
                    continue  # the 31st of a short month, a year that no calendar has
                if interval is None:
                    continue
                taken[a:b] = b"\1" * (b - a)
                start, end = sentence.start + where[a], sentence.start + where[b - 1] + 1
                date_from, date_to, precision, basis = interval
                if anchored:
                    out.append(TimeExpression(start, end, text[start:end], date_from, date_to, precision, basis, name))
                else:
                    out.append(TimeExpression(start, end, text[start:end], None, None, "unknown", basis, name))
    return _anchored(sorted(out, key=lambda t: t.start))


def _anchored(found: list[TimeExpression]) -> list[TimeExpression]:
    """«في اليوم التالي» counted from the day named before it; without one it has no day."""
    out: list[TimeExpression] = []
    last: dt.date | None = None
    for time in found:
        if time.rule == "next_day":
            day = last + dt.timedelta(1) if last else None
            time = replace(time, date_from=day, date_to=day, precision="day" if day else "unknown", basis="inferred")
        last = time.date_from if time.precision == "day" else last
        out.append(time)
    return out


def _pinned(folded: str, published: dt.date | None) -> dt.date | None:
    """The publication day as «غدا (الخميس)» or «اليوم الأحد» pin it, at most three days from the one given."""
    if published is None or not any(w in folded for w in ("اليوم", "غدا", "امس")):
        return published
    match = re.search(rf"{_B}(?P<r>اليوم|غدا|امس)\s*[،,]?\s*\(?\s*(?P<w>{_WEEKDAY})\b", folded)
    if not match:
        return published
    shift = {"اليوم": 0, "غدا": 1, "امس": -1}[match["r"]]
    for distance in (0, -1, 1, -2, 2, -3, 3):
        day = published + dt.timedelta(distance)
        if (day + dt.timedelta(shift)).weekday() == WEEKDAYS[match["w"]]:
            return day
    return published


def _tense(part: str, a: int, b: int) -> bool | None:
    """True where the clause round the expression speaks of the future, False of the past, None where it does not tell."""
    before, after = _BREAK.split(part[max(0, a - 160) : a])[-1], _BREAK.split(part[b : b + 60])[0]
    if _NAMED_BY_DAY.search(before) or any(c.isdigit() for c in part[a:b]) and _WAS_PLANNED.search(before):
        return None  # «قال إن قمة 12 يونيو …»: the day names the event, the tense is of the saying
    future = [m.start() for m in _FUTURE.finditer(before)]
    past = [m.start() for m in _PAST.finditer(before)]
    if future and (not past or future[-1] > past[-1]):
        return True
    if past:
        return False
    return True if _FUTURE.search(after) else None


def _months(year: int, month: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def _month_number(written: str) -> int:
    return next(MONTHS[p] for p in re.split(r"\s*[/\-(]\s*", written.rstrip(")")) if p in MONTHS)


def _direction(rel: str | None) -> int | None:
    """-1 for past, 0 for current, 1 for next, None where nothing is said."""
    if not rel:
        return None
    if re.match("الجاري|الحالي|نفس", rel):
        return 0
    return 1 if re.match(NEXT, rel) else -1


def _pick_year(month: int, day: int, ref: dt.date, direction: int | None, future: bool | None) -> int:
    years = (ref.year - 1, ref.year, ref.year + 1)
    days = [dt.date(y, month, min(day, calendar.monthrange(y, month)[1])) for y in years]
    if direction == 1 or (direction is None and future is True):
        days = [d for d in days if d >= ref.replace(day=1)] or days
    elif direction == -1 or (direction is None and future is False):
        days = [d for d in days if d <= ref] or days
    return min(days, key=lambda d: abs((d - ref).days)).year


def _day(day: dt.date, basis: str) -> Interval:
    return day, day, "day", basis


def _numeric(m: re.Match[str], ref: dt.date | None, future: bool | None) -> Interval | None:
    a, b, c = int(m["a"]), int(m["b"]), int(m["c"])
    if 1300 < c < 1500:
        g = Hijri(c, b, a).to_gregorian()
        return _day(dt.date(g.year, g.month, g.day), "explicit")
    if a > 31:
        return _day(dt.date(a, b, c), "explicit") if a > 1800 else None
    year = c + 2000 if c < 100 else c
    return _day(dt.date(year, b, a) if b <= 12 else dt.date(year, a, b), "explicit")


def _day_month(m: re.Match[str], ref: dt.date | None, future: bool | None) -> Interval | None:
    groups = m.groupdict()
    month, day = _month_number(m["m"]), int(m["d"])
    if groups["y"]:
        year, basis = int(groups["y"]), "explicit"
    elif ref is None:
        return None
    else:
        direction = _direction(groups.get("rel"))
        if m.string[m.start() - 1 : m.start()] == "(" and future is None:
            direction = -1  # «(13 يناير)» beside a name recalls what was
        year, basis = _pick_year(month, day, ref, direction, future), "explicit"
    first = dt.date(year, month, day)
    if groups.get("d2"):
        return first, dt.date(year, month, int(groups["d2"])), "day", basis
    return _day(first, basis)


def _month(m: re.Match[str], ref: dt.date | None, future: bool | None) -> Interval | None:
    groups = m.groupdict()
    if m["m"] in ("اب", "ماي", "جوان", "اوت", "مارس") and not groups["y"] and not groups["rel"] and not re.search(r"شهر|\bفي ", m.group()):
        return None  # also ordinary words
    month = _month_number(m["m"])
    if groups["y"]:
        year = int(groups["y"])
    elif ref is None:
        return None
    else:
        direction = _direction(groups.get("rel"))
        year = _pick_year(month, 28 if direction == 1 else 1, ref, direction, future)
    first, last = _months(year, month)
    length = (last - first).days + 1
    part = groups.get("part")
    if part in ("نهايه", "اواخر"):
        first = first + dt.timedelta(2 * length // 3)
    elif part in ("منتصف", "اواسط"):
        first, last = first + dt.timedelta(length // 3), first + dt.timedelta(2 * length // 3)
    elif part:
        last = first + dt.timedelta(length // 3)
    return dt.date(year, month, 1) if not part else first, last, "month", "explicit"


def _relative_day(m: re.Match[str], ref: dt.date | None, future: bool | None) -> Interval | None:
    if ref is None:
        return None
    shift = {"اليوم": 0, "لليوم": 0, "الليله": 0, "بعد غد": 2, "اول امس": -2, "امس الاول": -2, "امس": -1, "البارحه": -1, "الليله الماضيه": -1}
    day = ref + dt.timedelta(shift.get(m["r"], 1))
    if m["w"] and WEEKDAYS[m["w"]] != day.weekday():
        near = [ref + dt.timedelta(i) for i in range(-6, 7)]
        day = min((d for d in near if d.weekday() == WEEKDAYS[m["w"]]), key=lambda d: abs((d - day).days))
    return _day(day, "relative")


def _next_day(m: re.Match[str], ref: dt.date | None, future: bool | None) -> Interval | None:
    return _day(ref, "inferred") if ref else None  # its day is counted in _anchored


def _weekday(m: re.Match[str], ref: dt.date | None, future: bool | None) -> Interval | None:
    if ref is None:
        return None
    ahead = (WEEKDAYS[m["w"]] - ref.weekday()) % 7
    direction = _direction(m["rel"])
    if direction == 1:
        return _day(ref + dt.timedelta(ahead or 7), "relative")
    if direction == -1:
        return _day(ref - dt.timedelta((7 - ahead) % 7 or 7), "relative")
    return _day(ref + dt.timedelta(ahead) if future else ref - dt.timedelta((7 - ahead) % 7), "relative")


def _unit(m: re.Match[str], ref: dt.date | None, future: bool | None) -> Interval | None:
    direction = _direction(m["rel"]) if m["rel"] else 0 if m["here"] or m["part"] else None
    if ref is None or direction is None:
        return None
    unit = m["u"]
    if unit == "الاسبوع":
        first = ref - dt.timedelta(ref.weekday()) + dt.timedelta(7 * direction)
        return first, first + dt.timedelta(6), "week", "relative"
    if unit == "الشهر":
        index = ref.month - 1 + direction
        return *_months(ref.year + index // 12, index % 12 + 1), "month", "relative"
    return dt.date(ref.year + direction, 1, 1), dt.date(ref.year + direction, 12, 31), "year", "relative"


def _ago(m: re.Match[str], ref: dt.date | None, future: bool | None) -> Interval | None:
    groups = m.groupdict()
    count, unit = groups["n"], groups.get("u2") or groups["n"]
    if ref is None or unit.startswith("ساع"):
        return None
    number = int(count) if count.isdigit() else NUMBERS.get(count, 2 if count.endswith("ين") and not groups.get("u2") else 1)
    if unit.startswith(("يوم", "ايام")):
        days, precision = number, "day"
    elif "سبوع" in unit or unit == "اسابيع":
        days, precision = 7 * number, "week"
    elif unit.startswith(("شهر", "اشهر", "شهور")):
        days, precision = 30 * number, "month"
    else:
        days, precision = 365 * number, "year"
    day = ref + dt.timedelta(days if m["s"] == "بعد" else -days)
    return day, day, precision, "relative"


def _past_span(m: re.Match[str], ref: dt.date | None, future: bool | None) -> Interval | None:
    if ref is None:
        return None
    count = m["n"] or m["n2"] or ""
    number = int(count) if count.isdigit() else NUMBERS.get(count, 3)
    unit = m["u2"]
    days = number * (0 if unit.startswith("ساع") else 1 if "يوم" in unit or unit == "ايام" else 7 if "سبوع" in unit or unit == "اسابيع" else 30 if "شهر" in unit else 365)
    days = days or max(1, number // 24)
    ahead = m["rel"] in ("المقبله", "القادمه")
    span = (ref, ref + dt.timedelta(days)) if ahead else (ref - dt.timedelta(days), ref)
    return *span, "day" if days <= 1 else "week" if days <= 10 else "month" if days < 300 else "year", "relative"


def _hijri(m: re.Match[str], ref: dt.date | None, future: bool | None) -> Interval | None:
    g = Hijri(int(m["hy"]), HIJRI[m["h"]], int(m["d"])).to_gregorian()
    return _day(dt.date(g.year, g.month, g.day), "explicit")


def _quarter(m: re.Match[str], ref: dt.date | None, future: bool | None) -> Interval | None:
    if not m["y"] and ref is None:
        return None
    year = int(m["y"]) if m["y"] else ref.year + (_direction(m["rel"]) or 0)  # type: ignore[union-attr]
    first = ("الاول", "الثاني", "الثالث", "الرابع").index(m["q"]) * 3 + 1
    return dt.date(year, first, 1), _months(year, first + 2)[1], "month", "explicit"


def _decade(m: re.Match[str], ref: dt.date | None, future: bool | None) -> Interval | None:
    tens = {"خ": 50, "ست": 60, "سب": 70, "ث": 80, "ت": 90}
    decade = 1900 + next(v for k, v in tens.items() if m["dec"][2:].startswith(k))
    return dt.date(decade, 1, 1), dt.date(decade + 9, 12, 31), "unknown", "explicit"


def _year(m: re.Match[str], ref: dt.date | None, future: bool | None) -> Interval | None:
    return dt.date(int(m["y"]), 1, 1), dt.date(int(m["y"]), 12, 31), "year", "explicit"


_HANDLERS: dict[str, Callable[[re.Match[str], dt.date | None, bool | None], Interval | None]] = {
    "hijri_gregorian": _day_month, "hijri": _hijri, "numeric": _numeric, "day_range": _day_month, "day_month": _day_month,
    "month_part": _month, "month": _month, "relative_day": _relative_day, "next_day": _next_day, "weekday": _weekday, "unit": _unit, "ago": _ago,
    "ago_one": _ago, "past_span": _past_span, "quarter": _quarter, "decade": _decade, "year": _year,
}  # fmt: skip
