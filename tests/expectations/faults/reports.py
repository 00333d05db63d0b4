"""Broken reports."""

from __future__ import annotations

import csv
import datetime as dt

from tests.conftest import PROJECT
from tests.expectations.faults.registry import fault
from tests.expectations.nights import Rows


def office_of_the_past() -> dict[str, str]:
    """Someone who held one office, once, and left it (from the reference data)."""
    with (PROJECT / "seeds/offices.csv").open(encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(f))
    times = [(r["person_id"], r["role_en"]) for r in rows]
    return next(r for r in rows if r["to_year"] and times.count((r["person_id"], r["role_en"])) == 1)


@fault("reports", "meeting_quote_in_text", "critical")
def meeting_offsets_shifted(night: Rows) -> None:
    night["meeting_reports"][3]["start_char"] += 1


@fault("reports", "meeting_report_has_own_id", "critical")
def two_meetings_of_one_id(night: Rows) -> None:
    visit = next(r for r in night["meeting_reports"] if r["kind"] == "visit")
    night["meeting_reports"].append(dict(visit))


@fault("reports", "pledge_report_has_own_id", "critical")
def two_pledges_of_one_id(night: Rows) -> None:
    night["pledge_reports"].append(dict(night["pledge_reports"][0]))


@fault("reports", "meeting_confidence_is_share", "critical")
def meeting_confidence_over_one(night: Rows) -> None:
    night["meeting_reports"][3]["confidence"] = 1.5


@fault("reports", "meeting_ends_after_start", "critical")
def meeting_ends_before_it_starts(night: Rows) -> None:
    night["meeting_reports"][3] |= {"status": "held", "start_date": dt.date(2026, 9, 20), "end_date": dt.date(2026, 9, 18)}


@fault("reports", "meeting_not_endless")
def meeting_of_a_year(night: Rows) -> None:
    night["meeting_reports"][3] |= {"status": "held", "start_date": dt.date(2025, 9, 20), "end_date": dt.date(2026, 9, 18)}


@fault("reports", "meeting_held_before_told")
def held_in_the_future(night: Rows) -> None:
    dates = {a["article_id"]: a["published_at"] for a in night["articles"]}
    for report in [r for r in night["meeting_reports"] if dates[r["article_id"]]][:6]:
        report |= {"status": "held", "start_date": dates[report["article_id"]].date() + dt.timedelta(days=20)}


@fault("reports", "meeting_planned_ahead")
def planned_in_the_past(night: Rows) -> None:
    dates = {a["article_id"]: a["published_at"] for a in night["articles"]}
    for report in [r for r in night["meeting_reports"] if dates[r["article_id"]]][:6]:
        report |= {"status": "planned", "start_date": dates[report["article_id"]].date() - dt.timedelta(days=20)}


@fault("reports", "meeting_city_in_country")
def cairo_in_germany(night: Rows) -> None:
    night["meeting_reports"][3] |= {"city": "Cairo", "country_code": "DE"}


@fault("reports", "meeting_has_two_parties")
def meetings_of_one_party(night: Rows) -> None:
    kinds = {r["meeting_report_id"] for r in night["meeting_reports"] if r["kind"] in ("bilateral", "call")}
    night["participant_reports"] = [p for p in night["participant_reports"] if p["participant_no"] == 0 or p["meeting_report_id"] not in kinds]


@fault("reports", "meeting_names_a_person_once")
def met_themselves(night: Rows) -> None:
    held = {r["meeting_report_id"] for r in night["meeting_reports"] if r["kind"] == "bilateral" and r["status"] == "held"}
    first = next(p for p in night["participant_reports"] if p["meeting_report_id"] in held and p["person_id"])
    night["participant_reports"].append(first | {"participant_no": 7, "role_ar": "الوزير"})


@fault("reports", "participant_quote_in_text", "critical")
def participant_quote_of_elsewhere(night: Rows) -> None:
    night["participant_reports"][3]["quote"] = "لا وجود له في النص"


@fault("reports", "participant_confidence_is_share", "critical")
def participant_confidence_negative(night: Rows) -> None:
    night["participant_reports"][3]["confidence"] = -0.1


@fault("reports", "participant_named_in_article", "critical")
def participant_never_named(night: Rows) -> None:
    night["participant_reports"][3]["person_name_ar"] = "غريب المجهول"


@fault("reports", "participant_in_office")
def minister_after_the_office(night: Rows) -> None:
    office = office_of_the_past()
    for i in range(12):
        night["participant_reports"][2 * i] |= {"person_id": office["person_id"], "role": office["role_en"]}
        report = next(r for r in night["meeting_reports"] if r["meeting_report_id"] == night["participant_reports"][2 * i]["meeting_report_id"])
        report |= {"status": "held", "start_date": dt.date(int(office["to_year"]) + 2, 1, 1)}


@fault("reports", "pledge_quote_in_text", "critical")
def pledge_quote_longer_than_text(night: Rows) -> None:
    night["pledge_reports"][3]["end_char"] += 5000


@fault("reports", "pledge_confidence_is_share", "critical")
def pledge_confidence_over_one(night: Rows) -> None:
    night["pledge_reports"][3]["confidence"] = 1.2


@fault("reports", "pledge_amount_positive", "critical")
def pledge_of_nothing(night: Rows) -> None:
    night["pledge_reports"][3] |= {"amount": 0.0, "currency": "USD"}


@fault("reports", "pledge_range_in_order", "critical")
def range_upside_down(night: Rows) -> None:
    night["pledge_reports"][3] |= {"amount": 5e6, "amount_max": 3e6, "currency": "USD"}


@fault("reports", "pledge_has_currency")
def amounts_without_currency(night: Rows) -> None:
    for pledge in [p for p in night["pledge_reports"] if p["amount"]][:8]:
        pledge["currency"] = None


@fault("reports", "pledge_due_after_announced")
def due_before_made(night: Rows) -> None:
    night["pledge_reports"][3]["due_date"] = dt.date(2020, 1, 1)


@fault("reports", "pledge_parties_differ")
def gives_to_itself(night: Rows) -> None:
    for party in night["pledge_report_parties"][:2]:
        party["actor_id"] = "DE"


@fault("reports", "every_article_is_read", "critical")
def batch_missing(night: Rows) -> None:
    del night["readings"][10:20]


@fault("reports", "reports_per_article_are_usual")
def reading_finds_nothing(night: Rows) -> None:
    for reading in night["readings"]:
        reading |= {"n_meetings": 0, "n_pledges": 0}


@fault("reports", "partyless_share_is_usual")
def names_not_read(night: Rows) -> None:
    some = {r["meeting_report_id"] for r in night["meeting_reports"][::2]}
    night["participant_reports"] = [p for p in night["participant_reports"] if p["meeting_report_id"] not in some]


@fault("reports", "dateless_share_is_usual")
def dates_not_read(night: Rows) -> None:
    for report in night["meeting_reports"]:
        report |= {"start_date": None, "end_date": None}


@fault("reports", "placeless_share_is_usual")
def places_not_read(night: Rows) -> None:
    for report in night["meeting_reports"]:
        report |= {"city": None, "country_code": None}


@fault("reports", "giverless_share_is_usual")
def givers_not_read(night: Rows) -> None:
    night["pledge_report_parties"] = [p for p in night["pledge_report_parties"] if p["role"] != "pledger"]


@fault("reports", "unknown_actor_share_is_usual")
def gazetteer_gone(night: Rows) -> None:
    for participant in night["participant_reports"]:
        participant["actor_id"] = None


@fault("reports", "unlinked_person_share_is_usual")
def people_not_linked(night: Rows) -> None:
    for participant in night["participant_reports"]:
        participant["person_id"] = None


@fault("reports", "nameless_share_is_usual")
def roles_without_names(night: Rows) -> None:
    for participant in night["participant_reports"]:
        participant["person_name_ar"] = None


@fault("reports", "confidence_is_usual")
def reading_less_sure(night: Rows) -> None:
    for report in night["meeting_reports"]:
        report["confidence"] -= 0.3


@fault("reports", "trigger_mix_is_usual")
def new_trigger_fires_everywhere(night: Rows) -> None:
    for report in [r for r in night["meeting_reports"] if r["rule"] == "noun_meet"][:30]:
        report["rule"] = "noun_every"


@fault("reports", "trigger_mix_is_usual")
def trigger_no_longer_fires(night: Rows) -> None:
    for report in night["meeting_reports"]:
        if report["rule"] == "noun_meet":
            report["rule"] = "verb_meet"


@fault("reports", "pledge_mix_is_usual")
def all_pledges_military(night: Rows) -> None:
    for pledge in night["pledge_reports"]:
        pledge["kind"] = "military"
