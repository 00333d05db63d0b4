"""The extract step: articles to reports, in batches, on as many processes as there are cores."""

from __future__ import annotations

from bisect import bisect_right
from functools import partial
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from extract.contracts import TABLES
from extract.processes import cores, spread
from extract.sources.raw import quarantine_row, write_quarantine, write_table
from extract.store import source

if TYPE_CHECKING:
    from pathlib import Path

    from extract.settings import Settings

BATCH = 250
MOST = 1000  # batches of a run: Airflow maps a task over 1,024 at most
REPORTS = ("meeting_reports", "participant_reports", "pledge_reports", "pledge_report_parties", "readings", "article_lemmas", "word_lemmas")
_VERSION = ["article_id", "fetched_at", "content_sha256"]
_COLUMNS = ["article_id", "content_sha256", "text", "title", "published_at", "source_id", "url", "fetched_at"]


def count_batches(settings: Settings, run_id: str) -> int:
    """How many batches the articles of a run make; one, an empty one, where there is none, so that the night goes on."""
    rows = pq.read_metadata(source(settings.run_folder(run_id) / "articles.parquet")).num_rows
    return max(1, -(-rows // _size(rows)))


def extract_batch(settings: Settings, run_id: str, batch: int) -> dict[str, int]:
    """Read batch ``batch`` (from 0) of the run's articles; write ``<table>-<batch>.parquet``; return counts.

    An article that the reading fails on goes to quarantine with the error; the others are not touched.
    """
    from extract.arabic.search import index_words
    from extract.events import read_article
    from extract.lexicon import load_lexicon

    lexicon = load_lexicon(settings.seeds, settings.cache)
    folder = settings.run_folder(run_id)
    articles = _articles(folder / "articles.parquet", batch)
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in REPORTS}
    words: dict[str, str] = {}
    refused = []
    for article in articles:
        try:
            found = read_article(article, lexicon)
        except Exception as error:  # one article must not end the night; it is kept aside with the reason
            detail = f"reading {article['article_id']} failed: {type(error).__name__}: {error}"
            refused.append(
                quarantine_row("extract", "reading_failed", detail, article["url"] or article["article_id"], run_id, article["fetched_at"],
                               source_id=article["source_id"], article_id=article["article_id"])
            )  # fmt: skip
            continue
        for name, reports in found.items():
            rows[name] += [r | {"run_id": run_id} for r in reports]
        counts, met = index_words(f"{article['title'] or ''}\n{article['text']}", lexicon.morphology)
        rows["article_lemmas"] += [{"article_id": article["article_id"], "lemma": lemma, "n": n} for lemma, n in counts.items()]
        words |= met
    rows["word_lemmas"] = [{"word": word, "lemma": lemma} for word, lemma in words.items()]
    for name in REPORTS:
        write_table(rows[name], TABLES[name], folder / f"{name}-{batch:05d}.parquet")
    write_quarantine(folder, f"extract-{batch:05d}", refused)
    return {name: len(rows[name]) for name in REPORTS} | {"quarantined": len(refused)}


def _size(n_articles: int) -> int:
    """Articles of a batch."""
    return max(BATCH, -(-n_articles // MOST))


def _articles(path: Path, batch: int) -> list[dict[str, Any]]:
    """The articles of one batch; of the file only the row groups are read that hold them."""
    with pq.ParquetFile(source(path)) as file:
        size = _size(file.metadata.num_rows)
        rows = _latest(file.read(columns=_VERSION))[batch * size : (batch + 1) * size]
        ends = list(accumulate(file.metadata.row_group(g).num_rows for g in range(file.num_row_groups)))
        out: list[dict[str, Any]] = []
        for group, held in groupby(rows, key=lambda row: bisect_right(ends, row)):
            start = ends[group - 1] if group else 0
            out += file.read_row_group(group, columns=_COLUMNS).take([row - start for row in held]).to_pylist()
    return out


def _latest(versions: pa.Table) -> list[int]:
    """The rows to read, in order: of several versions of an article, which a rebuild meets in one run, the one received last."""
    if pc.count_distinct(versions["article_id"]).as_py() == versions.num_rows:
        return list(range(versions.num_rows))
    last: dict[str, tuple[Any, ...]] = {}
    for row, (article, *version) in enumerate(zip(*(versions[c].to_pylist() for c in _VERSION), strict=True)):
        if article not in last or version > last[article][0]:
            last[article] = version, row
    return sorted(row for _, row in last.values())


def extract_all(settings: Settings, run_id: str, *, processes: int | None = None) -> dict[str, int]:
    """All batches of a run, spread over processes; return the counts together."""
    remove_stale(settings, run_id)
    n = count_batches(settings, run_id)
    results = list(spread(partial(extract_batch, settings, run_id), range(n), min(processes or cores(), n)))
    return {key: sum(r[key] for r in results) for key in (*REPORTS, "quarantined")}


def remove_stale(settings: Settings, run_id: str) -> None:
    """Remove what an earlier try of the same run read and refused; it may have had more batches."""
    folder = settings.run_folder(run_id)
    for path in [p for name in (*REPORTS, "quarantine-extract") for p in folder.glob(f"{name}-*.parquet")]:
        path.unlink()
