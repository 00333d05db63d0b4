"""kind: jsonl. An export of JSON Lines, packed or not, in a file, a folder or behind a URL: one article a line.

A line is {"id", "url", "title", "source", "published", "text" | "html"}, all but one of text and html optional.
"""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import IO, Any

from extract.sources.files import MAX_ARTICLE, open_plain, received_at, unpack, walk
from extract.sources.http import MAX_PLAIN
from extract.sources.items import Item, Received, Refused
from extract.sources.pages import kept_headers
from extract.sources.polite import Visitor

ENDINGS = (".jsonl", ".jsonl.gz")


async def fetch(source: dict[str, Any], visitor: Visitor) -> AsyncIterator[Item]:
    """The lines of the files at ``source["path"]`` or of the export at ``source["url"]``."""
    if source.get("path"):
        for path in walk(source, ENDINGS):
            for item in [path] if isinstance(path, Refused) else read(path):
                yield item
        return
    answer = await visitor.get(source["url"])
    if answer is not None:
        for item in read_lines(io.BytesIO(unpack(answer.body, MAX_PLAIN)), answer.body, answer.url):
            yield item._replace(status=answer.status, headers=kept_headers(answer)) if isinstance(item, Received) else item


def read(path: Path) -> Iterator[Item]:
    """The records of a file; its lines were received one after the other when the file was."""
    at = received_at(path)
    with open_plain(path) as stream:
        for item in read_lines(stream, path, str(path)):
            if isinstance(item, Received):
                item = item._replace(at=at + dt.timedelta(microseconds=int(item.part or 0)))
            yield item


def read_lines(stream: IO[bytes], whole: bytes | Path, name: str) -> Iterator[Item]:
    """A record for each line that holds an article; other lines are refused one by one."""
    for number, line in numbered(stream, name):
        if isinstance(line, Refused):
            yield line
            continue
        address = f"{name}#{number}"
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Refused(address, "broken_json", f"line {number} of {name} is not JSON: {error}")
            continue
        if not isinstance(record, dict) or not (record.get("text") or record.get("html")):
            yield Refused(address, "no_text", f"line {number} of {name} has neither text nor html")
            continue
        url, external = record.get("url"), record.get("id")
        yield Received(
            url if isinstance(url, str) else None, "record", whole, str(number), line,
            external_id=None if external is None else str(external),
        )  # fmt: skip


def numbered(stream: IO[bytes], name: str) -> Iterator[tuple[int, bytes | Refused]]:
    """The lines of a stream that are not blank, with their numbers; too long ones and a broken end are refused."""
    number = 0
    while True:
        try:
            line = stream.readline(MAX_ARTICLE + 1)
            number += 1
            if not line:
                return
            if len(line) > MAX_ARTICLE:
                while line and not line.endswith(b"\n"):
                    line = stream.readline(MAX_ARTICLE)
                why = f"line {number} of {name} has more than {MAX_ARTICLE:,} bytes: it is no article"
                yield number, Refused(f"{name}#{number}", "too_large", why)
                continue
        except OSError as error:
            yield number, Refused(name, "broken_archive", f"{name} cannot be read beyond line {number - 1}: {error}")
            return
        if line.strip():
            yield number, line.strip()
