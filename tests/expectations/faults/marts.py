"""Broken marts."""

from __future__ import annotations

import datetime as dt

from tests.expectations.faults.registry import fault
from tests.expectations.nights import PEOPLE, Rows


@fault("marts", "sources_within_articles", "critical")
def sources_counted_twice(night: Rows) -> None:
    night["main.meetings"][3]["n_sources"] = 5


@fault("marts", "consolidated_meeting_ends_after_start", "critical")
def merged_end_before_start(night: Rows) -> None:
    night["main.meetings"][3] |= {"status": "held", "start_date": dt.date(2026, 9, 20), "end_date": dt.date(2026, 9, 1)}


@fault("marts", "consolidated_meeting_held_before_told")
def merged_held_in_the_future(night: Rows) -> None:
    for meeting in night["main.meetings"][:6]:
        meeting |= {"status": "held", "start_date": dt.date(2027, 9, 20)}


@fault("marts", "reports_of_a_meeting_agree")
def two_meetings_merged(night: Rows) -> None:
    for report, day in zip(night["main.meeting_reports"][:2], (1, 28), strict=True):
        report |= {"meeting_id": night["main.meetings"][0]["meeting_id"], "start_date": dt.date(2026, 9, day)}


@fault("marts", "meeting_of_two_is_small")
def meeting_snowballs(night: Rows) -> None:
    meeting = next(m for m in night["main.meetings"] if m["kind"] == "bilateral")
    night["main.participants"] += [{"meeting_id": meeting["meeting_id"], "actor_id": f"A{i}-X"} for i in range(30)]


@fault("marts", "person_serves_one_state")
def person_of_two_states(night: Rows) -> None:
    for meeting, state in zip(night["main.meetings"][:2], ("SE", "NO"), strict=True):
        meeting |= {"start_date": dt.date(2026, 9, 25)}
        night["main.participants"].append({"meeting_id": meeting["meeting_id"], "person_id": PEOPLE[0][0] + "-other", "actor_id": state})


@fault("marts", "pledge_within_record")
def millions_read_as_billions(night: Rows) -> None:
    pledge = next(p for p in night["main.pledges"] if p["amount"])
    pledge |= {"amount": pledge["amount"] * 1000, "amount_usd": pledge["amount"] * 1000}


@fault("marts", "pledge_within_reason")
def more_than_the_world_has(night: Rows) -> None:
    night["main.pledges"].append({"pledge_id": "plg-big", "amount": 9e15, "currency": "USD", "amount_usd": 9e15})


@fault("marts", "pledge_has_usd")
def unknown_currency(night: Rows) -> None:
    pledge = next(p for p in night["main.pledges"] if p["amount"])
    pledge |= {"currency": "XTS", "amount_usd": None}


@fault("marts", "every_report_has_its_meeting", "critical")
def report_without_meeting(night: Rows) -> None:
    night["main.meeting_reports"][3]["meeting_id"] = "mtg-none"


@fault("marts", "every_pledge_report_has_its_pledge", "critical")
def report_without_pledge(night: Rows) -> None:
    night["main.pledge_reports"][3]["pledge_id"] = "plg-none"


@fault("marts", "articles_are_kept", "critical")
def warehouse_lost_old_articles(night: Rows) -> None:
    night["main.articles"] = night["main.articles"][: len(night["articles"])]


@fault("marts", "published_ids_stay_valid")
def published_id_gone(night: Rows) -> None:
    night["main.merges"] = night["main.merges"][1:]


@fault("marts", "meetings_are_kept")
def meetings_merged_away(night: Rows) -> None:
    old = [m for m in night["main.meetings"] if m["meeting_id"].startswith("mtg-old")]
    night["main.meetings"] = [m for m in night["main.meetings"] if m not in old]
    night["main.merges"] += [{"old_id": m["meeting_id"], "new_id": night["main.meetings"][0]["meeting_id"]} for m in old]


@fault("marts", "every_record_is_published_or_aside", "critical")
def article_not_loaded(night: Rows) -> None:
    gone = night["articles"][3]["article_id"]
    night["main.articles"] = [a for a in night["main.articles"] if a["article_id"] != gone]
