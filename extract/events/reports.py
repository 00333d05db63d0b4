"""From the events of an article to the rows of the report tables (extract/contracts.py)."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from extract.arabic.document import annotate
from extract.arabic.spans import sentence_at
from extract.arabic.types import Document, TimeExpression
from extract.events.arguments import Index, Party
from extract.events.meetings.event import VISITS, Event
from extract.events.meetings.extraction import find_meetings
from extract.events.meetings.kind import kind_in_the_end
from extract.events.meetings.outcome import find_outcome
from extract.events.meetings.setting.home import home_of
from extract.events.pledges.extraction import find_pledges
from extract.events.pledges.pledge import Pledge

if TYPE_CHECKING:
    from extract.lexicon import Lexicon

EXTRACTOR_VERSION: Final = "2026.11.11"

# How often a report of a rule is right (docs/evaluation.md shows the table): alone, and what further signs add.
_CITY_STATES: Final = ("SG", "MC", "SM")  # states that are one city, of the same name
_CONFIDENCE: Final = {
    "verb_meet": 0.82, "verb_receive": 0.82, "verb_visit": 0.7, "verb_arrive": 0.8, "verb_discuss": 0.8, "verb_sign": 0.65, "noun_meet": 0.7, "verb_vote": 0.7,
    "noun_visit": 0.76, "noun_call": 0.82, "noun_sign": 0.75, "noun_chain": 0.8, "noun_speech": 0.78, "verb_open": 0.7, "noun_ceremony": 0.7,
}  # fmt: skip
_TWO_PARTIES, _TWO_PERSONS, _DATED_AND_PLACED = 0.08, 0.07, 0.03


# How often a participant is right who is no argument of the event's own clause, against one that is (docs/evaluation.md).
_VIA: Final = {"subject": 0.8, "marked": 0.9, "merged": 0.75, "settled": 0.85, "adjective": 0.9, "quoted": 0.8, "listed": 0.9}

_GATHERINGS: Final = ("conference", "summit", "ministerial")


def read_article(article: Mapping[str, Any], lexicon: Lexicon) -> dict[str, list[dict[str, Any]]]:
    """Rows of meeting_reports, participant_reports, pledge_reports, pledge_report_parties and readings for one article.

    ``article`` has article_id, content_sha256, text, title and published_at (a UTC datetime or None). Pure: the same
    article and lexicon give the same rows with the same ids.
    """
    published = article.get("published_at")
    day = published.date() if isinstance(published, dt.datetime) else published
    document = annotate(article["text"] or "", article.get("title"), day, lexicon)
    index = Index(document)
    events = find_meetings(document, index, lexicon)
    pledges = find_pledges(document, index, lexicon)
    ids = {"article_id": article["article_id"], "content_sha256": article["content_sha256"]}
    out: dict[str, list[dict[str, Any]]] = {
        "meeting_reports": [], "participant_reports": [], "pledge_reports": [], "pledge_report_parties": [], "readings": [],
    }  # fmt: skip
    for event in events:
        row = _meeting(document, event, home_of(document, event, events), ids, lexicon) | {"outcome_ar": find_outcome(document, event, events)}
        out["meeting_reports"].append(row)
        for number, party in enumerate(event.parties):
            out["participant_reports"].append(_participant(document, party, number, event, row, lexicon))
    for pledge in pledges:
        row = _pledge(document, pledge, ids) | {"meeting_report_id": _told_at(document, pledge, events, out["meeting_reports"])}
        out["pledge_reports"].append(row)
        for number, (role, actor_id, actor_name, person_id) in enumerate(pledge.parties):
            out["pledge_report_parties"].append(
                {"pledge_report_id": row["pledge_report_id"], "article_id": ids["article_id"], "party_no": number,
                 "role": role, "actor_id": actor_id, "actor_name_ar": actor_name, "person_id": person_id}
            )  # fmt: skip
    out["readings"].append(
        ids | {"extractor_version": EXTRACTOR_VERSION, "n_meetings": len(events), "n_pledges": len(pledges)}
    )
    return out


def _told_at(document: Document, pledge: Pledge, events: list[Event], rows: list[dict[str, Any]]) -> str | None:
    """The report of the meeting at which a pledge is told: one of its own sentence, else the last conference or summit told just before."""
    sentence = sentence_at(document, pledge.trigger)
    near = [(abs(sentence - e.sentence), r) for e, r in zip(events, rows, strict=True) if e.sentence == sentence or e.kind in _GATHERINGS and 0 <= sentence - e.sentence <= 2]
    return min(near, key=lambda m: m[0])[1]["meeting_report_id"] if near and pledge.status in ("pledged", "requested", "called_for") else None


def _id(prefix: str, *parts: object) -> str:
    return prefix + hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:16]


def _quote(document: Document, first: int, last: int) -> tuple[int, int, str]:
    start, end = document.tokens[first].start, document.tokens[last - 1].end
    return start, end, document.text[start:end]


def _is_long(time: TimeExpression) -> bool:
    """Whether an event is told to last, or to lie somewhere, from one day or month to another: «يومي 5 و6 مايو», «في مايو أو مطلع يونيو»."""
    if time.precision == "day" or time.date_from is None or time.date_to is None:
        return time.precision == "day" and time.date_from != time.date_to
    return time.precision == "month" and time.date_from.month != time.date_to.month


def _meeting(document: Document, event: Event, home: str | None, ids: dict[str, str], lexicon: Lexicon) -> dict[str, Any]:
    start, end, quote = _quote(document, event.first, event.last)
    time, place = event.time, event.place
    city, country = None, home
    if place is not None:
        country = (place.country_code or place.actor_id) if place.entity_id not in lexicon.borders else None
        city = place.name_en if place.kind == "place" or country in _CITY_STATES else lexicon.seats.get(place.name_ar)
    last_day, kind = time.date_to if time is not None and _is_long(time) else None, kind_in_the_end(event)
    people = sum(p.person is not None and p.person.kind == "person" for p in event.parties)
    confidence = (
        _CONFIDENCE[event.rule] + _TWO_PARTIES * (len(event.parties) > 1) + _TWO_PERSONS * (people > 1) + _DATED_AND_PLACED * (time is not None and place is not None and not event.placed_by)
    )  # fmt: skip
    return ids | {
        "meeting_report_id": _id("mr-", ids["article_id"], document.tokens[event.trigger].start, start, end),
        "kind": kind, "status": event.status,
        "start_date": _first_day(time), "end_date": last_day,
        "date_precision": time.precision if time and time.date_from else "unknown",
        "date_basis": time.basis if time else None, "date_text": time.text if time else None,
        "city": city, "country_code": country, "host_id": event.host, "series": event.series, "ordinal": event.ordinal if event.counted and (kind == "visit" or event.rule not in VISITS) else None,
        "topics_ar": event.topics, "quote": quote, "start_char": start, "end_char": end,
        "rule": event.rule + f"+{event.placed_by}" * bool(event.placed_by) + "+at_home" * (home is not None), "confidence": round(min(confidence, 0.97), 2), "extractor_version": EXTRACTOR_VERSION,
    }  # fmt: skip


def _first_day(time: TimeExpression | None) -> dt.date | None:
    """The first day of a time; of a month for a part of it too (a month alone is dated by its first day), of a year for a season."""
    if time is None or time.date_from is None:
        return None
    if time.precision == "year":
        return time.date_from.replace(month=1, day=1)
    return time.date_from.replace(day=1) if time.precision == "month" else time.date_from


def _participant(
    document: Document, party: Party, number: int, event: Event, row: dict[str, Any], lexicon: Lexicon
) -> dict[str, Any]:
    person = party.person
    actor_id, actor_ar = party.actor_id, party.actor_name_ar
    english = lexicon.actors.get(actor_id or "", (None, None))[1]
    capacity = "attendee"
    if party.capacity:
        capacity = party.capacity
    elif event.status == "refused" and number == 0:
        capacity = "declined"
    elif event.kind == "signing":
        capacity = "signatory"
    elif event.host and actor_id == event.host or number == 0 and event.lemma == "استقبال" and _country(event) in (None, actor_id):
        capacity = "host"
    elif event.kind == "visit" and number == _guest(event):
        capacity = "guest"
    return {
        "meeting_report_id": row["meeting_report_id"], "article_id": row["article_id"], "participant_no": number,
        "person_id": person.person_id if person else None, "person_name_ar": person.name_ar if person else None,
        "person_name_en": person.name_en if person else None, "role": person.role if person else None,
        "role_ar": person.role_ar if person else None, "actor_id": actor_id, "actor_name_ar": actor_ar,
        "actor_name_en": english, "capacity": capacity,
        "is_collective": bool(person is None or person.kind == "collective"),
        "quote": document.text[party.start : party.end], "start_char": party.start, "end_char": party.end,
        "rule": (person.rule if person else "actor_name") + (f"+{party.via}" if party.via != "argument" else ""),
        "confidence": round((person.confidence if person else 0.7) * _VIA.get(party.via, 1.0), 2),
    }  # fmt: skip


def _country(event: Event) -> str | None:
    return (event.place.country_code or event.place.actor_id) if event.place is not None else None


def _guest(event: Event) -> int | None:
    """Which party visits: the first who is not at home there («لقاء بوتين وكيري في سوتشي»); where no place is told, the first of a visit told as such."""
    home = _country(event)
    if home is None:
        return 0 if event.rule in VISITS else None
    return next((n for n, p in enumerate(event.parties) if p.actor_id != home), None)


def _pledge(document: Document, pledge: Pledge, ids: dict[str, str]) -> dict[str, Any]:
    start, end, quote = _quote(document, pledge.first, pledge.last)
    money, quantity = pledge.amount, pledge.quantity
    return ids | {
        "pledge_report_id": _id("pr-", ids["article_id"], start, end, pledge.trigger, money.start if money else ""),
        "meeting_report_id": None, "status": pledge.status, "kind": pledge.kind, "item_ar": pledge.item_ar,
        "amount": money.value if money else None, "amount_max": money.value_max if money else None,
        "currency": money.currency if money else None, "amount_text": money.text if money else None,
        "is_approximate": money.is_approximate if money else False,
        "quantity": quantity.value if quantity else None, "unit": quantity.unit if quantity else None,
        "announced_date": pledge.announced, "due_date": pledge.due, "condition_ar": pledge.condition_ar,
        "speaker_id": pledge.speaker_id, "attribution": pledge.attribution, "quote": quote, "start_char": start,
        "end_char": end, "rule": pledge.rule, "confidence": pledge.confidence, "extractor_version": EXTRACTOR_VERSION,
    }  # fmt: skip
