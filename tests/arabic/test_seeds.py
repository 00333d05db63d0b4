"""The reference tables agree with each other: ids, codes, years, and no written form of two things of a kind."""

from __future__ import annotations

import collections
import csv
import re
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from extract.arabic.normalizer import fold, fold_phrase

SEEDS = Path(__file__).parents[2] / "seeds"


@cache
def rows(table: str) -> list[dict[str, str]]:
    with (SEEDS / f"{table}.csv").open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def forms(row: dict[str, str]) -> list[str]:
    return [row["name_ar"], *filter(None, row["aliases_ar"].split("|"))]


def repeated(values: list[str]) -> list[str]:
    return [v for v, n in collections.Counter(values).items() if n > 1]


@pytest.mark.parametrize(
    ("table", "key"), [("people", "person_id"), ("organisations", "org_id"), ("places", "place_id"), ("states", "actor_id"), ("titles", "title_ar"), ("units", "unit_ar"), ("months", "name_ar"), ("time_words", "word_ar"), ("given_names", "name_ar"), ("body_heads", "forms_ar")]
)
def test_each_row_is_one_thing(table: str, key: str) -> None:
    assert repeated([r[key] for r in rows(table)]) == []


def test_codes_of_organisations_are_their_own() -> None:
    codes = [r["actor_id"] for r in rows("organisations") if r["actor_id"]]
    assert repeated(codes) == [] and not set(codes) & {r["actor_id"] for r in rows("states")}


def test_what_a_row_belongs_to_is_there() -> None:
    states = {r["actor_id"] for r in rows("states")}
    actors = states | {r["actor_id"] for r in rows("organisations") if r["actor_id"]}
    bodies = actors | {r["org_id"] for r in rows("organisations")}
    people = {r["person_id"] for r in rows("people")}
    assert [r["org_id"] for r in rows("organisations") if r["parent_id"] and r["parent_id"] not in bodies] == []
    assert [r for r in rows("offices") if r["person_id"] not in people or r["actor_id"] and r["actor_id"] not in actors] == []
    assert [r for r in rows("offices") if bool(r["actor_id"]) == bool(r["actor_name_ar"])] == []
    assert [r["place_id"] for r in rows("places") if r["country_code"] not in states] == []
    assert [r for r in rows("nisbas") + rows("metonyms") if r["actor_id"] not in actors] == []
    assert [r for r in rows("metonyms") if r["place_id"] and r["place_id"] not in {p["place_id"] for p in rows("places") if p["country_code"] == r["actor_id"]}] == []


def test_offices_begin_before_they_end() -> None:
    assert [r for r in rows("offices") if r["to_year"] and int(r["to_year"]) < int(r["from_year"])] == []
    assert [r for r in rows("offices") if not re.fullmatch(r"(19|20)\d\d", r["from_year"])] == []


@pytest.mark.parametrize("table", ["people", "organisations", "states"])
def test_no_form_means_two_of_a_kind(table: str) -> None:
    owners: dict[str, set[int]] = collections.defaultdict(set)
    for n, row in enumerate(rows(table)):
        for form in forms(row):
            owners[fold_phrase(form)].add(n)
    assert {k: v for k, v in owners.items() if len(v) > 1} == {}


@pytest.mark.parametrize(("table", "least"), [("organisations", 400), ("people", 2000), ("states", 195), ("lexicon", 1400), ("places", 430)])
def test_the_tables_are_as_large_as_the_documents_say(table: str, least: int) -> None:
    assert len(rows(table)) >= least


def test_wikidata_ids_belong_to_rows_that_are_there() -> None:
    known = {
        "actor": {r["actor_id"] for r in rows("states") + rows("organisations")},
        "person": {r["person_id"] for r in rows("people")},
        "place": {r["place_id"] for r in rows("places")},
    }
    links = rows("wikidata")
    assert [r for r in links if r["entity_id"] not in known[r["entity"]] or not re.fullmatch(r"Q[1-9]\d*", r["wikidata_id"])] == []
    assert repeated([r["wikidata_id"] for r in links]) == [] and repeated([r["entity"] + r["entity_id"] for r in links]) == []
    assert {r["actor_id"] for r in rows("states")} <= {r["entity_id"] for r in links if r["entity"] == "actor"}


def test_stems_are_written_as_the_database_reads_them() -> None:
    wrong = [r["lemma"] for r in rows("lexicon") if not re.fullmatch(r"[a-z_]+=[^;=,]+(;[a-z_]+=[^;=,]+)*", r["stems"])]
    assert wrong == []
    assert [r["lemma"] for r in rows("lexicon") if r["pos"] == "verb" and not ("pv=" in r["stems"] and "iv=" in r["stems"])] == []
    assert repeated([f"{r['lemma']} {r['pos']}" for r in rows("lexicon")]) == []


def test_names_are_arabic() -> None:
    latin = [r["name_ar"] for t in ("people", "organisations", "places", "states") for r in rows(t) if re.search(r"[A-Za-z]", r["name_ar"].replace("ADQ", ""))]
    assert latin == []
    assert [r["name_ar"] for r in rows("people") if not fold(r["name_ar"]).strip()] == []


def test_every_month_of_both_calendars_has_a_name() -> None:
    for calendar in ("gregorian", "hijri"):
        assert {r["month"] for r in rows("months") if r["calendar"] == calendar} == {str(n) for n in range(1, 13)}
    assert {r["calendar"] for r in rows("months")} == {"gregorian", "hijri"}
    assert {r["is_also_a_word"] for r in rows("months")} == {"true", "false"}


def test_words_of_time_stand_for_what_their_kind_allows() -> None:
    values: dict[str, set[str]] = collections.defaultdict(set)
    for row in rows("time_words"):
        values[row["kind"]].add(row["value"])
    assert values.pop("weekday") == {str(n) for n in range(7)}
    assert values.pop("ordinal_day") == {str(n) for n in range(1, 32)}
    assert values == {"next": {"1"}, "current": {"0"}, "last": {"-1"}, "day_part": {""}}


def test_number_words_have_one_value_of_a_kind() -> None:
    assert repeated([f"{r['word_ar']} {r['kind']}" for r in rows("number_words")]) == []
    bounds = {"unit": (1, 900), "scale": (10**3, 10**12), "dual": (10**3, 2 * 10**9), "fraction": (0, 1)}
    assert [r for r in rows("number_words") if not bounds[r["kind"]][0] <= Fraction(r["value"]) <= bounds[r["kind"]][1]] == []
    assert [r for r in rows("number_words") if (r["counts_time"] == "true") > (r["kind"] == "unit") or r["counts_time"] not in ("true", "false")] == []
    assert [r["word_ar"] for r in rows("number_words") if " " in r["word_ar"]] == []
