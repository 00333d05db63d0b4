"""The raw store, in a folder or an object store: bytes as received, content-addressed and immutable, and the records of what was received when.

    raw/objects/ab/<sha256>                  the bytes, written once, never changed
    raw/records/<day>/<source>-<run>.parquet  one row per thing received (contracts.RAW_RECORDS)

A warehouse can be made again from these alone.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from extract import store as shared
from extract.contracts import QUARANTINE, RAW_RECORDS


class Damaged(Exception):
    """An object's bytes are not those that were stored."""


def digest(data: bytes) -> str:
    """SHA-256 of ``data`` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest_file(path: Path) -> str:
    """SHA-256 of a file's bytes in hexadecimal, without holding them in memory."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def received_now(state: Path) -> dt.datetime:
    """The time of receipt (UTC, without a zone), never before one given earlier on this data folder.

    The version of an article received last is its present one; a clock set back must not make an older one look newer.
    """
    kept = state / "received_last"
    now = dt.datetime.now(dt.timezone.utc).replace(tzinfo=None)
    if kept.exists():
        now = max(now, type(now).fromisoformat(kept.read_text()) + dt.timedelta(microseconds=1))
    state.mkdir(parents=True, exist_ok=True)
    beside = state / f".received_last.{os.getpid()}"
    beside.write_text(now.isoformat())
    beside.replace(kept)
    return now


def store(raw: Path, data: bytes | Path) -> str:
    """Keep ``data``, bytes or a file, under its digest, unless it is there whole; return its path relative to ``raw``.

    An object that was damaged where it lies is mended here, when its source gives the same bytes again. Raises Damaged
    where a file changes while it is copied.
    """
    name = digest_file(data) if isinstance(data, Path) else digest(data)
    path = raw / "objects" / name[:2] / name
    is_there = path.exists()
    if not is_there or digest_file(path) != name:
        with shared.written(path, once=not is_there) as beside:
            if isinstance(data, Path):
                shutil.copyfile(data, beside)
                if digest_file(beside) != name:
                    beside.unlink()
                    raise Damaged(f"{data} changed while it was taken in: try again when nothing writes to it")
            else:
                beside.write_bytes(data)
            beside.chmod(0o444)
    return f"objects/{name[:2]}/{name}"


@contextmanager
def open_object(raw: Path, object_path: str) -> Iterator[Path]:
    """The file of an object, for the length of a block; raises Damaged where its bytes do not match its name, OSError where it is missing."""
    path = raw / object_path
    with shared.at_hand(path) as file:
        if digest_file(file) != path.name:
            raise Damaged(f"{path} is not what was stored (its SHA-256 differs): restore it from a backup or fetch it again")
        yield file


def record(
    source_id: str, url: str | None, object_path: str, data: bytes, kind: str, fetched_at: dt.datetime, run_id: str, *,
    part: str | None = None, external_id: str | None = None, status: int | None = None, headers: str | None = None,
) -> dict[str, Any]:  # fmt: skip
    """One row of RAW_RECORDS for ``data`` (the part itself; ``object_path`` may hold many parts)."""
    sha = digest(data)
    url, external_id = encodable(url), encodable(external_id)
    key = "|".join((source_id, url or "", part or "", sha))
    return {
        "raw_id": "raw-" + hashlib.sha256(key.encode()).hexdigest()[:20], "source_id": source_id, "url": url,
        "external_id": external_id, "kind": kind, "status": status, "headers": headers, "fetched_at": fetched_at,
        "sha256": sha, "n_bytes": len(data), "object_path": object_path, "part": part, "run_id": run_id,
    }  # fmt: skip


def quarantine_row(
    step: str, reason: str, detail: str, address: str, run_id: str, at: dt.datetime, *, source_id: str | None = None,
    article_id: str | None = None, raw_id: str | None = None,
) -> dict[str, Any]:  # fmt: skip
    """One row of QUARANTINE; the same step, address, reason and record give the same id."""
    detail, address = encodable(detail) or "", encodable(address) or ""
    key = hashlib.sha256("|".join((step, address, reason, raw_id or "")).encode()).hexdigest()[:20]
    return {
        "quarantine_id": "q-" + key, "step": step, "reason": reason, "detail": detail, "source_id": source_id,
        "address": address, "article_id": article_id, "raw_id": raw_id, "quarantined_at": at, "run_id": run_id,
    }  # fmt: skip


def encodable(text: str | None) -> str | None:
    """``text`` with ``?`` for halves of surrogate pairs, which JSON can carry and no file can hold."""
    return text.encode("utf-8", "replace").decode() if text else text


def write_table(rows: Iterable[dict[str, Any]], schema: pa.Schema, path: Path, rows_of_group: int | None = None) -> int:
    """Write rows to a Parquet file that comes into its place whole; return their number. Missing columns are null.

    ``rows_of_group``: how many rows can be read without the others; None for Parquet's own measure.
    """
    table = pa.Table.from_pylist([{n: r.get(n) for n in schema.names} for r in rows], schema=schema)
    with shared.written(path) as beside:
        pq.write_table(table, beside, compression="zstd", row_group_size=rows_of_group)
    return int(table.num_rows)


def write_records(raw: Path, day: dt.date, source_id: str, run_id: str, rows: list[dict[str, Any]]) -> Path:
    """Keep the records of one source and run for good; return their file."""
    path = raw / "records" / day.isoformat() / f"{safe_name(source_id)}-{run_id}.parquet"
    write_table(rows, RAW_RECORDS, path)
    return path


def write_quarantine(folder: Path, name: str, rows: list[dict[str, Any]]) -> None:
    """Write a step's quarantine into the run's folder, where it has any."""
    if rows:
        write_table({r["quarantine_id"]: r for r in rows}.values(), QUARANTINE, folder / f"quarantine-{safe_name(name)}.parquet")


def safe_name(name: str) -> str:
    """A name that is safe as a part of a file name."""
    return re.sub(r"[^\w.-]+", "_", name)[:80].strip(".") or "source"
