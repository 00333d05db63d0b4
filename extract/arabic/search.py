"""The index of full-text search: words of an article by lemma, so that اجتماعات finds اجتماع and والاجتماع."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from extract.arabic.memo import Memo
from extract.arabic.morphology import Morphology
from extract.arabic.normalizer import fold
from extract.arabic.tokenizer import tokenize
from extract.arabic.types import Token

_FUNCTION_WORDS: Final = frozenset(("prep", "conj", "part", "pron"))
# For words that the lexicon does not know: light10 (Larkey, Ballesteros and Connell 2007) on folded letters with
# the pronouns besides, each pattern once and in this order. The published macro light_stem is made of the same list (extract/publish.py).
STEM_PATTERNS: Final = (
    (r"^و(.{3,})$", r"\1"),
    (r"^(?:وال|بال|كال|فال|ال|لل)(.{2,})$", r"\1"),
    *((rf"^(.{{2,}}){suffix}$", r"\1") for suffix in ("هما", "هم", "هن", "كم", "نا", "ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")),
)
_PATTERNS: Final = tuple((re.compile(pattern), replacement) for pattern, replacement in STEM_PATTERNS)


def light_stem(word: str) -> str:
    """The light10 stem of a folded word: ``light_stem("والدبلوماسيين")`` → ``"دبلوماسي"``."""
    return _STEMS[word]


def _stem(word: str) -> str:
    for pattern, replacement in _PATTERNS:
        word = pattern.sub(replacement, word)
    return word


_STEMS: Final = Memo(_stem)


def lemma(token: Token, morphology: Morphology) -> str:
    """The folded lemma of a word, its stem where the lexicon does not know it, "" for a function word: «والاجتماعات» → اجتماع."""
    readings = morphology.readings(token)
    if not readings:
        return light_stem(token.norm)
    return "" if readings[0].pos in _FUNCTION_WORDS else fold(readings[0].lemma)


def index_words(text: str, morphology: Morphology) -> tuple[Counter[str], dict[str, str]]:
    """How often each lemma stands in ``text``, function words left out; and the lemma of each folded word: «اجتماعات» and «والاجتماع» under اجتماع."""
    counts: Counter[str] = Counter()
    words: dict[str, str] = {}
    for token in tokenize(text):
        if token.kind != "word":
            continue
        if token.norm not in words:
            words[token.norm] = lemma(token, morphology)
        if words[token.norm]:
            counts[words[token.norm]] += 1
    return counts, words
