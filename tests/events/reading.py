"""What an article reports of meetings, as the tests of their grammar ask for it."""

from __future__ import annotations

import datetime as dt

from extract.events import read_article
from extract.lexicon import Lexicon

DAY = dt.datetime(2026, 11, 19)  # a Thursday


def meetings(text: str, lexicon: Lexicon) -> list[tuple[dict, set]]:
    """Each meeting with who took part, by name or code."""
    found = read_article({"article_id": "a", "content_sha256": "", "text": text, "title": None, "published_at": DAY}, lexicon)
    return [
        (m, {p["person_name_ar"] or p["actor_id"] or p["actor_name_ar"] for p in found["participant_reports"] if p["meeting_report_id"] == m["meeting_report_id"]})
        for m in found["meeting_reports"]
    ]  # fmt: skip
