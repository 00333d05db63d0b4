"""Signs of the clause that describes an event, with a pronoun or without: «لقاء كان مقررا», «القمة التي لم تعقد», «زيارة يعتزم القيام بها», «القمة إن عقدت»."""

from __future__ import annotations

from typing import Final

from extract.events.clauses.words import COMMAS
from extract.events.modality.agreement import FULL_STOPS, relative_of
from extract.events.modality.clause import Clause, in_person

_REACH: Final = 22  # tokens from an event to the verb that describes it, with who takes part between
_WAS: Final = ("كان", "كانت")
_SET: Final = ("مقرر", "مفترض", "متوقع", "منتظر", "مزمع", "مرتقب")
_DUE: Final = frozenset(("يفترض", "يتوقع", "ينتظر", "يرتقب", "سيعقد", "ستعقد", "سيجمع", "ستجمع", "سيجري", "ستجري", "سيقوم", "ستقوم"))
_NOT_DONE: Final = ("لم", "ولم")
_BUT: Final = frozenset(("وانما", "انما", "بل", "فحسب", "فقط", "الا"))
_MAY: Final = ("قد", "ربما")
_CAN: Final = frozenset(("يمكن", "الممكن", "المحتمل"))
_IF: Final = frozenset(("ان", "اذا", "لو"))
_DATE: Final = ("موعد", "مكان", "تاريخ", "توقيت")
_TO_DO_REACH: Final = 9  # tokens from a verb of intending to what is intended: «يعتزم الوزير | القيام بها»
_BACK: Final = ("به", "بها", "لها", "له", "فيها", "فيه", "اليها", "اليه")


def was_set(c: Clause) -> bool:
    """«لقاء كان من المقرر أن يعقد», «زيارة كانت مقررة», «لقاء كان سيجمعهما»: whether it took place is not told."""
    v = _describing(c)
    if v is None or c.norm(v).removeprefix("و") not in _WAS:
        return False
    behind = [c.norm(i) for i in range(v + 1, min(v + 4, c.last))]
    return any(w.removeprefix("ال").startswith(_SET) or w in _DUE for w in behind)


def has_not_come_about(c: Clause) -> bool:
    """«اللقاء الذي لم يعقد», «زيارة لم تتم»; not «القمة التي لم تعقد بعد», which may yet be, nor «زيارة لم تتم بقراره بل بضغط»."""
    v = _describing(c)
    return v is not None and _is_not_done(c, v) and "بعد" not in (c.norm(v + 1), c.norm(v + 2)) and not any(c.norm(i) in _BUT for i in range(v + 1, v + _REACH))


def is_yet_to_come_about(c: Clause) -> bool:
    """«القمة التي لم تعقد بعد», «لقاء بينهما لم يحدد موعده»."""
    v = _describing(c)
    if v is None or c.before(v) not in _NOT_DONE:
        return False
    return _is_not_done(c, v) and "بعد" in (c.norm(v + 1), c.norm(v + 2)) or any(c.norm(i).startswith(_DATE) for i in (v + 1, v + 2)) and _lemma(c, v) in ("حدد", "تحدد", "أعلن", "اتضح")


def may_come_about(c: Clause) -> bool:
    """«لقاء قد يجمعهما», «قمة يمكن أن تعقد في روما», «اجتماع يدعو إليه الوزير», «القمة إن عقدت»."""
    v = _describing(c)
    if v is None:
        return False
    if c.before(v) in _MAY:
        return _lemma(c, v) in c.listed["coming_about_lemma"] and _aspect(c, v) == "i"
    if c.norm(v) in _CAN:
        return c.norm(v + 1) == "ان" and _lemma(c, v + 2) in c.listed["coming_about_lemma"]
    if c.before(v) in _IF and c.trigger < v - 1:
        return _lemma(c, v) in c.listed["coming_about_lemma"] and _aspect(c, v) == "p"
    wished = _lemma(c, v) in c.listed["proposed_lemma"] or _lemma(c, v) in c.listed["sought_lemma"]
    return wished and _aspect(c, v) == "i" and _lemma(c, v) not in ("وافق", "نظر", "درس") and _refers_back(c, v)


def is_intended_to(c: Clause) -> bool:
    """«زيارة يعتزم الوزير القيام بها», «القمة التي تنوي أنقرة عقدها»."""
    v = _describing(c)
    return v is not None and _lemma(c, v) in c.listed["planned_lemma"] and _aspect(c, v) == "i" and c.before(v) not in ("لا", "لم") and _refers_back(c, v)


def _describing(c: Clause) -> int | None:
    """The verb of the clause that describes the event: its relative clause, or the first verb behind the noun and who takes part, without a stop between."""
    if c.noun is None or c.noun.pos != "noun" or c.governor is not None and c.head > c.trigger and not _is_light(c):
        return None
    at = relative_of(c.document, c.trigger)
    for i in range((at if at is not None else c.trigger) + 1, min(c.trigger + _REACH, c.last)):
        token = c.document.tokens[i]
        if token.text in FULL_STOPS or token.text in COMMAS and at is None and not (c.norm(i + 1) in _IF and _lemma(c, i + 2) in c.listed["coming_about_lemma"]):
            return None
        morph = c.document.morphs[i]
        if c.norm(i) in _CAN and c.norm(i + 1) == "ان" or token.text in _WAS or morph is not None and morph.pos == "verb" and not in_person(c.document, i):
            return i if morph is None or morph.pos != "verb" or morph.conjunction is None else None
    return None


def _is_light(c: Clause) -> bool:
    """Whether the verb behind the event that carries it may itself be denied or set: «اللقاء الذي لم يعقد»."""
    return c.governor is not None and c.governor.lemma in c.listed["coming_about_lemma"]


def _is_not_done(c: Clause, v: int) -> bool:
    return c.before(v) in _NOT_DONE and _lemma(c, v) in c.listed["coming_about_lemma"]


def _lemma(c: Clause, i: int) -> str:
    morph = c.document.morphs[i] if i < c.last else None
    return morph.lemma if morph is not None else ""


def _aspect(c: Clause, i: int) -> str | None:
    morph = c.document.morphs[i]
    return morph.aspect if morph is not None else None


def _refers_back(c: Clause, v: int) -> bool:
    """Whether what the verb at ``v`` is about is the event: «| يعتزم الوزير القيام بها», «| تسعى إلى عقدها»."""
    for i in range(v, min(v + _TO_DO_REACH, c.last)):
        if c.document.tokens[i].text in FULL_STOPS or c.document.tokens[i].text in COMMAS:
            return False
        morph = c.document.morphs[i]
        if c.norm(i) in _BACK or morph is not None and (morph.enclitic or "").startswith(("3fs", "3ms")) and not in_person(c.document, i) and (i == v or morph.lemma in c.listed["holding_lemma"]):
            return True
    return False
