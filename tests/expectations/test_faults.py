"""Every kind of broken data is caught, by one expectation and with its severity; a good night raises none; none is idle."""

from __future__ import annotations

import importlib
from typing import Any

import pytest

from expectations.runner import SUITES
from tests.expectations.faults import FAULTS, LINE, Fault
from tests.expectations.nights import Rows, found, good_night, remembered

NIGHTS = 30
LAST = NIGHTS  # the night that faults are planted in


def warehouse_with_past(night: Rows) -> Rows:
    """The rows published the night before, which are put into the night's own warehouse too, as a real one keeps them."""
    old = [f"mtg-old{i}" for i in range(200)]
    past: Rows = {name: [] for name in night}
    past["main.articles"] = [{"article_id": f"a-old{i}"} for i in range(300)]
    past["main.meetings"] = [{"meeting_id": m, "kind": "summit", "status": "planned", "n_articles": 1, "n_sources": 1} for m in [*old, "mtg-merged"]]
    night["main.articles"] = night["main.articles"] + past["main.articles"]
    night["main.meetings"] = night["main.meetings"] + past["main.meetings"][:-1]
    night["main.merges"] = [{"old_id": "mtg-merged", "new_id": old[0]}]
    return past


@pytest.fixture(scope="session")
def simulated() -> tuple[list[dict[str, Any]], list[str]]:
    """Thirty good nights in their order: what they leave to learn from, and every message that they raised."""
    past: list[dict[str, Any]] = []
    raised: list[str] = []
    for number in range(NIGHTS):
        night = good_night(number)
        published = warehouse_with_past(night)
        results = [r for step in SUITES for r in found(night, number, step, past, published)]
        raised += [f"night {number}: {r.message()}" for r in results if not r.success]
        past += remembered(results, number)
    return past, raised


def test_thirty_good_nights_raise_nothing(simulated: tuple[list[dict[str, Any]], list[str]]) -> None:
    assert simulated[1] == []


@pytest.mark.parametrize("planted", FAULTS, ids=lambda f: f[3].__name__)
def test_a_fault_is_caught_by_its_expectation_alone(planted: Fault, simulated: tuple[list[dict[str, Any]], list[str]]) -> None:
    step, expectation, severity, breaks = planted
    night = good_night(LAST)
    published = warehouse_with_past(night)
    breaks(night)
    failed = [r for r in found(night, LAST, step, simulated[0], published) if not r.success]
    assert [(r.name, r.severity) for r in failed] == [(expectation, severity)], [r.message() for r in failed]
    message = failed[0].message()
    assert failed[0].samples and not failed[0].broken
    assert failed[0].config.meta["todo"] in message
    if "figure" in failed[0].config.kwargs:
        assert "usually" in message and failed[0].samples[0]["subject"] in message


def test_at_least_forty_kinds_of_broken_data_and_no_idle_expectation() -> None:
    declared = {e.meta["name"]: e for step in SUITES for _, es in importlib.import_module(f"expectations.{step}").suite() for e in es}
    assert len({breaks.__name__ for *_, breaks in FAULTS}) >= 40
    assert {name for _, name, _, _ in FAULTS} == set(declared)
    for expectation in declared.values():
        assert all(len(expectation.meta[k].split()) >= 3 for k in ("meaning", "reason", "todo")), expectation.meta["name"]


def test_the_message_names_the_line_and_its_source() -> None:
    night = good_night(LAST)
    next(breaks for *_, breaks in FAULTS if breaks.__name__ == "clutter_line")(night)
    (failed,) = [r for r in found(night, LAST, "articles", []) if not r.success]
    assert LINE in failed.message() and "wire-a" in failed.message() and "a-1001-wire-a-" in failed.message()


def test_a_silent_source_is_told_in_plain_words(simulated: tuple[list[dict[str, Any]], list[str]]) -> None:
    night = good_night(LAST)
    night["raw_records"] = [r for r in night["raw_records"] if r["source_id"] != "gulf-c"]
    (failed,) = [r for r in found(night, LAST, "raw", simulated[0]) if not r.success]
    assert "gulf-c: 0 tonight, usually" in failed.message() and "silent" in failed.message()
    assert "of 28 nights" in failed.message()


def test_a_new_source_is_not_judged_before_it_has_a_history(simulated: tuple[list[dict[str, Any]], list[str]]) -> None:
    night = good_night(LAST)
    night["raw_records"] += [r | {"raw_id": f"{r['raw_id']}-n", "source_id": "new-e"} for r in night["raw_records"]]
    assert [r.name for r in found(night, LAST, "raw", simulated[0]) if not r.success] == []
