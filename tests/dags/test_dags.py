"""The DAGs parse, quickly and alone, and keep the pool and the order."""

from __future__ import annotations

import re
from pathlib import Path

from tests.dags.conftest import Probe

PARSE = """
import sys, time, json
import airflow.sdk
started = time.perf_counter()
import nightly, rebuild, maintenance
seconds = time.perf_counter() - started
dag = nightly.nightly()
class Task:
    run_id = "manual__2026-11-20T02:00:00+00:00"
pools = {t.task_id: t.pool for t in dag.tasks}
heavy = [m for m in ("great_expectations", "dbt.cli.main", "camel_tools", "extract.events") if m in sys.modules]
print(json.dumps({"seconds": seconds, "pools": pools, "heavy": heavy, "doc": bool(dag.doc_md), "params": list(dag.params),
    "links": {t.task_id: [x.get_link(t, ti_key=Task) for x in t.operator_extra_links] for t in dag.tasks if t.operator_extra_links},
    "mapped": [t.task_id for t in dag.tasks if t.is_mapped], "queues": {t.task_id: t.queue for t in dag.tasks},
    "deadline": str(dag.deadline.interval if not isinstance(dag.deadline, list) else dag.deadline[0].interval), "zone": str(dag.timetable.timezone),
    "days": {name: rebuild.rebuild().params.get_param(name).schema["format"] for name in ("since", "until")}}))
"""


def test_nightly_parses_alone_and_quickly(probe: Probe) -> None:
    found = probe(PARSE, MAHDAR_TIMEZONE="Asia/Riyadh", MAHDAR_BATCH_QUEUE="batches")
    assert found["seconds"] < 1
    assert found["heavy"] == []
    assert found["doc"] and found["params"] == ["day"]
    run = "?run=manual__2026-11-20T02%3A00%3A00%2B00%3A00"
    assert found["links"]["publish"] == [f"/plugin/mahdar-tonight/mahdar/tonight{run}"]
    assert found["links"]["check_marts"] == [f"/plugin/mahdar-quality/mahdar/quality{run}"]
    assert (found["deadline"], found["zone"], found["days"]) == ("3:00:00", "Asia/Riyadh", {"since": "date", "until": "date"})
    assert found["mapped"] == ["fetch", "clean", "extract"]
    assert {t for t, queue in found["queues"].items() if queue == "batches"} == {"clean", "extract"} and set(found["queues"].values()) == {"batches", "default"}
    assert {t for t, pool in found["pools"].items() if pool == "warehouse"} == {"load", "build", "check_marts", "publish"}


SAID = """
import json, re
import maintenance, nightly, rebuild

said = {d.dag_id: {"dag": d.doc_md, "tasks": {t.task_id: t.doc_md or "" for t in d.tasks}} for d in (nightly.nightly(), rebuild.rebuild(), maintenance.maintenance())}
outlets = {d.dag_id: sorted({o.uri.rstrip("/") for t in d.tasks for o in t.outlets}) for d in (nightly.nightly(), rebuild.rebuild())}
print(json.dumps([said, outlets]))
"""


def test_every_task_says_what_it_reads_and_writes_and_what_to_do_when_it_fails(probe: Probe) -> None:
    said, outlets = probe(SAID)
    assert set(said) == {"nightly", "rebuild", "maintenance"}
    for dag in said.values():
        assert set(re.findall(r"^\| `(\w+)`", dag["dag"], re.M)) == set(dag["tasks"]), "a row of the DAG's table for each task, and no other"
        for doc in dag["tasks"].values():
            assert re.fullmatch(r"\*\*Reads\*\* .{3,}\n\n\*\*Writes\*\* .{3,}\n\n\*\*When it fails\*\* .{5,}", doc)
    assert outlets["nightly"] == ["mahdar://articles", "mahdar://published", "mahdar://raw", "mahdar://reports", "mahdar://warehouse"]
    assert outlets["rebuild"] == [uri for uri in outlets["nightly"] if uri != "mahdar://raw"], "it makes all but raw, which it reads"


FAILURE = """
import json
import nightly

class Task:
    task_id = "load"
    def xcom_pull(self, task_ids):
        return {"day": "2026-11-20", "run_id": "2026-11-20-x", "started_at": "2026-11-20T02:00:00"}

nightly.record_failure({"ti": Task(), "exception": OSError("disk full")})
print(json.dumps(None))
"""


def test_a_failed_task_is_kept_in_the_run_s_own_row(probe: Probe, tmp_path: Path) -> None:
    from extract import glance
    from extract.settings import load_settings

    probe(FAILURE, MAHDAR_DATA=str(tmp_path))
    run = glance.recent_runs(load_settings(tmp_path, "none"))[-1]
    assert (run["status"], run["message"]) == ("failed", "load: disk full")


REFUSED = """
import json
import nightly
from airflow.sdk.exceptions import AirflowFailException
from expectations import CheckFailed

def check(context, suite):
    raise CheckFailed("3 rows do not pass")

try:
    nightly.once(check, {}, "raw")
except AirflowFailException as error:
    print(json.dumps(str(error)))
"""


def test_a_failed_check_is_not_retried(probe: Probe) -> None:
    assert probe(REFUSED) == "3 rows do not pass"
