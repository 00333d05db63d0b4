"""Words that tell where a title, a personal name or a group of office holders begins and ends, in folded spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from extract.arabic.memo import Memo
from extract.arabic.types import Document, Token

if TYPE_CHECKING:
    from extract.lexicon import Lexicon

_PRONOUNS: Final = ("ها", "هم", "ه")  # of whose ministry it is
PROCLITICS: Final = ("و", "ف", "ب", "ل", "ول", "وب", "ك")
GROUPS: Final = {
    "وزراء": "ministers", "الوزراء": "ministers", "رؤساء": "presidents", "الرؤساء": "presidents", "قاده": "leaders", "القاده": "leaders",
    "زعماء": "leaders", "الزعماء": "leaders", "زعيمي": "leaders", "رييسي": "presidents", "سفراء": "ambassadors", "ممثلي": "representatives",
    "ممثلو": "representatives", "وفد": "delegation", "وفود": "delegations", "وزيري": "ministers", "وزيرا": "ministers", "الوفد": "delegation",
    "رووساء": "presidents", "روساء": "presidents", "الروساء": "presidents", "مسوولي": "officials", "مسوولين": "officials", "مسوول": "official", "مسووله": "official", "مسوولا": "official", "مسوولان": "officials", "قيادي": "leader", "قياديا": "leader", "المسوولين": "officials",
    "مسوولون": "officials", "مندوبي": "delegates", "مندوبو": "delegates", "نواب": "deputies", "رييسا": "presidents", "قيادات": "leaders", "قياده": "leadership", "القياده": "leadership",
    "الجانب": "side", "الجانبان": "sides", "الجانبين": "sides", "الطرفان": "sides", "الطرفين": "sides", "الطرف": "side",
    "الحكومه": "government", "متمردي": "rebels", "متمردو": "rebels", "مقاتلي": "fighters", "مقاتلو": "fighters", "مسلحي": "militants", "مسلحو": "militants", "الرييسان": "presidents", "الرييسين": "presidents", "الوزيران": "ministers", "الوزيرين": "ministers",
    "الزعيمان": "leaders", "الزعيمين": "leaders", "مبعوثي": "envoys", "مستشاري": "advisers", "مستشارو": "advisers", "نظيريه": "counterparts", "نظيريها": "counterparts", "نظراءه": "counterparts", "نظرايه": "counterparts", "نظراوه": "counterparts", "نظراءهم": "counterparts", "نظرايهم": "counterparts", "نظراوهم": "counterparts", "نظراءها": "counterparts", "نظرايها": "counterparts", "نظيريهما": "counterparts", "نظيراه": "counterparts", "اعضاء": "members",
    "وفدا": "delegation", "وفدان": "delegations", "وفدي": "delegations", "وفدين": "delegations", "الوفدان": "delegations", "الوفدين": "delegations",
    "المسوولون": "officials", "مسوولو": "officials", "ممثلون": "representatives", "ممثلين": "representatives", "الممثلون": "representatives", "الممثلين": "representatives",
    "دبلوماسيون": "diplomats", "دبلوماسيين": "diplomats", "الدبلوماسيون": "diplomats", "الدبلوماسيين": "diplomats", "دبلوماسيو": "diplomats", "دبلوماسيي": "diplomats",
    "فريق": "team", "فريقا": "team", "بعثه": "mission",
    "شخصيات": "figures", "الشخصيات": "figures", "القيادات": "leaders",
    "خبراء": "experts", "الخبراء": "experts", "مبعوثو": "envoys", "مبعوثون": "envoys", "مبعوثين": "envoys", "المبعوثون": "envoys", "المبعوثين": "envoys",
    "مفاوضو": "negotiators", "مفاوضي": "negotiators", "مفاوضون": "negotiators", "مفاوضين": "negotiators", "المفاوضون": "negotiators", "المفاوضين": "negotiators",
    "مستثمرين": "investors", "مستثمرون": "investors", "مستثمري": "investors", "المستثمرين": "investors", "المستثمرون": "investors", "رجال": "businessmen", "ضباطا": "officers", "الضباط": "officers",
    "ناشطين": "activists", "ناشطون": "activists", "نشطاء": "activists", "اكاديميين": "academics", "اكاديميون": "academics", "اساقفه": "bishops", "منظمي": "organisers", "قضاه": "judges", "جنرالات": "generals", "محققين": "investigators", "محققون": "investigators", "مفتشين": "inspectors", "مفتشون": "inspectors", "مفتشي": "inspectors", "مفتشو": "inspectors",
    "موفدي": "envoys", "موفدو": "envoys", "موفدين": "envoys", "موفدون": "envoys", "الموفدين": "envoys", "الموفدون": "envoys",
    "مندوبون": "delegates", "مندوبين": "delegates", "المندوبون": "delegates", "المندوبين": "delegates", "السفراء": "ambassadors", "ضباط": "officers",
    "نوابا": "lawmakers", "برلمانيون": "lawmakers", "برلمانيين": "lawmakers", "مشرعون": "lawmakers", "مشرعين": "lawmakers", "قياديون": "leaders", "قياديين": "leaders", "مستشارون": "advisers", "مستشارين": "advisers",
}  # fmt: skip
JOINERS: Final = frozenset(
    ("بن", "بنت", "ابن", "ال", "ابو", "ابي", "ام", "عبد", "دي", "دا", "دو", "فون", "فان", "لو", "لا", "ولد", "دير", "دوس", "اوغلو", "ماك", "سان", "الدين", "الله")
)  # fmt: skip
FATHERS: Final = frozenset(("بن", "بنت", "ابن", "ولد"))  # what follows is a name, whatever else it may mean
LINEAGE: Final = FATHERS.union(("ال", "عبد"))  # words that go on with what stands behind them, inside a name: «آل سعود», «بن علوي»
INSIDE_TITLES: Final = frozenset(
    ("لدي", "في", "الي", "لشوون", "للشوون", "لشان", "باسم", "من", "المكلف", "المكلفه", "المعني", "المنتخب", "المنتخبه", "السابق", "السابقه", "الجديد",
     "الحالي", "الجديده", "بالانابه", "بالوكاله", "المنتهيه", "ولايته", "المساعد", "بالخارج")
)  # fmt: skip
# A hospital, a stadium, an award that is named after a person is not that person.
_NAMED_AFTER: Final = frozenset(
    ("مدينه", "مستشفي", "جامعه", "ملعب", "استاد", "ستاد", "مطار", "مركز", "موسسه", "جايزه", "كاس", "طريق", "شارع", "قاعه", "كليه", "مسجد",
     "جامع", "جسر", "حديقه", "معهد", "مدرسه", "مدارس", "مجمع", "ميناء", "مكتبه", "سد", "بطوله", "دوري", "كرسي", "وقف", "حي", "محطه", "داره",
     "اكاديميه", "مهرجان", "محور", "نفق", "برنامج", "مضمار", "صاله", "مصحف", "مجلس", "متحف", "ساحه", "ميدان", "سفينه", "حامله", "دوار", "قاعده", "فوج", "مجموعه", "منتزه", "ممشي", "مبني", "مطبعه")
)  # fmt: skip


_BLESSINGS: Final = frozenset(("سمح", "شاء", "قدر", "طيب", "باذن", "بحمد", "بفضل", "بعون", "بحفظ", "والحمد", "الحمد", "صلي", "رضي", "غفر"))  # of God, who is in no name behind them
_NO_PRONOUN: Final = frozenset(("ايه", "وايه", "نعمه", "هبه", "هيبه"))  # «آيه الله» with the dots left off


def is_blessing(token: Token) -> bool:
    """Whether a word before «الله» is a wish or a thanksgiving and no name: «حفظه الله», «لا سمح الله»; not «رحمة الله»."""
    owned = len(token.norm) > 3 and (token.text.endswith("ه") and token.norm not in _NO_PRONOUN or token.norm.endswith(("هم", "ها", "هما")) and not token.text.endswith("ة"))
    return owned or token.norm in _BLESSINGS


_ABBREVIATED: Final = frozenset(("د", "م", "ا", "ود", "وم", "وا", "لد", "بد"))  # styles cut short, proclitics on: «د. فلان», «ود. فلان»


def abbreviated_style(document: Document, i: int) -> int:
    """How many tokens an abbreviated style at token ``i`` takes: «د.» 2, «أ.د.» 4; 0 where none stands there («2016م.»)."""
    tokens, j = document.tokens, i
    while j + 1 < len(tokens) and j - i < 4 and tokens[j].norm in _ABBREVIATED and tokens[j + 1].text in "./" and tokens[j + 1].start == tokens[j].end:
        if not j or tokens[j - 1].end < tokens[j].start or j > i or tokens[j - 1].kind == "punctuation":
            j += 2
            continue
        break
    return j - i


class Reading(NamedTuple):
    """An article as the rules for persons see it."""

    document: Document
    lexicon: "Lexicon"  # noqa: UP037 – compiled, the name would be looked up here


def unclitic(word: str) -> tuple[str, ...]:
    """A folded word and what is left of it without proclitics: «وبالرئيس» → الرييس, «للوزير» → الوزير."""
    return _BARE[word]


def _bare(word: str) -> tuple[str, ...]:
    out = [word]
    for prefix in PROCLITICS:
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            out.append(word[len(prefix) :])
            if prefix in ("ل", "ول") and word[len(prefix)] == "ل":
                out.append("ا" + word[len(prefix) :])
    return tuple(out)


_BARE: Final = Memo(_bare)


def mention_openers(title_heads: frozenset[str]) -> frozenset[str]:
    """The folded words, as written with proclitics and pronouns, that may open the mention of a person or a group: «وللوزير», «مبعوثها»."""
    bare = title_heads.union(GROUPS)
    owned = {word + "ها" for word in title_heads}
    words = bare | owned
    written = words | {clitic + word for clitic in PROCLITICS for word in words}
    written |= {clitic + word[1:] for clitic in ("ل", "ول") for word in words if word.startswith("ال")}  # «للوزير»
    return _ABBREVIATED.union(w for w in written if any(u in bare for u in unclitic(w)) or unpossessed(w) in title_heads)


def unpossessed(word: str) -> str:
    """An office of the state named before, without its pronoun: «مبعوثها» → مبعوث; "" for other words."""
    return unclitic(word)[-1][:-2] if word.endswith("ها") and len(word) > 5 else ""


def is_possessed(title: str) -> bool:
    """Whether a pronoun says whose office it is: «وزير خارجيته», «وزيرة دفاعها السابقة», «ولي عهده الأمير»."""
    words = title.split()
    return len(words) > 1 and not words[1].startswith("ال") and words[1].endswith(_PRONOUNS)


def unpronouned(word: str) -> str:
    """A folded portfolio without the pronoun of whose ministry it is: «خارجيته» → خارجيه, «دفاعها» → دفاع, «وزرائه» → وزراء; "" for other words."""
    ending = next((e for e in _PRONOUNS if word.endswith(e)), "")
    bare = word[: len(word) - len(ending)]
    if not ending or len(bare) < 3:
        return ""
    return bare[:-1] + "ه" if bare.endswith("ت") else bare[:-1] + "ء" if bare.endswith("اي") else bare


def opens_title(word: str, lexicon: Lexicon) -> bool:
    """Whether a folded word, proclitics off, begins a title: «ووزير», «للرئيس»."""
    return any(w in lexicon.title_heads for w in unclitic(word))


def is_strange(reading: Reading, j: int, *, article: bool = False) -> bool:
    """Whether the word at ``j`` may be a part of a name that nobody knows: no word of the lexicon, no title, no tanwin.

    ``article``: inside a name, where «العضايلة» may end in ة.
    """
    token = reading.document.tokens[j]
    word = token.norm
    if token.kind != "word" or reading.document.morphs[j] is not None or word in INSIDE_TITLES or word in reading.lexicon.titles:
        return False
    if len(word) < 3 and reading.document.text[token.end : token.end + 1] != "-" or word[:1] in "وفبل" and token.text[1:3] == "ال" and len(word) > 4 or token.text.startswith("لل"):
        return False
    if "\u064b" in token.text or token.text.endswith("ة") and not article:
        return False  # tanwin marks an adverb or an indefinite noun; a foreign name is hardly written with ة
    return not opens_title(word, reading.lexicon)


def is_named_assistant(reading: Reading, j: int) -> bool:
    """Whether the word at ``j`` is the given name مساعد, by a family that nobody knows behind it: «مساعد البراك», no «مساعد الوزير»."""
    norms = reading.document.norms
    return norms[j].removeprefix("و") == "مساعد" and j + 1 < len(norms) and norms[j + 1].startswith("ال") and j + 1 not in reading.document.covering and is_strange(reading, j + 1, article=True)


def is_named_after(reading: Reading, i: int) -> bool:
    """Whether what begins at token ``i`` only names a place or a prize: «مستشفى الملك فهد», «جائزة الشيخ زايد»."""
    return i > 0 and any(w in _NAMED_AFTER for w in unclitic(reading.document.tokens[i - 1].norm))


def opens_worded_name(reading: Reading, j: int) -> bool:
    """Whether a given name that is also an everyday word stands at ``j``, with a father, a name or a word that nobody knows behind it: «أمل موسى», «جميلة المصلي»."""
    norms, lexicon = reading.document.norms, reading.lexicon
    if norms[j] not in lexicon.worded_names or j + 1 >= len(norms) or j in reading.document.covering:
        return False
    word, name = norms[j + 1], reading.document.covering.get(j + 1)
    if name is not None:  # «د. أشرف العربي»
        styled = j > 0 and (reading.lexicon.titles.get(norms[j - 1], ("", ""))[1] == "style" or j > 1 and norms[j - 1] == "." and norms[j - 2] in _ABBREVIATED)
        return not name.clitics and (name.kind == "person" or name.kind == "nisba" and styled and word.startswith("ال"))
    if word in FATHERS or word in ("ابو", "ال", "عبد"):
        return True
    morph = reading.document.morphs[j + 1]
    return word in lexicon.given_names and (morph is None or morph.pos == "noun") or (word[:1] not in "وبلي" or word.startswith("بو")) and is_strange(reading, j + 1, article=True)


def opens_foreign_name(reading: Reading, j: int) -> bool:
    """Whether the noun at ``j`` is the first word of a name behind a style, by a word that nobody knows behind it: «معالي | فرقات صديقوف», «السيد | نور شوكت»."""
    document = reading.document
    if not j or j + 1 >= len(document.tokens) or reading.lexicon.titles.get(document.norms[j - 1], ("", ""))[1] != "style":
        return False
    morph = document.morphs[j]
    bare = morph is not None and morph.pos == "noun" and not (morph.definite or morph.conjunction or morph.preposition or morph.enclitic)
    if not bare or j in reading.document.covering or j + 1 in reading.document.covering or opens_title(document.norms[j], reading.lexicon):
        return False
    word = document.norms[j + 1]  # «الفريق طيار محمد»: behind a rank
    return is_strange(reading, j + 1) and word not in reading.lexicon.given_names and not word.startswith(("ال", "ي", "ت", "و", "ب", "ل", "س"))
