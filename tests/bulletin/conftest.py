"""Two nights on articles written for these tests: meetings planned, moved and held, and an article by a stranger who means harm."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from extract.bulletin import write_bulletin
from extract.pipeline import run_night
from extract.settings import Settings, load_settings
from extract.sources.inbox import ingest

HERE = Path(__file__).parent
FIRST, SECOND = dt.date(2026, 11, 19), dt.date(2026, 11, 20)


@pytest.fixture(scope="session")
def two_nights(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A data folder after two nights, with a bulletin of each. Read-only for tests."""
    settings = load_settings(tmp_path_factory.mktemp("nights"), "none")
    for day, drop in ((FIRST, "first.jsonl"), (SECOND, "second.jsonl")):
        ingest([HERE / drop], "tests", settings)
        run_night(settings, day)
        write_bulletin(settings, day)
    return settings
