"""Titles of persons: «وزير الخارجية المصري السابق الدكتور» with the office, its portfolio and whom the holder acts for."""

from __future__ import annotations

from dataclasses import dataclass

from extract.arabic.person_bodies import body_of_adjective, named_body
from extract.arabic.person_words import (
    FATHERS,
    GROUPS,
    INSIDE_TITLES,
    Reading,
    abbreviated_style,
    is_named_after,
    is_strange,
    opens_title,
    opens_worded_name,
    unclitic,
    unpossessed,
    unpronouned,
)
from extract.arabic.types import Name

PAST = ("former ", "late ")  # before the role of who no longer holds the office
_FORMER = dict.fromkeys(("السابق", "السابقه", "الاسبق", "المخلوع", "المعزول"), "former ") | dict.fromkeys(("الراحل", "الراحله"), "late ")
EVENTS = frozenset(("اجتماع", "لقاء", "قمة", "مباحثات", "محادثات", "زيارة", "مؤتمر", "جلسة", "اتصال", "مأدبة", "مفاوضات", "مشاورات", "مكالمة", "خطاب", "كلمة", "محادثة", "جولة", "قرض", "منحة"))
_JOURNEYS = frozenset(("زيارة", "جولة", "سفر", "وصول", "مغادرة", "رحلة"))
ACCREDITED = frozenset(("ambassador", "special envoy", "permanent representative", "representative", "special representative", "military attaché", "consul", "consul general"))
_DIPLOMATS = frozenset(("ambassador", "special envoy", "consul", "consul general", "chargé d'affaires", "military attaché"))
_ADDRESSES = frozenset(("معالي", "سعاده"))  # of ministers and envoys, of no ruler
_RANKS = frozenset(("اول", "ثاني", "ركن", "الركن", "طيار", "الطيار", "بحري", "مهندس", "متقاعد", "اركان", "حرب"))  # behind a style: «الفريق أول ركن»
_OF_STATES_THEMSELVES = frozenset(("جمهوريه", "دوله", "الجمهوريه", "الدوله", "البلاد", "مملكه", "اتحاد", "حكومه", "وزراء", "الوزراء"))
_WIDE = ("EU", "UN", "AFUN", "LAS", "GCC")  # whose adjectives are also in portfolios and missions: «وزير الشؤون الأفريقية الجزائري», «مبعوث … الأممي»
_OF_STATES = frozenset(("الجمهوريه", "المملكه", "الدوله"))
RULERS = frozenset(("president", "prime minister", "king", "emir", "crown prince", "deputy crown prince", "sultan", "chancellor", "prince"))
ENVOYS = frozenset(("special envoy", "envoy", "representative", "special representative", "coordinator"))
_SENT = frozenset(("special envoy", "envoy"))
_SENDERS = ("US", "RU", "CN", "FR", "GB", "DE", "JP", "EU", "UN")  # of envoys to others
_OF_THE_WORLD = frozenset(("الدولي", "الدوليه", "الاممي", "الامميه"))
_MATTERS = frozenset(("الازمه", "القضيه", "المساله", "الحرب", "التسويه", "المفاوضات", "المصالحه", "الصحراء", "الحدود"))
_ACTING = ("nisba", "state", "organisation", "metonym", "place")
_ALONE = frozenset(("الرييس", "للرييس", "الملك", "للملك", "الوزير", "للوزير"))  # whose holder has no second office behind it
_ADDED = frozenset(("المدير", "المكلف", "المفوض", "المفوضه"))  # «الرئيس المدير العام», «الوزير المفوض»
_FORMAL = ("جمهورية", "مملكة", "سلطنة", "دولة")  # «وزير الخارجية لجمهورية مصر العربية»: whose he is
_MASTERS = frozenset(("وزير", "وزيره", "الوزير", "رييس", "رييسه"))
_OF_SMALLER = {"president": "head", "vice president": "deputy head"}
_SERVING = frozenset(("adviser", "secretary", "private secretary", "special envoy", "envoy", "representative"))  # of a prince
_COURTS = frozenset(("الديوان", "البلاط", "الرياسه"))  # where officials serve: «المستشار في الديوان الملكي»
_AT_COURTS = frozenset(("بالديوان", "بالبلاط"))
_AT_MINISTRIES = frozenset(("بوزاره", "بالخارجيه", "بوزارتي"))
_OPEN_ENDS = frozenset(("في", "من", "لدي", "الي", "باسم"))  # what no title ends with
_OF_PORTFOLIOS = frozenset(("والتعاون", "التعاون", "الشراكه", "والشراكه", "التجاره", "الوحده"))
_LONGEST = 16  # tokens of a title with its modifiers
_WRAPS = 3  # styles and acting offices before an office


@dataclass(slots=True)
class Title:
    """A title phrase: token range, English role, kind, the actor that its modifiers name, what a past office is called by."""

    first: int
    last: int  # exclusive, modifiers included
    role: str | None
    kind: str  # head | minister | style | counterpart
    actor: Name | None
    past: str  # "former " | "late " | ""


def read_title(reading: Reading, i: int, wrapped: int = 0) -> Title | None:
    """The title phrase that begins at token ``i``, behind ``wrapped`` styles, with its modifiers, or None."""
    tokens, covering = reading.document.tokens, reading.covering
    name = covering.get(i)
    if tokens[i].kind != "word" or name is not None and (name.kind == "person" or covering.get(i - 1) is name):
        return None  # «مركز الملك سلمان للإغاثة» speaks of no king
    if styled := abbreviated_style(reading.document, i):
        best: tuple[int, str, str, bool] | None = (i + styled, "", "style", False)  # «د. فلان»
    else:
        best = _longest(reading, i)
    if best is None or best[2] == "style" and best[3] or best[0] == i + 1 < len(tokens) and _is_given(reading, i) and _is_of_name(reading, i + 1):
        return None  # «سلطان بن سلمان» is no sultan, «مساعد البراك» no assistant; «سموه» stands for who was named
    j, role, kind, owned = best
    wraps = (kind == "style" or role == "acting") and wrapped < _WRAPS and j < len(tokens) and j not in covering
    if wraps and (office := read_title(reading, j, wrapped + 1)) is not None and office.kind in ("head", "minister"):
        office.first = i  # «معالي وزير الاقتصاد», «القائم بأعمال وزير الدفاع»
        office.role = f"acting {office.role or ''}".strip() if role == "acting" else office.role
        return office
    actor = next((covering[k] for k in range(i, j) if k in covering and covering[k].kind in _ACTING and covering[k].actor_id), None)
    if owned:
        actor = _owner(reading, i)
    j, actor, portfolio, past = _modifiers(reading, i, j, role, kind, actor, wrapped)
    bare = best[0] == i + 1 or tokens[best[0] - 1].norm == "رييس"  # «رئيس», «نائب رئيس»
    if role in _OF_SMALLER and bare and _is_of_an_office(reading, best[0], j):
        role = _OF_SMALLER[role]  # «رئيس شعبة المصالح الأميركية» is no president of America
    if actor is not None and actor.kind == "nisba":
        actor = body_of_adjective(reading, i, actor) or actor
    elif (actor is None or actor.kind == "place" and actor.actor_id is None) and kind == "head" and role not in RULERS:
        actor = named_body(reading, best[0] - 1, _core_end(reading, best[0], j)) or actor
    if role == "permanent representative" and actor is None and best[0] == i + 1:
        role = "delegate"  # «مندوب المحافظتين»
    if kind == "minister":
        role = _ministry(role, portfolio, reading.lexicon.portfolios)
    if actor is None and kind == "minister" and any(t.norm.endswith("ها") and unpronouned(t.norm) == portfolio for t in tokens[i + 1 : j]):
        actor = _owner(reading, i, ("state", "nisba", "metonym"))  # «قالت روسيا إن وزير خارجيتها»
    return Title(i, j, role or None, kind, actor, past)


def _core_end(reading: Reading, start: int, end: int) -> int:
    """Where what an office is of ends, before styles and a second office: «رئيس نقابة الأطباء | السابق الدكتور»."""
    tokens, lexicon, headed = reading.document.tokens, reading.lexicon, True
    for k in range(start, end):
        word = tokens[k].norm
        another = opens_title(word, lexicon)
        if tokens[k].kind != "word" or word in INSIDE_TITLES or word in _FORMER or _is_style(lexicon.titles, word) or another and not headed:
            return k
        headed = headed and another  # «نائب | رئيس نقابة …» is one office
    return end


def _is_of_an_office(reading: Reading, start: int, end: int) -> bool:
    """Whether words behind «رئيس» name a body smaller than a state: «رئيس بلدية الرياض», «رئيس لجنة الصداقة الكويتية»."""
    document, covering = reading.document, reading.covering
    for k in range(start, end):
        word, morph = document.tokens[k].norm, document.morphs[k]
        noun = morph is not None and morph.pos == "noun" and k not in covering
        if noun and word not in _OF_STATES_THEMSELVES and word not in _FORMER and not _is_style(reading.lexicon.titles, word):
            return True
    return False


def _is_given(reading: Reading, i: int) -> bool:
    """Whether the title at token ``i`` is also a given name: one of the lexicon, or a bare word before a father's name: «سلطان بن صالح»."""
    tokens = reading.document.tokens
    fathered = tokens[i + 1].norm in ("بن", "بنت") and not tokens[i].norm.startswith(("ال", "لل"))
    return fathered or any(w in reading.lexicon.first_names for w in unclitic(tokens[i].norm))


def _is_of_name(reading: Reading, i: int) -> bool:
    """Whether token ``i`` goes on with a personal name, and not with an office: a father's name, a family nobody knows."""
    token = reading.document.tokens[i]
    return token.norm in FATHERS or i not in reading.covering and token.norm.startswith("ال") and is_strange(reading, i, article=True)


def _longest(reading: Reading, i: int) -> tuple[int, str, str, bool] | None:
    """The longest title that the table knows at token ``i``: the token after it, role, kind, whether a pronoun owns it."""
    tokens, lexicon = reading.document.tokens, reading.lexicon
    if tokens[i].norm.endswith("والي") and (not tokens[i].text.endswith("والي") or i and tokens[i - 1].norm in lexicon.given_names):
        return None  # «وإلى» and «فتحي والي» are no governors
    options = [(w, False) for w in unclitic(tokens[i].norm) if w in lexicon.title_heads]
    if not options and (bare := unpossessed(tokens[i].norm)) in lexicon.titles:
        options = [(bare, True)]
    for option, owned in options:
        best: tuple[int, str, str, bool] | None = None
        phrase, j = option, i + 1
        if phrase in lexicon.titles:
            best = (j, *lexicon.titles[phrase], owned)
        while j < len(tokens) and j - i < 6 and tokens[j].kind == "word":
            phrase += " " + tokens[j].norm
            j += 1
            if phrase in lexicon.titles:
                best = (j, *lexicon.titles[phrase], owned)
            elif phrase not in lexicon.title_beginnings:
                break
        if best is not None:
            return best
    return None


def _owner(reading: Reading, i: int, kinds: tuple[str, ...] = ("state", "organisation")) -> Name | None:
    """The state that «مبعوثها» is the envoy of: the last one named in the sentence before."""
    tokens, k = reading.document.tokens, i - 1
    while k >= 0 and i - k < 25 and tokens[k].text not in ".؟!":
        name = reading.covering.get(k)
        if name is not None and name.kind in kinds:
            return name
        k -= 1
    return None


def _modifiers(
    reading: Reading, i: int, j: int, role: str, kind: str, actor: Name | None, wrapped: int
) -> tuple[int, Name | None, str | None, str]:
    """What follows the bare title: (token after the modifiers, actor, portfolio, "former " or "late " of a past office)."""
    document, lexicon, covering = reading
    tokens = document.tokens
    head, portfolio, past = tokens[j - 1].norm, None, ""
    while j < len(tokens) and j - i < _LONGEST:
        token, name = tokens[j], covering.get(j)
        if token.text in "#_" and (marked := covering.get(j + 1)) is not None and marked.kind in _ACTING:
            j += 1  # «وزير خارجية #كوريا_الشمالية»
            continue
        if name is not None and name.kind == "person":
            break
        if name is not None and name.kind in _ACTING:
            if actor is not None and name.kind != "nisba" and token.norm.startswith("و"):
                break
            if name.kind in ("place", "state") and name.clitics.endswith("ل") and (portfolio is not None and not name.text.startswith(_FORMAL) or (role in RULERS or portfolio is not None) and _is_visitor(reading, i)):
                break  # «زيارة وزير الدفاع للقاهرة», «زيارة ولي العهد لمصر»
            if name.kind == "state" and not name.clitics and not name.text.startswith("ال") and tokens[j - 1].norm.startswith("ال") and tokens[j - 1].norm not in _OF_STATES:
                break  # «غادر وزير الدفاع مصر»: no genitive behind the article
            if name.kind == "nisba" and name.actor_id == "LAS" and role not in ENVOYS:
                j += 1  # «القاضي العربي» is an Arab and does not act for their league
                continue
            if role in ENVOYS and name.kind == "nisba" and tokens[j - 1].norm in _MATTERS or role in _SENT and actor is None and name.clitics.endswith("ل") and _is_destination(name):
                j = _behind(reading, j, name)  # «الموفد الدولي لحل الأزمة السورية», «المبعوث الخاص لسوريا»: where, not whose
                continue
            if name.kind == "nisba" and tokens[j - 1].norm in _OF_PORTFOLIOS and (token.norm.endswith("ه") or not tokens[j - 1].norm.endswith("ه")):
                j += 1  # «الشؤون الخارجية والتعاون الإفريقي»: the portfolio, not whom he acts for
                continue
            sent = actor is not None and (role in ENVOYS or role in ACCREDITED) and (name.clitics.endswith("ل") or tokens[j - 1].norm == "في")
            if sent:  # «المبعوث الأممي لليمن», «السفير السعودي في القاهرة»: where he is sent
                j = _behind(reading, j, name)
                continue
            if actor is not None and actor.kind in ("nisba", "state") and actor.actor_id not in ("EU", "UN") and name.kind in ("state", "place") and name.actor_id != actor.actor_id:
                break  # «زار وزير الخارجية المصري بيروت»
            inside = actor is not None and actor.kind in ("state", "place") and name.kind == "organisation" and name.clitics.endswith("ب") and role not in ENVOYS and role not in ACCREDITED  # «مدير منطقة الأردن بالبنك الدولي»
            ministry = name.kind in ("nisba", "state", "metonym", "organisation") and any(t.norm in _AT_MINISTRIES for t in tokens[i:j])
            if actor is None or inside or ministry and actor.kind != "nisba" or name.kind in ("state", "organisation", "nisba") and actor.kind == "nisba" and actor.actor_id in _WIDE and name.actor_id not in _WIDE:
                actor = name
            j = _behind(reading, j, name)
            continue
        if portfolio is None and (kind == "minister" or tokens[j - 1].norm in ("وزير", "وزيره")):
            found = _portfolio(reading, j)
            if found is not None:
                portfolio, j = found
                continue
        if token.text == "(" and j + 3 < len(tokens) and tokens[j + 2].text == ")" and (behind := covering.get(j + 3)) is not None and behind.kind == "nisba":
            j += 3  # «رئيس مجلس الأمة (البرلمان) الجزائري»
            continue
        if token.norm in _FORMER:
            past, j = _FORMER[token.norm], j + 1
        elif styled := abbreviated_style(document, j):
            j += styled  # «وزير العمل د. فلان»
        elif token.norm in ("الي", "لدي"):
            accredited = covering.get(j + 1)
            if kind == "minister" and tokens[j + 1 : j + 2] and tokens[j + 1].norm in _MASTERS:
                j += 1  # «كاتب الدولة لدى وزير الخارجية»
                continue
            if accredited is None or role not in ACCREDITED:
                break
            j = _behind(reading, j + 1, accredited)  # where he is accredited, not whom he acts for
        elif not past and wrapped < _WRAPS and _is_second_office(reading, i, j, role, actor):
            break
        elif _goes_on(reading, j, kind, role, head, actor, portfolio):
            j += 1
        else:
            break
    if role in _SENT and (actor is None or actor.clitics.endswith("ل") and _is_destination(actor)) and any(t.norm in _OF_THE_WORLD for t in tokens[i:j]):
        actor = Name(tokens[i].start, tokens[i].start, "", "organisation", "un", "UN", *lexicon.actors["UN"], None)  # «المبعوث الدولي»
    while j > i + 1 and tokens[j - 1].norm in _OPEN_ENDS:
        j -= 1  # «الملحق العسكري السعودي في | واشنطن»
    return j, actor, portfolio, past


def _is_second_office(reading: Reading, i: int, j: int, role: str, actor: Name | None) -> bool:
    """Whether the office of another begins at token ``j``, behind a whole title: «وزير الخارجية اليمني | سفير المملكة المتحدة», «وزير الصناعة | السفير التركي».

    Not «وزير الدولة رئيس الاستخبارات», two offices of one man.
    """
    norms, lexicon = reading.document.norms, reading.lexicon
    if j == i + 1 or not (j - 1 in reading.covering or norms[j - 1].startswith(("ال", "لل", "وال"))):
        return False
    if norms[j] not in lexicon.title_heads or _is_style(lexicon.titles, norms[j]):
        return False
    second = read_title(reading, j, _WRAPS)
    if second is not None and second.role == "chief executive" and actor is not None and actor.kind == "nisba" and second.last > j + 2:
        return second.actor is None or second.actor.actor_id != actor.actor_id  # «وزير الاقتصاد القطري | الرئيس التنفيذي لشركة سيمنز»
    if second is None or second.kind not in ("head", "minister") or second.actor is None:
        return False
    whose = second.actor.actor_id
    if second.role in _DIPLOMATS and role not in ACCREDITED and role not in ENVOYS and second.actor.kind in ("nisba", "state", "organisation"):
        return actor is None or whose != actor.actor_id
    if actor is None or actor.kind not in ("nisba", "state"):
        return False
    told = {n.actor_id for k in range(j, second.last) if (n := reading.covering.get(k)) is not None and n.kind in ("nisba", "state") and n.actor_id not in _WIDE}
    return bool(told) and actor.actor_id not in told


def _is_destination(name: Name) -> bool:
    """Whether a state behind «المبعوث الخاص لـ» is where he is sent: one that receives envoys more often than it sends them."""
    return name.kind in ("state", "place") and name.actor_id not in _SENDERS


def _is_visitor(reading: Reading, i: int) -> bool:
    """Whether the title at token ``i``, styles and names before it passed over, is the genitive of a journey: «زيارة سمو الأمير فلان ولي العهد»."""
    document, k = reading.document, i - 1
    while k >= 0 and i - k < _LONGEST:
        morph = document.morphs[k]
        if morph is not None and morph.lemma in _JOURNEYS:
            return True
        named = document.norms[k] in FATHERS or document.norms[k] in reading.lexicon.given_names or k + 1 < i and document.norms[k + 1] in FATHERS
        if document.tokens[k].kind != "word" or not named and morph is not None and morph.pos in ("verb", "prep", "conj", "part"):
            return False
        k -= 1
    return False


def _behind(reading: Reading, j: int, name: Name) -> int:
    """The first token behind a name that covers token ``j``."""
    while j < len(reading.document.tokens) and reading.covering.get(j) is name:
        j += 1
    return j


def _goes_on(reading: Reading, j: int, kind: str, role: str, head: str, actor: Name | None, portfolio: str | None) -> bool:
    """Whether token ``j``, no name of the gazetteer, still belongs to the title."""
    document, lexicon, covering = reading
    token, morph = document.tokens[j], document.morphs[j]
    place = covering.get(j + 1) if token.norm == "في" else None
    if place is not None and place.kind == "place" and (kind == "minister" or role in RULERS):
        return False  # «التقى وزير الدفاع في واشنطن نظيره»; but «وزير الخارجية في كوريا الشمالية»
    if token.norm in _AT_MINISTRIES and role not in RULERS and kind == "head":
        return any((n := covering.get(k)) is not None and n.kind in ("nisba", "state", "metonym", "organisation") for k in range(j + 1, j + 5))  # «مدير إدارة أفريقيا بوزارة الخارجية الصينية»
    if kind == "head" and role not in RULERS - {"chancellor"} and role not in ACCREDITED and (token.norm in _AT_COURTS or token.norm == "في" and j + 1 < len(document.norms) and document.norms[j + 1] in _COURTS):
        return True  # «المستشار في الديوان الملكي», «السكرتير بالديوان الأميري»
    if token.norm == "ولي" and role in _SERVING and (document.norms[j - 1] == head or _is_style(lexicon.titles, document.norms[j - 1])) and document.norms[j + 1 : j + 2] in (["العهد"], ["عهد"], ["عهده"]):
        return True  # «سكرتير سمو ولي العهد الدكتور فلان»
    if token.norm in INSIDE_TITLES:
        following = covering.get(j + 1)
        return following is not None and following.kind in ("state", "organisation", "place", "nisba") or token.norm[0] == "ل" or token.norm.startswith("ال")
    if token.kind != "word" or token.text == "و" or token.norm.startswith("و") and opens_title(token.norm[1:], lexicon):
        return False  # «ولي العهد والرئيس المصري»: the next office
    if document.norms[j - 1] == head and head in _ALONE and opens_title(token.norm, lexicon) and not _is_style(lexicon.titles, token.norm) and token.norm not in _ADDED:
        return False  # «استقبل الرئيس | وزير الخارجية الروسي»
    if opens_title(token.norm, lexicon) and (is_named_after(reading, j) or token.norm.startswith("لل")):
        return False  # «رئيس مدينة | الملك عبد العزيز», «المبعوث الخاص | للرئيس باراك أوباما»
    if actor is None and kind in ("head", "minister") and token.norm in ("بمملكه", "بجمهوريه", "بدوله", "بسلطنه"):
        return (state := covering.get(j + 1)) is not None and state.kind == "state"  # «رئيس الوزراء بمملكة كمبوديا»
    if kind == "counterpart" and token.norm in ("بمملكه", "بجمهوريه", "بدوله", "في"):
        return actor is None
    if role in ENVOYS and token.norm.startswith(("لل", "لعملي")) and not opens_title(token.norm, lexicon):
        return True  # «مبعوث الاتحاد الأوروبي للمفاوضات النووية»
    if kind == "counterpart" and actor is None and token.norm == "من":
        return (state := covering.get(j + 1)) is not None and state.kind == "state"  # «نظيره من طاجيكستان»
    styled = _is_style(lexicon.titles, token.norm)
    addressed = token.norm in _ADDRESSES or token.norm.startswith("ل") and _is_style(lexicon.titles, token.norm[1:])
    if role in RULERS and addressed or "\u064b" in token.text:
        return False  # «لسمو ولي العهد | معالي وزير الدولة», «ولي العهد | لفخامة الرئيس», «بولي العهد استمراراً للتنسيق»
    if not styled and j + 1 < len(document.norms) and document.norms[j + 1] in ("بن", "بنت"):
        return False  # «وزير الاقتصاد سلطان بن سعيد»
    if token.norm in _RANKS and ((before := document.tokens[j - 1].norm) in _RANKS or _is_style(lexicon.titles, before)):
        return True
    if morph is not None and morph.pos == "noun" and not (morph.definite or morph.preposition or styled) and token.norm not in lexicon.title_heads and document.tokens[j - 1].norm.startswith(("ال", "لل")) and (j - 1 in covering or portfolio is not None):
        return False  # «وزير الدفاع برقية شكر»: no genitive behind the article
    ends = actor is not None and (portfolio is None if actor.kind == "nisba" else j - 1 in covering)
    if ends and morph is not None and morph.pos == "noun" and morph.preposition is None and not styled:
        return False  # «الرئيس المصري العلاقات», «أمير قطر القضايا»: the sentence goes on
    return styled or is_modifier(reading, j)


def _portfolio(reading: Reading, j: int) -> tuple[str, int] | None:
    """The longest portfolio at token ``j`` and the token behind it: «للشؤون الخارجية», «الدفاع»."""
    tokens, portfolios = reading.document.tokens, reading.lexicon.portfolios
    for size in range(min(6, len(tokens) - j), 0, -1):
        words = " ".join(t.norm for t in tokens[j : j + size])
        words = words[1:] if words.startswith("لل") else words
        if words.startswith("ل") and "ا" + words in portfolios:
            words = "ا" + words
        if words in portfolios:
            return words, j + size
        if size == 1 and (bare := unpronouned(words)) in portfolios:
            return bare, j + size  # «وزير خارجيته»
    return None


def _ministry(role: str, portfolio: str | None, portfolios: dict[str, str]) -> str:
    """«deputy minister» with الخارجية → deputy foreign minister; of state → minister of state for foreign affairs."""
    if portfolio is None:
        return role
    office = portfolios[portfolio]
    if role == "minister of state":
        return "minister of state for " + office.removesuffix(" minister").replace("foreign", "foreign affairs")
    return (role.replace("minister", "").strip() + " " + office).strip()


def _is_style(titles: dict[str, tuple[str, str]], word: str) -> bool:
    """Styles between an office and a name: وزير الخارجية الدكتور فلان."""
    return word in titles and titles[word][1] == "style"


def is_modifier(reading: Reading, j: int) -> bool:
    """Whether token ``j`` belongs to an office and not to a name: a common noun or adjective that the lexicon knows."""
    token, morph, given = reading.document.tokens[j], reading.document.morphs[j], reading.lexicon.given_names
    if morph is not None and (morph.enclitic or morph.lemma in EVENTS) or _begins_group(reading, j):
        return False
    if opens_worded_name(reading, j) and (j - 1 in reading.covering or reading.document.norms[j - 1].startswith(("ال", "لل", "وال"))):
        return False  # «وزيرة الصحة | أمل موسى»; but «مساعد أمين الأحساء», with no article before, is a genitive
    if morph is None:
        return token.text.startswith(("ال", "لل", "وال")) and token.norm not in given  # أليسا has no article
    if morph.pos in ("noun", "adj") and morph.preposition in (None, "ل") and token.norm not in given:
        return not (morph.conjunction and not morph.definite)
    return morph.pos in ("noun", "adj") and morph.definite and morph.preposition is None


def _begins_group(reading: Reading, j: int) -> bool:
    """Whether a group of its own begins at token ``j``, the object behind a subject: «استقبل الرئيس | وفدا أميركيا»; not «رئيس وفد الحكومة»."""
    word, before = reading.document.norms[j], reading.document.norms[j - 1]
    return word in GROUPS and not word.startswith("ال") and (before.startswith("ال") or j - 1 in reading.covering or word.endswith("ا"))
