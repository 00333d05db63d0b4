"""The targets of the Makefile that the documents name: `make run` for real, in a copy of the project; of the others that they are what they say."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from extract.settings import load_settings

PROJECT = Path(__file__).resolve().parents[2]


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run make there with the environment of these tests, which is not made again."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("MAHDAR_", "CAMELTOOLS_", "AIRFLOW"))} | {"PYTHONPATH": str(folder)}
    return subprocess.run(["make", "-o", ".venv/.base", "-o", ".venv/.dev", "-o", ".venv/.compiled", *arguments], cwd=folder, env=environment, capture_output=True, text=True, timeout=600)


@pytest.mark.parametrize(
    ("target", "does"),
    [("make env", ""), ("make compile", ""), ("make test", "-m pytest"), ("make lint", "sqlfluff"), ("make sql", "mahdar sql"), ("make ui", "airflow_ui.py"), ("make bench", "benchmarks/run.py")],
)
def test_a_target_does_what_the_documents_say(target: str, does: str) -> None:
    done = make(PROJECT, "-n", target.split()[1])
    assert done.returncode == 0, done.stderr
    assert does in done.stdout


@pytest.mark.slow
def test_make_run_publishes_a_night_with_its_bulletin(tmp_path: Path) -> None:
    """`make run` of the README."""
    copy = tmp_path / "mahdar"
    shutil.copytree(PROJECT, copy, ignore=shutil.ignore_patterns(".git", ".venv", "data", ".*_cache", ".hypothesis", "node_modules", "__pycache__", "*.egg-info"))
    (copy / ".venv").symlink_to(sys.prefix)
    done = make(copy, "run")
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert "42 articles" in done.stdout
    settings = load_settings(copy / "data", "none")
    assert settings.published.is_file()
    assert (settings.docs / "bulletin" / "index.html").is_file() and (settings.docs / "pages" / "index.html").is_file()
