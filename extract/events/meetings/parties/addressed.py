"""Who speaks at an event and whom he addresses there: his counterpart, a body that hears him, all to whom he announces something."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.spans import is_joined, token_at
from extract.arabic.types import Document
from extract.events.arguments import Index, Party
from extract.events.meetings.triggers import Trigger

_TO_HIM: Final = frozenset(("أبلغ", "أطلع", "سلم", "أخبر", "أهدى", "صافح", "طمأن", "أحاط", "عانق"))  # what is done to somebody who is there; not «انتقد»
_ANNOUNCES: Final = frozenset(("أعلن", "تعهد", "وعد", "التزم"))


def announcing(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """Who promises or announces at the meeting that the sentence opens with: «وفي نفس المؤتمر أعلنت واشنطن …، وتعهدت الكويت بـ…»."""
    verbs = {document.tokens[j + 1].start for j in range(trigger.token, trigger.last - 1) if (m := document.morphs[j]) is not None and m.pos == "verb" and m.lemma in _ANNOUNCES}
    return [p.told_by("announced") for p in index.parties(document.tokens[trigger.token].end, document.tokens[trigger.last - 1].end) if p.start in verbs]


def speaker_and_addressed(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """The person who speaks to his counterpart in the clause before the event; none where nobody is spoken to."""
    before = index.parties(document.tokens[trigger.left].start, document.tokens[trigger.token].start, states=False)
    speakers = [p for p in before if p.person is not None and p.person.kind == "person"][:1]
    to = addressed(document, before, speakers, trigger)
    return speakers + to if to else []


def speaker_there(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """Who does or says something at an event that a city hosts: the first person named at once behind the verb of the clause: «عرض | الرئيس | خطته في اجتماع شهدته مدينة رام الله»."""
    before = index.parties(document.tokens[trigger.left].start, document.tokens[trigger.token].start, states=False)
    if not before or before[0].person is None or before[0].person.kind != "person":
        return []
    at = index.token_at(before[0].start)
    verb = document.morphs[at - 1] if at > trigger.left else None
    return before[:1] if verb is not None and verb.pos == "verb" else []


def addressed(document: Document, before: list[Party], speakers: list[Party], trigger: Trigger) -> list[Party]:
    """Whom the one speaker speaks to: «دعا الوزير نظيره البريطاني خلال جلسة عمل», «أكد الملك لترامب في اتصال هاتفي», «أطلع | الوزير | الرئيس خلال اجتماع على …»."""
    if len(speakers) != 1:
        return []
    if trigger.construction == "noun_call":
        called = [p for p in before if p.person is not None and p.person.kind == "person" and p.start > speakers[0].start and p.key() != speakers[0].key()]
        return called[:1]
    beside = (p for p in before if p.person is not None and p.person.kind == "person" and p.start > speakers[0].end and p.actor_id != speakers[0].actor_id)
    verb = document.morphs[token_at(document, speakers[0].start) - 1]
    told = [p for p in beside if verb is not None and verb.lemma in _TO_HIM and not document.text[speakers[0].end : p.start].strip() and not is_joined(document, p.start)][:1]
    return told or [p for p in before if p.person is not None and (p.person.role_ar or "").startswith(("نظير", "ونظير")) and p.key() != speakers[0].key()][:1]


def audience(document: Document, trigger: Trigger) -> list[Party]:
    """The body that a speech is given to: «كلمته أمام الجمعية العامة للأمم المتحدة»."""
    tokens = document.tokens
    to = next((j for j in range(trigger.token + 1, trigger.last) if tokens[j].norm in ("امام", "في", "خلال")), trigger.last)
    bodies = [n for n in document.names if (n.kind == "organisation" or n.kind == "metonym" and n.text.startswith("الكونغرس")) and to + 1 < len(tokens) and n.start == tokens[to + 1].start]
    heard = [p for p in document.persons if p.kind == "collective" and p.role == "members" and to + 1 < len(tokens) and p.start == tokens[to + 1].start]  # «أمام | أعضاء مجلس الأمن»
    return [Party(n.start, n.end, None, replace(n, clitics="و")) for n in bodies] + [Party(p.start, p.end, p, None) for p in heard]
