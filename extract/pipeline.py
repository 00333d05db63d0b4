"""A night from end to end: the steps in their order, in this process. dags/nightly.py calls the same steps as tasks."""

from __future__ import annotations

import datetime as dt
import json
import os
import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from extract import log
from extract.contracts import RUNS
from extract.locks import run_lock
from extract.notify import night_failed
from extract.sources.raw import write_table
from extract.store import check as check_store
from extract.store import source

if TYPE_CHECKING:
    from pathlib import Path

    from extract.settings import Settings

Tell = Callable[[str], None]


class NightFailed(Exception):
    """A step failed; nothing was published."""


def new_run_id(day: dt.date) -> str:
    """A run id that sorts by time and is unique: 2026-11-20-143000-a1b2."""
    return f"{day:%Y-%m-%d}-{dt.datetime.now(dt.timezone.utc):%H%M%S}-{secrets.token_hex(2)}"


def check_data_folder(settings: Settings) -> None:
    """Raise PermissionError with the way out where the data folder cannot be written, ValueError where its name holds
    a character that means something else in a list of files for DuckDB. Raise OSError where the store that MAHDAR_STORE
    names cannot be."""
    if bad := sorted(set("'\"*?[]{}") & set(str(settings.data))):
        raise ValueError(f"the data folder {settings.data} has {' '.join(bad)} in its name: choose another with --data or MAHDAR_DATA")
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        probe = settings.data / f".write-{os.getpid()}"
        probe.write_text("")
        probe.unlink()
    except OSError as error:
        raise PermissionError(f"the data folder {settings.data} cannot be written ({error.strerror}): choose another with --data or MAHDAR_DATA") from error
    if settings.store:
        check_store(settings.shared)


def run_night(settings: Settings, day: dt.date, *, tell: Tell = lambda _: None, run_id: str | None = None) -> dict[str, Any]:
    """Run all steps for ``day`` and publish; return the counts of each step and the run id.

    Raises AnotherRun, PermissionError, BadSources before anything is written, NightFailed where a step or a critical
    expectation fails: the warehouse published before stays in place then.
    """
    from extract.sources.config import read_sources

    check_data_folder(settings)
    read_sources(settings.sources)
    run_id = run_id or new_run_id(day)
    with run_lock(settings):
        return run_steps(settings, run_id, day, tell, {})


def run_steps(settings: Settings, run_id: str, day: dt.date, tell: Tell, instead: dict[str, Callable[[], dict[str, Any]]]) -> dict[str, Any]:
    """Run all steps in their order, those named in ``instead`` otherwise than a night does; the caller holds the data folder.

    Raises NightFailed where a step fails, after the run's own row says so.
    """
    started = _now()
    counts: dict[str, Any] = {}
    try:
        for name, step in steps(settings, run_id, day):
            tell("replay" if name == "fetch" and name in instead else name)
            with log.step(run_id, name) as ended:
                counts[name] = ended["counts"] = instead.get(name, step)()
    except Exception as error:
        finish(settings, run_id, day, started, "failed", counts, f"{name}: {error}")
        night_failed(settings, run_id, day, f"{name}: {error}")
        raise NightFailed(f"step {name} failed and nothing was published: {error}") from error
    return {"run_id": run_id, "counts": counts}


def steps(settings: Settings, run_id: str, day: dt.date) -> list[tuple[str, Callable[[], dict[str, Any]]]]:
    """The steps of a night in order, each a function without arguments that returns its counts."""
    started = _now()
    return [
        ("fetch", lambda: fetch(settings, run_id, day)),
        ("check raw", lambda: check(settings, run_id, "raw")),
        ("clean", lambda: clean(settings, run_id, at=started)),
        ("check articles", lambda: check(settings, run_id, "articles")),
        ("extract", lambda: read(settings, run_id)),
        ("check reports", lambda: check(settings, run_id, "reports")),
        ("load", lambda: load(settings, run_id)),
        ("dbt build", lambda: build(settings)),
        ("check marts", lambda: check(settings, run_id, "marts")),
        ("publish", lambda: publish(settings, run_id, day, started)),
    ]


def fetch(settings: Settings, run_id: str, day: dt.date) -> dict[str, Any]:
    """Fetch every source and the inbox, and what a run that died had received. A source that fails does not fail the others."""
    from extract.sources.config import inbox_sources, read_sources
    from extract.sources.fetch import fetch_sources
    from extract.sources.unfinished import take_up

    results = fetch_sources(read_sources(settings.sources) + inbox_sources(settings), settings, run_id, day)
    return {
        "sources": len(results), "records": sum(r.n_records for r in results), "taken_up": take_up(settings, run_id),
        "quarantined": sum(r.n_quarantined for r in results), "failed_sources": [r.source_id for r in results if r.error],
    }  # fmt: skip


def clean(settings: Settings, run_id: str, index: Path | None = None, at: dt.datetime | None = None) -> dict[str, Any]:
    """Raw records of the run to articles; ``index`` of the texts seen, for telling copies, is the data folder's.

    What is refused is refused as of ``at``, which is now where it is not given.
    """
    from extract.articles import clean_all

    return dict(clean_all(settings, run_id, at or _now(), index=index))


def read(settings: Settings, run_id: str) -> dict[str, Any]:
    """Articles to reports."""
    from extract.steps.extract import extract_all

    return dict(extract_all(settings, run_id))


def check(settings: Settings, run_id: str, suite: str) -> dict[str, Any]:
    """Run one suite of expectations; rows that fail a critical one go aside, CheckFailed is raised where it stops the night."""
    from expectations import run_suite
    from extract.quarantine import set_aside

    result = run_suite(suite, settings, run_id)
    failed = [r for r in result.rows if not r["success"]]
    for row in failed:
        log.finding(row)
    result.raise_if_critical()
    n_aside = set_aside(settings, run_id, suite, result.aside)
    return {"expectations": len(result.rows), "warnings": len(failed), "set_aside": n_aside}


def load(settings: Settings, run_id: str) -> dict[str, Any]:
    """The run's Parquet files into the warehouse."""
    from extract import warehouse

    return dict(warehouse.load(settings, run_id))


def build(settings: Settings) -> dict[str, Any]:
    """dbt build on the warehouse."""
    from extract import warehouse

    states = dict(warehouse.run_dbt(settings))
    warehouse.document(settings)
    return states


def publish(settings: Settings, run_id: str, day: dt.date, started: dt.datetime) -> dict[str, Any]:
    """Record the run and its quality results, and those of nights that failed before it, then publish."""
    from extract import publish as publication
    from extract import warehouse
    from extract.glance import step_counts

    finish(settings, run_id, day, started, "succeeded", {"rows": step_counts(settings.run_folder(run_id))}, "")
    try:
        for night in [run_id, *_failed_nights(settings)]:
            warehouse.load(settings, night, ("quality_results", "runs"))
        return dict(publication.publish(settings))
    except Exception as error:
        finish(settings, run_id, day, started, "failed", {}, f"publish: {error}")
        raise


def _failed_nights(settings: Settings) -> list[str]:
    """The runs that failed and of which the warehouse does not know yet."""
    from extract.glance import recent_runs
    from extract.warehouse import open_warehouse

    with open_warehouse(settings) as con:
        known = {run_id for (run_id,) in con.execute("SELECT run_id FROM raw.runs").fetchall()}
    return [r["run_id"] for r in recent_runs(settings, 30) if r["status"] == "failed" and r["run_id"] not in known]


def finish(
    settings: Settings, run_id: str, day: dt.date, started: dt.datetime, status: str, counts: dict[str, Any], message: str
) -> None:
    """Write the run's own row beside its other files; a full disk, which may be why the run failed, does not hide why."""
    row = {
        "run_id": run_id, "day": day, "started_at": started, "finished_at": _now(), "status": status,
        "counts": json.dumps(counts, default=str), "message": message[:2000],
    }  # fmt: skip
    try:
        write_table([row], RUNS, settings.run_folder(run_id) / "runs.parquet")
    except OSError:
        if status != "failed":
            raise


def _now() -> dt.datetime:
    return dt.datetime.now(dt.timezone.utc).replace(tzinfo=None)


def rebuild(
    settings: Settings, day: dt.date, *, since: dt.date | None = None, until: dt.date | None = None, tell: Tell = lambda _: None
) -> dict[str, Any]:
    """Make the warehouse again from the raw store: every record ever received is cleaned and read once more.

    With ``since`` or ``until`` only what was received on those days (inclusive) is read again and replaces what the
    warehouse has of it. The history of ids and changes is kept: an id once published stays valid.
    """
    check_data_folder(settings)
    run_id = new_run_id(day)
    whole = since is None and until is None
    with run_lock(settings):
        index = settings.work_folder(run_id) / "duplicates.duckdb" if whole else None
        instead: dict[str, Callable[[], dict[str, Any]]] = {
            "fetch": lambda: replay(settings, run_id, since, until),
            "clean": lambda: clean(settings, run_id, index),
            "load": lambda: _load_anew(settings, run_id, index) if index else load(settings, run_id),
        }
        return run_steps(settings, run_id, day, tell, instead)


def replay(settings: Settings, run_id: str, since: dt.date | None = None, until: dt.date | None = None) -> dict[str, Any]:
    """Hand the records of the raw store, or those of the days from ``since`` to ``until``, to this run."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from extract.contracts import RAW_RECORDS

    first_day, last_day = (since or dt.date.min).isoformat(), (until or dt.date.max).isoformat()
    files = sorted(f for f in (settings.raw / "records").rglob("*.parquet") if first_day <= f.parent.name <= last_day)
    if not files:
        raise FileNotFoundError(f"{settings.raw / 'records'} holds no record of these days: there is nothing to rebuild from")
    table = pa.concat_tables([pq.read_table(source(f), schema=RAW_RECORDS) for f in files])
    last: dict[str, dict[str, Any]] = {}  # when each was received last: a page that went back to an old text has that text
    for row in table.to_pylist():
        if row["raw_id"] not in last or row["fetched_at"] > last[row["raw_id"]]["fetched_at"]:
            last[row["raw_id"]] = row
    return {"records": write_table(last.values(), RAW_RECORDS, settings.run_folder(run_id) / "raw_records-replay.parquet")}


def _load_anew(settings: Settings, run_id: str, index: Path) -> dict[str, Any]:
    """Load instead of all that was loaded before; only then the index of duplicates is exchanged too."""
    from extract import warehouse

    counts = dict(warehouse.load(settings, run_id, anew=True))
    settings.state.mkdir(parents=True, exist_ok=True)  # in a data folder that has seen no night
    index.replace(settings.state / index.name)
    return counts
