"""Who takes part in an event that a verb of charging or offering governs: «كلف الرئيس | وزير الخارجية | بإجراء محادثات مع …», «منحت كييف | الأمم المتحدة | التفويض لعقد لقاءات مع …»."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.types import Document
from extract.events.arguments import Index, Party
from extract.events.clauses.asides import closed_relatives
from extract.events.meetings.carriers import is_verb
from extract.events.meetings.parties.missing_side import state_of
from extract.events.meetings.triggers import Trigger

_COMMISSIONING: Final = frozenset(("كلف", "فوض", "منح", "خول", "أوفد", "أرسل", "انتدب", "أوكل", "أعطى"))  # whose object goes, sits and talks
_SENDING: Final = frozenset(("أوفد", "أرسل", "بعث", "انتدب"))
_ENVOYS: Final = frozenset(("وفد", "مبعوث", "موفد", "فريق", "مندوب", "ممثل"))
_HOLDING: Final = frozenset(("عقد", "إجراء", "مشاركة", "حضور", "بدء", "استئناف", "تمثيل", "قيام", "دخول", "خوض", "متابعة"))
_TO_TAKE_PART: Final = frozenset(("للمشاركه", "لحضور", "لاجراء", "لعقد"))
_ASIDE: Final = frozenset(("قبل", "بعد", "قبيل", "عقب", "خلال"))
_OFFERING: Final = frozenset(("عرض", "اقترح", "طلب"))
_REACH: Final = 30  # tokens from such a verb to the event
_MASDAR: Final = 4  # tokens from the masdar to the event: «لإجراء | جولة جديدة من المحادثات»


def commissioned(document: Document, index: Index, trigger: Trigger, subject: Party | None) -> list[Party] | None:
    """Whom a verb of charging sends to the event in place of its subject; None where no such verb governs it or its object is not told."""
    masdar = _masdar(document, trigger)
    if masdar is None or trigger.behind:
        return None
    over = closed_relatives(document, trigger.first, trigger.token)
    verb = next((j for j in range(masdar - 1, max(trigger.first, trigger.token - _REACH) - 1, -1) if is_verb(document, index, j) and not any(a <= j < b for a, b in over)), None)
    morph = document.morphs[verb] if verb is not None else None
    if verb is None or morph is None or morph.lemma not in _COMMISSIONING:
        return None
    tokens = document.tokens
    if morph.enclitic:  # «كلفه الرئيس بإجراء محادثات»
        return [subject] if subject is not None else None
    named = [p for p in index.parties(tokens[verb].end, tokens[masdar].start) if p.person is not None or p.name is not None and p.name.kind != "place"]
    ahead = [p for p in index.parties(tokens[trigger.first].start, tokens[verb].start) if p.end == tokens[verb - 1].end] if verb > trigger.first else []
    sender = ahead or [p for p in named[:1] if p.start == tokens[verb + 1].start]
    sent = [p for p in named if p not in sender]
    if not sent and sender and sender[0].actor_id and any((m := document.morphs[j]) is not None and m.lemma in _ENVOYS for j in range(verb + 1, masdar)):
        sent = [state_of(sender[0])]  # «أرسل الرئيس وفدا لإجراء محادثات»
    return [replace(p, capacity="attendee") for p in sent] or None


def sent_there(document: Document, index: Index, trigger: Trigger) -> Party | None:
    """Who was sent to where the clause of «حيث» tells whom he met: «أوفد الرئيس | مبعوثه فلان | إلى موسكو حيث التقى …»; None where the verb before sends nobody or the clause has a subject of its own."""
    tokens, left = document.tokens, trigger.left
    head = trigger.token if trigger.carrier is None else trigger.carrier
    if trigger.behind or left - 1 <= trigger.first or document.norms[left - 1] != "حيث" or head - left > 1:
        return None
    verb = next((j for j in range(left - 2, trigger.first - 1, -1) if is_verb(document, index, j)), None)
    morph = document.morphs[verb] if verb is not None else None
    if verb is None or morph is None or morph.lemma not in _SENDING or morph.enclitic:
        return None
    told = [p for p in index.parties(tokens[trigger.first].start, tokens[left - 1].start, states=False) if p.person is not None]
    return told[-1].told_by("subject") if len(told) > 1 and told[-1].start > tokens[verb].start else None


def offering(document: Document, index: Index, trigger: Trigger, subject: Party | None) -> list[Party]:
    """Who offers or asks to talk with somebody, and would himself be the other side: «عرضت | الحركة | بدء محادثات مع …»; not who proposes to others what they should do."""
    verb, norms = trigger.carrier, document.norms[trigger.token + 1 : trigger.token + 4]
    morph = document.morphs[verb] if verb is not None else None
    if verb is None or morph is None or trigger.behind or morph.lemma not in _OFFERING or "بين" in norms:
        return []
    met = trigger.morph.lemma == "لقاء" and any(p.start == document.tokens[min(trigger.token + 1, trigger.last - 1)].start for p in index.persons)  # «عرض الزعيم لقاء | الرئيس»
    if "مع" not in norms and not met:
        return []
    tokens = document.tokens
    before = tokens[verb - 2 if verb - 2 >= trigger.left and tokens[verb - 1].norm == "قد" else verb - 1].end if verb > trigger.left else -1
    named = index.parties(tokens[trigger.left].start, tokens[trigger.token].start)
    bodies = [Party(b.start, b.end, None, replace(b, clitics="و"), via="body") for b in document.bodies if b.start == tokens[verb + 1].start and not b.clitics]
    behind = [p for p in named if p.start == tokens[verb + 1].start] or bodies
    own = behind or [p for p in named if p.end == before]
    if any(p.start > tokens[verb].start and p not in own for p in named):
        return []  # «عرضت مصر على السودان إجراء محادثات مع …»
    own = own or ([subject] if subject is not None and index.agrees(verb, subject) else [])
    return [replace(p, capacity="attendee") if p.name is not None else p for p in own[:1]]


def travels_to(document: Document, trigger: Trigger) -> bool:
    """Whether who leaves or arrives does so to take part: «غادر فورا إلى بروكسل | للمشاركة | الجمعة في اجتماع …», «سيعود في زيارة»; not «وصل للتحضير للقمة»."""
    if trigger.role != "travels" or trigger.carrier is None or trigger.behind:
        return False
    ahead = trigger.carrier - 2 if document.norms[trigger.carrier - 1] == "قد" else trigger.carrier - 1
    if ahead >= trigger.left and document.norms[ahead].startswith("بعض"):
        return False  # «وكان | بعضهم | قد غادر للمشاركة في محادثات»
    between = document.norms[trigger.carrier + 1 : trigger.token]
    return any(w in _TO_TAKE_PART for w in between) or trigger.construction == "noun_visit" and between[-1:] == ["في"]


def _masdar(document: Document, trigger: Trigger) -> int | None:
    """The word with «لـ» or «بـ» that says what is to be done: «لإجراء محادثات», «بعقد لقاء», «للقاء نظيره»."""
    for j in range(trigger.token, max(trigger.first, trigger.token - _MASDAR) - 1, -1):
        morph = document.morphs[j]
        if morph is None or morph.pos == "verb" or document.norms[j] in _ASIDE:
            return None
        if morph.pos == "noun" and morph.preposition in ("ل", "ب"):
            return j if morph.lemma in _HOLDING or j == trigger.token else None
    return None
