"""Evidence pages: what each article became, what each meeting and pledge is made of, what each person and actor took part in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extract.pages.database import MEETINGS, Connection, Row, grouped, participants, parties, rows
from extract.pages.html import put, render
from extract.pages.search import search_index
from extract.pages.spans import segments

BATCH = 500  # pages whose rows are read together
TIMELINE = 300  # events of one person or actor: the latest
Ids = dict[str, list[str]]  # articles, meetings, pledges, people, actors → the ids of pages to write

_NIGHT = "(SELECT finished_at, day FROM runs WHERE status = 'succeeded')"


def everything(con: Connection) -> Ids:
    """The ids of all pages: every article and event, and each person and actor that takes part in one."""
    return _with_parties(con, [r["id"] for r in rows(con, "SELECT article_id AS id FROM articles ORDER BY 1")])


def touched(con: Connection, day: dt.date) -> Ids:
    """The ids of the pages that the night of ``day`` may have changed: those of its articles, of events that arrived or changed in it, and of who is in them."""
    found = rows(
        con,
        f"""WITH moments AS (
                SELECT article_id, fetched_at AS moment FROM articles
                UNION ALL
                SELECT r.article_id, e.moment FROM (SELECT entity_id, arrived_at AS moment FROM arrivals UNION ALL SELECT entity_id, changed_at FROM changes) e
                JOIN (SELECT meeting_id AS entity_id, article_id FROM meeting_reports UNION SELECT pledge_id, article_id FROM pledge_reports) r USING (entity_id))
            SELECT DISTINCT article_id AS id FROM moments m ASOF JOIN {_NIGHT} n ON m.moment <= n.finished_at WHERE n.day = ? ORDER BY 1""",
        day,
    )
    return _with_parties(con, [r["id"] for r in found])


def _with_parties(con: Connection, articles: list[str]) -> Ids:
    """The articles, the events that they tell, and who takes part in those."""

    def ids(query: str, *parameters: Any) -> list[str]:
        return [r["id"] for r in rows(con, f"SELECT DISTINCT id FROM ({query}) WHERE id IS NOT NULL ORDER BY 1", *parameters)]

    meetings = ids("SELECT meeting_id AS id FROM meeting_reports WHERE article_id IN (SELECT unnest(?::VARCHAR[]))", articles)
    pledges = ids("SELECT pledge_id AS id FROM pledge_reports WHERE article_id IN (SELECT unnest(?::VARCHAR[]))", articles)
    people = ids("SELECT person_id AS id FROM participants WHERE meeting_id IN (SELECT unnest(?::VARCHAR[]))", meetings)
    actors = ids(
        """SELECT actor_id AS id FROM participants WHERE meeting_id IN (SELECT unnest(?::VARCHAR[]))
           UNION SELECT actor_id FROM pledge_parties WHERE pledge_id IN (SELECT unnest(?::VARCHAR[]))""",
        meetings, pledges,
    )  # fmt: skip
    return {"articles": articles, "meetings": meetings, "pledges": pledges, "people": people, "actors": actors}


def write_pages(con: Connection, folder: Path, ids: Ids) -> int:
    """Write the pages of ``ids`` below ``folder`` and the search page over all; give how many pages were written."""
    makers = {"articles": _articles, "meetings": _meetings, "pledges": _pledges, "people": _people, "actors": _actors}
    written = 1
    for kind, make in makers.items():
        for start in range(0, len(ids[kind]), BATCH):
            for page_id, text in make(con, ids[kind][start : start + BATCH]):
                if re.fullmatch(r"[\w.-]+", page_id):  # an id is made by this project; one that is no file name has no page
                    put(folder / kind / f"{page_id}.html", text)
                    written += 1
    for merge in rows(con, "SELECT old_id, new_id, entity FROM merges WHERE entity IN ('meeting', 'pledge')"):  # an address once given stays valid
        put(folder / f"{merge['entity']}s" / f"{merge['old_id']}.html", render("moved.html", root="../../", **merge))
    put(folder / "index.html", render("search.html", root="../", index=search_index(con)))
    return written


def _reports(con: Connection, entity: str, key: str, ids: list[str]) -> list[Row]:
    return rows(
        con,
        f"""SELECT r.*, a.source_id, a.title, a.url, a.published_at, a.duplicate_of FROM {entity}_reports r JOIN articles a USING (article_id)
            WHERE r.{key} IN (SELECT unnest(?::VARCHAR[])) ORDER BY a.published_at NULLS LAST, r.article_id, r.start_char""",
        ids,
    )


def _articles(con: Connection, ids: list[str]) -> Iterator[tuple[str, str]]:
    meetings, pledges = grouped(_reports(con, "meeting", "article_id", ids), "article_id"), grouped(_reports(con, "pledge", "article_id", ids), "article_id")
    people = grouped(rows(con, "SELECT DISTINCT * FROM participant_reports WHERE article_id IN (SELECT unnest(?::VARCHAR[])) ORDER BY start_char", ids), "article_id")
    for article in rows(con, "SELECT * FROM articles WHERE article_id IN (SELECT unnest(?::VARCHAR[]))", ids):
        key = article["article_id"]
        found = [("meeting", r["meeting_report_id"], r) for r in meetings.get(key, [])] + [("pledge", r["pledge_report_id"], r) for r in pledges.get(key, [])]
        found += [("participant", None, r) for r in people.get(key, [])]
        yield key, render(
            "article.html", root="../../", article=article, meetings=meetings.get(key, []), pledges=pledges.get(key, []), participants=people.get(key, []),
            segments=segments(article["text"], found),
        )  # fmt: skip


def _meetings(con: Connection, ids: list[str]) -> Iterator[tuple[str, str]]:
    groups, reports = participants(con, ids), grouped(_reports(con, "meeting", "meeting_id", ids), "meeting_id")
    said = grouped(rows(con, "SELECT * FROM participant_reports WHERE meeting_report_id IN (SELECT meeting_report_id FROM meeting_reports WHERE meeting_id IN (SELECT unnest(?::VARCHAR[]))) ORDER BY start_char", ids), "meeting_report_id")
    conflicts = grouped(rows(con, "SELECT * FROM meeting_conflicts WHERE meeting_id IN (SELECT unnest(?::VARCHAR[])) ORDER BY column_name, n_articles DESC, value", ids), "meeting_id")
    changes = _changes(con, ids)
    for meeting in rows(con, f"{MEETINGS} WHERE m.meeting_id IN (SELECT unnest(?::VARCHAR[]))", ids):
        key = meeting["meeting_id"]
        yield key, render(
            "meeting.html", root="../../", meeting=meeting, group=groups.get(key, []), reports=reports.get(key, []), said=said,
            conflicts=conflicts.get(key, []), changes=changes.get(key, []),
        )  # fmt: skip


def _pledges(con: Connection, ids: list[str]) -> Iterator[tuple[str, str]]:
    groups, reports, changes = parties(con, ids), grouped(_reports(con, "pledge", "pledge_id", ids), "pledge_id"), _changes(con, ids)
    for pledge in rows(con, "SELECT * FROM pledges WHERE pledge_id IN (SELECT unnest(?::VARCHAR[]))", ids):
        key = pledge["pledge_id"]
        yield key, render("pledge.html", root="../../", pledge=pledge, group=groups.get(key, []), reports=reports.get(key, []), changes=changes.get(key, []))


def _changes(con: Connection, ids: list[str]) -> dict[str, list[Row]]:
    return grouped(rows(con, "SELECT * FROM changes WHERE entity_id IN (SELECT unnest(?::VARCHAR[])) ORDER BY changed_at, column_name", ids), "entity_id")


def _people(con: Connection, ids: list[str]) -> Iterator[tuple[str, str]]:
    yield from _timelines(con, "person", rows(con, "SELECT person_id AS id, * FROM people WHERE person_id IN (SELECT unnest(?::VARCHAR[]))", ids))


def _actors(con: Connection, ids: list[str]) -> Iterator[tuple[str, str]]:
    yield from _timelines(con, "actor", rows(con, "SELECT actor_id AS id, * FROM actors WHERE actor_id IN (SELECT unnest(?::VARCHAR[]))", ids))


def _timelines(con: Connection, entity: str, found: list[Row]) -> Iterator[tuple[str, str]]:
    """Pages of people or actors: their meetings and, for actors, pledges, the latest first."""
    ids = [r["id"] for r in found]
    meetings = grouped(
        rows(
            con,
            f"""SELECT DISTINCT w.{entity}_id AS id, m.* FROM ({MEETINGS}) m JOIN participants w USING (meeting_id) WHERE w.{entity}_id IN (SELECT unnest(?::VARCHAR[]))
                QUALIFY dense_rank() OVER (PARTITION BY w.{entity}_id ORDER BY coalesce(m.start_date, m.first_reported_at::DATE) DESC, m.meeting_id) <= {TIMELINE}
                ORDER BY coalesce(m.start_date, m.first_reported_at::DATE) DESC, m.meeting_id""",
            ids,
        ),
        "id",
    )
    pledges: dict[str, list[Row]] = {}
    if entity == "actor":
        pledges = grouped(
            rows(
                con,
                f"""SELECT DISTINCT w.actor_id AS id, p.* FROM pledges p JOIN pledge_parties w USING (pledge_id) WHERE w.actor_id IN (SELECT unnest(?::VARCHAR[]))
                    QUALIFY dense_rank() OVER (PARTITION BY w.actor_id ORDER BY p.announced_date DESC NULLS LAST, p.pledge_id) <= {TIMELINE}
                    ORDER BY p.announced_date DESC NULLS LAST, p.pledge_id""",
                ids,
            ),
            "id",
        )
    groups = participants(con, sorted({m["meeting_id"] for some in meetings.values() for m in some}))
    given = parties(con, sorted({p["pledge_id"] for some in pledges.values() for p in some}))
    for row in found:
        yield row["id"], render("timeline.html", root="../../", who=row, meetings=meetings.get(row["id"], []), pledges=pledges.get(row["id"], []), groups=groups, given=given)
