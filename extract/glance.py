"""What the person on call wants to know about a night: its runs, counts, failures, freshness. Reads files only."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq

from extract import run_names
from extract.contracts import TABLES
from extract.settings import Settings
from extract.store import folders, source

SUITES = ("raw", "articles", "reports", "marts")
_PUBLISHED = {
    "freshness": """SELECT source_id, count(*) AS articles, max(fetched_at) AS fetched_at, max(published_at) AS published_at
                    FROM articles GROUP BY 1 ORDER BY 3, 1""",
    "quarantine": "SELECT step, reason, count(*) AS n, min(detail) AS example FROM quarantine GROUP BY 1, 2 ORDER BY 3 DESC",
    "changes": "SELECT changed_at, entity, entity_id, column_name, old_value, new_value FROM changes ORDER BY changed_at DESC LIMIT 20",
    "meetings": """SELECT first_reported_at, status, coalesce(start_date::VARCHAR, '?') AS start_date, coalesce(city, country_code, '') AS place,
                          name_ar, n_sources FROM meetings ORDER BY first_reported_at DESC NULLS LAST, n_sources DESC LIMIT 20""",
}


def recent_runs(settings: Settings, limit: int = 7) -> list[dict[str, Any]]:
    """The last runs, oldest first: the columns of the table ``runs`` and ``folder``. A run that has not ended says ``running``."""
    return [_run(folder) for _, folder in sorted(folders(settings.runs))[-limit:]]


def one_run(settings: Settings, asked: str) -> dict[str, Any] | None:
    """The run that ``asked``, its id or that of its DAG run, names, with its ``rows`` a table and its ``results``.

    A run whose folder was removed is told from the published tables ``runs`` and ``quality_results``; None for none.
    """
    for _, folder in folders(settings.runs):
        if run_names.names(folder.name, asked):
            return _run(folder) | {"rows": step_counts(folder), "results": quality(folder)}
    if not settings.published.exists():
        return None
    with duckdb.connect(str(settings.published), read_only=True) as con:
        known = _rows(con, "SELECT * FROM runs ORDER BY started_at DESC")
        for row in [r for r in known if run_names.names(r["run_id"], asked)]:
            results = _rows(con, "SELECT * FROM quality_results WHERE run_id = ? ORDER BY checked_at", [row["run_id"]])
            return row | {"rows": json.loads(row["counts"] or "{}").get("rows", {}), "results": results}
    return None


def _run(folder: Path) -> dict[str, Any]:
    """A run's own row, or that it has none yet."""
    path = folder / "runs.parquet"
    if path.exists():
        return pq.read_table(source(path)).to_pylist()[0] | {"folder": folder}
    late = folder / "late"
    message = "under way, or stopped from outside" + (f"; {late.read_text(encoding='utf-8')}" if late.exists() else "")
    return {"run_id": folder.name, "status": "running", "finished_at": None, "message": message, "folder": folder}


def _rows(con: duckdb.DuckDBPyConnection, query: str, values: list[str] | None = None) -> list[dict[str, Any]]:
    cursor = con.execute(query, values or [])
    columns = [c[0] for c in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def step_counts(folder: Path) -> dict[str, int]:
    """Rows of each table in a run's Parquet files, in the order of the steps; tables that the run has not reached are left out."""
    counts: dict[str, int] = {}
    for table in TABLES:
        files = [p for pattern in (f"{table}.parquet", f"{table}-*.parquet") for p in folder.glob(pattern)]
        if files and table not in ("runs", "quality_results"):
            counts[table] = sum(pq.read_metadata(source(p)).num_rows for p in files)
    return counts


def quality(folder: Path) -> list[dict[str, Any]]:
    """The rows of ``quality_results`` that a run wrote, suite by suite."""
    paths = [folder / f"quality_results-{suite}.parquet" for suite in SUITES]
    return [row for path in paths if path.exists() for row in pq.read_table(source(path)).to_pylist()]


def published(settings: Settings) -> dict[str, Any]:
    """Freshness of each source, quarantine by reason, the latest changes and meetings; empty before the first publication."""
    if not settings.published.exists():
        return {"at": None} | {name: [] for name in _PUBLISHED}
    found: dict[str, Any] = {"at": dt.datetime.fromtimestamp(settings.published.stat().st_mtime, dt.timezone.utc)}
    with duckdb.connect(str(settings.published), read_only=True) as con:
        for name, query in _PUBLISHED.items():
            found[name] = _rows(con, query)
    return found


def documents(settings: Settings) -> list[str]:
    """The HTML pages under ``docs/`` of the data folder (dbt docs, bulletins; of the evidence pages and the data docs the index), as relative paths."""
    indexed = (settings.docs / "pages", settings.docs / "quality")
    return sorted(str(p.relative_to(settings.docs)) for p in settings.docs.rglob("*.html") if p.name == "index.html" or not any(i in p.parents for i in indexed))
