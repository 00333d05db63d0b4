"""The scorer scores: right, false, missed, optional and mismatched items count as tests/gold/README.md says."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from extract.evaluate import evaluate, from_rows, interval, same_actor, same_person

TEXT = "التقى وزير الخارجية التجريبي نظيره في عمان أمس. وتعهدت كندا بتقديم مليون دولار للأردن."
MEETING = "التقى وزير الخارجية التجريبي نظيره في عمان أمس"
PLEDGE = "وتعهدت كندا بتقديم مليون دولار للأردن"


def gold_meeting(**changes: Any) -> dict[str, Any]:
    return {"id": "m1", "kind": "bilateral", "status": "held", "start_date": "2026-10-04", "date_precision": "day", "country": "JO",
            "participants": [{"person": None, "role": "foreign minister", "actor": "CA"}, {"person": None, "role": "foreign minister", "actor": "JO"}],
            "evidence": MEETING} | changes  # fmt: skip


def gold_pledge(**changes: Any) -> dict[str, Any]:
    return {
        "id": "p1",
        "status": "pledged",
        "kind": "financial",
        "pledgers": ["CA"],
        "recipients": ["JO"],
        "amount": 1000000,
        "currency": "USD",
        "evidence": PLEDGE,
    } | changes


def score(
    folder: Path,
    gold: dict[str, Any],
    *,
    meeting: dict[str, Any] | None = None,
    actors: tuple[str, ...] = ("CA", "JO"),
    pledge: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Score one article with at most one found meeting and one found pledge."""
    (folder / "a1.yml").write_text(yaml.safe_dump({"article": "a1", **gold}, allow_unicode=True), encoding="utf-8")
    spans = {
        e: {"quote": e, "start_char": TEXT.index(e), "end_char": TEXT.index(e) + len(e)} for e in (MEETING, PLEDGE)
    }
    meetings = [{"meeting_report_id": "m", "article_id": "x", "status": "held", "start_date": dt.date(2026, 10, 4), "end_date": None,
                 "date_precision": "day", "country_code": "JO", "confidence": 0.95, **spans[MEETING], **meeting}] if meeting is not None else []  # fmt: skip
    participants = [
        {"meeting_report_id": "m", "person_name_ar": None, "person_name_en": None, "actor_id": a, "actor_name_ar": None}
        for a in actors
    ]
    pledges = [{"pledge_report_id": "p", "article_id": "x", "status": "pledged", "amount": 1e6, "currency": "USD", "confidence": 0.72,
                **spans[PLEDGE], **pledge}] if pledge is not None else []  # fmt: skip
    parties = [
        {"pledge_report_id": "p", "role": "pledger", "actor_id": "CA", "actor_name_ar": "كندا"},
        {"pledge_report_id": "p", "role": "recipient", "actor_id": "JO", "actor_name_ar": "الأردن"},
    ]
    return evaluate(
        folder,
        from_rows([{"article_id": "x", "external_id": "a1", "text": TEXT}], meetings, participants, pledges, parties),
    )


def counts(result: dict[str, Any], table: str) -> tuple[int, int, int]:
    return tuple(result["tables"][table][k] for k in ("right", "false", "missed"))  # type: ignore[return-value]


def test_right_items_count_in_every_table(tmp_path: Path) -> None:
    result = score(tmp_path, {"meetings": [gold_meeting()], "pledges": [gold_pledge()]}, meeting={}, pledge={})
    assert [counts(result, t) for t in result["tables"]] == [(1, 0, 0), (2, 0, 0), (1, 0, 0)]
    assert result["errors"] == [] and result["missing"] == []
    assert result["calibration"] == {"0.7": {"share": 1.0, "n": 1}, "0.9": {"share": 1.0, "n": 1}}


def test_what_is_not_found_is_missed_with_its_participants(tmp_path: Path) -> None:
    result = score(tmp_path, {"meetings": [gold_meeting()], "pledges": [gold_pledge()]})
    assert [counts(result, t) for t in result["tables"]] == [(0, 0, 1), (0, 0, 2), (0, 0, 1)]
    assert len(result["errors"]) == 2


def test_what_is_not_in_the_gold_is_false(tmp_path: Path) -> None:
    result = score(tmp_path, {}, meeting={}, pledge={})
    assert [counts(result, t) for t in result["tables"]] == [(0, 1, 0), (0, 2, 0), (0, 1, 0)]
    assert {b["share"] for b in result["calibration"].values()} == {0.0}


def test_optional_items_count_neither_way(tmp_path: Path) -> None:
    result = score(
        tmp_path, {"optional_meetings": [gold_meeting()], "optional_pledges": [gold_pledge()]}, meeting={}, pledge={}
    )
    assert [counts(result, t) for t in result["tables"]] == [(0, 0, 0)] * 3


@pytest.mark.parametrize(
    "found", [{"start_date": dt.date(2026, 10, 5)}, {"country_code": "SA"}], ids=["other day", "other country"]
)
def test_a_meeting_of_another_day_or_country_does_not_match(found: dict[str, Any], tmp_path: Path) -> None:
    assert counts(score(tmp_path, {"meetings": [gold_meeting()]}, meeting=found), "meetings") == (0, 1, 1)


def test_a_wrong_participant_is_told_and_counted(tmp_path: Path) -> None:
    result = score(tmp_path, {"meetings": [gold_meeting()]}, meeting={}, actors=("CA", "FR"))
    assert counts(result, "meetings") == (1, 0, 0) and counts(result, "participants") == (1, 1, 1)
    assert [e.split(":")[1].split(" ")[1:3] for e in result["errors"]] == [
        ["missed", "participant"],
        ["false", "participant"],
    ]


def test_a_pledge_of_another_sum_does_not_match(tmp_path: Path) -> None:
    assert counts(score(tmp_path, {"pledges": [gold_pledge()]}, pledge={"amount": 2e6}), "pledges") == (0, 1, 1)


def test_a_wrong_status_and_currency_show_in_the_fields(tmp_path: Path) -> None:
    gold = {"meetings": [gold_meeting(status="planned")], "pledges": [gold_pledge(status="delivered")]}
    fields = score(tmp_path, gold, meeting={}, pledge={"currency": "CAD"})["fields"]
    assert {k: v["share"] for k, v in fields.items() if not v["share"]}.keys() == {
        "meeting status",
        "held is right",
        "pledge status",
        "amount and currency",
    }


def test_a_month_covers_its_days() -> None:
    assert interval("2026-02-01", None, "month") == (dt.date(2026, 2, 1), dt.date(2026, 2, 28))
    assert interval(None, None, "day") is None


def test_names_agree_by_their_words_and_bodies_by_their_organisation() -> None:
    assert same_person({"person_ar": "محمد سامي الأحمد"}, {"person_name_ar": "الأحمد", "person_name_en": None})
    assert not same_person({"person_ar": "سامي"}, {"person_name_ar": "منير", "person_name_en": None})
    assert same_actor("EU-COM", "EU", None) and not same_actor("AU", "AFUN", None)
    assert same_actor("x:حركة النهار", None, "النهار")


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="holds no gold"):
        evaluate(tmp_path, {})
