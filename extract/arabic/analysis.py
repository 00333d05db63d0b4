"""The analyses of a word by an ALMOR database: every prefix, stem and suffix that make it up and may stand together.

«وبالمحادثات» is ``وبال`` + ``محادث`` + ``ات``. camel-tools reads the database (``extract/analyzer.py``); its own ``Analyzer`` tells the same of a
folded word, several times slower, since it also puts together what nothing here asks for (a test holds the two equal).
Source: N. Habash, Arabic Morphological Representations for Machine Translation (2007), on ALMOR's tables.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

Entries = dict[str, list[tuple[str, dict[str, Any]]]]  # written form → its entries: category, features
Compatible = dict[str, set[str]]

# What a reading is made of (extract/arabic/morphology.py); «source» tells words of the lexicon.
_ASKED: Final = ("lex", "pos", "prc2", "prc1", "prc0", "per", "asp", "vox", "gen", "num", "enc0", "source")
_UNTOLD: Final = ("", "-")


class Database(NamedTuple):
    """An ALMOR database: affixes and stems by their written form, and which categories may stand together."""

    prefixes: Entries
    stems: Entries
    suffixes: Entries
    prefix_stem: Compatible
    stem_suffix: Compatible
    prefix_suffix: Compatible
    longest_prefix: int  # letters
    longest_suffix: int


def analyse(database: Database, word: str) -> list[dict[str, Any]]:
    """The features of each analysis of a folded word; [] where no stem of the database is in it.

    «وسيجتمعون» → [{"lex": "اجتمع", "pos": "verb", "prc2": "wa", "prc1": "sa_fut", "asp": "i", "num": "p" …}]
    """
    out: list[dict[str, Any]] = []
    length = len(word)
    for begin in range(min(database.longest_prefix, length - 1) + 1):
        prefixes = database.prefixes.get(word[:begin])
        if prefixes is None:
            continue
        for end in range(max(begin + 1, length - database.longest_suffix), length + 1):
            stems = database.stems.get(word[begin:end])
            suffixes = database.suffixes.get(word[end:]) if stems is not None else None
            if stems is not None and suffixes is not None:
                out += _together(database, prefixes, stems, suffixes)
    return out


def _together(database: Database, prefixes: list[tuple[str, dict[str, Any]]], stems: list[tuple[str, dict[str, Any]]], suffixes: list[tuple[str, dict[str, Any]]]) -> list[dict[str, Any]]:
    """The features of each prefix, stem and suffix whose categories go together; an affix's value stands above the stem's, a prefix's above a suffix's."""
    out: list[dict[str, Any]] = []
    for before, prefix in prefixes:
        for category, stem in stems:
            if category not in database.prefix_stem.get(before, ()):
                continue
            for behind, suffix in suffixes:
                if behind in database.stem_suffix.get(category, ()) and behind in database.prefix_suffix.get(before, ()):
                    out.append({name: _value(name, prefix, stem, suffix) for name in _ASKED})
    return out


def _value(name: str, prefix: dict[str, Any], stem: dict[str, Any], suffix: dict[str, Any]) -> Any:
    for features in (prefix, suffix):
        value = features.get(name, "")
        if value not in _UNTOLD:
            return value
    return stem.get(name)
