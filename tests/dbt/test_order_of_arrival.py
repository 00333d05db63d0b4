"""Nights one by one, in any order of arrival, give what a rebuild gives: the same ids, the same rows, table by table."""

from __future__ import annotations

import datetime as dt
import random
import shutil
from pathlib import Path

from extract import warehouse
from extract.settings import Settings, load_settings
from tests.reports import article, content, load_night, meeting, pledge, query, sha

PUBLISHED = (
    "articles", "meeting_reports", "participant_reports", "pledge_reports", "pledge_report_parties", "meetings", "participants",
    "pledges", "pledge_parties", "pledge_parts", "meeting_conflicts", "people",
)  # fmt: skip
# What only an order of arrival has: which night a row was made in.
OF_A_NIGHT = ("build_id", "previous_id", "run_id", "read_by")
STATE = ("int_articles", "int_meeting_features", "int_meeting_blocks", "int_meeting_pairs", "int_meeting_identities", "int_pledge_features", "int_pledge_pairs", "int_pledge_identities")


def made_up_articles(n: int) -> list[dict]:
    """Articles about a dozen events of two weeks, told often and each time otherwise: chains, bridges and doubts among them."""
    chance = random.Random(7)
    names = ["zelensky", "stoltenberg", "sisi", "erdogan", "macron", "lavrov", "fidan", "shoukry"]
    places = [("Cairo", "EG"), ("Ankara", "TR"), ("Brussels", "BE"), ("Paris", "FR")]
    events = [(chance.sample(names, 2), dt.date(2026, 11, chance.randint(1, 9)), chance.choice(places)) for _ in range(12)]
    out = []
    for i in range(n):
        told = []
        for who, day, (city, country) in chance.sample(events, chance.choice((1, 1, 2))):
            shift = chance.choice((0, 0, 0, 0, 1))
            told.append(
                meeting(
                    " ".join([*who, *chance.sample(names, chance.choice((0, 0, 0, 1)))]),
                    chance.choice((None, day + dt.timedelta(shift), day + dt.timedelta(shift), dt.date(2026, 11, 1))) and (day + dt.timedelta(shift)).isoformat(),
                    precision=chance.choice(("day", "day", "week")), kind=chance.choice(("bilateral", "visit", "summit", "call")),
                    status=chance.choice(("held", "planned")), city=chance.choice((city, None)), country=chance.choice((country, country, None)),
                )
            )  # fmt: skip
        if chance.random() < 0.4:
            amount = chance.choice((1e9, 1.003e9, 5e8))
            told.append(pledge(chance.choice(("US", "DE")), "UA", amount))
        published = None if chance.random() < 0.15 else dt.datetime(2026, 11, chance.randint(1, 12), chance.randint(0, 23)).isoformat()
        out.append(article(f"{i:03}", published, *told))
    copies = [(1, 2), (2, 3), (10, 11)]
    for a, b in copies:
        out[b]["duplicate_pairs"].append({"article_id": f"art-{a:03}", "other_article_id": f"art-{b:03}", "jaccard": 0.9, "containment": 0.9})
    return out


def nights(folder: Path, batches: list[list[dict]], cache: Path | None) -> Settings:
    settings = load_settings(folder, "none")
    if cache:
        shutil.copytree(cache, settings.cache)  # dbt's parsed project
    for number, batch in enumerate(batches):
        load_night(settings, f"night-{number}", batch)
        warehouse.run_dbt(settings)
    return settings


def tables(settings: Settings) -> dict[str, list[str]]:
    found = {t: content(settings, t, OF_A_NIGHT) for t in PUBLISHED}
    return found | {t: content(settings, f"intermediate.{t}", OF_A_NIGHT) for t in STATE}


def test_nights_in_any_order_equal_a_rebuild(tmp_path: Path) -> None:
    articles = made_up_articles(60)
    whole = nights(tmp_path / "whole", [articles], None)
    expected = tables(whole)
    assert len(expected["meetings"]) < len(expected["meeting_reports"]), "some reports tell one event"
    for seed in (1, 2):
        shuffled = random.Random(seed).sample(articles, len(articles))
        # a pair of copies is found in the night of the later of the two
        late = {a["articles"][0]["article_id"]: i for i, a in enumerate(shuffled)}
        pairs = [p for a in shuffled for p in a["duplicate_pairs"]]
        shuffled = [a | {"duplicate_pairs": []} for a in shuffled]
        for p in pairs:
            shuffled[max(late[p["article_id"]], late[p["other_article_id"]])]["duplicate_pairs"].append(p)
        batches = [shuffled[:30], shuffled[30:55], shuffled[55:]] if seed == 1 else [shuffled[:50], shuffled[50:]]
        one_by_one = nights(tmp_path / str(seed), batches, whole.cache)
        found = tables(one_by_one)
        for table in expected:
            assert found[table] == expected[table], f"{table} differs after nights in the order of seed {seed}"
    # the last of them again, all anew
    warehouse.run_dbt(one_by_one, full_refresh=True)
    found = tables(one_by_one)
    for table in expected:
        assert found[table] == expected[table], f"{table} differs after a full refresh"


def test_an_article_that_changes_takes_its_old_reports_with_it(tmp_path: Path) -> None:
    first = article("a", "2026-11-03", meeting("sisi erdogan", "2026-11-03", city="Cairo", country="EG"), meeting("lavrov fidan", "2026-11-02"))
    second = article("b", "2026-11-04", meeting("sisi erdogan", "2026-11-03", city="Cairo", country="EG"))
    corrected = article("a", "2026-11-03", meeting("lavrov shoukry", "2026-11-02"), version="2")
    corrected["articles"][0]["fetched_at"] = dt.datetime(2026, 11, 21)
    settings = nights(tmp_path / "nights", [[first, second], [corrected]], None)
    fresh = nights(tmp_path / "fresh", [[second, corrected]], settings.cache)
    for table in PUBLISHED:
        assert content(settings, table, OF_A_NIGHT) == content(fresh, table, OF_A_NIGHT), table
    redirects = dict(query(settings, "SELECT old_id, new_id FROM merges"))
    assert redirects == {
        "mtg-" + sha("a", "1", 0): "mtg-" + sha("b", "1", 0),  # told by another article too, which gives it its id now
        "mtg-" + sha("a", "1", 1): "mtg-" + sha("a", "2", 0),  # what the article tells now in its place
    }
