"""Events that are still to come for who is told before them: others prepare them, seek something at them or meet before they begin."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.arguments import Party
from extract.events.clauses.words import BEFORE
from extract.events.meetings.event import TALKS
from extract.events.meetings.triggers import Trigger

# «للتحضير», «الإعداد», «تمهيدا», «لترتيب», «ترتيبات»: the one list of what is done for an event before it.
_PREPARING: Final = frozenset(clitic + word for clitic in ("", "ال", "ل", "لل") for word in ("اعداد", "تحضير", "ترتيب", "تمهيد", "استعداد", "تجهيز", "اعدادا", "تحضيرا", "تمهيدا", "استعدادا", "تحضيرات", "ترتيبات", "استعدادات"))
_ABOUT: Final = frozenset(("بشان", "حول"))
_BEGINNING: Final = frozenset(("انطلاق", "انعقاد", "بدء", "افتتاح", "بدايه"))
_BEGINNING_REACH: Final = 5  # tokens from «قبل ساعات» to what begins
_SAVING: Final = frozenset(("انقاذ", "انجاح", "افشال", "عرقله"))
_AIMS, _AIM_REACH = frozenset(("للتوصل", "للحصول", "للاتفاق", "للضغط")), 12
_TO, _PUTTING_OFF = frozenset(("الي", "علي")), frozenset(("أحال", "رحل", "أرجأ"))  # a matter to an event
_MEETING_VERBS: Final = frozenset(("التقى", "اجتمع", "استقبل", "قابل", "بحث", "ناقش", "تباحث"))
_TALKS: Final = TALKS | {"لقاء", "اجتماع", "جلسة"}
_TALKS_REACH: Final = 8  # tokens from talks to what they prepare
_TRAVEL_REACH: Final = 4  # tokens from what somebody travels for to the event


def is_readied(document: Document, trigger: Trigger) -> bool:
    """Whether the event is still being prepared: «بحث الوزيران الترتيب | لقمة تجمع الرئيسين», «للتحضير | لزيارة الرئيس»."""
    return trigger.noun and trigger.morph.preposition == "ل" and trigger.token > trigger.first and document.norms[trigger.token - 1] in _PREPARING


def is_prepared(document: Document, trigger: Trigger) -> bool:
    """Whether what is told before the event only prepares it: «وصل إلى نيويورك لبحث ترتيبات القمة», «وفد في بيونغ يانغ للإعداد لقمة الزعيمين»."""
    if trigger.role == "travels":
        before = document.norms[max(trigger.first, trigger.token - _TRAVEL_REACH) : trigger.token]
        return any(w in _PREPARING or w == "لبحث" for w in before)
    return trigger.carrier is None and is_readied(document, trigger) and not document.norms[trigger.token - 1].endswith("ا")  # but «سافر إلى سنغافورة تمهيدا | للقمة»


def is_aimed_at(document: Document, trigger: Trigger) -> bool:
    """Whether the event is what others prepare, or only where something is to be reached: «محادثات لإنقاذ قمة سنغافورة», «للتوصل لاتفاق في قمة للاتحاد», «أحال المسألة إلى قمة القادة»."""
    i = trigger.token
    before = document.norms[i - 1] if i else ""
    if before.removeprefix("ل") in _SAVING or is_readied(document, trigger):
        return True
    if before in _TO and any((m := document.morphs[j]) is not None and m.lemma in _PUTTING_OFF for j in range(max(trigger.left, i - _AIM_REACH), i)):
        return True
    return not trigger.morph.enclitic and before == "في" and any(w in _AIMS for w in document.norms[max(trigger.left, i - _AIM_REACH) : i])


def begins_later(document: Document, trigger: Trigger) -> bool:
    """Whether who stands before the event only did something or met others before it: «شن الوزير هجوما قبل ساعات من انطلاق القمة», «التقى الرئيس نظيره قبل قمة العشرين»."""
    norms, i = document.norms, trigger.token
    if trigger.morph.enclitic:
        return False
    if norms[i - 1] in _BEGINNING and i - trigger.first >= 2:
        return not BEFORE.isdisjoint(norms[max(trigger.first, i - _BEGINNING_REACH) : i - 1])
    if norms[i - 1] not in BEFORE:
        return False
    return norms[i - 2] == "وذلك" or any((m := document.morphs[j]) is not None and m.pos == "verb" and m.lemma in _MEETING_VERBS for j in range(trigger.left, i))


def is_told_ahead(document: Document, trigger: Trigger, parties: list[Party]) -> bool:
    """Whether the event is what something told before it in the sentence comes before, is about or prepares: «يزور بيونغ يانغ قبيل | القمة بين …», «محادثات بشأن الإعداد | للقمة بين …»."""
    i = trigger.token
    if i <= trigger.first:
        return False
    if trigger.construction == "verb_arrive" and document.norms[i - 1].removeprefix("و") in BEFORE:
        return True  # «قبل | توجهه إلى باريس، التقى الوزير نظيره»
    if not trigger.noun:
        return False
    if _is_topic_of_talks(document, trigger):
        return True
    if not any(p.start > document.tokens[i].start for p in parties):
        return False
    before = i - 2 if document.norms[i - 1] == "عقد" and i - 1 > trigger.first else i - 1
    return document.norms[before] in BEFORE or document.norms[before] in _ABOUT or document.norms[before] == "اجل" or is_readied(document, trigger)


def _is_topic_of_talks(document: Document, trigger: Trigger) -> bool:
    """Whether the event is what talks told before it in the clause prepare: «محادثات بشأن الإعداد | للقمة», «لقاء تمهيدا | لزيارة الملك»."""
    i, first = trigger.token, trigger.first
    at = i - 1 if document.norms[i - 1] in _PREPARING else i - 2
    if at < first or document.norms[at] not in _PREPARING:
        return False
    return any((m := document.morphs[j]) is not None and m.pos == "noun" and m.lemma in _TALKS for j in range(max(first, at - _TALKS_REACH), at))
