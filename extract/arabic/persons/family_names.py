"""The last words of a personal name: families, and the syllables of Asian names that look like particles."""

from __future__ import annotations

from typing import Final

from extract.arabic.persons.words import (
    FATHERS,
    GROUPS,
    INSIDE_TITLES,
    Reading,
    abbreviated_style,
    is_strange,
    opens_title,
)

# What stands behind a name and describes who bears it: «فلان المرشح لرئاسة الاتحاد».
_EPITHETS: Final = frozenset(
    ("المرشح", "الملقب", "المعروف", "المكلف", "المكني", "المقرب", "المتهم", "المطلوب", "المولود", "المقيم", "الموجود", "المنشق", "المسجون", "المعتقل", "المحتجز", "المشارك",
     "الزاير", "الجديد", "الحالي", "السابق", "الموفد", "المعين", "المنتخب", "المعترف", "القادم", "الشهير", "الراحل", "العايد", "المسوول")
)  # fmt: skip
_SYLLABLES_NOT: Final = frozenset(("في", "من", "عن", "ان", "او", "قد", "لن", "لم", "ما", "هل", "ثم", "تم", "ضد", "له", "به", "لك", "بك", "بي", "كل", "مع", "اي", "يا", "هم", "هو", "هي", "لا", "اذ", "بل", "ام", "بن", "كم", "ود", "اب", "اخ", "رد", "حث", "عد", "شن", "حل"))  # two letters that are words of their own
_CALLED_BY_ONE_NAME: Final = ("الملك", "الرييس", "الامير", "الشيخ", "السلطان", "البابا", "الاميره", "الشيخه", "الملكه", "الامام", "القديس")  # before a ruler's given name
_KOREAN: Final = frozenset(("كيم", "مون", "بارك", "لي", "ري", "كانغ", "كانج", "يون", "هان", "تشوي", "تشو", "تشونغ", "جونغ", "سونغ", "هوانغ", "يو", "شين"))  # families before two syllables
_COURTESY: Final = frozenset(("السيد", "السيده", "للسيد", "والسيد", "والسيده", "بالسيد"))  # before a family alone
_CLOSING: Final = frozenset('.،,)؛"»”')


def calls_for_family(reading: Reading, j: int, words: int) -> bool:
    """Whether a family name is likely at ``j``: behind a father's name, or behind a given name alone that is no king's: «محمد بن سلمان | آل سعود»."""
    tokens = reading.document.tokens
    if words > 2 and tokens[j - 2].norm in FATHERS:
        return True
    first = tokens[j - 1].norm
    alone = words == 1 and (first in reading.lexicon.first_names or first in reading.lexicon.worded_names and reading.document.morphs[j - 1] is None or first[:1] == "و" and first[1:] in reading.lexicon.first_names)
    return alone and not (j > 1 and tokens[j - 2].norm.endswith(("الملك", "الرييس"))) and not _told_in_full(reading, j - 1)


def is_worded_family(reading: Reading, j: int, words: int) -> bool:
    """Whether a bare noun behind a given name that stands alone is the family: «وزير العدل وليد نجم», «عبد الباسط صقر»; not «الأمير محمد ضيف الشرف»."""
    document = reading.document
    token, morph = document.tokens[j], document.morphs[j]
    compound = words == 2 and document.norms[j - 2] == "عبد"
    first = j - 1 - compound
    if not (compound or words == 1 and document.norms[first] in reading.lexicon.first_names) or first < 1 or document.norms[first - 1].endswith(_CALLED_BY_ONE_NAME):
        return False
    if document.norms[first] in reading.lexicon.surnames or any(n.kind == "person" and document.tokens[first].text in n.text.split() for n in document.names):
        return False  # «الوزير شكري تأكيد وحدة الصف», behind «سامح شكري»
    if morph is None or morph.pos not in ("noun", "adj") or morph.definite or morph.conjunction or morph.preposition or morph.enclitic or j in reading.document.covering:
        return False
    if len(token.norm) < 3 or token.text.endswith(("ة", "ا", "ات")) or "\u064b" in token.text or token.norm in INSIDE_TITLES or token.norm in GROUPS or opens_title(token.norm, reading.lexicon):
        return False
    following = document.morphs[j + 1] if j + 1 < len(document.tokens) else None
    if following is not None and opens_title(document.norms[j + 1], reading.lexicon):
        return True  # «وزير العدل وليد نجم السفير الفرنسي»
    owner = reading.document.covering.get(j + 1)  # «زيارة مصر», «مقر الحزب»: a genitive makes it a word
    return not (owner is not None and not owner.clitics or following is not None and following.pos in ("noun", "adj") and following.preposition is None and following.conjunction is None and following.enclitic is None)


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
    if morph is None or following is None or j + 1 in reading.document.covering:
        return True
    word = document.tokens[j + 1].norm
    described = following.definite and following.pos in ("noun", "adj") and following.preposition is None and following.conjunction is None
    return not described or word in reading.lexicon.given_names or opens_title(word, reading.lexicon)


def is_syllable(reading: Reading, j: int) -> bool:
    """Whether two letters inside a name are a syllable of it: a word that nobody knows follows, or the phrase ends: «كيم كي غوان», «كانغ كيونغ وا»."""
    tokens, morphs = reading.document.tokens, reading.document.morphs
    token, morph = tokens[j], morphs[j]
    if token.norm == "هو" and j > 1 and morphs[j - 1] is None and j + 1 < len(tokens) and tokens[j + 1].text in _CLOSING:
        return True  # «لي يونغ هو.»
    if token.kind != "word" or len(token.norm) != 2 or token.norm in _SYLLABLES_NOT and token.text != "إي" or morph is not None and morph.enclitic is not None or abbreviated_style(reading.document, j):
        return False
    if j + 1 >= len(tokens) or tokens[j + 1].text in _CLOSING:
        return True
    if j + 1 in reading.document.covering or tokens[j + 1].norm[:1] in "يت" and len(tokens[j + 1].norm) > 3:
        return False  # «الزبيدي كي يتولى»
    return tokens[j + 1].start == token.end + 1 and is_strange(reading, j + 1)


def is_spaced_hyphen(reading: Reading, i: int, j: int) -> bool:
    """Whether the hyphen at ``j`` parts the syllables of the Korean name that begins at ``i``, spaces about it: «كيم جونغ | - | أون»."""
    norms = reading.document.norms
    return j == i + 2 and norms[i] in _KOREAN and j + 1 < len(norms) and len(norms[j + 1]) < 5 and j + 1 not in reading.document.covering and not opens_title(norms[j + 1], reading.lexicon)


def is_courtesy_name(reading: Reading, i: int, j: int) -> bool:
    """Whether one word that nobody knows, at ``i``, is the family of whom «السيد» before it speaks, where the phrase ends at ``j``: «نائب رئيس الوزراء السيد | بيكرامينوس |.»."""
    tokens = reading.document.tokens
    return j == i + 1 and i > 0 and tokens[i - 1].norm in _COURTESY and len(tokens[i].norm) > 3 and is_strange(reading, i) and not tokens[i].norm.startswith(("ال", "و", "ي", "ت", "س")) and (j >= len(tokens) or tokens[j].text in _CLOSING or tokens[j].norm.startswith("و"))
