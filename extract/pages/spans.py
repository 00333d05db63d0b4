"""Cutting an article's text at the borders of its spans, which may overlap. Pure."""

from __future__ import annotations

from typing import Any

Span = tuple[str, str | None, dict[str, Any]]  # kind, report id, a report with start_char, end_char, rule, confidence


def segments(text: str, spans: list[Span]) -> list[dict[str, Any]]:
    """The text as consecutive pieces: ``text``, ``kind`` of the shortest span over it (None outside of all), ``tip`` with rule and
    confidence of each span over it, and ``ids`` of the reports that begin here. Spans outside of the text are left out."""
    inside = [(kind, key, r) for kind, key, r in spans if r["start_char"] is not None and 0 <= r["start_char"] < r["end_char"] <= len(text)]
    borders = sorted({0, len(text)} | {b for _, _, r in inside for b in (r["start_char"], r["end_char"])})
    out: list[dict[str, Any]] = []
    begun: set[str] = set()
    for start, end in zip(borders, borders[1:], strict=False):
        over = sorted((s for s in inside if s[2]["start_char"] <= start and s[2]["end_char"] >= end), key=lambda s: (s[2]["end_char"] - s[2]["start_char"], s[0]))
        ids = [key for _, key, r in over if key and r["start_char"] == start and key not in begun]
        begun.update(ids)
        tips = dict.fromkeys(f"{kind}: {r['rule']}, {round(100 * r['confidence'])}%" for kind, _, r in over)
        out.append({"text": text[start:end], "kind": over[0][0] if over else None, "tip": " · ".join(tips), "ids": ids})
    return out
