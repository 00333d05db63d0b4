"""Days that stand beside an event and tell when something else was: when it was written of, called off, followed or ended by another."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import in_time
from extract.arabic.types import Document, TimeExpression
from extract.events.arguments import Index
from extract.events.clauses.words import COMMAS, FULL_STOPS
from extract.events.meetings.carriers import WILLING, is_within
from extract.events.meetings.setting.ago import is_counted_from
from extract.events.meetings.setting.scope import EVENTS
from extract.events.meetings.triggers import Trigger

ENDING, _LEAVING = frozenset(("أنهى", "اختتم", "ختم", "أكمل")), frozenset(("غادر", "عاد"))  # what is done on the last day of a visit
_OVER: Final = frozenset(("بعد", "عقب", "اثر", "ختام", "نهايه", "من", "وبعد"))  # behind these a visit is over
_BESIDE: Final = frozenset(("بعد", "عقب", "قبل", "قبيل", "بعيد", "اثر", "منذ"))
_HOURS: Final = frozenset(("ظهر", "الظهر", "منتصف", "غد", "عصر", "صلاه"))  # «بعد ظهر الأربعاء»
_BESIDE_REACH: Final = 10  # tokens from such a preposition to the day of what it brings in
_SINCE_REACH: Final = 5
_AFTERWARDS: Final = frozenset(("عقب", "اثر", "بعد", "هامش", "قبل", "قبيل", "بعيد", "حول", "بشان", "عن"))
_RELATIVES, _RELATIVE_REACH = frozenset(("الذي", "التي")), 8  # tokens from a relative pronoun, or its verb, to a day of its clause
_ISSUED: Final = frozenset(("الصادره", "الصادر", "الصادرين", "المنشوره", "المنشور"))  # «الصحف الصادرة أمس»: never said of an event
_SETTLED: Final = frozenset(("الموقع", "الموقعه", "المبرم", "المبرمه", "الموقعين", "المعلن", "المعلنه", "المعتمد", "المعتمده"))  # «الاتفاق الموقع في يناير»
_PUBLISHING: Final = frozenset(("نشر", "بث", "أصدر", "وزع", "أذاع"))
_KNOWN, _DONE, _ITS_NEWS = _PUBLISHING | {"أعلن", "كشف"}, frozenset(("تم", "جرى")), ("الاعلان", "اعلان", "الكشف", "كشف", "نشر", "النشر")
_PUBLISHING_REACH: Final = 6  # tokens from such a verb to its day
_DAY_OPENERS: Final = frozenset(("في", "يوم", "خلال"))
_NOWADAYS: Final = frozenset(("واليوم", "فاليوم"))


def not_of_something_else(document: Document, index: Index, trigger: Trigger, times: list[TimeExpression]) -> list[TimeExpression]:
    """The days within reach of an event that do not tell when something else took place."""
    at = document.tokens[trigger.token].start
    out: list[TimeExpression] = []
    for time in times:
        day = index.token_at(time.start)
        if time.start > at:
            if document.norms[day - 1] not in _ISSUED and not _is_of_paper(document, index, trigger, day) and not _is_of_next_verb(document, index, trigger, day) and not _is_beside(document, index, trigger, day) and not _is_of_another_noun(document, index, trigger, day):
                out.append(time)
        elif _is_of_paper(document, index, trigger, day) or _is_since(document, day) or _is_of_decision(document, trigger, day) or _is_of_writing(document, index, trigger, day) or _is_fronted(document, index, trigger, day):
            out.clear()  # what stands before it is farther from the event still
        elif document.text[time.start - 1 : time.start] != "(":  # «ندوة 2020 (نوفمبر 2016)»
            out.append(time)
    return out


def is_of_its_end(document: Document, trigger: Trigger, time: TimeExpression) -> bool:
    """Whether a day is the last of a visit: «أنهى الجمعة زيارته إلى عمان», «اختتم زيارته إلى عمان أمس», «غادر بيروت السبت بعد زيارة»; not «غادر السبت إلى باريس في زيارة», «أنهى زيارة بدأها السبت»."""
    carrier = document.morphs[trigger.carrier] if trigger.carrier is not None and not trigger.behind else None
    if carrier is None:
        return False
    if time.start > document.tokens[trigger.token].start:
        return carrier.lemma in ENDING and not _has_own_clause(document, trigger.token, time)
    return carrier.lemma in ENDING or carrier.lemma in _LEAVING and document.norms[trigger.token - 1] in _OVER


def _is_of_paper(document: Document, index: Index, trigger: Trigger, day: int) -> bool:
    """Whether the day is that of an agreement or of news: «الاتفاق الموقع في | يناير», «صور نشرتها الرئاسة | الأحد»."""
    before = day - 2 if document.norms[day - 1] in _DAY_OPENERS else day - 1
    if trigger.construction.endswith("sign"):
        return False
    if document.norms[before] in _SETTLED:
        return True
    for j in range(day - 1, max(trigger.first - 1, day - 1 - _PUBLISHING_REACH), -1):
        morph = document.morphs[j]
        if document.tokens[j].text in COMMAS or j == trigger.token or j == trigger.carrier:
            return False
        if morph is not None and morph.pos == "verb" and not index.in_person(document.tokens[j].start):
            return morph.lemma in _PUBLISHING
    return False


def _is_since(document: Document, day: int) -> bool:
    """Whether the day tells since when something is so: «منذ انتخابه في | مايو 2017»."""
    for j in range(day - 1, max(day - _SINCE_REACH, -1), -1):
        if document.norms[j] == "منذ":
            return True
        morph = document.morphs[j]
        if document.tokens[j].text in COMMAS or document.tokens[j].text in FULL_STOPS or morph is not None and morph.pos == "verb":
            return False
    return False


def _has_own_clause(document: Document, event: int, time: TimeExpression) -> bool:
    """Whether a relative clause of the event stands between it and the day: «زيارة بدأها | السبت», «زيارته التي جرت | أمس»."""
    for j in range(event + 1, len(document.tokens)):
        if document.tokens[j].start >= time.start:
            return False
        morph = document.morphs[j]
        if document.norms[j] in _RELATIVES or morph is not None and morph.pos == "verb" and morph.enclitic is not None:
            return True
    return False


def _is_of_decision(document: Document, trigger: Trigger, day: int) -> bool:
    """Whether the day is that of calling off, refusing or proposing the event: «ألغت أنقرة الثلاثاء لقاء …», «دعا الاثنين إلى اجتماع»."""
    return trigger.role in WILLING and trigger.carrier is not None and not trigger.behind and day < trigger.token and not is_within(document, trigger.token)


def _is_of_writing(document: Document, index: Index, trigger: Trigger, day: int) -> bool:
    """Whether the day stands in a relative clause of another noun: «في بيان نشره الصندوق الثلاثاء إثر زيارته», «الاجتماع الذي كان مقررا الخميس على هامش زيارته»."""
    norms, i = document.norms, trigger.token
    if not trigger.noun or norms[i - 1].removeprefix("و") not in _AFTERWARDS:
        return False
    for j in range(day - 1, max(trigger.first, day - _RELATIVE_REACH) - 1, -1):
        if document.tokens[j].text in FULL_STOPS or document.tokens[j].text in COMMAS:
            return False
        if norms[j] in _RELATIVES:
            return not index.in_person(document.tokens[j - 1].end - 1)
        morph = document.morphs[j]
        if morph is not None and morph.pos == "verb" and not index.in_person(document.tokens[j].start):
            of_it = morph.enclitic is not None and morph.enclitic.startswith("3")
            return of_it and j > trigger.first and _is_indefinite(document, index, j - 1)
    return False


def _is_of_another_noun(document: Document, index: Index, trigger: Trigger, day: int) -> bool:
    """Whether the day stands in a relative clause without a pronoun of a noun behind the event: «ناقشت القمة اتفاقا أبرمته أنقرة في | مارس»; not «… اجتماعا عقده السبت»."""
    for j in range(day - 1, trigger.token + 1, -1):
        if document.tokens[j].text in COMMAS or j == trigger.carrier:
            return False
        morph = document.morphs[j]
        if morph is not None and morph.pos == "verb" and not index.in_person(document.tokens[j].start):
            noun = document.morphs[j - 1]
            of_it = morph.aspect == "p" and morph.conjunction is None and morph.enclitic is not None and morph.enclitic.startswith("3") and not document.tokens[j].text.endswith("ة")  # «آخر مرة»
            return of_it and noun is not None and noun.pos == "noun" and not noun.definite and noun.lemma not in EVENTS
    return False


def _is_indefinite(document: Document, index: Index, j: int) -> bool:
    """Whether an indefinite noun stands at ``j``, known or not: «بيان», «بلاغ»."""
    morph = document.morphs[j]
    if morph is None:
        return document.tokens[j].kind == "word" and not document.norms[j].startswith("ال") and not index.in_person(document.tokens[j].start)
    return morph.pos == "noun" and not morph.definite


def _is_fronted(document: Document, index: Index, trigger: Trigger, day: int) -> bool:
    """Whether the day is that of an event told first, before what came next: «وبعد المحادثات مساء الجمعة في العاصمة، يتوجه إلى طوكيو»."""
    first = trigger.first
    if trigger.noun or document.norms[first].removeprefix("و") not in _BESIDE:
        return False
    told = document.morphs[first + 1]
    if told is None or told.pos != "noun" or told.lemma not in EVENTS:
        return False
    return not any(document.tokens[j].text in COMMAS or (m := document.morphs[j]) is not None and m.pos == "verb" and not index.in_person(document.tokens[j].start) for j in range(first + 2, day))


def _is_beside(document: Document, index: Index, trigger: Trigger, day: int) -> bool:
    """Whether the day dates what came before or after: «التقى نظيره بعد اجتماع مماثل الأحد»; not «التقاه بعد ظهر الأحد», «… بعد وصوله، الأحد»."""
    norms, i = document.norms, trigger.token
    for j in range(day - 1, max(i, day - _BESIDE_REACH), -1):
        if document.tokens[j].text in COMMAS or j == trigger.carrier:
            return False
        word = norms[j].removeprefix("و")
        if word in _BESIDE and norms[j + 1] not in _HOURS and norms[j - 1] != "من" and (not in_time(document, document.tokens[j].start) or is_counted_from(document, index, j)):
            return day > j + 1 and (word != "منذ" or day - j <= _SINCE_REACH)
    return False


def _is_of_next_verb(document: Document, index: Index, trigger: Trigger, day: int) -> bool:
    """Whether a verb joined to the event's own tells what came next on that day: «أجرى محادثات مع نظيره، ويلتقي غدا المبعوث», «وقعه الوزيران | ونشر أمس»."""
    start, signed = max(trigger.token, trigger.carrier or 0) + 1, trigger.construction.endswith("sign")
    return any(
        (m := document.morphs[j]) is not None and m.pos == "verb" and m.conjunction is not None and (document.tokens[j - 1].text in COMMAS or signed and _makes_known(document, j)) and not index.in_person(document.tokens[j].start)
        for j in range(start, day)
    )  # fmt: skip


def _makes_known(document: Document, j: int) -> bool:
    """Whether the verb at ``j`` tells when something became known: «وقعه الوزيران | ونشر أمس», «| وتم الإعلان عنه الاثنين»."""
    verb = document.morphs[j]
    return verb is not None and (verb.lemma in _KNOWN or verb.lemma in _DONE and j + 1 < len(document.norms) and document.norms[j + 1].startswith(_ITS_NEWS))


def is_nowadays(document: Document, index: Index, time: TimeExpression) -> bool:
    """Whether «اليوم» is set against former times: «كان ذلك نادرا، واليوم يلتقي شخصيات بارزة»; not «واليوم التقى …»."""
    if time.text not in _NOWADAYS:
        return False
    i = index.token_at(time.end)
    if i < len(document.tokens) and document.tokens[i].text in COMMAS:
        i += 1
    morph = document.morphs[i] if i < len(document.morphs) else None
    return morph is not None and morph.pos == "verb" and morph.aspect == "i" and not morph.future
