"""What a run does, as lines of JSON on standard error, for a log collector; off unless ``MAHDAR_LOG=json``."""

from __future__ import annotations

import datetime as dt
import json
import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from extract.settings import json_logs


def event(run_id: str, step: str, status: str, **fields: Any) -> None:
    """One line: when, which run, which step, started | ended | failed | late | finding, and what else is told (counts, source, seconds)."""
    if json_logs():
        now = dt.datetime.now(dt.timezone.utc).isoformat(timespec="milliseconds")
        line = {"at": now, "run_id": run_id, "step": step, "status": status, **fields}
        print(json.dumps(line, ensure_ascii=False, default=str), file=sys.stderr, flush=True)


def finding(row: dict[str, Any]) -> None:
    """An expectation that failed (a row of quality_results): a line of JSON, or else a record of the standard log, which Airflow
    shows with the task."""
    if json_logs():
        event(row["run_id"], f"check {row['suite']}", "finding", expectation=row["expectation"], severity=row["severity"], message=row["message"])
    else:
        level = logging.ERROR if row["severity"] == "critical" else logging.WARNING
        logging.getLogger(__name__).log(level, "%s: %s", row["severity"], row["message"])


@contextmanager
def step(run_id: str, name: str, *of: str) -> Iterator[dict[str, Any]]:
    """Tell the start of a step and its end with what the caller puts into the dictionary, or its failure. ``of``: a batch, a source."""
    more = {"of": list(of)} if of else {}
    event(run_id, name, "started", **more)
    started, ended = time.monotonic(), {}  # type: tuple[float, dict[str, Any]]
    try:
        yield ended
    except Exception as error:
        event(run_id, name, "failed", **more, seconds=round(time.monotonic() - started, 3), error=f"{type(error).__name__}: {error}")
        raise
    event(run_id, name, "ended", **more, seconds=round(time.monotonic() - started, 3), **ended)
