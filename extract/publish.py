"""Publication: a copy of the warehouse's main schema for readers, built beside and renamed into place."""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from extract.arabic.normalizer import FOLDED, INVISIBLE
from extract.arabic.search import STEM_PATTERNS
from extract.warehouse import MEMORY

if TYPE_CHECKING:
    from extract.settings import Settings

KEPT = 7  # published files kept for going back
# The published tables, in the order of the contract; what else dbt builds stays in the warehouse.
TABLES = (
    "articles", "meeting_reports", "participant_reports", "pledge_reports", "pledge_report_parties", "meetings",
    "participants", "pledges", "pledge_parties", "people", "actors", "places", "aliases", "changes", "merges",
    "quality_results", "quarantine", "runs", "meeting_conflicts", "arrivals", "pledge_parts", "corrections",
    "article_lemmas", "word_lemmas",
)  # fmt: skip


def publish(settings: Settings) -> dict[str, int]:
    """Write ``published/mahdar.duckdb`` anew and return the rows of each table.

    Readers with the old file open keep their snapshot. Raises duckdb.Error where the new file cannot be read back;
    the old one is then left in place.
    """
    target = settings.published
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    beside.unlink(missing_ok=True)
    con = duckdb.connect(str(beside))
    try:
        con.execute("SET TimeZone = 'UTC'")
        con.execute(f"SET memory_limit = '{MEMORY}'")
        settings.attach_warehouse(con)
        have = {r[0] for r in con.execute("SELECT table_name FROM duckdb_tables() WHERE database_name = 'warehouse' AND schema_name = 'main'").fetchall()}
        missing = [t for t in TABLES if t not in have]
        if missing:
            raise RuntimeError(f"the warehouse lacks {', '.join(missing)}: run dbt build first")
        for table in TABLES:
            schema = "raw" if table in ("quality_results", "runs") else "main"  # tonight's rows came after dbt
            con.execute(f"CREATE TABLE main.{table} AS SELECT * FROM warehouse.{schema}.{table}")
        _comments(con)
        _macros(con)
        con.execute("DETACH warehouse")
        con.execute("CHECKPOINT")
    finally:
        con.close()
    counts = _read_back(beside)
    exchange(beside, target)
    return counts


def exchange(beside: Path, target: Path) -> None:
    """Put ``beside`` in the place of ``target`` at one stroke; the file that was there is kept under its date."""
    if target.exists():
        _keep(target)
    beside.replace(target)


def _comments(con: duckdb.DuckDBPyConnection) -> None:
    """The descriptions that dbt kept on tables and columns, copied to the published file."""
    for table, comment in con.execute(
        "SELECT table_name, comment FROM duckdb_tables() WHERE database_name = 'warehouse' AND schema_name = 'main' AND comment IS NOT NULL"
    ).fetchall():
        if table in TABLES:
            con.execute(f"COMMENT ON TABLE main.{table} IS {_quoted(comment)}")
    for table, column, comment in con.execute(
        "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE database_name = 'warehouse' AND schema_name = 'main' AND comment IS NOT NULL"
    ).fetchall():
        if table in TABLES:
            con.execute(f'COMMENT ON COLUMN main.{table}."{column}" IS {_quoted(comment)}')


def _macros(con: duckdb.DuckDBPyConnection) -> None:
    """The macros of macros.sql with their comments, and the small ones that they use."""
    stem = "word"
    for pattern, replacement in STEM_PATTERNS:
        stem = f"regexp_replace({stem}, {_quoted(pattern)}, {_quoted(replacement)})"
    folded = f"translate(regexp_replace(lower(text), {_quoted(f'[{INVISIBLE}]')}, '', 'g'), {_quoted(FOLDED[0])}, {_quoted(FOLDED[1])})"
    con.execute(f"CREATE MACRO light_stem(word) AS {stem}")
    con.execute(f"CREATE MACRO fold_ar(text) AS {folded}")
    con.execute("CREATE MACRO current_id(id) AS coalesce((SELECT any_value(m.new_id) FROM merges AS m WHERE m.old_id = id), id)")
    comments = {
        "light_stem": "The stem of a folded word that the lexicon does not know (light10).", "fold_ar": "Letters folded: hamza, alef maksura, teh marbuta, marks.",
        "current_id": "The id that a meeting or pledge once published bears now.",
    }  # fmt: skip
    for block in re.split(r"^--- ", (Path(__file__).parent / "macros.sql").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, statement = block.split("\n", 1)
        name, comment = head.split(": ", 1)
        comments[name] = comment
        con.execute(statement)
    kinds = dict(con.execute("SELECT function_name, function_type FROM duckdb_functions() WHERE NOT internal AND database_name = current_database()").fetchall())
    for name, comment in comments.items():
        con.execute(f"COMMENT ON {'MACRO TABLE' if kinds[name] == 'table_macro' else 'MACRO'} {name} IS {_quoted(comment)}")


def _quoted(value: object) -> str:
    return "'" + str(value).replace("'", "''") + "'"


def _read_back(path: Path) -> dict[str, int]:
    """Open the new file as a reader would and count its rows."""
    with duckdb.connect(str(path), read_only=True) as con:
        return {t: con.execute(f"SELECT count(*) FROM main.{t}").fetchone()[0] for t in TABLES}  # type: ignore[index]


def _keep(target: Path) -> None:
    """Link the present file under its date before it is replaced; drop the oldest links beyond ``KEPT``."""
    stamp = dt.datetime.fromtimestamp(target.stat().st_mtime, dt.timezone.utc).strftime("%Y%m%dT%H%M%SZ")
    kept = target.with_name(f"mahdar-{stamp}.duckdb")
    if not kept.exists():
        os.link(target, kept)
    for old in sorted(target.parent.glob("mahdar-*.duckdb"))[:-KEPT]:
        old.unlink()
