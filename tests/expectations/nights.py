"""Made-up nights: every table of a run and of the warehouse as rows in memory, good unless a test breaks one."""

from __future__ import annotations

import datetime as dt
import json
import random
from typing import Any

import duckdb
import pyarrow as pa

from expectations import frames, history
from expectations.runner import evaluate
from extract.contracts import REPEATS, TABLES

Rows = dict[str, list[dict[str, Any]]]
FIRST_DAY = dt.date(2026, 9, 1)
SOURCES = {"wire-a": 70, "daily-b": 45, "gulf-c": 35, "site-d": 30}
WORDS = (
    "بحث أكد أعلن أوضح أشار شدد رحب دعا عبر تناول استعرض ناقش الجانبان المسؤول العلاقات الثنائية سبل تعزيز التعاون المشترك القضايا الإقليمية الدولية "
    "الأمن الاستقرار المنطقة التنمية الاقتصاد التجارة الاستثمار الطاقة المناخ الحدود اللاجئين المساعدات الجهود السلام الحوار المفاوضات الاتفاق المرحلة "
    "المقبلة التحديات الفرص الشراكة الاستراتيجية المبادرة المؤتمر الوفد السفير الحكومة البرلمان المجلس اللجنة الملف التطورات الأوضاع الراهنة الجديدة"
).split()
PEOPLE = [(f"p{i}", f"{a} {b}", state) for i, (a, b, state) in enumerate([
    ("سالم", "المراكشي", "MA"), ("يوهان", "كلاينر", "DE"), ("نادر", "الحلواني", "EG"), ("بيير", "دوماس", "FR"), ("خليل", "البصري", "IQ"),
    ("هنريك", "لارسون", "SE"), ("طلال", "النجدي", "SA"), ("ماركو", "بيليني", "IT"), ("رائد", "الكرمي", "JO"), ("أندريه", "سوكولوف", "RU"),
])]  # fmt: skip
RULES = ["noun_meet"] * 6 + ["verb_meet"] * 3 + ["noun_visit"] * 3 + ["verb_receive"] * 2
KINDS = ["bilateral"] * 5 + ["visit"] * 4 + ["summit", "call"]
CITIES = [("Cairo", "EG"), ("Berlin", "DE"), ("Paris", "FR"), (None, "SA"), (None, None)]
# The columns of the warehouse's tables that the suite marts reads.
MAIN = {
    "articles": "article_id VARCHAR",
    "meetings": "meeting_id VARCHAR, name_ar VARCHAR, kind VARCHAR, status VARCHAR, start_date DATE, end_date DATE, date_precision VARCHAR, last_reported_at TIMESTAMP, n_articles INT, n_sources INT",
    "meeting_reports": "meeting_report_id VARCHAR, meeting_id VARCHAR, start_date DATE, date_precision VARCHAR",
    "participants": "meeting_id VARCHAR, person_id VARCHAR, actor_id VARCHAR",
    "pledges": "pledge_id VARCHAR, item_ar VARCHAR, amount DOUBLE, currency VARCHAR, amount_usd DOUBLE",
    "pledge_reports": "pledge_report_id VARCHAR, pledge_id VARCHAR",
    "pledge_parties": "pledge_id VARCHAR, role VARCHAR, actor_id VARCHAR",
    "merges": "old_id VARCHAR, new_id VARCHAR",
}


def good_night(number: int) -> Rows:
    """Night ``number`` (from 0): counts, mixes and dates vary as they do, and nothing is wrong."""
    rng = random.Random(number)
    day = FIRST_DAY + dt.timedelta(days=number)
    night: Rows = {name: [] for name in (*TABLES, "repeats", *(f"main.{t}" for t in MAIN))}
    for source, mean in SOURCES.items():
        usual = mean * (0.7 if day.weekday() == 4 else 1)
        for i in range(max(20, round(rng.gauss(usual, usual**0.5)))):
            _article(night, rng, day, source, f"{day:%m%d}-{source}-{i}")
        night["quarantine"] += [_refused(source, "fetch", f"{day:%m%d}-{source}-bad{i}", None) for i in range(rng.randint(0, 2))]
    _consolidate(night)
    return night


def now(number: int) -> dt.datetime:
    """When night ``number`` is checked."""
    return dt.datetime.combine(FIRST_DAY + dt.timedelta(days=number), dt.time(3))


def _refused(source: str, step: str, name: str, raw_id: str | None) -> dict[str, Any]:
    return {"quarantine_id": f"q-{name}", "step": step, "reason": "too_short", "source_id": source, "raw_id": raw_id, "detail": "too short"}


def _article(night: Rows, rng: random.Random, day: dt.date, source: str, name: str) -> None:
    fetched = dt.datetime.combine(day, dt.time(2))
    night["raw_records"].append({"raw_id": f"raw-{name}", "source_id": source, "url": f"https://{source}.example/{name}", "status": 200, "fetched_at": fetched,
                                 "sha256": f"{rng.getrandbits(256):064x}", "n_bytes": rng.randint(3000, 9000)})  # fmt: skip
    fate = rng.random()
    if fate < 0.03:
        night["quarantine"].append(_refused(source, "clean", name, f"raw-{name}"))
        return
    if fate < 0.04:
        night["repeats"].append({"raw_id": f"raw-{name}", "article_id": f"a-{day:%m%d}-{source}-0"})
        return
    dated = rng.random() > 0.06
    published = fetched - dt.timedelta(minutes=rng.randint(30, 1200))
    article = {"article_id": f"a-{name}", "content_sha256": f"c-{name}", "source_id": source, "raw_id": f"raw-{name}", "fetched_at": fetched,
               "title": None if rng.random() < 0.04 else " ".join(rng.sample(WORDS, 6)), "published_at": published if dated else None,
               "published_basis": rng.choice(["feed"] * 6 + ["page"] * 3 + ["text"]) if dated else "unknown"}  # fmt: skip
    (id_a, name_a, state_a), (id_b, name_b, state_b) = rng.sample(PEOPLE, 2)
    quote = f"التقى {name_a} نظيره {name_b} وبحث معه {' '.join(rng.sample(WORDS, 4))}"
    body = "\n".join(" ".join(rng.sample(WORDS, 18)) + "." for _ in range(rng.randint(3, 6)))
    article["text"] = f"{quote}.\n{body}"
    article["n_words"] = len(article["text"].split())
    night["articles"].append(article)
    if rng.random() < 0.05 and len(night["articles"]) > 1:
        night["duplicate_pairs"].append({"article_id": night["articles"][-2]["article_id"], "other_article_id": article["article_id"], "jaccard": 0.9})
    evidence = {"article_id": article["article_id"], "content_sha256": article["content_sha256"], "quote": quote, "start_char": 0, "end_char": len(quote)}
    counts = {"n_meetings": 0, "n_pledges": 0}
    if rng.random() < 0.6:
        counts["n_meetings"] = 1
        city, country = rng.choice(CITIES)
        night["meeting_reports"].append(evidence | {
            "meeting_report_id": f"mr-{name}", "kind": rng.choice(KINDS), "status": "planned" if rng.random() < 0.2 else "held", "rule": rng.choice(RULES), "city": city, "country_code": country,
            "confidence": rng.uniform(0.7, 0.95), "date_precision": "day", "start_date": published.date() if dated and rng.random() < 0.6 else None})  # fmt: skip
        known = rng.random() > 0.06
        for no, (person, person_name, state) in enumerate(((id_a, name_a, state_a), (id_b, name_b, state_b))[: 1 if rng.random() < 0.1 else 2]):
            linked = rng.random() > 0.12
            night["participant_reports"].append(evidence | {
                "meeting_report_id": f"mr-{name}", "participant_no": no, "person_id": person if linked else None, "person_name_ar": person_name if no or rng.random() > 0.25 else None,
                "role": "foreign minister", "role_ar": "وزير الخارجية", "actor_id": state if known else None, "actor_name_ar": state, "confidence": rng.uniform(0.7, 0.95)})  # fmt: skip
    if rng.random() < 0.35:
        counts["n_pledges"] = 1
        money = rng.random() < 0.6
        night["pledge_reports"].append(evidence | {
            "pledge_report_id": f"pr-{name}", "kind": rng.choice(["financial", "financial", "military", "humanitarian"]), "status": "pledged", "confidence": rng.uniform(0.7, 0.95),
            "amount": float(rng.randint(2, 9)) * 1e7 if money else None, "currency": "USD" if money else None, "announced_date": published.date()})  # fmt: skip
        night["pledge_report_parties"] += [
            {"pledge_report_id": f"pr-{name}", "role": "pledger", "actor_id": rng.choice(["DE", "SA"])},
            {"pledge_report_id": f"pr-{name}", "role": "recipient", "actor_id": "SD"},
        ]
    night["readings"].append({"article_id": article["article_id"], "content_sha256": article["content_sha256"]} | counts)


def _consolidate(night: Rows) -> None:
    """The warehouse's tables as dbt would make them of a night in which no two reports tell of the same event."""
    times = {a["article_id"]: a["published_at"] or a["fetched_at"] for a in night["articles"]}
    night["main.articles"] = [{"article_id": a} for a in times]
    for r in night["meeting_reports"]:
        key = r["meeting_report_id"].replace("mr-", "mtg-")
        night["main.meetings"].append({**r, "meeting_id": key, "name_ar": r["quote"][:30], "last_reported_at": times[r["article_id"]], "n_articles": 1, "n_sources": 1})
        night["main.meeting_reports"].append({**r, "meeting_id": key})
    night["main.participants"] = [{**p, "meeting_id": p["meeting_report_id"].replace("mr-", "mtg-")} for p in night["participant_reports"]]
    for r in night["pledge_reports"]:
        key = r["pledge_report_id"].replace("pr-", "plg-")
        night["main.pledges"].append({**r, "pledge_id": key, "amount_usd": r["amount"]})
        night["main.pledge_reports"].append({**r, "pledge_id": key})
    night["main.pledge_parties"] = [{**p, "pledge_id": p["pledge_report_id"].replace("pr-", "plg-")} for p in night["pledge_report_parties"]]


def found(night: Rows, number: int, step: str, past: list[dict[str, Any]], published: Rows | None = None) -> list[Any]:
    """What the suite ``step`` finds in ``night``; ``past`` are rows of quality_results with their day, ``published`` the night before."""
    con = duckdb.connect(":memory:")
    for name, schema in (TABLES | {"repeats": REPEATS}).items():
        con.register(name, pa.Table.from_pylist([{c: r.get(c) for c in schema.names} for r in night[name]], schema=schema))
    con.execute("ATTACH ':memory:' AS warehouse; ATTACH ':memory:' AS history")
    for catalogue, rows in (("warehouse", night), ("history", published or {f"main.{t}": [] for t in MAIN})):
        for table, columns in MAIN.items():
            names = [c.split()[0] for c in columns.split(", ")]
            con.register("incoming", _as_table(rows[f"main.{table}"], names))
            con.execute(f"CREATE TABLE {catalogue}.main.{table} AS SELECT {', '.join(f'{n}::{t} AS {n}' for n, t in (c.split() for c in columns.split(', ')))} FROM incoming")
            con.unregister("incoming")
    results = [{"run_id": p["run_id"], "expectation": p["expectation"], "observed": p["observed"], "checked_at": p["checked_at"]} for p in past]
    con.register("results", _as_table(results, ["run_id", "expectation", "observed", "checked_at"]))
    con.execute("CREATE TABLE history.main.quality_results AS SELECT run_id::VARCHAR AS run_id, expectation::VARCHAR AS expectation, observed::VARCHAR AS observed, checked_at::TIMESTAMP AS checked_at FROM results")
    con.register("nights", _as_table([{"run_id": p["run_id"], "day": p["day"], "status": "succeeded"} for p in {p["run_id"]: p for p in past}.values()], ["run_id", "day", "status"]))
    con.execute("CREATE TABLE history.main.runs AS SELECT run_id::VARCHAR AS run_id, day::DATE AS day, status::VARCHAR AS status FROM nights")
    frames.prepare(con, now(number))
    history.learn(con, f"run-{number}")
    try:
        return evaluate(con, step)
    finally:
        con.close()


def _as_table(rows: list[dict[str, Any]], names: list[str]) -> pa.Table:
    return pa.table({n: [r.get(n) for r in rows] for n in names})


def remembered(results: list[Any], number: int) -> list[dict[str, Any]]:
    """The figures of a night's results as rows of the past."""
    rows = [r.row() for r in results]
    return [r | {"run_id": f"run-{number}", "day": now(number).date(), "checked_at": now(number)} for r in rows if r["observed"].startswith("{") and json.loads(r["observed"])]
