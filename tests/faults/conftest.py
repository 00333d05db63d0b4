"""The undisturbed night that the disturbed ones are compared with."""

from __future__ import annotations

import pytest

from tests.faults.nights import Undisturbed, copy_of, durations, tables, waiting_data


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    """Made once: half of the sample published, the other half waiting."""
    folder = tmp_path_factory.mktemp("nights")
    before = waiting_data(folder / "before")
    after = copy_of(before, folder / "data")
    seconds = durations(after)
    return Undisturbed(before, tables(after), seconds, folder / "data")
