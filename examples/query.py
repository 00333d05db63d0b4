"""Questions to the published file from Python: ``MAHDAR_DATA=data python examples/query.py``."""

import os
from pathlib import Path

import duckdb

published = Path(os.environ.get("MAHDAR_DATA", "data")) / "published" / "mahdar.duckdb"

with duckdb.connect(str(published), read_only=True) as con:
    # A macro of the file: who met whom. Parameters go in as values, never into the text of the SQL.
    for day, status, city in con.execute("SELECT start_date, status, city FROM meetings_between(?, ?)", ["SA", "IR"]).fetchall():
        print(day, status, city)

    # A DataFrame, for what SQL does not do.
    pledges = con.execute("SELECT * FROM pledges_to('UA', NULL)").df()
    print(pledges.groupby(["status", "kind"])["amount_usd"].sum())

    # From a row to the sentences that it was read from.
    meeting_id = con.execute("SELECT meeting_id FROM meetings ORDER BY n_sources DESC, meeting_id LIMIT 1").fetchone()[0]
    for source, quote in con.execute("SELECT source_id, quote FROM evidence('meeting', ?)", [meeting_id]).fetchall():
        print(source, quote)
