"""Checks of rows look at what no published file holds yet; what it holds was looked at before it was published."""

from __future__ import annotations

from pathlib import Path

from expectations import run_suite
from extract import warehouse
from extract.publish import publish
from extract.settings import Settings, load_settings
from tests.reports import article, load_night, meeting

STATES = "EG TR FR RU DE SE NO IT ES PL UA GB US CN JP IN BR AR ZA NG KE MA DZ TN LY SD IQ IR SA AE".split()


def looked_at(settings: Settings, run_id: str) -> dict[str, tuple[int, bool]]:
    """How many rows each expectation of the suite marts looked at, and whether it holds."""
    return {r["expectation"]: (r["n_rows"], r["success"]) for r in run_suite("marts", settings, run_id).rows}


def build(settings: Settings, run_id: str, *articles: dict) -> None:
    load_night(settings, run_id, articles)
    warehouse.run_dbt(settings)


def test_only_what_is_not_published_is_looked_at(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, "none")
    crowd = meeting(" ".join(STATES), "2026-11-02")
    build(settings, "n1", article("a", "2026-11-03", crowd), article("b", "2026-11-04", meeting("lavrov fidan", "2026-11-04")))
    assert looked_at(settings, "n1")["meeting_of_two_is_small"] == (2, False)
    publish(settings)
    build(settings, "n2", article("c", "2026-11-06", meeting("sisi macron", "2026-11-05")))
    found = looked_at(settings, "n2")
    assert found["meeting_of_two_is_small"] == (1, True)
    assert found["person_serves_one_state"][0] == 2, "two people on the one day"
    build(settings, "n3", article("d", "2026-11-09", meeting("sisi lavrov", "2026-11-08")))
    assert looked_at(settings, "n3")["meeting_of_two_is_small"] == (2, True), "the night before was not published"
    build(settings, "n4", article("e", "2026-11-03", crowd))
    assert looked_at(settings, "n4")["meeting_of_two_is_small"] == (3, False), "a published meeting that an article adds to"
    publish(settings)
    warehouse.run_dbt(settings, full_refresh=True)
    assert looked_at(settings, "n5")["meeting_of_two_is_small"] == (4, False), "all of what was built anew"
