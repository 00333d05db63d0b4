"""The name of the series that a gathering belongs to: «القمة العربية الأخيرة» → القمة العربية, «في القمة السادسة لمنتدى الدول المصدرة للغاز» → قمة منتدى الدول المصدرة للغاز."""

from __future__ import annotations

from typing import Final

from extract.arabic.persons.words import unclitic
from extract.arabic.spans import name_at
from extract.arabic.types import Document
from extract.events.meetings.ordinals import ORDINALS, TENS
from extract.events.meetings.triggers import Trigger

_GATHERINGS: Final = frozenset(("قمة", "مؤتمر", "منتدى", "دورة"))
# What tells when or how one gathering is, and is no part of its name.
_OF_THE_ONE: Final = frozenset((
    "القادمه", "القادم", "المقبله", "المقبل", "الماضيه", "الماضي", "المرتقبه", "المرتقب", "المقرره", "المقرر", "المزمعه", "المزمع", "المقترحه", "المقترح", "المحتمله",
    "المحتمل", "المنتظره", "المنتظر", "المفترضه", "التاريخيه", "التاريخي", "الاخيره", "الاخير", "الحاليه", "الحالي", "الجاريه", "الجاري", "المنعقده", "المنعقد", "السابقه",
    "السابق", "المفاجيه", "الطاريه", "الطاري", "الاستثناييه", "الاستثنايي", "العاديه", "المشتركه", "المشترك", "الثناييه", "الثنايي", "الثلاثيه", "الثلاثي", "الرباعيه",
    "الرباعي", "السنويه", "السنوي", "الاولي", "الاول", "نفسها", "نفسه", "ذاتها", "ذاته", "هذه", "هذا", "الختاميه", "الختامي", "الافتتاحيه", "المغلقه", "المرموقه", "الكبري",
))  # fmt: skip
_UNIONS: Final = frozenset(("EU", "GCC", "AFUN", "LAS", "NATO", "UN"))  # whose adjective names their summits: «القمة الخليجية»
_WORLDWIDE: Final = frozenset(("الدولي", "الدوليه", "العالمي", "العالميه"))
_PRESS: Final = frozenset(("صحفي", "صحافي", "الصحفي", "الصحافي", "الصحفيه"))
# Where a name ends.
_ENDS: Final = frozenset(("التي", "الذي", "والتي", "والذي", "اللذين", "في", "خلال", "بين", "مع", "الي", "علي", "عن", "من", "حول", "بشان", "بعد", "قبل", "عقب", "ان", "هي", "هو", "بعنوان", "تحت", "بحضور", "بمشاركه", "برياسه", "برعايه", "باستضافه", "بتنظيم", "وسط", "اليوم", "امس", "غدا", "حيث"))  # fmt: skip
_LENGTH: Final = 8  # words of a name


def find_series(document: Document, trigger: Trigger) -> str | None:
    """The series by name, without ordinal and what tells of the one gathering; None where no body, forum or region makes it a series.

    «القمة المرتقبة» and «قمة مون وكيم» belong to none, «قمة لمجموعة السبع» to قمة مجموعة السبع.
    """
    i = trigger.token
    if trigger.morph.lemma not in _GATHERINGS or not trigger.noun or i + 1 >= trigger.last:
        return None
    words = _words(document, i, trigger.last)
    if not words or document.norms[words[0]] in _PRESS:
        return None
    definite, first = trigger.morph.definite, document.tokens[words[0]]
    of_it = unclitic(first.norm)[-1] != first.norm and first.norm.startswith("ل")  # «القمة | لمنتدى»
    if not _makes_series(document, i, words, definite, of_it):
        return None
    head = "ال" * (definite and not of_it) + trigger.morph.lemma
    return " ".join([head, _without_lam(first.text) if of_it else first.text, *(document.tokens[j].text for j in words[1:])])


def _words(document: Document, i: int, last: int) -> list[int]:
    """The tokens of the name behind its noun, as far as it can reach: to a verb, a preposition, a day, a relative, a mark."""
    out: list[int] = []
    day = next((t.start for t in document.times if t.start > document.tokens[i].start), len(document.text) + 1)
    for j in range(i + 1, min(last, i + 2 * _LENGTH)):
        token, morph, norm = document.tokens[j], document.morphs[j], document.norms[j]
        if norm in ORDINALS or norm in TENS or norm in _OF_THE_ONE or token.kind == "number" or token.text.rstrip("ـ") == "ال":
            if out and token.kind == "number" and document.tokens[j - 1].text.rstrip("ـ") != "ال":
                break
            continue
        if token.kind != "word" or token.start >= day or len(out) == _LENGTH or norm in _ENDS or norm.startswith("بال") or morph is not None and morph.pos in ("verb", "prep", "conj") or morph is not None and morph.conjunction and not _in_name(document, token.start):
            break
        if norm.endswith("ا") and morph is None and len(norm) > 4 and not _in_name(document, token.start):
            break  # «مؤتمر الشركة معلنا»
        out.append(j)
    return out


def _makes_series(document: Document, i: int, words: list[int], definite: bool, of_it: bool) -> bool:
    """Whether the words behind the noun name what meets again and again: a body, a union's adjective, the theme or the city of a conference."""
    names = [name_at(document, document.tokens[j].end - 1) for j in words]
    norms = [document.norms[j] for j in words]
    noun, first = document.morphs[i], names[0]
    if definite and not of_it:  # «القمة العربية», «المؤتمر العالمي للسمنة»; no «المؤتمر الدولي», «القمة الأمريكية الروسية»
        union = first is not None and first.kind == "nisba" and first.actor_id in _UNIONS and not any(n is not None and n.kind == "nisba" for n in names[1:])
        worldwide = any(w in _WORLDWIDE for w in norms) and any(w.startswith("ل") for w in norms[1:])
        return union or worldwide or any(n is not None and n.kind == "organisation" and w.startswith("ل") for n, w in zip(names, norms, strict=True))
    if any(n is not None and n.kind == "organisation" for n in names):
        return True
    if noun is None or noun.lemma in ("قمة", "دورة"):
        return False
    return of_it or first is not None and first.kind in ("place", "metonym") or len(words) > 1 and norms[0].startswith("ال")


def _in_name(document: Document, char: int) -> bool:
    return any(n.start < char < n.end for n in document.names)


def _without_lam(word: str) -> str:
    """«لمنتدى» → منتدى, «للجمعية» → الجمعية."""
    return "ال" + word[2:] if word.startswith("لل") else word[1:]
