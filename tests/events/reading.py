"""What an article reports of meetings and pledges, as the tests of their grammar ask for it, and the grids of frames that are read."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import yaml

from extract.events import read_article
from extract.lexicon import Lexicon

DAY = dt.datetime(2026, 11, 19)  # a Thursday
GRID_DAY = dt.datetime(2024, 5, 7)  # a Tuesday, the day of the grids and of the sentences


def grid(name: str) -> dict[str, Any]:
    """The frames of a file beside this one and what goes into them."""
    return yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))


def agreeing(frame: str, verbs: dict[str, str], feminine: bool) -> str:
    """A frame with its verbs in agreement: «{التقى} {A}» is «التقت {A}» of a woman."""
    for masculine, of_her in verbs.items():
        frame = frame.replace("{" + masculine + "}", of_her if feminine else masculine)
    return frame


def reports(text: str, lexicon: Lexicon, day: dt.datetime | None = DAY, title: str | None = None) -> dict:
    """All that an article with this text reports."""
    return read_article({"article_id": "a", "content_sha256": "", "text": text, "title": title, "published_at": day}, lexicon)


def meetings(text: str, lexicon: Lexicon) -> list[tuple[dict, set]]:
    """Each meeting with who took part, by name or code."""
    found = reports(text, lexicon)
    return [
        (m, {p["person_name_ar"] or p["actor_id"] or p["actor_name_ar"] for p in found["participant_reports"] if p["meeting_report_id"] == m["meeting_report_id"]})
        for m in found["meeting_reports"]
    ]  # fmt: skip


def told_meetings(found: dict) -> list[dict[str, Any]]:
    """Each meeting of an article's reports, its participants' actors, names and offices in one row with it."""
    out = []
    for m in found["meeting_reports"]:
        people = [p for p in found["participant_reports"] if p["meeting_report_id"] == m["meeting_report_id"]]
        out.append(
            {
                "status": m["status"], "kind": m["kind"], "ordinal": m["ordinal"], "country": m["country_code"], "city": m["city"],
                "date": str(m["start_date"])[:10] if m["start_date"] else None, "end": str(m["end_date"])[:10] if m["end_date"] else None,
                "actors": {p["actor_id"] or p["actor_name_ar"] or p["person_name_ar"] for p in people},
                "people": {p["person_name_ar"] for p in people if p["person_name_ar"]}, "roles": {p["role"] for p in people if p["role"]},
            }
        )  # fmt: skip
    return out


def told_pledges(found: dict) -> list[dict[str, Any]]:
    """Each pledge of an article's reports with who gives and who takes."""
    out = []
    for p in found["pledge_reports"]:
        parties = [q for q in found["pledge_report_parties"] if q["pledge_report_id"] == p["pledge_report_id"]]
        by = {role: {q["actor_id"] or q["actor_name_ar"] for q in parties if q["role"] == role} for role in ("pledger", "recipient")}
        counted = {k: float(p[k]) if p[k] is not None else None for k in ("amount", "quantity")}
        out.append({"status": p["status"], "kind": p["kind"], **counted, "currency": p["currency"], "pledgers": by["pledger"], "recipients": by["recipient"]})
    return out
