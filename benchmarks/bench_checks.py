"""What the checks of a night cost, and what they need on a million rows: ``python benchmarks/bench_checks.py [ARTICLES.jsonl[.gz]]``."""

from __future__ import annotations

import datetime as dt
import itertools
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb

from extract.contracts import TABLES

PROJECT = Path(__file__).resolve().parent.parent
TARGET = 10  # per cent of the night that its checks may take
ROWS = 1_000_000
RUN = "2026-11-20-million"
# A million made-up rows a table, good ones: each article of 40 words, each with one meeting of two.
_TEXT = "'التقى سالم المراكشي نظيره يوهان كلاينر وبحثا ' || repeat('التعاون بين البلدين في المرحلة المقبلة ', 5) || i"
MILLION = {
    "raw_records": "SELECT 'raw-' || i AS raw_id, 's' || i % 20 AS source_id, 'https://x.example/' || i AS url, 200 AS status, TIMESTAMP '2026-11-20' AS fetched_at, sha256(i::VARCHAR) AS sha256, 4000 AS n_bytes FROM range({n}) AS t(i)",
    "articles": f"SELECT 'a-' || i AS article_id, 'c' AS content_sha256, 's' || i % 20 AS source_id, 'raw-' || i AS raw_id, 'title ' || i AS title, TIMESTAMP '2026-11-19' AS published_at, 'feed' AS published_basis, TIMESTAMP '2026-11-20' AS fetched_at, {_TEXT} AS text, 40 AS n_words FROM range({{n}}) AS t(i)",
    "meeting_reports": f"SELECT 'mr-' || i AS meeting_report_id, 'a-' || i AS article_id, 'c' AS content_sha256, 'bilateral' AS kind, 'held' AS status, DATE '2026-11-19' AS start_date, 'day' AS date_precision, 'Cairo' AS city, 'EG' AS country_code, left({_TEXT}, 46) AS quote, 0 AS start_char, 46 AS end_char, 'verb_meet' AS rule, 0.8 AS confidence FROM range({{n}}) AS t(i)",
    "participant_reports": f"SELECT 'mr-' || i // 2 AS meeting_report_id, 'a-' || i // 2 AS article_id, (i % 2)::INT AS participant_no, 'p' || i % 2 AS person_id, CASE WHEN i % 2 = 0 THEN 'سالم المراكشي' ELSE 'يوهان كلاينر' END AS person_name_ar, 'foreign minister' AS role, 'MA' AS actor_id, left({_TEXT}, 46) AS quote, 0 AS start_char, 46 AS end_char, 0.8 AS confidence FROM range({{n}}) AS t(i)",
    "readings": "SELECT 'a-' || i AS article_id, 'c' AS content_sha256, 'v' AS extractor_version, 1 AS n_meetings, 0 AS n_pledges FROM range({n}) AS t(i)",
}


def night(articles: Path) -> Iterator[tuple[str, float, str]]:
    """A night of ``articles`` in this process, nothing kept from before: its length, its checks', and their share."""
    from extract import pipeline
    from extract.settings import load_settings
    from extract.sources.inbox import ingest

    day = dt.date(2026, 11, 20)
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings(folder, "none")
        ingest([articles], "bench", settings)
        spent: dict[str, float] = {}
        for name, step in pipeline.steps(settings, pipeline.new_run_id(day), day):
            started = time.perf_counter()
            step()
            spent[name] = time.perf_counter() - started
        rows = duckdb.sql(f"SELECT count(*) FROM read_parquet('{folder}/runs/*/articles.parquet')").fetchone()
    checks = {name: s for name, s in spent.items() if name.startswith("check")}
    yield "articles of the night", rows[0] if rows else 0, ""
    yield "the night", sum(spent.values()), "s"
    for name, seconds in checks.items():
        yield f"  {name}" + (" (with the library's import)" if name == "check raw" else ""), seconds, "s"
    yield f"share of its checks (at most {TARGET})", 100 * sum(checks.values()) / sum(spent.values()), "%"


def million() -> Iterator[tuple[str, float, str]]:
    """Seconds and memory of each suite on a million rows a table, a process each; the memory of the import is its base."""
    with tempfile.TemporaryDirectory() as folder:
        run = Path(folder) / "runs" / RUN
        run.mkdir(parents=True)
        con = duckdb.connect(":memory:")
        for table, sql in MILLION.items():
            con.register("contract", TABLES[table].empty_table())
            con.execute(f"COPY (SELECT * FROM contract UNION ALL BY NAME {sql.format(n=ROWS)}) TO '{run / table}.parquet' (FORMAT parquet)")
        con.close()
        for suite in ("", "raw", "articles", "reports"):
            said = subprocess.run([sys.executable, __file__, "--suite", suite, folder], stdout=subprocess.PIPE, text=True, check=True, cwd=PROJECT).stdout.split()
            name = suite or "the library alone"
            yield f"{name}: peak memory", float(said[1]), "MB"
            if suite:
                yield f"{name}: time", float(said[0]), "s"


def one_suite(suite: str, folder: str) -> None:
    """Run one suite and print its seconds and this process's peak memory in megabytes."""
    import great_expectations.expectations  # noqa: F401

    from expectations import run_suite
    from extract.settings import load_settings

    started = time.perf_counter()
    if suite:
        result = run_suite(suite, load_settings(folder, "none"), RUN)
        if result.failing:
            sys.exit("; ".join(result.failing))
    print(time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main(arguments: list[str]) -> None:
    """Print one line a figure."""
    if arguments[:1] == ["--suite"]:
        one_suite(*arguments[1:])
        return
    articles = Path(arguments[0]) if arguments else PROJECT / "seeds/sample/agencies.jsonl"
    for name, figure, unit in itertools.chain(night(articles), million()):
        print(f"  {name:44} {figure:10,.1f} {unit}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
