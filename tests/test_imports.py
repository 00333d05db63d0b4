"""Imports go one way: dags → extract, expectations; the language modules import nothing but each other."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
HEAVY = {"great_expectations", "dbt", "camel_tools", "duckdb", "pyarrow", "pandas", "trafilatura", "extract"}
IMPURE = {"duckdb", "pyarrow", "requests", "httpx2", "airflow", "dbt", "great_expectations", "pandas", "os", "pathlib", "time", "csv"}


def imported(path: Path, *, top_level: bool = False) -> set[str]:
    """Names of the modules that a file imports; at its top level alone, or anywhere but under TYPE_CHECKING."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    guarded = {id(n) for node in ast.walk(tree) if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test) for n in ast.walk(node)}
    nodes = tree.body if top_level else ast.walk(tree)
    out = set()
    for node in nodes:
        if id(node) in guarded:
            continue
        if isinstance(node, ast.Import):
            out |= {a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            out.add(node.module)
    return out


@pytest.mark.parametrize("path", sorted((PROJECT / "extract").rglob("*.py")), ids=lambda p: str(p.relative_to(PROJECT)))
def test_extract_knows_no_orchestrator(path: Path) -> None:
    assert not {m for m in imported(path) if m.split(".")[0] in ("airflow", "dags")}


@pytest.mark.parametrize("path", sorted([*(PROJECT / "extract/arabic").rglob("*.py"), *(PROJECT / "extract/events").rglob("*.py")]), ids=lambda p: str(p.relative_to(PROJECT)))
def test_language_modules_are_pure(path: Path) -> None:
    modules = imported(path)
    assert not {m for m in modules if m.split(".")[0] in IMPURE}, "no I/O, no clock, no database"
    inside = {m for m in modules if m.startswith("extract")}
    assert all(m.startswith(("extract.arabic", "extract.events")) for m in inside)


@pytest.mark.parametrize("path", sorted((PROJECT / "expectations").glob("*.py")), ids=lambda p: p.name)
def test_expectations_know_contracts_alone(path: Path) -> None:
    inside = {m for m in imported(path) if m.startswith("extract")}
    assert inside <= {"extract.contracts"}


@pytest.mark.parametrize("path", sorted((PROJECT / "dags").glob("*.py")), ids=lambda p: p.name)
def test_dags_import_nothing_heavy_at_the_top(path: Path) -> None:
    assert not {m for m in imported(path, top_level=True) if m.split(".")[0] in HEAVY}
