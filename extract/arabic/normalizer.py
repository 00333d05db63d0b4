"""Match keys: spellings folded so that variants of one word meet. Never shown to a reader.

``fold("الأميركيّة")`` → ``"الاميركيه"``; the offsets of a folded word do not map back, so folding is applied to
tokens, whose spans stay those of the text.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from extract.arabic.memo import Memo

# Diacritics, tatweel, zero-width and bidi marks carry no letters.
INVISIBLE: Final = (
    "\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad"
)
_INVISIBLE: Final = re.compile(f"[{INVISIBLE}]")

# The folding that camel-tools' normalisers make (alef, alef maksura, teh marbuta), with hamza seats, Persian letters
# that Arabic newsrooms type by mistake, and both sets of Arabic digits besides.
FOLDED: Final = ("أإآٱىةؤئیکڤپگچھە٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "اااايهوييكفبغجهه01234567890123456789")
_FOLD: Final = str.maketrans(*FOLDED)
SEATS: Final = (("شئون", "شؤون"), ("مسئول", "مسؤول"))  # hamza on another seat than most write: Egyptian «شئون»
_PRESENTATION: Final = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


def fold(word: str) -> str:
    """The match key of one word: ``fold("مسؤول") == fold("مسوول") == fold("مسئول")``, ``fold("ستولتنبرغ")`` keeps its letters."""
    return _FOLDED[word]


def _folded(word: str) -> str:
    if _PRESENTATION.search(word):
        word = unicodedata.normalize("NFKC", word)
    word = _INVISIBLE.sub("", word)
    for written, usual in SEATS:
        word = word.replace(written, usual)
    return word.translate(_FOLD).casefold()


_FOLDED: Final = Memo(_folded)


def fold_phrase(phrase: str) -> str:
    """The match key of several words, single spaces between: ``"الأمم  المتحدة"`` → ``"الامم المتحده"``."""
    return " ".join(fold(w) for w in phrase.split())


# Sounds that Arabic spells in several ways in foreign names: غ/ج/ك/ق for g, final ا/ه/ة, و and ي for short vowels.
_SOUND: Final = str.maketrans("غكقثصطظضذ", "جججسستزدز")
_SILENT: Final = str.maketrans("", "", "اويهء")


def sound_key(word: str) -> str:
    """A loose key for foreign names: ستولتنبرغ, ستولتنبرج and شتولتنبرغ share one.

    Long vowels are dropped inside the word, g-letters meet, ش before ت meets س.
    """
    return _SOUNDS[word]


def _sound(word: str) -> str:
    key = fold(word).translate(_SOUND)
    key = "س" + key[1:] if key.startswith("شت") else key
    return key[:1] + key[1:].translate(_SILENT)


_SOUNDS: Final = Memo(_sound)
