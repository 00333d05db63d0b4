"""What negation, future and modality make of the status of a pledge: «لن تقدم» refused, «ستقدم» pledged, «قد تقدم» considered."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.pledges.action import is_action
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.constructions.decided import is_decided
from extract.events.pledges.frames import Frame

_BY_AGREEMENT: Final = frozenset(("بموجب", "وبموجب", "بمقتضي", "وبمقتضي"))
_TO_AGREEMENT: Final = 4  # tokens from «بموجب» to the verb
_ALLOCATING: Final = frozenset(("تخصيص", "رصد"))
_PROMISES: Final = frozenset(("تعهد", "تعهدا", "تعهدات", "وعد", "وعدا", "وعود", "وعودا", "التزامات"))
_AIMING: Final = frozenset(("استهدف", "أمل", "توقع", "انتظر", "رجا"))  # «يستهدف تعهدات بمليار دولار»
_TO_IF: Final = 6  # tokens from «لو» to the verb, its subject between
_HOPES: Final = frozenset(("امله", "املها", "املهم", "الامل"))
_TO_OBJECT: Final = 4  # tokens from a verb of aiming to its object, its subject between


def status_of(document: Document, frame: Frame, i: int, first: int, morph: object) -> str | None:
    """The status that the frame gives, changed by negation, future, modality; None where the act is a mere wish: «لن تقدم» refused, «ستقدم» pledged."""
    status, tokens = frame["status"], document.tokens
    before = [tokens[k].norm for k in range(max(first, i - 3), i)]
    future = bool(getattr(morph, "future", False)) or "سوف" in before
    if frame["act"] == "noun" and any((m := document.morphs[k]) is not None and m.pos == "verb" and m.lemma in _AIMING for k in range(max(first, i - _TO_OBJECT), i)):
        return "considered"
    imperfect = getattr(morph, "aspect", None) == "i" or document.norms[i] == "توافق"  # written like the past of another verb
    if "لن" in before[-1:] and frame["act"] == "give":
        return "refused"
    if frame["lemma"] == "استبعد" and before[-1:] in (["لم"], ["لا"]):
        return "considered"
    if frame["lemma"] == "افتتح" and (future or imperfect):
        return "pledged"
    if "لو" in {t.norm for t in tokens[max(first, i - _TO_IF) : i]} and frame["act"] == "give":
        return None  # «لو كانت واشنطن قد قدمت أسلحة …»
    if before[-1:] in (["ليس"], ["ليست"], ["غير"]) and frame["pos"] == "form":
        return "refused" if frame["act"] in ("ready", "commissive") else None  # «ليست مستعدة لتقديم …»
    if before and before[-1] in ("لم", "لن", "لا"):
        return "refused" if status in ("pledged", "delivered") and before[-1] == "لن" else None
    if frame["act"] in ("light", "receive") and (future or imperfect):
        agreed = any(n.startswith("بموجب") for n in document.norms[i + 1 : i + 4]) or before[-1:] == ["ان"] and any(t.norm.endswith(("ينص", "تنص", "نص", "نصت", "يقضي", "تضمن", "اتفاق", "اتفاقيه")) for t in tokens[max(first, i - 6) : i])
        return "pledged" if future or agreed else "delivered" if frame["act"] == "receive" and before[-1:] != ["ان"] else None
    if frame["lemma"] == "أعاد":
        return "pledged" if future else None if imperfect else "delivered"
    if frame["act"] == "declarative" and imperfect and not future and before[-1:] in (["ان"], ["بان"], ["قد"], ["لو"], ["كي"]):
        return None  # «من المتوقع أن يوافق الاجتماع على …»
    return _status_of_giving(document, i, first, before, status, future=future, imperfect=imperfect) if frame["act"] == "give" else status


def _status_of_giving(document: Document, i: int, first: int, before: list[str], status: str, *, future: bool, imperfect: bool) -> str | None:
    """The status that tense and what governs it make of a verb of giving: «قد تقدم», «بموجب الاتفاق تقدم», «عن أمله في أن تقدم»."""
    if imperfect and (i + 1 < len(document.tokens) and document.tokens[i + 1].norm.startswith("بموجب") or _BY_AGREEMENT & {t.norm for t in document.tokens[max(first, i - _TO_AGREEMENT) : i]}):
        return "pledged"  # «مذكرة تقدم بموجبها واشنطن …», «بموجب الاتفاق تقدم واشنطن …»
    if set(before) & {"قد", "ربما"} and imperfect or set(before) & {"اذا", "لو"}:
        return "considered"
    if future:
        return "pledged"
    if imperfect and is_decided(document, i, first):
        return "pledged"
    if imperfect and before and (before[-1] in ("ان", "بان", "لان", "كي")):
        near = {document.tokens[k].norm for k in range(max(first, i - 6), i)}
        if near & {"يجب", "ينبغي", "ضروره", "على", "يتعين"}:
            return "called_for"
        if near & _HOPES:
            return "requested"  # «أعرب عن أمله في أن تقدم …»
        return "considered" if near & {"يمكن", "يحتمل", "امكانيه", "المحتمل", "المرجح", "احتمال"} else None
    return status


def settled(document: Document, frame: Frame, start: int, status: str) -> str:
    """The status that what is governed makes of the frame's: «قام بتخصيص مليون دولار» and «حصل على تعهدات بمليون دولار» pledge, «أقر بإرسال مقاتلين» admits."""
    norms = document.norms[start : start + 2]
    words = {stripped(n) for n in norms}
    if frame["lemma"] == "عرض" and norms[0].startswith("ل") and stripped(norms[0]) != norms[0]:
        return "considered"  # «عرض على حلفائه خطة لنشر قوات»: a plan shown promises nothing yet
    if status == "delivered" and (stripped(norms[0]) in _ALLOCATING or frame["act"] == "receive" and words & _PROMISES):
        return "pledged"
    return "delivered" if status == "pledged" and frame["lemma"] == "أقر" and norms[0].startswith("ب") and is_action(norms[0]) else status
