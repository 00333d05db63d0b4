"""What the scheduler of `make ui` does by itself: nights, late ones, past ones, tasks that are cleared. `make test-ui`; some minutes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extract import run_names
from tests.ui.conftest import NIGHTLY, Airflow, of_run, until

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1500)]


@pytest.fixture(scope="module")
def airflow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Airflow]:
    server = Airflow(tmp_path_factory.mktemp("scheduler"), MAHDAR_DEADLINE_HOURS="0.005")
    yield server
    server.stop()


@pytest.fixture(scope="module")
def night(airflow: Airflow) -> dict[str, Any]:
    """The night that the scheduler of a new server begins by itself."""
    return airflow.wait(1, run_type="scheduled")[0]


def folder(airflow: Airflow, night: dict[str, Any]) -> Path:
    return next(p for p in (airflow.data / "runs").iterdir() if run_names.names(p.name, night["dag_run_id"]))


def test_a_scheduled_night_ends_well_and_tells_of_each_model(airflow: Airflow, night: dict[str, Any]) -> None:
    assert night["state"] == "success"
    assert folder(airflow, night).name.startswith(night["data_interval_end"][:10])
    log = airflow.get(of_run(night, "/taskInstances/build/logs/1?full_content=true")).decode()
    assert "OK created sql" in log and "main.meetings" in log


def test_the_scheduler_tells_a_late_night(airflow: Airflow, night: dict[str, Any]) -> None:
    late = folder(airflow, night) / "late"
    until(late.exists, 60)
    assert late.read_text() == "not published 0.005 hours after it was queued"


def test_a_link_of_a_task_opens_the_page_of_its_run(airflow: Airflow, night: dict[str, Any]) -> None:
    [(name, link)] = airflow.call(of_run(night, "/taskInstances/publish/links"))["extra_links"].items()
    assert name == "Tonight" and link.startswith("/plugin/mahdar-tonight/mahdar/")
    page = airflow.get(link.removeprefix("/plugin/mahdar-tonight")).decode()
    assert folder(airflow, night).name in page and "<b>42</b>articles" in page


def test_a_cleared_task_of_a_batch_leaves_the_same_articles(airflow: Airflow, night: dict[str, Any]) -> None:
    files = ("clean-00000.parquet", "articles.parquet", "duplicate_pairs.parquet")
    digests = lambda: [hashlib.sha256((folder(airflow, night) / name).read_bytes()).hexdigest() for name in files]  # noqa: E731
    before = digests()
    body = {"dry_run": False, "dag_run_id": night["dag_run_id"], "task_ids": [["clean", 0]], "only_failed": False, "include_downstream": True}
    airflow.call(f"{NIGHTLY}/clearTaskInstances", body)
    assert airflow.wait(1, run_type="scheduled")[0]["state"] == "success"
    assert airflow.call(of_run(night, "/taskInstances/clean/0"))["try_number"] == 2
    assert digests() == before


def test_a_backfill_is_a_night_for_each_day(airflow: Airflow, night: dict[str, Any]) -> None:
    span = {"from_date": "2026-11-10T00:00:00Z", "to_date": "2026-11-12T00:00:00Z"}
    airflow.call("/api/v2/backfills", {"dag_id": "nightly", "max_active_runs": 2, **span})
    nights = airflow.wait(2, 900, run_type="backfill")
    assert [n["state"] for n in nights] == ["success", "success"]
    assert sorted(folder(airflow, n).name[:10] for n in nights) == ["2026-11-11", "2026-11-12"]
