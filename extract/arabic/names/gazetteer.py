"""The table of names that the project knows, as tries of words with spelling variants and clitics; names.py finds them in a text."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, NamedTuple

from extract.arabic.memo import Memo
from extract.arabic.normalizer import fold, sound_key
from extract.arabic.tokenizer import tokenize

_REGNAL: Final = frozenset(("الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس"))  # no sounds of a foreign name: «البر الصيني» is no ألبير الثاني
_SURE_SOUND: Final = 6  # letters of a loose key; fewer are also those of common words («كما قام» for جيم كيم)
_CLITIC_LETTERS: Final = frozenset(("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل"))


class Entry(NamedTuple):
    """One name to find: its written form and what it stands for."""

    surface: str
    kind: str  # state | organisation | place | person | nisba | metonym
    entity_id: str
    actor_id: str | None
    name_ar: str
    name_en: str
    country_code: str | None = None
    loan: bool = False  # a foreign name, whose spelling varies by sound


class Start(NamedTuple):
    """Where a word may lead in the tries."""

    nodes: list[tuple[dict[Any, Any], int]]  # with the number of clitic letters before the word's own
    sound: dict[Any, Any] | None
    alone: bool  # whether the word is a name by itself
    following: Container[Any]  # the words of which one goes on with the name


@dataclass
class Gazetteer:
    """The compiled tries. ``by_sound`` holds foreign personal names of two words or more under loose keys.

    ``starts`` are the nodes that a folded word opens, worked out once a word; None where it opens none, as most words do: «وبالناتو» leads to الناتو.
    """

    root: dict[Any, Any]
    by_sound: dict[Any, Any]
    needs: dict[str, str]
    starts: Memo[str, Start | None]


def build(entries: Iterable[Entry], ambiguous: dict[str, str]) -> Gazetteer:
    """Compile entries into tries: عبد الله also as عبدالله, a foreign name also by its sound.

    ``ambiguous`` maps a written form to what it needs to count as a name: place, state, nisba, alone or never.
    """
    root: dict[Any, Any] = {}
    by_sound: dict[Any, Any] = {}
    for entry in entries:
        words = [t.norm for t in tokenize(entry.surface) if t.kind in ("word", "latin", "number")]
        if not words:
            continue
        _insert(root, words, entry)
        if entry.loan and len(words) > 1 and not _REGNAL & {*words}:
            keys = [sound_key(w) for w in words]
            if all(len(k) > 1 for k in keys) and sum(map(len, keys)) >= _SURE_SOUND:
                _insert(by_sound, keys, entry)
        for i, word in enumerate(words):  # عبد الله and عبدالله
            if word == "عبد" and i + 1 < len(words):
                _insert(root, words[:i] + [word + words[i + 1]] + words[i + 2 :], entry)
            elif word.startswith("عبدال") and len(word) > 6:
                _insert(root, words[:i] + ["عبد", word[3:]] + words[i + 1 :], entry)
    return Gazetteer(root, by_sound, {_fold_words(k): v for k, v in ambiguous.items()}, Memo(partial(_start, root, by_sound)))


def _fold_words(surface: str) -> str:
    """The match key of a written form of several words: «مجلس الأمن» → مجلس الامن."""
    return " ".join(fold(w) for w in surface.split())


def _insert(node: dict[Any, Any], words: list[str], entry: Entry) -> None:
    for word in words:
        node = node.setdefault(word, {})
    node.setdefault(0, []).append(entry)


def _start(root: dict[Any, Any], by_sound: dict[Any, Any], word: str) -> Start | None:
    nodes, sound = nodes_of(root, word), by_sound.get(sound_key(word))
    following: Container[Any] = nodes[0][0] if len(nodes) == 1 else frozenset(w for node, _ in nodes for w in node)
    return Start(nodes, sound, any(0 in node for node, _ in nodes), following) if nodes or sound is not None else None


def nodes_of(root: dict[Any, Any], word: str) -> list[tuple[dict[Any, Any], int]]:
    """Trie nodes that ``word`` may open, each with the number of clitic letters before it: «للناتو» the node of الناتو, 1."""
    found = []
    if word in root:
        found.append((root[word], 0))
    for size in (1, 2):
        if len(word) > size + 1 and word[:size] in _CLITIC_LETTERS and word[size:] in root:
            found.append((root[word[size:]], size))
    for prefix in ("لل", "ولل", "فلل"):  # للناتو is ل + الناتو
        if word.startswith(prefix) and len(word) > len(prefix) + 1 and "ال" + word[len(prefix) :] in root:
            found.append((root["ال" + word[len(prefix) :]], len(prefix) - 1))
    return found
