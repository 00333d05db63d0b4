"""Whether a clause tells a meeting as one after another, or on the margins of a gathering."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.arabic.types import Document, Name
from extract.events.clauses.words import AFTER, BEFORE_OR_AFTER, MEETINGS

if TYPE_CHECKING:
    from extract.events.meetings.triggers import Trigger

_NEXT: Final = frozenset(("ثم", "بعدها", "بعديذ", "عقبها", "لاحقا"))
_DURING: Final = frozenset(("خلال", "اثناء", "ضمن"))
_TALKED: Final = frozenset(("اتصال", "مكالمة", "محادثة", "جولة"))
_GATHERINGS: Final = frozenset(("قمه", "اجتماع", "اجتماعات", "اعمال"))
_BESIDES, _ALSO, _ALSO_REACH = ("كما", "وكما", "ثم"), frozenset(("ايضا", "كذلك")), 8  # tokens from a verb to «أيضا», with its subject between
_GOING_ON: Final = frozenset(("كما", "وكما", "ثم", "فيما", "بينما"))
_ORDER: Final = (["قبل", "ان"], ["بعد", "ان"])
_SOME_TIME: Final = (["وقت", "لاحق"], ["وقت", "سابق"], ["بعد", "ذلك"], ["عقب", "ذلك"], ["قبل", "ذلك"])
_FRONTED: Final = 6  # tokens from the beginning of a sentence to its verb behind «وفي وقت لاحق،»
_WAS, _WAS_REACH = frozenset(("كان", "كانت", "وكان", "وكانت")), 14
_OPENING: Final = 3  # tokens from the beginning of a clause to its verb: «عقب ذلك، | عقد»


def follows_another(document: Document, trigger: Trigger) -> bool:
    """Whether a past clause tells by its first words that a meeting was held after the one told before: «عقب ذلك، عقد الوزيران اجتماعا موسعا»."""
    carrier = trigger.carrier
    if carrier is None or trigger.behind or trigger.role != "holds" or trigger.morph.definite:
        return False
    opening = [w.removeprefix("و") for w in document.norms[max(trigger.first, carrier - _OPENING) : carrier]]
    verb = document.morphs[carrier]
    past = verb is not None and verb.aspect == "p"
    return past and (not _NEXT.isdisjoint(opening) or "ذلك" in opening and not AFTER.isdisjoint(opening))


def at_another(document: Document, trigger: Trigger) -> bool:
    """Whether «القمة» only says when another event of its clause was, and whose people that one has: «أجرى الوزير اتصالا مع نظيره قبيل | القمة |», «عقد اجتماعا معه خلال | المؤتمر |»."""
    i, norms = trigger.token, document.norms
    if not trigger.noun or not trigger.morph.definite or trigger.morph.enclitic is not None or trigger.carrier is not None or norms[i - 1] not in BEFORE_OR_AFTER and norms[i - 1] not in _DURING:
        return False
    return any(is_told_first(document, j) for j in range(trigger.left, i - 2))


def is_told_first(document: Document, j: int) -> bool:
    """Whether the noun at ``j`` is an event that a verb brings in as its object, without article: «عقد | اجتماعا |», «أجرى | مباحثات |»; not «خلال اجتماعه»."""
    noun = document.morphs[j]
    if noun is None or noun.pos != "noun" or noun.definite or noun.enclitic is not None:
        return False
    return (noun.lemma in MEETINGS or noun.lemma in _TALKED) and document.norms[j].endswith(("ا", "ات"))


def within_gathering(document: Document, trigger: Trigger) -> Name | None:
    """The body in whose gathering two met, as a verb of meeting tells it: «التقى الرئيس نظيره خلال قمة | مجموعة السبع»."""
    if trigger.noun or not trigger.construction.startswith(("verb_meet", "verb_receive", "verb_discuss")):
        return None
    norms = document.norms
    at = next((j for j in range(trigger.token + 1, min(trigger.right + 3, trigger.last - 1)) if norms[j] in _GATHERINGS and norms[j - 1] in _DURING), None)
    if at is None:
        return None
    start = document.tokens[at + 1].start
    return next((n for n in document.names if n.start == start and n.kind == "organisation"), None)


def adds_another(document: Document, trigger: Trigger) -> bool:
    """Whether the clause tells its meeting as one beside or before those told: «كما التقى …», «واستقبل أيضا …», «قبل أن يلتقي …», «وفي وقت لاحق اجتمع …», «وكان قد التقى …»."""
    verb = trigger.carrier if trigger.noun else trigger.token
    if verb is None or trigger.behind or trigger.noun and (trigger.role != "holds" or trigger.morph.definite or trigger.morph.enclitic is not None):
        return False
    norms, first = document.norms, trigger.first
    before = verb - 1 if verb > first and norms[verb - 1] in ("قد", "سوف") else verb
    if before > first and norms[before - 1] in _BESIDES or norms[max(first, before - 2) : before] in _ORDER:
        return True
    if any(norms[j : j + 2] in _SOME_TIME for j in range(first, min(first + 3, verb))) and verb - first < _FRONTED:
        return True
    comma = next((j for j in range(verb + 1, min(verb + _ALSO_REACH, trigger.last)) if document.tokens[j].text in "،,"), min(verb + _ALSO_REACH, trigger.last))
    if not _ALSO.isdisjoint(norms[verb + 1 : comma]):
        return True
    return norms[verb - 1] == "قد" and verb > first and not _WAS.isdisjoint(norms[max(first, verb - _WAS_REACH) : verb])


def goes_on_in_present(document: Document, trigger: Trigger) -> bool:
    """Whether a clause in the present goes on with the programme told before it: «يبدأ الوزير غدا زيارة …. كما يلتقي نظيره»; not «وكان يلتقي»."""
    verb = trigger.carrier if trigger.noun else trigger.token
    morph = document.morphs[verb] if verb is not None else None
    taken_part = trigger.noun and (trigger.role != "holds" or document.norms[trigger.token - 1] == "في")  # «ويشارك الوزير في اجتماع»
    if verb is None or morph is None or trigger.behind or morph.aspect != "i" or taken_part or not _WAS.isdisjoint(document.norms[max(trigger.first, verb - 3) : verb]):
        return False
    return morph.conjunction == "و" or verb > trigger.first and document.norms[verb - 1] in _GOING_ON


def came_before(document: Document, trigger: Trigger) -> bool:
    """Whether «قبل أن» only tells the order of what was done: «التقى الوزير نظيره في أنقرة | قبل أن يجتمع بالرئيس»."""
    verb = trigger.carrier if trigger.noun else trigger.token
    return verb is not None and not trigger.behind and document.norms[max(trigger.first, verb - 2) : verb] == ["قبل", "ان"]


def is_on_margins(document: Document, trigger: Trigger) -> bool:
    """Whether the event took place on the margins of a gathering: «اجتماعه مع نظيره على هامش القمة»; it is no «القمة» itself."""
    i, norms = trigger.token, document.norms
    return within_gathering(document, trigger) is not None or any(norms[j] == "هامش" and not i - 3 < j < i for j in range(trigger.left, min(trigger.right + 3, trigger.last)))
