"""The benchmarks behind ``make bench``: ``python benchmarks/run.py [ARTICLES.jsonl[.gz]]``.

Without a file the sample articles are read; a file of a few thousand articles gives truer figures, since few words
come back in it.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import bench_arabic  # noqa: E402


def read_texts(path: Path) -> list[str]:
    """The ``text`` of each line of a .jsonl or .jsonl.gz file."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [r["text"] for r in map(json.loads, data.splitlines()) if r.get("text")]


def main(arguments: list[str]) -> None:
    """Print one line a figure."""
    texts = read_texts(Path(arguments[0])) if arguments else bench_arabic.sample_texts()
    print(f"language layer: {len(texts)} articles, {sum(len(t.split()) for t in texts):,} words, one core")
    for name, figure, unit in bench_arabic.measure(texts):
        print(f"  {name:34} {figure:10,.1f} {unit}")


if __name__ == "__main__":
    main(sys.argv[1:])
