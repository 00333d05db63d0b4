"""Whole nights, and what stands around them: ``python benchmarks/bench_night.py [ARTICLES ...]``, default 1000 4000 20000 html:4000.

The articles are permuted sample data: each is some 480 words of sentences drawn from all sample articles, so that the
articles differ from each other and the words are those of the field; ``EVENTS`` of the sentences tell an event, twice as
many as an article of news of all kinds has. ``html:`` before a number has each in a page of some
20 KB with menus, links to other articles and scripts. Each night has a data folder of its own; the memory is that of all its
processes together.
"""

from __future__ import annotations

import datetime as dt
import itertools
import json
import os
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(PROJECT), str(PROJECT / "benchmarks")]

import memory  # noqa: E402

from extract.arabic.segmenter import sentences  # noqa: E402
from extract.arabic.tokenizer import tokenize  # noqa: E402
from extract.lexicon import read_csv  # noqa: E402
from extract.settings import load_settings  # noqa: E402

WORDS = 480
EVENTS = 2
SIZES = ("1000", "4000", "20000", "html:4000")
DAY = dt.date(2026, 11, 20)
Row = dict[str, Any]  # name, value, unit, and where there is one: baseline (its name), ratio (value to the baseline's)


def permuted_texts(number: int) -> list[str]:
    """``number`` texts of about ``WORDS`` words, each drawn from the sentences of the sample with a seed of its own,
    ``EVENTS`` of those that tell an event and else of those that tell none.

    People, states, places, days, months, years and sums are others in each text, so that its events are its own.
    """
    lines = (PROJECT / "seeds/sample/agencies.jsonl").read_text(encoding="utf-8").splitlines()
    pool = [t[s.start : s.end] for t in (json.loads(line)["text"] for line in lines) for s in sentences(t, tokenize(t))]
    telling, silent = told(pool)
    people = [r["name_ar"] for r in read_csv(PROJECT / "seeds/people.csv")]
    states = [r["name_ar"] for r in read_csv(PROJECT / "seeds/states.csv")]
    places = [r["name_ar"] for r in read_csv(PROJECT / "seeds/places.csv")]
    months = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()
    whole = "\n".join(pool)
    kinds = {name: kind for kind in (places, states, people, months) for name in kind}
    swapped = re.compile(r"\b(?:" + "|".join(sorted((re.escape(n) for n in kinds if n in whole), key=len, reverse=True)) + r")\b|\b20[12]\d\b|(?<![\d.,٫])[1-9]\d{1,2}(?= (?:مليون|مليار|ألف|طن))|(?<!\d)[1-9](?= [\u0621-\u064a])")
    texts = []
    for n in range(number):
        chance, parts, words = random.Random(n), [], 0
        others: dict[str, str] = {}
        while words < WORDS:
            parts.append(chance.choice(telling if len(parts) < EVENTS else silent))
            words += len(parts[-1].split())
        chance.shuffle(parts)

        def other(match: re.Match[str], chance: random.Random = chance, others: dict[str, str] = others) -> str:
            old = match.group()
            if old.isdigit():
                bounds = {4: (2012, 2026), 1: (1, 28)}.get(len(old), (11, 990))  # a year, a day, a sum
                return others.setdefault(old, str(chance.randint(*bounds)))
            return others.setdefault(old, chance.choice(kinds[old]))

        texts.append(swapped.sub(other, "\n".join(parts)))
    return texts


def told(sentences_: list[str]) -> tuple[list[str], list[str]]:
    """The sentences that tell a meeting or a pledge, and those that tell none."""
    from extract.events import read_article
    from extract.lexicon import load_lexicon

    with tempfile.TemporaryDirectory() as cache:
        lexicon = load_lexicon(PROJECT / "seeds", Path(cache))
        found = [read_article({"article_id": "", "content_sha256": "", "text": s, "title": None, "published_at": None}, lexicon) for s in sentences_]
    tells = [bool(f["meeting_reports"] or f["pledge_reports"]) for f in found]
    return [s for s, t in zip(sentences_, tells, strict=True) if t], [s for s, t in zip(sentences_, tells, strict=True) if not t]


def page(text: str, n: int) -> str:
    """The text as a page of an outlet: menus, sharing, scripts and links to other articles around its paragraphs."""
    title = " ".join(text.split()[:9])
    links = "".join(f'<li><a href="/world/{n}/{i}">{" ".join(text.split()[i : i + 7])}</a></li>' for i in range(0, 240, 4))
    menu = "".join(f'<li class="item-{i}"><a href="/section/{i}">{word}</a></li>' for i, word in enumerate(text.split()[:40]))
    told = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    meta = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", "headline": title, "datePublished": "2026-11-19T08:00:00+02:00"}, ensure_ascii=False)
    script = "<script>" + "".join(f"window.slots.push({{id:{i},size:[300,250],target:'div-{i}'}});" for i in range(120)) + "</script>"
    return (
        f'<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title} | outlet-{n % 12}</title>'
        f'<script type="application/ld+json">{meta}</script><link rel="canonical" href="https://outlet-{n % 12}.example/{n}">{script}</head><body>'
        f'<header><nav><ul>{menu}</ul></nav></header><main><article><h1>{title}</h1><div class="share"><a href="#">فيسبوك</a> <a href="#">واتساب</a></div>'
        f'{told}</article><aside><h3>اقرأ أيضا</h3><ul>{links}</ul></aside></main><footer>جميع الحقوق محفوظة © outlet-{n % 12}</footer></body></html>'
    )  # fmt: skip


def write_drop(path: Path, number: int, kind: str = "text") -> None:
    """A drop of permuted articles of one day, as text or as pages (``html``)."""
    with path.open("w", encoding="utf-8") as f:
        for n, text in enumerate(permuted_texts(number)):
            body = {"text": text} if kind == "text" else {"html": page(text, n), "url": f"https://outlet-{n % 12}.example/{n}"}
            f.write(json.dumps({"id": f"a{n}", "source": f"outlet-{n % 12}", "published": "2026-11-19", **body}, ensure_ascii=False) + "\n")


def night(data: Path) -> Row:
    """Run a night on ``data`` in this process; seconds of each step by the clock, processor seconds of it and its workers."""
    from extract.pipeline import run_night

    marks: list[tuple[str, float]] = []
    run_night(load_settings(data, "none"), DAY, tell=lambda step: marks.append((step, time.perf_counter())))
    ends = [at for _, at in marks[1:]] + [time.perf_counter()]
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return {
        "steps": {step: round(end - at, 2) for (step, at), end in zip(marks, ends, strict=True)},
        "cpu": round(sum(s.ru_utime + s.ru_stime for s in spent), 1),
    }  # fmt: skip


def nights(sizes: tuple[str, ...] = SIZES) -> Iterator[Row]:
    """A night of each size; what an article costs is compared with the first night of text, the fixed part of a night included.

    The last rows are the lines through the nights of text: seconds that a night costs whatever it reads, and an article.
    """
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            kind, number = ("html" if "html" in size else "text"), int(size.split(":")[-1])
            data = Path(folder) / size.replace(":", "-")
            (data / "inbox/permuted").mkdir(parents=True)
            write_drop(data / "inbox/permuted/drop.jsonl", number, kind)
            code = f"import sys, json; sys.path.insert(0, {str(PROJECT / 'benchmarks')!r}); import bench_night; print(json.dumps(bench_night.night(bench_night.Path({str(data)!r}))))"
            said, peak = memory.run([sys.executable, "-c", code], cwd=PROJECT, env=environment())
            found = json.loads(said.splitlines()[-1])
            total = sum(found["steps"].values())
            rows.append({"name": f"night of {number:,} {'pages' if kind == 'html' else 'articles'}", "value": round(total, 1), "unit": "s", **found, "memory": round(peak), "articles": number, "kind": kind})
            first = rows[0]
            rows[-1] |= {"baseline": f"{first['name']}, an article", "ratio": round(total / number / (first["value"] / first["articles"]), 2)}
            shutil.rmtree(data)
            yield rows[-1]
    yield from fitted([r for r in rows if r["kind"] == "text"])


def fitted(rows: list[Row]) -> Iterator[Row]:
    """Lines of least squares through nights, seconds by the clock and of the processor against articles: the fixed part, what an
    article more costs, and how far from the line the furthest night lies, in parts of its own seconds."""
    if len({r["articles"] for r in rows}) < 3:
        return
    articles = [r["articles"] for r in rows]
    for time_, key in (("by the clock", "value"), ("of the processor", "cpu")):
        slope, fixed = statistics.linear_regression(articles, [r[key] for r in rows])
        off = max(abs(fixed + slope * r["articles"] - r[key]) / r[key] for r in rows)
        yield {"name": f"fixed part of a night {time_}", "value": round(fixed, 1), "unit": "s by fit"}
        yield {"name": f"each article more {time_}", "value": round(1000 * slope, 2), "unit": "ms by fit", "furthest": round(off, 2)}


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
    for row in itertools.chain(reading(), starts(), nights(tuple(arguments) or SIZES)):
        print(json.dumps(row, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
