"""Relative clauses that the sentence leaves again: «عرضت الحركة، | التي تقاتل في الشمال، | إجراء محادثات», «يلتقي الزعيم - | الذي يحكم منذ 2011 - | نظيره»."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import in_mention, in_time, sentence_at
from extract.arabic.types import Document

RELATIVES: Final = frozenset(("الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين"))
_REACH: Final = 30  # tokens of such a clause
CLOSING: Final = {"-": "-–—ـ", "–": "-–—ـ", "—": "-–—ـ", "(": ")"}  # a dash is also closed by the line that lengthens letters
_PARTICLES: Final = frozenset(("قد", "سوف", "لن", "لم", "لا", "ما"))
_GOVERNED: Final = frozenset(("ان", "الي", "علي", "عن", "مع", "انه", "انها", "انهم"))  # what a verb before the clause still asks for
_LISTING: Final = frozenset(("ضم", "شمل", "جمع", "مثل"))  # behind whose comma a list goes on


def relative_end(document: Document, relative: int, first: int, last: int) -> int | None:
    """The token behind the mark that closes the relative clause at ``relative`` in the sentence ``first:last``; None where the sentence ends within it."""
    opening = document.tokens[relative - 1].text if relative > first else ""
    end = min(relative + _REACH, last - 1, len(document.tokens) - 1)
    if opening in CLOSING:
        return next((c + 1 for c in range(relative + 2, end) if document.tokens[c].text in CLOSING[opening] and _hangs(document, c)), None)
    if opening not in ("،", ",") or relative + 1 > end:
        return None
    held = [p for p in document.persons if document.tokens[relative].start < p.start < document.tokens[end].end]  # in whose titles a comma closes nothing
    governor = next((j for j in range(relative - 2, first - 1, -1) if is_verb(document, j)), None)
    lists = (m := document.morphs[relative + 1]) is not None and m.lemma in _LISTING
    for c in range(relative + 2, end):
        if document.tokens[c].text in ".؛:!؟":
            return None
        if document.tokens[c].text not in ("،", ",") or any(p.start < document.tokens[c].start < p.end for p in held):
            continue
        if _resumes(document, c + 1, governor is not None and not lists and _is_told(document, relative, c)):
            return c + 1
    return None


def closed_relatives(document: Document, first: int, last: int) -> list[tuple[int, int]]:
    """The token ranges of the relative clauses between ``first`` and ``last`` that end before ``last``, each with the mark that closes it."""
    if RELATIVES.isdisjoint(document.norms[first:last]):
        return []
    out: list[tuple[int, int]] = []
    j = first + 1
    while j < last:
        closed = relative_end(document, j, first, last + 1) if document.norms[j] in RELATIVES else None
        if closed is not None and closed <= last:
            out.append((j, closed))
            j = closed
        else:
            j += 1
    return out


def all_asides(document: Document) -> list[tuple[int, int]]:
    """The offsets of the relative clauses that their sentence leaves again: «عرضت الحركة، | التي تقاتل في الشمال، | إجراء محادثات»."""
    tokens, sentences = document.tokens, document.sentences
    out: list[tuple[int, int]] = []
    for j, norm in enumerate(document.norms):
        if norm in RELATIVES:
            s = sentences[sentence_at(document, j)]
            if j > s.first_token and (end := relative_end(document, j, s.first_token, s.last_token)) is not None:
                out.append((tokens[j].start, tokens[end - 1].end))
    return out


def _resumes(document: Document, k: int, governed: bool) -> bool:
    """Whether the sentence goes on at ``k`` with its own verb, or with what the verb before the clause governs."""
    morph, word = document.morphs[k], document.norms[k]
    if word in _PARTICLES:
        return is_verb(document, k + 1)
    if morph is not None and morph.pos == "verb":
        return morph.conjunction is None
    if not governed:
        return False
    if morph is None and any(n.start == document.tokens[k].start and n.kind in ("place", "state") and not n.clitics for n in document.names):
        return True  # «يزور الوزير، الذي يرافقه وفد، | أنقرة»
    return word in _GOVERNED or morph is not None and morph.pos == "noun" and morph.conjunction is None and (morph.preposition is None or morph.preposition == "ب" and not morph.definite) and not in_time(document, document.tokens[k].start)


def _is_told(document: Document, relative: int, comma: int) -> bool:
    """Whether a relative clause says more than its verb and when, and so needs no object behind the comma: not «التي استقبلت أمس، | نظيرها»."""
    return any(document.tokens[k].kind == "word" and not in_time(document, document.tokens[k].start) for k in range(relative + 2, comma))


def is_verb(document: Document, j: int) -> bool:
    """Whether a verb stands at token ``j``, and no part of a person's name: «التقى», not «سعيد» of «قيس سعيد»."""
    morph = document.morphs[j] if j < len(document.morphs) else None
    return morph is not None and morph.pos == "verb" and not in_mention(document, document.tokens[j].start)


def _hangs(document: Document, c: int) -> bool:
    """Whether a mark has a space at its side, and is no hyphen in a name: «جونغ-أون»."""
    token, text = document.tokens[c], document.text
    return token.text == ")" or token.end >= len(text) or text[token.end].isspace() or text[token.start - 1].isspace()
