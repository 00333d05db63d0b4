"""Manners: robots.txt, delays, conditional requests, back-off, budgets; a source that fails fails alone."""

from __future__ import annotations

import time
from collections.abc import Callable
from email.utils import formatdate

import pytest

from extract.settings import Settings
from extract.sources import polite, raw
from tests.sources.conftest import Night, fetch_nights
from tests.sources.site import NewsSite, article, feed, in_turn, news_site, with_validators

Fetch = Callable[..., Night]


def test_an_unchanged_feed_costs_one_small_answer(site: NewsSite, night: Fetch) -> None:
    site.pages["/rss"] = with_validators(feed(("أ", "https://news.example/1")), '"v1"')
    assert len(night(kind="feed", url=f"{site.url}/rss").records) == 1
    again = night(kind="feed", url=f"{site.url}/rss")
    assert again == Night([], [], None)
    assert site.asked[-1][1]["if-none-match"] == '"v1"'


def test_the_time_of_the_last_change_is_a_validator_too(site: NewsSite, night: Fetch) -> None:
    when = "Thu, 19 Nov 2026 08:00:00 GMT"
    site.pages["/rss"] = in_turn((200, {"Last-Modified": when}, feed(("أ", "https://news.example/1"))), (304, {}, b""))
    assert [len(night(kind="feed", url=f"{site.url}/rss").records) for _ in range(3)] == [1, 0, 0]
    asked = [headers.get("if-modified-since") for path, headers, _ in site.asked if path == "/rss"]
    assert asked == [None, when, when], "a 304 without validators keeps the old ones"


def test_what_was_not_kept_is_asked_for_again(site: NewsSite, night: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    site.pages["/rss"] = with_validators(feed(("أ", "https://news.example/1")), '"v1"')
    with monkeypatch.context() as patch:
        patch.setattr(raw, "write_records", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
        with pytest.raises(OSError, match="disk full"):
            night(kind="feed", url=f"{site.url}/rss")
    assert len(night(kind="feed", url=f"{site.url}/rss").records) == 1


def test_a_retry_in_the_same_run_adds_to_the_first_try(site: NewsSite, night: Fetch) -> None:
    site.pages["/rss"] = with_validators(feed(("أ", "https://news.example/1")), '"v1"')
    first = night("run-a", kind="feed", url=f"{site.url}/rss")
    assert night("run-a", kind="feed", url=f"{site.url}/rss").records == first.records


def test_robots_txt_is_obeyed(site: NewsSite, night: Fetch) -> None:
    site.pages |= {"/robots.txt": b"User-agent: *\nDisallow: /private/", "/private/1": article("نص"), "/open/1": article("نص")}
    result = night(kind="page", url=[f"{site.url}/private/1", f"{site.url}/open/1"])
    assert [r["url"] for r in result.records] == [f"{site.url}/open/1"]
    assert result.reasons == ["robots"] and "/private/1" not in site.paths()


def test_robots_txt_is_asked_behind_a_redirect_too(site: NewsSite, night: Fetch) -> None:
    site.pages |= {"/robots.txt": b"User-agent: mahdar\nDisallow: /b", "/a": (302, {"Location": "/b"}, b""), "/b": article("نص")}
    assert night(kind="page", url=f"{site.url}/a").reasons == ["robots"]
    assert site.paths() == ["/a"]


def test_a_robots_txt_that_cannot_be_had_forbids_everything(site: NewsSite, night: Fetch) -> None:
    site.pages |= {"/robots.txt": (500, {}, b""), "/1": article("نص")}
    assert night(kind="page", url=f"{site.url}/1").reasons == ["robots_unreachable"]
    assert site.paths() == []


def test_crawl_delay_and_own_delay_are_kept(site: NewsSite, settings: Settings) -> None:
    site.pages |= {"/robots.txt": b"User-agent: *\nCrawl-delay: 0.3"} | {f"/{n}": article("نص") for n in range(3)}
    pages = [{"id": f"p{n}", "kind": "page", "url": f"{site.url}/{n}"} for n in range(3)]
    fetch_nights(settings, "run", pages)
    times = [at for path, _, at in site.asked if path != "/robots.txt"]
    assert len(times) == 3 and min(b - a for a, b in zip(times, times[1:], strict=False)) >= 0.25


def test_hosts_are_visited_at_the_same_time(settings: Settings) -> None:
    def slow(handler: object) -> None:
        time.sleep(0.5)
        in_turn(article("نص"))(handler)  # type: ignore[arg-type]

    with news_site() as a, news_site() as b, news_site() as c:
        for site in (a, b, c):
            site.pages["/1"] = slow
        started = time.monotonic()
        nights = fetch_nights(settings, "run", [{"id": s.url[-5:], "kind": "page", "url": f"{s.url}/1"} for s in (a, b, c)])
    assert [len(n.records) for n in nights] == [1, 1, 1]
    assert time.monotonic() - started < 1.3


def test_a_busy_host_is_asked_again_when_it_says(site: NewsSite, night: Fetch) -> None:
    site.pages["/1"] = in_turn((429, {"Retry-After": "1"}, b""), article("نص"))
    assert len(night(kind="page", url=f"{site.url}/1").records) == 1
    first, second = (at for path, _, at in site.asked if path == "/1")
    assert second - first >= 1.0


def test_a_host_that_wants_a_long_rest_gets_it(site: NewsSite, night: Fetch) -> None:
    later = formatdate(time.time() + 3600, usegmt=True)
    site.pages |= {"/1": (503, {"Retry-After": later}, b""), "/2": article("نص")}
    result = night(kind="page", url=[f"{site.url}/1", f"{site.url}/2"])
    assert "wants to be left alone" in (result.error or "") and "source_failed" in result.reasons
    assert site.paths() == ["/1"]


def test_each_further_wait_is_twice_as_long(site: NewsSite, night: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polite, "BACKOFF", 0.2)
    site.pages["/1"] = (503, {}, b"")
    assert "busy" in night(kind="page", url=f"{site.url}/1").reasons
    first, second, third = (at for path, _, at in site.asked if path == "/1")
    assert second - first >= 0.2 and third - second >= 0.4


def test_errors_of_the_server_are_tried_again_and_then_told(site: NewsSite, night: Fetch) -> None:
    site.pages["/rss"] = in_turn((500, {}, b""), (502, {}, b""), feed(("أ", "https://news.example/1")))
    assert len(night(kind="feed", url=f"{site.url}/rss").records) == 1
    site.pages["/rss"] = (500, {}, b"")
    assert "answers 500" in (night(kind="feed", url=f"{site.url}/rss").error or "")


def test_a_source_that_fails_leaves_the_others_alone(site: NewsSite, settings: Settings) -> None:
    site.pages |= {"/rss": feed(("أ", "https://news.example/1")), "/broken": b"<rss"}
    with news_site() as gone:
        dead = gone.url
    sources = [
        {"id": "dead", "kind": "feed", "url": f"{dead}/rss"}, {"id": "broken", "kind": "feed", "url": f"{site.url}/broken"},
        {"id": "missing", "kind": "folder", "path": "/no/such/folder"}, {"id": "good", "kind": "feed", "url": f"{site.url}/rss"},
    ]  # fmt: skip
    by_id = dict(zip(("dead", "broken", "missing", "good"), fetch_nights(settings, "run", sources), strict=True))
    assert by_id["dead"].reasons == ["source_failed"] and by_id["dead"].error
    assert by_id["broken"].reasons == ["no_feed"]
    assert "does not exist" in (by_id["missing"].error or "")
    assert len(by_id["good"].records) == 1 and by_id["good"].error is None


def test_the_budget_leaves_pages_for_the_next_nights(site: NewsSite, night: Fetch) -> None:
    days = "".join(f"<url><loc>{site.url}/a/{n}</loc><lastmod>2026-11-{n:02d}</lastmod></url>" for n in range(1, 8))
    site.pages["/map"] = f"<urlset>{days}</urlset>".encode()
    site.pages |= {f"/a/{n}": article(f"نص {n}") for n in range(1, 8)}
    first = night(kind="sitemap", url=f"{site.url}/map", budget=4)
    assert [r["url"][-1] for r in first.records] == ["7", "6", "5"] and first.reasons == ["budget"]
    second = night(kind="sitemap", url=f"{site.url}/map", budget=10)
    assert [r["url"][-1] for r in second.records] == ["4", "3", "2", "1"] and second.reasons == []


def test_minutes_end_a_night(site: NewsSite, night: Fetch) -> None:
    site.pages |= {"/robots.txt": b"User-agent: *\nCrawl-delay: 999999", "/1": article("نص"), "/2": article("نص")}
    assert night(kind="page", url=[f"{site.url}/1", f"{site.url}/2"]).reasons == ["budget"]


def test_a_page_that_is_gone_is_not_asked_for_again(site: NewsSite, night: Fetch) -> None:
    site.pages["/list"] = f'<a href="{site.url}/news/1">خبر</a>'.encode()
    for _ in range(2):
        night(kind="list", url=f"{site.url}/list", match="/news/")
    assert site.paths().count("/news/1") == 1


def test_the_visitor_says_who_it_is(site: NewsSite, night: Fetch) -> None:
    site.pages["/1"] = article("نص")
    night(kind="page", url=f"{site.url}/1", contact="desk@example.org")
    assert all("Mahdar" in h["user-agent"] and "desk@example.org" in h["user-agent"] for _, h, _ in site.asked)


@pytest.mark.parametrize(("written", "seconds"), [("7", 7.0), ("", 0.0), (None, 0.0), ("soon", 0.0), ("-5", 0.0), ("1e9", 0.0), ("٣", 0.0)])
def test_retry_after(written: str | None, seconds: float) -> None:
    assert polite._seconds(written) == seconds
