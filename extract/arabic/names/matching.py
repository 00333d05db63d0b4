"""Names of the gazetteer in a text, longest match first: «وبالناتو» gives the name الناتو with its exact span, clitics «وب» kept apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from extract.arabic.names.gazetteer import Entry, Gazetteer, Start
from extract.arabic.names.senses import resolve
from extract.arabic.normalizer import sound_key
from extract.arabic.types import Morph, Name, Token

_AROUND: Final = frozenset(("ولايه", "بولايه", "محافظه", "بمحافظه", "مقاطعه", "بمقاطعه", "اقليم", "باقليم"))


def find_names(text: str, tokens: list[Token], gazetteer: Gazetteer, morphs: Sequence[Morph | None] = ()) -> list[Name]:
    """Names in reading order, longest match first, none overlapping; spans leave proclitics out.

    ``morphs``, parallel to ``tokens``, tell the words of the language: such alone sound like no name («آلاف جندي», «ألفا كوندي»).
    """
    out: list[Name] = []
    starts, behind = gazetteer.starts, 0
    for i, start in enumerate([starts[w.norm] for w in tokens]):
        if start is None or i < behind:
            continue
        if not start.alone and i + 1 < len(tokens) and (following := tokens[i + 1]).norm not in start.following:
            if following.kind != "punctuation" and (start.sound is None or sound_key(following.norm) not in start.sound):
                continue  # most words that open a name of several words stand in none
        hit = _longest(start, tokens, i, morphs)
        if hit is None:
            continue
        end, clitics, entries = hit
        name = resolve(text, tokens, i, end, clitics, entries, gazetteer)
        if name is not None and name.kind == "place" and out and i > 1 and tokens[i - 1].norm in _AROUND and out[-1].kind == "place" and out[-1].end == tokens[i - 2].end:
            name, behind = None, end  # «بمدينة كوبرتينو بولاية كاليفورنيا»: the city is where, not the province around it
        if name is not None:
            if name.kind == "place" and out and _is_called_capital(out[-1], name, text):
                out.pop()
            out.append(name)
            behind = end
    return out


def covering_names(tokens: list[Token], names: list[Name]) -> dict[int, Name]:
    """Token → the one of ``names`` (in reading order) that it belongs to: «وزير الخارجية | المصري»."""
    position, out = 0, {}
    for name in names:
        while position < len(tokens) and tokens[position].end <= name.start:
            position += 1
        while position < len(tokens) and tokens[position].start < name.end:
            out[position] = name
            position += 1
    return out


def _is_called_capital(capital: Name, city: Name, text: str) -> bool:
    """Whether another city of the state stands at once behind «العاصمة الإيفوارية»: «بالعاصمة الإيفوارية أبيدجان» is in Abidjan."""
    adjoins = text[capital.end : city.start].strip(' ،"#«') == ""
    return adjoins and capital.text.startswith("العاصمة") and capital.country_code == city.country_code and capital.entity_id != city.entity_id


def _longest(start: Start, words: list[Token], i: int, morphs: Sequence[Morph | None]) -> tuple[int, int, list[Entry]] | None:
    """The longest entry that begins at word ``i``: end (exclusive), clitic letters, entries; ``morphs`` tell the words of the language."""
    best: tuple[int, int, list[Entry]] | None = None
    following = words[i + 1] if i + 1 < len(words) else None
    if following is None and not start.alone:
        return None
    for node, clitics in start.nodes:
        if following is None or following.norm not in node and following.kind != "punctuation":
            found = (i + 1, node[0]) if 0 in node else None  # the common case, without a walk
        else:
            found = _walk(node, words, i + 1)
        if found and (best is None or found[0] > best[0]):
            best = (found[0], clitics, found[1])
    if start.sound is not None and following is not None and (best is None or best[0] == i + 1):
        if following.kind == "punctuation" or sound_key(following.norm) in start.sound:
            found = _walk(start.sound, words, i + 1, sound_key)
            if found and (best is None or found[0] > best[0]) and not _is_ordinary(morphs, i, found[0]):
                best = (found[0], 0, found[1])
    return best


def _is_ordinary(morphs: Sequence[Morph | None], i: int, end: int) -> bool:
    """Whether all words from ``i`` to ``end`` are words of the language; nothing is known of them where ``morphs`` is empty."""
    return end <= len(morphs) and all(m is not None for m in morphs[i:end])


def _is_syllable_of(node: dict[Any, Any], words: list[Token], j: int) -> bool:
    """Whether a hyphen between spaces stands before the short last part of a name: «كيم جونغ - | أون»."""
    return j < len(words) and len(words[j].norm) < 4 and words[j].norm in node


def _walk(node: dict[Any, Any], words: list[Token], j: int, key: Any = None) -> tuple[int, list[Entry]] | None:
    """The longest way down a trie from word ``j``: the word behind it, the entries at its end."""
    best: tuple[int, list[Entry]] | None = (j, node[0]) if 0 in node else None
    while j < len(words):
        word = words[j]
        if word.text in ("-", "ـ", "‑") and (words[j - 1].end == word.start or _is_syllable_of(node, words, j + 1)):
            j += 1
            continue
        following = node.get(key(word.norm) if key else word.norm)
        if following is None:
            break
        node, j = following, j + 1
        if 0 in node:
            best = (j, node[0])
    return best
