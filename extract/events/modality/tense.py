"""Signs of the verb and the day that an event is still to come: «سيجتمع», «يلتقي … غدا»."""

from __future__ import annotations

from typing import Final

from extract.events.modality.clause import Clause, in_person, is_ahead, is_past

_ITS_OWN: Final = 8  # tokens from an event noun to a past verb of its own
_SUBJECT: Final = 9  # tokens between «أن» and the verb behind its subject
_WAYS: Final = ("توجه", "سفر", "مغادرة", "انتقال", "زيارة")
_JOINED: Final = 30  # tokens from a verb back to the one that it is joined to
_TO_DO: Final = ("لي", "لت", "لن")  # «ليبحث», «لنبحثها»: what somebody comes for
_RELATIVES: Final = ("الذي", "التي", "الذين")
_WAS: Final = ("كان", "كانت", "لم")
_SO_THAT, _WHEN = ("ان", "بان"), ("قبل", "بعد", "منذ", "دون")
_THAT: Final = frozenset(("ان", "بان", "وان", "فان", "لان", "وبان"))  # and no name in «ان»: «أردوغان يلتقي», «إيران تجري»


def follows_future(c: Clause) -> bool:
    """«سيحط في سنغافورة، ثم يزور ماليزيا», «سيتوجه إلى أكرا حيث يلتقي الرئيس», «قبل سفره إلى أكرا حيث يلتقي الرئيس»."""
    return c.present() and c.governor is not None and (c.head > 0 and c.document.norms[c.head - 1] in ("ثم", "حيث") or bool(c.governor.conjunction)) and (_future_before(c) or _leads_ahead(c))


def before_its_verb(c: Clause) -> bool:
    """«قبل توجهه إلى ماليزيا»."""
    return c.before(c.head) in ("قبل", "قبيل") and c.governor is not None and not c.over


def provided_that(c: Clause) -> bool:
    """«على أن يلتقيا الثلاثاء»."""
    return c.present() and c.before(c.head) == "ان" and c.before(c.head - 1) == "علي"


def is_future(c: Clause) -> bool:
    """«سيجتمع», «حتى يلتقي», «ليبحث»."""
    if c.governor is None:
        return False
    purpose = c.before(c.head) in c.listed["so_that"] and "كان" not in c.words or c.document.tokens[c.head].norm[:2] in _TO_DO
    return c.governor.future or c.present() and purpose


def after_publication(c: Clause) -> bool:
    """Its day lies behind the day of publication; what «التقى» is past, and the day is another's."""
    told = c.past and c.head == c.trigger and c.before(c.head) not in ("ان", "اذا", "لو", "حال")
    return is_ahead(c.time, c.document.published) and not told


def on_its_day(c: Clause) -> bool:
    """«يلتقي الرئيس نظيره اليوم», «تأمل أنقرة خلال قمة الأربعاء …» on a Wednesday."""
    if c.time is None or c.time.date_from is None or c.time.date_to is None or c.document.published is None:
        return False
    this_week = c.time.precision == "week" and c.time.date_from <= c.document.published <= c.time.date_to and c.present()  # «يلتقي نظيره نهاية الأسبوع»
    return (c.present() or _opens_in_present(c)) and (c.time.date_from == c.document.published or this_week)


def on_an_unknown_today(c: Clause) -> bool:
    """«تعقد اليوم في القاهرة جلسات الحوار», «يزور الوزير موسكو الثلاثاء», where the day of publication is not known."""
    if c.document.published is not None or c.time is None or c.over:
        return False
    weekday = c.time.rule == "weekday" and c.time.start > c.document.tokens[c.head].start and c.before(c.head).removeprefix("و") not in _RELATIVES
    return (weekday or c.time.text.startswith(("اليوم", "مساء اليوم", "غدا"))) and c.present() and not c.governed_by("under_way_lemma") and c.before(c.head) not in ("كان", "كانت")


def that_it_does(c: Clause) -> bool:
    """«… أن يلتقي نظيره», «قال إن الوزراء يجتمعون»."""
    if not _is_bare_present(c) or c.over:
        return False
    if c.before(c.head) in _THAT:
        return True
    subject = next((i for i in range(c.head - 1, max(c.head - _SUBJECT, -1), -1) if (m := c.document.morphs[i]) is not None and m.pos == "verb" or c.document.tokens[i].norm == "ان"), None)
    return c.governed_by("gathering_lemma") and subject is not None and c.document.tokens[subject].norm == "ان"


def may_come_of_it(c: Clause) -> bool:
    """«يأمل المسؤولون أن تسفر القمة عن اتفاق», where the event does what is hoped; not «قبل أن تبدأ القمة»."""
    verb = c.document.morphs[c.trigger - 1] if c.trigger - 1 >= c.first else None
    if c.trigger - 2 < max(c.first - 1, 0) or c.document.norms[c.trigger - 2] not in _SO_THAT:
        return False
    return verb is not None and verb.pos == "verb" and verb.aspect == "i" and verb.lemma not in ("كان", "يكون") and not c.past and not c.over and c.document.norms[c.trigger - 3] not in _WHEN


def within_hours(c: Clause) -> bool:
    """«يلتقي الرئيس نظيره خلال ساعات»."""
    return _is_bare_present(c) and any(c.norm(i) == "خلال" and c.norm(i + 1) in c.listed["soon"] for i in c.after(16))


def is_habitual(c: Clause) -> bool:
    """«المجلس يعقد اجتماعاته في جنيف»: several of its own, at no time."""
    several = c.noun is not None and c.noun.pos == "noun" and c.noun.number == "p" and (c.noun.enclitic or "").startswith("3")
    return several and c.time is None and c.head < c.trigger and c.governor is not None and c.governor.lemma == "عقد" and not c.governor.future and _is_bare_present(c)


def at_no_known_time(c: Clause) -> bool:
    """«ينظم المعهد مؤتمرا»: the present of a verb that tells no news of the day."""
    unknown = c.time is None or c.document.published is None or c.time.precision in ("week", "month", "year") and not c.over  # «تعقد القمة هذا العام»
    return unknown and not c.over and _is_bare_present(c) and not c.governed_by("present_lemma")


def _is_bare_present(c: Clause) -> bool:
    return c.present() and not any(c.norm(i) in _WAS for i in range(c.head - 3, c.head))


def _opens_in_present(c: Clause) -> bool:
    """Whether the verbs before an event that none of them carries are all imperfect."""
    verbs = [m for i in range(c.first, c.trigger) if (m := c.document.morphs[i]) is not None and m.pos == "verb" and m.lemma != "أولى" and not in_person(c.document, i)]
    begun = any(is_past(c.document.morphs[i]) and not in_person(c.document, i) for i in c.after(_ITS_OWN))  # «… أثناء مؤتمر في باريس بدأ اليوم»
    return c.verb is None and not begun and bool(verbs) and all(m.aspect == "i" for m in verbs)


def _leads_ahead(c: Clause) -> bool:
    """Whether a verb goes on where a way leads that is yet to be made: «قبيل توجهه إلى أكرا | حيث يلتقي |», «… . ثم يزور أكرا | حيث يلتقي |»."""
    norms, start = c.document.norms, c.head
    if norms[start - 1] == "ثم":
        return start > 1 and c.document.tokens[start - 2].text in ".؟!" and c.governed_by("travel_lemma")
    if norms[start - 1] != "حيث":
        return False
    for i in range(start - 2, max(start - _JOINED, 0), -1):
        m = c.document.morphs[i]
        if c.document.tokens[i].text in ".؟!":
            return False
        if in_person(c.document, i) or m is None or m.pos not in ("noun", "verb"):
            continue
        if m.lemma in _WAYS and norms[i - 1] in ("قبل", "قبيل"):
            return True
        if m.pos == "verb":
            return m.aspect == "i" and norms[i - 1] == "ثم" and m.lemma in c.listed["travel_lemma"]
    return False


def _future_before(c: Clause) -> bool:
    """Whether the sentence has a future verb before the head, which a verb joined to it takes on."""
    for i in range(c.head - 1, max(c.head - _JOINED, -1), -1):
        if c.document.tokens[i].text in ".؟!":
            return False
        if (m := c.document.morphs[i]) is not None and m.pos == "verb":
            return bool(m.future)
    return False
