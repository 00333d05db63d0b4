"""Airflow with its UI on this machine: loopback, a generated password, stopped cleanly with Ctrl-C."""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

HOST = "127.0.0.1"


def main() -> int:
    """Start the server, scheduler, DAG processor and triggerer in one process group; end the group on the way out."""
    home = Path(os.environ["AIRFLOW_HOME"])
    port = os.environ.get("MAHDAR_UI_PORT", "8080")
    airflow = str(Path(sys.executable).parent / "airflow")
    environment = os.environ | {
        "AIRFLOW__API__PORT": port, "AIRFLOW__API__BASE_URL": f"http://{HOST}:{port}", "AIRFLOW__LOGGING__LOGGING_LEVEL": "INFO",  # of the tasks' logs too
        "AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION": "False", "AIRFLOW__API_AUTH__JWT_SECRET": secret(home / "jwt.secret"),
        "AIRFLOW__API__SECRET_KEY": secret(home / "session.secret"), "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"http://{HOST}:{port}/execution/",
    }  # fmt: skip
    password = make_user(airflow, home, environment)
    log = (home / "ui.log").open("w", encoding="utf-8")
    processes = [
        subprocess.Popen([airflow, part, *more], stdout=log, stderr=subprocess.STDOUT, env=environment, start_new_session=True)
        for part, *more in (("api-server", "--host", HOST, "--port", port), ("scheduler",), ("dag-processor",), ("triggerer",))
    ]
    try:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        if not wait_until_up(f"http://{HOST}:{port}/api/v2/monitor/health", processes):
            print(f"Airflow did not come up; its log is {home / 'ui.log'}", file=sys.stderr)
            return 1
        print(f"\nAirflow is at http://{HOST}:{port}")
        print(f"  user      admin\n  password  {password or '(the one shown when it was first made; remove ' + str(home / '.user') + ' for a new one)'}")
        print("  the DAG nightly is scheduled for 02:00; trigger it there, or with make run")
        print(f"  stop with Ctrl-C; log: {home / 'ui.log'}\n", flush=True)
        while all(p.poll() is None for p in processes):
            time.sleep(1)
        print(f"a part of Airflow ended by itself; see {home / 'ui.log'}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        stop(processes)


def secret(path: Path) -> str:
    """A secret kept in a file that its owner alone can read."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(32))
    return path.read_text()


def make_user(airflow: str, home: Path, environment: dict[str, str]) -> str | None:
    """Make the user admin with a new password, shown once; None where it was made before."""
    mark = home / ".user"
    if mark.exists():
        return None
    password = secrets.token_urlsafe(12)
    subprocess.run([airflow, "users", "delete", "--username", "admin"], env=environment, capture_output=True)
    made = subprocess.run(
        [airflow, "users", "create", "--username", "admin", "--password", password, "--role", "Admin", "--firstname", "Mahdar",
         "--lastname", "Admin", "--email", "admin@localhost"],
        env=environment, capture_output=True, text=True,
    )  # fmt: skip
    if made.returncode:
        raise SystemExit(f"the user admin could not be made:\n{made.stderr[-1500:]}")
    mark.touch()
    return password


def wait_until_up(url: str, processes: list[subprocess.Popen[bytes]], seconds: int = 120) -> bool:
    """Whether the server answers within ``seconds`` while all parts live."""
    for _ in range(seconds):
        if any(p.poll() is not None for p in processes):
            return False
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            time.sleep(1)
    return False


def stop(processes: list[subprocess.Popen[bytes]]) -> None:
    """End every process group: first kindly, after ten seconds for good."""
    for sign, patience in ((signal.SIGTERM, 10.0), (signal.SIGKILL, 5.0)):
        for p in processes:
            try:
                os.killpg(p.pid, sign)
            except ProcessLookupError:
                continue
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline and any(p.poll() is None for p in processes):
            time.sleep(0.2)


if __name__ == "__main__":
    sys.exit(main())
