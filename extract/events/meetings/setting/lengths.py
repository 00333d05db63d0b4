"""How long an event lasts, where it is told beside the day on which it began or ended, or by a later mention."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Final

from extract.arabic.types import Document, TimeExpression
from extract.events.arguments import Index
from extract.events.meetings.event import VISITS, Event
from extract.events.meetings.setting.other_days import ENDING, is_of_its_end
from extract.events.meetings.setting.scope import EVENTS
from extract.events.meetings.triggers import Trigger, next_event

_PRESENT: Final = ("تستمر", "يستمر", "تستغرق", "يستغرق", "تدوم", "يدوم", "تتواصل", "يتواصل", "تمتد", "يمتد")
_GOING_ON: Final = (*_PRESENT, *(f"س{verb}" for verb in _PRESENT))
_LASTING: Final = (*_GOING_ON, "استمرت", "استغرقت", "دامت")  # of a visit, or of what ends that day; of another gathering only what is or will be
_FOR: Final = ("لمده", "مدتها", "مدته", "مدي", "مدار")  # «على مدى يومين»
_FROM: Final = ("من",)  # «زيارة من ثلاثة أيام»
_LENGTH_REACH, _LONGEST = 14, 21  # tokens behind the event in which its length is told; days
_UNTIL_REACH: Final = 24  # tokens behind the event in which its last day is told
_LASTING_NOUNS: Final = frozenset(("قمة", "مؤتمر", "منتدى", "دورة", "اجتماع", "محادثات", "مباحثات", "مفاوضات", "مشاورات", "جولة", "ملتقى", "حوار"))
_JOURNEYS: Final = frozenset(("جولة", "رحلة"))
_ALONE: Final = {"يومين": 2, "اسبوع": 7, "اسبوعا": 7, "اسبوعين": 14}
_DAYS: Final = frozenset(("ايام", "يوما"))
_BEFORE_DAY: Final = frozenset(("يوم", "مساء", "صباح", "غدا", "غد"))


def may_last(trigger: Trigger) -> bool:
    """Whether what a trigger tells may take days: a visit, a gathering or a round of talks; no «التقى», no call."""
    return trigger.construction in VISITS or trigger.construction == "noun_meet" and trigger.morph.lemma in _LASTING_NOUNS


def find_length(document: Document, trigger: Trigger, counts: dict[str, int]) -> int:
    """The days that an event lasts, 0 where they are not told: «زيارة تستمر ثلاثة أيام», «مؤتمر على مدى يومين», «تستغرق زيارة الوزير أسبوعا»."""
    norms, i = document.norms, trigger.token
    visit = trigger.construction in VISITS
    last = trigger.last if visit else min(trigger.last, next_event(document, trigger))
    fronted = trigger.noun and i > trigger.first and norms[i - 1].removeprefix("و").startswith(_LASTING)
    carrier = document.morphs[trigger.carrier] if trigger.carrier is not None else None
    opening = (*_LASTING, *_FOR, *_FROM) if visit else (*_LASTING, *_FOR) if carrier is not None and carrier.lemma in ENDING else (*_GOING_ON, *_FOR)
    for j in range(i + 1, min(i + _LENGTH_REACH, last)):
        days = _days_at(norms, j, last, counts)
        if not 1 < days <= _LONGEST:
            continue
        before = norms[j - 1].removeprefix("و")
        if before.startswith(opening) and not _is_of_another_noun(document, i, j - 2) or fronted and (document.morphs[j - 1] is None or document.morphs[j - 1].pos != "prep"):  # type: ignore[union-attr]
            return days
    return 0


def _is_of_another_noun(document: Document, event: int, j: int) -> bool:
    """Whether the token before a verb of lasting is a noun that lasts by itself: «محادثات تتناول خطة | تستمر ثلاثة أيام»; not «زيارة رسمية | تستمر …»."""
    morph = document.morphs[j]
    return j > event and morph is not None and morph.pos == "noun" and not morph.definite and morph.lemma not in EVENTS and morph.lemma not in _JOURNEYS


def _days_at(norms: list[str], j: int, last: int, counts: dict[str, int]) -> int:
    """The days that a count at token ``j`` tells: «ثلاثة أيام», «10 أيام», «يومين»; not «يومين من»."""
    if norms[j] in _ALONE:
        return _ALONE[norms[j]]
    if j + 1 < last and norms[j + 1] in _DAYS:
        return int(norms[j]) if norms[j].isdecimal() else counts.get(norms[j], 0)
    return 0


def find_end(document: Document, index: Index, trigger: Trigger) -> TimeExpression | None:
    """The day up to which an event goes on: «بدأت الثلاثاء أعمال الدورة وتستمر حتى الجمعة»."""
    norms, i, visit = document.norms, trigger.token, trigger.construction in VISITS
    for j in range(i + 1, min(i + _UNTIL_REACH, trigger.last - 1)):
        if norms[j] not in ("حتي", "لغايه"):
            continue
        if not visit and any((m := document.morphs[k]) is not None and m.lemma == "زيارة" for k in range(i + 1, j)):
            return None  # «يجري محادثات الخميس، وتستمر زيارته حتى الجمعة»
        near = [w.removeprefix("و").removeprefix("س") for w in norms[max(i - 1, j - 3) : j]]
        if not any(w.startswith(_PRESENT) for w in (*near, norms[i - 1].removeprefix("و").removeprefix("س"))):
            return None
        start = document.tokens[j].start
        time = next(iter(index.times(start, document.tokens[min(j + 3, trigger.last - 1)].end)), None)
        told = time is not None and time.type == "DATE" and time.precision == "day" and (time.start == start or not {*norms[j + 1 : index.token_at(time.start)]} - _BEFORE_DAY)
        return time if told else None
    return None


def over_its_days(document: Document, trigger: Trigger, time: TimeExpression, days: int) -> TimeExpression | None:
    """The first and last day of an event that lasts so many days: «أنهى الجمعة زيارة استمرت ثلاثة أيام» began on Wednesday, «أنهى الجمعة زيارته» on no day that is told."""
    day = time.date_from
    if time.precision not in ("day", "unknown") or time.date_to != day:
        return time
    ended = is_of_its_end(document, trigger, time)
    if days < 2:
        return None if ended and trigger.construction in VISITS else time
    if day is None:
        return time
    span = dt.timedelta(days - 1)
    return replace(time, date_from=day - span) if ended else replace(time, date_to=day + span)


def stretch(event: Event) -> None:
    """Give an event of one day the length or the last day that another mention tells: «وصل الأحد …. وتستمر الزيارة ثلاثة أيام»."""
    time = event.time
    if time is None or time.date_from is None or time.precision != "day" or time.date_to != time.date_from:
        return
    day, end = time.date_from, None
    if event.until is not None and event.until.date_to is not None:
        end = event.until.date_to
        while end < day and event.until.rule == "weekday":
            end += dt.timedelta(7)
    elif event.days > 1:
        end = day + dt.timedelta(event.days - 1)
    if end is not None and dt.timedelta(0) < end - day < dt.timedelta(_LONGEST):
        event.time = replace(time, date_to=end)
