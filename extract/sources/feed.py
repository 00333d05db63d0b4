"""RSS and Atom feeds, from a file or a URL. Each entry becomes a record with the drop's fields."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import feedparser

from extract.sources.fetch import Received, Refused
from extract.sources.http import get

if TYPE_CHECKING:
    from extract.settings import Settings

MAX_ENTRIES = 2000


def fetch(source: dict[str, Any], settings: Settings) -> Iterator[Received | Refused]:
    """The entries of the feed at ``source["path"]`` or ``source["url"]``."""
    if source.get("path"):
        path = Path(source["path"])
        path = path if path.is_absolute() else Path(source["base"]) / path
        yield from entries(path.read_bytes(), str(path), None)
        return
    answer = get(source["url"], settings, contact=source.get("contact"))
    if answer is not None:  # None: not modified since the last night
        yield from entries(answer.body, source["url"], answer.status)


def entries(data: bytes, address: str, status: int | None) -> Iterator[Received | Refused]:
    """Entries of a feed document as records; a document that is no feed is refused."""
    if b"<!ENTITY" in data[:20_000]:
        yield Refused(address, "entities", f"{address} declares XML entities, which no feed needs: refused")
        return
    parsed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not parsed.entries:
        reason = str(parsed.get("bozo_exception", "no entries"))
        yield Refused(address, "no_feed", f"{address} holds no feed entries ({reason})")
        return
    for number, entry in enumerate(parsed.entries[:MAX_ENTRIES], 1):
        content = entry.get("content") or []
        body = max((c.get("value", "") for c in content), key=len, default="") or entry.get("summary", "")
        if not body:
            yield Refused(f"{address}#{number}", "no_text", f"entry {number} of {address} has no text")
            continue
        row = {
            "id": entry.get("id") or entry.get("link"), "url": entry.get("link"), "title": entry.get("title"),
            "published": entry.get("published") or entry.get("updated"), "author": entry.get("author"), "html": body,
        }  # fmt: skip
        line = json.dumps(row, ensure_ascii=False, sort_keys=True).encode()
        yield Received(row["url"], "entry", data, str(number), line, external_id=row["id"], status=status)
    if len(parsed.entries) > MAX_ENTRIES:
        yield Refused(address, "too_many_entries", f"{address} has {len(parsed.entries)} entries; the first {MAX_ENTRIES} were read")
