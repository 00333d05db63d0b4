"""Who has sent a letter and for whom it is, neither of whom its bearer brings along: «نقل رسالة خطية من | الأمير |», «شرح الرسالة الموجهة من | الوزير | إلى | نظيره |»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document

_MESSAGES: Final = frozenset(("رساله", "الرساله", "برساله", "لرساله", "رسالته", "للرساله", "بالرساله", "والرساله"))
_ADDRESSED: Final = frozenset(("الموجهه", "المرسله", "المبعوثه", "موجهه", "مرسله"))
_HANDING: Final = frozenset(("تسليم", "سلم", "نقل", "حمل", "إيصال", "أوصل", "تسلم", "قدم", "تقديم", "استلام", "استلم", "تلقى", "تلقي"))  # at which the addressee is there
_SENDER, _HANDED = 12, 10  # tokens of who has sent it; from who hands it over


def is_message(document: Document, i: int) -> bool:
    """Whether a letter, with its adjectives, ends at token ``i``, which somebody absent has sent: «نقل | رسالة خطية | من الرئيس»."""
    return _message_at(document, i) is not None


def is_addressee(document: Document, i: int) -> bool:
    """Whether at token ``i``, behind «إلى», stands for whom a letter is that is only spoken of: «شرح الرسالة الموجهة من الوزير إلى | نظيره |»; not «تسليم الرسالة الموجهة … إلى | الأمير |», «يحمل رسالة موجهة … إلى | الأمير |»."""
    norms = document.norms
    if i < 4 or norms[i - 1] != "الي":
        return False
    for j in range(i - 2, max(1, i - _SENDER), -1):
        morph = document.morphs[j]
        if document.tokens[j].kind == "punctuation" or morph is not None and morph.pos == "verb":
            return False
        if norms[j] in _ADDRESSED:
            head = _message_at(document, j)
            return head is not None and norms[head].endswith(("الرساله", "للرساله")) and not any((m := document.morphs[k]) is not None and m.lemma in _HANDING for k in range(max(0, head - _HANDED), head))
    return False


def _message_at(document: Document, i: int) -> int | None:
    """The token of the letter whose adjectives end at token ``i``: «| الرسالة | الخطية الموجهة»."""
    norms = document.norms
    while i > 0 and norms[i] not in _MESSAGES and norms[i].endswith("ه"):
        morph = document.morphs[i]
        if norms[i] not in _ADDRESSED and (morph is None or morph.pos not in ("adj", "noun")):
            break
        i -= 1
    return i if i >= 0 and norms[i] in _MESSAGES else None
