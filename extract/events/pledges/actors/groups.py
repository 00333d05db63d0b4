"""Groups that no gazetteer knows and that promise, give or receive: «الدول المانحة», «40 دولة ومنظمة», «قادة منطقة اليورو», «الدائنون»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.pledges.actors.actor import Actor
from extract.events.pledges.actors.proclitics import CLITICS, WORLD, stripped, written_forms
from extract.events.pledges.actors.relations import IN, relation_of

_STATES: Final = frozenset(("دول", "دولا", "بلدان", "دوله", "منظمات"))
# What makes states a group: «دول عربية», «دول الجوار», «الدول المضيفة».
_KINDS_OF_STATES: Final = frozenset(
    ("عربيه", "اوروبيه", "غربيه", "خليجيه", "اسلاميه", "العربيه", "الاوروبيه", "الغربيه", "الخليجيه", "الاعضاء", "افريقيه", "المنطقه", "الجوار", "الحلف", "الاتحاد", "المتضرره",
     "المجاوره", "المضيفه", "المستضيفه", "الفقيره", "الناميه", "المشاركه", "المنضويه", "الكبري", "الغنيه", "الصديقه", "الشقيقه", "الحليفه", "الصناعيه", "الداعمه")
)  # fmt: skip
_OF_REGIONS: Final = {"حوض": 3, "الساحل": 1, "غرب": 2, "شرق": 2, "وسط": 2, "شمال": 2, "جنوب": 2, "البلقان": 1, "القرن": 2}  # words of «دول حوض بحيرة تشاد», «دول غرب أفريقيا»
_AND_BODIES: Final = frozenset(("ومنظمات", "وموسسات", "وهييات", "والمنظمات", "والموسسات", "والهييات"))
_DONORS: Final = frozenset(("المانحون", "المانحين", "الحلفاء", "المانحه", "الماتحين"))
_LENDERS: Final = frozenset(("بنوك", "مصارف", "صناديق", "موسسات"))  # «بنوك التنمية متعددة الأطراف», «المؤسسات المالية الدولية»
_OF_LENDERS: Final = frozenset(("للتنميه", "تنميه", "تنمويه", "ماليه", "دوليه", "اقليميه", "التنميه", "الماليه", "التمويل", "العربيه", "الدوليه", "الاقليميه", "متعدده", "الاطراف"))
_OPENS_LENDERS: Final = frozenset(clitic + word for clitic in ("", *CLITICS) for word in _LENDERS)
_COALITION: Final = frozenset(("التحالف", "للتحالف", "والتحالف", "بالتحالف", "فالتحالف"))  # that the text names elsewhere, or «التحالف الذي تقوده …»
_COMPASS: Final = frozenset(("نحو", "الشمال", "الجنوب", "الي", "من", "في", "الشرق", "جهه", "باتجاه"))  # «إلى الغرب من المدينة»
_OF_EURO_AREA: Final = frozenset(("قاده", "دول", "وزراء", "ماليه", "مال", "زعماء", "مجموعه"))
_CREDITORS: Final = frozenset(("الداينون", "الداينين", "داينيها", "داينيه", "مقرضيها", "مقرضيه", "المقرضون", "المقرضين", "الاوروبيون"))  # who lends as a group
_OPENS_GROUP: Final = written_forms(("دول", "دولا", "بلدان", "دوله", "منظمات", "مجتمع", "جهات", "منطقه", "غرب", "اكراد", "اسره")) | _COALITION | _DONORS | _OPENS_LENDERS | _CREDITORS
_COUNTING: Final = frozenset(("ثلاث", "اربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"))
_WORLDWIDE: Final = frozenset(("الدوليه", "العربيه", "الانسانيه", "الاغاثيه", "الامميه", "الاقليميه"))  # of «المنظمات الدولية والإنسانية»
_MORE: Final = frozenset(("اكثر", "اقل", "يزيد", "يربو"))  # «أكثر من 30 دولة», «ما يزيد على 30 دولة»
_OF_GROUPS: Final = ("حليف", "مانح", "عضو", "شريك", "مشارك", "عربي", "اوروبي", "غربي", "افريقي", "اسلامي", "نامي", "فقير")  # beginnings of folded adjectives of «30 دولة»

_Group = tuple[int, int, "str | None", str]  # token range, actor_id, name


def find_groups(document: Document, clitics: dict[int, str]) -> list[Actor]:
    """The groups of a document in reading order, ``clitics`` by token of its names: «تعهدت الدول المانحة», «المجتمع الدولي»."""
    found = [_group_at(document, i, clitics) for i, norm in enumerate(document.norms) if norm in _OPENS_GROUP]
    return [Actor(*group, None, relation_of(document, group[0], clitics)) for group in found if group is not None]


def _group_at(document: Document, i: int, clitics: dict[int, str]) -> _Group | None:
    """The group whose head stands at token ``i``, or None: «الغرب», «الدائنون», «الجهات المانحة»."""
    norms, written = document.norms, document.tokens[i].text
    norm, head, more = norms[i], stripped(norms[i]), i + 1 < len(norms)
    following = norms[i + 1] if more else ""
    if head == "منطقه":
        return _euro_area(document, i) if following == "اليورو" else None
    if head in _STATES and more:
        return _states(document, i, clitics)
    if head == "غرب" and norm.endswith("الغرب") and norms[i - 1] not in IN | _COMPASS:
        return i, i + 1, None, "الغرب"
    if norm in _CREDITORS:
        return i, i + 1, None, written
    if norm.endswith("الاكراد"):
        return i, i + 1, None, "الأكراد"
    if norm in _DONORS and (i == 0 or stripped(norms[i - 1]) not in ("دول", "جهات", "مؤتمر", "موتمر")):
        alliance = next((n for n in document.names if n.actor_id == "NATO"), None) if norm == "الحلفاء" else None
        return (i, i + 1, alliance.actor_id, alliance.name_ar) if alliance is not None else (i, i + 1, None, written)
    if norm in _OPENS_LENDERS and following in _OF_LENDERS:
        last = next((k for k in range(i + 1, min(i + 5, len(norms))) if norms[k] not in _OF_LENDERS), i + 2)
        return i, last, None, _text(document, i, last).removeprefix("و")
    if norm in _COALITION:
        return _coalition(document, i, following)
    if following.startswith("ال") and (head, following[2:]) in WORLD:
        return i, i + 2, None, "المجتمع الدولي"
    if head == "جهات" and following in _DONORS:
        return i, i + 2, None, "الجهات المانحة"
    return None


def _euro_area(document: Document, i: int) -> _Group:
    """«قادة منطقة اليورو», «وزراء مالية منطقة اليورو»."""
    first = i
    for _ in range(2):
        first -= first > 0 and stripped(document.norms[first - 1]) in _OF_EURO_AREA
    return first, i + 2, None, "منطقة اليورو"


def _coalition(document: Document, i: int, following: str) -> _Group:
    """«التحالف الدولي», «التحالف» for the one that the text names."""
    named = next((n for n in document.names if n.kind == "organisation" and n.name_ar.startswith("التحالف")), None)
    last = i + 2 if following in ("الدولي", "العربي") else i + 1
    if named is not None:
        return i, last, named.actor_id, named.name_ar
    return i, last, None, "التحالف الدولي" if last > i + 1 else "التحالف"


def _states(document: Document, i: int, clitics: dict[int, str]) -> _Group | None:
    """States or organisations together: «دول في المنطقة», «للدول التي تستضيف اللاجئين», «المنظمات الدولية والإنسانية», «أكثر من 30 دولة»."""
    tokens, norms = document.tokens, document.norms
    size, following = len(norms), norms[i + 1]
    if following == "في" and norms[i + 2 : i + 3] == ["المنطقه"]:
        return i, i + 3, None, "دول في المنطقة"
    if norms[i].endswith(("دول", "بلدان")) and (words := _OF_REGIONS.get(following, 0)) and i + words < size:
        last = i + 1 + words
        last += following == "الساحل" and last < size and norms[last] in ("الافريقي", "الافريقيه")
        return i, last, None, _text(document, i, last).lstrip("ول")
    if following == "المطله" and i + 3 < size and norms[i + 2] == "علي":
        return i, i + 4, None, _text(document, i, i + 4).removeprefix("و")
    if following in _AND_BODIES:
        donors = i + 2 < size and (norms[i + 2] in _DONORS or norms[i + 2] in ("مانحه", "الدوليه", "الاقليميه"))
        last = i + 3 if donors else i + 2
        return i, last, None, _text(document, i, last).lstrip("ول")
    if following == "التي" and relation_of(document, i, clitics) == "to":
        last = next((k for k in range(i + 2, min(i + 7, size)) if tokens[k].kind == "punctuation"), min(i + 5, size))
        return i, last, None, _text(document, i, last).replace("لل", "ال", 1)
    if norms[i].endswith("المنظمات") and following in _WORLDWIDE:
        last = next((k for k in range(i + 2, min(i + 4, size)) if norms[k].removeprefix("و") not in _WORLDWIDE), i + 2)
        return i, last, None, _text(document, i, last).removeprefix("و")
    counted = i > 0 and (tokens[i - 1].kind == "number" or norms[i - 1].removeprefix("و") in _COUNTING)
    if not (counted or following in _DONORS or following in _KINDS_OF_STATES):
        return None
    first = i - 1 if counted else i
    if counted and i > 2 and norms[i - 3].removeprefix("و") in _MORE:
        first = i - 4 if i > 3 and norms[i - 4] == "ما" else i - 3
    last = i + 2 if not counted or following in _DONORS or following.startswith(("و", *_OF_GROUPS)) else i + 1
    if following in ("المنضويه", "المشاركه") and i + 3 < size and norms[i + 2] == "في":
        last = i + 5 if i + 4 < size and norms[i + 4] in ("الدولي", "العربي", "الاسلامي") else i + 4  # «الدول المنضوية في التحالف الدولي»
    return first, last, None, _text(document, first, last).lstrip("" if counted else "ول")


def _text(document: Document, first: int, last: int) -> str:
    """The words of a token range as written: «الدول المانحة»."""
    return document.text[document.tokens[first].start : document.tokens[last - 1].end]
