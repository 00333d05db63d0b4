"""Sentences of newswire, each written for one construction, and the meetings and pledges that they tell.

``sentences/*.yml``: ``text``, ``published`` (default DAY), ``title``, and ``meetings``/``pledges`` with the fields that the sentence
is about. A meeting's ``actors`` are all of its participants' actors; ``without`` names actors of no meeting; without
``more: true`` nothing else may be found.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml

from extract.events import read_article
from extract.lexicon import Lexicon

DAY = "2024-05-07"
CASES = [
    pytest.param(case, id=f"{file.stem}:{n}")
    for file in sorted((Path(__file__).parent / "sentences").glob("*.yml"))
    for n, case in enumerate(yaml.safe_load(file.read_text(encoding="utf-8")), 1)
]


def _meetings(found: dict) -> list[dict]:
    out = []
    for m in found["meeting_reports"]:
        people = [p for p in found["participant_reports"] if p["meeting_report_id"] == m["meeting_report_id"]]
        actors = {p["actor_id"] or p["actor_name_ar"] or p["person_name_ar"] for p in people}
        out.append({"status": m["status"], "kind": m["kind"], "ordinal": m["ordinal"], "country": m["country_code"], "city": m["city"], "date": str(m["start_date"])[:10] if m["start_date"] else None, "end": str(m["end_date"])[:10] if m["end_date"] else None,
                    "actors": actors, "people": {p["person_name_ar"] for p in people if p["person_name_ar"]}, "roles": {p["role"] for p in people if p["role"]}})  # fmt: skip
    return out


def _pledges(found: dict) -> list[dict]:
    out = []
    for p in found["pledge_reports"]:
        parties = [q for q in found["pledge_report_parties"] if q["pledge_report_id"] == p["pledge_report_id"]]
        by = {role: {q["actor_id"] or q["actor_name_ar"] for q in parties if q["role"] == role} for role in ("pledger", "recipient")}
        out.append({"status": p["status"], "kind": p["kind"], "amount": float(p["amount"]) if p["amount"] is not None else None, "currency": p["currency"], "pledgers": by["pledger"], "recipients": by["recipient"]})
    return out


def _fits(told: dict, wanted: dict) -> bool:
    return all((told[k] == set(v) if isinstance(told[k], set) else told[k] == (str(v) if k in ("date", "end") and v else v)) for k, v in wanted.items())


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_tells_its_events(case: dict, lexicon: Lexicon) -> None:
    day = case.get("published", DAY)
    published = dt.datetime.fromisoformat(str(day)) if day else None
    found = read_article({"article_id": "a", "content_sha256": "", "text": case["text"], "title": case.get("title"), "published_at": published}, lexicon)
    for table, told in (("meetings", _meetings(found)), ("pledges", _pledges(found))):
        if table not in case:
            continue
        for wanted in case[table]:
            assert any(_fits(t, wanted) for t in told), f"{case['text']}\nwanted {wanted}\nfound {told}"
        assert case.get("more") or len(told) == len(case[table]), f"{case['text']}\nfound {told}"
    actors = {a for m in _meetings(found) for a in m["actors"]}
    assert not actors & set(case.get("without", ())), f"{case['text']}\nfound {_meetings(found)}"
