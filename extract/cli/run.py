"""mahdar run: all steps of a night in this process."""

from __future__ import annotations

import time
from pathlib import Path

import click

from extract.cli.options import data_option, parse_day
from extract.settings import load_settings


@click.command(help="Run a night in this process, without Airflow: fetch, clean, extract, load, build, check, publish.")
@click.option("--sources", help="sources.yml to read, or 'none' for the inbox alone (MAHDAR_SOURCES, ./sources.yml).")
@data_option
@click.option("--day", help="The night's day, YYYY-MM-DD (today).")
@click.option("--quiet", is_flag=True, help="No progress and no summary.")
def command(sources: str | None, data: Path | None, day: str | None, quiet: bool) -> None:
    from extract.cli.summary import show
    from extract.pipeline import run_night

    settings = load_settings(data, sources)
    chosen = parse_day(day)
    started = time.monotonic()

    def tell(step: str) -> None:
        if not quiet:
            click.echo(f"[{time.monotonic() - started:6.1f} s] {step}", err=True)

    result = run_night(settings, chosen, tell=tell)
    if not quiet:
        fetched = result["counts"]["fetch"]
        if fetched["failed_sources"]:
            click.echo(f"sources that failed: {', '.join(fetched['failed_sources'])} (see the table quarantine)", err=True)
        click.echo(f"[{time.monotonic() - started:6.1f} s] published {settings.published}", err=True)
        show(settings)
