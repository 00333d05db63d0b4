"""The form of the published file, all but its rows: comments, macros, and the mark that says which build it holds."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import NamedTuple

import duckdb

from extract.arabic.normalizer import FOLDED, INVISIBLE, SEATS
from extract.arabic.search import STEM_PATTERNS

MACROS = Path(__file__).parent / "macros.sql"


class Mark(NamedTuple):
    """What a published file was made of: the last build of the warehouse, and the form of the file."""

    build: str
    form: str


def form(con: duckdb.DuckDBPyConnection, tables: tuple[str, ...]) -> str:
    """A digest of what the published file looks like: its tables' columns, types and comments, its macros, DuckDB's version.

    ``con`` has the warehouse attached. Two files of one form differ in their rows alone.
    """
    described = con.execute(
        """SELECT t.table_name, t.comment, c.column_name, c.data_type, c.comment
           FROM duckdb_tables() AS t JOIN duckdb_columns() AS c USING (database_name, schema_name, table_name)
           WHERE t.database_name = 'warehouse' AND t.schema_name = 'main' ORDER BY t.table_name, c.column_index"""
    ).fetchall()
    parts = [repr([row for row in described if row[0] in tables]), repr(tables), MACROS.read_text(encoding="utf-8"), repr(_small_macros()), duckdb.__version__]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def comment(con: duckdb.DuckDBPyConnection, tables: tuple[str, ...]) -> None:
    """Copy the descriptions that dbt kept on tables and columns to the published file."""
    for table, text in con.execute(
        "SELECT table_name, comment FROM duckdb_tables() WHERE database_name = 'warehouse' AND schema_name = 'main' AND comment IS NOT NULL"
    ).fetchall():
        if table in tables:
            con.execute(f"COMMENT ON TABLE main.{table} IS {quoted(text)}")
    for table, column, text in con.execute(
        "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE database_name = 'warehouse' AND schema_name = 'main' AND comment IS NOT NULL"
    ).fetchall():
        if table in tables:
            con.execute(f'COMMENT ON COLUMN main.{table}."{column}" IS {quoted(text)}')


def create_macros(con: duckdb.DuckDBPyConnection) -> None:
    """The macros of macros.sql with their comments, and the small ones that they use."""
    comments = {}
    for name, (text, statement) in _small_macros().items():
        comments[name] = text
        con.execute(statement)
    for block in re.split(r"^--- ", MACROS.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, statement = block.split("\n", 1)
        name, text = head.split(": ", 1)
        comments[name] = text
        con.execute(statement)
    kinds = dict(con.execute("SELECT function_name, function_type FROM duckdb_functions() WHERE NOT internal AND database_name = current_database()").fetchall())
    for name, text in comments.items():
        con.execute(f"COMMENT ON {'MACRO TABLE' if kinds[name] == 'table_macro' else 'MACRO'} {name} IS {quoted(text)}")


def _small_macros() -> dict[str, tuple[str, str]]:
    """Name → comment and statement of the macros that say what extract/arabic says."""
    stem = "word"
    for pattern, replacement in STEM_PATTERNS:
        stem = f"regexp_replace({stem}, {quoted(pattern)}, {quoted(replacement)})"
    folded = f"regexp_replace(lower(text), {quoted(f'[{INVISIBLE}]')}, '', 'g')"
    for written, usual in SEATS:
        folded = f"replace({folded}, {quoted(written)}, {quoted(usual)})"
    folded = f"translate({folded}, {quoted(FOLDED[0])}, {quoted(FOLDED[1])})"
    current = "coalesce((SELECT any_value(m.new_id) FROM merges AS m WHERE m.old_id = id), id)"
    return {
        "light_stem": ("The stem of a folded word that the lexicon does not know (light10).", f"CREATE MACRO light_stem(word) AS {stem}"),
        "fold_ar": ("Letters folded: hamza, alef maksura, teh marbuta, marks.", f"CREATE MACRO fold_ar(text) AS {folded}"),
        "current_id": ("The id that a meeting or pledge once published bears now.", f"CREATE MACRO current_id(id) AS {current}"),
    }


def write_mark(con: duckdb.DuckDBPyConnection, mark: Mark) -> None:
    """Say in the published file what it was made of: within the file, so that the two cannot part."""
    con.execute(f"CREATE OR REPLACE MACRO publication() AS {{'build': {quoted(mark.build)}, 'form': {quoted(mark.form)}}}")
    con.execute("COMMENT ON MACRO publication IS 'Which build of the warehouse this file holds, in which form: what the next publication adds to.'")


def read_mark(published: Path) -> Mark | None:
    """The mark of a published file; None where there is no file, no mark in it, or it cannot be opened."""
    if not published.exists():
        return None
    try:
        with duckdb.connect(str(published), read_only=True) as con:
            found = con.execute("SELECT publication().build, publication().form").fetchone()
    except duckdb.Error:
        return None
    return Mark(*found) if found else None


def quoted(value: object) -> str:
    """A value as a literal of SQL."""
    return "'" + str(value).replace("'", "''") + "'"
