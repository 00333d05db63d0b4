"""One night on the sample articles, and what the published warehouse promises."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import duckdb
import pytest

from extract.pipeline import rebuild, run_night
from extract.publish import TABLES
from extract.settings import Settings, load_settings
from extract.sources.inbox import ingest
from tests.conftest import PROJECT, write_drop

CONTRACT = {
    "articles": "article_id external_id source_id url title published_at published_basis fetched_at language text n_words content_sha256 duplicate_of cluster_size",
    "meeting_reports": "meeting_report_id meeting_id article_id kind status start_date end_date date_precision date_basis date_text city country_code host_id series ordinal topics_ar quote start_char end_char confidence extractor_version",
    "participant_reports": "meeting_report_id article_id person_id person_name_ar person_name_en role role_ar actor_id actor_name_ar actor_name_en capacity is_collective quote start_char end_char confidence",
    "pledge_reports": "pledge_report_id pledge_id article_id meeting_report_id status kind item_ar amount amount_max currency amount_text is_approximate quantity unit announced_date due_date condition_ar speaker_id attribution quote start_char end_char confidence extractor_version",
    "pledge_report_parties": "pledge_report_id role actor_id actor_name_ar person_id",
    "meetings": "meeting_id name_ar name_en kind status start_date end_date date_precision city country_code host_id series ordinal first_reported_at last_reported_at n_articles n_sources confidence plover cameo",
    "participants": "meeting_id person_id person_name_ar person_name_en role actor_id actor_name_ar actor_name_en capacity is_collective n_articles confidence",
    "pledges": "pledge_id status kind item_ar amount amount_max currency amount_usd quantity unit announced_date due_date meeting_id n_articles n_sources confidence plover cameo iati",
    "pledge_parties": "pledge_id role actor_id actor_name_ar actor_name_en",
}  # fmt: skip
VOLATILE = {"fetched_at", "run_id", "quarantined_at", "first_reported_at", "last_reported_at", "raw_id"}


def query(settings: Settings, sql: str) -> list[tuple]:
    with duckdb.connect(str(settings.published), read_only=True) as con:
        return con.execute(sql).fetchall()


def content(settings: Settings, table: str) -> list[tuple]:
    """The rows of a table without the columns that name the run."""
    with duckdb.connect(str(settings.published), read_only=True) as con:
        columns = [r[0] for r in con.execute(f"DESCRIBE {table}").fetchall() if r[0] not in VOLATILE]
        return sorted(map(str, con.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()))


@pytest.mark.parametrize("table", sorted(CONTRACT))
def test_columns_of_the_contract(table: str, sample_night: Settings) -> None:
    columns = [r[0] for r in query(sample_night, f"DESCRIBE {table}")]
    expected = CONTRACT[table].split()
    assert columns[: len(expected)] == expected


def test_every_span_is_its_quote(sample_night: Settings) -> None:
    for table in ("meeting_reports", "participant_reports", "pledge_reports"):
        wrong = query(sample_night, f"SELECT count(*) FROM {table} r JOIN articles a USING (article_id) WHERE substr(a.text, r.start_char + 1, r.end_char - r.start_char) <> r.quote")
        assert wrong == [(0,)]


def test_known_events_of_the_sample(sample_night: Settings) -> None:
    assert query(sample_night, "SELECT count(*) FROM articles") == [(42,)]
    rows = query(sample_night, "SELECT status, start_date, n_sources FROM meetings_between('SA', 'IR') LIMIT 5")
    assert [(r[0], str(r[1])) for r in query(sample_night, "SELECT status, start_date FROM meetings_between('SA', 'IR')")][:1] == [("held", "2023-04-06")]
    assert rows[0][2] == 2, "told by two outlets, one row"
    assert query(sample_night, "SELECT count(*) FROM pledges_to('UA', NULL) WHERE amount = 2.5e9 AND currency = 'USD'") == [(1,)]
    assert query(sample_night, "SELECT count(*) FROM articles WHERE duplicate_of IS NOT NULL") == [(1,)]
    no_events = query(sample_night, "SELECT count(*) FROM meeting_reports JOIN articles USING (article_id) WHERE external_id IN ('s27', 's28', 's29', 's30')")
    assert no_events == [(0,)]


def test_comments_are_published(sample_night: Settings) -> None:
    missing = query(sample_night, "SELECT table_name FROM duckdb_tables() WHERE comment IS NULL")
    assert missing == []


def test_a_reader_keeps_its_snapshot(sample_night: Settings, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(sample_night.data, data)
    settings = load_settings(data, "none")
    reader = duckdb.connect(str(settings.published), read_only=True)
    before = reader.execute("SELECT count(*) FROM articles").fetchone()
    drop = write_drop(tmp_path / "more.jsonl", {"id": "n1", "source": "new", "published": "2026-11-19", "text": "التقى الرئيس المصري عبد الفتاح السيسي نظيره الكيني وليام روتو في القاهرة اليوم وبحثا التعاون بين البلدين."})
    ingest([drop], "new", settings)
    run_night(settings, dt.date(2026, 11, 21))
    assert reader.execute("SELECT count(*) FROM articles").fetchone() == before
    reader.close()
    assert query(settings, "SELECT count(*) FROM articles") == [(43,)]
    assert len(list(settings.published.parent.glob("mahdar-*.duckdb"))) == 1
    # the same night again, and everything again from raw, give the same tables
    tables = {t: content(settings, t) for t in TABLES if t not in ("runs", "quality_results", "changes", "merges")}
    run_night(settings, dt.date(2026, 11, 21))
    assert {t: content(settings, t) for t in tables} == tables
    rebuild(settings, dt.date(2026, 11, 21))
    assert {t: content(settings, t) for t in tables} == tables


def test_a_failed_check_publishes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extract import pipeline

    settings = load_settings(tmp_path / "data", PROJECT / "sources.yml")

    def broken(*_: object) -> dict:
        raise RuntimeError("a critical expectation failed")

    monkeypatch.setattr(pipeline, "check", broken)
    with pytest.raises(pipeline.NightFailed, match="nothing was published"):
        run_night(settings, dt.date(2026, 11, 21))
    assert not settings.published.exists()
