"""What words that are no trigger add to the meetings told before them: who sat there for whom, who received a visitor, who attended, who gave a speech."""

from __future__ import annotations

from typing import Final, Literal

from extract.arabic.types import Document
from extract.events.arguments import Index
from extract.events.meetings import attendance, lists
from extract.events.meetings.event import Event
from extract.events.meetings.frames import Frames
from extract.events.meetings.members import ROLLS, enroll, is_roll
from extract.events.meetings.parties.speeches import SPEECHES, speaks_at
from extract.events.meetings.receptions import RECEPTIONS, is_reception, receive
from extract.events.modality.decided import takes_invitation

_SITS_FOR: Final = frozenset(("ممثلا", "ممثله", "يمثله", "ومثله"))
TELLING: Final = _SITS_FOR | attendance.PARTAKERS | attendance.COMPANY | attendance.IN_COMPANY | attendance.MEMBERS_OF | RECEPTIONS | ROLLS | SPEECHES | {"الدعوه"}  # words that are no frame's and add to an event told before


def add_to_told(document: Document, index: Index, frames: Frames, events: list[Event], i: int, first: int, last: int, number: int) -> Literal["word", "sentence"] | None:
    """Add to the last of ``events`` what token ``i`` tells of them, in sentence ``number`` of tokens ``first`` to ``last``; how much is read by that.

    «وكان في استقبال الوزير السفير التونسي» is read with its word, «وحضر اللقاء مدير الديوان» with all of its sentence.
    """
    morph = document.morphs[i]
    if morph is not None and morph.pos == "verb" and lists.is_representation(document, i, last):
        lists.represent(document, index, events[-1], i, last)
    if document.tokens[i].norm in _SITS_FOR:
        lists.represented(document, index, events[-1], i, last)
    if is_reception(document, i, first):
        receive(document, index, events, i, first, last, number)
        return "word"
    if attendance.is_attendance(document, index, i, first, last, frames.event_nouns):
        lists.attend(document, index, events, i, last)
        return "sentence"
    if events[-1].status == "proposed" and number - events[-1].latest <= 1 and takes_invitation(document, i):
        events[-1].status = "planned"
    if is_roll(document, i, first):
        enroll(document, index, events, i, last)
    if document.norms[i] in SPEECHES:
        speaks_at(document, index, events, i, first, last, number)
    return None
