"""mahdar summary: what the published warehouse holds, as small tables that fit 80 columns."""

from __future__ import annotations

from pathlib import Path

import click
import duckdb

from extract.cli.options import data_option, published_file
from extract.settings import Settings, load_settings


@click.command(help="Show the latest meetings and pledges of the published warehouse.")
@data_option
def command(data: Path | None) -> None:
    show(load_settings(data))


def show(settings: Settings) -> None:
    """Print counts, the latest meetings and pledges, and what to try next."""
    from rich.console import Console
    from rich.table import Table

    console = Console(width=80) if not click.get_text_stream("stdout").isatty() else Console()
    with duckdb.connect(str(published_file(settings)), read_only=True) as con:
        counts = con.execute(
            """SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM meetings), (SELECT count(*) FROM participants),
                      (SELECT count(*) FROM pledges), (SELECT count(*) FROM quarantine)"""
        ).fetchone()
        assert counts is not None
        meetings = con.execute(
            """SELECT coalesce(start_date::VARCHAR, '?'), status, coalesce(city, country_code, ''),
                      (SELECT string_agg(coalesce(p.person_name_en, p.person_name_ar, p.actor_name_en, p.actor_name_ar), ', ' ORDER BY p.confidence DESC, p.person_name_ar)
                       FROM participants p WHERE p.meeting_id = m.meeting_id), n_sources
               FROM meetings m ORDER BY n_sources DESC, confidence DESC, start_date DESC LIMIT 12"""
        ).fetchall()
        pledges = con.execute(
            """SELECT status, coalesce((SELECT string_agg(coalesce(q.actor_name_en, q.actor_name_ar), ', ' ORDER BY q.actor_name_en) FROM pledge_parties q
                                WHERE q.pledge_id = p.pledge_id AND q.role = 'pledger'), ''),
                      coalesce((SELECT string_agg(coalesce(q.actor_name_en, q.actor_name_ar), ', ' ORDER BY q.actor_name_en) FROM pledge_parties q
                                WHERE q.pledge_id = p.pledge_id AND q.role = 'recipient'), ''),
                      kind, CASE WHEN amount IS NOT NULL THEN format('{:,.0f} {}', amount, coalesce(currency, '?'))
                                 WHEN quantity IS NOT NULL THEN format('{:,.0f} × {}', quantity, unit) ELSE '' END
               FROM pledges p ORDER BY amount_usd DESC NULLS LAST, confidence DESC LIMIT 10"""
        ).fetchall()
    console.print(f"\n{counts[0]:,} articles · {counts[1]:,} meetings · {counts[2]:,} participants · {counts[3]:,} pledges · {counts[4]:,} in quarantine\n")
    table = Table("date", "status", "place", "who", "sources", title="Meetings", title_justify="left")
    for date, status, place, who, n in meetings:
        table.add_row(date, status, place, _short(who or "", 60), str(n))
    console.print(table)
    table = Table("status", "who", "to", "what", "how much", title="Pledges", title_justify="left")
    for row in pledges:
        table.add_row(row[0], _short(row[1], 24), _short(row[2], 16), row[3], row[4])
    console.print(table)
    console.print(
        "\nNext:\n  .venv/bin/mahdar sql \"select * from meetings_between('UA', 'NATO')\"\n"
        "  make sql        a read-only SQL shell\n  make ui         Airflow, the nightly DAG scheduled\n  .venv/bin/mahdar --help",
        highlight=False, markup=False,
    )  # fmt: skip


def _short(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
