"""Kinds of broken data: each breaks an otherwise good night in one way and names the expectation that has to catch it."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable
from typing import Any

from tests.conftest import PROJECT
from tests.expectations.nights import PEOPLE, Rows

Fault = tuple[str, str, str, Callable[[Rows], None]]
FAULTS: list[Fault] = []
LINE = "اشترك في نشرتنا البريدية ليصلك كل جديد"


def fault(step: str, expectation: str, severity: str = "warning") -> Callable[[Callable[[Rows], None]], Callable[[Rows], None]]:
    """Register a fault: the suite and the expectation that catches it, and how grave it is."""

    def register(breaks: Callable[[Rows], None]) -> Callable[[Rows], None]:
        FAULTS.append((step, expectation, severity, breaks))
        return breaks

    return register


def of(rows: list[dict[str, Any]], source: str) -> list[dict[str, Any]]:
    """The rows of one source."""
    return [r for r in rows if r["source_id"] == source]


def office_of_the_past() -> dict[str, str]:
    """Someone who held one office, once, and left it (from the reference data)."""
    with (PROJECT / "seeds/offices.csv").open(encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(f))
    times = [(r["person_id"], r["role_en"]) for r in rows]
    return next(r for r in rows if r["to_year"] and times.count((r["person_id"], r["role_en"])) == 1)


# ---- raw


@fault("raw", "record_has_bytes", "critical")
def empty_record(night: Rows) -> None:
    night["raw_records"][3]["n_bytes"] = 0


@fault("raw", "record_has_checksum", "critical")
def cut_checksum(night: Rows) -> None:
    night["raw_records"][3]["sha256"] = "abc123"


@fault("raw", "record_status_ok")
def too_many_requests(night: Rows) -> None:
    night["raw_records"][3]["status"] = 429


@fault("raw", "record_not_from_future")
def clock_went_back(night: Rows) -> None:
    night["raw_records"][3]["fetched_at"] += dt.timedelta(hours=5)


@fault("raw", "source_pages_differ")
def consent_wall(night: Rows) -> None:
    for record in of(night["raw_records"], "site-d"):
        record["sha256"] = "0" * 64


@fault("raw", "source_answers")
def source_down(night: Rows) -> None:
    night["quarantine"].append({"quarantine_id": "q-down", "step": "fetch", "reason": "source_failed", "source_id": "site-e", "detail": "source site-e: timed out"})


@fault("raw", "source_gives_usual_count")
def silent_source(night: Rows) -> None:
    night["raw_records"] = [r for r in night["raw_records"] if r["source_id"] != "gulf-c"]


@fault("raw", "source_gives_usual_count")
def short_source(night: Rows) -> None:
    few = of(night["raw_records"], "wire-a")[:12]
    night["raw_records"] = [r for r in night["raw_records"] if r["source_id"] != "wire-a"] + few


@fault("raw", "source_gives_usual_count")
def doubled_source(night: Rows) -> None:
    mine = of(night["raw_records"], "daily-b")
    night["raw_records"] += [r | {"raw_id": r["raw_id"] + x, "sha256": r["sha256"][::-1], "url": r["url"] + x} for r in mine for x in "xy"]


@fault("raw", "source_gives_usual_size")
def stubs_instead_of_pages(night: Rows) -> None:
    for record in of(night["raw_records"], "wire-a"):
        record["n_bytes"] = 400


@fault("raw", "source_gives_usual_size")
def whole_site_in_each_page(night: Rows) -> None:
    for record in of(night["raw_records"], "wire-a"):
        record["n_bytes"] *= 40


@fault("raw", "source_gives_usual_refusals")
def changed_format(night: Rows) -> None:
    night["quarantine"] += [{"quarantine_id": f"q-f{i}", "step": "fetch", "reason": "broken_json", "source_id": "wire-a", "detail": "no JSON"} for i in range(40)]


# ---- articles


@fault("articles", "article_is_arabic", "critical")
def english_article(night: Rows) -> None:
    night["articles"][3]["text"] = "The ministers met in the capital and discussed a range of matters of mutual interest. " * 4


@fault("articles", "article_has_length")
def teasers(night: Rows) -> None:
    for article in night["articles"][::6]:
        article["n_words"] = 9


@fault("articles", "article_not_glued")
def a_hundred_articles_in_one(night: Rows) -> None:
    night["articles"][3]["n_words"] = 40_000


@fault("articles", "article_not_from_future")
def day_and_month_swapped(night: Rows) -> None:
    night["articles"][3]["published_at"] = night["articles"][3]["fetched_at"] + dt.timedelta(days=40)


@fault("articles", "article_not_before_source")
def epoch_of_zero(night: Rows) -> None:
    night["articles"][3]["published_at"] = dt.datetime(1970, 1, 1)


@fault("articles", "article_not_before_source")
def before_the_outlet_began(night: Rows) -> None:
    night["articles"][3] |= {"source_id": "alarabiya", "published_at": dt.datetime(2001, 5, 1)}


@fault("articles", "article_is_plain_text")
def markup_left(night: Rows) -> None:
    night["articles"][3]["text"] += '\n<p class="body">التقى الوزير</p>'


@fault("articles", "article_is_plain_text")
def entities_left(night: Rows) -> None:
    night["articles"][3]["text"] = night["articles"][3]["text"].replace(" ", "&nbsp;")


@fault("articles", "article_is_whole")
def beginnings_alone(night: Rows) -> None:
    for article in night["articles"][::2]:
        article["text"] = article["text"][:-5] + " …"


@fault("articles", "article_says_it_once")
def body_twice(night: Rows) -> None:
    for article in night["articles"][:10]:
        article["text"] += "\n" + article["text"]


@fault("articles", "line_not_in_many_articles")
def clutter_line(night: Rows) -> None:
    for article in of(night["articles"], "wire-a")[:8]:
        article["text"] += "\n" + LINE


@fault("articles", "source_titles_differ")
def site_name_as_title(night: Rows) -> None:
    for article in of(night["articles"], "gulf-c"):
        article["title"] = "الخليج | الصفحة الرئيسية"


@fault("articles", "source_times_differ")
def time_of_the_fetch_as_publication(night: Rows) -> None:
    for article in of(night["articles"], "gulf-c"):
        if article["published_at"]:
            article["published_at"] = article["fetched_at"]


@fault("articles", "every_record_is_accounted_for", "critical")
def lost_record(night: Rows) -> None:
    night["raw_records"].append(night["raw_records"][3] | {"raw_id": "raw-lost"})


@fault("articles", "outlet_gives_usual_count")
def outlet_gone(night: Rows) -> None:
    night["repeats"] += [{"raw_id": a["raw_id"], "article_id": a["article_id"]} for a in of(night["articles"], "wire-a")]
    night["articles"] = [a for a in night["articles"] if a["source_id"] != "wire-a"]


@fault("articles", "outlet_gives_usual_length")
def captions_read_as_body(night: Rows) -> None:
    for article in of(night["articles"], "wire-a"):
        article["n_words"] = 20


@fault("articles", "undated_share_is_usual")
def dates_not_found(night: Rows) -> None:
    for article in of(night["articles"], "site-d"):
        article |= {"published_at": None, "published_basis": "unknown"}


@fault("articles", "published_basis_is_usual")
def feed_dates_gone(night: Rows) -> None:
    for article in night["articles"]:
        if article["published_basis"] == "feed":
            article["published_basis"] = "page"


@fault("articles", "untitled_share_is_usual")
def titles_not_found(night: Rows) -> None:
    for article in of(night["articles"], "daily-b"):
        article["title"] = None


@fault("articles", "copy_share_is_usual")
def source_copies_another(night: Rows) -> None:
    originals = [a["article_id"] for a in of(night["articles"], "wire-a")]
    night["duplicate_pairs"] += [
        {"article_id": o, "other_article_id": a["article_id"], "jaccard": 1.0} for o, a in zip(originals, of(night["articles"], "daily-b"), strict=False)
    ]


# ---- reports


@fault("reports", "meeting_quote_in_text", "critical")
def meeting_offsets_shifted(night: Rows) -> None:
    night["meeting_reports"][3]["start_char"] += 1


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


# ---- marts


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
