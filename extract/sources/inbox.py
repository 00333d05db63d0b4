"""Taking files into the inbox of a data folder, which every run reads."""

from __future__ import annotations

import filecmp
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from extract.sources.files import inside
from extract.sources.kinds.folder import ENDINGS
from extract.sources.raw import safe_name

if TYPE_CHECKING:
    from extract.settings import Settings


def ingest(paths: list[Path], source: str, settings: Settings) -> list[Path]:
    """Copy files, or the files of folders, into the inbox of ``source``; return where they are.

    A file of the same name and other content is kept beside it under a numbered name. A link that leads out of its
    folder is taken as a link, so that the run refuses it and says so in quarantine. Raises FileNotFoundError for a
    path that does not exist and ValueError where none of the files can be read as articles.
    """
    files: list[tuple[Path, bool]] = []  # with: may it be followed
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(f"{path} does not exist")
        if path.is_dir():
            found = sorted(p for p in path.rglob("*") if p.is_file() and p.name.lower().endswith(ENDINGS))
            files += [(p, inside(p, path)) for p in found]
        else:
            files.append((path, True))
    if not files:
        raise ValueError(f"nothing to take in: no file with an ending of {' '.join(ENDINGS)} in {', '.join(map(str, paths))}")
    folder = settings.inbox / safe_name(source)
    folder.mkdir(parents=True, exist_ok=True)
    return [_take(path, folder, follow) for path, follow in files]


def _take(path: Path, folder: Path, follow: bool) -> Path:
    """Copy ``path``, or the link that it is, into ``folder``; return where it is."""
    target, number = folder / path.name, 1
    while os.path.lexists(target) and not (target.exists() and filecmp.cmp(target, path, shallow=False)):
        number += 1
        target = folder / f"{number}-{path.name}"
    if not os.path.lexists(target):
        beside = folder / f".{path.name}.{os.getpid()}"
        if follow:
            shutil.copyfile(path, beside)
        else:
            beside.symlink_to(path.resolve())
        beside.replace(target)
    return target
