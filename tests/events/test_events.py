"""Meetings and pledges in sentences written for each construction and trap."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from extract.events import read_article
from extract.lexicon import Lexicon

DAY = dt.datetime(2026, 11, 19)  # a Thursday
SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def read(text: str, lexicon: Lexicon, published: dt.datetime | None = DAY) -> dict:
    return read_article({"article_id": "a", "content_sha256": "s", "text": text, "title": None, "published_at": published}, lexicon)


def one_meeting(text: str, lexicon: Lexicon) -> tuple[dict, set]:
    found = read(text, lexicon)
    assert len(found["meeting_reports"]) == 1, found["meeting_reports"]
    actors = {p["actor_id"] or p["actor_name_ar"] for p in found["participant_reports"]}
    return found["meeting_reports"][0], actors


@pytest.mark.parametrize(
    ("text", "kind", "status", "day", "country", "actors"),
    [
        ("التقى وزير الخارجية المصري سامح شكري نظيره الأردني أيمن الصفدي في القاهرة الثلاثاء.", "bilateral", "held", "2026-11-17", "EG", {"EG", "JO"}),
        ("استقبل الرئيس الفرنسي إيمانويل ماكرون المستشار الألماني فريدريش ميرتس في باريس اليوم الخميس.", "bilateral", "held", "2026-11-19", "FR", {"FR", "DE"}),
        ("سيلتقي الرئيس التركي رجب طيب أردوغان نظيره الروسي فلاديمير بوتين في سوتشي الاثنين المقبل.", "bilateral", "planned", "2026-11-23", "RU", {"TR", "RU"}),
        ("أجرى الملك عبد الله الثاني اتصالا هاتفيا بالرئيس المصري عبد الفتاح السيسي أمس الأربعاء.", "call", "held", "2026-11-18", None, {"JO", "EG"}),
        ("بحث وزير الدفاع الإيطالي غويدو كروسيتو مع نظيره التركي يشار غولر التعاون العسكري في أنقرة اليوم.", "bilateral", "held", "2026-11-19", "TR", {"IT", "TR"}),
    ],
)
def test_a_meeting_is_read(text: str, kind: str, status: str, day: str, country: str | None, actors: set, lexicon: Lexicon) -> None:
    row, found = one_meeting(text, lexicon)
    assert (row["kind"], row["status"], str(row["start_date"]), row["country_code"]) == (kind, status, day, country)
    assert actors <= found
    assert text[row["start_char"] : row["end_char"]] == row["quote"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("من المقرر أن يجتمع وزراء خارجية الاتحاد الأوروبي في بروكسل الأسبوع المقبل.", "planned"),
        ("ألغى وزير الخارجية الأمريكي ماركو روبيو لقاء مع نظيره الروسي سيرغي لافروف في جنيف.", "cancelled"),
        ("رفض الرئيس الإيراني مسعود بزشكيان لقاء الرئيس الأمريكي دونالد ترامب في نيويورك.", "refused"),
        ("دعا الأمين العام للأمم المتحدة أنطونيو غوتيريش إلى عقد قمة بين الرئيس الروسي فلاديمير بوتين والرئيس الأوكراني فولوديمير زيلينسكي في جنيف.", "proposed"),
    ],
)
def test_what_did_not_happen_is_not_held(text: str, status: str, lexicon: Lexicon) -> None:
    statuses = {m["status"] for m in read(text, lexicon)["meeting_reports"]}
    assert "held" not in statuses
    assert status in statuses


@pytest.mark.parametrize(
    "text",
    [
        "فاز المنتخب المصري على نظيره الجزائري في لقاء القمة، وسجل اللاعب هدف المباراة في الدقيقة الأخيرة على ملعب القاهرة.",
        "عقد مجلس الوزراء المصري اجتماعه الأسبوعي برئاسة مصطفى مدبولي.",
        "أكد الوزير أهمية التواصل الاجتماعي بين الشباب في المملكة.",
        "قال وزير المالية السعودي محمد الجدعان إن الاقتصاد ينمو.",
    ],
)
def test_what_is_no_meeting_is_left(text: str, lexicon: Lexicon) -> None:
    assert read(text, lexicon)["meeting_reports"] == []


@pytest.mark.parametrize(
    ("text", "status", "amount", "currency", "givers", "takers"),
    [
        ("تعهدت المفوضية الأوروبية بتقديم 500 مليون يورو للبنان.", "pledged", 5e8, "EUR", {"EU-COM"}, {"LB"}),
        ("أعلنت الولايات المتحدة تقديم مساعدات عسكرية لأوكرانيا بقيمة 2,5 مليار دولار.", "pledged", 2.5e9, "USD", {"US"}, {"UA"}),
        ("قدمت السعودية منحة بقيمة نصف مليار دولار لليمن.", "delivered", 5e8, "USD", {"SA"}, {"YE"}),
    ],
)
def test_a_pledge_is_read(text: str, status: str, amount: float, currency: str, givers: set, takers: set, lexicon: Lexicon) -> None:
    found = read(text, lexicon)
    assert len(found["pledge_reports"]) == 1
    row = found["pledge_reports"][0]
    assert (row["status"], row["amount"], row["currency"]) == (status, amount, currency)
    assert {p["actor_id"] for p in found["pledge_report_parties"] if p["role"] == "pledger"} == givers
    assert {p["actor_id"] for p in found["pledge_report_parties"] if p["role"] == "recipient"} == takers


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت وزارة الدفاع الروسية أن قواتها سيطرت على بلدة في دونيتسك.",
        "أعلنت شركة الاتصالات أن أرباح المساهمين بلغت ملياري ريال وأنها ستوزع نصف ريال للسهم.",
        "قال الرئيس التونسي قيس سعيد إن العلاقات بين البلدين متينة.",
    ],
)
def test_reporting_is_no_pledge(text: str, lexicon: Lexicon) -> None:
    assert read(text, lexicon)["pledge_reports"] == []


def test_without_publication_a_weekday_stays_unknown(lexicon: Lexicon) -> None:
    found = read("التقى الرئيس الفرنسي إيمانويل ماكرون نظيره المصري عبد الفتاح السيسي في باريس الثلاثاء.", lexicon, None)
    (row,) = found["meeting_reports"]
    assert row["start_date"] is None and row["date_precision"] == "unknown" and row["date_text"]


def test_the_same_article_gives_the_same_rows(lexicon: Lexicon) -> None:
    text = "التقى وزير الخارجية المصري بدر عبد العاطي نظيره التركي هاكان فيدان في القاهرة اليوم. وأكد فيدان أن الاجتماع كان مثمرا."
    assert read(text, lexicon) == read(text, lexicon)


def test_every_frame_has_a_note_that_shows_it() -> None:
    for name in ("meeting_frames", "pledge_frames"):
        with (SEEDS / f"{name}.csv").open(encoding="utf-8") as f:
            for row in csv.DictReader(f):
                assert row["note"].strip(), row


def test_the_rows_do_not_depend_on_the_hash_seed() -> None:
    import os
    import subprocess
    import sys

    text = "تلقى الرئيس الأوكراني فولوديمير زيلينسكي الأربعاء اتصالا هاتفيا من الرئيس الصيني شي جين بينغ. وتعهدت بكين بتقديم مليون دولار لأوكرانيا."
    outputs = {
        subprocess.run(
            [sys.executable, "-m", "extract.cli.main", "read", "-", "--published", "2026-11-19"], input=text, text=True, capture_output=True,
            env=os.environ | {"PYTHONHASHSEED": seed}, timeout=120, check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(outputs) == 1 and "call" in outputs.pop()
