"""Writing a night's bulletin: the page, its feed and calendar, and the evidence pages that it links to."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from extract.bulletin import charts, feeds, night
from extract.pages.database import MEETINGS, Connection, participants, parties, quotes, rows
from extract.pages.evidence import touched, write_pages
from extract.pages.html import put, render

if TYPE_CHECKING:
    from extract.settings import Settings

FEED_ITEMS = 100


def write_bulletin(settings: Settings, day: dt.date | None = None) -> dict[str, Any]:
    """Write ``docs/bulletin/`` for the night of ``day`` (the latest for None) and the evidence pages of that night.

    Gives the page's path and counts. Raises night.NoNight where no such night was published. Feed, calendar and index.html
    are always those of the latest night.
    """
    folder = settings.docs / "bulletin"
    with duckdb.connect(str(settings.published), read_only=True) as con:
        latest = night.find_day(con, None)
        chosen = night.find_day(con, day)
        found = night.read_night(con, chosen)
        page = folder / f"{chosen}.html"
        others = sorted((p.stem for p in folder.glob("????-??-??.html") if p.stem != str(chosen)), reverse=True)[:14]
        text = _page(found, others)
        put(page, text)
        if chosen == latest:
            put(folder / "index.html", text)
            _feeds(con, folder, latest, settings.base_url)
        pages = write_pages(con, settings.docs / "pages", touched(con, chosen))
    return {"page": str(page), "pages": pages} | found["counts"]


def _page(found: dict[str, Any], nights: list[str]) -> str:
    first = night.week_start(found["day"])
    weeks = [[first + dt.timedelta(days=7 * week + day) for day in range(7)] for week in range(night.WEEKS)]
    by_day: dict[dt.date, list[Any]] = {}
    for meeting in found["coming"]:
        last = min(meeting["end_date"] or meeting["start_date"], weeks[-1][-1])
        for offset in range(max((last - meeting["start_date"]).days, 0) + 1):
            by_day.setdefault(meeting["start_date"] + dt.timedelta(days=offset), []).append(meeting)
    return render(
        "bulletin.html", **found, root="../", nights=nights, weeks=weeks, by_day=by_day, money_charts=charts.money_charts(found["money"]),
        graph=charts.graph(found["participants"]), map=charts.place_map(found["places"]),
    )  # fmt: skip


def _feeds(con: Connection, folder: Path, day: dt.date, base: str) -> None:
    """feed.xml with the latest events, meetings.ics with the planned ones from a month back on (so that readers see cancellations)."""
    meetings = rows(con, f"SELECT *, true AS meeting_key FROM ({MEETINGS}) JOIN arrivals ON entity_id = meeting_id ORDER BY arrived_at DESC, confidence DESC, meeting_id LIMIT {FEED_ITEMS}")
    pledges = rows(con, f"SELECT * FROM pledges JOIN arrivals ON entity_id = pledge_id ORDER BY arrived_at DESC, confidence DESC, pledge_id LIMIT {FEED_ITEMS}")
    items = sorted(meetings + pledges, key=lambda r: (r["arrived_at"], r["confidence"], r["entity_id"]), reverse=True)[:FEED_ITEMS]
    planned = rows(
        con,
        f"""{MEETINGS} WHERE m.status IN ('planned', 'proposed', 'cancelled') AND m.date_precision = 'day' AND m.start_date >= ?
            ORDER BY m.start_date, m.meeting_id""",
        day - dt.timedelta(days=31),
    )
    ids = [m["meeting_id"] for m in meetings + planned]
    groups = participants(con, ids) | parties(con, [p["pledge_id"] for p in pledges])
    said = quotes(con, "meeting", ids, 2) | quotes(con, "pledge", [p["pledge_id"] for p in pledges], 2)
    put(folder / "feed.xml", feeds.rss(items, groups, said, base))
    put(folder / "meetings.ics", feeds.calendar(planned, groups, said))
