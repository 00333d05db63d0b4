"""Folders of drops: .jsonl, .jsonl.gz, .txt, .html and saved feeds (.xml), and single such files."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.sources.feed import entries
from extract.sources.fetch import Received, Refused

if TYPE_CHECKING:
    from extract.settings import Settings

MAX_FILE = 2_000_000_000  # bytes of a drop of many articles
MAX_PLAIN = 4_000_000_000  # bytes of it unpacked
MAX_ARTICLE = 5_000_000  # bytes of one article; a book is no article
SUFFIXES = (".jsonl", ".jsonl.gz", ".txt", ".html", ".htm", ".xml")


def fetch(source: dict[str, Any], settings: Settings) -> Iterator[Received | Refused]:
    """What the files of ``source["path"]`` hold, in the order of their names."""
    root = Path(source["path"])
    root = root if root.is_absolute() else Path(source["base"]) / root
    if not root.exists():
        raise FileNotFoundError(f"{root} does not exist: create the folder or disable the source in sources.yml")
    files = [root] if root.is_file() else sorted(p for p in root.rglob("*") if p.is_file())
    for path in files:
        if path.name.startswith("."):
            continue
        if root.is_dir() and not path.resolve().is_relative_to(root.resolve()):
            yield Refused(str(path), "outside_folder", f"{path} leads out of {root}: put the file itself there, not a link")
            continue
        yield from read_file(path)


def read_file(path: Path) -> Iterator[Received | Refused]:
    """The articles of one file by its ending; a file of another kind is refused with what is accepted."""
    name = path.name.lower()
    size = path.stat().st_size
    if not name.endswith(SUFFIXES):
        yield Refused(str(path), "unknown_kind", f"{path} is none of {' '.join(SUFFIXES)}")
        return
    if size == 0:
        yield Refused(str(path), "empty", f"{path} is empty")
        return
    single = name.endswith((".txt", ".html", ".htm"))
    if size > (MAX_ARTICLE if single else MAX_FILE):
        yield Refused(str(path), "too_large", f"{path} has {size:,} bytes; the limit is {MAX_ARTICLE if single else MAX_FILE:,}")
        return
    data = path.read_bytes()
    if single:
        if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            yield Refused(str(path), "binary", f"{path} holds binary data, not text")
            return
        kind = "text" if name.endswith(".txt") else "html"
        yield Received(None, kind, data, None, data, external_id=path.stem)
    elif name.endswith(".xml"):
        yield from entries(data, str(path), None)
    else:
        yield from _lines(path, data)


def _lines(path: Path, data: bytes) -> Iterator[Received | Refused]:
    """The records of a .jsonl or .jsonl.gz, one a line."""
    stream: Any = io.BytesIO(data)
    if path.name.lower().endswith(".gz"):
        stream = gzip.GzipFile(fileobj=stream)
    total, number = 0, 0
    while True:
        try:
            line = stream.readline(MAX_ARTICLE * 2)
        except (OSError, EOFError) as error:
            yield Refused(str(path), "broken_archive", f"{path} cannot be unpacked after line {number}: {error}")
            return
        if not line:
            return
        number += 1
        total += len(line)
        address = f"{path}#{number}"
        if total > MAX_PLAIN:
            yield Refused(address, "too_large", f"{path} unpacks to more than {MAX_PLAIN:,} bytes: split it")
            return
        if not line.strip():
            continue
        if len(line) > MAX_ARTICLE:
            yield Refused(address, "too_large", f"line {number} of {path} has more than {MAX_ARTICLE:,} bytes: it is no article")
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_ARTICLE)
                total += len(line)
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Refused(address, "broken_json", f"line {number} of {path} is not JSON: {error}")
            continue
        if not isinstance(record, dict) or not (record.get("text") or record.get("html")):
            yield Refused(address, "no_text", f"line {number} of {path} has neither text nor html")
            continue
        url, external = record.get("url"), record.get("id")
        yield Received(
            url if isinstance(url, str) else None, "record", data, str(number), line.strip(),
            external_id=None if external is None else str(external),
        )  # fmt: skip
