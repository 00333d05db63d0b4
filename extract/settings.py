"""Where a run finds its inputs and keeps what it writes. The only place that reads the environment."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from extract import store

if TYPE_CHECKING:
    import duckdb

PROJECT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Settings:
    """Paths of one data folder. Two runs with two data folders do not touch each other."""

    data: Path  # MAHDAR_DATA: all that a run writes
    sources: Path | None  # MAHDAR_SOURCES: the list of sources; None reads the inbox alone
    database: str | None = None  # MAHDAR_WAREHOUSE: duckdb:FILE, ducklake: or ducklake:CATALOGUE; None is the DuckDB file in the data folder
    lake_folder: str | None = None  # MAHDAR_LAKE_DATA: where a DuckLake keeps its rows, a folder or an s3:// address
    store: str | None = None  # MAHDAR_STORE: where raw and the files between steps stand, a folder or s3://bucket/prefix; None is the data folder

    @property
    def project(self) -> Path:
        """The folder with ``seeds/``, ``dbt/`` and ``dags/``."""
        return PROJECT

    @property
    def seeds(self) -> Path:
        return PROJECT / "seeds"

    @property
    def inbox(self) -> Path:
        return self.data / "inbox"

    @property
    def shared(self) -> Path:
        """What the workers of a night share, ``raw`` and ``runs``: the data folder, or the place that MAHDAR_STORE names (extract/store.py)."""
        return store.place(self.store) if self.store else self.data

    @property
    def raw(self) -> Path:
        """Bytes as received (``objects/``) and what was received when (``records/``)."""
        return self.shared / "raw"

    @property
    def runs(self) -> Path:
        """A folder a run, with its Parquet files."""
        return self.shared / "runs"

    @property
    def state(self) -> Path:
        """What a run remembers for the next: validators of feeds, the duplicate index."""
        return self.data / "state"

    @property
    def cache(self) -> Path:
        """Compiled tables that can be made again from ``seeds/``."""
        return self.data / "cache"

    @property
    def warehouse(self) -> Path:
        """The writer's DuckDB file; where ``lake`` is set, what stands beside the lake. Readers open ``published``."""
        if self.database and self.database.startswith("duckdb:"):
            return Path(self.database.removeprefix("duckdb:")).expanduser().resolve()
        return self.data / "warehouse" / "mahdar.duckdb"

    @property
    def lake(self) -> str | None:
        """The catalogue of the DuckLake that is the warehouse; None where a DuckDB file is."""
        if not self.database or not self.database.startswith("ducklake:"):
            return None
        catalogue = self.database.removeprefix("ducklake:")
        if catalogue.startswith("postgres:"):
            return catalogue
        return str(Path(catalogue).expanduser().resolve()) if catalogue else str(self.data / "warehouse" / "catalogue.ducklake")

    @property
    def lake_data(self) -> str:
        return self.lake_folder or f"{self.data / 'warehouse' / 'lake'}/"

    def attach_warehouse(self, con: duckdb.DuckDBPyConnection) -> None:
        """Attach the warehouse to ``con`` for reading, as ``warehouse``; an empty one where there is none yet."""
        from extract import lake

        lake.attach(con, self)

    def reach_store(self, con: duckdb.DuckDBPyConnection) -> None:
        """Let ``con`` read the run folders by their addresses."""
        from extract import lake

        lake.reach_store(con, self)

    @property
    def published(self) -> Path:
        return self.data / "published" / "mahdar.duckdb"

    @property
    def docs(self) -> Path:
        return self.data / "docs"

    @property
    def base_url(self) -> str:
        """MAHDAR_BASE_URL: where ``docs`` can be reached, for the links of the feed; empty for links relative to it."""
        base = os.environ.get("MAHDAR_BASE_URL", "")
        return base.rstrip("/") + "/" if base else "../"

    def run_folder(self, run_id: str) -> Path:
        """The folder of one run's Parquet files, made where it is missing; in an object store there is nothing to make."""
        folder = self.runs / run_id
        if store.is_folder(folder):
            folder.mkdir(parents=True, exist_ok=True)
        return folder

    def work_folder(self, run_id: str) -> Path:
        """The folder of what one run keeps on this machine alone, made where it is missing: in the data folder whatever MAHDAR_STORE says."""
        folder = self.data / "runs" / run_id
        folder.mkdir(parents=True, exist_ok=True)
        return folder


def load_settings(data: str | Path | None = None, sources: str | Path | None = None) -> Settings:
    """Settings from arguments, else from ``MAHDAR_DATA`` and ``MAHDAR_SOURCES``, else ``./data`` and ``./sources.yml``.

    ``sources="none"`` means the inbox alone. Raises ValueError where ``MAHDAR_WAREHOUSE`` or ``MAHDAR_STORE`` is of no kind
    that there is.
    """
    database = os.environ.get("MAHDAR_WAREHOUSE") or None
    if database and not database.startswith(("duckdb:", "ducklake:")):
        raise ValueError("MAHDAR_WAREHOUSE has to begin with duckdb: or ducklake: (see docs/scale.md)")
    if database and "password=" in database:
        raise ValueError("MAHDAR_WAREHOUSE holds a password, which logs would show: take it out and set PGPASSWORD (see docs/scale.md)")
    shared = os.environ.get("MAHDAR_STORE") or None
    if shared:
        store.check_address(shared)
    data = data or os.environ.get("MAHDAR_DATA") or "data"
    sources = sources or os.environ.get("MAHDAR_SOURCES") or "sources.yml"
    return Settings(
        data=Path(data).expanduser().resolve(),
        sources=None if str(sources) == "none" else Path(sources).expanduser().resolve(),
        database=database,
        lake_folder=os.environ.get("MAHDAR_LAKE_DATA") or None,
        store=shared,
    )


def timezone() -> dt.tzinfo:
    """``MAHDAR_TIMEZONE``: the zone of 02:00 and of a scheduled night's day (UTC). Raises ValueError for an unknown zone."""
    name = os.environ.get("MAHDAR_TIMEZONE") or "UTC"
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValueError(f"MAHDAR_TIMEZONE names no time zone: {name!r}; write it as Asia/Riyadh or UTC") from error


def notify_target() -> str | None:
    """``MAHDAR_NOTIFY``: where a failed night is told, a webhook's or a mail server's URL (extract/notify.py); None for nowhere."""
    return os.environ.get("MAHDAR_NOTIFY") or None


def json_logs() -> bool:
    """``MAHDAR_LOG=json``: whether each step of a run tells its start and end as a line of JSON on standard error."""
    return os.environ.get("MAHDAR_LOG") == "json"
