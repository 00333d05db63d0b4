"""Nights that meet: two started together, a backfill among them, one that is cleared and run again."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from extract import airflow_tasks
from extract.settings import load_settings
from extract.sources.inbox import ingest
from tests.conftest import write_drop
from tests.faults.nights import SERVER, Undisturbed, copy_of, night, tables

pytestmark = [pytest.mark.slow, pytest.mark.timeout(3600)]


def airflow_night(data: str, day: str | None, dag_run: str, times: int = 1) -> None:
    """The tasks of the DAG in their order, each as Airflow's worker calls it; ``times`` over, as when the run is cleared."""
    import os
    import time

    os.environ |= {"MAHDAR_DATA": data, "MAHDAR_SOURCES": "none"}
    for _ in range(times):
        while (context := airflow_tasks.prepare(day, None, dag_run)) is None:
            time.sleep(0.5)
        for source in airflow_tasks.sources(context):
            airflow_tasks.fetch(context, source)
        airflow_tasks.check(context, "raw")
        for batch in airflow_tasks.clean_batches(context):
            airflow_tasks.clean(context, batch)
        airflow_tasks.deduplicate(context)
        airflow_tasks.check(context, "articles")
        for batch in airflow_tasks.batches(context):
            airflow_tasks.extract(context, batch)
        airflow_tasks.check(context, "reports")
        airflow_tasks.load(context)
        airflow_tasks.build(context)
        airflow_tasks.check(context, "marts")
        airflow_tasks.publish(context)


def in_airflow(data: Path, day: str | None, dag_run: str, times: int = 1) -> int:
    process = SERVER.Process(target=airflow_night, args=(str(data), day, dag_run, times))
    process.start()
    process.join()
    return int(process.exitcode or 0)


def test_two_started_together(undisturbed: Undisturbed) -> None:
    settings = copy_of(undisturbed.before, undisturbed.place)
    with ThreadPoolExecutor(2) as at_once:
        codes = sorted(at_once.map(lambda _: night(settings), range(2)))
    assert codes == [0, 1], "one runs, the other says so and ends"
    assert tables(settings) == undisturbed.tables


def test_a_shell_run_beside_a_night_of_airflow(undisturbed: Undisturbed) -> None:
    settings = copy_of(undisturbed.before, undisturbed.place)
    with ThreadPoolExecutor(2) as at_once:
        code = at_once.submit(in_airflow, settings.data, "2026-11-20", "manual__beside")
        while not (settings.data / ".night").exists() or not (settings.data / ".night").read_text():
            pass
        assert night(settings) == 1
        assert code.result() == 0
    assert tables(settings) == undisturbed.tables


def test_cleared_and_run_again_ten_times(undisturbed: Undisturbed) -> None:
    settings = copy_of(undisturbed.before, undisturbed.place)
    assert in_airflow(settings.data, "2026-11-20", "scheduled__2026-11-20", times=11) == 0
    assert tables(settings) == undisturbed.tables


def test_a_backfill_of_twenty_days_among_the_nightly(undisturbed: Undisturbed) -> None:
    settings = copy_of(undisturbed.before, undisturbed.place)
    days = [str(dt.date(2026, 10, 1) + dt.timedelta(days=n)) for n in range(20)]
    with ThreadPoolExecutor(4) as at_once:
        backfill = [at_once.submit(in_airflow, settings.data, day, f"backfill__{day}") for day in days]
        nightly = at_once.submit(in_airflow, settings.data, "2026-11-20", "scheduled__2026-11-20")
        assert {b.result() for b in [*backfill, nightly]} == {0}
    assert tables(settings) == undisturbed.tables


def test_yesterdays_feed_again(undisturbed: Undisturbed, tmp_path: Path) -> None:
    """A source that gives what it gave the night before changes nothing; what is new beside it is read."""
    settings = load_settings(copy_of(undisturbed.before, undisturbed.place).data, "none")
    assert [night(settings) for _ in range(2)] == [0, 0]
    assert tables(settings) == undisturbed.tables
    new = {"id": "new", "source": "agencies", "published": "2026-11-19", "text": "التقى الرئيس المصري عبد الفتاح السيسي نظيره الكيني وليام روتو في القاهرة اليوم وبحثا التعاون بين البلدين."}
    ingest([write_drop(tmp_path / "new.jsonl", new)], "agencies", settings)
    assert night(settings) == 0
    assert len(tables(settings)["articles"]) == len(undisturbed.tables["articles"]) + 1
