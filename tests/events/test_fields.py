"""The grids of fields.yml: the day and the place of a meeting in every form and frame, what a second sentence adds to the first, and whether it took place."""

from __future__ import annotations

import pytest

from extract.lexicon import Lexicon
from tests.events.reading import GRID_DAY, grid, reports, told_meetings

FIELDS = grid("fields.yml")
MONDAY = "2024-05-06"


def told(text: str, lexicon: Lexicon) -> list[tuple[str, str | None, str | None]]:
    """Status, first day and city of each meeting that is read."""
    return [(m["status"], m["date"], m["city"]) for m in told_meetings(reports(text, lexicon, GRID_DAY))]


def written(frame: str, **words: str) -> str:
    return frame.format(**FIELDS["pair"], **words)


@pytest.mark.parametrize("frame", FIELDS["frames"])
def test_day_and_place_are_read_in_every_form(frame: str, lexicon: Lexicon) -> None:
    missed = []
    for place in FIELDS["places"]:
        for day in FIELDS["days"] if place == FIELDS["places"][0] else FIELDS["days"][:1]:
            text = written(FIELDS["frames"][frame], D=day, P=place)
            if told(text, lexicon) != [("held", MONDAY, "Vienna")]:
                missed.append((text, told(text, lexicon)))
    assert not missed


@pytest.mark.parametrize("case", FIELDS["retold"], ids=[f"{c['status']}:{n}" for n, c in enumerate(FIELDS["retold"])])
def test_a_second_sentence_tells_day_and_place(case: dict, lexicon: Lexicon) -> None:
    missed = []
    for first in case["first"]:
        for then in case["then"]:
            text = f"{written(first)} {then}"
            if told(text, lexicon) != [(case["status"], str(case["date"]), "Vienna")]:
                missed.append((text, told(text, lexicon)))
    assert not missed


@pytest.mark.parametrize("status", FIELDS["status"])
def test_whether_it_took_place(status: str, lexicon: Lexicon) -> None:
    missed = []
    for frame in FIELDS["status"][status]:
        text = frame.format(L="لقاء", X=FIELDS["who"])
        found = {m[0] for m in told(text, lexicon)}
        if found != (set() if status == "absent" else {status}):
            missed.append((text, found))
    assert not missed
