"""Groups of office holders whose states no table names, and two ministers in one construct: «قادة دول الجوار», «وزيرا الداخلية والدفاع»."""

from __future__ import annotations

from typing import Final

from extract.arabic.persons.portfolios import portfolio_at
from extract.arabic.persons.words import Reading, opens_title, unclitic
from extract.arabic.types import Name, Person

_OF_MANY: Final = frozenset(("ministers", "presidents", "leaders", "representatives", "ambassadors", "heads", "officials", "delegates"))
_MANY: Final = frozenset(("الدول", "دول", "البلدان", "بلدان", "القوي", "الاطراف", "الجهات", "الموسسات", "المجتمع", "القطاع", "الاقاليم", "الاقليات", "الطوايف", "الجاليه", "المعسكر", "التكتل", "المكونات"))
_LENDERS: Final = frozenset(("الجهات", "الموسسات"))  # of whom only those who lend and give are anybody's partner
_COUNTED: Final = frozenset(("الثلاث", "الثلاثه", "الاربع", "الاربعه", "الخمس", "الخمسه", "الست", "السته", "السبع", "الاعضاء", "العضو"))  # whom the text names elsewhere
_TWO: Final = frozenset(("وزيرا", "وزيري"))
_LONGEST: Final = 4  # tokens of whom a group is of


def unresolved_group(reading: Reading, i: int, j: int, role: str) -> tuple[list[Person], int] | None:
    """The group at token ``i`` of those whom the words from ``j`` tell without a name: «قادة | دول الجوار», «ممثلي | المجتمع المدني»; None where they tell none, or only how many."""
    norms, morphs, tokens = reading.document.norms, reading.document.morphs, reading.document.tokens
    if not (role in _OF_MANY or role.endswith("ministers")) or j >= len(norms) or norms[j] not in _MANY:
        return None
    k, definite = j + 1, norms[j].startswith("ال")
    if norms[j] in _LENDERS:  # «الجهات الدائنة»; not «الجهات الحكومية»
        if norms[k : k + 1] not in (["الداينه"], ["المانحه"]):
            return None
        k, definite = k + 1, False
    while norms[j] not in _LENDERS and k < len(norms) and k - j < _LONGEST and k not in reading.document.covering and norms[k].startswith("ال"):
        morph = morphs[k]
        if norms[k] in _COUNTED:
            return None
        if morph is None or morph.pos != "adj" and (definite or k > j + 1) or opens_title(norms[k], reading.lexicon):
            break
        k += 1
    if k in reading.document.covering or k == j + 1:
        return None
    text, start, end = reading.document.text, tokens[i].start, tokens[k - 1].end
    name = " ".join(text[tokens[j].start : end].split())
    return [Person(start, end, "collective", None, None, None, None, None, role, text[start:end], None, name, 0, "collective", 0.7)], k


def two_ministers(reading: Reading, i: int) -> tuple[list[Person], int] | None:
    """The two ministers in one construct at token ``i`` and the token behind them: «وزيري | الخارجية | والدفاع المصريين»; None where no two portfolios stand there."""
    document, portfolios, covering = reading.document, reading.lexicon.portfolios, reading.document.covering
    tokens, norms = document.tokens, document.norms
    if not any(w in _TWO for w in unclitic(norms[i])):
        return None
    first = portfolio_at(reading, i + 1) if i + 1 < len(norms) else None
    if first is None:
        return None
    k = first[1]
    if k >= len(norms) or not norms[k].startswith("و") or norms[k][1:] not in portfolios:
        return None
    second, behind = norms[k][1:], k + 1
    if behind < len(norms) and norms[behind].startswith("و") and norms[behind][1:] in portfolios:
        return None  # «وزيري النقل والطاقة والبيئة»: which is whose?
    actor = covering.get(behind)
    if actor is not None and (actor.kind not in ("nisba", "state") or actor.clitics):
        actor = None
    while actor is not None and covering.get(behind) is actor:
        behind += 1
    if actor is None and not norms[i].startswith("وو"):
        return None  # «على مستوى وزيري الخارجية والدفاع»
    begin, middle, end = tokens[i].start, tokens[k].start + 1, tokens[behind - 1].end
    told = document.text[begin:end]
    return [_minister(begin, tokens[k - 1].end, portfolios[first[0]], told, actor), _minister(middle, end, portfolios[second], told, actor)], behind


def _minister(start: int, end: int, role: str, told: str, actor: Name | None) -> Person:
    """One of two ministers, without a name: «وزيري الخارجية | والدفاع المصريين»."""
    whose = (actor.actor_id, actor.name_ar) if actor is not None else (None, None)
    return Person(start, end, "office", None, None, None, None, None, role, told, whose[0], whose[1], 0, "title_alone", 0.7)
