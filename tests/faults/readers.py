"""Readers in processes of their own that open, ask and close without pause until they are told to stop."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

import duckdb

READERS = 8


def read(published: Path, stop: Event, answers: Any, question: str, nice: int) -> None:
    """Open, ask and close until told to stop; put the different answers, or the first error, and how many were asked."""
    os.nice(nice)
    seen: set[tuple] = set()
    asked = 0
    try:
        while not stop.is_set():
            with duckdb.connect(str(published), read_only=True) as con:
                seen.add(con.execute(question).fetchone())
            asked += 1
        answers.put((asked, seen, None))
    except Exception as error:
        answers.put((asked, seen, repr(error)))


def readers(published: Path, question: str, number: int = READERS, *, nice: int = 0) -> Callable[[], tuple[int, set[tuple]]]:
    """Start ``number`` readers of the published file; what is returned ends them and gives how often they asked and what they were told.

    An error of any of them fails the test that ends them. ``nice`` leaves the processor to the nights beside them.
    """
    context = multiprocessing.get_context("spawn")
    stop, answers = context.Event(), context.Queue()
    processes = [context.Process(target=read, args=(published, stop, answers, question, nice)) for _ in range(number)]
    for p in processes:
        p.start()

    def ended() -> tuple[int, set[tuple]]:
        stop.set()
        results = [answers.get(timeout=60) for _ in processes]
        for p in processes:
            p.join()
        assert [error for _, _, error in results if error] == []
        return sum(asked for asked, _, _ in results), set().union(*(seen for _, seen, _ in results))

    return ended
