"""The evaluation gate: what is reached on tests/gold and tests/gold/traps may not fall below their floors.yml unsaid."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from extract.evaluate import evaluate, from_rows
from extract.events import read_article
from extract.lexicon import Lexicon

PROJECT = Path(__file__).resolve().parents[2]
GOLD = PROJECT / "tests/gold"
TRAPS = GOLD / "traps"
TABLES = ("meeting_reports", "participant_reports", "pledge_reports", "pledge_report_parties")


def sample_articles() -> dict[str, dict[str, str]]:
    """The sample articles by id: text, title, published."""
    return {r["id"]: r for r in map(json.loads, (PROJECT / "seeds/sample/agencies.jsonl").read_text(encoding="utf-8").splitlines())}


def trap_articles() -> dict[str, dict[str, str]]:
    """The articles that lie as text beside their annotation, which holds title and date."""
    golds = {p: yaml.safe_load(p.read_text(encoding="utf-8")) for p in sorted(TRAPS.glob("t*.yml"))}
    return {g["article"]: g | {"text": p.with_suffix(".txt").read_text(encoding="utf-8").strip()} for p, g in golds.items()}


SETS = {GOLD: sample_articles(), TRAPS: trap_articles()}
PATHS = sorted(GOLD.glob("s*.yml")) + sorted(TRAPS.glob("t*.yml"))


@pytest.fixture(scope="module", params=list(SETS), ids=lambda folder: folder.name)
def scored(request: pytest.FixtureRequest, lexicon: Lexicon) -> tuple[dict[str, Any], dict[str, Any]]:
    """The scores of a set and its floors."""
    folder: Path = request.param
    articles: list[dict[str, Any]] = []
    rows: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}
    for name, record in SETS[folder].items():
        article = {"article_id": name, "external_id": name, "content_sha256": "", "text": record["text"], "title": record["title"],
                   "published_at": dt.datetime.fromisoformat(record["published"])}  # fmt: skip
        articles.append(article)
        found = read_article(article, lexicon)
        for table in rows:
            rows[table] += found[table]
    floors = yaml.safe_load((folder / "floors.yml").read_text(encoding="utf-8"))
    return evaluate(folder, from_rows(articles, *rows.values())), floors


@pytest.mark.parametrize("table", ["meetings", "participants", "pledges"])
def test_tables_keep_their_floors(table: str, scored: tuple[dict[str, Any], dict[str, Any]]) -> None:
    result, floors = scored
    reached = result["tables"][table]
    low = {k: (reached[k], floor) for k, floor in floors[table].items() if reached[k] < floor}
    assert not low, f"{table}: reached and floor {low}\n" + "\n".join(result["errors"])


@pytest.mark.parametrize("field", ["held is right", "meeting status", "meeting date", "amount and currency"])
def test_fields_keep_their_floors(field: str, scored: tuple[dict[str, Any], dict[str, Any]]) -> None:
    result, floors = scored
    assert result["fields"][field]["share"] >= floors[field], result["fields"]


def test_every_article_is_found(scored: tuple[dict[str, Any], dict[str, Any]]) -> None:
    assert scored[0]["missing"] == []


@pytest.mark.parametrize("path", PATHS, ids=lambda p: p.stem)
def test_evidence_is_in_its_text(path: Path) -> None:
    gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    text = SETS[path.parent][gold["article"]]["text"]
    for item in gold["meetings"] + gold["optional_meetings"] + gold["pledges"] + gold["optional_pledges"]:
        assert item["evidence"] in text
