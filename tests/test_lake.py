"""The warehouse as a DuckLake: the same nights, the same tables, several writers at once."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from extract import warehouse
from extract.contracts import TABLES
from extract.pipeline import rebuild, run_night
from extract.settings import Settings, load_settings
from tests.conftest import PROJECT
from tests.faults.nights import tables

DAY = dt.date(2026, 11, 20)


def lake(monkeypatch: pytest.MonkeyPatch, folder: Path, catalogue: str, rows: str | None = None) -> Settings:
    monkeypatch.setenv("MAHDAR_WAREHOUSE", f"ducklake:{catalogue}")
    monkeypatch.setenv("MAHDAR_LAKE_DATA", rows or f"{folder}/rows/")
    return load_settings(folder / "data", PROJECT / "sources.yml")


def loaded(settings: Settings) -> dict[str, int]:
    with warehouse.open_warehouse(settings) as con:
        return {t: con.execute(f"SELECT count(*) FROM raw.{t}").fetchone()[0] for t in TABLES}


def run_of(night: Settings, settings: Settings) -> str:
    """The files of the sample night, as a run of ``settings``."""
    source = next((night.data / "runs").iterdir())
    shutil.copytree(source, settings.data / "runs" / source.name)
    return source.name


def test_the_name_of_the_warehouse_is_checked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MAHDAR_WAREHOUSE", "oracle:x")
    with pytest.raises(ValueError, match="duckdb: or ducklake:"):
        load_settings(tmp_path)
    monkeypatch.setenv("MAHDAR_WAREHOUSE", "ducklake:postgres:dbname=lake password=very-secret")
    with pytest.raises(ValueError, match="PGPASSWORD") as refused:
        load_settings(tmp_path)
    assert "very-secret" not in str(refused.value)
    monkeypatch.setenv("MAHDAR_WAREHOUSE", f"duckdb:{tmp_path}/elsewhere.duckdb")
    assert load_settings(tmp_path).warehouse == tmp_path / "elsewhere.duckdb"
    monkeypatch.setenv("MAHDAR_WAREHOUSE", "ducklake:")
    assert load_settings(tmp_path).lake == f"{tmp_path}/warehouse/catalogue.ducklake"


def test_a_catalogue_out_of_reach_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = lake(monkeypatch, tmp_path, f"postgres:dbname=lake host={tmp_path} user=nobody")
    with pytest.raises(warehouse.WarehouseBusy, match="its server does not answer"), warehouse.open_warehouse(settings, attempts=1):
        pass


def test_a_data_folder_with_its_lake_can_be_moved(sample_night: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAHDAR_WAREHOUSE", "ducklake:")
    settings = load_settings(tmp_path / "data", "none")
    with duckdb.connect() as con:
        settings.attach_warehouse(con)
        assert con.execute("SELECT count(*) FROM duckdb_tables() WHERE database_name = 'warehouse'").fetchone() == (0,), "an empty one before the first night"
    warehouse.load(settings, run_of(sample_night, settings))
    before = loaded(settings)
    shutil.move(settings.data, tmp_path / "moved")
    assert loaded(load_settings(tmp_path / "moved", "none")) == before


def test_a_run_loaded_twice_into_a_lake_is_there_once(sample_night: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = lake(monkeypatch, tmp_path, f"{tmp_path}/catalogue.ducklake")
    run_id = run_of(sample_night, settings)
    counts = warehouse.load(settings, run_id)
    first = loaded(settings)
    assert counts["articles"] == first["articles"] > 40
    warehouse.load(settings, run_id)
    assert loaded(settings) == first
    assert list((tmp_path / "rows").rglob("*.parquet")), "rows are Parquet files"
    con = duckdb.connect()
    settings.attach_warehouse(con)
    with pytest.raises(duckdb.Error):
        con.execute("DELETE FROM warehouse.raw.articles")
    con.close()


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_a_night_on_a_lake_publishes_what_a_file_does(sample_night: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = lake(monkeypatch, tmp_path, f"{tmp_path}/catalogue.ducklake")
    for _ in range(2):
        run_night(settings, DAY)
        assert tables(settings) == tables(sample_night)


@pytest.fixture
def postgres(tmp_path: Path) -> Iterator[str]:
    """A PostgreSQL server of its own on a socket in a temporary folder; its connection string."""
    if not shutil.which("initdb"):
        pytest.skip("no PostgreSQL here: apt install postgresql")
    folder = Path(os.environ.get("TMPDIR", "/tmp")) / f"lake-{os.getpid()}"
    folder.mkdir()
    as_user = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
    if as_user:
        shutil.chown(folder, "postgres", "postgres")
    run = lambda *command: subprocess.run(command, check=True, capture_output=True, cwd=folder, **as_user)  # noqa: E731
    try:
        run("initdb", "-D", f"{folder}/db", "-A", "trust", "-U", "postgres")
        run("pg_ctl", "-D", f"{folder}/db", "-o", f"-k {folder} -c listen_addresses=''", "-l", f"{folder}/log", "-w", "start")
        run("createdb", "-h", str(folder), "-U", "postgres", "lake")
        yield f"postgres:dbname=lake host={folder} user=postgres"
    finally:
        subprocess.run(["pg_ctl", "-D", f"{folder}/db", "-m", "immediate", "stop"], capture_output=True, cwd=folder, **as_user)
        shutil.rmtree(folder)


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_a_night_with_its_catalogue_in_postgres(postgres: str, sample_night: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = lake(monkeypatch, tmp_path, postgres)
    run_night(settings, DAY)
    assert tables(settings) == tables(sample_night)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_writers_load_at_once(postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = lake(monkeypatch, tmp_path, postgres)
    with warehouse.open_warehouse(settings):
        pass
    failed: list[Exception] = []

    def write(writer: int) -> None:
        try:
            for n in range(10):
                with warehouse.open_warehouse(settings) as con:
                    con.execute("INSERT INTO raw.runs (run_id) VALUES (?)", [f"{writer}-{n}"])
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=write, args=(w,)) for w in range(3)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert failed == []
    assert loaded(settings)["runs"] == 30


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_all_that_workers_share_in_an_object_store(postgres: str, shelf: Any, sample_night: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The catalogue in PostgreSQL; the lake's rows, raw and the files between steps in a bucket; a night, then all again from raw."""
    monkeypatch.setenv("MAHDAR_STORE", "s3://shelf/mahdar")
    settings = lake(monkeypatch, tmp_path, postgres, "s3://shelf/rows/")
    run_night(settings, DAY)
    assert tables(settings) == tables(sample_night)
    rebuild(settings, DAY)
    assert tables(settings) == tables(sample_night)
    kept = {o["Key"].split("/")[0] for page in shelf.get_paginator("list_objects_v2").paginate(Bucket="shelf") for o in page["Contents"]}
    assert kept == {"mahdar", "rows"} and not (tmp_path / "rows").exists()
