"""How long a visit lasts, where it is told beside the day on which it began or ended."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from extract.arabic.types import Document, TimeExpression
from extract.events.meetings.setting.other_days import is_of_its_end
from extract.events.meetings.triggers import Trigger

_LASTING = ("تستمر", "استمرت", "تستغرق", "استغرقت", "تدوم", "دامت", "من", "لمده", "مدتها", "ستستمر", "ستستغرق")
_LENGTH_REACH, _LONGEST_VISIT = 14, 21  # tokens behind the visit in which its length is told; days


def over_its_days(document: Document, trigger: Trigger, time: TimeExpression, counts: dict[str, int]) -> TimeExpression | None:
    """The first and last day of a visit whose length is told: «أنهى الجمعة زيارة استمرت ثلاثة أيام» began on Wednesday, «أنهى الجمعة زيارته» on no day that is told."""
    day, tokens, days = time.date_from, document.tokens, 0
    if time.precision not in ("day", "unknown") or time.date_to != day:
        return time
    for j in range(trigger.token + 1, min(trigger.token + _LENGTH_REACH, trigger.last - 1)):
        word = tokens[j].norm
        if word in ("يومين", "اسبوع", "اسبوعا") and tokens[j - 1].norm.removeprefix("و").startswith(_LASTING):
            days = 2 if word == "يومين" else 7
        elif tokens[j + 1].norm in ("ايام", "يوما") and tokens[j - 1].norm.removeprefix("و").startswith(_LASTING):
            days = int(word) if word.isdecimal() else counts.get(word, 0)
    ended = is_of_its_end(document, trigger, time)
    if not 1 < days <= _LONGEST_VISIT:
        return None if ended else time
    if day is None:
        return time
    span = dt.timedelta(days - 1)
    return replace(time, date_from=day - span) if ended else replace(time, date_to=day + span)
