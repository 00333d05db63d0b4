"""Fixtures: a news site on loopback, and fetching from it as a night does."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow.parquet as pq
import pytest

from extract.settings import Settings, load_settings
from extract.sources import polite
from extract.sources.address import GuardedBackend
from extract.sources.fetch import fetch_sources
from tests.sources.site import NewsSite, news_site

DAY = dt.date(2026, 11, 20)


class Night(NamedTuple):
    """What a fetch of one source gave."""

    records: list[dict[str, Any]]
    reasons: list[str]
    error: str | None


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[NewsSite]:
    monkeypatch.setattr(polite, "BACKOFF", 0.01)
    with news_site() as running:
        yield running


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings(tmp_path / "data", "none")


@pytest.fixture
def night(settings: Settings) -> Callable[..., Night]:
    """Fetch one source as a night of its own, or again in the same run; loopback is allowed here alone."""
    nights = (f"run-{n}" for n in itertools.count())

    def fetch(run_id: str | None = None, backend: GuardedBackend | None = None, **source: Any) -> Night:
        return fetch_nights(settings, run_id or next(nights), [source], backend)[0]

    return fetch


def fetch_nights(settings: Settings, run_id: str, sources: list[dict[str, Any]], backend: GuardedBackend | None = None) -> list[Night]:
    """Fetch several sources at once."""
    sources = [{"id": "s", "delay": 0.01, "base": "."} | s for s in sources]
    out = []
    for result in fetch_sources(sources, settings, run_id, DAY, backend=backend or GuardedBackend(allow_loopback=True)):
        refused = settings.run_folder(run_id) / f"quarantine-fetch-{result.source_id}.parquet"
        reasons = pq.read_table(refused).column("reason").to_pylist() if refused.exists() else []
        out.append(Night(pq.read_table(result.records).to_pylist(), sorted(reasons), result.error))
    return out
