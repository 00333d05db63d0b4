"""Nights that can be killed: each runs in a process forked from a server that has imported everything once."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import os
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from extract.publish import TABLES
from extract.settings import Settings, load_settings
from extract.sources.inbox import ingest
from tests.conftest import PROJECT

DAY = dt.date(2026, 11, 20)
STEPS = ("fetch", "check raw", "clean", "check articles", "extract", "check reports", "load", "dbt build", "check marts", "publish")
# Which run, and when by the clock, differ from night to night; all else must not.
VOLATILE = {"fetched_at", "run_id", "quarantined_at", "first_reported_at", "last_reported_at", "changed_at", "merged_at", "started_at", "finished_at", "checked_at", "arrived_at"}
OF_RUNS = {"runs", "quality_results"}
SERVER = multiprocessing.get_context("forkserver")
SERVER.set_forkserver_preload(["dbt.cli.main", "dbt.adapters.duckdb", "great_expectations", "expectations", "extract.articles", "extract.events", "extract.publish"])
Change = Callable[[], None]


class Undisturbed(NamedTuple):
    """A data folder before a night, what an undisturbed night publishes of it, how long its steps take, where copies go."""

    before: Settings
    tables: dict[str, list[str]]
    seconds: dict[str, float]
    place: Path


def waiting_data(folder: Path) -> Settings:
    """A data folder with half of the sample published and the other half, with a page of no article, in the inbox."""
    settings = load_settings(folder, "none")
    sample = PROJECT / "seeds/sample"
    lines = (sample / "agencies.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    drop = folder.parent / f"{folder.name}-drop"
    drop.mkdir()
    (drop / "first.jsonl").write_text("".join(lines[::2]), encoding="utf-8")
    ingest([drop / "first.jsonl"], "agencies", settings)
    assert night(settings) == 0
    (drop / "second.jsonl").write_text("".join(lines[1::2]) + '{"id": "broken"\n', encoding="utf-8")
    ingest([drop / "second.jsonl", sample / "feed.xml", sample / "h01.html"], "agencies", settings)
    return settings


def copy_of(settings: Settings, folder: Path) -> Settings:
    """A data folder with the same content in place of ``folder``; the same place, since quarantine tells addresses."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(settings.data, folder)
    return load_settings(folder, settings.sources or "none")


def night(settings: Settings, *, change: Change | None = None, kill: tuple[str, float] | None = None) -> int:
    """Run a night in a process of its own and return its exit status.

    ``change`` is called there first. ``kill`` names a step and how many seconds after its start the process gets SIGKILL.
    """
    receiver, sender = SERVER.Pipe(duplex=False)
    process = SERVER.Process(target=_night, args=(settings, sender, change))
    process.start()
    sender.close()
    killed = False
    while not killed:
        try:
            step = receiver.recv()
        except EOFError:
            break
        if kill and step == kill[0]:
            process.join(kill[1])
            if process.is_alive():
                os.kill(process.pid, signal.SIGKILL)
            killed = True
    process.join()
    return int(process.exitcode or 0)


def _night(settings: Settings, steps: Any, change: Change | None) -> None:
    from extract.pipeline import run_night
    from extract.steps import extract

    extract.BATCH = 10  # several batches, so that there are worker processes to lose
    if change:
        change()
    run_night(settings, DAY, tell=steps.send)


def durations(settings: Settings) -> dict[str, float]:
    """Seconds that each step of a night takes."""
    receiver, sender = SERVER.Pipe(duplex=False)
    process = SERVER.Process(target=_night, args=(settings, sender, None))
    process.start()
    sender.close()
    marks: list[tuple[str, float]] = []
    while True:
        try:
            marks.append((receiver.recv(), time.monotonic()))
        except EOFError:
            break
    process.join()
    assert process.exitcode == 0
    ends = [at for _, at in marks[1:]] + [time.monotonic()]
    return {name: end - at for (name, at), end in zip(marks, ends, strict=True)}


def tables(settings: Settings, *, of_runs: bool = False) -> dict[str, list[str]]:
    """The published rows, table by table, without the columns that name a run or its clock."""
    with duckdb.connect(str(settings.published), read_only=True) as con:
        out = {}
        for table in TABLES:
            if table in OF_RUNS and not of_runs:
                continue
            columns = [r[0] for r in con.execute(f"DESCRIBE {table}").fetchall() if r[0] not in VOLATILE]
            out[table] = sorted(map(str, con.execute(f'SELECT {", ".join(columns)} FROM {table}').fetchall()))
    return out
