"""Lemmas, aspect and clitics of tokens, by the morphological database, with one reading chosen in context."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import starmap
from typing import Any, Final, NamedTuple

from extract.arabic.memo import LIMIT
from extract.arabic.types import Morph, Token

Analyse = Callable[[str], list[dict[str, Any]]]  # analysis.analyse over a database, or camel_tools' Analyzer.analyze

_CONJUNCTION: Final = {"wa": "و", "fa": "ف"}
_PREPOSITION: Final = {"bi": "ب", "li": "ل", "ka": "ك"}
_PREPOSITIONS: Final = frozenset(("في", "من", "الي", "علي", "عن", "مع", "بين", "خلال", "بعد", "قبل", "منذ", "حول", "لدي", "دون", "قبيل", "عقب", "اثر"))
_NOUN_OPENERS: Final = frozenset(
    ("المقرر", "المنتظر", "المرتقب", "المزمع", "المتوقع", "تم", "يتم", "سيتم", "ستتم", "وتم", "جري", "يجري", "سيجري", "اعلن", "اعلنت", "قرر", "قررت", "بعد", "قبل", "الي")
)  # fmt: skip
_VERB_OPENERS: Final = frozenset(("قد", "سوف", "لم", "لن", "ان", "كان", "كانت", "حيث", "التي", "الذي", "وقد", "فيما", "بينما", "كما", "الذين"))
_IMPERFECT_OPENERS: Final = frozenset(("لن", "لم", "سوف", "ولن", "ولم", "وسوف"))
# What is held, opened, signed by others and does none of it itself: a noun of the second behind a verb of the first is its object.
_TRANSITIVE: Final = frozenset(("عقد", "افتتح", "اختتم", "استأنف", "أجل", "أرجأ", "ألغى", "وقع", "أبرم", "نظم"))
_HELD: Final = frozenset(
    ("اجتماع", "لقاء", "قمة", "مباحثات", "محادثات", "مفاوضات", "جلسة", "مؤتمر", "جولة", "دورة", "منتدى", "ملتقى", "ورشة", "اتفاق", "اتفاقية", "مذكرة", "معاهدة", "ندوة")
)  # fmt: skip
_RESUMING: Final = frozenset(("عقد", "جمع", "نظم"))  # the verb of a relative clause behind what is held: «اجتماع عقده»
_NO_OBJECT: Final = ("غير", "قام")  # verbs that take no pronoun
_GOVERNOR_REACH: Final = 12  # tokens from a noun of holding back to its verb


class Choice(NamedTuple):
    """The readings of a written word that its letters allow, the likeliest first, and the verbs and nouns among them."""

    options: tuple[Morph, ...]
    verbs: tuple[Morph, ...]
    nouns: tuple[Morph, ...]


class Morphology:
    """An analyser with a memo of the words seen. Holds no state but the memo, so that one serves a whole process.

    ``fuller`` is asked for words that the first does not know. Where more than ``limit`` words were seen, all are forgotten.
    """

    def __init__(self, analyse: Analyse, fuller: Analyse | None = None, limit: int = LIMIT) -> None:
        self._analyse, self._fuller, self._limit = analyse, fuller, limit
        self.seen: dict[str, tuple[Morph, ...]] = {}
        self.choices: dict[str, Choice] = {}  # of written words with several readings

    def readings(self, token: Token) -> tuple[Morph, ...]:
        """Every reading of a word the lexicon knows, the likeliest first; empty for numbers, marks and unknown words.

        وسيجتمعون → (Morph(lemma="اجتمع", pos="verb", aspect="i", number="p", conjunction="و", future=True …),)
        """
        found = self.seen.get(token.norm)
        if found is None:
            if len(self.seen) > self._limit:
                self.seen.clear()
            found = read_word(self._analyse, token.norm) if token.kind == "word" else ()
            if not found and self._fuller is not None and token.kind == "word":
                found = read_word(self._fuller, token.text)
            self.seen[token.norm] = found
        return found


    def choice(self, token: Token) -> Choice:
        """The readings of a word between which its neighbours decide: «عقد» a verb or a noun."""
        found = self.choices.get(token.text)
        if found is None:
            if len(self.choices) > self._limit:
                self.choices.clear()
            found = self.choices[token.text] = _choice(self.readings(token), token.text)
        return found


def _choice(options: tuple[Morph, ...], written: str) -> Choice:
    for seat, other in (("إ", "أ"), ("أ", "إ")):
        if seat in written[:3]:
            options = tuple(m for m in options if not m.lemma.startswith(other)) or options  # «إثر» is no «أثار», «أعلن» no «إعلان»
    options = tuple(m for m in options if not (m.lemma in _NO_OBJECT and m.pos == "verb" and m.enclitic)) or options  # «وغيرها» is «and others», «قمته» is his summit
    if written.endswith("ة"):
        options = tuple(m for m in options if m.enclitic is None) or options  # «قمة» is no «قام» with a pronoun
    elif written.endswith("ه"):
        options = tuple(sorted(options, key=lambda m: not (m.pos == "noun" and m.enclitic)))  # «استقباله» is no feminine
    return Choice(options, tuple(m for m in options if m.pos == "verb"), tuple(m for m in options if m.pos in ("noun", "adj")))


def read_word(analyse: Analyse, word: str) -> tuple[Morph, ...]:
    """The readings of a folded word by an analyser, the likeliest first: «والقمم» → (Morph(lemma="قمة", number="p", conjunction="و", definite=True …),)."""
    if len(word) > 20:
        return ()
    readings = {_values(a) for a in analyse(word) if a.get("lex") not in (None, "NOAN") and a.get("source") == "lex"}
    if len(readings) == 1:
        return (Morph(*readings.pop()),)
    return tuple(sorted(starmap(Morph, sorted(readings, key=_in_words)), key=_rank))


def _values(analysis: dict[str, Any]) -> tuple[Any, ...]:
    """The fields of a ``Morph``: many analyses differ in what none of them tells."""
    def value(name: str) -> str | None:
        found = analysis.get(name)
        return None if found in (None, "na", "0", "") else str(found)

    prefix = value("prc1")
    return (
        analysis["lex"], analysis["pos"], value("asp"), value("per"), value("gen"), value("num"),
        _CONJUNCTION.get(value("prc2") or ""), _PREPOSITION.get(prefix or ""),
        analysis.get("prc0") == "Al_det", prefix == "sa_fut", value("enc0"), value("vox") or "a",
    )  # fmt: skip


def _in_words(values: Iterable[Any]) -> tuple[str, ...]:
    """What decides between readings of one rank, so that the order is the same every time."""
    return tuple(map(str, values))


def _rank(m: Morph) -> tuple[object, ...]:
    """Fewer clitics first, function words before open ones, third person before first, one rather than two («دعا», «يبدأ» is no
    dual of أبدى), and of verbs the longer lemma: «تلقى» is received, not an imperfective of لقي."""
    clitics = sum(map(bool, (m.conjunction, m.preposition, m.enclitic)))
    if m.pos == "verb" and (m.number == "d" and m.lemma.startswith("و") or m.lemma == "ودع"):
        clitics += 2  # «ودعا», «ودعت» are «and … called», not who bid farewell
    function = 0 if m.pos in ("prep", "conj", "part", "pron", "adv") else 1
    return clitics, function, 0 if m.person in (None, "3") else 1, 0 if m.pos == "verb" else 1, m.number == "d", -len(m.lemma), 0 if m.aspect == "p" else 1


def choose(choice: Choice, readings: list[tuple[Morph, ...]], tokens: list[Token], i: int) -> Morph:
    """The reading of token ``i`` that fits its neighbours, of several; ``readings`` are those of all tokens.

    A noun after a preposition or with ال or with a genitive pronoun, a verb after قد or at the head of a sentence:
    «عقد الوزيران اجتماعا» (held) against «في عقد الاتفاق» (contract).
    """
    options, verbs, nouns = choice
    if i and options[0].pos == "verb" and options[0].aspect == "p" and _rules_imperfect(tokens, i) and (coming := next((m for m in verbs if m.aspect == "i"), None)) is not None:
        return coming  # «أن توقع موسكو وطهران اتفاقية»: to sign, not expected
    if verbs and nouns:
        previous = tokens[i - 1] if i else None
        if previous is None or previous.kind == "punctuation" or previous.norm in _VERB_OPENERS:
            return verbs[0] if not nouns[0].definite else nouns[0]
        if previous.norm in _PREPOSITIONS or previous.norm in _NOUN_OPENERS:
            return nouns[0]
        before = readings[i - 1]
        if verbs[0].lemma in _RESUMING and verbs[0].enclitic and verbs[0].aspect == "p" and _is_held(readings, i):
            return verbs[0]  # «خلال لقاء موسع عقده الوزير», «ندوة نظمها المركز»
        if before and before[0].pos == "noun" and not before[0].definite and not (verbs[0].lemma == "عقد" and before[0].lemma in _HELD):
            return nouns[0]  # the second term of an idafa; but «اجتماع عقد أمس»
        if before and all(m.pos == "verb" for m in before) and not any(m.conjunction for m in verbs):
            return nouns[0]  # the object of the verb before: «يقترح عقد اجتماع»
        if any(m.conjunction for m in verbs) and all(m.conjunction is not None for m in nouns) or any(m.future for m in verbs):
            return verbs[0]
        if verbs[0].enclitic and nouns[0].enclitic and verbs[0].aspect == "p":
            return nouns[0]  # «أرجأت اللجنة جلستها»
    return options[0]


def _is_held(readings: list[tuple[Morph, ...]], i: int) -> bool:
    """Whether an indefinite noun of what is held stands before token ``i``, at once or with one adjective between: «اجتماع | عقده», «لقاء موسع | عقده»."""
    for j in range(i - 1, max(-1, i - 3), -1):
        before = readings[j]
        if not before or before[0].definite or before[0].enclitic:
            return False
        if before[0].pos == "noun" and before[0].lemma in _HELD:
            return True
        if before[0].pos != "adj":
            return False
    return False


def _rules_imperfect(tokens: list[Token], i: int) -> bool:
    """Whether a particle before token ``i`` lets only an imperfective follow: «لن», «لم», «سوف», «أن»; behind «بعد أن» the past is told."""
    before = tokens[i - 1]
    return before.norm in _IMPERFECT_OPENERS or before.text == "أن" and (i < 2 or tokens[i - 2].norm not in ("بعد", "منذ"))


def annotate(morphology: Morphology, tokens: list[Token]) -> list[Morph | None]:
    """The chosen reading of each token, parallel to ``tokens``: «وسيلتقي» a verb to come with و."""
    seen = morphology.seen  # asked here and not through a call a token, which would take twice as long
    readings = [found if (found := seen.get(t.norm)) is not None else morphology.readings(t) for t in tokens]
    morphs = [
        r[0] if len(r) == 1 else choose(morphology.choice(tokens[i]), readings, tokens, i) if r else None
        for i, r in enumerate(readings)
    ]
    for i, morph in enumerate(morphs):
        if morph is None or morph.pos != "verb":
            continue
        if tokens[i].text == "عقد" and _is_masdar(morphs, tokens, i):
            morphs[i] = next((m for m in readings[i] if m.pos == "noun"), morph)
        elif _is_passive(morphs, tokens, i):
            morphs[i] = replace(morph, voice="p")
    return morphs


def _is_masdar(morphs: list[Morph | None], tokens: list[Token], i: int) -> bool:
    """Whether «عقد» before what is held is the holding that a verb of its clause speaks of: «تعتزم الرئاسة عقد قمة», «اتفقا بشأن عقد لقاء»."""
    following = morphs[i + 1] if i + 1 < len(morphs) else None
    if following is None or following.lemma not in _HELD or following.preposition:
        return False
    for j in range(i - 1, max(i - _GOVERNOR_REACH, -1), -1):
        morph = morphs[j]
        if tokens[j].kind == "punctuation" or tokens[j].norm in _VERB_OPENERS:
            return False
        if morph is not None and morph.pos == "verb":
            return True
    return False


def _is_passive(morphs: list[Morph | None], tokens: list[Token], i: int) -> bool:
    """Whether a verb whose letters do not tell is passive: «عُقد», «عقدت القمة» (a summit holds nothing)."""
    morph, text = morphs[i], tokens[i].text
    if morph is None:
        return False
    if "\u064f" in text and (morph.aspect == "p" or morph.lemma == "عقد"):  # «يُعلن» may be active, «أُعلن» may not
        return text.index("\u064f") == (2 if text[0] in "وفس" and text[1] != "\u064f" else 1)
    following = morphs[i + 1] if i + 1 < len(morphs) else None
    return (
        following is not None and morph.lemma in _TRANSITIVE and morph.enclitic is None
        and following.lemma in _HELD and following.definite and following.preposition is None
    )  # fmt: skip
