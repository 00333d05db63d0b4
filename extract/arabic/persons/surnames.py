"""World leaders whom newswire names by surname alone from the first line on: «التقى ماكرون …», «الرئيس ترامب»."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter

from extract.arabic.types import Document, Person


def name_leaders(document: Document, people: list[Person], surnames: Mapping[str, tuple[str, str]], given_names: frozenset[str]) -> list[Person]:
    """``people`` with the mentions that a surname of ``surnames`` (folded → person_id, English name) makes by itself.

    A title before it is kept («الرئيس ترامب»); a surname beside another name belongs to a longer name («إيفانكا ترامب») and
    stays with it. Whom the article names in full is found by coreference and not here.
    """
    known = {p.person_id for p in people if p.person_id}
    out = [_identified(document, p, surnames) for p in people]
    taken = [(p.start, p.end) for p in people]
    taken += [(n.start - len(n.clitics), n.end) for n in document.names if n.kind != "person"]
    written = _written(tuple(surnames))
    for i, norm in enumerate(document.norms):
        if norm not in written:
            continue
        token, (word, offset) = document.tokens[i], written[norm]
        found = surnames[word]
        if found[0] in known or any(a <= token.start < b for a, b in taken):
            continue
        if _is_of_name(document, i - 1, given_names, written) and not offset or _is_of_name(document, i + 1, given_names, written):
            continue
        start = token.start + offset
        out.append(Person(start, token.end, "person", start, token.end, document.text[start : token.end], found[1], found[0], None, None, None, None, 0, "surname_known", 0.8))
    return sorted(out, key=lambda p: p.start)


@lru_cache(maxsize=4)
def _written(surnames: tuple[str, ...]) -> dict[str, tuple[str, int]]:
    """The folded surnames as they are written, with the number of proclitics before each: «وماكرون» → ماكرون, 1."""
    return {clitic + word: (word, len(clitic)) for clitic in ("و", "ف", "ب", "ل", "") for word in surnames}


def _identified(document: Document, person: Person, surnames: Mapping[str, tuple[str, str]]) -> Person:
    """A titled surname with the id of the leader: «الرئيس ترامب»."""
    if person.kind != "person" or person.person_id or person.name_end is None or " " in (person.name_ar or " "):
        return person
    at = bisect_left(document.tokens, person.name_end, key=attrgetter("end"))
    token = document.tokens[at] if at < len(document.tokens) else None
    found = surnames.get(token.norm) if token is not None and token.end == person.name_end else None
    return replace(person, person_id=found[0], name_en=found[1]) if found else person


def _is_of_name(document: Document, i: int, given_names: frozenset[str], written: Mapping[str, tuple[str, int]]) -> bool:
    """Whether token ``i`` may be a part of the same name: a word that the lexicon does not know, or a known given name; not another surname, «التقى ماكرون | ميركل»."""
    if not 0 <= i < len(document.tokens) or document.norms[i] in written:
        return False
    token, morph = document.tokens[i], document.morphs[i]
    return token.kind == "word" and (token.norm in given_names and morph is None or morph is None and not token.norm.startswith(("ال", "ب", "ل", "و")))
