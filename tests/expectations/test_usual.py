"""The custom expectation: what it judges, and how Data Docs tell it."""

from __future__ import annotations

from string import Template

import pandas as pd
import pytest

from expectations.declare import usual
from expectations.frames import Frame
from expectations.results import Found
from expectations.runner import _validator

FRAME = Frame("figures", "", key="subject", batched=False)


def judge(*rows: tuple[str, float, float | None, float | None]) -> Found:
    data = pd.DataFrame(rows, columns=["subject", "value", "low", "high"]).assign(mid=10.0, nights=28, shows="a1, a2")
    declared = usual("count_is_usual", "records of a source", "As many as usual.", "It matters.", "Look at it.")
    (result,) = _validator()(FRAME, [declared], data)
    found = Found(result.expectation_config, FRAME)
    found.add(result, data)
    return found


def test_bounds_are_included() -> None:
    assert judge(("a", 5, 5, 20), ("b", 20, 5, 20)).success


@pytest.mark.parametrize(("value", "said"), [(0, "silent"), (3, "short"), (60, "more than doubled"), (18, "high")])
def test_what_is_out_of_range_is_told_in_words(value: float, said: str) -> None:
    found = judge(("good", 10, 5, 17), ("bad", value, 5, 17))
    assert not found.success and found.failing == ["bad"]
    message = found.message()
    assert said in message and f"bad: {value:.4g} tonight, usually 5 to 17 (median 10 of 28 nights)" in message and "rows a1, a2" in message


def test_a_subject_without_a_range_is_not_judged() -> None:
    assert judge(("new", 1000, None, None), ("known", 10, 5, 20)).success


def test_the_figures_are_kept_for_the_nights_to_come() -> None:
    assert judge(("a", 5, None, None), ("ب", 0.25, None, None)).row()["observed"] == '{"a": 5.0, "ب": 0.25}'


def test_data_docs_tell_it_as_a_sentence() -> None:
    from expectations.usual import ExpectFigureToBeUsual

    declared = usual("count_is_usual", "records of a source", "As many as usual.", "It matters.", "Look at it.")
    (said,) = ExpectFigureToBeUsual._prescriptive_renderer(configuration=declared.configuration)
    sentence = Template(said.string_template["template"]).substitute(said.string_template["params"])
    assert sentence == "count_is_usual: As many as usual. It matters. The records of a source must be within the usual range of the last nights."
