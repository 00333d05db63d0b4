"""Signs that an event is what somebody comes, applies or strives for: «وصل لبدء المفاوضات», «جاهز لاستضافة القمة», «يزور الهند للقاء …»."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from extract.events.modality.clause import QUOTES, Clause, in_person, is_past

_CARRIED: Final = 30  # tokens from a plane to what its passengers come for
_APPLYING: Final = ("طلبات", "تسجيل", "ترشيحات", "ترشح")
_HOSTING: Final = ("لاستضافه", "لاحتضان")
_CHOSEN: Final = ("اختيار", "اختيرت", "اختير", "ترشيح")
_PRESSING: Final = frozenset(("ضغط", "سعى", "عمل", "تطلع", "طمح", "هدف", "حاول", "أمل"))
_AIM: Final = 9  # tokens between an aim and the event at which it is to be reached
_EDITIONS: Final = ("نسخه", "النسخه", "الدوره", "دوره", "الطبعه")
_EDITION_REACH: Final = 5  # tokens from «نسخة 2023 من» to the event
_DURING: Final = ("خلال", "هامش", "اثناء")
_AIMING: Final = ("اجل", "بهدف", "بغيه")
_WAS: Final = ("كان", "كانت", "وكان", "وكانت")
_ON: Final = ("لدي", "عند", "بعد", "عقب", "فور", "منذ", "خلال", "قبل")


def may_succeed(c: Clause) -> bool:
    """«متفائل إزاء فرص نجاح أول لقاء بين الرئيسين», «سعيا إلى إنجاح القمة»; «أشاد بنجاح القمة» looks back."""
    words = [w for w in c.words[-5:] if w not in c.listed["opening"] and w not in QUOTES]
    if c.past or c.over or not words:
        return False
    return words[-1].removeprefix("ل") == "انجاح" or words[-1] == "نجاح" and words[-2:-1] != [] and words[-2] in c.listed["chance"]


def to_host(c: Clause) -> bool:
    """«كل شيء جاهز لاستضافة القمة», «اختيرت المدينة لاحتضان المؤتمر», «… لاحتضان الدورة العاشرة من المؤتمر»; who is thanked for it has held it."""
    edition = c.before(c.trigger) == "من" and any(c.norm(i) in _EDITIONS and c.norm(i - 1) in _HOSTING for i in range(c.trigger - _EDITION_REACH, c.trigger))
    return (c.before(c.trigger) in _HOSTING or edition) and (not c.past or any(w in _CHOSEN for w in c.words)) and not c.over and not any(w.removeprefix("و").startswith("شكر") for w in c.words)


def may_be_applied_for(c: Clause) -> bool:
    """«بدأت الجمعية استقبال طلبات المشاركة في المؤتمر», «فتح باب التسجيل للمشاركة في الملتقى»."""
    taking_part = c.before(c.trigger) == "في" and c.before(c.trigger - 1).removeprefix("ل").removeprefix("ا").startswith("لمشارك")
    return taking_part and not c.over and any(w.removeprefix("ال") in _APPLYING for w in c.near)


def is_for_an_aim(c: Clause) -> bool:
    """«تضغط الصين لإصدار بيان مشترك في قمة بينهما هذا الشهر»: where an aim is to be reached is yet to come."""
    if c.before(c.trigger) not in ("في", "خلال") or c.over:
        return False
    morphs, aim = c.document.morphs, False
    for i in range(c.trigger - 2, max(c.trigger - _AIM, c.first) - 1, -1):
        m = morphs[i]
        if c.norm(i) in ("،", ",") or m is not None and m.pos == "verb":
            break
        aim = aim or m is not None and m.pos == "noun" and m.preposition == "ل" and not m.definite and not in_person(c.document, i)
    verb = next((m for i in range(c.trigger - 2, max(c.trigger - 2 * _AIM, 0) - 1, -1) if (m := morphs[i]) is not None and m.pos == "verb" and not in_person(c.document, i)), None)
    return aim and verb is not None and verb.aspect == "i" and verb.lemma in _PRESSING


def on_arrival(c: Clause) -> bool:
    """«وصل إلى أثينا لبدء جولة مفاوضات», «توجه للمشاركة في القمة»: what a traveller has come for is yet to come."""
    before = c.before(c.trigger)
    held = before.startswith("ل") and before[1:] in c.listed["holding"] or before in ("لحضور", "للمشاركه") or before == "في" and c.before(c.trigger - 1) == "للمشاركه"
    told = c.time is not None and "ماضي" in c.time.text or any(w in ("كان", "كانت", "وكان", "وكانت") for w in c.words)
    return held and not told and _has_set_out(c)


def to_carry_out(c: Clause) -> bool:
    """«يتوجه إلى باريس لإجراء محادثات»; who «زار الصين لإجراء محادثات» held them."""
    return not c.past and c.before(c.trigger) == "لاجراء" and not _has_travelled(c)


def is_to_be_signed(c: Clause) -> bool:
    """«يعملون من أجل التوقيع على الاتفاقية», «سافر للتوقيع على الاتفاق»."""
    signing = c.noun is not None and c.noun.lemma in ("توقيع", "إبرام")
    return signing and (c.before(c.trigger) in _AIMING or c.noun is not None and c.noun.preposition == "ل") and not c.past and not c.over


def is_purpose(c: Clause) -> bool:
    """«يزور الهند للقاء رئيس الوزراء»."""
    purpose = c.noun is not None and c.noun.preposition == "ل" and c.noun.lemma in c.listed["encounter_lemma"]
    return purpose and not c.past and not c.over and c.before(c.trigger) not in c.listed["no_purpose"] and c.norm(c.trigger - 2) not in c.listed["no_purpose"] and not _is_on_a_visit(c) and not _is_reason(c)


def _is_reason(c: Clause) -> bool:
    """Whether the event is what somebody is blamed or thanked for: «هاجم الرئيس الوزير السابق | لاجتماعه مع نظيره», «شكره على …»."""
    return c.noun is not None and c.noun.enclitic is not None and any(lemma in c.listed["judging_lemma"] for _, lemma in c.verbs)


def _is_on_a_visit(c: Clause) -> bool:
    """Whether what the event is a purpose of goes on: «جاءت تصريحاته خلال زيارة إلى باكستان للقاء مسؤولين»."""
    return any(w in _DURING and c.words[k + 1] == "زياره" for k, w in enumerate(c.words[:-1])) and not any(m is not None and m.future for m in c.document.morphs[c.first : c.trigger])


def _has_travelled(c: Clause) -> bool:
    """Whether somebody has come: «زار الصين لإجراء محادثات»."""
    arrived = c.listed["travel_lemma"] - c.listed["set_out_lemma"]
    if _was_there(c):
        return True
    return _has_past(c, arrived) or any(w in c.listed["coming"] for w in c.words)


def _was_there(c: Clause) -> bool:
    """Whether «كان» and a place tell that somebody was where the event is: «كان الوزير في الرياض | لإجراء محادثات»."""
    was = next((i for i in range(c.trigger - 1, c.trigger - len(c.words) - 1, -1) if c.norm(i) in _WAS), None)
    if was is None or any((m := c.document.morphs[i]) is not None and m.pos == "verb" and not in_person(c.document, i) for i in range(was + 1, c.trigger)):
        return False
    return any(n.kind in ("place", "state") and c.norm(bisect_right(c.document.starts, n.start) - 2) == "في" for n in c.document.names if c.document.tokens[was].start < n.start < c.document.tokens[c.trigger].start)


def _has_set_out(c: Clause) -> bool:
    """Whether somebody is on his way or has just arrived: «توجه إلى», «تأخير وصول الوفد», not «لدى وصوله»."""
    arriving = any(w in ("وصول", "وصولهم", "وصوله", "توافد", "توافدهم") and (i == 0 or c.words[i - 1] not in _ON) for i, w in enumerate(c.words))
    carried = any(c.norm(i) in c.listed["carrying"] for i in range(max(c.first, c.trigger - _CARRIED), c.trigger))  # «أقلت طائرة الوفد … للمشاركة في محادثات»
    return arriving or carried or _has_past(c, c.listed["set_out_lemma"])


def _has_past(c: Clause, lemmas: frozenset[str]) -> bool:
    """Whether a past verb of these stands before the event."""
    return any(is_past(m := c.document.morphs[i]) and m is not None and m.lemma in lemmas for i in range(c.trigger - len(c.words), c.trigger))
