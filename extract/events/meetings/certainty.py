"""Whether the words of an event tell by themselves that it took place, whatever later mentions say."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document, TimeExpression
from extract.events.arguments import Index
from extract.events.clauses.words import AFTER
from extract.events.meetings.carriers import is_within
from extract.events.meetings.frames import Frames
from extract.events.meetings.setting.scope import SAYING
from extract.events.meetings.triggers import Trigger
from extract.events.modality.clause import is_direct, is_past

_TOLD_OF: Final = frozenset(("فحوي", "مده", "تفاصيل", "كواليس", "اجواء", "مجريات", "حصيله", "ختامي", "الختامي", "ختاميا"))  # what only an event that took place has
_OUTCOMES: Final = frozenset(("نتايج", "مخرجات", "نتيجه"))  # are known where somebody has judged or heard them, else yet to come: «التزمت باريس الحذر من نتائج القمة»
_KNOWING: Final = frozenset(("رحب", "أشاد", "ثمن", "بحث", "ناقش", "استعرض", "أطلع", "عرض", "قيم", "تناول", "انتقد", "أظهر", "أعلن", "نشر", "تدارس", "كشف"))
_DESCRIBING: Final = frozenset(("وصف", "أشاد", "ثمن"))
_AS: Final = ("بانها", "بانه")
_KNOWN_REACH: Final = 14  # tokens from such a verb to the event
_DESCRIBED_REACH: Final = 16  # tokens from such a verb to the event, from there to «بأنها»


def is_sure(document: Document, index: Index, frames: Frames, trigger: Trigger, time: TimeExpression | None) -> bool:
    """Whether its own clause tells that an event takes place: by a verb, «خلال اليوم الأول من القمة», «قمتهم المنعقدة الآن», «فحوى اجتماعه», «وصف محادثاته بأنها مثمرة»; not «مصير الزيارة»."""
    i = trigger.token
    if trigger.construction == "verb_meet" and trigger.morph.aspect == "i" and time is None and (i == trigger.first or document.tokens[i - 1].kind == "punctuation"):
        return False  # «يلتقي الرئيسان في أول قمة»: now, soon or by rule
    if not trigger.noun or trigger.carrier is not None or is_within(document, i):
        return True
    if document.norms[i - 1].removeprefix("ب") in _OUTCOMES and any(is_past(m := document.morphs[j]) and m is not None and m.lemma in _KNOWING for j in range(max(trigger.first, i - _KNOWN_REACH), i - 1)):
        return True
    if document.norms[i - 1] in _TOLD_OF or trigger.morph.enclitic is not None and _is_described(document, frames.status_words, i, trigger.first):
        return True
    own = next((m for j in range(i + 1, min(i + 18, trigger.last)) if (m := document.morphs[j]) is not None and m.pos == "verb" and not index.in_person(document.tokens[j].start)), None)
    ended = own is not None and own.aspect == "p" and own.conjunction is None and own.lemma not in SAYING  # «مباحثاته مع الزعيم انتهت إلى …», not «…، بحسب ما أعلن الوزير»
    return ended or "خلال" in document.norms[max(trigger.first, i - 4) : i] or any(w.startswith(("المنعقد", "الجاري")) for w in document.norms[i + 1 : min(i + 4, trigger.last)])


def is_told_as_over(document: Document, trigger: Trigger) -> bool:
    """Whether somebody speaks, in the past, when the event is over: «وقال الوزير | بعد اللقاء | إن …», «في ختام محادثاتهما»; not «سيتحدث بعد اللقاء»."""
    i, said = trigger.token, document.morphs[trigger.carrier] if trigger.carrier is not None and trigger.role == "says" else None
    after = document.norms[i - 1] in AFTER or document.norms[i - 1] in ("ختام", "انتهاء") and i - 2 >= trigger.first
    return trigger.noun and after and is_past(said) and said is not None and said.lemma in SAYING


def _is_described(document: Document, status_words: dict[str, frozenset[str]], i: int, first: int) -> bool:
    """Whether a past verb says what an event was like: «وصف الوزير | محادثاته مع نظيره بأنها مثمرة»."""
    verb = next((j for j in range(i - 1, max(i - _DESCRIBED_REACH, first) - 1, -1) if (m := document.morphs[j]) is not None and m.pos == "verb"), None)
    if verb is None or not is_past(document.morphs[verb]) or document.morphs[verb].lemma not in _DESCRIBING:  # type: ignore[union-attr]
        return False
    return is_direct(document, status_words, verb, i) and any(w in _AS for w in document.norms[i : i + _DESCRIBED_REACH])
