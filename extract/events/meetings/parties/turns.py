"""Who speaks next at a conference or a session where somebody has just spoken: «وقال الوزير خلال المنتدى …. | من جهته أكد رئيس الهيئة فلان | …»."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.types import Document
from extract.events.arguments import Index, Party
from extract.events.meetings.event import GATHERINGS, Event

_TURNS: Final = frozenset(("بدوره", "بدورها", "جهته", "جهتها", "جانبه", "جانبها", "ناحيته", "ناحيتها"))  # «من جهته», «من جانبها»
_ELSEWHERE: Final = ("تغريد", "تويتر", "مقابل", "صحيف", "صحاف", "قناة", "بيان", "رسال", "برلمان", "اتصال", "تصريح", "زيار", "لقاء", "اجتماع", "مؤتمر صحفي")
_NEAR: Final = 2  # sentences from one speaker to the next
_SAYING: Final = frozenset(("قال", "أكد", "أوضح", "أشار", "ذكر", "أضاف", "شدد", "أعلن", "عبر", "أعرب", "بين", "لفت", "نوه", "دعا", "كشف", "أبرز", "تحدث", "استعرض", "تناول", "حث", "ألقى", "صرح", "أثنى", "أشاد", "قدم", "اعتبر", "رأى"))  # at a gathering


def opens_turn(document: Document, first: int) -> int | None:
    """The verb behind «بدوره» or «من جهته» that open the sentence at ``first``; None where none stands there."""
    norms = document.norms
    k = first + 1 if norms[first].removeprefix("و") == "من" else first
    if k + 2 >= len(norms) or norms[k].removeprefix("و") not in _TURNS:
        return None
    k += 2 if norms[k + 1] in ("،", ",") else 1
    verb = document.morphs[k]
    return k if verb is not None and verb.pos == "verb" and verb.aspect == "p" and verb.enclitic is None and verb.lemma in _SAYING else None


def take_turn(document: Document, index: Index, events: list[Event], first: int, last: int, sentence: int) -> None:
    """Add the one person who speaks in his turn to the gathering told last, where somebody spoke in one of the sentences before."""
    verb = opens_turn(document, first)
    if verb is None or verb + 1 >= last:
        return
    event = events[-1] if len(events) == 1 else max(events, key=lambda e: e.latest)
    if event.kind not in GATHERINGS or event.kind == "summit" or event.status != "held" or sum(e.latest == event.latest for e in events) > 1:
        return
    begin = document.sentences[max(0, sentence - _NEAR)].start
    if not any(_spoke(document, index, p, begin, document.tokens[first].start) for p in event.parties):
        return
    start = document.tokens[verb + 1].start
    speaker = next((p for p in index.parties(start, start + 1, states=False) if p.start == start), None)
    if speaker is None or speaker.person is None or speaker.person.kind != "person" or speaker.person.role is None or speaker.key() in event.party_keys():
        return
    if not any(word in document.text[start : document.tokens[last - 1].end] for word in _ELSEWHERE):
        event.parties.append(replace(speaker, via="quoted"))


def _spoke(document: Document, index: Index, party: Party, begin: int, end: int) -> bool:
    """Whether a person came into the event between two offsets as the subject of a verb."""
    if party.person is None or party.person.kind != "person" or not begin <= party.start < end:
        return False
    at = index.token_at(party.start)
    verb = document.morphs[at - 1] if at else None
    return verb is not None and verb.pos == "verb" and verb.lemma in _SAYING
