"""What is expected of the reports that were read out of the articles. Shares allowed are those measured on 4,000 articles, doubled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from expectations.declare import expect, holds, usual
from expectations.frames import Frame
from expectations.shares import FIGURES

_QUOTE = "substr(a.text, r.start_char + 1, r.end_char - r.start_char) = r.quote AS quote_in_text, left(r.quote, 100) AS shows"

MEETINGS = Frame(
    "meeting_reports",
    f"""SELECT r.meeting_report_id, r.confidence, {_QUOTE},
               count(*) OVER (PARTITION BY r.meeting_report_id) = 1 AS told_once,
               coalesce(r.end_date >= r.start_date, true) AS ends_after_start,
               coalesce(r.end_date - r.start_date <= 60, true) AS not_endless,
               NOT coalesce(r.status = 'held' AND r.date_precision = 'day' AND r.start_date > a.published_at::DATE + 1, false) AS held_before_told,
               NOT coalesce(r.status = 'planned' AND r.date_precision = 'day' AND coalesce(r.end_date, r.start_date) < a.published_at::DATE - 1, false) AS planned_ahead,
               coalesce(list_contains(c.countries, r.country_code), true) AS city_in_country
        FROM meeting_reports AS r JOIN articles AS a USING (article_id, content_sha256) LEFT JOIN city_countries AS c ON c.city = r.city""",
    key="meeting_report_id",
    table="meeting_reports",
)
# Kinds that take two; calls and talks in the news name both sides nearly always.
PARTIES = Frame(
    "parties",
    """SELECT r.meeting_report_id, any_value(left(r.quote, 100)) AS shows,
              count(DISTINCT concat_ws('|', p.person_name_ar, p.role_ar, p.actor_id, p.actor_name_ar)) > 1 AS two_parties,
              count(p.meeting_report_id) = count(DISTINCT coalesce(p.person_id, p.person_name_ar, p.participant_no::VARCHAR)) AS named_once
       FROM meeting_reports AS r JOIN participant_reports AS p USING (meeting_report_id)
       WHERE r.kind IN ('bilateral', 'call', 'negotiation') AND r.status = 'held' GROUP BY 1""",
    key="meeting_report_id",
)
PARTICIPANTS = Frame(
    "participant_reports",
    """SELECT p.*, held.person_id IS NULL OR in_office AS in_office FROM (
            SELECT r.meeting_report_id || '#' || r.participant_no AS participant, r.confidence, r.person_id, r.role,
                   substr(a.text, r.start_char + 1, r.end_char - r.start_char) = r.quote AS quote_in_text,
                   coalesce(r.person_name_ar, r.role_ar, r.actor_name_ar, '') || ': ' || left(r.quote, 80) AS shows,
                   r.person_name_ar IS NULL OR contains(a.text, r.person_name_ar) -- «لو هي» has no word of three letters
                   OR len(list_filter(string_split(r.person_name_ar, ' '), lambda w: length(w) > 2 AND contains(a.text, w))) > 0 AS named,
                   year(coalesce(m.start_date, a.published_at::DATE)) AS year
            FROM participant_reports AS r JOIN meeting_reports AS m USING (meeting_report_id)
            JOIN articles AS a ON a.article_id = m.article_id AND a.content_sha256 = m.content_sha256) AS p
        LEFT JOIN (SELECT DISTINCT person_id, role_en FROM offices) AS held ON held.person_id = p.person_id AND held.role_en = p.role
        LEFT JOIN LATERAL (SELECT coalesce(bool_or(p.year IS NULL OR p.year BETWEEN coalesce(o.from_year, 0) AND coalesce(o.to_year, 9999)), false) AS in_office
                           FROM offices AS o WHERE o.person_id = p.person_id AND o.role_en = p.role) ON true""",
    key="participant",
    table="participant_reports",
)
PLEDGES = Frame(
    "pledge_reports",
    f"""SELECT r.pledge_report_id, r.confidence, r.amount, {_QUOTE},
               count(*) OVER (PARTITION BY r.pledge_report_id) = 1 AS told_once,
               coalesce(r.amount_max >= r.amount, true) AS range_in_order,
               r.amount IS NULL OR r.currency IS NOT NULL AS has_currency,
               coalesce(r.due_date >= r.announced_date, true) AS due_after_announced,
               NOT EXISTS (FROM pledge_report_parties AS g JOIN pledge_report_parties AS t USING (pledge_report_id)
                           WHERE g.pledge_report_id = r.pledge_report_id AND g.role = 'pledger' AND t.role = 'recipient'
                             AND g.actor_id = t.actor_id AND g.person_id IS NOT DISTINCT FROM t.person_id) AS parties_differ
        FROM pledge_reports AS r JOIN articles AS a USING (article_id, content_sha256)""",
    key="pledge_report_id",
    table="pledge_reports",
)
READ = Frame(
    "read",
    """SELECT a.source_id, count(*) FILTER (r.article_id IS NULL AND q.article_id IS NULL) AS n_unread,
              array_to_string(min(a.article_id, 5) FILTER (r.article_id IS NULL AND q.article_id IS NULL), ', ') AS shows
       FROM (SELECT DISTINCT article_id, source_id FROM articles) AS a -- of several versions in one run the last alone is read
       LEFT JOIN (SELECT DISTINCT article_id FROM readings) AS r USING (article_id)
       LEFT JOIN (SELECT DISTINCT article_id FROM quarantine WHERE step = 'extract') AS q USING (article_id)
       GROUP BY 1 ORDER BY 1""",
    key="source_id",
    batched=False,
)


def suite() -> Iterator[tuple[Frame, list[Any]]]:
    """Frames with their expectations."""
    rule = "See which rule read it: `mahdar explain` on the article; the rule goes into a test first."
    untraceable = "A reader could not trace the row to what the article says."

    def evidence(what: str) -> list[Any]:
        return [
            holds("quote_in_text", f"{what}_quote_in_text", "critical", "The quote is what the text says at its offsets.", untraceable,
                  "The offsets were counted in another text than the one kept: run the extraction of the article again."),
            expect("ExpectColumnValuesToBeBetween", f"{what}_confidence_is_share", "critical", "A confidence is between 0 and 1.",
                   "It is multiplied as a probability where reports are brought together.", rule, column="confidence", min_value=0, max_value=1),
        ]  # fmt: skip

    def own_id(what: str) -> Any:
        return holds("told_once", f"{what}_report_has_own_id", "critical", "No two reports have one id.", "What belongs to either could not be told apart.", rule)

    yield MEETINGS, [
        *evidence("meeting"),
        own_id("meeting"),
        holds("ends_after_start", "meeting_ends_after_start", "critical", "A meeting does not end before it starts.", "Two dates of the sentence were swapped.", rule),
        holds("not_endless", "meeting_not_endless", "warning", "A meeting lasts sixty days or fewer.", "Two dates that do not belong together were read as its span.", rule),
        holds("held_before_told", "meeting_held_before_told", "warning", "A meeting told as held does not lie after the article's publication, in 98 of 100.",
              "Its status or its date is wrong.", rule, mostly=0.98),
        holds("planned_ahead", "meeting_planned_ahead", "warning", "A meeting told as planned does not lie before the article's publication, in 98 of 100.",
              "Its status or its date is wrong.", rule, mostly=0.98),
        holds("city_in_country", "meeting_city_in_country", "warning", "A meeting's city lies in its country.", "Cities of one name were mixed up.",
              "Add what tells them apart to seeds/places.csv or seeds/ambiguous_names.csv."),
    ]  # fmt: skip
    yield PARTIES, [
        holds("two_parties", "meeting_has_two_parties", "warning", "In seven of ten bilaterals, calls and talks held, more than one party is read.",
              "Nobody meets alone: the other side is not being read.", rule, mostly=0.7),
        holds("named_once", "meeting_names_a_person_once", "warning", "Nobody takes part twice in one meeting.", "A person met themselves: two mentions were not brought together.", rule),
    ]  # fmt: skip
    yield PARTICIPANTS, [
        *evidence("participant"),
        holds("named", "participant_named_in_article", "critical", "A word of a participant's name stands in the article.", "The person was taken from somewhere else than the article.", rule),
        holds("in_office", "participant_in_office", "warning", "In 97 of 100, who is told with an office held it in that year (seeds/offices.csv).",
              "A namesake or a predecessor was linked, or the reference data are old.", "Correct the years in seeds/offices.csv, or the alias in seeds/people.csv.", mostly=0.97),
    ]  # fmt: skip
    yield PLEDGES, [
        *evidence("pledge"),
        own_id("pledge"),
        expect("ExpectColumnValuesToBeBetween", "pledge_amount_positive", "critical", "An amount is more than nothing.", "Nobody pledges nothing: the amount was misread.",
               rule, column="amount", min_value=0, strict_min=True),
        holds("range_in_order", "pledge_range_in_order", "critical", "An amount's upper bound is not below its lower.", "The amount was misread.", rule),
        holds("has_currency", "pledge_has_currency", "warning", "Of amounts of money, 97 of 100 have a currency.", "Without it the amount cannot be added up.",
              "Add the currency's name to seeds/currencies.csv.", mostly=0.97),
        holds("due_after_announced", "pledge_due_after_announced", "warning", "A pledge is not due before it was made.", "Its dates were swapped or misread.", rule),
        holds("parties_differ", "pledge_parties_differ", "warning", "Nobody pledges to themselves.", "The giver was read as the receiver too.", rule),
    ]  # fmt: skip
    yield READ, [
        expect("ExpectColumnValuesToBeInSet", "every_article_is_read", "critical", "Every article was read or went to quarantine.", "Nothing may be dropped in silence.",
               "A batch is missing: clear the task extract.", column="n_unread", value_set=[0]),
    ]  # fmt: skip
    for name, figure, meaning, frame in FIGURES:
        yield frame, [usual(name, figure, meaning, "The reading, its reference data or what is told has changed.", rule)]
