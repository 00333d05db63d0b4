"""People and office holders: TITLE + modifiers + NAME, NAME in apposition, offices without a name, groups.

«وزير الخارجية المصري سامح شكري» → person سامح شكري, role foreign minister, actor EG.
«وزراء خارجية دول حلف شمال الأطلسي» → collective, role foreign ministers, actor NATO.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from extract.arabic.persons.coreference import link_chains
from extract.arabic.persons.counterparts import further_counterparts, name_offices
from extract.arabic.persons.escorts import cut_at_escort
from extract.arabic.persons.groups import read_group, take_sides
from extract.arabic.persons.listed_sides import share_sides
from extract.arabic.persons.masters import take_master
from extract.arabic.persons.name_begin import name_begin
from extract.arabic.persons.name_extent import name_end, written_name
from extract.arabic.persons.office_holders import name_holders
from extract.arabic.persons.offices import told_offices, told_year, with_office
from extract.arabic.persons.servants import KIN, SERVING, envoys_by_master, envoys_sent, name_servants, of_their_rulers
from extract.arabic.persons.strangers import LED, leader_at, stranger_before
from extract.arabic.persons.surname_mentions import add_surnames
from extract.arabic.persons.surnames import name_leaders
from extract.arabic.persons.title_extent import ACCREDITED, RULERS
from extract.arabic.persons.titles import Title, read_title
from extract.arabic.persons.words import (
    FATHERS,
    Reading,
    is_named_after,
    mention_openers,
    unclitic,
)
from extract.arabic.types import Document, Name, Person

if TYPE_CHECKING:
    from extract.lexicon import Lexicon

_LOCAL: Final = frozenset(("governor", "deputy governor", "mayor", "emir", "ruler", "crown prince", "police chief", "undersecretary of the emirate"))
_KINGDOM: Final = ("SA", "السعودية")  # of خادم الحرمين, a title that names its state by itself
_VATICAN: Final = ("VA", "الفاتيكان")  # of «البابا» where the article speaks of no other church
_OF_COPTS: Final = frozenset(("القبطيه", "القبطي", "الاقباط", "والاقباط", "للاقباط", "تواضروس", "شنوده"))
_AS: Final = frozenset(("منصب", "بمنصب", "لمنصب", "ومنصب", "بصفته", "بصفتها", "باعتباره", "باعتبارها", "وهو", "وهي"))  # before what somebody is
_FIRST: Final = frozenset(("اول", "ثاني", "ثالث", "كاول", "كثاني"))
_ADDRESSES: Final = frozenset(("سمو", "معالي", "سعاده", "فخامه", "جلاله", "صاحب", "صاحبه", "فضيله", "سماحه"))  # before office or name of whom one speaks of
_BARE: Final = frozenset(("الوزير", "الوزيره", "الرييس", "الرييسه", "السفير", "السفيره"))
_HEADS_OF_STATE: Final = frozenset(("president", "king", "queen", "sultan", "pope"))
_OF_SUBJECTS: Final = frozenset(("prime minister", "ambassador", "special envoy", "crown prince"))
_OFFICES_OF_MEN: Final = frozenset(("مكتب", "حمله", "فريق"))  # before the name of whose they are
_FIRMS: Final = frozenset(("شركه", "موسسه", "قناه", "شبكه", "صحيفه", "بنك", "مجموعه", "وكاله"))  # which bear the names of people


def find_people(document: Document, lexicon: Lexicon) -> list[Person]:
    """Mentions of persons, offices and groups in reading order, coreference chains numbered: «وزير الخارجية المصري سامح شكري», «الرئيس الفرنسي», «وفد روسي»."""
    reading = Reading(document, lexicon)
    out: list[Person] = []
    opens, covering, following, free = _openers(lexicon.title_heads), reading.document.covering, 0, 0
    for i in [i for i, norm in enumerate(document.norms) if norm in opens or i in covering]:
        if i < following:
            continue
        found, following = _read_at(reading, i, free)
        free = following if found else free
        out += found
    out = name_leaders(document, out, lexicon.surnames, lexicon.given_names)
    year = document.published.year if document.published else told_year(out, lexicon)
    out = name_servants(document, out, lexicon, year)
    told = told_offices(out)
    out = share_sides(document, take_sides(reading, [with_office(p, lexicon, year, told) for p in out]))
    for k, person in enumerate(out[:-1]):  # «المبعوث الخاص للرئيس فلان» serves his master's state
        master = out[k + 1]
        if person.actor_id is None and person.role in SERVING and master.start - person.end <= 1 and document.text[master.start] == "ل":
            out[k] = replace(person, actor_id=master.actor_id, actor_name_ar=master.actor_name_ar)
    out = envoys_sent(document, envoys_by_master(document, out, lexicon, year))
    out = of_their_rulers(document, add_surnames(document, name_holders(document, out, lexicon.holders, year), lexicon.first_names))
    return link_chains(document, name_offices(document, out, lexicon, year))


@lru_cache(maxsize=4)
def _openers(title_heads: frozenset[str]) -> frozenset[str]:
    """The folded words that may open a mention: titles, groups, and «برئاسة» before a name."""
    return mention_openers(title_heads) | LED


def _read_at(reading: Reading, i: int, free: int) -> tuple[list[Person], int]:
    """The mentions that begin at token ``i`` (none, one, or one an actor of a group), and the token after them; a name before a title begins at ``free`` at the earliest."""
    covering = reading.document.covering
    name_here = covering.get(i)
    if name_here is not None and name_here.kind == "person":
        end = name_end(reading, i)
        if is_named_after(reading, i):
            return [], end
        title = _apposition(reading, end)
        if title is not None and _is_of_another(reading, name_here, title, end):
            title = None
        person = _person(reading, None, i, end, name_here, title)
        return ([person], end) if title is None else _with_further_offices(reading, person, title)
    if reading.document.norms[i] in LED:
        leader = leader_at(reading, i + 1)
        if leader is not None:
            return [_person(reading, None, *leader, None, None)], leader[1]
    title = read_title(reading, i)
    if title is None:
        return read_group(reading, i) or ([], i + 1)
    if _is_predicate(reading, i):
        return [], title.last
    if cut_at_escort(reading, title):
        return [_office(reading, title)], title.last
    take_master(reading, title)
    stranger = stranger_before(reading, title)
    if stranger is not None and stranger[0] >= free:
        return _with_further_offices(reading, _person(reading, None, *stranger, None, title), title)
    begin = name_begin(reading, title.last)
    end = name_end(reading, begin)
    if end == begin or is_named_after(reading, begin) or _is_another(reading, begin, title) or end == begin + 1 and _is_common(reading, begin, title):
        if title.role in KIN:
            return [], title.last  # «الأمير فلان | نجل ولي العهد»: he is told by his own title, and the heir is not there
        if title.kind in ("head", "minister") and title.role or title.kind == "counterpart" and title.actor:
            return [_office(reading, title)], title.last
        return [], title.first + 1
    if title.kind == "style" or title.role == "king":
        if is_named_after(reading, i):
            return [], end
    # «نايف بن سلمان بن عبدالعزيز» is a son of the man whom the gazetteer knows, not he himself.
    first = next((j for j in range(begin, end) if j in covering and covering[j].kind == "person"), end)
    known = covering[first] if first < end and (first == begin or reading.document.tokens[first - 1].norm not in FATHERS) else None
    later = _apposition(reading, end) if title.actor is None or title.kind == "style" else None
    if later is not None and (known is not None and _is_of_another(reading, known, later, end) or later.role in ACCREDITED and title.kind != "style" and title.role not in ACCREDITED and (later.first == end or _is_minister_now(title))):
        later = None  # «استقبل رئيس المجلس الأعلى فلان | السفير الإيراني», «استقبل وزير النقل فلان، | سفير كينيا»
    if later is not None and _is_no_second(title, later, end):
        later = None
    person = _person(reading, title, begin, end, known, later)
    if title.kind == "counterpart" and title.actor is not None and later is None:
        return further_counterparts(reading, person, end)
    return ([person], end) if later is None else _with_further_offices(reading, person, later)


def _with_further_offices(reading: Reading, person: Person, title: Title) -> tuple[list[Person], int]:
    """A person with all the offices behind the name: «فلان، وزير المالية، | عضو المجلس الأعلى، مستشار الملك»."""
    while (further := _apposition(reading, title.last)) is not None and further.first == title.last + 1:
        whose = further.actor.actor_id if further.actor is not None else None
        if further.kind != "head" or further.role in RULERS or whose not in (None, person.actor_id) or further.last < len(reading.document.tokens) and stranger_before(reading, further) is not None:
            break
        if person.actor_id is None and person.actor_name_ar is None:
            actor_id, actor_name = _KINGDOM if _is_of_the_kingdom(reading, further) else _acts_for(reading, further, further.actor)
            person = replace(person, actor_id=actor_id, actor_name_ar=actor_name)
        title = further
    if person.actor_id is None and person.actor_name_ar is None and (joined := _joined_office(reading, title)) is not None:
        actor_id, actor_name = _acts_for(reading, joined, joined.actor)
        person, title = replace(person, actor_id=actor_id, actor_name_ar=actor_name), joined
    return [replace(person, end=max(person.end, reading.document.tokens[title.last - 1].end))], title.last


def _joined_office(reading: Reading, title: Title) -> Title | None:
    """The second office that و joins to one behind a name, both between commas: «فلانة، نائبة الرئيس | والأمينة العامة للبنك،»; None where none stands there."""
    tokens, norms = reading.document.tokens, reading.document.norms
    if title.last + 1 >= len(tokens) or tokens[title.first - 1].text not in "،," or not norms[title.last].startswith("و") or norms[title.last] in reading.lexicon.title_heads:
        return None
    second = read_title(reading, title.last)
    closed = second is not None and second.role and second.actor is not None and second.last < len(tokens) and tokens[second.last].text in "،,"
    return second if closed else None


def _is_predicate(reading: Reading, i: int) -> bool:
    """Whether the title at token ``i`` tells what somebody is or was, and names nobody else: «حين كان لا يزال مدير الوكالة», «شغل منصب نائب الأمين العام»."""
    norms = reading.document.norms
    if i and norms[i - 1] in _AS:
        return True
    if i and norms[i - 1] in _FIRST or norms[i][:1] == "ك" and norms[i] not in reading.lexicon.title_heads and norms[i][1:] in reading.lexicon.title_heads:
        title = read_title(reading, i)
        known = reading.document.covering.get(title.last) if title is not None else None
        return known is None or known.kind != "person"  # «أول زعيم غربي يصل», «كوزير للخارجية»
    return i > 2 and norms[i - 1] in ("يزال", "تزال", "زال", "زالت") and norms[i - 2] in ("لا", "ما") and norms[i - 3] in ("كان", "كانت", "وكان", "وكانت", "وهو", "وهي")


def _is_another(reading: Reading, i: int, title: Title) -> bool:
    """Whether the name at token ``i`` is not the holder's: with a title of its own («التقى وزير الخارجية الأمريكي الملك سلمان») or served («النائب السابق لفلان»)."""
    name = reading.document.covering.get(i)
    if name is not None and (name.clitics.endswith("ل") or name.clitics.startswith("و")) and title.kind in ("head", "minister"):
        return True  # «فلان المستشار | وفلان المستشار»
    if _is_of_his_state(reading, title, i) and (leader := reading.lexicon.surnames.get(reading.document.norms[i])) is not None and _never_served(reading, leader[0], title.actor):
        return True  # «هل خدع زعيم كوريا الشمالية | ترامب»
    if i == title.last > title.first + 1 and reading.document.tokens[i - 1].norm in _OFFICES_OF_MEN:
        return True  # «مدير مكتب كيم»
    return reading.document.tokens[i].norm in ("الملك", "الملكه", "البابا") and title.kind in ("head", "minister") and title.role not in ("king", "queen", "pope", "prince")


def _is_of_his_state(reading: Reading, title: Title, i: int) -> bool:
    """Whether the title before token ``i`` is a ruler's with his state as its genitive: «زعيم | كوريا الشمالية |»."""
    state = title.actor
    return (title.role in RULERS or title.role == "leader") and state is not None and state.kind == "state" and state.end == reading.document.tokens[i - 1].end and state.start > reading.document.tokens[title.first].start


def _is_common(reading: Reading, i: int, title: Title) -> bool:
    """Whether a single word behind a title is more likely a word than a name: «عضو وحيد», «مساعد الوزير لشؤون المحيط الهادئ»."""
    tokens, name = reading.document.tokens, reading.document.covering.get(i)
    if title.kind == "style" or name is not None and name.kind == "person":
        return False
    if tokens[i - 1].norm in _FIRMS:
        return True  # «مدير شركة تيرنر»
    definite = any(w.startswith("ال") for w in unclitic(tokens[title.first].norm))
    return tokens[i].norm.startswith("ال") and title.role not in ("king", "prince") or reading.document.morphs[i] is not None and not definite


def _apposition(reading: Reading, i: int) -> Title | None:
    """A title behind a name: «سامح شكري، وزير الخارجية المصري», «محمد بن سلمان ولي العهد» or «"جون كيري" وزير الخارجية»."""
    tokens, titles = reading.document.tokens, reading.lexicon.titles
    j = i + (i < len(tokens) and tokens[i].text in ('"', "»", "”", ")"))
    if j < len(tokens) and tokens[j].text in ("،", ",", "-", "–", "—", "("):
        j += 1
    if j >= len(tokens) or tokens[j].norm[:1] in "وبلف" and tokens[j].norm not in titles and not tokens[j].norm.startswith(("وزير", "ولي", "وكيل")):
        return None
    title = read_title(reading, j)
    if title is None or title.kind in ("style", "counterpart") or not title.role or title.role in KIN and title.role != "wife":
        return None  # «الأمير فلان نجل ولي العهد» is called by his own title
    if j > i and tokens[j].norm in _ADDRESSES:
        return None  # «استقبل الملك فلان، | معالي الأمين العام»: whom one addresses so is named behind it
    take_master(reading, title)  # «فلان مستشار الرئيس الإيراني حسن روحاني»
    own = name_end(reading, title.last) > title.last and not _is_another(reading, title.last, title)
    if own and j == i and _cut_at_address(reading, title):
        return title
    bare = title.last == j + 1 and j == i and reading.document.norms[j] in _BARE  # «التقى فلان | الوزير»
    return None if own or bare else title  # the next person of a list has a title of his own


def _cut_at_address(reading: Reading, title: Title) -> bool:
    """Cut an office behind a name before the style that addresses the next person: «الشيخ فلان نائب الحاكم | سمو الشيخ فلان»; whether it was."""
    norms = reading.document.norms
    for k in range(title.first + 1, title.last):
        if norms[k] in _ADDRESSES and (norms[k - 1].startswith(("ال", "لل")) or k - 1 in reading.document.covering):
            title.last = k
            return True
    return False


def _is_no_second(title: Title, later: Title, end: int) -> bool:
    """Whether an office beside the name of a head of state at once is another's: «استقبل رئيس الجمهورية فلان | وزير الدفاع»."""
    return later.first == end and title.role in _HEADS_OF_STATE and (later.role in _OF_SUBJECTS or (later.role or "").endswith(" minister"))


def _is_minister_now(title: Title) -> bool:
    """Whether a title is that of a minister in office, who is nobody's envoy: «وزير النقل»; not «وزير النقل السابق», «نائب وزير النقل»."""
    return title.past in ("", "acting ") and title.kind == "minister" and "minister" in (title.role or "") and not (title.role or "").startswith(("deputy", "assistant", "vice"))


def _is_of_another(reading: Reading, known: Name, title: Title, end: int) -> bool:
    """Whether an office beside a name at once, of a state which he never served, is another's: «التقى الأمير وليام رئيس الوزراء الإسرائيلي»."""
    return title.first == end and _never_served(reading, known.entity_id, title.actor)


def _never_served(reading: Reading, person_id: str, actor: Name | None) -> bool:
    """Whether the table knows offices of a person and none of them of the state that a title names."""
    state = actor.actor_id if actor is not None else None
    served = {o.actor_id for o in reading.lexicon.offices.get(person_id, ()) if o.actor_id}
    return state is not None and len(state) == 2 and bool(served) and state not in served


def _person(reading: Reading, title: Title | None, begin: int, end: int, known: Name | None, later: Title | None) -> Person:
    tokens, text = reading.document.tokens, reading.document.text
    shown = title if title and title.role and (title.kind != "style" or later is None) else later or title
    actor = (later.actor if later and later.actor else None) or (title.actor if title else None)
    if title is not None and known is not None and actor is not None and actor.start < tokens[title.first].start and _never_served(reading, known.entity_id, actor):
        actor = None  # «زارت الوزيرة كوريا الجنوبية … وقال | زعيمها كيم جونغ أون |»: the pronoun is of another state
    kings = any(_is_of_the_kingdom(reading, t) for t in (title, later) if t is not None)  # whose envoy the Saudi ambassador is
    source = later if shown is later and later else title
    role = shown.past + shown.role if shown and shown.role else None
    return Person(
        tokens[title.first if title else begin].start, tokens[(later.last if later else end) - 1].end, "person",
        *written_name(reading, begin, end),
        known.name_en if known else None, known.entity_id if known else None, role,
        text[tokens[source.first].start : tokens[source.last - 1].end] if source and source.role else None,
        *(_KINGDOM if kings else _acts_for(reading, shown, actor)), 0,
        "title_name" if title else "gazetteer" if known else "name_title", 0.9 if known else 0.75,
    )  # fmt: skip


def _is_of_the_kingdom(reading: Reading, title: Title) -> bool:
    """Whether a title names Saudi Arabia by itself: «خادم الحرمين الشريفين», «ولي ولي العهد»."""
    tokens = reading.document.tokens
    deputy = title.role == "deputy crown prince" and title.actor is None
    return deputy or "الحرمين" in reading.document.text[tokens[title.first].start : tokens[title.last - 1].end]


def _is_of_the_vatican(reading: Reading, title: Title) -> bool:
    """Whether «البابا» without a name or a church is the one in Rome."""
    return title.role == "pope" and title.actor is None and not title.past and _OF_COPTS.isdisjoint(reading.document.norms)


def _acts_for(reading: Reading, title: Title | None, actor: Name | None) -> tuple[str | None, str | None]:
    """Id and name of whom a title acts for; who governs a town does so for its state: «محافظ عدن»."""
    if actor is None:
        return None, None
    town = actor.kind == "place" and actor.actor_id is None
    local = title is not None and (title.role in _LOCAL or "حاكم" in reading.document.norms[title.first : title.last])
    state = actor.country_code if town and local else None
    if state in reading.lexicon.actors:
        return state, reading.lexicon.actors[state][0]
    return (None, None) if town and actor.country_code else (actor.actor_id, actor.name_ar)  # a town sends nobody


def _office(reading: Reading, title: Title) -> Person:
    tokens, text = reading.document.tokens, reading.document.text
    start, end = tokens[title.first].start, tokens[title.last - 1].end
    actor_id, actor_name = _KINGDOM if _is_of_the_kingdom(reading, title) else _VATICAN if _is_of_the_vatican(reading, title) else _acts_for(reading, title, title.actor)
    role = title.past + title.role if title.role else title.role
    return Person(start, end, "office", None, None, None, None, None, role, text[start:end], actor_id, actor_name, 0, "title_alone", 0.7)
