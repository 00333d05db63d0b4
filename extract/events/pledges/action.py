"""What a verb of saying governs: the action noun, the item or the sum in which the thing announced, promised or asked for begins."""

from __future__ import annotations

from typing import Final

from extract.arabic.memo import Memo
from extract.arabic.types import Document
from extract.events.pledges.actors.actor import Actor
from extract.events.pledges.actors.phrases import OPENS_ASIDE
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.content import gifts
from extract.events.pledges.content.description import FORCES
from extract.events.pledges.content.items import Items
from extract.events.pledges.content.measures import MEASURING
from extract.events.pledges.frames import lemma_at

# Verbal nouns of giving: what is announced, promised or asked for.
_ACTIONS: Final = frozenset(
    ("تقديم", "تخصيص", "ارسال", "تزويد", "منح", "تسليم", "توفير", "دفع", "تمويل", "مساهمه", "زياده", "رفع", "انفاق", "نشر", "تدريب", "استضافه", "دعم",
     "فتح", "انشاء", "ايداع", "ضخ", "تبرع", "مساعده", "تسديد", "اعمار", "امداد", "مد", "توريد", "صرف", "تحويل", "تامين", "اقامه", "تسيير", "تجهيز", "ايصال", "نقل", "مضاعفه", "توزيع", "توصيل", "تسليح", "اقراض", "تاهيل", "ترميم", "اعفاء", "شطب", "اسقاط", "سماح", "استثمار", "باستثمارات", "تكفل")
)  # fmt: skip
WITHDRAWALS: Final = frozenset(("انهاء", "حجب", "تعليق", "تجميد", "وقف", "خفض", "قطع", "تقليص", "سحب", "الغاء", "تقليل"))
ENDINGS: Final = frozenset(("انهاء", "رفع", "الغاء"))  # of a withdrawal: «إنهاء تجميد المساعدات»
REQUESTS: Final = frozenset(("طلب", "مطلب", "مطالب", "طلبات"))  # «تدرس واشنطن طلب كييف الحصول على صواريخ»
_DECREES: Final = frozenset(("قانون", "قانونا", "خطه", "اتفاق", "اتفاقا", "بيان", "حزمه", "خطط", "خططا"))  # «قانونا لتقديم مساعدات»
_GETTING: Final = frozenset(("حصل", "تلقى", "نال", "تسلم", "استفاد"))  # «اتفاقا تحصل بموجبه …» tells a taker
_OF_DECREE: Final = 3  # words that tell whose or what a decree is: «بيان مشترك فرنسي روسي لتقديم …»
_RESUMING: Final = frozenset(("خلالها", "خلاله", "فيها", "فيه", "اثناءها", "اثناءه"))
_PARTS: Final = frozenset(("جزء", "دفعه", "شريحه", "قسط"))  # «الجزء الأول من حزمة مساعدات»
_MORE: Final = frozenset(("مزيد", "مزيدا"))  # «المزيد من الأسلحة»
_DASHES: Final = frozenset("-–—")
_CIRCUMSTANCE: Final = OPENS_ASIDE | {"ليل", "فجر", "ظهر", "علي", "اليوم", "امس"}
_PREPOSITIONS: Final = {"أعلن": "عن", "كشف": "عن", "وافق": "علي", "صادق": "علي", "توافق": "علي"}  # with what is announced or approved
# Nouns whose own «عن» or «على» says nothing of what a verb before them announces.
_NOUNS_OF_ABOUT: Final = frozenset(("كشف", "افراج", "دفاع", "بحث", "عثور", "حديث", "تعبير", "تخلي", "تراجع", "توقف", "اعلان", "تنازل", "مسوول", "مسووله", "مسوولين", "ناطق", "نيابه", "عباره", "عقوبات", "حصول", "هجوم", "رد", "حفاظ", "قضاء", "اعتماد", "سيطره", "تقرير", "تقارير", "معلومات"))
_LINKS: Final = frozenset(("تسريع", "بتسريع", "الاسراع", "بالاسراع", "مواصله", "بمواصله", "الاستمرار", "بالاستمرار", "استمرار", "علي", "عن", "من", "الي", "ب", "بـ", "ل", "لـ", "بقيمه", "بمبلغ", "قدره", "قدرها", "نحو", "حوالي", "ما", "يصل", "ايضا", "تعهدات", "حزمه", "دفعه", "الدفعه", "شريحه", "الشريحه", "جزء", "الجزء", "قسط", "القسط", "الاول", "الاولي", "الثاني", "الثانيه", "الثالثه", "جديده", "جديد", "بان", "ان", "اكثر", "عزمها", "عزمه", "نيتها", "نيته", "اعتزامها", "اعتزامه", "عزمهما", "عزمهم", "نيتهما", "نيتهم", "اعتزامهما", "استعدادهما", "استعدادهم", "خطط", "خططا", "خطه", "استعدادها", "استعداده", "قرارها", "قراره", "اضافي", "اضافيه", "خلاله", "مبلغ", "اعاده", "مرسوم", "مرسوما", "قانون", "قانونا", "قرار", "قرارا", "مشروع", "يتضمن", "تتضمن", "يقضي", "يخصص", "تخصص", "يوفر", "يمنح", "اتفاقيه", "اتفاق", "اتفاقا", "مذكره", "تفاهم", "المزيد", "مزيد", "مزيدا", "قيمه", "حجم", "باغلبيه", "كبيره", "ساحقه", "بالاجماع", "حتي"))
_BOOSTING: Final = frozenset(("تعزيز", "تكثيف", "توسيع", "استيناف"))  # «دعا البنك إلى تعزيز دعمه المالي»
_EFFORTS: Final = frozenset(("بذل", "ببذل", "مزيد", "المزيد", "الجهود", "جهود", "جهد", "دور", "بدور", "فاعل", "فعال", "اكبر", "البدء", "بالبدء", "لعب", "بلعب", "كافه", "جميع"))  # «دعا اليابان إلى دور فاعل في إعمار …»


# Action nouns that tell a gift with these objects, by the beginnings of folded words.
_OBJECTS: Final = {
    "بناء": ("مستشف", "مدرس", "مدارس", "مساكن", "منازل", "بيوت", "مخيم", "جامع", "مسجد", "مساجد", "مركز", "مراكز", "محط", "جسر", "جسور", "مطار", "ميناء", "سد", "عياد", "ملاج", "وحد"),
    "تغطيه": ("عجز", "نفقات", "تكاليف", "تكلفه", "كلفه", "رواتب", "احتياج", "ديون", "فجوه"),
}
_NO_GIFTS: Final = frozenset(("ان", "الذي", "التي", "ميزانيه", "الميزانيه", "موازنه", "الموازنه"))  # «اعتمدت ميزانية بلغت …»
_DURING: Final = frozenset(("خلال", "عقب", "بعد", "قبل", "اثناء", "اثر", "لدي"))
_MEETINGS: Final = ("لقاي", "اجتماعه", "اجتماعها", "محادثاته", "محادثاتها", "مباحثاته", "زيارته", "زيارتها", "استقباله", "اتصاله")  # beginnings of folded words: «لقائه», «اجتماعها»
_THAT, _IMPERSONAL = frozenset(("ان", "بان", "انه", "بانه")), frozenset(("يتم", "تتم"))
_TO_MEETING: Final = 6  # tokens from the subject to the meeting
TAKING_PART: Final = frozenset(("أسهم", "ساهم", "ساعد"))  # «أسهم المركز في إعادة العالقين»
_WORKING: Final = TAKING_PART | {"عمل"}
_NEAR_THAT: Final = 8  # tokens from the promise to the verb of working, and from there to what is worked on


def find_action(
    document: Document, i: int, begin: int, end: int, items: Items, actors: list[Actor], timed: set[int], *, act: str, body_verbs: frozenset[str], beside: range
) -> int | None:
    """Where what is announced or asked begins, behind the subject that ends at ``begin``.

    An action noun («تقديم», «بإرسال»), an item or a sum at once behind the verb, for other acts than announcing a verb
    behind «أن». «دعا إلى اجتماع لبحث …» has none: only what depends on the verb itself counts. The tokens ``beside`` tell circumstances.
    """
    found = _action(document, i, begin, end, items, actors, timed, act=act, body_verbs=body_verbs, beside=beside)
    if found is None and act == "light":
        return _promised(document, i, end)
    return _promised(document, i, end) or _worked_on(document, begin, end) if found is None and act == "commissive" else found


def _worked_on(document: Document, begin: int, end: int) -> int | None:
    """The action noun that one promises to work on: «تعهد بأن تعمل بلاده على إعادة بناء موانئ لبنان»."""
    verb = next((j for j in range(begin, min(end - 1, begin + _NEAR_THAT)) if (m := document.morphs[j]) is not None and m.pos == "verb" and m.lemma in _WORKING), None)
    if verb is None or document.norms[verb - 1] not in ("ان", "بان", "انه", "انها", "بانها", "بانه"):
        return None
    return next((j for j in range(verb + 1, min(end, verb + _NEAR_THAT)) if is_action(document.norms[j]) or is_work(document, j)), None)


def is_rebuilding(document: Document, j: int) -> bool:
    """«إعادة بناء …»: building alone is mostly one's own."""
    return stripped(document.norms[j]) == "بناء" and j > 0 and stripped(document.norms[j - 1]) == "اعاده"


def is_work(document: Document, j: int) -> bool:
    """Whether an action noun does something for others by its object alone: «إعادة بناء», «بناء مستشفى», «تغطية عجز الموازنة»."""
    if is_rebuilding(document, j):
        return True
    if stripped(document.norms[j]) == "مشاركه" and document.norms[j + 1 : j + 2] == ["في"] and any(is_action(n) for n in document.norms[j + 2 : j + 3]):
        return True  # «استعداده للمشاركة في تمويل …»
    objects = _OBJECTS.get(stripped(document.norms[j]))
    return objects is not None and any(stripped(n).startswith(objects) for n in document.norms[j + 1 : j + 3])


def _is_opening(document: Document, j: int) -> bool:
    """«افتتاح سفارة»: other openings are of meetings."""
    return document.norms[j].removeprefix("ب") == "افتتاح" and j + 1 < len(document.norms) and stripped(document.norms[j + 1]).startswith(("سفار", "قنصلي"))


def _promised(document: Document, i: int, end: int) -> int | None:
    """The action noun with ب that a verb of promising or doing governs, however far: «وعدت الدول المشاركة، إثر اجتماع في كندا، بتقديم …», «قام من قبل بتوصيل …»."""
    for j in range(i + 1, end):
        morph = document.morphs[j]
        if document.tokens[j].norm.startswith("ب") and (is_action(document.tokens[j].norm) or document.tokens[j].norm[1:] in _OBJECTS and is_work(document, j)):
            return j
        before = document.morphs[j - 1]
        relative = before is not None and before.pos == "noun" and not before.definite or document.tokens[j - 1].norm in ("الذي", "التي")  # «اجتماع عقد في روما», «التحالف الذي تقوده …»
        relative = relative or j + 1 < end and document.norms[j + 1] in _RESUMING  # «زيارة السنغال شارك خلالها في …»
        if morph is not None and morph.pos == "verb" and not relative:
            return None
    return None


def _action(
    document: Document, i: int, begin: int, end: int, items: Items, actors: list[Actor], timed: set[int], *, act: str, body_verbs: frozenset[str], beside: range
) -> int | None:
    tokens = document.tokens
    covered = {k for a in actors if a.last > i for k in range(a.first, a.last)}
    sums = [a for a in document.amounts if a.kind == "money" and a.end > tokens[i].start]
    strange, requested = 0, False
    agrees = (verb := document.morphs[i]) is not None and verb.lemma == "وافق"
    aside = {*_aside(document, i, end), *_at_meeting(document, begin, min(end, begin + _TO_MEETING)), *beside}
    governing = _own_preposition(document, i, max(begin, beside.stop), min(end, i + 24 + len(beside)), covered | timed)
    for j in range(i + 1, min(end, i + 24 + len(aside))):
        if j in aside:
            continue
        if j == governing:
            strange = 0
            continue
        word = tokens[j].norm
        morph = document.morphs[j]
        declarative = act in ("declarative", "agree")
        if declarative and word in ("حاجتها", "حاجته", "حاجه", "بحاجه"):
            return None  # «أعلنت حاجتها إلى ثلاثة مليارات» asks
        if (act in ("directive", "consider") or requested) and stripped(word) == "حصول" and strange <= 3:
            return j  # «طلبت كييف من واشنطن الحصول على صواريخ»
        if act == "directive" and tokens[j - 1].norm == "عن":
            strange += 1
            continue  # «الهيئات المسؤولة عن تقديم الإغاثة»
        if act == "declarative" and (gifts.uses(word) or word == "ان" and gifts.uses(tokens[min(j + 1, end - 1)].norm)) and gifts.lends_bases(document, j, end):
            return j + (word == "ان")  # «وافقت على استخدام قواعدها», «وافقت على أن تستعمل الطائرات قاعدتها»
        if act == "declarative" and word in _THAT and j + 2 < end and tokens[j + 1].norm.removeprefix("س") in _IMPERSONAL and is_action(tokens[j + 2].norm):
            return j + 2  # «وافق على أن يتم تخصيص …»
        if declarative and word in ("ان", "انه", "انها", "بان", "انهم", "انهما", "عنه", "إن"):
            return None
        if act == "declarative" and stripped(word) in ENDINGS and stripped(tokens[min(j + 1, end - 1)].norm) in WITHDRAWALS:
            return next((k for k in range(j + 2, min(j + 5, end)) if _is_aid(tokens[k].norm, items)), None)  # «أعلنت إنهاء تجميد مساعداتها»
        if act == "declarative" and stripped(word) in WITHDRAWALS and any(_is_aid(tokens[k].norm, items) for k in range(j + 1, min(j + 3, end))):
            return j  # «أمر بتجميد مساعدات …»
        if stripped(word) == "سماح" and not gifts.lends_bases(document, j, end):
            return None  # «طلبت السماح لها بتفتيش القنصلية»
        if (act in ("consider", "refuse") or agrees) and stripped(word) in REQUESTS:
            requested = True  # «وافقت واشنطن على طلب كييف الحصول على صواريخ»
            continue
        if (is_action(word) or is_work(document, j) or _is_opening(document, j)) and not (j in covered and j - 1 in covered) and not (j < begin and word.startswith("ال")) and strange <= (3 if act == "directive" else 2 if begin == i + 1 else 1):
            if act == "ready":
                return j if word.startswith("ل") or strange == 0 and begin > i + 1 else None  # «استعداد البنك توفير الدعم», «استعداد البنك بتوفير الدعم»
            if not word.startswith("ل") or word[1:3] == "ال" or act == "commissive" or declarative and _is_decreed(document, i, j):
                return j
        if j in covered or j in timed or j < begin:
            continue
        if sums and strange <= 3 and any(a.start < tokens[j].end and tokens[j].start < a.end for a in sums):
            return j
        found = items[word] if tokens[j - 1].norm != "من" or stripped(tokens[j - 2].norm) in _PARTS | _MORE or j > i + 3 and stripped(tokens[j - 3].norm) in _PARTS else None
        if found is not None and found[1] != "modifier" and found[0] not in ("institutional", "cooperation") and strange == 0 and act != "agree" and not word.startswith("لل") and stripped(word) not in FORCES:
            return j
        if word in _LINKS or act == "directive" and word in _EFFORTS or stripped(word) in _BOOSTING and j + 1 < end and _is_aid(tokens[j + 1].norm, items):
            continue
        if word in ("بشان", "حول", "ضد", "بسبب", "بعد", "قبل", "اثناء"):
            return None
        if declarative and sums and morph is not None and morph.lemma in MEASURING and tokens[j - 1].kind == "word" and not _NO_GIFTS & {*document.norms[i:j]}:
            continue  # «أعلنت عن جهد كبير يبلغ 400 مليون يورو»
        lemma = lemma_at(document, j)
        if declarative and lemma is not None and lemma not in _GETTING and morph is not None and morph.aspect == "i" and stripped(tokens[j - 1].norm) in _DECREES:
            continue  # «وقع قانونا يتيح تقديم …»
        if lemma is not None and (declarative or lemma not in body_verbs):
            strange += 6
        elif tokens[j].kind == "word" and not any(stripped(n) in _DECREES for n in document.norms[max(i + 1, j - _OF_DECREE) : j]):
            strange += 1
        if strange > 8:
            return None
        if not declarative and morph is not None and lemma in body_verbs and (morph.aspect == "i" or lemma != morph.lemma) and tokens[j - 1].norm in ("ان", "بان", "الا"):
            return j
    return None


def _is_decreed(document: Document, i: int, j: int) -> bool:
    """Whether the action noun with ل at ``j`` is what a law, a statement or a plan provides: «أقر قانونا لتقديم مساعدات», «عرض خطة لنشر قوات»."""
    return bool(_DECREES & {stripped(n) for n in document.norms[max(i + 1, j - 4) : j]})


def _own_preposition(document: Document, i: int, begin: int, end: int, covered: set[int]) -> int | None:
    """The preposition that the verb at ``i`` itself governs: «وافق المجلس التنفيذي أمس على قرض», «أعلنت فرنسا في الافتتاح عن مساعدات».

    Between them stand an unknown subject, days and circumstances; in «أعلن الكشف عن أسلحة» it is the noun's.
    """
    morph = document.morphs[i]
    own = _PREPOSITIONS.get(morph.lemma) if morph is not None else None
    at = next((j for j in range(i + 1, end) if document.norms[j] == own), None)
    if at is None:
        return None
    circumstance = False
    for j in range(begin, at):
        word, morph = document.norms[j], document.morphs[j]
        circumstance = circumstance or word in _CIRCUMSTANCE
        if morph is not None and morph.pos == "verb" or document.tokens[j].text in ".؛" or stripped(word) in _NOUNS_OF_ABOUT or word.startswith("ان"):
            return None
        unknown_subject = begin == i + 1 and (word.startswith("ال") or j == begin)
        if not (circumstance or unknown_subject or j in covered or document.tokens[j].kind == "punctuation"):
            return None
    return at


def _is_aid(word: str, items: Items) -> bool:
    """Whether a word is money or goods given: «مساعدات», «تمويل»."""
    found = items[word]
    return found is not None and found[0] in ("financial", "humanitarian", "military") and found[1] != "modifier" and not stripped(word).startswith("دي")


def _at_meeting(document: Document, begin: int, end: int) -> list[int]:
    """The tokens before whom one met when one said it: «أعلن الرئيس الجزائري خلال لقائه نظيره التونسي منح تونس قرضا»."""
    at = next((j for j in range(begin, end - 1) if document.norms[j] in _DURING and document.norms[j + 1].startswith(_MEETINGS)), None)
    return [at, at + 1] if at is not None else []


def _aside(document: Document, i: int, end: int) -> range:
    """«تعهدت …، خلال مؤتمر عقد في باريس أمس، بتقديم …»: tokens between commas that say where it was said; between dashes whatever they say."""
    tokens = document.tokens
    dash = next((j for j in range(i + 1, min(end - 1, i + 8)) if tokens[j].text in _DASHES), None)
    if dash is not None and (close := next((k for k in range(dash + 2, min(end, dash + 22)) if tokens[k].text in _DASHES), None)) is not None:
        return range(dash, close + 1)
    for j in range(i + 1, min(end - 1, i + 12)):
        if tokens[j].text in "،," and tokens[j + 1].norm in _CIRCUMSTANCE:
            close = next((k for k in range(j + 2, min(end, j + 22)) if tokens[k].text in "،,"), j)
            return range(j, close)
    return range(0)


def is_action(word: str) -> bool:
    """Whether a folded word is an action noun, with proclitics and pronouns: تقديم, بإرسالها."""
    return _IS_ACTION[word]


def _is_action(word: str) -> bool:
    for base in (word, stripped(word)):
        if base in _ACTIONS:
            return True
        for suffix in ("ها", "ه", "هم", "نا", "تها"):
            if base.endswith(suffix) and (base[: -len(suffix)] in _ACTIONS or base[: -len(suffix)] + "ه" in _ACTIONS):
                return True
    return False


_IS_ACTION: Final = Memo(_is_action)


def has_pronoun(word: str) -> bool:
    """Whether an action noun carries its object: تزويدها، منحه، دعمهم."""
    return any(word.endswith(s) and stripped(word)[: -len(s)] in _ACTIONS | {"مساعدت"} for s in ("ها", "ه", "هم", "نا"))
