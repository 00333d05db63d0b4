"""kind: folder. Drops by their ending: .jsonl(.gz), .warc(.gz), .txt, .html and saved feeds (.xml)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

from extract.sources.files import MAX_ARTICLE, received_at, walk
from extract.sources.items import Item, Received, Refused
from extract.sources.kinds import jsonl, warc
from extract.sources.kinds.feed import read_saved
from extract.sources.pages import no_text

ENDINGS = (*jsonl.ENDINGS, *warc.ENDINGS, ".txt", ".html", ".htm", ".xml")


async def fetch(source: dict[str, Any], _: object) -> AsyncIterator[Item]:
    """What the files of ``source["path"]`` hold, in the order of their names."""
    for path in walk(source, ENDINGS):
        for item in [path] if isinstance(path, Refused) else read_file(path):
            yield item


def read_file(path: Path) -> Iterator[Item]:
    """The articles of one file, by its ending."""
    name = path.name.lower()
    if name.endswith(jsonl.ENDINGS):
        yield from jsonl.read(path)
    elif name.endswith(warc.ENDINGS):
        yield from warc.read(path)
    else:
        yield from _read_single(path)


def _read_single(path: Path) -> Iterator[Item]:
    if path.stat().st_size > MAX_ARTICLE:
        yield Refused(str(path), "too_large", f"{path} has {path.stat().st_size:,} bytes; the limit is {MAX_ARTICLE:,}")
        return
    data, at = path.read_bytes(), received_at(path)
    problem = no_text(data)
    if problem:
        yield Refused(str(path), problem, f"{path} holds {problem} data, no text")
    elif path.name.lower().endswith(".xml"):
        yield from read_saved(path, data)
    else:
        kind = "text" if path.name.lower().endswith(".txt") else "html"
        yield Received(None, kind, data, None, data, external_id=path.stem, at=at)
