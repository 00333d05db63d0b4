"""The published file: described, searchable, replaced under its readers, exported."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner
from rich.console import Console

from extract.arabic.normalizer import fold
from extract.arabic.search import light_stem
from extract.cli import export, sql, table
from extract.publish import KEPT, TABLES, exchange, publish
from extract.settings import PROJECT, Settings, load_settings
from extract.warehouse import open_warehouse
from tools import questions


@pytest.fixture()
def reader(sample_night: Settings) -> duckdb.DuckDBPyConnection:
    with duckdb.connect(str(sample_night.published), read_only=True) as con:
        yield con


def test_everything_published_is_described(reader: duckdb.DuckDBPyConnection) -> None:
    assert {r[0] for r in reader.execute("SELECT table_name FROM duckdb_tables()").fetchall()} == set(TABLES)
    missing = reader.execute(
        """SELECT table_name FROM duckdb_tables() WHERE coalesce(comment, '') = ''
           UNION ALL SELECT table_name || '.' || column_name FROM duckdb_columns() WHERE NOT internal AND coalesce(comment, '') = ''
           UNION ALL SELECT function_name FROM duckdb_functions() WHERE NOT internal AND database_name = current_database() AND coalesce(comment, '') = ''"""
    ).fetchall()
    assert missing == []


def test_search_finds_a_word_in_all_its_forms(reader: duckdb.DuckDBPyConnection) -> None:
    def found(query: str) -> set[str]:
        return {r[0] for r in reader.execute("SELECT article_id FROM search_articles(?)", [query]).fetchall()}

    texts = dict(reader.execute("SELECT article_id, title || ' ' || text FROM articles").fetchall())
    meetings = found("اجتماعات")
    assert meetings and found("والاجتماع") == meetings == found("اجتماعاتهم")
    assert all("جتماع" in texts[a] for a in meetings)
    assert any("الاجتماع" in texts[a] and "اجتماعات" not in texts[a] for a in meetings)
    both = found("اجتماع في أوكرانيا")
    assert both and both <= meetings, "every word counts, but for function words"
    assert found("كلمةليستفيأيمقال") == set()


def test_the_macros_fold_and_stem_as_the_reading_does(reader: duckdb.DuckDBPyConnection) -> None:
    words = [r[0] for r in reader.execute("SELECT word FROM word_lemmas").fetchall()] + ["الأُمَّـــة", "مسؤولية", "مسئول", "لشئون", "إنشيون", "۱۲", "والدبلوماسيين"]
    rows = reader.execute("SELECT w, fold_ar(w), light_stem(fold_ar(w)) FROM (SELECT unnest(?) AS w)", [words]).fetchall()
    assert [r for r in rows if r[1] != fold(r[0]) or r[2] != light_stem(fold(r[0]))] == []


def test_a_merged_id_still_leads_to_its_evidence(sample_night: Settings, tmp_path: Path) -> None:
    copy = tmp_path / "mahdar.duckdb"
    copy.write_bytes(sample_night.published.read_bytes())
    with duckdb.connect(str(copy)) as con:
        meeting = con.execute("SELECT meeting_id FROM meetings LIMIT 1").fetchone()[0]
        con.execute("INSERT INTO merges VALUES ('mtg-old', ?, now()::TIMESTAMP, 'meeting')", [meeting])
        assert con.execute("SELECT count(*) FROM evidence('meeting', 'mtg-old')").fetchone() == con.execute("SELECT count(*) FROM evidence('meeting', ?)", [meeting]).fetchone() != (0,)


def test_a_reader_in_the_middle_of_a_query_keeps_its_snapshot(sample_night: Settings, tmp_path: Path) -> None:
    target = tmp_path / "mahdar.duckdb"
    target.write_bytes(sample_night.published.read_bytes())
    script = (
        "import duckdb, sys\n"
        f"con = duckdb.connect({str(target)!r}, read_only=True)\n"
        "cursor = con.execute('SELECT a.article_id FROM articles AS a, range(20000)')\n"
        "rows = len(cursor.fetchmany(1000))\n"
        "print('reading', flush=True)\n"
        "sys.stdin.readline()\n"
        "while chunk := cursor.fetchmany(100000): rows += len(chunk)\n"
        "print(rows, con.execute('SELECT count(*) FROM articles').fetchone()[0])\n"
    )
    reader = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert reader.stdout.readline() == "reading\n"
    beside = tmp_path / "new"
    beside.write_bytes(target.read_bytes())
    with duckdb.connect(str(beside)) as con:
        con.execute("DELETE FROM articles")
    exchange(beside, target)
    out, _ = reader.communicate("go\n", timeout=60)
    with duckdb.connect(str(sample_night.published), read_only=True) as con:
        n = con.execute("SELECT count(*) FROM articles").fetchone()[0]
    assert out.split() == [str(n * 20000), str(n)]
    with duckdb.connect(str(target), read_only=True) as con:
        assert con.execute("SELECT count(*) FROM articles").fetchone() == (0,)


def test_the_last_files_are_kept(tmp_path: Path) -> None:
    target = tmp_path / "mahdar.duckdb"
    for number in range(KEPT + 4):
        beside = tmp_path / "new"
        beside.write_text(str(number))
        os.utime(beside, (1_700_000_000 + number * 86400,) * 2)
        exchange(beside, target)
    kept = sorted(tmp_path.glob("mahdar-*.duckdb"))
    assert [p.read_text() for p in kept] == [str(n) for n in range(3, KEPT + 3)]
    assert target.read_text() == str(KEPT + 3)


def test_publishing_fails_before_it_replaces(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, "none")
    with open_warehouse(settings):  # empty
        pass
    settings.published.parent.mkdir()
    settings.published.write_text("yesterday's")
    with pytest.raises(RuntimeError, match="run dbt build first"):
        publish(settings)
    assert settings.published.read_text() == "yesterday's"


@pytest.mark.parametrize("shape", ["parquet", "csv"])
def test_export_reads_back(shape: str, sample_night: Settings, tmp_path: Path, reader: duckdb.DuckDBPyConnection) -> None:
    result = CliRunner().invoke(export.command, [str(tmp_path), "--format", shape, "--data", str(sample_night.data)])
    assert result.exit_code == 0, result.output
    assert {p.stem for p in tmp_path.iterdir()} == set(TABLES)
    for name in ("articles", "meetings", "meeting_conflicts"):
        assert reader.execute(f"SELECT count(*) FROM '{tmp_path / name}.{shape}'").fetchone() == reader.execute(f"SELECT count(*) FROM {name}").fetchone()


def test_sql_in_three_shapes(sample_night: Settings) -> None:
    def run(*arguments: str) -> str:
        result = CliRunner().invoke(sql.command, [*arguments, "--data", str(sample_night.data)])
        assert result.exit_code == 0, result.output
        return result.output

    query = "SELECT name_ar, status FROM meetings WHERE meeting_id IN (SELECT meeting_id FROM meetings_between('SA', 'IR'))"
    rows = json.loads(run(query, "--format", "json"))
    assert rows and rows[0]["status"] == "held"
    assert run(query, "--format", "csv").splitlines()[0] == "name_ar,status"
    assert "held" in run(query)
    refused = CliRunner().invoke(sql.command, ["DELETE FROM meetings", "--data", str(sample_night.data)])
    assert refused.exit_code == 1 and "read-only" in refused.output


def test_arabic_in_a_terminal_of_80_columns() -> None:
    name = "زيارة وزير الخارجية السعودي فيصل بن فرحان آل سعود ونظيره الإيراني حسين أمير عبد اللهيان"

    def shown(names: list[str], row: list[object], **how: bool) -> list[str]:
        console = Console(width=80, record=True, file=io.StringIO())
        table.show(names, [row], console, **how)
        return console.export_text().splitlines()

    lines = shown(["start_date", "name_ar", "n"], ["2023-04-06", name, 2])
    assert max(map(len, lines)) <= 84 and lines[0].startswith("┏"), "isolates take no room on the screen"
    isolated = [part.split("\u2069")[0] for line in lines for part in line.split("\u2067")[1:]]
    assert " ".join(isolated) == name, "whole words, each line isolated so that the columns stay in their order"
    blocks = shown([f"column_{i}" for i in range(20)], [name] * 20)
    assert blocks[0].startswith("─── 1") and len(blocks) > 20, "what does not fit is shown a row to a block"
    visual = "".join(shown(["name_ar"], ["قمة"], visual=True))
    assert "\ufed7\ufee4\ufe94"[::-1] in visual, "letters joined and in the order of the screen"


def test_the_questions_of_the_page_have_answers(reader: duckdb.DuckDBPyConnection) -> None:
    found = list(questions.QUESTION.finditer(questions.PAGE.read_text(encoding="utf-8")))
    assert len(found) == 20
    for question in found:
        columns, rows = questions.answer(reader, question["sql"])
        assert question["output"].splitlines()[0] == " | ".join(columns), question["title"]
        assert rows, f"{question['title']} has no answer on the sample articles"
        assert len(question["output"].splitlines()) > 1, f"{question['title']} shows no answer: run python tools/questions.py"


@pytest.mark.parametrize("example", ["query.py", "notebook.ipynb"])
def test_the_examples_run(example: str, sample_night: Settings) -> None:
    path = PROJECT / "examples" / example
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        cells = [c for c in json.loads(source)["cells"] if c["cell_type"] == "code"]
        source = "\n".join("".join(c["source"]) for c in cells)
    done = subprocess.run([sys.executable, "-c", source], env=os.environ | {"MAHDAR_DATA": str(sample_night.data)}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
