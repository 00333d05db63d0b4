"""What is denied: «نفت بولندا اعتزامها إرسال طائرات» will not give, «نفى تقارير ذكرت أن أثينا طلبت قرضا» tells no request."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.guards import NEGATIONS

_DENYING: Final = frozenset(("نافيا", "نافيه", "نافين"))
_BREAKS: Final = frozenset(("لكن", "ولكن", "فيما", "بينما", "مضيفا", "مضيفه", "موكدا", "موكده", "مشيرا", "مشيره", "وذلك", "غير", "الا"))
_UNTRUE: Final = frozenset(("صحه", "علم", "اساس"))  # «لا صحة ل», «لا علم لها ب»
_INTENTIONS: Final = ("اعتزام", "عزم", "نيه", "نيت", "موافق", "قرار", "استعداد", "التزام", "تعهد")  # beginnings of what is said to be meant
_REACH: Final = 18  # tokens from the denial to what is denied


def is_denied(document: Document, i: int, first: int) -> bool:
    """Whether what the word at ``i`` tells is denied in its sentence: «نفى الكرملين أن تكون أثينا قد | طلبت قرضا», «لا علم لها | بموافقة الحكومة»."""
    norms = document.norms
    for k in range(i - 1, max(first, i - _REACH) - 1, -1):
        morph, before = document.morphs[k], norms[k - 1] if k > first else ""
        if norms[k] in _BREAKS:
            return False
        if norms[k] in _DENYING or morph is not None and morph.pos == "verb" and morph.lemma == "نفى":
            return before not in NEGATIONS
        if norms[k] in _UNTRUE and before == "لا":
            return True
        if morph is not None and morph.pos == "verb" and morph.conjunction is not None and len(norms[k]) > 3:
            return False
    return False


def is_intention(norm: str) -> bool:
    """Whether a folded word tells what somebody means or consents to: «اعتزامها», «بموافقة»."""
    return stripped(norm).startswith(_INTENTIONS)
