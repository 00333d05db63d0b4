"""Words of meeting that tell of none: «قمة العلاقات», «طاولة المفاوضات», «اجتمعت الأسباب», «زيارة خاصة»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document, Morph
from extract.events.meetings.event import TALKS

_TIMES: Final = frozenset(("مرات", "مرارا", "دوري", "دوريا", "بانتظام", "سنويا", "شهريا", "اسبوعيا"))
# «قمة العلاقات», «قمة جبل»: the peak of something.
_PEAKED: Final = frozenset(("العلاقات", "العلاقه", "علاقات", "الهرم", "هرم", "جبل", "الجبل", "جبال", "ايفرست", "السعاده", "الاداء", "العطاء", "التالق", "المجد", "النجاح", "الروعه", "الاهميه", "السلطه", "مجدها", "مجده", "التعاون", "التوتر", "الازدهار", "القوه", "التطور", "التقدم", "الانسجام", "التفاهم", "الغضب", "الفرح", "الاستعداد"))  # fmt: skip
# «مسار المفاوضات», «طاولة المفاوضات»: negotiating as such and no round of it.
_PROCESSES: Final = frozenset(("مسار", "مسارات", "طاوله", "مايده", "لغه", "نهج", "خيار", "اسلوب", "مبدا", "فن"))
_REVIVING: Final = frozenset(("تحريك", "احياء", "تفعيل", "انعاش", "دفع", "انجاح", "عرقله", "افشال", "تقويض", "عمليه"))  # «تحريك المفاوضات»: no round is told
_PRIVATE: Final = frozenset(("خاصه", "عاءليه", "عايليه", "سياحيه", "شخصيه", "استجمام"))
_VISAS: Final = frozenset(("تاشيره", "تاشيرات"))
_MISSIONS: Final = frozenset(("قنصليه", "القنصليه", "للقنصليه", "بالقنصليه", "سفاره", "السفاره", "للسفاره", "مسجد", "المسجد", "متحف", "المتحف", "الموقع"))
_SPANS: Final = frozenset(("عام", "سنه", "شهر", "اسبوع", "يوم", "عامين", "سنتين", "شهرين", "اسبوعين", "ثلاثه", "سته", "اربع", "اربعه", "ثلاث", "مره"))
_EACH_TIME: Final = 5  # tokens from «كلما» to the verb
_RECURRING_REACH: Final = 12  # tokens from the word of meeting to «كل عام»
_COMING_TOGETHER: Final = frozenset(("اجتمع", "التقى", "تلاقى"))
# What comes together without anybody who meets: «التقت مصالح البلدين», «اجتمعت عوامل عدة».
_ABSTRACT: Final = frozenset(("سبب", "اسباب", "مصلحه", "مصالح", "وجهات", "وجهتا", "رويه", "روي", "رويا", "راي", "اراء", "فكره", "افكار", "عوامل", "ظروف", "حضاره", "حضارات", "ثقافه", "ثقافات", "اراده", "مواقف", "صفات", "خطوط", "طرق", "مسارات", "اهداف", "معطيات", "ادله", "احلام", "قيم", "ازمات", "جهود", "شروط", "لغات", "خبرات", "خيوط", "ذكريات", "مشاعر", "مساعي", "توجهات", "سياسات", "طموحات"))  # fmt: skip
_PREPOSITIONS, _THIS = frozenset(("في", "علي", "من", "عند")), frozenset(("هذا", "هذه"))
_SUBJECT_REACH: Final = 6  # tokens behind such a verb to its subject: «تجتمع في هذه اللوحة حضارة مصر»


def is_figure(document: Document, morph: Morph, i: int, first: int, last: int) -> bool:
    """Whether the noun stands for no event between parties: «قمة العلاقات», «طاولة المفاوضات», «زيارة القنصلية», «زيارة خاصة», «تأشيرة لزيارة بريطانيا»."""
    behind = document.tokens[i + 1].norm if i + 1 < last else ""
    if _recurs(document, i, first, last):
        return True
    if morph.pos == "verb" and any(t.norm in _TIMES for t in document.tokens[i + 1 : min(i + 8, last)]):
        return True  # «التقيا تسع مرات», «يجتمعون بشكل دوري»
    if morph.lemma == "قمة":
        return behind in _PEAKED
    if morph.lemma in ("زيارة", "زار"):
        private = morph.pos == "noun" and behind in _PRIVATE
        return private or behind in _MISSIONS or morph.preposition == "ل" and bool(_VISAS & {*document.norms[max(first, i - 4) : i]})
    if morph.pos == "verb":
        return morph.lemma in _COMING_TOGETHER and _is_lifeless(document, i, last)
    if i == first or morph.lemma not in TALKS:
        return False
    before = document.tokens[i - 1].norm
    if morph.definite and before == "علي" and i > first + 1 and document.norms[i - 2].replace("ريص", "رص").find("حرص") >= 0:
        return True  # «ستحرص على الحوار مع …»
    return morph.lemma == "مفاوضات" and before in _PROCESSES or morph.definite and before in _REVIVING


def _recurs(document: Document, i: int, first: int, last: int) -> bool:
    """Whether the clause tells what happens again and again: «يعقد المؤتمر كل عام», «لقاءين في السنة», «كلما زار القدس», «في كل مرة يلتقي فيها …»."""
    if any(document.norms[j] == "كلما" or document.norms[j] == "كل" and document.norms[j + 1] == "مره" for j in range(max(i - _EACH_TIME, first), i)):
        return True
    for j in range(i + 1, min(i + _RECURRING_REACH, last - 1)):
        if document.tokens[j].text in "،,.؛:":
            return False
        if document.norms[j] == "كل" and document.norms[j + 1] in _SPANS or document.norms[j] == "في" and document.norms[j + 1] == "السنه":
            return True
    return False


def _is_lifeless(document: Document, i: int, last: int) -> bool:
    """Whether the subject of the verb at ``i`` is a thing of the mind: the first noun behind it that is no phrase with a preposition."""
    for j in range(i + 1, min(i + _SUBJECT_REACH, last)):
        morph = document.morphs[j]
        before = document.norms[j - 2] if document.norms[j - 1] in _THIS else document.norms[j - 1]
        if morph is None or morph.pos != "noun" or morph.preposition is not None or before in _PREPOSITIONS:
            continue
        return document.norms[j].removeprefix("ال") in _ABSTRACT
    return False
