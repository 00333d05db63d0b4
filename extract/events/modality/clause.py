"""What stands round the trigger of an event, looked up once for all rules of its status."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from extract.arabic.normalizer import fold
from extract.arabic.quotations import THAT
from extract.arabic.spans import in_mention
from extract.arabic.types import Document, Morph, TimeExpression

QUOTES: Final = ("\"", "«", "»", "“", "”")
_REACH: Final = 14  # tokens before the trigger in which words of status are sought
_NEAR: Final = 7  # the nearest of them, which go with the event itself
_HOLDING: Final = frozenset(("عقد", "انعقد", "أجرى", "جرى", "نظم", "أقام", "استضاف", "حضر", "قام", "أدى", "استأنف", "بدأ", "واصل", "شهد", "احتضن", "تم"))  # verbs with which an event takes place
_RESULT: Final = 20  # tokens from an event to what it leads to
_IF: Final = ("اذا", "لو")
_APART: Final = frozenset(("علي", "بشان", "حول", "ضد", "خلال", "اثناء", "قبل", "قبيل", "بعد", "عقب"))  # behind these stands something else than what is refused
_DURING: Final = ("خلال", "اثناء")
_COUNTS: Final = frozenset(("سلسله", "جوله", "جولات", "جلسه", "جلسات", "مزيد", "المزيد", "عدد", "عددا"))  # «سلسلة لقاءات», «مزيد من المحادثات»
_OVER: Final = ("امس", "البارحه", "الماضي", "الماضيه", "المنصرم", "الفايت")  # words of a day that is past
_THAT: Final = 5  # tokens before «أن» that say how sure it is: «من المقرر أن يجتمع»


@dataclass(init=False, slots=True)
class Clause:
    """The trigger of an event in the clause ``first:last`` (token range), with what its status is read from.

    ``head`` is the verb that governs the trigger (عقد … اجتماعا), or the trigger itself; ``governor`` and ``noun`` are the morphs of
    verb and trigger. ``words`` are the folded words before the trigger, ``near`` the last of them, ``verbs`` (token, lemma) of the
    verbs among them. ``aside``: the event is only where or when something is said («ستقترح … خلال القمة»), so that
    wishes before it are not for the event. ``listed`` are the word classes of seeds/status_words.csv.
    """

    document: Final[Document]
    listed: Final[dict[str, frozenset[str]]]
    first: Final[int]
    trigger: Final[int]
    last: Final[int]
    time: Final[TimeExpression | None]
    aside: Final[bool]
    verb: Final[int | None]
    head: Final[int]
    governor: Final[Morph | None]
    noun: Final[Morph | None]
    words: Final[list[str]]
    near: Final[list[str]]
    verbs: Final[list[tuple[int, str]]]
    hopes: Final[list[int]]  # verbs of hanging hopes upon: «علق آمالا على القمة»
    past: Final[bool]  # the governing verb is perfective
    over: Final[bool]  # its day lies before the day of publication

    def __init__(self, document: Document, listed: dict[str, frozenset[str]], first: int, trigger: int, last: int, time: TimeExpression | None, aside: bool, verb: int | None, head: int, governor: Morph | None, noun: Morph | None, words: list[str], near: list[str], verbs: list[tuple[int, str]], hopes: list[int], past: bool, over: bool) -> None:
        self.document, self.listed, self.first, self.trigger, self.last, self.time = document, listed, first, trigger, last, time
        self.aside, self.verb, self.head, self.governor, self.noun, self.words = aside, verb, head, governor, noun, words
        self.near, self.verbs, self.hopes, self.past, self.over = near, verbs, hopes, past, over

    def norm(self, i: int) -> str:
        """The folded word at token ``i``; empty outside the clause: «القمة» as القمه."""
        return self.document.tokens[i].norm if self.first <= i < self.last else ""

    def before(self, i: int) -> str:
        """The folded word before token ``i``; empty at the beginning of the clause: «عقد» before «لقاء»."""
        return self.document.tokens[i - 1].norm if i > self.first else ""

    def present(self) -> bool:
        """Whether the event is governed by an imperfect verb: «يعقد لقاء»."""
        return self.governor is not None and self.governor.aspect == "i"

    def governed_by(self, listed: str) -> bool:
        """Whether the governing verb is of a class of seeds/status_words.csv: «رفض لقاء» by refused."""
        return self.governor is not None and self.governor.pos == "verb" and self.governor.lemma in self.listed[listed]

    def is_near(self, listed: str) -> bool:
        """Whether one of the last words before the trigger is of a class: «المقرر» before «لقاء»."""
        return any(w in self.listed[listed] for w in self.near)

    def after(self, reach: int) -> range:
        """The tokens behind the trigger, less than ``reach`` away: «لقاء | سيعقد غدا»."""
        return range(self.trigger + 1, min(self.last, self.trigger + reach))


def read_status_words(rows: list[dict[str, str]]) -> dict[str, frozenset[str]]:
    """The classes of seeds/status_words.csv: folded words, and lemmas as they are: «المقرر» planned, «ألغى» cancelled."""
    return {r["class"]: frozenset(w if r["class"].endswith("_lemma") else fold(w) for w in r["words"].split("|")) for r in rows}


def look_round(
    document: Document, listed: dict[str, frozenset[str]], first: int, trigger: int, last: int, time: TimeExpression | None, verb: int | None, aside: bool
) -> Clause:
    """The clause round a trigger; see ``Clause`` for the arguments: «من المقرر أن | يلتقي | نظيره غدا»."""
    tokens, morphs = document.tokens, document.morphs
    trigger = _head_of(document, first, trigger) if verb != trigger else trigger
    if verb is not None and _is_apart(document, listed, first, verb, trigger):
        verb, aside = None, True
    if first and tokens[first - 1].norm == "ان":
        first = _before_that(document, first)
    if first and tokens[first - 1].norm in listed["so_that"] or first and tokens[first - 1].norm in _IF:  # «عندما يجتمع القادة», «إذا التقى نظيره»
        first -= 1
    window = range(max(first, trigger - _REACH), trigger)
    words = [tokens[i].norm for i in window]
    verbs = [(i, m.lemma) for i in window if (m := morphs[i]) is not None and m.pos == "verb" and (i == 0 or tokens[i - 1].norm != "من") and not in_person(document, i)]
    hopes = [i for i, lemma in verbs if lemma == "علق" and "علي" in words[i - trigger :]]
    governor = morphs[verb] if verb is not None else None
    near = words[-_NEAR:]
    if verb is not None and verb > trigger > first and tokens[trigger - 1].norm in _DURING:  # «طلب … خلال جلسة يعقدها المجلس»
        near, verbs = near[-2:], [(i, lemma) for i, lemma in verbs if lemma not in listed["proposed_lemma"]]
    if aside:
        near, verbs = near[-2:], [(i, lemma) for i, lemma in verbs if lemma in listed["planned_lemma"]]
    return Clause(
        document, listed, first, trigger, last, time, aside, verb, verb if verb is not None else trigger, governor, morphs[trigger], words, near, verbs, hopes,
        past=is_past(governor), over=before_publication(time, document.published),
    )  # fmt: skip


def _before_that(document: Document, first: int) -> int:
    """The token from which is read how sure a clause behind «أن» is, who says so not counted: «| يأمل وزير الخارجية فلان أن | يلتقي نظيره»."""
    left = _THAT
    for i in range(first - 1, -1, -1):
        left -= not in_person(document, i)
        if left <= 0 or document.tokens[i].text in ".؟!؛":
            return i + (left > 0)
    return 0


def _head_of(document: Document, first: int, i: int) -> int:
    """The noun that counts the event at token ``i`` and stands for it in the clause: «لاستضافة جولة أخرى من المحادثات», «لإجراء سلسلة لقاءات»."""
    j = i - 1
    if j > first and document.norms[j] == "من":
        j -= 1
        while j > first and ((m := document.morphs[j]) is not None and m.pos == "adj" or document.norms[j] in ("اخري", "اخر")):
            j -= 1
    at = document.norms[j] if j >= first else ""
    return j if at in _COUNTS or at.removeprefix("ل") in _COUNTS or at.removeprefix("ب") in _COUNTS else i


def in_person(document: Document, i: int) -> bool:
    """Whether a token belongs to a person's title or name: «سيرجي» is no «he will put off»."""
    return in_mention(document, document.tokens[i].start)


def is_past(governor: Morph | None) -> bool:
    """Whether a morph is a past verb: «التقى»."""
    return governor is not None and governor.pos == "verb" and governor.aspect == "p"


def before_publication(time: TimeExpression | None, published: dt.date | None) -> bool:
    """Whether a dated event lies before the day of publication; what was «أمس» does, whenever that was."""
    if time is not None and (time.date_to is None or published is None):
        return any(w in _OVER for w in fold(time.text).split())
    return bool(time and time.date_to and published and time.date_to < published)


def is_ahead(time: TimeExpression | None, published: dt.date | None) -> bool:
    """Whether a dated event lies behind the day of publication: «غدا»."""
    return bool(time and time.date_from and published and time.date_from > published)


def is_direct(document: Document, listed: dict[str, frozenset[str]], verb: int, i: int) -> bool:
    """Whether the event at ``i`` is itself what the verb refuses or calls off: only its subject and a word of holding stand between.

    «رفض الوزير عقد لقاء» refuses the meeting, «رفض كشف تفاصيل اتصاله» does not.
    """
    does = document.morphs[i - 1]
    if i - 2 > verb and document.norms[i - 2] == "ان" and does is not None and does.pos == "verb" and (does.lemma not in _HOLDING or does.lemma == "أدى" and _leads_to(document, i)):
        return False  # «استبعد أن تسبب زيارته أزمة»
    if _closes_apposition(document, verb, i):
        return True
    for k in range(verb + 1, i):
        if document.tokens[k].norm in _APART:
            return False  # «رفض التعليق على زيارته», «رفض الفكرة قبيل القمة»
        morph, at = document.morphs[k], document.tokens[k].start
        if morph is None or morph.pos != "noun" or morph.definite or morph.lemma in listed["of_holding_lemma"]:
            continue
        if not any(s.start <= at < s.end for spans in (document.persons, document.names, document.times) for s in spans):  # type: ignore[attr-defined]
            return False
    return True


def _leads_to(document: Document, i: int) -> bool:
    """Whether the event at ``i`` is what «تؤدي» says leads somewhere, and no visit that somebody pays: «أن تؤدي | القمة | … إلى اتفاق»."""
    noun = document.morphs[i]
    return noun is not None and noun.lemma != "زيارة" and "الي" in document.norms[i + 1 : i + _RESULT]


def _closes_apposition(document: Document, verb: int, i: int) -> bool:
    """Whether an indefinite object stands right behind the apposition of the verb's subject: «ألغت مرشحة الرئاسة، فلانة، لقاء مع المفتي»."""
    noun = document.morphs[i]
    if noun is None or noun.definite or noun.preposition or noun.conjunction or noun.enclitic or document.norms[i - 1] not in ("،", ","):
        return False
    between = document.norms[verb + 1 : i - 1]
    return sum(w in ("،", ",") for w in between) == 1 and not any(w in _APART for w in between) and not any(m is not None and m.pos == "verb" for m in document.morphs[verb + 1 : i])


def _is_apart(document: Document, listed: dict[str, frozenset[str]], first: int, verb: int, i: int) -> bool:
    """Whether a comma parts the event at ``i`` from what was said at it: «أعلن أن بلاده ستبدأ الحملة، خلال لقاء مع نظيره».

    What a verb to come tells of the event itself is another matter: «أعلن أنه سيبحث الملف، خلال لقاء مع نظيره».
    """
    noun, told = document.morphs[i], document.morphs[verb]
    if noun is None or told is None or verb > i or noun.definite or noun.enclitic or noun.lemma not in listed["encounter_lemma"] or told.lemma in listed["discussing_lemma"]:
        return False
    parted = i - 2 > verb and document.norms[i - 1] in ("خلال", "اثناء", "في") and document.norms[i - 2] in ("،", ",")
    return parted and any(w in THAT for w in document.norms[max(0, first - 1) : verb])
