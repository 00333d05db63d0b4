"""The commands of docs/server.md, in their order, on a real engine: up, a night, backup, everything lost, restore. `make test-compose`."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import pytest

from tests.compose.test_compose import PROJECT, engine_answers
from tests.docs.test_commands import blocks, commands

pytestmark = pytest.mark.compose


def run(folder: Path, command: str, seconds: int = 1200) -> str:
    """Run a command of the document in a copy of the project with names and a port of its own; its output."""
    environment = os.environ | {"COMPOSE_PROJECT_NAME": "mahdar-docs", "PORT": "18082"}
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, timeout=seconds)
    assert done.returncode == 0, f"{command}\n{done.stdout[-2000:]}\n{done.stderr[-3000:]}"
    return done.stdout


def night(folder: Path, patience: int = 900) -> None:
    """One night by hand, after the one that the scheduler of a new server begins by itself."""
    begun = time.monotonic()
    while True:
        try:
            run(folder, "docker compose exec -T worker mahdar run --quiet")
            return
        except AssertionError as error:
            if "is under way" not in str(error) or time.monotonic() - begun > patience:
                raise
        time.sleep(10)


def test_what_the_document_says_brings_back_a_lost_server(tmp_path: Path) -> None:
    if not engine_answers():
        pytest.skip("no container engine with compose answers here")
    folder = tmp_path / "mahdar"
    subprocess.run(["git", "clone", "-q", f"file://{PROJECT}", str(folder)], check=True)
    start, upgrade, backup, restore = ([c for c, _ in commands(b)] for b in blocks(PROJECT / "docs" / "server.md"))
    assert start[1].startswith("make logs")  # follows the logs until it is stopped
    try:
        run(folder, start[0])
        with pytest.raises(subprocess.TimeoutExpired):
            run(folder, start[1], 15)
        run(folder, start[2])
        run(folder, upgrade[0])
        night(folder)
        before = run(folder, "docker compose exec -T worker mahdar summary")
        for command in backup:
            run(folder, command)
        run(folder, "docker compose down -v")
        for command in restore:
            run(folder, command)
        assert run(folder, "docker compose exec -T worker mahdar summary").splitlines()[1] == before.splitlines()[1]
    finally:
        run(folder, "docker compose down -v --remove-orphans")
