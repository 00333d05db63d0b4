"""What is expected of the bytes as received."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from expectations.frames import Frame

RECORDS = Frame(
    "records",
    """SELECT raw_id, source_id, n_bytes, length(sha256) AS sha256_length, coalesce(status, 200) AS status,
              date_diff('second', fetched_at, now()::TIMESTAMP) AS age_seconds
       FROM raw_records""",
    key="raw_id",
)


def suite() -> Iterator[tuple[Frame, list[Any]]]:
    """Frames with their expectations."""
    import great_expectations.expectations as gxe

    yield RECORDS, [
        gxe.ExpectColumnValuesToBeBetween(
            column="n_bytes", min_value=1, severity="critical", meta={"name": "record_has_bytes"},
            notes="A record without bytes holds no article and should have been quarantined by the fetch."),
        gxe.ExpectColumnValuesToBeBetween(
            column="sha256_length", min_value=64, max_value=64, severity="critical",
            meta={"name": "record_has_checksum"},
            notes="Raw objects are found by the SHA-256 of their bytes; a record without it cannot be replayed."),
        gxe.ExpectColumnValuesToBeBetween(
            column="status", min_value=200, max_value=299, severity="warning", meta={"name": "record_status_ok"},
            notes="A page answered with an error status is an error page, not an article."),
        gxe.ExpectColumnValuesToBeBetween(
            column="age_seconds", min_value=-300, severity="warning", meta={"name": "record_not_from_future"},
            notes="A record fetched in the future means that this machine's clock went backwards."),
    ]  # fmt: skip
