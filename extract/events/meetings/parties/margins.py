"""Whom somebody met on the margins of a gathering, where he is told behind it: «التقى الوزير على هامش قمة مجموعة العشرين في روما أمس | نظيره»."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from extract.arabic.spans import in_time, is_joined
from extract.arabic.types import Document
from extract.events.arguments import Index, Party
from extract.events.clauses.limits import TOPIC_OPENERS
from extract.events.clauses.subjects import is_governed
from extract.events.meetings.triggers import Trigger

_WITH_OBJECT: Final = frozenset(("التقى", "استقبل", "قابل"))  # whose object needs no preposition
_REACH: Final = 24  # tokens from «هامش» to whom they met there


def met_behind_margin(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """Whom a verb of meeting has behind the margins that end its own stretch; [] where none is told there, or he is told before them."""
    margin = trigger.right
    if margin + 2 >= trigger.last or document.norms[margin] != "هامش":
        return []
    told = index.parties(document.tokens[trigger.token].end, document.tokens[margin].start, states=False)
    first = object_behind(document, index, margin, trigger.last, trigger.morph.lemma)
    if first is None or len(told) > 1 or told and (is_governed(document, told[0]) or document.norms[index.token_at(told[0].start) - 1] == "مع"):
        return []
    behind = index.parties(first.end, document.tokens[trigger.last - 1].end, states=False)[:1]
    both = [p for p in behind if not told and not document.text[first.end : p.start].strip()]  # «التقى على هامش المنتدى | الرئيس | رئيس الوزراء»
    return [first, *both]


def object_behind(document: Document, index: Index, margin: int, last: int, lemma: str) -> Party | None:
    """Who is object of the verb ``lemma`` behind «هامش» at ``margin``: at once behind «القمة» or what tells where and when the gathering was, or behind مع and بـ; no member of it: «هامش اجتماع | وزراء المجموعة |»."""
    tokens = document.tokens
    end = min(last, margin + _REACH)
    end = next((j for j in range(margin + 2, end) if tokens[j].text in "،,.؛" or document.norms[j] in TOPIC_OPENERS or (m := document.morphs[j]) is not None and m.pos == "verb" and not index.in_person(tokens[j].start)), end)
    for p in index.parties(tokens[margin + 1].end, tokens[end - 1].end, states=False):
        before = index.token_at(p.start) - 1
        if is_joined(document, p.start):
            return None
        if document.norms[before] == "مع" or is_governed(document, p):
            return p
        if lemma in _WITH_OBJECT and _is_complete(document, index, margin, before):
            return p
    return None


def _is_complete(document: Document, index: Index, margin: int, j: int) -> bool:
    """Whether the gathering on whose margins they met ends with the token at ``j``: with «القمة» alone, with a body's name, with where or when it was."""
    token, noun = document.tokens[j], document.morphs[j]
    if j == margin + 1:
        return noun is not None and noun.pos == "noun" and noun.definite
    if in_time(document, token.start):
        return True
    k = bisect_left(document.names, token.end, key=lambda n: n.end)
    name = document.names[k] if k < len(document.names) else None
    return name is not None and name.end == token.end and name.kind in ("place", "state", "organisation") and not index.in_person(token.start)
