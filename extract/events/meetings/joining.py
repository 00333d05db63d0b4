"""How a meeting newly told joins those told before it: as one more, as the same told again, as a speech at one of them."""

from __future__ import annotations

from extract.arabic.types import Document
from extract.events.arguments import Index, is_state
from extract.events.meetings import lists
from extract.events.meetings.event import TALKING, Event
from extract.events.meetings.frames import Frames
from extract.events.meetings.identity.absorption import absorb
from extract.events.meetings.identity.firsts import told_as_first
from extract.events.meetings.identity.sameness import merge
from extract.events.meetings.parties.groups import told_together
from extract.events.meetings.parties.of_both import officials_of_both
from extract.events.meetings.parties.two_sides import sides_told
from extract.events.meetings.sequence import (
    came_before,
    goes_on_in_present,
)
from extract.events.meetings.sessions import audience_event, session_of
from extract.events.meetings.setting.further import go_on_from
from extract.events.meetings.setting.sayings import date_by_saying, day_of_saying
from extract.events.meetings.splitting import apart
from extract.events.meetings.stops import stops_of
from extract.events.meetings.triggers import Trigger
from extract.events.modality.clause import is_ahead


def take_up(document: Document, index: Index, frames: Frames, events: list[Event], trigger: Trigger, event: Event, last: int, number: int) -> None:
    """Take the ``event`` that ``trigger`` tells in sentence ``number``, which ends before token ``last``, into ``events``."""
    event.sentence = event.latest = number
    event.lemma = "لقاء" if event.kind == "bilateral" and trigger.kind == "conference" else trigger.morph.lemma  # who gives a press conference together met
    said = day_of_saying(document, index, trigger, number) if event.time is None and (event.status == "held" or document.norms[trigger.token - 1] == "قبيل") else None
    if said is not None and len(event.parties) < 2:
        event.time = said
    go_on_from(document, trigger, event, events)
    if events:
        _go_on_with_status(document, trigger, event, events[-1])
    heard = audience_event(document, trigger.token, last, frames.event_nouns) if trigger.construction == "noun_speech" else session_of(document, trigger.token, last, events) if trigger.role == "says" else None
    if heard is not None:
        lists.speak(events, event, heard)
    elif (one := told_as_first(document, trigger, event, events, number)) is not None:
        absorb(one, event)
    elif event.parties and (_is_further(document, trigger) or _is_next_stop(document, trigger, event, events)):
        events.append(event)
    else:
        if trigger.construction in TALKING and (officials := officials_of_both(document, trigger, events, frames.portfolios, event.parties)) and not any(p.person is not None and p.start > officials[0].end for p in event.parties):
            event.parties, event.anaphoric = officials, False
        elif not event.parties and trigger.construction in ("noun_meet", "noun_call", "verb_meet") and not any(len(e.parties) > 1 for e in events):
            event.parties = told_together(document, index, trigger)
        elif len(event.actors()) < 2 and (two := sides_told(document, trigger, events, event)):
            event.parties = [*two, *(p for p in event.parties if p.start > two[0].start and p.actor_id not in {s.actor_id for s in two})]
        for one in apart(document, trigger, event):
            for stop in stops_of(document, trigger, one):
                merge(events, stop)
    if said is not None:
        date_by_saying(events, event, said)


def _go_on_with_status(document: Document, trigger: Trigger, event: Event, before: Event) -> None:
    """Give an event the status that the one before it in the text lends it: «سيعقد اجتماع للوزراء، | واجتماع للخبراء», «يبدأ غدا زيارة …. | كما يلتقي نظيره»."""
    if before.sentence == event.sentence and _is_joined(trigger) and event.status == "held":
        event.status = before.status
    if event.status == "held" and before.status == "planned" and event.sentence - before.latest <= 1 and event.time is None and (event.actors() & before.actors() or _are_of_that_group(event, before)) and goes_on_in_present(document, trigger):
        event.status = "planned"
    elif event.status == "planned" and before.status == "held" and before.sentence == event.sentence and before.sure and not is_ahead(event.time, document.published) and came_before(document, trigger):
        event.status = "held"


def _are_of_that_group(event: Event, before: Event) -> bool:
    """Whether those who meet hold the office of a body's members who were told to meet: «يعقد وزراء خارجية مجموعة السبع اجتماعا …. | وتستقبل الوزيرة نظراءها |»."""
    groups = {p.person.role for p in before.parties if p.person is not None and p.person.kind == "collective" and not is_state(p.actor_id)}
    return any(p.person is not None and p.person.role is not None and p.person.role.removesuffix("s") + "s" in groups for p in event.parties)


def _is_joined(trigger: Trigger) -> bool:
    """Whether an event without a verb of its own is joined to one before: «سيعقد اجتماع للوزراء …، واجتماع بين الحلفاء و…»."""
    morph = trigger.morph
    return trigger.noun and trigger.carrier is None and morph.conjunction == "و" and not morph.definite and not morph.enclitic


def _is_further(document: Document, trigger: Trigger) -> bool:
    """Whether a clause adds a meeting to the one told before it: «…، كما سيعقد اجتماع لوزراء الحلف»."""
    indefinite = trigger.noun and not trigger.morph.definite and not trigger.morph.enclitic
    return indefinite and trigger.left > trigger.first + 1 and document.tokens[trigger.left - 1].norm == "كما"


def _is_next_stop(document: Document, trigger: Trigger, event: Event, events: list[Event]) -> bool:
    """Whether a traveller goes on to another state than those told before: «التقى الوزير نظيره في القاهرة، قبل أن | يتوجه إلى الأردن»."""
    if trigger.construction != "verb_arrive" or event.place is None or document.norms[trigger.token - 1] not in ("ثم", "منها", "ومنها") and not came_before(document, trigger):
        return False
    return not any(e.place is not None and e.place.country_code == event.place.country_code and e.status == event.status for e in events)
