"""Where somebody is told to speak abroad, and whom he met there: «أعلن فيدان من طوكيو أن … . وصرح فيدان عقب لقائه مع نظيره الياباني …»."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extract.arabic.types import Document, Name, Sentence, TimeExpression
from extract.events.arguments import Index
from extract.events.meetings.event import TALKING, Event
from extract.events.meetings.setting.scope import SAYING

_HEARERS: Final = frozenset(("للصحافيين", "للصحفيين", "للصحافه", "لصحافيين", "لصحفيين"))
_AT: Final = frozenset(("في", "من"))
_BEFORE_NAME: Final = frozenset(("العاصمه", "مدينه"))
_MEANWHILE: Final = 4  # sentences from where somebody speaks to the meeting of which he speaks
_SPOKEN_OF: Final = frozenset(("خلال", "اثناء", "بعد", "عقب", "اعقاب", "ختام", "اثر", "في"))


@dataclass(slots=True)
class Presence:
    """Who speaks where, in which sentence; ``days`` are the ones it tells."""

    sentence: int
    chain: int
    place: Name
    days: frozenset[object]
    time: TimeExpression | None  # where it tells one day


def place_by_presence(document: Document, index: Index, events: list[Event]) -> None:
    """Give held talks the place in which one of the two is told to speak abroad: to his host, or as that of which he goes on to speak."""
    waiting = [e for e in events if e.place is None and e.status == "held" and e.rule in TALKING and len(e.parties) > 1]
    if not waiting:
        return
    found = [p for n, s in enumerate(document.sentences) if (p := _presence(document, index, n, s)) is not None]
    for event in waiting if found else ():
        there = next((p for p in reversed(found) if _is_there(document, event, p)), None)
        if there is None:
            continue
        event.place, event.placed_by = there.place, "place_of_speaker"
        if event.time is None and there.time is not None and _is_spoken_of(document, event):
            event.time = there.time  # «دعا الرئيس، الاثنين، من فيينا، إلى …. وقال في ختام محادثات مع نظيره …»


def _presence(document: Document, index: Index, number: int, sentence: Sentence) -> Presence | None:
    """«قال وزير الدفاع الإيطالي غويدو كروسيتو الثلاثاء | من تالين إن …»: a verb of saying, at once who says it, and a place abroad."""
    verb = document.morphs[sentence.first_token]
    if verb is None or verb.pos != "verb" or verb.aspect != "p" or verb.lemma not in SAYING or sentence.first_token + 3 >= sentence.last_token:
        return None
    start = document.tokens[sentence.first_token + 1].start
    person = next((p for p in index.persons if p.start == start and p.kind == "person"), None)
    if person is None or person.actor_id is None:
        return None
    i = index.token_at(person.end)
    times = [t for t in document.times if person.end <= t.start < sentence.end]
    while i < sentence.last_token - 1 and (document.tokens[i].text in "،," or document.norms[i] in _HEARERS or any(t.start <= document.tokens[i].start < t.end for t in times)):
        i += 1
    if i + 1 >= sentence.last_token or document.norms[i] not in _AT:
        return None
    i += 2 if document.norms[i + 1] in _BEFORE_NAME else 1
    if i >= sentence.last_token:
        return None
    place = next((n for n in document.names if n.start == document.tokens[i].start and n.kind in ("place", "state")), None)
    if place is None or (place.country_code or place.actor_id) in (None, person.actor_id):
        return None
    near = [t for t in times if t.start - person.end < 30]
    day = near[0] if len(near) == 1 and near[0].type == "DATE" and near[0].precision in ("day", "unknown") else None
    return Presence(number, person.chain, place, frozenset(t.date_from for t in near), day)


def _is_there(document: Document, event: Event, presence: Presence) -> bool:
    """Whether an event told behind is of the speaker there: with his host, or told by him as what he speaks of."""
    if not 0 < event.sentence - presence.sentence <= _MEANWHILE or not any(p.person is not None and p.person.chain == presence.chain for p in event.parties):
        return False
    if event.time is not None and event.time.date_from not in presence.days:
        return False
    goal = presence.place.country_code or presence.place.actor_id
    if any(p.actor_id == goal for p in event.parties):
        return True
    return _is_spoken_of(document, event)


def _is_spoken_of(document: Document, event: Event) -> bool:
    """Whether the sentence of an event tells what somebody said at it: «وقال الرئيس في ختام | محادثات | مع نظيره»."""
    opening = document.morphs[document.sentences[event.sentence].first_token]
    spoken = opening is not None and opening.pos == "verb" and opening.lemma in SAYING
    return spoken and event.rule == "noun_meet" and any(w in _SPOKEN_OF for w in document.norms[event.trigger - 2 : event.trigger])
