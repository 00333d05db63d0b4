"""Figures of a night's reports that are held against their own history: name, what is counted, meaning, frame."""

from __future__ import annotations

from expectations.frames import Frame
from expectations.history import usual_frame

_PARTY = "EXISTS (FROM participant_reports AS p WHERE p.meeting_report_id = r.meeting_report_id)"
_GIVER = "EXISTS (FROM pledge_report_parties AS p WHERE p.pledge_report_id = r.pledge_report_id AND p.role IN ('pledger', 'requester'))"


def _share(name: str, table: str, key: str, condition: str) -> Frame:
    """The share of the night's rows of ``table`` (as r) that meet ``condition``; ``key`` names some that do."""
    return usual_frame(
        name,
        "share",
        f"""SELECT '{table}' AS subject, avg(({condition})::INT) AS value, count(*) AS n,
                   coalesce(array_to_string(min({key}, 5) FILTER ({condition}), ', '), '') AS rows
            FROM {table} AS r HAVING count(*) >= 20""",
    )


def _mix(name: str, table: str, key: str, column: str) -> Frame:
    """The share of each value of ``column`` among the night's rows of ``table``."""
    return usual_frame(
        name,
        "mix",
        f"""SELECT coalesce({column}, '?') AS subject, count(*) / sum(count(*)) OVER () AS value, sum(count(*)) OVER () AS n,
                   array_to_string(min({key}, 5), ', ') AS rows FROM {table} GROUP BY 1 QUALIFY sum(count(*)) OVER () >= 20""",
    )


_PER_ARTICLE = usual_frame(
    "reports_per_article_are_usual",
    "size",
    """SELECT a.source_id AS subject, avg(r.n_meetings + r.n_pledges) AS value, count(*) AS n,
              array_to_string(min(r.article_id, 5), ', ') AS rows
       FROM readings AS r JOIN articles AS a USING (article_id, content_sha256) GROUP BY 1 HAVING count(*) >= 50""",
)
_CONFIDENCE = usual_frame(
    "confidence_is_usual",
    "level",
    """SELECT table_name AS subject, avg(confidence) AS value, count(*) AS n, array_to_string(arg_min(id, confidence, 5), ', ') AS rows
       FROM (SELECT 'meeting_reports' AS table_name, meeting_report_id AS id, confidence FROM meeting_reports
             UNION ALL SELECT 'participant_reports', meeting_report_id || '#' || participant_no, confidence FROM participant_reports
             UNION ALL SELECT 'pledge_reports', pledge_report_id, confidence FROM pledge_reports)
       GROUP BY 1 HAVING count(*) >= 50""",
)

FIGURES: tuple[tuple[str, str, str, Frame], ...] = (
    ("reports_per_article_are_usual", "reports an article of an outlet", "An outlet's articles give about as many reports as usual.", _PER_ARTICLE),
    ("partyless_share_is_usual", "share of meetings without a participant", "About as many meetings as usual have no participant.",
     _share("partyless_share_is_usual", "meeting_reports", "meeting_report_id", f"NOT {_PARTY}")),
    ("dateless_share_is_usual", "share of meetings without a date", "About as many meetings as usual have no date.",
     _share("dateless_share_is_usual", "meeting_reports", "meeting_report_id", "start_date IS NULL")),
    ("placeless_share_is_usual", "share of meetings without a country", "About as many meetings as usual have no country.",
     _share("placeless_share_is_usual", "meeting_reports", "meeting_report_id", "country_code IS NULL")),
    ("giverless_share_is_usual", "share of pledges without one who pledges or asks", "About as many pledges as usual have no giver.",
     _share("giverless_share_is_usual", "pledge_reports", "pledge_report_id", f"NOT {_GIVER}")),
    ("unknown_actor_share_is_usual", "share of participants of an unknown actor", "About as many participants as usual have no known actor.",
     _share("unknown_actor_share_is_usual", "participant_reports", "meeting_report_id", "actor_id IS NULL")),
    ("unlinked_person_share_is_usual", "share of named participants that no reference knows", "About as many named people as usual are unknown.",
     _share("unlinked_person_share_is_usual", "participant_reports", "meeting_report_id", "person_name_ar IS NOT NULL AND person_id IS NULL")),
    ("nameless_share_is_usual", "share of participants without a person", "About as many participants as usual have no person.",
     _share("nameless_share_is_usual", "participant_reports", "meeting_report_id", "person_name_ar IS NULL")),
    ("confidence_is_usual", "mean confidence of", "The reading is about as sure as usual.", _CONFIDENCE),
    ("trigger_mix_is_usual", "share of meetings read by the rule", "The rules find about the same shares of meetings as usual.",
     _mix("trigger_mix_is_usual", "meeting_reports", "meeting_report_id", "rule")),
    ("pledge_mix_is_usual", "share of pledges of the kind", "The kinds of pledges have about their usual shares.",
     _mix("pledge_mix_is_usual", "pledge_reports", "pledge_report_id", "kind")),
)  # fmt: skip
