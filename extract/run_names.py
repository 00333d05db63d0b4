"""Names of runs: a run of Airflow's is the run of Mahdar whose name ends with its own, told plainly."""

from __future__ import annotations

import re


def of_dag_run(day: str, dag_run_id: str) -> str:
    """The run id of a DAG run; the same for each of its tasks, so that one that is tried again finds its files."""
    return f"{day}-{_plain(dag_run_id)}"


def names(run_id: str, asked: str) -> bool:
    """Whether ``asked``, a run id or the id of a DAG run, names the run ``run_id``."""
    return run_id == asked or run_id[10:] == f"-{_plain(asked)}"


def day_of(run_id: str) -> str:
    """The night's day, with which every run id begins."""
    return run_id[:10]


def _plain(dag_run_id: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", dag_run_id).strip("-")[-60:]
