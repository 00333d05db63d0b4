"""Gifts told by an action noun with its giver as genitive, which no verb of giving governs: «كشف التقرير عن دفع النرويج مليون دولار للمتمردين», «أدى تزويد فرنسا تشاد بمدرعات إلى …»."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import sentence_at
from extract.arabic.types import Document, Sentence
from extract.events.pledges import guards
from extract.events.pledges.actors.actor import Actor
from extract.events.pledges.actors.proclitics import stripped, written_forms
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.content import description as content
from extract.events.pledges.content.extent import condition, end_of
from extract.events.pledges.content.items import Items
from extract.events.pledges.denials import is_denied
from extract.events.pledges.pledge import Pledge, rows

_TO_WHOM: Final = frozenset(("تزويد", "منح", "تسليم", "امداد", "مد", "تسليح", "اعطاء"))  # with two objects, the first of which may stand where the giver does
_GIVING: Final = frozenset(("تقديم", "ارسال", "توفير", "دفع", "تخصيص", "ايصال", "توريد", "ضخ", "تحويل", *_TO_WHOM))
_FORMS: Final = frozenset(word for word in written_forms(_GIVING) if not word.startswith(("ل", "ال", "ول", "وال", "فال", "بال")))  # «لتقديم» is a purpose
_NEEDS_SUM: Final = frozenset(("دفع", "تخصيص", "ضخ", "تحويل"))
_MAYBE: Final = frozenset(("احتمال", "امكانيه", "فكره", "مقترح", "خطه", "عرض", "مساله", "احتماليه"))
_NOT_SO: Final = frozenset(("عدم", "دون", "بدون", "قبل", "وقف", "لوقف", "منع", "لمنع", "ضروره", "اهميه", "حال", "شرط", "اجل", "لضمان", "ضمان", "تعليق", "الغاء", "رفض", "تاخر", "تاخير", "لحين", "حتي", "اذا", "لو", "مزاعم", "اتهام", "اتهامات", "تهديد"))
_UNTOLD: Final = frozenset(("نفى", "طلب", "طالب", "دعا", "ناشد", "حث", "رفض", "هدد", "تساءل", "أراد", "أمل", "اشترط", "استبعد", "توقع", "انتظر", "منع", "عارض"))
_WEIGHING: Final = frozenset(("ناقش", "بحث", "درس", "اقترح", "تناقش"))
_BEFORE: Final = 3  # tokens before the noun that tell whether what it tells is so
_TO_OBJECT: Final = 5  # tokens from the giver to what ل marks as given: «تسليم فرنسا أمس | لعدد من الدبابات»
_TO_UNKNOWN: Final = 3  # tokens behind a sum in which it is told where it goes
_TO_VERB: Final = 14  # tokens before the noun in which its verb stands


def find_doings(document: Document, clauses: Clauses, items: Items) -> list[Pledge]:
    """Gifts of action nouns whose giver stands beside them and whose taker is told: «بعد الكشف عن إرسال بلغاريا ذخائر إلى رواندا»."""
    found = [_read(document, clauses, items, document.sentences[sentence_at(document, i)], i) for i, norm in enumerate(document.norms) if norm in _FORMS]
    return [p for p in found if p is not None]


def _read(document: Document, clauses: Clauses, items: Items, sentence: Sentence, i: int) -> Pledge | None:
    norms = document.norms
    givers = clauses.run([a for a in clauses.between(i + 1, i + 2) if a.relation == ""])
    status = _status(document, sentence, i) if givers and givers[0].actor_id else None
    if status is None:
        return None
    end, start = end_of(document, i, sentence.last_token), givers[-1].last
    own = {a.key for a in givers}
    what = content.read(document, start, end, items, clauses.between(start, end), clauses.timed) if start < end else None
    noun = stripped(norms[i])
    if what is None or what.strength not in ("item", "kind") and what.money is None or what.kind in ("institutional", "spending") or noun in _NEEDS_SUM and what.money is None:
        return None
    if guards.is_other_giving(document, start - 1, end) or guards.is_sale(document, i, start) or what.money is not None and guards.names_trade(norms[i : clauses.index.token_at(what.money.start)]) or guards.is_business({*norms[sentence.first_token : sentence.last_token]}):
        return None
    takers = _takers(document, clauses, noun, start, end, own)
    if not takers and (noun not in _TO_WHOM or any(n[:1] == "ل" and (n == "لعدد" or items[n] is not None) for n in norms[start : min(end, start + _TO_OBJECT)])) and what.kind in ("military", "humanitarian"):
        takers = clauses.theatre(i, own)
    if not takers and not (what.money is not None and _goes_to(document, clauses.index.token_at(what.money.end), end)):
        return None
    return Pledge(
        i, i, end, status, what.kind or "financial", what.item_ar, what.money, what.quantity, rows("pledger", givers) + rows("recipient", takers),
        clauses.announced(sentence, i), None, condition(document, i, end), None, "narrator", "doing", 0.65,
    )  # fmt: skip


def _status(document: Document, sentence: Sentence, i: int) -> str | None:
    """Delivered, or considered where the words before the noun say so; None where it is denied, asked for or only feared: «احتمال | تقديم واشنطن أسلحة», «دون | تقديم»."""
    before = {stripped(n) for n in document.norms[max(sentence.first_token, i - _BEFORE) : i]} | {*document.norms[max(sentence.first_token, i - _BEFORE) : i]}
    if before & _NOT_SO or is_denied(document, i, sentence.first_token):
        return None
    verb = next((m for j in range(i - 1, max(sentence.first_token, i - _TO_VERB) - 1, -1) if (m := document.morphs[j]) is not None and m.pos == "verb"), None)
    if verb is not None and (verb.lemma in _UNTOLD or verb.future):
        return None
    return "considered" if before & _MAYBE or verb is not None and verb.lemma in _WEIGHING else "delivered"


def _goes_to(document: Document, behind: int, end: int) -> bool:
    """Whether the sum that ends at token ``behind`` goes to somebody whom no table knows: «مليون دولار | إلى ميليشيات محلية»."""
    near = document.norms[behind : min(end, behind + _TO_UNKNOWN)]
    return any(n in ("الي", "لصالح") for n in near) or any(n[:1] == "ل" and stripped(n) != n for n in near[:1])


def _takers(document: Document, clauses: Clauses, noun: str, start: int, end: int, own: set[str | None]) -> list[Actor]:
    """To whom it goes: marked as such, or the object that stands at once behind the giver: «تزويد فرنسا | تشاد بمدرعات»."""
    behind = [a for a in clauses.between(start, end) if a.key not in own and a.key]
    marked = clauses.marked(behind)
    if noun in _TO_WHOM:  # «منح أثينا قرضا» names its taker alone
        beside = [a for a in behind if a.first == start and a.relation in ("", "to")]
        return clauses.run(beside[:1]) or (marked if noun == "تسليم" and marked and document.norms[marked[0].first - 1] == "الي" else [])
    return marked or ([a for a in behind if a.relation == "in"][:1] if noun not in _NEEDS_SUM else [])
