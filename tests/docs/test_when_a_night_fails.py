"""The commands of docs/when-a-night-fails.md: after a good night there is nothing to read again, and they say so."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from extract.cli.main import cli
from extract.settings import Settings
from tests.docs.test_commands import PROJECT, blocks, commands

DOCUMENT = PROJECT / "docs" / "when-a-night-fails.md"


@pytest.mark.parametrize("command", [c for b in blocks(DOCUMENT) for c, _ in commands(b)], ids=lambda c: c.split("#")[0].strip())
def test_requeue_of_a_good_night_says_that_nothing_waits(command: str, sample_night: Settings) -> None:
    arguments = command.split("#")[0].split()[1:]
    assert arguments[0] == "requeue"
    result = CliRunner().invoke(cli, [*arguments, "--data", str(sample_night.data)])
    assert result.exit_code == 1
    assert "nothing in quarantine" in str(result.exception) + result.output
