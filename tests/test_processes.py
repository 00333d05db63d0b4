"""Work on several processes gives what one gives, holds little in memory, and ends with its parent."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from extract import pipeline
from extract.articles import batches, clean
from extract.processes import AHEAD, spread
from extract.settings import Settings
from extract.steps import extract

PROCESSES = 2


def square(n: int) -> int:
    return n * n


def where(_: int) -> int:
    time.sleep(0.02)
    return os.getpid()


def test_results_come_in_order_from_several_processes() -> None:
    assert list(spread(square, range(50), PROCESSES)) == [n * n for n in range(50)]
    pids = set(spread(where, range(20), PROCESSES))
    assert len(pids) == PROCESSES and os.getpid() not in pids
    assert set(spread(where, range(3), 1)) == {os.getpid()}


def test_items_are_taken_as_they_are_needed() -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for n in range(1000):
            taken += 1
            yield n

    results = spread(square, items(), PROCESSES)
    next(results)
    assert taken <= AHEAD * PROCESSES
    results.close()  # type: ignore[attr-defined]


def test_workers_end_when_their_parent_is_killed() -> None:
    code = (
        "import os, time\nfrom extract.processes import spread\n"
        "def work(n):\n    os.write(1, b'%d\\n' % os.getpid())\n    time.sleep(60)\n"  # at once: two processes write to one pipe
        "list(spread(work, range(2), 2))"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    workers = [int(parent.stdout.readline()) for _ in range(2)]
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and any(Path(f"/proc/{w}").exists() for w in workers):
        time.sleep(0.1)
    assert not any(Path(f"/proc/{w}").exists() for w in workers)


def copy_of_run(night: Settings, folder: Path) -> tuple[Settings, str]:
    """The sample night's data folder before it was cleaned, and its run."""
    settings = Settings(folder, None)
    run_id = next((night.data / "runs").iterdir()).name
    for part in ("raw", "cache"):
        shutil.copytree(night.data / part, folder / part)
    for path in (night.data / "runs" / run_id).glob("raw_records-*.parquet"):
        shutil.copy(path, settings.run_folder(run_id))
    return settings, run_id


def test_clean_and_extract_do_not_depend_on_the_number_of_processes(sample_night: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "BATCH", 10)
    monkeypatch.setattr(extract, "BATCH", 10)
    found = []
    for processes in (1, PROCESSES):
        settings, run_id = copy_of_run(sample_night, tmp_path / str(processes))
        monkeypatch.setattr(clean, "cores", lambda processes=processes: processes)
        pipeline.clean(settings, run_id)
        extract.extract_all(settings, run_id, processes=processes)
        files = sorted(p for p in settings.run_folder(run_id).glob("*.parquet") if not p.name.startswith(("raw_records", "clean_batches", "quarantine")))
        found.append({p.name: pq.read_table(p).to_pylist() for p in files})
    assert set(found[0]) == set(found[1])
    assert {"articles.parquet", "clean-00003.parquet"} <= set(found[0]) and "readings-00004.parquet" in found[0]
    assert found[0] == found[1]
