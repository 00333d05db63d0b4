"""What a code point of the text lies in: a token, a temporal expression, a name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import Final

from extract.arabic.types import Document, Name, Person

_BY_START: Final = attrgetter("start")
_WITHOUT_AND: Final = frozenset(("ولي", "وليه", "وليا", "وليي"))  # of «ولي العهد», which the morphology takes for «و» and «لي»


def token_at(document: Document, char: int) -> int:
    """The token at or after a code point: that of «أمس» for its first letter or the space before."""
    return bisect_left(document.starts, char)


def sentence_at(document: Document, token: int) -> int:
    """The number of the sentence in which a token stands."""
    return bisect_right(document.firsts, token) - 1


def in_time(document: Document, char: int) -> bool:
    """Whether a code point lies in a temporal expression: in «أمس» of «التقى الوزير أمس نظيره»."""
    i = bisect_right(document.times, char, key=_BY_START) - 1
    return i >= 0 and char < document.times[i].end


def name_at(document: Document, char: int) -> Name | None:
    """The name of the gazetteer in which a code point lies: the «مصر» of «من مصر»; None outside all."""
    i = bisect_right(document.names, char, key=_BY_START) - 1
    return document.names[i] if i >= 0 and char < document.names[i].end else None


def mention_at(document: Document, char: int) -> Person | None:
    """The mention of a person or a group that begins at a code point, the first of several: «وزير الخارجية» of «التقى | وزير الخارجية»; None where none does."""
    i = bisect_left(document.persons, char, key=_BY_START)
    return document.persons[i] if i < len(document.persons) and document.persons[i].start == char else None


def in_mention(document: Document, char: int) -> bool:
    """Whether a code point lies in the mention of a person or a group, where a word is no verb: in «جاي» of «التقى | مون جاي إن»."""
    i = bisect_right(document.persons, char, key=_BY_START) - 1
    return i >= 0 and char < document.persons[i].end


def is_joined(document: Document, start: int) -> bool:
    """Whether «و» joins whoever begins at a code point to what is before: «والوزير», «وشولتس»; not «وزير الخارجية», «وانغ يي»."""
    i = bisect_right(document.starts, start) - 1
    token, morph = document.tokens[i], document.morphs[i]
    if document.text[token.start] != "و":
        return False
    if token.start < start or token.text == "و":
        return True
    if token.norm.removeprefix("و") in _WITHOUT_AND or token.norm in _WITHOUT_AND:
        return token.norm not in _WITHOUT_AND
    if morph is not None:
        return morph.conjunction == "و"
    named = document.persons[k - 1] if (k := bisect_right(document.persons, start, key=_BY_START)) else None
    return named is not None and named.start == start and named.name_start is not None and named.name_start > start
