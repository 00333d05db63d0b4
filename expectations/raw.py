"""What is expected of the bytes as received."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from expectations.declare import expect, holds, usual
from expectations.frames import Frame
from expectations.history import usual_frame

RECORDS = Frame(
    "records",
    """SELECT raw_id, n_bytes, sha256, coalesce(status, 200) AS status, fetched_at <= getvariable('now') + INTERVAL 5 MINUTE AS not_from_future,
              source_id || ' ' || coalesce(url, object_path, '') || coalesce('#' || part, '') AS shows
       FROM raw_records""",
    key="raw_id",
    table="raw_records",
)
# Many pages with the very same bytes are no pages: a consent wall, a login, «too many requests».
PAGES = Frame(
    "pages",
    """SELECT source_id, max(n) / sum(n) AS share_of_commonest, arg_max(shows, n) AS shows
       FROM (SELECT source_id, sha256, count(DISTINCT url) AS n, array_to_string(min(raw_id, 5), ', ') AS shows
             FROM raw_records WHERE url IS NOT NULL GROUP BY ALL)
       GROUP BY source_id HAVING sum(n) >= 10 ORDER BY source_id""",
    key="source_id",
    batched=False,
)
SOURCES = Frame(
    "sources",
    """SELECT s.source_id, q.detail IS NULL AS answered, q.detail AS shows
       FROM (SELECT source_id FROM raw_records UNION SELECT source_id FROM quarantine WHERE step = 'fetch') AS s
       LEFT JOIN (SELECT source_id, any_value(detail) AS detail FROM quarantine WHERE reason = 'source_failed' GROUP BY 1) AS q USING (source_id)
       ORDER BY s.source_id""",
    key="source_id",
    batched=False,
)
COUNTS = usual_frame(
    "source_gives_usual_count",
    "count",
    "SELECT source_id AS subject, count(*) AS value, count(*) AS n, array_to_string(min(raw_id, 5), ', ') AS rows FROM raw_records GROUP BY 1",
)
SIZES = usual_frame(
    "source_gives_usual_size",
    "size",
    """SELECT source_id AS subject, median(n_bytes) AS value, count(*) AS n, array_to_string(min(raw_id, 5), ', ') AS rows
       FROM raw_records GROUP BY 1 HAVING count(*) >= 10""",
)
REFUSALS = usual_frame(
    "source_gives_usual_refusals",
    "share",
    """SELECT source_id AS subject, avg(refused) AS value, count(*) AS n, coalesce(array_to_string(min(id, 5) FILTER (refused = 1), ', '), '') AS rows
       FROM (SELECT source_id, 1 AS refused, quarantine_id AS id FROM quarantine WHERE step = 'fetch' AND reason <> 'source_failed'
             UNION ALL SELECT source_id, 0, raw_id FROM raw_records)
       GROUP BY 1 HAVING count(*) >= 10""",
)


def suite() -> Iterator[tuple[Frame, list[Any]]]:
    """Frames with their expectations."""
    yield RECORDS, [
        expect("ExpectColumnValuesToBeBetween", "record_has_bytes", "critical",
               "A record has at least one byte.", "What is empty holds no article, and the fetch should have refused it.",
               "Open the address; if the source really answers with nothing, switch it off in sources.yml.", column="n_bytes", min_value=1),
        expect("ExpectColumnValuesToMatchRegex", "record_has_checksum", "critical",
               "A record names its bytes by their SHA-256.", "Without it the bytes cannot be found again, and the night not repeated.",
               "The fetch of this source writes wrong rows: run its tests.", column="sha256", regex="^[0-9a-f]{64}$"),
        expect("ExpectColumnValuesToBeBetween", "record_status_ok", "warning",
               "A page was answered with a status of 200 to 299.", "The body of an error is an error page, not an article.",
               "Open the address; slow the source down in sources.yml if it says «too many requests».", column="status", min_value=200, max_value=299),
        holds("not_from_future", "record_not_from_future", "warning",
              "A record was not fetched after now.", "This machine's clock has gone back; every age and relative date is then wrong.",
              "Set the clock (timedatectl), then run the night again."),
    ]  # fmt: skip
    yield PAGES, [
        expect("ExpectColumnValuesToBeBetween", "source_pages_differ", "warning",
               "At most half of a source's pages have the same bytes.", "A consent wall, a login or an error stands where the articles were.",
               "Open one of the pages in a browser; the source needs another address or a longer delay.",
               column="share_of_commonest", max_value=0.5),
    ]  # fmt: skip
    yield SOURCES, [
        holds("answered", "source_answers", "warning", "A source answers.", "A night without a source is published without what it told.",
              "Open its address; a source that has moved needs a new url in sources.yml. The next night catches up."),
    ]  # fmt: skip
    yield COUNTS, [
        usual("source_gives_usual_count", "records of a source", "A source gives about as many records as usual.",
              "A source that is silent, short or doubled has changed its site or its feed.",
              "Compare its page in a browser with the records of the run."),
    ]  # fmt: skip
    yield SIZES, [
        usual("source_gives_usual_size", "median bytes a record of a source", "A source's records are about as long as usual.",
              "Stubs instead of articles, or whole pages instead of their bodies, change the size first.",
              "Open one of the records with `mahdar explain` or in the raw store."),
    ]  # fmt: skip
    yield REFUSALS, [
        usual("source_gives_usual_refusals", "share of a source's inputs that could not be read", "About as many of a source's inputs as usual can be read.",
              "A changed format is refused line by line, without failing the source.", "Look at the quarantine's reasons: `mahdar status`."),
    ]  # fmt: skip
