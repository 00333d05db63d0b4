"""A visit that its clause takes on to further countries: «يزور الوزير السعودية وقطر», «وصل إلى القاهرة ثم إلى عمان»."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.normalizer import fold
from extract.arabic.spans import token_at
from extract.arabic.types import Document, Name, TimeExpression
from extract.events.meetings.event import VISITS, Event
from extract.events.meetings.triggers import Trigger

_GOING_ON: Final = frozenset(("و", "،", ",", "ثم", "الي", "والي", "ومن", "ومنها", "بعدها", "كذلك", "ايضا", "العاصمه", "والعاصمه", "مدينه", "ول", "وب", "جانب", "اضافه"))  # between two stops
_DAY_REACH: Final = 12  # characters from a stop to its day
_PLACES: Final = ("place", "state", "metonym")


def stops_of(document: Document, trigger: Trigger, event: Event) -> list[Event]:
    """The visit and one for each further country that its clause names behind the first: «يزور الوزير السعودية وقطر» are two."""
    first = event.place
    if event.rule not in VISITS or first is None or first.country_code is None or first.start < document.tokens[trigger.token].start:
        return [event]
    if document.text[max(0, first.start - 5) : first.start].rstrip().endswith("بين"):
        return [event]  # «في إطار الوساطة بين القاهرة وأديس أبابا»
    stops = _further(document, first, document.tokens[trigger.last - 1].end)
    countries = {first.country_code, *(s.country_code for s in stops)}
    guests = [p for p in event.parties if p.person is not None and p.actor_id not in countries and (p.start < first.start or stops and p.start > stops[-1].end)]
    if len(stops) == 0 or len(guests) == 0:
        return [event]
    ends = [token_at(document, s.end) for s in stops]
    if event.last in ends:
        event = replace(event, last=token_at(document, first.end))
    return [event, *(replace(event, place=stop, placed_by="", parties=list(guests), topics=list(event.topics), last=end, time=_day(document, event, stop, stops), host=None) for stop, end in zip(stops, ends, strict=True))]


def _further(document: Document, first: Name, until: int) -> list[Name]:
    """The places of other countries that follow the first, joined to it and to one another; none that a verb behind it makes a subject: «زار مصر، والسعودية تدعمه»."""
    out: list[Name] = []
    seen, last = {first.country_code}, first
    for name in document.names:
        if name.start < last.end or name.kind == "nisba":
            continue
        if name.start >= until or name.kind not in _PLACES or name.country_code is None or not _is_joined(document, last, name):
            break
        behind = token_at(document, name.end)
        verb = document.morphs[behind] if behind < len(document.morphs) else None
        if verb is not None and verb.pos == "verb" and verb.conjunction is None:
            break
        if name.country_code not in seen:
            seen.add(name.country_code)
            out.append(name)
        last = name
    return out


def _is_joined(document: Document, a: Name, b: Name) -> bool:
    """Whether only words of going on, an adjective of a state and days stand between two places: «الرياض الاثنين، ثم إلى العاصمة القطرية | الدوحة»."""
    between = document.text[a.end : b.start]
    for t in sorted(document.times, key=lambda t: -t.start):
        if a.end <= t.start and t.end <= b.start:
            between = between[: t.start - a.end] + between[t.end - a.end :]
    for n in sorted(document.names, key=lambda n: -n.start):
        if n.kind == "nisba" and a.end <= n.start and n.end <= b.start and n.start - a.end < len(between):
            between = between.replace(document.text[n.start : n.end], " ")
    words = fold(between.replace("،", " ، ").replace(",", " ، ")).split()
    joined = any(w[0] == "و" or w in ("ثم", "جانب") for w in words) or words == ["،"]
    return joined and all(w in _GOING_ON for w in words)


def _day(document: Document, event: Event, stop: Name, stops: list[Name]) -> TimeExpression | None:
    """The day at once behind a stop, else the time of all where it stands behind the last or is no day: «زار مصر والأردن الأسبوع الماضي»."""
    own = next((t for t in document.times if t.type == "DATE" and stop.end <= t.start <= stop.end + _DAY_REACH and not document.text[stop.end : t.start].strip(" ،")), None)
    if own is not None:
        before = event.time is not None and event.time.date_from is not None and own.date_from is not None and own.date_from < event.time.date_from
        return None if before else own
    shared = event.time is not None and (event.time.start > stops[-1].end or event.time.precision in ("week", "month", "year"))
    return event.time if shared else None
