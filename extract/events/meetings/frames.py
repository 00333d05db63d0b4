"""The grammar of meetings by lemma: seeds/meeting_frames.csv, meeting_verbs.csv and status_words.csv, as read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.arabic.normalizer import fold
from extract.events.meetings.attendance import ATTENDING
from extract.events.meetings.committees import WORKS
from extract.events.meetings.lists import REPRESENTING
from extract.events.modality.clause import read_status_words

if TYPE_CHECKING:
    from extract.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Frames:
    """The grammar of meetings by lemma: the trigger frames and the verbs that carry event nouns."""

    triggers: dict[tuple[str, str], dict[str, str]]
    needs: dict[tuple[str, str], frozenset[str]]
    unless: dict[tuple[str, str], frozenset[str]]
    verbs: dict[str, str]
    event_nouns: frozenset[str]
    status_words: dict[str, frozenset[str]]  # by class, seeds/status_words.csv
    lemmas: frozenset[str]  # of all words that may tell of a meeting or of who was there; the others need no look
    seats: dict[str, tuple[str, str, str]]  # org_id of a body → its kind, its city in English, the state of that
    portfolios: dict[str, str]  # folded portfolio → English role


def load_frames(lexicon: Lexicon) -> Frames:
    """The frames of seeds/meeting_frames.csv, meeting_verbs.csv and status_words.csv."""
    rows = lexicon.tables["meeting_frames"]
    return Frames(
        {(r["lemma"], r["pos"]): r for r in rows},
        {(r["lemma"], r["pos"]): frozenset(fold(w) for w in r["needs"].split("|")) for r in rows if r["needs"]},
        {(r["lemma"], r["pos"]): frozenset(fold(w) for w in r["unless"].split("|")) for r in rows if r["unless"]},
        {r["lemma"]: r["role"] for r in lexicon.tables["meeting_verbs"]},
        frozenset([*(r["lemma"] for r in rows if r["pos"] == "noun" and r["lemma"] not in WORKS), "استقبال", "مأدبة", "حفل"]),
        read_status_words(lexicon.tables["status_words"]),
        frozenset([*(r["lemma"] for r in rows), *ATTENDING, *REPRESENTING]),
        lexicon.body_seats,
        lexicon.portfolios,
    )
