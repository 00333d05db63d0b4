"""Names that the project knows: a token trie with clitics and spelling variants, longest match, context for doubt.

``build`` makes the trie from entries; ``find_names`` finds them in tokens: «وبالناتو» gives the name الناتو with its
exact span, clitics «وب» kept apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from extract.arabic.normalizer import fold, sound_key
from extract.arabic.tokenizer import tokenize
from extract.arabic.types import Morph, Name, Token

_REGNAL = frozenset(("الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس"))  # no sounds of a foreign name: «البر الصيني» is no ألبير الثاني
_SURE_SOUND = 6  # letters of a loose key; fewer are also those of common words («كما قام» for جيم كيم)
_CLITIC_LETTERS = frozenset(("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل"))
_PLACE_CUES = frozenset(
    ("في", "الي", "من", "مدينه", "العاصمه", "بمدينه", "محافظه", "بالعاصمه", "مطار", "شمال", "جنوب", "شرق", "غرب", "وسط", "بمحافظه", "ميناء", "قصر", "ولايه", "بولايه", "مقاطعه",
     "بمقاطعه", "بلده", "ببلده", "اقليم", "محافظ", "والي", "عمده", "بلديه", "ريف", "معبر")
)  # fmt: skip
_MEN = frozenset(
    ("وفد", "وفدا", "مسوول", "مسوولا", "دبلوماسي", "وزير", "رييس", "سفير", "مبعوث", "موفد", "قايد", "ضابط", "جندي", "فريق", "خبير", "مستشار", "نايب", "جنرال", "مواطن",
     "مصدر", "عسكري", "امني", "برلماني", "دبلوماسيا", "رفيع", "سياسي", "تجاري", "مشرع", "ملياردير", "محلل", "متحدث", "ناطق", "جانب", "قرار", "هجوم", "مقترح", "رسمي")
)  # fmt: skip
_AROUND = frozenset(("ولايه", "بولايه", "محافظه", "بمحافظه", "مقاطعه", "بمقاطعه", "اقليم", "باقليم"))
# behind these indefinite words «هندي», «تركي» is the adjective and no name: «وفد تركي»
_OF_A_STATE = frozenset(("سفير", "السفير", "سفيره", "لسفير", "سفاره", "حكومه", "خارجيه"))  # what a city has none of
_NATIONAL = frozenset(("القومي", "الوطني", "الاعلي", "الداخلي", "المحلي", "العسكري", "العالمي", "رفيع", "الاستراتيجي"))
_STATE_CUES = frozenset(
    ("في", "دوله", "جمهوريه", "بدوله", "حكومه", "مع", "الي", "من", "رييس", "وزير", "خارجيه", "ودوله", "امير", "لدوله", "دفاع", "سفير", "ملك", "لدي", "مجلس", "حلف")
)  # fmt: skip


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
    """The compiled tries. ``by_sound`` holds foreign personal names of two words or more under loose keys."""

    root: dict[Any, Any]
    by_sound: dict[Any, Any]
    needs: dict[str, str]
    starts: dict[str, Start | None] = field(default_factory=dict)  # of folded words seen; None for those that open no name


def build(entries: Iterable[Entry], ambiguous: dict[str, str]) -> Gazetteer:
    """Compile entries into tries.

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
    return Gazetteer(root, by_sound, {fold_words(k): v for k, v in ambiguous.items()})


def fold_words(surface: str) -> str:
    """The match key of a written form of several words."""
    return " ".join(fold(w) for w in surface.split())


def _insert(node: dict[Any, Any], words: list[str], entry: Entry) -> None:
    for word in words:
        node = node.setdefault(word, {})
    node.setdefault(0, []).append(entry)


def _start(gazetteer: Gazetteer, word: str) -> Start | None:
    """The nodes that a folded word opens, worked out once a word; None where it opens none, as most words do."""
    if word in gazetteer.starts:
        return gazetteer.starts[word]
    nodes, sound = _nodes(gazetteer.root, word), gazetteer.by_sound.get(sound_key(word))
    if len(gazetteer.starts) > 500_000:
        gazetteer.starts.clear()
    following: Container[Any] = nodes[0][0] if len(nodes) == 1 else frozenset(w for node, _ in nodes for w in node)
    found = Start(nodes, sound, any(0 in node for node, _ in nodes), following) if nodes or sound is not None else None
    gazetteer.starts[word] = found
    return found


def _nodes(root: dict[Any, Any], word: str) -> list[tuple[dict[Any, Any], int]]:
    """Trie nodes that ``word`` may open, each with the number of clitic letters before it."""
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


def find_names(text: str, tokens: list[Token], gazetteer: Gazetteer, morphs: Sequence[Morph | None] = ()) -> list[Name]:
    """Names in reading order, longest match first, none overlapping; spans leave proclitics out.

    ``morphs``, parallel to ``tokens``, tell the words of the language: such alone sound like no name («آلاف جندي», «ألفا كوندي»).
    """
    hashed = "#" in text or "_" in text
    words = [t for t in tokens if t.text not in "_#"] if hashed else tokens  # a hashtag's marks stand inside a name
    ordinary = frozenset(t.start for t, m in zip(tokens, morphs, strict=False) if m is not None)
    out: list[Name] = []
    starts, behind = gazetteer.starts, 0
    opened = [starts[w.norm] if w.norm in starts else _start(gazetteer, w.norm) for w in words]
    for i, start in enumerate(opened):
        if start is None or i < behind:
            continue
        if not start.alone and i + 1 < len(words) and (following := words[i + 1]).norm not in start.following:
            if following.kind != "punctuation" and (start.sound is None or sound_key(following.norm) not in start.sound):
                continue  # most words that open a name of several words stand in none
        hit = _longest(start, words, i, ordinary)
        if hit is None:
            continue
        end, clitics, entries = hit
        name = _resolve(text, words, i, end, clitics, entries, gazetteer)
        if name is not None and name.kind == "place" and out and i > 1 and words[i - 1].norm in _AROUND and out[-1].kind == "place" and out[-1].end == words[i - 2].end:
            name, behind = None, end  # «بمدينة كوبرتينو بولاية كاليفورنيا»: the city is where, not the province around it
        if name is not None:
            if name.kind == "place" and out and _is_called_capital(out[-1], name, text):
                out.pop()
            out.append(name)
            behind = end
    return out


def _is_called_capital(capital: Name, city: Name, text: str) -> bool:
    """Whether another city of the state stands at once behind «العاصمة الإيفوارية»: «بالعاصمة الإيفوارية أبيدجان» is in Abidjan."""
    adjoins = text[capital.end : city.start].strip(' ،"#«') == ""
    return adjoins and capital.text.startswith("العاصمة") and capital.country_code == city.country_code and capital.entity_id != city.entity_id


def _longest(start: Start, words: list[Token], i: int, ordinary: frozenset[int]) -> tuple[int, int, list[Entry]] | None:
    """The longest entry that begins at word ``i``: end (exclusive), clitic letters, entries; ``ordinary`` are the starts of common words."""
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
            if found and (best is None or found[0] > best[0]) and not all(w.start in ordinary for w in words[i : found[0]]):
                best = (found[0], 0, found[1])
    return best


def _walk(node: dict[Any, Any], words: list[Token], j: int, key: Any = None) -> tuple[int, list[Entry]] | None:
    best: tuple[int, list[Entry]] | None = (j, node[0]) if 0 in node else None
    while j < len(words):
        word = words[j]
        if word.text in ("-", "ـ", "‑") and words[j - 1].end == word.start:
            j += 1
            continue
        following = node.get(key(word.norm) if key else word.norm)
        if following is None:
            break
        node, j = following, j + 1
        if 0 in node:
            best = (j, node[0])
    return best


# «مسقط رأس والده» is a birthplace, «دافوس الصحراء» a nickname of a forum in Riyadh, «المغرب العربي» half of North Africa.
_PROCESSES = frozenset(c + word for word in ("عمليه", "مسار", "صيغه") for c in ("", "و", "ب", "ل", "ول"))  # «عملية أستانة», «مسار جنيف»: called after a place
_NO_PLACE_WITH = {"مسقط": "راس", "دافوس": "الصحراء", "المغرب": "العربي"}


def _resolve(
    text: str, words: list[Token], i: int, end: int, clitics: int, entries: list[Entry], gazetteer: Gazetteer
) -> Name | None:
    """The reading of a match that its neighbours allow, or None where the word is probably no name."""
    key = (words[i].norm if end == i + 1 else " ".join([w.norm for w in words[i:end]]))[clitics:]
    need = gazetteer.needs.get(key)
    before = words[i - 1].norm if i else ""
    if need == "never" or need == "alone" and _is_narrowed(words, end, gazetteer, entries[0].actor_id):
        return None
    if need == "place" and before in _OF_A_STATE and (state := next((e for e in entries if e.kind == "state"), None)) is not None:
        return _name(text, words, i, end, clitics, state, entries)  # «سفير عمان»
    if need in ("place", "state", "nisba") and clitics == 0:
        cues = _PLACE_CUES if need == "place" else _STATE_CUES
        if need == "nisba":
            return _name(text, words, i, end, clitics, entries[0], entries) if before in _MEN and entries[0].kind == "nisba" else None
        listed = before.startswith("و") and (before[1:] in cues or bool(_nodes(gazetteer.root, before))) or (i > 1 and words[i - 1].text in "،,/" and _nodes(gazetteer.root, words[i - 2].norm))
        if before not in cues and not listed:
            return None
    elif need and need != "alone" and clitics and words[i].norm[0] not in "بلو":
        return None
    chosen = entries[0]
    if len(entries) > 1:
        order = {"metonym": 0, "state": 1, "organisation": 2, "person": 3, "place": 4, "nisba": 5}
        chosen = min(entries, key=lambda e: order.get(e.kind, 9))
        if before in ("مدينه", "بمدينه", "العاصمه", "بالعاصمه", "امين", "وامين"):  # «أمين عمان» is its mayor
            chosen = next((e for e in entries if e.kind == "place"), chosen)
        elif need == "place" and (before in ("في", "الي") or clitics and words[i].norm[:clitics].endswith("ب")):
            chosen = next((e for e in entries if e.kind == "place"), chosen)  # في عمان is Amman
        written = text[words[i].start : words[end - 1].end][clitics:]
        if any("\u064b" <= c <= "\u0652" for c in written):  # vowels tell عُمان from عمّان
            chosen = next((e for e in entries if e.surface == written), chosen)
    if end < len(words) and words[end].norm.startswith(_NO_PLACE_WITH.get(key, "\0")):
        return None
    if before in _PROCESSES and chosen.kind in ("place", "metonym") and not clitics:
        return None
    if chosen.kind == "state" and before in ("ولايه", "بولايه", "نهر", "خليج", "مضيق"):
        return None  # the American Georgia, the river Jordan
    return _name(text, words, i, end, clitics, chosen, entries)


def _name(text: str, words: list[Token], i: int, end: int, clitics: int, chosen: Entry, entries: list[Entry]) -> Name:
    start = words[i].start
    if clitics:
        start = _skip_letters(words[i], clitics)
    alternatives = tuple([(e.kind, e.entity_id) for e in entries if e is not chosen]) if len(entries) > 1 else ()
    return Name(
        start, words[end - 1].end, text[start : words[end - 1].end], chosen.kind, chosen.entity_id, chosen.actor_id,
        chosen.name_ar, chosen.name_en, chosen.country_code, text[words[i].start : start], alternatives,
    )  # fmt: skip


def _is_narrowed(words: list[Token], end: int, gazetteer: Gazetteer, actor_id: str | None) -> bool:
    """Whether the word behind a match makes it another body: «مجلس الأمن القومي», «مجلس الأمن الروسي»; not «الكونغرس الأميركي»."""
    if end >= len(words):
        return False
    word = words[end].norm
    return word in _NATIONAL or any(e.kind == "nisba" and e.actor_id != actor_id for e in gazetteer.root.get(word, {}).get(0, ()))


def _skip_letters(token: Token, count: int) -> int:
    """The offset behind the first ``count`` letters of a token, diacritics passed over."""
    seen = 0
    for offset, char in enumerate(token.text):
        if fold(char):
            seen += 1
        if seen > count:
            return token.start + offset
    return token.end


# Heads by which an article calls an organisation or a state once it has named it in full.
_SHORT = {
    "الحلف": ("NATO",), "التكتل": ("EU",), "الاتحاد": ("EU", "AFUN"), "الجامعه": ("LAS",), "المفوضيه": ("EU-COM", "AFUN-COM"),
    "المملكه": ("SA", "JO", "MA", "BH"), "السلطنه": ("OM",),
}  # fmt: skip
_STATES = ("المملكه", "السلطنه")
# Kinds of bodies: «المركز» goes on for «مركز الملك سلمان للإغاثة», «الصندوق» for «صندوق النقد الدولي».
_KINDS = ("مركز", "صندوق", "منظمه", "بنك", "وكاله", "برنامج", "هييه", "لجنه", "مفوضيه", "رابطه", "حركه", "منتدي")
_SHORT |= {"ال" + kind: () for kind in _KINDS if "ال" + kind not in _SHORT}

# Written with proclitics: والحلف، بالحلف، للحلف → the head and the letters before it.
_SHORT_WRITTEN = {
    written: (head, len(clitics))
    for head in _SHORT
    for clitics, written in [(c, c + head) for c in ("", "و", "ب", "وب")] + [(c, c + head[1:]) for c in ("ل", "ول")]
}


def add_short_forms(text: str, tokens: list[Token], names: list[Name], gazetteer: Gazetteer) -> list[Name]:
    """Names and the short forms that stand for one of them: «قادة الحلف» after «حلف شمال الأطلسي», «المملكة».

    A short form means the latest of its kind named before it, none before any is named. «المملكة» is that of «خادم الحرمين»
    where he is told of, else the kingdom that the article names most often.
    """
    norms = [t.norm for t in tokens]
    if _SHORT_WRITTEN.keys().isdisjoint(norms):
        return names
    latest: dict[str, Name] = {}
    often = Counter(n.actor_id or n.country_code for n in names if n.kind in ("state", "nisba", "place", "metonym"))
    for head in _STATES:
        named = [n for n in names if n.kind in ("state", "nisba") and n.actor_id in _SHORT[head]]
        if named:
            latest[head] = max(named, key=lambda n: (often[n.actor_id], -n.start))
    heads = set(_SHORT) - {*_STATES}
    custodian = next((e for e in gazetteer.root.get("السعوديه", {}).get(0, ()) if e.kind == "state"), None)
    if custodian is not None and "الحرمين" in norms:
        latest["المملكه"] = Name(0, 0, "", "state", custodian.entity_id, custodian.actor_id, custodian.name_ar, custodian.name_en, custodian.country_code, "")
    added: list[Name] = []
    position = 0
    for i in [i for i, norm in enumerate(norms) if norm in _SHORT_WRITTEN]:
        token = tokens[i]
        while position < len(names) and names[position].end <= token.start:
            name = names[position]
            if name.kind == "organisation":
                latest.update({head: name for head in heads if name.actor_id in _SHORT[head]})
            kind = "ال" + fold(name.name_ar.split()[0]).removeprefix("ال") if name.kind == "organisation" else ""
            if kind in _SHORT and not _SHORT[kind]:
                latest[kind] = name
            position += 1
        inside = position < len(names) and names[position].start < token.end
        head, clitics = _SHORT_WRITTEN[token.norm]
        another = not _SHORT[head] and i + 1 < len(tokens) and tokens[i + 1].norm.startswith(("ال", "لل"))  # «المركز الوطني», «اللجنة الأولمبية»
        if head in latest and not inside and not another:
            name, start = latest[head], _skip_letters(token, clitics)
            kind, country = ("state", name.country_code) if head in _STATES else ("organisation", None)
            added.append(Name(start, token.end, text[start : token.end], kind, name.entity_id, name.actor_id, name.name_ar, name.name_en, country, text[token.start : start]))
    return sorted(names + added, key=lambda n: n.start)
