"""The bodies of the DAG's tasks: a small context of strings in, counts out. No Airflow import: XComs carry JSON.

Each body holds the data folder for its night (extract.locks), so that no run from a shell comes between two tasks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from extract import log, pipeline, run_names
from extract.locks import AnotherRun, end_night, night_lock
from extract.notify import night_failed
from extract.settings import Settings, load_settings, timezone
from extract.store import folders

Context = dict[str, str]
BATCHES = ("clean", "extract")  # with MAHDAR_STORE they may be on a worker that has nothing else of the night
More = ParamSpec("More")
Given = TypeVar("Given")


def _of_night(body: Callable[Concatenate[Settings, Context, More], Given]) -> Callable[Concatenate[Context, More], Given]:
    """``body`` with the settings of this process, while the data folder is held for the night of the context."""

    @wraps(body)
    def held(context: Context, *more: More.args, **named: More.kwargs) -> Given:
        settings = load_settings()
        with night_lock(settings, context["run_id"], take=body.__name__ not in BATCHES or not settings.store), log.step(context["run_id"], body.__name__, *(m["id"] if isinstance(m, dict) else str(m) for m in more)) as ended:
            result = body(settings, context, *more, **named)
            ended["counts"] = result
            return result

    return held


def prepare(day: str | None, scheduled: dt.datetime | None, dag_run_id: str) -> Context | None:
    """Check settings and sources and take the data folder for this night; None while another run holds it.

    ``day`` is asked for by hand; ``scheduled`` is when a scheduled or backfilled night was due, in UTC. The run is named
    after the DAG run, so that a retried or cleared task finds its files.
    """
    from extract.sources.config import read_sources

    settings = load_settings()
    pipeline.check_data_folder(settings)
    read_sources(settings.sources)
    now = dt.datetime.now(dt.timezone.utc)
    chosen = day or (scheduled or now).astimezone(timezone()).date().isoformat()
    run_id = run_names.of_dag_run(chosen, dag_run_id)
    try:
        with night_lock(settings, run_id):
            return {"day": chosen, "run_id": run_id, "started_at": now.replace(tzinfo=None).isoformat()}
    except AnotherRun as error:
        print(error)
        return None


@_of_night
def sources(settings: Settings, context: Context) -> list[dict[str, Any]]:
    """The sources to map over: those of sources.yml and the folders of the inbox. Takes up what a dead run received."""
    from extract.sources.config import inbox_sources, read_sources
    from extract.sources.unfinished import take_up

    take_up(settings, context["run_id"])
    return read_sources(settings.sources) + inbox_sources(settings)


@_of_night
def fetch(settings: Settings, context: Context, source: dict[str, Any]) -> dict[str, Any]:
    """Fetch one source; raises OSError where it failed as a whole, so that the task is retried and shows red."""
    from extract.sources.fetch import fetch_source

    result = fetch_source(source, settings, context["run_id"], dt.date.fromisoformat(context["day"]))
    if result.error:
        raise OSError(result.error)
    return {"source": result.source_id, "records": result.n_records, "quarantined": result.n_quarantined}


@_of_night
def clean_batches(settings: Settings, context: Context) -> list[int]:
    """The batches of raw records to map over."""
    from extract.articles import batches as of_records

    return list(range(of_records.plan(settings, context["run_id"])))


@_of_night
def clean(settings: Settings, context: Context, batch: int) -> dict[str, Any]:
    from extract.articles import clean_batch

    return dict(clean_batch(settings, context["run_id"], batch))


@_of_night
def deduplicate(settings: Settings, context: Context) -> dict[str, Any]:
    """The parts of all batches to articles, as of the start of the night, so that it gives the same when it is repeated."""
    from extract.articles import deduplicate as merge

    return dict(merge(settings, context["run_id"], dt.datetime.fromisoformat(context["started_at"])))


@_of_night
def batches(settings: Settings, context: Context) -> list[int]:
    """The batches of articles to map over."""
    from extract.steps.extract import count_batches, remove_stale

    remove_stale(settings, context["run_id"])
    return list(range(count_batches(settings, context["run_id"])))


@_of_night
def extract(settings: Settings, context: Context, batch: int) -> dict[str, Any]:
    from extract.steps.extract import extract_batch

    return dict(extract_batch(settings, context["run_id"], batch))


@_of_night
def check(settings: Settings, context: Context, suite: str) -> dict[str, Any]:
    return pipeline.check(settings, context["run_id"], suite)


@_of_night
def load(settings: Settings, context: Context) -> dict[str, Any]:
    return pipeline.load(settings, context["run_id"])


@_of_night
def build(settings: Settings, context: Context) -> dict[str, Any]:
    return pipeline.build(settings)


@_of_night
def publish(settings: Settings, context: Context) -> dict[str, Any]:
    day, started = dt.date.fromisoformat(context["day"]), dt.datetime.fromisoformat(context["started_at"])
    counts = pipeline.publish(settings, context["run_id"], day, started)
    end_night(settings, context["run_id"])
    return counts


def bulletin(context: Context) -> dict[str, Any]:
    """The bulletin and evidence pages of the night, from what was published: it reads alone, so the folder is not held."""
    from extract.bulletin import write_bulletin

    with log.step(context["run_id"], "bulletin") as ended:
        ended["counts"] = write_bulletin(load_settings(), dt.date.fromisoformat(context["day"]))
        return ended["counts"]


def failed(context: Context, task: str, message: str) -> None:
    """Record that the night failed in ``task``, so that `mahdar status` and the page Tonight say so, and give the folder back."""
    settings = load_settings()
    day, started = dt.date.fromisoformat(context["day"]), dt.datetime.fromisoformat(context["started_at"])
    pipeline.finish(settings, context["run_id"], day, started, "failed", {}, f"{task}: {message}")
    night_failed(settings, context["run_id"], day, f"{task}: {message}")
    end_night(settings, context["run_id"])


def late(context: dict[str, Any], hours: float) -> None:
    """Say that a DAG run did not publish in time: in the log, and in the night's folder, where `mahdar status` looks.

    ``context`` is what Airflow gives a deadline's callback; a night that waits for the data folder has no folder yet.
    """
    name = str(context["dag_run"]["dag_run_id"])
    message = f"not published {hours:g} hours after it was queued"
    for _, folder in folders(load_settings().runs):
        if run_names.names(folder.name, name):
            (folder / "late").write_text(message, encoding="utf-8")
    log.event(name, "night", "late", message=message)
