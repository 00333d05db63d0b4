"""The batches of the clean step: every record once, the same for the same records, and repeated without a trace."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from extract.articles import batches, clean_batch, deduplicate
from extract.contracts import RAW_RECORDS
from extract.settings import Settings, load_settings
from extract.sources.fetch import fetch_source
from extract.sources.raw import write_table
from extract.steps.extract import count_batches, extract_batch
from tests.articles.reading import ARABIC
from tests.conftest import write_drop

AT = dt.datetime(2026, 11, 20, 2)


def records(**objects: int) -> list[dict]:
    """Raw records of objects with so many parts each, the last part first."""
    return [
        {"raw_id": f"{name}-{n}", "object_path": f"objects/{name}", "kind": "record", "part": str(n), "url": None, "source_id": "s"}
        for name, size in objects.items()
        for n in range(size, 0, -1)
    ]


def night(folder: Path, *ids: str) -> Settings:
    """A run "night" that has received an article for each id, each an object of its own."""
    settings = load_settings(folder / "data", "none")
    for i in ids:
        write_drop(folder / f"drop/{i}.jsonl", {"id": i, "text": f"{ARABIC} {i}" if i != "short" else "خبر قصير"})
    fetch_source({"id": "s", "kind": "folder", "path": str(folder / "drop"), "base": "."}, settings, "night", dt.date(2026, 11, 20))
    return settings


def files(settings: Settings, pattern: str = "*.parquet") -> dict[str, list[dict]]:
    return {p.name: pq.read_table(p).to_pylist() for p in sorted(settings.run_folder("night").glob(pattern))}


def test_every_record_is_in_one_batch_and_small_objects_are_whole() -> None:
    given = records(a=100, b=100, c=100, d=20)
    found = list(batches.split(given))
    assert [len(b) for b in found] == [200, 120]
    assert sorted(r["raw_id"] for b in found for r in b) == sorted(r["raw_id"] for r in given)
    assert {r["object_path"] for r in found[0]}.isdisjoint(r["object_path"] for r in found[1])
    assert list(batches.split(given[::-1])) == found, "the order in which they came does not matter"


def test_a_large_object_is_shared_in_the_order_of_its_parts() -> None:
    found = list(batches.split(records(drop=batches.BATCH * 2 + 1)))
    assert [len(b) for b in found] == [batches.BATCH, batches.BATCH, 1]
    assert [int(r["part"]) for b in found for r in b] == list(range(1, batches.BATCH * 2 + 2))
    assert len(list(batches.split(records(archive=batches.BATCH * batches.SHARE * 2)))) == batches.SHARE


@pytest.mark.parametrize("per_object", [1, 150, 1000])
def test_there_are_never_more_batches_than_airflow_maps(per_object: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "BATCH", 2)
    given = records(**{f"o{n:05d}": per_object for n in range(12_000 // per_object)})
    assert 10 < len(list(batches.split(given))) <= 1024


def test_a_batch_that_is_read_again_gives_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "BATCH", 2)
    settings = night(tmp_path, "one", "two", "three", "four", "short")
    n = batches.plan(settings, "night")
    assert n == 3
    for batch in (2, 0, 1, 1):  # in any order, one of them twice
        clean_batch(settings, "night", batch)
    assert deduplicate(settings, "night", AT) == {"articles": 4, "quarantined": 1}
    first = files(settings)
    clean_batch(settings, "night", 1)
    deduplicate(settings, "night", AT)
    assert files(settings) == first
    assert first["quarantine-clean.parquet"][0]["quarantined_at"] == AT


def test_parts_and_refusals_of_an_earlier_try_do_not_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "BATCH", 1)
    settings = night(tmp_path, "one", "two", "short")
    for batch in range(batches.plan(settings, "night")):
        clean_batch(settings, "night", batch)
    deduplicate(settings, "night", AT)
    path = next(settings.run_folder("night").glob("raw_records-*.parquet"))
    write_table([r for r in pq.read_table(path).to_pylist() if r["external_id"] == "one"], RAW_RECORDS, path)
    assert batches.plan(settings, "night") == 1 and files(settings, "clean-*.parquet") == {}
    clean_batch(settings, "night", 0)
    assert deduplicate(settings, "night", AT) == {"articles": 1, "quarantined": 0}
    assert [a["external_id"] for a in files(settings)["articles.parquet"]] == ["one"]
    assert "quarantine-clean.parquet" not in files(settings)


def test_a_batch_that_was_not_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "BATCH", 1)
    settings = night(tmp_path, "one", "two")
    batches.plan(settings, "night")
    clean_batch(settings, "night", 0)
    with pytest.raises(FileNotFoundError, match="batch 1 of the clean step has not been read.*clear the task clean"):
        deduplicate(settings, "night", AT)


def test_a_run_that_received_nothing_has_an_empty_batch(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, "none")
    assert batches.plan(settings, "night") == 1
    assert clean_batch(settings, "night", 0) == {"articles": 0, "refused": 0}
    assert deduplicate(settings, "night", AT) == {"articles": 0, "quarantined": 0}
    assert count_batches(settings, "night") == 1
    assert set(extract_batch(settings, "night", 0).values()) == {0}
