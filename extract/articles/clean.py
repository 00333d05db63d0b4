"""The clean step: raw records to articles.parquet, duplicate_pairs.parquet and the quarantine of what is no article."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq

from extract.articles import dates, duplicates, language, residue
from extract.articles.encoding import decode
from extract.articles.page import extract_article
from extract.contracts import ARTICLES, DUPLICATE_PAIRS, REPEATS
from extract.processes import cores, spread
from extract.sources import raw
from extract.sources.parts import read_parts

if TYPE_CHECKING:
    from extract.settings import Settings

FEW = 200  # records that one process reads sooner than others could be started
MIN_WORDS = 8
MAX_CHARACTERS = 2_000_000
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
                raw.quarantine_row("clean", outcome["reason"], outcome["detail"], _address(record), run_id, now, source_id=record["source_id"], raw_id=record["raw_id"])
            )  # fmt: skip
            continue
        article = outcome | {"raw_id": record["raw_id"], "fetched_at": record["fetched_at"], "run_id": run_id}
        article["source_id"] = article["source_id"] or record["source_id"]
        name = (article["source_id"], record["external_id"] or "")
        if record["external_id"] and names.setdefault(name, article["article_id"]) != article["article_id"]:
            refused.append(
                raw.quarantine_row("clean", "duplicate_id", f"two articles of {name[0]} have the id {name[1]}; both were read", _address(record), run_id, now, source_id=record["source_id"], article_id=article["article_id"], raw_id=record["raw_id"])
            )  # fmt: skip
        key = (article["article_id"], article["content_sha256"])
        read.append({"raw_id": article["raw_id"], "article_id": article["article_id"]})
        if key not in found or article["raw_id"] < found[key]["raw_id"]:
            found[key] = article
    folder = settings.run_folder(run_id)
    articles = sorted(found.values(), key=lambda a: (a["article_id"], a["content_sha256"]))
    raw.write_table(articles, ARTICLES, folder / "articles.parquet")
    kept = {a["raw_id"] for a in articles}
    raw.write_table((r for r in read if r["raw_id"] not in kept), REPEATS, folder / "repeats.parquet")
    raw.write_quarantine(folder, "clean", refused)
    pairs = duplicates.find_pairs([(a["article_id"], a["text"]) for a in articles], index or settings.state / "duplicates.duckdb")
    raw.write_table([p | {"run_id": run_id} for p in pairs], DUPLICATE_PAIRS, folder / "duplicate_pairs.parquet")
    return CleanResult(folder / "articles.parquet", len(articles), len(refused))


def _address(record: dict[str, Any]) -> str:
    return (record["url"] or record["object_path"]) + (f"#{record['part']}" if record["part"] else "")


def _tasks(rows: list[dict[str, Any]], settings: Settings, run_id: str, now: dt.datetime, refused: list[dict[str, Any]]) -> Iterator[Task]:
    """Each record with its own bytes; an object is read once for all its parts of a kind."""

    def refuse(row: dict[str, Any], reason: str, detail: str) -> None:
        refused.append(raw.quarantine_row("clean", reason, detail, _address(row), run_id, now, source_id=row["source_id"], raw_id=row["raw_id"]))

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
    """Each record of a batch with its outcome."""
    tasks, residue_file = batch
    return [(record, read_record(record, data, kind, residue_file)) for record, data, kind in tasks]


def read_record(record: dict[str, Any], data: bytes, kind: str, residue_file: str) -> dict[str, Any]:
    """One article as a row of ARTICLES, or {reason, detail} where the record holds none."""
    lines = residue.patterns(Path(residue_file))
    fields: dict[str, Any] = {}
    basis = "unknown"
    if kind in ("record", "entry"):
        fields = json.loads(data)
        basis = "feed" if kind == "entry" else "metadata"
        page = fields.get("html") if isinstance(fields.get("html"), str) else None
        body = fields.get("text") if isinstance(fields.get("text"), str) else ""
        if not body and page:
            found = extract_article(_as_page(page), fields.get("url"))
            body = found["text"]
            fields = {k: v for k, v in found.items() if v} | {k: v for k, v in fields.items() if v}
            if not fields.get("published") or parse_fails(fields["published"]):
                fields["published"], basis = found["published"], found["published_basis"]
    elif kind == "html":
        fields = extract_article(data, record["url"])
        body, basis = fields["text"], fields["published_basis"]
    else:
        body = decode(data)
    text, removed = residue.remove_residue(body or "", lines)
    if not text.strip():
        return {"reason": "no_text", "detail": f"{_address(record)} holds no article text"}
    if len(text) > MAX_CHARACTERS:
        return {"reason": "too_large", "detail": f"{_address(record)} has {len(text):,} characters: no article is that long"}
    code = language.detect(text)
    if code != "ar":
        return {"reason": "not_arabic", "detail": f"{_address(record)} is in {code}, not in Arabic"}
    words = len(text.split())
    if words < MIN_WORDS:
        return {"reason": "too_short", "detail": f"{_address(record)} has {words} words: a teaser or a leftover"}
    published = dates.parse_published(fields.get("published"))
    if published is None:
        basis = "unknown"
    title = fields.get("title") if isinstance(fields.get("title"), str) else None
    sha = hashlib.sha256(text.encode()).hexdigest()
    url = fields.get("url") if isinstance(fields.get("url"), str) else record["url"]
    source = fields.get("source") if isinstance(fields.get("source"), str) else None
    identity = url or record["external_id"] or sha
    article_id = "art-" + hashlib.sha256(f"{source or record['source_id']}|{identity}".encode()).hexdigest()[:16]
    return {
        "article_id": article_id, "external_id": record["external_id"], "source_id": source, "url": url,
        "title": residue.characters(title).strip() if title else None,
        "author": fields.get("author") if isinstance(fields.get("author"), str) else None,
        "published_at": published, "published_basis": basis, "language": code, "text": text, "n_words": words,
        "content_sha256": sha, "removed_text": "\n".join(removed) or None,
    }  # fmt: skip


def parse_fails(value: object) -> bool:
    """Whether a stated publication time is no date."""
    return dates.parse_published(value) is None


def _as_page(fragment: str) -> str:
    """A feed's HTML fragment as a page, so that the page extractor keeps its paragraphs."""
    return fragment if "<html" in fragment[:500].lower() else f"<html><body><article>{fragment}</article></body></html>"
