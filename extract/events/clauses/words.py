"""Words and marks that many rules of events look for alike, folded: prepositions of time, marks, nouns of meetings."""

from __future__ import annotations

BEFORE = frozenset(("قبل", "قبيل", "عشيه"))
AFTER = frozenset(("بعد", "عقب", "اثر"))
SINCE = frozenset(("بعد", "منذ", "عقب"))
BEFORE_OR_AFTER = frozenset(("بعد", "عقب", "قبل", "قبيل", "غداه", "عشيه"))  # behind these stands another event than the one told
IN = frozenset(("في", "وفي", "خلال", "وخلال"))
SPEAKING_AT = frozenset(("خلال", "في", "اثناء", "امام", "لدي"))  # where somebody speaks: «تحدث | أمام القمة»
EXPECTED = frozenset(("يفترض", "يتوقع", "ينتظر", "يرتقب", "المقرر", "المتوقع", "المنتظر", "المرتقب", "المفترض", "المزمع"))
COMMAS = frozenset("،,")
FULL_STOPS = frozenset(".؛؟!\n:")
QUOTES = frozenset('"«»“”\'')
# Behind these another clause tells its own time and place.
CLAUSE_OPENERS = frozenset(
    ("بعد", "قبل", "منذ", "حيث", "فيما", "بينما", "الذي", "التي", "الذين", "ان", "انه", "انها", "بان", "لان", "وقال", "واضاف", "واكد", "قال", "قالت",
     "وقالت", "كما", "اذ", "لكن", "غداه", "وسط", "رغم", "بعيد", "ليختتم", "ليبدا", "اعقاب", "عقب", "قبيل", "عشيه", "موكدا", "مشيرا", "مضيفا", "معربا", "لافتا", "موكده", "مشيره")
)  # fmt: skip
PLACE_PREPOSITIONS = frozenset(("في", "وفي", "بمدينه", "مدينه", "بالعاصمه", "العاصمه", "الي", "بقصر", "قصر", "مقر", "بمقر", "منتجع", "بمنتجع", "مطار", "بمطار", "محافظه", "وسط", "جزيره", "قريه", "بقريه", "بلده", "ببلده", "قاعده", "مقاطعه", "بمقاطعه", "ولايه", "بولايه", "بمحافظه", "بجزيره", "بقاعده"))
# Lemmas, as the morphology writes them.
MEETINGS = frozenset(("اجتماع", "لقاء", "قمة", "مؤتمر", "محادثات", "مباحثات", "مفاوضات"))
