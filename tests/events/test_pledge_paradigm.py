"""Every frame of pledge_paradigm.yml with every giver, every taker and every thing: one pledge, its status, who gives and takes, how much."""

from __future__ import annotations

from typing import Any

import pytest

from extract.lexicon import Lexicon
from tests.events.reading import GRID_DAY, agreeing, grid, reports, told_pledges

PARADIGM = grid("pledge_paradigm.yml")
FRAMES, GIVERS, TAKERS, THINGS = (PARADIGM[k] for k in ("frames", "givers", "takers", "things"))
OF_FRAME = {"words": "", "amount": 20000000, "currency": "USD"}  # where the frame names the sum


def _fits(frame: dict[str, Any], thing: dict[str, Any]) -> bool:
    return frame.get("things") in (None, "money" if "amount" in thing else "goods")


def _sentences(frame: dict[str, Any]) -> list[tuple[dict, dict, dict]]:
    """The giver, the taker and the thing of each sentence: one of the three goes through its list, the others stay the first that fit."""
    things = [t for t in THINGS if _fits(frame, t)] or [OF_FRAME]
    takers = TAKERS[:1] if frame.get("taker") == "none" else TAKERS
    return [(a, TAKERS[0], things[0]) for a in GIVERS] + [(GIVERS[0], b, things[0]) for b in takers[1:]] + [(GIVERS[0], TAKERS[0], t) for t in things[1:]]


def _written(frame: dict[str, Any], giver: dict, taker: dict, thing: dict) -> str:
    text = agreeing(frame["text"], PARADIGM["feminine"], "feminine" in giver)
    return text.replace("{A}", giver["name"]).replace("{لB}", taker["to"]).replace("{B}", taker["name"]).replace("{T}", thing["words"])


def _is_right(frame: dict[str, Any], giver: dict, taker: dict, thing: dict, told: list[dict]) -> bool:
    """Whether one pledge is told, behind that of the other giver where the frame has one, of those who are meant and of what they give."""
    if len(told) != (2 if frame.get("giver") == "last" else 1):
        return False
    pledge = told[-1]
    by_whom = pledge["pledgers"] == set(giver["actors"]) and (frame.get("taker") == "none" or taker["actor"] in pledge["recipients"])
    counted = "quantity" not in thing or pledge["quantity"] == thing["quantity"]
    return by_whom and counted and pledge["status"] == frame["status"] and (pledge["amount"], pledge["currency"]) == (thing.get("amount"), thing.get("currency"))


@pytest.mark.parametrize("frame", FRAMES)
def test_a_frame_is_read_with_every_giver_taker_and_thing(frame: str, lexicon: Lexicon) -> None:
    missed = []
    for giver, taker, thing in _sentences(FRAMES[frame]):
        text = _written(FRAMES[frame], giver, taker, thing)
        told = told_pledges(reports(text, lexicon, GRID_DAY))
        if not _is_right(FRAMES[frame], giver, taker, thing, told):
            missed.append((text, told))
    assert not missed
