"""Rows for a terminal of any width: a table where it fits, else one block a row. Arabic stays readable in both."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

ARABIC = re.compile(r"[\u0600-\u06ff]")
_ISOLATE, _POP = "\u2067", "\u2069"  # right-to-left isolate: a terminal with bidi keeps the columns in their order
NARROWEST = 14  # a column of text narrower than this cannot be read


def show(names: Sequence[str], rows: Sequence[Sequence[Any]], console: Console, *, visual: bool = False) -> None:
    """Print ``rows`` with their column ``names``.

    With ``visual`` the letters of Arabic are joined and put in the order in which they stand on the screen, for
    terminals that do not do so themselves; otherwise each line of Arabic is isolated, for those that do.
    """
    cells = [["" if v is None else re.sub(r"\s+", " ", str(v)) for v in row] for row in rows]
    longest = [max([cell_len(name), *(cell_len(row[i]) for row in cells)]) for i, name in enumerate(names)]
    if sum(min(w, NARROWEST) + 3 for w in longest) + 1 <= console.width:
        _table(names, cells, longest, console, visual)
    else:
        _blocks(names, cells, console, visual)


def _table(names: Sequence[str], cells: list[list[str]], longest: list[int], console: Console, visual: bool) -> None:
    widths = _widths(longest, console.width - 3 * len(names) - 1)
    table = Table(show_lines=any(w > have for w, have in zip(longest, widths, strict=True)))
    for i, (name, width) in enumerate(zip(names, widths, strict=True)):
        arabic = sum(bool(ARABIC.search(row[i])) for row in cells)
        table.add_column(name, width=width, justify="right" if arabic * 2 > len(cells) else "left", overflow="fold")
    for row in cells:
        table.add_row(*(Text("\n".join(_lines(value, width, visual))) for value, width in zip(row, widths, strict=True)))
    console.print(table)


def _blocks(names: Sequence[str], cells: list[list[str]], console: Console, visual: bool) -> None:
    margin = max(map(cell_len, names)) + 2
    for number, row in enumerate(cells, 1):
        console.print(f"─── {number} " + "─" * max(0, console.width - len(str(number)) - 6), style="dim")
        for name, value in zip(names, row, strict=True):
            if value:
                lines = _lines(value, max(20, console.width - margin), visual)
                console.print(Text(name.ljust(margin) + f"\n{' ' * margin}".join(lines)), soft_wrap=True)


def _widths(longest: list[int], room: int) -> list[int]:
    """Share ``room`` out: narrow columns get what they need, wide ones the rest in equal parts."""
    widths = [0] * len(longest)
    left = sorted(range(len(longest)), key=lambda i: longest[i])
    for place, i in enumerate(left):
        widths[i] = min(longest[i], max(1, room // (len(left) - place)))
        room -= widths[i]
    return widths


def _lines(value: str, width: int, visual: bool) -> list[str]:
    """The lines of a cell, each fit for a terminal."""
    lines = textwrap.wrap(value, width, break_on_hyphens=False) or [""]
    if not ARABIC.search(value):
        return lines
    return [_reordered(line) if visual else f"{_ISOLATE}{line}{_POP}" for line in lines]


def _reordered(line: str) -> str:
    from arabic_reshaper import reshape
    from bidi import get_display

    return str(get_display(reshape(line), base_dir="R"))
