"""How a night grows, as a picture: ``python benchmarks/plot.py BENCH.json [SVG]``, default docs/growth.svg.

Takes what ``run.py nights warehouse`` kept. Left a night's seconds against its articles, with the line of least squares through
them; right the seconds of a night of 1,000 new articles against the reports that the warehouse has already.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import altair as alt
import vl_convert

TARGET = Path(__file__).resolve().parent.parent / "docs/growth.svg"
CLOCK, PROCESSOR = "by the clock", "of the processor"
COLOURS = alt.Scale(domain=[CLOCK, PROCESSOR], range=["#0b6e99", "#b3541e"])
WIDTH, HEIGHT = 330, 220  # points
Row = dict[str, Any]


def of_articles(rows: list[Row]) -> alt.LayerChart:
    """Nights of text of several sizes, and the lines through them."""
    nights = [r for r in rows if r.get("kind") == "text"]
    values = [{"x": r["articles"], "seconds": r[key], "time": time} for r in nights for time, key in ((CLOCK, "value"), (PROCESSOR, "cpu"))]
    fit = {r["name"]: r["value"] for r in rows}
    line = [
        {"x": x, "seconds": fit[f"fixed part of a night {time}"] + fit[f"each article more {time}"] / 1000 * x, "time": time}
        for time in (CLOCK, PROCESSOR) if f"each article more {time}" in fit for x in (0, max(r["articles"] for r in nights))
    ]  # fmt: skip
    return alt.layer(
        alt.Chart(alt.Data(values=line)).mark_line(strokeDash=[4, 3]).encode(x="x:Q", y="seconds:Q", color=alt.Color("time:N", scale=COLOURS)),
        _points(values, alt.X("x:Q", title="new articles", axis=alt.Axis(format="~s"))),
        title="A whole night, by its articles",
    ).properties(width=WIDTH, height=HEIGHT)


def of_the_warehouse(rows: list[Row]) -> alt.Chart:
    """The same night on warehouses of several sizes."""
    values = []
    for name, time in (("a night's steps", CLOCK), ("a night's processor time", PROCESSOR)):
        values += [{"x": r["reports"], "seconds": r["value"], "time": time} for r in rows if re.match(rf"{name} on [\d,]+ reports", r["name"])]
    x = alt.X("x:Q", title="reports in the warehouse", scale=alt.Scale(type="log", nice=False, padding=14), axis=alt.Axis(format=".2s", values=sorted({v["x"] for v in values})))
    return _points(values, x, line=True).properties(width=WIDTH, height=HEIGHT, title="Load, dbt, checks, publication of 1,000 new articles")


def _points(values: list[Row], x: alt.X, *, line: bool = False) -> alt.Chart:
    chart = alt.Chart(alt.Data(values=values))
    chart = chart.mark_line(point=alt.OverlayMarkDef(size=60)) if line else chart.mark_point(filled=True, size=60)
    y = alt.Y("seconds:Q", title="seconds", scale=alt.Scale(zero=True))
    return chart.encode(x=x, y=y, color=alt.Color("time:N", title=None, scale=COLOURS, legend=alt.Legend(orient="bottom")))


def draw(parts: dict[str, list[Row]]) -> str:
    """The SVG of the parts that were measured, on white, so that it can be read in a dark page too."""
    charts = [part(parts[name]) for name, part in (("nights", of_articles), ("warehouse", of_the_warehouse)) if name in parts]
    chart = alt.hconcat(*charts).configure(background="white").configure_title(fontSize=12)
    return str(vl_convert.vegalite_to_svg(chart.to_dict()))


def main(arguments: list[str]) -> None:
    """Read the figures, write the picture."""
    parts = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))["parts"]
    target = Path(arguments[1]) if len(arguments) > 1 else TARGET
    target.write_text(draw(parts) + "\n", encoding="utf-8")
    print(target)


if __name__ == "__main__":
    main(sys.argv[1:])
