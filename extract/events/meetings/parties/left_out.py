"""Whether a clause leaves its subject out, so that it may be whom the sentence before tells of, or has one of its own that nothing reads."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.arguments import Index
from extract.events.meetings.triggers import Trigger

_MOVING: Final = ("verb_visit", "verb_arrive")
_INTRANSITIVE: Final = frozenset(("اجتمع",))  # whose partner stands behind مع or بـ, so that what is at once behind them is their subject
_TEAMS: Final = frozenset(("فريق", "وفد", "بعثة", "مجموعة", "لجنة", "عدد", "آلاف", "عشرات", "مئات", "مسؤول", "خبير", "مفتش", "مبعوث", "دبلوماسي", "ممثل", "رجل", "شخص"))
_GROUPS: Final = frozenset(("فريق", "وفد", "بعثة", "لجنة"))
_DUAL: Final = "ا"
_RELATIVES: Final = frozenset(("الذي", "التي"))
_AGAIN: Final = frozenset(("به", "بها", "فيه", "فيها", "خلاله", "خلالها", "معه", "معها", "له", "لها", "عنه", "عنها", "منه", "منها", "اليه", "اليها"))  # pronouns that take up what a relative clause tells of
_THAT_HE: Final = frozenset(("انه", "بانه", "وانه"))
_NOT_DROPPED: Final = frozenset(("noun_call", "noun_meet", "noun_visit", "verb_meet", "verb_visit", "verb_arrive", "verb_receive"))


def has_own_subject(document: Document, index: Index, trigger: Trigger) -> bool:
    """Whether the verb of the clause has a subject of its own: «يزور | فريق من المفتشين | سوريا», «أعرب | مالكولم هونلاين | عن … خلال زيارته», «يجري | حزب العدالة | محادثات»."""
    if trigger.construction not in _NOT_DROPPED or trigger.behind:
        return False
    if _has_team_before(document, trigger):
        return True
    if not trigger.noun:
        return _is_verbs_subject(document, trigger) or _tells_of_thing(document, index, trigger, trigger.token)
    verb = trigger.carrier
    if verb is not None and _tells_of_thing(document, index, trigger, verb):
        return True
    if verb is None:
        opening = document.morphs[trigger.first]
        verb = trigger.first if opening is not None and opening.pos == "verb" else None
    if verb is None or verb + 1 >= trigger.token or (morph := document.morphs[verb]) is None or morph.enclitic or morph.pos != "verb":
        return False
    return is_impersonal(document, trigger) or _is_stranger(document, verb + 1) or not trigger.morph.enclitic and (trigger.carrier is not None or not trigger.morph.definite) and _is_of_state(document, verb) or trigger.role == "holds" and not trigger.morph.enclitic and _is_body(index, document.tokens[verb + 1].start)


def _tells_of_thing(document: Document, index: Index, trigger: Trigger, verb: int) -> bool:
    """Whether a relative clause without a pronoun tells what somebody or something that is no person known did: «العدد الذي | شارك في المؤتمر |»; not «الجولة التي قام بها», «الوزير الذي يزور …»."""
    left, morph = trigger.left, document.morphs[verb]
    if left != verb or left < trigger.first + 2 or document.norms[left - 1] not in _RELATIVES or morph is None or morph.enclitic or not _AGAIN.isdisjoint(document.norms[verb + 1 : trigger.right]):
        return False
    at = left - 3 if document.tokens[left - 2].text in "،," else left - 2
    told = document.morphs[at]
    return told is not None and told.pos == "noun" and (told.lemma not in _TEAMS or document.norms[at] == "العدد") and not index.in_person(document.tokens[at].start)


def _is_of_state(document: Document, verb: int) -> bool:
    """Whether a state that agrees with a woman's verb stands at once behind it: «وخاضت | تركيا | في مدن عدة مفاوضات مع …»; not «غادر روسيا بعد لقاء»."""
    morph, at = document.morphs[verb], document.tokens[verb + 1].start
    return morph is not None and morph.gender == "f" and any(n.start == at and n.kind == "state" and not n.clitics for n in document.names)


def _has_team_before(document: Document, trigger: Trigger) -> bool:
    """Whether «أنه» takes up a group that nothing reads, the subject of a verb before it: «كان على | فريق التفتيش | أن …، إلا أنه عقد لقاءات»."""
    left = trigger.left
    if left <= trigger.first or document.norms[left - 1] not in _THAT_HE:
        return False
    heads = (k for k in range(left - 2, trigger.first, -1) if (m := document.morphs[k]) is not None and m.pos == "noun" and m.lemma in _GROUPS and not m.enclitic)
    return any((verb := document.morphs[k - 1]) is not None and verb.pos == "verb" and not _is_read(document, k) for k in heads)


def is_impersonal(document: Document, trigger: Trigger) -> bool:
    """Whether «أنه» takes up nobody, as a woman's or a group's verb follows: «أكد الوزير أنه | قامت مجموعة من … بزيارة»."""
    verb = document.morphs[trigger.left]
    return trigger.left > trigger.first and document.norms[trigger.left - 1] in _THAT_HE and verb is not None and verb.pos == "verb" and verb.person == "3" and verb.gender == "f"


def _is_verbs_subject(document: Document, trigger: Trigger) -> bool:
    """Whether what stands at once behind a verb of meeting or moving is its subject, though nothing reads who it is: «يجتمع | المجلس | غدا», «التقى | وزيرا خارجية البلدين |»."""
    k = trigger.token + 1
    if k + 1 >= trigger.last or trigger.morph.enclitic or trigger.morph.number != "s" or (morph := document.morphs[k]) is None or morph.pos != "noun" or morph.preposition or morph.conjunction or morph.enclitic or _is_read(document, k):
        return False
    if trigger.construction in _MOVING:
        return not morph.definite and morph.lemma in _TEAMS
    if trigger.morph.lemma in _INTRANSITIVE and (morph.definite or morph.lemma in _TEAMS):
        return True
    following = document.morphs[k + 1]
    return not morph.definite and document.norms[k].endswith(_DUAL) and following is not None and following.pos in ("noun", "pron") and not following.preposition and not following.conjunction


def _is_stranger(document: Document, k: int) -> bool:
    """Whether two words that no table knows, and so a name, stand at ``k``: «أعرب | مالكولم هونلاين | عن …»."""
    return all(document.morphs[j] is None and document.tokens[j].kind == "word" and not _is_read(document, j) and not document.norms[j].startswith("ال") for j in (k, k + 1))


def _is_body(index: Index, start: int) -> bool:
    """Whether a body that no table knows begins at an offset."""
    return any(b.start == start and not b.clitics for b in index.document.bodies)


def _is_read(document: Document, k: int) -> bool:
    """Whether a token stands in a mention, a name or a time."""
    at = document.tokens[k].start
    return any(s.start <= at < s.end for spans in (document.persons, document.names, document.times) for s in spans)  # type: ignore[attr-defined]
