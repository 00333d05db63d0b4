"""The nightly run: sources → raw → articles → reports → warehouse → published. Order and schedule alone; no logic."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from typing import Any

from airflow.sdk import (
    CronDataIntervalTimetable,
    DeadlineAlert,
    DeadlineReference,
    Param,
    PokeReturnValue,
    SyncCallback,
    dag,
    task,
)
from airflow.sdk.exceptions import AirflowFailException
from assets import ARTICLES, PUBLISHED, RAW, REPORTS, WAREHOUSE
from mahdar_ui.links import PageLink
from task_docs import read_docs

DOC, OF = read_docs("nightly")
LATE = float(os.environ.get("MAHDAR_DEADLINE_HOURS") or 3)
WAITS = {"mode": "reschedule", "poke_interval": 60, "timeout": 6 * 3600}
TONIGHT, QUALITY = PageLink("Tonight", "tonight"), PageLink("Expectations", "quality")
BULLETIN, MODELS = PageLink("Bulletin", "bulletin"), PageLink("dbt docs", "documents", "dbt/index.html")
# Where a batch may go: with MAHDAR_STORE to workers that share no folder with the others (docs/scale.md).
BATCH = {"queue": queue} if (queue := os.environ.get("MAHDAR_BATCH_QUEUE")) else {}
# A retry helps against a lost worker, a source that does not answer and a locked warehouse; see once().
RETRY = {"retries": 2, "retry_delay": dt.timedelta(seconds=20), "retry_exponential_backoff": True}


def once(check: Callable[[dict, str], dict], context: dict, suite: str) -> dict:
    """Check a step: rows that do not pass will not pass again, so the task fails at once, without a retry."""
    from expectations import CheckFailed

    try:
        return check(context, suite)
    except CheckFailed as error:
        raise AirflowFailException(str(error)) from error


def record_failure(airflow_context: dict) -> None:
    """Keep in the run's own row which task failed for good; a night that failed before its run id was made has none."""
    from extract import airflow_tasks

    night = airflow_context["ti"].xcom_pull(task_ids="prepare")
    if night:
        airflow_tasks.failed(night, airflow_context["ti"].task_id, str(airflow_context.get("exception")))


@dag(
    dag_id="nightly",
    schedule=CronDataIntervalTimetable("0 2 * * *", timezone=os.environ.get("MAHDAR_TIMEZONE") or "UTC"),
    start_date=dt.datetime(2026, 1, 1, tzinfo=dt.timezone.utc),
    catchup=False,
    max_active_runs=1,
    default_args={"owner": "mahdar", "execution_timeout": dt.timedelta(hours=2), "on_failure_callback": record_failure} | RETRY,
    params={"day": Param(None, type=["null", "string"], format="date", description="The night's day; empty for today")},
    deadline=DeadlineAlert(
        DeadlineReference.DAGRUN_QUEUED_AT, dt.timedelta(hours=LATE), SyncCallback("extract.airflow_tasks.late", {"hours": LATE})
    )
    if LATE
    else None,
    doc_md=DOC,
    tags=["mahdar"],
)
def nightly() -> None:
    @task.sensor(**WAITS, doc_md=OF["prepare"])
    def prepare(params: dict, dag_run: Any = None) -> PokeReturnValue:
        from extract import airflow_tasks

        due = dag_run.data_interval_end if dag_run.run_type in ("scheduled", "backfill") else None
        context = airflow_tasks.prepare(params.get("day"), due, str(dag_run.run_id))
        return PokeReturnValue(context is not None, context)

    @task(multiple_outputs=False, doc_md=OF["sources"])
    def sources(context: dict) -> list[dict]:
        from extract import airflow_tasks

        return airflow_tasks.sources(context)

    @task(outlets=[RAW], on_failure_callback=[], map_index_template="{{ task.op_kwargs['source']['id'] }}", doc_md=OF["fetch"])
    def fetch(context: dict, source: dict) -> dict:
        from extract import airflow_tasks

        return airflow_tasks.fetch(context, source)

    @task(trigger_rule="all_done", doc_md=OF["check_raw"])
    def check_raw(context: dict, fetched: list[dict]) -> dict:
        from extract import airflow_tasks

        return once(airflow_tasks.check, context, "raw")

    @task(doc_md=OF["clean_batches"])
    def clean_batches(context: dict, checked: dict) -> list[int]:
        from extract import airflow_tasks

        return airflow_tasks.clean_batches(context)

    @task(**BATCH, doc_md=OF["clean"])
    def clean(context: dict, batch: int) -> dict:
        from extract import airflow_tasks

        return airflow_tasks.clean(context, batch)

    @task(outlets=[ARTICLES], doc_md=OF["deduplicate"])
    def deduplicate(context: dict, cleaned: list[dict]) -> dict:
        from extract import airflow_tasks

        return airflow_tasks.deduplicate(context)

    @task(doc_md=OF["check_articles"])
    def check_articles(context: dict, deduplicated: dict) -> dict:
        from extract import airflow_tasks

        return once(airflow_tasks.check, context, "articles")

    @task(doc_md=OF["batches"])
    def batches(context: dict, checked: dict) -> list[int]:
        from extract import airflow_tasks

        return airflow_tasks.batches(context)

    @task(**BATCH, outlets=[REPORTS], doc_md=OF["extract"])
    def extract(context: dict, batch: int) -> dict:
        from extract import airflow_tasks

        return airflow_tasks.extract(context, batch)

    @task(doc_md=OF["check_reports"])
    def check_reports(context: dict, extracted: list[dict]) -> dict:
        from extract import airflow_tasks

        return once(airflow_tasks.check, context, "reports")

    @task(pool="warehouse", doc_md=OF["load"])
    def load(context: dict, checked: dict) -> dict:
        from extract import airflow_tasks

        return airflow_tasks.load(context)

    @task(pool="warehouse", outlets=[WAREHOUSE], doc_md=OF["build"])
    def build(context: dict, loaded: dict) -> dict:
        from extract import airflow_tasks

        return airflow_tasks.build(context)

    @task(pool="warehouse", doc_md=OF["check_marts"])
    def check_marts(context: dict, built: dict) -> dict:
        from extract import airflow_tasks

        return once(airflow_tasks.check, context, "marts")

    @task(pool="warehouse", outlets=[PUBLISHED], doc_md=OF["publish"])
    def publish(context: dict, checked: dict) -> dict:
        from extract import airflow_tasks

        return airflow_tasks.publish(context)

    @task(on_failure_callback=[], doc_md=OF["bulletin"])  # the night is published whatever becomes of its pages
    def bulletin(context: dict, published: dict) -> dict:
        from extract import airflow_tasks

        return airflow_tasks.bulletin(context)

    context = prepare()
    fetched = fetch.partial(context=context).expand(source=sources(context))
    checked_raw = check_raw(context, fetched)
    cleaned = clean.partial(context=context).expand(batch=clean_batches(context, checked_raw))
    checked_articles = check_articles(context, deduplicate(context, cleaned))
    reports = extract.partial(context=context).expand(batch=batches(context, checked_articles))
    checked_reports = check_reports(context, reports)
    built = build(context, load(context, checked_reports))
    checked_marts = check_marts(context, built)
    published = publish(context, checked_marts)
    pages = bulletin(context, published)
    for task_of, link in [(c, QUALITY) for c in (checked_raw, checked_articles, checked_reports, checked_marts)] + [(built, MODELS), (published, TONIGHT), (pages, BULLETIN)]:
        task_of.operator.operator_extra_links = [link]


nightly()
