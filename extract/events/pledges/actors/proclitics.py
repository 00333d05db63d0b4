"""Folded words without the proclitics written with them, and with all of them: «وللجيش» is «جيش»."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from extract.arabic.memo import Memo

CLITICS: Final = ("وال", "فال", "بال", "لل", "ول", "وب", "ال", "ل", "ب", "و", "ف")
# Words that begin with what looks like a proclitic: وزارة, بنك, وقف, إلغاء.
_WHOLE: Final = frozenset(
    ("الغاء", "التزام", "التزامات", "باخره", "بواخر", "برنامج", "برنامجا", "برامج", "بحريه", "برلمان", "بعثه", "بلدان", "بناء", "بنك", "بنوك", "بيع", "فديه", "فريق", "فريقا", "فصايل", "لاجيين", "لاجي", "لجنه",
     "لقاح", "لقاحات", "واردات", "وديعه", "ودايع", "وزاره", "وزير", "وصول", "وفد", "وكاله", "وكالات", "وقف", "وقود", "وجبه", "وجبات", "ولايه", "بطانيه", "بطانيات", "بحث", "فشل", "بيان", "وزراء", "بروتوكول", "لقاء", "لاجيا")
)  # fmt: skip
WORLD: Final = frozenset((("مجتمع", "دولي"), ("اسره", "دوليه")))  # the words of «المجتمع الدولي» without their proclitics
_OPENS_WITH_WAW: Final = frozenset(("واشنطن", "وزيره", "وزراء", "وزيري", "وزارات", "وارسو", "ولي", "وكيل", "وسط"))  # names and offices that «و» is the root of


def is_joined(word: str) -> bool:
    """Whether a folded word opens with «and»: وباريس, ووزارة; in وزارة and واشنطن the letter is the word's own."""
    return word.startswith("و") and word not in _WHOLE and word not in _OPENS_WITH_WAW


def stripped(word: str) -> str:
    """A folded word without its proclitics, where what is left is long enough: وللجيش → جيش."""
    return _STRIPPED[word]


def _stripped(word: str) -> str:
    if word in _WHOLE:
        return word
    if word[:1] in "وفبل" and word[1:] in _WHOLE:
        return word[1:]
    if "للاج" in word[:5]:
        return word[word.index("للاج") + 1 :]  # «للاجئين» is «لـ» and «اللاجئين»
    for clitic in CLITICS:
        if word.startswith(clitic) and len(word) - len(clitic) >= 2:
            return word[len(clitic) :]
    return word


_STRIPPED: Final = Memo(_stripped)


def written_forms(words: Iterable[str]) -> frozenset[str]:
    """``words`` and every folded form that ``stripped`` takes for one of them: دول, الدول, وللدول, باخره. Asking for one is cheaper than stripping."""
    return frozenset(form for word in words for form in (word, *(clitic + word for clitic in CLITICS)) if form == word or stripped(form) in (word, stripped(word)))
