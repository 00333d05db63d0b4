"""mahdar explain: the articles behind a row, their spans marked, the rule for each."""

from __future__ import annotations

from pathlib import Path

import click
import duckdb

from extract.cli.options import data_option, published_file
from extract.settings import load_settings


@click.command(help="Print the articles behind MEETING_ID or PLEDGE_ID with the evidence marked 【 】 and the rule that made each report.")
@click.argument("event_id")
@data_option
def command(event_id: str, data: Path | None) -> None:
    with duckdb.connect(str(published_file(load_settings(data))), read_only=True) as con:
        row = con.execute("SELECT new_id FROM merges WHERE old_id = ?", [event_id]).fetchone()
        if row:
            click.echo(f"{event_id} was merged into {row[0]}\n")
            event_id = row[0]
        table = "meeting" if event_id.startswith("mtg-") else "pledge"
        reports = con.execute(
            f"""SELECT r.{table}_report_id, a.source_id, a.title, a.published_at, a.url, a.text, r.start_char, r.end_char, r.rule, r.confidence, r.status
                FROM {table}_reports r JOIN articles a USING (article_id) WHERE r.{table}_id = ? ORDER BY a.published_at""",
            [event_id],
        ).fetchall()
        if not reports:
            raise click.ClickException(f"no meeting or pledge has the id {event_id}: ids are in the tables meetings and pledges")
        for report_id, source, title, published, url, text, start, end, rule, confidence, status in reports:
            click.echo(f"{report_id} · {source} · {published or 'no date'} · {title or ''} {url or ''}")
            click.echo(f"  {status}, rule {rule}, confidence {confidence}")
            if table == "meeting":
                for who in con.execute("SELECT coalesce(person_name_ar, role_ar, actor_name_ar), role, actor_id, rule, quote FROM participant_reports WHERE meeting_report_id = ?", [report_id]).fetchall():
                    click.echo(f"  {who[0]} · {who[1] or '-'} · {who[2] or '?'} (rule {who[3]}, «{who[4]}»)")
            click.echo(text[:start] + "【" + text[start:end] + "】" + text[end:] + "\n")
