"""The DAGs parse, quickly and alone, and keep the pool and the order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PROBE = """
import sys, time, json
sys.path[:0] = ["dags", "plugins"]
import airflow.sdk
started = time.perf_counter()
import nightly, rebuild, maintenance
seconds = time.perf_counter() - started
dag = nightly.nightly()
pools = {t.task_id: t.pool for t in dag.tasks}
heavy = [m for m in ("great_expectations", "dbt.cli.main", "camel_tools", "extract.events") if m in sys.modules]
print(json.dumps({"seconds": seconds, "pools": pools, "heavy": heavy, "doc": bool(dag.doc_md), "params": list(dag.params),
    "links": {t.task_id: [x.get_link(t, ti_key=None) for x in t.operator_extra_links] for t in dag.tasks if t.operator_extra_links},
    "deadline": str(dag.deadline.interval if not isinstance(dag.deadline, list) else dag.deadline[0].interval), "zone": str(dag.timetable.timezone),
    "days": {name: rebuild.rebuild().params.get_param(name).schema["format"] for name in ("since", "until")}}))
"""


def test_nightly_parses_alone_and_quickly(tmp_path: Path) -> None:
    import json

    environment = os.environ | {"AIRFLOW_HOME": str(tmp_path), "AIRFLOW__CORE__LOAD_EXAMPLES": "False", "MAHDAR_TIMEZONE": "Asia/Riyadh"}
    result = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, cwd=PROJECT, env=environment, timeout=180)
    assert result.returncode == 0, result.stderr[-2000:]
    found = json.loads(result.stdout.strip().splitlines()[-1])
    assert found["seconds"] < 1
    assert found["heavy"] == []
    assert found["doc"] and found["params"] == ["day"]
    assert found["links"]["publish"] == ["/plugin/mahdar-tonight"] and found["links"]["check_marts"] == ["/plugin/mahdar-quality"]
    assert (found["deadline"], found["zone"], found["days"]) == ("3:00:00", "Asia/Riyadh", {"since": "date", "until": "date"})
    writers = {"load", "build", "check_marts", "publish"}
    assert {t for t, pool in found["pools"].items() if pool == "warehouse"} == writers
    assert set(found["pools"]) >= {"prepare", "sources", "fetch", "clean", "extract", *writers}


FAILURE = """
import sys
sys.path[:0] = ["dags", "plugins"]
import nightly

class Task:
    task_id = "load"
    def xcom_pull(self, task_ids):
        return {"day": "2026-11-20", "run_id": "2026-11-20-x", "started_at": "2026-11-20T02:00:00"}

nightly.record_failure({"ti": Task(), "exception": OSError("disk full")})
"""


def test_a_failed_task_is_kept_in_the_run_s_own_row(tmp_path: Path) -> None:
    from extract import glance
    from extract.settings import load_settings

    environment = os.environ | {"AIRFLOW_HOME": str(tmp_path / "airflow"), "MAHDAR_DATA": str(tmp_path), "AIRFLOW__CORE__LOAD_EXAMPLES": "False"}
    result = subprocess.run([sys.executable, "-c", FAILURE], capture_output=True, text=True, cwd=PROJECT, env=environment, timeout=180)
    assert result.returncode == 0, result.stderr[-2000:]
    run = glance.recent_runs(load_settings(tmp_path, "none"))[-1]
    assert (run["status"], run["message"]) == ("failed", "load: disk full")


def test_a_failed_check_is_not_retried(tmp_path: Path) -> None:
    code = """
import sys
sys.path[:0] = ["dags", "plugins"]
import nightly
from airflow.sdk.exceptions import AirflowFailException
from expectations import CheckFailed

def check(context, suite):
    raise CheckFailed("3 rows do not pass")

try:
    nightly.once(check, {}, "raw")
except AirflowFailException as error:
    print(error)
"""
    environment = os.environ | {"AIRFLOW_HOME": str(tmp_path), "AIRFLOW__CORE__LOAD_EXAMPLES": "False"}
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=PROJECT, env=environment, timeout=180)
    assert "3 rows do not pass" in result.stdout, result.stderr[-2000:]
