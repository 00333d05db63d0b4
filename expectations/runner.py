"""Runs the suite of one step with Great Expectations and keeps what it found."""

from __future__ import annotations

import datetime as dt
import functools
import importlib
import logging
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from expectations import frames, history
from expectations.results import SAMPLE_ROWS, Found
from extract.contracts import QUALITY_RESULTS

if TYPE_CHECKING:
    from extract.settings import Settings

SUITES = ("raw", "articles", "reports", "marts")
# Rows that fail a critical expectation go aside and the night goes on, unless they are so many that the step is broken.
ASIDE_ROWS, ASIDE_SHARE = 20, 0.25
REPLAY = "raw_records-replay.parquet"  # a rebuild or a requeue: no night, so neither judged by history nor part of it
log = logging.getLogger(__name__)


class CheckFailed(Exception):
    """A critical expectation failed: nothing of this run may be published."""


@dataclass(frozen=True)
class SuiteResult:
    """What a suite found. ``rows`` are the rows of ``quality_results``; ``failing`` the messages that stop the night;
    ``aside`` the rows to put into quarantine: table, key, expectation, why."""

    suite: str
    rows: list[dict[str, Any]]
    path: Path
    failing: list[str] = field(default_factory=list)
    aside: list[dict[str, str]] = field(default_factory=list)

    @property
    def success(self) -> bool:
        return not self.failing

    def raise_if_critical(self) -> None:
        """Raise ``CheckFailed``, which tells which expectations failed, where their rows are and what to do."""
        if self.failing:
            raise CheckFailed(
                f"suite {self.suite}: {len(self.failing)} critical expectation(s) failed; nothing of this run is published, "
                f"the warehouse published before stays.\n" + "\n".join(f"- {m}" for m in self.failing) + f"\nRows: {self.path.parent} "
                f"(select * from '{self.path}' for all results). More: docs/when-a-night-fails.md"
            )  # fmt: skip


def run_suite(step: str, settings: Settings, run_id: str, now: dt.datetime | None = None) -> SuiteResult:
    """Run the suite of ``step`` (raw | articles | reports | marts) over what ``run_id`` wrote.

    Writes ``quality_results-<step>.parquet`` into the run's folder and the step's page below ``docs/quality``; returns the
    results. ``now`` (UTC) is the clock, for tests.
    """
    if step not in SUITES:
        raise ValueError(f"no suite {step!r}: one of {', '.join(SUITES)}")
    run_folder = settings.run_folder(run_id)
    checked_at = now or dt.datetime.now(dt.timezone.utc).replace(tzinfo=None)
    con = frames.connect(run_folder, settings.work_folder(run_id) / ".spill", settings.reach_store, settings.attach_warehouse if step == "marts" else None, settings.published)
    try:
        frames.prepare(con, checked_at)
        history.learn(con, run_id)
        found = evaluate(con, step, figures=not (run_folder / REPLAY).exists())
    finally:
        con.close()
    rows = [{"run_id": run_id, "suite": step, "checked_at": checked_at} | f.row() for f in found]
    path = run_folder / f"quality_results-{step}.parquet"
    with path.open("wb") as file:
        pq.write_table(pa.Table.from_pylist(rows, schema=QUALITY_RESULTS), file)
    from expectations import docs

    try:
        docs.write(settings.docs / "quality", step, run_id, checked_at, found)
    except Exception:  # the pages are for reading; a page that cannot be drawn must not keep a good night from being published
        log.exception("the quality page of suite %s of %s could not be written; its results are in %s", step, run_id, path)
    stopping = [f for f in found if stops(f)]
    aside = [
        {"table": f.frame.table or "", "key": key, "expectation": f.name, "why": f"{f.config.meta['meaning']} {f.config.meta['reason']} {f.config.meta['todo']}"}
        for f in found if f.severity == "critical" and not f.success and f not in stopping for key in f.failing
    ]  # fmt: skip
    return SuiteResult(step, rows, path, [f.message() for f in stopping], aside)


def stops(found: Found) -> bool:
    """Whether a failure stops the night: a critical one of a whole step, or of more rows than may go aside."""
    if found.success or found.severity != "critical":
        return False
    return found.frame.table is None or bool(found.broken) or found.n_failing > max(ASIDE_ROWS, ASIDE_SHARE * found.n_rows)


def evaluate(con: duckdb.DuckDBPyConnection, step: str, *, figures: bool = True) -> list[Found]:
    """What each expectation of a suite finds through ``con``; without ``figures`` those with a history are left out."""
    validate = _validator()
    out: list[Found] = []
    for frame, expectations in importlib.import_module(f"expectations.{step}").suite():
        judged = [e for e in expectations if figures or not hasattr(e, "figure")]
        if not judged:
            continue
        found: list[Found] = []
        for data in frames.batches(con, frame):
            results = validate(frame, judged, data)
            found = found or [Found(r.expectation_config, frame) for r in results]
            for one, result in zip(found, results, strict=True):
                one.add(result, data)
        out += found
    return out


@functools.cache
def _validator() -> Callable[[frames.Frame, list[Any], Any], list[Any]]:
    """A function of frame, expectations and DataFrame that gives a result for each expectation, in their order.

    Great Expectations is imported here, a matter of seconds, and kept quiet: no analytics, progress bars or INFO lines.
    """
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "False")
    gx = importlib.import_module("great_expectations")
    for name in ("great_expectations", "great_expectations.data_context.types.base"):  # the library sets its levels on import
        logging.getLogger(name).setLevel(logging.WARNING)
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False, "metric_calculations": False}
    rows = context.data_sources.add_pandas("step").add_dataframe_asset("rows").add_batch_definition_whole_dataframe("all")

    def validate(frame: frames.Frame, expectations: list[Any], data: Any) -> list[Any]:
        if not len(data):
            data = data.astype(object)  # an empty frame has no types that the library could compare
        batch = rows.get_batch({"dataframe": data})
        suite = gx.ExpectationSuite(name=frame.name, expectations=list(expectations))
        result_format = {
            "result_format": "COMPLETE" if frame.table else "SUMMARY", "partial_unexpected_count": SAMPLE_ROWS,
            "unexpected_index_column_names": [frame.key],
        }  # fmt: skip
        order = {e.id: i for i, e in enumerate(suite.expectations)}
        return sorted(batch.validate(suite, result_format=result_format).results, key=lambda r: order[r.expectation_config.id])

    return validate
