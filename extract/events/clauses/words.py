"""Words and marks that many rules of events look for alike, folded: prepositions of time, marks, nouns of meetings."""

from __future__ import annotations

from typing import Final

BEFORE: Final = frozenset(("قبل", "قبيل", "عشيه"))
AFTER: Final = frozenset(("بعد", "عقب", "اثر"))
SINCE: Final = frozenset(("بعد", "منذ", "عقب"))
BEFORE_OR_AFTER: Final = frozenset(("بعد", "عقب", "قبل", "قبيل", "غداه", "عشيه"))  # behind these stands another event than the one told
IN: Final = frozenset(("في", "وفي", "خلال", "وخلال"))
SPEAKING_AT: Final = frozenset(("خلال", "في", "اثناء", "امام", "لدي"))  # where somebody speaks: «تحدث | أمام القمة»
EXPECTED: Final = frozenset(("يفترض", "يتوقع", "ينتظر", "يرتقب", "المقرر", "المتوقع", "المنتظر", "المرتقب", "المفترض", "المزمع"))
THAT: Final = frozenset(("ان", "وان", "بان"))  # before what somebody says: «أعلن | أن | الوزير …»
HONORIFICS: Final = frozenset(("معاليه", "معاليها", "سموه", "سموها", "فخامته", "جلالته", "سيادته", "سعادته", "دولته"))  # who was named before: «بحث | معاليه | مع …»
SESSIONS: Final = frozenset(("اعمال", "اجتماعات", "اشغال", "فعاليات", "جلسات"))  # of a gathering: «انطلقت | أعمال | القمة»
COMMAS: Final = frozenset("،,")
FULL_STOPS: Final = frozenset(".؛؟!\n:")
QUOTES: Final = frozenset('"«»“”\'')
# Behind these another clause tells its own time and place.
CLAUSE_OPENERS: Final = frozenset(
    ("بعد", "قبل", "منذ", "حيث", "فيما", "بينما", "الذي", "التي", "الذين", "ان", "انه", "انها", "بان", "لان", "وقال", "واضاف", "واكد", "قال", "قالت",
     "وقالت", "كما", "اذ", "لكن", "غداه", "وسط", "رغم", "بعيد", "ليختتم", "ليبدا", "اعقاب", "عقب", "قبيل", "عشيه", "موكدا", "مشيرا", "مضيفا", "معربا", "لافتا", "موكده", "مشيره")
)  # fmt: skip
PLACE_PREPOSITIONS: Final = frozenset(("في", "وفي", "بمدينه", "مدينه", "بالعاصمه", "العاصمه", "الي", "بقصر", "قصر", "مقر", "بمقر", "منتجع", "بمنتجع", "مطار", "بمطار", "محافظه", "وسط", "جزيره", "قريه", "بقريه", "بلده", "ببلده", "قاعده", "مقاطعه", "بمقاطعه", "ولايه", "بولايه", "بمحافظه", "بجزيره", "بقاعده"))
# Lemmas, as the morphology writes them.
MEETING_WHOM: Final = frozenset(("التقى", "استقبل", "قابل"))  # whose object is who is met
LEADING: Final = frozenset(("ترأس", "رأس", "قاد"))
MEETINGS: Final = frozenset(("اجتماع", "لقاء", "قمة", "مؤتمر", "محادثات", "مباحثات", "مفاوضات"))
