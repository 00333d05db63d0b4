"""The clean step: raw records to articles.parquet, duplicate_pairs.parquet and the quarantine of what is no article."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq

from extract.articles import duplicates
from extract.articles.record import address, read_record
from extract.contracts import ARTICLES, DUPLICATE_PAIRS, REPEATS
from extract.processes import cores, spread
from extract.sources import raw
from extract.sources.parts import read_parts

if TYPE_CHECKING:
    from extract.settings import Settings

FEW = 200  # records that one process reads sooner than others could be started
Task = tuple[dict[str, Any], bytes, str]


@dataclass(frozen=True)
class CleanResult:
    """What the clean step left behind."""

    articles: Path
    n_articles: int
    n_quarantined: int


def clean_records(records: list[Path], settings: Settings, run_id: str, *, processes: int | None = None, index: Path | None = None) -> CleanResult:
    """Read the raw records of ``records`` into ``articles.parquet`` of the run; what is no article goes to quarantine.

    Pure in the raw bytes: the same records give the same articles, whatever the number of processes.
    """
    now = dt.datetime.now(dt.timezone.utc).replace(tzinfo=None)
    rows = [r for path in records for r in pq.read_table(path).to_pylist()]
    refused: list[dict[str, Any]] = []
    tasks = _tasks(rows, settings, run_id, now, refused)
    residue_file = settings.seeds / "residue.csv"
    workers = (processes or cores()) if len(rows) > FEW else 1
    found: dict[tuple[str, str], dict[str, Any]] = {}
    names: dict[tuple[str, str], str] = {}
    read: list[dict[str, str]] = []
    outcomes = spread(_read_batch, _batches(tasks, str(residue_file)), workers)
    for record, outcome in itertools.chain.from_iterable(outcomes):
        if "reason" in outcome:
            refused.append(
                raw.quarantine_row("clean", outcome["reason"], outcome["detail"], address(record), run_id, now, source_id=record["source_id"], raw_id=record["raw_id"])
            )  # fmt: skip
            continue
        article = outcome | {"raw_id": record["raw_id"], "fetched_at": record["fetched_at"], "run_id": run_id}
        article["source_id"] = article["source_id"] or record["source_id"]
        name = (article["source_id"], record["external_id"] or "")
        if record["external_id"] and names.setdefault(name, article["article_id"]) != article["article_id"]:
            refused.append(
                raw.quarantine_row("clean", "duplicate_id", f"two articles of {name[0]} have the id {name[1]}; both were read", address(record), run_id, now, source_id=record["source_id"], article_id=article["article_id"], raw_id=record["raw_id"])
            )  # fmt: skip
        key = (article["article_id"], article["content_sha256"])
        read.append({"raw_id": article["raw_id"], "article_id": article["article_id"]})
        if key not in found or _seen(article) > _seen(found[key]):
            found[key] = article
    folder = settings.run_folder(run_id)
    articles = sorted(found.values(), key=lambda a: (a["article_id"], a["content_sha256"]))
    raw.write_table(articles, ARTICLES, folder / "articles.parquet")
    kept = {a["raw_id"] for a in articles}
    raw.write_table((r for r in read if r["raw_id"] not in kept), REPEATS, folder / "repeats.parquet")
    raw.write_quarantine(folder, "clean", refused)
    current = {a["article_id"]: a["text"] for a in sorted(articles, key=_seen)}  # of several versions the latest
    pairs = duplicates.find_pairs(sorted(current.items()), index or settings.state / "duplicates.duckdb")
    raw.write_table([p | {"run_id": run_id} for p in pairs], DUPLICATE_PAIRS, folder / "duplicate_pairs.parquet")
    return CleanResult(folder / "articles.parquet", len(articles), len(refused))


def _seen(article: dict[str, Any]) -> tuple[dt.datetime, str]:
    """When an article was received; the order of versions of which the last is the current one."""
    return article["fetched_at"], article["raw_id"]


def _tasks(rows: list[dict[str, Any]], settings: Settings, run_id: str, now: dt.datetime, refused: list[dict[str, Any]]) -> Iterator[Task]:
    """Each record with its own bytes; an object is read once for all its parts of a kind."""

    def refuse(row: dict[str, Any], reason: str, detail: str) -> None:
        refused.append(raw.quarantine_row("clean", reason, detail, address(row), run_id, now, source_id=row["source_id"], raw_id=row["raw_id"]))

    by_object = lambda r: (r["object_path"], r["kind"])  # noqa: E731
    for (object_path, kind), group in itertools.groupby(sorted(rows, key=by_object), by_object):
        waiting = {r["raw_id"]: r for r in group}
        try:
            for row, data in read_parts(raw.open_object(settings.raw, object_path), kind, list(waiting.values())):
                del waiting[row["raw_id"]]
                if data is None:
                    refuse(row, "missing_part", f"{object_path} has no part {row['part']}")
                else:
                    yield row, data, kind
        except (OSError, raw.Damaged) as error:
            for row in waiting.values():
                refuse(row, "damaged_raw", str(error))


def _batches(tasks: Iterator[Task], residue_file: str) -> Iterator[tuple[list[Task], str]]:
    while batch := list(itertools.islice(tasks, 16)):
        yield batch, residue_file


def _read_batch(batch: tuple[list[Task], str]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each record of a batch with its outcome; one that the reading fails on goes aside with the error."""
    tasks, residue_file = batch
    out = []
    for record, data, kind in tasks:
        try:
            outcome = read_record(record, data, kind, residue_file)
        except Exception as error:  # one record must not end the night
            outcome = {"reason": "reading_failed", "detail": f"reading {address(record)} failed: {type(error).__name__}: {error}"}
        out.append((record, outcome))
    return out
