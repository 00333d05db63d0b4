"""mahdar evaluate: the published warehouse against gold annotation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
import duckdb

from extract.cli.options import data_option, published_file
from extract.settings import load_settings


@click.command(help="Score the published warehouse against the gold annotation of a folder (tests/gold/README.md).")
@click.argument("gold_folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--errors", is_flag=True, help="Print each miss and each false alarm.")
@click.option("--json", "as_json", is_flag=True)
@data_option
def command(gold_folder: Path, errors: bool, as_json: bool, data: Path | None) -> None:
    from extract.evaluate import evaluate, from_rows

    with duckdb.connect(str(published_file(load_settings(data))), read_only=True) as con:

        def rows(table: str) -> list[dict[str, Any]]:
            cursor = con.execute(f"SELECT * FROM {table}")
            names = [d[0] for d in cursor.description]
            return [dict(zip(names, r, strict=True)) for r in cursor.fetchall()]

        articles = from_rows(*map(rows, ("articles", "meeting_reports", "participant_reports", "pledge_reports", "pledge_report_parties")))
    result = evaluate(gold_folder, articles)
    if as_json:
        click.echo(json.dumps(result, ensure_ascii=False, indent=1))
        return
    show(result)
    if errors:
        click.echo("\n" + "\n".join(result["errors"]))


def show(result: dict[str, Any]) -> None:
    """Print the scores as tables of 80 columns."""
    click.echo(f"{result['articles']} articles of gold" + (f", {len(result['missing'])} not in the warehouse: {', '.join(result['missing'][:8])}" if result["missing"] else ""))
    click.echo(f"{'':14}{'precision':>10}{'recall':>10}{'F1':>10}{'right':>8}{'false':>8}{'missed':>8}")
    for name, s in result["tables"].items():
        click.echo(f"{name:14}{s['precision']:10.3f}{s['recall']:10.3f}{s['f1']:10.3f}{s['right']:8}{s['false']:8}{s['missed']:8}")
    for name, s in result["fields"].items():
        click.echo(f"{name:22}{s['share']:.3f} of {s['n']}")
    click.echo("right by confidence: " + " · ".join(f"{b} → {s['share']:.2f} of {s['n']}" for b, s in result["calibration"].items()))
