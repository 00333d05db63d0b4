"""Near duplicates: MinHash and LSH propose, exact Jaccard and containment decide. Incremental across nights.

A small DuckDB file keeps band hashes and shingle hashes of all articles seen, so that tonight's articles meet only
those that share a band with them. Pairs do not depend on the order of arrival.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
from rensa import RMinHash

from extract.arabic.normalizer import fold

BANDS, ROWS = 32, 4
JACCARD, CONTAINMENT = 0.7, 0.85
_WORD = re.compile(r"\w+")


def shingles(text: str) -> np.ndarray:
    """Sorted hashes of the text's runs of four folded words, as unsigned 64-bit numbers."""
    words = [fold(w) for w in _WORD.findall(text)[:3000]]
    runs = {" ".join(words[i : i + 4]) for i in range(max(1, len(words) - 3))}
    values = {int.from_bytes(hashlib.blake2b(r.encode(), digest_size=8).digest(), "big") >> 1 for r in runs}
    return np.array(sorted(values), dtype=np.int64)


def bands(values: np.ndarray) -> list[int]:
    """One hash a band of the MinHash signature."""
    sketch = RMinHash(BANDS * ROWS, 42)
    sketch.update([str(v) for v in values])
    digest = sketch.digest()
    out = []
    for b in range(BANDS):
        raw = f"{b}:" + ",".join(map(str, digest[b * ROWS : (b + 1) * ROWS]))
        out.append(int.from_bytes(hashlib.blake2b(raw.encode(), digest_size=8).digest(), "big") >> 1)
    return out


def find_pairs(articles: list[tuple[str, str]], index: Path) -> list[dict[str, Any]]:
    """Pairs of copies among ``articles`` (id, text) and between them and all articles of the nights before.

    Each pair stands once, the smaller id first. ``index`` is made where it does not exist; articles already in it are
    compared again and not doubled, so that a night can be repeated.
    """
    index.parent.mkdir(parents=True, exist_ok=True)
    con = duckdb.connect(str(index))
    try:
        con.execute("CREATE TABLE IF NOT EXISTS sketches (article_id TEXT, shingles BIGINT[])")
        con.execute("CREATE TABLE IF NOT EXISTS bands (band BIGINT, article_id TEXT)")
        sets = {a: shingles(text) for a, text in articles}
        rows = [(b, a) for a, values in sets.items() for b in bands(values)]
        table = pa.table({"band": pa.array([r[0] for r in rows], pa.int64()), "article_id": [r[1] for r in rows]})
        sketch_table = pa.table({"article_id": list(sets), "shingles": pa.array([v.tolist() for v in sets.values()], pa.list_(pa.int64()))})
        con.register("tonight", table)
        con.register("tonight_sketches", sketch_table)
        con.execute("BEGIN")
        con.execute("DELETE FROM bands WHERE article_id IN (SELECT article_id FROM tonight_sketches)")
        con.execute("DELETE FROM sketches WHERE article_id IN (SELECT article_id FROM tonight_sketches)")
        con.execute("INSERT INTO bands SELECT * FROM tonight")
        con.execute("INSERT INTO sketches SELECT * FROM tonight_sketches")
        con.execute("COMMIT")
        candidates = con.execute(
            """SELECT DISTINCT least(t.article_id, b.article_id), greatest(t.article_id, b.article_id)
               FROM tonight t JOIN bands b USING (band) WHERE t.article_id <> b.article_id ORDER BY 1, 2"""
        ).fetchall()
        missing = sorted({a for pair in candidates for a in pair} - set(sets))
        for start in range(0, len(missing), 1000):
            for a, values in con.execute("SELECT article_id, shingles FROM sketches WHERE article_id IN (SELECT unnest(?))", [missing[start : start + 1000]]).fetchall():
                sets[a] = np.array(values, dtype=np.int64)
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
