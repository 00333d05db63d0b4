"""Signs round an event noun that it is to come: «القمة المقبلة», «قبل لقائه», «أعلن عن عقد …»."""

from __future__ import annotations

from extract.events.modality_agreement import is_said_of
from extract.events.modality_clause import Clause, in_person, is_direct, is_past
from extract.events.modality_governed import is_outcome, relative_invitation

_PREDICATE, _CLOSE = 18, 12  # tokens from an event noun to its own verb, «لقاؤه بنظيره سيبحث»; so near a comma may stand between
_PARTING = ("،", ",", "الذي", "التي")
_AWAITED = 14  # tokens from an event to the adjective that says it is to come
_ITS_HOLDING = ("عقد", "انعقاد", "اقامت", "تنظيم", "اجراو")
_CARRIED = 30  # tokens from a plane to what its passengers come for
_NEXT_DAYS = ("المقبل", "القادم", "غدا", "غداً", "يوم غد")
_DECISIONS = ("قرار", "قراره", "قرارها", "قرارهم", "القرار")
_TAKING_PART = ("مشارك", "حضور", "عقد", "استضاف", "تنظيم")
_ON_AGENDA = ("تصدر", "كان", "يكون", "تضمن", "شمل", "هيمن", "طغى", "حل")
_APPLYING = ("طلبات", "تسجيل", "ترشيحات", "ترشح")
_HOSTING = ("لاستضافه", "لاحتضان")
_CHOSEN = ("اختيار", "اختيرت", "اختير", "ترشيح")
_PRESSING = frozenset(("ضغط", "سعى", "عمل", "تطلع", "طمح", "هدف", "حاول", "أمل"))
_AIM = 9  # tokens between an aim and the event at which it is to be reached
_EDITIONS = ("نسخه", "النسخه", "الدوره", "دوره", "الطبعه")
_EDITION_REACH = 5  # tokens from «نسخة 2023 من» to the event
_RESOLVED = 9  # tokens from a decision to the event, with who takes part between
_AGENDA = 30  # tokens from a verb to the agenda of an event
_AFTER = ("بعد", "عقب", "اثر")
_COUNTED = ("اول", "ثاني", "ثالث")
_DURING = ("خلال", "هامش", "اثناء")
_QUOTES = ("\"", "«", "»", "“", "”")
_INVITED = 12  # tokens from «قبل» to the invitation that is taken
_AIMING = ("اجل", "بهدف", "بغيه")
_NOT_YET = ("لم", "ولم", "لا", "ولا")
_ON = ("لدي", "عند", "بعد", "عقب", "فور", "منذ", "خلال", "قبل")


def is_agreed_to(c: Clause) -> bool:
    """«وافق على زيارة موسكو», «وافق أمس على لقاء نظيره»: that day is of the agreeing."""
    own = c.time is not None and c.time.start > c.document.tokens[c.trigger].start
    return c.governor is not None and c.governor.lemma == "وافق" and c.verb != c.trigger and not (c.over and (own or c.present()))


def is_decided(c: Clause) -> bool:
    """«تقرر عقد اجتماع الخميس», «قررت الحكومتان إجراء محادثات»: what is decided is to come."""
    if c.before(c.trigger) not in c.listed["holding"] or c.past or c.over:
        return False
    verb = c.verbs[-1][0] if c.verbs else None
    return verb is not None and c.verbs[-1][1] in c.listed["decided_lemma"] and is_direct(c.document, c.listed, verb, c.trigger)


def is_consented_to(c: Clause) -> bool:
    """«الاتفاق على الاجتماع مع …», «موافقته على لقاء نظيره»."""
    return c.before(c.trigger) == "علي" and c.before(c.trigger - 1) in c.listed["consent"] and not c.past and not c.over


def is_resolved(c: Clause) -> bool:
    """«قراره المشاركة في القمة», «قرار عقد المؤتمر»."""
    words = c.words[-_RESOLVED:]
    at = next((k for k in range(len(words) - 1, -1, -1) if words[k] in _DECISIONS), None)
    if at is None or c.past or c.over:
        return False
    return any(w.removeprefix("ب").removeprefix("ال").startswith(_TAKING_PART) for w in words[at + 1 : at + 2])


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


def may_succeed(c: Clause) -> bool:
    """«متفائل إزاء فرص نجاح أول لقاء بين الرئيسين», «سعيا إلى إنجاح القمة»; «أشاد بنجاح القمة» looks back."""
    words = [w for w in c.words[-5:] if w not in c.listed["opening"] and w not in _QUOTES]
    if c.past or c.over or not words:
        return False
    return words[-1].removeprefix("ل") == "انجاح" or words[-1] == "نجاح" and words[-2:-1] != [] and words[-2] in c.listed["chance"]


def to_host(c: Clause) -> bool:
    """«كل شيء جاهز لاستضافة القمة», «اختيرت المدينة لاحتضان المؤتمر», «… لاحتضان الدورة العاشرة من المؤتمر»; who is thanked for it has held it."""
    edition = c.before(c.trigger) == "من" and any(c.norm(i) in _EDITIONS and c.norm(i - 1) in _HOSTING for i in range(c.trigger - _EDITION_REACH, c.trigger))
    return (c.before(c.trigger) in _HOSTING or edition) and (not c.past or any(w in _CHOSEN for w in c.words)) and not c.over and not any(w.removeprefix("و").startswith("شكر") for w in c.words)


def may_be_applied_for(c: Clause) -> bool:
    """«بدأت الجمعية استقبال طلبات المشاركة في المؤتمر», «فتح باب التسجيل للمشاركة في الملتقى»."""
    taking_part = c.before(c.trigger) == "في" and c.before(c.trigger - 1).removeprefix("ل").removeprefix("ا").startswith("لمشارك")
    return taking_part and not c.over and any(w.removeprefix("ال") in _APPLYING for w in c.near)


def is_for_an_aim(c: Clause) -> bool:
    """«تضغط الصين لإصدار بيان مشترك في قمة بينهما هذا الشهر»: where an aim is to be reached is yet to come."""
    if c.before(c.trigger) not in ("في", "خلال") or c.over:
        return False
    morphs, aim = c.document.morphs, False
    for i in range(c.trigger - 2, max(c.trigger - _AIM, c.first) - 1, -1):
        m = morphs[i]
        if c.norm(i) in ("،", ",") or m is not None and m.pos == "verb":
            break
        aim = aim or m is not None and m.pos == "noun" and m.preposition == "ل" and not m.definite and not in_person(c.document, i)
    verb = next((m for i in range(c.trigger - 2, max(c.trigger - 2 * _AIM, 0) - 1, -1) if (m := morphs[i]) is not None and m.pos == "verb" and not in_person(c.document, i)), None)
    return aim and verb is not None and verb.aspect == "i" and verb.lemma in _PRESSING


def is_set(c: Clause) -> bool:
    """«تلقى دعوة للمشاركة في المؤتمر المقرر عقده بتونس», «زيارة الرئيس المخطط لها»."""
    holding = any(c.norm(i) in c.listed["awaited"] and c.norm(i + 1).startswith(_ITS_HOLDING) and is_said_of(c.document, c.trigger, i) or c.norm(i) == "المخطط" and c.norm(i + 1).startswith("له") for i in c.after(_AWAITED))
    return holding and not c.over


def is_intended(c: Clause) -> bool:
    """«نيته عقد قمة», «عزم الوزيرين إجراء محادثات», «اعتزامه لقاء نظيره»."""
    if c.before(c.trigger) in c.listed["intent"] and not c.over:
        return True
    return c.before(c.trigger) in c.listed["holding"] and any(w in c.listed["intent"] for w in c.words)


def is_arranged(c: Clause) -> bool:
    """«وسط استعدادات لقمة», «يترقب العالم القمة», «يجري تنظيم زيارة», «يشمل جدول أعماله لقاء»."""
    programme = c.governor is None and any(w in c.listed["programme"] for w in c.words[1:]) and c.words[0].removeprefix("و")[:1] in ("ي", "ت")
    going = any(c.norm(i) == "قيد" and c.norm(i + 1) in c.listed["preparation"] for i in c.after(_AWAITED))  # «زيارة الرئيس قيد الترتيب»
    return not c.past and not c.over and (programme or going or any(w in c.listed["arranging"] or w.removeprefix("ل") in c.listed["arranging"] for w in c.near[-5:]) or c.before(c.trigger) == "تنظيم" and c.present())


def on_arrival(c: Clause) -> bool:
    """«وصل إلى أثينا لبدء جولة مفاوضات», «توجه للمشاركة في القمة»: what a traveller has come for is yet to come."""
    before = c.before(c.trigger)
    held = before.startswith("ل") and before[1:] in c.listed["holding"] or before in ("لحضور", "للمشاركه") or before == "في" and c.before(c.trigger - 1) == "للمشاركه"
    told = c.time is not None and "ماضي" in c.time.text or any(w in ("كان", "كانت", "وكان", "وكانت") for w in c.words)
    return held and not told and _has_set_out(c)


def to_carry_out(c: Clause) -> bool:
    """«يتوجه إلى باريس لإجراء محادثات»; who «زار الصين لإجراء محادثات» held them."""
    return not c.past and c.before(c.trigger) == "لاجراء" and not _has_travelled(c)


def is_to_be_signed(c: Clause) -> bool:
    """«يعملون من أجل التوقيع على الاتفاقية», «سافر للتوقيع على الاتفاق»."""
    signing = c.noun is not None and c.noun.lemma in ("توقيع", "إبرام")
    return signing and (c.before(c.trigger) in _AIMING or c.noun is not None and c.noun.preposition == "ل") and not c.past and not c.over


def is_announced(c: Clause) -> bool:
    """«الإعلان عن اللقاء التاريخي بين …»."""
    told = c.before(c.trigger) == "عن" and c.before(c.trigger - 1).removeprefix("ب").removeprefix("ال").startswith("اعل")
    return told and not c.past and not c.over


def is_purpose(c: Clause) -> bool:
    """«يزور الهند للقاء رئيس الوزراء»."""
    purpose = c.noun is not None and c.noun.preposition == "ل" and c.noun.lemma in c.listed["encounter_lemma"]
    return purpose and not c.past and not c.over and c.before(c.trigger) not in c.listed["no_purpose"] and not _is_on_a_visit(c)


def is_accepted(c: Clause) -> bool:
    """«قبل الرئيس دعوة للقاء نظيره», «قبوله دعوة إلى قمة», «قبل الدعوة التي وجهها نظيره لزيارة أنقرة»."""
    invitation = relative_invitation(c)
    if invitation is not None and not c.aside:
        opening = range(max(invitation - _INVITED, 0), invitation)
        return any(c.document.norms[i] in c.listed["accepting"] or c.document.norms[i] == "قبل" and _is_taken(c, i) for i in opening)
    taken = [i for i, w in enumerate(c.words) if w in c.listed["accepting"] or w == "قبل" and _is_taken(c, c.trigger - len(c.words) + i)]
    return bool(taken) and any(w in c.listed["invitation"] for w in c.words[taken[0] + 1 :])


def holding_is_told(c: Clause) -> bool:
    """«أعلن عن عقد قمة», «اتفقا على عقد لقاء»."""
    masdar = _masdar(c)
    if masdar is None:
        return False
    agreed = c.before(masdar) == "علي" and not (c.time is not None and "ماضي" in c.time.text)
    return agreed or c.before(masdar) == "عن" and not c.over


def has_its_date(c: Clause) -> bool:
    """«حدد موعد لقائه مع …», «لم يحدد مكان الاجتماع»."""
    open_still = c.before(c.trigger) in ("مكان", "تاريخ") and any(lemma == "حدد" and c.before(i) in _NOT_YET for i, lemma in c.verbs)
    return not c.past and not c.over and (c.before(c.trigger) in c.listed["date"] or open_still)


def before_it(c: Clause) -> bool:
    """«قبل قمته مع …», «قبل أقل من أسبوع من عقد أول قمة …»."""
    opening = next(i for i in range(c.trigger - 1, -2, -1) if i < c.first or c.norm(i) not in c.listed["opening"])
    if c.past or c.over or opening < c.first:
        return False
    return c.norm(opening) in ("قبل", "قبيل") or c.norm(opening) == "من" and any(c.norm(i) == "قبل" for i in range(opening - 5, opening))


def on_a_day_ahead(c: Clause) -> bool:
    """«لقاء في الثالث من الشهر المقبل»; not what begins today: «زيارة يؤديها اليوم وغدا»."""
    return not c.past and c.time is not None and not c.time.text.startswith("اليوم") and any(w in c.time.text for w in _NEXT_DAYS)


def is_awaited(c: Clause) -> bool:
    """«القمة المقبلة», «زيارة الأمير وليام، …، المرتقبة هذا الصيف»."""
    return not c.past and (any(c.norm(i) in c.listed["scheduled"] and is_said_of(c.document, c.trigger, i) for i in c.after(4)) or _has_awaited_behind(c))


def is_planned(c: Clause) -> bool:
    """«من المقرر عقد اجتماع», «يعتزم لقاء نظيره»; what «أعلن استعداد بلاده … بعد لقائه نظيره» is told as done."""
    if c.before(c.trigger) in _AFTER and _was_told(c) or is_outcome(c):
        return False
    return not c.past and (any(w in c.listed["planned"] and not _is_of_another(c, c.trigger - len(c.words) + i) for i, w in enumerate(c.words)) or any(lemma in c.listed["planned_lemma"] for _, lemma in c.verbs))


def behind_a_future(c: Clause) -> bool:
    """«ستكون أول من يحظى بلقاء …», «سيلي هذه المناسبة اجتماع»."""
    if c.past or c.governor is not None or c.aside or is_outcome(c):
        return False
    told = (m for i in reversed(range(c.trigger - len(c.words), c.trigger)) if (m := c.document.morphs[i]) is not None and m.pos == "verb" and not in_person(c.document, i))
    last = next((m for m in told if m.future or m.aspect != "i"), None)
    return last is not None and last.future


def before_its_time(c: Clause) -> bool:
    """«لقاء قريب مع …», «القمة بحلول الصيف»."""
    return not c.past and any(c.norm(i) in c.listed["to_come"] and is_said_of(c.document, c.trigger, i) for i in c.after(6))


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


def _is_on_a_visit(c: Clause) -> bool:
    """Whether what the event is a purpose of goes on: «جاءت تصريحاته خلال زيارة إلى باكستان للقاء مسؤولين»."""
    return any(w in _DURING and c.words[k + 1] == "زياره" for k, w in enumerate(c.words[:-1])) and not any(m is not None and m.future for m in c.document.morphs[c.first : c.trigger])


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
    return parted and c.norm(i) in c.listed["awaited"] and i > c.first and (named or head is not None and head.pos == "noun")


def _masdar(c: Clause) -> int | None:
    """The noun of holding before the event: «عقد لقاء», «عقد أول قمة»."""
    i = c.trigger - 2 if c.before(c.trigger) in _COUNTED else c.trigger - 1
    morph = c.document.morphs[i] if i >= c.first and c.norm(i) in c.listed["holding"] else None
    return i if morph is not None and morph.pos == "noun" else None


def _has_travelled(c: Clause) -> bool:
    """Whether somebody has come: «زار الصين لإجراء محادثات»."""
    arrived = c.listed["travel_lemma"] - c.listed["set_out_lemma"]
    return _has_past(c, arrived) or any(w in c.listed["coming"] for w in c.words)


def _has_set_out(c: Clause) -> bool:
    """Whether somebody is on his way or has just arrived: «توجه إلى», «تأخير وصول الوفد», not «لدى وصوله»."""
    arriving = any(w in ("وصول", "وصولهم", "وصوله", "توافد", "توافدهم") and (i == 0 or c.words[i - 1] not in _ON) for i, w in enumerate(c.words))
    carried = any(c.norm(i) in c.listed["carrying"] for i in range(max(c.first, c.trigger - _CARRIED), c.trigger))  # «أقلت طائرة الوفد … للمشاركة في محادثات»
    return arriving or carried or _has_past(c, c.listed["set_out_lemma"])


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
