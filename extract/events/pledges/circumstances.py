"""What is told beside a promise between who makes it and what is promised: «تعهدت لندن، | خلال مؤتمر عقد في باريس، | بتقديم …», «قررت برلين | في ختام القمة | إرسال …»."""

from __future__ import annotations

from typing import Final

from extract.arabic.quotations import THAT
from extract.arabic.types import Document
from extract.events.clauses.asides import CLOSING, RELATIVES, relative_end
from extract.events.clauses.words import COMMAS
from extract.events.pledges.action import is_action, is_work
from extract.events.pledges.actors.phrases import ADVERBS, opens_aside
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.content.items import Items

_SPOKEN: Final = ("بيان", "تغريد", "تصريح", "كلم", "خطاب", "موتمر", "رسال", "مقابل", "حوار", "تدوين", "خطو", "مناسب")  # beginnings of what is said or where, which governs no gift
_B: Final = frozenset(("ب", "بـ"))  # before a figure
_ON: Final = frozenset(("عبر", "علي"))  # before a site that no dictionary knows: «عبر تويتر»
_YEARS: Final = frozenset(("عام", "العام", "سنه", "السنه"))
_THAT_THEY: Final = THAT | {"انهما"}  # of two who speak as well
_CLAUSE: Final = 24  # tokens between two marks
_PHRASE: Final = 14  # tokens of a phrase without marks


def past_circumstances(document: Document, clauses: Clauses, items: Items, begin: int, end: int, *, to_object: bool) -> int:
    """The token behind all that is told beside from ``begin`` on, or ``begin``: «قدمت باريس | في ختام القمة | 20 مليون يورو»; ``to_object``: the taker may stand there too."""
    if not _begins(document, clauses, begin):
        return begin
    governed = {j for j in range(begin, min(end, begin + 2 * _CLAUSE)) if _is_complement(document, clauses, items, j, to_object)}
    k = begin
    while k < end - 1 and k not in governed:
        following = _past_one(document, clauses, governed, k, end)
        if following is None or following >= end:
            break
        k = following
    return k if k < end - 1 and document.tokens[k].text not in COMMAS else begin


def _begins(document: Document, clauses: Clauses, k: int) -> bool:
    """Whether anything that is told beside can begin at ``k``."""
    if k >= len(document.tokens):
        return False
    norm, kind = document.norms[k], document.tokens[k].kind
    return kind == "punctuation" or kind == "number" or k in clauses.timed or norm in ADVERBS or norm in RELATIVES or opens_aside(document, k)


def _past_one(document: Document, clauses: Clauses, governed: set[int], k: int, end: int) -> int | None:
    tokens, norms = document.tokens, document.norms
    closing = CLOSING.get(tokens[k].text)
    if closing is not None:
        return next((c + 1 for c in range(k + 1, min(end, k + _CLAUSE)) if tokens[c].text in closing), None)
    if tokens[k].text in COMMAS:
        return _past_comma(document, clauses, governed, k, end)
    if k in clauses.timed or tokens[k].kind == "number" and norms[k - 1] in _YEARS or norms[k] in ADVERBS and norms[k] not in RELATIVES:
        return k + 1
    return _past_phrase(document, clauses, governed, k, end) if opens_aside(document, k) or norms[k] in RELATIVES and k > 0 else None


def _past_comma(document: Document, clauses: Clauses, governed: set[int], k: int, end: int) -> int | None:
    """Behind the mark that closes what the comma at ``k`` opens."""
    tokens = document.tokens
    if k + 1 >= end:
        return None
    if document.norms[k + 1] in RELATIVES and (closed := relative_end(document, k + 1, k, end)) is not None:
        return closed
    if not (opens_aside(document, k + 1) or k + 1 in clauses.timed or document.norms[k + 1] in RELATIVES or document.norms[k + 1] in ADVERBS):
        return None
    for c in range(k + 2, min(end - 1, k + _CLAUSE)):
        if tokens[c].text in COMMAS and (c + 1 in governed or _past_one(document, clauses, governed, c, end) is not None):
            return c + 1 if c + 1 in governed else c
    return None


def _past_phrase(document: Document, clauses: Clauses, governed: set[int], k: int, end: int) -> int | None:
    """Behind a phrase that no mark closes: up to what can only be governed by the verb before it."""
    for j in range(k + 1, min(end, k + _PHRASE)):
        token, morph = document.tokens[j], document.morphs[j]
        if token.text in COMMAS:
            return j + 1 if j + 1 in governed else j if _past_one(document, clauses, governed, j, end) is not None else None
        if token.kind == "punctuation" and token.text not in "«»\"":
            return None
        if j in governed and _is_closed(document, clauses, j):
            return j
        if morph is not None and morph.pos == "verb" and j not in clauses.timed and not _is_relative(document, j):
            return None
    return None


def _is_closed(document: Document, clauses: Clauses, j: int) -> bool:
    """Whether the word before ``j`` governs no noun behind it: it is definite, a name, a day, or what is said: «في ختام القمة |», «في بيان |»."""
    before, morph = document.norms[j - 1], document.morphs[j - 1]
    if _is_prepositional(document.norms[j]) or morph is None and document.norms[j - 2] in _ON or document.tokens[j - 1].kind == "number" and document.norms[j - 2] in _YEARS:
        return True
    return j - 1 in clauses.timed or clauses.ends_name(j - 1) or before.startswith(("ال", "لل", *_SPOKEN)) or before.endswith(("ها", "هم", "هما")) or morph is not None and bool(morph.enclitic)


def _is_prepositional(norm: str) -> bool:
    """Whether no noun governs the word: «على», «بتقديم», «أنها»."""
    return norm == "علي" or norm in _B or norm in _THAT_THEY or norm.startswith("ب") and is_action(norm)


def _is_complement(document: Document, clauses: Clauses, items: Items, j: int, to_object: bool) -> bool:
    """Whether what a verb of giving or promising governs begins at ``j``: «بتقديم», «أنها», «عن», «20 مليون», «مساعدات», «لليمن»."""
    if j >= len(document.tokens) - 1 or j in clauses.timed:
        return False
    norm = document.norms[j]
    if norm == "علي" or norm in _B:
        return is_action(document.norms[j + 1]) or items[document.norms[j + 1]] is not None or clauses.is_counted(j + 1)
    if norm == "عن" or norm in _THAT_THEY:
        return True
    if is_action(norm) or is_work(document, j):
        return not norm.startswith(("ال", "لل"))
    if clauses.is_counted(j):
        return True
    if any(a.first == j and (a.relation == "to" or to_object and a.relation == "") for a in clauses.between(j, j + 1)):
        return True
    found = items[norm]
    return found is not None and found[1] not in ("modifier", "person") and not norm.startswith(("ال", "لل", "و"))


def _is_relative(document: Document, j: int) -> bool:
    """Whether the verb at ``j`` tells of the noun before it: «في بيان صدر اليوم», «المؤتمر الذي عقد»."""
    before = document.morphs[j - 1]
    return document.norms[j - 1] in RELATIVES or before is not None and before.pos == "noun" and not before.definite
