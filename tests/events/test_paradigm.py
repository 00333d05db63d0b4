"""Every frame of paradigm.yml with every party: one meeting of the two and nobody else, each by name and office, planned where the frame says that it is to come, in Cairo."""

from __future__ import annotations

import pytest

from extract.lexicon import Lexicon
from tests.events.reading import GRID_DAY, agreeing, grid, reports, told_meetings

PARADIGM = grid("paradigm.yml")
OTHER = PARADIGM["other"]


def written(frame: str, party: dict) -> str:
    """The frame's sentence with a party in it, its verb in agreement."""
    text = agreeing(PARADIGM["frames"][frame], PARADIGM["feminine"], "feminine" in party)
    return text.replace("{A'}", party.get("object", party["subject"])).replace("{A}", party["subject"])


def is_right(frame: str, party: dict, told: list[dict]) -> bool:
    """Whether one meeting is told, with the status and the place of the frame and those who are meant."""
    if len(told) != 1:
        return False
    meeting = told[0]
    status = "planned" if frame in PARADIGM["to_come"] else "held"
    in_place = frame in PARADIGM["calls"] or meeting["country"] == "EG"
    named = "people" not in party or meeting["people"] == {*OTHER["people"], *party["people"]}
    return in_place and named and meeting["status"] == status and meeting["actors"] == {*OTHER["actors"], *party["actors"]} and meeting["roles"] >= {*party.get("roles", ())}


@pytest.mark.parametrize("frame", PARADIGM["frames"])
def test_a_frame_is_read_with_every_party(frame: str, lexicon: Lexicon) -> None:
    texts = {written(frame, party): party for party in PARADIGM["parties"]}
    told = {text: told_meetings(reports(text, lexicon, GRID_DAY)) for text in texts}
    assert not [(text, told[text]) for text, party in texts.items() if not is_right(frame, party, told[text])]
