"""What mahdar status and the page Tonight read."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from extract import glance
from extract.cli.main import cli
from extract.settings import Settings, load_settings


def test_a_night_at_a_glance(sample_night: Settings) -> None:
    run = glance.recent_runs(sample_night)[-1]
    assert run["status"] == "succeeded"
    counts = glance.step_counts(run["folder"])
    assert counts["raw_records"] >= counts["articles"] >= 30
    assert counts["meeting_reports"] > 0
    assert {r["suite"] for r in glance.quality(run["folder"])} == set(glance.SUITES)
    published = glance.published(sample_night)
    assert sum(f["articles"] for f in published["freshness"]) == counts["articles"]
    assert published["meetings"]


def test_nothing_published_yet(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, "none")
    assert glance.recent_runs(settings) == []
    assert glance.published(settings)["at"] is None


def test_a_run_that_has_not_ended_says_so(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, "none")
    settings.run_folder("2026-11-20-a")
    assert [r["status"] for r in glance.recent_runs(settings)] == ["running"]


def test_status_command(sample_night: Settings) -> None:
    result = CliRunner().invoke(cli, ["status", "--data", str(sample_night.data)])
    assert result.exit_code == 0, result.output
    assert "succeeded" in result.output
    assert "last fetched" in result.output

