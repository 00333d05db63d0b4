"""mahdar sql: a query on the published warehouse, read-only."""

from __future__ import annotations

import csv
import json
import os
import sys
from pathlib import Path

import click
import duckdb
from rich.console import Console

from extract.cli.options import data_option, published_file
from extract.cli.table import show
from extract.settings import load_settings


@click.command(help="Query the published warehouse, read-only. Without a query DuckDB's own shell opens on it.")
@click.argument("query", required=False)
@click.option("--format", "shape", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@click.option("--limit", default=200, show_default=True, help="Rows shown in a table; csv and json have all.")
@click.option("--visual", is_flag=True, envvar="MAHDAR_VISUAL", help="Join and reorder Arabic letters, for a terminal that does not (MAHDAR_VISUAL=1).")
@data_option
def command(query: str | None, shape: str, limit: int, visual: bool, data: Path | None) -> None:
    path = published_file(load_settings(data))
    if query is None:
        _shell(path)
    try:
        with duckdb.connect(str(path), read_only=True) as con:
            cursor = con.execute(query or "")
            names = [d[0] for d in cursor.description or []]
            rows = cursor.fetchall()
    except duckdb.Error as error:
        raise click.ClickException(f"{error}\nTables: mahdar sql \"show tables\" · columns: mahdar sql \"describe meetings\"") from error
    if shape == "json":
        click.echo(json.dumps([dict(zip(names, r, strict=True)) for r in rows], ensure_ascii=False, indent=1, default=str))
    elif shape == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(names)
        writer.writerows(rows)
    else:
        console = Console()
        show(names, rows[:limit], console, visual=visual)
        if len(rows) > limit:
            console.print(f"{limit} of {len(rows):,} rows; all with --format csv")


def _shell(path: Path) -> None:
    """DuckDB's own CLI on the published file, with a word on what is in it."""
    init = Path(__file__).parent / "shell.sql"
    cli = Path(sys.executable).parent / "duckdb"
    if not cli.exists():
        raise click.ClickException(f"DuckDB's shell is not at {cli}: run make env")
    os.execv(str(cli), ["duckdb", "-readonly", "-init", str(init), str(path)])
