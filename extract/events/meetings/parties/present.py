"""Persons who are there themselves, and not named only as somebody's master, leader or sender: no «مبعوث | الرئيس», no «تحت قيادة | الملك»."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import is_joined, token_at
from extract.arabic.types import Document, Person
from extract.events.clauses.words import SPEAKING_AT
from extract.events.meetings.parties.messages import is_addressee, is_message

_OF_ANOTHER: Final = frozenset(("تحيات", "تحيه", "تهاني", "تعازي", "توجيهات", "نظام", "موفد", "موفدا", "مبعوث", "سفير", "سفاره", "مكتب", "قصر", "نيابه", "باسم", "اسم", "رساله", "حكومه", "اداره", "نجل", "شقيق", "شقيقه", "زوجه", "زوج", "ابنه", "ابن", "صهر", "والد", "حزب", "مويده", "مويدين", "مواليه", "موالين", "المويده", "المويدين", "المواليه", "الموالين", "تابعه", "التابعه", "فريق", "حمله", "محامي", "برج", "منزل", "مساعد", "مساعدي", "مستشاري", "مقربين", "مقرب",
    "قوات", "جيش", "ميليشيات", "ميليشيا", "وفاه", "مقتل", "اغتيال", "اعتقال", "اختفاء", "قبر", "ضريح", "مصير", "سراح", "جثمان", "جثه", "اعدام", "تصفيه", "مقر", "بيت", "قرارات", "جهود", "عهد", "عايله", "اسره", "اقارب", "انصار", "فوز", "هزيمه", "رحيل",
    "سياسه", "سياسات", "صوره", "صور", "رسايل", "تصريحات", "اتهامات", "انتقادات", "دعم", "شركه", "شركات", "حساب", "ممثلين", "ممثلي", "ممثلون", "مندوبين", "مبعوثي", "محامين", "محاميي", "مستشارو", "مستشارين", "خلافه", "خلافات", "ولايه", "وفاته", "منصب", "بمنصب", "اتباع", "مويدو", "مويدي", "معارضو", "معارضي", "مناصرو", "مناصري", "حلفاء", "خصوم", "محامو", "مساعدو", "اعوان", "منتقدو", "منتقدي", "وكلاء"))  # fmt: skip
_FATES: Final = frozenset(("مصير", "سراح", "مقتل", "اغتيال", "اعتقال", "اختفاء", "وفاه", "اعدام", "جثه", "جثمان", "قضيه", "اختطاف", "احتجاز", "سجن"))  # of whom others speak
_GREETINGS: Final = frozenset(("تحيات", "تحيه", "تهاني", "تعازي", "تمنيات", "مواساه", "لتحيات", "بتحيات"))  # which the absent send
_NEAR: Final = frozenset(("المقرب", "المقربه", "مقرب", "مقربه", "المقربين", "مقربين", "المقربون", "مقربون", "القريب", "القريبه"))  # «من» whom somebody is
_GREETED, _GREETED_REACH = frozenset(("تحياته", "تحياتها", "تحيات", "تقديره", "شكره", "امتنانه")), 6  # tokens from a greeting to whom it is for
_OWNED: Final = frozenset(("مقر", "ممثل", "مبعوث", "مستشار", "مساعد", "سكرتير", "ناطق", "متحدث", "موفد", "منزل", "بيت", "قصر", "حساب", "موقع", "محامي", "مكتب", "وفد", "حزب", "كتلة", "نائب", "قائد", "رمز", "خطاب", "تمثال", "تابع", "مزرعة", "منتجع", "فريق", "حملة", "نجل", "ابن", "والد", "صورة", "سيارة", "طائرة"))  # things and people of somebody's
_ORDERS: Final = frozenset(("بامر", "بتوجيه", "بتوجيهات", "بتكليف", "بايعاز", "تكليف", "توجيه", "توجيهات", "لتوجيهات", "لتوجيه", "لامر", "لاوامر", "لتكليف", "اوامر"))  # what is done so is done by others: «بأمر الملك», «بتوجيه من السلطان»
_LED: Final = frozenset(("بقياده", "قياده"))  # «وفد بقيادة فلان» has him there, «العلاقات بقيادة الملك» has not
_MISSIONS: Final = frozenset(("وفد", "وفدا", "الوفد", "لوفد", "بوفد", "فريق", "فريقا", "بعثه", "وفود"))
_MISSION_REACH: Final = 8  # tokens from «وفدا» to «بقيادة»
_AIDES: Final = frozenset(("مساعد", "لمساعد", "بمساعد", "ومساعد", "مستشار", "لمستشار", "ومستشار", "مبعوث", "محامي"))  # a name at once behind such a construct is the master's
_ENVOYS: Final = frozenset(("مبعوث", "ممثل", "مستشار", "مستشاره", "مساعد", "مساعده", "موفد", "نايب"))
_REMARKS, _COMING = frozenset(("تصريحات", "تصريح", "كلام", "اقوال", "حديث", "تعليقات")), frozenset(("جاء", "أتى"))


def present(document: Document) -> list[Person]:
    """The persons who are not named only as somebody's master, leaders or senders: «نقل تحيات | الملك | وولي العهد | إلى أخيهما», «تحت قيادة | الملك | والرئيس |»."""
    out: list[Person] = []
    sender: Person | None = None
    for p in document.persons:
        joins = sender is not None and is_joined(document, p.start) and document.text[sender.end : p.start].strip(" ،,") == ""
        if joins or _stands_for_another(document, p):
            before = document.norms[max(0, token_at(document, p.start) - 1)]
            sender = p if joins or before.removeprefix("و") in _GREETINGS or before in _LED else None
        else:
            sender = None
            out.append(p)
    return out


def whose_remarks(document: Document, start: int, end: int) -> Person | None:
    """Whose remarks are told of between two offsets: «أثارت تصريحات | الوزير فلان | خلال لقائه …»."""
    said = (p for p in document.persons if start < p.start < end and p.kind == "person" and document.norms[token_at(document, p.start) - 1].removeprefix("و") in _REMARKS)
    return next(said, None)


def _stands_for_another(document: Document, person: Person) -> bool:
    """Whether a person is named only as somebody's master or house: «مبعوث الرئيس», «سفارة خادم الحرمين», «مساعد كيم جونغ أون»."""
    tokens, i = document.tokens, token_at(document, person.start)
    if i + 1 < len(tokens) and tokens[i].norm in _AIDES and tokens[i + 1].start == person.name_start:
        return True
    if i and tokens[i - 1].norm in _ORDERS or i > 1 and tokens[i - 1].norm == "من" and tokens[i - 2].norm in _ORDERS:
        return True
    if i and i < len(tokens) and tokens[i].norm.startswith("ل") and (any(t.norm.removeprefix("و").removeprefix("ال") in _ENVOYS for t in tokens[max(0, i - 2) : i]) or _is_owner(document, i)):
        return True  # «المبعوث الخاص للرئيس فلان»
    if i and tokens[i - 1].norm in _LED:
        return not any(t.norm in _MISSIONS for t in tokens[max(0, i - _MISSION_REACH) : i - 1])
    before = tokens[i - 1].norm if i else ""
    if i > 1 and before.startswith("ال") and tokens[i - 2].norm.lstrip("وبل") in _FATES and tokens[i].start == person.name_start:
        return True  # «بشأن مصير الصحفي | فلان»
    if before == "من" and i > 1 and (document.norms[i - 2] in _NEAR or is_message(document, i - 2)):
        return True  # «المستشار المقرب من الرئيس»
    if before in ("الي", "ترحيب") or i < len(tokens) and tokens[i].norm.startswith("ل"):
        if _is_greeted_by_another(document, i) or is_addressee(document, i):
            return True
    if before in _REMARKS and (_comes(document, i - 2) or _comes(document, token_at(document, person.end))):
        return not _speaks_at(document, person)  # «جاءت تصريحات الوزير خلال لقاء مع …»
    return bool({before, before.removeprefix("و"), before.removeprefix("ب"), before.removeprefix("ل"), before.removeprefix("وب"), before.removeprefix("ول")} & _OF_ANOTHER)


def _is_greeted_by_another(document: Document, i: int) -> bool:
    """Whether somebody is to be greeted by a guest, or welcomes by somebody else: «حمّله تحياته | للملك |», «نقل ترحيب | الأمير |»."""
    norms = document.norms
    if norms[i - 1] == "ترحيب":
        return (verb := document.morphs[i - 2]) is not None and verb.lemma == "نقل"
    for j in range(i - 1, max(0, i - _GREETED_REACH), -1):
        verb = document.morphs[j - 1]
        if norms[j] in _GREETED and verb is not None and verb.lemma == "حمل" and verb.enclitic is not None:
            return True
    return False


def _comes(document: Document, i: int) -> bool:
    """Whether a verb of coming stands at token ``i``: «جاءت تصريحات …»."""
    verb = document.morphs[i] if 0 <= i < len(document.morphs) else None
    return verb is not None and verb.lemma in _COMING


def _speaks_at(document: Document, person: Person) -> bool:
    """Whether the remarks of a person are said to have been made at an event: «… تصريحات الوزير خلال لقاء», «تصريحات الوزير جاءت خلال لقاء»; not «… في أعقاب لقاء»."""
    j = token_at(document, person.end)
    j += _comes(document, j)
    j += document.norms[j : j + 1] == ["،"]  # «جاءت تصريحات الوزير، خلال لقاء …»
    behind = document.norms[j : j + 2]
    return len(behind) > 1 and behind[0] in SPEAKING_AT and behind[1] != "اعقاب"


def _is_owner(document: Document, i: int) -> bool:
    """Whether «لـ» at token ``i`` says whose a thing is: «المقر التاريخي للرئيس فلان», «الممثل الشخصي لأمير قطر»; not «الزيارة المرتقبة للرئيس»."""
    j = i - 1
    while j > 0 and (m := document.morphs[j]) is not None and m.pos == "adj" and m.definite:
        j -= 1
    head, before = document.morphs[j], document.morphs[j - 1] if j else None
    if head is None or head.pos != "noun" or not head.definite:
        return False
    return head.lemma in _OWNED or before is not None and before.pos == "noun" and not before.definite and before.lemma in _OWNED  # «مستشار الأمن القومي للرئيس»
