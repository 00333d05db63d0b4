"""The words that name what is promised or given: without what stands before it, and no further than its clause.

«قدمت منذ العام 2015 مساعدات لليمن، استهدفت الأطفال» gives «مساعدات لليمن»; «سيرت سفينة تحمل ألف طن من القمح» gives «القمح».
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from extract.arabic.types import Amount, Document
from extract.events.pledges.actors.actor import Actor
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.constructions.loads import carried

_LONGEST: Final = 240  # characters of an item
_ADJUNCT: Final = 14  # tokens of «في إطار العمليات الإنسانية للتحالف،» before the object of the verb
_ASIDES: Final = frozenset(("في", "خلال", "عبر", "ضمن"))
_ADVERBS: Final = frozenset(("حاليا", "ايضا", "الان", "سنويا", "موخرا", "سابقا", "كذلك", "بدورها", "بدوره"))
_ROUND_TIMES: Final = frozenset(("منذ", "خلال", "الفتره", "فتره", "حتي", "وحتي", "من", "الي", "بحلول", "يوم", "العام", "عام", "شهر", "ايام", "قبل", "بعد", "اسابيع", "شهور", "سنوات", "م", "في", "بين"))
_TO_PLACES: Final = frozenset(("الي", "من", "في", "لـ", "ل"))
_AGAIN: Final = frozenset(("اعاده", "باعاده", "لاعاده"))  # «إعادة | فتح السفارة»
_ENDS: Final = frozenset(("وهو", "وهي", "وهما", "وهم", "وهذا", "وهذه", "وذلك", "اذ", "مما", "فيما", "بينما", "حيث", "وان", "وانه", "وانها", "وقد", "ونحن", "لكن", "ولكن", "علما", "موضحا", "موضحه", "هي"))
_MORE: Final = frozenset(("يزيد", "يقارب", "يربو", "يناهز", "يفوق"))  # «ما يزيد على ألف»
_RELATIVE: Final = frozenset(("الذي", "التي", "الذين", "ان", "ما", "والتي", "والذي"))
_PAIRS: Final = (("(", ")"), ("«", "»"), ("“", "”"))


def item_words(document: Document, start: int, end: int, actors: list[Actor], timed: set[int], measure: Amount | None, listed: Callable[[str], bool]) -> str | None:
    """The item in a token range; ``measure`` belongs to it, and ``listed`` tells words that go on with a list of goods: «قدمت أمس | مساعدات لليمن»."""
    if start >= end:
        return None
    if (load := carried(document, start, end)) is not None:
        return load
    begin = begin_of(document, start, end, actors, timed, listed)
    begin -= begin == start and begin > 0 and document.norms[begin - 1] in _AGAIN
    last = _end(document, begin, end, measure, listed)
    word = document.norms[begin]
    text = document.text[document.tokens[begin].start : document.tokens[last - 1].end]
    joined = word.startswith("و") and stripped(word) != word and (listed(word[1:]) or (m := document.morphs[begin]) is not None and m.conjunction == "و")
    return tidy(text[1:] if joined else text)


def phrase_from(document: Document, measure: Amount, last: int) -> str | None:
    """A measure and what it is of, up to a mark, a verb or token ``last``: «12 طنا من الأدوية، وهي واحدة من شحنات أرسلها …»."""
    words = [k for k in range(last) if document.tokens[k].end > measure.start]
    end = next((k for k in words if document.tokens[k].start >= measure.end and (document.tokens[k].kind == "punctuation" or (m := document.morphs[k]) is not None and m.pos == "verb")), last)
    return tidy(document.text[measure.start : document.tokens[end - 1].end])


def tidy(text: str) -> str | None:
    """``text`` cut at a word, without marks at its ends and without a bracket or quotation mark that has no other: «(أدوية» → أدوية."""
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rsplit(" ", 1)[0]
    for opening, closing in _PAIRS:
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    return text.strip(" ،.\n-") or None


def begin_of(document: Document, start: int, end: int, actors: list[Actor], timed: set[int], listed: Callable[[str], bool]) -> int:
    """Behind the verb, the taker, the times and the fronted adjunct that stand between a verb of giving and its object: «قدمت لليمن أمس | أدوية»."""
    tokens, norms = document.tokens, document.norms
    ends = {a.first: a.last for a in actors if a.relation in ("", "to", "from") or a.relation == "in" and norms[a.first - 1] == "في"}
    first = document.morphs[start]
    i = start + 1 if first is not None and first.pos == "verb" and first.aspect == "i" and start + 1 < end else start
    while i < end:
        aside = i in timed or tokens[i].kind == "punctuation" and tokens[i].text not in "«\"“(" or norms[i] in _ADVERBS
        of_time = norms[i] in _ROUND_TIMES and i + 1 < end and (i + 1 in timed or norms[i + 1] in _ROUND_TIMES or norms[i - 1] in ("منذ", "قبل", "بعد") or i - 1 in timed and norms[i] == "م")
        year = tokens[i].kind == "number" and i > start and norms[i - 1] in ("عام", "العام", "سنه", "سنوات")
        if not (i in ends or aside or of_time or year or norms[i] in _TO_PLACES and i + 1 in ends):
            break
        i = ends.get(i, i + 1)
    if i < end and norms[i] in _ASIDES:
        comma = next((j for j in range(i + 1, min(end, i + _ADJUNCT)) if tokens[j].text in "،,"), None)
        if comma is not None and comma + 1 < end and not norms[comma + 1].startswith("و"):
            i = comma + 1
    if i + 1 < end and (tokens[i].kind == "punctuation" or norms[i].endswith("ها") and not listed(norms[i]) and norms[i + 1].startswith("ال") and listed(norms[i + 1])):
        i += 1  # an opening mark, or whose: «قدمت طواقمها الأدوية»
    return i if i < end and tokens[i].kind != "punctuation" else start


def _end(document: Document, begin: int, end: int, measure: Amount | None, listed: Callable[[str], bool]) -> int:
    """Where the clause of the item ends: at a comma, save in a list of goods, at a conjoined clause, at the verb that it is subject of."""
    tokens, norms, morphs = document.tokens, document.norms, document.morphs
    kept = measure.end if measure is not None and measure.start >= tokens[begin].start else 0
    relative = False
    for j in range(begin + 1, end):
        if tokens[j].start < kept:
            continue
        morph = morphs[j]
        verb = morph is not None and morph.pos == "verb"
        relative = relative or norms[j] in _RELATIVE
        if tokens[j].text in ".؛:" or norms[j] in _ENDS or norms[j].startswith("لكن") or tokens[j].text in "،," and not _goes_on(document, j + 1, end, listed):
            return j
        if norms[j] == "حين" and norms[j - 1] == "في":
            return j - 1
        if norms[j] == "ما" and j + 1 < end and (m := morphs[j + 1]) is not None and m.pos == "verb" and m.aspect == "i" and norms[j + 1] not in _MORE and norms[j - 1] not in ("كل", "من", "الي"):
            return j
        if verb and morph is not None and morph.aspect == "p" and kept and not relative and norms[j].endswith("ت"):
            return j  # «مساعدات بمليون دولار استفادت منها …»
        if verb and morph is not None and morph.aspect == "i" and norms[j].startswith(("لت", "لي")):
            return j  # «ثلاثين كتيبة لتتمكن من …»
        if verb and morph is not None and (morph.future and not relative or morph.conjunction is not None and morph.aspect == "p" and norms[j].startswith("و") and not listed(norms[j])):
            return j
    return end


def _goes_on(document: Document, i: int, end: int, listed: Callable[[str], bool]) -> bool:
    """Whether a further thing of a list stands behind a comma: «عتاد عسكري يضم زورقا، وخمس شاحنات»; a further sum is another gift."""
    if i >= end or not document.norms[i].startswith("و"):
        return False
    stop = next((j for j in range(i, end) if document.tokens[j].text in "،,"), end)
    if any(a.kind == "money" and document.tokens[i].start <= a.start < document.tokens[stop - 1].end for a in document.amounts):
        return False
    morph = document.morphs[i]
    counted = document.tokens[i].kind == "number" or any(a.kind == "quantity" and a.start <= document.tokens[i].start + 1 < a.end for a in document.amounts)
    return counted or listed(document.norms[i][1:]) and (morph is None or morph.pos != "verb" or morph.aspect != "i")
