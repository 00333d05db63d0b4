"""Words, dates and amounts in both languages."""

from __future__ import annotations

import datetime as dt

import pytest

from extract import contracts
from extract.pages.html import both, change_value, safe_url
from extract.pages.words import amount_words, date_words, joined, meeting_title, number_words, pledge_title, words


@pytest.mark.parametrize(
    ("prefix", "values"),
    [
        ("kind", contracts.MEETING_KINDS), ("status", contracts.MEETING_STATUSES), ("status", contracts.PLEDGE_STATUSES), ("what", contracts.PLEDGE_KINDS),
        ("capacity", contracts.CAPACITIES), ("party", contracts.PARTY_ROLES), ("basis", contracts.DATE_BASES),
    ],
)  # fmt: skip
def test_every_word_of_the_vocabulary_is_said_in_both_languages(prefix: str, values: tuple[str, ...]) -> None:
    for value in values:
        ar, en = words()[f"{prefix}.{value}"]
        assert any("ء" <= letter <= "ي" for letter in ar) and en.isascii(), value


@pytest.mark.parametrize(
    ("precision", "ar", "en"),
    [
        ("day", "الجمعة 20 نوفمبر 2026", "Friday 20 November 2026"), ("week", "أسبوع 20 نوفمبر 2026", "week of 20 November 2026"),
        ("month", "نوفمبر 2026", "November 2026"), ("year", "2026", "2026"), ("unknown", "بلا تاريخ", "no date"),
    ],
)  # fmt: skip
def test_a_date_is_as_precise_as_it_is_known(precision: str, ar: str, en: str) -> None:
    assert date_words(dt.date(2026, 11, 20), precision) == (ar, en)


@pytest.mark.parametrize(("value", "en"), [(20, "20"), (999_999, "999,999"), (2_500_000_000, "2.5 billion"), (444e6, "444 million"), (2e15, "2,000 trillion")])
def test_numbers_as_the_press_writes_them(value: float, en: str) -> None:
    assert number_words(value)[1] == en


def pledge(**columns: object) -> dict:
    return {"amount": None, "amount_max": None, "currency": None, "quantity": None, "unit": None, "item_ar": None, "status": "pledged"} | columns


def test_amounts() -> None:
    assert amount_words(pledge(amount=1e6, amount_max=2e6, currency="EUR")) == ("1 مليون – 2 مليون يورو", "1 million – 2 million EUR")
    assert amount_words(pledge(quantity=20.0, unit="tank")) == ("20 دبابة", "20 tank")
    assert amount_words(pledge()) is None


def test_titles() -> None:
    people = [{"person_name_ar": n, "person_name_en": None, "actor_name_ar": None} for n in ("أ", "ب", "ج", "د")]
    assert joined([("أ", "a")] * 4) == ("أ، أ، أ +1", "a, a, a +1")
    assert meeting_title({"kind": "visit"}, people)[0] == "زيارة: أ، ب، ج +1"
    group = [{"role": "pledger", "actor_name_ar": "ألمانيا", "actor_name_en": "Germany"}, {"role": "recipient", "actor_name_ar": "أوكرانيا", "actor_name_en": None}]
    assert pledge_title(pledge(amount=1e9, currency="EUR"), group) == ("ألمانيا: تعهد 1 مليار يورو إلى أوكرانيا", "Germany: pledged 1 billion EUR to أوكرانيا")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "file:///etc/passwd", "http://[", "", None])
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert safe_url(url) is None


def test_text_is_escaped_and_one_language_stands_in_for_the_other() -> None:
    assert both("<b>", "<i>") == "<bdi lang=ar>&lt;b&gt;</bdi><bdi lang=en>&lt;i&gt;</bdi>"
    assert both(None, "x") == "<bdi>x</bdi>"
    assert "&lt;" in change_value({"column_name": "city", "entity": "meeting"}, "<x>")
