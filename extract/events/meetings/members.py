"""The states of which a gathering told before is made, listed by name: «أما الدول المشاركة فهي مصر والأردن واليابان», «قمة مجموعة السبع، وتضم كندا واليابان و…»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.arguments import Index, Party, is_body
from extract.events.meetings.event import GATHERINGS, Event

ROLLS: Final = frozenset(("فهي", "هي", "وهي"))
_STATES: Final = frozenset(("الدول", "دول", "البلدان", "للدول", "بلدان"))
_TAKING_PART: Final = frozenset(("المشاركه", "الحاضره", "المجتمعه", "المجموعه", "الاعضاء", "المدعوه"))
_SUBJECT: Final = 6  # tokens from «الدول المشاركة» to «هي»
_FEWEST: Final = 3  # states of a list
_GROUPS: Final = frozenset(("المجموعه", "القمه", "السبع", "الكبري", "العشرين", "الثماني", "الرباعيه", "اللجنه"))  # what has members


def is_roll(document: Document, i: int, first: int) -> bool:
    """Whether the states that a gathering is made of are listed behind token ``i``: «أما الدول المشاركة | فهي | …», «القمة، | وتضم | …», «| وتضم | المجموعة …»."""
    norms, morph = document.norms, document.morphs[i]
    before = norms[max(first, i - _SUBJECT) : i]
    if norms[i] in ROLLS:
        return not _STATES.isdisjoint(before) and not _TAKING_PART.isdisjoint(before)
    if morph is None or morph.lemma != "ضم" or morph.gender != "f" or morph.enclitic is not None:
        return False
    return norms[i + 1 : i + 2] == ["المجموعه"] or i - first > 1 and document.tokens[i - 1].text in "،," and not _GROUPS.isdisjoint(before[-4:])


def enroll(document: Document, index: Index, events: list[Event], i: int, last: int) -> None:
    """Add the three and more states listed at token ``i`` to the gathering told last: one of a body whose members they are, or one whose states take part."""
    event = next((e for e in reversed(events) if e.kind in GATHERINGS and e.status in ("held", "planned")), None)
    if event is None:
        return
    having = document.norms[i] not in ROLLS
    if having and not any(p.person is None and p.actor_id is not None and is_body(p.actor_id) for p in event.parties):
        return
    start = document.tokens[i].end
    listed = [p for p in index.parties(start, document.tokens[last - 1].end) if p.person is None]
    run: list[Party] = []
    for p in listed:
        gap = document.text[run[-1].end if run else start : p.start].strip()
        if gap.strip("، ,") not in ("", "و") and not (not run and gap == "المجموعة"):
            break
        run.append(p)
    if len(run) < _FEWEST:
        return
    keys = event.party_keys()
    actors = event.actors()
    event.parties += [p.told_by("listed") for p in run if p.key() not in keys and p.actor_id not in actors]
