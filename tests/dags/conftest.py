"""Airflow with metadata of its own on SQLite, for tests that run DAGs through it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).resolve().parents[2]
Probe = Callable[..., Any]


def airflow_environment(home: Path, **more: str) -> dict[str, str]:
    """The environment of a process of Airflow, without the settings of whoever runs the tests and of tests before."""
    clean = {k: v for k, v in os.environ.items() if k == "MAHDAR_WAREHOUSE" or not k.startswith(("MAHDAR_", "AIRFLOW", "CAMELTOOLS_"))}
    return clean | {
        "AIRFLOW_HOME": str(home), "AIRFLOW__CORE__LOAD_EXAMPLES": "False", "AIRFLOW__CORE__DAGS_FOLDER": str(PROJECT / "dags"),
        "AIRFLOW__CORE__PLUGINS_FOLDER": str(PROJECT / "plugins"), "PYTHONWARNINGS": "ignore", "PYTHONPATH": os.pathsep.join([str(PROJECT / "dags"), str(PROJECT / "plugins")]),
    } | more  # fmt: skip


@pytest.fixture(scope="session")
def airflow_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with Airflow's metadata and the pool ``warehouse``."""
    home = tmp_path_factory.mktemp("airflow")
    airflow = str(Path(sys.executable).parent / "airflow")
    for command in (["db", "migrate"], ["pools", "set", "warehouse", "1", "one writer"]):
        done = subprocess.run([airflow, *command], env=airflow_environment(home), capture_output=True, text=True, timeout=180)
        assert done.returncode == 0, done.stderr[-2000:]
    return home


def _last_json(printed: str) -> Any:
    """The last line that is JSON; Airflow's plugins log behind it."""
    for line in reversed(printed.splitlines()):
        try:
            return json.loads(line)
        except json.JSONDecodeError:
            continue
    raise AssertionError(f"no line of JSON in {printed[-2000:]}")


@pytest.fixture(scope="session")
def probe(tmp_path_factory: pytest.TempPathFactory) -> Probe:
    """Runs code in a process that can import the DAGs, and gives what it prints last as a line of JSON."""

    def run(code: str, home: Path | None = None, seconds: int = 300, **environment: str) -> Any:
        where = airflow_environment(home or tmp_path_factory.mktemp("airflow"), **environment)
        done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, env=where, capture_output=True, text=True, timeout=seconds)
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
        return _last_json(done.stdout)

    return run
