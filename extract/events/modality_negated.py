"""Signs that an event does not take place: called off, put off, denied, refused."""

from __future__ import annotations

from extract.events.modality_clause import Clause, in_person, is_direct

_DENIAL = 14  # tokens from «نفى» to the event that it denies: «نفى … وجود خطط لعقد اجتماع»
_REFUSAL = 12  # tokens from a verb of refusing to what it refuses
_CALLING_OFF = 6  # tokens from a verb of calling off to the event
_BEHIND = 14  # tokens from an event to a verb that calls it off
_NOT = ("لن", "لم", "لا", "ولن", "ولم", "ولا")


def will_be_called_off(c: Clause) -> bool:
    """«ستلغي القمة إذا …»: so far it stands."""
    return is_called_off(c) and c.governor is not None and c.governor.future


def is_called_off(c: Clause) -> bool:
    """«ألغى الوزير لقاءه»."""
    return c.governed_by("cancelled_lemma") and c.verb not in c.hopes


def is_refused(c: Clause) -> bool:
    """«رفض الرئيس لقاء نظيره»."""
    return c.governed_by("refused_lemma")


def has_none(c: Clause) -> bool:
    """«ليس لديها أي مفاوضات مع …»."""
    return c.before(c.trigger) == "اي" and c.is_near("not_there")


def is_denied(c: Clause) -> bool:
    """«نفى الناطق عقد لقاء»."""
    return any(lemma == "نفى" and c.trigger - i <= _DENIAL for i, lemma in c.verbs)


def is_threatened(c: Clause) -> bool:
    """«هددت بإلغاء القمة»: so far it stands."""
    threat = any(lemma in c.listed["threat_lemma"] for _, lemma in c.verbs) or any(w.startswith("تهديد") for w in c.words)
    return threat and c.is_near("cancelled")


def was_called_off(c: Clause) -> bool:
    """«إلغاء القمة», «أرجأت الحكومة زيارة الوزير»."""
    return c.is_near("cancelled") or any(lemma in c.listed["cancelled_lemma"] and c.trigger - i <= _CALLING_OFF and i not in c.hopes for i, lemma in c.verbs)


def is_prevented(c: Clause) -> bool:
    """«منعت الشرطة الوزير من زيارة القدس»."""
    return c.before(c.trigger) == "من" and (any(lemma == "منع" for _, lemma in c.verbs) or "بمنع" in c.words)


def was_refused(c: Clause) -> bool:
    """«رفض الوزير عقد لقاء», «رفضها لقاء الرئيس»."""
    direct = any(lemma in c.listed["refused_lemma"] and c.trigger - i <= _REFUSAL and is_direct(c.document, c.listed, i, c.trigger) for i, lemma in c.verbs)
    return direct or any(w in c.listed["refused"] for w in c.words[-3:])


def is_out_of_question(c: Clause) -> bool:
    """«اللقاء بينهما غير وارد»."""
    return any(c.norm(i) in ("وارد", "وارده") and c.norm(i - 1) == "غير" for i in c.after(16))


def is_off_behind(c: Clause) -> bool:
    """«زيارة الوزير أُجلت», unless a new day is told: «… أُجلت وستجري»."""
    morphs = c.document.morphs
    resumed = any((m := morphs[i]) is not None and m.future and not in_person(c.document, i) for i in c.after(_BEHIND))
    return not resumed and any(c.norm(i) in c.listed["called_off"] for i in c.after(_BEHIND))


def will_not(c: Clause) -> bool:
    """«لن يلتقي»."""
    return c.before(c.head) in _NOT and c.before(c.head).endswith("لن")


def did_not(c: Clause) -> bool:
    """«لم يعقد الاجتماع»."""
    return c.before(c.head) in _NOT
