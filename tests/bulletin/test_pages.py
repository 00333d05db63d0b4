"""Evidence pages: spans of an article, a meeting's reports, timelines, the search index."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from extract.cli.main import cli
from extract.pages.evidence import touched, write_pages
from extract.pages.spans import segments
from extract.settings import Settings
from tests.bulletin.conftest import FIRST, SECOND


def span(start: int, end: int, rule: str = "r", confidence: float = 0.9) -> dict:
    return {"start_char": start, "end_char": end, "rule": rule, "confidence": confidence}


def test_overlapping_spans_are_cut_at_their_borders() -> None:
    found = segments("0123456789", [("meeting", "mr-1", span(2, 8, "a")), ("participant", None, span(4, 6, "b")), ("pledge", "pr-1", span(7, 10, "c"))])
    assert [(s["text"], s["kind"]) for s in found] == [("01", None), ("23", "meeting"), ("45", "participant"), ("67"[:1], "meeting"), ("7", "pledge"), ("89", "pledge")]
    assert "".join(s["text"] for s in found) == "0123456789"
    assert [s["ids"] for s in found if s["ids"]] == [["mr-1"], ["pr-1"]]
    assert found[2]["tip"] == "participant: b, 90% · meeting: a, 90%"


@pytest.mark.parametrize("bad", [span(-1, 3), span(5, 5), span(6, 2), span(0, 99)])
def test_spans_outside_of_the_text_are_left_out(bad: dict) -> None:
    assert segments("0123", [("meeting", "mr-1", bad)]) == [{"text": "0123", "kind": None, "tip": "", "ids": []}]


def one(settings: Settings, query: str) -> str:
    with duckdb.connect(str(settings.published), read_only=True) as con:
        return con.execute(query).fetchone()[0]  # type: ignore[index]


def read(settings: Settings, kind: str, page_id: str) -> str:
    return (settings.docs / "pages" / kind / f"{page_id}.html").read_text(encoding="utf-8")


def test_an_article_shows_what_each_span_became(two_nights: Settings) -> None:
    article = one(two_nights, "SELECT article_id FROM articles WHERE external_id = 'b13'")
    text = read(two_nights, "articles", article)
    assert "&lt;script&gt;" in text and "المصدر الأصلي" not in text.split("<main")[1].split("class=\"text\"")[0]
    rule = one(two_nights, f"SELECT rule FROM meeting_reports WHERE article_id = '{article}'")
    assert f'<mark class="meeting" title="meeting: {rule}' in text
    shown = re.sub(r"<[^>]+>", "", text.split('<div class="text" lang="ar" dir="rtl">')[1].split("</div>")[0])
    assert "زيلينسكي &#34;&lt;img src=x onerror=alert(1)&gt;&#34;" in shown


def test_a_meeting_shows_its_reports_side_by_side_and_its_history(two_nights: Settings) -> None:
    meeting = one(two_nights, "SELECT meeting_id FROM meetings WHERE status = 'cancelled'")
    text = read(two_nights, "meetings", meeting)
    assert text.count('<article class="card"') == 2
    assert "تضارب التقارير" in text
    assert "changes" in text and "أُلغي أو أُرجئ" in text


def test_people_and_actors_have_timelines(two_nights: Settings) -> None:
    assert "2026" in read(two_nights, "people", "volodymyr-zelensky")
    saudi = read(two_nights, "actors", "SA")
    assert "السودان" in saudi and "فيصل بن فرحان" in saudi


def test_a_night_rewrites_the_pages_of_its_own_articles(two_nights: Settings) -> None:
    with duckdb.connect(str(two_nights.published), read_only=True) as con:
        ids = touched(con, SECOND)
        new = {r[0] for r in con.execute("SELECT article_id FROM articles WHERE external_id IN ('b11', 'b12', 'b13')").fetchall()}
        told_again = {r[0] for r in con.execute("SELECT article_id FROM articles WHERE external_id = 'b01'").fetchall()}
        assert new | told_again <= set(ids["articles"])
        assert touched(con, FIRST)["people"]


def test_the_page_of_an_id_that_was_merged_leads_to_the_row_of_today(two_nights: Settings, tmp_path: Path) -> None:
    shutil.copy(two_nights.published, tmp_path / "copy.duckdb")
    with duckdb.connect(str(tmp_path / "copy.duckdb")) as con:
        con.execute("INSERT INTO merges (old_id, new_id, merged_at, entity) VALUES ('mtg-old', 'mtg-new', now()::TIMESTAMP, 'meeting')")
        write_pages(con, tmp_path, {"articles": [], "meetings": [], "pledges": [], "people": [], "actors": []})
    assert '<a href="mtg-new.html">' in (tmp_path / "meetings" / "mtg-old.html").read_text(encoding="utf-8")


def test_the_search_index_is_json_that_no_title_can_leave(two_nights: Settings) -> None:
    result = CliRunner().invoke(cli, ["pages", "--data", str(two_nights.data)])
    assert result.exit_code == 0, result.output
    text = (two_nights.docs / "pages" / "index.html").read_text(encoding="utf-8")
    block = re.findall(r'<script type="application/json" id="index">(.*?)</script>', text, re.S)
    entries = json.loads(block[0])
    assert {e[0] for e in entries} == {"actors", "people", "meetings", "pledges", "articles"}
    assert any("<script>document.title" in e[2] for e in entries)
    assert all((two_nights.docs / "pages" / e[0] / f"{e[1]}.html").is_file() for e in entries)
