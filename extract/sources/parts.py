"""The way back: from an object of the raw store to the parts of it that records name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extract.sources.files import open_plain
from extract.sources.items import Received
from extract.sources.kinds import feed, jsonl, warc


def read_parts(path: Path, kind: str, rows: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], bytes | None]]:
    """Each record of one object and kind with its own bytes; None where the object has no such part.

    Large objects are read as a stream. Raises OSError where the object is broken.
    """
    wanted: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        wanted.setdefault(row["part"] or "", []).append(row)
    for row in wanted.pop("", []):
        yield row, path.read_bytes()
    if not wanted:
        return
    for part, data in _parts(path, kind, set(wanted)):
        for row in wanted.pop(part, []):
            yield row, data
        if not wanted:
            return
    for missing in wanted.values():
        for row in missing:
            yield row, None


def _parts(path: Path, kind: str, wanted: set[str]) -> Iterator[tuple[str, bytes]]:
    if kind == "entry":
        for item in feed.read_entries(path.read_bytes(), str(path)):
            if isinstance(item, Received) and item.part in wanted:
                yield item.part, item.data
    elif kind == "record":
        with open_plain(path) as stream:
            for number, line in jsonl.numbered(stream, str(path)):
                if str(number) in wanted and isinstance(line, bytes):
                    yield str(number), line
    else:
        for offset, record in warc.records(path):
            if str(offset) in wanted:
                yield str(offset), record.reader.read()
