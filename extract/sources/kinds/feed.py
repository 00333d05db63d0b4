"""kind: feed. RSS and Atom, behind a URL or saved: the entries' own texts, or with ``pages: true`` the pages they link."""

from __future__ import annotations

import asyncio
import calendar
import io
import json
import re
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import feedparser

from extract.articles.encoding import decode
from extract.articles.parse import long_tag
from extract.sources.files import received_at
from extract.sources.items import Item, Received, Refused
from extract.sources.memory import Link, due_links, note_links
from extract.sources.pages import kept_headers, visit_pages
from extract.sources.polite import Visitor

MAX_ENTRIES = 2000
MAX_FEED = 10_000_000  # bytes; five of them take feedparser eight seconds
_ENTITY = re.compile(rb"<\0?!\0?E\0?N\0?T\0?I\0?T\0?Y", re.IGNORECASE)  # in UTF-8 and UTF-16


async def fetch(source: dict[str, Any], visitor: Visitor) -> AsyncIterator[Item]:
    """The entries of the feed at ``source["path"]`` or ``source["url"]``, or the pages that they link."""
    if source.get("path"):
        path = Path(source["path"])
        path = path if path.is_absolute() else Path(source["base"]) / path
        with path.open("rb") as file:
            data = file.read(MAX_FEED + 1)
        for item in read_saved(path, data):
            yield item
        return
    answer = await visitor.get(source["url"])
    if source.get("pages"):
        entries = await asyncio.to_thread(parse_feed, answer.body, answer.url) if answer else []
        if isinstance(entries, Refused):
            yield entries
            entries = []
        if len(entries) > MAX_ENTRIES:
            yield _too_many(source["url"], entries)
        note_links(visitor.memory, [_link(e) for e in entries[:MAX_ENTRIES] if e.get("link")], time.time())
        async for item in visit_pages(visitor, due_links(visitor.memory, time.time())):
            yield item
    elif answer:
        # In a thread: a large feed takes seconds, in which the requests of other sources must not time out.
        for item in await asyncio.to_thread(list, read_entries(answer.body, answer.url)):
            yield item._replace(status=answer.status, headers=kept_headers(answer)) if isinstance(item, Received) else item


def read_saved(path: Path, data: bytes) -> Iterator[Item]:
    """The entries of a saved feed whose bytes are ``data``, received when its file was."""
    at = received_at(path)
    for item in read_entries(data, str(path)):
        yield item._replace(at=at) if isinstance(item, Received) else item


def read_entries(data: bytes, address: str) -> Iterator[Item]:
    """The entries of a feed document as records; those without a text and a document that is no feed are refused."""
    entries = parse_feed(data, address)
    if isinstance(entries, Refused):
        yield entries
        return
    for number, entry in enumerate(entries[:MAX_ENTRIES], 1):
        contents = entry.get("content") or []
        body = max((c.get("value", "") for c in contents), key=len, default="") or entry.get("summary", "")
        if not body:
            yield Refused(f"{address}#{number}", "no_text", f"entry {number} of {address} has no text")
            continue
        row = _listed(entry) | {"id": entry.get("id") or entry.get("link"), "url": entry.get("link"), "html": body}
        line = json.dumps(row, ensure_ascii=False, sort_keys=True).encode()
        yield Received(row["url"], "entry", data, str(number), line, external_id=row["id"])
    if len(entries) > MAX_ENTRIES:
        yield _too_many(address, entries)


def parse_feed(data: bytes, address: str) -> list[dict[str, Any]] | Refused:
    """The entries of a feed as feedparser has them, their links absolute; an empty list for a feed of a quiet day."""
    if len(data) > MAX_FEED:
        return Refused(address, "too_large", f"{address} has more than {MAX_FEED:,} bytes: it is no feed")
    text = decode(data)  # charsets lie here as they do in pages
    if beyond := long_tag(text):
        return Refused(address, "bad_markup", f"{address} is beyond what a feed has: {beyond}")
    plain = text.encode("utf-8", "replace")
    if declares_entities(plain):
        return Refused(address, "entities", f"{address} declares XML entities, which no feed needs: refused")
    headers = {"content-type": "application/xml; charset=utf-8"}
    try:  # as a stream: of bytes that are the path of a file feedparser would read the file
        parsed = feedparser.parse(io.BytesIO(plain), response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # its loose parser meets some broken feeds with whatever error its code runs into
        return Refused(address, "no_feed", f"{address} cannot be parsed as a feed: {type(error).__name__}: {error}")
    if not parsed.entries and (parsed.bozo or not parsed.version):
        reason = str(parsed.get("bozo_exception", "no entries"))
        return Refused(address, "no_feed", f"{address} holds no feed entries ({reason})")
    for entry in parsed.entries:
        if entry.get("link"):
            entry["link"] = _absolute(entry["link"], address)
    return list(parsed.entries)


def declares_entities(data: bytes) -> bool:
    """Whether an XML document declares entities of its own, which can be made to unfold without end."""
    return _ENTITY.search(data) is not None


def _too_many(address: str, entries: list[dict[str, Any]]) -> Refused:
    return Refused(address, "too_many_entries", f"{address} has {len(entries)} entries; the first {MAX_ENTRIES} were read")


def _absolute(link: str, address: str) -> str:
    """A link of the feed at ``address``; as it stands where the feed is a file or the link is none."""
    try:
        return urljoin(address, link) if address.startswith(("http://", "https://")) else link
    except ValueError:
        return link


def _listed(entry: dict[str, Any]) -> dict[str, Any]:
    return {
        "title": entry.get("title"), "published": entry.get("published") or entry.get("updated"),
        "author": entry.get("author"),
    }  # fmt: skip


def _link(entry: dict[str, Any]) -> Link:
    listed = {k: v for k, v in _listed(entry).items() if v} | {"basis": "feed"}
    when = entry.get("updated_parsed") or entry.get("published_parsed")
    try:
        changed = float(calendar.timegm(when)) if when else None
    except (ValueError, OverflowError):
        changed = None
    return Link(entry["link"], listed, changed)
