"""The day of an event at which somebody spoke, as it is told of his words: «أعلن الرئيس، الثلاثاء، أن …. جاء ذلك خلال زيارته …»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extract.arabic.types import Document, Morph, Sentence, TimeExpression
from extract.events.arguments import Index
from extract.events.clauses.words import BEFORE_OR_AFTER
from extract.events.meetings.carriers import is_within
from extract.events.meetings.event import Event
from extract.events.meetings.parties.assembly import opens_with_what_was_said
from extract.events.meetings.setting.scope import SAYING
from extract.events.meetings.triggers import Trigger

_SAID_REACH: Final = 22  # tokens from a sentence's begin in which the day of saying stands
_ADDED_REACH: Final = 5  # tokens from «وذلك» to the event
_AT_EVENT: Final = frozenset(("خلال", "لدي", "عقب", "قبيل", "اثناء", "بعيد", "اثر"))
_SPOKEN_AT: Final = frozenset(("خلال", "في", "بعد", "عقب", "اثر", "اثناء", "بعيد", "للصحافيين", "للصحفيين", "لصحافيين", "لصحفيين"))  # what follows a verb whose speaker was told before
_WORDS: Final = frozenset(("تصريح", "حديث", "كلام"))
_BACK: Final = 3  # sentences from what somebody goes on to say to the day on which he spoke


def day_of_saying(document: Document, index: Index, trigger: Trigger, number: int) -> TimeExpression | None:
    """The day on which somebody spoke at the event of a trigger in the sentence ``number``, where its own clause tells none."""
    if number and opens_with_what_was_said(document, trigger):
        return _day_said(document, index, document.sentences[number - 1])
    if number and _opens_with_words_of(document, trigger):
        return _day_before(document, index, number)
    if number and _goes_on_saying(document, index, trigger, number):
        return _day_before(document, index, number)
    if (added := _adds_where(document, trigger)) is not None:
        sentence = document.sentences[number if added > trigger.first else number - 1] if added > trigger.first or number else None
        return _day_said(document, index, sentence) if sentence is not None else None
    if trigger.noun and trigger.role == "says" and document.norms[trigger.token - 1] == "قبيل":
        day = _day_said(document, index, document.sentences[number])
        return day if day is not None and day.start < document.tokens[trigger.token].start else None
    return None


def _opens_with_words_of(document: Document, trigger: Trigger) -> bool:
    """Whether a sentence tells at which event the words before it were said: «وجاءت تصريحات الوزير | خلال مؤتمر صحفي مع نظيره»."""
    verb, noun = document.morphs[trigger.first], document.morphs[min(trigger.first + 1, trigger.last - 1)]
    if not trigger.noun or verb is None or verb.lemma not in ("جاء", "أتى") or noun is None or noun.lemma not in _WORDS:
        return False
    between = range(trigger.first + 2, trigger.token - 1)  # no «جاءت تصريحاته | بعد ساعات من مغادرته في زيارة»
    return is_within(document, trigger.token) and not any(document.norms[j] in BEFORE_OR_AFTER or (m := document.morphs[j]) is not None and m.pos == "verb" for j in between)


def date_by_saying(events: list[Event], event: Event, day: TimeExpression) -> None:
    """Give the day on which somebody spoke at an event to it, or to the one that it was told to be."""
    keys = event.party_keys()
    one = next((e for e in reversed(events) if e is event or e.latest == event.sentence and bool(keys & e.party_keys())), None)
    if one is not None and one.time is None:
        one.time = day


def _day_said(document: Document, index: Index, sentence: Sentence) -> TimeExpression | None:
    """The day on which something was said, as its sentence tells it first: «قال الرئيس الاثنين إن …»."""
    first = next((t for t in index.times(sentence.start, sentence.end) if t.type == "DATE"), None)
    opening = document.tokens[min(sentence.first_token + _SAID_REACH, sentence.last_token - 1)].start
    if first is None or first.precision not in ("day", "unknown") or first.start >= opening or first.date_from and document.published and first.date_from > document.published:
        return None
    day = index.token_at(first.start)
    told = (*range(sentence.first_token, min(sentence.first_token + 3, sentence.last_token)), *range(max(sentence.first_token, day - 2), day))  # «لكن الرئيس فلان قال، | الخميس»
    return first if any((m := document.morphs[i]) is not None and m.pos == "verb" and m.aspect == "p" for i in told) else None


def _day_before(document: Document, index: Index, number: int) -> TimeExpression | None:
    """The day that the sentences before ``number`` tell of what is said there, back to where it was said first."""
    for sentence in _told_before(document, number):
        day = _day_said(document, index, sentence)
        if day is not None or any(t.type == "DATE" and t.precision in ("day", "unknown") for t in index.times(sentence.start, sentence.end)):
            return day
    return None


def _told_before(document: Document, number: int) -> Iterator[Sentence]:
    """The sentences before ``number``, the nearest first, back to the one that does not only go on: «وأضاف …», «وفي كلمته أكد …»."""
    for sentence in reversed(document.sentences[max(0, number - _BACK) : number]):
        yield sentence
        opening = document.morphs[sentence.first_token]
        if opening is not None and opening.pos == "verb":
            if opening.lemma not in SAYING or opening.conjunction != "و":
                return
        elif not document.norms[sentence.first_token].startswith("و") or not any((m := document.morphs[j]) is not None and m.lemma in SAYING and m.aspect == "p" for j in range(sentence.first_token, sentence.last_token)):
            return


def _goes_on_saying(document: Document, index: Index, trigger: Trigger, number: int) -> bool:
    """Whether who spoke in the sentence before goes on, and now is told where: «وكشف الرئيس أمام الدورة الثامنة للمنتدى …», «وقال للصحافيين بعد اجتماعه …»."""
    opening = document.morphs[trigger.first]
    if trigger.role != "says" or trigger.carrier != trigger.first and not _spoke_there(document, trigger, opening) or opening is None or opening.conjunction != "و" or trigger.first + 1 >= trigger.last:
        return False
    spoke = next((found for s in _told_before(document, number) if (found := [p for p in index.persons if p.kind == "person" and s.start <= p.start < s.end])), [])
    speaks = [p for p in index.persons if p.start == document.tokens[trigger.first + 1].start]
    if not spoke:
        return False
    if not speaks:
        return trigger.noun and document.norms[trigger.first + 1] in _SPOKEN_AT and opening.number == "s" and opening.aspect == "p" and index.agrees(trigger.first, index.parties(spoke[0].start, spoke[0].end, states=False)[0])
    return speaks[0].kind == "person" and spoke[0].chain == speaks[0].chain


def _spoke_there(document: Document, trigger: Trigger, opening: Morph | None) -> bool:
    """Whether a relative clause tells where the speaker was: «وقال الرئيس، الذي كان يتحدث | في اجتماع مع …»."""
    verb = trigger.carrier
    return opening is not None and opening.lemma in SAYING and verb is not None and verb - 2 > trigger.first and document.norms[verb - 1] in ("كان", "كانت") and document.norms[verb - 2] in ("الذي", "التي")


def _adds_where(document: Document, trigger: Trigger) -> int | None:
    """The token of a «وذلك» that adds at which event something was said or done: «أكد الوزير الثلاثاء التزام بلاده، | وذلك لدى بدء محادثاته مع …»."""
    if not trigger.noun:
        return None
    norms = document.norms
    at = next((j for j in range(trigger.token - 2, max(trigger.first - 1, trigger.token - _ADDED_REACH), -1) if norms[j] == "وذلك"), None)
    return at if at is not None and norms[at + 1] in _AT_EVENT else None
