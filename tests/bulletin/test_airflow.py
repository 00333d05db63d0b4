"""The task that writes the bulletin, and what the pages inside Airflow list."""

from __future__ import annotations

import pytest

from extract import airflow_tasks, glance
from extract.settings import Settings
from tests.bulletin.conftest import SECOND


def test_the_task_writes_the_pages_of_its_night(two_nights: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAHDAR_DATA", str(two_nights.data))
    counts = airflow_tasks.bulletin({"day": str(SECOND), "run_id": "x", "started_at": "2026-11-20T02:00:00"})
    assert counts["page"].endswith("bulletin/2026-11-20.html") and counts["changes"] >= 2 and counts["pages"] > 10


def test_documents_list_bulletins_and_search_but_not_each_page(two_nights: Settings) -> None:
    names = glance.documents(two_nights)
    assert {"bulletin/index.html", "bulletin/2026-11-19.html", "pages/index.html"} <= set(names)
    assert not [n for n in names if n.startswith("pages/") and n != "pages/index.html"]
