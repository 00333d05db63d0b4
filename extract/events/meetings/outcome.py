"""What a meeting ended with, as the article words it: «واتفق الجانبان على …», «وأسفر الاجتماع عن …», «وتم الاتفاق على …»."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from extract.arabic.types import Document
from extract.events.clauses.words import QUOTES
from extract.events.meetings.event import Event
from extract.events.meetings.topics import LIGHT, is_theirs

_AGREED: Final = frozenset(("اتفق", "توصل", "قرر", "أقر"))  # lemmas: those who meet do so
_YIELDED: Final = frozenset(("أسفر", "اختتم"))  # the meeting itself does so
_AGREEMENT: Final = frozenset(("الاتفاق", "التوصل", "التوقيع"))  # behind «تم»
_ON_IT: Final = frozenset(("عليه", "عليها", "اليه", "اليها"))  # «النقاط التي تم الاتفاق | عليها» were agreed elsewhere
_BEHIND: Final = 2  # sentences behind that of the meeting
_LENGTH: Final = 24  # tokens
_SHORTEST: Final = 4


def find_outcome(document: Document, event: Event, events: list[Event]) -> str | None:
    """The clause in which those who met agree or decide, or the meeting yields something; None for one still to come, or behind a later meeting.

    «التقى الوزيران في تونس. | واتفقا على فتح المعابر.»
    """
    if event.status != "held":
        return None
    following = min((e.sentence for e in events if e.sentence > event.sentence), default=len(document.sentences))
    for s in document.sentences[event.sentence : min(event.sentence + _BEHIND + 1, following)]:
        for v in document.verbs[bisect_left(document.verbs, s.first_token) : bisect_left(document.verbs, s.last_token)]:
            if _tells(document, v, s.last_token, event):
                end = next((j for j in range(v + 1, s.last_token) if document.tokens[j].text in ".؛" or document.tokens[j].text in QUOTES), s.last_token)
                end = min(end, v + _LENGTH)
                return document.text[document.tokens[v].start : document.tokens[end - 1].end] if end - v >= _SHORTEST else None
    return None


def _tells(document: Document, verb: int, last: int, event: Event) -> bool:
    """Whether a verb tells the end of the meeting: past, with those who met or the meeting as its subject."""
    morph = document.morphs[verb]
    if morph is None or morph.aspect != "p" or document.tokens[verb].text == "اقرأ":  # «اقرأ أيضا» looks like «أقرا»
        return False
    if document.norms[verb] in LIGHT:
        agreed = next((j for j in range(verb + 1, min(verb + 5, last)) if document.norms[j] in _AGREEMENT), last)
        return verb > event.trigger and agreed + 1 < last and document.norms[agreed + 1] not in _ON_IT
    return morph.lemma in _AGREED | _YIELDED and is_theirs(document, verb, last, event)
