"""Saved pages of differently built sites, each with the expected record beside it: sites/NAME.html and NAME.json."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools.read_page import page_record

SITES = sorted((Path(__file__).parent / "sites").glob("*.html"))


@pytest.mark.parametrize("path", SITES, ids=lambda p: p.stem)
def test_the_record_of_a_page(path: Path) -> None:
    assert page_record(path) == json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


def test_there_are_eight_and_each_has_its_record() -> None:
    assert len(SITES) >= 8 and all(p.with_suffix(".json").exists() for p in SITES)
