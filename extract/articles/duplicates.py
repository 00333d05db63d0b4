"""Near duplicates: MinHash and LSH propose, exact Jaccard and containment decide. Incremental across nights.

A small DuckDB file keeps band hashes and shingle hashes of all articles seen, so that tonight's articles meet only
those that share a band with them. Pairs do not depend on the order of arrival.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
from rensa import RMinHash

from extract.arabic.normalizer import fold

BANDS, ROWS = 32, 4
JACCARD, CONTAINMENT = 0.7, 0.85
CROWD = 50  # articles in one band from which on each is compared with the first of them alone, not with all
_WORD = re.compile(r"\w+")
_ODD = np.uint64(0x9E3779B97F4A7C15)  # multiplier of Fibonacci hashing


def shingles(text: str) -> np.ndarray:
    """Sorted hashes of the text's runs of four folded words, as numbers of 63 bits."""
    words = np.array([_word_hash(w) for w in _WORD.findall(text)[:3000]], dtype=np.uint64)
    if len(words) < 4:
        words = np.pad(words, (0, 4 - len(words)))
    return np.unique(_mix(words[:-3], words[1:-2], words[2:-1], words[3:])).astype(np.int64)


def bands(sets: list[np.ndarray]) -> np.ndarray:
    """One hash a band of each set's MinHash signature: a row a set, BANDS columns."""
    if not sets:
        return np.zeros((0, BANDS), dtype=np.int64)
    ends = np.cumsum([0, *map(len, sets)]).astype(np.uint64)
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(np.concatenate(sets).astype(np.uint64), ends, BANDS * ROWS, 42)
    rows = np.array(matrix.to_rows(), dtype=np.uint64).reshape(len(sets), BANDS, ROWS)
    rows[:, :, 0] += np.arange(BANDS, dtype=np.uint64) << np.uint64(32)  # so that one band's hash means nothing in another
    return _mix(*(rows[:, :, i] for i in range(ROWS))).astype(np.int64)


def find_pairs(articles: list[tuple[str, str]], index: Path) -> list[dict[str, Any]]:
    """Pairs of copies among ``articles`` (id, text) and between them and all articles of the nights before.

    Each pair stands once, the smaller id first. ``index`` is made where it does not exist; articles already in it are
    compared again and not doubled, so that a night can be repeated.
    """
    index.parent.mkdir(parents=True, exist_ok=True)
    sets = {a: shingles(text) for a, text in articles}
    con = duckdb.connect(str(index))
    try:
        _keep(con, sets)
        candidates = _candidates(con)
        missing = sorted({a for pair in candidates for a in pair} - set(sets))
        for start in range(0, len(missing), 1000):
            some = con.execute("SELECT article_id, shingles FROM shingle_sets WHERE article_id IN (SELECT unnest(?))", [missing[start : start + 1000]])
            sets |= {a: np.array(values, dtype=np.int64) for a, values in some.fetchall()}
    finally:
        con.close()
    out = []
    for a, b in candidates:
        x, y = sets[a], sets[b]
        common = len(np.intersect1d(x, y, assume_unique=True))
        jaccard, containment = common / max(1, len(x) + len(y) - common), common / max(1, min(len(x), len(y)))
        if jaccard >= JACCARD or containment >= CONTAINMENT and min(len(x), len(y)) >= 30:
            out.append({"article_id": a, "other_article_id": b, "jaccard": round(jaccard, 4), "containment": round(containment, 4)})
    return out


def _keep(con: duckdb.DuckDBPyConnection, sets: dict[str, np.ndarray]) -> None:
    """Put tonight's articles into the index, instead of what it has of them."""
    ids = list(sets)
    values = pa.array([v.tolist() for v in sets.values()], pa.list_(pa.int64()))
    con.register("tonight_sets", pa.table({"article_id": pa.array(ids, pa.string()), "shingles": values}))
    flat = {"band": bands(list(sets.values())).ravel(), "article_id": pa.array(np.repeat(np.array(ids, dtype=object), BANDS), pa.string())}
    con.register("tonight", pa.table(flat))
    con.execute("CREATE TABLE IF NOT EXISTS shingle_sets (article_id TEXT, shingles BIGINT[])")
    con.execute("CREATE TABLE IF NOT EXISTS band_hashes (band BIGINT, article_id TEXT)")
    con.execute("BEGIN")
    for table, rows in (("band_hashes", "tonight"), ("shingle_sets", "tonight_sets")):
        con.execute(f"DELETE FROM {table} WHERE article_id IN (SELECT article_id FROM tonight_sets)")
        con.execute(f"INSERT INTO {table} SELECT * FROM {rows}")
    con.execute("COMMIT")


def _candidates(con: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """Pairs with at least one of tonight's articles that share a band; in a crowded band each with the first alone."""
    return con.execute(
        """WITH met AS (SELECT b.band, b.article_id FROM band_hashes b SEMI JOIN tonight t USING (band)),
                sizes AS (SELECT band, count(*) AS n, min(article_id) AS first FROM met GROUP BY band)
           SELECT DISTINCT least(t.article_id, m.article_id), greatest(t.article_id, m.article_id)
           FROM tonight t JOIN met m USING (band) JOIN sizes s USING (band)
           WHERE t.article_id <> m.article_id AND (s.n <= ? OR s.first IN (t.article_id, m.article_id)) ORDER BY 1, 2""",
        [CROWD],
    ).fetchall()


@lru_cache(maxsize=300_000)
def _word_hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(fold(word).encode(), digest_size=8).digest(), "big")


def _mix(*columns: np.ndarray) -> np.ndarray:
    """One hash of 63 bits for each row of columns of 64-bit numbers; the order of the columns counts."""
    out = np.zeros_like(columns[0])
    for column in columns:
        out = (out ^ column) * _ODD
        out ^= out >> np.uint64(29)
    return out >> np.uint64(1)
