"""Bodies and states in a list of who takes part: «بمشاركة وزارة الصحة التونسية والهلال الأحمر», «وتشارك فيه تركيا وإيران»."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.spans import token_at
from extract.arabic.types import Document, Name
from extract.events.arguments import Index, Party

_HEADING: Final = frozenset(("كل", "كلا", "من", "ايضا", "كذلك", "مع"))  # before the first of a list: «بمشاركة | كل من | …»


def listed_with(document: Document, index: Index, begin: int, end: int, people: list[Party], *, states: bool) -> list[Party]:
    """``people`` of a list that opens at token ``begin`` and ends before ``end`` with the bodies in it that no table knows, each at its head or joined to the one before: «بمشاركة | وزارة الصحة التونسية والهلال الأحمر |».

    ``states``: with the states and organisations that stand so too, where ``people`` are persons alone.
    """
    start, stop = document.tokens[begin].start, document.tokens[end - 1].end
    further = [Party(b.start, b.end, None, replace(b, clitics="و"), via="body") for b in document.bodies if start <= b.start and b.end <= stop and _says_who(document, b)]
    further += [p for p in index.parties(start, stop) if p.name is not None] if states else []
    if not further:
        return people
    out: list[Party] = []
    last = -1  # the token behind the one listed before
    for party in sorted([*people, *further], key=lambda p: p.start):
        if len(out) > 0 and party.person is None and party.start < out[-1].end:
            continue  # «غرفة تجارة | الكويت |»
        if party.person is None and (states or party.via == "body") and not _is_listed_at(document, _first_token(index, party), begin, last):
            continue
        out.append(party)
        last = _behind_seat(document, index.token_at(party.end))
    return out


def _first_token(index: Index, party: Party) -> int:
    """The token where a party begins, with the «و» that is written with it."""
    k = index.token_at(party.start)
    return k - 1 if k and party.start < index.document.tokens[k - 1].end else k


def _says_who(document: Document, body: Name) -> bool:
    """Whether the name of a body says who it is: no «الأطراف الدولية الهامة», «أطراف النزاع», but «أطراف يمنية»."""
    if not body.name_ar.removeprefix("ال").startswith("أطراف"):
        return True
    return any(body.start < n.start < body.end and n.kind == "nisba" for n in document.names)


def _behind_seat(document: Document, k: int) -> int:
    """The token behind «في» and the state that tell at token ``k`` whose the one listed is, else ``k``: «وزارة الصحة | في الكويت | والهيئة …»."""
    if document.norms[k : k + 1] != ["في"] or k + 1 >= len(document.tokens):
        return k
    at = document.tokens[k + 1].start
    state = next((n for n in document.names if n.start == at and n.kind == "state"), None)
    return k if state is None else token_at(document, state.end)


def _is_listed_at(document: Document, k: int, begin: int, last: int) -> bool:
    """Whether what begins at token ``k`` stands at the head of the list that opens at ``begin``, or is joined to the one that ends before ``last``: «كل من | وزارة الصحة |», «الوزير، | والهيئة |»."""
    norms = document.norms
    while begin < k and norms[begin] in _HEADING:
        begin += 1
    if k == begin:
        return True
    return last > 0 and k - last in (0, 1) and norms[k].startswith("و") and (k == last or document.tokens[last].text in "،,")
