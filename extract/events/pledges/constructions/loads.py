"""What a ship, an aeroplane or a convoy has on board: «سفينة محملة بألف طن من المواد الغذائية» brings «المواد الغذائية»."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from extract.arabic.spans import sentence_at
from extract.arabic.types import Amount, Document
from extract.events.arguments import is_adjective
from extract.events.pledges.actors.proclitics import stripped, written_forms

CARRIERS: Final = written_forms(
    ("طايره", "طايرات", "طايرتان", "طايرتين", "سفينه", "سفن", "سفينتان", "سفينتين", "باخره", "بواخر", "قافله", "قوافل", "شحنه", "شحنات", "شاحنه", "شاحنات", "قاطره", "قاطرات", "جسر")
)
CARRYING: Final = frozenset(("متنها", "متنه", "متنهما", "متن", "تحمل", "يحمل", "تحملان", "يحملان", "حملت", "محمله", "محملتين", "محملتان", "محملا", "محمل", "حامله", "تنقل", "تقل", "حموله"))
_GOODS: Final = ("مساعدات", "مساعده", "معون", "مواد", "ادوي", "دواء", "مستلزم", "امدادات", "اغذيه", "سلال", "سله", "وجب", "ذخاير", "ذخيره", "اسلح", "مشتقات", "وقود", "معدات", "قمح", "تمور", "خيام", "لقاح", "محاليل", "مولدات")
_BETWEEN: Final = frozenset(("بـ", "ب", "علي", "في", "متنها", "متنه", "متنهما", "الاف", "مييات", "بضعه", "هذه", "هذا", "اطنانا", "اطنان", "الاطنان", "طن", "طنا", "من", "اكثر", "نحو", "حوالي", "ما", "يزيد", "عشرات"))
_ENDS: Final = frozenset(
    ("الي", "في", "عبر", "عن", "علي", "من", "بعد", "قبل", "خلال", "امس", "اليوم", "التي", "الذي", "مخصصه", "قادمه", "مقدمه", "متجهه", "كما", "كجزء", "عباره", "بشكل", "بمنفذ", "حتي", "اضافه", "بالاضافه", "وذلك", "وهي", "لاول", "بالمطار", "تزن", "سوف", "قد", "هي", "هو", "باكثر", "استاجرها", "جوا", "برا", "بحرا")
)  # fmt: skip
_IN_BULK: Final = frozenset(("tonne", "kilogram", "litre", "barrel"))
_WITHOUT: Final = frozenset(("بنادق", "باتريوت", "بذور"))  # words whose first letter is no clitic
_LONGEST: Final = 14  # tokens of the goods' name
_NEAR: Final = 5  # words before a verb of carrying in which its carrier stands
_OF_CARRIERS: Final = ("اغاث", "مساعد", "معون", "انساني", "طبي", "شحن", "نقل")  # beginnings of what tells a carrier's purpose
_ADJECTIVES: Final = 3  # tokens behind the carrier that tell its purpose and whose it is
_ABOARD: Final = 12  # tokens before «على متن الطائرة» in which the goods stand


def carried(document: Document, start: int, end: int) -> str | None:
    """The load of the carrier that a token range begins with, where a word says that it carries something: «سفينة تحمل قمحا»."""
    tokens, norms = document.tokens, document.norms
    i = next((j for j in range(start, min(end, start + _NEAR)) if norms[j] in CARRIERS), None)
    if i is None:
        return None
    stop = next((j for j in range(i + 1, end) if tokens[j].text in ".؛"), end)
    at = next((j for j in range(i + 1, stop) if norms[j] in CARRYING or norms[j] == "لنقل" or stripped(norms[j]) in CARRYING), None)
    told = _behind(document, at) if at is not None else None
    return told if told is not None or i + 1 >= stop or not _is_goods(norms[i + 1]) else _phrase(document, i + 1)


def carrier_words(document: Document, i: int) -> str:
    """The carrier at ``i`` with its adjectives, which is the item where its load is not told: «طائرة إغاثية سعودية»."""
    norms, tokens, j = document.norms, document.tokens, i + 1
    states = {n.start for n in document.names if is_adjective(n)}
    while j < len(norms) and j <= i + _ADJECTIVES and (stripped(norms[j]).startswith(_OF_CARRIERS) or tokens[j].start in states):
        j += 1
    return document.text[tokens[i].start : tokens[j - 1].end].removeprefix("و")


def load_words(document: Document, i: int, first: int, last: int) -> str | None:
    """The load of the carrier at ``i``, told in the token range round it; None where only the carrier is named: «سفينة محملة | بألف طن من القمح»."""
    norms, tokens = document.norms, document.tokens
    weight = next((a for a in document.amounts if a.kind == "quantity" and a.unit in _IN_BULK and tokens[i].start <= a.start < tokens[last - 1].end), None)
    if weight is not None and (told := _weighed(document, weight)) is not None:
        return told
    at = next((j for j in range(i + 1, last) if (norms[j] in CARRYING or stripped(norms[j]) in CARRYING) and norms[j] != "متن"), None)
    if at is not None and (told := _behind(document, at)) is not None:
        return told
    aboard = range(max(first, i - _ABOARD), i) if "متن" in norms[max(0, i - 2) : i] else range(0)
    named = next((j for j in [*range(i + 1, last), *aboard] if _is_goods(norms[j])), None)
    return _phrase(document, named) if named is not None else None


def goods_before(document: Document, i: int, first: int) -> str | None:
    """The goods named first in the clause before the verb at ``i``: «المواد الطبية التي وصلت أمس ستوزع على المستشفيات»."""
    named = next((j for j in range(first, i) if _is_goods(document.norms[j])), None)
    return _phrase(document, named) if named is not None else None


def _is_goods(norm: str) -> bool:
    word = stripped(norm)
    return norm.startswith(_GOODS) or word.startswith(_GOODS)


def _weighed(document: Document, weight: Amount) -> str | None:
    """What a weight is of: «12 طنا من الأدوية»."""
    i = bisect_left([t.start for t in document.tokens], weight.end)
    norms = document.norms
    if i + 1 >= len(norms) or norms[i] != "من" and not _is_goods(norms[i]):
        return None
    return _phrase(document, i + 1 if norms[i] == "من" else i)


def _behind(document: Document, at: int) -> str | None:
    """The goods behind the word of carrying at ``at``."""
    tokens, norms = document.tokens, document.norms
    last = document.sentences[sentence_at(document, at)].last_token
    i = at + 1
    while i < last and (norms[i] in _BETWEEN or stripped(norms[i]) in _BETWEEN or norms[i] in CARRIERS):
        i += 1
    if i >= last or tokens[i].kind == "punctuation":
        return None
    measured = next((a for a in document.amounts if a.kind == "quantity" and a.start <= tokens[i].start + 1 < a.end), None)
    if measured is not None and measured.unit in _IN_BULK:
        return _weighed(document, measured)
    if measured is None and (m := document.morphs[i]) is not None and m.pos in ("verb", "prep", "pron"):
        return None
    return _phrase(document, i)


def _phrase(document: Document, begin: int) -> str | None:
    """The noun phrase at ``begin``, with what «و» joins to it."""
    tokens, norms = document.tokens, document.norms
    measured = next((a.end for a in document.amounts if a.kind == "quantity" and a.start <= tokens[begin].start + 1 < a.end), 0)
    end = begin + 1
    for j in range(begin + 1, min(len(tokens), begin + _LONGEST)):
        morph = document.morphs[j]
        if tokens[j].start >= measured and (tokens[j].kind in ("punctuation", "number") or norms[j] in _ENDS or norms[j].removeprefix("و") in _ENDS or morph is not None and morph.pos == "verb" and not _is_goods(norms[j])):
            break
        end = j + 1
    text = document.text[tokens[begin].start : tokens[end - 1].end]
    for clitic, article in (("لل", "ال"), ("و", ""), ("ب", "")):
        if norms[begin].startswith(clitic) and stripped(norms[begin]) != norms[begin] and norms[begin] not in _WITHOUT:
            text = article + text[len(clitic) :]
            break
    return text.strip(" ،.\n«»\"()") or None
