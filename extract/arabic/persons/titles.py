"""Titles of persons: «وزير الخارجية المصري السابق الدكتور» with the office, its portfolio and whom the holder acts for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extract.arabic.persons.bodies import body_of_adjective, body_of_state, named_body
from extract.arabic.persons.portfolios import ministry, portfolio_at
from extract.arabic.persons.title_extent import (
    ACCREDITED,
    AT_MINISTRIES,
    ENVOYS,
    FORMER,
    LONGEST,
    MATTERS_OF,
    RULERS,
    core_end,
    goes_on,
    is_destination,
    is_of_an_office,
    is_style,
    is_visitor,
)
from extract.arabic.persons.title_phrases import owner_within, phrase_end
from extract.arabic.persons.title_words import goes_on_with_name, is_given_name, longest_title
from extract.arabic.persons.words import (
    Reading,
    abbreviated_style,
    unpronouned,
)
from extract.arabic.types import Name

PAST: Final = ("former ", "late ")  # before the role of who no longer holds the office
_DIPLOMATS: Final = frozenset(("ambassador", "special envoy", "consul", "consul general", "chargé d'affaires", "military attaché"))
_WIDE: Final = ("EU", "UN", "AFUN", "LAS", "GCC")  # whose adjectives are also in portfolios and missions: «وزير الشؤون الأفريقية الجزائري», «مبعوث … الأممي»
_OF_STATES: Final = frozenset(("الجمهوريه", "المملكه", "الدوله"))
_OF_HOSTS: Final = frozenset(("المملكه", "الدوله", "السلطنه", "الجمهوريه", "البلاد"))  # «السفير لدى المملكة»
_SENT: Final = frozenset(("special envoy", "envoy"))
_OF_THE_WORLD: Final = frozenset(("الدولي", "الدوليه", "الاممي", "الامميه"))
_MATTERS: Final = frozenset(("الازمه", "القضيه", "المساله", "الحرب", "التسويه", "المفاوضات", "المصالحه", "الصحراء", "الحدود"))
_ACTING: Final = ("nisba", "state", "organisation", "metonym", "place")
_FORMAL: Final = ("جمهورية", "مملكة", "سلطنة", "دولة")  # «وزير الخارجية لجمهورية مصر العربية»: whose he is
_MASTERS: Final = frozenset(("وزير", "وزيره", "الوزير", "رييس", "رييسه"))
_OF_SMALLER: Final = {"president": "head", "vice president": "deputy head"}
_OPEN_ENDS: Final = frozenset(("في", "من", "لدي", "الي", "باسم"))  # what no title ends with
_OF_PORTFOLIOS: Final = frozenset(("والتعاون", "التعاون", "الشراكه", "والشراكه", "التجاره", "الوحده"))
_SPECIAL: Final = frozenset(("الخاص", "الخاصه"))  # before whose servant one is
_REIGNING: Final = RULERS - {"chancellor"}  # «المستشار» is more often an adviser
_BY_ARTICLE: Final = RULERS | {"pope", "queen", "minister"}  # whom the article alone makes somebody that everybody knows
_WRAPS: Final = 3  # styles and acting offices before an office


@dataclass(init=False, slots=True)
class Title:
    """A title phrase: token range, English role, kind, the actor that its modifiers name, what a past office is called by."""

    first: int
    last: int  # exclusive, modifiers included
    role: str | None
    kind: str  # head | minister | style | counterpart
    actor: Name | None
    past: str  # "former " | "late " | ""

    def __init__(self, first: int, last: int, role: str | None, kind: str, actor: Name | None, past: str) -> None:
        self.first, self.last, self.role, self.kind, self.actor, self.past = first, last, role, kind, actor, past


def read_title(reading: Reading, i: int, wrapped: int = 0) -> Title | None:
    """The title phrase that begins at token ``i``, behind ``wrapped`` styles, with its modifiers, or None: «معالي وزير الخارجية المصري السابق»."""
    tokens, covering = reading.document.tokens, reading.document.covering
    name = covering.get(i)
    if tokens[i].kind != "word" or name is not None and (name.kind == "person" or covering.get(i - 1) is name):
        return None  # «مركز الملك سلمان للإغاثة» speaks of no king
    if styled := abbreviated_style(reading.document, i):
        best: tuple[int, str, str, bool] | None = (i + styled, "", "style", False)  # «د. فلان»
    else:
        best = longest_title(reading, i)
    if best is None or best[2] == "style" and best[3] or best[0] == i + 1 < len(tokens) and is_given_name(reading, i) and goes_on_with_name(reading, i + 1):
        return None  # «سلطان بن سلمان» is no sultan, «مساعد البراك» no assistant; «سموه» stands for who was named
    j, role, kind, owned = best
    wraps = (kind == "style" or role == "acting") and wrapped < _WRAPS and j < len(tokens) and j not in covering
    if wraps and (office := read_title(reading, j, wrapped + 1)) is not None and office.kind in ("head", "minister"):
        office.first = i  # «معالي وزير الاقتصاد», «القائم بأعمال وزير الدفاع»
        office.role = f"acting {office.role or ''}".strip() if role == "acting" else office.role
        return office
    if role == "member" and (minister := _minister_of_cabinet(reading, j, wrapped)) is not None:
        minister.first = i
        return minister
    actor = next((covering[k] for k in range(i, j) if k in covering and covering[k].kind in _ACTING and covering[k].actor_id), None)
    if owned:
        actor = _owner(reading, i)
    j, actor, portfolio, past = _modifiers(reading, i, j, role, kind, actor, wrapped)
    bare = best[0] == i + 1 or tokens[best[0] - 1].norm == "رييس"  # «رئيس», «نائب رئيس»
    if role in _OF_SMALLER and bare and is_of_an_office(reading, best[0], j):
        role = _OF_SMALLER[role]  # «رئيس شعبة المصالح الأميركية» is no president of America
    if actor is not None and actor.kind == "nisba":
        actor = body_of_adjective(reading, i, actor) or actor
    elif actor is not None and actor.kind == "state" and kind == "head" and not actor.clitics:
        actor = body_of_state(reading, i, actor) or actor
    elif (actor is None or actor.kind == "place" and actor.actor_id is None or _is_where(actor)) and kind == "head" and role not in RULERS:
        actor = named_body(reading, best[0] - 1, core_end(reading, best[0], j)) or actor
    if role == "acting" and actor is not None and actor.kind in ("nisba", "state"):
        role = "chargé d'affaires"  # «القائم بأعمال السفارة الأمريكية»
    if role == "permanent representative" and actor is None and best[0] == i + 1:
        role = "delegate"  # «مندوب المحافظتين»
    if kind == "minister":
        role = ministry(role, portfolio, reading.lexicon.portfolios)
    if actor is None and kind == "minister" and any(t.norm.endswith("ها") and unpronouned(t.norm) == portfolio for t in tokens[i + 1 : j]):
        actor = _owner(reading, i, ("state", "nisba", "metonym"))  # «قالت روسيا إن وزير خارجيتها»
    return Title(i, j, role or None, kind, actor, past)


def _is_where(actor: Name) -> bool:
    """Whether a state behind an office is where its body is, by «ب»: «الأمين العام للاتحاد العام للفلاحين | بتونس»."""
    return actor.kind == "state" and actor.clitics == "ب"


def _minister_of_cabinet(reading: Reading, j: int, wrapped: int) -> Title | None:
    """The minister's office behind the membership in the cabinet that token ``j`` begins: «عضو | مجلس الوزراء، وزير الدولة للشؤون الأفريقية»; None where none stands there."""
    norms = reading.document.norms
    if wrapped >= _WRAPS or norms[j : j + 2] != ["مجلس", "الوزراء"]:
        return None
    j += 2 + (norms[j + 2 : j + 3] == ["،"])
    office = read_title(reading, j, wrapped + 1) if j < len(norms) else None
    return office if office is not None and office.kind == "minister" else None


def _owner(reading: Reading, i: int, kinds: tuple[str, ...] = ("state", "organisation")) -> Name | None:
    """The state that «مبعوثها» is the envoy of: the last one named in the sentence before."""
    tokens, k = reading.document.tokens, i - 1
    while k >= 0 and i - k < 25 and tokens[k].text not in ".؟!":
        name = reading.document.covering.get(k)
        if name is not None and name.kind in kinds:
            return name
        k -= 1
    return None


def _modifiers(
    reading: Reading, i: int, j: int, role: str, kind: str, actor: Name | None, wrapped: int
) -> tuple[int, Name | None, str | None, str]:
    """What follows the bare title: (token after the modifiers, actor, portfolio, "former " or "late " of a past office)."""
    document, lexicon = reading
    covering = document.covering
    tokens = document.tokens
    head, portfolio, past = tokens[j - 1].norm, None, ""
    while j < len(tokens) and j - i < LONGEST:
        token, name = tokens[j], covering.get(j)
        if name is not None and name.kind == "person":
            break
        if name is not None and name.kind == "metonym" and kind == "minister" and portfolio is None and (found := portfolio_at(reading, j)) is not None:
            portfolio, actor, j = found[0], actor or name, _behind(reading, j, name)  # «وزير | الخارجية الأمريكية»
            continue
        if name is not None and name.kind in _ACTING:
            if actor is not None and name.kind != "nisba" and token.norm.startswith("و"):
                break
            if name.kind in ("place", "state") and name.clitics.endswith("ل") and (portfolio is not None and not name.text.startswith(_FORMAL) or (role in RULERS or portfolio is not None) and is_visitor(reading, i)):
                break  # «زيارة وزير الدفاع للقاهرة», «زيارة ولي العهد لمصر»
            if name.kind == "state" and not name.clitics and not name.text.endswith("السعودية") and tokens[j - 1].norm.startswith("ال") and tokens[j - 1].norm not in _OF_STATES:
                break  # «غادر وزير الدفاع مصر», «يزور ولي العهد الولايات المتحدة»: no genitive behind the article
            if name.kind == "place" and not name.clitics and j == i + 1 and role in _BY_ARTICLE and token.norm != head and tokens[i].norm.startswith(("ال", "لل")):
                break  # «إذا زار البابا كوبنهاغن»
            if name.kind == "organisation" and not name.clitics and covering.get(j - 1) is not name and tokens[j - 1].norm.startswith("ال") and tokens[j - 1].norm != "العام":
                break  # «دعا الوزير الأردني الأمم المتحدة»: whom the holder does something to
            if name.kind == "nisba" and name.actor_id == "LAS" and role not in ENVOYS:
                j += 1  # «القاضي العربي» is an Arab and does not act for their league
                continue
            if role in ENVOYS and name.kind == "nisba" and tokens[j - 1].norm in _MATTERS or role in _SENT and actor is None and name.clitics.endswith(("ل", "ب")) and is_destination(name):
                j = _behind(reading, j, name)  # «الموفد الدولي لحل الأزمة السورية», «المبعوث الخاص لسوريا», «مبعوثه الخاص باليمن»: where, not whose
                continue
            if tokens[j - 1].norm in MATTERS_OF and kind == "minister" and name.actor_id in _WIDE:
                j = _behind(reading, j, name)
                continue
            if name.kind == "nisba" and tokens[j - 1].norm in _OF_PORTFOLIOS and (token.norm.endswith("ه") or not tokens[j - 1].norm.endswith("ه")):
                j += 1  # «الشؤون الخارجية والتعاون الإفريقي»: the portfolio, not whom he acts for
                continue
            sent = actor is not None and (role in ENVOYS or role in ACCREDITED) and (name.clitics.endswith("ل") or tokens[j - 1].norm == "في" or name.clitics == "ب" and name.kind in ("place", "state"))
            if sent:  # «المبعوث الأممي لليمن», «السفير السعودي في القاهرة», «سفيرة فنلندا بتونس»: where he is sent
                j = _behind(reading, j, name)
                continue
            if actor is not None and actor.kind in ("nisba", "state") and actor.actor_id not in ("EU", "UN") and name.kind in ("state", "place") and name.actor_id != actor.actor_id:
                break  # «زار وزير الخارجية المصري بيروت»
            inside = actor is not None and actor.kind in ("state", "place") and name.kind == "organisation" and name.clitics.endswith("ب") and role not in ENVOYS and role not in ACCREDITED  # «مدير منطقة الأردن بالبنك الدولي»
            ministry = name.kind in ("nisba", "state", "metonym", "organisation") and any(t.norm in AT_MINISTRIES for t in tokens[i:j])
            if actor is None or inside or ministry and actor.kind != "nisba" or name.kind in ("state", "organisation", "nisba") and actor.kind == "nisba" and actor.actor_id in _WIDE and name.actor_id not in _WIDE:
                actor = name
            j = _behind(reading, j, name)
            continue
        if portfolio is None and (kind == "minister" or tokens[j - 1].norm in ("وزير", "وزيره")):
            found = portfolio_at(reading, j)
            if found is not None:
                portfolio, j = found
                continue
        if token.text == "(" and j + 3 < len(tokens) and tokens[j + 2].text == ")" and (behind := covering.get(j + 3)) is not None and behind.kind == "nisba":
            j += 3  # «رئيس مجلس الأمة (البرلمان) الجزائري»
            continue
        if (end := phrase_end(reading, j)) > j and (role not in _REIGNING or token.norm.startswith("المكلف") or role == "president" and is_of_an_office(reading, i + 1, j)):
            actor, j = actor or owner_within(reading, j, end), end
        elif token.norm in FORMER:
            past, j = FORMER[token.norm], j + 1
        elif token.norm == "المعترف" and document.norms[j + 1 : j + 2] in (["به"], ["بها"]):
            j += 3 if document.norms[j + 2 : j + 3] == ["دوليا"] else 2  # «الرئيس المعترف به دوليا فلان»
        elif styled := abbreviated_style(document, j):
            j += styled  # «وزير العمل د. فلان»
        elif token.norm in ("الي", "لدي"):
            accredited = covering.get(j + 1)
            if kind == "minister" and tokens[j + 1 : j + 2] and tokens[j + 1].norm in _MASTERS:
                j += 1  # «كاتب الدولة لدى وزير الخارجية»
                continue
            host = j + 1 < len(tokens) and tokens[j + 1].norm in _OF_HOSTS
            if role not in ACCREDITED or accredited is None and not host:
                break
            j = _behind(reading, j + 1, accredited) if accredited is not None else j + 2  # where he is accredited, not whom he acts for
        elif token.norm in _SPECIAL and wrapped < _WRAPS and (master := _master_behind(reading, j + 1, wrapped)) is not None:
            actor, j = actor or master.actor, master.last  # «رئيس الموظفين الخاص بزعيم كوريا الشمالية»
        elif not past and wrapped < _WRAPS and _is_second_office(reading, i, j, role, actor):
            break
        elif goes_on(reading, j, kind, role, head, actor, portfolio):
            j += 1
        else:
            break
    if role in _SENT and (actor is None or actor.clitics.endswith("ل") and is_destination(actor)) and any(t.norm in _OF_THE_WORLD for t in tokens[i:j]):
        actor = Name(tokens[i].start, tokens[i].start, "", "organisation", "un", "UN", *lexicon.actors["UN"], None)  # «المبعوث الدولي»
    while j > i + 1 and tokens[j - 1].norm in _OPEN_ENDS:
        j -= 1  # «الملحق العسكري السعودي في | واشنطن»
    return j, actor, portfolio, past


def _master_behind(reading: Reading, j: int, wrapped: int) -> Title | None:
    """The office of whose servant one is that «بـ» at token ``j`` brings: «الخاص | بزعيم كوريا الشمالية»; None where none stands there."""
    word = reading.document.norms[j] if j < len(reading.document.norms) else ""
    if not word.startswith("ب") or word in reading.lexicon.title_heads or word[1:] not in reading.lexicon.title_heads:
        return None
    master = read_title(reading, j, wrapped + 1)
    return master if master is not None and master.kind in ("head", "minister") and master.actor is not None else None


def _is_second_office(reading: Reading, i: int, j: int, role: str, actor: Name | None) -> bool:
    """Whether the office of another begins at token ``j``, behind a whole title: «وزير الخارجية اليمني | سفير المملكة المتحدة», «وزير الصناعة | السفير التركي».

    Not «وزير الدولة رئيس الاستخبارات», two offices of one man.
    """
    norms, lexicon = reading.document.norms, reading.lexicon
    if j == i + 1 or not (j - 1 in reading.document.covering or norms[j - 1].startswith(("ال", "لل", "وال"))):
        return False
    if norms[j] not in lexicon.title_heads or is_style(lexicon.titles, norms[j]):
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
    if second.actor.kind == "organisation" and norms[j].startswith("ال") and not norms[i].startswith("ال"):
        return True  # «وزير الخارجية الكويتي | الأمين العام لمجلس التعاون»
    told = {n.actor_id for k in range(j, second.last) if (n := reading.document.covering.get(k)) is not None and n.kind in ("nisba", "state") and n.actor_id not in _WIDE}
    return bool(told) and actor.actor_id not in told


def _behind(reading: Reading, j: int, name: Name) -> int:
    """The first token behind a name that covers token ``j``."""
    while j < len(reading.document.tokens) and reading.document.covering.get(j) is name:
        j += 1
    return j
