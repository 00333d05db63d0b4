"""What is decided, provided or due behind «أن»: «قررت برلين أن ترسل دبابات», «من المقرر أن تقدم لندن 30 مليون جنيه»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.modality.agreement import ARE_SET

_DECIDING: Final = frozenset(("قرر", "وافق", "اعتزم", "نوى", "عزم", "تعهد", "وعد", "التزم"))
_PROVIDING: Final = frozenset(("نص", "قضى", "اشترط"))  # «ينص الاتفاق على أن تزود …»
_THAT: Final = frozenset(("ان", "بان"))
_REACH: Final = 7  # tokens from what decides to «أن», who decides between


def is_decided(document: Document, i: int, first: int) -> bool:
    """Whether the present verb at ``i`` stands behind «أن» of a decision or of what is due: «قررت ألمانيا أن ترسل …»."""
    norms = document.norms
    if i <= first or norms[i - 1] not in _THAT:
        return False
    for k in range(i - 2, max(first - 1, i - 2 - _REACH), -1):
        if norms[k] in ARE_SET:
            return k > first and norms[k - 1].removeprefix("و") == "من"
        morph = document.morphs[k]
        if morph is not None and morph.pos == "verb":
            return (morph.lemma in _DECIDING and morph.aspect == "p" or morph.lemma in _PROVIDING) and norms[k - 1] not in ("لم", "لن", "لا")
    return False
