"""The runner: what a suite finds, keeps and stops."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from expectations import CheckFailed, run_suite
from extract.contracts import TABLES

NOW = dt.datetime(2026, 11, 20, 2, 0)
TEXT = "التقى وزير الخارجية نظيره في العاصمة وبحث الجانبان سبل التعاون بين البلدين في المرحلة المقبلة وقضايا المنطقة."


@dataclass(frozen=True)
class Folders:
    """The two places of ``Settings`` that the runner needs."""

    data: Path

    @property
    def warehouse(self) -> Path:
        return self.data / "warehouse.duckdb"

    @property
    def published(self) -> Path:
        return self.data / "published.duckdb"

    def run_folder(self, run_id: str) -> Path:
        folder = self.data / "runs" / run_id
        folder.mkdir(parents=True, exist_ok=True)
        return folder


def write(folder: Path, table: str, *rows: dict) -> None:
    schema = TABLES[table]
    whole = [{name: row.get(name) for name in schema.names} for row in rows]
    pq.write_table(pa.Table.from_pylist(whole, schema=schema), folder / f"{table}.parquet")


@pytest.fixture
def night(tmp_path: Path) -> Folders:
    """A good night of one article and one report."""
    settings = Folders(tmp_path)
    folder = settings.run_folder("r1")
    article = {"article_id": "a1", "content_sha256": "c", "source_id": "s", "text": TEXT, "n_words": 17,
               "published_at": NOW, "fetched_at": NOW}  # fmt: skip
    report = {"meeting_report_id": "m1", "article_id": "a1", "content_sha256": "c", "status": "held", "confidence": 0.9,
              "quote": TEXT[:20], "start_char": 0, "end_char": 20, "start_date": NOW.date(), "date_precision": "day"}  # fmt: skip
    write(folder, "articles", article)
    write(folder, "meeting_reports", report)
    write(folder, "participant_reports", {"meeting_report_id": "m1", "article_id": "a1"})
    return settings


def found(result) -> dict[str, bool]:
    return {row["expectation"]: row["success"] for row in result.rows}


def test_a_good_night_passes(night: Folders) -> None:
    for step in ("articles", "reports"):
        result = run_suite(step, night, "r1")
        assert result.success
        assert all(found(result).values()), [r["message"] for r in result.rows if not r["success"]]
        assert pq.read_table(result.path).num_rows == len(result.rows) > 2


def test_a_wrong_quote_is_critical_and_named(night: Folders) -> None:
    folder = night.run_folder("r1")
    write(folder, "meeting_reports", {"meeting_report_id": "m9", "article_id": "a1", "content_sha256": "c",
          "quote": "لا وجود له", "start_char": 0, "end_char": 9, "confidence": 0.5})  # fmt: skip
    result = run_suite("reports", night, "r1")
    assert not result.success
    (row,) = [r for r in result.rows if r["expectation"] == "meeting_quote_in_text"]
    assert row["severity"] == "critical" and row["n_failing"] == 1 and row["sample_ids"] == ["m9"]
    assert "m9" in row["message"]
    with pytest.raises(CheckFailed, match="meeting_quote_in_text"):
        result.raise_if_critical()


def test_a_warning_does_not_stop(night: Folders) -> None:
    folder = night.run_folder("r1")
    report = {"meeting_report_id": "m2", "article_id": "a1", "content_sha256": "c", "status": "held", "confidence": 0.5,
              "quote": TEXT[:5], "start_char": 0, "end_char": 5, "start_date": dt.date(2027, 3, 1), "date_precision": "day"}  # fmt: skip
    write(folder, "meeting_reports", report)
    write(folder, "participant_reports", {"meeting_report_id": "m2", "article_id": "a1"})
    result = run_suite("reports", night, "r1")
    assert result.success
    assert not found(result)["meeting_held_before_told"]


def test_an_empty_night_is_no_failure(tmp_path: Path) -> None:
    settings = Folders(tmp_path)
    for step in ("raw", "articles", "reports"):
        assert run_suite(step, settings, "empty").success


def test_an_unknown_suite_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no suite"):
        run_suite("nothing", Folders(tmp_path), "r1")
