"""The writer's DuckDB file: the tables of the schema ``raw``, the loader, dbt in process."""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa

from extract import lake
from extract.contracts import TABLES

if TYPE_CHECKING:
    from dbt.cli.main import dbtRunnerResult

    from extract.settings import Settings

MEMORY = "1200MB"  # what DuckDB may hold before it uses the disk; dbt/profiles.yml says the same
LOG = logging.getLogger(__name__)
# What identifies a row of a raw table: rows of tonight's files replace those with the same key.
KEYS = {
    "raw_records": ("raw_id",), "articles": ("article_id", "content_sha256"), "duplicate_pairs": ("article_id", "other_article_id"),
    "quarantine": ("quarantine_id",), "meeting_reports": ("article_id",), "participant_reports": ("article_id",),
    "pledge_reports": ("article_id",), "pledge_report_parties": ("article_id",), "readings": ("article_id", "content_sha256"),
    "article_lemmas": ("article_id",), "word_lemmas": ("word",),
    "quality_results": ("run_id", "suite"), "runs": ("run_id",),
}  # fmt: skip
_OF_READINGS = ("meeting_reports", "participant_reports", "pledge_reports", "pledge_report_parties", "article_lemmas")
_SQL_TYPES = {
    pa.string(): "VARCHAR", pa.int32(): "INTEGER", pa.int64(): "BIGINT", pa.float64(): "DOUBLE", pa.bool_(): "BOOLEAN",
    pa.date32(): "DATE", pa.timestamp("us"): "TIMESTAMP", pa.list_(pa.string()): "VARCHAR[]",
}  # fmt: skip


class WarehouseBusy(Exception):
    """Another run has the warehouse open for writing."""


@contextmanager
def open_warehouse(settings: Settings, *, attempts: int = 10) -> Iterator[duckdb.DuckDBPyConnection]:
    """The warehouse open for writing, its raw tables made where they are missing.

    Waits a few seconds for another writer, then raises WarehouseBusy.
    """
    settings.warehouse.parent.mkdir(parents=True, exist_ok=True)
    for attempt in range(attempts):
        try:
            con = duckdb.connect()
            lake.attach(con, settings, read_only=False)
            settings.reach_store(con)
            break
        except duckdb.IOException as error:
            if attempt + 1 == attempts:
                what = "the catalogue of the lake cannot be opened: its server does not answer, or it" if settings.lake else str(settings.warehouse)
                raise WarehouseBusy(f"{what} is being written by another run; wait until it ends ({error})") from error
            time.sleep(0.5)
    try:
        con.execute("SET TimeZone = 'UTC'")
        con.execute(f"SET memory_limit = '{MEMORY}'")
        con.execute("USE warehouse")
        con.execute("CREATE SCHEMA IF NOT EXISTS raw")
        for table, schema in TABLES.items():
            columns = ", ".join(f'"{f.name}" {_SQL_TYPES[f.type]}' for f in schema)
            con.execute(f"CREATE TABLE IF NOT EXISTS raw.{table} ({columns})")
        con.execute("CREATE TABLE IF NOT EXISTS raw.builds (number BIGINT, build_id VARCHAR, is_whole BOOLEAN)")
        yield con
    finally:
        con.close()


def load(settings: Settings, run_id: str, tables: tuple[str, ...] = tuple(TABLES), *, anew: bool = False) -> dict[str, int]:
    """Load a run's Parquet files into the schema ``raw`` in one transaction; return the rows a table now has of them.

    Keyed delete and insert: a run loaded twice leaves what one load leaves. The reports of an article that was read
    again are replaced as a whole. With ``anew`` the run takes the place of all that was loaded before; the history,
    the quarantine, quality results and runs stay.
    """
    folder = settings.run_folder(run_id)
    counts: dict[str, int] = {}
    if anew:
        _rules_file(settings).unlink(missing_ok=True)  # nothing that was built before stands
    with open_warehouse(settings) as con:
        con.execute("BEGIN")
        try:
            for table in [t for t in KEYS if anew and t not in ("quality_results", "runs", "quarantine")]:
                con.execute(f"DELETE FROM raw.{table}")
            readings = _files(folder, "readings")
            if "quarantine" in tables:
                _forget_mended(con, folder)
            for table in tables:
                files = _files(folder, table)
                if not files:
                    continue
                rows = "DISTINCT *" if table == "word_lemmas" else "*"  # each batch of articles brings its words
                con.execute(f"CREATE OR REPLACE TEMP TABLE incoming AS SELECT {rows} FROM read_parquet({files!r}, union_by_name = true)")
                key = ", ".join(KEYS[table])
                if table == "duplicate_pairs":  # tonight's articles were compared with all others again
                    seen = f"(SELECT article_id FROM read_parquet({_files(folder, 'articles')!r}))"
                    con.execute(f"DELETE FROM raw.{table} WHERE article_id IN {seen} OR other_article_id IN {seen}")
                elif table in _OF_READINGS and readings:
                    con.execute(f"DELETE FROM raw.{table} WHERE article_id IN (SELECT article_id FROM read_parquet({readings!r}))")
                else:
                    con.execute(f"DELETE FROM raw.{table} WHERE ({key}) IN (SELECT ({key}) FROM incoming)")
                columns = ", ".join(f'"{n}"' for n in TABLES[table].names)
                con.execute(f"INSERT INTO raw.{table} ({columns}) SELECT {columns} FROM incoming")
                counts[table] = con.execute("SELECT count(*) FROM incoming").fetchone()[0]  # type: ignore[index]
            con.execute("COMMIT")
        except Exception:
            con.execute("ROLLBACK")
            raise
    return counts


def _forget_mended(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Take out of the quarantine what this run has read again; what failed again comes back with the run's own quarantine."""
    for table, column in (("raw_records", "raw_id"), ("articles", "article_id")):
        if files := _files(folder, table):
            con.execute(
                f"""DELETE FROM raw.quarantine WHERE step IN ('clean', 'extract', 'check')
                    AND {column} IN (SELECT {column} FROM read_parquet({files!r}, union_by_name = true))"""
            )


def _files(folder: Path, table: str) -> list[str]:
    return sorted(str(p) for pattern in (f"{table}.parquet", f"{table}-*.parquet") for p in folder.glob(pattern))


class DbtFailed(Exception):
    """A dbt model or test failed; the message names it."""


def _rules_file(settings: Settings) -> Path:
    """Which rules the tables in the warehouse were built by; not there while a build is under way or after it failed."""
    return settings.warehouse.with_suffix(".rules")


def rules(project: Path) -> str:
    """A digest of all that decides what dbt makes of given raw rows: models, macros, seeds and corrections."""
    paths = sorted(p for pattern in ("dbt/[!t]*/**/*.sql", "seeds/*.csv", "corrections/*.csv") for p in project.glob(pattern))
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.relative_to(project).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def run_dbt(settings: Settings, *, full_refresh: bool = False) -> dict[str, int]:
    """Run ``dbt build`` in this process on the warehouse; return how many nodes ended in which state.

    A build is incremental where the one before succeeded by the same rules (models, seeds, corrections); else it makes
    all tables anew. Raises DbtFailed that names each model or test that failed, with its message.
    """
    built_by, present = _rules_file(settings), rules(settings.project)
    full_refresh = full_refresh or not built_by.exists() or built_by.read_text() != present
    built_by.unlink(missing_ok=True)
    arguments = ["build"]
    if full_refresh:
        arguments.append("--full-refresh")
    result = _dbt(settings, arguments)
    states: dict[str, int] = {}
    failed = []
    for node in getattr(result.result, "results", None) or []:
        state = str(node.status)
        states[state] = states.get(state, 0) + 1
        if state in ("error", "fail", "runtime error"):
            failed.append(f"{node.node.name}: {node.message}")
    if not result.success:
        raise DbtFailed("dbt: " + ("; ".join(failed) if failed else str(result.exception)))
    _remember_build(settings, full_refresh)
    built_by.write_text(present)
    _tell_of_corrections(settings)
    return states


def _remember_build(settings: Settings, is_whole: bool) -> None:
    """Put the build that dbt has just ended after those before it; publication asks which rows came since the last one."""
    from dbt_common.invocation import get_invocation_id

    with open_warehouse(settings) as con:
        con.execute("INSERT INTO raw.builds SELECT coalesce(max(number), 0) + 1, ?, ? FROM raw.builds", [get_invocation_id(), is_whole])


def _dbt(settings: Settings, arguments: list[str]) -> dbtRunnerResult:
    """One dbt command in this process, on the data folder's warehouse."""
    os.environ |= lake.environment(settings) | {"DBT_SEND_ANONYMOUS_USAGE_STATS": "False", "DO_NOT_TRACK": "1"}
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt.cli.main import dbtRunner

    project, target = settings.project / "dbt", settings.cache / "dbt"
    before = ["--log-path", str(target / "logs"), "--log-level", "warn", "--no-use-colors"]
    places = ["--project-dir", str(project), "--profiles-dir", str(project), "--target-path", str(target / "target")]
    try:
        return dbtRunner(callbacks=[_tell_of_result]).invoke([*before, *arguments, *places])
    finally:
        DuckDBConnectionManager.close_all_connections()  # it would keep the catalogue of a lake open


def _tell_of_result(event: Any) -> None:
    """Log each model as it is made, and each test that does not pass, so that a long build can be watched."""
    name, level = event.info.name, event.info.level
    if name in ("LogModelResult", "LogSnapshotResult") or name == "LogTestResult" and level != "info":
        LOG.log({"warn": logging.WARNING, "error": logging.ERROR}.get(level, logging.INFO), "%s", event.info.msg)


def document(settings: Settings) -> Path:
    """Write dbt's documentation of the models last built as one page that needs no network, where they changed; its path."""
    page = settings.docs / "dbt" / "index.html"
    of = page.with_name("rules.txt")
    present = rules(settings.project)
    if not page.exists() or not of.exists() or of.read_text() != present:
        result = _dbt(settings, ["docs", "generate", "--static", "--no-compile"])
        if not result.success:
            raise DbtFailed(f"dbt docs: {result.exception}")
        page.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(settings.cache / "dbt" / "target" / "static_index.html", page)
        of.write_text(present)
    return page


def _tell_of_corrections(settings: Settings) -> None:
    """Warn of each correction that finds nothing to correct any more."""
    with open_warehouse(settings) as con:
        for kind, on, who, problem in con.execute("SELECT correction, on_id, who, problem FROM main.corrections WHERE NOT applies ORDER BY ALL").fetchall():
            LOG.warning("the correction %s of %s by %s does not apply: %s; see corrections/", kind, on, who, problem)

