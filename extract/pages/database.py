"""Questions to the published warehouse that the pages share. Rows are dicts, one a row, in the order of the query."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import duckdb

Row = dict[str, Any]
Connection = duckdb.DuckDBPyConnection

# A meeting with its place in both languages: the city's Arabic name from places, the country's from actors.
MEETINGS = """
SELECT m.*, coalesce(p.name_ar, m.city) AS city_ar, c.name_ar AS country_ar, c.name_en AS country_en, h.name_ar AS host_ar, h.name_en AS host_en
FROM meetings m
LEFT JOIN places p ON p.name_en = m.city AND p.country_code IS NOT DISTINCT FROM m.country_code
LEFT JOIN actors c ON c.actor_id = m.country_code
LEFT JOIN actors h ON h.actor_id = m.host_id
"""


def rows(con: Connection, query: str, *parameters: Any) -> list[Row]:
    """The rows of a query."""
    cursor = con.execute(query, list(parameters))
    columns = [c[0] for c in cursor.description]
    return [dict(zip(columns, r, strict=True)) for r in cursor.fetchall()]


def grouped(found: Iterable[Row], key: str) -> dict[Any, list[Row]]:
    """Rows by the value of one column, in their order."""
    out: dict[Any, list[Row]] = {}
    for row in found:
        out.setdefault(row[key], []).append(row)
    return out


def participants(con: Connection, ids: list[str]) -> dict[str, list[Row]]:
    """Participants of meetings, hosts first, then the surest."""
    return grouped(
        rows(con, "SELECT * FROM participants WHERE meeting_id IN (SELECT unnest(?::VARCHAR[])) ORDER BY capacity <> 'host', confidence DESC, person_name_ar, actor_name_ar", ids),
        "meeting_id",
    )


def parties(con: Connection, ids: list[str]) -> dict[str, list[Row]]:
    """Parties of pledges in the order of their roles."""
    return grouped(rows(con, "SELECT * FROM pledge_parties WHERE pledge_id IN (SELECT unnest(?::VARCHAR[])) ORDER BY role, actor_name_ar", ids), "pledge_id")


def quotes(con: Connection, entity: str, ids: list[str], limit: int) -> dict[str, list[Row]]:
    """The surest quotes of ``entity`` (meeting or pledge), one an article, originals before their copies, at most ``limit`` each."""
    return grouped(
        rows(
            con,
            f"""SELECT r.{entity}_id AS event_id, r.{entity}_report_id AS report_id, r.article_id, r.quote, r.rule, r.confidence, a.source_id, a.title, a.url, a.published_at
                FROM {entity}_reports r JOIN articles a USING (article_id) WHERE r.{entity}_id IN (SELECT unnest(?::VARCHAR[]))
                QUALIFY row_number() OVER (PARTITION BY r.{entity}_id, r.article_id ORDER BY r.confidence DESC, r.start_char) = 1
                    AND row_number() OVER (PARTITION BY r.{entity}_id ORDER BY a.duplicate_of IS NOT NULL, r.confidence DESC, a.published_at, r.article_id, r.start_char) <= ?
                ORDER BY a.duplicate_of IS NOT NULL, r.confidence DESC, a.published_at, r.article_id""",
            ids, limit,
        ),
        "event_id",
    )  # fmt: skip
