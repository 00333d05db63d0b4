"""What the language modules hand to each other: spans over one article's text.

Every span is half open and counted in Unicode code points of the article's text, so
``text[span.start:span.end]`` is the surface form as published. Match keys (``norm``) are folded
spellings made for look-ups and are never shown to a reader.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Final, NamedTuple


class Token:
    """A word, number or punctuation mark. Clitics stay on: وبالناتو is one token.

    ``norm`` is the match key of the surface (see ``normalizer.fold``): وبالناتو → وبالناتو,
    أميركا → اميركا. ``kind`` is word | number | punctuation | latin. A class with an ``__init__`` of its own, which
    the compiler makes in half the time of a named tuple: an article has hundreds.
    """

    __slots__ = ("end", "kind", "norm", "start", "text")

    def __init__(self, start: int, end: int, text: str, norm: str, kind: str) -> None:
        self.start: Final = start
        self.end: Final = end
        self.text: Final = text
        self.norm: Final = norm
        self.kind: Final = kind


@dataclass(frozen=True, slots=True)
class Morph:
    """The chosen reading of a token: وسيجتمعون → lemma اجتمع, pos verb, aspect i, future."""

    lemma: str  # undiacritised lemma, hamzas kept: اجتمع، وزير، أميركي
    pos: str  # verb | noun | adj | adv | prep | conj | pron | part | num | prop | unknown
    aspect: str | None  # p (perfective) | i (imperfective) | c (imperative) | None
    person: str | None  # 1 | 2 | 3 | None
    gender: str | None  # m | f | None
    number: str | None  # s | d | p | None
    conjunction: str | None  # و | ف | None
    preposition: str | None  # ب | ل | ك | None
    definite: bool  # carries ال
    future: bool  # carries س
    enclitic: str | None  # 3ms | 3fs | 3mp | ... | None
    voice: str = "a"  # a | p (عُقد)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: code-point span and the half-open range of its tokens in ``Document.tokens``.

    ``paragraph`` counts from 0 and grows at each line break in the text; the title, where one was
    annotated, is not part of the text and has no sentence.
    """

    start: int
    end: int
    first_token: int
    last_token: int  # exclusive
    paragraph: int


class Clause(NamedTuple):
    """A stretch of a sentence round one predicate, as ``segmenter.clauses`` cuts it."""

    start: int
    end: int
    first_token: int
    last_token: int  # exclusive
    sentence: int  # index into Document.sentences


@dataclass(frozen=True, slots=True)
class Name:
    """A name that the gazetteer knows, clitics excluded from the span (وبالناتو → الناتو).

    ``kind``: state | organisation | place | person | nisba | metonym. ``actor_id`` is whom the name stands for
    (موسكو as a metonym → RU; روسي → RU); ``entity_id`` the row of its own table (place_id, person_id, actor_id).
    ``alternatives`` holds other readings (entity kind, entity_id) that the context did not exclude.
    """

    start: int
    end: int
    text: str
    kind: str
    entity_id: str
    actor_id: str | None
    name_ar: str
    name_en: str
    country_code: str | None  # of a place
    clitics: str = ""  # proclitics as written: وب، ل، لل
    alternatives: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A person or a collective of office holders as the text names it: وزير الخارجية المصري سامح شكري.

    ``start:end`` covers title and name, ``name_start:name_end`` the personal name alone (both None where
    only the office is named). ``chain`` numbers the coreference chain in the article: mentions of one
    person share it. ``kind``: person | office (one office holder, unnamed) | collective (وزراء خارجية
    الحلف) | pronoun.
    """

    start: int
    end: int
    kind: str
    name_start: int | None
    name_end: int | None
    name_ar: str | None  # fullest form in the article
    name_en: str | None  # from the gazetteer, else None
    person_id: str | None
    role: str | None  # English, lower case: foreign minister
    role_ar: str | None  # as written: وزير الخارجية المصري
    actor_id: str | None  # whom they act for
    actor_name_ar: str | None
    chain: int
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A temporal expression (TIMEX3) as a closed interval of days.

    ``precision`` day | week | month | year | unknown; ``basis`` explicit | relative | publication | inferred.
    ``date_from`` is None where the publication date that would anchor it is unknown.
    ``type`` DATE | DURATION | SET.
    """

    start: int
    end: int
    text: str
    date_from: dt.date | None
    date_to: dt.date | None
    precision: str
    basis: str
    rule: str
    type: str = "DATE"


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money, a quantity with its unit, or a percentage: «من 20 إلى 30 مليون دولار».

    ``kind`` money | quantity | percentage. ``currency`` is ISO 4217 or None where the text does not tell whose
    dollar or pound it is. ``unit`` is the unit's English name (tank, missile, tonne, soldier, percent_of_gdp).
    ``value_max`` is set for ranges alone. ``is_approximate`` for نحو، حوالي، أكثر من.
    """

    start: int
    end: int
    text: str
    kind: str
    value: float
    value_max: float | None
    currency: str | None
    unit: str | None
    unit_ar: str | None
    is_approximate: bool
    per: str | None  # year | month | None
    rule: str


@dataclass(frozen=True, slots=True)
class Speech:
    """Quoted or reported speech: the span of what is said, and the token range of who says it.

    ``attribution``: direct («…» with a speaker) | indirect (قال إن) | unnamed (مصادر).
    """

    start: int
    end: int
    attribution: str
    verb_start: int | None
    verb_end: int | None
    speaker_start: int | None
    speaker_end: int | None


@dataclass(slots=True)
class Document:
    """One article read by every language module. Lists are sorted by ``start``; ``morphs`` is parallel to ``tokens``.

    ``norms`` (the match keys of the tokens), ``starts`` (their offsets) and ``verbs`` (the tokens that are verbs, ascending) are
    what most rules look at in every token, kept apart so that none has to go through all tokens for them.
    """

    text: str
    title: str | None
    published: dt.date | None
    tokens: list[Token] = field(default_factory=list)
    morphs: list[Morph | None] = field(default_factory=list)
    norms: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    verbs: list[int] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)  # their first tokens
    dateline: tuple[int, int] | None = None
    names: list[Name] = field(default_factory=list)
    covering: dict[int, Name] = field(default_factory=dict)  # token → the name that it belongs to
    persons: list[Person] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    amounts: list[Amount] = field(default_factory=list)
    speeches: list[Speech] = field(default_factory=list)
    bodies: list[Name] = field(default_factory=list)  # that no table knows
