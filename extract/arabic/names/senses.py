"""What a match of the gazetteer stands for beside its neighbours, if it is a name at all: «سفير عمان» is Oman's, «في عمان» Amman, «مسقط رأسه» none."""

from __future__ import annotations

from typing import Final

from extract.arabic.names.gazetteer import Entry, Gazetteer, nodes_of
from extract.arabic.tokenizer import skip_letters
from extract.arabic.types import Name, Token

_PLACE_CUES: Final = frozenset(
    ("في", "الي", "من", "مدينه", "العاصمه", "بمدينه", "محافظه", "بالعاصمه", "مطار", "شمال", "جنوب", "شرق", "غرب", "وسط", "بمحافظه", "ميناء", "قصر", "ولايه", "بولايه", "مقاطعه",
     "بمقاطعه", "بلده", "ببلده", "اقليم", "محافظ", "والي", "عمده", "بلديه", "ريف", "معبر")
)  # fmt: skip
# Behind these indefinite words «هندي», «تركي» is the adjective and no name: «وفد تركي».
_MEN: Final = frozenset(
    ("وفد", "وفدا", "مسوول", "مسوولا", "دبلوماسي", "وزير", "رييس", "سفير", "مبعوث", "موفد", "قايد", "ضابط", "جندي", "فريق", "خبير", "مستشار", "نايب", "جنرال", "مواطن",
     "مصدر", "عسكري", "امني", "برلماني", "دبلوماسيا", "رفيع", "سياسي", "تجاري", "مشرع", "ملياردير", "محلل", "متحدث", "ناطق", "جانب", "قرار", "هجوم", "مقترح", "رسمي")
)  # fmt: skip
_OF_A_STATE: Final = frozenset(("سفير", "السفير", "سفيره", "لسفير", "سفاره", "حكومه", "خارجيه"))  # what a city has none of
_NATIONAL: Final = frozenset(("القومي", "الوطني", "الاعلي", "الداخلي", "المحلي", "العسكري", "العالمي", "رفيع", "الاستراتيجي"))
_STATE_CUES: Final = frozenset(
    ("في", "دوله", "جمهوريه", "بدوله", "حكومه", "مع", "الي", "من", "رييس", "وزير", "خارجيه", "ودوله", "امير", "لدوله", "دفاع", "سفير", "ملك", "لدي", "مجلس", "حلف")
)  # fmt: skip
_PROCESSES: Final = frozenset(c + word for word in ("عمليه", "مسار", "صيغه") for c in ("", "و", "ب", "ل", "ول"))  # «عملية أستانة», «مسار جنيف»: called after a place
# «مسقط رأس والده» is a birthplace, «دافوس الصحراء» a nickname of a forum in Riyadh, «المغرب العربي» half of North Africa.
# «أمريكا اللاتينية» is a continent, «المنظمة الدولية للبيئة» another body than «المنظمة الدولية», the United Nations.
_ANOTHER: Final[dict[str, str | tuple[str, ...]]] = {"مسقط": "راس", "دافوس": "الصحراء", "المغرب": "العربي", "المنظمه الدوليه": "لل"} | dict.fromkeys(("امريكا", "اميركا"), ("اللاتينيه", "الشماليه", "الجنوبيه", "الوسطي"))
_ANOTHER_WITH: Final = _ANOTHER | {name[1:]: with_ for name, with_ in _ANOTHER.items() if name.startswith("ا")}  # behind «لل» a name is without its alif


def resolve(
    text: str, words: list[Token], i: int, end: int, clitics: int, entries: list[Entry], gazetteer: Gazetteer
) -> Name | None:
    """The reading of a match that its neighbours allow, or None where the word is probably no name: «في عمان», «سفير عمان», «مسقط رأسه»."""
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
        listed = before.startswith("و") and (before[1:] in cues or bool(nodes_of(gazetteer.root, before))) or (i > 1 and words[i - 1].text in "،,/" and nodes_of(gazetteer.root, words[i - 2].norm))
        if before not in cues and not listed and not _opens_list(words, end, entries, gazetteer):
            return None
    elif need and need != "alone" and clitics and words[i].norm[0] not in "بلو":
        return None
    chosen = entries[0]
    if len(entries) > 1:
        order = {"metonym": 0, "state": 1, "organisation": 2, "person": 3, "place": 4, "nisba": 5}
        chosen = min(entries, key=lambda e: order.get(e.kind, 9))
        if before in ("مدينه", "بمدينه", "العاصمه", "بالعاصمه", "امين", "وامين"):  # «أمين عمان» is its mayor
            chosen = next((e for e in entries if e.kind == "place"), chosen)
        elif need == "place" and (before in ("في", "الي", "وفي") or clitics and words[i].norm[:clitics].endswith("ب")):
            chosen = next((e for e in entries if e.kind == "place"), chosen)  # في عمان is Amman
        written = text[words[i].start : words[end - 1].end][clitics:]
        if any("\u064b" <= c <= "\u0652" for c in written):  # vowels tell عُمان from عمّان
            chosen = next((e for e in entries if e.surface == written), chosen)
    if key in _ANOTHER_WITH and end < len(words) and words[end].norm.startswith(_ANOTHER_WITH[key]):
        return None
    if before in _PROCESSES and chosen.kind in ("place", "metonym") and not clitics:
        return None
    if chosen.kind == "state" and before in ("ولايه", "بولايه", "نهر", "خليج", "مضيق", "بحر", "ببحر", "لبحر"):
        return None  # the American Georgia, the river Jordan, the South China Sea
    return _name(text, words, i, end, clitics, chosen, entries)


def _opens_list(words: list[Token], end: int, entries: list[Entry], gazetteer: Gazetteer) -> bool:
    """Whether a state stands joined behind a word that is one too: «جيوش | مالي | والنيجر»."""
    if end >= len(words) or not words[end].norm.startswith("و") or all(e.kind != "state" for e in entries):
        return False
    return any(e.kind == "state" for node, clitics in nodes_of(gazetteer.root, words[end].norm) if clitics == 1 for e in node.get(0, ()))


def _name(text: str, words: list[Token], i: int, end: int, clitics: int, chosen: Entry, entries: list[Entry]) -> Name:
    start = words[i].start
    if clitics:
        start = skip_letters(words[i], clitics)
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
