"""A night killed at any moment costs nothing: the next one publishes what an undisturbed night publishes."""

from __future__ import annotations

import random
import signal

import pytest

from tests.faults.nights import STEPS, Undisturbed, copy_of, night, tables
from tests.faults.readers import readers

COUNTS = "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM meetings), (SELECT count(*) FROM quarantine)"


def test_killed_in_six_steps_one_after_the_other(undisturbed: Undisturbed) -> None:
    before, expected, seconds = undisturbed.before, undisturbed.tables, undisturbed.seconds
    chance = random.Random(20261120)
    settings = copy_of(before, undisturbed.place)
    yesterday = tables(settings)
    assert yesterday != expected
    for step in ("fetch", "clean", "extract", "load", "dbt build", "publish"):
        # in publish before the rename, so that yesterday's tables must still be there; after it they are tonight's
        night(settings, kill=(step, seconds[step] * chance.uniform(0.0, 0.9)))
        assert tables(settings) in (yesterday, expected), f"published while {step} was killed"
    assert night(settings) == 0
    assert tables(settings) == expected


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("moment", range(50 + len(STEPS)))
def test_killed_at_a_moment(moment: int, undisturbed: Undisturbed) -> None:
    before, expected, seconds = undisturbed.before, undisturbed.tables, undisturbed.seconds
    chance = random.Random(moment)
    if moment < len(STEPS):
        kill = (STEPS[moment], 0.0)  # at the very start of each step
    else:
        at = chance.uniform(0, sum(seconds.values()))
        for step in STEPS:
            if at < seconds[step]:
                break
            at -= seconds[step]
        kill = (step, at)
    yesterday = tables(before)
    counts = [tuple(len(t[name]) for name in ("articles", "meetings", "quarantine")) for t in (yesterday, expected)]
    for _ in range(10):  # a quick machine may be through before the kill: earlier then, until the night dies of it
        settings = copy_of(before, undisturbed.place)
        ended = readers(settings.published, COUNTS, number=1)
        if night(settings, kill=kill) == -signal.SIGKILL:
            break
        ended()
        kill = (kill[0], kill[1] / 2)
    else:
        pytest.fail(f"no kill landed in {kill[0]}")
    assert tables(settings) in (yesterday, expected), f"published when killed {kill[1]:.2f} s into {kill[0]}"
    assert night(settings) == 0
    asked, seen = ended()
    assert asked > 0 and seen <= set(counts), "read at every moment, one night whole"
    assert tables(settings) == expected, f"after a kill {kill[1]:.2f} s into {kill[0]}"
