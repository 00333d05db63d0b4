"""Signs that an event does not take place: called off, put off, denied, refused."""

from __future__ import annotations

from typing import Final

from extract.events.modality.clause import QUOTES, Clause, in_person, is_direct

_DENIAL: Final = 14  # tokens from «نفى» to the event that it denies: «نفى … وجود خطط لعقد اجتماع»
_REFUSAL: Final = 12  # tokens from a verb of refusing to what it refuses
_CALLING_OFF: Final = 6  # tokens from a verb of calling off to the event
_BEHIND: Final = 20  # tokens from an event to a verb that calls it off
_SET: Final = 30  # tokens from a verb to what limits its negation: «كما كان مقررا», «فحسب»
_LIKELY: Final = frozenset(("المحتمل", "المرجح", "المتوقع", "المنتظر", "الممكن", "الوارد"))
_MAYBE: Final = ("قد", "ربما")
_THERE: Final = ("اي", "ايه", "هناك", "هنالك", "ولا", "لديها", "لديه", "لديهم", "لدينا", "توجد", "يوجد")
_BE: Final = ("يكن", "تكن", "يوجد", "توجد")
_WITHOUT: Final = ("عدم", "بعدم", "لعدم", "دون", "بدون")
_STAYED_AWAY: Final = ("تغيب", "غاب", "يتغيب", "تتغيب")
_ATTENDING: Final = ("حضور", "مشارك", "ذهاب", "توجه")
_THREATS: Final = ("تهديد", "دعوات", "مطالب", "احتمال")
_DISCUSS: Final = ("بحث", "ناقش", "تباحث")
_ONLY: Final = ("فحسب", "فقط")
_DURING: Final = ("خلال", "اثناء", "بعد", "عقب", "قبل", "لدي")
_ABOUT: Final = ("علي", "عليه", "عليها", "عليهما", "عن", "عما")
_NO_PLAN: Final = 4  # tokens from a negation to the plan that there is not
_PRESIDENTS: Final = ("رئيسا", "رئيسه", "رئيس", "رييسا", "رييسه", "رييس", "رئاسه", "رياسه")
_AFTERWARDS: Final = ("بعدما", "عندما", "حينما", "منذ", "كان", "كانت")  # «سيزور … بعدما ألغى زيارته»
_WILLING: Final = ("مستعد", "راغب", "جدير", "جاهز", "مهتم", "منفتح", "معني", "متحمس")
_THAT: Final = frozenset(("ان", "انه", "انها", "انهما", "بان", "انهم"))
_DENIED_CLAUSE: Final = 10  # tokens from «أن» to the verb of what is denied, with who is said to have done it between
_ARRANGING: Final = ("ترتيب", "تحديد")
_HINDERED: Final = 5  # tokens from such a verb to the event
_NOT: Final = ("لن", "لم", "لا", "ولن", "ولم", "ولا")


def is_not_ruled_out(c: Clause) -> bool:
    """«لا يستبعد أن يلتقي نظيره», «لم يرفض لقاءه»."""
    return any(lemma in c.listed["refused_lemma"] and c.document.tokens[i - 1].norm in _NOT for i, lemma in c.verbs)


def may_fail(c: Clause) -> bool:
    """«ستلغي القمة إذا …», «قد يقاطع المؤتمر», «لم يلغ زيارته», «القمة قد لا تعقد»: so far it stands."""
    before = c.before(c.head)
    if c.governed_by("cancelled_lemma") and is_called_off(c):
        return c.governor is not None and c.governor.future or before in _NOT or before in _MAYBE
    return c.governed_by("refused_lemma") and before in _MAYBE or before in _NOT and c.before(c.head - 1) in _MAYBE


def is_called_off(c: Clause) -> bool:
    """«ألغى الوزير لقاءه»."""
    return c.governed_by("cancelled_lemma") and c.verb not in c.hopes and not _comments(c, c.head)


def is_refused(c: Clause) -> bool:
    """«رفض الرئيس لقاء نظيره»."""
    return c.governed_by("refused_lemma")


def has_none(c: Clause) -> bool:
    """«ليس لديها أي مفاوضات مع …», «لم يكن هناك بحث ولا اجتماعات»."""
    if c.noun is None or c.noun.definite or c.noun.preposition or c.before(c.trigger) not in _THERE:
        return False
    being = any(w in _NOT and c.near[i + 1] in _BE for i, w in enumerate(c.near[:-1]))
    return being or any(w in c.listed["not_there"] for w in c.near[-4:])


def is_denied(c: Clause) -> bool:
    """«نفى الناطق عقد لقاء»."""
    return c.before(c.trigger) not in ("،", ",") and any(lemma == "نفى" and c.trigger - i <= _DENIAL and _THAT.isdisjoint(c.document.norms[i : c.trigger]) and is_direct(c.document, c.listed, i, c.trigger) for i, lemma in c.verbs)


def is_denied_to_be(c: Clause) -> bool:
    """«نفى الوزير أنه التقى نظيره», «نفت الوزارة أن الوزيرين اجتمعا», where the clause is what is denied."""
    that = next((i for i in range(c.head - 1, max(c.head - _DENIED_CLAUSE, 0), -1) if c.document.norms[i] in _THAT), None)
    if that is None or c.aside or c.head > c.trigger or c.governor is None or c.governor.pos != "verb":
        return False
    verb = next((i for i in range(that - 1, max(that - _DENIAL, -1), -1) if _lemma_of_verb(c, i)), None)
    if verb is None or _lemma_of_verb(c, verb) != "نفى" or c.document.norms[verb - 1] in _NOT:
        return False
    if any(c.document.tokens[i].text in ".؛:" for i in range(verb, c.head)):
        return False
    return all(_lemma_of_verb(c, i) in ("", "كان") for i in range(that + 1, c.head))  # «نفى أنه | قال | إنهما اجتمعا»


def _lemma_of_verb(c: Clause, i: int) -> str:
    """The lemma of the verb at a token, empty where none stands there or the word is a name: «نفت» gives نفى, the «سعيد» of «قيس سعيد» nothing."""
    morph = c.document.morphs[i]
    return morph.lemma if morph is not None and morph.pos == "verb" and not in_person(c.document, i) else ""


def has_failed(c: Clause) -> bool:
    """«فشل الوزير في عقد لقاء», «تعذر إجراء محادثات», «أخفقت في ترتيب قمة»: it did not come about; not «فشل خلال لقائه في …»."""
    if c.before(c.trigger) in c.listed["holding"] and any(w.removeprefix("و") in c.listed["hindered"] for w in c.words[-_HINDERED:-1]):
        return True
    if c.before(c.trigger).removeprefix("ب") not in c.listed["holding"] and c.before(c.trigger) not in _ARRANGING:
        return False
    if not c.verbs or c.past and c.head != c.verbs[-1][0]:
        return False
    verb, lemma = c.verbs[-1]
    inward = lemma in c.listed["failed_lemma"] and c.norm(c.trigger - 2) in ("في", "عن")
    return inward and c.before(verb) not in _NOT and is_direct(c.document, c.listed, verb, c.trigger - 2)


def no_longer_stands(c: Clause) -> bool:
    """«اللقاء بينهما لم يعد قائما»."""
    return any(c.norm(i) in c.listed["standing"] and c.norm(i - 1) in ("يعد", "تعد") and c.norm(i - 2) in _NOT for i in c.after(_BEHIND + 4))


def is_left_out(c: Clause) -> bool:
    """«عدم عقد اجتماع», «دون إجراء محادثات», «حالت العاصفة دون قيام الرئيس بزيارة»."""
    if c.before(c.trigger) in c.listed["holding"] and c.before(c.trigger - 1) in _WITHOUT:
        return True
    start = c.trigger - len(c.words)
    at = next((start + k for k, w in enumerate(c.words[:-1]) if w in _WITHOUT and (c.words[k + 1] == "قيام" or c.words[k + 1] in c.listed["holding"])), None)
    return at is not None and not c.past and is_direct(c.document, c.listed, at + 1, c.trigger)


def presides_over(c: Clause) -> bool:
    """«بصفتها رئيسا للدورة الحالية للقمة العربية»: an office, no session that is told."""
    at = c.trigger
    while c.document.norms[at].startswith("لل") and at > c.first:
        at -= 1
        while at > c.first and (m := c.document.morphs[at]) is not None and m.pos == "adj":
            at -= 1
    return at < c.trigger and c.document.norms[at] in _PRESIDENTS


def is_of_tourists(c: Clause) -> bool:
    """«تحذير السفر الموجه إلى الراغبين في زيارة تونس»: nobody's visit."""
    return c.before(c.trigger) == "في" and c.norm(c.trigger - 2) in ("الراغبين", "الراغبون", "راغبين")


def was_not_asked_for(c: Clause) -> bool:
    """«لم يدعوا الرئيس إلى زيارة سنغافورة», «لم يطلب لقاء نظيره»."""
    asked = (i for i, lemma in c.verbs if lemma in c.listed["proposed_lemma"] or c.document.norms[i].startswith(("يدع", "تدع")))
    return any(c.before(i).endswith("لم") and c.before(i) in _NOT and (c.before(c.trigger) in ("الي", "علي") or is_direct(c.document, c.listed, i, c.trigger)) for i in asked)


def part_is_called_off(c: Clause) -> bool:
    """«قرر الوزير إلغاء مشاركته في الاجتماع»."""
    return c.before(c.trigger) == "في" and c.norm(c.trigger - 2).removeprefix("ال").startswith("مشاركت") and c.norm(c.trigger - 3) in c.listed["cancelled"]


def is_not_intended(c: Clause) -> bool:
    """«لا تنوي عقد اجتماع», «لا يعتزم لقاء نظيره»."""
    return any(lemma in c.listed["intended_lemma"] and c.document.norms[i - 1] in _NOT and is_direct(c.document, c.listed, i, c.trigger) for i, lemma in c.verbs)


def has_no_plan(c: Clause) -> bool:
    """«لا يوجد مقترح بعقد اجتماع», «ليست هناك خطط للقاء», «لم تتلق أي طلبات لعقد اجتماع»."""
    plan = next((k for k in range(len(c.near) - 1, -1, -1) if c.near[k] in c.listed["plan"]), None)
    if plan is None or c.past:
        return False
    before = [c.norm(i) for i in range(c.trigger - len(c.near) + plan - _NO_PLAN, c.trigger - len(c.near) + plan)]
    return any(w in c.listed["not_there"] or w in _NOT and (before[k + 1] in _BE or "اي" in before[k + 1 :]) for k, w in enumerate(before[:-1])) or before[-1:] != [] and (before[-1] in c.listed["not_there"] or before[-1] == "لا")


def is_threatened(c: Clause) -> bool:
    """«هددت بإلغاء القمة», «دعته إلى إلغاء المؤتمر»: so far it stands."""
    if not c.is_near("cancelled"):
        return False
    return any(lemma in c.listed["threat_lemma"] or lemma in c.listed["proposed_lemma"] for _, lemma in c.verbs) or any(w.startswith(_THREATS) for w in c.words)


def was_called_off(c: Clause) -> bool:
    """«إلغاء القمة», «أرجأت الحكومة زيارة الوزير»."""
    verbs = (i for i, lemma in c.verbs if lemma in c.listed["cancelled_lemma"])
    return c.is_near("cancelled") or any(c.trigger - i <= _CALLING_OFF and i not in c.hopes and not _comments(c, i) for i in verbs)


def is_prevented(c: Clause) -> bool:
    """«منعت الشرطة الوزير من زيارة القدس»."""
    return c.before(c.trigger) == "من" and (any(lemma == "منع" for _, lemma in c.verbs) or "بمنع" in c.words)


def was_refused(c: Clause) -> bool:
    """«رفض الوزير عقد لقاء», «رفضها لقاء الرئيس»."""
    direct = any(lemma in c.listed["refused_lemma"] and c.trigger - i <= _REFUSAL and is_direct(c.document, c.listed, i, c.trigger) for i, lemma in c.verbs)
    return direct or any(w in c.listed["refused"] for w in c.words[-3:])


def stays_away(c: Clause) -> bool:
    """«قررت عدم حضور القمة», «عدم مشاركته في المؤتمر», «تغيبت عن المحادثات»."""
    if c.before(c.trigger) == "عن" and c.noun is not None and c.noun.lemma in c.listed["encounter_lemma"] and c.norm(c.trigger - 2).removeprefix("و").startswith(_STAYED_AWAY):
        return True
    near = c.near[-5:]
    return any(w in _WITHOUT and near[i + 1].removeprefix("ال").startswith(_ATTENDING) for i, w in enumerate(near[:-1]))


def is_not_ready(c: Clause) -> bool:
    """«ليست جديرة بإجراء محادثات», «ليس مستعدا للقاء نظيره», «غير مستعدة لعقد قمة»."""
    holding = c.before(c.trigger)[1:] in c.listed["holding"] and c.before(c.trigger)[:1] in ("ل", "ب")
    if c.past or not holding and (c.noun is None or c.noun.preposition != "ل"):
        return False
    quality = c.trigger - 2 if holding else c.trigger - 1
    while c.norm(quality) in QUOTES:
        quality -= 1
    if quality <= c.first or not c.norm(quality).startswith(_WILLING):
        return False
    negated = c.norm(quality - 1) if c.norm(quality - 1) not in QUOTES else c.norm(quality - 2)
    return negated in c.listed["not_there"] or negated == "غير"


def is_replaced(c: Clause) -> bool:
    """«بدلا من لقاء الوزيرين»: another thing was done."""
    return c.before(c.trigger) == "من" and c.norm(c.trigger - 2) in ("بدلا", "عوضا", "بدل")


def is_unlikely(c: Clause) -> bool:
    """«من غير المحتمل أن يلتقي الرئيسان», «من غير المرجح عقد قمة»."""
    at = next((k for k in range(len(c.words) - 1, 0, -1) if c.words[k] in _LIKELY and c.words[k - 1] == "غير" or c.words[k] == "المستبعد"), None)
    return at is not None and not c.aside and (at == len(c.words) - 1 or c.words[at + 1] == "ان" or c.words[at + 1] in c.listed["holding"])


def is_out_of_question(c: Clause) -> bool:
    """«اللقاء بينهما غير وارد»."""
    return any(c.norm(i) in ("وارد", "وارده") and c.norm(i - 1) == "غير" for i in c.after(16))


def is_off_behind(c: Clause) -> bool:
    """«زيارة الوزير أُجلت», «الزيارة المؤجلة», unless a new day is told: «… أُجلت وستجري»; what «عقد … بعد أن ألغى …» took place."""
    morphs = c.document.morphs
    resumed = any((m := morphs[i]) is not None and m.future and not in_person(c.document, i) for i in c.after(_BEHIND))
    carried = c.present() and c.head < c.trigger and not is_called_off(c)  # «من المتوقع أن تعقد الجولة المؤجلة في أبريل»
    return not resumed and not carried and not c.past and any(c.norm(i) in c.listed["called_off"] and not _is_of_before(c, i) for i in c.after(_BEHIND))


def will_not_as_set(c: Clause) -> bool:
    """«لن يزور الصين كما كان مقررا», «لم تعقد القمة التي كانت مقررة»."""
    return c.before(c.head) in _NOT and any(c.norm(i).startswith("مقرر") and c.norm(i - 1) in ("كان", "كانت") for i in c.after(_SET))


def will_not_discuss(c: Clause) -> bool:
    """«لن يناقش أعداد القوات مع نظيره»: a topic is refused, no meeting."""
    return will_not(c) and c.governor is not None and c.governor.lemma in _DISCUSS


def will_not_be_held(c: Clause) -> bool:
    """«القمة لن تعقد»: what is set is off."""
    return will_not(c) and c.head > c.trigger and c.noun is not None and c.noun.definite


def will_not(c: Clause) -> bool:
    """«لن يلتقي»."""
    return c.before(c.head) in _NOT and c.before(c.head).endswith("لن")


def did_not(c: Clause) -> bool:
    """«لم يعقد الاجتماع»; not «لم تستضف المدينة القمة فحسب», nor what was not told «خلال الاجتماع»."""
    only = any(c.document.tokens[i].norm in _ONLY for i in range(c.head, min(c.head + _SET, len(c.document.tokens))))
    return c.before(c.head) in _NOT and not only and c.before(c.trigger) not in _DURING


def will_not_be_told(c: Clause) -> bool:
    """«لن يناقش أعداد القوات أثناء اجتماعه بنظيره»: the meeting is to come."""
    verb = next((i for i in range(c.trigger - 1, c.trigger - len(c.words), -1) if (m := c.document.morphs[i]) is not None and m.pos == "verb" and not in_person(c.document, i)), None)
    return c.aside and verb is not None and c.before(verb) in ("لن", "ولن")


def _comments(c: Clause, verb: int) -> bool:
    """Whether «علق» is «he commented»: «تعلق الصحيفة على القمة», «موضوع علقت عليه الصحف»."""
    morph, norms = c.document.morphs[verb], c.document.norms
    return morph is not None and morph.lemma == "علق" and any(w in _ABOUT for w in norms[verb + 1 : verb + 7])


def _is_of_before(c: Clause, i: int) -> bool:
    """Whether a calling off is told as over: «يزور لندن بعدما ألغى زيارته», «بعد أن ألغيت», «كان قد ألغى»; not «إن اللقاء … قد ألغي»."""
    if c.before(i) == "قد":
        return c.before(i - 1).removeprefix("و") in ("كان", "كانت")
    return c.before(i) in _AFTERWARDS or c.before(i) == "ان" and c.before(i - 1) in ("بعد", "منذ")
