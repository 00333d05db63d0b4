"""The batches of the clean step: a run's raw records in the order of the raw store, each batch a row group of one file."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from extract.contracts import RAW_RECORDS
from extract.store import source, written

if TYPE_CHECKING:
    from pathlib import Path

    from extract.settings import Settings

Record = dict[str, Any]
BATCH = 250  # records: some seconds of reading pages, beside which the start of a task counts little
MOST = 500  # full batches of a run: with those that are less than half full Airflow would map 1,024 at most
SHARE = 16  # batches of one object: each reads it from its start, so an archive is never read more often than this
_FILE = "clean_batches.parquet"


def plan(settings: Settings, run_id: str) -> int:
    """Split the raw records of a run into batches and return their number, one at least.

    The same records give the same batches. Parts of an earlier try are removed: it may have had more batches.
    """
    folder = settings.run_folder(run_id)
    records = [r for path in sorted(folder.glob("raw_records-*.parquet")) for r in pq.read_table(source(path)).to_pylist()]
    for part in folder.glob("clean-*.parquet"):
        part.unlink()
    with written(folder / _FILE) as beside, pq.ParquetWriter(beside, RAW_RECORDS, compression="zstd") as writer:
        for batch in split(records):
            writer.write_table(pa.Table.from_pylist(batch, schema=RAW_RECORDS), row_group_size=len(batch))
    return count(settings, run_id)


def split(records: list[Record]) -> Iterator[list[Record]]:
    """Records in batches of BATCH at most that end where a raw object ends; in larger ones where MOST would not do.

    An object of more records than that, a drop or an archive, is shared by up to SHARE batches.
    """
    size = max(BATCH, -(-len(records) // MOST))
    batch: list[Record] = []
    for piece in _pieces(records, size):
        if batch and len(batch) + len(piece) > size:
            yield batch
            batch = []
        batch = batch + piece
    if batch:
        yield batch


def _pieces(records: list[Record], size: int) -> Iterator[list[Record]]:
    """The records of each object and kind once, in the order in which they stand in it; in pieces where they are many."""
    by_object = lambda r: (r["object_path"], r["kind"])  # noqa: E731
    for _, group in itertools.groupby(sorted(records, key=by_object), by_object):
        once = {r["raw_id"]: r for r in group}
        ordered = sorted(once.values(), key=lambda r: (len(r["part"] or ""), r["part"] or ""))  # parts are numbers
        share = max(size, -(-len(ordered) // SHARE))
        yield from (ordered[start : start + share] for start in range(0, len(ordered), share))


def count(settings: Settings, run_id: str) -> int:
    """How many batches the run was split into; one, an empty one, where it received nothing, so that the night goes on."""
    return max(1, pq.read_metadata(source(_file(settings, run_id))).num_row_groups)


def records_of(settings: Settings, run_id: str, batch: int) -> list[Record]:
    """The records of batch ``batch`` (from 0); none for the one batch of a run that received nothing."""
    with pq.ParquetFile(source(_file(settings, run_id))) as file:
        return file.read_row_group(batch).to_pylist() if batch < file.num_row_groups else []


def part_file(settings: Settings, run_id: str, batch: int) -> Path:
    """Where what was read in a batch is kept."""
    return settings.run_folder(run_id) / f"clean-{batch:05d}.parquet"


def _file(settings: Settings, run_id: str) -> Path:
    return settings.run_folder(run_id) / _FILE
