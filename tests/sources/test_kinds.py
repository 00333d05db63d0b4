"""What each kind of source over the network finds, the first night and the next."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Callable

import pytest

from extract.sources import memory
from tests.sources.conftest import Night
from tests.sources.site import NewsSite, article, feed, with_validators

Fetch = Callable[..., Night]


def urls(night: Night) -> list[str]:
    return [r["url"].rsplit("/", 1)[1] for r in night.records]


def test_feed_entries_are_records(site: NewsSite, night: Fetch) -> None:
    site.pages["/rss"] = feed(("أول", "https://news.example/1"), ("ثان", "https://news.example/2"))
    records = night(kind="feed", url=f"{site.url}/rss").records
    assert [(r["kind"], r["part"], r["external_id"], r["status"]) for r in records] == [
        ("entry", "1", "https://news.example/1", 200), ("entry", "2", "https://news.example/2", 200),
    ]  # fmt: skip
    assert len({r["object_path"] for r in records}) == 1, "the feed is kept once"
    assert "date" in json.loads(records[0]["headers"])


def test_a_quiet_feed_is_no_fault(site: NewsSite, night: Fetch) -> None:
    site.pages["/rss"] = feed()
    assert night(kind="feed", url=f"{site.url}/rss") == Night([], [], None)


def test_the_pages_of_a_feed_keep_what_the_feed_said(site: NewsSite, night: Fetch) -> None:
    site.pages |= {"/rss": feed(("أول", f"{site.url}/n/1"), ("ثان", f"{site.url}/n/2")), "/n/1": article("نص"), "/n/2": article("نص آخر")}
    result = night(kind="feed", url=f"{site.url}/rss", pages=True)
    assert sorted(urls(result)) == ["1", "2"] and {r["kind"] for r in result.records} == {"html"}
    assert {json.loads(r["headers"])["listed"]["title"] for r in result.records} == {"أول", "ثان"}
    assert night(kind="feed", url=f"{site.url}/rss", pages=True).records == [], "young pages rest for some hours"


def test_young_pages_are_looked_at_again_for_edits(site: NewsSite, night: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "AGAIN", 0.0)
    site.pages |= {"/rss": with_validators(feed(("أول", f"{site.url}/n/1")), '"r"'), "/n/1": with_validators(article("نص"), '"v1"')}
    first = night(kind="feed", url=f"{site.url}/rss", pages=True)
    assert night(kind="feed", url=f"{site.url}/rss", pages=True).records == [], "304 for both"
    site.pages["/n/1"] = with_validators(article("نص معدل"), '"v2"')
    edited = night(kind="feed", url=f"{site.url}/rss", pages=True)
    assert urls(edited) == ["1"] and edited.records[0]["sha256"] != first.records[0]["sha256"]
    monkeypatch.setattr(memory, "REVISIT", 0.0)
    site.pages["/n/1"] = with_validators(article("نص معدل مرة أخرى"), '"v3"')
    assert night(kind="feed", url=f"{site.url}/rss", pages=True).records == [], "old pages are left alone"


NEWS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


def test_a_news_sitemap(site: NewsSite, night: Fetch) -> None:
    entry = "<news:news><news:publication><news:name>ص</news:name></news:publication><news:publication_date>2026-11-19T10:00:00+03:00</news:publication_date><news:title>لقاء</news:title></news:news>"
    site.pages |= {"/map": f"<urlset {NEWS}><url><loc>{site.url}/1</loc>{entry}</url></urlset>".encode(), "/1": article("نص")}
    records = night(kind="sitemap", url=f"{site.url}/map").records
    assert json.loads(records[0]["headers"])["listed"] == {"basis": "feed", "title": "لقاء", "published": "2026-11-19T10:00:00+03:00"}


def test_a_sitemap_index_with_packed_sitemaps_latest_first(site: NewsSite, night: Fetch) -> None:
    children = "".join(f"<sitemap><loc>/map-{n}.xml.gz</loc><lastmod>2026-11-1{n}</lastmod></sitemap>" for n in range(3))
    site.pages["/map"] = f"<sitemapindex {NEWS}>{children}<sitemap><loc>/map</loc></sitemap></sitemapindex>".encode()
    for n in range(3):
        site.pages[f"/map-{n}.xml.gz"] = gzip.compress(f"<urlset {NEWS}><url><loc>{site.url}/news/{n}</loc></url><url><loc>{site.url}/tag/{n}</loc></url></urlset>".encode())
        site.pages[f"/news/{n}"] = article(f"نص {n}")
    result = night(kind="sitemap", url=f"{site.url}/map", match="/news/")
    assert urls(result) == ["2", "1", "0"] and result.reasons == []


def test_a_sitemap_as_a_list_of_urls(site: NewsSite, night: Fetch) -> None:
    site.pages |= {"/map.txt": f"{site.url}/1\n{site.url}/2\n".encode(), "/1": article("نص"), "/2": article("نص")}
    assert urls(night(kind="sitemap", url=f"{site.url}/map.txt")) == ["1", "2"]


def test_a_sitemap_names_pages_of_its_own_site_alone(site: NewsSite, night: Fetch) -> None:
    site.pages |= {"/map": f"<urlset><url><loc>{site.url}/1</loc></url><url><loc>https://other.example/2</loc></url></urlset>".encode(), "/1": article("نص")}
    result = night(kind="sitemap", url=f"{site.url}/map")
    assert urls(result) == ["1"] and result.reasons == ["other_site"]


def test_one_broken_sitemap_of_an_index_is_told_and_the_others_read(site: NewsSite, night: Fetch) -> None:
    site.pages |= {
        "/map": f"<sitemapindex><sitemap><loc>{site.url}/a</loc></sitemap><sitemap><loc>{site.url}/b</loc></sitemap></sitemapindex>".encode(),
        "/a": b"\x1f\x8bbroken", "/b": f"<urlset><url><loc>{site.url}/1</loc></url></urlset>".encode(), "/1": article("نص"),
    }  # fmt: skip
    result = night(kind="sitemap", url=f"{site.url}/map")
    assert urls(result) == ["1"] and result.reasons == ["bad_sitemap"] and result.error is None


def test_what_is_no_sitemap_fails_the_source(site: NewsSite, night: Fetch) -> None:
    site.pages["/map"] = article("نص")
    assert "is no sitemap" in (night(kind="sitemap", url=f"{site.url}/map").error or "")


def test_a_list_page_and_its_pattern(site: NewsSite, night: Fetch) -> None:
    site.pages |= {
        "/world": '<base href="/news/"><a href="1#top">أ</a><a href=" 1 ">أ</a><a href="2">ب</a><a href="/about">عنا</a><a href="http://[">؟</a><a href="mailto:a@b">ب</a>'.encode(),
        "/news/1": article("نص"), "/news/2": article("نص"),
    }  # fmt: skip
    result = night(kind="list", url=[f"{site.url}/world"], match=r"/news/\d+$")
    assert urls(result) == ["1", "2"] and result.reasons == []
    site.pages["/world"] = "<p>الموقع في ثوب جديد</p>".encode()
    assert night(kind="list", url=[f"{site.url}/world"], match=r"/news/\d+$").reasons == ["no_links"]


def test_one_list_page_of_several_may_fail(site: NewsSite, night: Fetch) -> None:
    site.pages |= {"/world": b'<a href="/news/1">x</a>', "/news/1": article("نص")}
    result = night(kind="list", url=[f"{site.url}/gone", f"{site.url}/world"], match="/news/")
    assert urls(result) == ["1"] and result.reasons == ["http_404"] and result.error is None
    assert "answers 404" in (night(kind="list", url=[f"{site.url}/gone", f"{site.url}/away"], match="/news/").error or "")


def test_a_list_page_without_end(site: NewsSite, night: Fetch) -> None:
    site.pages["/world"] = "".join(f'<a href="/news/{n}">خبر</a>' for n in range(1001)).encode()
    assert sorted(night(kind="list", url=f"{site.url}/world", match="/news/", budget=1).reasons) == ["budget", "too_many_links"]


def test_a_single_page_is_looked_at_every_night(site: NewsSite, night: Fetch) -> None:
    site.pages["/1"] = with_validators(article("نص"), '"v1"')
    assert [len(night(kind="page", url=f"{site.url}/1").records) for _ in range(2)] == [1, 0]
    site.pages["/1"] = with_validators(article("نص معدل"), '"v2"')
    assert len(night(kind="page", url=f"{site.url}/1").records) == 1


def test_an_export_behind_a_url(site: NewsSite, night: Fetch) -> None:
    lines = '{"id": 7, "url": "https://news.example/7", "text": "نص"}\n\n{"id": 8}\n'.encode()
    site.pages["/all.jsonl.gz"] = gzip.compress(lines)
    result = night(kind="jsonl", url=f"{site.url}/all.jsonl.gz")
    assert [(r["external_id"], r["part"]) for r in result.records] == [("7", "1")] and result.reasons == ["no_text"]


def test_five_silent_pages_in_a_row_end_the_visit(site: NewsSite, night: Fetch) -> None:
    site.pages |= {f"/{n}": lambda handler: handler.wfile.write(b"noise\r\n\r\n") for n in range(9)}
    result = night(kind="page", url=[f"{site.url}/{n}" for n in range(9)])
    assert result.error and result.reasons.count("unreachable") == 5
    assert set(site.paths()) == {f"/{n}" for n in range(5)}


def test_memory_gives_new_and_changed_pages_first(tmp_path: object) -> None:
    con = memory.open_memory(tmp_path / "m.sqlite")  # type: ignore[operator]
    now = time.time()
    memory.note_links(con, [memory.Link("old", {}, now - 9e6), memory.Link("new", {}, now), memory.Link("undated", {})], now - 8e6)
    memory.note_fetched(con, "old", {}, now - 7e6)
    assert [link.url for link in memory.due_links(con, now)] == ["new", "undated"]
    memory.note_links(con, [memory.Link("old", {}, now - 10)], now)
    assert [link.url for link in memory.due_links(con, now)] == ["new", "undated", "old"]
    for _ in range(memory.TRIES):
        memory.note_failed(con, "new", for_good=False)
    assert [link.url for link in memory.due_links(con, now)] == ["undated", "old"]
