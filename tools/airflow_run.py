"""Run one DAG once through Airflow and show its tasks as they end: airflow_run.py DAG_ID LOG_FILE."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

DONE = re.compile(r"Marking task as (SUCCESS|FAILED|SKIPPED|UP_FOR_RETRY).*?task_id=(\w+)", re.IGNORECASE)
STARTED = re.compile(r"\[DAG TEST\] (starting|end|completed) task_id=(\w+) map_index=(-?\d+)")
STATE = re.compile(r"DagRun.*?state:?\s*=?\s*(success|failed)|Marking run .*? (successful|failed)", re.IGNORECASE)


def main(dag_id: str, log: str) -> int:
    """Exit status 0 where the DAG run succeeded; else 1 with the end of the log."""
    started = time.monotonic()
    airflow = str(Path(sys.executable).parent / "airflow")
    # a run that is watched needs no deadline, and `airflow dags test` of 3.3.2 cannot serialize one
    environment = os.environ | {"AIRFLOW__LOGGING__LOGGING_LEVEL": "INFO", "PYTHONUNBUFFERED": "1", "MAHDAR_DEADLINE_HOURS": "0"}
    lines: list[str] = []
    with Path(log).open("w", encoding="utf-8") as out:
        process = subprocess.Popen([airflow, "dags", "test", dag_id], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment)
        assert process.stdout is not None
        for line in process.stdout:
            out.write(line)
            lines.append(line)
            match = STARTED.search(line)
            if match and match.group(1) == "starting":
                number = f" {match.group(3)}" if match.group(3) != "-1" else ""
                print(f"  [{time.monotonic() - started:5.1f} s] {match.group(2)}{number}", flush=True)
        code = process.wait()
    failed = any("state=failed" in x.replace(" ", "") or "Marking run <DagRun" in x and "failed" in x for x in lines)
    if code or failed:
        print("".join(lines[-40:]), file=sys.stderr)
        print(f"the DAG {dag_id} failed; the whole log is in {log}", file=sys.stderr)
        return 1
    print(f"  [{time.monotonic() - started:5.1f} s] done")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
