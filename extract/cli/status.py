"""mahdar status: the last nights, what was published, what failed."""

from __future__ import annotations

from pathlib import Path

import click

from extract import glance
from extract.cli.options import data_option
from extract.settings import load_settings


@click.command(help="Show the last runs, failed expectations, freshness of the sources and what is in quarantine.")
@data_option
def command(data: Path | None) -> None:
    settings = load_settings(data)
    runs = glance.recent_runs(settings)
    if not runs:
        raise click.ClickException(f"no run in {settings.data} yet: run `mahdar run` first")
    for run in runs:
        ended = f"{run['finished_at']:%Y-%m-%d %H:%M}" if run["finished_at"] else "—"
        click.echo(f"{run['run_id']}  {run['status']:9}  {ended}  {run['message'][:100]}")
        for result in glance.quality(run["folder"]):
            if not result["success"]:
                click.echo(f"    {result['severity']}: {result['message'][:160]}")
    published = glance.published(settings)
    if published["at"]:
        click.echo(f"published {published['at']:%Y-%m-%d %H:%M} UTC")
        for row in published["freshness"]:
            click.echo(f"  {row['source_id'] or '?':20} {row['articles']:>7,} articles, last fetched {row['fetched_at']:%Y-%m-%d %H:%M}")
        click.echo("quarantine: " + (", ".join(f"{r['reason']} {r['n']}" for r in published["quarantine"]) or "empty"))
