"""One article read by every language module, in the order in which they build on each other."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extract.arabic import amounts, morphology, quotations, segmenter, tokenizer
from extract.arabic.names.bodies import find_bodies
from extract.arabic.names.families import without_families
from extract.arabic.names.matching import covering_names, find_names
from extract.arabic.names.short_names import add_short_forms
from extract.arabic.persons import people
from extract.arabic.temporal import tagging as temporal
from extract.arabic.types import Document

if TYPE_CHECKING:
    from extract.lexicon import Lexicon


def annotate(text: str, title: str | None, published: dt.date | None, lexicon: Lexicon) -> Document:
    """Read ``text``: tokens, morphology, sentences, names, times, amounts, speech, persons: «التقى وزير الخارجية المصري نظيره التركي في أنقرة أمس».

    Spans are code points of ``text``; ``title`` is kept beside and not read. Empty text gives an empty document.
    """
    document = Document(text, title, published)
    document.tokens = tokens = tokenizer.tokenize(text)
    document.norms = [t.norm for t in tokens]
    document.starts = [t.start for t in tokens]
    document.morphs = morphology.annotate(lexicon.morphology, tokens)
    document.verbs = [i for i, m in enumerate(document.morphs) if m is not None and m.pos == "verb"]
    document.sentences = segmenter.sentences(text, tokens)
    document.firsts = [s.first_token for s in document.sentences]
    document.dateline = segmenter.dateline(text)
    names = find_names(text, tokens, lexicon.gazetteer, document.morphs)
    document.names = without_families(add_short_forms(text, tokens, names, lexicon.gazetteer), tokens, lexicon)
    document.covering = covering_names(tokens, document.names)
    _unverb(document, [(n.start, n.start + 1) for n in document.names if n.kind == "place"])
    no_verbs = _names_like_verbs(document)
    document.times = temporal.find_times(text, tokens, document.sentences, published, lexicon.times, no_verbs)
    if published is None and (filed := temporal.day_filed(document.times, document.dateline)) is not None:
        document.published = filed
        document.times = temporal.find_times(text, tokens, document.sentences, filed, lexicon.times, no_verbs)
    dated = [n for n in document.names if any(c.isdecimal() for c in n.text)]
    if dated != []:
        document.times = [t for t in document.times if not any(n.start <= t.start < n.end for n in dated)]  # «حركة 23 مارس»
    _unverb(document, [(t.start, t.end) for t in document.times])
    document.amounts = amounts.find_amounts(text, tokens, document.names, lexicon.measures)
    document.speeches = quotations.find_speech(document)
    document.persons = people.find_people(document, lexicon)
    document.bodies = find_bodies(document, lexicon.body_heads, lexicon.title_heads)
    return document


def _names_like_verbs(document: Document) -> list[int]:
    """Where a word that no analysis knows opens or goes on with a name and is spelled like a verb to come: «ستيفان | سيجورنيه», «| سيغمار غابرييل»."""
    others = {n.end for n in document.names if n.kind != "person"}
    known = {n.start for n in document.names if n.kind == "person"}
    out = []
    for i, morph in enumerate(document.morphs):
        if morph is None and document.norms[i].startswith(("سي", "ست", "سن")):
            goes_on = i > 0 and document.morphs[i - 1] is None and document.tokens[i - 1].kind == "word" and document.tokens[i - 1].end not in others
            if document.tokens[i].start in known or goes_on:
                out.append(document.tokens[i].start)
    return out


def _unverb(document: Document, spans: Sequence[tuple[int, int]]) -> None:
    """What begins in one of ``spans`` (in reading order) is no verb, though it is spelled like one: «سرت», «صور» of a place, «ظهر» of «ظهر اليوم»."""
    starts = [start for start, _ in spans]
    verbs: list[int] = []
    for i in document.verbs:
        char = document.tokens[i].start
        at = bisect_right(starts, char) - 1
        if at >= 0 and char < spans[at][1]:
            document.morphs[i] = None
        else:
            verbs.append(i)
    document.verbs = verbs
