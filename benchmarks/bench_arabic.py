"""Speed and memory of the language layer on one core, and of its parts."""

from __future__ import annotations

import datetime as dt
import json
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from extract.arabic import amounts, document, morphology, quotations, segmenter, tokenizer
from extract.arabic.names import matching as names
from extract.arabic.persons import people
from extract.arabic.temporal import tagging as temporal
from extract.events import read_article
from extract.lexicon import Lexicon, load_lexicon

PROJECT = Path(__file__).resolve().parent.parent
WORDS = 480  # words of the article that speeds are given in
TARGET = 350  # articles of that length a second, for the whole layer
PARTS = 300  # articles that the parts are measured on, all held in memory
DAY = dt.date(2026, 11, 20)


def sample_texts() -> list[str]:
    """The texts of the sample articles, as they came."""
    lines = (PROJECT / "seeds/sample/agencies.jsonl").read_text(encoding="utf-8").splitlines()
    return [r["text"] for r in map(json.loads, lines) if r.get("text")]


def seconds(run: Callable[[], object], *, times: int = 3) -> float:
    """The best processor time of ``times`` runs: what the work costs when nothing else wants the core."""
    best = float("inf")
    for _ in range(times):
        started = time.process_time()
        run()
        best = min(best, time.process_time() - started)
    return best


def each(read: Callable[[Any], object], items: list[Any]) -> None:
    """Read one item after the other and keep nothing, as a night does."""
    for item in items:
        read(item)


def _parts(texts: list[str], lexicon: Lexicon) -> dict[str, Callable[[], object]]:
    read = [document.annotate(t, None, DAY, lexicon) for t in texts]
    return {
        "tokenizer": lambda: [tokenizer.tokenize(t) for t in texts],
        "morphology": lambda: [morphology.annotate(lexicon.morphology, d.tokens) for d in read],
        "segmenter": lambda: [[segmenter.clauses(d.tokens, s, 0) for s in segmenter.sentences(d.text, d.tokens)] for d in read],
        "gazetteer": lambda: [names.find_names(d.text, d.tokens, lexicon.gazetteer) for d in read],
        "temporal": lambda: [temporal.find_times(d.text, d.tokens, d.sentences, DAY, lexicon.times) for d in read],
        "amounts": lambda: [amounts.find_amounts(d.text, d.tokens, d.names, lexicon.measures) for d in read],
        "quotations": lambda: [quotations.find_speech(d) for d in read],
        "people, coreference": lambda: [people.find_people(d, lexicon) for d in read],
    }


def measure(texts: list[str]) -> list[tuple[str, float, str]]:
    """Rows of (what, figure, unit). The first reading, with nothing remembered of any word, is told apart."""
    words = sum(len(t.split()) for t in texts)
    with tempfile.TemporaryDirectory() as cache:
        load = seconds(lambda: load_lexicon(PROJECT / "seeds", Path(cache)), times=1)
        lexicon = load_lexicon(PROJECT / "seeds", Path(cache))
        annotate = lambda text: document.annotate(text, None, DAY, lexicon)  # noqa: E731
        first = seconds(lambda: each(annotate, texts), times=1)
        whole = seconds(lambda: each(annotate, texts))
        articles = [{"article_id": str(n), "text": t, "title": None, "published_at": None, "content_sha256": ""} for n, t in enumerate(texts)]
        events = seconds(lambda: each(lambda a: read_article(a, lexicon), articles))
        rows = [
            ("lexicon loaded in", load, "s"),
            ("whole layer, first reading", words / WORDS / first, f"articles/s (of {WORDS} words)"),
            (f"whole layer (target {TARGET})", words / WORDS / whole, "articles/s"),
            ("whole layer and events", words / WORDS / events, "articles/s"),
        ]
        rows.append(("peak memory", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB"))
        some = texts[:PARTS]
        words = sum(len(t.split()) for t in some)
        rows += [(f"  {name}", words / WORDS / seconds(run), "articles/s") for name, run in _parts(some, lexicon).items()]
    return rows
