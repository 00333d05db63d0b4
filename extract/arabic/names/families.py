"""Families that are called as a state is: «أنيس بيرو، القيادي في الحزب … وأكد بيرو»."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from extract.arabic.types import Name, Token

if TYPE_CHECKING:
    from extract.lexicon import Lexicon

_BY_ONE_NAME: Final = ("الملك", "الملكه", "الامير", "الاميره", "البابا", "الشيخ", "السلطان")  # before a given name alone
_LEADING: Final = frozenset(("القيادي", "القياديه", "المتحدث", "المتحدثه"))  # in a party, which is no office of a state
_COMMAS: Final = ("،", ",")


def without_families(names: list[Name], tokens: list[Token], lexicon: Lexicon) -> list[Name]:
    """``names`` without the states that are a family in this article: behind a given name and before a comma and an office, «أنيس | بيرو |، القيادي في الحزب», and alone after it: «وأكد | بيرو»."""
    families: set[str] = set()
    alone: dict[int, str] = {}
    for name in names:
        if name.kind != "state" or name.clitics or " " in name.text or name.text.startswith("ال"):
            continue
        at = bisect_left(tokens, name.start, key=attrgetter("start"))
        if 0 < at < len(tokens) and tokens[at].end == name.end:
            alone[name.start] = tokens[at].norm
            if _is_family(tokens, at, lexicon):
                families.add(tokens[at].norm)
    return [n for n in names if alone.get(n.start) not in families] if families else names


def _is_family(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the state's word at token ``at`` is the family of whom a given name before it and an office behind a comma tell."""
    if at + 2 >= len(tokens) or tokens[at + 1].text not in _COMMAS or not _is_given(tokens[at - 1].norm, lexicon):
        return False
    return (tokens[at + 2].norm in lexicon.title_heads or tokens[at + 2].norm in _LEADING) and not (at > 1 and tokens[at - 2].norm.endswith(_BY_ONE_NAME))


def _is_given(word: str, lexicon: Lexicon) -> bool:
    """Whether a folded word is a given name, be it an everyday word too: أنيس."""
    return word in lexicon.first_names or word in lexicon.worded_names
