"""mahdar ingest: take files into the inbox."""

from __future__ import annotations

from pathlib import Path

import click

from extract.cli.options import data_option
from extract.settings import load_settings


@click.command(help="Take files or folders into the inbox, which every run reads: .jsonl(.gz) .warc(.gz) .txt .html .xml (a saved feed).")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--source", default="inbox", show_default=True, help="Name of the source that the files come from.")
@data_option
def command(paths: tuple[Path, ...], source: str, data: Path | None) -> None:
    from extract.pipeline import check_data_folder
    from extract.sources.inbox import ingest

    settings = load_settings(data)
    check_data_folder(settings)
    taken = ingest(list(paths), source, settings)
    click.echo(f"{len(taken)} file(s) in {settings.inbox / source}; read them with: mahdar run --sources none --data {settings.data}")
