"""Meetings: event frames over the sentences of an article, one event for all its mentions.

The grammar is data (seeds/meeting_frames.csv, seeds/meeting_verbs.csv); the steps are files of their own beside this one: ``triggers.py``
with senses and carriers; ``reading.py`` reads one trigger; ``additions.py`` what other words add to what was told; ``joining.py`` puts an event
to those told before. ``parties/`` tells who takes part, and in the end whether it is an event; ``setting/`` when and where; ``identity/`` which
mentions are one and what they add; ``../modality/`` whether it took place. ``setting/home.py`` gives the rows the country of who receives.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from extract.arabic.types import Document
from extract.events.arguments import Index, Party
from extract.events.meetings import lists
from extract.events.meetings.additions import TELLING, add_to_told
from extract.events.meetings.event import Event
from extract.events.meetings.identity.absorption import place_by_visit
from extract.events.meetings.identity.reunion import reunite
from extract.events.meetings.joining import take_up
from extract.events.meetings.parties.hosts import add_hosts
from extract.events.meetings.parties.led import heads_of_delegations, take_heads
from extract.events.meetings.parties.settling import is_event, settle
from extract.events.meetings.parties.speakers import add_speakers
from extract.events.meetings.parties.subjects import goes_on_with_subject, spoken_of
from extract.events.meetings.parties.turns import take_turn
from extract.events.meetings.reading import read_event
from extract.events.meetings.setting.landing import land
from extract.events.meetings.setting.lengths import stretch
from extract.events.meetings.setting.presence import place_by_presence
from extract.events.meetings.topics import add_topics
from extract.events.meetings.triggers import find_trigger

if TYPE_CHECKING:
    from extract.lexicon import Lexicon

_SPORT: Final = frozenset(("مباراه", "المباراه", "الدوري", "كاس", "المنتخب", "منتخب", "لاعب", "المدرب", "مدرب", "هدف", "اللاعبين", "الملعب", "ملعب", "البطوله", "نادي", "النادي", "فريقه", "مهاجم", "الهلال", "برشلونه", "لكره", "القدم", "فيفا", "الفيفا", "اهداف"))  # fmt: skip
_SPORT_WORDS: Final = 3  # so many words of sport make an article one about sport,
_SPORT_SHARE: Final = 0.01  # where they are so large a part of its beginning
_BEGINNING: Final = 600  # tokens


def find_meetings(document: Document, index: Index, lexicon: Lexicon) -> list[Event]:
    """Meetings in the order of their first mention; what is too vague to be an event of its own is left out.

    «التقى وزير الخارجية المصري سامح شكري نظيره الأردني أيمن الصفدي في القاهرة الثلاثاء» gives one bilateral meeting,
    held, with two participants, its day and its city.
    """
    frames = lexicon.meeting_frames
    if _is_about_sport(document, index):
        return []
    telling = [i for i, (norm, m) in enumerate(zip(document.norms, document.morphs, strict=True)) if m is not None and m.lemma in frames.lemmas or norm in TELLING]
    events: list[Event] = []
    subject: Party | None = None
    for number, sentence in enumerate(document.sentences):
        first, last = sentence.first_token, sentence.last_token
        found_at = -2
        for i in telling[bisect_left(telling, first) : bisect_left(telling, last)]:
            added = add_to_told(document, index, frames, events, i, first, last, number) if events else None
            if added == "word":
                continue
            if added == "sentence":
                break
            trigger = find_trigger(document, index, frames, i, first, last)
            if trigger is not None and trigger.noun and found_at == i - 1:
                found_at = i
                continue  # «مؤتمر قمة», «جلسة المباحثات»: one event noun of two words
            found_at = i if trigger is not None and trigger.noun else found_at
            event = read_event(document, index, frames, trigger, subject, lexicon.times.words.counts) if trigger is not None else None
            if event is not None and trigger is not None:
                take_up(document, index, frames, events, trigger, event, last, number)
        if events:
            take_turn(document, index, events, first, last, number)
        lists.chain(document, index, events, first, last)
        if not goes_on_with_subject(subject, events, number, document.tokens[first].start):
            subject = spoken_of(document, index, sentence) or subject
    people = [Party(p.start, p.end, p, None) for p in index.persons] if events else []
    take_heads(events, heads_of_delegations(document, index) if events else {}, document, index)
    for event in events:
        settle(event, people, document, lexicon.offices)
        stretch(event)
        land(document, index, event)
    reunite(events)
    place_by_visit(events)
    place_by_presence(document, index, events)
    add_speakers(document, index, events, lexicon.members)
    add_hosts(index, events)
    add_topics(document, events)
    return [e for e in events if is_event(e, document.text)]


def _is_about_sport(document: Document, index: Index) -> bool:
    """Whether words of sport make up a part of the article; «الرئيس المنتخب» and the one match of a political article are none."""
    beginning = document.norms[:_BEGINNING]
    if sum(map(_SPORT.__contains__, beginning)) < _SPORT_WORDS:
        return False
    words = sum(w in _SPORT and not index.in_person(document.tokens[i].start) for i, w in enumerate(beginning))
    return words >= max(_SPORT_WORDS, _SPORT_SHARE * len(beginning))
