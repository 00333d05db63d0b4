"""What officials of two states do together: «دشن الرئيسان خط الأنابيب», «مراسم تسليم المساعدات», and who hosts whom."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import is_joined
from extract.arabic.types import Document, Person
from extract.events.arguments import is_state
from extract.events.clauses.limits import right_limit
from extract.events.meetings.frames import Frames

_HANDING: Final = frozenset(("تسليم", "تسلم", "افتتاح", "تدشين", "تنصيب", "تشييع", "تأبين", "إحياء"))


def is_named_ceremony(document: Document, i: int, last: int) -> bool:
    """Whether the genitive of «مراسم», «حفل» or «احتفال» says what is handed over or opened, or whom it honours: «مراسم تسليم المساعدات», «حفل تنصيب الرئيس»."""
    behind = document.morphs[i + 1] if i + 1 < last else None
    if behind is None or behind.pos != "noun" or behind.lemma not in _HANDING or behind.enclitic or behind.definite or i + 2 >= last:
        return False
    what = document.morphs[i + 2]  # «حفل افتتاح رسمي» names nothing
    return (what is None or what.pos == "noun") and not (i and document.norms[i - 1].removeprefix("و") in ("قبل", "قبيل", "بعد", "عقب", "منذ"))


def is_done_by_two(document: Document, frames: Frames, i: int, last: int) -> bool:
    """Whether an official behind the verb at ``i`` hosts one of another state, or opens something with him at his side; an event noun tells its own event."""
    tokens, end = document.tokens, right_limit(document, i, last)
    if i + 1 >= last or any((m := document.morphs[j]) is not None and m.pos == "noun" and m.lemma in frames.event_nouns for j in range(i + 1, end)):
        return False
    people = [p for p in document.persons if tokens[i + 1].start <= p.start < tokens[end - 1].end and p.kind != "collective" and _acts_for_state(p)]
    if len(people) < 2 or people[0].start != tokens[i + 1].start:
        return False
    other = next((p for p in people if p.actor_id != people[0].actor_id), None)
    verb = document.morphs[i]
    if other is None or verb is None:
        return False
    return verb.lemma == "استضاف" or other is people[1] and is_joined(document, other.start) and document.text[people[0].end : other.start].strip() == ""


def _acts_for_state(person: Person) -> bool:
    return person.role is not None and is_state(person.actor_id)
