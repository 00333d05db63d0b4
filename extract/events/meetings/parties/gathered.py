"""Whom an event brings together where they stand behind its relative clause, who witnesses it, and who hosts an event of his own."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.spans import is_joined
from extract.arabic.types import Document
from extract.events.arguments import Index, Party, is_listed, joined
from extract.events.clauses.limits import right_limit
from extract.events.meetings.attendance import is_partakers
from extract.events.meetings.triggers import Trigger

_TO_RELATIVE, _TO_GATHERING = 5, 7  # tokens from an event over its adjectives to «التي», from there over «كان من المقرر أن» to its verb
_ASIDE_REACH: Final = 16  # tokens of a relative clause between commas
_GATHERS: Final = frozenset(("جمع", "ضم"))


def gathered_behind(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """Who is listed behind the relative clause of an event that brings them together: «تجمع القمة التي تستضيفها سوتشي | رؤساء …», «من بين المشاركين في القمة التي تبدأ غدا | الرئيس …»."""
    i, carrier = trigger.token, trigger.carrier
    assert carrier is not None
    before = document.morphs[i - 1] if i > trigger.first else None
    gathers = before is not None and before.pos == "verb" and before.lemma in _GATHERS and trigger.morph.definite
    if not gathers and not any(is_partakers(document, j) for j in range(max(trigger.first, i - 3), i)):
        return []
    return index.parties(document.tokens[carrier].end, document.tokens[trigger.right - 1].end, states=False)


def behind_aside(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """Who is listed behind a relative clause between commas: «يجمع المؤتمر، الذي يستمر يومين، | وزراء خارجية الاتحاد»."""
    i, tokens = trigger.token, document.tokens
    if trigger.carrier != i - 1 or i + 2 >= trigger.last or tokens[i + 1].text not in "،," or tokens[i + 2].norm not in ("الذي", "التي"):
        return []
    comma = next((j for j in range(i + 3, min(i + _ASIDE_REACH, trigger.last - 1)) if tokens[j].text in "،,"), None)
    return index.parties(tokens[comma].end, tokens[right_limit(document, comma, trigger.last) - 1].end, states=False) if comma is not None else []


def gathered_with_him(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """Whom a relative clause of the event brings together with who was named before it: «ألغى | الرئيس | القمة التي كان من المقرر أن تجمعه | بنظيره فلان |»; [] where the clause is another's or names nobody."""
    i = trigger.token
    if not trigger.noun or trigger.behind or not trigger.morph.definite:
        return []
    relative = next((j for j in range(i + 1, min(i + _TO_RELATIVE, trigger.last)) if document.norms[j] in ("الذي", "التي")), None)
    verb = next((j for j in range(relative + 1, min(relative + _TO_GATHERING, trigger.last)) if (m := document.morphs[j]) is not None and m.lemma in _GATHERS and m.enclitic in ("3ms", "3fs")), None) if relative is not None else None
    if verb is None or verb + 1 >= trigger.last:
        return []
    before = index.parties(document.tokens[trigger.first].start, document.tokens[i].start, states=False)
    behind = [p for p in index.parties(document.tokens[verb].end, document.tokens[trigger.last - 1].end) if index.token_at(p.start) in (verb + 1, verb + 2)]
    partner = document.norms[verb + 1] == "مع" or document.norms[verb + 1].startswith("ب")
    return [p.told_by("dual") for p in (before[-1], behind[0])] if before and behind and partner else []


def resumed(document: Document, index: Index, trigger: Trigger, parties: list[Party]) -> list[Party]:
    """Who is joined to a partner behind the relative clause on him: «اجتماع مع الوزير الألماني الذي يواجه ضغوطا، | ونظيره النمساوي»; not who does something else."""
    i, tokens = trigger.right, document.tokens
    if not trigger.noun or i >= trigger.last or tokens[i].norm not in ("الذي", "التي") or i <= trigger.token + 1:
        return []
    end = tokens[i - 2 if tokens[i - 1].text in "،," else i - 1].end
    if not any(p.end == end and p.person is not None for p in parties):
        return []
    comma = next((j for j in range(i + 1, min(i + _ASIDE_REACH, trigger.last - 1)) if tokens[j].text in "،,"), None)
    if comma is None:
        return []
    out: list[Party] = []
    for p in index.parties(tokens[comma].end, tokens[right_limit(document, comma, trigger.last) - 1].end, states=False):
        behind = index.token_at(p.end)
        verb = document.morphs[behind] if behind < trigger.last else None
        own = p.person is not None and (p.start == tokens[comma + 1].start and is_joined(document, p.start) or bool(out) and is_listed(document, out[-1], p))
        if not own or verb is not None and verb.pos == "verb":
            break
        out.append(p)
    return out


def hosting(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """The person who hosts an event of his own with others: «استضاف الرئيس في كامب ديفيد قمة مع رئيس الوزراء»; not who hosts one of two others."""
    tokens, carrier = document.tokens, trigger.carrier
    witness = document.morphs[carrier] if carrier is not None else None
    if carrier is not None and witness is not None and witness.lemma == "شهد" and not trigger.behind:  # «شهد الرئيس ونظيره مراسم توقيع …»
        seen_by = index.parties(tokens[carrier].end, tokens[trigger.token].start, states=False)
        return joined(document, seen_by) if seen_by and seen_by[0].start == tokens[carrier + 1].start else []
    if trigger.role != "hosts" or trigger.behind or carrier is None or trigger.token + 1 >= trigger.last or tokens[trigger.token + 1].norm != "مع":
        return []
    return [replace(p, capacity="host") for p in index.parties(tokens[carrier].end, tokens[trigger.token].start, states=False) if p.start == tokens[carrier + 1].start]
