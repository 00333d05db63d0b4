"""mahdar pages: the evidence pages of the whole published warehouse."""

from __future__ import annotations

from pathlib import Path

import click
import duckdb

from extract.cli.options import data_option, published_file
from extract.settings import load_settings


@click.command(help="Write all evidence pages (articles, meetings, pledges, people, actors) and the page that searches them.")
@data_option
def command(data: Path | None) -> None:
    from extract.pages.evidence import everything, write_pages

    settings = load_settings(data)
    with duckdb.connect(str(published_file(settings)), read_only=True) as con:
        written = write_pages(con, settings.docs / "pages", everything(con))
    click.echo(f"{written} pages; start with {settings.docs / 'pages' / 'index.html'}")
