"""mahdar bulletin: the page, feed and calendar of a night."""

from __future__ import annotations

from pathlib import Path

import click

from extract.cli.options import data_option, parse_day, published_file
from extract.settings import load_settings


@click.command(help="Write the bulletin of a night, its feed, its calendar of planned meetings and the evidence pages that it links to.")
@click.option("--day", help="The night's day, YYYY-MM-DD (the latest night).")
@data_option
def command(day: str | None, data: Path | None) -> None:
    from extract.bulletin import write_bulletin

    settings = load_settings(data)
    published_file(settings)
    made = write_bulletin(settings, parse_day(day) if day else None)
    click.echo(f"{made['meetings']} new meetings, {made['pledges']} new pledges, {made['changes']} changes; {made['pages']} evidence pages")
    click.echo(made["page"])
