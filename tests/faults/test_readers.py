"""Readers that never pause while nights publish: no error, and each answer is of one night as a whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from extract import publish
from extract.settings import Settings, load_settings
from tests.faults.nights import Undisturbed, copy_of, night
from tests.faults.readers import readers


def publish_again(settings: Settings, n: int) -> None:
    """Publish as publish does, with the night's number in two more tables that readers compare."""
    beside = settings.published.with_name(f".{n}")
    shutil.copyfile(settings.published, beside)
    with duckdb.connect(str(beside)) as con:
        con.execute("CREATE OR REPLACE TABLE nights AS SELECT ? AS n", [n])
        con.execute("CREATE OR REPLACE TABLE filler AS SELECT ? AS n FROM range(50000)", [n])
    publish.exchange(beside, settings.published)


def test_readers_see_each_publication_whole(sample_night: Settings, tmp_path: Path) -> None:
    settings = load_settings(tmp_path, "none")
    settings.published.parent.mkdir()
    shutil.copyfile(sample_night.published, settings.published)
    publish_again(settings, 0)
    ended = readers(settings.published, "SELECT (SELECT n FROM nights), min(n), max(n), count(*) FROM filler")
    for n in range(1, 21):
        publish_again(settings, n)
    asked, seen = ended()
    assert asked > 20
    assert all(row == (row[0], row[0], row[0], 50000) for row in seen) and len(seen) > 1
    assert len(list(settings.published.parent.glob("mahdar-*.duckdb"))) <= publish.KEPT


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_readers_through_twenty_nights(undisturbed: Undisturbed) -> None:
    settings = copy_of(undisturbed.before, undisturbed.place)
    count = "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM meetings), (SELECT count(*) FROM runs WHERE status = 'succeeded')"
    expected = set()
    ended = readers(settings.published, count, nice=10)  # else eight of them on two cores make half an hour of the nights
    for _ in range(20):
        assert night(settings) == 0
        with duckdb.connect(str(settings.published), read_only=True) as con:
            expected.add(con.execute(count).fetchone())
    with duckdb.connect(str(undisturbed.before.published), read_only=True) as con:
        expected.add(con.execute(count).fetchone())
    asked, seen = ended()
    assert asked > 100 and seen <= expected and len(seen) > 10
