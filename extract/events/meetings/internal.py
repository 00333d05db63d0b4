"""Sittings of one government, party or union alone, which are no meeting of parties: «اجتماعا للحكومة», «اجتمع مع مستشاريه»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document, Morph, Name
from extract.events.arguments import is_state

_SITTINGS: Final = frozenset(("اجتماع", "جلسة", "دورة"))
_PARTNERED: Final = frozenset(("مع", "بين", "العرب", "دول", "جمع", "جمعت", "جمعه", "جمعته", "بحضور", "بمشاركه"))  # a sitting with others
_SITTING_REACH: Final = 12  # tokens behind a sitting in which others may be named
_GENITIVE_REACH: Final = 20  # characters from a sitting to whose it is
_PARTIES: Final = ("حزب", "حركة", "جماعة", "المعارضة", "ائتلاف", "شركة", "الاتحاد العام", "نقابة", "جبهة", "تيار")
_INSTITUTIONS: Final = frozenset(("السلطه", "القضاء", "حزب", "الحزب", "حزبه", "حزبها", "حركه", "الحركه", "نقابه", "النقابه"))
_CABINETS: Final = frozenset(("حكومته", "حكومتها", "لحكومته", "لحكومتها", "حكومي", "حكوميا", "الحكومه", "للحكومه", "وزرايه"))
_OWN_PEOPLE: Final = frozenset(stem + suffix for stem in ("فريق", "حكومت", "حزب", "كتلت", "ادارت", "اسرت", "عايلت", "زوج", "زوجت", "مستشاري", "مساعدي", "وزراي", "محامي", "انصار", "نواب") for suffix in ("ه", "ها"))  # whom somebody meets at home: «مع فريقه», «مع مستشاريها»
_GATHERING: Final = frozenset(("اجتمع", "التقى", "اجتماع", "لقاء", "جلسة", "مشاورات"))
_OWN_REACH: Final = 10  # tokens from the word of meeting to them
_OWN_ASSEMBLY: Final = frozenset(("جمعيتها", "جمعيته", "جمعيتهم"))
_OF_PARTY, _PARTY_PEOPLE, _PARTY_REACH = frozenset(("الحزب", "حزبه", "حزبها")), frozenset(("روساء", "قيادات", "قاده", "قياده", "اعضاء", "نواب", "كوادر", "كتله", "فروع")), 5
_QUESTIONS: Final = frozenset(("الاسيله", "اسيله", "المساءله", "مساءله", "الاستجواب"))  # question time in a parliament
_INNER_CABINETS, _SMALL = frozenset(("الكابينت", "الكابينيت", "كابينت", "للكابينت")), frozenset(("المصغر", "الامني"))
_COURTS: Final = frozenset(("محكمه", "المحكمه", "محاكمه", "المحاكمه", "محاكمته", "القاضي", "النيابه", "الجنايات", "المتهم", "المتهمين", "المتهمون", "الاتهام", "المدعي", "قضاء", "المرافعه", "للمرافعه"))
_COURT_REACH: Final = 16  # tokens from a sitting to the words of a court


def is_internal(document: Document, morph: Morph, i: int, first: int, last: int) -> bool:
    """Whether one government, party or union meets alone: «اجتماعا للحكومة», «مؤتمر القضاء», «أكد الاتحاد في اجتماع عقده»; no «اجتماع الحكومة مع النقابات»."""
    if morph.lemma in _GATHERING and _is_with_his_own(document, i, last):
        return True
    if _is_of_court(document, morph, i, first, last):
        return True
    words = document.norms[i + 1 : min(i + 3, last)]
    if words and words[0] in ("التي", "الذي") and i + 3 < last and document.norms[i + 2].endswith(("عقدها", "عقده")):
        words = document.norms[i + 3 : min(i + 5, last)]  # «الجلسة التي عقدها مجلس الوزراء»
    if morph.lemma == "مؤتمر":
        return bool(words) and words[0] in _INSTITUTIONS
    if morph.lemma in _SITTINGS and "العموميه" in words and words[0] in _OWN_ASSEMBLY:
        return True  # «اجتماع | جمعيتها العمومية |» of shareholders
    if morph.lemma in _SITTINGS and words and (words[0] in _QUESTIONS or _is_cabinet(document.norms[i + 1 : min(i + 4, last)])):
        return True
    if morph.lemma not in _SITTINGS or _PARTNERED & {*document.norms[i + 1 : min(i + _SITTING_REACH, last)]}:
        return False
    if morph.lemma == "اجتماع" and any(w in _OF_PARTY for w in document.norms[i + 2 : min(i + _PARTY_REACH, last)]) and document.norms[i + 1].removeprefix("ل") in _PARTY_PEOPLE:
        return True  # «اجتماع لرؤساء مكاتب الحزب»
    return bool(words) and (words[0] in _CABINETS or words[-1] == "الوزراء" and words[0] in ("مجلس", "لمجلس")) or _sits_alone(document, morph, i, first, last)


def _is_cabinet(words: list[str]) -> bool:
    """Whether a sitting is one of a government's inner council: «اجتماعات | المجلس الوزاري المصغر», «جلسة | الكابينت»; not «المجلس الوزاري لمجلس التعاون»."""
    return words[0] in _INNER_CABINETS or words[0] in ("المجلس", "للمجلس") and any(w in _SMALL for w in words[1:])


def _is_of_court(document: Document, morph: Morph, i: int, first: int, last: int) -> bool:
    """Whether a sitting is one of a court: «قررت محكمة الجنايات تأجيل محاكمته إلى | جلسة السبت», «جلسة محاكمة فلان»."""
    if morph.lemma != "جلسة":
        return False
    around = document.norms[max(first, i - _COURT_REACH) : min(last, i + _COURT_REACH)]
    return sum(w.removeprefix("و").removeprefix("ل") in _COURTS or w in _COURTS for w in around) > 1


def _sits_alone(document: Document, morph: Morph, i: int, first: int, last: int) -> bool:
    """Whether the only one named so far is a national body or a party, and the sitting is its own: «يعقد المكتب التنفيذي لاتحاد الشغل اجتماعا», «اجتماع للكونغرس»."""
    tokens, at = document.tokens, document.tokens[i]
    behind = next((n for n in document.names if 0 < n.start - at.end < _GENITIVE_REACH and n.kind == "organisation"), None)
    if behind is not None and _is_inner(behind):
        return True
    first = next((j + 1 for j in range(i - 1, first, -1) if document.norms[j] == "ان"), first)  # «قال أمين الاتحاد إن | المكتب التنفيذي يعقد اجتماعا»
    before = [n for n in document.names if tokens[first].start <= n.start < at.start and n.kind in ("organisation", "state", "metonym", "nisba")]
    if not before or len({n.actor_id or n.entity_id for n in before}) > 1 or any(tokens[first].start <= p.start < at.start and p.kind == "person" for p in document.persons):
        return False
    held = any((m := document.morphs[j]) is not None and m.lemma in ("عقد", "واصل", "بدأ", "أنهى") for j in range(first, min(i + 4, last)))
    return _is_inner(before[0]) and (morph.enclitic is not None or held)


def _is_inner(name: Name) -> bool:
    """Whether an organisation is a national one or a party: الاتحاد العام التونسي للشغل, حركة النهضة."""
    national = is_state(name.actor_id)
    return name.kind == "organisation" and (national or name.actor_id is None and any(w in name.name_ar for w in _PARTIES))


def _is_with_his_own(document: Document, i: int, last: int) -> bool:
    """Whether he whom the word at ``i`` tells of meets only his own people: «اجتمع الرئيس مع | مستشاريه», «لقائه مع | وزرائه»."""
    for j in range(i + 1, min(i + _OWN_REACH, last - 1)):
        if document.tokens[j].text in "،,.؛":
            return False
        if document.norms[j] == "مع":
            return document.norms[j + 1] in _OWN_PEOPLE and not any(w.startswith(("نظير", "ونظير")) for w in document.norms[j + 1 : last])
    return False
