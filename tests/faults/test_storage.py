"""Disks that fill, refuse or rot, clocks that go back, sources that repeat themselves, runs that died after a fetch."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from extract import pipeline
from extract.settings import Settings, load_settings
from extract.sources.unfinished import take_up
from tests.conftest import write_drop
from tests.faults.nights import DAY, Undisturbed, copy_of, night, tables

GOOD = "التقى وزير الخارجية المصري بدر عبد العاطي نظيره التركي هاكان فيدان في القاهرة اليوم وبحثا الأوضاع في المنطقة."


def mount(folder: Path, options: str) -> None:
    """A small file system of its own in ``folder``; skips the test where this user may not mount one."""
    folder.mkdir(exist_ok=True)
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"no file system can be mounted here ({done.stderr.strip()}): run as root")


def unmount(folder: Path) -> None:
    subprocess.run(["umount", "-l", str(folder)], check=True)


def used(folder: Path) -> int:
    return sum(-(-p.stat().st_size // 4096) * 4096 for p in folder.rglob("*") if p.is_file())


def drop(settings: Settings, *ids: str) -> None:
    write_drop(settings.inbox / "s" / "drop.jsonl", *({"id": i, "source": "s", "published": "2026-11-19", "text": f"{GOOD} {i}"} for i in ids))


def rows(settings: Settings, run_id: str, pattern: str) -> list[dict]:
    return [r for path in sorted(settings.run_folder(run_id).glob(pattern)) for r in pq.read_table(path).to_pylist()]


@pytest.mark.parametrize("room", [300_000, *(pytest.param(n * 1_000_000, marks=pytest.mark.slow) for n in (1, 5, 9, 13))])
def test_a_full_disk_costs_the_night_and_not_the_warehouse(room: int, undisturbed: Undisturbed) -> None:
    disk = undisturbed.place.parent / "disk"
    mount(disk, f"size={used(undisturbed.before.data) + room}")
    try:
        settings = copy_of(undisturbed.before, disk / "data")
        yesterday = tables(settings)
        assert night(settings) == 1
        assert tables(settings) == yesterday
        if room > 300_000:
            subprocess.run(["mount", "-o", f"remount,size={room + 300_000_000}", str(disk)], check=True)
            assert night(settings) == 0
            counts = {table: len(rows) for table, rows in tables(settings).items()}
            assert counts == {table: len(rows) for table, rows in undisturbed.tables.items()}
    finally:
        unmount(disk)


def test_a_read_only_folder_is_told_and_still_read(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    mount(disk, "size=1m")
    try:
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        result = subprocess.run([sys.executable, "-m", "extract.cli.main", "run", "--sources", "none", "--data", str(disk)], capture_output=True, text=True, timeout=120)
        assert result.returncode == 1 and "Traceback" not in result.stderr
        assert f"the data folder {disk} cannot be written (Read-only file system)" in result.stderr and "--data" in result.stderr
    finally:
        unmount(disk)


def test_a_flipped_byte_is_named_quarantined_and_mended_from_the_source(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "data", "none")
    drop(settings, "one")
    (settings.inbox / "s/plain.txt").write_text(GOOD + " نص آخر.", encoding="utf-8")
    pipeline.fetch(settings, "first", DAY)
    victim = settings.raw / next(r["object_path"] for r in rows(settings, "first", "raw_records-*.parquet") if r["external_id"] == "plain")
    sound = victim.read_bytes()
    victim.chmod(0o644)
    victim.write_bytes(sound[:10] + bytes([sound[10] ^ 1]) + sound[11:])
    assert pipeline.clean(settings, "first") == {"articles": 1, "quarantined": 1}
    [refused] = rows(settings, "first", "quarantine-clean.parquet")
    assert refused["reason"] == "damaged_raw" and victim.name in refused["detail"] and "restore it" in refused["detail"]
    pipeline.fetch(settings, "second", DAY)
    assert victim.read_bytes() == sound
    assert pipeline.clean(settings, "second") == {"articles": 2, "quarantined": 0}


def test_what_a_dead_run_received_is_taken_up(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "data", "none")
    drop(settings, "one", "two")
    pipeline.fetch(settings, "2026-11-19-dead", DAY)
    (settings.inbox / "s/drop.jsonl").unlink()  # the source gives it only once
    drop(settings, "three")
    assert pipeline.fetch(settings, "2026-11-20-next", DAY)["taken_up"] == 2
    assert pipeline.clean(settings, "2026-11-20-next")["articles"] == 3
    pipeline.load(settings, "2026-11-20-next")
    assert take_up(settings, "2026-11-21-later") == 0, "loaded once"


def test_what_a_dead_run_refused_is_told_once(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "data", "none")
    drop(settings, "one")
    (settings.inbox / "s/broken.jsonl").write_text('{"id": "broken"\n', encoding="utf-8")
    pipeline.fetch(settings, "2026-11-19-dead", DAY)
    assert pipeline.fetch(settings, "2026-11-20-next", DAY)["taken_up"] == 0, "received again"
    refused = [r["quarantine_id"] for r in rows(settings, "2026-11-20-next", "quarantine-*.parquet")]
    records = [r["raw_id"] for r in rows(settings, "2026-11-20-next", "raw_records-*.parquet")]
    assert len(refused) == len(set(refused)) == 1 and len(records) == len(set(records)) == 1


def test_the_same_feed_again_is_the_same_records(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "data", "none")
    drop(settings, "one", "two")
    for run in ("first", "second"):
        pipeline.fetch(settings, run, DAY)
        pipeline.clean(settings, run)
    first, second = ({(r["article_id"], r["content_sha256"], r["raw_id"]) for r in rows(settings, run, "articles.parquet")} for run in ("first", "second"))
    assert first == second and len(first) == 2


def test_a_clock_set_back_keeps_the_order_of_receipt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extract.sources import raw

    settings = load_settings(tmp_path / "data", "none")
    before = raw.received_now(settings.state)

    class Earlier(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:
            return dt.datetime(2020, 1, 1, tzinfo=tz)

    monkeypatch.setattr(raw.dt, "datetime", Earlier)
    after = raw.received_now(settings.state)
    assert before < after < before + dt.timedelta(seconds=1), "a version received later stays the later one"


def test_a_record_that_cannot_be_read_does_not_end_the_night(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "data", "none")
    write_drop(settings.inbox / "s" / "drop.jsonl", *({"id": i, "url": u, "source": "s", "html": f"<p>{GOOD}</p>"} for i, u in (("bad", "http://[x"), ("good", "https://news.example/1"))))
    pipeline.fetch(settings, "night", DAY)
    done = pipeline.clean(settings, "night")
    assert done["articles"] + done["quarantined"] == 2 and done["articles"] >= 1


def test_a_rebuild_takes_the_days_that_are_asked_for(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "data", "none")
    for n, day in enumerate((18, 19, 20)):
        drop(settings, f"article-{n}")
        pipeline.fetch(settings, f"run-{n}", dt.date(2026, 11, day))
    whole = pipeline.replay(settings, "whole")["records"]
    middle = pipeline.replay(settings, "middle", dt.date(2026, 11, 19), dt.date(2026, 11, 19))["records"]
    later = pipeline.replay(settings, "later", since=dt.date(2026, 11, 19))["records"]
    assert (middle, later, whole) == (1, 2, 3)
    with pytest.raises(FileNotFoundError, match="nothing to rebuild from"):
        pipeline.replay(settings, "none", since=dt.date(2027, 1, 1))
