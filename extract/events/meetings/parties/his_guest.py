"""Who «ضيفه» is: the one whom the sentences before named for another actor: «وصل الوزير الفرنسي …. وقال الرئيس خلال لقائه | ضيفه | إن …»."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import sentence_at
from extract.arabic.types import Document
from extract.events.arguments import Index, Party
from extract.events.meetings.triggers import Trigger

_GUEST: Final = frozenset(("ضيفه", "ضيفها", "بضيفه", "بضيفها", "لضيفه", "لضيفها"))
_REACH: Final = 8  # tokens from the event to «ضيفه»
_LOOKING_BACK: Final = 3  # sentences


def with_his_guest(document: Document, index: Index, trigger: Trigger, parties: list[Party]) -> list[Party]:
    """The one person who meets, with «ضيفه» behind the event; as they are where his guest is named there or nobody fits."""
    at = next((j for j in range(trigger.token + 1, min(trigger.token + _REACH, trigger.right)) if document.norms[j] in _GUEST), None)
    if at is None or len(parties) != 1 or parties[0].person is None or index.in_person(document.tokens[at].start):
        return parties
    mine, here = parties[0], document.tokens[at].start
    since = document.sentences[max(0, sentence_at(document, trigger.first) - _LOOKING_BACK)].start
    told = (p for p in reversed(index.persons) if since <= p.start < here and p.kind == "person" and p.actor_id is not None and p.actor_id != mine.actor_id)
    guest = next(told, None)
    return parties if guest is None else [mine, Party(guest.start, guest.end, guest, None, via="subject")]
