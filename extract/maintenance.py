"""Housekeeping of a data folder: old runs, checksums of the raw store, rebuild."""

from __future__ import annotations

import datetime as dt
import shutil
import time
from pathlib import Path
from typing import Any

from extract import store
from extract.settings import Settings, load_settings
from extract.sources import raw

KEEP_DAYS = 30


def prune(settings: Settings | None = None, keep_days: int = KEEP_DAYS) -> int:
    """Remove run folders untouched for ``keep_days`` with their quality pages, and what killed runs left half written; return how many folders.

    Raw and warehouse are not touched.
    """
    settings = settings or load_settings()
    _remove_leftovers(settings)
    kept_in = {str(p): p for p in (settings.runs, settings.data / "runs")}.values()  # with MAHDAR_STORE two places
    old = [p for runs in kept_in for at, p in store.folders(runs) if at < time.time() - keep_days * 86400]
    for folder in old:
        store.remove(folder)
    _prune_quality_pages(settings)
    return len({p.name for p in old})


def _prune_quality_pages(settings: Settings) -> None:
    """Remove the quality pages of runs that are gone, and their lines in the index."""
    from expectations.docs import write_index

    pages = settings.docs / "quality" / "runs"
    there = {p.name for _, p in store.folders(settings.runs)}
    gone = [p for p in pages.iterdir() if p.name not in there] if pages.is_dir() else []
    for folder in gone:
        shutil.rmtree(folder)
    if gone:
        write_index(settings.docs / "quality")


def _remove_leftovers(settings: Settings) -> None:
    """Remove files of yesterday and before that were to be renamed into place: their names are hidden and end in a process id.

    An object store has none.
    """
    for place in (p for p in (settings.raw, settings.published.parent, settings.runs) if store.is_folder(p)):
        for path in place.rglob(".*"):
            if path.is_file() and path.stat().st_mtime < time.time() - 86400:
                path.unlink()


def prune_logs(folder: Path, keep_days: int = KEEP_DAYS) -> int:
    """Remove log files below ``folder`` untouched for ``keep_days`` and the folders that this empties; return how many files."""
    oldest = time.time() - keep_days * 86400
    old = [p for p in folder.rglob("*") if p.is_file() and p.stat().st_mtime < oldest]
    for path in old:
        path.unlink()
        for parent in path.parents:
            if parent == folder or any(parent.iterdir()):
                break
            parent.rmdir()
    return len(old)


def verify_raw(settings: Settings | None = None) -> int:
    """Read every raw object; return how many are sound, raise raw.Damaged with the names of those that are not."""
    settings = settings or load_settings()
    sound, damaged = 0, []
    for path in sorted((settings.raw / "objects").glob("*/[!.]*")):
        if raw.digest_file(path) == path.name:
            sound += 1
        else:
            damaged.append(path.name)
    if damaged:
        raise raw.Damaged(f"{len(damaged)} raw objects in {settings.raw / 'objects'} are damaged: {', '.join(damaged[:5])}; restore them from a backup")
    return sound


def rebuild(since: str | None = None, until: str | None = None) -> dict[str, Any]:
    """The whole warehouse again from raw, or what was received from ``since`` to ``until`` (YYYY-MM-DD, inclusive)."""
    from extract import pipeline

    first, last = (dt.date.fromisoformat(d) if d else None for d in (since, until))
    return pipeline.rebuild(load_settings(), dt.datetime.now(dt.timezone.utc).date(), since=first, until=last)["counts"]  # type: ignore[no-any-return]
