"""The last words of a personal name: families, and the syllables of Asian names that look like particles."""

from __future__ import annotations

from extract.arabic.person_words import FATHERS, Reading, abbreviated_style, is_strange, opens_title

# What stands behind a name and describes who bears it: «فلان المرشح لرئاسة الاتحاد».
_EPITHETS = frozenset(
    ("المرشح", "الملقب", "المعروف", "المكلف", "المكني", "المقرب", "المتهم", "المطلوب", "المولود", "المقيم", "الموجود", "المنشق", "المسجون", "المعتقل", "المحتجز", "المشارك",
     "الزاير", "الجديد", "الحالي", "السابق", "الموفد", "المعين", "المنتخب", "المعترف", "القادم", "الشهير", "الراحل", "العايد", "المسوول")
)  # fmt: skip
_SYLLABLES_NOT = frozenset(("في", "من", "عن", "ان", "او", "قد", "لن", "لم", "ما", "هل", "ثم", "تم", "ضد", "له", "به", "لك", "بك", "بي", "كل", "مع", "اي", "يا", "هم", "هو", "هي", "لا", "اذ", "بل", "ام", "بن", "كم", "ود", "اب", "اخ", "رد", "حث", "عد", "شن", "حل"))  # two letters that are words of their own
_CLOSING = frozenset('.،,)؛"»”')


def calls_for_family(reading: Reading, j: int, words: int) -> bool:
    """Whether a family name is likely at ``j``: behind a father's name, or behind a given name alone that is no king's."""
    tokens = reading.document.tokens
    if words > 2 and tokens[j - 2].norm in FATHERS:
        return True
    alone = words == 1 and tokens[j - 1].norm in reading.lexicon.first_names
    return alone and not (j > 1 and tokens[j - 2].norm.endswith(("الملك", "الرييس"))) and not _told_in_full(reading, j - 1)


def _told_in_full(reading: Reading, i: int) -> bool:
    """Whether a ruler known by the given name at ``i``, with a style before it, was told of before: «الشيخ تميم الاتفاق» behind «تميم بن حمد»."""
    tokens = reading.document.tokens
    if not i or not tokens[i - 1].norm.endswith(("الشيخ", "للشيخ", "الامير", "للامير")):
        return False
    start, first = tokens[i].start, tokens[i].text
    return any(n.end < start and n.kind == "person" and n.text.split()[:2] in ([first, "بن"], [first, "ابن"]) for n in reading.document.names)


def is_family(reading: Reading, j: int) -> bool:
    """Whether the word with an article at ``j`` may be a family: no epithet, no noun with its adjective («تركي | الجهاز الإداري»), no feminine adjective."""
    document = reading.document
    token, morph = document.tokens[j], document.morphs[j]
    if token.norm in _EPITHETS or morph is not None and morph.pos == "adj" and token.text.endswith("ية"):
        return False
    following = document.morphs[j + 1] if j + 1 < len(document.tokens) else None
    if morph is None or following is None or j + 1 in reading.covering:
        return True
    word = document.tokens[j + 1].norm
    described = following.definite and following.pos in ("noun", "adj") and following.preposition is None and following.conjunction is None
    return not described or word in reading.lexicon.given_names or opens_title(word, reading.lexicon)


def is_syllable(reading: Reading, j: int) -> bool:
    """Whether two letters inside a name are a syllable of it: a word that nobody knows follows, or the phrase ends: «كيم كي غوان», «كانغ كيونغ وا»."""
    tokens, morphs = reading.document.tokens, reading.document.morphs
    token, morph = tokens[j], morphs[j]
    if token.kind != "word" or len(token.norm) != 2 or token.norm in _SYLLABLES_NOT or morph is not None and morph.enclitic is not None or abbreviated_style(reading.document, j):
        return False
    if j + 1 >= len(tokens) or tokens[j + 1].text in _CLOSING:
        return True
    if j + 1 in reading.covering or tokens[j + 1].norm[:1] in "يت" and len(tokens[j + 1].norm) > 3:
        return False  # «الزبيدي كي يتولى»
    return tokens[j + 1].start == token.end + 1 and is_strange(reading, j + 1)
