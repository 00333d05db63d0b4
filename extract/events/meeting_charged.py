"""Whom somebody charges with a meeting, or sends to it, and who so takes part instead: «كلف الرئيس الوزير بإجراء محادثات مع …»."""

from __future__ import annotations

from dataclasses import replace

from extract.arabic.types import Document
from extract.events.arguments import Index, Party
from extract.events.meeting_triggers import Trigger
from extract.events.meeting_verb_parties import state_of

_CHARGING = frozenset(("كلف", "فوض", "خول", "منح", "أوفد", "أرسل", "ابتعث", "انتدب"))
_DOING = frozenset(("لعقد", "بعقد", "لاجراء", "باجراء", "للقاء", "للتفاوض"))  # what the one who is charged is to do
_ENVOYS = frozenset(("وفد", "مبعوث", "موفد", "فريق", "مندوب", "ممثل"))
_BEFORE = 3  # tokens from what is to be done to the event


def charged(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """The object of the verb of charging, as who takes part; his sender's state where the object is only «وفدا» or «مبعوثه»; [] where nobody is charged."""
    i, tokens = trigger.token, document.tokens
    if trigger.behind or trigger.construction not in ("noun_meet", "noun_call") or trigger.morph.definite:
        return []
    doing = next((j for j in range(i - 1, max(trigger.left, i - _BEFORE), -1) if document.norms[j] in _DOING), None)
    if doing is None:
        return []
    verb = next((j for j in range(doing - 1, trigger.left - 1, -1) if (m := document.morphs[j]) is not None and m.pos == "verb" and not index.in_person(tokens[j].start)), None)
    if verb is None or (morph := document.morphs[verb]) is None or morph.lemma not in _CHARGING or morph.enclitic:
        return []
    behind = index.parties(tokens[verb].end, tokens[doing].start)
    led = verb > trigger.left and any(p.end == tokens[verb - 1].end for p in index.parties(tokens[trigger.left].start, tokens[verb].start))
    sender = None if led or not behind or behind[0].start != tokens[verb + 1].start else behind[0]
    sent = [p for p in behind if p is not sender and (p.person is None or p.person.kind in ("person", "office") or p.actor_id is not None)]
    if sent:
        return [replace(p, capacity="attendee") if p.name is not None else p for p in sent]
    envoy = any((m := document.morphs[j]) is not None and m.lemma in _ENVOYS for j in range(verb + 1, doing))
    return [replace(state_of(sender), capacity="attendee")] if envoy and sender is not None and sender.actor_id is not None else []
