"""Whom «مع» or «بين» ties to another noun than the event: «مزايا الاتفاق مع إيران», «تعزيز التعاون مع تونس والجزائر», «الخلاف بين أربيل وبغداد»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.arguments import Index, Party, is_listed
from extract.events.meetings.triggers import Trigger

# What one has with another without meeting.
TIES: Final = frozenset(("تعاون", "علاقة", "تنسيق", "شراكة", "اتفاق", "اتفاقية", "تحالف", "حدود", "حد", "تطبيع", "تبادل", "حرب", "نزاع", "صراع", "خلاف", "أزمة", "توتر", "تجارة", "تضامن", "صداقة", "مواجهة", "تعامل", "تقارب"))
_QUARRELS: Final = frozenset(("علاقة", "حدود", "حد", "حرب", "نزاع", "صراع", "خلاف", "أزمة", "توتر", "مواجهة", "مقارنة", "فرق", "تنافس"))  # what is between two who need not meet
# What one does to another or asks of him, by the preposition behind it: «الضغوط على روسيا», «بناء على طلب من فرنسا».
_DONE_TO: Final = {
    "علي": frozenset(("ضغط", "ضغوط", "هجوم", "حرب", "عقوبة", "عقوبات", "غارة", "قصف", "اعتداء", "حصار", "رد", "تأثير")),
    "من": frozenset(("طلب", "ضغط", "ضغوط", "مبادرة", "تهديد", "مخاوف")),
    "ضد": frozenset(("حرب", "هجوم", "عقوبة", "عقوبات", "عملية", "عدوان", "حملة", "دعوى")),
}
_OWN_SUBJECT: Final = ("_sign", "_discuss")  # «وقع اتفاقا مع تونس», «بحث التعاون مع تونس»: with whom, too


def without_tied(document: Document, index: Index, trigger: Trigger, parties: list[Party]) -> list[Party]:
    """The parties without the states and bodies that stand behind the «مع» of a tie, and those listed with them."""
    if trigger.construction.endswith(_OWN_SUBJECT):
        return parties
    out: list[Party] = []
    tied: Party | None = None
    for p in sorted(parties, key=lambda p: p.start):
        if p.name is not None and p.via in ("argument", "body") and (is_tied(document, trigger, index.token_at(p.start) - 1) or tied is not None and is_listed(document, tied, p)):
            tied = p
        else:
            out.append(p)
            tied = None
    return [p for p in parties if p in out] if len(out) < len(parties) else parties


def is_tied(document: Document, trigger: Trigger, j: int) -> bool:
    """Whether «مع» or «بين» at token ``j`` completes the noun of a tie before it: «العلاقات الثنائية | مع», «الخلاف | بين», «الضغوط | على»; not «محادثات الاتفاق مع», «ينظم بالتعاون مع»."""
    done_to = _DONE_TO.get(document.norms[j])
    between = document.norms[j] == "بين"
    if j <= trigger.first or document.norms[j] != "مع" and not between and done_to is None or j == trigger.sides_at:
        return False
    head = j - 1
    while head > trigger.first and (m := document.morphs[head]) is not None and m.pos == "adj":
        head -= 1
    noun = document.morphs[head]
    if between and document.norms[head - 1] in ("بشان", "حول"):
        return False  # «محادثات بشأن الأزمة بين …»: whose it is talk of it
    return head - 1 != trigger.token != head and noun is not None and noun.pos == "noun" and noun.enclitic is None and noun.lemma in (done_to or (_QUARRELS if between else TIES)) and (done_to is not None or noun.preposition != "ب")
