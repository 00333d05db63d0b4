"""The nightly run: sources → raw → articles → reports → warehouse → published. Order and schedule alone; no logic."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from typing import Any

from airflow.sdk import (
    Asset,
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
from mahdar_ui.links import PageLink

DOC = """
### Mahdar, the nightly run
Reads the sources of `sources.yml` and the inbox, and publishes `published/mahdar.duckdb`.

| task | reads → writes | when it fails |
|---|---|---|
| `prepare` | settings → a run id | the message names what is wrong with `sources.yml` or the data folder |
| `sources` | `sources.yml`, inbox, nights that died → a list | clear the task |
| `fetch` (one a source) | a source → `raw/` | the source failed as a whole; the others go on. See the table `quarantine` |
| `clean_batches` | the night's raw records → a list of batches | clear the task |
| `clean` (one a batch) | raw → a part file | look at the log; clear the task: it is a pure function of raw |
| `deduplicate` | all parts → `articles.parquet`, copies, quarantine | clear the task; where it names a batch that is missing, clear that `clean` |
| `batches` | articles → a list of batches | clear the task |
| `extract` (one a batch) | articles → reports | clear the task; a single bad article goes to quarantine and fails nothing |
| `load` | Parquet → DuckDB | another writer held the warehouse; clear the task |
| `build` | raw → marts (dbt) | the log names the model or test |
| `check_*` | a step's rows → `quality_results`, Data Docs; single bad rows → `quarantine` | the message names the expectation, sample rows, where they are and what to do; nothing is published. See docs/when-a-night-fails.md |
| `publish` | warehouse → `published/` | yesterday's file stays in place; clear the task |
| `bulletin` | `published/` → `docs/bulletin`, `docs/pages` | the night is published without its pages; clear the task |

`prepare` waits while another night, a rebuild or `mahdar run` holds the data folder, for six hours at most. Every task that opens the warehouse for writing takes the one-slot pool `warehouse`. A failed night leaves yesterday's
warehouse published; the next run catches up: it also reads what the failed night had received. Started by hand it is the night
of `day`, else of today; a scheduled or backfilled night is that of the day it was due. A night that is not published
`MAHDAR_DEADLINE_HOURS` (3; 0 switches this off) after it was queued is told as late on the page Tonight and in the log.
"""
LATE = float(os.environ.get("MAHDAR_DEADLINE_HOURS") or 3)
WAITS = {"mode": "reschedule", "poke_interval": 60, "timeout": 6 * 3600}
TONIGHT, QUALITY = PageLink("Tonight", "tonight"), PageLink("Expectations", "quality")
BULLETIN, MODELS = PageLink("Bulletin", "bulletin"), PageLink("dbt docs", "documents", "dbt/index.html")
# A retry helps against a lost worker, a source that does not answer and a locked warehouse; see once().
RETRY = {"retries": 2, "retry_delay": dt.timedelta(seconds=20), "retry_exponential_backoff": True}
RAW, ARTICLES, REPORTS = Asset("mahdar://raw"), Asset("mahdar://articles"), Asset("mahdar://reports")
WAREHOUSE, PUBLISHED = Asset("mahdar://warehouse"), Asset("mahdar://published")


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
    @task.sensor(**WAITS)
    def prepare(params: dict, dag_run: Any = None) -> PokeReturnValue:
        from extract import airflow_tasks

        due = dag_run.data_interval_end if dag_run.run_type in ("scheduled", "backfill") else None
        context = airflow_tasks.prepare(params.get("day"), due, str(dag_run.run_id))
        return PokeReturnValue(context is not None, context)

    @task(multiple_outputs=False)
    def sources(context: dict) -> list[dict]:
        from extract import airflow_tasks

        return airflow_tasks.sources(context)

    @task(outlets=[RAW], on_failure_callback=[], map_index_template="{{ task.op_kwargs['source']['id'] }}")
    def fetch(context: dict, source: dict) -> dict:
        from extract import airflow_tasks

        return airflow_tasks.fetch(context, source)

    @task(trigger_rule="all_done")
    def check_raw(context: dict, fetched: list[dict]) -> dict:
        from extract import airflow_tasks

        return once(airflow_tasks.check, context, "raw")

    @task
    def clean_batches(context: dict, checked: dict) -> list[int]:
        from extract import airflow_tasks

        return airflow_tasks.clean_batches(context)

    @task
    def clean(context: dict, batch: int) -> dict:
        from extract import airflow_tasks

        return airflow_tasks.clean(context, batch)

    @task(outlets=[ARTICLES])
    def deduplicate(context: dict, cleaned: list[dict]) -> dict:
        from extract import airflow_tasks

        return airflow_tasks.deduplicate(context)

    @task
    def check_articles(context: dict, deduplicated: dict) -> dict:
        from extract import airflow_tasks

        return once(airflow_tasks.check, context, "articles")

    @task
    def batches(context: dict, checked: dict) -> list[int]:
        from extract import airflow_tasks

        return airflow_tasks.batches(context)

    @task(outlets=[REPORTS])
    def extract(context: dict, batch: int) -> dict:
        from extract import airflow_tasks

        return airflow_tasks.extract(context, batch)

    @task
    def check_reports(context: dict, extracted: list[dict]) -> dict:
        from extract import airflow_tasks

        return once(airflow_tasks.check, context, "reports")

    @task(pool="warehouse")
    def load(context: dict, checked: dict) -> dict:
        from extract import airflow_tasks

        return airflow_tasks.load(context)

    @task(pool="warehouse", outlets=[WAREHOUSE])
    def build(context: dict, loaded: dict) -> dict:
        from extract import airflow_tasks

        return airflow_tasks.build(context)

    @task(pool="warehouse")
    def check_marts(context: dict, built: dict) -> dict:
        from extract import airflow_tasks

        return once(airflow_tasks.check, context, "marts")

    @task(pool="warehouse", outlets=[PUBLISHED])
    def publish(context: dict, checked: dict) -> dict:
        from extract import airflow_tasks

        return airflow_tasks.publish(context)

    @task(on_failure_callback=[])  # the night is published whatever becomes of its pages
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
