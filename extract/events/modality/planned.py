"""Signs round an event noun that it is to come: «القمة المقبلة», «قبل لقائه», «أعلن عن عقد …»."""

from __future__ import annotations

from typing import Final

from extract.events.clauses.words import AFTER, SINCE
from extract.events.modality.agreement import EVENTS, is_said_of
from extract.events.modality.clause import Clause, in_person, is_direct, is_past
from extract.events.modality.governed import is_outcome

_PREDICATE, _CLOSE = 18, 12  # tokens from an event noun to its own verb, «لقاؤه بنظيره سيبحث»; so near a comma may stand between
_ENDING: Final = ("انتهاء", "اختتام", "ختام")  # what may stand between «بعد» and the event
_PARTING: Final = ("،", ",", "الذي", "التي")
_AWAITED: Final = 14  # tokens from an event to the adjective that says it is to come
_ITS_HOLDING: Final = ("عقد", "انعقاد", "اقامت", "تنظيم", "اجراو")
_NEXT_DAYS: Final = ("المقبل", "القادم", "غدا", "غداً", "يوم غد")
_ON_AGENDA: Final = ("تصدر", "كان", "يكون", "تضمن", "شمل", "هيمن", "طغى", "حل")
_AGENDA: Final = 30  # tokens from a verb to the agenda of an event
_PREPARING: Final = frozenset(stem + ending for stem in ("حضر", "ستعد", "تجهز", "جهز", "عد", "رتب", "خطط") for ending in ("", "ان", "ون"))
_WAYS: Final = frozenset(("طريق", "باب", "ابواب", "مجال", "عقبه", "عقبات", "عاءق", "عايق", "عواءق", "عوايق", "حاجز", "سبيل"))
_GOES_AHEAD: Final = ("يمضي", "تمضي", "سيمضي", "ستمضي", "ماض", "ماضيه")
_STILL, _STILL_REACH = ("يزال", "تزال", "زال", "زالت"), 3
_FOLLOWING: Final = frozenset(verb + ending for verb in ("يلي", "تلي", "سيلي", "ستلي", "يعقب", "تعقب", "يتخلل", "تتخلل") for ending in ("", "ه", "ها"))
_WAS: Final = ("كان", "كانت", "وكان", "وكانت")
_NOT_YET: Final = ("لم", "ولم", "لا", "ولا")


def on_the_agenda(c: Clause) -> bool:
    """«سيتصدر الملف جدول المباحثات بين الرئيسين», «ستكون الأزمة على جدول أعمال القمة»."""
    at = c.trigger - 1 if c.before(c.trigger) != "اعمال" else c.trigger - 2
    if c.norm(at) not in c.listed["programme"] or c.past or c.over:
        return False
    for i in range(at - 1, max(at - _AGENDA, -1), -1):
        if c.document.tokens[i].text in ".؟!":
            return False
        if (m := c.document.morphs[i]) is not None and m.pos == "verb" and m.future and m.lemma in _ON_AGENDA:
            return True
    return False


def is_set(c: Clause) -> bool:
    """«تلقى دعوة للمشاركة في المؤتمر المقرر عقده بتونس», «زيارة الرئيس المخطط لها»."""
    holding = any(c.norm(i) in c.listed["awaited"] and c.norm(i + 1).startswith(_ITS_HOLDING) and is_said_of(c.document, c.trigger, i) or c.norm(i) == "المخطط" and c.norm(i + 1).startswith("له") for i in c.after(_AWAITED))
    return holding and not c.over


def still_stands(c: Clause) -> bool:
    """«القمة لا تزال قائمة», «اللقاء ما زال في موعده», «القمة تمضي قدما»: it is yet to be."""
    if c.past or c.over:
        return False
    if any(c.norm(i) == "قدما" and c.norm(i - 1) in _GOES_AHEAD for i in c.after(_PREDICATE)):
        return True
    return any(c.norm(i) in c.listed["still_set"] and any(c.norm(j) in _STILL for j in range(i - _STILL_REACH, i)) for i in c.after(_PREDICATE))


def is_arranged(c: Clause) -> bool:
    """«وسط استعدادات لقمة», «يترقب العالم القمة», «يجري تنظيم زيارة», «يشمل جدول أعماله لقاء»."""
    programme = c.governor is None and any(w in c.listed["programme"] for w in c.words[1:]) and c.words[0].removeprefix("و")[:1] in ("ي", "ت")
    ready = any(w in c.listed["arranging"] or w == "التنازلي" for w in c.near[-3:]) and (c.before(c.trigger) in ("لعقد", "لاجراء", "لاستضافه") or c.noun is not None and c.noun.preposition == "ل")
    if ready and not c.over:
        return True  # «انتهت الاستعدادات لعقد لقاء», «بدأ العد التنازلي للقمة»
    if c.norm(c.trigger - 2) == "جدول" and c.before(c.trigger) in ("الاعمال", "اعماله", "اعمالها") or any(w.removeprefix("و") in _FOLLOWING for w in c.near[-3:]):
        return not c.over and not any(w in _WAS for w in c.near)  # «على جدول الأعمال لقاء», «يلي ذلك اجتماع», «يتخلل الزيارة لقاء»
    going = any(c.norm(i) == "قيد" and c.norm(i + 1) in c.listed["preparation"] for i in c.after(_AWAITED))  # «زيارة الرئيس قيد الترتيب»
    return not c.past and not c.over and (programme or going or any(w in c.listed["arranging"] or w.removeprefix("ل") in c.listed["arranging"] for w in c.near[-5:]) or c.before(c.trigger) == "تنظيم" and c.present())


def is_prepared_for(c: Clause) -> bool:
    """«يحضّر حاليا لزيارة إلى الهند», «تستعد لقمة مع …»: who prepares for it has not held it."""
    if c.noun is None or c.noun.preposition != "ل" or c.over or not c.verbs:
        return False
    verb = c.verbs[-1][0]
    morph = c.document.morphs[verb]
    return morph is not None and morph.aspect == "i" and c.norm(verb).removeprefix("و")[1:] in _PREPARING and is_direct(c.document, c.listed, verb, c.trigger)


def has_its_date(c: Clause) -> bool:
    """«حدد موعد لقائه مع …», «لم يحدد مكان الاجتماع»."""
    open_still = c.before(c.trigger) in ("مكان", "تاريخ", "برنامج", "تفاصيل") and any(lemma in ("حدد", "أعلن", "كشف") and c.before(i) in _NOT_YET for i, lemma in c.verbs)
    return not c.past and not c.over and (c.before(c.trigger) in c.listed["date"] or open_still)


def before_it(c: Clause) -> bool:
    """«قبل قمته مع …», «قبل شهر من عقد أول قمة …»."""
    opening = next(i for i in range(c.trigger - 1, -2, -1) if i < c.first or c.norm(i) not in c.listed["opening"])
    if c.past or c.over or opening < c.first:
        return False
    return c.norm(opening) in ("قبل", "قبيل") or c.norm(opening) == "من" and any(c.norm(i) == "قبل" for i in range(opening - 5, opening))


def is_in_the_way(c: Clause) -> bool:
    """«فتح الباب أمام لقاء بين الرئيسين», «أزال عقبة أمام قمة مرتقبة»: what a way leads to has not been."""
    way = c.before(c.trigger) == "امام" and any(c.norm(i).removeprefix("ال") in _WAYS for i in range(c.trigger - 4, c.trigger - 1))
    return way and not c.over


def on_a_day_ahead(c: Clause) -> bool:
    """«لقاء في الثالث من الشهر المقبل»; not what begins today: «زيارة يؤديها اليوم وغدا»."""
    return not c.past and c.time is not None and not c.time.text.startswith("اليوم") and any(w in c.time.text for w in _NEXT_DAYS)


def is_awaited(c: Clause) -> bool:
    """«القمة المقبلة», «زيارة الأمير وليام، …، المرتقبة هذا الصيف»."""
    return not c.past and (any(c.norm(i) in c.listed["scheduled"] and is_said_of(c.document, c.trigger, i) for i in c.after(4)) or _has_awaited_behind(c))


def is_planned(c: Clause) -> bool:
    """«من المقرر عقد اجتماع», «يعتزم لقاء نظيره»; what «أعلن استعداد بلاده … بعد لقائه نظيره» is told as done."""
    if c.before(c.trigger) in AFTER and _was_told(c) or is_outcome(c) or c.aside and c.over:
        return False
    return not c.past and (any(w in c.listed["planned"] and not _is_of_another(c, c.trigger - len(c.words) + i) for i, w in enumerate(c.words)) or any(lemma in c.listed["planned_lemma"] for _, lemma in c.verbs))


def behind_a_future(c: Clause) -> bool:
    """«ستكون أول من يحظى بلقاء …», «سيلي هذه المناسبة اجتماع»."""
    if c.past or c.governor is not None or c.aside or c.before(c.trigger) in SINCE or is_outcome(c):
        return False
    told = (m for i in reversed(range(c.trigger - len(c.words), c.trigger)) if (m := c.document.morphs[i]) is not None and m.pos == "verb" and not in_person(c.document, i))
    last = next((m for m in told if m.future or m.aspect != "i"), None)
    return last is not None and last.future


def before_its_time(c: Clause) -> bool:
    """«لقاء قريب مع …», «القمة بحلول الصيف»."""
    return not c.past and any(c.norm(i) in c.listed["to_come"] and is_said_of(c.document, c.trigger, i) for i in c.after(6))


def _is_over_before(c: Clause) -> bool:
    """Whether what was done is told to be after the event: «غادر بعد انتهاء | القمة | في رحلة ستأخذه إلى الرياض»; not «بعد لقائه نظيره سيتوجه إلى الرياض»."""
    ended = c.before(c.trigger) in _ENDING
    after = c.norm(c.trigger - 2) if ended else c.before(c.trigger)
    return after in AFTER and any(is_past(c.document.morphs[i]) for i, _ in c.verbs)


def before_a_future(c: Clause) -> bool:
    """«لقاؤه بالرئيس سيبحث …», «لقاؤه بنظيره قد يفضي إلى …»."""
    if c.past or c.governor is not None or c.aside or _is_over_before(c):
        return False
    at = next((i for i in c.after(_PREDICATE) if (m := c.document.morphs[i]) is not None and m.pos == "verb" and not in_person(c.document, i)), None)
    following = c.document.morphs[at] if at is not None else None
    if at is None or following is None or not following.future:
        return _may_be(c)
    if any((m := c.document.morphs[i]) is not None and m.preposition == "ل" and m.lemma in EVENTS for i in range(c.trigger + 1, at)):
        return False  # «غادر القمة استعدادا لقمة ستجمعه …»
    own = at - c.trigger < _CLOSE or not any(c.norm(i) in _PARTING for i in range(c.trigger, at))
    return following.conjunction is None and own


def _was_told(c: Clause) -> bool:
    """Whether the nearest verb before the event is a past one, and none of planning."""
    told = (m for i in range(c.trigger - 1, c.first - 1, -1) if (m := c.document.morphs[i]) is not None and m.pos == "verb" and not in_person(c.document, i))
    nearest = next(told, None)
    return is_past(nearest) and nearest is not None and nearest.lemma not in c.listed["planned_lemma"]


def _is_of_another(c: Clause, i: int) -> bool:
    """Whether an adjective before the event goes with what stands before a comma: «على وقع القمة المرتقبة، شدد خلال مؤتمر صحفي»."""
    parted = any(c.norm(j) in ("،", ",") for j in range(i + 1, c.trigger))
    head = c.document.morphs[i - 1]
    named = any(n.end == c.document.tokens[i - 1].end for n in c.document.names)
    qualifies = parted and c.norm(i) in c.listed["awaited"] or c.aside and c.norm(i) in c.listed["scheduled"]  # «الخطوات المقبلة لتنفيذ ما وقع خلال زيارته»
    return qualifies and i > c.first and (named or head is not None and head.pos == "noun")


def _has_awaited_behind(c: Clause) -> bool:
    """Whether an adjective of the event's, behind who takes part, says that it is to come."""
    for i in c.after(_AWAITED):
        morph = c.document.morphs[i]
        if morph is not None and morph.pos == "verb" or c.document.tokens[i].text in ".؛":
            return False
        if c.norm(i).removeprefix("و") in c.listed["awaited"] or c.norm(i) in c.listed["scheduled"] and in_person(c.document, i - 1):
            return c.norm(i).endswith("ه") == c.norm(c.trigger).endswith(("ه", "ات"))
    return False


def _may_be(c: Clause) -> bool:
    """Whether the event noun's own predicate is «قد» and an imperfect: «لقاؤه بنظيره قد ينجم عنه اتفاق»."""
    tokens, morphs = c.document.tokens, c.document.morphs
    for i in range(c.trigger + 1, min(c.last - 1, c.trigger + 10)):
        if tokens[i].kind not in ("word", "number") or (m := morphs[i]) is not None and m.pos == "verb":
            return False
        if tokens[i].norm == "قد":
            following = morphs[i + 1]
            return following.aspect == "i" if following is not None and following.pos == "verb" else tokens[i + 1].norm[:1] in ("ي", "ت")
    return False
