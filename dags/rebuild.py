"""The warehouse again from the raw store, or some days of it; triggered by hand."""

from __future__ import annotations

import datetime as dt

from airflow.sdk import Param, dag, task
from assets import ARTICLES, PUBLISHED, RAW, REPORTS, WAREHOUSE
from task_docs import read_docs

DOC, OF = read_docs("rebuild")
DAY = {"type": ["null", "string"], "format": "date"}


@dag(
    dag_id="rebuild",
    schedule=None,
    start_date=dt.datetime(2026, 1, 1, tzinfo=dt.timezone.utc),
    catchup=False,
    max_active_runs=1,
    params={
        "since": Param(None, **DAY, description="The first day of receipt; empty for the first there is"),
        "until": Param(None, **DAY, description="The last day of receipt; empty for today"),
    },
    doc_md=DOC,
    tags=["mahdar"],
)
def rebuild() -> None:
    @task(
        pool="warehouse", execution_timeout=dt.timedelta(hours=12), retries=12, retry_delay=dt.timedelta(minutes=10),
        inlets=[RAW], outlets=[ARTICLES, REPORTS, WAREHOUSE, PUBLISHED], doc_md=OF["rebuild_warehouse"],
    )  # fmt: skip
    def rebuild_warehouse(params: dict) -> dict:
        from extract import maintenance as house

        return house.rebuild(params["since"], params["until"])

    rebuild_warehouse()


rebuild()
