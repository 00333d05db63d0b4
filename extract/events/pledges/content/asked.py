"""What is asked of donors: support is more than words where they are asked for it, or asked for more of it."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.pledges.actors.proclitics import WORLD, stripped
from extract.events.pledges.content.description import Content

MORE: Final = frozenset(("زياده", "مضاعفه", "تعزيز", "تكثيف", "رفع", "مزيد", "توسيع", "مواصله", "استمرار", "حشد"))  # of support: «تكثيف الدعم»
_POLITICAL: Final = ("سياسي", "معنو", "دبلوماس", "اعلامي", "شعبي", "كامل", "كل", "قضي", "جهود", "موقف", "حل", "عملي", "مسار", "حوار")  # beginnings of what support in words is, or is for
_DONORS: Final = ("مانح",)  # beginnings of folded words
_TO_SUPPORT: Final = 3  # tokens from the action noun to the support


def asks_donors(document: Document, i: int, start: int) -> bool:
    """Whether donors are asked between the verb at ``i`` and what is asked: «حث المانحين على»."""
    return any(stripped(n).startswith(_DONORS) for n in document.norms[i + 1 : start])


def asks_everybody(document: Document, i: int, start: int) -> bool:
    """Whether donors or the world are asked between the verb at ``i`` and what is asked: «ناشد المجتمع الدولي»."""
    words = [stripped(n) for n in document.norms[i + 1 : start]]
    return asks_donors(document, i, start) or any(pair in WORLD for pair in zip(words, words[1:], strict=False))


def support(document: Document, i: int, start: int, end: int, what: Content) -> Content:
    """``what`` is asked by the word at ``i``, with support told as money where donors or more of it are asked: «على زيادة دعمهم للأردن»."""
    if what.strength is not None or what.measured:
        return what
    norms = document.norms
    at = next((j for j in range(start, min(end, start + _TO_SUPPORT)) if stripped(norms[j]).startswith("دعم")), None)
    if at is None or any(stripped(n).startswith(_POLITICAL) for n in norms[at + 1 : min(end, at + _TO_SUPPORT)]):
        return what
    more = any(stripped(n) in MORE for n in norms[max(i + 1, start - 2) : at])
    return what._replace(kind=what.kind or "financial", strength="generic") if more or asks_donors(document, i, start) else what
