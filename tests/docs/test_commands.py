"""Every command in the documents is run, in a copy of the project with one night on the sample articles.

A block ```sh holds commands; a block ```console holds commands after "$ " and what they print, compared line by line without
regard to figures and ids (a line with … is left out). A block marked ```sh tested-by=FILE needs what is not everywhere (Docker,
a browser, minutes) and is run by that file, which must name each of the block's commands or read the document itself.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from extract.settings import Settings

PROJECT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*PROJECT.glob("*.md"), *(PROJECT / "docs").rglob("*.md")])
COMMAND = re.compile(r"^ {4}(?:\$ )?(?:make|mahdar|docker|git|python|echo|pip|\.venv/bin/)\S*(?: |$)", re.M)


class Block(NamedTuple):
    """A fenced block: its language, the file that tests it where it is not run here, its lines."""

    language: str
    tested_by: str | None
    lines: list[str]


def blocks(path: Path) -> list[Block]:
    """The blocks of commands of a document."""
    found = re.findall(r"^```(sh|console)(?: tested-by=(\S+))?\n(.*?)^```$", path.read_text(encoding="utf-8"), re.M | re.S)
    return [Block(language, by or None, body.splitlines()) for language, by, body in found]


def commands(block: Block) -> list[tuple[str, list[str]]]:
    """Commands with the lines that they are said to print; a command goes on after a backslash."""
    joined = "\n".join(block.lines).replace("\\\n", " ").split("\n")
    if block.language == "sh":
        return [(line, []) for line in joined if line.strip() and not line.startswith("#")]
    out: list[tuple[str, list[str]]] = []
    for line in joined:
        if line.startswith("$ "):
            out.append((line[2:], []))
        elif out and line.strip():
            out[-1][1].append(line)
    return out


def shape(line: str) -> str:
    """A line without figures, ids and the width of its columns."""
    return re.sub(r"\s+", " ", re.sub(r"\d+", "0", re.sub(r"\b(mtg|plg|mr|pr|art)-[0-9a-f]{16}\b", r"\1", line))).strip()


@pytest.fixture(scope="module")
def project(sample_night: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project whose .venv runs the copy, and whose data folder holds the night."""
    copy = tmp_path_factory.mktemp("docs") / "mahdar"
    shutil.copytree(PROJECT, copy, ignore=shutil.ignore_patterns(".git", ".venv", "data", ".*_cache", ".hypothesis", "node_modules", "__pycache__", "*.egg-info"))
    shutil.copytree(sample_night.data, copy / "data")
    tools = copy / ".venv" / "bin"
    tools.mkdir(parents=True)
    for name, call in {"python": "", "mahdar": " -m extract.cli.main", "ruff": " -m ruff", "mypy": " -m mypy"}.items():
        (tools / name).write_text(f'#!/bin/sh\nexec {sys.executable}{call} "$@"\n')
        (tools / name).chmod(0o755)
    return copy


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: str(p.relative_to(PROJECT)))
def test_commands_stand_in_blocks_that_are_run(path: Path) -> None:
    assert COMMAND.findall(re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.M | re.S)) == []


@pytest.mark.parametrize("path", [p for p in DOCUMENTS if blocks(p)], ids=lambda p: str(p.relative_to(PROJECT)))
def test_the_commands_of_a_document_run(path: Path, project: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k == "MAHDAR_WAREHOUSE" or not k.startswith(("MAHDAR_", "CAMELTOOLS_"))} | {"PYTHONPATH": str(project), "COLUMNS": "80", "NO_COLOR": "1"}
    environment["PATH"] = f"{project / '.venv' / 'bin'}:{environment['PATH']}"
    for block in blocks(path):
        if block.tested_by:
            test = (PROJECT / block.tested_by).read_text(encoding="utf-8")
            for command, _ in commands(block):
                called = " ".join(command.split("#")[0].split()[:2])
                assert called in test or f'"docs" / "{path.name}"' in test, f"{block.tested_by} neither runs {called!r} nor reads this document"
            continue
        for command, expected in commands(block):
            done = subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=project, env=environment, capture_output=True, text=True, timeout=180)
            assert done.returncode == 0, f"{command}\n{done.stdout[-1500:]}\n{done.stderr[-1500:]}"
            printed = {shape(line) for line in done.stdout.splitlines()}
            missing = [line for line in expected if "…" not in line and shape(line) not in printed]
            assert missing == [], f"{command}\n{done.stdout[-3000:]}"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: str(p.relative_to(PROJECT)))
def test_links_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not link.startswith(("http", "mailto")) and not (path.parent / link).exists()] == []
