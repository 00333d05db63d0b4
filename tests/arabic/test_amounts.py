"""Amounts: numbers in digits and words, ranges, currencies, percentages, quantities."""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.arabic import amounts, numerals, tokenizer
from extract.arabic.names.matching import find_names
from extract.arabic.types import Amount
from extract.lexicon import load_lexicon

SEEDS = Path(__file__).parents[2] / "seeds"


@cache
def lexicon():  # type: ignore[no-untyped-def]
    import tempfile

    return load_lexicon(SEEDS, Path(tempfile.gettempdir()) / "mahdar-test-lexicon")


def find(text: str) -> list[Amount]:
    tokens = tokenizer.tokenize(text)
    names = find_names(text, tokens, lexicon().gazetteer)
    return amounts.find_amounts(text, tokens, names, lexicon().measures)


@pytest.mark.parametrize(
    ("written", "value"),
    [("2,5", 2.5), ("2.5", 2.5), ("٣٫٥", 3.5), ("2.500", 2500), ("1,250,000", 1250000), ("١٬٢٠٠", 1200), ("1.250,5", 1250.5), ("0.500", 0.5), ("7", 7)],
)
def test_digits(written: str, value: float) -> None:
    assert numerals.digits(written) == value


MONEY = [
    ("تعهدت بتقديم نصف مليار دولار", 500e6, "USD"),
    ("تعهدت بتقديم مليار ونصف مليار دولار", 1.5e9, "USD"),
    ("تعهدت بتقديم مليار ونصف المليار دولار", 1.5e9, "USD"),
    ("تعهدت بتقديم ثلاثة ملايين وخمسمئة ألف يورو", 3.5e6, "EUR"),
    ("تعهدت بتقديم ثلاثمئة وخمسين ألف يورو", 350e3, "EUR"),
    ("تعهدت بتقديم مليون و200 ألف يورو", 1.2e6, "EUR"),
    ("تعهدت بتقديم 3 ملايين و500 ألف يورو", 3.5e6, "EUR"),
    ("تعهدت بخمسين مليون يورو", 50e6, "EUR"),
    ("تعهدت بستة عشر مليون يورو", 16e6, "EUR"),
    ("خصص مركز الملك سلمان للإغاثة 50 مليون ريال", 50e6, "SAR"),
    ("تعهدت باثني عشر مليون يورو", 12e6, "EUR"),
    ("منحة قدرها أحد عشر مليون يورو", 11e6, "EUR"),
    ("منحة قدرها مئة وخمسة عشر مليون يورو", 115e6, "EUR"),
    ("منحة قدرها مئتا مليون يورو", 200e6, "EUR"),
    ("تعهدت بمليوني دولار", 2e6, "USD"),
    ("تعهدت بمليار دولار", 1e9, "USD"),
    ("منحة قدرها خمسة وعشرون مليون دولار", 25e6, "USD"),
    ("تعهدت بـ150 مليون دولار", 150e6, "USD"),
    ("منحة بقيمة 2,5 مليار دولار", 2.5e9, "USD"),
    ("منحة بقيمة 2.01 مليار دولار", 2.01e9, "USD"),
    ("منحة بقيمة $40 مليون", 40e6, "USD"),
    ("منحة بقيمة 40 مليون دولار أمريكي", 40e6, "USD"),
    ("منحة بقيمة 40 مليون دولار كندي", 40e6, "CAD"),
    ("منحة بقيمة 40 مليون دولار أسترالي", 40e6, "AUD"),
    ("منحة بقيمة 40 مليون جنيه إسترليني", 40e6, "GBP"),
    ("منحة بقيمة 40 مليون ريال سعودي", 40e6, "SAR"),
    ("منحة بقيمة 40 مليون ريال يمني", 40e6, "YER"),
    ("منحة بقيمة 40 مليون درهم إماراتي", 40e6, "AED"),
    ("خصصت القاهرة 40 مليون جنيه", 40e6, "EGP"),
    ("منحة بقيمة 40 مليون جنيه", 40e6, None),
    ("منحة بقيمة 40 مليون ريال", 40e6, None),
    ("منحة بقيمة 40 مليون دينار كويتي", 40e6, "KWD"),
    ("منحة بقيمة 40 مليون كرونة نرويجية", 40e6, "NOK"),
    ("منحة بقيمة (40.5) مليون دولار", 40.5e6, "USD"),
    ("منحة بقيمة «40» مليون يورو", 40e6, "EUR"),
    ("منحة بقيمة (40000) يورو", 40e3, "EUR"),
]


@pytest.mark.parametrize(("text", "value", "currency"), MONEY)
def test_money(text: str, value: float, currency: str | None) -> None:
    (found,) = find(text)
    assert (found.kind, found.value, found.currency, found.value_max) == ("money", value, currency, None)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("من 20 إلى 30 مليون دولار", 20e6, 30e6), ("بين 20 و30 مليون دولار", 20e6, 30e6), ("20-30 مليون دولار", 20e6, 30e6)],
)
def test_range(text: str, low: float, high: float) -> None:
    (found,) = find(text)
    assert (found.value, found.value_max, found.currency) == (low, high, "USD")


@pytest.mark.parametrize("word", ["نحو", "حوالي", "أكثر من", "ما يقارب", "قرابة", "زهاء"])
def test_approximate(word: str) -> None:
    (found,) = find(f"خصصت {word} 300 مليون دولار")
    assert found.is_approximate
    assert not find("خصصت 300 مليون دولار")[0].is_approximate


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("إنفاق 2% من الناتج المحلي الإجمالي", "percent_of_gdp", 2), ("إنفاق 2,5 في المئة من الناتج المحلي", "percent_of_gdp", 2.5),
        ("إنفاق 5 بالمئة من ناتجها المحلي", "percent_of_gdp", 5), ("ارتفع 3 في المائة", "percent", 3),
    ],
)  # fmt: skip
def test_percentage(text: str, unit: str, value: float) -> None:
    (found,) = find(text)
    assert (found.kind, found.unit, found.value) == ("percentage", unit, value)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("إرسال 31 دبابة", "tank", 31), ("إرسال خمسين دبابة", "tank", 50), ("نشر 800 جندي", "soldier", 800),
        ("تسليم 20 طنا من الأدوية", "tonne", 20), ("تسليم مليون جرعة", "dose", 1e6), ("تسليم ثلاث منظومات", "system", 3),
        ("تسليم (20) طنا من الأدوية", "tonne", 20), ("تسليم ستة عشر طنا من الأدوية", "tonne", 16), ("تسليم ألفي طن من القمح", "tonne", 2000),
        ("وصل ألفا طن من القمح", "tonne", 2000), ("تسليم إحدى عشرة دبابة", "tank", 11),
        ("تسليم صاروخين", "missile", 2), ("تسليم دبابتين", "tank", 2),
    ],
)  # fmt: skip
def test_quantity(text: str, unit: str, value: float) -> None:
    (found,) = find(text)
    assert (found.kind, found.unit, found.value) == ("quantity", unit, value)


def test_two_marks_in_one_article() -> None:
    assert [a.value for a in find("قدمت 1,250,000 دولار ثم 2,5 مليون يورو ثم 3.5 مليون دولار")] == [1250000, 2.5e6, 3.5e6]


def test_per_year() -> None:
    assert find("تقديم 40 مليون دولار سنويا")[0].per == "year"


@pytest.mark.parametrize("text", ["في عام 2024", "المادة 5 من الميثاق", "اليوم الأول", "", "...", "وزراء خمس دول"])
def test_bare_numbers_are_no_amounts(text: str) -> None:
    assert find(text) == []


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ملينوارفصدخث %$0123456789٣.,،-\n\u200f\ud800", max_size=100))
def test_spans_are_of_the_text(text: str) -> None:
    assert all(text[a.start : a.end] == a.text and a.value > 0 for a in find(text))


@pytest.mark.parametrize("unit", ["مليون ", "12 ", "من 1 إلى ", "نصف "])
def test_time_grows_with_length_only(unit: str) -> None:
    def seconds(n: int) -> float:
        start = time.process_time()
        find(unit * n)
        return time.process_time() - start

    seconds(50)
    assert seconds(8000) < 16 * 3 * seconds(500) + 0.5
