"""What kind of gift the words after a verb of giving tell: bases lent, costs borne, relief."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.pledges.actors.proclitics import stripped

OF_ARMS: Final = ("عسكري", "سلاح", "اسلح", "دفاع")  # beginnings of folded words
OF_RELIEF: Final = ("انساني", "اغاث", "غذاي", "طبي", "دواء", "ادوي")  # beginnings of folded words
MOVED: Final = frozenset(("نقل", "ايصال", "توصيل", "توزيع", "تسيير"))
COSTS: Final = frozenset(("تكاليف", "نفقات", "كلفه", "تكلفه", "مصاريف", "فاتوره", "رواتب"))
_MEETINGS: Final = frozenset(("قمه", "موتمر", "اجتماع", "اجتماعات", "لقاء", "محادثات", "مفاوضات"))
_OF_COST: Final = 4  # tokens from the costs to what is held
_USES: Final = frozenset(("استخدام", "استعمال", "تستعمل", "تستخدم"))
_USING: Final = _USES | frozenset(("باستخدام", "باستعمال", "بشن", "بالانطلاق", "باقامه"))
_REACH_OF_BASES: Final = 18
_GRANTING: Final = frozenset(("منح", "منحها", "منحه", "اعطاء"))
_OF_BASES: Final = ("عسكري", "بحري", "جوي")  # beginnings of folded adjectives
_TO_BASE: Final = 8  # tokens from the action noun to the base and its adjective, the taker between
_BASES: Final = frozenset(("قاعده", "قواعد", "قواعدها", "مطاراتها", "مطارات", "اجوايها", "اجواء", "مجالها", "اراضيها", "اراضي", "موانيها"))


def is_cost(document: Document, start: int, end: int) -> bool:
    """Whether somebody's costs are what is paid: «ستدفع سويسرا نفقات إقامة الوفد»."""
    return any(stripped(n) in COSTS for n in document.norms[start : min(end, start + 3)])


def hosts_at_cost(document: Document, start: int, end: int) -> bool:
    """Whether the costs of a meeting are what is borne, which serves all who meet: «التكفل | بمصاريف القمة»."""
    norms = document.norms
    at = next((k for k in range(start, min(end, start + 3)) if stripped(norms[k]) in COSTS), None)
    return at is not None and any(stripped(n) in _MEETINGS for n in norms[at + 1 : min(end, at + _OF_COST)])


def moves_aid(document: Document, start: int, end: int) -> bool:
    """Whether aid goes by land, air or sea, as goods do: «نقل المساعدات», «توزيع معونات»."""
    norms = document.norms
    return stripped(norms[start]) in MOVED and any(stripped(n).startswith(("مساعد", "معون")) for n in norms[start + 1 : min(end, start + 3)])


def is_relief(document: Document, start: int, end: int) -> bool:
    """Whether relief is what is given, by its own words: a ship alone may be a warship: «سفينة تحمل مساعدات»."""
    return any(stripped(n).startswith((*OF_RELIEF, "مساعد", "معون", "قمح", "مستشف", "لقاح", "خيام")) for n in document.norms[start : min(end, start + 14)])


def lends_bases(document: Document, start: int, end: int) -> bool:
    """«السماح لفرنسا باستخدام قواعدها الجوية», «سمحت لطائرات فرنسية بشن ضربات من قاعدة …»."""
    norms = document.norms[start : min(end, start + _REACH_OF_BASES)]
    use = next((k for k, n in enumerate(norms) if n in _USING), None)
    return use is not None and any(stripped(n) in _BASES or n in _BASES for n in norms[use + 1 :])


def uses(norm: str) -> bool:
    """Whether a folded word is the use of something, without its proclitic: «استخدام», «تستعمل»."""
    return norm in _USES


def opens_bases(document: Document, start: int, end: int) -> bool:
    """«فتح قاعدة أمام سلاح الجو الفرنسي»."""
    norms = document.norms[start : min(end, start + _REACH_OF_BASES)]
    return bool(norms) and norms[0].removeprefix("ب") in ("فتح", "اتاحه") and any(stripped(n) in _BASES for n in norms[1:4]) and "امام" in norms


def grants_base(document: Document, start: int, end: int) -> bool:
    """«منح روسيا قاعدة بحرية»: to build one of one's own abroad gives nobody anything."""
    norms = document.norms[start : min(end, start + _TO_BASE)]
    return bool(norms) and stripped(norms[0]) in _GRANTING and any(stripped(a) in ("قاعده", "قواعد") and stripped(b).startswith(_OF_BASES) for a, b in zip(norms, norms[1:], strict=False))


def allows(document: Document, start: int, end: int) -> bool:
    """Whether allowing is what is done: «سمحت …», «على السماح …», «على استخدام …»."""
    if start < end and uses(document.norms[start]):
        return True
    near = range(max(0, start - 3), min(end, start + 2))
    return any(stripped(document.norms[j]) == "سماح" or (m := document.morphs[j]) is not None and m.lemma == "سمح" for j in near)
