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
# Lemmas, as the morphology writes them.
MEETINGS = frozenset(("اجتماع", "لقاء", "قمة", "مؤتمر", "محادثات", "مباحثات", "مفاوضات"))
