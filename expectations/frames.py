"""The rows that expectations look at: SQL over a run's Parquet files or over the warehouse, in bounded batches."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from extract.contracts import REPEATS, TABLES

if TYPE_CHECKING:
    import pandas as pd

BATCH_ROWS = 100_000
MEMORY = "1GB"  # beyond it DuckDB spills to a folder of the run
Attach = Callable[[duckdb.DuckDBPyConnection], None]
SEEDS = Path(__file__).resolve().parent.parent / "seeds"
# A record of the night is told by its raw_id in exactly one of these ways; {articles} narrows which articles count.
UNACCOUNTED = """SELECT r.source_id, count(*) AS n_records, count(a.raw_id) AS n_articles, count(q.raw_id) AS n_quarantined,
                        count(d.raw_id) AS n_repeated,
                        count(*) FILTER (coalesce(a.raw_id, q.raw_id, d.raw_id) IS NULL) AS n_lost,
                        array_to_string(min(r.raw_id, 5) FILTER (coalesce(a.raw_id, q.raw_id, d.raw_id) IS NULL), ', ') AS shows
                 FROM (SELECT DISTINCT raw_id, source_id FROM raw_records) AS r
                 LEFT JOIN (SELECT DISTINCT raw_id FROM articles {articles}) AS a USING (raw_id)
                 LEFT JOIN (SELECT DISTINCT raw_id FROM quarantine) AS q USING (raw_id)
                 LEFT JOIN (SELECT DISTINCT raw_id FROM repeats) AS d USING (raw_id)
                 GROUP BY r.source_id ORDER BY r.source_id"""


@dataclass(frozen=True)
class Frame:
    """A named query. ``key`` is the column that names a row to a person; the column ``shows``, where there is one, what
    it says. ``batched`` is False for small aggregates, where all rows are looked at together. ``table`` is the run's
    table of which each row of the frame is a row: what fails a critical expectation of such a frame goes aside."""

    name: str
    sql: str
    key: str
    batched: bool = True
    table: str | None = None


def connect(
    run_folder: Path, spill: Path, reach_store: Attach, attach_warehouse: Attach | None, history: Path | None
) -> duckdb.DuckDBPyConnection:  # fmt: skip
    """An in-memory connection with a view ``<table>`` for each table of the run (empty where the run wrote none).

    ``spill`` is a folder for what memory does not hold. ``reach_store`` lets it read an object store, where the run folder is in
    one; ``attach_warehouse`` attaches the warehouse as ``warehouse``; the last published file is attached as ``history``. Where one
    of them does not exist its name is an empty catalogue.
    """
    con = duckdb.connect(":memory:")
    con.execute(f"SET memory_limit = '{MEMORY}'; SET temp_directory = {_quoted(spill)}")
    reach_store(con)
    for table, schema in (TABLES | {"repeats": REPEATS}).items():
        con.register(f"empty_{table}", schema.empty_table())
        files = sorted(str(p) for pattern in (f"{table}.parquet", f"{table}-*.parquet") for p in run_folder.glob(pattern))
        if files:
            con.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet({files!r}, union_by_name = true)")
        else:
            con.execute(f"CREATE VIEW {table} AS SELECT * FROM empty_{table}")
    if attach_warehouse:
        attach_warehouse(con)
    else:
        con.execute("ATTACH ':memory:' AS warehouse")
    con.execute(f"ATTACH {_quoted(history)} AS history (READ_ONLY)" if history and history.exists() else "ATTACH ':memory:' AS history")
    return con


def prepare(con: duckdb.DuckDBPyConnection, now: dt.datetime) -> None:
    """Views on the past (``past_results``, ``past_runs``, ``past_meetings`` …; empty before the first publication), on the
    reference data that checks need, and the variable ``now``."""
    con.execute("SET TimeZone = 'UTC'; SET preserve_insertion_order = false")
    con.execute("SET VARIABLE now = ?::TIMESTAMP", [now])
    have = {r[0] for r in con.execute("SELECT table_name FROM duckdb_tables() WHERE database_name = 'history'").fetchall()}
    for view, table, columns in (
        ("past_results", "quality_results", "run_id, expectation, observed, checked_at"),
        ("past_runs", "runs", "run_id, day, status"),
    ):
        source = f"history.main.{table}" if table in have else f"empty_{table}"
        con.execute(f"CREATE OR REPLACE TEMP VIEW {view} AS SELECT {columns} FROM {source}")
    for view, table, column in (("past_articles", "articles", "article_id"), ("past_meetings", "meetings", "meeting_id"), ("past_pledges", "pledges", "pledge_id")):
        source = f"SELECT {column} FROM history.main.{table}" if table in have else f"SELECT NULL::VARCHAR AS {column} WHERE false"
        con.execute(f"CREATE OR REPLACE TEMP VIEW {view} AS {source}")
    _see_unpublished(con)
    con.execute(f"CREATE OR REPLACE TEMP VIEW offices AS SELECT person_id, role_en, from_year::INT AS from_year, to_year::INT AS to_year FROM read_csv({_quoted(SEEDS / 'offices.csv')})")
    con.execute(f"CREATE OR REPLACE TEMP VIEW city_countries AS SELECT name_en AS city, list(country_code) AS countries FROM read_csv({_quoted(SEEDS / 'places.csv')}) WHERE kind = 'city' GROUP BY 1")
    con.execute(f"CREATE OR REPLACE TEMP VIEW outlets AS SELECT source_id, first_year FROM read_csv({_quoted(Path(__file__).parent / 'outlets.csv')})")


def _see_unpublished(con: duckdb.DuckDBPyConnection) -> None:
    """Tables ``unpublished_meetings`` and ``unpublished_pledges``: the ids of what builds since the last published file made.

    What that file holds was judged before it was published. Everything where it does not say which build it holds.
    """
    marked = con.execute("SELECT count(*) FROM duckdb_functions() WHERE database_name = 'history' AND function_name = 'publication'").fetchone() != (0,)
    built = con.execute("SELECT count(*) FROM duckdb_tables() WHERE database_name = 'warehouse' AND schema_name = 'raw' AND table_name = 'builds'").fetchone() != (0,)
    whole = con.execute("SELECT count(*) FROM duckdb_tables() WHERE database_name = 'warehouse' AND schema_name = 'main' AND table_name = 'meetings'").fetchone() != (0,)
    for event in ("meeting", "pledge"):
        if marked and built:
            ids = f"""SELECT DISTINCT {event}_id FROM warehouse.intermediate.int_{event}_identities WHERE build_id NOT IN (
                        SELECT b.build_id FROM warehouse.raw.builds AS b
                        WHERE b.number <= (SELECT p.number FROM warehouse.raw.builds AS p WHERE p.build_id = history.main.publication().build))"""
        else:
            ids = f"SELECT {event}_id FROM warehouse.main.{event}s" if whole else f"SELECT NULL::VARCHAR AS {event}_id WHERE false"
        con.execute(f"CREATE OR REPLACE TEMP TABLE unpublished_{event}s AS {ids}")


def batches(con: duckdb.DuckDBPyConnection, frame: Frame) -> Iterator[pd.DataFrame]:
    """The frame's rows as DataFrames of about ``BATCH_ROWS`` rows; one empty frame where there are none."""
    cursor = con.execute(frame.sql)
    if not frame.batched:
        yield cursor.df()
        return
    chunks = max(1, BATCH_ROWS // 2048)  # DuckDB hands out vectors of 2,048 rows
    first = True
    while True:
        chunk = cursor.fetch_df_chunk(chunks)
        if len(chunk) or first:
            yield chunk
        if not len(chunk):
            return
        first = False


def _quoted(value: object) -> str:
    return "'" + str(value).replace("'", "''") + "'"
