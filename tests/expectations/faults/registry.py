"""Registering kinds of broken data: each breaks an otherwise good night in one way and names the expectation that has to catch it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.expectations.nights import Rows

Fault = tuple[str, str, str, Callable[[Rows], None]]
FAULTS: list[Fault] = []


def fault(step: str, expectation: str, severity: str = "warning") -> Callable[[Callable[[Rows], None]], Callable[[Rows], None]]:
    """Register a fault: the suite and the expectation that catches it, and how grave it is."""

    def register(breaks: Callable[[Rows], None]) -> Callable[[Rows], None]:
        FAULTS.append((step, expectation, severity, breaks))
        return breaks

    return register


def of(rows: list[dict[str, Any]], source: str) -> list[dict[str, Any]]:
    """The rows of one source."""
    return [r for r in rows if r["source_id"] == source]

