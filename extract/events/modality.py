"""Whether an event took place: held, planned, proposed, cancelled or refused, from the words round its trigger.

The false «held» is the worst error: what the clause does not tell as done is not held.
"""

from __future__ import annotations

import datetime as dt

from extract.arabic.types import Document, TimeExpression

_PLANNED_WORDS = frozenset(
    ("المقرر", "مقرر", "المنتظر", "منتظر", "المرتقب", "المرتقبه", "مرتقب", "مرتقبه", "المزمع", "مزمع", "المتوقع", "متوقع", "سوف",
     "المقبله", "المقبل", "القادمه", "القادم", "استعداد", "استعدادا", "يستعد", "تستعد", "يستعدان", "وتستعد", "ويستعد", "ترقب", "وترقب", "تحضير", "التحضير", "التحضيرات", "لعقد", "تمهيدا", "عشيه", "قبيل", "المزمعه", "المقرره", "المفترض", "يفترض")
)  # fmt: skip
_PLANNED_LEMMAS = frozenset(("اعتزم", "نوى", "خطط", "توقع", "انتظر", "استعد"))
_PROPOSED_LEMMAS = frozenset(("دعا", "اقترح", "طلب", "طالب", "حث", "ناشد", "عرض", "رغب", "أمل", "نظر", "درس", "وافق", "أراد", "حض", "تمنى"))
_URGED_REACH = 13  # tokens from «حض» to talks that are to be held: «حض … الحركة على الدخول في مباحثات»
_PROPOSED_WORDS = frozenset(("داعيا", "داعيه", "لو", "توقعات", "احتمالات", "فرص", "فكره", "اذا", "ربما", "احتمال", "امكانيه", "استعداده", "مستعد", "مستعده", "دعوه", "اقتراح", "مقترح", "ضروره", "بامكان", "يمكن", "ممكن", "يجب", "ينبغي", "استعدادها", "رغبته"))
_INVITATIONS = frozenset(("دعوه", "ودعوه", "الدعوه", "دعوته", "دعوتها"))
_ACCEPTED = frozenset(("تلبيه", "قبل", "لبي", "قبوله", "قبولها"))
_WISH = ("رغبت", "رغبه", "الرغبه")
_CANCELLED_LEMMAS = frozenset(("ألغى", "أجل", "أرجأ", "علق"))
_CANCELLED_WORDS = frozenset(("الغاء", "تاجيل", "ارجاء", "تعليق", "الغاوه", "تاجيله", "الغيت", "تاجلت", "تاجل", "ارجيت", "الغي", "بالغاء", "بتاجيل", "ملغاه"))
_CALLED_OFF = frozenset(("اجلت", "الغيت", "تاجلت", "تاجل", "ارجيت", "الغي", "ارجي"))  # «زيارة الوزير أُجلت»
_THREATS = frozenset(("هدد", "لوح", "حذر"))
_DENIAL_REACH = 14  # tokens from «نفى» to the event that it denies: «نفى … وجود خطط لعقد اجتماع»
_REFUSED_LEMMAS = frozenset(("رفض", "استبعد", "قاطع"))
_REFUSAL_REACH = 12  # tokens from a verb of refusing to what it refuses
_REFUSED_WORDS = frozenset(("رفض", "رفضه", "رفضها", "نفي"))
_SCHEDULED = frozenset(("المقرر", "المقرره", "المزمع", "المزمعه", "المرتقب", "المرتقبه", "المنتظر", "المنتظره", "المقبل", "المقبله", "القادم", "القادمه"))
_AWAITED = frozenset(("المقرر", "المقرره", "المزمع", "المزمعه", "المرتقب", "المرتقبه", "المنتظر", "المنتظره"))
_AWAITED_REACH = 14  # tokens from an event to such an adjective
_SOON = frozenset(("ساعات", "ايام", "اسابيع", "الساعات", "الايام", "الاسابيع"))
_UNDER_WAY = frozenset(("واصل", "اختتم", "أنهى", "تابع", "شهد", "استضاف", "احتضن"))  # what a present verb of these tells goes on
_OF_HOLDING = frozenset(
    ("عقد", "إجراء", "تنظيم", "حضور", "مشاركة", "دعوة", "طلب", "عرض", "فكرة", "مقترح", "اقتراح", "رئيس", "وزير", "حكومة", "مسؤول", "قائد", "أي", "كل", "جميع", "موعد", "جلسة", "قمة", "لقاء", "بدء", "استئناف")
)  # fmt: skip
_TO_BE_DONE = frozenset(("سيتم", "ستتم", "وسيتم", "وستتم", "سيجري", "ستجري"))
_JOINED_REACH = 30  # tokens from a verb back to the one that it is joined to
_TRAVELS = frozenset(("وصل", "زار", "توجه", "سافر", "قام", "غادر"))
_SETS_OUT = frozenset(("توجه", "سافر", "غادر"))  # whom the traveller is yet to meet
_SO_THAT = frozenset(("حتي", "كي", "لكي", "عندما"))
_TO_DO = ("لي", "لت", "لن")  # «ليبحث», «لنبحثها»: what somebody comes for
_HOLDING = frozenset(("عقد", "اجراء", "تنظيم", "استضافه", "استيناف", "بدء", "اطلاق"))
_TO_HOLD = frozenset(("الدخول", "اجراء", "عقد", "بدء", "استيناف"))
_DATES = frozenset(("موعد", "لموعد", "بموعد", "موعدا", "توقيت"))
_OPENING = frozenset(("عقد", "انعقاد", "بدء", "انطلاق", "اول", "اجراء", "استيناف", "افتتاح", "اعمال", "موعد"))  # what may stand between «قبل» and the event
_NO_PURPOSE = frozenset(("مكانا", "مكان", "موقعا", "مقرا", "مسرحا", "نتيجه", "ثمره", "استمرارا", "امتدادا", "تتويجا", "استكمالا", "وفقا", "نظرا"))  # «كان مكانا لاجتماع …»
_READY = frozenset(("استعداد", "استعداده", "استعدادها", "استعدادهم", "مستعد", "مستعده", "مستعدون", "مستعدين"))
_ITS_HOLDING = ("عقد", "انعقاد", "اقامت", "تنظيم", "اجراو")
_NOT_THERE = frozenset(("ليس", "ليست", "وليس", "وليست"))
_NEVER = frozenset(("لن", "لم", "ولن", "ولم"))
_NEGATION = frozenset(("لم", "لن", "لا", "ليس", "دون", "عدم", "ما"))


def status_of(
    document: Document, first: int, trigger: int, last: int, time: TimeExpression | None, *, verb: int | None = None, aside: bool = False
) -> str:
    """The status of the event at token ``trigger`` in the clause ``first:last`` (token range).

    ``verb`` is the verb that governs the trigger (عقد … اجتماعا), or the trigger itself; ``aside`` says that the event is only
    where or when something is said («ستقترح … خلال القمة»), so that wishes before it are not for the event. «سيجتمع» and «من المقرر أن
    يجتمع» are planned, «دعا إلى عقد قمة» proposed, «ألغى زيارته» cancelled, «رفض لقاء» refused.
    """
    tokens, morphs = document.tokens, document.morphs
    if first and tokens[first - 1].norm == "ان":  # «من المقرر أن …», «يتوقع أن …»
        first = max(0, first - 5)
    if first and tokens[first - 1].norm in _SO_THAT:  # «عندما يجتمع القادة»
        first -= 1
    window = range(max(first, trigger - 14), trigger)
    words = [tokens[i].norm for i in window]
    lemmas = [(i, m.lemma) for i in window if (m := morphs[i]) is not None and m.pos == "verb" and tokens[i - 1].norm != "من" and not _in_person(document, i)]
    near = words[-7:]
    governor = morphs[verb] if verb is not None else None
    hopes = [i for i, m in lemmas if m == "علق" and "علي" in words[i - trigger :]]  # «علق آمالا على القمة»
    if governor is not None and governor.pos == "verb" and governor.lemma in _CANCELLED_LEMMAS and verb not in hopes:
        return "planned" if governor.future else "cancelled"  # «ستلغي القمة إذا …»
    if governor is not None and governor.pos == "verb" and governor.lemma in _REFUSED_LEMMAS:
        return "refused"
    if governor is not None and governor.pos == "verb" and governor.lemma in _PROPOSED_LEMMAS and governor.lemma != "وافق":
        return "proposed"
    if aside:
        near, lemmas = near[-2:], [(i, lemma) for i, lemma in lemmas if lemma in _PLANNED_LEMMAS]
    if trigger > first and tokens[trigger - 1].norm == "اي" and set(near) & _NOT_THERE:
        return "refused"  # «ليس لديها أي مفاوضات مع …»
    if trigger > first and tokens[trigger - 1].norm in ("اي", "لاي", "باي") and not set(near) & _NEVER:
        return "proposed"  # «أي لقاء محتمل مع الزعيم»
    if any(m == "نفى" and trigger - i <= _DENIAL_REACH for i, m in lemmas):
        return "refused"
    if (any(m in _THREATS for _, m in lemmas) or any(w.startswith("تهديد") for w in words)) and set(near) & _CANCELLED_WORDS:
        return "planned"  # «هددت بإلغاء القمة»
    if set(near) & _CANCELLED_WORDS or any(m in _CANCELLED_LEMMAS for i, m in lemmas if trigger - i <= 6 and i not in hopes):
        return "cancelled"
    if trigger > first and tokens[trigger - 1].norm == "من" and (any(m == "منع" for _, m in lemmas) or "بمنع" in words):
        return "cancelled"  # «منعت الشرطة الوزير من زيارة القدس»
    if any(m in _REFUSED_LEMMAS and is_direct(document, i, trigger) for i, m in lemmas if trigger - i <= _REFUSAL_REACH) or set(words[-3:]) & _REFUSED_WORDS:
        return "refused"
    if any(tokens[i].norm in ("وارد", "وارده") and tokens[i - 1].norm == "غير" for i in range(trigger + 1, min(last, trigger + 16))):
        return "refused"
    behind = {tokens[i].norm for i in range(trigger + 1, min(last, trigger + 14))}
    resumed = any((m := morphs[i]) is not None and m.future and not _in_person(document, i) for i in range(trigger + 1, min(last, trigger + 14)))
    if behind & _CALLED_OFF and not resumed:
        return "cancelled"
    head = verb if verb is not None else trigger
    before_head = tokens[head - 1].norm if head > first else ""
    if before_head in ("لن", "لم", "لا", "ولن", "ولم", "ولا"):
        return "refused" if before_head.endswith("لن") else "cancelled"
    if governor is not None and governor.aspect == "i" and (before_head == "ثم" or governor.conjunction) and _future_before(document, head):
        return "planned"  # «سيحط في سنغافورة، ثم يزور ماليزيا»
    if before_head in ("قبل", "قبيل") and governor is not None and not before_publication(time, document.published):
        return "planned"  # «قبل توجهه إلى ماليزيا»
    if governor is not None and governor.aspect == "i" and before_head == "ان" and head > first and tokens[head - 2].norm == "علي":
        return "planned"  # «على أن يلتقيا الثلاثاء»
    if governor is not None and (governor.future or governor.aspect == "i" and (before_head in _SO_THAT and "كان" not in words or tokens[head].norm[:2] in _TO_DO)):
        return "planned"
    if before_head == "قد" and governor is not None and governor.aspect == "i":
        return "proposed"  # «قد يلتقي»
    if governor is not None and governor.lemma == "وافق" and verb != trigger and not before_publication(time, document.published):
        return "planned"  # «وافق على زيارة موسكو»
    past = is_past(governor)
    noun = morphs[trigger]
    set_for = any(tokens[i].norm in _AWAITED and tokens[i + 1].norm.startswith(_ITS_HOLDING) for i in range(trigger + 1, min(last - 1, trigger + 14)))
    if set_for and not before_publication(time, document.published):
        return "planned"  # «تلقى دعوة للمشاركة في المؤتمر المقرر عقده بتونس»
    done = any((m := morphs[i]) is not None and m.pos == "verb" and m.aspect == "p" and m.lemma in _TRAVELS and m.lemma not in _SETS_OUT for i in window)  # «زار الصين لإجراء محادثات»
    if not past and not aside and _READY & set(near):
        return "proposed"  # «لا تزال على استعداد لإجراء محادثات»
    if not past and not done and trigger > first and tokens[trigger - 1].norm == "لاجراء":
        return "planned"  # «تمهيد الطريق لإجراء محادثات»
    told = not past and trigger > first + 1 and tokens[trigger - 1].norm == "عن" and tokens[trigger - 2].norm.removeprefix("ال").startswith("اعل")
    if told and not (time is not None and before_publication(time, document.published)):
        return "planned"  # «الإعلان عن اللقاء التاريخي بين …»
    if not past and noun is not None and noun.preposition == "ل" and noun.lemma in ("لقاء", "اجتماع", "محادثات", "مباحثات") and tokens[trigger - 1].norm not in _NO_PURPOSE and not (time is not None and before_publication(time, document.published)):
        return "planned"  # «يزور الهند للقاء رئيس الوزراء»
    asked = noun is not None and (noun.preposition == "ل" or tokens[trigger - 1].norm == "للقيام" and trigger > first)
    if asked and not aside and set(words) & _INVITATIONS and not set(words) & _ACCEPTED:
        return "proposed"  # «سلم دعوة من العاهل السعودي إلى الرئيس الروسي لزيارة المملكة»
    masdar = trigger - 1 if trigger > first and tokens[trigger - 1].norm in _HOLDING and (m := morphs[trigger - 1]) is not None and m.pos == "noun" else None
    opener = masdar - 2 if masdar is not None and masdar - 1 > first and tokens[masdar - 1].kind == "punctuation" else (masdar or 0) - 1
    if masdar is not None and opener >= first and tokens[opener].norm in _TO_BE_DONE:
        return "planned"  # «سيتم "عقد لقاء …"»
    if masdar is not None and masdar > first and (tokens[masdar - 1].norm == "علي" and not (time is not None and "ماضي" in time.text) or tokens[masdar - 1].norm == "عن" and not before_publication(time, document.published)):
        return "planned"  # «أعلن عن عقد قمة», «اتفقا على عقد لقاء»
    if not past and trigger > first and tokens[trigger - 1].norm in _DATES and not (time is not None and before_publication(time, document.published)):
        return "planned"  # «حدد موعد لقائه مع …»
    opening = next(i for i in range(trigger - 1, -2, -1) if i < first or tokens[i].norm not in _OPENING)
    ahead = opening >= first and (tokens[opening].norm in ("قبل", "قبيل") or tokens[opening].norm == "من" and "قبل" in [t.norm for t in tokens[max(first, opening - 5) : opening]])  # «قبل أقل من أسبوع من عقد أول قمة …»
    if not past and ahead and not (time is not None and before_publication(time, document.published)):
        return "planned"  # «قبل قمته مع …»
    if time is not None and not past and any(w in time.text for w in ("المقبل", "القادم", "غدا", "غداً", "يوم غد")):
        return "planned"
    if not past and (any(tokens[i].norm in _SCHEDULED for i in range(trigger + 1, min(last, trigger + 4))) or _is_awaited(document, trigger, last)):
        return "planned"
    if not past:
        urged = _URGED_REACH if _TO_HOLD & set(near[-3:]) else 8
        if set(near) & _PROPOSED_WORDS or any(w.startswith(_WISH) for w in near) or any(m in _PROPOSED_LEMMAS for i, m in lemmas if trigger - i <= urged):
            return "planned" if any(w in _PLANNED_WORDS for w in near) else "proposed"
        if set(words) & _PLANNED_WORDS or any(m in _PLANNED_LEMMAS for _, m in lemmas):
            return "planned"
        told_last = next((m for i in reversed(window) if (m := morphs[i]) is not None and m.pos == "verb" and (m.future or m.aspect != "i") and not _in_person(document, i)), None)
        if governor is None and not aside and told_last is not None and told_last.future:
            return "planned"  # «ستكون أول من يحظى بلقاء …», «سيلي هذه المناسبة اجتماع»
        after = range(trigger + 1, min(last, trigger + 6))
        if any(tokens[i].norm in _PLANNED_WORDS or tokens[i].norm in ("قريب", "بحلول") for i in after):
            return "planned"
        following = next((m for i in range(trigger + 1, min(last, trigger + 12)) if (m := morphs[i]) is not None and m.pos == "verb" and not _in_person(document, i)), None)
        if governor is None and not aside and (following is not None and following.future or _may_be(document, trigger, last)):
            return "planned"  # «لقاؤه بالرئيس سيبحث …», «لقاؤه بنظيره قد يفضي إلى …»
    if time is not None and time.date_from and document.published:
        if time.date_from > document.published:
            return "planned"
        if not past and time.date_from == document.published and governor is not None and governor.aspect == "i":
            return "held" if governor.lemma in _UNDER_WAY else "planned"  # «يلتقي الرئيس نظيره اليوم»
    if governor is not None and governor.aspect == "i" and document.published is None and time is not None and time.text.startswith(("اليوم", "مساء اليوم", "غدا")) and governor.lemma not in _UNDER_WAY and before_head not in ("كان", "كانت"):
        return "planned"  # «تعقد اليوم في القاهرة جلسات الحوار»
    if governor is not None and governor.aspect == "i" and not any(tokens[i].norm in ("كان", "كانت", "لم") for i in range(max(first, head - 3), head)):
        if before_head in ("ان", "لان") or before_head.endswith("ان"):
            return "planned" if time is None or time.date_from is None or document.published is None or time.date_from >= document.published else "held"
        if any(tokens[i].norm == "خلال" and tokens[i + 1].norm in _SOON for i in range(trigger + 1, min(last - 1, trigger + 16))):
            return "planned"  # «يلتقي الرئيس نظيره خلال ساعات»
        unknown = time is None or time.date_from is None and document.published is None
        if unknown and governor.lemma not in ("قام", "أدى", "أجرى", "شارك", "حضر", "واصل", "بحث", "ناقش", "تباحث", "استقبل", "التقى", "اجتمع", "زار"):
            return "planned"
    if any(w in ("اذا", "لو") for w in words):
        return "proposed"
    return "held"


def _in_person(document: Document, i: int) -> bool:
    """Whether a token belongs to a person's title or name: «سيرجي» is no «he will put off»."""
    at = document.tokens[i].start
    return any(p.start <= at < p.end for p in document.persons)


def _is_awaited(document: Document, trigger: int, last: int) -> bool:
    """Whether an adjective of the event's, behind who takes part, says that it is to come: «زيارة الأمير وليام، …، المرتقبة هذا الصيف»."""
    for i in range(trigger + 1, min(last, trigger + _AWAITED_REACH)):
        morph = document.morphs[i]
        if morph is not None and morph.pos == "verb" or document.tokens[i].text in ".؛":
            return False
        if document.tokens[i].norm in _AWAITED:
            return document.tokens[i].norm.endswith("ه") == document.tokens[trigger].norm.endswith(("ه", "ات"))
    return False


def is_direct(document: Document, verb: int, i: int) -> bool:
    """Whether the event at ``i`` is itself what the verb refuses or calls off: only its subject and a word of holding stand between.

    «رفض الوزير عقد لقاء» refuses the meeting, «رفض كشف تفاصيل اتصاله» does not.
    """
    for k in range(verb + 1, i):
        morph, at = document.morphs[k], document.tokens[k].start
        if morph is None or morph.pos != "noun" or morph.definite or morph.lemma in _OF_HOLDING:
            continue
        if not any(s.start <= at < s.end for spans in (document.persons, document.names, document.times) for s in spans):  # type: ignore[attr-defined]
            return False
    return True


def _future_before(document: Document, head: int) -> bool:
    """Whether the sentence has a future verb before token ``head``, which a verb joined to it takes on."""
    for i in range(head - 1, max(head - _JOINED_REACH, -1), -1):
        if document.tokens[i].text in ".؟!":
            return False
        if (m := document.morphs[i]) is not None and m.pos == "verb":
            return bool(m.future)
    return False


def _may_be(document: Document, trigger: int, last: int) -> bool:
    """Whether the event noun's own predicate is «قد» and an imperfect: «لقاؤه بنظيره قد ينجم عنه اتفاق»."""
    for i in range(trigger + 1, min(last - 1, trigger + 10)):
        if document.tokens[i].kind != "word" or (m := document.morphs[i]) is not None and m.pos == "verb":
            return False
        if document.tokens[i].norm == "قد":
            following = document.morphs[i + 1]
            return following.aspect == "i" if following is not None and following.pos == "verb" else document.tokens[i + 1].norm[:1] in ("ي", "ت")
    return False


def is_past(governor: object) -> bool:
    """Whether a morph is a past verb."""
    return governor is not None and getattr(governor, "pos", None) == "verb" and getattr(governor, "aspect", None) == "p"


def before_publication(time: TimeExpression | None, published: dt.date | None) -> bool:
    """Whether a dated event lies before the day of publication."""
    return bool(time and time.date_to and published and time.date_to < published)
