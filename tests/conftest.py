"""Fixtures that many tests share."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract.lexicon import Lexicon, load_lexicon
from extract.pipeline import run_night
from extract.settings import Settings, load_settings

PROJECT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    """The project's lexicon, compiled once for all tests."""
    return load_lexicon(PROJECT / "seeds", tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def sample_night(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A data folder in which one night on the sample articles has been published. Read-only for tests."""
    import datetime as dt

    settings = load_settings(tmp_path_factory.mktemp("sample"), PROJECT / "sources.yml")
    run_night(settings, dt.date(2026, 11, 20))
    return settings


def write_drop(path: Path, *records: dict) -> Path:
    """A .jsonl drop of ``records``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
    return path
