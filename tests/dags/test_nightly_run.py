"""The DAG nightly through Airflow on the sample articles: what it publishes, tasks done once more, where its links lead."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from extract import airflow_tasks, glance
from extract.articles import batches
from extract.settings import Settings, load_settings
from extract.steps import extract
from tests.dags.conftest import PROJECT, Probe
from tests.faults.nights import tables

NIGHT = """
import json, logging
from extract.articles import batches
from extract.steps import extract

batches.BATCH, extract.BATCH = 10, 20
import nightly

log = logging.getLogger("extract.warehouse")
told = []
log.addFilter(lambda record: told.append(record.getMessage()) or True)
log.setLevel(logging.INFO)
run = nightly.nightly().test(run_conf={"day": "2026-11-20"})
tasks = run.get_task_instances()
[prepare] = [t for t in tasks if t.task_id == "prepare"]
from airflow.models.xcom import XComModel
from airflow.utils.session import create_session
from sqlalchemy import select

with create_session() as session:
    links = dict(session.execute(select(XComModel.task_id, XComModel.value).where(XComModel.run_id == run.run_id, XComModel.key.startswith("_link_"))).all())
print(json.dumps({"state": str(run.state), "links": links, "told": told, "context": prepare.xcom_pull(task_ids="prepare"),
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


def test_the_build_tells_of_each_model(night: dict[str, Any]) -> None:
    made = [re.search(r"OK created sql .* model main\.(\w+)", line) for line in night["told"]]
    assert {"articles", "meetings", "participants", "pledges", "actors"} <= {m[1] for m in made if m}


def test_it_publishes_what_one_process_does(night: dict[str, Any], sample_night: Settings) -> None:
    assert tables(night["settings"]) == tables(sample_night)


def test_a_task_that_is_cleared_leaves_the_same_files(night: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    settings, context = night["settings"], night["context"]
    monkeypatch.setenv("MAHDAR_DATA", str(settings.data))
    monkeypatch.setattr(batches, "BATCH", 10)  # as in the night: the rows of a batch are a group of their own in the file
    monkeypatch.setattr(extract, "BATCH", 20)
    folder = settings.run_folder(context["run_id"])
    digests = lambda: {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.glob("*.parquet")}  # noqa: E731
    before = digests()
    airflow_tasks.clean(context, 1)
    airflow_tasks.deduplicate(context)
    assert digests() == before


FOLLOW = """
import json, os
from fastapi import FastAPI
from fastapi.testclient import TestClient
from mahdar_ui import pages

pages.app.dependency_overrides[pages.app.router.dependencies[0].dependency] = lambda: None  # as somebody who may read the DAG
server = FastAPI()
server.mount("/mahdar", pages.app)
client = TestClient(server)
print(json.dumps([[r.status_code, r.text] for r in map(client.get, json.loads(os.environ["ADDRESSES"]))]))
"""


def test_the_links_of_tasks_lead_to_pages_of_their_own_run(night: dict[str, Any], probe: Probe, airflow_home: Path) -> None:
    settings, run_id = night["settings"], night["context"]["run_id"]
    frames = {task: re.fullmatch(r"/plugin/mahdar-\w+(/mahdar/.+)", link) for task, link in night["links"].items()}
    assert set(frames) == {"check_raw", "check_articles", "check_reports", "check_marts", "build", "publish", "bulletin"}
    addresses = [*(frames[task][1] for task in ("publish", "check_marts", "build", "bulletin")), "/mahdar/tonight", "/mahdar/tonight?run=none"]  # type: ignore[index]
    later = settings.run_folder("2026-11-21-later")
    answers = probe(FOLLOW, airflow_home, ADDRESSES=json.dumps(addresses), MAHDAR_DATA=str(settings.data))
    later.rmdir()
    assert [status for status, _ in answers] == [200, 200, 200, 200, 200, 404]
    published, quality, models, bulletin, tonight, _ = (text for _, text in answers)
    assert run_id in published and "later" not in published and "<b>42</b>articles" in published
    assert run_id in quality and "every_record_is_accounted_for" in quality
    assert "dbt" in models and "نشرة ليلة" in bulletin
    assert "later" in tonight and "<b>42</b>" not in tonight


def test_a_run_whose_folder_was_removed_is_told_from_the_published_tables(night: dict[str, Any], tmp_path: Path) -> None:
    settings = load_settings(tmp_path, "none")
    shutil.copytree(night["settings"].published.parent, settings.published.parent)
    run_id = night["context"]["run_id"]
    told, kept = glance.one_run(settings, run_id), glance.one_run(night["settings"], run_id)
    assert told is not None and kept is not None
    assert {key: told[key] for key in ("run_id", "status", "rows")} == {key: kept[key] for key in ("run_id", "status", "rows")}
    assert {r["expectation"] for r in told["results"]} == {r["expectation"] for r in kept["results"]} != set()
    assert glance.one_run(settings, "another") is None
