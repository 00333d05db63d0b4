"""Every frame of pledge_paradigm.yml with every giver, every taker and every thing: one pledge, its status, who gives and takes, how much."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from extract.arabic.document import annotate
from extract.events.arguments import Index
from extract.events.pledges.extraction import find_pledges
from extract.lexicon import Lexicon

PARADIGM = yaml.safe_load((Path(__file__).parent / "pledge_paradigm.yml").read_text(encoding="utf-8"))
FRAMES, GIVERS, TAKERS, THINGS = (PARADIGM[k] for k in ("frames", "givers", "takers", "things"))
DAY = dt.date(2024, 5, 7)


def _fits(frame: dict[str, Any], thing: dict[str, Any]) -> bool:
    return frame.get("things") in (None, "money" if "amount" in thing else "goods")


def _sentences(frame: dict[str, Any]) -> list[tuple[dict, dict, dict]]:
    """The giver, the taker and the thing of each sentence: one of the three goes through its list, the others stay the first that fit."""
    things = [t for t in THINGS if _fits(frame, t)] or [{"words": "", "amount": 20000000, "currency": "USD"}]
    takers = TAKERS[:1] if frame.get("taker") == "none" else TAKERS
    return [(a, TAKERS[0], things[0]) for a in GIVERS] + [(GIVERS[0], b, things[0]) for b in takers[1:]] + [(GIVERS[0], TAKERS[0], t) for t in things[1:]]


def _written(frame: dict[str, Any], giver: dict, taker: dict, thing: dict) -> str:
    text = frame["text"]
    for masculine, feminine in PARADIGM["feminine"].items():
        text = text.replace("{" + masculine + "}", feminine if giver.get("feminine") else masculine)
    return text.replace("{A}", giver["name"]).replace("{لB}", taker["to"]).replace("{B}", taker["name"]).replace("{T}", thing["words"])


def _told(text: str, lexicon: Lexicon) -> list[dict[str, Any]]:
    document = annotate(text, None, DAY, lexicon)
    return [
        {
            "status": p.status,
            "givers": {q[1] or q[2] for q in p.parties if q[0] == "pledger"},
            "takers": {q[1] or q[2] for q in p.parties if q[0] == "recipient"},
            "sum": (float(p.amount.value), p.amount.currency) if p.amount else None,
            "quantity": float(p.quantity.value) if p.quantity else None,
        }
        for p in find_pledges(document, Index(document), lexicon)
    ]  # fmt: skip


@pytest.mark.parametrize("frame", FRAMES)
def test_a_frame_is_read_with_every_giver_taker_and_thing(frame: str, lexicon: Lexicon) -> None:
    shape, missed = FRAMES[frame], []
    for giver, taker, thing in _sentences(shape):
        text = _written(shape, giver, taker, thing)
        told = _told(text, lexicon)
        last = told[-1] if told else {}
        right = len(told) == (2 if shape.get("giver") == "last" else 1) and last["status"] == shape["status"] and last["givers"] == set(giver["actors"])
        right = right and (shape.get("taker") == "none" or taker["actor"] in last["takers"])
        right = right and last["sum"] == ((thing["amount"], thing["currency"]) if "amount" in thing else None) and (thing.get("quantity") is None or last["quantity"] == thing["quantity"])
        if not right:
            missed.append((text, told))
    assert not missed
