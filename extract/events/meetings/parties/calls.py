"""Calls that nothing calls by that name: «اتصل الرئيس بأمير الكويت», «تحدث بايدن مع نتانياهو»; and whom a caller tells something."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import is_joined
from extract.arabic.types import Document
from extract.events.arguments import Index, Party
from extract.events.clauses.words import IN

_AROUND: Final = frozenset(("بعد", "عقب", "خلال", "في", "اثر", "قبل"))
_IN_TALK: Final = frozenset(("مع", "هاتفيا", "بالهاتف", "عبر", "الهاتف", "ايضا", "مطولا", "مباشره", "مجددا", "كذلك", "لاحقا", "الي"))  # what may stand between who talks and مع
_PARTNER_REACH: Final = 6  # tokens from the verb of a call to مع, with the day between
_ARGUMENT_REACH: Final = 30  # tokens behind a verb in which its partner may stand


def is_phone_call(document: Document, i: int, first: int, last: int) -> bool:
    """Whether the word at ``i`` tells of a call though «هاتفي» is not said: «وفي اتصال مع نظيره، شكر الرئيس …», «اتصل الرئيس أمس بأمير الكويت»."""
    morph, tokens = document.morphs[i], document.tokens
    if morph is None:
        return False
    if morph.lemma in ("اتصال", "محادثة", "مكالمة") and document.norms[i + 1 : i + 3] == ["عبر", "الهاتف"]:
        return True
    if morph.lemma == "اتصال" and morph.number == "s" and first < i < last - 2 and document.norms[i - 1] in _AROUND and (called := next((p for p in document.persons if p.start == tokens[i + 1].start), None)) is not None:
        return called.role is not None and called.kind != "collective" and document.text[called.start] == "ب"  # «بعد اتصاله بالرئيس الروسي»
    if morph.lemma == "اتصال" and first < i < last - 2 and document.norms[i - 1] in IN and document.norms[i + 1] == "مع":
        return any(p.role is not None and p.start == tokens[i + 2].start for p in document.persons)
    return morph.pos == "verb" and morph.lemma in ("اتصل", "تحدث") and _is_phoned(document, morph.lemma, i, last)


def _is_phoned(document: Document, lemma: str, i: int, last: int) -> bool:
    """Whether an office holder is called or talked with, though nothing says «هاتفيا»: «اتصل الرئيس أمس بأمير الكويت», «تحدث بايدن الأحد مع رئيس الوزراء الإسرائيلي».

    Not «تحدث مع الصحفيين», «اتصلت "الشرق الأوسط" بالوزير», nor what was said at a meeting: «تحدث خلال مؤتمر صحفي مع نظيره».
    """
    tokens, text = document.tokens, document.text
    talks = lemma == "تحدث"
    reach = tokens[min(i + _ARGUMENT_REACH, last - 1)].start
    behind = [p for p in document.persons if tokens[i].end < p.start <= reach]
    other = next((p for p in behind if (text[: p.start].endswith((" مع ", " إلى ", " الى ")) if talks else text[p.start] == "ب")), None)
    if other is None or other.role is None or other.kind not in ("person", "office") or other.actor_id is None:
        return False
    spans = [(s.start, s.end) for s in document.persons] + [(t.start, t.end) for t in document.times]
    between = [t for t in tokens[i + 1 : last] if t.start < other.start and t.text not in "،," and t.norm not in _IN_TALK]
    if not all(any(a <= t.start < b for a, b in spans) for t in between) or talks and not {"خلال", "اثناء", "في"}.isdisjoint(document.norms[max(0, i - 3) : i]):
        return False
    own = next((p for p in reversed(document.persons) if p.end < other.start), None)
    return own is not None and own.actor_id is not None and own.actor_id != other.actor_id


def with_behind(document: Document, verb: int, right: int) -> int:
    """The مع behind the verb of a call that says whom somebody spoke to, 0 where none is: «أكد … خلال محادثة هاتفية جرت الجمعة | مع نظيره»."""
    return next((j for j in range(verb + 1, min(verb + _PARTNER_REACH, right)) if document.norms[j] == "مع"), 0)


def told_on_phone(document: Document, index: Index, last: int, caller: Party) -> list[Party]:
    """Whom the caller tells something, in a clause behind the call: «في مكالمة هاتفية، حث الرئيس بايدن نظيره على …», «… قال بوتين لماكرون إن»."""
    behind = index.parties(caller.end, document.tokens[last - 1].end, states=False)
    near = (p for p in behind if p.person is not None and p.key() != caller.key() and (document.text[caller.end : p.start].strip() == "" and not is_joined(document, p.start)))
    return list(near)[:1]
