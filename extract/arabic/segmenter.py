"""Sentences, clauses and the dateline of newswire Arabic."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from extract.arabic.types import Clause, Sentence, Token

_SENTENCE_END: Final = frozenset(".؟!…")
_ENDERS: Final = _SENTENCE_END | frozenset("»”\"")
_SHORTEST: Final = 4  # tokens of a clause that is cut off
_CLAUSE_END: Final = frozenset("،؛:;,–—")
# Conjunctions that open a clause of their own after a break or with a verb behind them.
_SUBORDINATORS: Final = frozenset(
    ("فيما", "بينما", "حيث", "لكن", "لكنه", "لكنها", "ولكن", "غير", "بعدما", "عندما", "كما", "مشيرا", "موكدا", "مضيفا",
     "معربا", "مشددا", "مبينا", "لافتا", "وذلك", "اذ", "مشيره", "موكده", "معلنا", "داعيا")
)  # fmt: skip
_ABBREVIATION: Final = re.compile(r"^(?:[A-Za-z]|[ولب]?د|[ول]?م|أ|ا|ه|ص|ب|ت|س)$")


def sentences(text: str, tokens: list[Token]) -> list[Sentence]:
    """Sentences as spans over ``text`` and token ranges; a line break always ends one.

    A full stop ends a sentence whether or not a space follows (العالم.والتهديدات), but not inside a number,
    after a single letter («د. محمد», but «عام 2016م.») or before a closing quote that goes on.
    """
    out: list[Sentence] = []
    first, paragraph, n = 0, 0, len(tokens)
    broken = _before_breaks(text, tokens)
    for i in sorted(broken.union([i for i, token in enumerate(tokens) if token.text in _ENDERS])):
        token, nxt, breaks = tokens[i], tokens[i + 1] if i + 1 < n else None, i in broken
        ends = breaks
        if not ends and token.text in _SENTENCE_END:
            previous = tokens[i - 1].text if i else ""
            dated = i > 1 and tokens[i - 2].kind == "number" and tokens[i - 2].end == tokens[i - 1].start  # «عام 2016م.»
            ends = dated or not (token.text == "." and _ABBREVIATION.match(previous))
            if ends and nxt is not None and nxt.text in ".»”\"'…؟!)":
                ends = False  # the closing mark belongs to this sentence
        elif not ends and i and tokens[i - 1].text in _SENTENCE_END:
            ends = nxt is None or nxt.text not in "،,؛"
        if ends:
            out.append(Sentence(tokens[first].start, token.end, first, i + 1, paragraph))
            first = i + 1
        paragraph += breaks
    return out


def _before_breaks(text: str, tokens: list[Token]) -> set[int]:
    """The tokens behind which a line ends, the last one among them."""
    ends = [t.end for t in tokens]
    found = {len(tokens) - 1} if tokens else set()
    at = text.find("\n")
    while at >= 0:
        token = bisect_right(ends, at) - 1
        if token >= 0:
            found.add(token)
        at = text.find("\n", at + 1)
    return found


def clauses(tokens: list[Token], sentence: Sentence, index: int) -> list[Clause]:
    """Clauses of one sentence: cut at commas, colons and dashes, and before subordinating conjunctions.

    Short pieces (a lone adverb or apposition of under three words) stay with the clause before them, so that
    «في بروكسل، الثلاثاء، وزير الخارجية» is not scattered.
    """
    cuts = [sentence.first_token]
    i = sentence.first_token + _SHORTEST
    while i < sentence.last_token:
        if tokens[i - 1].text in _CLAUSE_END or tokens[i].norm in _SUBORDINATORS:
            cuts.append(i)
            i += _SHORTEST
        else:
            i += 1
    cuts.append(sentence.last_token)
    if len(cuts) > 2 and cuts[-1] - cuts[-2] < 3:
        del cuts[-2]
    return [
        Clause(tokens[a].start, tokens[b - 1].end, a, b, index) for a, b in zip(cuts, cuts[1:], strict=False) if b > a
    ]


_DATELINE: Final = re.compile(
    r"\s*(?P<line>[^\n.؟!]{3,90}?(?:\((?:[^()\n]{2,40})\)|/\s?[^\n:]{2,30}/)\s*(?:--+|[—–-]|:)|"
    r"[\u0621-\u064a ]{3,25}[،,]?\s+\d{1,2}\s+[\u0621-\u064a]{3,10}(?:\s*/\s*[\u0621-\u064a]{3,10})?[^\n.]{0,40}?\s*(?:--+|[—–:])|"
    r"[\u0621-\u064a ]{3,40}\s\d{1,2} [^\n]{3,60}(?:هـ|م)[^\n]{0,60}واس\s*(?=\n))"
)


def dateline(text: str) -> tuple[int, int] | None:
    """The span of a dateline at the top: «بروكسل (رويترز) -», «الرياض 26 شوال 1436 هـ … واس», or None.

    What it names is where the news was filed, not where the event took place.
    """
    m = _DATELINE.match(text[:200])
    return (m.start("line"), m.end("line")) if m else None
