"""The warehouse again from the raw store, or some days of it; triggered by hand."""

from __future__ import annotations

import datetime as dt

from airflow.sdk import Asset, Param, dag, task

DOC = """
### Rebuild
Cleans and reads every raw record once more and publishes the result; with `since` or `until` only what was received on
those days, which then replaces what the warehouse has of it. Ids once published stay valid. Reads `raw/`, writes the warehouse
and `published/`. Takes the pool `warehouse` for its whole length and the data folder as `mahdar rebuild` does: while a night
is under way it is tried again every ten minutes. When it fails nothing is published and it can be triggered again.
"""
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
    @task(pool="warehouse", outlets=[Asset("mahdar://published")], execution_timeout=dt.timedelta(hours=12), retries=12, retry_delay=dt.timedelta(minutes=10))
    def rebuild_warehouse(params: dict) -> dict:
        from extract import maintenance as house

        return house.rebuild(params["since"], params["until"])

    rebuild_warehouse()


rebuild()
