"""Runs the suite of one step with Great Expectations and keeps what it found."""

from __future__ import annotations

import datetime as dt
import importlib
import logging
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from expectations.frames import Frame, batches, connect
from extract.contracts import QUALITY_RESULTS

if TYPE_CHECKING:
    from extract.settings import Settings

SUITES = ("raw", "articles", "reports", "marts")
SAMPLE_ROWS = 5


class CheckFailed(Exception):
    """A critical expectation failed: nothing of this run may be published."""


@dataclass(frozen=True)
class SuiteResult:
    """What a suite found. ``rows`` are the rows of ``quality_results``; ``success`` is False where a critical one failed."""

    suite: str
    success: bool
    rows: list[dict[str, Any]]
    path: Path
    failing: list[str] = field(default_factory=list)

    def raise_if_critical(self) -> None:
        """Raise ``CheckFailed`` with the messages of the failed critical expectations."""
        if not self.success:
            raise CheckFailed(f"suite {self.suite}: " + " · ".join(self.failing))


def run_suite(step: str, settings: Settings, run_id: str) -> SuiteResult:
    """Run the suite of ``step`` (raw | articles | reports | marts) over what ``run_id`` wrote.

    Writes ``quality_results-<step>.parquet`` into the run's folder and returns the results.
    """
    if step not in SUITES:
        raise ValueError(f"no suite {step!r}: one of {', '.join(SUITES)}")
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "False")
    gx = importlib.import_module("great_expectations")
    logging.getLogger("great_expectations").setLevel(logging.WARNING)
    module = importlib.import_module(f"expectations.{step}")
    run_folder = settings.run_folder(run_id)
    con = connect(run_folder, settings.warehouse if step == "marts" else None, settings.published)
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False, "metric_calculations": False}
    source = context.data_sources.add_pandas("step")
    checked_at = dt.datetime.now(dt.timezone.utc).replace(tzinfo=None)
    rows: list[dict[str, Any]] = []
    try:
        for frame, expectations in module.suite():
            definition = source.add_dataframe_asset(frame.name).add_batch_definition_whole_dataframe("batch")
            suite = gx.ExpectationSuite(name=f"{step}.{frame.name}", expectations=list(expectations))
            found = [_validate(definition, suite, frame, data) for data in batches(con, frame)]
            rows += [_row(step, run_id, checked_at, parts) for parts in zip(*found, strict=True)]
    finally:
        con.close()
    path = run_folder / f"quality_results-{step}.parquet"
    pq.write_table(pa.Table.from_pylist(rows, schema=QUALITY_RESULTS), path)
    failing = [r["message"] for r in rows if not r["success"] and r["severity"] == "critical"]
    return SuiteResult(step, not failing, rows, path, failing)


def _validate(definition: Any, suite: Any, frame: Frame, data: Any) -> list[Any]:
    """The suite's results over one batch, in the order of its expectations."""
    if frame.batched and not len(data):
        data = data.astype(object)
    batch = definition.get_batch({"dataframe": data})
    result = batch.validate(
        suite,
        result_format={
            "result_format": "SUMMARY",
            "partial_unexpected_count": SAMPLE_ROWS,
            "unexpected_index_column_names": [frame.key],
        },
    )
    order = {e.id: i for i, e in enumerate(suite.expectations)}
    return sorted(result.results, key=lambda r: order[r.expectation_config.id])


def _row(step: str, run_id: str, checked_at: dt.datetime, parts: Iterable[Any]) -> dict[str, Any]:
    """One row of ``quality_results`` out of one expectation's results over all batches."""
    parts = list(parts)
    config = parts[0].expectation_config
    broken = [p for p in parts if p.exception_info and _raised(p.exception_info)]
    n_rows = sum(int(p.result.get("element_count") or 0) for p in parts)
    n_failing = sum(int(p.result.get("unexpected_count") or 0) for p in parts)
    samples = [
        str(s[key])
        for p in parts
        for s in p.result.get("partial_unexpected_index_list") or []
        for key in p.result.get("unexpected_index_column_names") or []
    ][:SAMPLE_ROWS]
    mostly = config.kwargs.get("mostly", 1.0) or 1.0
    if n_rows:  # judged over all batches together, as `mostly` means it
        success = not broken and n_failing <= (1 - mostly) * n_rows
        observed = f"{n_failing} of {n_rows} rows"
    else:
        success = not broken and all(p.success for p in parts)
        observed = str(parts[-1].result.get("observed_value", ""))
    severity = getattr(config.severity, "value", config.severity) or "critical"
    name = config.meta["name"]
    meaning = config.notes if isinstance(config.notes, str) else " ".join(config.notes or [])
    expected = ", ".join(f"{k} {v}" for k, v in config.kwargs.items() if k not in ("batch_id", "column") and v is not None)
    message = "" if success else f"{name}: {meaning} Observed {observed}" + (f", expected {expected}" if expected else "")
    if samples and not success:
        message += f"; rows {', '.join(samples)}"
    if broken:
        message += f"; the check itself failed: {broken[0].exception_info}"
    return {
        "run_id": run_id, "suite": step, "expectation": name, "column_name": config.kwargs.get("column"),
        "severity": str(severity), "success": bool(success), "observed": observed, "expected": expected,
        "n_rows": n_rows, "n_failing": n_failing, "sample_ids": samples, "meaning": meaning, "message": message,
        "checked_at": checked_at,
    }  # fmt: skip


def _raised(info: dict[str, Any]) -> bool:
    """Whether an expectation's exception record says that the check itself broke."""
    if "raised_exception" in info:
        return bool(info["raised_exception"])
    return any(isinstance(v, dict) and v.get("raised_exception") for v in info.values())
