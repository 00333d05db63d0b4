"""Speed and memory of the way from pages and feeds to articles: extraction, feeds, near duplicates."""

from __future__ import annotations

import random
import re
import resource
import statistics
import tempfile
import time
from pathlib import Path

import trafilatura
from bench_arabic import seconds

from extract.articles import duplicates
from extract.articles.encoding import decode
from extract.articles.page import extract_article
from extract.articles.record import read_record
from extract.sources.kinds.feed import read_entries

PROJECT = Path(__file__).resolve().parent.parent
TARGET = 0.85  # of plain trafilatura's speed, that the cleaner must not fall below
ROUNDS = 21  # in each, trafilatura and the cleaner read all pages in turn, so that a busy machine slows both
ENTRIES = 2_000  # of the feed
ARTICLES, NIGHT = 100_000, 10_000  # near duplicates: all articles, and those of one night
COPIES = 0.1  # of the articles
WORDS = 220  # of an article


def saved_pages() -> list[bytes]:
    """The saved pages of the tests in UTF-8, grown to the size of real ones: menus, scripts, related articles, more paragraphs."""
    menu = "<nav><ul>" + "".join(f'<li class="item-{n}"><a href="/section/{n}" title="قسم {n}">قسم الأخبار {n}</a></li>' for n in range(60)) + "</ul></nav>"
    cards = "".join(f'<div class="card-{n}"><a href="/n/{n}"><img src="/{n}.jpg" alt="صورة"><h4>عنوان خبر آخر {n}</h4></a><span>20 نوفمبر 2026</span></div>' for n in range(40))
    script = "<script>" + "var a=[1,2,3];function f(x){return x+1};" * 1500 + "</script>"
    out = []
    for path in sorted((PROJECT / "tests/articles/sites").glob("*.html")):
        page = decode(path.read_bytes())
        paragraphs = re.findall(r"<p[^>]*>[^<]{80,}</p>", page)
        if paragraphs:
            more = "".join(paragraphs[n % len(paragraphs)].replace("</p>", f" ({n})</p>") for n in range(14))
            page = page.replace(paragraphs[-1], paragraphs[-1] + more)
        page = re.sub(r"(<body[^>]*>)", lambda m: m.group(1) + menu, page, count=1)
        out.append(page.replace("</head>", script + "</head>").replace("</body>", f"<section>{cards}</section></body>").encode())
    return out


def feed_document(entries: int) -> bytes:
    """An RSS feed whose entries hold 80 words each."""
    body = "التقى الوزير نظيره وبحثا التعاون بين البلدين. " * 10
    items = "".join(
        f"<item><title>خبر {n}</title><link>https://news.example/{n}</link><guid>{n}</guid><pubDate>Fri, 20 Nov 2026 10:00:00 +0300</pubDate>"
        f"<description>{body}</description></item>"
        for n in range(entries)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>أخبار</title>{items}</channel></rss>'.encode()


def made_articles(count: int) -> list[tuple[str, str]]:
    """Articles of random words; one in ten is a copy of an earlier one with a word changed."""
    chance = random.Random(7)
    words = ["".join(chance.choices("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", k=chance.randint(3, 8))) for _ in range(20_000)]
    out: list[tuple[str, str]] = []
    for n in range(count):
        text = chance.choices(words, k=WORDS)
        if n and chance.random() < COPIES:
            text = out[chance.randrange(n)][1].split()
            text[chance.randrange(WORDS)] = "تعديل"
        out.append((f"a{n:07d}", " ".join(text)))
    return out


def measure_pages() -> list[tuple[str, float, str]]:
    """The cleaner against plain trafilatura in its precision mode, which gives the text alone: medians of all rounds."""
    pages = saved_pages()
    record = {"url": None, "external_id": None, "object_path": "x", "part": None, "source_id": "s", "headers": None, "status": None, "kind": "html"}
    residue = str(PROJECT / "seeds/residue.csv")
    readers = {
        "plain": lambda: [trafilatura.bare_extraction(p, favor_precision=True, include_comments=False) for p in pages],
        "metadata": lambda: [trafilatura.bare_extraction(p, favor_precision=True, include_comments=False, with_metadata=True) for p in pages],
        "extract": lambda: [extract_article(p) for p in pages],
        "record": lambda: [read_record(record, p, "html", residue) for p in pages],
    }
    rounds = [{name: seconds(read, times=1) for name, read in readers.items()} for _ in range(ROUNDS)]
    speed = {name: len(pages) / statistics.median(r[name] for r in rounds) for name in readers}
    share = lambda name, of: statistics.median(r[of] / r[name] for r in rounds) * 100  # noqa: E731
    return [
        ("plain trafilatura, text alone", speed["plain"], f"pages/s (of {sum(map(len, pages)) // len(pages) // 1000} KB)"),
        ("plain trafilatura with metadata", speed["metadata"], "pages/s"),
        ("HTML to record", speed["extract"], "pages/s"),
        ("HTML to clean article", speed["record"], "pages/s"),
        (f"HTML to record (at least {TARGET:.0%})", share("extract", "plain"), "% of plain, text alone"),
        (f"HTML to clean article (at least {TARGET:.0%})", share("record", "plain"), "% of plain, text alone"),
        ("HTML to clean article", share("record", "metadata"), "% of plain with metadata"),
    ]


def measure_feeds() -> list[tuple[str, float, str]]:
    """Entries of a feed to records."""
    document = feed_document(ENTRIES)
    return [("feed", ENTRIES / seconds(lambda: list(read_entries(document, "x"))), "entries/s")]


def measure_duplicates() -> list[tuple[str, float, str]]:
    """Nights of NIGHT articles until there are ARTICLES; the last night has met all before."""
    articles = made_articles(ARTICLES)
    nights = [articles[start : start + NIGHT] for start in range(0, ARTICLES, NIGHT)]
    wall, used = [], []
    with tempfile.TemporaryDirectory() as folder:
        for night in nights:
            started, processor = time.perf_counter(), time.process_time()
            duplicates.find_pairs(night, Path(folder) / "index.duckdb")
            wall.append(time.perf_counter() - started)
            used.append(time.process_time() - processor)
    return [
        (f"near duplicates, {ARTICLES:,} articles", ARTICLES / sum(used), "articles/s of processor time"),
        (f"near duplicates, {ARTICLES:,} articles", ARTICLES / sum(wall), "articles/s by the clock"),
        ("near duplicates, last night", NIGHT / used[-1], "articles/s of processor time"),
    ]


def measure() -> list[tuple[str, float, str]]:
    """Rows of (what, figure, unit)."""
    rows = measure_pages() + measure_feeds()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows += measure_duplicates()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [*rows, ("peak memory, pages and feeds", before, "MB"), ("peak memory, all", peak, "MB")]
