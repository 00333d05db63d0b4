"""The bulletin after two nights: what is new, what changed, what is planned; its feed and its calendar."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import duckdb
import feedparser
import icalendar
import pytest
from click.testing import CliRunner

from extract.bulletin import night
from extract.bulletin.feeds import calendar, rss
from extract.cli.main import cli
from extract.settings import Settings
from tests.bulletin.conftest import FIRST, SECOND


@pytest.fixture(scope="module")
def found(two_nights: Settings) -> dict[dt.date, dict]:
    with duckdb.connect(str(two_nights.published), read_only=True) as con:
        return {day: night.read_night(con, day) for day in (FIRST, SECOND)}


def page(settings: Settings, name: str) -> str:
    return (settings.docs / "bulletin" / name).read_text(encoding="utf-8")


def test_a_night_shows_what_arrived_in_it_alone(found: dict[dt.date, dict]) -> None:
    first, second = ({m["meeting_id"] for m in found[day]["meetings"]} for day in (FIRST, SECOND))
    assert len(first) == found[FIRST]["counts"]["meetings"] >= 4
    assert len(second) >= 4
    assert not first & second
    cities = {m["city"] for m in found[SECOND]["meetings"]}
    assert "Ankara" in cities and "Paris" not in cities


def test_independent_sources_and_quotes_of_a_card(found: dict[dt.date, dict]) -> None:
    ankara = next(m for m in found[SECOND]["meetings"] if m["city"] == "Ankara")
    assert ankara["n_sources"] == 2
    assert {q["source_id"] for q in found[SECOND]["quotes"][ankara["meeting_id"]]} == {"wire-x", "daily-b"}


def test_what_changed_since_the_night_before(found: dict[dt.date, dict]) -> None:
    assert found[FIRST]["changed"] == []
    changes = {(c["entity"], c["column_name"], c["old_value"], c["new_value"]) for c in found[SECOND]["changed"]}
    assert {("meeting", "status", "planned", "cancelled"), ("pledge", "status", "pledged", "delivered")} <= changes


def test_the_calendar_holds_planned_meetings_with_a_day(found: dict[dt.date, dict]) -> None:
    coming = found[SECOND]["coming"]
    assert {(m["start_date"], m["city"]) for m in coming} >= {(dt.date(2026, 11, 26), "Tehran"), (dt.date(2026, 12, 2), "Brussels")}
    assert all(m["status"] in ("planned", "proposed") and m["start_date"] >= night.week_start(SECOND) for m in coming)
    assert [m["city"] for m in found[SECOND]["loose"]] == ["Riyadh"]  # «in December»


def test_weeks_start_on_sunday() -> None:
    assert night.week_start(dt.date(2026, 11, 22)) == dt.date(2026, 11, 22)
    assert night.week_start(dt.date(2026, 11, 21)) == dt.date(2026, 11, 15)


def test_a_day_without_a_night_names_those_there_are(two_nights: Settings) -> None:
    result = CliRunner().invoke(cli, ["bulletin", "--day", "2026-01-01", "--data", str(two_nights.data)])
    assert isinstance(result.exception, night.NoNight)
    assert "2026-11-19, 2026-11-20" in str(result.exception)


def test_the_page_asks_for_nothing_and_is_small(two_nights: Settings) -> None:
    text = page(two_nights, "index.html")
    assert text == page(two_nights, f"{SECOND}.html")
    assert not re.findall(r'(?:src|@import|url\()\s*=?\s*["\']?(?:https?:)?//', text)
    assert "<link rel=\"icon\" href=\"data:,\">" in text and text.count("<link") == 1
    assert "default-src &#39;none&#39;" in text
    assert len(text.encode()) < 300_000
    assert text.count('<div class="chart" lang="ar">') == text.count('<div class="chart" lang="en">') == 4


def test_every_link_of_the_page_leads_to_a_file(two_nights: Settings) -> None:
    folder = two_nights.docs / "bulletin"
    links = {link.split("#")[0] for link in re.findall(r'href="([^"#][^"]*)"', page(two_nights, f"{SECOND}.html")) if not link.startswith(("http", "data:"))}
    assert len(links) > 20
    assert [link for link in links if not (folder / link).is_file()] == []


def test_strangers_texts_are_text(two_nights: Settings) -> None:
    written = [*(two_nights.docs / "bulletin").glob("*.html"), *(two_nights.docs / "pages").rglob("*.html")]
    assert len(written) > 40
    for path in written:
        text = path.read_text(encoding="utf-8")
        assert "<script>document.title" not in text, path
        assert "<img" not in text, path
        assert 'href="javascript' not in text, path
    assert "&lt;script&gt;document.title=" in page(two_nights, f"{SECOND}.html")


def test_the_feed_is_read_by_a_feed_reader(two_nights: Settings) -> None:
    feed = feedparser.parse(page(two_nights, "feed.xml"))
    assert not feed.bozo
    assert {e.id.split("-")[0] for e in feed.entries} == {"mtg", "plg"}
    assert any("أردوغان" in e.title for e in feed.entries)


def test_the_feed_carries_the_address_of_the_site(two_nights: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAHDAR_BASE_URL", "https://mahdar.example/docs")
    assert two_nights.base_url == "https://mahdar.example/docs/"


def test_the_calendar_is_read_by_a_calendar(two_nights: Settings) -> None:
    events = {str(e["summary"]): e for e in icalendar.Calendar.from_ical(page(two_nights, "meetings.ics")).walk("VEVENT")}
    visit = next(e for name, e in events.items() if "لافروف" in name)
    assert (visit["status"], visit["dtstart"].dt, visit["dtend"].dt) == ("CANCELLED", dt.date(2026, 11, 24), dt.date(2026, 11, 25))
    assert "لقاء نظيره" not in visit["summary"] and visit["uid"].startswith("mtg-")
    tehran = next(e for name, e in events.items() if "عراقجي" in name)
    assert tehran["status"] == "CONFIRMED" and "طهران" in tehran["location"]


def test_control_characters_do_not_break_feed_or_calendar() -> None:
    moment = dt.datetime(2026, 11, 20)
    meeting = {
        "meeting_id": "mtg-1", "meeting_key": True, "kind": "visit", "status": "planned", "start_date": moment.date(), "end_date": None, "date_precision": "day",
        "city": "A\x0bB", "city_ar": None, "country_ar": None, "country_en": None, "arrived_at": moment, "last_reported_at": moment,
    }  # fmt: skip
    quotes = {"mtg-1": [{"quote": "نص\x00 \x1f\ud800 ]]> </item>", "source_id": "a", "article_id": "b", "url": "javascript:alert(1)"}]}
    assert not feedparser.parse(rss([meeting], {}, quotes, "../")).bozo
    event = next(iter(icalendar.Calendar.from_ical(calendar([meeting], {}, quotes)).walk("VEVENT")))
    assert "url" not in event and "\x00" not in event["description"]


def test_nothing_published_says_what_to_do(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["bulletin", "--data", str(tmp_path)])
    assert result.exit_code == 1 and "mahdar run" in result.output
