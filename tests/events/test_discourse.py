"""Two mentions of meetings in an article: one meeting told again is one, another one is told apart; what one sentence leaves out another tells."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
import yaml

from extract.arabic.document import annotate
from extract.events.arguments import Index
from extract.events.meetings.event import Event
from extract.events.meetings.extraction import find_meetings
from extract.lexicon import Lexicon

DISCOURSE = yaml.safe_load((Path(__file__).parent / "discourse.yml").read_text(encoding="utf-8"))
FIRST = {"actors": ["ac", "bc"], "city": "c", "status": "held", "date": "2024-05-06"}
DAY = dt.date(2024, 5, 7)


def written(text: str, people: dict) -> str:
    """A frame with the people of a pair in it, its verbs in agreement with the first of them."""
    text = re.sub(r"\[([^/\]]*)/([^\]]*)\]", lambda m: m[2] if people.get("f") else m[1], text)
    return text.replace("{B2}", people["B2"]).format(**people)


def people_of(i: int, j: int) -> dict:
    """Another pair for each two frames, so that every frame is read with several."""
    pairs, others = DISCOURSE["pairs"], DISCOURSE["others"]
    return {**others[(i + j) % len(others)], **pairs[(3 * i + j) % len(pairs)]}


def fits(event: Event, wanted: dict, people: dict) -> bool:
    found = {"actors": {p.actor_id or p.actor_name_ar for p in event.parties}, "city": event.place.name_en if event.place else None, "country": event.place.country_code if event.place else None,
             "status": event.status, "kind": event.kind, "date": event.time.date_from if event.time else None}  # fmt: skip
    meant = {k: {people.get(a, a) for a in v} if k == "actors" else people.get(v, v) if isinstance(v, str) and k == "city" else v for k, v in wanted.items()}
    return all(found[k] == v or k == "date" and str(found[k]) == str(v) for k, v in meant.items())


def missed(text: str, wanted: list[dict], people: dict, lexicon: Lexicon) -> str:
    """What is wrong with the meetings read in a text; nothing where each that is wanted is one of its own and no other is found."""
    document = annotate(text, None, DAY, lexicon)
    events = find_meetings(document, Index(document), lexicon)
    told = [(e.status, {p.actor_id or p.actor_name_ar for p in e.parties}, e.time and e.time.text, e.place and e.place.name_ar) for e in events]
    for each in wanted:
        one = next((e for e in events if fits(e, each, people)), None)
        if one is None:
            return f"{text}\nwanted {each}\nfound {told}"
        events.remove(one)
    return f"{text}\nfound {told}" if events else ""


@pytest.mark.parametrize("frame", DISCOURSE["same"])
def test_a_meeting_told_again_is_one(frame: str, lexicon: Lexicon) -> None:
    j = list(DISCOURSE["same"]).index(frame)
    texts = [(f"{written(first, people)} {written(DISCOURSE['same'][frame], people)}", people) for i, first in enumerate(DISCOURSE["first"].values()) for people in [people_of(i, j)]]
    assert not [m for text, people in texts if (m := missed(text, [FIRST], people, lexicon))]


@pytest.mark.parametrize("frame", DISCOURSE["different"])
def test_another_meeting_is_told_apart(frame: str, lexicon: Lexicon) -> None:
    j = list(DISCOURSE["different"]).index(frame)
    second, other = DISCOURSE["different"][frame]
    texts = [(f"{written(first, people)} {written(second, people)}", people) for i, first in enumerate(DISCOURSE["first"].values()) for people in [people_of(i, j)]]
    assert not [m for text, people in texts if (m := missed(text, [FIRST, other], people, lexicon))]


@pytest.mark.parametrize("article", DISCOURSE["articles"])
def test_what_one_sentence_leaves_out_another_tells(article: str, lexicon: Lexicon) -> None:
    text, wanted = DISCOURSE["articles"][article]
    i = list(DISCOURSE["articles"]).index(article)
    pairs = [people_of(i, j) for j in range(len(DISCOURSE["pairs"]))] if "{" in text else [people_of(0, 0)]
    feminine = "[" in text or not re.search(r"\{A\}|\{a\}", text)  # a frame without [التقى/التقت] has a man's verb
    assert not [m for people in pairs if feminine or not people.get("f") if (m := missed(written(text, people), wanted, people, lexicon))]


@pytest.mark.parametrize("text", DISCOURSE["none"])
def test_a_sitting_at_home_is_no_meeting(text: str, lexicon: Lexicon) -> None:
    assert not missed(text, [], {}, lexicon)
