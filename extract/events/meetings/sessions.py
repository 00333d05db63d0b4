"""At which gathering something is said, where its speech or its session is named: «في كلمته أمام القمة», «خلال الجلسة الأولى للمؤتمر»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.meetings.event import GATHERINGS, Event

_PARTS: Final = frozenset(("جلسة", "عمل", "أشغال", "افتتاح", "فعالية", "ختام"))  # of an event: «جلسات المنتدى»


def audience_event(document: Document, i: int, last: int, event_nouns: frozenset[str]) -> str | None:
    """The lemma of the meeting at which a speech is given: «في كلمته أمام القمة», «في كلمة له خلال الاجتماع»."""
    for j in range(i + 1, min(i + 4, last - 1)):
        noun = document.morphs[j + 1]
        if document.tokens[j].norm in ("امام", "خلال", "في") and noun is not None and noun.lemma in _PARTS and j + 2 < last:
            whole = next((w for k in range(j + 2, min(j + 4, last)) if (w := document.morphs[k]) is not None and w.definite and w.lemma in event_nouns), None)
            if whole is not None:
                return whole.lemma  # «في كلمته خلال جلسات المنتدى», «في كلمته أمام الجلسة الأولى للمؤتمر»
        if document.tokens[j].norm in ("امام", "خلال", "في") and noun is not None and noun.pos == "noun" and noun.definite and noun.lemma in event_nouns:
            return noun.lemma
    noun = next((m for j in range(i + 1, min(i + 3, last)) if (m := document.morphs[j]) is not None and m.preposition == "ب" and m.definite and m.lemma in event_nouns), None)
    return noun.lemma if noun is not None else None  # «خلال خطاب له بالاجتماع»


def session_of(document: Document, i: int, last: int, events: list[Event]) -> str | None:
    """The lemma of the gathering told before of which the session at ``i`` is one: «في | الجلسة | الأولى للمؤتمر»."""
    noun = document.morphs[i]
    if noun is None or noun.lemma != "جلسة" or not events:
        return None
    for j in range(i + 1, min(i + 4, last)):
        whole = document.morphs[j]
        if whole is not None and whole.pos == "noun" and whole.definite and (whole.preposition == "ل" or document.norms[j - 1] == "من"):
            return whole.lemma if any(e.lemma == whole.lemma and e.kind in GATHERINGS for e in events) else None
    return None
