"""The bulletin's charts as inline SVG, one in each language: Vega-Lite rendered when the page is made, so the page needs no script for them.

Colours are CSS variables, so that a chart follows dark mode and print. Arabic charts are mirrored: time and size grow to the left.
"""

from __future__ import annotations

import json
import math
import re
import zlib
from collections import Counter
from pathlib import Path
from typing import Any

import altair as alt
import vl_convert

from extract.pages.database import Row
from extract.pages.words import LANGUAGES, name_of, say

WIDTH = 400  # points: near the width of a phone, so that letters are not made smaller there
ROWS = 14  # names on one chart
ARCS = 90  # pairs on one graph
STEP = 24  # height of a line
NAMES = 165  # room for names
_INK, _SOFT, _LINE = "var(--ink)", "var(--soft)", "var(--line)"
_LAND = Path(__file__).parent / "land.json"


def money_charts(money: list[Row]) -> dict[str, dict[str, str]]:
    """Pledges over time: a bubble a pledge, by donor and by recipient; {} where fewer than two can be drawn."""
    out = {}
    for side, key in (("giver", "by_donor"), ("getter", "by_recipient")):
        known = [m for m in money if m[f"{side}_ar"]]
        largest = Counter[str]()
        for m in known:
            largest[m[f"{side}_ar"]] += m["amount_usd"]
        top = [name for name, _ in largest.most_common(ROWS)]
        bubbles = {(m["pledge_id"], m[f"{side}_ar"]): m for m in known if m[f"{side}_ar"] in top}
        if len(bubbles) >= 2:
            out[key] = {lang: _bubbles(list(bubbles.values()), side, lang) for lang in LANGUAGES}
    return out


def _bubbles(found: list[Row], side: str, lang: str) -> str:
    language, rtl = LANGUAGES.index(lang), lang == "ar"
    values = [{"day": m["day"].isoformat(), "name": _short(m[f"{side}_{lang}"]), "usd": m["amount_usd"] / 1e6, "status": say(f"status.{m['status']}")[language]} for m in found]
    statuses = [say(f"status.{s}")[language] for s in ("pledged", "delivered")]
    names = len({v["name"] for v in values})
    days = sorted(m["day"] for m in found)
    span = (days[-1] - days[0]).days
    ticks: dict[str, Any] = {"format": "%d/%m", "tickCount": {"interval": "day", "step": 1 + span // 4}} if span < 60 else {"format": "%Y-%m", "tickCount": 4}
    chart = alt.Chart(alt.Data(values=values), width=WIDTH - NAMES - 20, height=STEP * names).mark_circle(opacity=0.75).encode(
        x=alt.X("day:T", title=None, scale=alt.Scale(reverse=rtl, nice=False, padding=12), axis=alt.Axis(grid=True, **ticks)),
        y=alt.Y("name:N", title=None, sort=alt.EncodingSortField("usd", op="sum", order="descending"), axis=alt.Axis(orient="right" if rtl else "left", labelLimit=NAMES, grid=True)),
        size=alt.Size("usd:Q", title=say("axis_usd")[language], scale=alt.Scale(range=[25, 500]), legend=alt.Legend(orient="bottom", values=_round_values(values))),
        color=alt.Color("status:N", title=None, scale=alt.Scale(domain=statuses, range=["var(--c1)", "var(--c2)"]), legend=alt.Legend(orient="top")),
    )  # fmt: skip
    return _svg(chart, rtl=rtl, top=42, bottom=80)


def _round_values(values: list[dict[str, Any]]) -> list[float]:
    """Two round sizes for the legend: a hundredth and all of the largest power of ten."""
    top = 10 ** math.floor(math.log10(max(v["usd"] for v in values)))
    return [top / 100, top]


def graph(participants: dict[str, list[Row]]) -> dict[str, str]:
    """Who met whom: the people and actors with the most partners, one a line, an arc between those of one meeting; {} below two."""
    pairs: Counter[tuple[str, str]] = Counter()
    names: dict[str, tuple[str, str]] = {}
    for group in participants.values():
        keys = sorted({str(p["person_id"] or p["person_name_ar"] or p["actor_id"] or p["actor_name_ar"]): p for p in group}.items())[:12]
        names |= {key: name_of(p) for key, p in keys}
        pairs.update((a, b) for i, (a, _) in enumerate(keys) for b, _ in keys[i + 1 :])
    degree: Counter[str] = Counter()
    for pair, n in pairs.items():
        degree.update(dict.fromkeys(pair, n))
    kept = {key for key, _ in degree.most_common(2 * ROWS)}
    pairs = Counter(dict(Counter({pair: n for pair, n in sorted(pairs.items()) if set(pair) <= kept}).most_common(ARCS)))
    order = _near(pairs)
    if len(order) < 2:
        return {}
    return {lang: _arcs(order, pairs, {k: names[k][i] for k in order}, rtl=lang == "ar") for i, lang in enumerate(LANGUAGES)}


def _near(pairs: Counter[tuple[str, str]]) -> list[str]:
    """An order that keeps partners together: each group of connected names, walked from its best connected one."""
    partners: dict[str, Counter[str]] = {}
    for (a, b), n in pairs.items():
        partners.setdefault(a, Counter())[b] += n
        partners.setdefault(b, Counter())[a] += n
    out: list[str] = []
    for start in sorted(partners, key=lambda k: (-sum(partners[k].values()), k)):
        waiting = [start]
        while waiting:
            name = waiting.pop(0)
            if name not in out:
                out.append(name)
                waiting += sorted(partners[name], key=lambda k: (-partners[name][k], k))
    return out


def _arcs(order: list[str], pairs: Counter[tuple[str, str]], names: dict[str, str], *, rtl: bool) -> str:
    width, height = WIDTH - NAMES - 20, STEP * len(order)
    place = {key: STEP * (i + 0.5) for i, key in enumerate(order)}
    longest = max(abs(place[a] - place[b]) for a, b in pairs)
    points = []
    for number, ((a, b), n) in enumerate(sorted(pairs.items())):
        middle, radius = (place[a] + place[b]) / 2, abs(place[a] - place[b]) / 2
        reach = 8 + (0.95 * width - 8) * 2 * radius / max(longest, width)
        for k in range(9):
            x = reach * math.sin(math.pi * k / 8)
            points.append({"arc": number, "k": k, "x": width - x if rtl else x, "y": middle - radius * math.cos(math.pi * k / 8), "n": n})
    lines = _plain(points, width, height).mark_line(opacity=0.7, color="var(--c1)", interpolate="natural").encode(
        detail="arc:N", order="k:Q", strokeWidth=alt.StrokeWidth("n:Q", scale=alt.Scale(domain=[1, 5], range=[1.5, 5], clamp=True), legend=None)
    )  # fmt: skip
    ends = _plain([{"name": _short(names[key]), "x": width if rtl else 0, "y": y} for key, y in place.items()], width, height)
    text = ends.mark_text(align="left" if rtl else "right", dx=9 if rtl else -9, color=_INK, fontSize=12).encode(text="name:N")
    return _svg((lines + ends.mark_circle(size=60, color="var(--c2)", opacity=1) + text).properties(width=width, height=height), rtl=rtl)


def place_map(places: list[Row]) -> dict[str, str]:
    """Where meetings are held: land, a circle a place, names where they fit; {} without a place."""
    return {lang: _map(places, lang) for lang in LANGUAGES} if places else {}


def _map(places: list[Row], lang: str) -> str:
    west, east = min(p["longitude"] for p in places) - 8, max(p["longitude"] for p in places) + 8
    south, north = min(p["latitude"] for p in places) - 6, max(p["latitude"] for p in places) + 6
    span = max(east - west, (north - south) * 1.5, 40)
    west, south = (west + east - span) / 2, (south + north - span / 1.5) / 2
    scale, height = WIDTH / span, WIDTH / 1.5
    rings = [r for r in json.loads(_LAND.read_text(encoding="utf-8"))["rings"] if any(west - 10 < x < west + span + 10 and south - 10 < y < south + height / scale + 10 for x, y in r)]
    shape = {"type": "Feature", "geometry": {"type": "MultiPolygon", "coordinates": [[r] for r in rings]}}
    land = alt.Chart(alt.Data(values=[shape])).mark_geoshape(fill="var(--land)", stroke=None, clip=True).project(
        type="identity", reflectY=True, scale=scale, translate=[-west * scale, (south + height / scale) * scale]
    )  # fmt: skip
    points = [{"name": p[f"name_{lang}"], "n": p["n"], "x": (p["longitude"] - west) * scale, "y": height - (p["latitude"] - south) * scale} for p in places]
    circles = _plain(points, WIDTH, height).mark_circle(color="var(--c2)", opacity=0.8).encode(
        size=alt.Size("n:Q", scale=alt.Scale(domain=[1, 20], range=[35, 450], clamp=True), legend=None)
    )  # fmt: skip
    text = _plain(_fitting(points, height), WIDTH, height).mark_text(fontSize=12, color=_INK, baseline="middle").encode(text="name:N")
    return _svg((land + circles + text).properties(width=WIDTH, height=height), names=False)


def _plain(values: list[dict[str, Any]], width: float, height: float) -> alt.Chart:
    """A chart whose x and y are points of the drawing, y downwards."""
    across, down = alt.Scale(domain=[0, width], range=[0, width]), alt.Scale(domain=[0, height], range=[0, height])
    return alt.Chart(alt.Data(values=values)).encode(x=alt.X("x:Q", scale=across, axis=None), y=alt.Y("y:Q", scale=down, axis=None))


def _fitting(points: list[dict[str, Any]], height: float) -> list[dict[str, Any]]:
    """Names with a spot above, below or beside their circle that touches no other name, no circle and no edge; most meetings come first."""
    taken = [(p["x"], p["y"], 5.0, 5.0) for p in points]
    out = []
    for p in points:
        half = 3.6 * len(p["name"]) + 3
        for x, y in ((p["x"], p["y"] - 14), (p["x"], p["y"] + 14), (p["x"] + half + 9, p["y"]), (p["x"] - half - 9, p["y"])):
            if half < x < WIDTH - half and 9 < y < height - 9 and all(abs(x - a) > half + w or abs(y - b) > 8 + h for a, b, w, h in taken):
                taken.append((x, y, half, 8.0))
                out.append({"name": p["name"], "x": x, "y": y})
                break
    return out


def _short(name: str) -> str:
    """A name that fits the column of names."""
    return name if len(name) <= 22 else name[:21] + "…"


def _svg(chart: alt.TopLevelMixin, *, rtl: bool = False, names: bool = True, top: int = 6, bottom: int = 6) -> str:
    """The chart as an SVG for a page: themed by CSS variables, hidden from screen readers (the page has the figures as a table), small.

    The room for names is fixed and not measured: the fonts of the reader are not those of this machine.
    """
    style = {"labelColor": _INK, "titleColor": _SOFT, "gridColor": _LINE, "labelFontSize": 12, "labelPadding": 8, "domain": False, "ticks": False}
    legend = {"labelColor": _INK, "titleColor": _SOFT, "labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal", "symbolFillColor": _SOFT}
    side = {"left": 20, "right": NAMES} if rtl else {"left": NAMES, "right": 20}
    spec = chart.to_dict() | {
        "config": {"background": None, "view": {"stroke": None}, "axis": style, "legend": legend}, "autosize": "none",
        "padding": (side if names else {"left": 0, "right": 0}) | {"top": top, "bottom": bottom},
    }  # fmt: skip
    svg: str = vl_convert.vegalite_to_svg(spec)
    svg = re.sub(r' (?:aria-[a-z]+|role|font-family|pointer-events|class)="[^"]*"', "", svg)
    svg = re.sub(r"\d+\.\d{2,}", lambda m: f"{float(m[0]):.1f}", svg)
    svg = re.sub(r"\b(clip|gradient_)(\d+)\b", rf"\1\2-{zlib.crc32(svg.encode()):x}", svg)  # ids must not meet those of other charts
    return svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
