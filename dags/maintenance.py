"""Weekly housekeeping: old run folders, and the checksums of the raw store."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from airflow.sdk import dag, task

DOC = """
### Housekeeping
`prune` removes the folders of runs older than 30 days (raw and the warehouse are never touched), `prune_logs` Airflow's
logs of that age. Of the published files `publish` itself keeps the last seven.
`verify_raw` reads every raw object and fails with the names of those whose checksum differs: restore them from a backup.
"""


@dag(dag_id="maintenance", schedule="0 5 * * 0", start_date=dt.datetime(2026, 1, 1, tzinfo=dt.timezone.utc), catchup=False, doc_md=DOC, tags=["mahdar"])
def maintenance() -> None:
    @task
    def prune() -> int:
        from extract import maintenance as house

        return house.prune()

    @task
    def prune_logs() -> int:
        from airflow.configuration import conf

        from extract import maintenance as house

        return house.prune_logs(Path(conf.get("logging", "base_log_folder")))

    @task
    def verify_raw() -> int:
        from extract import maintenance as house

        return house.verify_raw()

    [prune(), prune_logs()] >> verify_raw()


maintenance()
