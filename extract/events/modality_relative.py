"""Signs of a relative clause: one on the event that tells it as to come («القمة … التي ستعقد»), one in which the event is told under a future («ستكون المرة الأولى التي يلتقي فيها»)."""

from __future__ import annotations

from extract.arabic.normalizer import fold
from extract.events.modality_clause import Clause, in_person, is_ahead

_RELATIVES = {"الذي": False, "التي": True}  # whether of a feminine
_REACH = 24  # tokens from an event to the relative clause that tells of it, with who takes part between
_TIME_REACH = 14  # tokens from the relative pronoun to the day that its verb has
_FULL_STOPS = frozenset(".؛؟!\n")
_AHEAD = ("مقرر", "متوقع", "منتظر", "مفترض", "مزمع", "مرتقب", "مرجح")
_DUE = frozenset(("يفترض", "يتوقع", "ينتظر", "يرتقب"))
_NEXT = frozenset(("المقبل", "المقبله", "القادم", "القادمه", "غدا"))
_TAKES_PLACE = frozenset(
    ("عقد", "انعقد", "استضاف", "احتضن", "أقام", "نظم", "جرى", "بدأ", "انطلق", "افتتح", "التأم", "جمع", "ضم", "شارك", "حضر", "ترأس", "رأس", "أجرى", "شهد", "قام", "أدى", "تم", "كان", "يكون")
)  # fmt: skip
_EVENTS = frozenset(("اجتماع", "لقاء", "قمة", "مؤتمر", "محادثات", "مباحثات", "مفاوضات", "مشاورات", "زيارة", "جلسة", "دورة", "جولة", "منتدى", "معرض", "مهرجان", "انتخاب", "بطولة", "مباراة", "مناورة", "حفل", "احتفال", "ندوة", "استفتاء", "مسيرة", "تظاهرة", "مقابلة"))
_FIRST = frozenset(("اول", "الاول", "الاولي", "مره", "المره"))
_FIRST_TIME = 16  # tokens from «ستكون» to what is done for the first time


def will_take_place(c: Clause) -> bool:
    """«قمة بين الرئيسين، التي من المقرر انعقادها …», «مؤتمر المناخ الذي سيعقد في باريس», «الاجتماع الذي يقام الشهر المقبل»."""
    if c.past or c.over or c.noun is None or c.noun.pos != "noun":
        return False
    norms = c.document.norms
    at = _own_relative(c)
    if at is None:
        return False
    if norms[at + 1] in _DUE or norms[at + 1] == "من" and norms[at + 2].removeprefix("ال").startswith(_AHEAD):
        return True
    verb = next((i for i in (at + 1, at + 2) if (m := c.document.morphs[i]) is not None and m.pos == "verb"), None)
    morph = c.document.morphs[verb] if verb is not None else None
    if morph is None or morph.lemma not in _TAKES_PLACE:
        return False
    return morph.future or norms[at + 1] == "سوف" or morph.aspect == "i" and _is_dated_ahead(c, at)


def is_first_to_come(c: Clause) -> bool:
    """«ستكون المرة الأولى التي يلتقي فيها رئيس أميركي …», «وسيكون أول رئيس يزور الجزيرة», «ستكون القمة أول لقاء بين …»."""
    if not c.present() and (c.governor is not None or c.before(c.trigger) not in _FIRST):
        return False
    first, head = False, c.head if c.present() else c.trigger
    for i in range(head - 1, max(head - _FIRST_TIME, -1), -1):
        morph, norm = c.document.morphs[i], c.document.norms[i]
        if c.document.tokens[i].text in _FULL_STOPS:
            return False
        first = first or norm in _FIRST
        if morph is not None and morph.pos == "verb" and not in_person(c.document, i):
            return first and bool(morph.future) and morph.lemma in ("كان", "يكون", "أصبح")
    return False


def _own_relative(c: Clause) -> int | None:
    """The relative pronoun behind the event that goes with it: of its gender, with no other event between."""
    feminine = c.noun is not None and (c.noun.gender == "f" or c.noun.number == "p") or c.norm(c.trigger).endswith(("ه", "ات"))
    document = c.document
    for i in range(c.trigger + 1, min(c.trigger + _REACH, len(document.tokens) - 3)):
        morph = document.morphs[i]
        if document.tokens[i].text in _FULL_STOPS:
            return None
        if i > c.trigger + 1 and morph is not None and morph.pos == "noun" and morph.lemma in _EVENTS and not in_person(document, i):
            return None
        if document.norms[i] in _RELATIVES and _RELATIVES[document.norms[i]] == feminine:
            return i
        if morph is not None and morph.pos == "verb" and not in_person(document, i):
            return None
    return None


def _is_dated_ahead(c: Clause, at: int) -> bool:
    """Whether a day to come stands in the relative clause that opens at token ``at``."""
    tokens = c.document.tokens
    start, end = tokens[at].start, tokens[min(at + _TIME_REACH, len(tokens) - 1)].start
    return any(start < t.start < end and (is_ahead(t, c.document.published) or any(w in _NEXT for w in fold(t.text).split())) for t in c.document.times)
