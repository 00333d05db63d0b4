"""The quarantine's two ways: rows that fail a critical check go aside, and what was put aside is read once more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from extract.contracts import QUARANTINE, RAW_RECORDS
from extract.sources.raw import quarantine_row, write_quarantine, write_table
from extract.store import source, written

if TYPE_CHECKING:
    from extract.settings import Settings

# Table → what of the run's files is kept, and of which tables, when rows of it (named in ``aside``) go.
_KEY = {
    "raw_records": "raw_id", "articles": "article_id", "meeting_reports": "meeting_report_id",
    "participant_reports": "meeting_report_id || '#' || participant_no", "pledge_reports": "pledge_report_id",
}  # fmt: skip
_KEPT = {
    "raw_records": {"raw_records": "SELECT * FROM rows WHERE raw_id NOT IN (FROM aside)"},
    "articles": {
        "articles": "SELECT * FROM rows WHERE article_id NOT IN (FROM aside)",
        "duplicate_pairs": "SELECT * FROM rows WHERE article_id NOT IN (FROM aside) AND other_article_id NOT IN (FROM aside)",
    },
    "meeting_reports": {
        "meeting_reports": "SELECT * FROM rows WHERE meeting_report_id NOT IN (FROM aside)",
        "participant_reports": "SELECT * FROM rows WHERE meeting_report_id NOT IN (FROM aside)",
        "pledge_reports": "SELECT * REPLACE (CASE WHEN meeting_report_id NOT IN (FROM aside) THEN meeting_report_id END AS meeting_report_id) FROM rows",
    },
    "participant_reports": {"participant_reports": f"SELECT * FROM rows WHERE {_KEY['participant_reports']} NOT IN (FROM aside)"},
    "pledge_reports": {
        "pledge_reports": "SELECT * FROM rows WHERE pledge_report_id NOT IN (FROM aside)",
        "pledge_report_parties": "SELECT * FROM rows WHERE pledge_report_id NOT IN (FROM aside)",
    },
}


def set_aside(settings: Settings, run_id: str, suite: str, failing: list[dict[str, str]]) -> int:
    """Take rows out of the run's files and put them into its quarantine with the reason; return how many rows went.

    ``failing`` gives table, key, expectation and why (``expectations.SuiteResult.aside``). A row takes with it what is
    nothing without it: an article its pairs of copies, a meeting its participants, a pledge its parties.
    """
    folder = settings.run_folder(run_id)
    now = dt.datetime.now(dt.timezone.utc).replace(tzinfo=None)
    kept_path = folder / f"quarantine-check-{suite}.parquet"
    rows = pq.read_table(source(kept_path), schema=QUARANTINE).to_pylist() if kept_path.exists() else []
    n_aside = 0
    for table in _KEPT:
        told = [f for f in failing if f["table"] == table]
        keys = sorted({f["key"] for f in told})
        if not keys:
            continue
        n_aside += len(keys)
        with duckdb.connect(":memory:") as con:
            con.execute("SET TimeZone = 'UTC'")
            settings.reach_store(con)
            con.register("aside", pa.table({"key": keys}))
            where = _whereabouts(con, folder, table)
            for f in told:
                article_id, raw_id, source_id, address = where[f["key"]]
                rows.append(quarantine_row("check", f["expectation"], f"{table} {f['key']}: {f['why']}", f"{address}#{f['key']}", run_id, now,
                                           source_id=source_id, article_id=article_id, raw_id=raw_id))  # fmt: skip
            write_quarantine(folder, f"check-{suite}", rows)  # before the rows go: a crash between leaves them in both places
            for name, kept in _KEPT[table].items():
                for path in _files(folder, name):
                    con.execute(f"CREATE OR REPLACE TEMP VIEW rows AS SELECT * FROM read_parquet('{path}')")
                    with written(path) as beside:
                        con.execute(f"COPY ({kept}) TO '{beside}' (FORMAT parquet, COMPRESSION zstd)")
    return n_aside


def _whereabouts(con: duckdb.DuckDBPyConnection, folder: Path, table: str) -> dict[str, tuple[str, str, str, str]]:
    """Key → article_id, raw_id, source_id and address of the rows that go."""
    files = [str(p) for p in _files(folder, table)]
    if table == "raw_records":
        found = con.execute("SELECT raw_id, NULL, raw_id, source_id, coalesce(url, object_path) FROM read_parquet(?) WHERE raw_id IN (FROM aside)", [files])
    else:
        found = con.execute(
            f"""SELECT {_KEY[table].replace("article_id", "r.article_id")}, a.article_id, a.raw_id, a.source_id, coalesce(a.url, a.article_id)
                FROM read_parquet(?) AS r JOIN read_parquet(?) AS a USING (article_id) WHERE {_KEY[table].replace("article_id", "r.article_id")} IN (FROM aside)""",
            [files, [str(p) for p in _files(folder, "articles")]],
        )
    return {row[0]: row[1:] for row in found.fetchall()}


def _files(folder: Path, table: str) -> list[Path]:
    return sorted(p for pattern in (f"{table}.parquet", f"{table}-*.parquet") for p in folder.glob(pattern))


def requeue(
    settings: Settings, day: dt.date, *, step: str | None = None, reason: str | None = None, tell: Callable[[str], None] = lambda _: None
) -> dict[str, Any]:
    """Read again what is in quarantine (of one ``step`` or ``reason`` alone, where given) and publish what passes now.

    Returns the run's id and the numbers of records that were ``read``, ``mended``, are ``still_aside``, and of entries
    that name no record (``of_the_fetch``: the next night fetches those again). Raises LookupError where nothing is to be
    read, NightFailed where a step fails: then nothing is published, and the quarantine stays as it was.
    """
    from extract import pipeline
    from extract.locks import run_lock

    pipeline.check_data_folder(settings)
    with run_lock(settings):
        aside, of_the_fetch = _records_aside(settings, step, reason)
        if not aside:
            raise LookupError(f"nothing in quarantine can be read again; {of_the_fetch} entries name no record, which the next night fetches again")
        run_id = pipeline.new_run_id(day)
        replay = settings.run_folder(run_id) / "raw_records-replay.parquet"
        result = pipeline.run_steps(settings, run_id, day, tell, {"fetch": lambda: {"records": write_table(aside, RAW_RECORDS, replay)}})
        left = {row["raw_id"] for row in _records_aside(settings, None, None)[0]}
    still = sum(row["raw_id"] in left for row in aside)
    return result | {"read": len(aside), "mended": len(aside) - still, "still_aside": still, "of_the_fetch": of_the_fetch}


def _records_aside(settings: Settings, step: str | None, reason: str | None) -> tuple[list[dict[str, Any]], int]:
    """The raw records that quarantine entries name, as first received, and the number of entries that name none."""
    from extract.warehouse import open_warehouse

    with open_warehouse(settings) as con:
        entries = con.execute(
            """SELECT coalesce(q.raw_id, a.raw_id) FROM raw.quarantine AS q
               LEFT JOIN (SELECT article_id, max(raw_id) AS raw_id FROM raw.articles GROUP BY 1) AS a USING (article_id)
               WHERE (? IS NULL OR q.step = ?) AND (? IS NULL OR q.reason = ?) AND q.reason <> 'duplicate_id'""",
            [step, step, reason, reason],
        ).fetchall()
    named = sorted({raw_id for (raw_id,) in entries if raw_id})
    files = sorted((settings.raw / "records").rglob("*.parquet"))
    received = pa.concat_tables(pq.read_table(source(f), schema=RAW_RECORDS, filters=[("raw_id", "in", named)]) for f in files).to_pylist() if named and files else []
    first = {row["raw_id"]: row for row in sorted(received, key=lambda r: r["fetched_at"], reverse=True)}
    return [first[k] for k in sorted(first)], sum(raw_id is None for (raw_id,) in entries)
