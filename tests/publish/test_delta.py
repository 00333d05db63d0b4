"""A publication that adds tonight's rows to the file published before equals one that copies every row."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import duckdb
import pytest

from extract import delta, publish, warehouse
from extract.published_form import read_mark
from extract.settings import Settings, load_settings
from tests.dbt.test_order_of_arrival import made_up_articles
from tests.faults.nights import SERVER
from tests.reports import article, load_night, meeting, pledge


def rows(path: Path) -> dict[str, list[str]]:
    with duckdb.connect(str(path), read_only=True) as con:
        return {t: sorted(map(str, con.execute(f"SELECT * FROM {t}").fetchall())) for t in publish.TABLES}


def described(path: Path) -> list[tuple]:
    with duckdb.connect(str(path), read_only=True) as con:
        return con.execute(
            """SELECT table_name, column_name, data_type, comment FROM duckdb_columns() WHERE NOT internal
               UNION ALL SELECT function_name, macro_definition, NULL, comment FROM duckdb_functions() WHERE NOT internal ORDER BY ALL"""
        ).fetchall()


@pytest.fixture
def ways(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How each publication of the test was made: added or whole."""
    taken: list[str] = []
    write_whole, add = publish._write_whole, delta.add
    monkeypatch.setattr(publish, "_write_whole", lambda *a: taken.append("whole") or write_whole(*a))
    monkeypatch.setattr(delta, "add", lambda *a: taken.append("added") or add(*a))
    return taken


def night(settings: Settings, name: str, articles: list[dict], *, published: bool = True) -> None:
    load_night(settings, name, articles)
    warehouse.run_dbt(settings)
    if published:
        publish.publish(settings)


def equals_a_whole_copy(settings: Settings, tmp_path: Path) -> None:
    """The published file holds what a copy of all rows holds, in the same form."""
    whole = tmp_path / "whole.duckdb"
    publish._write_whole(whole, settings)
    assert rows(settings.published) == rows(whole)
    assert described(settings.published) == described(whole)
    assert read_mark(settings.published) == read_mark(whole)


def test_nights_added_equal_a_whole_copy(tmp_path: Path, ways: list[str]) -> None:
    articles = made_up_articles(60)
    settings = load_settings(tmp_path / "data", "none")
    night(settings, "n1", articles[:25])
    night(settings, "n2", articles[25:40])
    equals_a_whole_copy(settings, tmp_path)
    night(settings, "n3", articles[40:45], published=False)  # its checks failed, say
    changed = [article(f"{i:03}", "2026-11-05", meeting("sisi erdogan", "2026-11-04", city="Cairo", country="EG"), version="2") for i in (3, 30)]
    for rows_ in changed:
        rows_["articles"][0]["fetched_at"] = dt.datetime(2026, 11, 21)
    night(settings, "n4", articles[45:] + changed)
    assert [w for w in ways if w == "added"] == ["added"] * 2
    equals_a_whole_copy(settings, tmp_path)
    publish.publish(settings)  # nothing came since
    equals_a_whole_copy(settings, tmp_path)
    kept = sorted(settings.published.parent.glob("mahdar-*.duckdb"))
    shutil.copyfile(kept[0], settings.published)  # a person went back
    publish.publish(settings)
    equals_a_whole_copy(settings, tmp_path)


def test_a_meeting_that_gets_another_id_takes_its_pledge_along(tmp_path: Path, ways: list[str]) -> None:
    settings = load_settings(tmp_path / "data", "none")
    told = article("b", "2026-11-05", meeting("sisi erdogan", "2026-11-04", city="Cairo", country="EG"), pledge("US", "UA", 1e9))
    told["pledge_reports"][0]["meeting_report_id"] = told["meeting_reports"][0]["meeting_report_id"]
    night(settings, "n1", [told])
    night(settings, "n2", [article("a", "2026-11-04", meeting("sisi erdogan", "2026-11-04", city="Cairo", country="EG"))])
    assert ways == ["whole", "added"]
    with duckdb.connect(str(settings.published), read_only=True) as con:
        assert con.execute("SELECT p.meeting_id = m.meeting_id FROM pledges AS p, meetings AS m").fetchall() == [(True,)]
    equals_a_whole_copy(settings, tmp_path)


def test_all_rows_are_copied_where_something_else_changed(tmp_path: Path, ways: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load_settings(tmp_path / "data", "none")
    articles = made_up_articles(20)

    night(settings, "n1", articles[:10])
    night(settings, "n2", articles[10:15])
    with monkeypatch.context() as patched:  # other rules, seeds or corrections
        patched.setattr(warehouse, "rules", lambda project: "others")
        night(settings, "n3", articles[15:])
    assert ways == ["whole", "added", "whole"]

    def way() -> str:
        publish.publish(settings)
        return ways[-1]

    assert way() == "added"
    with warehouse.open_warehouse(settings) as con:
        con.execute("COMMENT ON TABLE main.articles IS 'said otherwise'")
    assert way() == "whole", "another form"
    with duckdb.connect(str(settings.published)) as con:
        con.execute("INSERT INTO pledges SELECT * REPLACE ('plg-stray' AS pledge_id) FROM pledges LIMIT 1")
    assert way() == "whole", "a row too many"
    with monkeypatch.context() as patched:
        patched.setattr(delta, "SPENT", 0.5)
        assert way() == "whole", "where deleted rows take the room"
    with duckdb.connect(str(settings.published)) as con:
        con.execute("DROP TABLE word_lemmas")
    publish.publish(settings)
    equals_a_whole_copy(settings, tmp_path)
    settings.published.write_bytes(b"no database")
    publish.publish(settings)
    equals_a_whole_copy(settings, tmp_path)


def test_a_publication_killed_at_any_moment_leaves_one_whole_file(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "data", "none")
    articles = made_up_articles(30)
    night(settings, "n1", articles[:20])
    night(settings, "n2", articles[20:], published=False)
    before = rows(settings.published)
    killed = 0
    for moment in range(60):
        process = SERVER.Process(target=publish.publish, args=(settings,))
        process.start()
        process.join(0.05 * moment)
        if process.is_alive():
            process.kill()
            killed += 1
        process.join()
        if rows(settings.published) != before:
            break
    assert killed > 0
    publish.publish(settings)
    assert rows(settings.published) != before
    equals_a_whole_copy(settings, tmp_path)
