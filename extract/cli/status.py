"""mahdar status: the last nights, what was published, what failed."""

from __future__ import annotations

from pathlib import Path

import click
import duckdb
import pyarrow.parquet as pq

from extract.cli.options import data_option
from extract.settings import load_settings


@click.command(help="Show the last runs, failed expectations and what is in quarantine.")
@data_option
def command(data: Path | None) -> None:
    settings = load_settings(data)
    runs = sorted((settings.data / "runs").glob("*/runs.parquet"), key=lambda p: p.stat().st_mtime)[-7:]
    if not runs:
        raise click.ClickException(f"no run in {settings.data} yet: run `mahdar run` first")
    for path in runs:
        row = pq.read_table(path).to_pylist()[0]
        click.echo(f"{row['run_id']}  {row['status']:9}  {row['finished_at']:%Y-%m-%d %H:%M}  {row['message'][:100]}")
        for results in sorted(path.parent.glob("quality_results-*.parquet")):
            for r in pq.read_table(results).to_pylist():
                if not r["success"]:
                    click.echo(f"    {r['severity']}: {r['message'][:160]}")
    if settings.published.exists():
        with duckdb.connect(str(settings.published), read_only=True) as con:
            click.echo("quarantine: " + (", ".join(f"{r[0]} {r[1]}" for r in con.execute("SELECT reason, count(*) FROM quarantine GROUP BY 1 ORDER BY 2 DESC").fetchall()) or "empty"))
