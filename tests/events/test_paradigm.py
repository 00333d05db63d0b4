"""Every frame of paradigm.yml with every party: one meeting of the two, planned where the frame says that it is to come, in Cairo."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml

from extract.arabic.document import annotate
from extract.events.arguments import Index
from extract.events.meetings.extraction import find_meetings
from extract.lexicon import Lexicon

PARADIGM = yaml.safe_load((Path(__file__).parent / "paradigm.yml").read_text(encoding="utf-8"))
FEMININE = {
    "التقى": "التقت", "اجتمع": "اجتمعت", "أجرى": "أجرت", "عقد": "عقدت", "بحث": "بحثت", "أكد": "أكدت", "يلتقي": "تلتقي", "سيعقد": "ستعقد",
    "اتفق": "اتفقت", "قال": "قالت",
}  # fmt: skip
TO_COME = {"to_come", "will_hold"}
DAY = dt.date(2024, 5, 7)


def written(frame: str, party: dict) -> str:
    """The frame's sentence with a party in it, its verb in agreement."""
    for masculine, feminine in FEMININE.items():
        frame = frame.replace("{" + masculine + "}", feminine if party.get("feminine") else masculine)
    return frame.replace("{A'}", party["object"]).replace("{A}", party["subject"])


@pytest.mark.parametrize("frame", PARADIGM["frames"])
def test_a_frame_is_read_with_every_party(frame: str, lexicon: Lexicon) -> None:
    missed = []
    for party in PARADIGM["parties"]:
        text = written(PARADIGM["frames"][frame], party)
        document = annotate(text, None, DAY, lexicon)
        told = [
            (e.status, {p.actor_id or p.actor_name_ar for p in e.parties}, e.place.country_code if e.place else None)
            for e in find_meetings(document, Index(document), lexicon)
        ]
        if told != [("planned" if frame in TO_COME else "held", {party["actor"], "CN"}, "EG")]:
            missed.append((text, told))
    assert not missed
