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
    """Nights of text of several sizes; the clock's seconds lie on the line or they do not."""
    nights = [r for r in rows if r.get("kind") == "text"]
    values = [{"x": r["articles"], "seconds": s, "time": t} for r in nights for t, s in ((CLOCK, r["value"]), (PROCESSOR, r["cpu"]))]
    fit = {r["name"]: r["value"] for r in rows}
    ends = (0, max(r["articles"] for r in nights))
    line = [{"x": x, "seconds": fit["fixed part of a night"] + fit["each article more"] / 1000 * x} for x in ends]
    title = f"A night's seconds: {fit['fixed part of a night']:.0f} + {fit['each article more']:.1f} for a thousand articles"
    return alt.layer(
        alt.Chart(alt.Data(values=line)).mark_line(strokeDash=[4, 3], color="#888").encode(x="x:Q", y="seconds:Q"),
        _points(values, alt.X("x:Q", title="new articles", axis=alt.Axis(format="~s"))),
        title=title,
    ).properties(width=WIDTH, height=HEIGHT)


def of_the_warehouse(rows: list[Row]) -> alt.Chart:
    """The same night on warehouses of several sizes."""
    values = []
    for name, time in (("a night's steps", CLOCK), ("a night's processor time", PROCESSOR)):
        values += [{"x": r["reports"], "seconds": r["value"], "time": time} for r in rows if re.match(rf"{name} on [\d,]+ reports", r["name"])]
    x = alt.X("x:Q", title="reports in the warehouse", scale=alt.Scale(type="log", nice=False, padding=14), axis=alt.Axis(format=".2s", values=sorted({v["x"] for v in values})))
    return _points(values, x, line=True).properties(width=WIDTH, height=HEIGHT, title="A night of 1,000 new articles: load, dbt, checks, publication")


def _points(values: list[Row], x: alt.X, *, line: bool = False) -> alt.Chart:
    chart = alt.Chart(alt.Data(values=values))
    chart = chart.mark_line(point=alt.OverlayMarkDef(size=60)) if line else chart.mark_point(filled=True, size=60)
    y = alt.Y("seconds:Q", title="seconds", scale=alt.Scale(zero=True))
    return chart.encode(x=x, y=y, color=alt.Color("time:N", title=None, scale=COLOURS, legend=alt.Legend(orient="bottom")))


def draw(parts: dict[str, list[Row]]) -> str:
    """The SVG of both, on white, so that it can be read in a dark page too."""
    chart = alt.hconcat(of_articles(parts["nights"]), of_the_warehouse(parts["warehouse"])).configure(background="white").configure_title(fontSize=12)
    return str(vl_convert.vegalite_to_svg(chart.to_dict()))


def main(arguments: list[str]) -> None:
    """Read the figures, write the picture."""
    parts = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))["parts"]
    target = Path(arguments[1]) if len(arguments) > 1 else TARGET
    target.write_text(draw(parts) + "\n", encoding="utf-8")
    print(target)


if __name__ == "__main__":
    main(sys.argv[1:])
