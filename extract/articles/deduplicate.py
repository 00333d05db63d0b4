"""The clean step's share that needs all records: versions of an article, its copies, and the quarantine of what is none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq

from extract.articles import batches, duplicates
from extract.contracts import ARTICLES, DUPLICATE_PAIRS, OUTCOMES, REPEATS
from extract.sources import raw
from extract.store import source

if TYPE_CHECKING:
    from pathlib import Path

    from extract.settings import Settings

Row = dict[str, Any]


def deduplicate(settings: Settings, run_id: str, at: dt.datetime, index: Path | None = None) -> dict[str, int]:
    """The parts of all batches to ``articles.parquet``, ``repeats.parquet`` and ``duplicate_pairs.parquet`` of the run.

    What is no article goes to quarantine, as of ``at``; ``index`` of the texts seen is the data folder's where none is
    given. Return the numbers of articles and of refusals. The same parts give the same files. Raises FileNotFoundError
    where a batch has not been read.
    """
    folder = settings.run_folder(run_id)
    articles, repeats, refused = one_of_each(_parts(settings, run_id), run_id, at)
    raw.write_table(articles, ARTICLES, folder / "articles.parquet", rows_of_group=batches.BATCH)
    raw.write_table(repeats, REPEATS, folder / "repeats.parquet")
    (folder / "quarantine-clean.parquet").unlink(missing_ok=True)  # an earlier try may have refused what is read now
    raw.write_quarantine(folder, "clean", refused)
    current = {a["article_id"]: a["text"] for a in sorted(articles, key=_seen)}  # of several versions the latest
    pairs = duplicates.find_pairs(sorted(current.items()), index or settings.state / "duplicates.duckdb")
    raw.write_table((p | {"run_id": run_id} for p in pairs), DUPLICATE_PAIRS, folder / "duplicate_pairs.parquet")
    return {"articles": len(articles), "quarantined": len(refused)}


def one_of_each(outcomes: Iterator[Row], run_id: str, at: dt.datetime) -> tuple[list[Row], list[Row], list[Row]]:
    """Articles, each version once as received last; the records that repeat one of them; the rows for the quarantine."""
    found: dict[tuple[str, str], Row] = {}
    names: dict[tuple[str, str], str] = {}
    read: list[Row] = []
    refused: list[Row] = []
    for outcome in outcomes:
        if outcome["reason"]:
            refused.append(_refusal(outcome, outcome["reason"], outcome["detail"], run_id, at))
            continue
        name = (outcome["source_id"], outcome["external_id"] or "")
        if outcome["external_id"] and names.setdefault(name, outcome["article_id"]) != outcome["article_id"]:
            refused.append(_refusal(outcome, "duplicate_id", f"two articles of {name[0]} have the id {name[1]}; both were read", run_id, at))
        key = (outcome["article_id"], outcome["content_sha256"])
        read.append(outcome)
        if key not in found or _seen(outcome) > _seen(found[key]):
            found[key] = outcome
    articles = [found[key] for key in sorted(found)]
    kept = {a["raw_id"] for a in articles}
    return articles, [r for r in read if r["raw_id"] not in kept], refused


def _parts(settings: Settings, run_id: str) -> Iterator[Row]:
    """What was read of all records, in the order of the batches."""
    for batch in range(batches.count(settings, run_id)):
        path = batches.part_file(settings, run_id, batch)
        if not path.exists():
            raise FileNotFoundError(f"batch {batch} of the clean step has not been read ({path} is missing): clear the task clean of this night")
        yield from pq.read_table(source(path), schema=OUTCOMES).to_pylist()


def _seen(article: Row) -> tuple[dt.datetime, str]:
    """When an article was received; the order of versions of which the last is the current one."""
    return article["fetched_at"], article["raw_id"]


def _refusal(outcome: Row, reason: str, detail: str, run_id: str, at: dt.datetime) -> Row:
    return raw.quarantine_row(
        "clean", reason, detail, outcome["address"], run_id, at, source_id=outcome["received_from"], article_id=outcome["article_id"], raw_id=outcome["raw_id"]
    )
