"""A word that tells of giving with what it governs: who acts, where what is given begins, and what that is."""

from __future__ import annotations

from typing import NamedTuple

from extract.arabic.types import Document, Morph, Sentence
from extract.events.pledges.actors.actor import Actor
from extract.events.pledges.content import description as content
from extract.events.pledges.frames import Frame


class Telling(NamedTuple):
    """One word that opens a frame, and its clause."""

    document: Document
    sentence: Sentence
    number: int  # of the sentence
    frame: Frame
    i: int  # the word's token
    morph: Morph | None  # of a verb
    subject: list[Actor]
    beside: bool  # whether the subject stands at the word
    behind: int  # the token behind word and subject
    start: int  # where what is given begins
    end: int
    what: content.Content

    @property
    def act(self) -> str:
        """The sense of the telling word in seeds/pledge_frames.csv: commissive of «تعهد»."""
        return self.frame["act"]

    @property
    def lemma(self) -> str:
        """The lemma of the telling word: تعهد of «وتعهدت»."""
        return self.frame["lemma"]
