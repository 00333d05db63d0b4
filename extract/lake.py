"""Which database is the warehouse: a DuckDB file with one writer, or a DuckLake with as many writers and readers as come.

``MAHDAR_WAREHOUSE`` chooses: ``duckdb:FILE``, or ``ducklake:CATALOGUE`` where the catalogue is a file (none named: one in the
data folder) or ``postgres:dbname=… host=…`` and the rows are Parquet files below ``MAHDAR_LAKE_DATA`` (a folder or ``s3://bucket/prefix/``).
The extensions come as wheels; nothing is downloaded.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from extract import store

if TYPE_CHECKING:
    from extract.settings import Settings

RETRIES = 50  # of a commit that another writer was ahead of
EXTENSIONS = ("ducklake", "postgres", "httpfs")  # dbt/profiles.yml loads the same
TARGET = "duckdb", "ducklake"  # of dbt/profiles.yml


def attach(con: duckdb.DuckDBPyConnection, settings: Settings, *, read_only: bool = True) -> None:
    """Attach the warehouse to ``con`` as ``warehouse``; an empty one where there is none yet and only reading is asked for.

    Raises duckdb.Error where the file is locked or the catalogue cannot be reached.
    """
    if settings.lake is None:
        place = str(settings.warehouse) if settings.warehouse.exists() or not read_only else ":memory:"
        con.execute(f"ATTACH {_quoted(place)} AS warehouse" + (" (READ_ONLY)" if read_only and place != ":memory:" else ""))
        return
    if not settings.lake.startswith("postgres:") and not (file := Path(settings.lake)).exists():
        if read_only:
            con.execute("ATTACH ':memory:' AS warehouse")
            return
        file.parent.mkdir(parents=True, exist_ok=True)
    _load_extensions(con, settings)
    options = f"DATA_PATH {_quoted(settings.lake_data)}" + (", READ_ONLY" if read_only else "")
    if settings.lake_folder is None:  # the rows stand in the data folder wherever it was moved or restored to
        options += ", OVERRIDE_DATA_PATH true"
    con.execute(f"SET ducklake_max_retry_count = {RETRIES}")
    con.execute(f"ATTACH {_quoted('ducklake:' + settings.lake)} AS warehouse ({options})")


def reach_store(con: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Let ``con`` read the files of runs where these stand in an object store."""
    if not store.is_folder(settings.shared):
        _install(("httpfs",))
        con.execute("LOAD httpfs")
        store.let_read(con)


def environment(settings: Settings) -> dict[str, str]:
    """What dbt/profiles.yml reads of the environment."""
    if settings.lake is None:
        return {"MAHDAR_TARGET": TARGET[0], "MAHDAR_WAREHOUSE_FILE": str(settings.warehouse)}
    _install(EXTENSIONS)
    of_objects = {f"MAHDAR_S3_{name}": value for name, value in store.duckdb_endpoint().items()}  # the keys DuckDB takes from AWS_…
    return {"MAHDAR_TARGET": TARGET[1], "MAHDAR_LAKE": settings.lake, "MAHDAR_LAKE_ROWS": settings.lake_data} | of_objects


def _load_extensions(con: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Load what the catalogue and the place of the rows need."""
    assert settings.lake is not None
    wanted = ["ducklake", *(["postgres"] if settings.lake.startswith("postgres:") else []), *(["httpfs"] if "://" in settings.lake_data else [])]
    _install(tuple(wanted))
    for name in wanted:
        con.execute(f"LOAD {name}")
    if "httpfs" in wanted:
        store.let_read(con)


def _install(names: tuple[str, ...]) -> None:
    """Make the extensions of the wheels known to DuckDB, once a home folder."""
    from duckdb_extensions import import_extension

    with duckdb.connect() as con:
        home = con.execute("SELECT extension_name FROM duckdb_extensions() WHERE installed").fetchall()
        for name in names:
            if name not in {h[0] for h in home}:
                import_extension(name, con=con)


def _quoted(value: str | Path) -> str:
    return "'" + str(value).replace("'", "''") + "'"
