"""The peak of the memory of a command and of all processes that it starts, taken together."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import Any

import psutil

EVERY = 0.25  # seconds between two looks, which take some milliseconds a process


def run(command: list[str], **how: Any) -> tuple[str, float]:
    """Run a command to its end; give what it printed and the peak, in MB, of the sum of its processes' proportional set sizes.

    Memory that processes share counts once. ``how`` goes to subprocess.Popen. Raises RuntimeError with the end of what the
    command said where it fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        out, err = Path(folder) / "out", Path(folder) / "err"
        with out.open("wb") as o, err.open("wb") as e:
            process = subprocess.Popen(command, stdout=o, stderr=e, **how)
            peak = 0.0
            while True:
                try:
                    process.wait(EVERY)
                    break
                except subprocess.TimeoutExpired:
                    peak = max(peak, tree_memory(process.pid))
        if process.returncode:
            raise RuntimeError(f"{' '.join(command)[:200]} failed: {err.read_text(errors='replace')[-3000:]}")
        return out.read_text(encoding="utf-8"), peak


def tree_memory(pid: int) -> float:
    """MB of a process and its descendants now: the sum of their proportional set sizes; what ends meanwhile counts nothing."""
    total = 0
    try:
        root = psutil.Process(pid)
        processes = [root, *root.children(recursive=True)]
    except psutil.Error:
        return 0.0
    for process in processes:
        try:
            total += process.memory_full_info().pss
        except (psutil.Error, OSError):
            continue
    return total / 1e6
