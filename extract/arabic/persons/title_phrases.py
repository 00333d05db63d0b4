"""Phrases of several words between an office and the name of its holder: a charge, where he serves, whom he serves: «الوزير | المكلف بالعلاقات مع البرلمان | فلان»."""

from __future__ import annotations

from typing import Final

from extract.arabic.persons.name_extent import name_end
from extract.arabic.persons.title_extent import is_style
from extract.arabic.persons.words import Reading, abbreviated_style, is_named_assistant, is_strange, opens_title
from extract.arabic.types import Name

_CHARGED: Final = frozenset(("المكلف", "المكلفه"))  # with «ب»
_ANSWERING: Final = frozenset(("المسوول", "المسووله"))  # with «عن»
_SEATS: Final = frozenset(("وزاره", "سفاره", "مجلس", "هييه", "حكومه", "الحكومه", "الخارجيه", "وزارتي", "رياسه", "امانه"))  # «مدير إدارة أوروبا في | وزارة الخارجية التركية»
_OWN: Final = frozenset(("الخاص", "الخاصه", "الشخصي", "الشخصيه"))  # «المستشار الخاص لسمو ولي العهد»
_PLAIN_STYLES: Final = frozenset(("الدكتور", "الدكتوره", "الاستاذ", "الاستاذه", "السيد", "السيده", "المهندس", "المهندسه", "السفير", "السفيره", "اللواء", "الفريق", "العميد", "العقيد"))  # no prince's
_LONGEST: Final = 12  # tokens of the phrase
_ACTING: Final = ("state", "nisba", "metonym", "organisation")


def phrase_end(reading: Reading, j: int) -> int:
    """The token behind the phrase that begins at token ``j``, where the holder's name stands behind it; ``j`` itself where there is none.

    «نائب رئيس المفوضية | المكلف بالطاقة، | فلان», «القائم بالأعمال | في سفارة المملكة لدى قطر | فلان», «المشرفة | على مكتب معالي وزيرة الثقافة | الدكتورة فلانة».
    """
    norms = reading.document.norms
    if j + 2 >= len(norms):
        return j
    word, following = norms[j], norms[j + 1]
    if word in _CHARGED and following.startswith("ب") or word in _ANSWERING and following == "عن":
        return _before_name(reading, j, j + 2)
    if word == "في" and following in _SEATS or word in ("بسفاره", "بوزاره") or word == "علي" and following == "مكتب":
        return _before_name(reading, j, j + 2, addressed=word == "علي")
    if norms[j - 1] in _OWN and (word in ("لسمو", "لولي", "لمعالي")):
        return _before_name(reading, j, j + 1, addressed=True)
    return j


def owner_within(reading: Reading, j: int, end: int) -> Name | None:
    """Whom somebody acts for by where he serves: «في وزارة الخارجية | الألمانية», «المسؤول عن الشؤون الخارجية | بسلطنة عمان»; a charge names none: «المكلف بملف إيران»."""
    charge = reading.document.norms[j] in _CHARGED or reading.document.norms[j] in _ANSWERING
    for k in range(j + 1, end):
        name = reading.document.covering.get(k)
        if name is not None and name.kind in _ACTING and name.actor_id is not None and (not charge or name.kind == "state" and name.clitics == "ب" and k > j + 2):
            return name
    return None


def _before_name(reading: Reading, j: int, k: int, *, addressed: bool = False) -> int:
    """Where a name or a style begins behind the nouns and prepositions from token ``k`` on; ``j`` where another word comes first. ``addressed``: behind a style alone."""
    document, covering = reading.document, reading.document.covering
    while k < len(document.tokens) and k - j < _LONGEST:
        token, name, morph = document.tokens[k], covering.get(k), document.morphs[k]
        if token.norm in _PLAIN_STYLES or abbreviated_style(document, k):
            return k
        if token.text in "،,":
            return k if not addressed and name_end(reading, k + 1) - k > 2 else j
        if name is not None and name.kind == "person":
            return k if not addressed and not name.clitics else j
        if token.kind != "word" or token.norm.startswith("و") and token.norm not in reading.lexicon.title_heads and opens_title(token.norm, reading.lexicon):
            return j
        if is_named_assistant(reading, k):
            return k
        named = token.norm in reading.lexicon.given_names or is_strange(reading, k) and not token.text.startswith(("ال", "و", "ب", "ل"))
        if name is None and named and not addressed and name_end(reading, k) - k > 1:
            return k
        known = morph is not None and morph.pos in ("noun", "adj", "prep") or is_style(reading.lexicon.titles, token.norm) or token.text.startswith(("ال", "وال", "بال", "لل"))
        if name is None and not known and token.norm not in ("لسمو", "لولي"):
            return j
        k += 1
    return j
