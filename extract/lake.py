"""Which database is the warehouse: a DuckDB file with one writer, or a DuckLake with as many writers and readers as come.

``MAHDAR_WAREHOUSE`` chooses: ``duckdb:FILE``, or ``ducklake:CATALOG`` where the catalogue is a file or
``postgres:dbname=… host=…`` and the rows are Parquet files below ``MAHDAR_LAKE_DATA`` (a folder or ``s3://bucket/prefix/``).
The extensions come as wheels; nothing is downloaded.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

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
    _load_extensions(con, settings)
    options = f"DATA_PATH {_quoted(settings.lake_data)}" + (", READ_ONLY" if read_only else "")
    con.execute(f"SET ducklake_max_retry_count = {RETRIES}")
    con.execute(f"ATTACH {_quoted('ducklake:' + settings.lake)} AS warehouse ({options})")


def environment(settings: Settings) -> dict[str, str]:
    """What dbt/profiles.yml reads of the environment."""
    if settings.lake is None:
        return {"MAHDAR_TARGET": TARGET[0], "MAHDAR_WAREHOUSE_FILE": str(settings.warehouse)}
    _install(EXTENSIONS)
    return {"MAHDAR_TARGET": TARGET[1], "MAHDAR_LAKE": settings.lake, "MAHDAR_LAKE_DATA": settings.lake_data}


def _load_extensions(con: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Load what the catalogue and the place of the rows need; tell the key of an object store, which stands in ``AWS_…``."""
    assert settings.lake is not None
    wanted = ["ducklake", *(["postgres"] if settings.lake.startswith("postgres:") else []), *(["httpfs"] if "://" in settings.lake_data else [])]
    _install(tuple(wanted))
    for name in wanted:
        con.execute(f"LOAD {name}")
    if "httpfs" in wanted:
        place = os.environ.get("AWS_ENDPOINT_URL", "")
        parts = {"KEY_ID": os.environ.get("AWS_ACCESS_KEY_ID", ""), "SECRET": os.environ.get("AWS_SECRET_ACCESS_KEY", ""), "REGION": os.environ.get("AWS_REGION", "us-east-1")}
        if place:
            parts |= {"ENDPOINT": place.split("://")[-1], "URL_STYLE": "path", "USE_SSL": str(place.startswith("https")).lower()}
        con.execute("CREATE OR REPLACE SECRET lake (TYPE s3, " + ", ".join(f"{name} {_quoted(value)}" for name, value in parts.items()) + ")")


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
