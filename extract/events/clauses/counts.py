"""Counts of days that are from something else: «بعد شهر | من زيارته», «بعد خمسة أيام فقط | على القمة»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document, TimeExpression

FROM: Final = (" من ", " على ", " فقط من ", " فقط على ")  # behind a count of days
_WORDS: Final = frozenset(("من", "علي"))
_ONLY: Final = 6  # characters between the count and that word, «فقط» among them


def count_to(document: Document, i: int) -> TimeExpression | None:
    """The count of days before or after what stands at token ``i``: «بعد أسبوع» of «بعد أسبوع من | زيارته»; None where none is told."""
    if i == 0 or document.norms[i - 1] not in _WORDS:
        return None
    end = document.tokens[i - 1].start
    time = next((t for t in document.times if end - _ONLY <= t.end < end), None)
    counts = time is not None and time.text.startswith(("بعد", "قبل")) and document.text[time.end : end].strip() in ("", "فقط")
    return time if counts else None
