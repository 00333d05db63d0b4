"""The runner: what a suite finds, keeps, puts aside and stops; what its pages load."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from expectations import CheckFailed, docs, frames, run_suite, runner
from extract.contracts import REPEATS, TABLES
from tests.expectations.nights import good_night, now


@dataclass(frozen=True)
class Folders:
    """The places of ``Settings`` that the runner needs."""

    data: Path

    @property
    def warehouse(self) -> Path:
        return self.data / "warehouse.duckdb"

    @property
    def published(self) -> Path:
        return self.data / "published.duckdb"

    @property
    def docs(self) -> Path:
        return self.data / "docs"

    def run_folder(self, run_id: str) -> Path:
        folder = self.data / "runs" / run_id
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    work_folder = run_folder

    def reach_store(self, con: duckdb.DuckDBPyConnection) -> None:
        """The runs stand in a folder."""


def write(folder: Path, night: dict, *tables: str) -> None:
    """The Parquet files of the run's tables."""
    for name, schema in (TABLES | {"repeats": REPEATS}).items():
        if not tables or name in tables:
            rows = [{c: r.get(c) for c in schema.names} for r in night[name]]
            pq.write_table(pa.Table.from_pylist(rows, schema=schema), folder / f"{name}.parquet")


@pytest.fixture
def night(tmp_path: Path) -> tuple[Folders, dict]:
    """A data folder with the files of one good night, and its rows."""
    settings, rows = Folders(tmp_path), good_night(1)
    write(settings.run_folder("r1"), rows)
    return settings, rows


def test_a_good_night_passes_and_is_kept(night: tuple[Folders, dict]) -> None:
    settings, _ = night
    for step in ("raw", "articles", "reports"):
        result = run_suite(step, settings, "r1", now(1))
        assert result.success and not result.aside
        assert [r["message"] for r in result.rows if not r["success"]] == []
        assert pq.read_table(result.path).to_pylist() == result.rows


def test_a_name_of_two_short_words_stands_in_its_article(night: tuple[Folders, dict]) -> None:
    settings, rows = night
    rows["participant_reports"][0]["person_name_ar"] = "لو هي"
    write(settings.run_folder("r1"), rows, "participant_reports")
    assert "participant_named_in_article" in {a["expectation"] for a in run_suite("reports", settings, "r1", now(1)).aside}
    read = rows["participant_reports"][0]["meeting_report_id"]
    article = next(m["article_id"] for m in rows["meeting_reports"] if m["meeting_report_id"] == read)
    for row in rows["articles"]:
        row["text"] += " لو هي" if row["article_id"] == article else ""
    write(settings.run_folder("r1"), rows, "articles")
    assert not run_suite("reports", settings, "r1", now(1)).aside


def test_a_bad_row_goes_aside_and_the_night_goes_on(night: tuple[Folders, dict]) -> None:
    settings, rows = night
    bad = rows["meeting_reports"][0]
    bad["start_char"] += 1
    write(settings.run_folder("r1"), rows, "meeting_reports")
    result = run_suite("reports", settings, "r1", now(1))
    assert result.success
    assert [(a["table"], a["key"], a["expectation"]) for a in result.aside] == [("meeting_reports", bad["meeting_report_id"], "meeting_quote_in_text")]
    (row,) = [r for r in result.rows if not r["success"]]
    assert row["severity"] == "critical" and row["n_failing"] == 1 and row["sample_ids"] == [bad["meeting_report_id"]]
    assert bad["meeting_report_id"] in row["message"] and bad["quote"][:20] in row["message"]


def test_too_many_bad_rows_stop_the_night(night: tuple[Folders, dict]) -> None:
    settings, rows = night
    for report in rows["meeting_reports"]:
        report["start_char"] += 1
    write(settings.run_folder("r1"), rows, "meeting_reports")
    result = run_suite("reports", settings, "r1", now(1))
    assert not result.success and not result.aside
    with pytest.raises(CheckFailed, match="(?s)meeting_quote_in_text.*Rows: .*r1.*when-a-night-fails.md"):
        result.raise_if_critical()


def test_a_lost_row_stops_the_night(night: tuple[Folders, dict]) -> None:
    settings, rows = night
    rows["raw_records"].append(rows["raw_records"][0] | {"raw_id": "raw-lost"})
    write(settings.run_folder("r1"), rows, "raw_records")
    with pytest.raises(CheckFailed, match="raw-lost"):
        run_suite("articles", settings, "r1", now(1)).raise_if_critical()


def test_an_empty_night_is_no_failure(tmp_path: Path) -> None:
    settings = Folders(tmp_path)
    for step in ("raw", "articles", "reports"):
        result = run_suite(step, settings, "empty", now(1))
        assert [r["message"] for r in result.rows if not r["success"]] == []


def test_a_rebuild_is_no_night(night: tuple[Folders, dict]) -> None:
    settings, _ = night
    (settings.run_folder("r1") / runner.REPLAY).write_bytes((settings.run_folder("r1") / "raw_records.parquet").read_bytes())
    result = run_suite("raw", settings, "r1", now(1))
    assert [r for r in result.rows if r["observed"].startswith("{")] == []


def test_an_unknown_suite_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no suite"):
        run_suite("nothing", Folders(tmp_path), "r1")


def test_batches_are_judged_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "BATCH_ROWS", 2048)
    con = duckdb.connect(":memory:")
    frame = frames.Frame("numbers", "SELECT 'k' || i AS k, i % 10 = 0 AS ok, i < 6000 AS few FROM range(10000) AS t(i)", key="k")
    from expectations.declare import holds

    assert len(list(frames.batches(con, frame))) > 3
    declared = [holds("ok", "tenth", "warning", "m", "r", "t", mostly=0.1), holds("few", "most", "warning", "m", "r", "t", mostly=0.7)]
    monkeypatch.setattr(runner.importlib.import_module("expectations.raw"), "suite", lambda: iter([(frame, declared)]))
    tenth, most = runner.evaluate(con, "raw")
    assert (tenth.n_rows, tenth.n_failing, tenth.success) == (10000, 9000, True)
    assert (most.n_rows, most.n_failing, most.success) == (10000, 4000, False)


def test_pages_load_nothing_from_afar_and_show_arabic_right_to_left(night: tuple[Folders, dict]) -> None:
    settings, rows = night
    rows["articles"][0] |= {"n_words": 40_000, "title": "قمة عربية تبحث الأوضاع $5 ${x} {{y}} <img src=x onerror=alert(1)>"}
    write(settings.run_folder("r1"), rows, "articles")
    run_suite("articles", settings, "r1", now(1))
    run_suite("raw", settings, "r1", now(1))
    pages = sorted((settings.docs / "quality").rglob("*.html"))
    assert [p.name for p in pages] == ["index.html", "articles.html", "raw.html"]
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert not re.findall(r"""(?:src|href)\s*=\s*["']?\s*(?:https?:)?//""", text) and "<script" not in text and "@import" not in text
        for link in re.findall(r'href="([^"#]+)', text):
            assert (page.parent / link).exists(), f"{page.name} links to {link}"
    article_page = pages[1].read_text(encoding="utf-8")
    assert "$5 ${x} {{y}} &lt;img" in article_page and "<img" not in "".join(p.read_text(encoding="utf-8") for p in pages)
    assert '<bdi dir="rtl" lang="ar">قمة عربية تبحث الأوضاع</bdi>' in article_page
    said = " ".join(re.sub("<[^>]*>", " ", pages[2].read_text(encoding="utf-8")).split())
    assert "source_gives_usual_count : A source gives about as many records as usual." in said
    assert "The records of a source must be within the usual range of the last nights." in said
    index = pages[0].read_text(encoding="utf-8")
    assert "article_not_glued" in index and 'href="runs/r1/articles.html"' in index
    assert not re.search(r"url\(\s*['\"]?(?:https?:)?//", "".join(p.read_text() for p in docs.ASSETS.glob("*.css")))


def test_a_run_id_that_looks_like_a_date_is_none(night: tuple[Folders, dict]) -> None:
    settings, rows = night
    write(settings.run_folder("2026-11-24-204622-4013"), rows)
    assert run_suite("raw", settings, "2026-11-24-204622-4013", now(1)).success


def test_a_page_that_cannot_be_drawn_stops_no_night(night: tuple[Folders, dict], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    settings, _ = night

    def broken(*_: object) -> None:
        raise RuntimeError("no such template")

    monkeypatch.setattr(docs, "write", broken)
    assert run_suite("raw", settings, "r1", now(1)).success
    assert "could not be written" in caplog.text and "no such template" in caplog.text


def test_the_library_is_quiet(night: tuple[Folders, dict], capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> None:
    settings, _ = night
    with caplog.at_level(logging.INFO):
        run_suite("raw", settings, "r1", now(1))
    assert not [r for r in caplog.records if r.name.startswith("great_expectations")]
    out, err = capfd.readouterr()
    assert out == "" and "Calculating Metrics" not in err


def test_nothing_of_the_library_is_imported_before_a_suite_runs() -> None:
    import subprocess
    import sys

    code = "import expectations, sys; print('great_expectations' in sys.modules, 'pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split() == ["False", "False"]


