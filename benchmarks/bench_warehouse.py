"""How a night's cost grows with the warehouse: ``python benchmarks/bench_warehouse.py [REPORTS ...]``, default 10,000 1,000,000.

Each size gets a warehouse of its own in a temporary folder: the reports of the sample articles, told again and again on other
days, by other people for other states, of other sums. A night of 1,000 new articles is then loaded, built, checked and published in a
process of its own, which tells the seconds of each step, while the memory of all its processes is looked at; then typical questions
are asked.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

PROJECT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(PROJECT), str(PROJECT / "benchmarks")]

import memory  # noqa: E402

from extract import pipeline, warehouse  # noqa: E402
from extract.contracts import TABLES  # noqa: E402
from extract.publish import publish  # noqa: E402
from extract.settings import Settings, load_settings  # noqa: E402

SAMPLE = ("articles", "duplicate_pairs", "readings", "meeting_reports", "participant_reports", "pledge_reports", "pledge_report_parties", "article_lemmas")
NIGHT = 1_000  # new articles
YEARS = 15
STEPS = ("load", "dbt build", "check marts", "publish")
QUESTIONS = {
    "meetings of two actors": "FROM meetings_between('UA', 'NATO')",
    "who met a person": "FROM met_with((SELECT person_id FROM participants WHERE person_id IS NOT NULL LIMIT 1))",
    "pledges to a state": "FROM pledges_to('UA', DATE '2024-01-01')",
    "evidence of a meeting": "FROM evidence('meeting', (SELECT meeting_id FROM meetings LIMIT 1))",
    "meetings by month": "SELECT date_trunc('month', start_date), status, count(*) FROM meetings GROUP BY ALL ORDER BY ALL",
    "most met in a year": "SELECT actor_id, count(*) FROM participants JOIN meetings USING (meeting_id) WHERE year(start_date) = 2024 GROUP BY ALL ORDER BY 2 DESC LIMIT 10",
    "dollars by giver": "SELECT actor_id, sum(amount_usd) FROM pledges JOIN pledge_parties USING (pledge_id) WHERE role = 'pledger' GROUP BY ALL ORDER BY 2 DESC LIMIT 10",
    "search of two words": "FROM search_articles('اجتماعات حلف') LIMIT 20",
}


def permuted(table: str, first: int, count: int) -> str:
    """The SQL of the sample's rows of a table, told ``count`` times from the ``first`` on: ids, days, people, states and sums differ."""
    columns = []
    for field in TABLES[table]:
        name = f's."{field.name}"'
        if field.name.endswith("_id") and field.name not in ("actor_id", "person_id", "host_id", "speaker_id", "source_id", "external_id", "raw_id", "run_id"):
            columns.append(f"CASE WHEN {name} IS NOT NULL THEN regexp_extract({name}, '^[a-z]+-') || substr(md5({name} || k::VARCHAR), 1, 16) END")
        elif field.name in ("actor_id", "host_id", "country_code"):
            columns.append(f"CASE WHEN length({name}) = 2 THEN states[1 + (list_position(states, {name}) + k) % len(states)] ELSE {name} END")
        elif field.name in ("person_id", "speaker_id", "person_name_ar"):
            columns.append(f"{name} || '-' || (k % 700)::VARCHAR")
        elif field.name in ("start_date", "end_date", "announced_date", "due_date"):
            columns.append(f"({name} + shift)::DATE")
        elif field.name in ("amount", "amount_max"):
            columns.append(f"{name} * (1 + (k % 499) * 0.02)")
        elif field.name == "published_at":
            columns.append(f"({name} + to_days(shift))::TIMESTAMP")
        elif field.name == "run_id":
            columns.append("'bench'")
        else:
            columns.append(name)
    select = ", ".join(f'{c} AS "{n}"' for c, n in zip(columns, TABLES[table].names, strict=True))
    # The last articles are tonight's: their days lie at the end of the years that the others are spread over.
    return f"""SELECT {select} FROM sample.raw.{table} AS s
               CROSS JOIN (SELECT k, CASE WHEN k < 1000000000 THEN (k * 37) % {YEARS * 365} - {YEARS * 365} ELSE 0 END::INTEGER AS shift
                           FROM range({first}, {first + count}) AS r (k))
               CROSS JOIN (SELECT list(actor_id ORDER BY actor_id) AS states FROM sample.reference.states)"""


def grow(settings: Settings, sample: Settings, n_reports: int) -> None:
    """Fill the raw tables with about ``n_reports`` reports and build everything once."""
    with warehouse.open_warehouse(settings) as con:
        con.execute(f"ATTACH '{sample.warehouse}' AS sample (READ_ONLY)")
        each = con.execute("SELECT (SELECT count(*) FROM sample.raw.meeting_reports) + (SELECT count(*) FROM sample.raw.pledge_reports)").fetchone()[0]  # type: ignore[index]
        for table in SAMPLE:
            con.execute(f"INSERT INTO raw.{table} {permuted(table, 0, -(-n_reports // each))}")
        con.execute("INSERT INTO raw.word_lemmas SELECT * FROM sample.raw.word_lemmas")
    warehouse.run_dbt(settings)
    publish(settings)


def write_night(settings: Settings, sample: Settings, run_id: str, number: int) -> None:
    """The files of a night of ``NIGHT`` articles that no warehouse has yet."""
    with duckdb.connect() as con:
        con.execute(f"ATTACH '{sample.warehouse}' AS sample (READ_ONLY)")
        n = con.execute("SELECT count(*) FROM sample.raw.articles").fetchone()[0]  # type: ignore[index]
        for table in SAMPLE:
            target = settings.run_folder(run_id) / f"{table}.parquet"
            con.execute(f"COPY ({permuted(table, 1_000_000_000 + number * NIGHT, -(-NIGHT // n))}) TO '{target}'")


def run_night(settings: Settings, run_id: str) -> dict[str, float]:
    """Load, build, check and publish; the seconds of each step by the clock, and of the processor, which other work disturbs less."""
    out = {}
    for name, step in pipeline.steps(settings, run_id, dt.date(2026, 11, 21)):
        if name in STEPS:
            began, busy = time.perf_counter(), time.process_time()
            step()
            out |= {name: time.perf_counter() - began, f"{name}, processor": time.process_time() - busy}
    return out | {"processor": sum(out[f"{name}, processor"] for name in STEPS)}


def ask(settings: Settings) -> dict[str, float]:
    """Milliseconds of each question, the best of three, as an analyst's open connection gets them."""
    out = {}
    with duckdb.connect(str(settings.published), read_only=True) as con:
        for name, sql in QUESTIONS.items():
            times = []
            for _ in range(3):
                began = time.perf_counter()
                con.execute(sql).fetchall()
                times.append(time.perf_counter() - began)
            out[name] = 1000 * min(times)
    return out


def measure(n_reports: int, sample: Settings, folder: Path) -> dict[str, Any]:
    """A warehouse of ``n_reports`` reports and, on it, a first night (which warms the caches) and the one that counts."""
    settings = load_settings(folder, "none")
    began = time.perf_counter()
    grow(settings, sample, n_reports)
    out: dict[str, Any] = {"grown in": time.perf_counter() - began}
    for number in (1, 2):
        run_id = f"night-{number}"
        write_night(settings, sample, run_id, number)
        said, peak = memory.run([sys.executable, __file__, "--night", str(folder), run_id])
        out["night"] = json.loads(said.splitlines()[-1]) | {"peak memory": peak}
    with duckdb.connect(str(settings.published), read_only=True) as con:
        out["reports"], out["meetings"], out["articles"] = con.execute(
            "SELECT (SELECT count(*) FROM meeting_reports) + (SELECT count(*) FROM pledge_reports), (SELECT count(*) FROM meetings), (SELECT count(*) FROM articles)"
        ).fetchone()  # type: ignore[misc]
    return out | {"megabytes": settings.published.stat().st_size / 1e6, "questions": ask(settings)}


def main(arguments: list[str]) -> None:
    """Print one line a figure."""
    if arguments[:1] == ["--night"]:
        print(json.dumps(run_night(load_settings(arguments[1], "none"), arguments[2])))
        return
    for found in sizes([int(a.replace(",", "")) for a in arguments] or [10_000, 1_000_000]):
        show(found)


def sizes(numbers: list[int]) -> Iterator[dict[str, Any]]:
    """``measure`` of each number of reports, in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="mahdar-bench-", dir=os.environ.get("TMPDIR")) as name:
        sample = load_settings(Path(name) / "sample", PROJECT / "sources.yml")
        pipeline.run_night(sample, dt.date(2026, 11, 20))
        for n in numbers:
            yield measure(n, sample, Path(name) / str(n))


def show(found: dict[str, Any]) -> None:
    print(f"{found['reports']:,} reports of {found['meetings']:,} meetings and pledges in {found['articles']:,} articles; published file {found['megabytes']:,.0f} MB; grown in {found['grown in']:,.0f} s")
    steps = {k: v for k, v in found["night"].items() if k in STEPS}
    print(f"  a night of {NIGHT:,} new articles: {sum(steps.values()):.1f} s (" + ", ".join(f"{k} {v:.1f}" for k, v in steps.items()) + f"); {found['night']['processor']:.1f} s of the processor (" + ", ".join(f"{k} {found['night'][k + ', processor']:.1f}" for k in STEPS) + f"), peak memory {found['night']['peak memory']:,.0f} MB")
    for question, ms in found["questions"].items():
        print(f"  {question:28} {ms:8.0f} ms")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
