"""Broken bytes as received."""

from __future__ import annotations

import datetime as dt

from tests.expectations.faults.registry import fault, of
from tests.expectations.nights import Rows


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
