"""Safety: addresses, redirects, rebinding, sizes, time, lying and hostile answers."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest

from extract.sources import http, kinds
from extract.sources.address import GuardedBackend, allowed
from extract.sources.kinds import jsonl, sitemap
from tests.sources.conftest import Night
from tests.sources.site import NewsSite, article, feed, send

Fetch = Callable[..., Night]
PRIVATE = (
    "127.0.0.1 localhost [::1] [::ffff:127.0.0.1] 0x7f000001 2130706433 0.0.0.0 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 "
    "100.64.0.1 [fe80::1] [fc00::1] [64:ff9b::a00:1] [2002:a00:1::] 168.63.129.16 224.0.0.1 255.255.255.255 [::]"
).split()


@pytest.mark.parametrize("host", PRIVATE)
def test_no_address_but_a_public_one_is_connected_to(host: str, night: Fetch) -> None:
    result = night(kind="feed", url=f"http://{host}/rss", backend=GuardedBackend())
    assert "not a public address" in (result.error or "")


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses(address: str) -> None:
    assert allowed(address)


@pytest.mark.parametrize("target", ["http://10.0.0.1/", "http://169.254.169.254/latest/meta-data", "http://[::ffff:10.0.0.1]/"])
def test_a_redirect_leads_to_no_private_address(target: str, site: NewsSite, night: Fetch) -> None:
    site.pages["/1"] = (302, {"Location": target}, b"")
    assert night(kind="page", url=f"{site.url}/1").reasons == ["address_refused"]


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://news.example/1", "gopher://127.0.0.1/", "data:text/html,x"])
def test_a_redirect_leads_to_no_other_scheme(target: str, site: NewsSite, night: Fetch) -> None:
    site.pages["/1"] = (301, {"Location": target}, b"")
    result = night(kind="page", url=f"{site.url}/1")
    assert result.records == [] and result.reasons in (["not_http"], ["robots_unreachable"])


def test_a_name_that_resolves_differently_the_second_time_is_refused(site: NewsSite, night: Fetch) -> None:
    port = int(site.url.rsplit(":", 1)[1])
    answers = [["127.0.0.1"], ["10.0.0.1"]]  # robots.txt goes through, then the name is bound anew

    async def lookup(host: str, _: int) -> list[str]:
        assert host == "news.example"
        return answers.pop(0)

    site.pages["/1"] = article("نص")
    result = night(kind="page", url=f"http://news.example:{port}/1", backend=GuardedBackend(allow_loopback=True, lookup=lookup))
    assert result.reasons == ["address_refused"] and site.paths() == [] and answers == []


def test_one_private_address_among_public_ones_is_refused(night: Fetch) -> None:
    async def lookup(*_: object) -> list[str]:
        return ["8.8.8.8", "192.168.0.1"]

    result = night(kind="feed", url="http://news.example/rss", backend=GuardedBackend(lookup=lookup))
    assert "192.168.0.1" in (result.error or "")


def test_the_addresses_of_a_name_are_tried_in_turn(site: NewsSite, night: Fetch) -> None:
    async def lookup(*_: object) -> list[str]:
        return ["::1", "127.0.0.9", "127.0.0.1"]  # nothing listens at the first two

    site.pages["/1"] = article("نص")
    url = site.url.replace("127.0.0.1", "news.example") + "/1"
    assert len(night(kind="page", url=url, backend=GuardedBackend(allow_loopback=True, lookup=lookup)).records) == 1


def test_redirects_end(site: NewsSite, night: Fetch) -> None:
    site.pages |= {"/a": (302, {"Location": "/b"}, b""), "/b": (302, {"Location": "/a"}, b""), "/c": (302, {"Location": "/d"}, b""), "/d": article("نص")}
    assert night(kind="page", url=f"{site.url}/a").reasons == ["redirects"]
    assert [r["url"] for r in night(kind="page", url=f"{site.url}/c").records] == [f"{site.url}/d"]


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"x" * 65536)


def dripping(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"<p>")
        time.sleep(0.05)


def silent(_: BaseHTTPRequestHandler) -> None:
    time.sleep(1.0)


def cut(handler: BaseHTTPRequestHandler) -> None:
    send(handler, 200, {"Content-Length": "5000"}, b"<html>")


def noise(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"\x00\xffnot http at all\r\n\r\n")


def many_headers(handler: BaseHTTPRequestHandler) -> None:
    send(handler, 200, {f"X-{n}": "y" * 1000 for n in range(500)}, article("نص"))


@pytest.mark.parametrize(
    ("page", "reason"),
    [(endless, "too_large"), (dripping, "timeout"), (silent, "timeout"), (cut, "unreachable"), (noise, "unreachable"), (many_headers, "unreachable")],
    ids=lambda v: getattr(v, "__name__", v),
)
def test_hostile_answers_are_refused(page: object, reason: str, site: NewsSite, night: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "DEADLINE", 0.3)
    monkeypatch.setattr(http, "MAX_WIRE", 1_000_000)
    site.pages["/1"] = page
    started = time.monotonic()
    assert night(kind="page", url=f"{site.url}/1").reasons == [reason]
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    ("headers", "body", "reason"),
    [
        ({"Content-Encoding": "gzip"}, gzip.compress(b"\0" * 40_000_000), "too_large"),
        ({"Content-Encoding": "gzip"}, gzip.compress(article("نص" * 5000))[:-30], "bad_encoding"),
        ({"Content-Encoding": "gzip"}, b"no gzip at all", "bad_encoding"),
        ({"Content-Encoding": "br"}, b"x", "bad_encoding"),
        ({"Content-Type": "text/html"}, b"\x89PNG\r\n\x1a\n" + bytes(500), "binary"),
        ({"Content-Type": "text/html"}, b"%PDF-1.7 ...", "binary"),
        ({"Content-Type": "text/html"}, b"  \n", "empty"),
    ],
    ids=["bomb", "cut", "no gzip", "other packing", "an image", "a pdf", "nothing"],
)
def test_bodies_that_are_no_page(headers: dict[str, str], body: bytes, reason: str, site: NewsSite, night: Fetch) -> None:
    site.pages["/1"] = (200, headers, body)
    assert night(kind="page", url=f"{site.url}/1").reasons == [reason]


def test_a_page_is_read_whatever_type_it_claims(site: NewsSite, night: Fetch) -> None:
    site.pages["/1"] = (200, {"Content-Type": "image/png", "Content-Encoding": "gzip"}, gzip.compress(article("نص")))
    assert len(night(kind="page", url=f"{site.url}/1").records) == 1


BOMB = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10 if n else "نص"}">' for n in range(9))


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_entity_bombs_are_refused(codec: str, site: NewsSite, night: Fetch) -> None:
    padding = f"<!-- {'x' * 50_000} -->"
    site.pages["/rss"] = f'<?xml version="1.0" encoding="{codec}"?>{padding}<!DOCTYPE r [{BOMB}]><rss><channel><title>&b8;</title></channel></rss>'.encode(codec)
    site.pages["/map"] = site.pages["/rss"].replace(b"rss", b"map")
    assert night(kind="feed", url=f"{site.url}/rss").reasons == ["entities"]
    assert "declares XML entities" in (night(kind="sitemap", url=f"{site.url}/map").error or "")


PACKED_BOMB = gzip.compress(b"<urlset>" + bytes(2_000_000))


def test_a_packed_sitemap_or_export_has_a_limit(site: NewsSite, night: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in (sitemap, jsonl):
        monkeypatch.setattr(kind, "MAX_PLAIN", 1_000_000)
    site.pages |= {"/map.xml.gz": PACKED_BOMB, "/all.jsonl.gz": PACKED_BOMB}
    site.pages["/index"] = f"<sitemapindex><sitemap><loc>{site.url}/map.xml.gz</loc></sitemap></sitemapindex>".encode()
    assert night(kind="sitemap", url=f"{site.url}/index").reasons == ["too_large"]
    for name, path in (("sitemap", "map.xml.gz"), ("jsonl", "all.jsonl.gz")):
        assert "more than 1,000,000 bytes" in (night(kind=name, url=f"{site.url}/{path}").error or "")


def test_sitemaps_have_limits(site: NewsSite, night: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MAX_SITEMAPS", 3)
    monkeypatch.setattr(sitemap, "MAX_LINKS", 4)
    site.pages["/index"] = "".join(["<sitemapindex>", *(f"<sitemap><loc>{site.url}/map-{n}</loc></sitemap>" for n in range(9)), "</sitemapindex>"]).encode()
    for n in range(9):
        site.pages[f"/map-{n}"] = "".join(["<urlset>", *(f"<url><loc>{site.url}/{n}/{i}</loc></url>" for i in range(9)), "</urlset>"]).encode()
    result = night(kind="sitemap", url=f"{site.url}/index")
    assert "too_many_sitemaps" in result.reasons
    assert len([p for p in site.paths() if p.startswith("/map-")]) == 2 and result.reasons.count("http_404") == 2 * 4


def test_a_list_page_that_is_deep_or_no_markup_ends(site: NewsSite, night: Fetch) -> None:
    site.pages |= {"/deep": b"<div>" * 50_000 + b'<a href="/news/1">x</a>', "/noise": bytes(range(1, 256)) * 100}
    for path in ("deep", "noise"):
        assert night(kind="list", url=f"{site.url}/{path}", match="/news/").error is None


def test_a_feed_has_a_last_entry(site: NewsSite, night: Fetch) -> None:
    site.pages["/rss"] = feed(*((f"خبر {n}", f"https://news.example/{n}") for n in range(2001)), text="نص قصير")
    result = night(kind="feed", url=f"{site.url}/rss")
    assert len(result.records) == 2000 and result.reasons == ["too_many_entries"]
    assert night(kind="feed", url=f"{site.url}/rss", pages=True, id="pages", budget=1).reasons == ["budget", "too_many_entries"]


def test_a_tag_of_thousands_of_attributes_is_not_parsed(site: NewsSite, night: Fetch) -> None:
    attributes = " ".join(f'a{n}="1"' for n in range(20_000))
    site.pages |= {"/rss": feed().replace(b"<channel>", f"<channel {attributes}>".encode()), "/list": f'<a {attributes} href="/news/1">'.encode()}
    started = time.process_time()
    assert night(kind="feed", url=f"{site.url}/rss").reasons == ["bad_markup"]
    assert night(kind="list", url=f"{site.url}/list", match="/news/").reasons == ["bad_markup"]
    assert time.process_time() - started < 3


@pytest.mark.parametrize("pages", [False, True])
def test_a_feed_is_parsed_beside_the_loop_that_others_wait_on(pages: bool, site: NewsSite, night: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    threads = []
    monkeypatch.setattr(kinds.feed, "parse_feed", lambda *_: threads.append(threading.current_thread()) or [])
    site.pages["/rss"] = feed()
    night(kind="feed", url=f"{site.url}/rss", pages=pages)
    assert len(threads) == 1 and threads[0] is not threading.main_thread()
