"""Every frame of paradigm.yml with every party: one meeting of the two and nobody else, each by name and office, planned where the frame says that it is to come, in Cairo."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml

from extract.events import read_article
from extract.lexicon import Lexicon

PARADIGM = yaml.safe_load((Path(__file__).parent / "paradigm.yml").read_text(encoding="utf-8"))
FEMININE = {
    "التقى": "التقت", "اجتمع": "اجتمعت", "أجرى": "أجرت", "عقد": "عقدت", "بحث": "بحثت", "أكد": "أكدت", "يلتقي": "تلتقي", "سيعقد": "ستعقد",
    "اتفق": "اتفقت", "قال": "قالت", "استقبل": "استقبلت", "قام": "قامت",
}  # fmt: skip
TO_COME = {"to_come", "will_hold"}
CALLS = {"call_with", "call_from"}
OTHER = {"actors": {"CN"}, "people": {"شي جين بينغ"}}
DAY = dt.datetime(2024, 5, 7)


def written(frame: str, party: dict) -> str:
    """The frame's sentence with a party in it, its verb in agreement."""
    for masculine, feminine in FEMININE.items():
        frame = frame.replace("{" + masculine + "}", feminine if party.get("feminine") else masculine)
    return frame.replace("{A'}", party.get("object", party["subject"])).replace("{A}", party["subject"])


def _told(text: str, lexicon: Lexicon) -> list[tuple]:
    found = read_article({"article_id": "a", "content_sha256": "", "text": text, "title": None, "published_at": DAY}, lexicon)
    out = []
    for m in found["meeting_reports"]:
        people = [p for p in found["participant_reports"] if p["meeting_report_id"] == m["meeting_report_id"]]
        actors = {p["actor_id"] or p["actor_name_ar"] for p in people}
        out.append((m["status"], m["country_code"], actors, {p["person_name_ar"] for p in people if p["person_name_ar"]}, {p["role"] for p in people if p["role"]}))
    return out


@pytest.mark.parametrize("frame", PARADIGM["frames"])
def test_a_frame_is_read_with_every_party(frame: str, lexicon: Lexicon) -> None:
    missed = []
    for party in PARADIGM["parties"]:
        text = written(PARADIGM["frames"][frame], party)
        told = _told(text, lexicon)
        wanted = ("planned" if frame in TO_COME else "held", None if frame in CALLS else "EG", OTHER["actors"] | set(party["actors"]))
        right = len(told) == 1 and (told[0][0], None if frame in CALLS else told[0][1], told[0][2]) == wanted
        named = "people" not in party or right and told[0][3] == OTHER["people"] | set(party["people"])
        if not (right and named and (not right or set(party.get("roles", ())) <= told[0][4])):
            missed.append((text, told))
    assert not missed
