"""The language modules as machine code: found and taken where it was made of exactly these sources, else they run as Python.

``tools/compile.py`` makes it with mypyc below ``extract/.compiled/``, under a hash of the sources and of how they are compiled. An edited module therefore
never meets machine code of another state: until ``make compile`` all of them run as Python, with the same results at six tenths of the
speed. ``MAHDAR_MACHINE_CODE=off`` asks for Python, for a profiler or a debugger.
"""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from pathlib import Path
from sysconfig import get_config_var

ROOMS = ("arabic", "events")
# The modules become one library that nobody else links to: without these each of 119,000 calls in it goes through a table of what others might replace.
FLAGS = "-fvisibility=hidden -fno-semantic-interposition"
_HERE = Path(__file__).parent


def sources() -> list[Path]:
    """The modules of the compiled rooms in the order of their paths, each ``__init__.py`` included."""
    return [path for room in ROOMS for path in sorted((_HERE / room).rglob("*.py"))]


def folder() -> Path:
    """Where the machine code of the sources as they stand lies, made or not: one folder a state, a kind of interpreter and a way of compiling."""
    digest = hashlib.sha256(f"{get_config_var('EXT_SUFFIX')} {FLAGS}".encode())
    for path in sources():
        digest.update(str(path.relative_to(_HERE)).encode() + b"\0" + path.read_bytes())
    return _HERE / ".compiled" / digest.hexdigest()[:16]


@cache
def found() -> Path | None:
    """The folder of the machine code, or None where it is to be made or switched off."""
    made = folder()
    return made if made.is_dir() and os.environ.get("MAHDAR_MACHINE_CODE") != "off" else None


def prefer(path: list[str]) -> None:
    """Let the package's ``__path__`` begin with its machine code, where there is any."""
    made = found()
    if made:
        path.insert(0, str(made / "extract"))
        sys.path.append(str(made))  # the library that the modules share is imported from there
