"""mahdar status on a failed night: which expectation, where the rows are, what to do."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from click.testing import CliRunner

from extract import pipeline
from extract.cli.main import cli
from extract.contracts import QUALITY_RESULTS
from extract.settings import load_settings
from extract.sources.raw import write_table

NOW = dt.datetime(2026, 11, 20, 2, 0)


def test_a_failed_night_is_told_in_full(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, "none")
    said = "meeting_quote_in_text: 40 of 60 rows do not pass: mr-1 (التقى الوزير نظيره)"
    pipeline.finish(settings, "2026-11-20-x", NOW.date(), NOW, "failed", {}, f"check reports: suite reports: 1 critical\n- {said}")
    row = {"run_id": "2026-11-20-x", "suite": "articles", "expectation": "article_not_glued", "severity": "warning", "success": False, "message": "article_not_glued: art-9", "checked_at": NOW}
    write_table([row], QUALITY_RESULTS, settings.run_folder("2026-11-20-x") / "quality_results-articles.parquet")
    told = CliRunner().invoke(cli, ["status", "--data", str(tmp_path)], catch_exceptions=False).output
    for part in ("failed", said, "warning (articles): article_not_glued: art-9", str(settings.data / "runs" / "2026-11-20-x"), "docs/when-a-night-fails.md"):
        assert part in told
    assert told.count("mr-1") == 1


def test_older_nights_take_a_line_each(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, "none")
    for name in ("a", "b"):
        pipeline.finish(settings, name, NOW.date(), NOW, "failed", {}, f"load: disk full on {name}\nmore")
    lines = CliRunner().invoke(cli, ["status", "--data", str(tmp_path)], catch_exceptions=False).output.splitlines()
    assert lines[0].startswith("a  failed") and lines[0].endswith("load: disk full on a")
    assert lines[1].startswith("b  failed") and "    more" in lines
