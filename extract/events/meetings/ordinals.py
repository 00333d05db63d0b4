"""Which of a series a meeting is: «القمة الثالثة», «الاجتماع 39 لمجلس الأعمال», «الدورة الثامنة والعشرون»."""

from __future__ import annotations

from extract.arabic.types import Document
from extract.events.meetings.triggers import Trigger

ORDINALS = {
    "الاول": 1, "الاولي": 1, "الثاني": 2, "الثانيه": 2, "الثالث": 3, "الثالثه": 3, "الرابع": 4, "الرابعه": 4, "الخامس": 5, "الخامسه": 5,
    "السادس": 6, "السادسه": 6, "السابع": 7, "السابعه": 7, "الثامن": 8, "الثامنه": 8, "التاسع": 9, "التاسعه": 9, "العاشر": 10, "العاشره": 10,
}  # fmt: skip
TENS = {"عشر": 10, "عشره": 10} | {f"وال{ten}{end}": n for ten, n in (("عشر", 20), ("ثلاث", 30), ("اربع", 40), ("خمس", 50), ("ست", 60), ("سبع", 70), ("ثمان", 80), ("تسع", 90)) for end in ("ين", "ون")}
_COUNTED = frozenset(("اجتماع", "لقاء", "قمة", "مؤتمر", "جولة", "دورة", "محادثات", "مباحثات", "مفاوضات", "مشاورات", "جلسة", "منتدى", "زيارة", "حوار"))  # «اجتماع القمة الثالث», «جولة المحادثات الثانية»
_COUNTED_MEETINGS = 200  # more meetings no series counts; what is larger is a year


def find_ordinal(document: Document, trigger: Trigger) -> int | None:
    """«القمة الثالثة», «الاجتماع الرابع من نوعه», «الدورة الثامنة والعشرون»: the place in a series that the text counts."""
    tokens, i = document.tokens, trigger.token
    following = tokens[i + 1 : min(i + 4, trigger.last)]
    at = i + 2 if len(following) > 1 and following[0].text.rstrip("ـ") == "ال" else i + 1
    if trigger.morph.definite and at < trigger.last and tokens[at].text.isdigit() and int(tokens[at].text) < _COUNTED_MEETINGS and not _counts_others(document, at):
        return int(tokens[at].text)  # «أعمال الاجتماع 39 لمجلس الأعمال»
    for j in range(i + 1, i + 1 + len(following)):
        if tokens[j].norm in ORDINALS:
            return _counted(document, j) if _counts_event(document, i, j) else None
    return None


def _counts_others(document: Document, number: int) -> bool:
    """Whether a number behind the event counts what stands behind it: «وشارك في القمة 17 | زعيما»."""
    if number + 1 >= len(document.tokens) or document.tokens[number - 1].text.rstrip("ـ") == "ال":
        return False
    counted, morph = document.tokens[number + 1], document.morphs[number + 1]
    return counted.kind == "word" and not counted.norm.startswith("لل") and (morph is None and (counted.norm.endswith("ا") or counted.norm == "دول") or morph is not None and morph.pos == "noun" and not morph.definite and morph.preposition is None)


def _counts_event(document: Document, noun: int, ordinal: int) -> bool:
    """Whether an ordinal goes with the event noun: no day of a month, no «محادثات خطة الإنقاذ الثالثة»."""
    at = document.tokens[ordinal].start
    if any(t.start <= at < t.end for t in document.times):
        return False
    between = [m for m in document.morphs[noun + 1 : ordinal] if m is not None]
    nearer = any(m.pos == "noun" and m.number == "s" and m.lemma not in _COUNTED and (m.gender == "f") == document.norms[ordinal].endswith(("ه", "ولي")) for m in between)
    return not nearer


def _counted(document: Document, ordinal: int) -> int:
    """The number of an ordinal with the ten behind it: «السابعة والعشرين» → 27, «الثانية عشرة» → 12."""
    unit, behind = ORDINALS[document.norms[ordinal]], document.norms[ordinal + 1] if ordinal + 1 < len(document.norms) else ""
    return unit + TENS.get(behind, 0)
