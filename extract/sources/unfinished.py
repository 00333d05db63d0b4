"""Records of runs that were received but never loaded: the next run takes them up.

A feed that answered a run which died later may answer the next one with "not modified"; what it gave the first time
stands in the raw store, and in the folder of the run that did not end.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from extract.contracts import QUARANTINE, RAW_RECORDS
from extract.sources.raw import write_quarantine, write_table
from extract.store import folders, source

if TYPE_CHECKING:
    from extract.settings import Settings


def take_up(settings: Settings, run_id: str) -> int:
    """Write what earlier runs received and did not load into the folder of ``run_id``; return the number of records.

    What a fetch refused then is taken over too. The order of the runs does not matter: a record is known by its id.
    """
    from extract.warehouse import open_warehouse

    folder = settings.run_folder(run_id)
    others = [p for _, p in folders(settings.runs) if p.name != run_id and _unfinished(p)]
    files = [f for p in others for f in p.glob("raw_records-*.parquet")]
    if not files:
        return 0
    received = pa.concat_tables([pq.read_table(source(f), schema=RAW_RECORDS) for f in files]).to_pylist()
    with open_warehouse(settings) as con:
        ids = pa.table({"raw_id": [r["raw_id"] for r in received]})
        con.register("received", ids)
        loaded = {r[0] for r in con.execute("SELECT raw_id FROM raw.raw_records WHERE raw_id IN (SELECT raw_id FROM received)").fetchall()}
    missing = {r["raw_id"]: r for r in received if r["raw_id"] not in loaded}
    if not missing:
        return 0
    told = _ids(folder, "quarantine", "quarantine_id")
    refused = [r for p in others for f in p.glob("quarantine-fetch-*.parquet") for r in pq.read_table(source(f), schema=QUARANTINE).to_pylist()]
    write_quarantine(folder, "fetch-unfinished", [r for r in refused if r["quarantine_id"] not in told])
    own = _ids(folder, "raw_records", "raw_id")  # what this run received again by itself
    return write_table([r for i, r in missing.items() if i not in own], RAW_RECORDS, folder / "raw_records-unfinished.parquet")


def _ids(folder: Path, table: str, column: str) -> set[str]:
    """The ids that the files of a table in a run's folder hold already."""
    files = [f for f in folder.glob(f"{table}-*.parquet") if not f.stem.endswith("unfinished")]
    return {i for f in files for i in pq.read_table(source(f), columns=[column]).column(column).to_pylist()}


def _unfinished(folder: Path) -> bool:
    """Whether a run left no row that says it succeeded."""
    row = folder / "runs.parquet"
    return not row.exists() or pq.read_table(source(row), columns=["status"]).column("status").to_pylist() != ["succeeded"]
