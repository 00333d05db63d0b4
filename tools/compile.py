"""Compiles the language modules to machine code with mypyc, for the sources as they stand. Takes two to six minutes.

Exit status 1, with the compiler's words, where it cannot be done; everything then runs as Python.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from mypyc.build import mypycify
from setuptools import setup

from extract.machine_code import FLAGS, folder, sources


def main() -> None:
    target = folder()
    if target.is_dir():
        return
    project = Path(__file__).resolve().parent.parent
    os.chdir(project)
    target.parent.mkdir(exist_ok=True)
    os.environ["CFLAGS"] = f"{os.environ.get('CFLAGS', '')} {FLAGS}"
    with tempfile.TemporaryDirectory(dir=target.parent) as work:
        relative = [path.relative_to(project) for path in sources()]
        modules = mypycify(
            [f"--cache-dir={work}/mypy", *(str(path) for path in relative if path.name != "__init__.py")],
            opt_level="2", debug_level="0", target_dir=f"{work}/c", multi_file=True,  # else gcc takes 1 GB
        )  # fmt: skip
        setup(
            name="mahdar-machine-code", packages=[], ext_modules=modules,
            script_args=["-q", "build_ext", f"--build-lib={work}/lib", f"--build-temp={work}/o"],
        )  # fmt: skip
        for path in relative:
            if path.name == "__init__.py":  # stays Python, and makes the folder the package
                shutil.copy(path, Path(work, "lib", path))
        for former in target.parent.glob("[0-9a-f]" * 16):
            shutil.rmtree(former)
        Path(work, "lib").rename(target)  # whole or not at all: another process may be starting


if __name__ == "__main__":
    sys.exit(main())
