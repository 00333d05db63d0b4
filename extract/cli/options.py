"""Options that several commands share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from extract.settings import Settings


def data_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """--data DIR, else MAHDAR_DATA, else ./data."""
    return click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="Data folder (MAHDAR_DATA, ./data).")(function)


def parse_day(value: str | None) -> dt.date:
    """A day given as YYYY-MM-DD; today (UTC) for None. Raises click.BadParameter for what is no date."""
    if value is None:
        return dt.datetime.now(dt.timezone.utc).date()
    try:
        return dt.date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no date: write it as YYYY-MM-DD", param_hint="--day") from error


def published_file(settings: Settings) -> Path:
    """The published warehouse; raises click.ClickException with the way to one where there is none."""
    if not settings.published.exists():
        raise click.ClickException(f"nothing is published in {settings.data} yet: run `mahdar run` (or `make run`) first")
    return settings.published
