"""Who gave a speech at a gathering told before, where the sentence does not say at which: «وفي كلمته، أكد الرئيس …», «وألقى وزير المالية كلمة»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.arguments import Index, Party, joined
from extract.events.clauses.words import IN
from extract.events.meetings.event import GATHERINGS, Event

SPEECHES: Final = frozenset(("كلمته", "كلمتها", "كلمه", "مداخلته", "مداخلتها"))
_GIVING: Final = frozenset(("ألقى",))
_GIVING_REACH: Final = 14  # tokens from «ألقى» over who speaks to «كلمة»
_WHOSE: Final = frozenset(("له", "لها"))
_BEHIND: Final = frozenset(("الافتتاحيه", "الختاميه", "ان", "علي", "قال", "قالت"))  # what may stand behind a speech that has no audience of its own
_ELSEWHERE: Final = ("برلمان", "النواب", "الشيوخ", "كونغرس", "جامعة", "تلفزيون", "متلفز", "الشعب", "صحاف", "صحف", "البيت الأبيض", "الأمة", "مباحثات", "لقاء", "زيارة")
_NEAR: Final = 8  # tokens about a speech in which it may be told where else it is given
_REACH: Final = 6  # sentences from what is told of the gathering to the speech


def speaks_at(document: Document, index: Index, events: list[Event], i: int, first: int, last: int, sentence: int) -> None:
    """Add who gives the speech at token ``i`` to the gathering told last, held and shortly before."""
    event = next((e for e in reversed(events) if e.kind in GATHERINGS), None)
    if event is None or event.status != "held" or sentence - event.latest > _REACH or sentence == event.sentence or any(e.latest > event.latest for e in events):
        return
    given = _giver(document, i, first)
    if given is None and (document.norms[i] == "كلمه" and document.norms[i + 1 : i + 2] not in (["له"], ["لها"]) or i == first or document.norms[i - 1] not in IN):
        return
    start, end = document.tokens[max(first, i - _NEAR)].start, document.tokens[min(last, i + _NEAR) - 1].end
    if _has_audience(document, i, last) or any(w in document.text[start:end] for w in _ELSEWHERE):
        return
    keys = event.party_keys()
    event.parties += [p.told_by("quoted") for p in _speakers(document, index, i, first, last, given) if p.key() not in keys]


def _giver(document: Document, i: int, first: int) -> int | None:
    """The verb of which the speech at ``i`` is the object: «| وألقى | الوزير كلمة»."""
    for j in range(i - 1, max(first, i - _GIVING_REACH) - 1, -1):
        morph = document.morphs[j]
        if morph is not None and morph.pos == "verb" and morph.lemma in _GIVING:
            return j
    return None


def _has_audience(document: Document, i: int, last: int) -> bool:
    """Whether it is said behind a speech at ``i`` where or to whom it is given: «كلمته | أمام الطلاب», «كلمة له | بجامعة القاهرة»."""
    j = i + 2 if document.norms[i + 1 : i + 2] != [] and document.norms[i + 1] in _WHOSE else i + 1
    if j >= last or document.tokens[j].kind == "punctuation" or document.norms[j] in _BEHIND:
        return False
    morph = document.morphs[j]
    return morph is None or morph.pos != "verb"


def _speakers(document: Document, index: Index, i: int, first: int, last: int, given: int | None) -> list[Party]:
    """Who speaks: the subjects of the verb of giving, of the verb before the speech, or of the first one behind a speech that opens the sentence or «ألقاها»."""
    tokens = document.tokens
    begin = given if given is not None else first
    before = index.parties(tokens[begin].start, tokens[i].start, states=False)
    people = before or index.parties(tokens[i].end, tokens[last - 1].end, states=False)
    for k, party in enumerate(people):
        at = index.token_at(party.start)
        verb = document.morphs[at - 1] if at > first else None
        if verb is not None and verb.pos == "verb" and _is_somebody(party):
            return [p for p in joined(document, people[k:]) if _is_somebody(p)]
    return []


def _is_somebody(party: Party) -> bool:
    """Whether a party is one person, by name or by the office of a state."""
    return party.person is not None and party.person.kind in ("person", "office") and (party.person.name_ar is not None or party.actor_id is not None)
