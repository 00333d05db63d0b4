"""Reports made by hand, written as a night's Parquet files and loaded, so that dbt can be tried without reading Arabic."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import duckdb

from extract import warehouse
from extract.contracts import TABLES
from extract.settings import Settings
from extract.sources.raw import write_table

Row = dict[str, Any]
PEOPLE = {
    "zelensky": ("volodymyr-zelensky", "فولوديمير زيلينسكي", "UA"), "stoltenberg": ("jens-stoltenberg", "ينس ستولتنبرغ", "NATO"),
    "sisi": ("abdel-fattah-el-sisi", "عبد الفتاح السيسي", "EG"), "erdogan": ("recep-tayyip-erdogan", "رجب طيب أردوغان", "TR"),
    "macron": ("emmanuel-macron", "إيمانويل ماكرون", "FR"), "lavrov": ("sergey-lavrov", "سيرغي لافروف", "RU"),
    "fidan": ("hakan-fidan", "هاكان فيدان", "TR"), "shoukry": ("sameh-shoukry", "سامح شكري", "EG"),
}  # fmt: skip


def sha(*parts: object) -> str:
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:16]


def article(name: str, published: str | None, *events: Row, source: str = "", text: str = "نص", version: str = "1") -> dict[str, list[Row]]:
    """The raw rows of one article and of what it tells; ``events`` come from ``meeting`` and ``pledge``."""
    at = dt.datetime.fromisoformat(published) if published else None
    ids = {"article_id": f"art-{name}", "content_sha256": sha(name, version)}
    rows: dict[str, list[Row]] = {t: [] for t in TABLES}
    rows["articles"].append(
        ids | {"external_id": name, "source_id": source or f"source-{name}", "url": f"file:{name}", "title": name, "published_at": at,
               "published_basis": "metadata", "fetched_at": dt.datetime(2026, 11, 20), "language": "ar", "text": text, "n_words": len(text.split())}
    )  # fmt: skip
    rows["readings"].append(ids | {"extractor_version": "test", "n_meetings": 0, "n_pledges": 0})
    for number, event in enumerate(events):
        parties = event["parties"]
        span = {"start_char": event.get("start_char", number), "end_char": event.get("end_char", number + 1)}
        common = ids | span | {"confidence": 0.8, "rule": "test", "extractor_version": "test", "quote": event.get("quote", text[number : number + 1])}
        if event["table"] == "meeting":
            key = {"meeting_report_id": "mr-" + sha(name, version, number)}
            rows["meeting_reports"].append(common | key | event["row"])
            rows["participant_reports"] += [
                ids | key | span | party | {"participant_no": n, "capacity": "attendee", "confidence": 0.8, "quote": "", "rule": "test"} for n, party in enumerate(parties)
            ]
        else:
            key = {"pledge_report_id": "pr-" + sha(name, version, number)}
            rows["pledge_reports"].append(common | key | {"is_approximate": False, "attribution": "narrator"} | event["row"])
            rows["pledge_report_parties"] += [ids | key | party | {"party_no": n} for n, party in enumerate(parties)]
    return rows


def meeting(
    parties: str, start: str | None = None, *, kind: str = "bilateral", status: str = "held", precision: str = "day", city: str | None = None,
    country: str | None = None, end: str | None = None, quote: str = "",
) -> Row:  # fmt: skip
    """What an article tells of a meeting; ``parties`` are names of PEOPLE or codes of actors, with blanks between."""
    people = [
        {"person_id": p[0], "person_name_ar": p[1], "actor_id": p[2], "is_collective": False}
        if (p := PEOPLE.get(name)) else {"actor_id": name, "actor_name_ar": name, "is_collective": True}
        for name in parties.split()
    ]  # fmt: skip
    row = {
        "kind": kind, "status": status, "start_date": start and dt.date.fromisoformat(start), "end_date": end and dt.date.fromisoformat(end),
        "date_precision": precision if start else "unknown", "date_basis": "explicit", "city": city, "country_code": country,
    }  # fmt: skip
    return {"table": "meeting", "row": row, "parties": people, "quote": quote}


def pledge(givers: str, takers: str, amount: float | None = None, *, kind: str = "financial", status: str = "pledged", currency: str | None = "USD", **more: Any) -> Row:
    """What an article tells of a pledge; ``start_char`` and ``end_char`` in ``more`` place it, the rest are columns."""
    parties = [{"role": role, "actor_id": a, "actor_name_ar": a} for role, names in (("pledger", givers), ("recipient", takers)) for a in names.split()]
    place = {k: more.pop(k) for k in ("start_char", "end_char") if k in more}
    return {"table": "pledge", "row": {"kind": kind, "status": status, "amount": amount, "currency": currency if amount else None} | more, "parties": parties} | place


def load_night(settings: Settings, run_id: str, articles: Iterable[dict[str, list[Row]]]) -> None:
    """Write the articles as a night's files and load them."""
    together: dict[str, list[Row]] = {t: [] for t in TABLES}
    for rows in articles:
        for table, more in rows.items():
            together[table] += [r | ({"run_id": run_id} if "run_id" in TABLES[table].names else {}) for r in more]
    for table, rows_ in together.items():
        write_table(rows_, TABLES[table], settings.run_folder(run_id) / f"{table}.parquet")
    warehouse.load(settings, run_id)


@contextmanager
def reading(settings: Settings) -> Iterator[duckdb.DuckDBPyConnection]:
    """The warehouse, of whatever kind, open for reading."""
    with duckdb.connect() as con:
        settings.attach_warehouse(con)
        con.execute("USE warehouse")
        yield con


def content(settings: Settings, table: str, leave_out: tuple[str, ...] = ()) -> list[str]:
    """The sorted rows of a table of the warehouse."""
    with reading(settings) as con:
        columns = [r[0] for r in con.execute(f"DESCRIBE {table}").fetchall() if r[0] not in leave_out]
        return sorted(map(str, con.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()))


def query(settings: Settings, sql: str) -> list[tuple[Any, ...]]:
    with reading(settings) as con:
        return con.execute(sql).fetchall()
