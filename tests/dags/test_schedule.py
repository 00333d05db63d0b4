"""Nights that Airflow makes by itself: a backfill's runs have the right days, a night that is late is told."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from extract import glance
from extract.settings import load_settings
from tests.dags.conftest import Probe, airflow_environment


@pytest.fixture
def home(airflow_home: Path, tmp_path: Path) -> Path:
    """Metadata of Airflow of its own, which knows no DAG yet."""
    home = tmp_path / "airflow"
    home.mkdir()
    shutil.copy(airflow_home / "airflow.db", home)
    return home


def airflow(home: Path, *arguments: str, **environment: str) -> str:
    """What one command of Airflow's prints."""
    command = [str(Path(sys.executable).parent / "airflow"), *arguments]
    done = subprocess.run(command, env=airflow_environment(home, **environment), capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout


PREPARE = """
import json
from airflow.models import DagRun
from airflow.utils.session import create_session
from sqlalchemy import select
from extract.locks import end_night
from extract.settings import load_settings
import nightly

prepare = nightly.nightly().get_task("prepare").python_callable
with create_session() as session:
    runs = session.scalars(select(DagRun).where(DagRun.run_type == "backfill").order_by(DagRun.logical_date)).all()
    found = []
    for run in runs:
        found.append([run.run_type, run.data_interval_end.isoformat(), (prepare(params={"day": None}, dag_run=run).xcom_value or {}).get("day")])
        waits = [not prepare(params={"day": None}, dag_run=other).is_done for other in runs if other is not run]
        end_night(load_settings(), (load_settings().data / ".night").read_text())
print(json.dumps([found, waits]))
"""


@pytest.mark.parametrize(
    ("zone", "midnight", "due"),
    [("UTC", "", [("11T02:00", "11"), ("12T02:00", "12")]), ("Asia/Riyadh", "T00:00:00+03:00", [("10T23:00", "11"), ("11T23:00", "12")])],
)
def test_a_backfill_makes_a_night_for_each_day(zone: str, midnight: str, due: list[tuple[str, str]], home: Path, tmp_path: Path, probe: Probe) -> None:
    """A night belongs to the day, in its zone, on which it is due; a backfill's dates say when the day before it begins."""
    settings = {"MAHDAR_TIMEZONE": zone, "MAHDAR_DATA": str(tmp_path / "data"), "MAHDAR_SOURCES": "none"}
    airflow(home, "dags", "reserialize", **settings)
    days = ["backfill", "create", "--dag-id", "nightly", "--from-date", f"2026-11-10{midnight}", "--to-date", f"2026-11-12{midnight}"]
    airflow(home, *days, **settings)
    found, waits = probe(PREPARE, home, **settings)
    assert found == [["backfill", f"2026-11-{at}:00+00:00", f"2026-11-{day}"] for at, day in due]
    assert waits == [True] * (len(due) - 1), "one night at a time holds the data folder"


LATE = """
import json
import structlog
from datetime import timedelta
from airflow.models import DagRun
from airflow.models.deadline import Deadline
from airflow.sdk.execution_time.callback_supervisor import execute_callback
from airflow.utils.session import create_session
from sqlalchemy import select
from extract import airflow_tasks
import nightly

with create_session() as session:
    run = session.scalars(select(DagRun).where(DagRun.run_id == "manual__tonight")).one()
    context = nightly.nightly().get_task("prepare").python_callable(params={"day": "2026-11-20"}, dag_run=run).xcom_value
    airflow_tasks.sources(context)
    deadline = session.scalars(select(Deadline)).one()
    hours = (deadline.deadline_time - run.queued_at) / timedelta(hours=1)
    deadline.handle_miss(session)  # as the scheduler's loop does once the time is over
    session.flush()
    queued = deadline.callback
    data = dict(queued.data)
    state = str(queued.state)
done, error = execute_callback(data["path"], data["kwargs"], "", None, structlog.get_logger())  # as an executor does
print(json.dumps({"hours": round(hours, 2), "missed": deadline.missed, "state": state, "done": done, "error": error}))
"""


def test_a_night_that_is_late_is_told(home: Path, tmp_path: Path, probe: Probe) -> None:
    settings = {"MAHDAR_DATA": str(tmp_path / "data"), "MAHDAR_SOURCES": "none", "MAHDAR_DEADLINE_HOURS": "2.5"}
    airflow(home, "dags", "reserialize", **settings)
    airflow(home, "dags", "trigger", "nightly", "--run-id", "manual__tonight", **settings)
    assert probe(LATE, home, **settings) == {"hours": 2.5, "missed": True, "state": "pending", "done": True, "error": None}
    [run] = glance.recent_runs(load_settings(tmp_path / "data", "none"))
    assert "not published 2.5 hours after it was queued" in run["message"]
