"""Tokens with exact offsets: words with their clitics on, numbers whole, punctuation apart, hashtags as the words in them."""

from __future__ import annotations

import re
from typing import Final

from extract.arabic.memo import LIMIT
from extract.arabic.normalizer import INVISIBLE, fold
from extract.arabic.types import Token

_LETTER: Final = "\u0621-\u063a\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc"
_DIGIT: Final = "0-9\u0660-\u0669\u06f0-\u06f9"
# One alternative a kind, the most frequent first; each is a single character class run, so the scan is linear in the text.
_KINDS: Final = {
    "word": rf"[{_LETTER}][{_LETTER}{INVISIBLE}]*",
    "number": rf"[{_DIGIT}]+(?:[.,\u066b\u066c\u060c][{_DIGIT}]+)*",
    "latin": r"[A-Za-z\u00c0-\u024f\u0400-\u04ff]+",
    "punctuation": rf"[^\s\w#{INVISIBLE}]",
}
_TOKEN: Final = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))

_LONGEST: Final = 60  # characters without a space that are remembered: longer ones do not come again


class _Seen(dict[str, tuple[tuple[int, int, str, str, str], ...]]):
    """The tokens of what is written between two spaces, with offsets in it: looked up from the second time on.

    One string stands for a match key however it was written, so that the tables of words are asked by identity.
    """

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}

    def __missing__(self, written: str) -> tuple[tuple[int, int, str, str, str], ...]:
        if len(self) > LIMIT:
            self.clear()
            self._keys.clear()
        found = []
        for match in _TOKEN.finditer(written):
            text, key = match.group(), fold(match.group())
            key = self._keys.setdefault(key, text if key == text else key)
            found.append((*match.span(), text, key, match.lastgroup or "punctuation"))
        if len(written) <= _LONGEST:
            self[written] = tuple(found)
        return tuple(found)


_SEEN: Final = _Seen()


def tokenize(text: str) -> list[Token]:
    """Tokens of ``text`` in order; ``text[t.start:t.end] == t.text``.

    >>> [t.text for t in tokenize("#ولي_العهد: 2,5 مليار")]
    ['ولي', 'العهد', ':', '2,5', 'مليار']
    """
    seen = _SEEN
    tokens, at = [], 0
    for part in text.split(" "):
        for start, end, written, key, kind in seen[part]:
            tokens.append(Token(at + start, at + end, written, key, kind))
        at += len(part) + 1
    return tokens


def skip_letters(token: Token, count: int) -> int:
    """The offset behind the first ``count`` letters of a token, diacritics passed over: behind «و» of «وَالحلف»."""
    seen = 0
    for offset, char in enumerate(token.text):
        if fold(char):
            seen += 1
        if seen > count:
            return token.start + offset
    return token.end
