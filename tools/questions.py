"""Runs the questions of docs/questions.md on a published file and writes what they gave below them.

    python tools/questions.py [PUBLISHED.duckdb]        refresh the page; without a file on a night of the sample articles
    python tools/questions.py [PUBLISHED.duckdb] --check  exit with 1 where the page says something else
"""

from __future__ import annotations

import datetime as dt
import re
import sys
import tempfile
from pathlib import Path

import duckdb

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))
PAGE = PROJECT / "docs" / "questions.md"
QUESTION = re.compile(r"^## (?P<title>.+?)\n(?P<words>.*?)```sql\n(?P<sql>.*?)```\n+```text\n(?P<output>.*?)```", re.MULTILINE | re.DOTALL)
ROWS, WIDTH = 8, 60  # of an answer the page shows so many rows, of a value so many characters


def answer(con: duckdb.DuckDBPyConnection, sql: str) -> tuple[list[str], list[tuple[object, ...]]]:
    """The columns and rows that a question gives."""
    cursor = con.execute(sql)
    return [d[0] for d in cursor.description or []], cursor.fetchall()


def as_text(columns: list[str], rows: list[tuple[object, ...]]) -> str:
    """An answer as the page shows it: columns in a line, then a line a row, values between bars."""
    lines = [" | ".join(columns)]
    for row in rows[:ROWS]:
        lines.append(" | ".join("" if v is None else re.sub(r"\s+", " ", str(v))[:WIDTH] for v in row))
    if len(rows) > ROWS:
        lines.append(f"… {len(rows)} rows")
    return "\n".join(lines) + "\n"


def refreshed(page: str, published: Path) -> str:
    """The page with the answers that a published file gives."""
    with duckdb.connect(str(published), read_only=True) as con:

        def replace(found: re.Match[str]) -> str:
            output = as_text(*answer(con, found["sql"]))
            return found[0][: found.start("output") - found.start()] + output + "```"

        return QUESTION.sub(replace, page)


def sample_file(folder: Path) -> Path:
    """The published file of a night on the sample articles."""
    from extract.pipeline import run_night
    from extract.settings import load_settings

    settings = load_settings(folder, PROJECT / "sources.yml")
    run_night(settings, dt.date(2026, 11, 20))
    return settings.published


def main(arguments: list[str]) -> int:
    check = "--check" in arguments
    files = [a for a in arguments if a != "--check"]
    with tempfile.TemporaryDirectory() as folder:
        page = PAGE.read_text(encoding="utf-8")
        new = refreshed(page, Path(files[0]) if files else sample_file(Path(folder)))
    if check:
        return int(new != page)
    PAGE.write_text(new, encoding="utf-8")
    print(f"{len(QUESTION.findall(new))} questions answered in {PAGE.relative_to(PROJECT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
