"""What one expectation found over all batches of its frame: its row of ``quality_results`` and its message in plain words."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from expectations.frames import Frame

if TYPE_CHECKING:
    import pandas as pd

SAMPLE_ROWS = 5


@dataclass
class Found:
    """One expectation's results, added up batch by batch. ``config`` is Great Expectations' configuration of it."""

    config: Any
    frame: Frame
    n_rows: int = 0
    n_failing: int = 0
    failing: list[str] = field(default_factory=list)  # keys of all failing rows where they may go aside, else of some
    samples: list[dict[str, Any]] = field(default_factory=list)
    figures: dict[str, float] = field(default_factory=dict)  # subject → value, of a figure with a history
    broken: str = ""

    @property
    def name(self) -> str:
        return str(self.config.meta["name"])

    @property
    def severity(self) -> str:
        return str(getattr(self.config.severity, "value", self.config.severity))

    @property
    def success(self) -> bool:
        """Judged over all batches together, as ``mostly`` means it."""
        allowed = (1 - (self.config.kwargs.get("mostly") or 1)) * self.n_rows
        return not self.broken and self.n_failing <= allowed + 1e-9

    def add(self, result: Any, data: pd.DataFrame) -> None:
        """Take in the results of one batch ``data``."""
        info = result.exception_info or {}
        raised = [i for i in (info, *info.values()) if isinstance(i, dict) and i.get("raised_exception")]
        if raised:
            self.broken = str(raised[0].get("exception_message") or raised[0])
            return
        self.n_rows += int(result.result.get("element_count") or 0)
        self.n_failing += int(result.result.get("unexpected_count") or 0)
        key = self.frame.key
        keys = [str(row[key]) for row in result.result.get("unexpected_index_list") or result.result.get("partial_unexpected_index_list") or []]
        self.failing += keys if self.frame.table else keys[:SAMPLE_ROWS]
        if keys and len(self.samples) < SAMPLE_ROWS:
            rows = data[data[key].isin(keys[:SAMPLE_ROWS])].to_dict("records")
            self.samples = (self.samples + rows)[:SAMPLE_ROWS]
        if "figure" in self.config.kwargs:
            self.figures |= {str(s): round(float(v), 4) for s, v in zip(data[key], data["value"], strict=True)}

    def row(self) -> dict[str, Any]:
        """The columns of ``quality_results`` but those of the run."""
        kwargs = self.config.kwargs
        observed = json.dumps(self.figures, ensure_ascii=False) if "figure" in kwargs else f"{self.n_failing} of {self.n_rows} rows"
        hidden = ("batch_id", "column", "column_list", "ignore_row_if", "figure")
        expected = ", ".join(f"{k} {v}" for k, v in kwargs.items() if k not in hidden and v is not None) or "within the usual range"
        return {
            "expectation": self.name, "column_name": kwargs.get("column") or kwargs.get("figure"), "severity": self.severity,
            "success": self.success, "observed": observed, "expected": expected, "n_rows": self.n_rows, "n_failing": self.n_failing,
            "sample_ids": [str(s[self.frame.key]) for s in self.samples], "meaning": self.config.meta["meaning"], "message": self.message(),
        }  # fmt: skip

    def message(self) -> str:
        """What failed, in which rows, why it matters and what to do; empty where nothing failed."""
        if self.success:
            return ""
        meta = self.config.meta
        if self.broken:
            return f"{self.name}: the check itself failed: {self.broken}"
        said = "; ".join(self.shown())
        if "figure" not in self.config.kwargs:
            said = f"{self.n_failing} of {self.n_rows} rows do not pass: {said}"
        return f"{self.name}: {said}. {meta['meaning']} {meta['reason']} {meta['todo']}"

    def shown(self) -> list[str]:
        """The sample rows for a person: key and what the row says; of a figure, what is unusual."""
        if "figure" in self.config.kwargs:
            return [unusual(self.config.kwargs["figure"], s) for s in self.samples]
        return [f"{s[self.frame.key]} ({' '.join(str(s['shows']).split())})" if s.get("shows") else str(s[self.frame.key]) for s in self.samples]


def unusual(figure: str, sample: dict[str, Any]) -> str:
    """A figure out of its usual range, as a sentence: «records of a source alarabiya: 0 tonight, usually 34 to 61 …»."""
    value, low, high = (float(sample[k]) for k in ("value", "low", "high"))
    how = "it has gone silent" if value == 0 else "it is short" if value < low else "it has more than doubled" if value > 2 * float(sample["mid"]) else "it is high"
    rows = f"; rows {sample['shows']}" if sample.get("shows") else ""
    return f"{figure} {sample['subject']}: {value:.4g} tonight, usually {low:.3g} to {high:.3g} (median {sample['mid']:.3g} of {sample['nights']:.0f} nights): {how}{rows}"
