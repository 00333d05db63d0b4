"""Names behind a group of several states, one for each in their order: «وزيرا خارجية الأردن ومصر، أيمن الصفدي وبدر عبد العاطي»."""

from __future__ import annotations

from extract.arabic.persons.name_extent import name_end
from extract.arabic.persons.words import Reading


def named_in_turn(reading: Reading, j: int, count: int) -> list[tuple[int, int]]:
    """Token ranges of the ``count`` names that begin at ``j``, or behind a comma there; [] where there are fewer or more.

    «وزيرا خارجية الأردن ومصر| ، أيمن الصفدي وبدر عبد العاطي» gives two.
    """
    tokens = reading.document.tokens
    begin = j + (j < len(tokens) and tokens[j].text in "،,(:")
    out: list[tuple[int, int]] = []
    while begin < len(tokens) and (not out or _is_joined(reading, begin)):
        begin += tokens[begin].text in "،,"
        end = _end(reading, begin)
        if end == begin:
            break
        out.append((begin, end))
        begin = end
    return out if len(out) == count else []


def _is_joined(reading: Reading, j: int) -> bool:
    """Whether the next name begins at ``j`` with و, or stands behind a comma: «أيمن الصفدي | وبدر عبد العاطي»."""
    token = reading.document.tokens[j]
    return token.text in "،," or token.norm.startswith("و") and token.norm not in reading.lexicon.given_names


def _end(reading: Reading, begin: int) -> int:
    """The token behind the name at ``begin``, which the gazetteer knows or which has two words or more; ``begin`` where none stands there."""
    if begin >= len(reading.document.tokens):
        return begin
    norm, known = reading.document.norms[begin], reading.document.covering.get(begin)
    end = name_end(reading, begin, 1 if known is None and norm[1:] in reading.lexicon.given_names and norm.startswith("و") else 0)
    return end if end - begin > 1 or known is not None and known.kind == "person" else begin
