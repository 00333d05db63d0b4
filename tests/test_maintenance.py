"""Housekeeping: what is old goes, what is damaged is named, raw is never touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from extract import maintenance
from extract.settings import load_settings
from extract.sources import raw


def age(path: Path, days: int) -> None:
    old = path.stat().st_mtime - days * 86400
    os.utime(path, (old, old))


def test_old_runs_go_and_young_ones_stay(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, "none")
    old, young = settings.run_folder("2026-01-01-a"), settings.run_folder("2026-11-20-b")
    (old / "articles.parquet").write_bytes(b"x")
    age(old, 31)
    assert maintenance.prune(settings) == 1
    assert not old.exists()
    assert young.exists()


def test_quality_pages_go_with_their_run(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, "none")
    settings.run_folder("young")
    for name in ("young", "gone"):
        page = settings.docs / "quality" / "runs" / name / "raw.html"
        page.parent.mkdir(parents=True)
        page.write_text("page")
        page.with_suffix(".json").write_text('{"checked_at": "2026-11-20T02:00:00", "n": 9, "failed": []}')
    maintenance.prune(settings)
    assert [p.name for p in (settings.docs / "quality" / "runs").iterdir()] == ["young"]
    index = (settings.docs / "quality" / "index.html").read_text(encoding="utf-8")
    assert "young" in index and "gone" not in index


def test_old_logs_go_with_the_folders_that_they_empty(tmp_path: Path) -> None:
    old, young = tmp_path / "dag_id=a" / "run_id=1" / "attempt=1.log", tmp_path / "dag_id=a" / "run_id=2" / "attempt=1.log"
    for path in (old, young):
        path.parent.mkdir(parents=True)
        path.write_text("line")
    age(old, 31)
    assert maintenance.prune_logs(tmp_path) == 1
    assert not old.parent.exists()
    assert young.exists()


def test_a_damaged_raw_object_is_named(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, "none")
    folder = settings.raw / "objects" / "ab"
    folder.mkdir(parents=True)
    sound = raw.digest(b"sound")
    (folder / sound).write_bytes(b"sound")
    assert maintenance.verify_raw(settings) == 1
    (folder / sound).write_bytes(b"changed")
    with pytest.raises(raw.Damaged, match=sound):
        maintenance.verify_raw(settings)
