"""Bodies that no table knows as sides of a meeting, where the syntax makes them one: «التقى الوزير نقابات التعليم», «محادثات مع الفصائل المسلحة»."""

from __future__ import annotations

from dataclasses import replace

from extract.arabic.types import Document, Name
from extract.events.arguments import Index, Party
from extract.events.meeting_triggers import Trigger

_JOINTS = frozenset(("مع", "بين", "وبين"))
_BY_B = frozenset(("لقاء", "اجتماع", "التقى", "اجتمع", "جمع"))  # whose partner stands behind «بـ»: «التقى بجمعية …»
_ACTIVE = frozenset((None, "holds", "refuses", "cancels", "agrees"))  # roles of a verb whose subject meets
_SOME = frozenset(("عددا", "عدد", "جمعا", "مجموعه", "لفيفا", "بعض", "كبار"))  # «عددا من شيوخ العشائر»
_PARTNER_REACH = 10  # tokens from the event to a partner behind «بـ»


def sides(document: Document, index: Index, trigger: Trigger, parties: list[Party]) -> list[Party]:
    """The bodies that are the subject, the genitive or the partner of the event, and those joined to a party by و."""
    if trigger.role == "travels" or not trigger.construction.endswith(("_meet", "_receive", "_discuss", "_sign", "_call")):
        return []
    tokens = document.tokens
    low, high = tokens[trigger.left].start, tokens[trigger.right - 1].end
    ends = {p.end for p in parties if p.start > tokens[trigger.token].start or trigger.role == "says"}  # «توصلت الحكومة ونقابة المعلمين، خلال اجتماع، …»
    out: list[Party] = []
    for body in index.bodies:
        if body.start < low or body.end > high or any(p.start <= body.start < p.end for p in parties):
            continue
        k = index.token_at(body.start - len(body.clitics))
        joined = body.clitics == "و" and bool({tokens[k - 1].end, tokens[k - 2].end if tokens[k - 1].text in "،," else -1} & ends)
        if joined or trigger.role != "says" and (_is_side(document, trigger, body, k) or _is_object(document, trigger, body, k, parties)):
            out.append(Party(body.start, body.end, None, replace(body, clitics="و"), via="body"))
            ends.add(body.end)
    return out


def _is_side(document: Document, trigger: Trigger, body: Name, k: int) -> bool:
    """Whether a body that begins at token ``k`` stands behind مع or بين, behind the «بـ» of meeting, beside its verb or as the event's genitive."""
    tokens, i = document.tokens, trigger.token
    if k > trigger.left and tokens[k - 1].norm in _JOINTS and not body.clitics:
        return True
    if body.clitics == "ب":
        return i < k <= i + _PARTNER_REACH and trigger.morph.lemma in _BY_B
    if body.clitics:
        return False
    if trigger.noun and k == i + 1:
        return not trigger.morph.definite and trigger.morph.enclitic is None
    verb = trigger.carrier if trigger.noun else i
    if verb is None or trigger.behind or trigger.role not in _ACTIVE:
        return False
    return k == verb + 1 or verb > trigger.left and body.end == tokens[verb - 1].end


def _is_object(document: Document, trigger: Trigger, body: Name, k: int, parties: list[Party]) -> bool:
    """Whether the body at token ``k`` is met or received: at once behind the person who does so: «التقى الرئيس فلان | أعيان مصراتة», «| عددا من شيوخ العشائر»."""
    tokens, i = document.tokens, trigger.token
    if trigger.noun or body.clitics or trigger.construction not in ("verb_meet", "verb_receive") or trigger.role not in _ACTIVE:
        return False
    if tokens[k - 1].norm == "من" and tokens[k - 2].norm in _SOME:
        k -= 2
    return any(p.person is not None and tokens[i].start < p.start and p.end == tokens[k - 1].end for p in parties)
