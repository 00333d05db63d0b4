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


@dataclass(init=False, slots=True)
class Morph:
    """The chosen reading of a token: وسيجتمعون → lemma اجتمع, pos verb, aspect i, future."""

    lemma: Final[str]  # undiacritised lemma, hamzas kept: اجتمع، وزير، أميركي
    pos: Final[str]  # verb | noun | adj | adv | prep | conj | pron | part | num | prop | unknown
    aspect: Final[str | None]  # p (perfective) | i (imperfective) | c (imperative) | None
    person: Final[str | None]  # 1 | 2 | 3 | None
    gender: Final[str | None]  # m | f | None
    number: Final[str | None]  # s | d | p | None
    conjunction: Final[str | None]  # و | ف | None
    preposition: Final[str | None]  # ب | ل | ك | None
    definite: Final[bool]  # carries ال
    future: Final[bool]  # carries س
    enclitic: Final[str | None]  # 3ms | 3fs | 3mp | ... | None
    voice: Final[str]  # a | p (عُقد)

    def __init__(self, lemma: str, pos: str, aspect: str | None, person: str | None, gender: str | None, number: str | None, conjunction: str | None, preposition: str | None, definite: bool, future: bool, enclitic: str | None, voice: str = "a") -> None:
        self.lemma, self.pos, self.aspect, self.person, self.gender, self.number = lemma, pos, aspect, person, gender, number
        self.conjunction, self.preposition, self.definite, self.future, self.enclitic, self.voice = conjunction, preposition, definite, future, enclitic, voice


@dataclass(init=False, slots=True)
class Sentence:
    """A sentence: code-point span and the half-open range of its tokens in ``Document.tokens``.

    ``paragraph`` counts from 0 and grows at each line break in the text; the title, where one was
    annotated, is not part of the text and has no sentence.
    """

    start: Final[int]
    end: Final[int]
    first_token: Final[int]
    last_token: Final[int]  # exclusive
    paragraph: Final[int]

    def __init__(self, start: int, end: int, first_token: int, last_token: int, paragraph: int) -> None:
        self.start, self.end, self.first_token, self.last_token, self.paragraph = start, end, first_token, last_token, paragraph


class Clause(NamedTuple):
    """A stretch of a sentence round one predicate, as ``segmenter.clauses`` cuts it."""

    start: int
    end: int
    first_token: int
    last_token: int  # exclusive
    sentence: int  # index into Document.sentences


@dataclass(init=False, slots=True)
class Name:
    """A name that the gazetteer knows, clitics excluded from the span (وبالناتو → الناتو).

    ``kind``: state | organisation | place | person | nisba | metonym. ``actor_id`` is whom the name stands for
    (موسكو as a metonym → RU; روسي → RU); ``entity_id`` the row of its own table (place_id, person_id, actor_id).
    ``alternatives`` holds other readings (entity kind, entity_id) that the context did not exclude.
    """

    start: Final[int]
    end: Final[int]
    text: Final[str]
    kind: Final[str]
    entity_id: Final[str]
    actor_id: Final[str | None]
    name_ar: Final[str]
    name_en: Final[str]
    country_code: Final[str | None]  # of a place
    clitics: Final[str]  # proclitics as written: وب، ل، لل
    alternatives: Final[tuple[tuple[str, str], ...]]

    def __init__(self, start: int, end: int, text: str, kind: str, entity_id: str, actor_id: str | None, name_ar: str, name_en: str, country_code: str | None, clitics: str = "", alternatives: tuple[tuple[str, str], ...] = ()) -> None:
        self.start, self.end, self.text, self.kind, self.entity_id, self.actor_id = start, end, text, kind, entity_id, actor_id
        self.name_ar, self.name_en, self.country_code, self.clitics, self.alternatives = name_ar, name_en, country_code, clitics, alternatives


@dataclass(init=False, slots=True)
class Person:
    """A person or a collective of office holders as the text names it: وزير الخارجية المصري سامح شكري.

    ``start:end`` covers title and name, ``name_start:name_end`` the personal name alone (both None where
    only the office is named). ``chain`` numbers the coreference chain in the article: mentions of one
    person share it. ``kind``: person | office (one office holder, unnamed) | collective (وزراء خارجية
    الحلف) | pronoun.
    """

    start: Final[int]
    end: Final[int]
    kind: Final[str]
    name_start: Final[int | None]
    name_end: Final[int | None]
    name_ar: Final[str | None]  # fullest form in the article
    name_en: Final[str | None]  # from the gazetteer, else None
    person_id: Final[str | None]
    role: Final[str | None]  # English, lower case: foreign minister
    role_ar: Final[str | None]  # as written: وزير الخارجية المصري
    actor_id: Final[str | None]  # whom they act for
    actor_name_ar: Final[str | None]
    chain: Final[int]
    rule: Final[str]
    confidence: Final[float]

    def __init__(self, start: int, end: int, kind: str, name_start: int | None, name_end: int | None, name_ar: str | None, name_en: str | None, person_id: str | None, role: str | None, role_ar: str | None, actor_id: str | None, actor_name_ar: str | None, chain: int, rule: str, confidence: float) -> None:
        self.start, self.end, self.kind, self.name_start, self.name_end, self.name_ar = start, end, kind, name_start, name_end, name_ar
        self.name_en, self.person_id, self.role, self.role_ar, self.actor_id, self.actor_name_ar = name_en, person_id, role, role_ar, actor_id, actor_name_ar
        self.chain, self.rule, self.confidence = chain, rule, confidence

    def serving(self, role: str | None, actor_id: str | None, actor_name_ar: str | None) -> Person:
        """The same mention as of one who acts for an actor in an office."""
        return Person(self.start, self.end, self.kind, self.name_start, self.name_end, self.name_ar, self.name_en, self.person_id, role, self.role_ar, actor_id, actor_name_ar, self.chain, self.rule, self.confidence)


@dataclass(init=False, slots=True)
class TimeExpression:
    """A temporal expression (TIMEX3) as a closed interval of days.

    ``precision`` day | week | month | year | unknown; ``basis`` explicit | relative | publication | inferred.
    ``date_from`` is None where the publication date that would anchor it is unknown.
    ``type`` DATE | DURATION | SET.
    """

    start: Final[int]
    end: Final[int]
    text: Final[str]
    date_from: Final[dt.date | None]
    date_to: Final[dt.date | None]
    precision: Final[str]
    basis: Final[str]
    rule: Final[str]
    type: Final[str]

    def __init__(self, start: int, end: int, text: str, date_from: dt.date | None, date_to: dt.date | None, precision: str, basis: str, rule: str, type: str = "DATE") -> None:
        self.start, self.end, self.text, self.date_from, self.date_to, self.precision = start, end, text, date_from, date_to, precision
        self.basis, self.rule, self.type = basis, rule, type


@dataclass(init=False, slots=True)
class Amount:
    """A sum of money, a quantity with its unit, or a percentage: «من 20 إلى 30 مليون دولار».

    ``kind`` money | quantity | percentage. ``currency`` is ISO 4217 or None where the text does not tell whose
    dollar or pound it is. ``unit`` is the unit's English name (tank, missile, tonne, soldier, percent_of_gdp).
    ``value_max`` is set for ranges alone. ``is_approximate`` for نحو، حوالي، أكثر من.
    """

    start: Final[int]
    end: Final[int]
    text: Final[str]
    kind: Final[str]
    value: Final[float]
    value_max: Final[float | None]
    currency: Final[str | None]
    unit: Final[str | None]
    unit_ar: Final[str | None]
    is_approximate: Final[bool]
    per: Final[str | None]  # year | month | None
    rule: Final[str]

    def __init__(self, start: int, end: int, text: str, kind: str, value: float, value_max: float | None, currency: str | None, unit: str | None, unit_ar: str | None, is_approximate: bool, per: str | None, rule: str) -> None:
        self.start, self.end, self.text, self.kind, self.value, self.value_max = start, end, text, kind, value, value_max
        self.currency, self.unit, self.unit_ar, self.is_approximate, self.per, self.rule = currency, unit, unit_ar, is_approximate, per, rule


@dataclass(init=False, slots=True)
class Speech:
    """Quoted or reported speech: the span of what is said, and the token range of who says it.

    ``attribution``: direct («…» with a speaker) | indirect (قال إن) | unnamed (مصادر).
    """

    start: Final[int]
    end: Final[int]
    attribution: Final[str]
    verb_start: Final[int | None]
    verb_end: Final[int | None]
    speaker_start: Final[int | None]
    speaker_end: Final[int | None]

    def __init__(self, start: int, end: int, attribution: str, verb_start: int | None, verb_end: int | None, speaker_start: int | None, speaker_end: int | None) -> None:
        self.start, self.end, self.attribution, self.verb_start, self.verb_end, self.speaker_start = start, end, attribution, verb_start, verb_end, speaker_start
        self.speaker_end = speaker_end


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
