"""Which event an adjective of what is to come or a relative clause speaks of: «القمة المقرر عقدها», «زيارته قبيل القمة المقررة», «قمة بين الرئيسين، التي ستعقد …»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.modality.clause import in_person

_BESIDE: Final = ("قبل", "قبيل", "بعد", "عقب")  # behind these stands another event than the one told
_SET: Final = ("مقرر", "منتظر", "مرتقب", "مزمع", "منعقد")
ARE_SET: Final = ("المقرر", "المنتظر", "المرتقب", "المزمع", "المنعقد")
FULL_STOPS: Final = frozenset(".؛؟!\n")
TAKING_PLACE: Final = frozenset(
    ("عقد", "انعقد", "استضاف", "احتضن", "أقام", "نظم", "جرى", "دار", "بدأ", "انطلق", "افتتح", "التأم", "جمع", "ضم", "شارك", "حضر", "ترأس", "رأس", "أجرى", "شهد", "قام", "أدى", "تم", "كان", "يكون")
)  # verbs of which an event is subject or object
_RELATIVES: Final = {"الذي": False, "التي": True, "والذي": False, "والتي": True}  # whether of a feminine
_RELATIVE_REACH: Final = 24  # tokens from an event to the relative clause that tells of it, with who takes part between
EVENTS: Final = frozenset(("اجتماع", "لقاء", "قمة", "مؤتمر", "محادثات", "مباحثات", "مفاوضات", "مشاورات", "زيارة", "جلسة", "دورة", "جولة", "منتدى", "معرض", "مهرجان", "انتخاب", "بطولة", "مباراة", "مناورة", "حفل", "احتفال", "ندوة", "استفتاء", "مسيرة", "تظاهرة", "مقابلة"))
_TO_ATTEND: Final = ("للمشاركه", "لحضور", "الي")
_AT: Final = frozenset(("في", "خلال", "ضمن", "هامش", "اثناء"))
_SET_DAY: Final = 8  # tokens from such an adjective to the day: «المزمع تنفيذه يوم الخميس»


def is_said_of(document: Document, event: int, i: int) -> bool:
    """Whether the adjective of what is to come at ``i`` is that of the ``event`` before it: by gender, and as the nearest noun that it may go with.

    «الجلسة … لإضراب المعلمين المزمع تنفيذه», «زيارته قبيل القمة المقررة» speak of something else, «القمة المقرر عقدها» of the summit;
    what takes place at an event that is to come is to come: «لقاء على هامش القمة المقررة».
    """
    own, norms = document.morphs[event], document.norms
    if own is not None and own.pos == "verb" and norms[i].startswith(ARE_SET):
        noun = document.morphs[i - 1]
        return noun is None or noun.pos != "noun" or not noun.definite or norms[i - 2] in _AT  # «يزور الرياض للتحضير للقمة المقررة»
    if own is None or own.pos != "noun" or not norms[i].removeprefix("ال").startswith(_SET):
        return True
    behind = document.morphs[i + 1] if i + 1 < len(norms) else None
    if behind is not None and behind.lemma in ("أن", "ان"):
        return True
    owner = behind.enclitic if behind is not None and behind.pos == "noun" else None
    feminine = owner.startswith("3fs") if owner else norms[i].endswith("ه")  # «القمة المقرر عقدها»
    if own.enclitic is not None and any(norms[j] == "دعوه" and norms[j + 1] in _TO_ATTEND for j in range(event + 1, i - 1)):
        return False  # «سلمه خلال استقباله دعوة للمشاركة في المؤتمر المقرر عقده …»
    for j in range(i - 1, event + 1, -1):
        if (norms[j - 1] in _BESIDE or norms[j - 2] == "بدعوه") and is_feminine(document, j) == feminine and not in_person(document, j):
            return False
    named = document.morphs[event + 1]  # «لقاء القمة المزمع عقدها»
    return feminine == is_feminine(document, event) or named is not None and named.preposition is None and feminine == is_feminine(document, event + 1)


def is_set_for_another(document: Document, event: int, day: int) -> bool:
    """Whether the day at token ``day`` is set for something else than the ``event``: «الجلسة … الإضراب المزمع تنفيذه يوم الخميس»."""
    norms = document.norms
    at = next((i for i in range(day - 1, max(event, day - _SET_DAY), -1) if norms[i].startswith(ARE_SET)), None)
    if at is None:
        return False
    own = document.morphs[event]
    if own is not None and own.pos == "verb":  # «يزور الرياض لمناقشة القمة المقررة الخميس», but «سيلتقيان في القمة المقررة الخميس»
        return is_feminine(document, at - 1) is not None and norms[at - 2] not in _AT
    return not is_said_of(document, event, at)


def relative_of(document: Document, event: int, *, participles: bool = False) -> int | None:
    """The relative pronoun behind an event that goes with it: of its gender, with no verb and no other event between; with ``participles`` also «المقرر عقده»."""
    norms, own = document.norms, document.morphs[event]
    feminine = own is not None and (own.gender == "f" or own.number == "p") or norms[event].endswith(("ه", "ات"))
    for i in range(event + 1, min(event + _RELATIVE_REACH, len(norms) - 3)):
        morph = document.morphs[i]
        if document.tokens[i].text in FULL_STOPS:
            return None
        if i > event + 1 and morph is not None and morph.pos == "noun" and morph.lemma in EVENTS and not in_person(document, i):
            return None
        if norms[i] in _RELATIVES and _RELATIVES[norms[i]] == feminine:
            return i
        if participles and norms[i].startswith(ARE_SET) and is_said_of(document, event, i):
            return i
        if morph is not None and morph.pos == "verb" and not norms[i].startswith(("لت", "لي")) and not in_person(document, i):
            return None  # «لقمة الأمم المتحدة لتغير المناخ» has no verb
    return None


def is_feminine(document: Document, i: int) -> bool | None:
    """Whether an adjective in the feminine singular goes with the noun at ``i``: the feminine, and the plural of things; None where no noun stands there: «القمة المقررة», «المحادثات المقررة»."""
    morph, norm = document.morphs[i] if i < len(document.morphs) else None, document.norms[i] if i < len(document.morphs) else ""
    if morph is None or morph.pos != "noun":
        return None
    return morph.gender == "f" and morph.number != "d" or morph.number == "p" or norm.endswith("ات") or morph.lemma.endswith("ات") or morph.enclitic is None and norm.endswith("ه")
