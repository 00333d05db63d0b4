"""Leaders whom newswire names by surname alone."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from extract.arabic.document import annotate
from extract.lexicon import Lexicon

SEEDS = Path(__file__).resolve().parents[3] / "seeds"
DAY = dt.date(2018, 7, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("التقى ماكرون الأحد نظيره السنغالي.", {("emmanuel-macron", "president", "FR")}),
        ("وصل الرئيس ترامب إلى بروكسل.", {("donald-trump", "president", "US")}),
        ("وقال لافروف إن الحوار مهم.", {("sergey-lavrov", "foreign minister", "RU")}),
        ("وصلت إيفانكا ترامب إلى سيول.", set()),
    ],
)
def test_a_surname_alone_is_a_leader(text: str, expected: set, lexicon: Lexicon) -> None:
    assert {(p.person_id, p.role, p.actor_id) for p in annotate(text, None, DAY, lexicon).persons if p.person_id} == expected


def test_each_surname_leads_to_a_person_of_the_table() -> None:
    people = {r["person_id"] for r in csv.DictReader((SEEDS / "people.csv").open(encoding="utf-8"))}
    rows = list(csv.DictReader((SEEDS / "surnames.csv").open(encoding="utf-8")))
    assert len(rows) == len({r["surname_ar"] for r in rows}) >= 50 and {r["person_id"] for r in rows} <= people
