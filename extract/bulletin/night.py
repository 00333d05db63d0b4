"""What a night brought: its new meetings and pledges, what changed, what is planned. Read from the published warehouse."""

from __future__ import annotations

import datetime as dt
from typing import Any

from extract.pages.database import MEETINGS, Connection, Row, participants, parties, quotes, rows
from extract.pages.words import Both, meeting_title, pledge_title

CARDS, LINES = 160, 500  # events of one page as cards, and as cards or lines: with more it would pass 1 MB
WEEKS = 5  # of the calendar

# A row arrived in the night of the first run that succeeded after it, also where an earlier run had read it and then failed.
_NIGHTS = "(SELECT finished_at, day FROM runs WHERE status = 'succeeded')"
_ARRIVED = f"(SELECT a.entity, a.entity_id, n.day FROM arrivals a ASOF JOIN {_NIGHTS} n ON a.arrived_at <= n.finished_at)"


class NoNight(Exception):
    """No night of that day was published."""


def find_day(con: Connection, day: dt.date | None) -> dt.date:
    """``day``, or that of the latest night for None. Raises NoNight with the days there are."""
    days = [r["day"] for r in rows(con, f"SELECT day FROM {_NIGHTS} GROUP BY day ORDER BY max(finished_at)")]
    if not days or (day and day not in days):
        known = ", ".join(str(d) for d in sorted(days)[-7:]) or "none"
        raise NoNight(f"no night of {day or 'any day'} was published; the latest nights: {known}")
    return day or days[-1]


def read_night(con: Connection, day: dt.date) -> dict[str, Any]:
    """All that the bulletin of ``day`` shows: the surest events as cards, the next as lines, the counts of all."""
    meetings = _new(con, "meeting", MEETINGS, "start_date DESC NULLS LAST", day)
    pledges = _new(con, "pledge", "SELECT * FROM pledges m", "amount_usd DESC NULLS LAST", day)
    counts = {"meetings": len(meetings), "pledges": len(pledges)}
    meetings = meetings[: max(LINES // 2, LINES - len(pledges))]
    pledges = pledges[: LINES - len(meetings)]
    cards = max(CARDS // 2, CARDS - len(pledges)), max(CARDS // 2, CARDS - len(meetings))
    coming, undated, changes = planned(con, day), loose(con, day), changed(con, day)
    meeting_ids = [m["meeting_id"] for m in meetings]
    pledge_ids = [p["pledge_id"] for p in pledges]
    return {
        "day": day, "cards": cards, "meetings": meetings, "pledges": pledges, "counts": counts | {"changes": len(changes)},
        "participants": participants(con, meeting_ids), "parties": parties(con, pledge_ids),
        "quotes": quotes(con, "meeting", meeting_ids[: cards[0]], 2) | quotes(con, "pledge", pledge_ids[: cards[1]], 2),
        "changed": changes[:200], "coming": coming, "loose": undated,
        "names": named(con, [c["entity_id"] for c in changes[:200]] + [m["meeting_id"] for m in coming + undated]), "money": money(con), "places": places(con, meeting_ids),
    }  # fmt: skip


def _new(con: Connection, entity: str, query: str, order: str, day: dt.date) -> list[Row]:
    """Events that arrived in the night of ``day``, those with the most sources and the surest first."""
    return rows(
        con,
        f"""{query} WHERE m.{entity}_id IN (SELECT entity_id FROM {_ARRIVED} WHERE entity = '{entity}' AND day = ?)
            ORDER BY n_sources DESC, confidence DESC, {order}, m.{entity}_id""",
        day,
    )


def changed(con: Connection, day: dt.date) -> list[Row]:
    """What changed in rows published before, in the night of ``day``, with the article that says so; a change of status first."""
    return rows(
        con,
        f"""SELECT c.*, a.title, a.source_id FROM (SELECT c.*, n.day FROM changes c ASOF JOIN {_NIGHTS} n ON c.changed_at <= n.finished_at) c
            LEFT JOIN articles a ON a.article_id = c.article_id
            WHERE c.day = ? AND (c.entity_id IN (SELECT meeting_id FROM meetings) OR c.entity_id IN (SELECT pledge_id FROM pledges))
            ORDER BY c.column_name <> 'status', c.entity, c.entity_id, c.column_name""",
        day,
    )


def named(con: Connection, ids: list[str]) -> dict[str, Both]:
    """What meetings and pledges are called, by their ids."""
    who, parts = participants(con, ids), parties(con, ids)
    return {m["meeting_id"]: meeting_title(m, who.get(m["meeting_id"], [])) for m in rows(con, f"{MEETINGS} WHERE m.meeting_id IN (SELECT unnest(?::VARCHAR[]))", ids)} | {
        p["pledge_id"]: pledge_title(p, parts.get(p["pledge_id"], [])) for p in rows(con, "SELECT * FROM pledges WHERE pledge_id IN (SELECT unnest(?::VARCHAR[]))", ids)
    }


def planned(con: Connection, day: dt.date) -> list[Row]:
    """Planned and proposed meetings with a known day from ``day`` on, within the weeks of the calendar."""
    first = week_start(day)
    return rows(
        con,
        f"""{MEETINGS} WHERE m.status IN ('planned', 'proposed') AND m.date_precision = 'day' AND coalesce(m.end_date, m.start_date) >= ? AND m.start_date < ?
            ORDER BY m.start_date, n_sources DESC, m.confidence DESC, m.meeting_id LIMIT 200""",
        day, first + dt.timedelta(weeks=WEEKS),
    )  # fmt: skip


def loose(con: Connection, day: dt.date) -> list[Row]:
    """Planned meetings ahead whose day is not known: those with a week, month or year, and undated ones told in the last 30 days."""
    return rows(
        con,
        f"""{MEETINGS} WHERE m.status IN ('planned', 'proposed') AND (m.date_precision <> 'day' OR m.start_date IS NULL)
              AND CASE WHEN m.start_date IS NULL THEN m.last_reported_at >= ?::DATE - INTERVAL 30 DAY ELSE m.start_date >= date_trunc('month', ?::DATE) END
            ORDER BY m.start_date NULLS LAST, n_sources DESC, m.confidence DESC, m.meeting_id LIMIT 20""",
        day, day,
    )  # fmt: skip


def week_start(day: dt.date) -> dt.date:
    """The Sunday on or before ``day``: the first day of the week in the Arab world."""
    return day - dt.timedelta(days=(day.weekday() + 1) % 7)


def money(con: Connection) -> list[Row]:
    """Pledged and delivered amounts of the warehouse, the 150 largest: day, USD, who gives, who gets. A pledge of several stands once for each pair."""
    return rows(
        con,
        """WITH dated AS (
               SELECT p.pledge_id, p.status, p.amount_usd, min(coalesce(r.announced_date, a.published_at::DATE, a.fetched_at::DATE)) AS day
               FROM pledges p JOIN pledge_reports r USING (pledge_id) JOIN articles a USING (article_id)
               WHERE p.amount_usd > 0 AND p.status IN ('pledged', 'delivered') GROUP BY ALL ORDER BY p.amount_usd DESC, p.pledge_id LIMIT 150)
           SELECT d.*, g.actor_name_ar AS giver_ar, coalesce(g.actor_name_en, g.actor_name_ar) AS giver_en,
                  r.actor_name_ar AS getter_ar, coalesce(r.actor_name_en, r.actor_name_ar) AS getter_en
           FROM dated d
           LEFT JOIN pledge_parties g ON g.pledge_id = d.pledge_id AND g.role = 'pledger'
           LEFT JOIN pledge_parties r ON r.pledge_id = d.pledge_id AND r.role IN ('recipient', 'beneficiary')
           ORDER BY d.day, d.pledge_id, giver_ar, getter_ar""",
    )


def places(con: Connection, ids: list[str]) -> list[Row]:
    """Where meetings are held: one row a city with coordinates; of a country alone its capital stands for it."""
    return rows(
        con,
        """SELECT coalesce(city.name_ar, c.name_ar) AS name_ar, coalesce(city.name_en, c.name_en) AS name_en,
                  coalesce(city.latitude, capital.latitude) AS latitude, coalesce(city.longitude, capital.longitude) AS longitude, count(*) AS n
           FROM meetings m
           LEFT JOIN places city ON city.name_en = m.city AND city.country_code IS NOT DISTINCT FROM m.country_code
           LEFT JOIN places capital ON city.place_id IS NULL AND capital.country_code = m.country_code AND capital.is_capital
           LEFT JOIN actors c ON c.actor_id = m.country_code
           WHERE m.meeting_id IN (SELECT unnest(?::VARCHAR[])) AND coalesce(city.latitude, capital.latitude) IS NOT NULL
           GROUP BY ALL ORDER BY n DESC, name_en LIMIT 60""",
        ids,
    )
