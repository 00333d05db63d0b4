"""mahdar export: the published tables as Parquet or CSV files."""

from __future__ import annotations

from pathlib import Path

import click
import duckdb

from extract.cli.options import data_option, published_file
from extract.publish import TABLES
from extract.settings import load_settings


@click.command(help="Write every published table into FOLDER, one file a table.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--format", "shape", type=click.Choice(["parquet", "csv"]), default="parquet", show_default=True)
@data_option
def command(folder: Path, shape: str, data: Path | None) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    options = "FORMAT parquet" if shape == "parquet" else "FORMAT csv, HEADER"
    with duckdb.connect(str(published_file(load_settings(data))), read_only=True) as con:
        for table in TABLES:
            target = str(folder / f"{table}.{shape}").replace("'", "''")
            con.execute(f"COPY {table} TO '{target}' ({options})")
    click.echo(f"{len(TABLES)} tables in {folder}")
