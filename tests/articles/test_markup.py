"""Whatever the markup: no exception, in bounded time, and a sound article keeps its text."""

from __future__ import annotations

import json
import time

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from extract.articles.page import extract_article
from extract.sources.items import Received, Refused
from extract.sources.kinds.feed import read_entries
from extract.sources.kinds.list import find_links
from tests.articles.reading import ARABIC, page, read

QUICK = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
NAMES = ("p", "div", "article", "table", "tr", "td", "ul", "li", "a", "span", "h1", "script", "style", "br", "img", "form", "svg", "iframe", "meta", "title", "time", "template", "x-y")
TAGS = st.one_of(
    st.sampled_from([f"<{n}>" for n in NAMES] + [f"</{n}>" for n in NAMES]),
    st.sampled_from(["<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE html>", "&#x110000;", "&nbsp;", "&bogus;", "<", ">", '"', "\0", "<p class='", "<a href='http://[' rel=author>"]),
    st.sampled_from([ARABIC, "نص", "\u202e", "\n", " " * 50, "20 نوفمبر 2026", '<script type="application/ld+json">{"@graph":[[[{"datePublished":3}]]]}</script>']),
    st.text(max_size=20),
)
MARKUP = st.lists(TAGS, max_size=40).map("".join)


@QUICK
@given(MARKUP)
@example("<html><body><table><tr><td>" * 50)
def test_any_markup_gives_a_record_or_a_reason(markup: str) -> None:
    started = time.monotonic()
    record = extract_article(markup, "https://news.example/1")
    assert isinstance(record["text"], str) and record["published_basis"] in ("metadata", "page", "text", "unknown")
    found = read(markup.encode("utf-8", "surrogatepass"))
    assert found.get("reason") or (found["text"].strip() and found["article_id"] and "\0" not in found["text"])
    assert time.monotonic() - started < 5


@QUICK
@given(st.binary(max_size=400))
def test_any_bytes_give_a_record_or_a_reason(data: bytes) -> None:
    for kind in ("html", "text"):
        found = read(data, kind)
        assert "reason" in found or found["text"]


@QUICK
@given(st.dictionaries(st.sampled_from(["text", "html", "title", "url", "source", "published", "author", "id"]), st.one_of(st.none(), st.integers(), st.text(max_size=40), st.just(ARABIC), st.lists(st.integers(), max_size=2))))
def test_any_json_record_gives_an_article_or_a_reason(fields: dict) -> None:
    found = read(json.dumps(fields), "record")
    assert "reason" in found or (found["text"] and all(isinstance(found[k], str | None) for k in ("title", "url", "author", "source_id")))


@QUICK
@given(st.text(alphabet=st.characters(min_codepoint=0x621, max_codepoint=0x64A), min_size=3, max_size=12), st.integers(3, 9))
def test_an_article_keeps_its_paragraphs(word: str, n: int) -> None:
    paragraphs = [f"{ARABIC} {word} {i}." for i in range(n)]
    assert read(page(*paragraphs))["text"].split("\n") == paragraphs


@QUICK
@given(MARKUP)
def test_any_feed_is_read_or_refused(markup: str) -> None:
    document = f'<?xml version="1.0"?><rss version="2.0"><channel><item><title>{markup}</title><link>{markup}</link></item>{markup}</channel></rss>'
    assert all(isinstance(item, Received | Refused) for item in read_entries(document.encode("utf-8", "replace"), "x"))


@QUICK
@given(MARKUP)
def test_links_of_any_page(markup: str) -> None:
    assert all(url.startswith(("http://", "https://")) for url in find_links(markup, "https://news.example/", ""))
