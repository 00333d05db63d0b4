"""Where the title of a person ends: which words behind «وزير الخارجية» still belong to it, and which begin a name, another office or the next phrase."""

from __future__ import annotations

from typing import Final

from extract.arabic.persons.words import (
    FATHERS,
    GROUPS,
    INSIDE_TITLES,
    Reading,
    is_named_after,
    is_named_assistant,
    is_strange,
    opens_foreign_name,
    opens_title,
    opens_worded_name,
)
from extract.arabic.types import Name

FORMER: Final = dict.fromkeys(("السابق", "السابقه", "الاسبق", "المخلوع", "المعزول"), "former ") | dict.fromkeys(("الراحل", "الراحله"), "late ") | dict.fromkeys(("بالوكاله", "بالنيابه", "بالانابه"), "acting ")
EVENTS: Final = frozenset(("اجتماع", "لقاء", "قمة", "مباحثات", "محادثات", "زيارة", "مؤتمر", "جلسة", "اتصال", "مأدبة", "مفاوضات", "مشاورات", "مكالمة", "خطاب", "كلمة", "محادثة", "جولة", "قرض", "منحة", "تحية", "تحيات", "رسالة", "تهنئة", "برقية"))
_JOURNEYS: Final = frozenset(("زيارة", "جولة", "سفر", "وصول", "مغادرة", "رحلة"))
ACCREDITED: Final = frozenset(("ambassador", "special envoy", "permanent representative", "representative", "special representative", "military attaché", "consul", "consul general", "chargé d'affaires"))
_ADDRESSES: Final = frozenset(("معالي", "سعاده"))  # of ministers and envoys, of no ruler
_RANKS: Final = frozenset(("اول", "ثاني", "ركن", "الركن", "طيار", "الطيار", "بحري", "مهندس", "متقاعد", "اركان", "حرب"))  # behind a style: «الفريق أول ركن»
_OF_STATES_THEMSELVES: Final = frozenset(("جمهوريه", "دوله", "الجمهوريه", "الدوله", "البلاد", "مملكه", "اتحاد", "حكومه", "وزراء", "الوزراء"))
RULERS: Final = frozenset(("president", "prime minister", "king", "emir", "crown prince", "deputy crown prince", "sultan", "chancellor", "prince"))
ENVOYS: Final = frozenset(("special envoy", "envoy", "representative", "special representative", "coordinator"))
_SENDERS: Final = ("US", "RU", "CN", "FR", "GB", "DE", "JP", "EU", "UN")  # of envoys to others
_ALONE: Final = frozenset(("الرييس", "للرييس", "الملك", "للملك", "الوزير", "للوزير", "الوالي", "العمده", "المحافظ"))  # whose holder has no second office behind it
_ADDED: Final = frozenset(("المدير", "المكلف", "المفوض", "المفوضه"))  # «الرئيس المدير العام», «الوزير المفوض»
_SERVING: Final = frozenset(("adviser", "secretary", "private secretary", "special envoy", "envoy", "representative"))  # of a prince
_EPITHETS: Final = frozenset(("الشاب", "الشابه", "المعارض", "المعارضه", "اليساري", "اليساريه", "الليبرالي", "الليبراليه", "الشعبوي", "الشعبويه", "المخضرم", "المخضرمه"))  # of who holds an office, before the name
_COURTS: Final = frozenset(("الديوان", "البلاط", "الرياسه"))  # where officials serve: «المستشار في الديوان الملكي»
# Before the name of one, a word that nobody knows.
_CALLED_BY_A_WORD: Final = frozenset(
    p + word for word in ("اقليم", "عماله", "جهه", "ولايه", "محافظه", "مدينه", "بلديه", "شركه", "موسسه", "مجموعه", "نادي", "منظمه", "قناه", "صحيفه", "جامعه") for p in ("", "ل")
)
CONTINENTS: Final = frozenset(("امريكا", "اميركا", "افريقيا", "اسيا", "اوروبا"))
_AT_COURTS: Final = frozenset(("بالديوان", "بالبلاط"))
_AT_STATES: Final = frozenset(("بالجمهوريه", "بالمملكه"))
_AT_OFFICE: Final = "بمكتب"
AT_MINISTRIES: Final = frozenset(("بوزاره", "بالخارجيه", "بوزارتي", "بالسفاره", "بسفاره"))
MATTERS_OF: Final = frozenset(("لشوون", "للشوون", "شوون", "لشان"))  # «وزير الدولة لشؤون | أفريقيا»: what he deals with
LONGEST: Final = 16  # tokens of a title with its modifiers


def is_modifier(reading: Reading, j: int) -> bool:
    """Whether token ``j`` belongs to an office and not to a name: a common noun or adjective that the lexicon knows: «وزير الخارجية | السابق»."""
    token, morph, given = reading.document.tokens[j], reading.document.morphs[j], reading.lexicon.given_names
    if token.norm in CONTINENTS and j not in reading.document.covering:
        return True  # «لشؤون | أميركا اللاتينية»
    if morph is not None and (morph.enclitic or morph.lemma in EVENTS) or _begins_group(reading, j) or opens_foreign_name(reading, j) or is_named_assistant(reading, j):
        return False
    if opens_worded_name(reading, j) and (j - 1 in reading.document.covering or reading.document.norms[j - 1].startswith(("ال", "لل", "وال"))):
        return False  # «وزيرة الصحة | أمل موسى»; but «مساعد أمين الأحساء», with no article before, is a genitive
    if morph is None:
        return token.text.startswith(("ال", "لل", "وال")) and token.norm not in given  # أليسا has no article
    if morph.pos in ("noun", "adj") and morph.preposition in (None, "ل") and token.norm not in given:
        return not (morph.conjunction and not morph.definite)
    return morph.pos in ("noun", "adj") and morph.definite and morph.preposition is None


def _begins_group(reading: Reading, j: int) -> bool:
    """Whether a group of its own begins at token ``j``, the object behind a subject: «استقبل الرئيس | وفدا أميركيا»; not «رئيس وفد الحكومة»."""
    word, before = reading.document.norms[j], reading.document.norms[j - 1]
    return word in GROUPS and not word.startswith("ال") and (before.startswith("ال") or j - 1 in reading.document.covering or word.endswith("ا"))


def goes_on(reading: Reading, j: int, kind: str, role: str, head: str, actor: Name | None, portfolio: str | None) -> bool:
    """Whether token ``j``, no name of the gazetteer, still belongs to the title: «مدير إدارة أفريقيا | بوزارة الخارجية»."""
    document, lexicon = reading
    covering = document.covering
    token, morph = document.tokens[j], document.morphs[j]
    if role == "pope" and opens_title(token.norm, lexicon):
        return False  # «استقبل البابا | الرئيس الأوكراني»
    place = covering.get(j + 1) if token.norm == "في" else None
    if place is not None and place.kind in ("place", "metonym") and (kind == "minister" or role in RULERS):
        return False  # «التقى وزير الدفاع في واشنطن نظيره»; but «وزير الخارجية في كوريا الشمالية»
    if token.norm in AT_MINISTRIES and role not in RULERS and kind == "head":
        return any((n := covering.get(k)) is not None and n.kind in ("nisba", "state", "metonym", "organisation") for k in range(j + 1, j + 5))  # «مدير إدارة أفريقيا بوزارة الخارجية الصينية», «السكرتير الأول بالسفارة الهندية»
    if kind == "head" and role not in RULERS and (token.norm == _AT_OFFICE or document.norms[j - 1] == _AT_OFFICE):
        return opens_title(document.norms[j + (token.norm == _AT_OFFICE)], lexicon) if j + 1 < len(document.norms) else False  # «رئيس الأركان بمكتب وزير الدفاع فلان»
    if kind == "head" and role not in RULERS - {"chancellor"} and role not in ACCREDITED and (token.norm in _AT_COURTS or token.norm == "في" and j + 1 < len(document.norms) and document.norms[j + 1] in _COURTS):
        return True  # «المستشار في الديوان الملكي», «السكرتير بالديوان الأميري»
    if token.norm == "ولي" and role in _SERVING and (document.norms[j - 1] == head or is_style(lexicon.titles, document.norms[j - 1])) and document.norms[j + 1 : j + 2] in (["العهد"], ["عهد"], ["عهده"]):
        return True  # «سكرتير سمو ولي العهد الدكتور فلان»
    if kind == "head" and document.norms[j - 1] in _CALLED_BY_A_WORD and j not in covering and is_strange(reading, j) and token.norm not in lexicon.given_names:
        return True  # «عامل إقليم | تاونات», «الرئيس التنفيذي لشركة | معادن»
    if (document.norms[j - 1] in MATTERS_OF or document.norms[j - 2 : j] == ["لشوون", "الشرق"]) and document.norms[j - 1] != head and token.norm.startswith("ال") and j not in covering and not opens_title(token.norm, lexicon):
        return True  # «وزير الدولة البريطاني لشؤون | الشرق الأوسط»
    if token.norm == "غير" and role in ACCREDITED and document.norms[j + 1 : j + 2] in (["المقيم"], ["المقيمه"], ["مقيم"]):
        return True  # «السفير غير المقيم»
    if token.norm in INSIDE_TITLES:
        following = covering.get(j + 1)
        return following is not None and following.kind in ("state", "organisation", "place", "nisba", "metonym") or token.norm[0] == "ل" or token.norm.startswith("ال")
    if token.kind != "word" or token.text == "و" or token.norm.startswith("و") and opens_title(token.norm[1:], lexicon):
        return False  # «ولي العهد والرئيس المصري»: the next office
    if document.norms[j - 1] == head and head in _ALONE and opens_title(token.norm, lexicon) and not is_style(lexicon.titles, token.norm) and token.norm not in _ADDED:
        return False  # «استقبل الرئيس | وزير الخارجية الروسي»
    if document.norms[j - 1] == head and head in _ALONE and token.norm in GROUPS:
        return False  # «دعا الوزير | الوفد الإيطالي»
    if opens_title(token.norm, lexicon) and (is_named_after(reading, j) or token.norm.startswith("لل")):
        return False  # «رئيس مدينة | الملك عبد العزيز», «المبعوث الخاص | للرئيس باراك أوباما»
    if actor is None and kind in ("head", "minister") and token.norm in ("بمملكه", "بجمهوريه", "بدوله", "بسلطنه"):
        return (state := covering.get(j + 1)) is not None and state.kind == "state"  # «رئيس الوزراء بمملكة كمبوديا»
    if actor is None and kind in ("head", "minister") and token.norm in _AT_STATES:
        return (whose := covering.get(j + 1)) is not None and whose.kind == "nisba" and whose.actor_id is not None  # «وزير حقوق الإنسان بالجمهورية اليمنية فلان»
    if kind == "counterpart" and token.norm in ("بمملكه", "بجمهوريه", "بدوله", "في"):
        return actor is None
    if role in ENVOYS and actor is not None and morph is not None and morph.lemma in EVENTS and morph.preposition == "ل" and morph.enclitic is None and _is_mission(reading, j):
        return True  # «منسق الاتحاد الأوروبي لمحادثات فيينا فلان»
    if role in ENVOYS and token.norm.startswith(("لل", "لعملي")) and not opens_title(token.norm, lexicon):
        return True  # «مبعوث الاتحاد الأوروبي للمفاوضات النووية»
    if kind == "counterpart" and actor is None and token.norm == "من":
        return (state := covering.get(j + 1)) is not None and state.kind == "state"  # «نظيره من طاجيكستان»
    styled = is_style(lexicon.titles, token.norm)
    addressed = token.norm in _ADDRESSES or token.norm.startswith("ل") and is_style(lexicon.titles, token.norm[1:])
    if role in RULERS and addressed or "\u064b" in token.text:
        return False  # «لسمو ولي العهد | معالي وزير الدولة», «ولي العهد | لفخامة الرئيس», «بولي العهد استمراراً للتنسيق»
    if not styled and j + 1 < len(document.norms) and document.norms[j + 1] in ("بن", "بنت"):
        return False  # «وزير الاقتصاد سلطان بن سعيد»
    if token.norm in _RANKS and ((before := document.tokens[j - 1].norm) in _RANKS or is_style(lexicon.titles, before)):
        return True
    if morph is not None and morph.pos == "noun" and not (morph.definite or morph.preposition or styled) and token.norm not in lexicon.title_heads and document.tokens[j - 1].norm.startswith(("ال", "لل")) and (j - 1 in covering or portfolio is not None or document.norms[j - 1] == head):
        return False  # «وزير الدفاع برقية شكر», «الوزيرة أهمية التمويل»: no genitive behind the article
    if token.norm in _EPITHETS and j + 1 < len(document.norms):
        named = covering.get(j + 1)
        if named is not None and named.kind == "person" or document.norms[j + 1] in lexicon.given_names or is_style(lexicon.titles, document.norms[j + 1]):
            return True  # «ولي العهد الأردني | الشاب | الأمير فلان»
    ends = actor is not None and (portfolio is None if actor.kind == "nisba" else j - 1 in covering)
    if ends and morph is not None and morph.pos == "noun" and morph.preposition is None and not styled:
        return False  # «الرئيس المصري العلاقات», «أمير قطر القضايا»: the sentence goes on
    if ends and role in RULERS and morph is not None and morph.pos == "noun" and not token.norm.startswith(("ال", "لل")):
        return False  # «دعوة الرئيس المصري | لعقد قمة»: a ruler has no charge behind his state
    return styled or is_modifier(reading, j)


def _is_mission(reading: Reading, j: int) -> bool:
    """Whether the talks at token ``j`` are an envoy's office, by the name of their town and his own behind them: «المنسق الأوروبي | لمحادثات فيينا | فلان»."""
    place = reading.document.covering.get(j + 1)
    if place is None or place.kind not in ("place", "state") or place.clitics:
        return False
    k = j + 1
    while k < len(reading.document.tokens) and reading.document.covering.get(k) is place:
        k += 1
    return k < len(reading.document.tokens) and (is_strange(reading, k) or reading.document.norms[k] in reading.lexicon.first_names)


def core_end(reading: Reading, start: int, end: int) -> int:
    """Where what an office is of ends, before styles and a second office: «رئيس نقابة الأطباء | السابق الدكتور»."""
    tokens, lexicon, headed = reading.document.tokens, reading.lexicon, True
    for k in range(start, end):
        word = tokens[k].norm
        another = opens_title(word, lexicon)
        if tokens[k].kind != "word" or word in INSIDE_TITLES or word in FORMER or is_style(lexicon.titles, word) or another and not headed:
            return k
        headed = headed and another  # «نائب | رئيس نقابة …» is one office
    return end


def is_of_an_office(reading: Reading, start: int, end: int) -> bool:
    """Whether words behind «رئيس» name a body smaller than a state: «رئيس بلدية الرياض», «رئيس لجنة الصداقة الكويتية»."""
    document, covering = reading.document, reading.document.covering
    for k in range(start, end):
        word, morph = document.tokens[k].norm, document.morphs[k]
        noun = morph is not None and morph.pos == "noun" and k not in covering
        if noun and word not in _OF_STATES_THEMSELVES and word not in FORMER and word not in _EPITHETS and not is_style(reading.lexicon.titles, word):
            return True
    return False


def is_visitor(reading: Reading, i: int) -> bool:
    """Whether the title at token ``i``, styles and names before it passed over, is the genitive of a journey: «زيارة سمو الأمير فلان ولي العهد»."""
    document, k = reading.document, i - 1
    while k >= 0 and i - k < LONGEST:
        morph = document.morphs[k]
        if morph is not None and morph.lemma in _JOURNEYS:
            return True
        named = document.norms[k] in FATHERS or document.norms[k] in reading.lexicon.given_names or k + 1 < i and document.norms[k + 1] in FATHERS
        if document.tokens[k].kind != "word" or not named and morph is not None and morph.pos in ("verb", "prep", "conj", "part"):
            return False
        k -= 1
    return False


def is_destination(name: Name) -> bool:
    """Whether a state behind «المبعوث الخاص لـ» is where he is sent: one that receives envoys more often than it sends them."""
    return name.kind in ("state", "place") and name.actor_id not in _SENDERS


def is_style(titles: dict[str, tuple[str, str]], word: str) -> bool:
    """Styles between an office and a name: وزير الخارجية الدكتور فلان."""
    return word in titles and titles[word][1] == "style"
