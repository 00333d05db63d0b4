"""The data dictionary and the contract's version follow the columns that dbt describes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from extract.settings import Settings

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT / "tools"))

import data_dictionary  # noqa: E402


def test_the_dictionary_is_current() -> None:
    done = subprocess.run([sys.executable, "tools/data_dictionary.py", "--check"], cwd=PROJECT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_it_describes_every_published_column(sample_night: Settings) -> None:
    models = data_dictionary.read_models(PROJECT / "dbt" / "models" / "marts")
    described = {(table, c["name"]) for table, m in models.items() for c in m["columns"]}
    with duckdb.connect(str(sample_night.published), read_only=True) as con:
        published = set(con.execute("SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal").fetchall())
    assert {p for p in published if p[0] in data_dictionary.TABLES} == described


def test_a_new_column_changes_the_fingerprint_and_a_description_does_not() -> None:
    one = {"t": {"columns": [{"name": "a", "data_type": "varchar", "description": "x"}]}}
    told = {"t": {"columns": [{"name": "a", "data_type": "varchar", "description": "y"}]}}
    more = {"t": {"columns": [{"name": "a", "data_type": "varchar"}, {"name": "b"}]}}
    assert data_dictionary.fingerprint(one) == data_dictionary.fingerprint(told) != data_dictionary.fingerprint(more)


def test_a_changelog_without_the_contract_is_refused() -> None:
    with pytest.raises(ValueError, match="Data contract"):
        data_dictionary.stated_contract("# Changelog")


def test_pipes_of_a_description_stay_in_their_cell() -> None:
    text = data_dictionary.render({"articles": {"description": "d", "columns": [{"name": "a", "description": "x | y"}]}}, "1")
    assert "x \\| y |" in text
