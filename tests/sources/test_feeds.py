"""Feeds of all builds: RSS 2.0, RSS 1.0 and Atom, in any charset, behind a URL or saved; what is none is refused."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extract.settings import Settings
from extract.sources import raw
from extract.sources.items import Received, Refused
from extract.sources.kinds import feed as kind
from extract.sources.kinds.feed import read_entries
from extract.sources.parts import read_parts
from tests.articles.reading import ARABIC, read
from tests.sources.conftest import Night
from tests.sources.site import NewsSite, article, feed

Fetch = Callable[..., Night]
ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>أخبار</title>
<entry><title>لقاء</title><id>tag:news.example,2026:1</id><link rel="edit" href="/edit/1"/><link rel="alternate" href="/n/1"/>
  <published>2026-11-19T08:00:00+03:00</published><updated>2026-11-20T10:00:00Z</updated><author><name>ليلى حداد</name></author>
  <summary>موجز</summary><content type="html">&lt;p&gt;{ARABIC}&lt;/p&gt;</content></entry>
<entry xml:base="https://news.example/old/"><title>قمة</title><id>2</id><link href="2"/><updated>2026-11-18T10:00:00Z</updated>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{ARABIC} ثم غادرا.</p></div></content></entry>
</feed>"""
RDF = f"""<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://news.example/"><title>أخبار</title></channel>
<item rdf:about="https://news.example/n/1"><title>لقاء</title><link>https://news.example/n/1</link><dc:date>2026-11-19T05:00:00Z</dc:date>
  <dc:creator>ليلى حداد</dc:creator><description>{ARABIC}</description></item></rdf:RDF>"""


def entries(data: bytes, address: str = "https://news.example/feed") -> list[dict[str, Any]]:
    """The fields of all entries; none may be refused."""
    return [json.loads(item.data) for item in read_entries(data, address) if isinstance(item, Received)]


def test_atom_and_its_relative_links() -> None:
    first, second = entries(ATOM.encode())
    assert first == {
        "id": "tag:news.example,2026:1", "url": "https://news.example/n/1", "title": "لقاء", "author": "ليلى حداد",
        "published": "2026-11-19T08:00:00+03:00", "html": f"<p>{ARABIC}</p>",
    }  # fmt: skip
    assert (second["url"], second["published"]) == ("https://news.example/old/2", "2026-11-18T10:00:00Z")
    assert second["html"] == f"<p>{ARABIC} ثم غادرا.</p>"


def test_rss_1() -> None:
    assert entries(RDF.encode()) == [
        {"id": "https://news.example/n/1", "url": "https://news.example/n/1", "title": "لقاء", "author": "ليلى حداد", "published": "2026-11-19T05:00:00Z", "html": ARABIC}
    ]


def test_the_pages_of_an_atom_feed_are_found(site: NewsSite, night: Fetch) -> None:
    site.pages |= {"/atom": ATOM.encode(), "/n/1": article("نص")}
    result = night(kind="feed", url=f"{site.url}/atom", pages=True)
    assert [r["url"] for r in result.records] == [f"{site.url}/n/1"]


def test_a_relative_link_is_absolute_in_the_article(site: NewsSite, night: Fetch, settings: Settings) -> None:
    site.pages["/atom"] = ATOM.encode()
    record = night(kind="feed", url=f"{site.url}/atom").records[0]
    with raw.open_object(settings.raw, record["object_path"]) as file:
        ((_, data),) = read_parts(file, "entry", [record])
    assert data is not None and read(data, "entry", url=record["url"])["url"] == f"{site.url}/n/1"


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("said", [None, "utf-8", "windows-1256", "iso-8859-1", "no-such-charset"])
def test_the_charset_of_a_feed_is_recognised_whatever_it_says(charset: str, said: str | None) -> None:
    document = feed(("لقاء في القاهرة", "https://news.example/1"), text=ARABIC).decode()
    document = document.replace('"1.0"?', f'"1.0" encoding="{said}"?' if said else '"1.0"?')
    (found,) = entries(document.encode(charset))
    assert (found["title"], found["html"]) == ("لقاء في القاهرة", ARABIC)


def test_a_feed_is_read_whatever_type_it_claims(site: NewsSite, night: Fetch) -> None:
    site.pages["/rss"] = (200, {"Content-Type": "text/html; charset=iso-8859-1"}, feed(("أول", "https://news.example/1")))
    assert len(night(kind="feed", url=f"{site.url}/rss").records) == 1


def test_an_answer_that_is_the_path_of_a_file_reads_no_file(tmp_path: Path, site: NewsSite, night: Fetch) -> None:
    (tmp_path / "secret.xml").write_bytes(feed(("سر", "https://news.example/1")))
    site.pages["/rss"] = str(tmp_path / "secret.xml").encode()
    result = night(kind="feed", url=f"{site.url}/rss")
    assert result.records == [] and result.reasons == ["no_feed"]


def test_a_saved_feed_was_received_when_its_file_was(tmp_path: Path, night: Fetch) -> None:
    path = tmp_path / "saved.xml"
    path.write_bytes(RDF.encode())
    os.utime(path, (1_700_000_000, 1_700_000_000))
    for source in ({"kind": "feed", "path": str(path)}, {"kind": "feed", "path": "saved.xml", "base": str(tmp_path)}, {"kind": "folder", "path": str(tmp_path)}):
        assert [str(r["fetched_at"]) for r in night(**source).records] == ["2023-11-14 22:13:20"]


def test_a_saved_feed_has_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kind, "MAX_FEED", 100)
    (tmp_path / "saved.xml").write_bytes(RDF.encode())
    (refused,) = kind.read_saved(tmp_path / "saved.xml", (tmp_path / "saved.xml").read_bytes())
    assert isinstance(refused, Refused) and refused.reason == "too_large"
