"""The clean step's share that needs one record alone: the raw records of a batch to articles, or the reasons why not."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from extract.articles import batches
from extract.articles.deduplicate import deduplicate
from extract.articles.record import address, read_record
from extract.contracts import OUTCOMES
from extract.processes import cores, spread
from extract.sources import parts, raw
from extract.store import Unreachable

if TYPE_CHECKING:
    from pathlib import Path

    from extract.settings import Settings

Outcome = dict[str, Any]


def clean_all(settings: Settings, run_id: str, at: dt.datetime, *, processes: int | None = None, index: Path | None = None) -> dict[str, int]:
    """All batches of a run, spread over processes, then what needs them all; return the counts (``deduplicate``)."""
    n = batches.plan(settings, run_id)
    for _ in spread(partial(clean_batch, settings, run_id), range(n), min(processes or cores(), n)):
        pass
    return deduplicate(settings, run_id, at, index)


def clean_batch(settings: Settings, run_id: str, batch: int) -> dict[str, int]:
    """Read batch ``batch`` (from 0) of the run's raw records into a part file, a row of OUTCOMES a record; return counts.

    Pure in the raw bytes, in this process alone: the same batch gives the same part.
    """
    records = batches.records_of(settings, run_id, batch)
    outcomes = list(read_records(records, settings.raw, str(settings.seeds / "residue.csv")))
    raw.write_table((o | {"run_id": run_id} for o in outcomes), OUTCOMES, batches.part_file(settings, run_id, batch))
    n_refused = sum("reason" in o for o in outcomes)
    return {"articles": len(outcomes) - n_refused, "refused": n_refused}


def read_records(records: list[dict[str, Any]], store: Path, residue_file: str) -> Iterator[Outcome]:
    """Each record with its own bytes as a row of OUTCOMES; an object is opened once for all its parts of a kind."""
    by_object = lambda r: (r["object_path"], r["kind"])  # noqa: E731
    for (object_path, kind), group in itertools.groupby(records, by_object):
        waiting = {r["raw_id"]: r for r in group}
        try:
            with raw.open_object(store, object_path) as file:
                for record, data in parts.read_parts(file, kind, list(waiting.values())):
                    del waiting[record["raw_id"]]
                    if data is None:
                        yield _refusal(record, "missing_part", f"{object_path} has no part {record['part']}")
                    else:
                        yield _outcome(record, data, kind, residue_file)
        except Unreachable:  # the object may be sound: the batch has to be tried again
            raise
        except (OSError, raw.Damaged) as error:
            yield from (_refusal(record, "damaged_raw", str(error)) for record in waiting.values())


def _outcome(record: dict[str, Any], data: bytes, kind: str, residue_file: str) -> Outcome:
    """The article of a record, or why it holds none; one that the reading fails on goes aside with the error."""
    try:
        found = read_record(record, data, kind, residue_file)
    except Exception as error:  # one record must not end the night
        return _refusal(record, "reading_failed", f"reading {address(record)} failed: {type(error).__name__}: {error}")
    if "reason" in found:
        return _refusal(record, found["reason"], found["detail"])
    return _origin(record) | found | {"source_id": found["source_id"] or record["source_id"]}


def _refusal(record: dict[str, Any], reason: str, detail: str) -> Outcome:
    return _origin(record) | {"reason": reason, "detail": raw.encodable(detail)}


def _origin(record: dict[str, Any]) -> Outcome:
    """What an outcome tells of its record."""
    return {"raw_id": record["raw_id"], "fetched_at": record["fetched_at"], "received_from": record["source_id"], "address": raw.encodable(address(record))}
