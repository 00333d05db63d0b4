"""mahdar status: the last nights, what was published, what failed and what to do."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import click

from extract import glance
from extract.cli.options import data_option
from extract.settings import load_settings

LATE = dt.timedelta(days=2)  # a source that gave nothing for longer, while others did, is named


@click.command(help="Show the last runs, failed expectations, freshness of the sources and what is in quarantine.")
@data_option
def command(data: Path | None) -> None:
    settings = load_settings(data)
    runs = glance.recent_runs(settings)
    if not runs:
        raise click.ClickException(f"no run in {settings.data} yet: run `mahdar run` first")
    for run in runs[:-1]:
        failed = [r for r in glance.quality(run["folder"]) if not r["success"]]
        click.echo(_line(run) + f"  {run['message'].splitlines()[0][:80] if run['message'] else ''}" + _counted(failed))
    _last(runs[-1])
    published = glance.published(settings)
    if not published["at"]:
        return
    click.echo(f"published {published['at']:%Y-%m-%d %H:%M} UTC")
    newest = max((row["fetched_at"] for row in published["freshness"]), default=None)
    for row in published["freshness"]:
        silent = newest and newest - row["fetched_at"] > LATE
        click.echo(
            f"  {row['source_id'] or '?':20} {row['articles']:>7,} articles, last fetched {row['fetched_at']:%Y-%m-%d %H:%M}"
            + (f"  ← nothing for {(newest - row['fetched_at']).days} days" if silent else "")
        )
    reasons = ", ".join(f"{r['reason']} {r['n']}" for r in published["quarantine"])
    click.echo(f"quarantine: {reasons}; once mended: mahdar requeue" if reasons else "quarantine: empty")


def _line(run: dict[str, Any]) -> str:
    ended = f"{run['finished_at']:%Y-%m-%d %H:%M}" if run["finished_at"] else "—"
    return f"{run['run_id']}  {run['status']:9}  {ended}"


def _counted(failed: list[dict[str, Any]]) -> str:
    return f"  ({len(failed)} expectations failed)" if failed else ""


def _last(run: dict[str, Any]) -> None:
    """The last run in full: what failed with its rows, and where to look."""
    click.echo(_line(run))
    for line in (run["message"] or "").splitlines():
        click.echo(f"    {line}")
    failed = [r for r in glance.quality(run["folder"]) if not r["success"] and r["message"] not in (run["message"] or "")]
    for result in failed:
        click.echo(f"    {result['severity']} ({result['suite']}): {result['message']}")
    if run["status"] == "failed":
        click.echo(f"    nothing of it was published; its rows: {run['folder']}; what to do: docs/when-a-night-fails.md")
