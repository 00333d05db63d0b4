"""Publication: a copy of the warehouse's main schema for readers, built beside and renamed into place."""

from __future__ import annotations

import datetime as dt
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from extract import delta
from extract.published_form import Mark, comment, create_macros, form, read_mark, write_mark
from extract.warehouse import MEMORY

if TYPE_CHECKING:
    from extract.settings import Settings

KEPT = 7  # published files kept for going back
LOG = logging.getLogger(__name__)
# The published tables, in the order of the contract; what else dbt builds stays in the warehouse.
TABLES = (
    "articles", "meeting_reports", "participant_reports", "pledge_reports", "pledge_report_parties", "meetings",
    "participants", "pledges", "pledge_parties", "people", "actors", "places", "aliases", "changes", "merges",
    "quality_results", "quarantine", "runs", "meeting_conflicts", "arrivals", "pledge_parts", "corrections",
    "article_lemmas", "word_lemmas",
)  # fmt: skip
SCHEMAS = {table: "raw" if table in ("quality_results", "runs") else "main" for table in TABLES}  # tonight's rows of these came after dbt


def publish(settings: Settings) -> dict[str, int]:
    """Write ``published/mahdar.duckdb`` anew and return the rows of each table.

    Where the file published before has the same form, and builds since then only added to what it holds, the new one is a
    copy of it with tonight's rows; else all rows are copied. Readers with the old file open keep their snapshot. Raises
    duckdb.Error where the new file cannot be read back; the old one is then left in place.
    """
    target = settings.published
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    before = read_mark(target)
    if not (before and _add_to(target, beside, before, settings)):
        _write_whole(beside, settings)
    counts = _read_back(beside)
    exchange(beside, target)
    return counts


def _write_whole(beside: Path, settings: Settings) -> None:
    """A new file with all rows of the warehouse's published tables."""
    beside.unlink(missing_ok=True)
    with _writing(beside, settings) as con:
        mark = _mark(con)
        for table, schema in SCHEMAS.items():
            con.execute(f"CREATE TABLE main.{table} AS SELECT * FROM warehouse.{schema}.{table}")
        comment(con, TABLES)
        create_macros(con)
        write_mark(con, mark)


def _add_to(target: Path, beside: Path, before: Mark, settings: Settings) -> bool:
    """A copy of ``target``, which bears the mark ``before``, with the rows of the builds since; False where all must be copied."""
    with duckdb.connect() as con:
        settings.attach_warehouse(con)
        present = _mark(con)
        if present.form != before.form or not delta.can_add(con, before.build):
            return False
    delta.copy_file(target, beside)
    try:
        with _writing(beside, settings) as con:
            added = delta.add(con, before.build, SCHEMAS)
            write_mark(con, present)
    except duckdb.Error as error:  # a file that nothing can be added to must not keep every night after it from being published
        LOG.warning("the file published before cannot be added to: %s", error)
        return False
    return added


@contextmanager
def _writing(beside: Path, settings: Settings) -> Iterator[duckdb.DuckDBPyConnection]:
    """The file ``beside`` open for writing with the warehouse attached; all is in it, without a log, at the end."""
    con = duckdb.connect(str(beside))
    try:
        con.execute("SET TimeZone = 'UTC'")
        con.execute(f"SET memory_limit = '{MEMORY}'")
        settings.attach_warehouse(con)
        yield con
        con.execute("DETACH warehouse")
        con.execute("CHECKPOINT")
    finally:
        con.close()


def _mark(con: duckdb.DuckDBPyConnection) -> Mark:
    """The mark of a file made of the attached warehouse now. Raises RuntimeError where the warehouse lacks a table."""
    have = {r[0] for r in con.execute("SELECT table_name FROM duckdb_tables() WHERE database_name = 'warehouse' AND schema_name = 'main'").fetchall()}
    missing = [t for t in TABLES if t not in have]
    if missing:
        raise RuntimeError(f"the warehouse lacks {', '.join(missing)}: run dbt build first")
    last = con.execute("SELECT build_id FROM warehouse.raw.builds ORDER BY number DESC LIMIT 1").fetchone()
    return Mark(last[0] if last else "", form(con, TABLES))


def exchange(beside: Path, target: Path) -> None:
    """Put ``beside`` in the place of ``target`` at one stroke; the file that was there is kept under its date."""
    if target.exists():
        _keep(target)
    beside.replace(target)


def _read_back(path: Path) -> dict[str, int]:
    """Open the new file as a reader would and count its rows."""
    with duckdb.connect(str(path), read_only=True) as con:
        return {t: con.execute(f"SELECT count(*) FROM main.{t}").fetchone()[0] for t in TABLES}  # type: ignore[index]


def _keep(target: Path) -> None:
    """Link the present file under its date before it is replaced; drop the oldest links beyond ``KEPT``."""
    stamp = dt.datetime.fromtimestamp(target.stat().st_mtime, dt.timezone.utc).strftime("%Y%m%dT%H%M%SZ")
    kept = target.with_name(f"mahdar-{stamp}.duckdb")
    if not kept.exists():
        os.link(target, kept)
    for old in sorted(target.parent.glob("mahdar-*.duckdb"))[:-KEPT]:
        old.unlink()
