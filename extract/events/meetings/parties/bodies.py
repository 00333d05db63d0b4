"""Bodies that no table knows as sides of a meeting, where the syntax makes them one: «التقى الوزير نقابات التعليم», «محادثات مع الفصائل المسلحة»."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.types import Document, Name
from extract.events.arguments import Index, Party
from extract.events.meetings.triggers import Trigger

_JOINTS: Final = frozenset(("مع", "بين", "وبين"))
_BY_B: Final = frozenset(("لقاء", "اجتماع", "التقى", "اجتمع", "جمع"))  # whose partner stands behind «بـ»: «التقى بجمعية …»
_MET: Final = frozenset(("لقاء", "استقبال"))  # nouns whose object is met
_ACTIVE: Final = frozenset((None, "holds", "refuses", "cancels", "agrees"))  # roles of a verb whose subject meets
_SOME: Final = frozenset(("عددا", "عدد", "جمعا", "مجموعه", "لفيفا", "بعض", "كبار"))  # «عددا من شيوخ العشائر»
_ALL: Final = frozenset(("مختلف", "كافه", "جميع", "بعض", "كل", "ساير", "كبري", "ابرز"))  # «مختلف القوى»
_VAGUE: Final = frozenset(("الاخري", "الاخر", "المعنيه", "المختلفه", "الخارجيه", "الخارجيين", "العامله", "الدوليه", "الاقليميه"))  # what says of no one who they are
_GATHERED: Final = frozenset(("للقوي", "للاطراف", "للفصايل", "للاحزاب", "للقبايل", "للعشاير", "للنقابات", "للحركات"))  # several who meet at an event of theirs
_ADJECTIVES: Final = 2  # between a gathering and «لـ»
_SETTING_REACH: Final = 10  # tokens of where and when between who meets and the body that he meets
_PARTNER_REACH: Final = 10  # tokens from the event to a partner behind «بـ»
_BETWEEN: Final = 6  # tokens from the event to the بين of its two sides
_OWN_OR_EQUALS: Final = ("ووزرا", "ونظرا", "وزملا", "واعضا")  # «بين ماي ووزرائها» is a cabinet; «ونظرائهم الفرنسيين» is read by its adjective
_PHRASE: Final = 4  # tokens of a side that no table and no head knows
_GENITIVES: Final = frozenset(("وزاره", "هييه", "شركه"))
_COUNTED: Final = frozenset(("دول", "دوله", "بلدان", "بلدا", "حكومات", "حركات", "فصايل", "شركات", "احزاب", "منظمه", "منظمات"))
_COUNT_REACH: Final = 6  # tokens from «بمشاركة» to what is counted
_TENS: Final = frozenset(("عشرين", "ثلاثين", "اربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين", "مءه", "ماءه", "ميه", "مايه"))


def sides(document: Document, index: Index, trigger: Trigger, parties: list[Party]) -> list[Party]:
    """The bodies that are the subject, the genitive or the partner of the event, and those joined to a party by و."""
    if trigger.role == "travels" or not trigger.construction.endswith(("_meet", "_receive", "_discuss", "_sign", "_call")):
        return []
    tokens = document.tokens
    low, high = tokens[trigger.left].start, tokens[trigger.right - 1].end
    held = tokens[trigger.carrier].start if trigger.carrier is not None and trigger.role == "holds" and not trigger.behind else tokens[trigger.token].start  # «عقد الوزير | والفصائل | اجتماعا»
    ends = {p.end for p in parties if p.start > held or trigger.role == "says"}  # «توصلت الحكومة ونقابة المعلمين، خلال اجتماع، …»
    out: list[Party] = []
    for body in document.bodies:
        two = trigger.sides_at is not None and body.start == tokens[min(trigger.sides_at + 1, len(tokens) - 1)].start  # «محادثات بشأن الأزمة بين | القوى الكبرى | …»
        if body.start < low or body.end > high and not two or any(p.start <= body.start < p.end for p in parties):
            continue
        k, end = index.token_at(body.start - len(body.clitics)), index.token_at(body.end)
        if k + 1 < end and document.norms[k].endswith("اطراف") and _VAGUE.issuperset(document.norms[k + 1 : end]):
            continue  # «الأطراف المعنية»
        joined = body.clitics == "و" and bool({tokens[k - 1].end, tokens[k - 2].end if tokens[k - 1].text in "،," else -1} & ends) and not _is_of_other_pair(document, index, trigger, k, parties)
        behind = k > trigger.token and document.norms[_before_count(document, k) - 1] == "مع"  # «وضعت طهران خلال اجتماع مع | القوى الكبرى | مهلة»
        own = trigger.noun and k == trigger.token + 1 and not body.clitics and not body.name_ar.startswith(("لجنة", "اللجنة"))  # «جاء ذلك خلال لقاء | الفصائل الفلسطينية | مع …»
        if joined or (behind or own or trigger.role != "says") and (_is_side(document, trigger, body, k) or _is_object(document, trigger, body, k, parties)):
            out.append(Party(body.start, body.end, None, replace(body, clitics="و"), via="body"))
            ends.add(body.end)
    return out


def _is_side(document: Document, trigger: Trigger, body: Name, k: int) -> bool:
    """Whether a body that begins at token ``k`` stands behind مع or بين, behind the «بـ» of meeting, beside its verb or as the event's genitive."""
    tokens, i = document.tokens, trigger.token
    if k > trigger.left and tokens[_before_count(document, k) - 1].norm in (_JOINTS if trigger.construction != "verb_meet" else ("مع",)) and not body.clitics:
        return True
    if body.clitics == "ل":
        return document.norms[k] in _GATHERED and _is_of_whom(document, trigger, k)
    if body.clitics == "ب":
        return i < k <= i + _PARTNER_REACH and trigger.morph.lemma in _BY_B
    if body.clitics:
        return False
    if trigger.noun and k == i + 1:
        return not trigger.morph.definite and (trigger.morph.enclitic is None or trigger.morph.lemma in _MET)  # «خلال لقائه | وجهاء القبائل»
    verb = trigger.carrier if trigger.noun else i
    if verb is None or trigger.behind or trigger.role not in _ACTIVE:
        return False
    return k == verb + 1 or verb > trigger.left and body.end == tokens[verb - 1].end


def _is_of_other_pair(document: Document, index: Index, trigger: Trigger, k: int, parties: list[Party]) -> bool:
    """Whether «بين» joins the body at ``k`` and the party before it for another thing than a meeting: «التقى فلانا لبحث الاتفاق المبرم بين إيران | والقوى الكبرى»."""
    ahead = next((p for p in parties if p.end == document.tokens[k - 1].end), None)
    at = index.token_at(ahead.start) - 1 if ahead is not None else 0
    return document.norms[at] == "بين" and trigger.construction == "verb_meet"


def _before_count(document: Document, k: int) -> int:
    """The token where the phrase of the body at ``k`` begins, with what counts it: «مع | عدد من الأطراف», «مع | مختلف القوى»."""
    if document.norms[k - 1] == "من" and document.norms[k - 2] in _SOME:
        return k - 2
    return k - 1 if document.norms[k - 1] in _ALL else k


def _is_of_whom(document: Document, trigger: Trigger, k: int) -> bool:
    """Whether «لـ» with the body at ``k`` says whose gathering it is: «استضافت قمة | للقوى الاقتصادية»; not «الاجتماع للقوى …»."""
    if not trigger.noun or trigger.construction != "noun_meet" or trigger.morph.definite or trigger.morph.enclitic:
        return False
    return all((m := document.morphs[j]) is None or m.pos == "adj" for j in range(trigger.token + 1, k)) and k <= trigger.token + _ADJECTIVES + 1


def _is_object(document: Document, trigger: Trigger, body: Name, k: int, parties: list[Party]) -> bool:
    """Whether the body at token ``k`` is met or received: at once behind the person who does so: «التقى الرئيس فلان | أعيان مصراتة», «| عددا من شيوخ العشائر»."""
    tokens, i = document.tokens, trigger.token
    if trigger.noun or body.clitics or trigger.construction not in ("verb_meet", "verb_receive") or trigger.role not in _ACTIVE:
        return False
    if tokens[k - 1].norm == "من" and tokens[k - 2].norm in _SOME:
        k -= 2
    return any(p.person is not None and tokens[i].start < p.start < tokens[k].start and _only_setting(document, p.end, k) for p in parties)


def _only_setting(document: Document, end: int, k: int) -> bool:
    """Whether nothing but where and when stands between the offset ``end`` and the body at token ``k``: «استقبل الرئيس فلان | في القاهرة أمس | وجهاء القبائل»."""
    for j in range(k - 1, max(0, k - _SETTING_REACH), -1):
        token = document.tokens[j]
        if token.start < end:
            return True
        placed = (name := document.covering.get(j)) is not None and name.kind in ("place", "state")
        if not placed and token.text not in "،," and token.norm not in ("في", "مساء", "صباح", "يوم") and not any(t.start <= token.start < t.end for t in document.times):
            return False
    return False


def unread_side(document: Document, trigger: Trigger, parties: list[Party]) -> list[Party]:
    """The second of two sides behind بين, where it is a group that nothing else reads: «مفاوضات بين اليونان ودائنيها», «محادثات بين كندا و11 دولة أخرى»."""
    tokens, i = document.tokens, trigger.token
    at = next((j for j in range(i + 1, min(i + _BETWEEN, trigger.last - 2)) if document.norms[j] == "بين"), trigger.sides_at)
    if trigger.construction != "noun_meet" or trigger.morph.definite or at is None or at + 2 >= trigger.last:
        return []
    first = next((p for p in parties if p.start == tokens[at + 1].start), None)
    if first is None or any(p.start > first.start for p in parties):
        return []
    k = next((j for j in range(at + 2, trigger.last) if tokens[j].start >= first.end), trigger.last)
    if k >= trigger.last or not document.norms[k].startswith("و"):
        return []
    alone = document.norms[k] == "و"
    begin, k = (tokens[k + 1].start, k + 1) if alone and k + 1 < trigger.last else (tokens[k].start + 1, k)
    counted = k + 1 < trigger.last and document.norms[k + 1] in _COUNTED
    if not counted and (alone or not _is_group(document, k)):
        return []
    end = k + 2 if counted else k + 1
    while end < min(k + _PHRASE, trigger.last) and _goes_on(document, end):
        end += 1
    last = tokens[end - 1].end
    text = document.text[begin:last]
    return [Party(begin, last, None, Name(begin, last, text, "organisation", "", None, " ".join(text.split()), "", None, "و"), via="body")]


def counted_group(document: Document, j: int, end: int) -> list[Party]:
    """The states or bodies that are only counted behind the marker at ``j``: «بمشاركة | عشرين دولة», «بحضور ممثلين عن | 40 دولة ومنظمة»."""
    for k in range(j + 2, min(j + _COUNT_REACH, end)):
        if document.norms[k] in _COUNTED and (_is_large(document.tokens[k - 1].text) or document.norms[k - 1].removeprefix("و") in _TENS):
            behind = document.norms[k + 1] if k + 1 < end else ""
            last = k + 1 if behind.startswith("و") and behind[1:] in _COUNTED else k
            begin, stop = document.tokens[k - 1].start, document.tokens[last].end
            text = " ".join(document.text[begin:stop].split())
            return [Party(begin, stop, None, Name(begin, stop, text, "organisation", "", None, text, "", None, "و"))]
    return []


def _is_large(number: str) -> bool:
    """Whether a number in digits is too large for the text to name all who are counted: «خمس دول» are told by name elsewhere."""
    return number.isdigit() and len(number) > 1


def _is_group(document: Document, k: int) -> bool:
    """Whether the word at ``k`` is several people joined by و: «ومسؤولي …», «ودائنيها»; no other place, time or person."""
    token, morph = document.tokens[k], document.morphs[k]
    if any(s.start <= token.start < s.end for spans in (document.persons, document.names, document.times) for s in spans):  # type: ignore[attr-defined]
        return False
    if token.norm.startswith(_OWN_OR_EQUALS) or morph is not None and morph.enclitic:
        return False
    if morph is None:
        return token.norm.endswith(("يها", "يه", "يهم"))
    return morph.pos == "noun" and morph.number in ("p", "d") and morph.conjunction == "و" and token.norm.endswith(("ين", "ون", "ي", "و", "يها", "يه", "يهم", "وها"))


def _goes_on(document: Document, j: int) -> bool:
    """Whether the word at ``j`` is a genitive or an adjective of the group: «مسؤولي | وزارة الحج», «11 دولة | أخرى»."""
    morph, token = document.morphs[j], document.tokens[j]
    if token.kind != "word" or any(t.start <= token.start < t.end for t in document.times):
        return False
    if morph is None or document.norms[j - 1] in _GENITIVES:
        return token.norm.startswith("ال") and document.norms[j - 1] in _GENITIVES
    return morph.pos in ("noun", "adj") and not morph.conjunction and not morph.preposition and (morph.definite or morph.pos == "adj" or token.norm == "اخري" or token.norm in _GENITIVES)
