"""Whom «بينه وبين» names as the two of an event: «قال الرئيس إن القمة بينه وبين الزعيم فلان ستعقد قريبا»."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.types import Document
from extract.events.arguments import Index, Party, is_listed
from extract.events.clauses.subjects import is_governed
from extract.events.meetings.parties.reported import speaker_of
from extract.events.meetings.triggers import Trigger

_HIM, _HER = "بينه", "بينها"
_BETWEEN: Final = 7  # tokens from an event over its adjectives and its own verb to «بينه»


def between_him(document: Document, index: Index, trigger: Trigger, subject: Party | None) -> list[Party]:
    """Who «he» is, and who stands behind «وبين»: whose clause it is, else ``subject`` of the sentence before; [] where either is not known."""
    norms, i = document.norms, trigger.token
    at = next((j for j in range(i + 1, min(i + _BETWEEN, trigger.last - 2)) if norms[j] in (_HIM, _HER) and norms[j + 1] == "وبين"), None) if trigger.noun else None
    if at is None:
        return []
    behind = index.parties(document.tokens[at + 1].end, document.tokens[trigger.last - 1].end)
    if not behind or index.token_at(behind[0].start) != at + 2:
        return []
    others = behind[:1]
    for a, b in zip(behind, behind[1:], strict=False):
        if not is_listed(document, a, b):
            break
        others.append(b)
    she = norms[at] == _HER
    told = [p for p in index.parties(document.tokens[trigger.first].start, document.tokens[i].start) if _can_be(document, index, p, she)]
    people = [p for p in told if p.person is not None]
    he = speaker_of(document, index, trigger, people) or next(iter(told), None)
    he = he or (subject if subject is not None and _can_be(document, index, subject, she) else None)
    if he is None or he.key() in {p.key() for p in others}:
        return []
    return [replace(p, via="dual", capacity=None if p.person is not None else "attendee") for p in (he, *others)]


def _can_be(document: Document, index: Index, party: Party, she: bool) -> bool:
    """Whether a party that no preposition governs agrees with the pronoun: a man with «بينه», a woman, a state or a body with «بينها»."""
    if is_governed(document, party):
        return False
    if party.person is None:
        return she and not party.name.clitics  # type: ignore[union-attr]
    return party.person.kind in ("person", "office") and index.is_woman(party.person) == she
