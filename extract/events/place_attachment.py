"""What a place phrase goes with: the event, or another noun that has its own place («القوات الأمريكية في كوريا الجنوبية»)."""

from __future__ import annotations

from bisect import bisect_right

from extract.arabic.types import Document, Name
from extract.events.arguments import Index
from extract.events.clause_limits import TOPIC_OPENERS
from extract.events.meeting_triggers import Trigger

# What stands or acts somewhere, whosever it is: behind it the place is its own.
_STANDING = frozenset(
    ("قوات", "قوة", "جيش", "انتشار", "وجود", "تواجد", "تدخل", "جهد", "دور", "سياسة", "نفوذ", "مصلحة", "استثمار", "مشروع", "فرصة", "شركة", "صندوق", "قطاع", "صناعة", "مصنع",
     "سفير", "بعثة", "ذراع", "حليف", "شريك", "ميليشيا", "تجربة", "تفكيك", "عملية", "هجوم", "ضربة", "غارة", "تفجير",
     "مراسل", "صحيفة", "إصلاح", "حق", "نظام", "غضب", "تحول", "تصريح", "انتخاب", "معارضة", "مؤسسة")
)  # fmt: skip
_PEOPLE = frozenset(("فرد", "جندي", "ضابط", "قائد", "عنصر", "عضو", "مسؤول", "ممثل", "وفد", "رئيس", "وزير"))  # who is met where he is
_FORCES = frozenset(("قوات", "قوة", "جيش"))  # which have names: «القوات الأمريكية»
_SITES = frozenset(("سفارة", "قنصلية", "مستشفى", "مصنع", "سوق", "منطقة", "ساحة", "موقع", "قاعدة"))  # stand somewhere too, but «في سفارة قطر في الرياض» is where
_SEATS = frozenset(("مقر", "مكتب", "قصر", "فندق", "قاعة", "مركز", "مطار", "قرية", "مدينة", "جامعة", "ديوان", "منزل", "منتجع", "قلعة"))  # a place phrase of the event's
# What happens somewhere; a crisis that an adjective places already («الأزمة السورية في موسكو») leaves the place to the event.
_HAPPENING = frozenset(
    ("وضع", "أزمة", "صراع", "نزاع", "حرب", "قتال", "عنف", "إرهاب", "سلام", "استقرار", "أمن", "تطور", "هدنة", "تسوية", "توتر", "مجاعة", "حادث", "حدث", "مجزرة",
     "اشتباك", "احتجاج", "مظاهرة", "انقلاب", "فساد", "معركة", "مأساة", "ثورة", "شأن", "ملف", "مشكلة", "قضية", "إعادة", "ظرف", "حالة", "حكم", "ديمقراطية", "مصالحة", "عدوان")
)  # fmt: skip
# What takes «ب»: «المبعوث الخاص بسوريا», «الاعتراف بالقدس».
_WITH_BI = frozenset(("خاص", "معني", "مكلف", "متعلق", "اعتراف", "علاقة", "اهتمام", "التزام", "تنديد", "إشادة", "ترحيب", "اتصال", "مقارنة", "تمسك", "عناية"))
_BI_FORMS = frozenset(("الخاص", "الخاصه", "المعني", "المعنيه", "المكلف", "المكلفه", "المتعلق", "المتعلقه"))
_QUOTES = frozenset('"«»“”()#')
_HEAD_REACH = 4  # tokens from a preposition to the name of the place: «في العاصمة المصرية القاهرة»
_EVENTS = frozenset(("اجتماع", "لقاء", "قمة", "مؤتمر", "محادثات", "مباحثات", "مفاوضات", "مشاورات", "زيارة", "جلسة", "منتدى", "دورة", "حوار", "توقيع", "حفل", "مراسم", "احتفال", "ندوة"))
_BEFORE_NEXT = frozenset(("او", "قبل", "ثم", "ومنها"))
_OR_NOT = frozenset(("او", "لا", "ولا", "ليس", "وليس"))
_WAYS = frozenset(("وصول", "زيارة", "رحلة", "جولة", "سفر", "توجه", "عودة", "وصل"))  # «لدى وصوله إلى أربيل»
_PROCESSES = frozenset(("مسار", "عمليه", "صيغه", "منصه"))  # «مسار مفاوضات أستانا» is held in many places
_AT = frozenset(("في", "وفي", "خلال", "اثناء", "هامش", "ضمن", "اعمال", "فعاليات", "افتتاح", "ختام", "حضور", "لحضور"))
_CHAIN = 9  # tokens of a noun phrase before its place


def is_of_another_noun(document: Document, index: Index, trigger: Trigger, name: Name) -> bool:
    """Whether the place belongs to the noun phrase before it and not to the event: «بحث مع نظيره الوضع في سوريا»."""
    opening = _preposition(document, index, name)
    if opening is None or opening == 0:
        return False
    tokens = document.tokens
    last = opening - 1
    if tokens[opening].norm not in ("في", "وفي") and _takes_bi(document, last):
        return True
    if name.kind == "state" and (head := document.morphs[last]) is not None and head.lemma == "نظير":
        return True  # «طلب من نظرائه في كوريا الشمالية خلال محادثات»
    if tokens[last].kind != "word" or index.in_person(tokens[last].end - 1) or _in_time(document, tokens[last].end - 1):
        return False
    return _is_head_elsewhere(document, index, trigger, last)


def _is_head_elsewhere(document: Document, index: Index, trigger: Trigger, last: int) -> bool:
    """Whether the noun phrase that ends at token ``last`` is no part of the event's and names what stands or happens somewhere."""
    tokens, placed, elsewhere = document.tokens, False, False
    for j in range(last, max(-1, last - _CHAIN), -1):
        morph = document.morphs[j]
        if j == trigger.token and trigger.construction != "verb_discuss":
            return False  # «التقى أفراد القوة الدولية في لبنان», but «يناقش دور القوة الدولية في لبنان»
        if morph is not None and morph.pos == "noun" and (morph.lemma in _EVENTS or morph.lemma in _SEATS or morph.lemma in _PEOPLE):
            return False  # «مفاوضات السلام في جنيف», «مع جنود القوة الدولية في لبنان»
        if tokens[j].kind != "word" or index.in_person(tokens[j].end - 1):
            break
        if (name := _name_at(document, tokens[j].end - 1)) is not None:
            elsewhere = elsewhere or name.kind == "organisation" and morph is not None and morph.lemma in _FORCES
            placed = placed or not elsewhere and name.kind in ("nisba", "state", "place")
        elif morph is not None and morph.pos not in ("noun", "adj", "prop"):
            break
        elif morph is not None:
            if morph.lemma in _SITES and (morph.preposition == "ب" or document.norms[j - 1] == "في"):
                return False
            elsewhere = elsewhere or morph.lemma in _STANDING or morph.lemma in _SITES or morph.lemma in _HAPPENING and not placed
            if document.norms[j] in TOPIC_OPENERS:
                break  # «اجتماع لبحث الأوضاع في …», but «المؤتمر الدولي للسلام في …»
    return elsewhere


def is_of_another_event(document: Document, index: Index, trigger: Trigger, name: Name) -> bool:
    """Whether a place is no more than possible («في باكستان أو الصين»), a stop before the last, or where another event is or leads to."""
    norms = document.norms
    i = index.token_at(name.start - len(name.clitics))
    opening = i - 1 if i and norms[i - 1] in ("في", "الي") else i
    if opening and norms[opening - 1] in _OR_NOT or _is_followed_by_place(document, index.token_at(name.end), trigger.last):
        return True
    if norms[opening] == "الي" and i > trigger.token and (not trigger.noun or trigger.construction == "noun_meet"):
        return not _is_way(document, opening - 1)  # «دعا في القمة ضيفه إلى البيت الأبيض», but «التقاه لدى وصوله إلى أربيل»
    if i < 2 or not index.names_event(name):
        return False
    if i - 1 == trigger.token:
        return norms[i - 2].removeprefix("ل") in _PROCESSES
    return norms[i - 2] not in _AT and not trigger.construction.endswith("sign")  # «في أعقاب قمة سنغافورة», but «توقيع اتفاق فيينا»


def _is_followed_by_place(document: Document, behind: int, last: int) -> bool:
    """Whether the place before token ``behind`` is one of two, or the stop before the next: «في باكستان أو الصين», «إلى أبو ظبي قبل بروكسل»."""
    if behind + 2 >= last or document.norms[behind] not in _BEFORE_NEXT:
        return False
    following = behind + 2 if document.norms[behind + 1] in ("في", "الي") else behind + 1
    name = _name_at(document, document.tokens[following].end - 1)
    return name is not None and name.kind in ("place", "state", "metonym")


def _is_way(document: Document, i: int) -> bool:
    morph = document.morphs[i]
    return morph is not None and morph.lemma in _WAYS


def _preposition(document: Document, index: Index, name: Name) -> int | None:
    """The token with «في» or «ب» that opens the place phrase of a name; None where there is none («قمة هلسنكي»)."""
    i = index.token_at(name.start - len(name.clitics))
    if name.clitics.endswith("ب"):
        return i
    for j in range(i - 1, max(-1, i - 1 - _HEAD_REACH), -1):
        morph = document.morphs[j]
        if document.norms[j] in ("في", "وفي") or morph is not None and morph.preposition == "ب":
            return j
        if document.tokens[j].kind != "word" and document.tokens[j].text not in _QUOTES:
            return None
    return None


def _in_time(document: Document, char: int) -> bool:
    """Whether an offset lies in a temporal expression."""
    i = bisect_right(document.times, char, key=lambda t: t.start) - 1
    return i >= 0 and char < document.times[i].end


def _name_at(document: Document, char: int) -> Name | None:
    """The name in which an offset lies."""
    i = bisect_right(document.names, char, key=lambda n: n.start) - 1
    return document.names[i] if i >= 0 and char < document.names[i].end else None


def _takes_bi(document: Document, i: int) -> bool:
    morph = document.morphs[i]
    return document.norms[i] in _BI_FORMS or morph is not None and morph.lemma in _WITH_BI
