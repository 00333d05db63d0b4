"""What a run does, as lines of JSON on standard error, for a log collector; off unless ``MAHDAR_LOG=json``."""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from extract.settings import json_logs


def event(run_id: str, step: str, status: str, **fields: Any) -> None:
    """One line: when, which run, which step, started | ended | failed | late, and what else is told (counts, source, seconds)."""
    if json_logs():
        now = dt.datetime.now(dt.timezone.utc).isoformat(timespec="milliseconds")
        line = {"at": now, "run_id": run_id, "step": step, "status": status, **fields}
        print(json.dumps(line, ensure_ascii=False, default=str), file=sys.stderr, flush=True)


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
