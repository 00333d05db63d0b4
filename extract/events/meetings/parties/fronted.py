"""Who takes part in an event that opens its sentence and is named behind it, as the subject of its verb: «وخلال اجتماع في برلين، أكدت الوزيرة ونظيرها …»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.arguments import Index, Party, is_listed, joined
from extract.events.meetings.event import TALKS
from extract.events.meetings.triggers import Trigger

_ADJUNCTS: Final = frozenset(("في", "خلال", "عقب", "بعد", "قبل", "قبيل", "بعيد", "لدي", "عند", "اثر", "اثناء", "عشيه", "غداه", "فور", "علي"))  # what opens a sentence before its verb
_BEHIND: Final = frozenset(("بعد", "عقب", "اثر", "خلال"))
_RESULTS: Final = frozenset(("توصل", "اتفق", "أعلن", "وقع", "قرر", "وافق", "تبادل", "أصدر", "تعهد", "أبرم"))  # what two do at the end of talks
_OFFICES: Final = frozenset(("وزير", "رئيس", "زعيم", "قائد", "مبعوث", "سفير", "مستشار", "نائب"))
_TITLE_REACH: Final = 5  # tokens from a title of two to the first name


def named_behind(document: Document, index: Index, trigger: Trigger) -> Party | None:
    """Whom a sentence names behind what it opens with: «وفي حديثه أمام …، أعلن | وزير الخارجية | …», «وفي تصريح أدلى به عقب لقائه …، قال | السفير»."""
    tokens, i = document.tokens, trigger.token
    if not opens_sentence(document, trigger) and document.norms[trigger.first].removeprefix("و") not in _ADJUNCTS:
        return None
    for p in index.parties(tokens[i].end, tokens[trigger.last - 1].end, states=False):
        at = _begin_of_title(document, index.token_at(p.start))
        verb = document.morphs[at - 1]
        if verb is not None and verb.pos == "verb" and (i - trigger.first <= 3 and p.person is not None and (p.person.kind != "office" or trigger.construction == "noun_visit") or tokens[at - 2].text in "،,"):
            return p
    return None


def _begin_of_title(document: Document, at: int) -> int:
    """The token of the title of two before the first one's name: «أعلن | وزيرا الخارجية القطري | فلان والعماني فلان»; else ``at``."""
    for j in range(at - 2, max(0, at - _TITLE_REACH), -1):
        morph = document.morphs[j]
        if morph is not None and morph.pos == "verb":
            return at
        if morph is not None and morph.lemma in _OFFICES and document.norms[j].endswith("ا"):
            return j
    return at


def opens_sentence(document: Document, trigger: Trigger) -> bool:
    """Whether the event opens its sentence, with at most a day before its preposition: «وأمس السبت، وخلال | اجتماع | في بون، أكدت …»."""
    j = trigger.token - 1
    if j + 1 - trigger.first <= 3:
        return True
    while j > trigger.first and (document.tokens[j - 1].text in "،," or any(t.start <= document.tokens[j - 1].start < t.end for t in document.times)):
        j -= 1
    return j == trigger.first


def states_behind(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """The two states or more that did together what talks with nobody's name led to: «بعد مفاوضات في إسطنبول، | توصلت باكستان وأفغانستان | إلى هدنة»; [] where one did or the talks are no adjunct."""
    tokens, i = document.tokens, trigger.token
    if not trigger.noun or trigger.morph.definite and document.norms[i - 1] != "من" or trigger.morph.enclitic or trigger.morph.lemma not in TALKS or document.norms[trigger.first].removeprefix("و") not in _BEHIND:
        return []
    comma = next((j for j in range(i + 1, trigger.last - 2) if tokens[j].text in "،,"), None)
    verb = document.morphs[comma + 1] if comma is not None else None
    if comma is None or verb is None or verb.pos != "verb" or verb.lemma not in _RESULTS:
        return []
    behind = [p for p in index.parties(tokens[comma + 1].end, tokens[trigger.last - 1].end) if p.name is not None]
    if not behind or behind[0].start != tokens[comma + 2].start:
        return []
    sides = behind[:1]
    for p in behind[1:]:
        if not is_listed(document, sides[-1], p):
            break
        sides.append(p)
    return sides if len({p.actor_id for p in sides}) > 1 else []


def both_behind(document: Document, index: Index, trigger: Trigger, owner: Party | None) -> list[Party]:
    """The two or more who speak behind an event of theirs: «وخلال اجتماعهما في برلين، اتفق المستشار والرئيس على …», «وخلال اجتماع في برلين، أكدت الوزيرة ونظيرها …»; [] where the owner is one."""
    suffix = trigger.morph.enclitic or ""
    bare = not suffix and not trigger.morph.definite and trigger.construction == "noun_meet"
    if owner is None or not bare and not suffix.startswith(("3d", "3mp", "3md", "3fd")) or owner.start < document.tokens[trigger.token].start:
        return []
    behind = index.parties(owner.start, document.tokens[trigger.last - 1].end, states=False)
    both = [p for p in behind if p.start == owner.start]  # «أعلن رئيسا صربيا والمجر»
    both = both if len(both) > 1 else joined(document, behind)
    return both if len(both) > 1 and (not bare or len({p.actor_id for p in both}) > 1) else []
