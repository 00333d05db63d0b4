"""A data folder is one run's at a time, in one process or as the tasks of a night."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extract import airflow_tasks, locks
from extract.cli.doctor import find_problems
from extract.locks import AnotherRun, end_night, night_lock, run_lock
from extract.settings import Settings, load_settings


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setattr(locks, "PATIENCE", 0.2)
    monkeypatch.setenv("MAHDAR_DATA", str(tmp_path))
    monkeypatch.setenv("MAHDAR_SOURCES", "none")
    return load_settings(tmp_path, "none")


def test_a_run_shuts_out_runs_and_nights(settings: Settings) -> None:
    with run_lock(settings):
        with pytest.raises(AnotherRun, match="another run is under way"), run_lock(settings):
            pass
        with pytest.raises(AnotherRun), night_lock(settings, "night"):
            pass
    with run_lock(settings):
        pass


def test_a_night_keeps_the_folder_between_its_tasks(settings: Settings) -> None:
    with night_lock(settings, "tonight"), night_lock(settings, "tonight"):
        pass  # two tasks at once
    with pytest.raises(AnotherRun, match="the night tonight of Airflow"), run_lock(settings):
        pass
    with pytest.raises(AnotherRun, match="tonight"), night_lock(settings, "another"):
        pass
    end_night(settings, "another")
    with pytest.raises(AnotherRun), run_lock(settings):
        pass
    end_night(settings, "tonight")
    with run_lock(settings):
        pass


def test_a_batch_elsewhere_takes_no_lease_and_renews_the_one_at_home(settings: Settings) -> None:
    with night_lock(settings, "tonight", take=False), pytest.raises(AnotherRun), run_lock(settings):
        pass
    with run_lock(settings):
        pass  # nothing is left of it
    with night_lock(settings, "tonight"):
        pass
    old = time.time() - locks.LEASE + 60
    os.utime(settings.data / ".night", (old, old))
    with night_lock(settings, "tonight", take=False):
        assert (settings.data / ".night").stat().st_mtime > old + 1
    with pytest.raises(AnotherRun, match="tonight"), night_lock(settings, "another", take=False):
        pass


def test_a_dead_night_loses_the_folder_in_time(settings: Settings) -> None:
    with night_lock(settings, "dead"):
        pass
    old = time.time() - locks.LEASE - 1
    os.utime(settings.data / ".night", (old, old))
    with run_lock(settings), pytest.raises(AnotherRun), night_lock(settings, "dead"):
        pass
    with night_lock(settings, "next"), pytest.raises(AnotherRun, match="next"), night_lock(settings, "dead"):
        pass


def test_a_killed_process_frees_the_folder(settings: Settings) -> None:
    code = "import sys, time\nfrom extract.locks import run_lock\nfrom extract.settings import load_settings\nwith run_lock(load_settings(sys.argv[1])):\n    print('held', flush=True)\n    time.sleep(60)"
    process = subprocess.Popen([sys.executable, "-c", code, str(settings.data)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stdout.readline() == "held\n"
    with pytest.raises(AnotherRun), run_lock(settings):
        pass
    process.kill()
    process.wait()
    with run_lock(settings):
        pass


def test_tasks_of_airflow_hold_the_night(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    first = airflow_tasks.prepare("2026-11-20", None, "manual__2026-11-20T02:00:00+00:00")
    assert first is not None and first["run_id"] == "2026-11-20-manual-2026-11-20T02-00-00-00-00"
    assert airflow_tasks.sources(first) == []
    assert airflow_tasks.prepare("2026-11-20", None, "backfill__another") is None, "it waits"
    assert "is under way" in capsys.readouterr().out
    with pytest.raises(AnotherRun), run_lock(settings):
        pass
    airflow_tasks.failed(first, "load", "disk full")
    second = airflow_tasks.prepare(None, None, "backfill__another")
    assert second is not None
    with pytest.raises(AnotherRun, match="backfill-another"):
        airflow_tasks.batches(first)


def test_the_day_of_a_scheduled_night_is_where_it_was_due(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    import datetime as dt

    monkeypatch.setenv("MAHDAR_TIMEZONE", "Asia/Riyadh")
    due = dt.datetime(2026, 11, 19, 23, 0, tzinfo=dt.timezone.utc)  # 02:00 of the 20th in Riyadh
    night = airflow_tasks.prepare(None, due, "scheduled__x")
    assert night is not None and night["day"] == "2026-11-20"
    monkeypatch.setenv("MAHDAR_TIMEZONE", "Mars/Olympus")
    assert any("Mars/Olympus" in problem for problem in find_problems(settings))
    with pytest.raises(ValueError, match="Mars/Olympus"):
        airflow_tasks.prepare(None, due, "scheduled__y")


def test_a_late_night_says_so(settings: Settings) -> None:
    from extract.glance import recent_runs

    night = airflow_tasks.prepare("2026-11-20", None, "manual__late")
    assert night is not None
    settings.run_folder(night["run_id"])
    airflow_tasks.late({"dag_run": {"dag_run_id": "manual__late"}}, 3.0)
    assert "not published 3 hours after" in recent_runs(settings)[-1]["message"]


def test_steps_are_told_as_json(settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import json

    night = airflow_tasks.prepare("2026-11-20", None, "manual__json")
    assert night is not None
    airflow_tasks.sources(night)
    assert capsys.readouterr().err == "", "off unless it is asked for"
    monkeypatch.setenv("MAHDAR_LOG", "json")
    with pytest.raises(OSError):
        airflow_tasks.fetch(night, {"id": "gone", "kind": "folder", "path": "/nowhere", "base": "/"})
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [(x["step"], x["status"], x["of"]) for x in lines] == [("fetch", "started", ["gone"]), ("fetch", "failed", ["gone"])]
    assert lines[0]["run_id"] == night["run_id"] and lines[1]["seconds"] >= 0 and "/nowhere" in lines[1]["error"]


def test_a_folder_with_a_quote_in_its_name_is_refused(tmp_path: Path) -> None:
    from extract.pipeline import check_data_folder

    with pytest.raises(ValueError, match="has ' in its name"):
        check_data_folder(load_settings(tmp_path / "o'brien", "none"))
    check_data_folder(load_settings(tmp_path / "a folder with blanks", "none"))
