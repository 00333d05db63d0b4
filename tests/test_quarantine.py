"""Rows go aside with the reason and come back once mended; the counts of a night add up all the way."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from expectations import run_suite
from extract import pipeline, quarantine
from extract.contracts import QUARANTINE, REPEATS, TABLES
from extract.settings import Settings, load_settings
from extract.sources.inbox import ingest
from tests.conftest import write_drop
from tests.expectations.nights import good_night, now

DAY = dt.date(2026, 11, 20)
MEETING = "التقى الرئيس المصري عبد الفتاح السيسي نظيره الكيني وليام روتو في القاهرة اليوم وبحثا التعاون بين البلدين."
SHORT = "التقى الرئيس المصري عبد الفتاح السيسي."


def query(settings: Settings, sql: str) -> list[tuple]:
    with duckdb.connect(str(settings.published), read_only=True) as con:
        return con.execute(sql).fetchall()


@pytest.fixture
def files(tmp_path: Path) -> Settings:
    """The files of one made-up good night."""
    settings = load_settings(tmp_path, "none")
    night = good_night(2)
    for name, schema in (TABLES | {"repeats": REPEATS}).items():
        rows = pa.Table.from_pylist([{c: r.get(c) for c in schema.names} for r in night[name]], schema=schema)
        pq.write_table(rows, settings.run_folder("r1") / f"{name}{'' if name in ('articles', 'repeats') else '-0'}.parquet")
    return settings


def test_a_row_takes_with_it_what_is_nothing_without_it(files: Settings) -> None:
    folder = files.run_folder("r1")
    meeting = pq.read_table(folder / "meeting_reports-0.parquet").to_pylist()[0]
    party = next(p for p in pq.read_table(folder / "participant_reports-0.parquet").to_pylist() if p["meeting_report_id"] != meeting["meeting_report_id"])
    pledge = pq.read_table(folder / "pledge_reports-0.parquet").to_pylist()[0]
    failing = [
        {"table": "meeting_reports", "key": meeting["meeting_report_id"], "expectation": "meeting_quote_in_text", "why": "because"},
        {"table": "participant_reports", "key": f"{party['meeting_report_id']}#{party['participant_no']}", "expectation": "participant_named_in_article", "why": "because"},
        {"table": "pledge_reports", "key": pledge["pledge_report_id"], "expectation": "pledge_amount_positive", "why": "because"},
    ]
    assert quarantine.set_aside(files, "r1", "reports", failing) == 3
    for name, column, gone in (
        ("meeting_reports", "meeting_report_id", meeting["meeting_report_id"]), ("participant_reports", "meeting_report_id", meeting["meeting_report_id"]),
        ("pledge_reports", "pledge_report_id", pledge["pledge_report_id"]), ("pledge_report_parties", "pledge_report_id", pledge["pledge_report_id"]),
    ):  # fmt: skip
        left = pq.read_table(folder / f"{name}-0.parquet", schema=TABLES[name]).column(column).to_pylist()
        assert left and gone not in left
    rows = pq.read_table(folder / "quarantine-check-reports.parquet", schema=QUARANTINE).to_pylist()
    assert {r["reason"] for r in rows} == {f["expectation"] for f in failing}
    assert all(r["step"] == "check" and r["article_id"] and r["raw_id"] and r["source_id"] and "because" in r["detail"] for r in rows)


def test_a_repeated_check_keeps_what_went_aside_before(files: Settings) -> None:
    articles = pq.read_table(files.run_folder("r1") / "articles.parquet").column("article_id").to_pylist()
    for key in articles[:2]:
        quarantine.set_aside(files, "r1", "articles", [{"table": "articles", "key": key, "expectation": "article_is_arabic", "why": "w"}])
    assert quarantine.set_aside(files, "r1", "articles", []) == 0
    rows = pq.read_table(files.run_folder("r1") / "quarantine-check-articles.parquet").to_pylist()
    assert sorted(r["article_id"] for r in rows) == sorted(articles[:2])
    result = run_suite("articles", files, "r1", now(2))
    assert [r["message"] for r in result.rows if not r["success"]] == [], "what went aside is accounted for"


def test_what_went_aside_is_published_once_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load_settings(tmp_path / "data", "none")
    drop = write_drop(tmp_path / "drop.jsonl", {"id": "n1", "source": "new", "published": "2026-11-19", "text": MEETING},
                      {"id": "n2", "source": "new", "published": "2026-11-19", "text": SHORT}, {"id": "n1", "source": "new", "published": "2026-11-19", "text": MEETING + " "})  # fmt: skip
    ingest([drop], "new", settings)
    read = pipeline.read

    def misread(settings: Settings, run_id: str) -> dict:
        counts = read(settings, run_id)
        path = settings.run_folder(run_id) / "meeting_reports-00000.parquet"
        table = pq.read_table(path)
        shifted = pa.array([n + 1 for n in table.column("start_char").to_pylist()], pa.int32())
        pq.write_table(table.set_column(table.schema.get_field_index("start_char"), "start_char", shifted), path)
        return counts

    pipeline.finish(settings, "2026-11-19-f", DAY, dt.datetime(2026, 11, 19), "failed", {}, "check raw: all is lost")
    monkeypatch.setattr(pipeline, "read", misread)
    result = pipeline.run_night(settings, DAY)
    assert result["counts"]["check reports"]["set_aside"] == 1
    assert query(settings, "SELECT count(*) FROM meetings") == [(0,)]
    assert sorted(query(settings, "SELECT step, reason FROM quarantine")) == [("check", "meeting_quote_in_text"), ("clean", "too_short")]
    assert query(settings, "SELECT success FROM quality_results WHERE expectation = 'every_record_is_published_or_aside'") == [(True,)]

    assert query(settings, "SELECT status, message FROM runs ORDER BY started_at")[0] == ("failed", "check raw: all is lost")
    monkeypatch.setattr(pipeline, "read", read)
    mended = quarantine.requeue(settings, DAY)
    assert (mended["read"], mended["mended"], mended["still_aside"]) == (2, 1, 1)
    assert query(settings, "SELECT count(*) FROM meetings") == [(1,)]
    assert query(settings, "SELECT reason FROM quarantine") == [("too_short",)]
    with pytest.raises(LookupError, match="nothing in quarantine"):
        quarantine.requeue(settings, DAY, step="check")
