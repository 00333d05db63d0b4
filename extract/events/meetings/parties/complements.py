"""What completes an event noun and so says who meets: the names at its side, behind مع and بين, behind where and when it took place."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import in_mention, name_at
from extract.arabic.types import Document
from extract.events.arguments import Party, is_listed
from extract.events.clauses.words import PLACE_PREPOSITIONS
from extract.events.meetings.triggers import Trigger

_COMPLETING: Final = frozenset(("مع", "بين", "بحضور", "بمشاركه", "برياسه", "لدول", "الذي", "التي"))  # what follows says who meets
_BRINGING: Final = frozenset(("جمع", "ضم", "عقد", "انعقد", "جرى", "دار", "تم", "كان"))  # verbs of an event, behind which its parties stand
_IN_EVENTS: Final = frozenset(("سلام", "عمل", "قمة", "مباحثات", "محادثات", "مفاوضات", "لقاء", "اجتماع", "جلسة"))
_SEATS: Final = frozenset(("مكتب", "مقر", "قصر", "مبنى", "ديوان", "قاعة", "مطار", "فندق", "وزارة", "أمانة", "رئاسة"))
_ASIDE: Final = 10  # tokens of where it took place, between commas
_DAY_PARTS: Final = frozenset(("عشيه", "مساء", "صباح", "ظهر", "مكتبه", "بمكتبه", "مقره", "بمقره"))


def completing(document: Document, trigger: Trigger, behind: list[Party]) -> list[Party]:
    """Of the parties behind the event noun those that its own complement names: at its side, or behind مع, بين, إلى جانب, بـ, لـ."""
    tokens, i = document.tokens, trigger.token
    each = 2 if document.norms[i + 1 : i + 3] in (["كلا", "من"], ["كل", "من"]) else 0  # «لقائه | كلا من | الوزير فلان والسفير فلان»
    near = tokens[i].end if trigger.morph.definite else max(tokens[min(i + 2 + each, trigger.last - 1)].end, tokens[behind_setting(document, trigger)].start if trigger.morph.enclitic else 0)
    joint = next((tokens[j].start for j in range(i + 1, trigger.right) if tokens[j].norm in _COMPLETING and not is_of_another(document, i, j) or tokens[j].norm == "قبل" and tokens[j - 1].norm == "من" or tokens[j].norm == "جانب" and tokens[j - 1].norm == "الي"), None)
    out: list[Party] = []
    for p in behind:
        own = p.start <= near or joint is not None and p.start > joint or p.name is not None and p.name.clitics.endswith(("ب", "ل")) or p.person is not None and document.text[p.start] in "بل"
        with_them = p.person is not None and document.text.endswith(" مع ", 0, p.start)  # «اجتماع وزراء الدول وأمين المجلس مع | الوزير»
        if not own and not (out and (with_them or is_listed(document, out[-1], p))):
            break
        out.append(p)
    return out


def behind_setting(document: Document, trigger: Trigger, start: int | None = None) -> int:
    """The token behind where and when it took place, told before whom it was with: «استقباله بقصر قرطاج | المفوض الأوروبي»; ``start`` is the token where that may begin."""
    tokens, j = document.tokens, trigger.token + 1 if start is None else start
    spans = [(t.start, t.end) for t in document.times] + [(n.start - len(n.clitics), n.end) for n in document.names if n.kind in ("place", "state", "metonym")]
    while j + 1 < trigger.last:
        if tokens[j].norm in PLACE_PREPOSITIONS and tokens[j - 1].text in "،,":  # «، في مقر الاتحاد بالعاصمة، »
            j = next((k for k in range(j + 1, min(j + _ASIDE, trigger.last - 1)) if tokens[k].text in "،,"), j)
        if not (tokens[j].text in "،," or tokens[j].norm in PLACE_PREPOSITIONS or tokens[j].norm in _DAY_PARTS or any(a <= tokens[j].start < b for a, b in spans)):
            break
        j += 1
    return min(j, len(tokens) - 1)


def is_of_another(document: Document, i: int, j: int) -> bool:
    """Whether what stands at ``j`` completes another noun than the event at ``i``: «اللقاء عمل اللجنة المشتركة بين البلدين»."""
    event, beside = document.morphs[i], document.morphs[i + 1]
    if event is not None and event.definite and beside is not None and beside.pos in ("noun", "verb") and beside.lemma not in _BRINGING and not beside.definite and not beside.preposition and not any(t.start <= document.tokens[i + 1].start < t.end for t in document.times):
        return True  # behind «اللقاء» an object of its verb
    nouns = [k for k in range(i + 1, j) if (m := document.morphs[k]) is not None and m.pos == "noun" and m.lemma not in _IN_EVENTS and not _in_mention(document, k) and not _in_seat(document, i, k)]
    return sum(not any(t.start <= document.tokens[k].start < t.end for t in document.times) for k in nouns) > 1


def _in_seat(document: Document, i: int, k: int) -> bool:
    """Whether a noun says where the event at ``i`` was: «اجتماعه أمس في | مكتبه | بـ| مقر الأمانة | في الرياض مع …»."""
    for n in (k, k - 1):  # the seat, or whose it is
        morph = document.morphs[n]
        if n > i and morph is not None and morph.lemma in _SEATS and (morph.preposition == "ب" or document.norms[n - 1] == "في"):
            return True
    return False


def _in_mention(document: Document, i: int) -> bool:
    """Whether a token stands in the mention of a person, a group or a body: «لقاء رئيس الوزراء العراقي مع …», «لقاء صندوق النقد الدولي مع …»."""
    at = document.tokens[i].start
    return in_mention(document, at) or name_at(document, at) is not None
