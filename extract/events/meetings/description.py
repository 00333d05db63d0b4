"""Which of a series a meeting is, about what, with what outcome, and the clause that shows it."""

from __future__ import annotations

from extract.arabic.types import Document
from extract.events.clauses.limits import right_limit
from extract.events.meetings.triggers import Trigger

_WIDE = frozenset(("دولي", "الدولي", "دوليا", "دوليه", "الدوليه", "عالمي", "العالمي", "عالميه", "العالميه", "اقليمي", "الاقليمي", "اقليميه", "الاقليميه", "وزراء", "لوزراء", "وزاري", "الوزاري", "وزاريا", "قاده", "لقاده", "زعماء", "لزعماء", "زعيمي", "دول", "لدول", "الدول", "للدول", "العربيه", "الاوروبي", "المانحين", "للمانحين", "المانحه", "ثلاثي", "ثلاثيا", "الثلاثي", "رباعي", "رباعيا", "الرباعي", "رباعيه", "ثلاثيه"))  # fmt: skip
_WIDE_REACH = 14  # tokens behind an event noun in which it is said whose it is
ORDINALS = {
    "الاول": 1, "الاولي": 1, "الثاني": 2, "الثانيه": 2, "الثالث": 3, "الثالثه": 3, "الرابع": 4, "الرابعه": 4, "الخامس": 5, "الخامسه": 5,
    "السادس": 6, "السادسه": 6, "السابع": 7, "السابعه": 7, "الثامن": 8, "الثامنه": 8, "التاسع": 9, "التاسعه": 9, "العاشر": 10, "العاشره": 10,
}  # fmt: skip
_TENS = {"عشر": 10, "عشره": 10} | {f"وال{ten}{end}": n for ten, n in (("عشر", 20), ("ثلاث", 30), ("اربع", 40), ("خمس", 50), ("ست", 60), ("سبع", 70), ("ثمان", 80), ("تسع", 90)) for end in ("ين", "ون")}
_COUNTED = frozenset(("اجتماع", "لقاء", "قمة", "مؤتمر", "جولة", "دورة", "محادثات", "مباحثات", "مفاوضات", "مشاورات", "جلسة", "منتدى", "زيارة", "حوار"))  # «اجتماع القمة الثالث», «جولة المحادثات الثانية»
_COUNTED_MEETINGS = 200  # more meetings no series counts; what is larger is a year
_TOPIC_WORDS = frozenset(("لبحث", "لمناقشه", "بشان", "حول", "لدراسه", "لتقييم", "تناول", "تناولت", "تناولا", "بحث", "بحثا", "ناقش", "ناقشا", "استعرض", "استعرضا", "مخصص", "مخصصه"))  # fmt: skip
_TOPIC_END = frozenset(("حيث", "فيما", "بينما", "وقال", "واضاف", "كما", "وذلك", "موكدا", "مشيرا", "في", "خلال", "بحضور", "بمشاركه", "مع"))
_TOPIC_LENGTH = 14  # tokens
_OUTCOMES = frozenset(("اتفق", "توصل", "أسفر", "قرر", "أقر", "اختتم"))
_OUTCOME_LENGTH = 24  # tokens


def is_wide(document: Document, trigger: Trigger) -> bool:
    """Whether the words behind an event noun tell that several states meet there: «مؤتمر دولي لدعم لبنان», «اجتماع لوزراء الدول الثلاث»."""
    behind = range(trigger.token + 1, min(trigger.token + _WIDE_REACH, trigger.last))
    end = next((j for j in behind if document.tokens[j].text in "،.؛:" or document.norms[j] in ("ان", "بان", "حيث")), behind.stop)
    return any(w in _WIDE for w in document.norms[trigger.token + 1 : end])


def find_ordinal(document: Document, trigger: Trigger) -> int | None:
    """«القمة الثالثة», «الاجتماع الرابع من نوعه», «الدورة الثامنة والعشرون»: the place in a series that the text counts."""
    tokens, i = document.tokens, trigger.token
    following = tokens[i + 1 : min(i + 4, trigger.last)]
    number = tokens[i + 2] if len(following) > 1 and following[0].text.rstrip("ـ") == "ال" else following[0] if following else None
    if trigger.morph.definite and number is not None and number.text.isdigit() and int(number.text) < _COUNTED_MEETINGS:
        return int(number.text)  # «أعمال الاجتماع 39 لمجلس الأعمال»
    for j in range(i + 1, i + 1 + len(following)):
        if tokens[j].norm in ORDINALS:
            return _counted(document, j) if _counts_event(document, i, j) else None
    return None


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
    return unit + _TENS.get(behind, 0)


def find_series(document: Document, trigger: Trigger) -> str | None:
    """The name of a series of meetings, the ordinal left out: «القمة السادسة لمنتدى الدول المصدرة للغاز» → القمة لمنتدى …"""
    i = trigger.token
    if trigger.morph.lemma not in ("قمة", "مؤتمر", "منتدى", "دورة") or not trigger.morph.definite and not _body_behind(document, i):
        return None
    words: list[str] = []
    for token, morph in zip(document.tokens[i : trigger.right], document.morphs[i : trigger.right], strict=True):
        if token.kind != "word" or len(words) > 7 or words and morph is not None and morph.pos in ("verb", "prep", "conj"):
            break
        if token.norm not in ORDINALS:
            words.append(token.text)
    return " ".join(words) if len(words) > 1 else None


def _body_behind(document: Document, i: int) -> bool:
    end = document.tokens[i].end
    return any(n.kind == "organisation" and 0 < n.start - end <= 4 for n in document.names)


def find_topics(document: Document, trigger: Trigger) -> list[str]:
    """What the meeting is about, as written: the phrase behind لبحث، بشأن، حول, or the object of «بحث X مع Y …»."""
    tokens = document.tokens
    for j in range(trigger.token + 1, min(trigger.last, trigger.token + 40)):
        if tokens[j].text in ".؛":
            break
        if tokens[j].norm in _TOPIC_WORDS:
            end = j + 1
            while end < min(trigger.last, j + 1 + _TOPIC_LENGTH) and tokens[end].text not in "،.؛:" and tokens[end].norm not in _TOPIC_END:
                end += 1
            if end - j > 2:
                return [document.text[tokens[j + 1].start : tokens[end - 1].end]]
    return []


def find_outcome(document: Document, sentence: int) -> str | None:
    """What was agreed or decided, as written, in the sentence of the meeting or the two behind it: «اتفق الجانبان على …»."""
    for s in document.sentences[sentence : sentence + 3]:
        for i in range(s.first_token, s.last_token):
            morph = document.morphs[i]
            if morph is not None and morph.pos == "verb" and morph.lemma in _OUTCOMES and morph.aspect == "p":
                end = next((j for j in range(i + 1, s.last_token) if document.tokens[j].text in ".؛"), s.last_token)
                end = min(end, i + _OUTCOME_LENGTH)
                return document.text[document.tokens[i].start : document.tokens[end - 1].end] if end - i > 3 else None
    return None


def evidence(document: Document, trigger: Trigger) -> tuple[int, int]:
    """The token range of the clause that shows the meeting: from the clause's begin to the end of the arguments."""
    end = max(trigger.right, trigger.token + 1)
    return trigger.left, end if end > trigger.left else right_limit(document, trigger.token, trigger.last)
