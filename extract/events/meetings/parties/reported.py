"""Which of the persons named before «أنه» it takes up: who says so, not to whom or of whom: «أكد | السفير | للرئيس أنه سيلتقي …»."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import is_joined
from extract.arabic.types import Document
from extract.events.arguments import Index, Party
from extract.events.clauses.subjects import is_governed
from extract.events.meetings.triggers import Trigger

THAT_THEY: Final = frozenset(("انهم", "بانهم", "وانهم"))
THAT_SHE: Final = frozenset(("انها", "بانها", "وانها"))
THAT_HE: Final = frozenset(("انه", "بانه", "وانه")) | THAT_SHE | THAT_THEY
_ADDING: Final = frozenset(("مشيرا", "مضيفا", "موكدا", "موضحا", "لافتا", "مبينا", "معلنا", "كاشفا", "قايلا", "معتبرا", "منوها", "ملمحا", "مشددا", "مجددا"))  # which go with the subject of the main verb
_ADDING_REACH: Final = 4  # tokens from such a word to «أنه»
_GOVERNING: Final = frozenset(("مع", "من", "عن", "الي", "علي", "ضد", "بين", "نحو", "بشان", "حول", "ضمن"))
_QUOTING: Final = frozenset(("نقلا", "نقل", "نقلت", "ونقل", "ونقلت", "وينقل", "مقرب", "قريب", "لسان"))  # behind which who speaks is governed
_CALLING: Final = frozenset(("وصف", "اتهم"))  # somebody something: «وصف الوزير | الرئيس | بأنه بدا مستعدا»
_MEETING: Final = frozenset(("التقى", "استقبل", "قابل", "لقي", "زار", "اتصل"))


def speaker_of(document: Document, index: Index, trigger: Trigger, told: list[Party]) -> Party | None:
    """Who says what «he» does: behind a participle the subject of the main verb, else the last who is no object: «التقى | X | Y، مؤكدا أنه سيزور …», «أبلغ | X | Y أنه سيزور …»; the last of all where every one is governed."""
    if len(told) < 2:
        return told[0] if told else None
    free = [p for k, p in enumerate(told) if not (k and _is_object_of(document, told[k - 1], p)) and not _is_complement(document, index, p) and not _speaks_for(p)]
    if not free:
        return told[-1]
    left = trigger.left
    if document.norms[left - 1].startswith("ب") and any((m := document.morphs[j]) is not None and m.lemma in _CALLING for j in range(trigger.first, left - 1)):
        return told[-1]
    if not _ADDING.isdisjoint(document.norms[max(trigger.first, left - _ADDING_REACH) : left - 1]):
        return next((p for p in free if _is_main_subject(document, index, trigger, p)), free[-1])
    return free[-1]


def _is_object_of(document: Document, before: Party, party: Party) -> bool:
    """Whether a person stands at once behind another, whom he is no part of a list with: «أبلغ X | Y |»."""
    return not document.text[before.end : party.start].strip() and not is_joined(document, party.start)


def _is_complement(document: Document, index: Index, party: Party) -> bool:
    """Whether a preposition governs a person who is not whom somebody quotes: «للرئيس», «عن الزعيم»; not «نقلا عن الوزير»."""
    if is_governed(document, party):
        return True
    at = index.token_at(party.start)
    return at > 0 and document.norms[at - 1] in _GOVERNING and document.norms[max(0, at - 2)] not in _QUOTING


def _speaks_for(party: Party) -> bool:
    """Whether a person only speaks for another."""
    return party.person is not None and "spokes" in (party.person.role or "")


def _is_main_subject(document: Document, index: Index, trigger: Trigger, party: Party) -> bool:
    """Whether a person opens the sentence or stands at once behind a verb that leaves no subject out: «دعا | الوزير | الرئيس فلانا إلى …»."""
    at = index.token_at(party.start)
    if at <= trigger.first + 1:
        return True
    verb, before = document.morphs[at - 1], document.norms[at - 2]
    if verb is None or verb.pos != "verb" or verb.enclitic or before in ("الذي", "التي", "كما", "حيث", "ثم"):
        return False
    return verb.lemma not in _MEETING or at - 1 == trigger.first and verb.conjunction is None
