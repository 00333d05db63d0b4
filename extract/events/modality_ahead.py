"""Signs that an event is still to come: planned, or only wished and proposed."""

from __future__ import annotations

from extract.events.modality_clause import Clause, in_person, is_ahead, is_past

_URGED = 13  # tokens from «حض» to talks that are to be held: «حض … الحركة على الدخول في مباحثات»
_WISHED = 8  # tokens from any other verb of wishing
_ITS_OWN = 8  # tokens from an event noun to a past verb of its own
_SUBJECT = 9  # tokens between «أن» and the verb behind its subject
_PREDICATE, _CLOSE = 18, 12  # tokens from an event noun to its own verb, «لقاؤه بنظيره سيبحث»; so near a comma may stand between
_PARTING = ("،", ",", "الذي", "التي")
_AWAITED = 14  # tokens from an event to the adjective that says it is to come
_JOINED = 30  # tokens from a verb back to the one that it is joined to
_ANY = ("اي", "لاي", "باي")
_WISH = ("رغبت", "رغبه", "الرغبه")
_TO_DO = ("لي", "لت", "لن")  # «ليبحث», «لنبحثها»: what somebody comes for
_ITS_HOLDING = ("عقد", "انعقاد", "اقامت", "تنظيم", "اجراو")
_NEXT_DAYS = ("المقبل", "القادم", "غدا", "غداً", "يوم غد")
_ON = ("لدي", "عند", "بعد", "عقب", "فور", "منذ", "خلال", "قبل")
_WAS = ("كان", "كانت", "لم")


def is_wished(c: Clause) -> bool:
    """«دعا إلى قمة», «اقترح اجتماعا»."""
    return c.governed_by("proposed_lemma") and c.governor is not None and c.governor.lemma != "وافق"


def is_any(c: Clause) -> bool:
    """«أي لقاء محتمل مع الزعيم»; «لن نجري أي محادثات» is another matter."""
    return c.before(c.trigger) in _ANY and not c.is_near("never")


def follows_future(c: Clause) -> bool:
    """«سيحط في سنغافورة، ثم يزور ماليزيا»."""
    return c.present() and c.governor is not None and (c.before(c.head) == "ثم" or bool(c.governor.conjunction)) and _future_before(c)


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


def may_do(c: Clause) -> bool:
    """«قد يلتقي»."""
    return c.before(c.head) == "قد" and c.present()


def is_agreed_to(c: Clause) -> bool:
    """«وافق على زيارة موسكو»."""
    return c.governor is not None and c.governor.lemma == "وافق" and c.verb != c.trigger and not c.over


def is_set(c: Clause) -> bool:
    """«تلقى دعوة للمشاركة في المؤتمر المقرر عقده بتونس», «زيارة الرئيس المخطط لها»."""
    holding = any(c.norm(i) in c.listed["awaited"] and c.norm(i + 1).startswith(_ITS_HOLDING) or c.norm(i) == "المخطط" and c.norm(i + 1).startswith("له") for i in c.after(_AWAITED))
    return holding and not c.over


def is_ready(c: Clause) -> bool:
    """«لا تزال على استعداد لإجراء محادثات»."""
    return not c.past and not c.aside and c.is_near("ready")


def is_intended(c: Clause) -> bool:
    """«نيته عقد قمة», «عزم الوزيرين إجراء محادثات»."""
    return c.before(c.trigger) in c.listed["holding"] and any(w in c.listed["intent"] for w in c.words)


def is_arranged(c: Clause) -> bool:
    """«وسط استعدادات لقمة», «يترقب العالم القمة», «يجري تنظيم زيارة»."""
    return not c.past and not c.over and (any(w in c.listed["arranging"] for w in c.near[-5:]) or c.before(c.trigger) == "تنظيم" and c.present())


def on_arrival(c: Clause) -> bool:
    """«وصل إلى أثينا لبدء جولة مفاوضات», «توجه للمشاركة في القمة»: what a traveller has come for is yet to come."""
    before = c.before(c.trigger)
    held = before.startswith("ل") and before[1:] in c.listed["holding"] or before in ("لحضور", "للمشاركه") or before == "في" and c.before(c.trigger - 1) == "للمشاركه"
    told = c.time is not None and "ماضي" in c.time.text or any(w in ("كان", "كانت", "وكان", "وكانت") for w in c.words)
    return held and not told and _has_set_out(c)


def is_striven_for(c: Clause) -> bool:
    """«الجهود لعقد القمة», «ضرورة استئناف المفاوضات», «تمهيد الطريق لإجراء محادثات»."""
    holding = c.before(c.trigger).removeprefix("ل") in c.listed["holding"]
    return holding and not c.past and not c.over and any(w in c.listed["striving"] for w in c.near)


def to_carry_out(c: Clause) -> bool:
    """«يتوجه إلى باريس لإجراء محادثات»; who «زار الصين لإجراء محادثات» held them."""
    return not c.past and c.before(c.trigger) == "لاجراء" and not _has_travelled(c)


def is_announced(c: Clause) -> bool:
    """«الإعلان عن اللقاء التاريخي بين …»."""
    told = c.before(c.trigger) == "عن" and c.before(c.trigger - 1).removeprefix("ب").removeprefix("ال").startswith("اعل")
    return told and not c.past and not c.over


def is_purpose(c: Clause) -> bool:
    """«يزور الهند للقاء رئيس الوزراء»."""
    purpose = c.noun is not None and c.noun.preposition == "ل" and c.noun.lemma in c.listed["encounter_lemma"]
    return purpose and not c.past and not c.over and c.before(c.trigger) not in c.listed["no_purpose"]


def is_accepted(c: Clause) -> bool:
    """«قبل الرئيس دعوة للقاء نظيره», «قبوله دعوة إلى قمة»."""
    taken = [i for i, w in enumerate(c.words) if w in c.listed["accepting"] or w == "قبل" and _is_taken(c, c.trigger - len(c.words) + i)]
    return bool(taken) and any(w in c.listed["invitation"] for w in c.words[taken[0] + 1 :])


def is_invited(c: Clause) -> bool:
    """«سلم دعوة من العاهل السعودي إلى الرئيس الروسي لزيارة المملكة», «دعوة موسكو عمان وواشنطن إلى لقاء»; not «تلبية لدعوة»."""
    before = c.before(c.trigger)
    to = c.noun is not None and (c.noun.preposition == "ل" or before in ("للقيام", "الي") or before in c.listed["holding"] and c.before(c.trigger - 1) in ("اجل", "الي") or before in ("لاجراء", "لعقد", "لحضور"))
    return to and not c.aside and not c.over and any(w in c.listed["invitation"] for w in c.words) and not any(w in c.listed["accepted"] for w in c.words)


def holding_is_told(c: Clause) -> bool:
    """«أعلن عن عقد قمة», «اتفقا على عقد لقاء»."""
    masdar = _masdar(c)
    if masdar is None:
        return False
    agreed = c.before(masdar) == "علي" and not (c.time is not None and "ماضي" in c.time.text)
    return agreed or c.before(masdar) == "عن" and not c.over


def has_its_date(c: Clause) -> bool:
    """«حدد موعد لقائه مع …»."""
    return not c.past and not c.over and c.before(c.trigger) in c.listed["date"]


def before_it(c: Clause) -> bool:
    """«قبل قمته مع …», «قبل أقل من أسبوع من عقد أول قمة …»."""
    opening = next(i for i in range(c.trigger - 1, -2, -1) if i < c.first or c.norm(i) not in c.listed["opening"])
    if c.past or c.over or opening < c.first:
        return False
    return c.norm(opening) in ("قبل", "قبيل") or c.norm(opening) == "من" and any(c.norm(i) == "قبل" for i in range(opening - 5, opening))


def on_a_day_ahead(c: Clause) -> bool:
    """«لقاء في الثالث من الشهر المقبل»."""
    return not c.past and c.time is not None and any(w in c.time.text for w in _NEXT_DAYS)


def is_awaited(c: Clause) -> bool:
    """«القمة المقبلة», «زيارة الأمير وليام، …، المرتقبة هذا الصيف»."""
    return not c.past and (any(c.norm(i) in c.listed["scheduled"] for i in c.after(4)) or _has_awaited_behind(c))


def is_wished_as_set(c: Clause) -> bool:
    """«دعوة إلى القمة المقرر …»: the wish goes with something else."""
    return is_proposed(c) and c.is_near("planned")


def is_proposed(c: Clause) -> bool:
    """«ربما لقاء مع …», «حض الحركة على الدخول في مباحثات»."""
    if c.past:
        return False
    urged = any(w in c.listed["to_hold"] for w in c.near[-3:])
    return c.is_near("proposed") or any(w.startswith(_WISH) for w in c.near) or c.has_verb("proposed_lemma", _URGED if urged else _WISHED)


def is_planned(c: Clause) -> bool:
    """«من المقرر عقد اجتماع», «يعتزم لقاء نظيره»."""
    return not c.past and (any(w in c.listed["planned"] for w in c.words) or any(lemma in c.listed["planned_lemma"] for _, lemma in c.verbs))


def behind_a_future(c: Clause) -> bool:
    """«ستكون أول من يحظى بلقاء …», «سيلي هذه المناسبة اجتماع»."""
    if c.past or c.governor is not None or c.aside:
        return False
    told = (m for i in reversed(range(c.trigger - len(c.words), c.trigger)) if (m := c.document.morphs[i]) is not None and m.pos == "verb" and m.lemma != "أولى" and not in_person(c.document, i))
    last = next((m for m in told if m.future or m.aspect != "i"), None)
    return last is not None and last.future


def before_its_time(c: Clause) -> bool:
    """«لقاء قريب مع …», «القمة بحلول الصيف»."""
    return not c.past and any(c.norm(i) in c.listed["to_come"] for i in c.after(6))


def before_a_future(c: Clause) -> bool:
    """«لقاؤه بالرئيس سيبحث …», «لقاؤه بنظيره قد يفضي إلى …»."""
    if c.past or c.governor is not None or c.aside:
        return False
    at = next((i for i in c.after(_PREDICATE) if (m := c.document.morphs[i]) is not None and m.pos == "verb" and not in_person(c.document, i)), None)
    following = c.document.morphs[at] if at is not None else None
    if at is None or following is None or not following.future:
        return _may_be(c)
    own = at - c.trigger < _CLOSE or not any(c.norm(i) in _PARTING for i in range(c.trigger, at))
    return following.conjunction is None and own


def after_publication(c: Clause) -> bool:
    """Its day lies behind the day of publication."""
    return is_ahead(c.time, c.document.published)


def on_its_day(c: Clause) -> bool:
    """«يلتقي الرئيس نظيره اليوم», «تأمل أنقرة خلال قمة الأربعاء …» on a Wednesday."""
    return (c.present() or _opens_in_present(c)) and c.time is not None and c.time.date_from is not None and c.time.date_from == c.document.published


def on_an_unknown_today(c: Clause) -> bool:
    """«تعقد اليوم في القاهرة جلسات الحوار», where the day of publication is not known."""
    today = c.document.published is None and c.time is not None and c.time.text.startswith(("اليوم", "مساء اليوم", "غدا"))
    return today and c.present() and not c.governed_by("under_way_lemma") and c.before(c.head) not in ("كان", "كانت")


def that_it_does(c: Clause) -> bool:
    """«… أن يلتقي نظيره», «قال إن الوزراء يجتمعون»."""
    if not _is_bare_present(c) or c.over:
        return False
    if c.before(c.head) == "لان" or c.before(c.head).endswith("ان"):
        return True
    subject = next((i for i in range(c.head - 1, max(c.head - _SUBJECT, -1), -1) if (m := c.document.morphs[i]) is not None and m.pos == "verb" or c.document.tokens[i].norm == "ان"), None)
    return c.governed_by("gathering_lemma") and subject is not None and c.document.tokens[subject].norm == "ان"


def within_hours(c: Clause) -> bool:
    """«يلتقي الرئيس نظيره خلال ساعات»."""
    return _is_bare_present(c) and any(c.norm(i) == "خلال" and c.norm(i + 1) in c.listed["soon"] for i in c.after(16))


def at_no_known_time(c: Clause) -> bool:
    """«ينظم المعهد مؤتمرا»: the present of a verb that tells no news of the day."""
    unknown = c.time is None or c.document.published is None
    return unknown and _is_bare_present(c) and not c.governed_by("present_lemma")


def if_it_is(c: Clause) -> bool:
    """«إذا التقى الرئيس نظيره»."""
    return not c.aside and ("اذا" in c.words or "لو" in c.words)


def _is_bare_present(c: Clause) -> bool:
    return c.present() and not any(c.norm(i) in _WAS for i in range(c.head - 3, c.head))


def _opens_in_present(c: Clause) -> bool:
    """Whether the verbs before an event that none of them carries are all imperfect."""
    verbs = [m for i in range(c.first, c.trigger) if (m := c.document.morphs[i]) is not None and m.pos == "verb" and m.lemma != "أولى" and not in_person(c.document, i)]
    begun = any(is_past(c.document.morphs[i]) and not in_person(c.document, i) for i in c.after(_ITS_OWN))  # «… أثناء مؤتمر في باريس بدأ اليوم»
    return c.verb is None and not begun and bool(verbs) and all(m.aspect == "i" for m in verbs)


def _masdar(c: Clause) -> int | None:
    """The noun of holding before the event: «عقد لقاء»."""
    i = c.trigger - 1
    morph = c.document.morphs[i] if i >= c.first and c.norm(i) in c.listed["holding"] else None
    return i if morph is not None and morph.pos == "noun" else None


def _has_travelled(c: Clause) -> bool:
    """Whether somebody has come: «زار الصين لإجراء محادثات»."""
    arrived = c.listed["travel_lemma"] - c.listed["set_out_lemma"]
    return _has_past(c, arrived) or any(w in c.listed["coming"] for w in c.words)


def _has_set_out(c: Clause) -> bool:
    """Whether somebody is on his way or has just arrived: «توجه إلى», «تأخير وصول الوفد», not «لدى وصوله»."""
    arriving = any(w in ("وصول", "وصولهم", "وصوله") and (i == 0 or c.words[i - 1] not in _ON) for i, w in enumerate(c.words))
    return arriving or _has_past(c, c.listed["set_out_lemma"])


def _has_past(c: Clause, lemmas: frozenset[str]) -> bool:
    """Whether a past verb of these stands before the event."""
    return any(is_past(m := c.document.morphs[i]) and m is not None and m.lemma in lemmas for i in range(c.trigger - len(c.words), c.trigger))


def _is_taken(c: Clause, i: int) -> bool:
    """Whether «قبل» at token ``i`` is «he accepted» and no «before»: a verb, or the name of who accepts behind it."""
    morph, behind = c.document.morphs[i], c.document.tokens[i + 1].start
    return morph is not None and morph.pos == "verb" or any(p.start == behind for p in c.document.persons)


def _has_awaited_behind(c: Clause) -> bool:
    """Whether an adjective of the event's, behind who takes part, says that it is to come."""
    for i in c.after(_AWAITED):
        morph = c.document.morphs[i]
        if morph is not None and morph.pos == "verb" or c.document.tokens[i].text in ".؛":
            return False
        if c.norm(i) in c.listed["awaited"]:
            return c.norm(i).endswith("ه") == c.norm(c.trigger).endswith(("ه", "ات"))
    return False


def _future_before(c: Clause) -> bool:
    """Whether the sentence has a future verb before the head, which a verb joined to it takes on."""
    for i in range(c.head - 1, max(c.head - _JOINED, -1), -1):
        if c.document.tokens[i].text in ".؟!":
            return False
        if (m := c.document.morphs[i]) is not None and m.pos == "verb":
            return bool(m.future)
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
