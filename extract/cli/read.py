"""mahdar read: what one text says of meetings and pledges."""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
from pathlib import Path

import click

from extract.cli.options import parse_day


@click.command(help="Read one text (a file, or - for standard input) and print the meetings and pledges found in it.")
@click.argument("file", type=click.File("r", encoding="utf-8"))
@click.option("--published", help="The day of publication, YYYY-MM-DD: relative dates need it.")
def command(file: click.utils.LazyFile, published: str | None) -> None:
    from extract.events import read_article
    from extract.lexicon import load_lexicon
    from extract.settings import PROJECT

    text = file.read()
    day = dt.datetime.combine(parse_day(published), dt.time()) if published else None
    lexicon = load_lexicon(PROJECT / "seeds", Path(tempfile.gettempdir()) / "mahdar-cache")
    article = {"article_id": "read", "content_sha256": "", "text": text, "title": None, "published_at": day}
    found = read_article(article, lexicon)
    for m in found["meeting_reports"]:
        place = m["city"] or m["country_code"] or "?"
        click.echo(f"meeting  {m['kind']} · {m['status']} · {m['start_date'] or '?'} · {place}   [{m['rule']}, {m['confidence']}]")
        for p in found["participant_reports"]:
            if p["meeting_report_id"] == m["meeting_report_id"]:
                click.echo(f"  {p['person_name_ar'] or p['role_ar'] or p['actor_name_ar']} · {p['role'] or '-'} · {p['actor_id'] or p['actor_name_ar'] or '?'}")
        if m["series"]:
            click.echo(f"  series: {m['series']}{', ' + str(m['ordinal']) if m['ordinal'] else ''}")
        for topic in m["topics_ar"]:
            click.echo(f"  about: {topic}")
        if m["outcome_ar"]:
            click.echo(f"  outcome: {m['outcome_ar']}")
        click.echo(f"  «{m['quote']}»")
    for p in found["pledge_reports"]:
        sides = [f"{q['role']} {q['actor_id'] or q['actor_name_ar']}" for q in found["pledge_report_parties"] if q["pledge_report_id"] == p["pledge_report_id"]]
        amount = f"{p['amount']:,.0f} {p['currency'] or '?'}" if p["amount"] else f"{p['quantity']:,.0f} {p['unit']}" if p["quantity"] else ""
        click.echo(f"pledge   {p['kind']} · {p['status']} · {amount} · {', '.join(sides)}   [{p['rule']}, {p['confidence']}]")
        if p["item_ar"]:
            click.echo(f"  item: {p['item_ar']}")
        click.echo(f"  «{p['quote']}»")
    if not found["meeting_reports"] and not found["pledge_reports"]:
        click.echo("no meeting and no pledge found", err=True)
        sys.exit(0)
