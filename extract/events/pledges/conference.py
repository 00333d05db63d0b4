"""The day of the conference of donors at which what an article tells was promised: «تعهدت كندا بعشرة ملايين دولار … مؤتمر المانحين في روما، الاثنين»."""

from __future__ import annotations

import datetime as dt
from typing import Final

from extract.arabic.spans import sentence_at
from extract.arabic.types import Document
from extract.events.pledges.actors.proclitics import written_forms
from extract.events.pledges.pledge import Pledge

_CONFERENCES: Final = written_forms(("موتمر",))
_OF_DONORS: Final = ("المانح", "للمانح", "لدعم", "اعمار", "لاعاده", "تعهد", "التعهد", "للتعهد")  # beginnings of folded words
_TO_DONORS: Final = 4  # tokens from the conference to whose or what for it is
_BEFORE, _BEHIND = 6, 12  # tokens round the conference in which its day stands
_REACH: Final = 150  # tokens from the conference to what is promised there


def complete_days(document: Document, pledges: list[Pledge]) -> None:
    """Promises without a day of their own were made on the day of the conference of donors that the article tells near them."""
    undated = [p for p in pledges if p.status == "pledged" and p.announced is None and p.amount is not None]
    found = _conference_days(document) if undated else []
    for pledge in undated:
        near = [(abs(i - pledge.trigger), day) for i, day in found if abs(i - pledge.trigger) <= _REACH]
        pledge.announced = min(near)[1] if near else None


def _conference_days(document: Document) -> list[tuple[int, dt.date]]:
    """The tokens at which conferences of donors are told with their day, which is over: «مؤتمر المانحين في روما، الاثنين»."""
    out: list[tuple[int, dt.date]] = []
    for i, norm in enumerate(document.norms):
        if norm not in _CONFERENCES or not any(n.startswith(_OF_DONORS) for n in document.norms[i + 1 : i + _TO_DONORS]):
            continue
        sentence = document.sentences[sentence_at(document, i)]
        begin = document.tokens[max(sentence.first_token, i - _BEFORE)].start
        end = document.tokens[min(sentence.last_token, i + _BEHIND) - 1].end
        for t in document.times:
            if begin <= t.start < end and t.precision == "day" and t.date_from is not None and (document.published is None or t.date_from <= document.published):
                out.append((i, t.date_from))
                break
    return out
