"""Whom a text names, as the tests of persons ask for it."""

from __future__ import annotations

import datetime as dt

from extract.arabic.document import annotate
from extract.lexicon import Lexicon

Told = tuple[str | None, str | None, str | None]


def people(text: str, lexicon: Lexicon, year: int | None = None) -> list[Told]:
    """Each person of a text, published in June of that year if one is given: name, office, and the code or name of whom he acts for."""
    published = dt.date(year, 6, 1) if year else None
    return [(p.name_ar, p.role, p.actor_id or p.actor_name_ar) for p in annotate(text, None, published, lexicon).persons]
