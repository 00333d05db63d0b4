"""mahdar rebuild: the whole warehouse again from the raw store."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from extract.cli.options import data_option
from extract.settings import load_settings


@click.command(help="Make the whole warehouse again from the raw store alone: clean, extract, load, build, publish.")
@data_option
def command(data: Path | None) -> None:
    from extract.pipeline import rebuild

    settings = load_settings(data, "none")
    result = rebuild(settings, dt.datetime.now(dt.timezone.utc).date(), tell=lambda s: click.echo(s, err=True))
    click.echo(f"rebuilt {settings.published} from {result['counts']['fetch']['records']:,} raw records")
