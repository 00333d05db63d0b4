"""A custom expectation: a figure of tonight is within the range that the last nights taught.

Imports Great Expectations at once, so it is imported by the suites' functions alone.
"""

from __future__ import annotations

from typing import Any

from great_expectations.compatibility.pydantic import Field
from great_expectations.execution_engine import PandasExecutionEngine
from great_expectations.expectations.expectation import MulticolumnMapExpectation, render_suite_parameter_string
from great_expectations.expectations.metrics.map_metric_provider import MulticolumnMapMetricProvider
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_condition_partial import (
    multicolumn_condition_partial,
)
from great_expectations.render.components import LegacyRendererType, RenderedStringTemplateContent
from great_expectations.render.renderer.renderer import renderer
from great_expectations.render.renderer_configuration import RendererConfiguration, RendererValueType

COLUMNS = ["value", "low", "high"]
SENTENCE = "$name: $meaning $reason The $figure must be within the usual range of the last nights."


class MulticolumnValuesWithinUsualRange(MulticolumnMapMetricProvider):
    """Row by row: low <= value <= high, both bounds included."""

    condition_metric_name = "multicolumn_values.within_usual_range"
    condition_domain_keys = ("batch_id", "table", "column_list", "row_condition", "condition_parser", "ignore_row_if")
    condition_value_keys = ()

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: Any, **kwargs: Any) -> Any:
        value, low, high = (column_list[name].astype(float) for name in column_list.columns)
        return (value >= low) & (value <= high)


class ExpectFigureToBeUsual(MulticolumnMapExpectation):
    """Expect a figure of each subject (a source, a trigger) to be within its usual range.

    The frame has a row a subject with ``value``, ``low`` and ``high``; a row without bounds (a subject that is too new
    to have a usual range) is not judged.
    """

    figure: str = Field(description="What is counted or measured, in words.")
    column_list: list[str] = COLUMNS
    ignore_row_if: str = "any_value_is_missing"  # type: ignore[assignment] # wider than the base's literal

    map_metric = "multicolumn_values.within_usual_range"
    args_keys = ("figure",)

    @classmethod
    def _prescriptive_template(cls, renderer_configuration: RendererConfiguration) -> RendererConfiguration:
        renderer_configuration.add_param(name="figure", param_type=RendererValueType.STRING)
        renderer_configuration.template_str = SENTENCE.rpartition("$reason ")[2]  # the only parameters here are arguments
        return renderer_configuration

    @classmethod
    @renderer(renderer_type=LegacyRendererType.PRESCRIPTIVE)
    @render_suite_parameter_string
    def _prescriptive_renderer(
        cls, configuration: Any = None, result: Any = None, runtime_configuration: dict[str, Any] | None = None, **kwargs: Any
    ) -> list[RenderedStringTemplateContent]:
        """The sentence that Data Docs show."""
        params = {name: (configuration.meta or {}).get(name, "") for name in ("name", "meaning", "reason")}
        template = {
            "template": SENTENCE,
            "params": params | {"figure": configuration.kwargs["figure"]},
            "styling": (runtime_configuration or {}).get("styling"),
        }
        return [RenderedStringTemplateContent(content_block_type="string_template", string_template=template)]
