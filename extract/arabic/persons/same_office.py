"""Whether two titles are one office in other words: «الزعيم الكوري الشمالي» and «رئيس كوريا الشمالية», «وزير الخارجية … وقال الوزير»."""

from __future__ import annotations

from typing import Final

from extract.arabic.normalizer import fold
from extract.arabic.persons.office_holders import LEADERS
from extract.arabic.persons.titles import PAST
from extract.arabic.types import Person

_DEPUTIES: Final = ("deputy", "assistant", "vice")  # who are not called «الوزير»
_RANKS: Final = ("first ", "second ", "third ")  # of deputies
_STYLES: Final = frozenset(("جلالة", "فخامة", "سمو", "معالي", "سعادة", "دولة", "سيادة", "السيد"))  # before a title with the article
_TWO_HEADS: Final = ("IR",)  # states whose leader is not their president
_EMIRATES: Final = ("دبي", "ظبي")  # which look like adjectives


def is_same_office(a: Person, b: Person) -> bool:
    """Whether two roles may be one office in two words: «الزعيم الكوري الشمالي», «رئيس كوريا الشمالية»; «الوزير» is any minister."""
    counterpart = a.role == "counterpart" and a.actor_id is not None and a.actor_id == b.actor_id  # «نظيره المصري … وزير خارجية مصر»
    return counterpart or a.role == b.role or a.role in LEADERS and b.role in LEADERS or _is_short_for(a, b.role) or _is_short_for(b, a.role)


def is_leader_too(a: Person, b: Person) -> bool:
    """Whether «الزعيم» and «الرئيس» of a state may be one man: «زعيم كوريا الشمالية فلان … الرئيس الكوري الشمالي»; where the article names no other who is called so."""
    return {a.role, b.role} == {"leader", "president"} and a.actor_id is not None and a.actor_id == b.actor_id and a.actor_id not in _TWO_HEADS


def _is_short_for(short: Person, role: str | None) -> bool:
    """Whether an article goes on with ``short`` for ``role``: «وزير الخارجية … وقال الوزير»."""
    if role is None:
        return short.role == "official" and is_definite(short) and short.actor_id is not None  # «ألان لوروا من المفوضية … وقال المسؤول الأوروبي»
    if role.startswith(PAST):
        return False
    minister = short.role == "minister" and is_definite(short) and role.endswith(" minister") and role != "prime minister" and (role == "deputy prime minister" or not role.startswith(_DEPUTIES))
    official = short.role == "official" and is_definite(short) and short.actor_id is not None and role != "spokesperson"  # «المسؤول الأوروبي»
    ranked = short.role is not None and role.startswith(_RANKS) and role.endswith(" " + short.role) and short.role.startswith(_DEPUTIES)  # «النائب الأول للرئيس السوداني فلان … نائب الرئيس»
    return minister or official or ranked


def is_any(person: Person) -> bool:
    """Whether a title means one office holder out of many and not today's: «آخر زيارة لوزير خارجية أميركي»; not «لرئيس جيبوتي»."""
    words = (person.role_ar or "").split()
    if person.name_ar is not None or len(words) < 2 or not words[0].startswith("ل"):
        return False
    last = words[-1]
    return last.endswith("ي") and not last.startswith("ال") and last not in (person.actor_name_ar or "").split() and not last.endswith(_EMIRATES)


def _head(role_ar: str | None) -> str:
    """The first word of a title, proclitics and article off, folded: «والوزيرة» → وزيره."""
    word = fold((role_ar or "").split(" ")[0])
    word = word.removeprefix("و") if not word.startswith("وز") else word
    return word.removeprefix("لل").removeprefix("بال").removeprefix("ال")


def is_other_gender(person: Person, members: list[Person]) -> bool:
    """Whether an office alone is told of a man where all mentions of the chain tell it of a woman, or the reverse: «الوزيرة فلانة … الوزير الفلسطيني»."""
    head = _head(person.role_ar)
    other = head.removesuffix("ه") if head.endswith("ه") else head + "ه"
    told = [_head(o.role_ar) for o in members if o.role_ar]
    return other in told and head not in told


def is_counterpart(person: Person) -> bool:
    """«نظيره الإيراني»: somebody else's."""
    return (person.role_ar or "").removeprefix("و").removeprefix("ب").removeprefix("ل").startswith("نظير")


def is_definite(person: Person) -> bool:
    """Whether a title stands with the article: «الوزير», «للرئيس», «جلالة الملك»; not «وزير خارجية أميركي»."""
    words = (person.role_ar or "").split()
    styled = len(words) > 1 and words[0].removeprefix("و").removeprefix("ل").removeprefix("ب") in _STYLES
    return (words[1] if styled else words[0] if words else "").startswith(("ال", "وال", "لل", "بال"))
