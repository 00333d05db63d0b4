"""An article that its site edits: a new version of the same article, the old one kept; a rebuild gives the same."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from extract import pipeline, warehouse
from extract.articles.record import read_record
from extract.settings import Settings, load_settings
from extract.sources.address import GuardedBackend
from extract.sources.fetch import fetch_source
from tests.articles.reading import ARABIC, page
from tests.conftest import write_drop
from tests.reports import reading
from tests.sources.site import news_site, with_validators

DAY = dt.date(2026, 11, 20)


def versions(settings: Settings) -> list[tuple[str, str]]:
    """(article_id, end of the text) of all versions, in the order in which they were received."""
    with reading(settings) as con:
        return con.execute("SELECT article_id, text[-12:] FROM raw.articles ORDER BY fetched_at, content_sha256").fetchall()


def clean_and_load(settings: Settings, run_id: str) -> None:
    pipeline.clean(settings, run_id)
    warehouse.load(settings, run_id)


@pytest.mark.parametrize("texts", [["أولا.", "ثانيا."], ["أولا.", "ثانيا.", "أولا."]], ids=["edited", "edited and taken back"])
def test_an_edit_is_a_version_and_the_last_received_is_current(texts: list[str], tmp_path: Path) -> None:
    settings = load_settings(tmp_path, "none")
    with news_site() as site:
        for n, text in enumerate(texts):
            site.pages["/1"] = with_validators(page(ARABIC, f"كتب {text}").encode(), f'"v{n}"')
            source = {"id": "s", "kind": "page", "url": f"{site.url}/1", "delay": 0.01}
            fetch_source(source, settings, f"run-{n}", DAY, backend=GuardedBackend(allow_loopback=True))
            clean_and_load(settings, f"run-{n}")
    found = versions(settings)
    assert len(found) == 2 and len({article for article, _ in found}) == 1
    assert found[-1][1].endswith(texts[-1])
    pipeline.replay(settings, "replay")
    warehouse.load(settings, "replay", ("raw_records",))
    pipeline.clean(settings, "replay", tmp_path / "index.duckdb")
    warehouse.load(settings, "replay", ("articles",), anew=True)
    assert versions(settings) == found


def test_two_versions_in_one_drop_are_in_the_order_of_its_lines(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, "none")
    write_drop(tmp_path / "drop.jsonl", *({"id": "1", "url": "https://news.example/1", "text": f"{ARABIC} {end}"} for end in ("أولا.", "ثانيا.", "ثالثا.")))
    fetch_source({"id": "s", "kind": "jsonl", "path": str(tmp_path / "drop.jsonl"), "base": "."}, settings, "run", DAY)
    clean_and_load(settings, "run")
    assert [text.split()[-1] for _, text in versions(settings)] == ["أولا.", "ثانيا.", "ثالثا."]


def test_an_article_by_feed_and_by_sitemap_of_one_source_is_one(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, "none")
    for n, url in enumerate(("https://news.example/1?utm_source=rss", "https://news.example/1")):
        write_drop(tmp_path / f"{n}.jsonl", {"url": url, "source": "s", "text": ARABIC})
        fetch_source({"id": f"drop{n}", "kind": "jsonl", "path": str(tmp_path / f"{n}.jsonl"), "base": "."}, settings, "run", DAY)
    clean_and_load(settings, "run")
    assert len(versions(settings)) == 1


def test_a_record_that_the_reading_fails_on_goes_aside_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load_settings(tmp_path, "none")
    write_drop(tmp_path / "drop.jsonl", {"id": "bad", "text": ARABIC}, {"id": "good", "text": f"{ARABIC} وغادرا."})

    def fragile(record: dict, *rest: object) -> dict:
        if record["external_id"] == "bad":
            raise ZeroDivisionError("planted")
        return read_record(record, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("extract.articles.clean.read_record", fragile)
    fetch_source({"id": "s", "kind": "jsonl", "path": str(tmp_path / "drop.jsonl"), "base": "."}, settings, "run", DAY)
    assert pipeline.clean(settings, "run") == {"articles": 1, "quarantined": 1}
