"""Signs that an event hangs on a condition: «في حال عقدت القمة ستكون الأولى», «لن يدخل في محادثات إلا مع الرئيس»."""

from __future__ import annotations

from typing import Final

from extract.events.modality.agreement import FULL_STOPS
from extract.events.modality.clause import Clause, in_person
from extract.events.modality.governed import own_phrase

_IF, _CASE, _IN = ("اذا", "لو"), ("حال", "حاله"), ("في", "وفي", "ففي")
_PARTICLES: Final = ("قد", "ما", "تم", "جري", "كان", "كانت")  # what may stand between «في حال» and the verb
_THEN, _CONDITION_REACH = ("فسي", "فست"), 30  # «ف» before a future verb answers a condition so far before it
_FIRST: Final = ("اول", "ثاني", "ثالث")
_WHETHER: Final = ("ما", "عما", "فيما", "مما", "حول")  # «لم يتضح ما إذا …»
_NEVER: Final = ("لن", "ولن", "فلن")
_ENTERING: Final = frozenset(("دخل", "جلس", "شارك", "خاض", "انخرط", "حضر", "قبل", "عاد", "أجرى", "عقد"))  # verbs by which somebody goes into talks
_ENTERING_REACH: Final = 9  # tokens from such a verb to the talks, with who enters between
_ASKED_REACH: Final = 14  # tokens from «ما إذا كان» to the verb, with the subject between
_ONLY_REACH: Final = 30  # tokens from an event to «إلا»
_HOWEVER: Final = frozenset(("ان", "انه", "انها", "انهم", "انهما", "اننا", "انني"))  # «إلا أن» denies nothing


def if_it_takes_place(c: Clause) -> bool:
    """«وفي حال عقدت المحادثات ستكون الأولى», «في حال انعقاد القمة», «وإذا تم اللقاء فسيكون …»; what is set stands: «إذا عقدت القمة المقررة»."""
    if c.aside or c.governor is None and (c.noun is None or c.noun.pos != "noun"):
        return False
    start = c.head if c.governor is not None and c.head <= c.trigger else own_phrase(c)
    if start == c.trigger and c.governor is None:
        return False
    return _is_conditional(c, start) and not any(c.norm(i) in c.listed["awaited"] for i in c.after(_ENTERING_REACH))


def then_it_would(c: Clause) -> bool:
    """«إذا نجحت الوساطة فسيزور الوزير بغداد», «في حال التقيا فسيكون ذلك أول لقاء بينهما»: only if what stands before comes true."""
    norms = c.document.norms
    at = c.head if c.governor is not None and c.head <= c.trigger else _verb_before(c)
    if at is None or c.aside and c.before(c.trigger) not in _FIRST or not norms[at].startswith(_THEN):
        return False
    for i in range(at - 1, max(at - _CONDITION_REACH, -1), -1):
        if c.document.tokens[i].text in FULL_STOPS:
            return False
        if norms[i].removeprefix("و") in _IF or norms[i] in _CASE and i > 0 and norms[i - 1] in _IN:
            return True
    return False


def will_only(c: Clause) -> bool:
    """«لن يلتقي نظيره إلا إذا …», «لن يدخل في مفاوضات إلا مع الرئيس», «لن يجلس إلى محادثات إلا بشروط»; not «لن يلتقي نظيره إلا أنه …»."""
    return _never_enters(c) and any(c.norm(i) == "الا" and c.norm(i + 1) not in _HOWEVER for i in c.after(_ONLY_REACH))


def is_asked_whether(c: Clause) -> bool:
    """«سئل عما إذا كان الوزير | سيلتقي نظيره»: whether it will be is open; «… إذا كانت الهدنة صمدت، سيلتقي» is no such question."""
    if c.aside or c.governor is None or not c.governor.future:
        return False
    norms = c.document.norms
    for i in range(c.head - 1, max(c.head - _ASKED_REACH, 0), -1):
        morph = c.document.morphs[i]
        if norms[i] == "اذا":
            return norms[i - 1].removeprefix("و") in _WHETHER
        if c.document.tokens[i].kind not in ("word", "number") or morph is not None and morph.pos == "verb" and norms[i] not in _PARTICLES and not in_person(c.document, i):
            return False
    return False


def _is_conditional(c: Clause, start: int) -> bool:
    """Whether a condition opens right before token ``start``: «وفي حال تم | عقد», «وإذا | عقدت»."""
    norms, at = c.document.norms, start - 1
    while at > 0 and norms[at] in _PARTICLES:
        at -= 1
    if at < 0:
        return False
    if norms[at] in _CASE:
        return at > 0 and norms[at - 1] in _IN
    word = norms[at].removeprefix("و").removeprefix("ف")
    return word in _IF and norms[at] != "ولو" and (at == 0 or norms[at - 1] not in _WHETHER)


def _never_enters(c: Clause) -> bool:
    """Whether «لن» stands before the event's verb or before one of going into talks: «لن يلتقي», «لن تدخل الحكومة في | مفاوضات»."""
    if c.governor is not None:
        return c.before(c.head) in _NEVER
    at = _verb_before(c)
    return at is not None and c.document.morphs[at].lemma in _ENTERING and c.before(at) in _NEVER  # type: ignore[union-attr]


def _verb_before(c: Clause) -> int | None:
    """The nearest verb before the event: «لن | تدخل | الحكومة في مفاوضات»."""
    for i in range(c.trigger - 1, max(c.trigger - _ENTERING_REACH, c.first) - 1, -1):
        morph = c.document.morphs[i]
        if c.document.tokens[i].text in FULL_STOPS:
            return None
        if morph is not None and morph.pos == "verb" and not in_person(c.document, i):
            return i
    return None
