"""Whether the words of two times part two events where no publication date tells their days."""

from __future__ import annotations

from typing import Final

from extract.arabic.normalizer import fold
from extract.arabic.types import TimeExpression
from extract.events.meetings.event import Event

_COMING: Final = ("غدا", "غد", "المقبل", "القادم")
_OURS: Final = frozenset(("اليوم", "امس"))  # days that are told from the day of the report
_WEEKDAYS: Final = frozenset(("السبت", "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه"))
_PARTS: Final = frozenset(("صباح", "ظهر", "مساء", "عصر", "فجر", "ليل"))
_PAST, _AHEAD = frozenset(("الماضي", "الماضيه", "الفاءت", "المنصرم")), frozenset(("المقبل", "المقبله", "القادم", "القادمه"))
_TURNED: Final = _PAST | _AHEAD
_FILLING: Final = frozenset(("في", "من", "يوم", "شهر", "عام", "سنه", "الشهر", "العام", "الحالي", "الجاري", "هذا", "مطلع", "منتصف", "نهايه", "بدايه", "اواخر", "اواءل", "او", "الاسبوع", "الاول", "الثاني"))


def told_apart(a: Event, b: Event) -> bool:
    """Whether two times differ by their words where no publication date tells their days: «الخميس», «فبراير الماضي»."""
    if a.time is None or b.time is None or a.time.date_from or b.time.date_from or not b.named and b.time.precision not in ("month", "year"):
        return False
    if is_to_come(a.time) != is_to_come(b.time) and {"اليوم", "أمس"} & {*a.time.text.split(), *b.time.text.split()}:
        return True  # «سيزور موسكو الشهر المقبل» and «يعقد اليوم»
    if a.time.text in b.time.text or b.time.text in a.time.text or _may_be_one(a.time, b.time):
        return False
    return _grain(a.time) == _grain(b.time) or a.status != b.status


def _may_be_one(a: TimeExpression, b: TimeExpression) -> bool:
    """Whether the words of two times leave room for one day: «اليوم (الأربعاء)» and «مساء اليوم», «أواخر يوليو» and «31 يوليو», «الأربعاء» and «أمس»."""
    x, y = set(fold(a.text).split()), set(fold(b.text).split())
    if x & _PAST and y & _AHEAD or x & _AHEAD and y & _PAST or len(x & _PARTS | y & _PARTS) > 1 or ("اول" in x) != ("اول" in y):
        return False
    if x & _WEEKDAYS and y & _WEEKDAYS and not x & y & _WEEKDAYS:
        return False
    if (x | y) & _TURNED == set() and (x & _OURS and y & _WEEKDAYS or y & _OURS and x & _WEEKDAYS) and not (x & _OURS and y & _OURS):
        return True
    if x & y & _OURS:
        return True
    if x & _OURS or y & _OURS:
        return False
    numbers = [{w for w in words if w.isdecimal()} for words in (x, y)]
    return bool((x & y) - _FILLING - _TURNED) and not (numbers[0] and numbers[1] and numbers[0].isdisjoint(numbers[1]))


def _grain(time: TimeExpression) -> str:
    """Week, month or year where the words say so; «الأسبوع الماضي» and «الثلاثاء الماضي» may be one time."""
    return next((word for word in ("أسبوع", "شهر", "عام") if word in time.text), "")


def is_to_come(time: TimeExpression | None) -> bool:
    """Whether a time's own words say that it lies ahead."""
    return time is not None and any(w.startswith(_COMING) for w in fold(time.text).split())
