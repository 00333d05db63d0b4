"""mahdar requeue: what is in quarantine is read once more."""

from __future__ import annotations

from pathlib import Path

import click

from extract.cli.options import data_option, parse_day
from extract.settings import load_settings


@click.command(help="Read again what is in quarantine, after what stopped it was mended, and publish what passes now.")
@click.option("--step", type=click.Choice(["clean", "extract", "check"]), help="Only what this step put aside.")
@click.option("--reason", help="Only what was put aside for this reason: the name of an expectation, or what `mahdar status` tells.")
@data_option
def command(step: str | None, reason: str | None, data: Path | None) -> None:
    from extract.quarantine import requeue

    settings = load_settings(data)
    try:
        result = requeue(settings, parse_day(None), step=step, reason=reason, tell=lambda name: click.echo(name, err=True))
    except LookupError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{result['read']} record(s) read again: {result['mended']} mended and published, {result['still_aside']} still in quarantine")
    if result["of_the_fetch"]:
        click.echo(f"{result['of_the_fetch']} entries of the fetch name no record; the next night fetches them again")
