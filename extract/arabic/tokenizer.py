"""Tokens with exact offsets: words with their clitics on, numbers whole, punctuation apart, hashtags split."""

from __future__ import annotations

import re

from extract.arabic.normalizer import INVISIBLE, fold
from extract.arabic.types import Token

# One alternative a kind, the most frequent first; each is a single character class run, so the scan is linear in the text.
_TOKEN = re.compile(
    rf"""
      (?P<word>[\u0621-\u063a\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]
              [\u0621-\u063a\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc{INVISIBLE}]*)
    | (?P<number>[0-9\u0660-\u0669\u06f0-\u06f9]+(?:[.,\u066b\u066c\u060c][0-9\u0660-\u0669\u06f0-\u06f9]+)*)
    | (?P<latin>[A-Za-z\u00c0-\u024f\u0400-\u04ff]+)
    | (?P<punctuation>[^\s\w{INVISIBLE}]|_)
    """,
    re.VERBOSE,
)


MEMO_LIMIT = 500_000
_SEEN: dict[str, tuple[str, str]] = {}  # surface → match key and kind


def tokenize(text: str) -> list[Token]:
    """Tokens of ``text`` in order; ``text[t.start:t.end] == t.text``.

    >>> [t.text for t in tokenize("#ولي_العهد: 2,5 مليار")]
    ['#', 'ولي', '_', 'العهد', ':', '2,5', 'مليار']
    """
    if len(_SEEN) > MEMO_LIMIT:
        _SEEN.clear()
    out: list[Token] = []
    seen, new = _SEEN, tuple.__new__  # a third of the time of Token(…)
    for m in _TOKEN.finditer(text):
        written, end = m[0], m.end()
        if written not in seen:
            seen[written] = (fold(written), m.lastgroup or "punctuation")
        out.append(new(Token, (end - len(written), end, written, *seen[written])))
    return out
