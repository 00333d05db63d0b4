"""Signs of the word that governs an event and its noun of holding: one should do it, one is bound to it, it was set and called off, it is only spoken of."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.modality.agreement import FULL_STOPS
from extract.events.modality.clause import Clause, in_person, is_direct, is_past

_DEONTIC: Final = frozenset(("ينبغي", "يجب", "يتعين", "يتوجب", "يلزم", "بد"))  # «لا بد من»
_DEONTIC_REACH: Final = 30  # tokens from «ينبغي على» to what is to be done, with all who are to do it between
_PROMISE_REACH: Final = 14
_DOING: Final = frozenset(("قيام", "القيام", "المشاركه", "مشاركه", "حضور", "الدخول", "الشروع", "التوجه", "الجلوس"))
_TO: Final = ("علي", "من", "ل", "الي")
_PROMISING: Final = frozenset(("التزام", "التزامه", "التزامها", "تعهد", "تعهده", "تعهدها", "وعد", "وعده", "وعدها"))
_BOUND: Final = ("ب", "ل")
OUTCOMES: Final = frozenset(("نتائج", "نتايج", "مخرجات", "قرارات", "توصيات", "مقررات", "تفاهمات", "بيان", "اعلان", "حصيله", "اعقاب", "بنود", "محضر", "وعود", "تعهدات"))
_SPIRIT: Final = ("روح", "روحيه")
_CARRYING_OUT: Final = frozenset(("تنفيذ", "متابعه", "تطبيق", "تفعيل", "ضوء", "تقييم", "استعراض", "بحث", "مناقشه"))
_LEFT_OUT: Final = ("تهميش", "استبعاد", "اقصاء", "ابعاد", "اشراك", "غياب", "استثناء")
_ADVERSATIVE: Final = frozenset(("بيد", "لكن", "لكنه", "لكنها", "غير", "الا", "ولكن", "ولكنه", "ولكنها"))
_LATER: Final = 80  # tokens from an event to the clause that calls it off
_OFF_REACH: Final = 9  # tokens from «إلا أن» to the verb that calls off
_SENDING: Final = frozenset(("أوفد", "أرسل", "أناب", "كلف", "بعث"))
_INSTEAD: Final = frozenset(("ممثلا", "ممثله", "نيابه", "بدلا", "عوضا", "بدله", "محله"))
_SET_ONCE, _ONCE_REACH, _SENTENCE_BEFORE = frozenset(("مقرر", "مقررا", "مفترض", "مفترضا", "متوقع", "متوقعا", "منتظر", "منتظرا", "مزمع", "مزمعا", "يفترض")), 12, 40
_NO_LONGER: Final = ("لم", "لا", "دون", "عدم", "نفي")
_PLANNED_ONCE: Final = frozenset(("كان", "كانت", "وكان", "وكانت"))


def own_phrase(c: Clause) -> int:
    """The token at which the event's own phrase begins, with the noun of holding it: «القيام بزيارة», «بعقد لقاء», «بدء محادثات»."""
    i = c.trigger
    while i > c.first:
        before = c.norm(i - 1)
        holding = before in c.listed["holding"] or before in _DOING or before[:1] in _BOUND and before[1:] in c.listed["holding"]
        if not holding and not (before == "في" and c.norm(i - 2) in _DOING):
            break
        i -= 1
    return i


def should_be_done(c: Clause) -> bool:
    """«ينبغي على الرئيسين … القيام بزيارة إلى تونس», «يجب على الوزير أن يلتقي نظيره»; not «يجب فهم الزيارة»."""
    if c.over or c.past or c.head > c.trigger or c.aside:
        return False
    to_do = c.present() and c.before(c.head) == "ان"
    start = c.head - 1 if to_do else own_phrase(c)
    if not to_do and (start == c.trigger or c.verb is not None):
        return False
    at = _nearest(c.document, start, _DEONTIC)
    return at is not None and _governs(c, at, start)


def is_promised(c: Clause) -> bool:
    """«يلتزم القصر بإجراء اجتماع», «تعهد بزيارة أنقرة», «التزام الحكومة بعقد لقاء»."""
    start = own_phrase(c)
    if c.over or c.aside or start == c.first or c.document.norms[start][:1] != "ب":
        return False
    for i in range(start - 1, max(start - _PROMISE_REACH, c.first) - 1, -1):
        morph = c.document.morphs[i]
        if morph is not None and morph.pos == "verb" and not in_person(c.document, i):
            return morph.lemma in c.listed["promised_lemma"] and is_direct(c.document, c.listed, i, start)
        if c.document.norms[i] in _PROMISING:
            return is_direct(c.document, c.listed, i, start)
    return False


def is_provided_for(c: Clause) -> bool:
    """«يتضمن الاتفاق عقد لقاءين في السنة», «ينص الميثاق على عقد قمة سنوية»."""
    start = own_phrase(c)
    if c.over or c.aside or start == c.trigger or not c.verbs:
        return False
    verb, lemma = c.verbs[-1]
    morph = c.document.morphs[verb]
    end = start - 1 if c.norm(start - 1) in _TO else start
    return lemma in c.listed["provided_lemma"] and morph is not None and morph.aspect == "i" and is_direct(c.document, c.listed, verb, end)


def relative_invitation(c: Clause) -> int | None:
    """The invitation of whose relative clause the event is part: «الدعوة التي وجهها الرئيس إلى نظيره لزيارة أنقرة»."""
    norms = c.document.norms
    return c.first - 2 if c.first > 1 and norms[c.first - 1] == "التي" and norms[c.first - 2] in c.listed["invitation"] else None


def is_presupposed(c: Clause) -> bool:
    """«لا تريد أن يتم تهميشها في المفاوضات», «استبعادها من المحادثات»: what somebody is left out of goes on."""
    before = c.before(c.trigger) in ("في", "من", "عن")
    return before and c.norm(c.trigger - 2).removeprefix("ال").startswith(_LEFT_OUT) and c.norm(c.trigger - 3) not in ("في", "حال") and not any(c.norm(i) in c.listed["scheduled"] for i in c.after(6))


def is_outcome(c: Clause) -> bool:
    """«سيبحث الوزيران تنفيذ نتائج القمة», «تنفيذ إعلان قمة 27 أبريل», «يتماشى مع روح قمة بيروت»: what came out of an event looks back on it."""
    if c.before(c.trigger) in _SPIRIT:
        return True
    if c.before(c.trigger) not in OUTCOMES:
        return False
    carried_out = c.norm(c.trigger - 2).removeprefix("ل") in _CARRYING_OUT
    if not carried_out and (len(c.verbs) == 0 or c.verbs[-1][1] not in c.listed["discussing_lemma"]):
        return False
    return not any(c.norm(i) in c.listed["scheduled"] or c.norm(i) in c.listed["to_come"] for i in c.after(8)) and not any(w in c.listed["arranging"] for w in c.near)


def was_called_off_later(c: Clause) -> bool:
    """«كان من المقرر أن يلتقي نظيره … إلا أن اللقاء أرجئ», «كان سيشارك في القمة، بيد أنه أوفد وزيره ممثلا له»."""
    norms, morphs = c.document.norms, c.document.morphs
    end = min(len(norms), c.trigger + _LATER)
    if c.past or _ADVERSATIVE.isdisjoint(norms[c.trigger + 1 : end]):
        return False
    sending = stopped = False
    at = len(norms)
    once = any(norms[i] in _PLANNED_ONCE for i in range(max(c.trigger - len(c.words), 0), c.trigger))
    for i in range(c.trigger + 1, end):
        if c.document.tokens[i].text in FULL_STOPS and (stopped or i + 1 < len(norms) and norms[i + 1] not in _ADVERSATIVE):
            return False
        stopped = stopped or c.document.tokens[i].text in FULL_STOPS
        if norms[i] in _ADVERSATIVE:
            at, sending = i, False
        if i <= at:
            continue
        if once and i - at < _OFF_REACH and norms[i] in c.listed["called_off"]:
            return True
        m = morphs[i]
        sending = sending or m is not None and m.lemma in _SENDING and is_past(m)
        if sending and norms[i] in _INSTEAD:
            return True
    return False


def was_called_off_before(c: Clause) -> bool:
    """«أُجلت زيارة الوزير … وكان من المقرر أن يلتقي نظيره»: what was to be on what the sentence before calls off."""
    opening = range(max(c.trigger - _ONCE_REACH, 0), c.trigger)
    once = next((i for i in reversed(opening) if c.document.norms[i] in _PLANNED_ONCE), None)
    if once is None or not c.present() or c.before(c.head) != "ان" or not any(c.document.norms[i].removeprefix("ال") in _SET_ONCE for i in range(once, c.head)):
        return False
    stops = 0
    for i in range(once - 1, max(once - _SENTENCE_BEFORE, -1), -1):
        stops += c.document.tokens[i].text in FULL_STOPS
        if stops > 1:
            return False
        if c.document.norms[i] in c.listed["cancelled"] or c.document.norms[i] in c.listed["called_off"]:
            return i == 0 or c.document.norms[i - 1] not in _NO_LONGER
    return False


def _nearest(document: Document, start: int, words: frozenset[str]) -> int | None:
    """The nearest of these words before token ``start`` in its sentence."""
    for i in range(start - 1, max(start - _DEONTIC_REACH, 0) - 1, -1):
        if document.tokens[i].text in FULL_STOPS:
            return None
        if document.norms[i].removeprefix("و").removeprefix("ف") in words:
            return i
    return None


def _governs(c: Clause, at: int, start: int) -> bool:
    """Whether what is to be done at token ``start`` is what the modal at ``at`` asks for: only who is to do it stands between."""
    begin = at + 1 if at + 1 < start and c.document.norms[at + 1] in _TO else at
    if any((m := c.document.morphs[i]) is not None and m.pos == "verb" and not in_person(c.document, i) for i in range(at + 1, start)):
        return False
    return is_direct(c.document, c.listed, begin, start)
