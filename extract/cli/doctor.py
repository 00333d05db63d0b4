"""mahdar doctor: what is missing or misconfigured, and the command that mends it."""

from __future__ import annotations

import importlib.util
import shutil
import stat
import sys
from pathlib import Path

import click

from extract import machine_code
from extract.cli.options import data_option
from extract.settings import PROJECT, Settings, load_settings, timezone


@click.command(help="Check the installation, the settings and the data folder; exit status 1 where something is wrong.")
@data_option
def command(data: Path | None) -> None:
    settings = load_settings(data)
    problems = find_problems(settings)
    for problem in problems:
        click.echo(f"✗ {problem}")
    if problems:
        sys.exit(1)
    form = "as machine code" if machine_code.found() else "as Python, which is slower (make compile)"
    click.echo(f"✓ Python, packages, lexicon, morphology, sources, data folder: all in order; language modules run {form}")


def find_problems(settings: Settings) -> list[str]:
    """Each problem in a sentence with the command that mends it."""
    from extract.analyzer import check
    from extract.fuller_morphology import BadMorphology, fuller_database, users_folder
    from extract.pipeline import check_data_folder
    from extract.sources.config import BadSources, read_sources

    out = []
    if not (3, 11) <= sys.version_info[:2] < (3, 13):
        out.append(f"Python {sys.version_info.major}.{sys.version_info.minor} is not supported: make env PYTHON=python3.11")
    for package in ("duckdb", "dbt", "airflow", "great_expectations", "camel_tools", "trafilatura", "rensa"):
        if importlib.util.find_spec(package) is None:
            out.append(f"the package {package} is missing: make env")
    try:
        check_data_folder(settings)
        out += check(settings.seeds / "lexicon.csv", settings.cache)
        free = shutil.disk_usage(settings.data).free
        if free < 1_000_000_000:
            out.append(f"only {free // 1_000_000:,} MB are free in {settings.data}: remove old runs from {settings.data / 'runs'}")
    except OSError as error:
        out.append(str(error))
    try:
        read_sources(settings.sources)
    except BadSources as error:
        out.append(str(error))
    try:
        timezone()
    except ValueError as error:
        out.append(str(error))
    secrets = PROJECT / ".env"
    if secrets.exists() and secrets.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH):
        out.append(f"{secrets} can be read by others: chmod 600 {secrets}")
    try:
        fuller_database(users_folder())
    except BadMorphology as error:
        out.append(str(error))
    return out
