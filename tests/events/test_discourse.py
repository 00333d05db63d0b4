"""Two mentions of meetings in an article: one meeting told again is one, another one is told apart; what one sentence leaves out another tells."""

from __future__ import annotations

import re

import pytest

from extract.lexicon import Lexicon
from tests.events.reading import GRID_DAY, grid, reports, told_meetings

DISCOURSE = grid("discourse.yml")
KINDS = ("meeting", "to_come", "talks", "gathering")


def people_of(i: int, j: int) -> dict:
    """Others for each two frames, so that every frame is read with several."""
    pairs, others, sides = DISCOURSE["pairs"], DISCOURSE["others"], DISCOURSE["sides"]
    return {**others[(i + j) % len(others)], **pairs[(3 * i + j) % len(pairs)], **sides[(i + j) % len(sides)]}


def written(text: str, people: dict) -> str:
    """A frame with its people, its verbs in agreement with A."""
    text = re.sub(r"\[([^/\]]*)/([^\]]*)\]", lambda m: m[2] if people.get("f") else m[1], text)
    return text.replace("{B2}", people["B2"]).format(**people)


def meant(wanted: dict, people: dict) -> dict:
    """What is expected, with the people's own actors and cities for the keys of a pair."""
    named = {"actors": {people.get(a, a) for a in wanted["actors"]}} if "actors" in wanted else {}
    return {k: str(people.get(v, v)) for k, v in wanted.items() if k not in ("actors", "EV")} | named


def missed(text: str, wanted: list[dict], lexicon: Lexicon) -> str:
    """What is wrong with the meetings read in a text; nothing where each that is wanted is one of its own and no other is found."""
    found = told_meetings(reports(text, lexicon, GRID_DAY))
    left = list(found)
    for each in wanted:
        one = next((e for e in left if all(e[k] == v for k, v in each.items())), None)
        if one is None:
            return f"{text}\nwanted {each}\nfound {found}"
        left.remove(one)
    return f"{text}\nfound {found}" if left else ""


@pytest.mark.parametrize(("kind", "frame"), [(kind, frame) for kind in KINDS for frame in DISCOURSE[kind]["same"]])
def test_a_meeting_told_again_is_one(kind: str, frame: str, lexicon: Lexicon) -> None:
    second, added = DISCOURSE[kind]["same"][frame]
    j, wrong = list(DISCOURSE[kind]["same"]).index(frame), []
    for i, (first, event) in enumerate(DISCOURSE[kind]["first"].values()):
        people = {**people_of(i, j), "EV": event.get("EV", "")}
        joint = {**event, "actors": [*event.get("actors", []), *added]} if added or "actors" in event else event
        wrong.append(missed(f"{written(first, people)} {written(second, people)}", [meant(joint, people)], lexicon))
    assert not any(wrong), [w for w in wrong if w]


@pytest.mark.parametrize(("kind", "frame"), [(kind, frame) for kind in KINDS for frame in DISCOURSE[kind]["different"]])
def test_another_meeting_is_told_apart(kind: str, frame: str, lexicon: Lexicon) -> None:
    second, other = DISCOURSE[kind]["different"][frame]
    j, wrong = list(DISCOURSE[kind]["different"]).index(frame), []
    for i, (first, event) in enumerate(DISCOURSE[kind]["first"].values()):
        people = {**people_of(i, j), "EV": event.get("EV", "")}
        wrong.append(missed(f"{written(first, people)} {written(second, people)}", [meant(event, people), meant(other, people)], lexicon))
    assert not any(wrong), [w for w in wrong if w]


@pytest.mark.parametrize("article", DISCOURSE["articles"])
def test_what_one_sentence_leaves_out_another_tells(article: str, lexicon: Lexicon) -> None:
    text, wanted = DISCOURSE["articles"][article]
    i = list(DISCOURSE["articles"]).index(article)
    everybody = [people_of(i, j) for j in range(len(DISCOURSE["pairs"]))] if "{" in text else [people_of(0, 0)]
    man = "[" not in text and re.search(r"\{[Aa]\}", text) is not None  # a frame without [التقى/التقت] may have a man's verb
    wrong = [missed(written(text, people), [meant(w, people) for w in wanted], lexicon) for people in everybody if not (man and people.get("f"))]
    assert not any(wrong), [w for w in wrong if w]


@pytest.mark.parametrize("text", DISCOURSE["none"])
def test_a_sitting_at_home_is_no_meeting(text: str, lexicon: Lexicon) -> None:
    assert not missed(text, [], lexicon)
