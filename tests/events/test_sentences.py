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

from extract.lexicon import Lexicon
from tests.events.reading import reports, told_meetings, told_pledges

DAY = "2024-05-07"
CASES = [
    pytest.param(case, id=f"{file.stem}:{n}")
    for file in sorted((Path(__file__).parent / "sentences").glob("*.yml"))
    for n, case in enumerate(yaml.safe_load(file.read_text(encoding="utf-8")), 1)
]


def _fits(told: dict, wanted: dict) -> bool:
    return all((told[k] == set(v) if isinstance(told[k], set) else told[k] == (str(v) if k in ("date", "end") and v else v)) for k, v in wanted.items())


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_tells_its_events(case: dict, lexicon: Lexicon) -> None:
    day = case.get("published", DAY)
    published = dt.datetime.fromisoformat(str(day)) if day else None
    found = reports(case["text"], lexicon, published, case.get("title"))
    for table, told in (("meetings", told_meetings(found)), ("pledges", told_pledges(found))):
        if table not in case:
            continue
        for wanted in case[table]:
            assert any(_fits(t, wanted) for t in told), f"{case['text']}\nwanted {wanted}\nfound {told}"
        assert case.get("more") or len(told) == len(case[table]), f"{case['text']}\nfound {told}"
    actors = {a for m in told_meetings(found) for a in m["actors"]}
    assert not actors & set(case.get("without", ())), f"{case['text']}\nfound {told_meetings(found)}"
