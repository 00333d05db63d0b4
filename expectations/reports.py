"""What is expected of the reports that were read out of the articles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from expectations.frames import Frame

_EVIDENCE = """SELECT r.{key}, substr(a.text, r.start_char + 1, r.end_char - r.start_char) = r.quote AS quote_in_text,
                      r.confidence, {more}
               FROM {table} r JOIN articles a USING (article_id, content_sha256)"""

MEETINGS = Frame(
    "meeting_reports",
    _EVIDENCE.format(
        key="meeting_report_id", table="meeting_reports",
        more="""coalesce(r.end_date >= r.start_date, true) AS ends_after_start,
                NOT coalesce(r.status = 'held' AND r.date_precision = 'day'
                             AND r.start_date > a.published_at::DATE + 1, false) AS held_before_told""",
    ),
    key="meeting_report_id",
)  # fmt: skip
PLEDGES = Frame(
    "pledge_reports",
    _EVIDENCE.format(
        key="pledge_report_id", table="pledge_reports",
        more="""coalesce(r.amount, 1) AS amount, coalesce(r.amount_max >= r.amount, true) AS range_in_order""",
    ),
    key="pledge_report_id",
)  # fmt: skip
NIGHT = Frame(
    "night",
    """SELECT 'tonight' AS night,
              (SELECT count(*) FROM meeting_reports) AS n_meetings,
              (SELECT count(*) FROM articles) AS n_articles,
              coalesce((SELECT avg((n > 0)::INT) FROM (
                  SELECT count(p.meeting_report_id) AS n FROM meeting_reports m
                  LEFT JOIN participant_reports p USING (meeting_report_id) GROUP BY m.meeting_report_id)), 1)
                  AS share_with_participants""",
    key="night",
    batched=False,
)


def suite() -> Iterator[tuple[Frame, list[Any]]]:
    """Frames with their expectations."""
    import great_expectations.expectations as gxe

    def is_true(column: str, name: str, severity: str, notes: str) -> Any:
        return gxe.ExpectColumnValuesToBeInSet(
            column=column, value_set=[True], severity=severity, notes=notes, meta={"name": name}
        )

    evidence = "The quote is not what the text says at its offsets: a reader could not trace the row."
    yield MEETINGS, [
        is_true("quote_in_text", "meeting_quote_in_text", "critical", evidence),
        is_true("ends_after_start", "meeting_ends_after_start", "critical", "A meeting cannot end before it starts."),
        is_true("held_before_told", "meeting_held_before_told", "warning",
                "A meeting told as held lies after the article's publication: its status or its date is wrong."),
        gxe.ExpectColumnValuesToBeBetween(
            column="confidence", min_value=0, max_value=1, severity="critical", meta={"name": "meeting_confidence"},
            notes="A confidence is a share between 0 and 1."),
    ]  # fmt: skip
    yield PLEDGES, [
        is_true("quote_in_text", "pledge_quote_in_text", "critical", evidence),
        is_true("range_in_order", "pledge_range_in_order", "critical", "The upper bound of an amount is below its lower."),
        gxe.ExpectColumnValuesToBeBetween(
            column="amount", min_value=0, strict_min=True, severity="critical", meta={"name": "pledge_amount_positive"},
            notes="Nobody pledges nothing or less: the amount was misread."),
    ]  # fmt: skip
    yield NIGHT, [
        gxe.ExpectColumnValuesToBeBetween(
            column="share_with_participants", min_value=0.6, severity="warning",
            meta={"name": "meetings_with_participants"},
            notes="Most meetings name a party; where fewer do, the names are not being read."),
    ]  # fmt: skip
