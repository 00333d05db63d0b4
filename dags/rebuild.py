"""The whole warehouse again from the raw store; triggered by hand."""

from __future__ import annotations

import datetime as dt

from airflow.sdk import dag, task

DOC = """
### Rebuild
Cleans and reads every raw record once more and publishes the result. Ids once published stay valid. Takes the pool
`warehouse` for its whole length; when it fails nothing is published and it can be triggered again.
"""


@dag(dag_id="rebuild", schedule=None, start_date=dt.datetime(2026, 1, 1, tzinfo=dt.timezone.utc), catchup=False, max_active_runs=1, doc_md=DOC, tags=["mahdar"])
def rebuild() -> None:
    @task(pool="warehouse", execution_timeout=dt.timedelta(hours=12))
    def rebuild_warehouse() -> dict:
        from extract import maintenance as house

        return house.rebuild()

    rebuild_warehouse()


rebuild()
