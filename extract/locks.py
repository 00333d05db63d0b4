"""One night at a time on a data folder, whether it runs in one process or as the tasks of a DAG run.

A run in one process holds ``.run.lock`` alone. A night of Airflow lives in many processes: it holds a lease, the file
``.night`` with its run id, and each of its tasks shares ``.run.lock`` while it works and renews the lease. The kernel
frees the lock of a killed process; a lease that no task renewed for ``LEASE`` seconds is another's to take.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from extract.settings import Settings

LEASE = 1800.0  # seconds between two tasks of a night: retries, a lost worker, a busy queue
PATIENCE = 3.0  # seconds for the child processes of a killed run to end, which share its lock


class AnotherRun(Exception):
    """A run on the same data folder is under way."""


@contextmanager
def run_lock(settings: Settings) -> Iterator[None]:
    """Hold the data folder for a run in this process; raises AnotherRun where another run or night holds it."""
    with _locked(settings, fcntl.LOCK_EX):
        with _lease(settings) as file:
            holder = _holder(file)
        if holder:
            raise _refusal(settings, holder)
        yield


@contextmanager
def night_lock(settings: Settings, run_id: str, *, take: bool = True) -> Iterator[None]:
    """Hold the data folder for one task of the night ``run_id``; tasks of the same night share it.

    Takes the lease where it is free; raises AnotherRun where another run or night holds the folder. Without ``take`` a lease
    that the night has is renewed and none is taken, as befits a worker with a data folder of its own, to which the night
    does not come back to give the lease up.
    """
    with _locked(settings, fcntl.LOCK_SH):
        with _lease(settings) as file:
            holder = _holder(file)
            if holder not in (None, run_id):
                raise _refusal(settings, holder)
            if take or holder:
                _write(file, run_id)
        yield
        with _lease(settings) as file:
            if file.read() == run_id:
                _write(file, run_id)


def end_night(settings: Settings, run_id: str) -> None:
    """Give the lease back; nothing happens where another night has it."""
    with _lease(settings) as file:
        if file.read() == run_id:
            file.truncate(0)


def _write(file: IO[str], run_id: str) -> None:
    file.truncate(0)
    file.write(run_id)


@contextmanager
def _lease(settings: Settings) -> Iterator[IO[str]]:
    """The lease's file, open at its start and locked against other processes."""
    with (settings.data / ".night").open("a+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        yield file


def _holder(file: IO[str]) -> str | None:
    """The night that holds the lease; None where it is free or was not renewed in time."""
    age = time.time() - os.fstat(file.fileno()).st_mtime
    return (file.read() or None) if age < LEASE else None


@contextmanager
def _locked(settings: Settings, how: int) -> Iterator[None]:
    with (settings.data / ".run.lock").open("a+") as handle:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                fcntl.flock(handle, how | fcntl.LOCK_NB)
                break
            except OSError as error:
                if time.monotonic() > deadline:
                    raise _refusal(settings, None) from error
                time.sleep(0.1)
        yield


def _refusal(settings: Settings, holder: str | None) -> AnotherRun:
    who = f"the night {holder} of Airflow" if holder else "another run"
    free = f" (a night that died frees it {LEASE / 60:.0f} minutes after its last task)" if holder else ""
    return AnotherRun(f"{who} is under way on {settings.data}{free}; wait until it ends or use another data folder (--data)")
