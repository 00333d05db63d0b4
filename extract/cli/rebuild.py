"""mahdar rebuild: the warehouse again from the raw store."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from extract.cli.options import data_option, parse_day
from extract.settings import load_settings


@click.command(help="Make the warehouse again from the raw store alone: clean, extract, load, build, publish.")
@click.option("--since", help="Only what was received on this day, YYYY-MM-DD, or later.")
@click.option("--until", help="Only what was received on this day, YYYY-MM-DD, or before.")
@data_option
def command(since: str | None, until: str | None, data: Path | None) -> None:
    from extract.pipeline import rebuild

    settings = load_settings(data, "none")
    first, last = parse_day(since) if since else None, parse_day(until) if until else None
    today = dt.datetime.now(dt.timezone.utc).date()
    result = rebuild(settings, today, since=first, until=last, tell=lambda s: click.echo(s, err=True))
    click.echo(f"rebuilt {settings.published} from {result['counts']['fetch']['records']:,} raw records")
