"""One interface to every kind of source: ``fetch_source`` keeps what it yields in the raw store."""

from __future__ import annotations

import datetime as dt
import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from extract.contracts import RAW_RECORDS
from extract.sources import raw

if TYPE_CHECKING:
    from extract.settings import Settings

KINDS = ("folder", "feed")


class Received(NamedTuple):
    """One thing that a source gave: the object as received, and the part of it that is one article."""

    url: str | None
    kind: str  # html | text | record | entry
    whole: bytes  # what goes into the raw store
    part: str | None  # which part of it: a line or entry number
    data: bytes  # the part's own bytes
    external_id: str | None = None
    status: int | None = None
    headers: str | None = None


class Refused(NamedTuple):
    """One thing that could not be read, with the reason."""

    address: str
    reason: str
    detail: str


@dataclass(frozen=True)
class FetchResult:
    """What a fetch of one source left behind."""

    source_id: str
    records: Path
    n_records: int
    n_quarantined: int
    error: str | None = None


class BadSources(Exception):
    """sources.yml cannot be read or names a source that cannot be."""


def read_sources(path: Path | None) -> list[dict[str, Any]]:
    """The enabled sources of sources.yml; an empty list for None.

    Raises BadSources that says which entry is wrong and what to write instead.
    """
    if path is None:
        return []
    if not path.exists():
        raise BadSources(f"{path} does not exist: copy sources.yml from the project, or run with --sources none to read the inbox alone")
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadSources(f"{path} is not valid YAML: {error}") from error
    entries = content.get("sources") if isinstance(content, dict) else None
    if not isinstance(entries, list):
        raise BadSources(f"{path} has no list under 'sources:'")
    out, seen = [], set()
    for entry in entries:
        if not isinstance(entry, dict) or not entry.get("id"):
            raise BadSources(f"{path}: every source needs an id, not {entry!r}")
        if entry.get("kind") not in KINDS:
            raise BadSources(f"{path}: source {entry['id']} has kind {entry.get('kind')!r}; kinds are {', '.join(KINDS)}")
        if not entry.get("path") and not entry.get("url"):
            raise BadSources(f"{path}: source {entry['id']} needs a path or a url")
        if entry["id"] in seen:
            raise BadSources(f"{path}: two sources are called {entry['id']}")
        seen.add(entry["id"])
        if entry.get("enabled", True):
            out.append({**entry, "base": str(path.parent)})
    return out


def inbox_sources(settings: Settings) -> list[dict[str, Any]]:
    """Each folder of the inbox as a source of its own."""
    if not settings.inbox.is_dir():
        return []
    folders = sorted(p for p in settings.inbox.iterdir() if p.is_dir())
    return [{"id": p.name, "kind": "folder", "path": str(p), "base": str(settings.inbox)} for p in folders]


def fetch_source(source: dict[str, Any], settings: Settings, run_id: str, day: dt.date) -> FetchResult:
    """Fetch one source into the raw store; write ``raw_records-<source>.parquet`` into the run's folder.

    What cannot be read goes to ``quarantine-fetch-<source>.parquet``. A source that fails as a whole (a missing
    folder, an unreachable host) gives a result with ``error`` and no records; other sources are not touched.
    """
    module = importlib.import_module(f"extract.sources.{source['kind']}")
    now = dt.datetime.now(dt.timezone.utc).replace(tzinfo=None)
    folder = settings.run_folder(run_id)
    rows: dict[str, dict[str, Any]] = {}
    refused: list[dict[str, Any]] = []
    error: str | None = None
    stored: tuple[int, str] | None = None
    received: Iterator[Received | Refused] = module.fetch(source, settings)
    try:
        for item in received:
            if isinstance(item, Refused):
                refused.append(raw.quarantine_row("fetch", item.reason, item.detail, item.address, run_id, now, source_id=source["id"]))
                continue
            if stored is None or stored[0] != id(item.whole):
                stored = (id(item.whole), raw.store(settings.raw, item.whole))
            row = raw.record(
                source["id"], item.url, stored[1], item.data, item.kind, now, run_id, part=item.part,
                external_id=item.external_id, status=item.status, headers=item.headers,
            )  # fmt: skip
            rows[row["raw_id"]] = row
    except OSError as failure:
        error = f"source {source['id']}: {failure}"
        refused.append(raw.quarantine_row("fetch", "source_failed", error, str(source.get("url") or source.get("path")), run_id, now, source_id=source["id"]))
    name = raw.safe_name(source["id"])
    raw.write_table(rows.values(), RAW_RECORDS, folder / f"raw_records-{name}.parquet")
    raw.write_quarantine(folder, f"fetch-{name}", refused)
    if rows:
        raw.write_records(settings.raw, day, source["id"], run_id, list(rows.values()))
    return FetchResult(source["id"], folder / f"raw_records-{name}.parquet", len(rows), len(refused), error)
