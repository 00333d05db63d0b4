"""What is expected of the warehouse before it is published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from expectations.frames import Frame

MEETINGS = Frame(
    "meetings",
    """SELECT m.meeting_id, m.status, m.n_sources, m.n_articles, m.n_sources <= m.n_articles AS sources_within_articles,
              coalesce(m.end_date >= m.start_date, true) AS ends_after_start,
              m.status <> 'held' OR coalesce(m.start_date <= m.last_reported_at::DATE + 1, true) AS held_before_told
       FROM warehouse.main.meetings m""",
    key="meeting_id",
)
COUNTS = Frame(
    "counts",
    """SELECT 'warehouse' AS warehouse,
              (SELECT count(*) FROM warehouse.main.articles) AS n_articles,
              (SELECT count(*) FROM warehouse.main.meeting_reports r
               LEFT JOIN warehouse.main.meetings m USING (meeting_id) WHERE m.meeting_id IS NULL) AS reports_without_meeting,
              (SELECT count(*) FROM warehouse.main.pledge_reports r
               LEFT JOIN warehouse.main.pledges p USING (pledge_id) WHERE p.pledge_id IS NULL) AS reports_without_pledge""",
    key="warehouse",
    batched=False,
)


def suite() -> Iterator[tuple[Frame, list[Any]]]:
    """Frames with their expectations."""
    import great_expectations.expectations as gxe

    def is_true(column: str, name: str, severity: str, notes: str) -> Any:
        return gxe.ExpectColumnValuesToBeInSet(
            column=column, value_set=[True], severity=severity, notes=notes, meta={"name": name}
        )

    def is_zero(column: str, name: str, notes: str) -> Any:
        return gxe.ExpectColumnValuesToBeInSet(
            column=column, value_set=[0], severity="critical", notes=notes, meta={"name": name}
        )

    yield MEETINGS, [
        is_true("sources_within_articles", "sources_within_articles", "critical",
                "More independent sources than articles: the consolidation counts twice."),
        is_true("ends_after_start", "consolidated_meeting_ends_after_start", "critical",
                "A meeting cannot end before it starts: two events were merged into one."),
        is_true("held_before_told", "consolidated_meeting_held_before_told", "warning",
                "A meeting is held on a day after the last article about it."),
    ]  # fmt: skip
    yield COUNTS, [
        is_zero("reports_without_meeting", "every_report_has_its_meeting", "A report was lost on the way to its event."),
        is_zero("reports_without_pledge", "every_report_has_its_pledge", "A report was lost on the way to its pledge."),
    ]
