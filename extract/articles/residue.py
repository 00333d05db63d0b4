"""What a site leaves in an article's text: share buttons, related links, copyright lines. Removed line by line."""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import lru_cache
from pathlib import Path

_DROP = dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0xAD, 0x61C, 0x180E])
_SPACE = dict.fromkeys((160, 5760, *range(8192, 8203), 8239, 8287, 12288, 9, 11, 12), " ")
_TABLE = {**_DROP, **_SPACE, 0x2028: "\n", 0x2029: "\n\n", 0x85: "\n", 0xFFFD: None, 0x6CC: "ي", 0x6A9: "ك", 0x6BE: "ه", 0x0: None}
_ODD = re.compile("[" + "".join(map(re.escape, map(chr, _TABLE))) + "]")  # finds the few many times faster than translate
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_END = re.compile(r"^\W*//\s*انتهى\s*//\W*$")
_CREDIT = re.compile(r"^(?P<author>[\u0621-\u0652 .]{4,40})\s*\((?P<source>[^()\d]{3,40})\)\s*$")


@lru_cache(maxsize=2)
def patterns(path: Path) -> tuple[re.Pattern[str], ...]:
    """The line patterns of seeds/residue.csv."""
    with path.open(encoding="utf-8", newline="") as f:
        return tuple(re.compile(r["pattern"], re.IGNORECASE) for r in csv.DictReader(f))


def characters(text: str) -> str:
    """NFC, invisible marks dropped, presentation forms and odd spaces made plain."""
    text = _SURROGATE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _ODD.sub(lambda m: _TABLE[ord(m.group())] or "", unicodedata.normalize("NFC", text))
    return _PRESENTATION.sub(lambda m: unicodedata.normalize("NFKC", m.group()), text)


def remove_residue(text: str, lines: tuple[re.Pattern[str], ...]) -> tuple[str, list[str]]:
    """The text without residue lines, and the lines removed. Body lines stay as published but for their ends.

    Besides the lines of seeds/residue.csv: a long line told a second time, the codes behind an agency's end mark, a
    credit at the end, and the name of the site above and below the text.
    """
    kept: list[str] = []
    removed: list[str] = []
    told: set[str] = set()
    ended = False
    for line in characters(text).split("\n"):
        line = line.strip()
        ended = ended or (bool(line) and _END.match(line) is not None)
        residue = len(line) < 400 and any(p.match(line) for p in lines)
        code = ended and len(line) < 40
        if line and (residue or code or (len(line) > 60 and line in told)):
            removed.append(line)
        elif line or (kept and kept[-1]):
            kept.append(line)
            told.add(line)
    while kept and not kept[-1]:
        kept.pop()
    if len(kept) > 3 and _CREDIT.match(kept[-1]):
        removed.append(kept.pop())
    if len(kept) > 3 and kept[0] == kept[-1] and len(kept[0]) < 30:
        removed += [kept.pop(0), kept.pop()]
    return "\n".join(kept).strip(), removed


def credited(removed: list[str]) -> str | None:
    """The author that a removed credit line names: «محمد الناصر (بوابة الساحل)»."""
    return next((match["author"].strip() for line in removed if (match := _CREDIT.match(line))), None)


def above_headline(text: str, title: str | None) -> tuple[str, list[str]]:
    """The text from its headline on, and the menu lines above it, where a page's text has both."""
    lines = text.split("\n")
    place = next((i for i, line in enumerate(lines[:6]) if title and line.strip() == title), 0)
    menu = lines[:place] if all(len(line) < 120 for line in lines[:place]) else []
    return "\n".join(lines[len(menu) :]), [line for line in menu if line.strip()]
