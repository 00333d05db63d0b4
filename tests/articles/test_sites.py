"""Saved pages of differently built sites, each with the expected record beside it: sites/NAME.html and NAME.json."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.articles.reading import read

SITES = sorted((Path(__file__).parent / "sites").glob("*.html"))


@pytest.mark.parametrize("path", SITES, ids=lambda p: p.stem)
def test_the_record_of_a_page(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    found = read(path.read_bytes())
    found |= {"published_at": str(found["published_at"]), "text": found["text"].split("\n"), "removed": (found["removed_text"] or "").splitlines()}
    assert {k: found[k] for k in expected} == expected


def test_there_are_eight_and_each_has_its_record() -> None:
    assert len(SITES) >= 8 and all(p.with_suffix(".json").exists() for p in SITES)
