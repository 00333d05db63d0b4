"""Which of a series a meeting is: «القمة الثالثة», «الاجتماع 39 لمجلس الأعمال», «الدورة الثامنة والعشرون»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.meetings.triggers import Trigger

ORDINALS: Final = {
    "الاول": 1, "الاولي": 1, "الثاني": 2, "الثانيه": 2, "الثالث": 3, "الثالثه": 3, "الرابع": 4, "الرابعه": 4, "الخامس": 5, "الخامسه": 5,
    "الحادي": 1, "الحاديه": 1, "السادس": 6, "السادسه": 6, "السابع": 7, "السابعه": 7, "الثامن": 8, "الثامنه": 8, "التاسع": 9, "التاسعه": 9, "العاشر": 10, "العاشره": 10,
}  # fmt: skip
TENS: Final = {"عشر": 10, "عشره": 10} | {f"وال{ten}{end}": n for ten, n in (("عشر", 20), ("ثلاث", 30), ("اربع", 40), ("خمس", 50), ("ست", 60), ("سبع", 70), ("ثمان", 80), ("تسع", 90)) for end in ("ين", "ون")}
_ELEVENTH: Final = frozenset(("الحادي", "الحاديه"))  # first of a ten only
_COUNTED: Final = frozenset(("اجتماع", "لقاء", "قمة", "مؤتمر", "جولة", "دورة", "محادثات", "مباحثات", "مفاوضات", "مشاورات", "جلسة", "منتدى", "زيارة", "حوار"))  # «اجتماع القمة الثالث», «جولة المحادثات الثانية»
_QUOTES: Final = frozenset('"«»“”')
_FIGURE_REACH, _QUOTED_REACH = 5, 9  # tokens from the event to the figure that counts it, and over its quoted name
_LETTERS: Final = frozenset(("بالاحرف", "الاحرف", "بالحروف"))  # «التوقيع بالأحرف الأولى»
_TIMES, _SPANS = frozenset(("للمره", "المره")), frozenset(("يوم", "أسبوع", "شهر", "عام", "سنة", "ساعة"))  # «للمرة الثانية في أيام» counts no series
_FRAMES: Final = frozenset(("اطار", "ضمن"))
_COUNTED_MEETINGS: Final = 200  # more meetings no series counts; what is larger is a year


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
    return _in_figures(document, trigger)


def is_framework(document: Document, trigger: Trigger) -> bool:
    """Whether an event is only that within which another is: «تأتي زيارته في إطار | الدورة 13 للجنة المشتركة», which is no thirteenth visit."""
    return trigger.noun and trigger.token > 0 and document.norms[trigger.token - 1] in _FRAMES


def _in_figures(document: Document, trigger: Trigger) -> int | None:
    """The figure with an article behind the adjectives, the body or the quoted name of an event: «القمة العربية الـ29», «اجتماع اللجنة المشتركة الـ15», «مؤتمر "كوب" الـ13»."""
    tokens, i = document.tokens, trigger.token
    quoted, quotes = i + 1 < trigger.last and tokens[i + 1].text in _QUOTES, 0
    for j in range(i + 1, min(i + (_QUOTED_REACH if quoted else _FIGURE_REACH), trigger.last - 1)):
        text, morph = tokens[j].text, document.morphs[j]
        if text in _QUOTES and quoted and quotes < 2:
            quotes += 1
        elif text.rstrip("ـ") == "ال" and tokens[j + 1].text.isdigit() and quotes != 1:
            several = (before := document.morphs[j - 1]) is not None and before.pos == "noun" and before.number == "p" and j - 1 > i
            return int(tokens[j + 1].text) if int(tokens[j + 1].text) < _COUNTED_MEETINGS and not several and not _counts_people(document, j + 2, trigger.last) else None
        elif quotes != 1 and (tokens[j].kind != "word" or quoted or not tokens[j].norm.startswith("ال") or morph is not None and morph.pos == "verb"):
            return None
    return None


def _counts_people(document: Document, behind: int, last: int) -> bool:
    """Whether a figure counts the noun behind it: «اجتماع الدول الـ15 | الأعضاء»; not «القمة الـ29 | في …»."""
    morph = document.morphs[behind] if behind < last else None
    return morph is not None and morph.pos in ("noun", "adj") and morph.definite and morph.preposition is None


def _counts_others(document: Document, number: int) -> bool:
    """Whether a number behind the event counts what stands behind it: «وشارك في القمة 17 | زعيما»."""
    if number + 1 >= len(document.tokens) or document.tokens[number - 1].text.rstrip("ـ") == "ال":
        return False
    counted, morph = document.tokens[number + 1], document.morphs[number + 1]
    return counted.kind == "word" and not counted.norm.startswith("لل") and (morph is None and (counted.norm.endswith("ا") or counted.norm == "دول") or morph is not None and morph.pos == "noun" and not morph.definite and morph.preposition is None)


def _counts_event(document: Document, noun: int, ordinal: int) -> bool:
    """Whether an ordinal goes with the event noun: no day of a month, no «محادثات خطة الإنقاذ الثالثة»."""
    at = document.tokens[ordinal].start
    if any(t.start <= at < t.end for t in document.times) or document.norms[ordinal - 1] in _LETTERS:
        return False
    if document.norms[ordinal - 1] in _TIMES and _within_span(document, ordinal + 1):
        return False
    if document.norms[ordinal] in _ELEVENTH and not _has_ten(document, ordinal):
        return False
    between = [m for m in document.morphs[noun + 1 : ordinal] if m is not None]
    nearer = any(m.pos == "noun" and m.number == "s" and m.lemma not in _COUNTED and (m.gender == "f") == document.norms[ordinal].endswith(("ه", "ولي")) for m in between)
    return not nearer


def _within_span(document: Document, i: int) -> bool:
    """Whether a stretch of time opens at ``i`` in which something happened so often: «للمرة الثانية | في أيام», «للمرة الثالثة | خلال أسبوع»."""
    if i + 1 >= len(document.norms):
        return False
    span = document.morphs[i + 1] if document.norms[i] in ("في", "خلال") else document.morphs[i] if document.norms[i] in ("هذا", "هذه") else None
    return document.norms[i] in ("هذا", "هذه") or span is not None and span.lemma in _SPANS


def _counted(document: Document, ordinal: int) -> int:
    """The number of an ordinal with the ten behind it: «السابعة والعشرين» → 27, «الثانية عشرة» → 12."""
    return ORDINALS[document.norms[ordinal]] + (TENS[document.norms[ordinal + 1]] if _has_ten(document, ordinal) else 0)


def _has_ten(document: Document, ordinal: int) -> bool:
    """Whether a ten stands behind an ordinal: «الحادية | والثلاثين», «الحادية | عشرة»."""
    return ordinal + 1 < len(document.norms) and document.norms[ordinal + 1] in TENS
