"""The city to which a visitor of a state came, as the sentences behind tell of his arrival or departure there."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document, Name
from extract.events.arguments import Index
from extract.events.meetings.event import VISITS, Event

_AIRPORTS: Final = frozenset(("مطار", "بمطار", "المطار", "بالمطار", "لمطار"))
_CAPITALS: Final = frozenset(("العاصمه", "بالعاصمه", "للعاصمه"))
_CEREMONY: Final = frozenset(("استقبال", "استقباله", "استقبالها", "مستقبلي", "مستقبليه", "مستقبليها", "وداع", "وداعه", "وداعها", "مودعي", "مودعيه"))
_AIRPORT_REACH: Final = 7  # tokens from the airport to the city: «مطار الملك خالد الدولي بالرياض»
_WITHIN: Final = 2  # sentences from the visit to who received the visitor


def land(document: Document, index: Index, event: Event) -> None:
    """Give a visit to a state the city of the airport where the visitor was received or seen off: «وصل الأمير إلى اليونان. وكان في استقباله لدى وصوله مطار أثينا وزير الدفاع»."""
    place = event.place
    if event.rule not in VISITS or place is None or place.kind == "place" or event.status not in ("held", "planned"):
        return
    country = place.country_code or place.actor_id
    for sentence in document.sentences[event.sentence : event.latest + _WITHIN + 1]:
        first, last = sentence.first_token, sentence.last_token
        if _CEREMONY.isdisjoint(document.norms[first:last]):
            continue
        city = next((c for j in range(first, last) if (c := _city_at(document, index, j, last)) is not None), None)
        if city is not None and (city.country_code or city.actor_id) == country:
            event.place = city
            return


def _city_at(document: Document, index: Index, j: int, last: int) -> Name | None:
    """The city of the airport at token ``j``, or the capital there: «مطار | القاهرة الدولي», «في مطار الرئاسة في | العاصمة الإماراتية»."""
    norm = document.norms[j]
    if norm not in _AIRPORTS and norm not in _CAPITALS:
        return None
    start, end = document.tokens[j].start, document.tokens[min(j + _AIRPORT_REACH, last - 1)].end
    named = [n for n in document.names if start <= n.start < end and n.kind == "place" and not index.in_person(n.start)]
    return named[0] if named else None
