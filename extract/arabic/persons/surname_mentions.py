"""Mentions by last name alone of those whom the article names in full: «سامح شكري … وقال شكري»."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.memo import Memo
from extract.arabic.normalizer import fold
from extract.arabic.persons.office_holders import FAMILY_FIRST
from extract.arabic.persons.words import FATHERS, LINEAGE
from extract.arabic.types import Document, Person

_SAID: Final = frozenset(("قال", "أضاف", "أكد", "أوضح", "أعلن", "أشار", "تابع", "صرح", "ذكر", "شدد", "اعتبر", "رأى", "لفت"))


def words_of(name: str | None) -> tuple[str, ...]:
    """The folded words of a name: «سامح شكري»."""
    return _WORDS[name or ""]


def _words(name: str) -> tuple[str, ...]:
    return tuple([fold(word) for word in name.split()])


_WORDS: Final = Memo(_words)


def add_surnames(document: Document, people: list[Person], first_names: frozenset[str]) -> list[Person]:
    """``people`` with the mentions by last name alone of those whom the article names in full before or after.

    ``first_names`` are the given names that the lexicon knows. A last name behind «بن», «عبد», «آل» or «ولد» goes on with it: «بن علوي».
    """
    last: dict[str, Person] = {}
    joined: dict[str, str] = {}  # last name → what it stands behind
    for p in people:
        if p.kind == "person" and len(words := words_of(p.name_ar)) > 1 and not (len(words) > 3 and words[-2] == "عبد" and words[-3] in FATHERS):
            for word in {words[-1], words[0] if _family_first(p) else words[-1]}:
                if (len(word) > 2 or len(words) > 2 and word == words[0]) and word != "الله":  # of «نصر الله» no more than the half; «شي جين بينغ» is «شي»
                    if word not in last and word == words[-1] and words[-2] in LINEAGE:
                        joined[word] = words[-2]
                    last.setdefault(word, p)
    if not last:
        return people
    taken = [(p.start, p.end) for p in people]
    taken += [(n.start - len(n.clitics), n.end) for n in document.names if n.kind in ("place", "state", "organisation")]
    found = []
    written = {c + word for word in last for c in ("", "و", "ف", "ب", "ل")} | {"ل" + word[1:] for word in last if word.startswith("ال")}
    for i, word in enumerate(document.norms):
        if word not in written:
            continue
        token, morph = document.tokens[i], document.morphs[i]
        if morph is not None and morph.pos in ("prep", "part", "conj") and word in last:
            continue  # «أمام» is no «إمام»
        if len(word) < 4 and morph is not None and token.text[:1] != "آ" and not (word == "ماي" and i and document.tokens[i - 1].kind == "word") and not _is_subject(document, i):
            continue  # «ماي» and «آبي» are surnames where nothing else is written so
        person = last.get(word)
        offset = 0
        if person is None and word[:1] in "وفبل" and (len(word) > 4 or token.text[1:2] == "آ" or len(word) < 5 and word[0] in "وب" and morph is None):  # «لآبي», «ترامب وكيم»
            person, offset = last.get(word[1:]), 1
        if person is None and word.startswith("لل"):  # «للحريري»
            person, offset = last.get("ال" + word[2:]), 1
        if person is None or any(a <= token.start < b for a, b in taken):
            continue
        following = document.tokens[i + 1] if i + 1 < len(document.tokens) else None
        if following is not None and word[offset:] in first_names and _is_of_another(document, i + 1, first_names, offset) and not any(a <= following.start < b for a, b in taken):
            continue  # «فلاح مصطفى … ومصطفى سيد قادر», «علي صالح … صالح اليافعي»: another man
        if i + 2 < len(document.tokens) and document.tokens[i + 2].text == "-" and document.tokens[i + 2].start == document.tokens[i + 1].end and document.morphs[i + 1] is None:
            continue  # «كيم دونغ-يوب» is another Kim
        start = token.start + offset
        if word in joined:
            before = _joiner(document, i, joined[word], first_names)
            if before is None:
                continue  # «سمير بن عبدالعزيز» is no other's son
            start = before
        found.append(
            replace(
                person, start=start, end=token.end, name_start=start, name_end=token.end, rule="surname",
                name_ar=" ".join(document.text[start : token.end].split()), role_ar=None,
            )
        )  # fmt: skip
    return sorted(people + found, key=lambda p: p.start)


def _is_subject(document: Document, i: int) -> bool:
    """Whether only somebody's name fits at token ``i``: «وكان | دار | قد زار», «وأضاف | دار | أن»."""
    if i == 0 or i + 1 >= len(document.norms):
        return False
    before, verb = document.norms[i - 1].removeprefix("و"), document.morphs[i - 1]
    said = verb is not None and verb.pos == "verb" and verb.lemma in _SAID
    return before in ("كان", "ان") and document.norms[i + 1] == "قد" or said and document.norms[i + 1] in ("ان", "انه", "في", "خلال", "،", "للصحافيين", "علي")


def _is_of_another(document: Document, i: int, first_names: frozenset[str], offset: int) -> bool:
    """Whether the word at token ``i`` goes on with the name of a man whose given name is another's last: a name behind a conjunction, a given name, a family."""
    token = document.tokens[i]
    if token.kind != "word" or document.morphs[i] is not None:
        return False
    if token.norm in first_names or offset and not token.norm.startswith("و"):  # «بلقاء كيم | وغرد |» goes on with another word
        return True
    return token.norm.startswith("ال") and not any(n.start <= token.start < n.end for n in document.names)


def _joiner(document: Document, i: int, word: str, first_names: frozenset[str]) -> int | None:
    """Where «بن», «عبد», «آل» or «ولد» before the last name at token ``i`` begins, proclitics off; None where another name stands before it."""
    if i == 0:
        return None
    token, before = document.tokens[i - 1], document.norms[i - 2] if i > 1 else ""
    offset = 1 if token.norm[1:] == word and token.norm[:1] in "وفبل" else 0
    if token.norm[offset:] != word and {token.norm[offset:], word} != {"بن", "ابن"}:
        return None
    return None if before in first_names and not offset else token.start + offset


def _family_first(person: Person) -> bool:
    """Whether the family name comes first: «كيم جونغ أون» goes on as «كيم»."""
    return person.actor_id in FAMILY_FIRST
