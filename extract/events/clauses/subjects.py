"""Which clauses go on with the subject of the one before them, and who that is: «التقى X Y في دمشق، ثم توجه إلى طهران حيث اجتمع بـZ»."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import is_joined
from extract.arabic.types import Document
from extract.events.arguments import Index, Party
from extract.events.meetings.triggers import Trigger

_BEFORE_VERBS: Final = frozenset(("وسوف", "وقد", "ولم", "ولن", "ثم"))
_CLAUSE_OPENERS: Final = frozenset(("ان", "وان", "بان", "كان", "وكان", "كانت", "وكانت"))  # behind which the subject stands before its verb
_MET: Final = frozenset(("التقى", "استقبل", "قابل", "لقي"))  # whose object stands at once behind them where their subject is left out
_GOING_ON: Final = frozenset(("كما", "وكما", "ثم", "حيث"))


def is_joined_verb(document: Document, index: Index, j: int) -> bool:
    """Whether another verb is joined to the meeting's by و at ``j``, so that what follows is its own."""
    morph, word = document.morphs[j], document.tokens[j].norm
    following = document.morphs[j + 1] if j + 1 < len(document.morphs) else None
    if word in _BEFORE_VERBS and following is not None and following.pos == "verb":
        return True  # «سوف يستقبل لافروف، وسوف يجري الوزير …»
    if word == "وكان":  # which the morphology takes for «وكأن»; not «وكان في مقدمتهم فلان», who takes part
        return following is not None and (following.pos in ("verb", "adv") or document.norms[j + 1] == "قد")
    return morph is not None and morph.pos == "verb" and morph.conjunction == "و" and len(document.tokens[j].norm) > 3 and not index.in_person(document.tokens[j].start)


def goes_on(document: Document, index: Index, verb: int, first: int) -> bool:
    """Whether the clause of a verb goes on with the subject of the clause before it: «…، كما التقى», «ثم اجتمع», «حيث استقبله», «واستقبل»."""
    before = document.norms[verb - 1] if verb > first else ""
    return before in _GOING_ON or document.norms[max(first, verb - 2) : verb] in (["قبل", "ان"], ["بعد", "ان"]) or verb > first and is_joined_verb(document, index, verb)


def has_own_subject(document: Document, verb: int, parties: list[Party]) -> bool:
    """Whether somebody stands at once behind a verb and meets another side behind him: «وتحدث | X | مع Y»; not «واستقبل X وY», where both are objects, nor «والتقى الوزير العماني المسؤول فلان», who is one."""
    behind = [p for p in parties if p.start > document.tokens[verb].start and p.person is not None]
    if len(behind) < 2 or verb + 1 >= len(document.tokens) or behind[0].start != document.tokens[verb + 1].start or is_governed(document, behind[0]):
        return False
    partner = behind[1].person
    named = behind[0].person is not None and behind[0].person.kind == "person" and _has_object(document, behind, behind[0])  # «ثم استقبل | رئيس الحكومة فلان | السفيرة فلانة»
    with_him = named or document.text[behind[0].end : behind[1].start].split()[-1:] == ["مع"] or is_governed(document, behind[1])
    return behind[0].actor_id != behind[1].actor_id and (with_him or partner is not None and (partner.role_ar or "").startswith("نظير"))


def acting_subject(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """The subject of the clause before one that goes on: who stands at once beside the last verb that has its own: «التقى | X | Y في دمشق، ثم توجه إلى طهران حيث اجتمع بـZ», «إن | X | زار القاهرة واجتمع بـZ»."""
    tokens, at = document.tokens, trigger.carrier if trigger.carrier is not None else trigger.token
    people = [p for p in index.parties(tokens[trigger.first].start, tokens[at].start, states=False) if not is_governed(document, p)]
    starts, ends = {p.start: p for p in people}, {p.end: p for p in people}
    nearest: list[Party] = []
    for j in range(at - 1, trigger.first - 1, -1):
        morph = document.morphs[j]
        if morph is None or morph.pos != "verb" or morph.enclitic or index.in_person(tokens[j].start):
            continue
        behind = starts.get(tokens[j + 1].start) if j + 1 < at else None
        if behind is not None and morph.lemma in _MET and goes_on(document, index, j, trigger.first) and not _has_object(document, people, behind):
            nearest = nearest or [behind]  # «ينتقل X إلى باريس حيث يلتقي | Y |، ومنها إلى لندن حيث …»
        elif behind is not None:
            return [behind]
        ahead = ends.get(tokens[j - 1 if tokens[j - 1].text not in "،," else j - 2].end) if j - 2 >= trigger.first and morph.conjunction is None else None
        opens = index.token_at(ahead.start) if ahead is not None else 0
        if ahead is not None and (opens == trigger.first or document.norms[opens - 1] in _CLAUSE_OPENERS):
            return [ahead]
    return nearest


def is_met(document: Document, index: Index, party: Party) -> bool:
    """Whether somebody is the partner of a clause and no subject of it: «اجتمع مع | الوزير |», «بـ| الرئيس |», «التقى | نظيره |»."""
    at = index.token_at(party.start)
    counterpart = party.person is not None and (party.person.role_ar or "").startswith("نظير")
    return counterpart or is_governed(document, party) or at > 0 and document.norms[at - 1] == "مع"


def going_on(document: Document, index: Index, trigger: Trigger, parties: list[Party], subject: Party | None) -> list[Party]:
    """The parties of a clause that goes on, with the subject of the one before it for all whom that names; where it leaves it out too, ``subject``, of whom the sentence before tells: «والتقى نظيره X، كما التقى Y»."""
    start = document.tokens[trigger.carrier if trigger.carrier is not None else trigger.token].start
    before, behind = [p for p in parties if p.end < start], [p for p in parties if p.start > start]
    if not before:
        return parties
    acting = acting_subject(document, index, trigger) or before[:1]
    if is_met(document, index, acting[0]) and subject is not None:
        acting = [subject]
    return [*acting, *behind] if len(before) > 1 or acting[0] is not before[0] else parties


def _has_object(document: Document, people: list[Party], subject: Party) -> bool:
    """Whether somebody follows who is met by the one behind a verb, and not joined to him: «ثم استقبل | الرئيس فلان | السفير فلان»."""
    follower = next((p for p in people if p.start > subject.start), None)
    return follower is not None and not is_joined(document, follower.start) and not document.text[subject.end : follower.start].strip(" ،,")


def is_governed(document: Document, party: Party) -> bool:
    """Whether «بـ» or «لـ» is written with somebody's title: «بالرئيس»; not «بوتين»."""
    return document.text[party.start] in "بل" and (party.person is None or party.person.name_start != party.start)
