"""What a meeting is about, as the article words it: «اجتماع | لبحث الأزمة في السودان», «وتناول اللقاء العلاقات الثنائية», «تم خلال اللقاء استعراض سبل التعاون»."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from extract.arabic.spans import in_mention, in_time, name_at
from extract.arabic.types import Document, Name
from extract.events.clauses.words import CLAUSE_OPENERS, IN, MEETINGS, QUOTES
from extract.events.meetings.triggers import Trigger

if TYPE_CHECKING:
    from extract.events.meetings.event import Event

_PURPOSES: Final = frozenset(("لبحث", "لمناقشه", "لدراسه", "لتقييم", "لمراجعه", "لاستعراض", "لمتابعه", "لتدارس"))
_ABOUT: Final = frozenset(("بشان", "حول", "بخصوص", "مخصص", "مخصصه", "خصص", "خصصت"))
_TELLS: Final = frozenset(("تناول", "ناقش", "بحث", "استعرض", "تدارس"))  # lemmas: who meets or what is held does so with the topic as its object
_TELLS_ON: Final = {"تركز": "علي", "ركز": "علي", "تطرق": "الي"}  # with a preposition
_DISCUSSED: Final = frozenset(("بحث", "مناقشه", "استعراض", "تناول", "تدارس", "التباحث", "التشاور", "النقاش"))  # action nouns behind «تم», «جرى»
LIGHT: Final = frozenset(("تم", "جري", "وتم", "وجري"))
_EVENT_WORDS: Final = frozenset(("اللقاء", "الاجتماع", "المباحثات", "المحادثات", "القمه", "الاتصال", "المفاوضات", "الزياره", "الجلسه", "المشاورات"))
_TWO: Final = frozenset(("الجانبان", "الطرفان", "الوزيران", "الرييسان", "الزعيمان", "المسوولان", "المجتمعون", "الوزراء", "القاده", "الجانبين", "الطرفين"))
_BEHIND: Final = 2  # sentences behind the last mention of a meeting that may tell what it was about
_REACH: Final = 60  # tokens from an event noun to the word that introduces its topic
_SUBJECT: Final = 30  # tokens of the subject, partners and days behind a verb of discussing
_IN_QUOTES: Final = 6  # tokens of a name in quotation marks
_LENGTH: Final = 16  # tokens of a topic
_ENDS: Final = CLAUSE_OPENERS | {
    "اللذين", "اللتين", "والتي", "والذي", "خلال", "بحضور", "بمشاركه", "برياسه", "برعايه", "اضافه", "بالاضافه", "فضلا", "بما", "وما", "وبما", "وذلك", "ومن", "ولا", "اليوم", "تمهيدا", "وفق", "وفقا",
    "بحسب", "املا", "سعيا", "بهدف", "لكي", "حتي", "ما", "قد", "لم", "لن", "لا", "كي", "اي", "او", "هو", "هي", "منها", "ومنها", "خاصه", "لاسيما", "وخاصه", "يوم",
}  # fmt: skip
_BESIDE: Final = frozenset(("مع", "خلال", "خلاله", "خلالها", "في", "و", "،", "هاتفيا", "عن", "كذلك", "ايضا"))  # what stands between a verb of discussing and its object
_OPENS_NONE: Final = frozenset(("هذا", "هذه", "ذلك", "تلك", "ما", "كل", "عدد", "ان", "الذي", "التي", "من", "كيف"))  # «حول هذا الموضوع» tells nothing
_GOES_ON_BEFORE: Final = frozenset(("المنطقه", "البلاد", "البلدين", "العالم", "مجال", "مجالات", "المجالات", "شرق", "غرب", "شمال", "جنوب"))  # behind «في»


def find_topics(document: Document, trigger: Trigger, place: Name | None) -> list[str]:
    """The phrase that a purpose or «بشأن», «حول» of the event's own clause introduces; empty where something else stands between them."""
    i, last = trigger.token, min(trigger.last, trigger.token + _REACH)
    introducer = next((j for j in range(i + 1, last) if document.norms[j] in _PURPOSES or document.norms[j] in _ABOUT), None)
    if introducer is None or document.norms[introducer] in _ABOUT and not _is_its_own(document, i, introducer):
        return []
    return _phrase(document, introducer + 1, trigger.last, place)


def add_topics(document: Document, events: list[Event]) -> None:
    """Give each meeting without a topic what the sentence that told it or the next ones say it was about.

    «استقبل الوزير السفير. | وجرى خلال اللقاء بحث سبل التعاون».
    """
    for n, event in enumerate(events):
        if event.topics or event.status not in ("held", "planned"):
            continue
        following = min((e.sentence for e in events[n + 1 :] if e.sentence > event.sentence), default=len(document.sentences))
        event.topics = _purpose(document, event, events)
        if event.topics:
            continue
        for s in range(event.sentence, min(event.latest + _BEHIND + 1, following, len(document.sentences))):
            sentence = document.sentences[s]
            begin = max(sentence.first_token, event.trigger) if s == event.sentence else sentence.first_token
            topics = _told(document, begin, sentence.last_token, event)
            if topics:
                event.topics = topics
                break


def _purpose(document: Document, event: Event, events: list[Event]) -> list[str]:
    """What the sentence of a meeting says that it is for, where it tells no other behind it: «يزور الوزير موسكو الثلاثاء … | لبحث القضايا الإقليمية»."""
    last = document.sentences[event.sentence].last_token
    j = next((j for j in range(event.trigger + 1, last) if document.norms[j] in _PURPOSES), None)
    if j is None or any(event.trigger < e.trigger < j for e in events):
        return []
    return _phrase(document, j + 1, last, event.place)


def _told(document: Document, first: int, last: int, event: Event) -> list[str]:
    """What a stretch tells by a verb that has the meeting or those who meet as its subject, or by «تم … بحث»."""
    for v in document.verbs[bisect_left(document.verbs, first) : bisect_left(document.verbs, last)]:
        morph = document.morphs[v]
        if morph is None or morph.aspect != "p" and event.status == "held" and not _about_event(document, v, last):
            continue
        if document.norms[v] in LIGHT:
            action = next((j for j in range(v + 1, min(v + 6, last)) if document.norms[j] in _DISCUSSED), None)
            if action is not None:
                return _phrase(document, action + 1, last, event.place)
        elif morph.lemma in _TELLS and not morph.enclitic and is_theirs(document, v, last, event):
            return _object(document, v, last, event.place)
        elif morph.lemma in _TELLS_ON and is_theirs(document, v, last, event):
            on = next((j for j in range(v + 1, min(v + 5, last)) if document.norms[j] == _TELLS_ON[morph.lemma]), None)
            if on is not None:
                return _phrase(document, on + 1, last, event.place)
    return []


def _about_event(document: Document, verb: int, last: int) -> bool:
    return verb + 1 < last and document.norms[verb + 1] in _EVENT_WORDS


def is_theirs(document: Document, verb: int, last: int, event: Event) -> bool:
    """Whether a verb's subject is the meeting or its parties: «وتناول اللقاء», «بحث الجانبان», «وناقشا», «المباحثات تناولت»."""
    morph = document.morphs[verb]
    if morph is None:
        return False
    near = {document.norms[verb - 1] if verb else "", *document.norms[verb + 1 : min(verb + 3, last)]}
    if near & _EVENT_WORDS or near & _TWO or morph.number in ("d", "p") and morph.person == "3":
        return True
    behind = document.tokens[verb + 1].start if verb + 1 < last else -1
    return any(p.start <= behind < p.end for p in event.parties)


def _object(document: Document, verb: int, last: int, place: Name | None) -> list[str]:
    """The object of a verb of discussing: what stands behind its subject, partners and days: «ناقش الوزيران خلال اللقاء | آفاق التعاون»."""
    persons = document.persons
    j = verb + 1
    while j < min(last, verb + _SUBJECT):
        start, norm = document.tokens[j].start, document.norms[j]
        person = next((p for p in persons if p.start <= start < p.end), None)
        if person is not None or _is_held(document, j) or norm in _TWO or norm in _EVENT_WORDS or norm in _BESIDE or in_time(document, start) or (_named(document, j) is not None and document.norms[j - 1] in ("مع", "في")):
            j += 1
        else:
            break
    return _phrase(document, j, last, place)


def _is_held(document: Document, j: int) -> bool:
    """«خلال | اجتماعهم»: the meeting itself, no topic."""
    morph = document.morphs[j]
    return morph is not None and morph.lemma in MEETINGS and (morph.enclitic is not None or document.norms[j - 1] in IN)


def _is_its_own(document: Document, i: int, introducer: int) -> bool:
    """Whether «حول» goes with the event: persons, names and days alone stand between, no other noun that is about something («تصريحات حول»)."""
    for j in range(i + 1, introducer):
        token = document.tokens[j]
        morph = document.morphs[j]
        inside = _named(document, j) is not None or in_mention(document, token.start) or in_time(document, token.start)
        if not inside and (token.kind != "word" or morph is None and j > i + 1 and len(token.norm) > 4 and not token.norm.startswith("ال") or morph is not None and morph.pos == "verb"):
            return False
    return True


def _phrase(document: Document, first: int, last: int, place: Name | None) -> list[str]:
    """A topic from its first token to where its noun phrase ends; none where it opens with what tells nothing, or is one bare word."""
    if first >= last or document.norms[first] in _OPENS_NONE or document.tokens[first].kind != "word":
        return []
    end = first
    while end < min(last, first + _LENGTH) and not _ends(document, end, first, place):
        end = max(end + 1, _quoted(document, end, last))
    while end > first and document.norms[end - 1] in ("و", "في", "مع", "علي", "الي", "من", "عن", "بين"):
        end -= 1
    return [document.text[document.tokens[first].start : document.tokens[end - 1].end]] if end - first > 1 else []


def _quoted(document: Document, opening: int, last: int) -> int:
    """The token behind a name in quotation marks that opens here: «تنظيم | "…"»; else the opening itself."""
    if document.tokens[opening].text not in QUOTES:
        return opening
    return next((j + 1 for j in range(opening + 2, min(opening + _IN_QUOTES, last)) if document.tokens[j].text in QUOTES), opening)


def _ends(document: Document, j: int, first: int, place: Name | None) -> bool:
    """Whether a topic ends before this token: a mark, a verb, another clause, a day, a place that is the meeting's and not the topic's."""
    token, morph, norm = document.tokens[j], document.morphs[j], document.norms[j]
    if token.text in QUOTES and j > first and _quoted(document, j, len(document.tokens)) > j:
        return False
    if token.kind == "punctuation" and (token.text != "-" or j == first) or norm in _ENDS or in_time(document, token.start):
        return True
    if morph is not None and morph.pos == "verb" and j > first and not norm.startswith("ال") and _named(document, j) is None:
        return True
    if norm in ("في", "مع") and j + 1 < len(document.tokens):
        behind = _named(document, j + 1)
        if place is not None and behind == place:
            return True
        return j == first or behind is None and document.norms[j + 1] not in _GOES_ON_BEFORE and not (norm == "مع" and document.norms[j - 1].startswith("ال"))
    return norm.endswith("ا") and len(norm) > 4 and morph is None and j > first and _named(document, j) is None


def _named(document: Document, j: int) -> Name | None:
    """The name that a token is or ends with: «مصر», «بمصر»."""
    return name_at(document, document.tokens[j].end - 1)
