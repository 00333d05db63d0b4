"""Holders of an office whom the text names by surname alone: «الرئيس الأميركي … وقال ترامب».

The offices table tells who held the office in the year of publication; only a holder whose surname the text writes is taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from extract.arabic.persons.words import FATHERS
from extract.arabic.types import Document, Person

LEADERS: Final = ("leader", "supreme leader")  # one office in two words
FAMILY_FIRST: Final = frozenset(("KP", "KR", "CN", "TW", "VN"))  # states in whose names the family comes first


class Holder(NamedTuple):
    """A person with the years in office (``to_year`` None: still) and the folded surnames that newswire writes."""

    person_id: str
    name_en: str
    from_year: int
    to_year: int | None
    surnames: frozenset[str]


def _goes_on(document: Document, i: int) -> bool:
    """Whether a word that nobody knows and no verb stands at token ``i``: the rest of another name."""
    if i >= len(document.tokens):
        return False
    token = document.tokens[i]
    return token.kind == "word" and document.morphs[i] is None and token.norm[:1] not in "وبلفيت"


def name_holders(document: Document, people: list[Person], holders: Mapping[tuple[str, str], tuple[Holder, ...]], year: int | None) -> list[Person]:
    """``people`` with the surname mentions of those who hold an office that the article names without a name.

    ``holders`` maps (actor_id, role) to its holders, ``year`` is the article's. «الرئيس الأميركي» in 2018 and a token ترامب give a mention of Donald
    Trump, which coreference then joins to the office; without the token the office stays without a name.
    """
    if year is None:
        return people
    known = {p.person_id for p in people if p.person_id}
    wanted: dict[str, tuple[Holder, Person]] = {}
    for office in people:
        if office.kind != "office" or not office.actor_id or not office.role:
            continue
        called = LEADERS if office.role in LEADERS else (office.role,)
        for holder in [h for role in called for h in holders.get((office.actor_id, role), ())]:
            if holder.from_year <= year <= (holder.to_year or year) and holder.person_id not in known:
                wanted.update(dict.fromkeys(holder.surnames, (holder, office)))
    if not wanted:
        return people
    taken = [(p.start, p.end) for p in people]
    taken += [(n.start - len(n.clitics), n.end) for n in document.names if n.kind in ("place", "state", "organisation")]
    found = []
    for i, token in enumerate(document.tokens):
        word = token.norm
        offset = 0 if word in wanted else 1
        held = wanted.get(word) or (wanted.get(word[1:]) if word[:1] in "وفبل" else None)
        if held is None or any(a <= token.start < b for a, b in taken):
            continue
        holder, office = held
        if len(word) - offset < 4 and _goes_on(document, i + 1) or i + 1 < len(document.norms) and document.norms[i + 1] in FATHERS or i and document.norms[i - 1] in FATHERS:
            continue  # «كيم هاك سونغ» is another Kim, «سعود بن قابل» no crown prince
        start = token.start + offset
        found.append(
            Person(
                start, token.end, "person", start, token.end, document.text[start : token.end], holder.name_en, holder.person_id, office.role, None,
                office.actor_id, office.actor_name_ar, 0, "office_holder", 0.8,
            )
        )  # fmt: skip
    return sorted([*people, *found], key=lambda p: p.start)
