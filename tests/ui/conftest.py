"""`make ui` on a data folder of its own, for tests that look at it or drive it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import time
import urllib.parse
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
PORT = os.environ.get("MAHDAR_UI_TEST_PORT", "18081")
BASE = f"http://127.0.0.1:{PORT}"
NIGHTLY = "/api/v2/dags/nightly"


class Airflow:
    """A running `make ui`: its process, the password that it showed, its REST API."""

    def __init__(self, data: Path, **environment: str) -> None:
        self.data, self.token, self.password = data, "", ""
        self.process = subprocess.Popen(
            ["make", "ui"], cwd=PROJECT, stdout=subprocess.PIPE, text=True, start_new_session=True,
            env={k: v for k, v in os.environ.items() if not k.startswith("CAMELTOOLS_")} | {"MAHDAR_DATA": str(data), "MAHDAR_UI_PORT": PORT} | environment,
        )  # fmt: skip
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.password = self.password or "".join(re.findall(r"^\s*password\s+(\S+)$", line))
            if "stop with Ctrl-C" in line:
                break
        else:
            raise AssertionError("make ui ended before it was up")
        self.token = self.call("/auth/token", {"username": "admin", "password": self.password})["access_token"]

    def get(self, path: str, body: dict[str, Any] | None = None) -> bytes:
        """What the server answers to a request of the user admin."""
        headers = {"Content-Type": "application/json", "Accept": "*/*"} | ({"Authorization": f"Bearer {self.token}"} if self.token else {})
        request = urllib.request.Request(BASE + path, json.dumps(body).encode() if body is not None else None, headers)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return bytes(answer.read())

    def call(self, path: str, body: dict[str, Any] | None = None) -> Any:
        return json.loads(self.get(path, body))

    def nights(self, **of: str) -> list[dict[str, Any]]:
        """The runs of nightly whose fields are those of ``of``."""
        return [r for r in self.call(f"{NIGHTLY}/dagRuns")["dag_runs"] if of.items() <= r.items()]

    def wait(self, number: int, seconds: int = 600, **of: str) -> list[dict[str, Any]]:
        """The nights of that kind once there are ``number`` and all have ended."""

        def ended() -> list[dict[str, Any]] | None:
            nights = self.nights(**of)
            return nights if len(nights) >= number and not {"queued", "running"} & {n["state"] for n in nights} else None

        return until(ended, seconds)  # type: ignore[no-any-return]

    def stop(self, sign: signal.Signals = signal.SIGTERM) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, sign)
            self.process.wait(40)
            until(lambda: not parts_running(), 40)


def parts_running() -> list[str]:
    """The processes of this `make ui`, known by the port in their environment."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"AIRFLOW__API__PORT={PORT}".encode() in (process / "environ").read_bytes().split(b"\0"):
                found.append(process.name)
        except OSError:  # ended meanwhile
            continue
    return found


def until(found: Callable[[], Any], seconds: int) -> Any:
    """What ``found`` gives once it gives something."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if result := found():
            return result
        time.sleep(2)
    raise AssertionError(f"not within {seconds} seconds")


def of_run(run: dict[str, Any], more: str = "") -> str:
    """The path of a run in the API."""
    return f"{NIGHTLY}/dagRuns/{urllib.parse.quote(run['dag_run_id'], safe='')}{more}"
