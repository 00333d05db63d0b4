"""Families of foreigners that look like everyday words, told by the form that no such word could have where they stand."""

from __future__ import annotations

from typing import Final

from extract.arabic.persons.words import FATHERS, Reading, is_strange

_CALLED_BY_ONE_NAME: Final = ("الملك", "الملكه", "الامير", "الاميره", "البابا", "القديس", "القديسه")  # before a given name alone
_INITIALS: Final = "وبلفيتسنا"  # of a word that nobody knows, more often a clitic's or a verb's


def is_misread_family(reading: Reading, j: int, words: int) -> bool:
    """Whether the word at ``j`` behind a given name alone is the family: a dual verb that would agree with nobody, an imperative, a nominative that a preposition governs.

    «وزير الاقتصاد جيوفاني | تريا لقاء», «الرئيس مون | جي إن», «السفير فيليب | لاليو خلال».
    """
    if words != 1 or j < 2 or j in reading.document.covering:
        return False
    document, lexicon = reading.document, reading.lexicon
    given, token, morph = document.norms[j - 1], document.tokens[j], document.morphs[j]
    if morph is None or morph.enclitic or morph.conjunction or morph.future or "\u064b" in token.text or document.norms[j - 2].endswith(_CALLED_BY_ONE_NAME):
        return False
    if given in lexicon.surnames or not (given in lexicon.foreign_names or j - 1 not in reading.document.covering and given not in lexicon.given_names and is_strange(reading, j - 1)):
        return False
    if morph.pos == "verb":
        return morph.preposition is None and (morph.number == "d" or morph.aspect == "c")
    return morph.pos in ("noun", "adj") and morph.preposition in ("ب", "ل") and token.text.endswith("و")


def is_third_foreign(reading: Reading, j: int, words: int) -> bool:
    """Whether the word at ``j`` that nobody knows is the third of a foreign name which opens as an Arab one: «مراد شتين | كيايا»; not «إبراهيم السلطان | أخلص»."""
    if words != 2 or j < 2 or j - 1 in reading.document.covering or j in reading.document.covering:
        return False
    first, second, third = reading.document.norms[j - 2], reading.document.norms[j - 1], reading.document.norms[j]
    strange = second not in reading.lexicon.given_names and second not in FATHERS and not second.startswith(("ال", "ول", "بو", "بن", "بل", "عبد")) and len(second) < 6
    return strange and first != "عبد" and third[:1] not in _INITIALS and len(third) > 3 and is_strange(reading, j - 1) and is_strange(reading, j)
