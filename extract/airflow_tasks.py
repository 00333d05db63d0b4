"""The bodies of the DAG's tasks: a small context of strings in, counts out. No Airflow import: XComs carry JSON."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from extract.settings import Settings, load_settings

Context = dict[str, str]


def prepare(day: str | None, dag_run_id: str) -> Context:
    """Check settings and sources; name the run after the DAG run, so that a retried or cleared task finds its files."""
    from extract.pipeline import check_data_folder
    from extract.sources.fetch import read_sources

    settings = load_settings()
    check_data_folder(settings)
    read_sources(settings.sources)
    chosen = day or dt.datetime.now(dt.timezone.utc).date().isoformat()
    run_id = chosen + "-" + re.sub(r"[^A-Za-z0-9]+", "-", dag_run_id).strip("-")[-60:]
    return {"day": chosen, "run_id": run_id, "started_at": dt.datetime.now(dt.timezone.utc).replace(tzinfo=None).isoformat()}


def sources(context: Context) -> list[dict[str, Any]]:
    """The sources to map over: those of sources.yml and the folders of the inbox."""
    from extract.sources.fetch import inbox_sources, read_sources

    settings = load_settings()
    return read_sources(settings.sources) + inbox_sources(settings)


def fetch(context: Context, source: dict[str, Any]) -> dict[str, Any]:
    """Fetch one source; raises OSError where it failed as a whole, so that the task is retried and shows red."""
    from extract.sources.fetch import fetch_source

    result = fetch_source(source, _settings(), context["run_id"], dt.date.fromisoformat(context["day"]))
    if result.error:
        raise OSError(result.error)
    return {"source": result.source_id, "records": result.n_records, "quarantined": result.n_quarantined}


def clean(context: Context) -> dict[str, Any]:
    from extract import pipeline

    return pipeline.clean(_settings(), context["run_id"])


def batches(context: Context) -> list[int]:
    """The batches of articles to map over."""
    from extract.steps.extract import count_batches, remove_stale

    remove_stale(_settings(), context["run_id"])
    return list(range(count_batches(_settings(), context["run_id"])))


def extract(context: Context, batch: int) -> dict[str, Any]:
    from extract.steps.extract import extract_batch

    return dict(extract_batch(_settings(), context["run_id"], batch))


def check(context: Context, suite: str) -> dict[str, Any]:
    from extract import pipeline

    return pipeline.check(_settings(), context["run_id"], suite)


def load(context: Context) -> dict[str, Any]:
    from extract import pipeline

    return pipeline.load(_settings(), context["run_id"])


def build(context: Context) -> dict[str, Any]:
    from extract import pipeline

    return pipeline.build(_settings())


def publish(context: Context) -> dict[str, Any]:
    from extract import pipeline

    day, started = dt.date.fromisoformat(context["day"]), dt.datetime.fromisoformat(context["started_at"])
    return pipeline.publish(_settings(), context["run_id"], day, started)


def failed(context: Context, task: str, message: str) -> None:
    """Record that the night failed in ``task``, so that `mahdar status` and the page Tonight say so."""
    from extract import pipeline

    day, started = dt.date.fromisoformat(context["day"]), dt.datetime.fromisoformat(context["started_at"])
    pipeline.finish(_settings(), context["run_id"], day, started, "failed", {}, f"{task}: {message}")


def _settings() -> Settings:
    return load_settings()
