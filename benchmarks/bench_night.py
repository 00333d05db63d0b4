"""Whole nights, and what stands around them: ``python benchmarks/bench_night.py [ARTICLES ...]``, default 1000 4000 20000.

The articles are permuted sample data: each is some 480 words of sentences drawn from all sample articles, so that the
articles differ from each other and the words are those of the field. Each night has a data folder of its own.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from extract.arabic.segmenter import sentences  # noqa: E402
from extract.arabic.tokenizer import tokenize  # noqa: E402
from extract.lexicon import read_csv  # noqa: E402
from extract.settings import load_settings  # noqa: E402

WORDS = 480
SIZES = (1_000, 4_000, 20_000)
DAY = dt.date(2026, 11, 20)
Row = dict[str, Any]  # name, value, unit, and where there is one: baseline (its name), ratio (value to the baseline's)


def permuted_texts(number: int) -> list[str]:
    """``number`` texts of about ``WORDS`` words, each drawn from the sentences of the sample with a seed of its own.

    People, states, places, days, months and years are others in each text, so that its events are its own.
    """
    lines = (PROJECT / "seeds/sample/agencies.jsonl").read_text(encoding="utf-8").splitlines()
    pool = [t[s.start : s.end] for t in (json.loads(line)["text"] for line in lines) for s in sentences(t, tokenize(t))]
    people = [r["name_ar"] for r in read_csv(PROJECT / "seeds/people.csv")]
    states = [r["name_ar"] for r in read_csv(PROJECT / "seeds/states.csv")]
    places = [r["name_ar"] for r in read_csv(PROJECT / "seeds/places.csv")]
    months = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()
    whole = "\n".join(pool)
    kinds = {name: kind for kind in (places, states, people, months) for name in kind}
    swapped = re.compile(r"\b(?:" + "|".join(sorted((re.escape(n) for n in kinds if n in whole), key=len, reverse=True)) + r")\b|\b20[12]\d\b|(?<!\d)[1-9](?= [\u0621-\u064a])")
    texts = []
    for n in range(number):
        chance, parts, words = random.Random(n), [], 0
        others: dict[str, str] = {}
        while words < WORDS:
            parts.append(chance.choice(pool))
            words += len(parts[-1].split())

        def other(match: re.Match[str], chance: random.Random = chance, others: dict[str, str] = others) -> str:
            old = match.group()
            if old.isdigit():
                return others.setdefault(old, str(chance.randint(2012, 2026) if len(old) == 4 else chance.randint(1, 28)))
            return others.setdefault(old, chance.choice(kinds[old]))

        texts.append(swapped.sub(other, "\n".join(parts)))
    return texts


def write_drop(path: Path, number: int) -> None:
    """A drop of permuted articles of one day."""
    with path.open("w", encoding="utf-8") as f:
        for n, text in enumerate(permuted_texts(number)):
            f.write(json.dumps({"id": f"a{n}", "source": f"outlet-{n % 12}", "published": "2026-11-19", "text": text}, ensure_ascii=False) + "\n")


def night(data: Path) -> Row:
    """Run a night on ``data`` in this process; seconds of each step by the clock, processor seconds and peak memory (MB)."""
    from extract.pipeline import run_night

    marks: list[tuple[str, float]] = []
    run_night(load_settings(data, "none"), DAY, tell=lambda step: marks.append((step, time.perf_counter())))
    ends = [at for _, at in marks[1:]] + [time.perf_counter()]
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "steps": {step: round(end - at, 2) for (step, at), end in zip(marks, ends, strict=True)},
        "cpu": round(own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime, 1),
        "memory": round(own.ru_maxrss / 1024), "memory_worker": round(children.ru_maxrss / 1024),
    }  # fmt: skip


def nights(sizes: tuple[int, ...] = SIZES) -> list[Row]:
    """A night of each size; each step's share is compared with the smallest night's, an article."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        for number in sizes:
            data = Path(folder) / str(number)
            (data / "inbox/permuted").mkdir(parents=True)
            write_drop(data / "inbox/permuted/drop.jsonl", number)
            code = f"import sys, json; sys.path.insert(0, {str(PROJECT / 'benchmarks')!r}); import bench_night; print(json.dumps(bench_night.night(bench_night.Path({str(data)!r}))))"
            done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=PROJECT, env=environment(), check=True)
            found = json.loads(done.stdout.splitlines()[-1])
            total = sum(found["steps"].values())
            rows.append({"name": f"night of {number:,} articles", "value": round(total, 1), "unit": "s", **found, "articles": number})
            first = rows[0]
            rows[-1] |= {"baseline": f"{first['articles']:,} articles, an article", "ratio": round(total / number / (first["value"] / first["articles"]), 2)}
    return rows


def seconds(run: Callable[[], object], times: int = 3) -> float:
    """The best processor time of some runs."""
    best = float("inf")
    for _ in range(times):
        started = time.process_time()
        run()
        best = min(best, time.process_time() - started)
    return best


def reading(number: int = 300) -> list[Row]:
    """Text to reports on one core, against one pass of camel-tools over the same text and against a regular expression of triggers."""
    from camel_tools.tokenizers.word import simple_word_tokenize
    from camel_tools.utils.normalize import (
        normalize_alef_ar,
        normalize_alef_maksura_ar,
        normalize_teh_marbuta_ar,
        normalize_unicode,
    )

    from extract.events import read_article
    from extract.lexicon import load_lexicon

    texts = permuted_texts(number)
    with tempfile.TemporaryDirectory() as cache:
        lexicon = load_lexicon(PROJECT / "seeds", Path(cache))
        articles = [{"article_id": str(n), "text": t, "title": None, "published_at": None, "content_sha256": ""} for n, t in enumerate(texts)]

        def ours() -> None:
            for a in articles:
                read_article(a, lexicon)

        def camel() -> None:
            for t in texts:
                simple_word_tokenize(normalize_teh_marbuta_ar(normalize_alef_maksura_ar(normalize_alef_ar(normalize_unicode(t)))))

        verbs = {w for row in read_csv(PROJECT / "seeds/lexicon.csv") if row["pos"] == "verb" for w in row["lemma"].split()}
        triggers = re.compile(r"\b[وف]?(?:" + "|".join(sorted(map(re.escape, verbs), key=len, reverse=True)) + r")\w{0,3}\b")

        def regex() -> None:
            for t in texts:
                triggers.findall(t)

        own, plain, bare = seconds(ours), seconds(camel), seconds(regex, 1)
    base = "camel-tools: normalise, simple_word_tokenize"
    return [
        {"name": base, "value": round(number / plain), "unit": "articles/s"},
        {"name": "a regular expression of all verbs", "value": round(number / bare), "unit": "articles/s"},
        {"name": "text to reports, one core", "value": round(number / own), "unit": "articles/s", "baseline": f"the time of {base}", "ratio": round(own / plain, 2)},
        {"name": "text to reports, one core", "value": round(number / own), "unit": "articles/s", "baseline": "the time of a regular expression of all verbs", "ratio": round(own / bare, 2)},
    ]


def environment() -> dict[str, str]:
    """That of this process, without the folder that a lexicon read in this process has set for itself."""
    return {name: value for name, value in os.environ.items() if name != "CAMELTOOLS_DATA"}


def processor(code: str, more: dict[str, str] | None = None, times: int = 3) -> float:
    """The best processor time of a Python process that runs ``code``."""
    best = float("inf")
    for _ in range(times):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], check=True, cwd=PROJECT, env=environment() | (more or {}), stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


def starts() -> list[Row]:
    """What a worker pays before its first article, and what Airflow pays to read the DAG."""
    with tempfile.TemporaryDirectory() as folder:
        load = f"from pathlib import Path; from extract.lexicon import load_lexicon; import extract.events; load_lexicon(Path('seeds').resolve(), Path({folder!r}))"
        processor(load, times=1)
        worker, bare = processor(load), processor("import duckdb, pyarrow.parquet")
        airflow = {"AIRFLOW_HOME": folder, "AIRFLOW__CORE__LOAD_EXAMPLES": "False"}
        sdk = processor("import airflow.sdk", airflow)
        dag = processor("import sys; sys.path[:0] = ['dags', 'plugins']; import airflow.sdk, nightly", airflow)
    return [
        {"name": "start of a worker (imports, gazetteer, morphology)", "value": round(worker, 2), "unit": "s", "baseline": "import of duckdb and pyarrow", "ratio": round(worker / bare, 2)},
        {"name": "DAG nightly read", "value": round(dag, 2), "unit": "s", "baseline": "import of airflow.sdk", "ratio": round(dag / sdk, 2)},
    ]


TRIVIAL = """
import datetime as dt
from airflow.sdk import dag, task
@dag(dag_id="trivial", schedule=None, start_date=dt.datetime(2026, 1, 1))
def trivial():
    @task
    def one(before=None):
        return 1
    step = None
    for _ in range({number}):
        step = one(step)
trivial()
"""


def trivial_task() -> list[Row]:
    """What a task that does nothing costs in ``airflow dags test``: eleven of them less one, by ten."""
    spent = {}
    with tempfile.TemporaryDirectory() as home:
        airflow_home = environment() | {"AIRFLOW_HOME": home, "AIRFLOW__CORE__LOAD_EXAMPLES": "False", "AIRFLOW__CORE__DAGS_FOLDER": f"{home}/dags"}
        airflow = str(Path(sys.executable).parent / "airflow")
        subprocess.run([airflow, "db", "migrate"], env=airflow_home, check=True, capture_output=True)
        (Path(home) / "dags").mkdir()
        for number in (1, 11):
            (Path(home) / "dags/trivial.py").write_text(TRIVIAL.format(number=number))
            started = time.perf_counter()
            subprocess.run([airflow, "dags", "test", "trivial"], env=airflow_home, check=True, capture_output=True)
            spent[number] = time.perf_counter() - started
    return [{"name": "a trivial task in airflow dags test", "value": round((spent[11] - spent[1]) / 10, 2), "unit": "s", "baseline": "a DAG of one task", "ratio": round((spent[11] - spent[1]) / 10 / spent[1], 3)}]


def main(arguments: list[str]) -> None:
    """Print one line a figure."""
    for row in reading() + starts() + nights(tuple(map(int, arguments)) or SIZES):
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
