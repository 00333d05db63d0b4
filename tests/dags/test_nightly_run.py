"""The DAG nightly through Airflow on the sample articles: what it publishes, and tasks that are done once more."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from extract import airflow_tasks
from extract.settings import Settings, load_settings
from tests.dags.conftest import PROJECT, Probe
from tests.faults.nights import tables

NIGHT = """
import json
from extract.articles import batches
from extract.steps import extract

batches.BATCH, extract.BATCH = 10, 20
import nightly

run = nightly.nightly().test(run_conf={"day": "2026-11-20"})
tasks = run.get_task_instances()
[prepare] = [t for t in tasks if t.task_id == "prepare"]
print(json.dumps({"state": str(run.state), "context": prepare.xcom_pull(task_ids="prepare"),
    "tasks": sorted([t.task_id, t.map_index, str(t.state)] for t in tasks)}))
"""


@pytest.fixture(scope="module")
def night(probe: Probe, airflow_home: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a run of the DAG left in Airflow, and the settings of its data folder."""
    data = tmp_path_factory.mktemp("night")
    found = probe(NIGHT, airflow_home, MAHDAR_DATA=str(data), MAHDAR_SOURCES=str(PROJECT / "sources.yml"), MAHDAR_DEADLINE_HOURS="0")
    return found | {"settings": load_settings(data, "none")}


def test_clean_and_extract_are_shared_by_batch(night: dict[str, Any]) -> None:
    assert night["state"] == "success" and {state for _, _, state in night["tasks"]} == {"success"}
    mapped = {task: sum(t == task for t, _, _ in night["tasks"]) for task in ("clean", "extract", "deduplicate")}
    assert mapped == {"clean": 5, "extract": 3, "deduplicate": 1}


def test_it_publishes_what_one_process_does(night: dict[str, Any], sample_night: Settings) -> None:
    assert tables(night["settings"]) == tables(sample_night)


def test_a_task_that_is_cleared_leaves_the_same_files(night: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    settings, context = night["settings"], night["context"]
    monkeypatch.setenv("MAHDAR_DATA", str(settings.data))
    folder = settings.run_folder(context["run_id"])
    digests = lambda: {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.glob("*.parquet")}  # noqa: E731
    before = digests()
    airflow_tasks.clean(context, 1)
    airflow_tasks.deduplicate(context)
    assert digests() == before
