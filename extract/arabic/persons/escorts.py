"""An heir named only as whose delegation it is, before those it is made of: «ويضم الوفد الرسمي لسمو ولي العهد | وزير المالية فلان»."""

from __future__ import annotations

from typing import Final

from extract.arabic.persons.titles import Title
from extract.arabic.persons.words import Reading

_HEIRS: Final = ("crown prince", "deputy crown prince")
_ESCORT: Final = frozenset(("الرسمي", "المرافق", "الرفيع", "رفيع", "المستوي"))  # between «الوفد» and whose it is
_PRINCELY: Final = frozenset(("الامير", "الشيخ"))


def cut_at_escort(reading: Reading, title: Title) -> bool:
    """Cut the title of an heir before the first member of his delegation; whether it was: «الوفد المرافق لولي العهد | الدكتور فلان وزير الإعلام», no «لولي العهد الأمير فلان»."""
    norms = reading.document.norms
    if title.role not in _HEIRS or not norms[title.first].startswith("ل"):
        return False
    j = title.first - 1
    while j > 0 and norms[j] in _ESCORT:
        j -= 1
    end = next((k + 1 for k in range(title.first, title.last) if norms[k] == "العهد"), None)
    if end is None or j < 0 or norms[j] not in ("الوفد", "والوفد") or end < len(norms) and (norms[end] in _PRINCELY or norms[end + 1 : end + 2] == ["بن"]):
        return False
    if (name := reading.document.covering.get(end)) is not None and name.kind == "nisba":
        end += 1
    title.last = end
    return True
