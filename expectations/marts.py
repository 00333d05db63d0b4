"""What is expected of the warehouse before it is published: of the whole by counts, row by row of what is not published yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from expectations.declare import expect, holds
from expectations.frames import UNACCOUNTED, Frame

MEETINGS = Frame(
    "meetings",
    """SELECT m.meeting_id, m.n_articles, coalesce(m.name_ar, '') || ' ' || coalesce(m.start_date::VARCHAR, '') AS shows,
              m.n_sources <= m.n_articles AS sources_within_articles,
              coalesce(m.end_date >= m.start_date, true) AS ends_after_start,
              coalesce(r.spread <= 10, true) AS reports_agree,
              m.kind NOT IN ('bilateral', 'call') OR coalesce(p.n <= 25, true) AS of_a_size
       FROM warehouse.main.meetings AS m
       LEFT JOIN (SELECT meeting_id, max(start_date) - min(start_date) AS spread FROM warehouse.main.meeting_reports
                  WHERE date_precision = 'day' AND meeting_id IN (FROM unpublished_meetings) GROUP BY 1) AS r USING (meeting_id)
       LEFT JOIN (SELECT meeting_id, count(*) AS n FROM warehouse.main.participants WHERE meeting_id IN (FROM unpublished_meetings) GROUP BY 1) AS p USING (meeting_id)
       WHERE m.meeting_id IN (FROM unpublished_meetings)""",
    key="meeting_id",
)
HELD = Frame(
    "held meetings",
    """SELECT 'the warehouse' AS warehouse, coalesce(avg(told_after::INT), 1) AS told_after,
              array_to_string(min(meeting_id, 5) FILTER (NOT told_after), ', ') AS shows
       FROM (SELECT meeting_id, coalesce(start_date <= last_reported_at::DATE + 1, true) OR status <> 'held' AS told_after FROM warehouse.main.meetings)""",
    key="warehouse",
    batched=False,
)
PEOPLE = Frame(
    "people",
    """SELECT p.person_id || ' ' || m.start_date AS person_day, count(DISTINCT p.actor_id) AS n_states,
              array_to_string(list_sort(list_distinct(list(p.actor_id))), ', ') || ': ' || array_to_string(min(p.meeting_id, 5), ', ') AS shows
       FROM warehouse.main.participants AS p JOIN warehouse.main.meetings AS m USING (meeting_id)
       WHERE m.date_precision = 'day' AND p.person_id IS NOT NULL AND length(p.actor_id) = 2 AND p.actor_id NOT IN ('EU', 'UN', 'G7')
             AND (p.person_id, m.start_date) IN (SELECT (person_id, start_date) FROM warehouse.main.participants JOIN warehouse.main.meetings USING (meeting_id)
                                                 WHERE meeting_id IN (FROM unpublished_meetings))
       GROUP BY p.person_id, m.start_date""",
    key="person_day",
)
# A donor is measured by its own record: the third-largest pledge of others than this one, so that a single misread amount
# does not hide the next; who has given fewer than four times has no record.
PLEDGES = Frame(
    "pledges",
    """WITH given AS (SELECT p.pledge_id, p.amount_usd, g.actor_id FROM warehouse.main.pledges AS p
                      JOIN (SELECT DISTINCT pledge_id, actor_id FROM warehouse.main.pledge_parties WHERE role = 'pledger' AND actor_id IS NOT NULL) AS g USING (pledge_id)
                      WHERE p.amount_usd IS NOT NULL),
            record AS (SELECT g.pledge_id, max(g.amount_usd / o.third) AS factor, any_value(g.actor_id) AS actor_id
                       FROM given AS g JOIN (SELECT actor_id, list_min(max(amount_usd, 3)) AS third FROM given GROUP BY 1 HAVING count(*) >= 4) AS o USING (actor_id)
                       WHERE g.pledge_id IN (FROM unpublished_pledges) GROUP BY 1)
       SELECT p.pledge_id, coalesce(r.factor, 0) AS times_record, p.amount IS NULL OR p.currency IS NULL OR p.amount_usd IS NOT NULL AS has_usd, p.amount_usd,
              coalesce(r.actor_id || ' ', '') || coalesce(p.item_ar, '') || ' ' || coalesce(p.amount::VARCHAR, '') || ' ' || coalesce(p.currency, '') AS shows
       FROM warehouse.main.pledges AS p LEFT JOIN record AS r USING (pledge_id) WHERE p.pledge_id IN (FROM unpublished_pledges)""",
    key="pledge_id",
)
COUNTS = Frame(
    "counts",
    """SELECT 'the warehouse' AS warehouse,
              (SELECT count(*) FROM warehouse.main.meeting_reports AS r
               LEFT JOIN warehouse.main.meetings AS m USING (meeting_id) WHERE m.meeting_id IS NULL) AS reports_without_meeting,
              (SELECT count(*) FROM warehouse.main.pledge_reports AS r
               LEFT JOIN warehouse.main.pledges AS p USING (pledge_id) WHERE p.pledge_id IS NULL) AS reports_without_pledge,
              (SELECT count(*) FROM warehouse.main.articles) / greatest(1, (SELECT count(*) FROM past_articles)) AS articles_kept,
              (SELECT count(*) FROM (SELECT meeting_id AS id FROM past_meetings UNION ALL SELECT pledge_id FROM past_pledges) AS past
               WHERE id NOT IN (SELECT meeting_id FROM warehouse.main.meetings UNION ALL SELECT pledge_id FROM warehouse.main.pledges
                                UNION ALL SELECT old_id FROM warehouse.main.merges)) AS ids_gone,
              (SELECT CASE WHEN count(*) < 20 THEN 1 ELSE (SELECT count(*) FROM warehouse.main.meetings) / count(*) END FROM past_meetings) AS meetings_kept""",
    key="warehouse",
    batched=False,
)
ACCOUNTS = Frame(
    "accounts",
    UNACCOUNTED.format(articles="WHERE article_id IN (SELECT article_id FROM warehouse.main.articles)"),
    key="source_id",
    batched=False,
)


def suite() -> Iterator[tuple[Frame, list[Any]]]:
    """Frames with their expectations."""
    merged = "Two events were brought together as one."
    look = "Read its reports: select * from evidence('meeting', id); part them in corrections/."
    lost = "Look at what dbt built last: dbt/models/intermediate; then clear the tasks build and check_marts."

    def zero(column: str, name: str, meaning: str, reason: str, severity: str = "critical") -> Any:
        return expect("ExpectColumnValuesToBeInSet", name, severity, meaning, reason, lost, column=column, value_set=[0])

    yield MEETINGS, [
        holds("sources_within_articles", "sources_within_articles", "critical", "A meeting has no more sources than articles.", "The consolidation counts twice.", lost),
        holds("ends_after_start", "consolidated_meeting_ends_after_start", "critical", "A meeting does not end before it starts.", merged, look),
        holds("reports_agree", "reports_of_a_meeting_agree", "warning", "The days that reports give for one meeting lie within ten days.", merged, look),
        holds("of_a_size", "meeting_of_two_is_small", "warning", "A bilateral or a call has 25 participants or fewer.", merged, look),
    ]  # fmt: skip
    yield HELD, [
        expect("ExpectColumnValuesToBeBetween", "consolidated_meeting_held_before_told", "warning", "A held meeting does not lie after the last article about it, in 98 of 100.",
               "Its status or its date is wrong.", look, column="told_after", min_value=0.98),
    ]  # fmt: skip
    yield PEOPLE, [
        expect("ExpectColumnValuesToBeBetween", "person_serves_one_state", "warning", "Nobody acts for two states on one day.",
               "Two people of one name are one person here, or a host's state was given to the guest.", "Correct seeds/people.csv or corrections/.", column="n_states", max_value=1),
    ]  # fmt: skip
    yield PLEDGES, [
        expect("ExpectColumnValuesToBeBetween", "pledge_within_record", "warning", "A pledge is no more than fifty times what the donor is known for (its third-largest).",
               "Millions were read as billions, or a total as one donor's part.", "Read its quote: select * from evidence('pledge', id).", column="times_record", max_value=50),
        expect("ExpectColumnValuesToBeBetween", "pledge_within_reason", "warning", "A pledge is worth two trillion US dollars or less.",
               "Nobody has ever pledged more.", "Read its quote: select * from evidence('pledge', id).", column="amount_usd", max_value=2e12),
        holds("has_usd", "pledge_has_usd", "warning", "An amount with a currency has its worth in US dollars.", "Totals leave it out.", "Add the currency to seeds/exchange_rates.csv."),
    ]  # fmt: skip
    yield COUNTS, [
        zero("reports_without_meeting", "every_report_has_its_meeting", "Every report has its meeting.", "A report was lost on the way to its event."),
        zero("reports_without_pledge", "every_pledge_report_has_its_pledge", "Every report has its pledge.", "A report was lost on the way to its pledge."),
        expect("ExpectColumnValuesToBeBetween", "articles_are_kept", "critical", "The new warehouse has at least 98 of 100 of the articles published.",
               "Publishing would take articles away from readers.", lost, column="articles_kept", min_value=0.98),
        zero("ids_gone", "published_ids_stay_valid", "Every id that is published is a row or redirects through merges.",
             "What others have noted under the id could not be found again.", "warning"),
        expect("ExpectColumnValuesToBeBetween", "meetings_are_kept", "warning", "The new warehouse has at least nine tenths of the meetings published.",
               "A new version of the rules reads less, or merges more.", "Compare `mahdar evaluate` before and after.", column="meetings_kept", min_value=0.9),
    ]  # fmt: skip
    yield ACCOUNTS, [
        zero("n_lost", "every_record_is_published_or_aside", "Records in = published, in quarantine, or repetitions.", "Nothing may be dropped in silence."),
    ]  # fmt: skip
