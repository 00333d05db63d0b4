"""Which reports are one event and which are two; what people correct; what is remembered. One build for many cases."""

from __future__ import annotations

import datetime as dt
import logging
import shutil
from pathlib import Path

import pytest

from extract import warehouse
from extract.settings import PROJECT, Settings, load_settings
from tests.reports import article, load_night, meeting, pledge, query, sha

CASES = {
    # told twice, by two outlets
    "twice-1": ("2026-03-02", meeting("sisi erdogan", "2026-03-02", city="Cairo", country="EG")),
    "twice-2": ("2026-03-03", meeting("sisi erdogan", "2026-03-02", country="EG", kind="visit")),
    # the same parties a week apart
    "week-1": ("2026-04-01", meeting("sisi erdogan", "2026-04-01", city="Cairo", country="EG")),
    "week-2": ("2026-04-08", meeting("sisi erdogan", "2026-04-08", city="Cairo", country="EG")),
    # two visits of one minister to one city in a month
    "visit-1": ("2026-05-02", meeting("lavrov fidan", "2026-05-02", kind="visit", city="Ankara", country="TR")),
    "visit-2": ("2026-05-20", meeting("lavrov fidan", "2026-05-20", kind="visit", city="Ankara", country="TR")),
    # a summit planned for a month, planned for its day, held
    "summit-1": ("2026-05-25", meeting("NATO zelensky", "2026-07-01", precision="month", kind="summit", status="planned", city="Ankara", country="TR")),
    "summit-2": ("2026-06-20", meeting("NATO stoltenberg", "2026-07-07", kind="summit", status="planned", city="Ankara", country="TR")),
    "summit-3": ("2026-07-08", meeting("NATO stoltenberg zelensky macron", "2026-07-07", end="2026-07-08", kind="summit", city="Ankara", country="TR")),
    # a speech before a summit, told as its session, and a session elsewhere
    "speech-1": ("2026-11-03", meeting("macron", "2026-11-02", kind="session", city="Riyadh", country="SA")),
    "speech-2": ("2026-11-03", meeting("LAS sisi", kind="summit", city="Riyadh", country="SA")),
    "speech-3": ("2026-11-03", meeting("macron", "2026-11-02", kind="session", city="Cairo", country="EG")),
    # on its margins, of one day and one city: bilaterals
    "side-1": ("2026-07-07", meeting("zelensky macron", "2026-07-07", city="Ankara", country="TR")),
    "side-2": ("2026-07-07", meeting("zelensky erdogan", "2026-07-07", city="Ankara", country="TR")),
    "side-3": ("2026-07-08", meeting("macron zelensky", "2026-07-07", city="Ankara", country="TR")),
    # the call and the meeting of one day
    "call-1": ("2026-08-01", meeting("sisi macron", "2026-08-01", kind="call")),
    "call-2": ("2026-08-01", meeting("sisi macron", "2026-08-01", city="Cairo", country="EG")),
    # two ministers and two presidents of the same states on one day
    "rank-1": ("2026-09-01", meeting("sisi erdogan", "2026-09-01", city="Cairo", country="EG")),
    "rank-2": ("2026-09-01", meeting("shoukry fidan", "2026-09-01", city="Cairo", country="EG")),
    # without a day, published between two meetings of the same parties: one of them, never both
    "chain-1": ("2026-10-01", meeting("lavrov shoukry", "2026-10-01", city="Cairo", country="EG")),
    "chain-2": ("2026-10-03", meeting("lavrov shoukry", city="Cairo", country="EG")),
    "chain-3": ("2026-10-07", meeting("lavrov shoukry", "2026-10-07", city="Cairo", country="EG")),
}
PLEDGES = {
    "sum-1": ("2026-03-01", pledge("DE", "UA", 1.0e9, currency="EUR")),
    "sum-2": ("2026-03-05", pledge("DE", "UA", 1.002e9, currency="EUR", status="delivered")),
    "sum-3": ("2026-03-05", pledge("DE", "UA", 2.0e9, currency="EUR")),
    "later": ("2026-09-05", pledge("DE", "UA", 1.0e9, currency="EUR")),
    "other": ("2026-03-02", pledge("FR", "UA", 1.0e9, currency="EUR")),
    "asked": ("2026-03-02", pledge("DE", "UA", 1.0e9, currency="EUR", status="requested")),
}


def whole_and_parts() -> list[dict]:
    text = "تعهدت كندا بثلاثة مليارات دولار: مليارين قروضا ومليار منحا"
    return [
        article("parts", "2026-06-01", *(
            pledge("CA", "UA", amount, start_char=start, end_char=start + 12) for amount, start in ((3e9, 0), (2e9, 30), (1e9, 46))
        ), text=text),
        article("whole", "2026-06-02", pledge("CA", "UA", 3e9)),
        article("part", "2026-06-03", pledge("CA", "UA", 2e9)),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A warehouse of all the cases, each told by an outlet of its own."""
    settings = load_settings(tmp_path_factory.mktemp("cases"), "none")
    articles = [article(name, published, event) for name, (published, event) in (CASES | PLEDGES).items()]
    load_night(settings, "night-1", articles + whole_and_parts())
    warehouse.run_dbt(settings)
    return settings


@pytest.fixture(scope="module")
def event_of(built: Settings) -> dict[str, str]:
    """The meeting or pledge of each case."""
    rows = query(built, "SELECT external_id, meeting_id FROM meeting_reports JOIN articles USING (article_id) UNION ALL SELECT external_id, pledge_id FROM pledge_reports JOIN articles USING (article_id)")
    return dict(rows)


@pytest.mark.parametrize("one", [("twice-1", "twice-2"), ("summit-1", "summit-2", "summit-3"), ("side-1", "side-3"), ("chain-1", "chain-2"), ("speech-1", "speech-2"), ("sum-1", "sum-2")])
def test_reports_of_one_event_are_one_row(one: tuple[str, ...], event_of: dict[str, str]) -> None:
    assert len({event_of[name] for name in one}) == 1


@pytest.mark.parametrize(
    "two",
    [("week-1", "week-2"), ("visit-1", "visit-2"), ("side-1", "side-2"), ("side-1", "summit-3"), ("call-1", "call-2"), ("rank-1", "rank-2"),
     ("chain-1", "chain-3"), ("speech-2", "speech-3"), ("sum-1", "sum-3"), ("sum-1", "later"), ("sum-1", "other"), ("sum-1", "asked")],
)  # fmt: skip
def test_reports_of_two_events_stay_apart(two: tuple[str, str], event_of: dict[str, str]) -> None:
    assert event_of[two[0]] != event_of[two[1]]


def test_facts_are_consolidated_by_their_rules(built: Settings, event_of: dict[str, str]) -> None:
    row = query(built, f"SELECT status, start_date, end_date, date_precision, n_articles, n_sources FROM meetings WHERE meeting_id = '{event_of['summit-3']}'")
    assert row[0][0] == "held" and row[0][1] == dt.date(2026, 7, 7) and row[0][3:] == ("day", 3, 3)
    people = query(built, f"SELECT person_id FROM participants WHERE meeting_id = '{event_of['summit-3']}' AND person_id IS NOT NULL ORDER BY ALL")
    assert [p[0] for p in people] == ["emmanuel-macron", "jens-stoltenberg", "volodymyr-zelensky"], "the union of what the articles name"
    said = query(built, f"SELECT column_name, value FROM meeting_conflicts WHERE meeting_id = '{event_of['summit-3']}' ORDER BY ALL")
    assert said == [("status", "held"), ("status", "planned")]


def test_a_pledge_and_its_parts_are_one(built: Settings) -> None:
    whole = query(built, "SELECT p.pledge_id, amount, n_articles FROM pledges AS p JOIN pledge_parties USING (pledge_id) WHERE actor_id = 'CA' AND role = 'pledger'")
    assert [r[1:] for r in whole] == [(3e9, 3)]
    assert query(built, f"SELECT amount, n_articles FROM pledge_parts WHERE pledge_id = '{whole[0][0]}' ORDER BY 1") == [(1e9, 1), (2e9, 2)]


def test_every_event_has_its_codes(built: Settings) -> None:
    assert query(built, "SELECT DISTINCT status, cameo FROM meetings WHERE plover IS NULL OR cameo NOT SIMILAR TO '[0-9]{3,4}'") == []
    assert query(built, "SELECT status, plover, cameo, iati FROM pledges WHERE amount = 2e9 AND currency = 'EUR'") == [("pledged", "AGREE", "0331", "12")]


def test_corrections_hold_and_say_when_they_do_not(built: Settings, event_of: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    project = tmp_path / "project"
    for folder in ("dbt", "seeds", "corrections"):
        shutil.copytree(PROJECT / folder, project / folder, ignore=shutil.ignore_patterns("sample", "target", "logs"))
    monkeypatch.setattr("extract.settings.PROJECT", project)
    settings = load_settings(tmp_path / "data", "none")
    shutil.copytree(built.data, settings.data)
    report = {name: "mr-" + sha(name, "1", 0) for name in CASES}

    def correct(file: str, *lines: str) -> None:
        path = project / "corrections" / f"corrections_{file}.csv"
        path.write_text(path.read_text().rstrip("\n") + "\n" + "".join(line + "\n" for line in lines))

    correct("same_event", f"{report['week-1']},{report['week-2']},ana,one visit told late", f"{report['call-1']},mr-gone,ana,no such report")
    correct("different_events", f"{report['twice-1']},{report['twice-2']},ana,two meetings that day")
    correct("not_an_event", f"{report['rank-1']},ana,an exercise")
    correct("fields", f"{event_of['visit-1']},city,Istanbul,ana,the ministry says so", f"{event_of['visit-1']},status,cancelled,ana,the ministry says so", f"{event_of['visit-2']},colour,red,ana,no such field")
    expected = {
        "week": [1], "twice": [1, 1], "rank": [1], "visit": [1, 1],
    }  # fmt: skip

    def reports_by_event(prefix: str) -> list[int]:
        rows = query(settings, f"SELECT meeting_id, count(*) FROM meeting_reports JOIN articles USING (article_id) WHERE external_id LIKE '{prefix}-%' GROUP BY ALL")
        return [1 for _ in rows]

    for again in (False, True):  # the second time as after a rebuild: everything anew
        with caplog.at_level(logging.WARNING):
            caplog.clear()
            warehouse.run_dbt(settings, full_refresh=again)
        assert {name: reports_by_event(name) for name in expected} == expected
        assert query(settings, f"SELECT city, status FROM meetings WHERE meeting_id = '{event_of['visit-1']}'") == [("Istanbul", "cancelled")]
        problems = dict(query(settings, "SELECT correction, problem FROM corrections WHERE NOT applies"))
        assert problems == {"same_event": "no article makes the report mr-gone any more", "field": "the field colour cannot be corrected"}
        assert sum("does not apply" in r.getMessage() for r in caplog.records) == 2
    changed = query(settings, f"SELECT column_name, old_value, new_value, reason FROM changes WHERE entity_id = '{event_of['visit-1']}' ORDER BY 1")
    assert changed == [("city", "Ankara", "Istanbul", "corrected by ana: the ministry says so"), ("status", "held", "cancelled", "corrected by ana: the ministry says so")]


def test_a_planned_meeting_keeps_its_id_and_a_bridge_redirects(built: Settings, event_of: dict[str, str], tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "data", "none")
    shutil.copytree(built.data, settings.data)
    day = {"city": "Paris", "country": "FR"}
    load_night(settings, "night-2", [
        article("plan", "2026-11-01", meeting("macron zelensky", "2026-11-10", status="planned", **day)),
        article("east", "2026-11-02", meeting("erdogan NATO", "2026-11-11", kind="summit", **day)),
        article("west", "2026-11-03", meeting("sisi NATO", "2026-11-11", kind="summit", **day)),
    ])  # fmt: skip
    warehouse.run_dbt(settings)
    planned, east = "mtg-" + sha("plan", "1", 0), "mtg-" + sha("east", "1", 0)
    assert query(settings, f"SELECT status FROM meetings WHERE meeting_id = '{planned}'") == [("planned",)]
    old = "mtg-" + sha("zero", "1", 0)
    load_night(settings, "night-3", [
        article("held", "2026-11-11", meeting("macron zelensky", "2026-11-10", **day)),
        article("zero", "2026-11-01", meeting("sisi erdogan NATO", "2026-11-11", kind="summit", **day)),  # published first, came last
    ])  # fmt: skip
    warehouse.run_dbt(settings)
    assert query(settings, f"SELECT status, n_articles FROM meetings WHERE meeting_id = '{planned}'") == [("held", 2)]
    change = query(settings, f"SELECT column_name, old_value, new_value, article_id FROM changes WHERE entity_id = '{planned}'")
    assert change == [("status", "planned", "held", "art-held")]
    assert query(settings, f"SELECT n_articles FROM meetings WHERE meeting_id = '{old}'") == [(3,)]
    assert (east, old) in query(settings, "SELECT old_id, new_id FROM merges")
    assert query(settings, "SELECT count(*) FROM merges WHERE new_id IS NOT NULL AND new_id NOT IN (SELECT meeting_id FROM meetings UNION ALL SELECT pledge_id FROM pledges)") == [(0,)]
