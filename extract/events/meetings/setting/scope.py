"""The part of a clause in which the day and the place of its event stand, and what of it belongs to another: a report, a saying, a further event."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import in_time, name_at
from extract.arabic.types import Document
from extract.events.arguments import Index
from extract.events.clauses.limits import SOURCE_OPENERS, opens_next, right_limit
from extract.events.clauses.other_events import joined_event
from extract.events.clauses.words import AFTER, CLAUSE_OPENERS, COMMAS, EXPECTED, MEETINGS
from extract.events.meetings.carriers import is_within
from extract.events.meetings.setting.ago import is_ago
from extract.events.meetings.triggers import Trigger, next_event
from extract.events.modality.agreement import ARE_SET, FULL_STOPS, TAKING_PLACE, relative_of
from extract.events.modality.governed import OUTCOMES

EVENTS: Final = MEETINGS | {"زيارة"}
OTHER_TIMES: Final = frozenset(("قبل", "قبيل", "عشيه", "غداه", "امام"))
_GOING_ON: Final = frozenset(("أتى", "جاء", "استمر", "استغرق", "بدأ", "انتهى", "كان", "يكون", "جرى", "دار", "تم", "ضم", "جمع", "شمل", "عقد", "انعقد", "نظم", "استضاف", "اختتم", "انطلق", "افتتح", "شارك", "حضر", "ترأس", "احتضن", "شهد"))  # verbs of an event, behind which its time and place stand
_QUOTES: Final = frozenset('"«“')
SAYING: Final = frozenset(("قال", "أعلن", "أكد", "صرح", "ذكر", "أضاف", "أوضح", "شدد", "كشف", "أشار", "أعرب", "دعا", "حذر", "طالب", "لفت", "تحدث", "رأى", "اعتبر", "وصف", "أبلغ", "عبر", "تابع", "أفاد", "اتفق", "تعهد", "رحب", "أصدر", "صدر", "وقع"))  # what one does where the meeting was
_BEHIND: Final = frozenset(("بعد", "عقب", "منذ", "نتايج", "مخرجات"))
_WAS, _SET = ("كان", "كانت"), ("مقرر", "مخطط", "مزمع", "متفق", "متوقع")  # «كما كان مقررا»
_AS_SET: Final = 4  # tokens of «كما كانت مقررة في»
_CHAIN_REACH: Final = 8  # tokens of phrases of place and time that go on behind an event
_HOUSES: Final = frozenset(("قصر", "فندق", "مقر", "مبني", "منزل", "سفاره", "قنصليه", "مدينه", "العاصمه", "قاعه", "مركز", "مطار", "منتجع", "ديوان", "قاعده", "قريه", "جزيره", "بلده"))  # where one meets in a city
_GATHERING: Final = frozenset(("جمع", "ضم"))
_MASDARS, _TO = frozenset(("عقد", "تنظيم", "اجراء")), frozenset(("علي", "الي", "اجل", "عن", "بشان", "حول"))
_HOLDING: Final = frozenset(("عقد", "تنظيم", "اقامه", "استضافه"))
_PRONOUNS: Final = frozenset(("الذي", "التي"))
_ASIDE_REACH: Final = 10  # tokens of a relative clause between commas
_EXPECTED_REACH: Final = 4  # tokens from an event, with its adjectives, to such a word
_SOURCE_REACH: Final = 2  # tokens from a clause's begin to «وفقا»
_OWN_CLAUSE: Final = 14  # tokens of a relative clause in which the event's time and place stand
TRAVELS: Final = frozenset(("غادر", "توجه", "وصل", "سافر", "زار", "عاد", "انتقل", "متوجه", "متجه", "وصول", "زيارة", "عودة", "سفر", "رحلة"))


def setting_end(document: Document, index: Index, trigger: Trigger, reach: int, aside: int = 0) -> int:
    """The token up to which time and place may stand: some tokens behind the arguments, but in no other clause; ``aside`` is where one among them ends."""
    right = aside or _right(document, trigger)
    as_set = any(_is_as_set(document, j) for j in range(trigger.token + 1, min(right + 3, trigger.last)))
    end = min(trigger.last, right + reach + (_AS_SET if as_set else 0))
    end = min(_end_of_chain(document, end, trigger.last), next_event(document, trigger))
    end = joined_event(document, trigger.token, end, visit=trigger.construction == "noun_visit") if trigger.noun else end
    told = next((j for j in range(trigger.token + 2, end) if (document.norms[j - 1] == "عن" or document.norms[j - 1] in OUTCOMES) and (m := document.morphs[j]) is not None and m.lemma in EVENTS), end)
    if trigger.role == "says":  # «دعا في خطاب أمام المجلس إلى | عقد مؤتمر | منتصف العام»
        told = next((j for j in range(trigger.token + 2, told) if document.norms[j - 1].removeprefix("ل").removeprefix("ب") in _HOLDING and (m := document.morphs[j]) is not None and m.pos == "noun" and not m.definite and m.lemma in EVENTS), told)
    end = min(end, told)  # «تحدث في زيارته لتونس عن مؤتمر يعقد في العاشر من مايو», «اللقاء في إطار تنفيذ نتائج زيارة نظيره الأربعاء»
    end = next((j for j in range(trigger.token + 1, end - 1) if document.tokens[j].text == ":" and document.tokens[j + 1].text in _QUOTES), end)  # «قال بعد لقائه نظيره: "لم يصل الوفد مساء أمس"»
    verb = next((j for j in range(trigger.token + 1, end) if _is_other_verb(document, index, j)), end)
    if trigger.noun and trigger.morph.definite and trigger.role in (None, "says") and verb < end:
        return max(verb, trigger.token + 1)  # «القادة المشاركون في القمة أكدوا أن القدس …»
    end = next((j for j in range(trigger.token + 1, end) if opens_next(document, j, trigger.last)), end)
    for j in range(max(trigger.token + 1, aside or trigger.right - 1), end):
        if (document.tokens[j].norm in CLAUSE_OPENERS or document.tokens[j].norm in SOURCE_OPENERS) and not is_ago(document, index, trigger, j) and not _is_as_set(document, j):
            return max(j, trigger.token + 1)
    return end


def _is_as_set(document: Document, j: int) -> bool:
    """Whether «كما» at ``j`` only says that the event is as it was set: «ستعقد القمة | كما كانت مقررة | في 12 يونيو»."""
    behind = [w.removeprefix("ال") for w in document.norms[j + 1 : j + 3]]
    return document.norms[j] == "كما" and behind[:1] != [] and (behind[0] in _WAS or behind[0] == "هو") and any(w.startswith(_SET) for w in behind)


def _end_of_chain(document: Document, end: int, last: int) -> int:
    """The token behind the place and day that go on beyond ``end``: «اجتماعا … لبحث العلاقات الثنائية في قصر هوفبورغ | في فيينا الاثنين |»."""
    limit = min(end + _CHAIN_REACH, last)
    within = end > 1 and _is_placed(document, document.tokens[end - 1].start) and document.norms[end - 2] == "في"
    housed = within or any(_is_house(document.norms[j]) for j in range(max(0, end - 3), end))
    for j in range(end, limit):
        norm, morph, at = document.norms[j], document.morphs[j], document.tokens[j].start
        if norm == "في" and j + 1 < limit:
            housed = _is_house(document.norms[j + 1]) or housed and _is_placed(document, document.tokens[j + 1].start)
            if not housed:
                return j
        elif _is_house(norm):
            housed = True
        elif not housed or not _is_placed(document, at) and not in_time(document, at) and not (document.tokens[j].kind == "word" and (morph is None or morph.pos in ("noun", "adj") and morph.preposition is None and morph.conjunction is None)):
            return j
    return limit


def _is_house(norm: str) -> bool:
    return norm in _HOUSES or norm.startswith("ب") and norm[1:] in _HOUSES


def _is_placed(document: Document, at: int) -> bool:
    """Whether an offset lies in the name of a place: «بفيينا»."""
    name = name_at(document, at + 1)
    return name is not None and name.kind in ("place", "state")


def _right(document: Document, trigger: Trigger) -> int:
    """The token behind the arguments, with those that a verb of gathering tells: «لقاء | جمع بين الرئيس التركي ونظيره الروسي في سوتشي»."""
    i = trigger.right
    morph = document.morphs[i] if trigger.noun and i + 2 < trigger.last else None
    gathers = morph is not None and morph.pos == "verb" and morph.lemma in _GATHERING
    return right_limit(document, i + 1, trigger.last) if gathers else i


def relative_aside_end(document: Document, i: int, last: int) -> int:
    """The token behind a relative clause between commas that opens at ``i``, where a day goes on with what was told before it, else 0: «التقى الوزير، الذي يزور بغداد، | الاثنين نظيره»."""
    if i >= last or document.norms[i] not in _PRONOUNS or document.tokens[i - 1].text not in COMMAS:
        return 0
    closing = next((j + 1 for j in range(i + 1, min(i + _ASIDE_REACH, last)) if document.tokens[j].text in COMMAS), 0)
    time = next((t for t in document.times if t.start == document.tokens[closing].start), None) if 0 < closing < last else None
    return closing if time is not None and document.text[time.end : time.end + 1] not in COMMAS else 0  # «الذي وصل إلى نيويورك، الأربعاء، لبحث …» tells when he came


def _is_other_verb(document: Document, index: Index, i: int) -> bool:
    """Whether a verb at token ``i`` goes on with what the one before it is about, and not with when and where it takes place."""
    morph = document.morphs[i] if i < len(document.morphs) else None
    return morph is not None and morph.pos == "verb" and morph.lemma not in _GOING_ON and not index.in_person(document.tokens[i].start)


def is_aside(document: Document, index: Index, trigger: Trigger) -> bool:
    """Whether what stands before the noun tells of something else: «زار بيونغ يانغ قبيل القمة», «أعلن الأربعاء عن عقد قمة»."""
    if not trigger.noun:
        return False
    i, carrier = trigger.token, trigger.carrier
    if trigger.morph.conjunction == "و" and trigger.morph.enclitic is None and (carrier is None or trigger.behind):
        return True  # «قمة العشرين في كندا وقمة الحلف التي ستعقد الشهر المقبل»
    before = document.norms[i - 1] if i else ""
    if carrier is not None and trigger.behind:  # «يأتي الموعد بعد القمة التي يحضرها», «ناقشا الثلاثاء نتائج القمة التي عقدت في باريس»
        return before in OTHER_TIMES or before in _BEHIND or not is_within(document, i) and not _is_goal(document, trigger) and _told_by_another(document, index, trigger, i)
    if carrier is not None and trigger.role != "says":  # «اتفقا الاثنين على عقد قمة»
        return document.norms[carrier] in _MASDARS and carrier > trigger.left and document.norms[carrier - 1] in _TO and _told_by_another(document, index, trigger, carrier)
    if before in OTHER_TIMES or before == "عن":
        return True  # «كان الإعلان في مارس عن قمة …»
    if before in AFTER and carrier is not None and (verb := document.morphs[carrier]) is not None and verb.lemma not in SAYING:
        return True  # «قتل جنديان في حلب بعد لقاء الرئيسين», but «قال في برلين عقب لقاء …»
    return carrier is None and not is_within(document, i) and _told_by_another(document, index, trigger, i)


def _is_goal(document: Document, trigger: Trigger) -> bool:
    """Whether somebody travels for the event: «يغادر الأربعاء إلى أنقرة للاجتماع مع …»."""
    return trigger.morph.preposition == "ل" and any(m is not None and m.lemma in TRAVELS for m in document.morphs[trigger.left : trigger.token])


def is_joined(document: Document, trigger: Trigger) -> bool:
    """Whether the event's verb is joined to a clause before it, whose time and place are its own: «الوضع في المملكة صعب، وأشار خلال لقائه …»."""
    verb = document.morphs[trigger.carrier] if trigger.carrier is not None and not trigger.behind else None
    if trigger.carrier is None or verb is None or verb.pos != "verb" or trigger.carrier - trigger.left < 3:
        return False
    before = document.tokens[trigger.carrier - 1]
    quoted = trigger.carrier - 1 if before.text in _QUOTES else trigger.carrier - 2  # «قال في طهران السبت "لن نجري محادثات"»
    return verb.conjunction is not None and before.text in "،," or document.tokens[quoted].text in _QUOTES


def _told_by_another(document: Document, index: Index, trigger: Trigger, end: int) -> bool:
    """Whether a verb that does not carry the event stands before token ``end`` in the clause: its time is when it was said."""
    return any(
        (m := document.morphs[j]) is not None and m.pos == "verb" and m.lemma not in _GOING_ON and not index.in_person(document.tokens[j].start)
        for j in range(trigger.left, end)
    )  # fmt: skip


def setting_clause(document: Document, trigger: Trigger) -> tuple[int, int] | None:
    """The tokens of a relative clause that tells when and where the event takes place, behind all who take part: «قمة بين … و…، التي ستعقد في القاهرة الشهر المقبل», «الاجتماع الوزاري للتحالف، المرتقب عقده بمراكش»."""
    at = relative_of(document, trigger.token, participles=True) if trigger.noun and not trigger.behind else None
    if at is None:
        return _expected(document, trigger) if trigger.noun and not trigger.morph.definite else None
    end = min(len(document.norms), at + _OWN_CLAUSE)
    if document.norms[at + 1] in _WAS and (document.norms[at + 2] == "من" and document.norms[at + 3] in EXPECTED or document.norms[at + 2].startswith(_SET)):
        return at + 3, next((j for j in range(at + 4, end) if _ends_relative(document, j)), end)  # «التي كان من المقرر | عقدها في روما السبت»
    if document.norms[at].startswith(ARE_SET):
        return at + 1, next((j for j in range(at + 2, end) if _ends_relative(document, j)), end)
    verb = next((m for i in (at + 1, at + 2) if (m := document.morphs[i]) is not None and m.pos == "verb"), None)
    if document.norms[at + 1] != "من" and (verb is None or verb.lemma not in TAKING_PLACE or verb.enclitic is not None):
        return None
    return at + 1, next((j for j in range(at + 3, end) if _ends_relative(document, j)), end)


def _expected(document: Document, trigger: Trigger) -> tuple[int, int] | None:
    """The tokens of a clause without a pronoun that says when and where an event is expected: «قمة نادرة يفترض أن | تعقد في جنيف», «محادثات من المقرر أن | تجري الأحد»."""
    norms, i = document.norms, trigger.token
    at = next((j for j in range(i + 1, min(i + _EXPECTED_REACH, trigger.last - 3)) if norms[j] in EXPECTED or norms[j] == "من" and norms[j + 1] in EXPECTED), None)
    if at is None or any(document.tokens[j].kind != "word" or (m := document.morphs[j]) is not None and (m.pos not in ("adj", "noun") or m.definite) for j in range(i + 1, at)):
        return None
    that = next((j for j in range(at + 1, at + 3) if norms[j] == "ان"), None)
    verb = document.morphs[that + 1] if that is not None else None
    if that is None or verb is None or verb.pos != "verb" or verb.lemma not in TAKING_PLACE or verb.enclitic is not None:
        return None
    return that + 1, next((j for j in range(that + 2, min(len(norms), that + _OWN_CLAUSE)) if _ends_relative(document, j)), min(len(norms), that + _OWN_CLAUSE))


def _ends_relative(document: Document, j: int) -> bool:
    """Whether a relative clause ends before token ``j``: at a stop, a quotation, another clause or a verb joined to its own («…، وانتهت باتفاق في فيينا»)."""
    text, norm, morph = document.tokens[j].text, document.norms[j], document.morphs[j]
    joined = morph is not None and morph.pos == "verb" and morph.conjunction is not None
    return joined or text in FULL_STOPS or text in _QUOTES or text == ":" or norm in CLAUSE_OPENERS and norm not in ("ان", "بعد", "قبل")


def source_end(document: Document, trigger: Trigger) -> int:
    """Where the clause goes on behind who says so, whose day and place are of the report: «وفقا لتقرير نشر الجمعة، فقد اجتمع …»; else 0."""
    opening = document.norms[trigger.left : trigger.left + _SOURCE_REACH]
    if not any(w.removeprefix("و") in SOURCE_OPENERS for w in opening):
        return 0
    return next((document.tokens[j].end for j in range(trigger.token, trigger.left, -1) if document.tokens[j].text in "،,"), 0)


def own_start(document: Document, trigger: Trigger) -> int:
    """Where what the trigger itself says begins: its verb, where that opens the clause behind a comma."""
    head = trigger.carrier if trigger.carrier is not None and not trigger.behind else trigger.token
    if trigger.carrier is None or trigger.behind:
        return document.tokens[head].start  # «أغلقت الأسواق الجمعة … وسط ترقب اجتماع لأوبك الأسبوع المقبل»
    before = [t.text for t in document.tokens[max(trigger.left, head - 2) : head]]
    opens = before[-1:] != [] and before[-1] in "،,؛" or any(t in _QUOTES for t in before)  # «لن نجري محادثات»
    return document.tokens[head].start if opens else document.tokens[trigger.left].start
