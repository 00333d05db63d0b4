"""Thousands of broken inputs: no crash, no hang, and each is read or stands in quarantine with its reason."""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from extract import pipeline
from extract.events import read_article
from extract.lexicon import Lexicon
from extract.settings import Settings, load_settings
from extract.sources.raw import digest
from tests.faults.inputs import files, odd_text
from tests.faults.nights import DAY

MANY = [300, pytest.param(20_000, marks=[pytest.mark.slow, pytest.mark.timeout(3600)])]
# Processor seconds that one article may cost: what a slow machine needs to read that many characters in linear time.
ALLOWED = 0.5, 1 / 4000


def rows(settings: Settings, *patterns: str) -> list[dict[str, Any]]:
    paths = [p for pattern in patterns for p in settings.run_folder("night").glob(pattern)]
    return [r for p in paths for r in pq.read_table(p).to_pylist()]


@pytest.mark.parametrize("number", MANY)
def test_every_input_is_read_or_refused(number: int, tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "data", "none")
    folder = settings.inbox / "s"
    folder.mkdir(parents=True)
    names = []
    for name, data in files(number, seed=number):
        (folder / name).write_bytes(data)
        names.append(name)
    started = time.process_time()
    fetched = pipeline.fetch(settings, "night", DAY)
    pipeline.clean(settings, "night")
    assert fetched["failed_sources"] == []
    records, refused = rows(settings, "raw_records-*.parquet"), rows(settings, "quarantine-*.parquet")
    articles = rows(settings, "articles.parquet") + rows(settings, "repeats.parquet")
    assert all(r["reason"] and len(r["detail"]) > 20 for r in refused)
    done = {a["raw_id"] for a in articles} | {r["raw_id"] for r in refused}
    assert [r for r in records if r["raw_id"] not in done] == [], "received, and neither read nor refused"
    known = {r["external_id"] for r in records} | {Path(r["address"].split("#")[0]).stem for r in refused}
    feeds = {Path(r["url"].split("#")[0]).stem for r in records if r["kind"] == "entry" and r["url"]}
    same = {r["sha256"] for r in records}  # a file with the bytes of another is one record with it
    lost = [n for n in names if n.endswith((".html", ".txt")) and Path(n).stem not in known | feeds and digest((folder / n).read_bytes()) not in same]
    assert lost == [], "neither received nor refused"
    lines = sum(1 for line in (folder / "drop.jsonl").read_bytes().split(b"\n") if line.strip())
    told = {r["part"] for r in records if r["kind"] == "record"} | {r["address"].split("#")[1] for r in refused if r["step"] == "fetch" and "drop.jsonl#" in r["address"]}
    assert len(told) == lines
    assert len(articles) > number / 10 and len(refused) > number / 10, "the inputs are neither all broken nor all sound"
    assert time.process_time() - started < 20 + number / 20


@pytest.mark.parametrize("number", MANY)
def test_every_article_is_read_in_time(number: int, lexicon: Lexicon) -> None:
    chance = random.Random(number)
    read_article({"article_id": "warm", "text": "كلمة", "title": None, "published_at": None, "content_sha256": ""}, lexicon)
    for n in range(number):
        text = odd_text(chance)
        started = time.process_time()
        found = read_article({"article_id": str(n), "text": text, "title": odd_text(chance)[:200], "published_at": None, "content_sha256": ""}, lexicon)
        spent = time.process_time() - started
        assert spent < ALLOWED[0] + len(text) * ALLOWED[1], f"{spent:.1f} s for {len(text)} characters of input {n}"
        for row in found["meeting_reports"] + found["participant_reports"] + found["pledge_reports"]:
            assert text[row["start_char"] : row["end_char"]] == row["quote"]
