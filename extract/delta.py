"""Publication of what changed: a copy of the file published before, in which the rows that builds since then touched are replaced.

Every row of articles, reports and events goes back to int_articles and to the tables of identities, whose rows bear the
build that made them (dbt/macros/incremental.sql). What the builds of the published file made stands in it already.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import duckdb

# By what the rows of a published table are replaced; a table that is not named here is small, and is written anew.
KEYS = {
    "articles": "article_id", "article_lemmas": "article_id",
    "meeting_reports": "meeting_report_id", "participant_reports": "meeting_report_id",
    "pledge_reports": "pledge_report_id", "pledge_report_parties": "pledge_report_id",
    "meetings": "meeting_id", "participants": "meeting_id", "meeting_conflicts": "meeting_id",
    "pledges": "pledge_id", "pledge_parties": "pledge_id", "pledge_parts": "pledge_id",
    "arrivals": "entity_id",
}  # fmt: skip
SPENT = 1.3  # rows that a table holds, deleted ones among them, for one that stands: beyond it the file is made anew


def can_add(con: duckdb.DuckDBPyConnection, build: str) -> bool:
    """Whether all that was built since ``build`` was built on top of it. ``con`` has the warehouse attached."""
    found = con.execute(
        """SELECT count(*) FILTER (build_id = $1), count(*) FILTER (is_whole AND number > (SELECT number FROM warehouse.raw.builds WHERE build_id = $1))
           FROM warehouse.raw.builds""",
        [build],
    ).fetchone()
    return found == (1, 0)


def copy_file(source: Path, target: Path) -> None:
    """Copy a file within the kernel; a file system that can (XFS, Btrfs) shares the blocks until one of the two is written."""
    try:
        with source.open("rb") as a, target.open("wb") as b:
            while os.copy_file_range(a.fileno(), b.fileno(), 1 << 30):
                pass
    except OSError:  # another file system between them, or one that cannot
        shutil.copyfile(source, target)


def add(con: duckdb.DuckDBPyConnection, build: str, tables: dict[str, str]) -> bool:
    """Replace in the file of ``con``, a copy of the one published at ``build``, the rows touched since; False where it should be made anew.

    ``tables`` maps each published table to the schema of the attached warehouse that it comes from.
    """
    if _spent(con):
        return False
    con.execute("BEGIN")
    _touched(con, build)
    for table, schema in tables.items():
        source = f"warehouse.{schema}.{table}"
        if key := KEYS.get(table):
            con.execute(f"DELETE FROM main.{table} WHERE {key} IN (SELECT {key} FROM touched_{key} WHERE is_published)")
            con.execute(f"INSERT INTO main.{table} SELECT * FROM {source} WHERE {key} IN (SELECT {key} FROM touched_{key})")
        else:
            con.execute(f"DELETE FROM main.{table}")
            con.execute(f"INSERT INTO main.{table} SELECT * FROM {source}")
    con.execute("COMMIT")
    return all(_rows(con, f"main.{table}") == _rows(con, f"warehouse.{schema}.{table}") for table, schema in tables.items())


def _touched(con: duckdb.DuckDBPyConnection, build: str) -> None:
    """A temporary table ``touched_KEY`` of each key: what builds since ``build`` made, and what is published of it under other ids.

    A report that is no more goes with its article; an event that is no more goes with the reports that it had.
    """
    con.execute("CREATE TEMP TABLE settled AS SELECT build_id FROM warehouse.raw.builds WHERE number <= (SELECT number FROM warehouse.raw.builds WHERE build_id = ?)", [build])
    since = "build_id NOT IN (SELECT build_id FROM settled)"
    _keep_touched(con, "article_id", f"SELECT article_id FROM warehouse.intermediate.int_articles WHERE {since}", "articles")
    for kind in ("meeting", "pledge"):
        report, event, identities = f"{kind}_report_id", f"{kind}_id", f"warehouse.intermediate.int_{kind}_identities"
        _keep_touched(
            con, report,
            f"""SELECT {report} FROM {identities} WHERE {since}
                UNION SELECT {report} FROM main.{kind}_reports WHERE article_id IN (SELECT article_id FROM touched_article_id WHERE is_published)""",
            f"{kind}_reports",
        )  # fmt: skip
        # A pledge names the meeting it was made at, so that it changes with the meeting's id.
        at = f"UNION SELECT {event} FROM warehouse.intermediate.int_pledges WHERE meeting_report_id IN (SELECT meeting_report_id FROM touched_meeting_report_id)"
        _keep_touched(
            con, event,
            f"""SELECT {event} FROM {identities} WHERE {since}
                UNION SELECT {event} FROM main.{kind}_reports WHERE {report} IN (SELECT {report} FROM touched_{report} WHERE is_published)
                {at if kind == "pledge" else ""}""",
            f"{kind}s",
        )  # fmt: skip
    _keep_touched(con, "entity_id", "SELECT meeting_id AS entity_id FROM touched_meeting_id UNION ALL SELECT pledge_id FROM touched_pledge_id", "arrivals")


def _keep_touched(con: duckdb.DuckDBPyConnection, key: str, ids: str, table: str) -> None:
    """``touched_KEY``: the ids, and whether ``table`` as published has each: most have come tonight and need no search in all tables."""
    con.execute(
        f"""CREATE TEMP TABLE touched_{key} AS
            SELECT t.{key}, t.{key} IN (SELECT p.{key} FROM main.{table} AS p) AS is_published FROM (SELECT DISTINCT {key} FROM ({ids})) AS t"""
    )


def _spent(con: duckdb.DuckDBPyConnection) -> bool:
    """Whether rows that were replaced take too much of the file."""
    held = dict(con.execute("SELECT table_name, estimated_size FROM duckdb_tables() WHERE database_name = current_database()").fetchall())
    return sum(held[t] for t in KEYS) > SPENT * sum(_rows(con, f"main.{t}") for t in KEYS)


def _rows(con: duckdb.DuckDBPyConnection, table: str) -> int:
    return int(con.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # type: ignore[index]
