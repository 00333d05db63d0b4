"""Signs that an event is settled and so to come: agreed to, decided, accepted, intended, announced: «وافق على لقاء نظيره», «قررت الحكومتان إجراء محادثات»."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import mention_at
from extract.arabic.types import Document
from extract.events.modality.clause import Clause, in_person, is_direct
from extract.events.modality.governed import OUTCOMES, relative_invitation

_DECISIONS: Final = ("اعلان", "قرار", "قراره", "قرارها", "قرارهم", "القرار")
_TAKING_PART: Final = ("مشارك", "حضور", "عقد", "استضاف", "تنظيم")
_RESOLVED: Final = 9  # tokens from a decision to the event, with who takes part between
_COUNTED: Final = ("اول", "ثاني", "ثالث")
_ACCEPTANCE, _TAKING, _NOT = ("قبوله", "قبولها", "قبول", "تلبيه", "تلبيته"), 5, ("لم", "لن", "لا", "ولم", "ولن", "عدم")
_OWN_VERB: Final = 20  # tokens from an event to a verb of its own
_INVITED: Final = 12  # tokens from «قبل» to the invitation that is taken


def is_agreed_to(c: Clause) -> bool:
    """«وافق على زيارة موسكو», «وافق أمس على لقاء نظيره»: that day is of the agreeing; not «وافق على توصيات المؤتمر»."""
    own = c.time is not None and c.time.start > c.document.tokens[c.trigger].start
    return c.governor is not None and c.governor.lemma == "وافق" and c.verb != c.trigger and c.before(c.trigger) not in OUTCOMES and not (c.over and (own or c.present()))


def is_decided(c: Clause) -> bool:
    """«تقرر عقد اجتماع الخميس», «قررت الحكومتان إجراء محادثات»: what is decided is to come."""
    if c.before(c.trigger) not in c.listed["holding"] or c.past or c.over:
        return False
    verb = c.verbs[-1][0] if c.verbs else None
    return verb is not None and c.verbs[-1][1] in c.listed["decided_lemma"] and is_direct(c.document, c.listed, verb, c.trigger)


def is_consented_to(c: Clause) -> bool:
    """«الاتفاق على الاجتماع مع …», «موافقته على لقاء نظيره»."""
    return c.before(c.trigger) == "علي" and c.before(c.trigger - 1) in c.listed["consent"] and not c.past and not c.over


def is_resolved(c: Clause) -> bool:
    """«قراره المشاركة في القمة», «قرار عقد المؤتمر»."""
    words = c.words[-_RESOLVED:]
    at = next((k for k in range(len(words) - 1, -1, -1) if words[k] in _DECISIONS or words[k][:1] in ("ب", "ل") and words[k][1:] in _DECISIONS), None)
    if at is None or c.past or c.over:
        return False
    return any(w.removeprefix("ب").removeprefix("ال").startswith(_TAKING_PART) for w in words[at + 1 : at + 2])


def is_intended(c: Clause) -> bool:
    """«نيته عقد قمة», «عزم الوزيرين إجراء محادثات», «اعتزامه لقاء نظيره»."""
    if c.before(c.trigger) in c.listed["intent"] and not c.over:
        return True
    return c.before(c.trigger) in c.listed["holding"] and any(w in c.listed["intent"] for w in c.words)


def is_announced(c: Clause) -> bool:
    """«الإعلان عن اللقاء التاريخي بين …»."""
    told = c.before(c.trigger) == "عن" and c.before(c.trigger - 1).removeprefix("ب").removeprefix("ال").startswith("اعل")
    return (told or _announces(c)) and not c.over and (not c.past or c.head < c.trigger and c.governor is not None and c.governor.lemma == "أعلن")


def _announces(c: Clause) -> bool:
    """Whether the event, or the holding of it, is what a verb announces, and no verb of its own tells that it was: «أعلنت الحكومة عقد لقاء», «أعلنت عن لقاء يوم الخميس»; not «أعلن عن لقاء جمعهما»."""
    verb, lemma = c.verbs[-1] if c.verbs else (c.trigger, "")
    if lemma != "أعلن" or c.before(verb) in _NOT:
        return False
    about = c.before(c.trigger) == "عن"
    if not about and (c.before(c.trigger) not in c.listed["holding"] or c.norm(c.trigger - 2) in ("عن", "علي")):
        return False
    begin = c.trigger - 1
    own = next((m for i in c.after(_OWN_VERB) if (m := c.document.morphs[i]) is not None and m.pos == "verb" and not in_person(c.document, i)), None)
    return is_direct(c.document, c.listed, verb, begin) and (own is None or own.aspect != "p" or own.conjunction is not None)


def is_accepted(c: Clause) -> bool:
    """«قبل الرئيس دعوة للقاء نظيره», «قبوله دعوة إلى قمة», «قبل الدعوة التي وجهها نظيره لزيارة أنقرة»."""
    invitation = relative_invitation(c)
    if invitation is not None and not c.aside:
        opening = range(max(invitation - _INVITED, 0), invitation)
        return any(c.document.norms[i] in c.listed["accepting"] or c.document.norms[i] == "قبل" and _is_taken(c, i) for i in opening)
    taken = [i for i, w in enumerate(c.words) if w in c.listed["accepting"] or w == "قبل" and _is_taken(c, c.trigger - len(c.words) + i)]
    return bool(taken) and any(w in c.listed["invitation"] for w in c.words[taken[0] + 1 :])


def holding_is_told(c: Clause) -> bool:
    """«أعلن عن عقد قمة», «اتفقا على عقد لقاء»."""
    masdar = _masdar(c)
    if masdar is None:
        return False
    agreed = c.before(masdar) == "علي" and not (c.time is not None and "ماضي" in c.time.text)
    return agreed or c.before(masdar) == "عن" and not c.over


def takes_invitation(document: Document, i: int) -> bool:
    """Whether the invitation at token ``i``, told before, is accepted: «وقبل الرئيس | الدعوة |», «أكد قبوله | الدعوة |»; not «قبل الدعوة لزيارته», «لم يقبل الدعوة»."""
    if document.norms[i] != "الدعوه":
        return False
    for j in range(i - 1, max(i - _TAKING, -1), -1):
        if document.tokens[j].text in "،,.":
            return False
        morph = document.morphs[j]
        word = document.norms[j].removeprefix("و").removeprefix("ب")
        by_somebody = word == "قبل" and mention_at(document, document.tokens[j + 1].start) is not None
        if word in _ACCEPTANCE or by_somebody or morph is not None and morph.pos == "verb" and morph.lemma in ("قبل", "لبى"):
            return j == 0 or document.norms[j - 1] not in _NOT and document.norms[j - 1] != "رفض"
    return False


def _masdar(c: Clause) -> int | None:
    """The noun of holding before the event: «عقد لقاء», «عقد أول قمة»."""
    i = c.trigger - 2 if c.before(c.trigger) in _COUNTED else c.trigger - 1
    morph = c.document.morphs[i] if i >= c.first and c.norm(i) in c.listed["holding"] else None
    return i if morph is not None and morph.pos == "noun" else None


def _is_taken(c: Clause, i: int) -> bool:
    """Whether «قبل» at token ``i`` is «he accepted» and no «before»: a verb, or the name of who accepts behind it."""
    morph, behind = c.document.morphs[i], c.document.tokens[i + 1].start
    return morph is not None and morph.pos == "verb" or mention_at(c.document, behind) is not None
