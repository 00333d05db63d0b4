"""Taking files into the inbox of a data folder, which every run reads."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from extract.sources.folder import SUFFIXES
from extract.sources.raw import safe_name

if TYPE_CHECKING:
    from extract.settings import Settings


def ingest(paths: list[Path], source: str, settings: Settings) -> list[Path]:
    """Copy files, or the files of folders, into the inbox of ``source``; return where they are.

    A file of the same name and other content is kept beside it under a numbered name. Raises FileNotFoundError for
    a path that does not exist and ValueError where none of the files can be read as articles.
    """
    files: list[Path] = []
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(f"{path} does not exist")
        files += [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file() and p.name.lower().endswith(SUFFIXES))
    if not files:
        raise ValueError(f"nothing to take in: no file with an ending of {' '.join(SUFFIXES)} in {', '.join(map(str, paths))}")
    folder = settings.inbox / safe_name(source)
    folder.mkdir(parents=True, exist_ok=True)
    out = []
    for path in files:
        target, number = folder / path.name, 1
        while target.exists() and not _same(target, path):
            number += 1
            target = folder / f"{number}-{path.name}"
        if not target.exists():
            beside = folder / f".{path.name}.{os.getpid()}"
            shutil.copyfile(path, beside)
            beside.replace(target)
        out.append(target)
    return out


def _same(a: Path, b: Path) -> bool:
    return a.stat().st_size == b.stat().st_size and a.read_bytes() == b.read_bytes()
