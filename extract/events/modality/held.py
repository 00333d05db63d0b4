"""Signs that an event takes place though its verb is no past one: it goes on now, or a past clause tells of it."""

from __future__ import annotations

from typing import Final

from extract.events.clauses.counts import count_to
from extract.events.clauses.words import LEADING
from extract.events.meetings.carriers import refers_back
from extract.events.modality.clause import Clause, in_person, is_ahead, is_past
from extract.events.modality.tense import on_its_day

_NOW: Final = 4  # tokens between a present verb and «حاليا»
_EARLIER: Final = 18  # tokens from an event to «في وقت سابق»
_DELEGATIONS: Final = ("وفد", "الوفد", "فريق", "وفدا")
_OPENING, _WHILE = ("افتتاحه", "افتتاحها", "تدشينه", "تدشينها"), ("خلال", "لدي", "عقب", "بعد", "اثناء", "اثر")
_RELATIVES: Final = ("الذي", "التي")
_ON_IT, _COMING_ABOUT = ("هامش", "خلال", "اثناء", "مستهل"), ("أتى", "جاء", "كان", "تزامن")
_TOLD: Final = 24  # tokens from the visit's own verb to the main one
_EVE, _EVE_REACH, _WAS = ("عشيه", "قبيل"), 9, ("كان", "كانت", "وكان", "وكانت")
_SESSION: Final = 14  # tokens from an event to «المنعقد»

_TO_COME: Final = frozenset(("المقبل", "المقبله", "المقرر", "المقرره", "المرتقب", "المرتقبه", "المزمع", "المنتظره"))


def goes_on_now(c: Clause) -> bool:
    """«نحن حاليا نعقد محادثات», «تجري الآن مشاورات»."""
    return c.present() and not c.is_near("arranging") and any(w in c.listed["now"] for w in c.document.norms[max(c.first, c.head - _NOW) : min(c.last, c.head + _NOW)])


def is_in_session(c: Clause) -> bool:
    """«قبيل مشاركته في الاجتماع الوزاري المنعقد في جدة»."""
    return not is_ahead(c.time, c.document.published) and any(c.norm(i) in ("المنعقد", "المنعقده") for i in c.after(_SESSION))


def was_earlier(c: Clause) -> bool:
    """«انتقادات وجهت للقائه نظيره في وقت سابق من الشهر»."""
    return c.verb is None and any(c.norm(i) == "سابق" and c.norm(i - 1) == "وقت" for i in c.after(_EARLIER))


def was_on_the_eve(c: Clause) -> bool:
    """«عشية اجتماع برلين كان الرئيس قد أعلن …», «وكان الناطق قد انتقد قبيل القمة …»: before what is over by now."""
    if c.before(c.trigger) not in _EVE or c.governor is not None and c.governor.pos == "verb" and c.verb == c.trigger or is_ahead(c.time, c.document.published):
        return False
    norms = c.document.norms
    if any(norms[i] in c.listed["scheduled"] for i in c.after(_EVE_REACH)):
        return False
    was = next((i for i in range(max(c.trigger - _EVE_REACH, 0), min(c.last, c.trigger + _EVE_REACH)) if norms[i] in _WAS), None)
    return was is not None and "قد" in norms[was : min(was + _EVE_REACH, c.last)]


def is_told_as_done(c: Clause) -> bool:
    """«انطلقت أعمال المنتدى الذي ينظمه …», «صافح نظيره في مستهل القمة التي تستضيفها …»: the relative clause only says which."""
    relative = c.before(c.head).removeprefix("و") in _RELATIVES or c.governor is not None and c.governor.enclitic is not None
    if not c.present() or not relative or c.head <= c.trigger or c.before(c.trigger) == "عن" or is_ahead(c.time, c.document.published) or not c.verbs:
        return False
    verb, lemma = c.verbs[-1]
    return is_past(c.document.morphs[verb]) and not any(lemma in c.listed[k] for k in ("proposed_lemma", "planned_lemma", "set_out_lemma"))


def is_under_way(c: Clause) -> bool:
    """«على هامش زيارة يؤديها اليوم وغدا إلى صفاقس، التقى الوالي», «جاءت تصريحاته خلال زيارة يقوم بها إلى باكستان»: what was done on it is told already."""
    if not c.present() or c.head <= c.trigger or c.governor is None or c.governor.future or is_ahead(c.time, c.document.published):
        return False
    if c.before(c.trigger) not in _ON_IT or not refers_back(c.document, c.head):
        return False
    around = (*range(c.trigger - 1, c.first - 1, -1), *range(c.head + 1, min(c.last, c.head + _TOLD)))
    told = next((m for i in around if (m := c.document.morphs[i]) is not None and m.pos == "verb" and c.document.norms[i - 1] not in _RELATIVES and not in_person(c.document, i)), None)
    return told is not None and (is_past(told) and told.lemma not in c.listed["planned_lemma"] or told.lemma in _COMING_ABOUT and not told.future)


def is_led_now(c: Clause) -> bool:
    """«الوزير الذي يترأس وفد بلاده في مفاوضات مع …»."""
    return c.present() and c.time is None and c.governor is not None and c.governor.lemma in LEADING and c.norm(c.head + 1) in _DELEGATIONS and c.before(c.trigger) == "في" and c.before(c.head) != "ان"


def was_opened(c: Clause) -> bool:
    """«أوضح خلال افتتاحه اليوم أعمال المؤتمر الذي تنظمه …»."""
    opened = any(w in _OPENING and c.near[i - 1] in _WHILE for i, w in enumerate(c.near) if i)
    return opened and not is_ahead(c.time, c.document.published) and not any((m := c.document.morphs[i]) is not None and m.future for i, _ in c.verbs)


def is_yet_to_end(c: Clause) -> bool:
    """«بعد أن ينهي زيارته إلى الرياض»: he is there."""
    ending = c.present() and c.governor is not None and not c.governor.future and c.governor.lemma in ("أنهى", "اختتم", "أكمل")
    visit = c.noun is not None and (c.noun.enclitic is not None or c.noun.lemma == "زيارة" and (c.governor is not None and c.governor.lemma == "اختتم" or c.time is None))  # «يختتم الوزير اليوم زيارة إلى أوسلو»
    return ending and c.head < c.trigger and visit and not is_ahead(c.time, c.document.published)


def goes_on_by_turns(c: Clause) -> bool:
    """«الاجتماعات التي يعقدها مسؤولون ليبيون بتونس»: several, told by a present relative clause without a day."""
    several = c.noun is not None and c.noun.pos == "noun" and c.noun.number == "p" and c.noun.definite
    return several and c.present() and c.head > c.trigger and c.time is None and c.governor is not None and not c.governor.future and c.before(c.head) in _RELATIVES and refers_back(c.document, c.head)


def goes_on_today(c: Clause) -> bool:
    """«يواصل الوفد اليوم محادثاته»."""
    return on_its_day(c) and c.governed_by("under_way_lemma")


def is_counted_from(c: Clause) -> bool:
    """«بعد شهر من زيارة الرئيس», «بعد نحو عشرة أشهر على زيارته»: days are counted from what took place; not «بعد أسبوع من القمة المقبلة»."""
    count = count_to(c.document, c.trigger)
    return count is not None and count.text.startswith("بعد") and _TO_COME.isdisjoint(c.document.norms[c.trigger + 1 : c.trigger + 3])
