"""Raw and the files between steps in an object store: the same nights, the same safety, workers that share no folder."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from extract import airflow_tasks, maintenance, store
from extract.cli.doctor import find_problems
from extract.contracts import RUNS
from extract.glance import one_run, recent_runs
from extract.pipeline import rebuild, run_night
from extract.settings import Settings, load_settings
from extract.sources import raw
from tests.conftest import PROJECT
from tests.faults.nights import tables

DAY = dt.date(2026, 11, 20)
ADDRESS = "s3://shelf/mahdar"
HISTORY = ("changes", "merges", "arrivals")


@pytest.fixture
def bucket(shelf: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A client of the S3 server whose bucket ``shelf`` is the store."""
    monkeypatch.setenv("MAHDAR_STORE", ADDRESS)
    return shelf


def keys(client: Any) -> list[str]:
    return [o["Key"] for page in client.get_paginator("list_objects_v2").paginate(Bucket="shelf") for o in page.get("Contents", [])]


@pytest.fixture(params=["folder", "object store"])
def settings(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A data folder whose raw store stands in another folder, or in a bucket."""
    if request.param == "folder":
        monkeypatch.setenv("MAHDAR_STORE", str(tmp_path / "shelf"))
    else:
        request.getfixturevalue("bucket")
    return load_settings(tmp_path / "data", "none")


@pytest.mark.parametrize("address", ["gs://bucket/x", "s3://", "s3://key:secret@bucket/x", "s3://bucket/a*b"])
def test_what_is_no_store_is_refused(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAHDAR_STORE", address)
    with pytest.raises(ValueError, match="a folder or s3://bucket/prefix") as refused:
        load_settings(tmp_path)
    assert "secret" not in str(refused.value)


def test_an_object_is_kept_once_verified_and_mended(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "drop.jsonl"
    file.write_bytes(b"lines of a drop")
    path = raw.store(settings.raw, b"lines of a drop")
    assert raw.store(settings.raw, file) == path
    with raw.open_object(settings.raw, path) as held:
        assert held.read_bytes() == b"lines of a drop"
    assert maintenance.verify_raw(settings) == 1
    flip(settings.raw / path)
    with pytest.raises(raw.Damaged, match=Path(path).name):
        maintenance.verify_raw(settings)
    with pytest.raises(raw.Damaged, match="SHA-256 differs"), raw.open_object(settings.raw, path):
        pass
    raw.store(settings.raw, b"lines of a drop")
    assert maintenance.verify_raw(settings) == 1
    with pytest.raises(FileNotFoundError), raw.open_object(settings.raw, "objects/00/none"):
        pass


def flip(path: Path) -> None:
    """Change one byte of a file behind everybody's back."""
    data = bytearray(path.read_bytes())
    data[3] ^= 1
    if store.is_folder(path):
        path.chmod(0o644)
    path.write_bytes(bytes(data))


def test_a_file_comes_whole_or_not_at_all(settings: Settings) -> None:
    path = settings.run_folder("2026-11-20-a") / "runs.parquet"
    with pytest.raises(RuntimeError), store.written(path) as beside:
        beside.write_text("half")
        raise RuntimeError
    assert not path.exists()
    raw.write_table([{"run_id": "a"}], RUNS, path)
    with store.written(path) as beside:
        beside.write_text("half")
        assert pq.read_table(store.source(path)).num_rows == 1, "readers have the old one until the new one is whole"


def test_of_two_writers_of_an_object_the_first_stays(bucket: Any, tmp_path: Path) -> None:
    path = load_settings(tmp_path, "none").raw / "objects" / "ab" / "name"
    with store.written(path, once=True) as late:
        late.write_text("late")
        with store.written(path, once=True) as early:
            early.write_text("early")
    assert path.read_text() == "early"


def test_runs_are_listed_by_their_last_change_and_pruned(settings: Settings) -> None:
    for run_id in ("2026-11-20-b", "2026-11-20-a"):
        raw.write_table([{"run_id": run_id, "status": "succeeded", "message": ""}], RUNS, settings.run_folder(run_id) / "runs.parquet")
    assert {r["run_id"] for r in recent_runs(settings)} == {"2026-11-20-b", "2026-11-20-a"}
    assert one_run(settings, "2026-11-20-a")["status"] == "succeeded"  # type: ignore[index]
    assert maintenance.prune(settings) == 0
    assert maintenance.prune(settings, keep_days=-1) == 2
    assert recent_runs(settings) == []


@pytest.mark.parametrize("endpoint", ["bucket is missing", "nobody answers"])
def test_a_store_out_of_reach_is_told_before_anything_is_done(endpoint: str, bucket: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if endpoint == "bucket is missing":
        monkeypatch.setenv("MAHDAR_STORE", "s3://elsewhere/mahdar")
    else:
        monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    settings = load_settings(tmp_path / "data", PROJECT / "sources.yml")
    with pytest.raises(store.Unreachable, match="MAHDAR_STORE .* cannot be written .*AWS_ENDPOINT_URL") as told:
        run_night(settings, DAY)
    assert "very-secret" not in str(told.value) and keys(bucket) == []
    assert any("MAHDAR_STORE" in problem for problem in find_problems(settings))


def test_an_object_that_the_store_does_not_give_is_not_taken_for_damaged(bucket: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load_settings(tmp_path, "none")
    path = raw.store(settings.raw, b"text")
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    with pytest.raises(store.Unreachable, match=Path(path).name), raw.open_object(settings.raw, path):
        pass


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_a_night_in_an_object_store_and_everything_again_from_it(bucket: Any, sample_night: Settings, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    settings = load_settings(tmp_path / "data", PROJECT / "sources.yml")
    run_night(settings, DAY)
    assert tables(settings) == tables(sample_night)
    held = keys(bucket)
    assert {k.split("/")[1] for k in held} == {"raw", "runs"} and not any("/." in k for k in held)
    secret = [f for f in tmp_path.rglob("*") if f.is_file() and b"very-secret" in f.read_bytes()]
    assert secret == [] and "very-secret" not in caplog.text
    assert not list(settings.data.glob("runs/*/*.parquet")) and not (settings.data / "raw").exists()
    # all from raw alone, in a data folder that has seen nothing
    for key in (k for k in held if "/runs/" in k):
        bucket.delete_object(Bucket="shelf", Key=key)
    other = load_settings(tmp_path / "other", "none")
    rebuild(other, DAY)
    assert {t: rows for t, rows in tables(other).items() if t not in HISTORY} == {t: rows for t, rows in tables(sample_night).items() if t not in HISTORY}


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_workers_that_share_no_folder_share_the_batches(bucket: Any, sample_night: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tasks of a night: those of batches alternate between the worker at home and one that has a data folder of its own."""
    from extract.articles import batches
    from extract.steps import extract

    monkeypatch.setattr(batches, "BATCH", 10)
    monkeypatch.setattr(extract, "BATCH", 10)
    monkeypatch.setenv("MAHDAR_SOURCES", str(PROJECT / "sources.yml"))
    home, away = tmp_path / "home", tmp_path / "away"

    def at(place: Path, task: Any, *more: Any) -> Any:
        monkeypatch.setenv("MAHDAR_DATA", str(place))
        place.mkdir(exist_ok=True)
        return task(context, *more)

    monkeypatch.setenv("MAHDAR_DATA", str(home))
    context = airflow_tasks.prepare(DAY.isoformat(), None, "manual__one")
    assert context
    for source in at(home, airflow_tasks.sources):
        at(home, airflow_tasks.fetch, source)
    at(home, airflow_tasks.check, "raw")
    for list_of, body in ((airflow_tasks.clean_batches, airflow_tasks.clean), (airflow_tasks.batches, airflow_tasks.extract)):
        numbers = at(home, list_of)
        assert len(numbers) > 3
        for number in numbers:
            at(away if number % 2 else home, body, number)
        if body is airflow_tasks.clean:
            at(home, airflow_tasks.deduplicate)
            at(home, airflow_tasks.check, "articles")
    for task, *more in ((airflow_tasks.check, "reports"), (airflow_tasks.load,), (airflow_tasks.build,), (airflow_tasks.check, "marts"), (airflow_tasks.publish,)):
        at(home, task, *more)
    assert tables(load_settings(home)) == tables(sample_night)
    assert {p.name for p in away.iterdir()} <= {"cache", ".night", ".run.lock"} and (away / ".night").read_text() == ""
