"""Weekly housekeeping: old run folders, and the checksums of the raw store."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from airflow.sdk import dag, task
from task_docs import read_docs

DOC, OF = read_docs("maintenance")


@dag(dag_id="maintenance", schedule="0 5 * * 0", start_date=dt.datetime(2026, 1, 1, tzinfo=dt.timezone.utc), catchup=False, doc_md=DOC, tags=["mahdar"])
def maintenance() -> None:
    @task(doc_md=OF["prune"])
    def prune() -> int:
        from extract import maintenance as house

        return house.prune()

    @task(doc_md=OF["prune_logs"])
    def prune_logs() -> int:
        from airflow.configuration import conf

        from extract import maintenance as house

        return house.prune_logs(Path(conf.get("logging", "base_log_folder")))

    @task(doc_md=OF["verify_raw"])
    def verify_raw() -> int:
        from extract import maintenance as house

        return house.verify_raw()

    [prune(), prune_logs()] >> verify_raw()


maintenance()
