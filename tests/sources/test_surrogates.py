"""Halves of surrogate pairs in an address or an id: JSON can carry them, and one must not end a whole source."""

from __future__ import annotations

import datetime as dt

from extract.sources import raw

NOW = dt.datetime(2026, 11, 20)


def test_a_record_and_a_refusal_can_be_written() -> None:
    row = raw.record("s", "https://news.example/\ud800", "objects/aa/a", b"x", "record", NOW, "run", external_id="\udfff1")
    assert (row["url"], row["external_id"]) == ("https://news.example/?", "?1")
    refused = raw.quarantine_row("fetch", "no_text", "no text in \ud800", "drop#\ud800", "run", NOW)
    assert "?" in refused["detail"] and refused["address"] == "drop#?"
