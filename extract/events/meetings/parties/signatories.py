"""Who signed for whom, told behind the signing: «ووقع الاتفاقية عن الجانب التونسي فلان وعن الجانب الإيطالي فلان»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document, Name

_SIDES: Final = frozenset(("الجانب", "جانب", "الطرف", "طرف"))
_FOR: Final = frozenset(("عن", "وعن", "من", "ومن"))
_PAPER: Final = 5  # tokens from the verb to the first side, over what is signed
_LEFT: Final = frozenset(("بينما", "فيما", "التي", "الذي", "وذلك", "بحضور"))


def sides_signing(document: Document, i: int, last: int) -> list[tuple[str | None, int, int]]:
    """Behind the verb of signing at ``i``, each side's actor with the tokens in which its people stand; [] where the clause tells no side."""
    end = next((j for j in range(i + 1, last) if document.norms[j] in _LEFT or document.tokens[j].text in ".؛"), last)
    marks = [j for j in range(i + 1, end - 1) if document.norms[j] in _FOR]
    found = [(j, side) for j in marks if (side := _side_at(document, j + 1)) is not None or document.norms[j + 1] in _SIDES]
    if not found or found[0][0] > i + _PAPER:
        return []
    ends = [j for j, _ in found[1:]] + [end]
    return [(side.actor_id, j + 1, stop) for (j, side), stop in zip(found, ends, strict=True) if side is not None]


def _side_at(document: Document, j: int) -> Name | None:
    """The state or body named at token ``j``, at once or behind «الجانب»: «عن | تونس», «عن الجانب | الإيطالي», «من جانب | الأمم المتحدة»."""
    by_side = document.norms[j] in _SIDES and j + 1 < len(document.tokens)
    if not by_side and document.norms[j - 1].removeprefix("و") == "من":
        return None  # «من تونس» is where somebody comes from
    at = document.tokens[j + 1 if by_side else j].start
    kinds = ("nisba", "state", "organisation") if by_side else ("state", "organisation")
    return next((n for n in document.names if n.start == at and n.kind in kinds and n.actor_id is not None), None)
