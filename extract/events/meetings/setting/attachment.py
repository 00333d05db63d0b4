"""What a place phrase goes with: the event, or another noun that has its own place («القوات الأمريكية في كوريا الجنوبية»)."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import in_time, name_at
from extract.arabic.types import Document, Name
from extract.events.arguments import Index
from extract.events.clauses.limits import TOPIC_OPENERS
from extract.events.clauses.words import BEFORE
from extract.events.meetings.setting.ago import is_counted_from
from extract.events.meetings.setting.scope import SAYING
from extract.events.meetings.triggers import Trigger
from extract.events.modality.agreement import ARE_SET, TAKING_PLACE, is_feminine

# What stands or acts somewhere, whosever it is: behind it the place is its own.
_STANDING: Final = frozenset(
    ("قوات", "قوة", "جيش", "انتشار", "وجود", "تواجد", "تدخل", "جهد", "دور", "سياسة", "نفوذ", "مصلحة", "استثمار", "مشروع", "فرصة", "شركة", "صندوق", "قطاع", "صناعة", "مصنع",
     "سفير", "بعثة", "ذراع", "حليف", "شريك", "ميليشيا", "تجربة", "تفكيك", "عملية", "هجوم", "ضربة", "غارة", "تفجير",
     "مراسل", "صحيفة", "إصلاح", "حق", "نظام", "غضب", "تحول", "تصريح", "انتخاب", "معارضة", "مؤسسة")
)  # fmt: skip
_SITUATED: Final = ("حاكم", "محتجز", "متمركز", "منتشر", "معتقل", "داير", "عالق", "مرابط")  # «رهائن محتجزين في غزة»
_PEOPLE: Final = frozenset(("فرد", "جندي", "ضابط", "قائد", "عنصر", "عضو", "مسؤول", "ممثل", "وفد", "رئيس", "وزير"))  # who is met where he is
_FORCES: Final = frozenset(("قوات", "قوة", "جيش"))  # which have names: «القوات الأمريكية»
_SITES: Final = frozenset(("سفارة", "قنصلية", "مستشفى", "مصنع", "سوق", "منطقة", "ساحة", "موقع", "قاعدة"))  # stand somewhere too, but «في سفارة قطر في الرياض» is where
_SEATS: Final = frozenset(("مقر", "مكتب", "قصر", "فندق", "قاعة", "مركز", "مطار", "قرية", "مدينة", "جامعة", "ديوان", "منزل", "منتجع", "قلعة"))  # a place phrase of the event's
# What happens somewhere; a crisis that an adjective places already («الأزمة السورية في موسكو») leaves the place to the event.
_HAPPENING: Final = frozenset(
    ("وضع", "أزمة", "صراع", "نزاع", "حرب", "قتال", "عنف", "إرهاب", "سلام", "استقرار", "أمن", "تطور", "هدنة", "تسوية", "توتر", "مجاعة", "حادث", "حدث", "مجزرة",
     "اشتباك", "احتجاج", "مظاهرة", "انقلاب", "فساد", "معركة", "مأساة", "ثورة", "شأن", "ملف", "مشكلة", "قضية", "إعادة", "ظرف", "حالة", "حكم", "ديمقراطية", "مصالحة", "عدوان")
)  # fmt: skip
# What takes «ب»: «المبعوث الخاص بسوريا», «الاعتراف بالقدس».
_WITH_BI: Final = frozenset(("خاص", "معني", "مكلف", "متعلق", "اعتراف", "علاقة", "اهتمام", "التزام", "تنديد", "إشادة", "ترحيب", "اتصال", "مقارنة", "تمسك", "عناية"))
_BI_FORMS: Final = frozenset(("الخاص", "الخاصه", "المعني", "المعنيه", "المكلف", "المكلفه", "المتعلق", "المتعلقه"))
_QUOTES: Final = frozenset('"«»“”()#')
_HEAD_REACH: Final = 4  # tokens from a preposition to the name of the place: «في العاصمة المصرية القاهرة»
_EVENTS: Final = frozenset(("اجتماع", "لقاء", "قمة", "مؤتمر", "محادثات", "مباحثات", "مفاوضات", "مشاورات", "زيارة", "جلسة", "منتدى", "دورة", "حوار", "توقيع", "حفل", "مراسم", "احتفال", "ندوة"))
_BEFORE_NEXT: Final = frozenset(("او", "قبل", "ثم", "ومنها"))
_OR_NOT: Final = frozenset(("او", "لا", "ولا", "ليس", "وليس"))
_EITHER_REACH, _OR_REACH = 6, 8  # tokens from «إما» to a place of its first choice, and from there to «أو»
_COUNT_REACH: Final = 9  # tokens from «بعد» to the place of that from which it counts
_WAYS: Final = frozenset(("وصول", "زيارة", "رحلة", "جولة", "سفر", "توجه", "عودة", "وصل"))  # «لدى وصوله إلى أربيل»
_PRESENCE: Final = frozenset(("وجوده", "وجودها", "تواجده", "تواجدها", "وجودهما", "وجودهم", "تواجدهما"))
_PROCESSES: Final = frozenset(("مسار", "عمليه", "صيغه", "منصه"))  # «مسار مفاوضات أستانا» is held in many places
_AT: Final = frozenset(("في", "وفي", "خلال", "اثناء", "هامش", "ضمن", "اعمال", "فعاليات", "افتتاح", "ختام", "حضور", "لحضور"))
_CHAIN: Final = 9  # tokens of a noun phrase before its place
# What the talks are about: behind these verbs and openers a place is that of the topic,
_DISCUSSING: Final = frozenset(("بحث", "ناقش", "تناول", "استعرض", "تدارس", "طرح", "عالج"))
_OVER: Final = frozenset(("حول", "بشان", "عن"))
_ABOUT: Final = _OVER | frozenset(("لبحث", "لمناقشه", "لدراسه", "لتقييم", "للبحث", "للتباحث", "تتناول", "تناولت", "تناول"))
# unless what is discussed is the two sides' own: «لبحث العلاقات الثنائية في القاهرة».
_SHARED: Final = frozenset(("علاقة", "تعاون", "سبيل", "تنسيق", "شراكة", "ثنائي", "مشترك", "موضوع", "قضية", "تحضير", "إعداد"))
_SET_REACH: Final = 6  # tokens from «المقرر», or a relative pronoun, to the place: «القمة التي ستعقد الأسبوع المقبل في باريس»
_EVENT_REACH: Final = 8  # tokens from the event noun to what says when and where it takes place


def is_of_another_noun(document: Document, index: Index, trigger: Trigger, name: Name) -> bool:
    """Whether the place belongs to the noun phrase before it and not to the event: «بحث مع نظيره الوضع في سوريا»."""
    opening = _preposition(document, index, name)
    if opening is None or opening == 0:
        return False
    tokens = document.tokens
    last = opening - 1
    if tokens[opening].norm not in ("في", "وفي") and _takes_bi(document, last):
        return True
    if document.norms[last].removeprefix("ال").startswith(_SITUATED) and last - 1 > trigger.token:
        return True
    if name.kind == "state" and (head := document.morphs[last]) is not None and head.lemma == "نظير":
        return True  # «طلب من نظرائه في كوريا الشمالية خلال محادثات»
    if document.norms[last] in _PRESENCE and document.norms[last - 1] in ("خلال", "اثناء", "لدي", "وخلال"):
        return False  # «التقاه أثناء وجوده في القاهرة»
    if tokens[last].kind != "word" or index.in_person(tokens[last].end - 1) or in_time(document, tokens[last].end - 1):
        return False
    return _is_head_elsewhere(document, index, trigger, last, name)


def _is_head_elsewhere(document: Document, index: Index, trigger: Trigger, last: int, place: Name) -> bool:
    """Whether the noun phrase that ends at token ``last`` is no part of the event's and names what stands or happens somewhere, or what is discussed."""
    tokens, placed, elsewhere, shared, words = document.tokens, False, False, False, 0
    about = trigger.construction == "verb_discuss" or trigger.noun and _is_discussing(document, trigger.token)
    for j in range(last, max(-1, last - _CHAIN), -1):
        morph, norm = document.morphs[j], document.norms[j]
        if j == trigger.token and trigger.construction != "verb_discuss":
            said = document.morphs[trigger.carrier] if trigger.carrier is not None else None
            closed = trigger.morph.enclitic is not None or trigger.morph.definite and said is not None and said.lemma in _DISCUSSING  # «أكد لنظيره خلال لقائهما ضرورة وقف القتال في السودان», «بحثا خلال الاجتماع الوضع في غزة»
            beyond = closed and trigger.role == "says" and _is_object(document, j + 1, words)
            if words and trigger.noun and (beyond or _is_discussing(document, j)):
                return not shared  # «يبحث الاجتماع التصعيد الأخير في القدس»
            return False  # «التقى أفراد القوة الدولية في لبنان», but «يناقش دور القوة الدولية في لبنان»
        if words and morph is not None and morph.lemma in _EVENTS and _is_discussing(document, j):
            return not shared  # «استقبل …، وتناول اللقاء التحولات في السعودية»
        if morph is not None and morph.pos == "noun" and (morph.lemma in _EVENTS or morph.lemma in _SEATS or morph.lemma in _PEOPLE):
            return False  # «مفاوضات السلام في جنيف», «مع جنود القوة الدولية في لبنان»
        if morph is not None and morph.pos == "verb" and morph.lemma in _DISCUSSING or norm in _ABOUT:
            city = norm in _OVER and trigger.noun and place.kind == "place"  # «مؤتمر حول الأمن في ميونيخ», but «محادثات حول الإصلاحات في السعودية»
            return elsewhere or words > 0 and not shared and not placed and not city
        if tokens[j].kind != "word" or index.in_person(tokens[j].end - 1) or in_time(document, tokens[j].start):
            return elsewhere or about and j > trigger.token and _is_object(document, j + 1, words) and not shared and not placed
        if (name := name_at(document, tokens[j].end - 1)) is not None:
            elsewhere = elsewhere or name.kind == "organisation" and morph is not None and morph.lemma in _FORCES
            placed = placed or not elsewhere and name.kind in ("nisba", "state", "place")
        elif morph is not None and morph.pos not in ("noun", "adj", "prop"):
            opened = about and index.in_person(tokens[j].start - 2) or document.norms[j - 1] in _ABOUT
            like_verb = opened and words > 0 and morph.pos == "verb" and morph.conjunction is None
            return elsewhere or like_verb and not shared and not placed  # «ناقش مع نظيره خطط التنمية في …», «لبحث تبادل الأسرى في …»
        elif morph is not None:
            if morph.lemma in _SITES and (morph.preposition == "ب" or document.norms[j - 1] == "في"):
                return False
            elsewhere = elsewhere or morph.lemma in _STANDING or morph.lemma in _SITES or morph.lemma in _HAPPENING and not placed
            shared = shared or morph.lemma in _SHARED
            words += 1
            if norm in TOPIC_OPENERS:
                break  # «اجتماع لبحث الأوضاع في …», but «المؤتمر الدولي للسلام في …»
        elif norm.startswith("ال"):
            words += 1
    return elsewhere


def _is_discussing(document: Document, event: int) -> bool:
    """Whether an event noun is the subject of a verb of discussing before it: «وتناول اللقاء …»."""
    verb = document.morphs[event - 1] if event else None
    return verb is not None and verb.pos == "verb" and verb.lemma in _DISCUSSING


def _is_object(document: Document, i: int, words: int) -> bool:
    """Whether a phrase of so many known words at token ``i`` is what is discussed: a noun neither joined nor governed («والوفد», «بحضور»)."""
    morph = document.morphs[i] if i < len(document.morphs) else None
    if morph is None:
        return words > 0 and document.tokens[i].kind == "word" and not document.norms[i].startswith(("و", "ب", "ل"))  # «خطط التنمية في …»
    return morph.pos == "noun" and morph.preposition is None and morph.conjunction is None


def is_of_another_event(document: Document, index: Index, trigger: Trigger, name: Name) -> bool:
    """Whether a place is no more than possible («في باكستان أو الصين»), a stop before the last, or where another event is or leads to."""
    norms = document.norms
    i = index.token_at(name.start - len(name.clitics))
    opening = i - 1 if i and norms[i - 1] in ("في", "الي") else i
    if opening and norms[opening - 1] in _OR_NOT or _is_followed_by_place(document, index.token_at(name.end), trigger.last) or _is_open(document, trigger, opening):
        return True
    if _is_counted_from_there(document, index, trigger, opening) or norms[opening] == "الي" and opening > 1 and norms[opening - 2].removeprefix("و") in BEFORE and norms[index.token_at(name.end)] == "،":
        return True  # «قبل توجهه إلى باريس، التقى …»
    if norms[opening] == "الي" and i > trigger.token and (not trigger.noun or trigger.construction == "noun_meet"):
        return not _is_way(document, opening - 1)  # «دعا في القمة ضيفه إلى البيت الأبيض», but «التقاه لدى وصوله إلى أربيل»
    if _is_where_another_is(document, trigger, opening) or _is_of_what_was_said(document, trigger, opening):
        return True
    if i < 2 or not index.names_event(name):
        return False
    if i - 1 == trigger.token:
        return norms[i - 2].removeprefix("ل") in _PROCESSES
    head = document.morphs[i - 1]
    return norms[i - 2] not in _AT and (head is None or head.preposition != "ب") and not trigger.construction.endswith("sign")  # «في أعقاب قمة سنغافورة», but «توقيع اتفاق فيينا»


def _is_of_what_was_said(document: Document, trigger: Trigger, opening: int) -> bool:
    """Whether a place phrase is of what a verb of saying tells that is joined to the event's: «التقى نظيره وأكدا دعم الحكومة | في بيروت»; not «التقى نظيره وقال في بيروت»."""
    for j in range(max(trigger.token, trigger.carrier or 0) + 1, opening - 1):
        morph = document.morphs[j]
        if morph is not None and morph.pos == "verb" and morph.conjunction == "و" and morph.lemma in SAYING:
            return not in_time(document, document.tokens[j + 1].start)
    return False


def _is_counted_from_there(document: Document, index: Index, trigger: Trigger, opening: int) -> bool:
    """Whether a place phrase is of that from which days are counted: «التقاه بعد يوم من محادثاته | في مسقط»."""
    for j in range(opening - 1, max(trigger.token, opening - _COUNT_REACH), -1):
        if document.tokens[j].kind != "word":
            return False
        if document.norms[j].removeprefix("و") in ("بعد", "قبل"):
            return is_counted_from(document, index, j)
    return False


def _is_open(document: Document, trigger: Trigger, opening: int) -> bool:
    """Whether a place phrase is the first of two of which the text leaves open which it is: «إما في قصر الإليزيه في باريس أو في قصر رامبوييه»."""
    norms = document.norms
    either = next((j for j in range(opening - 1, max(trigger.token, opening - _EITHER_REACH), -1) if norms[j] == "اما"), None)
    return either is not None and "او" in norms[opening + 1 : min(opening + _OR_REACH, trigger.last)]


def _is_where_another_is(document: Document, trigger: Trigger, opening: int) -> bool:
    """Whether a place phrase at token ``opening`` stands in the clause that sets another event behind this: «ناقشا ترتيبات القمة المقرر عقدها في بودابست»."""
    norms, first = document.norms, max(trigger.token, opening - _SET_REACH)
    at = next((j for j in range(opening - 1, first, -1) if norms[j].startswith(ARE_SET) or norms[j] in ("التي", "الذي") and _takes_place(document, j)), None)
    if at is None or trigger.construction == "noun_speech":
        return False  # «في كلمته أمام القمة المنعقدة في الظهران»
    owned = document.morphs[at + 1]
    owner = owned.enclitic if owned is not None and owned.pos == "noun" else None
    feminine = owner.startswith("3fs") if owner else norms[at].endswith(("ه", "التي"))  # «القمة المقرر عقدها»
    for j in range(at - 1, max(trigger.token + 1, at - _EVENT_REACH), -1):
        morph = document.morphs[j]
        if morph is not None and morph.pos == "noun" and morph.lemma in _EVENTS and is_feminine(document, j) == feminine:
            return morph.preposition is None and (norms[j - 1] not in _AT or norms[j - 2] == "جدول")  # «التقيا خلال القمة التي عقدت في باريس»
    return False


def _takes_place(document: Document, relative: int) -> bool:
    """Whether a relative clause tells that its event takes place: «التي ستعقد», «التي استضافتها»."""
    verb = next((m for j in (relative + 1, relative + 2) if j < len(document.morphs) and (m := document.morphs[j]) is not None and m.pos == "verb"), None)
    return verb is not None and verb.lemma in TAKING_PLACE


def _is_followed_by_place(document: Document, behind: int, last: int) -> bool:
    """Whether the place before token ``behind`` is one of two, or the stop before the next: «في باكستان أو الصين», «في جنيف أو في مكان آخر», «إلى أبو ظبي قبل بروكسل»."""
    if behind + 2 >= last or document.norms[behind] not in _BEFORE_NEXT:
        return False
    if document.norms[behind] == "او" and (document.norms[behind + 1] == "في" or (m := document.morphs[behind + 1]) is not None and m.preposition == "ب"):
        return True  # «في جنيف أو في مكان آخر»
    following = behind + 2 if document.norms[behind + 1] in ("في", "الي") else behind + 1
    name = name_at(document, document.tokens[following].end - 1)
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



def _takes_bi(document: Document, i: int) -> bool:
    morph = document.morphs[i]
    return document.norms[i] in _BI_FORMS or morph is not None and morph.lemma in _WITH_BI
