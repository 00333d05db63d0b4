"""The rows that expectations look at: SQL over a run's Parquet files or over the warehouse, in bounded batches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from extract.contracts import TABLES

if TYPE_CHECKING:
    import pandas as pd

BATCH_ROWS = 100_000


@dataclass(frozen=True)
class Frame:
    """A named query. ``key`` is the column that names a row to a person; ``batched`` is False where an
    expectation looks at all rows together, which is for small aggregates alone."""

    name: str
    sql: str
    key: str
    batched: bool = True


def connect(run_folder: Path, warehouse: Path | None, history: Path | None) -> duckdb.DuckDBPyConnection:
    """An in-memory connection with a view ``<table>`` for each table of the run (empty where the run wrote none).

    ``warehouse`` is attached read-only as ``warehouse``, the last published file as ``history``; where one of
    them does not exist its name is an empty catalogue with the tables of the schema ``raw``.
    """
    con = duckdb.connect(":memory:")
    con.execute("SET TimeZone = 'UTC'")
    for table, schema in TABLES.items():
        con.register(f"empty_{table}", schema.empty_table())
        files = sorted(str(p) for pattern in (f"{table}.parquet", f"{table}-*.parquet") for p in run_folder.glob(pattern))
        if files:
            con.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet({files!r}, union_by_name = true)")
        else:
            con.execute(f"CREATE VIEW {table} AS SELECT * FROM empty_{table}")
    for name, path in (("warehouse", warehouse), ("history", history)):
        if path is not None and path.exists():
            con.execute(f"ATTACH '{str(path).replace(chr(39), chr(39) * 2)}' AS {name} (READ_ONLY)")
        else:
            con.execute(f"ATTACH ':memory:' AS {name}")
    _ensure_history(con)
    return con


def _ensure_history(con: duckdb.DuckDBPyConnection) -> None:
    """A view ``past_results`` over the published quality results; empty before the first publication."""
    has = con.execute(
        "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'history' AND table_name = 'quality_results'"
    ).fetchone()
    source = "history.main.quality_results" if has and has[0] else "empty_quality_results"
    con.execute(f"CREATE VIEW past_results AS SELECT * FROM {source}")


def batches(con: duckdb.DuckDBPyConnection, frame: Frame) -> Iterator[pd.DataFrame]:
    """The frame's rows as DataFrames of at most ``BATCH_ROWS`` rows; one empty frame where there are none."""
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
