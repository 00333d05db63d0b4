"""How a suite declares an expectation: what must hold, how grave it is where it does not, why, and what to do then."""

from __future__ import annotations

from typing import Any


def expect(kind: str, name: str, severity: str, meaning: str, reason: str, todo: str, **arguments: Any) -> Any:
    """An expectation of the library: ``kind`` is its class, ``arguments`` go to it.

    ``meaning`` says what holds, ``reason`` why it matters, ``todo`` what the person on call does; each a sentence.
    ``severity`` is critical (the rows go aside; where the check is of a whole step, nothing is published) or warning.
    """
    import great_expectations.expectations as gxe

    return getattr(gxe, kind)(severity=severity, description=f"{name}: {meaning} {reason}", meta=_told(name, meaning, reason, todo), **arguments)


def holds(column: str, name: str, severity: str, meaning: str, reason: str, todo: str, *, mostly: float = 1) -> Any:
    """The true-or-false ``column`` is true, in at least the share ``mostly`` of the rows."""
    return expect("ExpectColumnValuesToBeInSet", name, severity, meaning, reason, todo, column=column, value_set=[True], mostly=mostly)


def usual(name: str, figure: str, meaning: str, reason: str, todo: str) -> Any:
    """The figure of each subject of a frame of ``history.usual_frame`` is within its usual range; always a warning."""
    from great_expectations.expectations.metadata_types import FailureSeverity

    from expectations.usual import ExpectFigureToBeUsual

    return ExpectFigureToBeUsual(figure=figure, severity=FailureSeverity.WARNING, meta=_told(name, meaning, reason, todo))


def _told(name: str, meaning: str, reason: str, todo: str) -> dict[str, str]:
    return {"name": name, "meaning": meaning, "reason": reason, "todo": todo}
