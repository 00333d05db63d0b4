"""Copies: exact and near ones, across nights, in any order, without reading all before."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from extract.articles import duplicates
from extract.articles.duplicates import bands, find_pairs, shingles
from tests.articles.reading import ARABIC

WORDS = [a + b for a in "بتجحدرسصطعفقكلمنهو" for b in ("رام", "سلام", "عمل", "قول", "نور", "بحر", "جبل", "ورق")]


def text(seed: int, n: int = 120) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=n))


def edited(source: str) -> str:
    """The text with two words changed and a closing sentence."""
    words = source.split()
    words[10], words[60] = "تعديل", "آخر"
    return " ".join(words) + " انتهى الخبر هنا"


def pairs(rows: list[dict]) -> set[tuple[str, str]]:
    return {(r["article_id"], r["other_article_id"]) for r in rows}


def test_exact_and_near_copies_are_found_and_others_are_not(tmp_path: Path) -> None:
    night = [("a", text(1)), ("b", text(1)), ("c", edited(text(1))), ("d", text(2)), ("e", text(3))]
    found = find_pairs(night, tmp_path / "index.duckdb")
    assert pairs(found) == {("a", "b"), ("a", "c"), ("b", "c")}
    assert {r["jaccard"] for r in found if r["other_article_id"] == "b"} == {1.0}


def test_copies_across_nights_do_not_depend_on_the_order(tmp_path: Path) -> None:
    articles = [(f"{n:02d}", edited(text(n % 7)) if n % 2 else text(n % 7)) for n in range(28)]
    at_once = pairs(find_pairs(articles, tmp_path / "once.duckdb"))
    for seed in range(3):
        shuffled = random.Random(seed).sample(articles, len(articles))
        one_by_one: set[tuple[str, str]] = set()
        for start in range(0, len(shuffled), 9):
            one_by_one |= pairs(find_pairs(shuffled[start : start + 9], tmp_path / f"{seed}.duckdb"))
        assert one_by_one == at_once
    assert len(at_once) == 7 * 6


def test_a_night_can_be_repeated_and_an_edit_replaces(tmp_path: Path) -> None:
    index = tmp_path / "index.duckdb"
    first = find_pairs([("a", text(1)), ("b", text(1))], index)
    assert find_pairs([("a", text(1)), ("b", text(1))], index) == first
    find_pairs([("b", text(2))], index)
    assert find_pairs([("a", text(1))], index) == []


def test_an_excerpt_is_a_copy_by_containment(tmp_path: Path) -> None:
    excerpt = " ".join(text(1).split()[:80])
    found = find_pairs([("a", text(1)), ("b", excerpt)], tmp_path / "index.duckdb")
    assert [r["containment"] for r in found] == [1.0] and found[0]["jaccard"] < duplicates.JACCARD


def test_a_crowd_of_copies_costs_no_square(tmp_path: Path) -> None:
    found = find_pairs([(f"{n:03d}", text(1)) for n in range(300)], tmp_path / "index.duckdb")
    assert pairs(found) == {("000", f"{n:03d}") for n in range(1, 300)}


@pytest.mark.parametrize(("a", "b", "same"), [("إلى القمة في أنقرة اليوم", "الى القمه في انقره اليوم", True), ("أ ب ج د", "د ج ب أ", False), ("كلمة", "كلمة أخرى", False)])
def test_shingles_see_through_spelling_and_keep_the_order(a: str, b: str, same: bool) -> None:
    assert np.array_equal(shingles(a), shingles(b)) is same


@pytest.mark.parametrize("short", ["", "كلمة", "كلمة أخرى", ARABIC])
def test_any_text_has_shingles_and_bands(short: str) -> None:
    values = shingles(short)
    assert len(values) >= 1 and (values >= 0).all() and (np.diff(values) > 0).all()
    assert bands([values]).shape == (1, duplicates.BANDS) and bands([]).shape == (0, duplicates.BANDS)


def test_similar_sets_share_bands_as_often_as_they_should() -> None:
    """At Jaccard 0.7 a pair shares one of 32 bands of 4 rows with probability 1 - (1 - 0.7^4)^32 = 0.9998."""
    generator = np.random.default_rng(3)
    met = 0
    for _ in range(200):
        common, a, b = (generator.integers(0, 1 << 62, n) for n in (140, 30, 30))
        x, y = bands([np.unique(np.concatenate([common, a])), np.unique(np.concatenate([common, b]))])
        met += bool(set(x) & set(y))
    assert met >= 198
