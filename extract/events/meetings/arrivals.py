"""Whether somebody's arrival is an official's visit: who comes, and where to."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document

LANDING: Final = frozenset(("حط", "هبط"))  # whose goal stands behind في
_WHEN: Final = frozenset(("بعد", "ذلك", "بعدها", "ايضا", "لاحقا", "قريبا", "ثم", "فورا", "مباشره", "مجددا"))
_CLAUSE_WORDS: Final = frozenset(("ثم", "منها", "ومنها", "بعدها", "وبعدها", "انه", "انها", "وانه", "وانها", "بانه", "بانها", "الذي", "التي", "كما", "وسوف", "سوف"))
GOING: Final = frozenset(("توجه", "سافر", "غادر", "ذهب", "انتقل", "اتجه"))
LEAVING: Final = frozenset(("غادر", "ذهب", "انتقل", "اتجه"))  # whose goal stands at once behind who goes, or behind HEADING: «غادر القاهرة متوجها إلى روما»
HEADING: Final = frozenset(w + end for w in ("متوجه", "متجه") for end in ("ا", "ه", "ين", "ان"))
_BEFORE_GOAL: Final = frozenset(("العاصمه", "مدينه", "كل", "دوله", "جمهوريه", "جزيره", "منتجع"))
_TRAVELLING: Final = frozenset(("delegation", "delegations", "envoys", "negotiators", "officials", "lawmakers", "leaders", "presidents", "ambassadors"))  # groups whose arrival is a visit


def reaches_place(document: Document, i: int, first: int, last: int) -> bool:
    """«وصل رئيس الوزراء … إلى روما», «الوزير فلان توجه أمس إلى دمشق»: an office holder's arrival in a city or a state is a visit."""
    tokens = document.tokens
    lands = (morph := document.morphs[i]) is not None and morph.lemma in LANDING
    end = next((j for j in range(i + 1, min(i + 26, last - 1)) if tokens[j].norm == ("في" if lands else "الي")), None)
    if end is None or morph is not None and morph.lemma in LEAVING and document.norms[end - 1] not in HEADING and not _follows_subject(document, i, end):
        return False
    ahead = tokens[min(end + 4, last - 1)].end
    if morph is not None and morph.lemma in LEAVING and tokens[end + 1].norm not in _BEFORE_GOAL:
        ahead = tokens[end + 1].end  # «ذهب إلى حد التهديد بقصف طهران»
    goal = any(tokens[end].end < n.start < ahead and n.kind in ("place", "state") for n in document.names)
    before = i - 1 if i > first and tokens[i - 1].norm in ("قد", "سوف") else i
    before -= before > first and tokens[before - 1].text in "،,"  # «وكان وزير الخارجية، فلان، وصل إلى …»
    officials = [p for p in document.persons if p.role and (p.kind in ("person", "office") or p.role in _TRAVELLING or p.role.endswith("ministers"))]
    behind = any(tokens[i].end <= p.start <= tokens[min(i + 5, last - 1)].start for p in officials)
    return goal and (behind or _goes_without_subject(document, i, end) or before > first and any(p.end == tokens[before - 1].end for p in officials))


def _follows_subject(document: Document, i: int, goal: int) -> bool:
    """Whether nothing but who goes and when stands between a verb of leaving at ``i`` and «إلى»: «سيذهب الرئيس غدا | إلى مسقط»; not «ذهب نصف المبلغ إلى …»."""
    tokens = document.tokens
    spans = [(p.start, p.end) for p in document.persons] + [(t.start, t.end) for t in document.times]
    between = [t.start for t in tokens[i + 1 : goal] if t.text not in "،," and t.norm not in _WHEN]
    return not any(not any(a <= start < b for a, b in spans) for start in between)


def leaves_subject_out(document: Document, i: int, last: int) -> bool:
    """Whether who goes is not told in the clause of the verb at ``i``: «وسيسافر بعد ذلك إلى جوبا»."""
    goal = next((j for j in range(i + 1, last) if document.norms[j] == "الي"), None)
    return goal is not None and _goes_without_subject(document, i, goal)


def _goes_without_subject(document: Document, i: int, goal: int) -> bool:
    """Whether a verb of going in the present or future leaves its subject out: «ومنها سيتوجه إلى الرياض», «قبل أن يسافر غدا إلى بغداد»."""
    verb = document.morphs[i]
    if verb is None or verb.lemma not in GOING or verb.aspect != "i" or verb.number != "s" or verb.person != "3" or not (verb.future or document.norms[i - 1] in ("ان", "ثم")) or not _opens_clause(document, i):
        return False
    starts = [p.start for p in document.persons if document.tokens[i].end < p.start < document.tokens[goal].start]
    return starts == [] and _follows_subject(document, i, goal)


def _opens_clause(document: Document, i: int) -> bool:
    """Whether nothing before the verb at ``i`` can be its subject: «ومنها | سيتوجه», «قبل أن | يسافر», «ثم ينتقل», «أنه سيذهب», «وسيسافر»; not «أن فريقا سيغادر»."""
    verb, before = document.morphs[i], document.norms[i - 1] if i else ""
    if before == "ان":
        return i > 1 and document.norms[i - 2] == "قبل"
    return i == 0 or before in _CLAUSE_WORDS or verb is not None and verb.conjunction == "و" or document.tokens[i - 1].text in ".؛:"
