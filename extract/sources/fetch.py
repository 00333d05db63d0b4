"""Fetching: what the sources give is kept in the raw store, many hosts at once, one failing source apart from the others."""

from __future__ import annotations

import asyncio
import datetime as dt
import importlib
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx2
import pyarrow.parquet as pq

from extract import store as shared
from extract.contracts import RAW_RECORDS
from extract.sources import raw
from extract.sources.address import GuardedBackend
from extract.sources.config import MANNERS
from extract.sources.http import make_client
from extract.sources.items import Received, Refused
from extract.sources.memory import open_memory
from extract.sources.polite import OutOfBudget, Policy, Visitor

if TYPE_CHECKING:
    from extract.settings import Settings

AT_ONCE = 16  # sources that are fetched over the network at the same time


@dataclass(frozen=True)
class FetchResult:
    """What a fetch of one source left behind."""

    source_id: str
    records: Path
    n_records: int
    n_quarantined: int
    error: str | None = None


def fetch_source(
    source: dict[str, Any], settings: Settings, run_id: str, day: dt.date, *, backend: GuardedBackend | None = None
) -> FetchResult:
    """Fetch one source into the raw store; write ``raw_records-<source>.parquet`` into the run's folder.

    What cannot be read goes to ``quarantine-fetch-<source>.parquet``. A source that fails as a whole (a missing
    folder, an unreachable host) gives a result with ``error`` and what it gave before that; a retry in the same run
    adds to it. ``backend`` makes the connections; the default refuses every address that is not public.
    """
    return fetch_sources([source], settings, run_id, day, backend=backend)[0]


def fetch_sources(
    sources: list[dict[str, Any]], settings: Settings, run_id: str, day: dt.date, *, backend: GuardedBackend | None = None
) -> list[FetchResult]:
    """Fetch sources as ``fetch_source`` does, those over the network at the same time; results in the same order."""
    return asyncio.run(_fetch_all(sources, settings, run_id, day, backend or GuardedBackend()))


async def _fetch_all(
    sources: list[dict[str, Any]], settings: Settings, run_id: str, day: dt.date, backend: GuardedBackend
) -> list[FetchResult]:
    free = asyncio.Semaphore(AT_ONCE)
    async with make_client(backend) as client:

        async def one(source: dict[str, Any]) -> FetchResult:
            async with free:
                return await _fetch_one(source, settings, run_id, day, client)

        # Reading a large file holds the loop up and would let requests time out: files first.
        local = {id(s): await one(s) for s in sources if not s.get("url")}
        remote = [s for s in sources if s.get("url")]
        results = local | dict(zip(map(id, remote), await asyncio.gather(*map(one, remote)), strict=True))
    return [results[id(s)] for s in sources]


async def _fetch_one(
    source: dict[str, Any], settings: Settings, run_id: str, day: dt.date, client: httpx2.AsyncClient
) -> FetchResult:
    name = raw.safe_name(source["id"])
    folder = settings.run_folder(run_id)
    records = folder / f"raw_records-{name}.parquet"
    rows = {r["raw_id"]: r for r in pq.read_table(shared.source(records)).to_pylist()} if records.exists() else {}
    refused: list[dict[str, Any]] = []
    error: str | None = None
    now = raw.received_now(settings.state)

    def refuse(reason: str, detail: str, address: str) -> None:
        refused.append(raw.quarantine_row("fetch", reason, detail, address, run_id, now, source_id=source["id"]))

    module = importlib.import_module(f"extract.sources.kinds.{source['kind']}")
    with closing(open_memory(settings.state / "sources" / f"{name}.sqlite")) as memory:
        policy = Policy(**{k: source[k] for k in MANNERS if k in source})
        visitor = Visitor(client, policy, memory, settings.state / "hosts")
        stored: tuple[object, str] | None = None
        try:
            async for item in module.fetch(source, visitor):
                if isinstance(item, Refused):
                    refuse(item.reason, item.detail, item.address)
                    continue
                if stored is None or stored[0] is not item.whole:
                    stored = (item.whole, raw.store(settings.raw, item.whole))
                row = _row(item, source["id"], stored[1], run_id, now)
                rows[row["raw_id"]] = row
        except OutOfBudget as spent:
            refuse("budget", str(spent), source["url"])
        except Exception as failure:  # whatever a source does, the others go on; this one shows as failed
            kind = "" if isinstance(failure, OSError) else f"{type(failure).__name__}: "
            error = f"source {source['id']}: {kind}{failure}"
            refuse("source_failed", error, str(source.get("url") or source.get("path")))
        raw.write_table(rows.values(), RAW_RECORDS, records)
        raw.write_quarantine(folder, f"fetch-{name}", refused)
        if rows:
            raw.write_records(settings.raw, day, source["id"], run_id, list(rows.values()))
        memory.commit()  # only now: what was not kept is asked for again
    return FetchResult(source["id"], records, len(rows), len(refused), error)


def _row(item: Received, source_id: str, object_path: str, run_id: str, now: dt.datetime) -> dict[str, Any]:
    return raw.record(
        source_id, item.url, object_path, item.data, item.kind, item.at or now, run_id, part=item.part,
        external_id=item.external_id, status=item.status, headers=item.headers,
    )  # fmt: skip
