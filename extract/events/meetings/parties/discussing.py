"""Who discusses something with whom: «بحث X مع Y العلاقات»."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.spans import is_joined
from extract.arabic.types import Document
from extract.events.arguments import Index, Party, is_listed
from extract.events.clauses.limits import opens_reason, right_limit
from extract.events.meetings.parties.missing_side import AMONG_THEM
from extract.events.meetings.senses import discussing_groups
from extract.events.meetings.triggers import Trigger

_AMONG: Final = 2  # words of «من بينهم»
_PARTNER_REACH: Final = 20  # tokens behind مع in which partners are listed


def around_with(document: Document, index: Index, trigger: Trigger, subject: Party | None) -> list[Party]:
    """The subject of «بحث X مع Y …» and what follows مع, topics in between left out."""
    tokens, i = document.tokens, trigger.token
    end = next((j for j in range(i + 1, min(trigger.last, i + 30)) if tokens[j].norm[0] == "ف" and opens_reason(document, j)), min(trigger.last, i + 30))
    partner = next((j for j in range(i + 1, end) if tokens[j].norm in ("مع", "ونظيره", "ونظيرته")), None)
    if partner is None:
        return [Party(p.start, p.end, p, None) for p in discussing_groups(document, i, trigger.last)]
    if tokens[partner].norm != "مع":  # «بحث X ونظيره Y | مع | Z»
        equal = next((p for p in index.parties(tokens[partner].start, tokens[min(partner + 1, trigger.last - 1)].end, states=False)), None)
        behind = index.token_at(equal.end) if equal is not None else trigger.last
        partner = behind if behind < trigger.last and tokens[behind].norm == "مع" else partner
    between = index.parties(tokens[i].end, tokens[partner].start, states=False)
    before = index.parties(tokens[trigger.left].start, tokens[i].start, states=False)
    if not between and not before:  # «قال X إنه بحث مع Y»
        said = subject is not None and subject.start >= tokens[trigger.first].start
        before = [subject] if said and subject is not None else index.parties(tokens[trigger.first].start, tokens[i].start, states=False)
    limit = min(right_limit(document, partner, trigger.last), partner + _PARTNER_REACH)
    after = index.parties(tokens[partner].start, tokens[limit - 1].end)
    if tokens[partner].norm == "مع" and not any(p.start == tokens[min(partner + 1, limit - 1)].start for p in after):  # «بحث الوزير مع | النقابات | …»
        after = [Party(b.start, b.end, None, replace(b, clitics="و"), via="body") for b in document.bodies if not b.clitics and partner + 1 < limit and b.start == tokens[partner + 1].start] or after
    if after and after[0].person is None and _ends_topic(document, index, partner - 1, i):
        return []  # «يناقش إلغاء الاتفاق النووي مع إيران»
    if not between and (own := _body_as_subject(document, index, i)):
        between = own  # «بحثت حركة طالبان مع …»
    named = [p for p in between if p.person is not None and p.person.name_ar]  # «نائب رئيس الوزراء وزير الخارجية … فلان»
    verb = document.morphs[i]
    pair = [p for p in before if p.person is not None and p.person.kind == "person"][-2:] if verb is not None and verb.number == "d" else []
    if len(pair) == 2 and not named:  # «إن X وY بحثا مع Z»
        return [*pair, *after[:1]]
    mine = named[:1] or [p for p in between if p.start == between[0].start] or before[-1:] or ([subject] if subject is not None else [])
    for p in between:  # «بحث وزراء الخارجية | والأمين العام | مع …»
        if mine and p.start > mine[-1].start and p.person is not None and (is_joined(document, p.start) or p.person.rule == "group_member") and is_listed(document, mine[-1], p):
            mine = [*mine, p]
    partners = after[:1]
    for p in after[1:]:
        if not is_listed(document, partners[-1], p) and not _is_among(document, partners[-1], p):
            break
        partners.append(p)
    return mine + partners if mine and after else []


def _is_among(document: Document, group: Party, party: Party) -> bool:
    """Whether a party is told as one of the group before it: «مع مسؤولين عراقيين، | من بينهم | رئيس الوزراء»."""
    between = document.text[group.end : party.start].replace("،", " ").split()
    return 0 < len(between) <= _AMONG and between[-1] in AMONG_THEM


def _body_as_subject(document: Document, index: Index, verb: int) -> list[Party]:
    """The state or body at once behind the verb, or at once before it."""
    tokens = document.tokens
    behind, before = tokens[verb + 1].start if verb + 1 < len(tokens) else -1, tokens[verb - 1].end if verb else -1
    bodies = [Party(b.start, b.end, None, replace(b, clitics="و"), via="body") for b in document.bodies if not b.clitics and b.start == behind]  # «بحثت وزارة الصحة التونسية مع …»
    return [p for p in index.parties(tokens[max(0, verb - 4)].start, max(behind, tokens[verb].start) + 1) if p.name is not None and (p.start == behind or p.end == before and not p.name.clitics)] or bodies


def _ends_topic(document: Document, index: Index, j: int, verb: int) -> bool:
    """Whether the word before مع belongs to what is discussed: neither to the subject, nor an adverb or a time."""
    token, morph = document.tokens[j], document.morphs[j]
    if j == verb or token.kind != "word" or index.in_person(token.start) or morph is not None and morph.pos not in ("noun", "adj"):
        return False
    if any(n.start <= token.start < n.end and n.kind != "nisba" for n in document.names):
        return False
    return not any(t.start <= token.start < t.end for t in document.times)
