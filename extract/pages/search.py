"""The index behind the search page: a short line for each page, the newest articles and events first."""

from __future__ import annotations

import json

from markupsafe import Markup

from extract.pages.database import Connection, rows

ENTRIES = 20_000  # about 2 MB: what a phone still opens at once

_QUERY = f"""
SELECT kind, id, ar, en FROM (
    SELECT 0 AS rank, 'actors' AS kind, a.actor_id AS id, a.name_ar AS ar, a.name_en AS en, NULL::TIMESTAMP AS moment FROM actors a
    WHERE EXISTS (SELECT 1 FROM participants p WHERE p.actor_id = a.actor_id) OR EXISTS (SELECT 1 FROM pledge_parties p WHERE p.actor_id = a.actor_id)
    UNION ALL
    SELECT 0, 'people', p.person_id, p.name_ar, p.name_en, NULL FROM people p WHERE EXISTS (SELECT 1 FROM participants q WHERE q.person_id = p.person_id)
    UNION ALL
    SELECT 1, 'meetings', m.meeting_id, m.name_ar || coalesce(' ' || m.start_date::VARCHAR, ''), m.name_en, m.last_reported_at FROM meetings m
    UNION ALL
    SELECT 1, 'pledges', p.pledge_id,
           concat_ws(' ', (SELECT string_agg(g.actor_name_ar, '، ' ORDER BY g.role <> 'pledger', g.actor_name_ar) FROM pledge_parties g WHERE g.pledge_id = p.pledge_id), p.item_ar), NULL,
           r.moment
    FROM pledges p JOIN (SELECT pledge_id, max(coalesce(published_at, fetched_at)) AS moment FROM pledge_reports JOIN articles USING (article_id) GROUP BY 1) r USING (pledge_id)
    UNION ALL
    SELECT 1, 'articles', article_id, coalesce(title, substr(text, 1, 80)) || ' · ' || coalesce(source_id, ''), NULL, coalesce(published_at, fetched_at) FROM articles
)
ORDER BY rank, moment DESC NULLS LAST, kind, id LIMIT {ENTRIES}
"""


def search_index(con: Connection) -> Markup:
    """The index as JSON that may stand in a page: a list of [kind, id, Arabic, English], with every ``<`` escaped."""
    entries = [[r["kind"], r["id"], (r["ar"] or "")[:120], (r["en"] or "")[:120]] for r in rows(con, _QUERY)]
    return Markup(json.dumps(entries, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))
