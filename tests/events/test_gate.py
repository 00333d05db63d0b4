"""The evaluation gate: what is reached on tests/gold may not fall below tests/gold/floors.yml unsaid."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
import yaml

from extract.evaluate import evaluate, from_rows
from extract.events import read_article
from extract.lexicon import Lexicon

PROJECT = Path(__file__).resolve().parents[2]
GOLD = PROJECT / "tests/gold"
FLOORS = yaml.safe_load((GOLD / "floors.yml").read_text(encoding="utf-8"))
ARTICLES = {r["id"]: r for r in map(json.loads, (PROJECT / "seeds/sample/agencies.jsonl").read_text(encoding="utf-8").splitlines())}


@pytest.fixture(scope="module")
def result(lexicon: Lexicon) -> dict:
    articles, rows = [], {"meeting_reports": [], "participant_reports": [], "pledge_reports": [], "pledge_report_parties": []}
    for name, record in ARTICLES.items():
        article = {"article_id": name, "external_id": name, "content_sha256": "", "text": record["text"], "title": record["title"],
                   "published_at": dt.datetime.fromisoformat(record["published"])}  # fmt: skip
        articles.append(article)
        found = read_article(article, lexicon)
        for table in rows:
            rows[table] += found[table]
    return evaluate(GOLD, from_rows(articles, *rows.values()))


@pytest.mark.parametrize("table", ["meetings", "participants", "pledges"])
def test_tables_keep_their_floors(table: str, result: dict) -> None:
    reached = result["tables"][table]
    low = {k: (reached[k], floor) for k, floor in FLOORS[table].items() if reached[k] < floor}
    assert not low, f"{table}: reached and floor {low}\n" + "\n".join(result["errors"])


@pytest.mark.parametrize("field", ["held is right", "meeting status", "meeting date", "amount and currency"])
def test_fields_keep_their_floors(field: str, result: dict) -> None:
    assert result["fields"][field]["share"] >= FLOORS[field], result["fields"]


def test_every_article_is_found(result: dict) -> None:
    assert result["missing"] == []


@pytest.mark.parametrize("path", sorted(GOLD.glob("s*.yml")), ids=lambda p: p.stem)
def test_evidence_is_in_its_text(path: Path) -> None:
    gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    text = ARTICLES[gold["article"]]["text"]
    for item in gold["meetings"] + gold["optional_meetings"] + gold["pledges"] + gold["optional_pledges"]:
        assert item["evidence"] in text
