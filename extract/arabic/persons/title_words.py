"""The bare title that the table knows at a word, and words that look like one and are a name: «نائب رئيس الوزراء», «سلطان بن صالح»."""

from __future__ import annotations

from extract.arabic.persons.words import (
    FATHERS,
    Reading,
    is_named_assistant,
    is_strange,
    unclitic,
    unpossessed,
    unpronouned,
)


def is_given_name(reading: Reading, i: int) -> bool:
    """Whether the title at token ``i`` is also a given name: one of the lexicon, or a bare word before a father's name: «سلطان بن صالح»."""
    tokens = reading.document.tokens
    fathered = tokens[i + 1].norm in ("بن", "بنت") and not tokens[i].norm.startswith(("ال", "لل"))
    return fathered or is_named_assistant(reading, i) or any(w in reading.lexicon.first_names for w in unclitic(tokens[i].norm))


def goes_on_with_name(reading: Reading, i: int) -> bool:
    """Whether token ``i`` goes on with a personal name, and not with an office: a father's name, a family nobody knows: «سلطان | بن سلمان», «مساعد | البراك»."""
    token = reading.document.tokens[i]
    return token.norm in FATHERS or i not in reading.document.covering and token.norm.startswith("ال") and is_strange(reading, i, article=True)


def longest_title(reading: Reading, i: int) -> tuple[int, str, str, bool] | None:
    """The longest title that the table knows at token ``i``: the token after it, role, kind, whether a pronoun owns it: «نائب رئيس الوزراء», «مبعوثها»."""
    tokens, lexicon = reading.document.tokens, reading.lexicon
    if tokens[i].norm.endswith("والي") and (not tokens[i].text.endswith("والي") or i and tokens[i - 1].norm in lexicon.given_names):
        return None  # «وإلى» and «فتحي والي» are no governors
    options = [(w, False) for w in unclitic(tokens[i].norm) if w in lexicon.title_heads]
    if not options and (bare := unpossessed(tokens[i].norm)) in lexicon.titles:
        options = [(bare, True)]
    for option, owned in options:
        best: tuple[int, str, str, bool] | None = None
        phrase, j = option, i + 1
        if phrase in lexicon.titles:
            best = (j, *lexicon.titles[phrase], owned)
        while j < len(tokens) and j - i < 6 and tokens[j].kind == "word":
            phrase += " " + tokens[j].norm
            j += 1
            if phrase in lexicon.titles:
                best = (j, *lexicon.titles[phrase], owned)
            elif phrase not in lexicon.title_beginnings:
                bare = phrase.rpartition(" ")[0] + " " + unpronouned(tokens[j - 1].norm)
                if bare in lexicon.titles and lexicon.titles[bare][1] == "head":
                    best = (j, *lexicon.titles[bare], tokens[j - 1].norm.endswith("ها"))  # «ولي عهده», «رئيس وزرائها»
                break
        if best is not None:
            return best
    return None
