"""People and office holders: TITLE + modifiers + NAME, NAME in apposition, offices without a name, groups.

«وزير الخارجية المصري سامح شكري» → person سامح شكري, role foreign minister, actor EG.
«وزراء خارجية دول حلف شمال الأطلسي» → collective, role foreign ministers, actor NATO.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.arabic.coreference import link_chains
from extract.arabic.groups import read_group, take_sides
from extract.arabic.office_holders import name_holders
from extract.arabic.person_names import is_strange, name_end, written_name
from extract.arabic.person_titles import Title, read_title
from extract.arabic.person_words import FATHERS, Reading, covering_names, is_named_after, mention_openers, unclitic
from extract.arabic.surnames import name_leaders
from extract.arabic.types import Document, Name, Person

if TYPE_CHECKING:
    from extract.lexicon import Lexicon

_SERVING = frozenset(("special envoy", "envoy", "ambassador", "representative", "special representative", "adviser", "delegate"))
_HEADS = frozenset(("president", "prime minister", "king", "emir", "chancellor", "sultan", "crown prince", "supreme leader"))
_KINGDOM = ("SA", "السعودية")  # of خادم الحرمين, the one title that names its state by itself
_BESIDE = 25  # characters between an office and its counterpart in another state
_OPENS_APPOSITION = ("ولي", "وزير", "رييس", "ملك", "امير", "امين")


def find_people(document: Document, lexicon: Lexicon) -> list[Person]:
    """Mentions of persons, offices and groups in reading order, coreference chains numbered."""
    reading = Reading(document, lexicon, covering_names(document))
    out: list[Person] = []
    opens, covering, following = mention_openers(lexicon.title_heads), reading.covering, 0
    for i in [i for i, norm in enumerate(document.norms) if norm in opens or i in covering]:
        if i < following:
            continue
        found, following = _read_at(reading, i)
        out += found
    last: str | None = None  # «… نظيره الإيراني فلان» holds the office of the one before
    for k, person in enumerate(out):
        beside = k > 0 and person.start - out[k - 1].end < _BESIDE  # «الرئيس الأميركي ونظيره الروسي»
        if person.role == "counterpart" and (person.name_ar or beside or person.rule == "group_member") and last:
            out[k] = replace(person, role=last)
        elif person.role == "counterparts" and last:
            out[k] = replace(person, role=last + "s")
        elif person.role and person.role != "counterpart" and person.kind != "collective":
            last = person.role
    out = name_leaders(document, out, lexicon.surnames, lexicon.given_names)
    out = [_minister_of(p, lexicon) if _is_minister(p) and _is_master(p, lexicon, document.published) else p for p in out]
    out = [p for p in out if p.role not in _SERVING or not _is_master(p, lexicon, document.published)]
    out = take_sides(reading, [_with_office(p, lexicon, document.published) for p in out])
    for k, person in enumerate(out[:-1]):  # «المبعوث الخاص للرئيس فلان» serves his master's state
        master = out[k + 1]
        if person.actor_id is None and person.role in _SERVING and master.start - person.end <= 1 and document.text[master.start] == "ل":
            out[k] = replace(person, actor_id=master.actor_id, actor_name_ar=master.actor_name_ar)
    out = _envoys_by_master(document, out, lexicon, document.published)
    return link_chains(document, name_holders(document, out, lexicon.holders), lexicon.first_names)


def _envoys_by_master(document: Document, people: list[Person], lexicon: Lexicon, published: dt.date | None) -> list[Person]:
    """Envoys of a secretary general, named behind whom they serve: «المبعوث الخاص للأمين العام للأمم المتحدة مارتن غريفيث»."""
    out: list[Person] = []
    for person in people:
        envoy = out[-1] if out else None
        beside = envoy is not None and envoy.kind == "office" and envoy.role in _SERVING and person.start - envoy.end <= 1 and document.text[person.start] == "ل"
        if envoy is None or not beside or person.role != "secretary general" or not person.name_ar or _is_general(person, lexicon, published):
            out.append(person)
            continue
        out[-1] = replace(person, start=envoy.start, role=envoy.role, role_ar=envoy.role_ar, actor_id=envoy.actor_id or person.actor_id)
    return out


def _is_general(person: Person, lexicon: Lexicon, published: dt.date | None) -> bool:
    """Whether the person was a secretary general in the year of publication."""
    year = published.year if published else None
    return any(o.role_en == "secretary general" and (year is None or o.from_year <= year <= (o.to_year or year)) for o in lexicon.offices.get(person.person_id or "", ()))


def _is_minister(person: Person) -> bool:
    """Whether the title is a minister's in the construct state, which a minister's own name does not follow: «وزير خارجية …»."""
    words = (person.role_ar or "").split()
    return person.actor_id is None and (person.role or "").endswith(" minister") and person.role != "prime minister" and not any(w.startswith(("ال", "لل", "وال")) for w in words)


def _minister_of(person: Person, lexicon: Lexicon) -> Person:
    """The minister, without a name, of the head of state whom ``person`` names."""
    state = next(o.actor_id for o in lexicon.offices[person.person_id or ""] if o.role_en in _HEADS)
    return replace(person, actor_id=state, actor_name_ar=lexicon.actors[state][0] if state else None, kind="office", name_start=None, name_end=None, name_ar=None, name_en=None, person_id=None, rule="title_alone", confidence=0.7)


def _is_master(person: Person, lexicon: Lexicon, published: dt.date | None) -> bool:
    """Whether a title goes on to whom its holder serves: «موفد الرئيس الفرنسي إيمانويل ماكرون» and «وزير خارجية ترامب» name no envoy and no minister."""
    offices = lexicon.offices.get(person.person_id or "", ())
    year = published.year if published else None
    return any(o.role_en in _HEADS and person.actor_id in (None, o.actor_id) and (year is None or o.from_year <= year <= (o.to_year or year)) for o in offices)


def _read_at(reading: Reading, i: int) -> tuple[list[Person], int]:
    """The mentions that begin at token ``i`` (none, one, or one an actor of a group), and the token after them."""
    covering = reading.covering
    name_here = covering.get(i)
    if name_here is not None and name_here.kind == "person":
        end = name_end(reading, i)
        if is_named_after(reading, i):
            return [], end
        title = _apposition(reading, end)
        return [_person(reading, None, i, end, name_here, title)], end if title is None else title.last
    title = read_title(reading, i)
    if title is None:
        return read_group(reading, i) or ([], i + 1)
    stranger = _stranger_before(reading, title)
    if stranger is not None:
        return [stranger], title.last
    begin = _name_begin(reading, title.last)
    end = name_end(reading, begin)
    if end == begin or is_named_after(reading, begin) or end == begin + 1 and _is_common(reading, begin, title):
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
    return [_person(reading, title, begin, end, known, later)], later.last if later is not None else end


def _is_common(reading: Reading, i: int, title: Title) -> bool:
    """Whether a single word behind a title is more likely a word than a name: «عضو وحيد», «مساعد الوزير لشؤون المحيط الهادئ»."""
    tokens, name = reading.document.tokens, reading.covering.get(i)
    if title.kind == "style" or name is not None and name.kind == "person":
        return False
    definite = any(w.startswith("ال") for w in unclitic(tokens[title.first].norm))
    return tokens[i].norm.startswith("ال") and title.role not in ("king", "prince") or reading.document.morphs[i] is not None and not definite


def _name_begin(reading: Reading, i: int) -> int:
    """Where the name behind a title begins: behind «(الناتو)،», «، » or marks before a known name; else ``i`` itself."""
    tokens = reading.document.tokens
    j = i
    if j + 2 < len(tokens) and tokens[j].text == "(" and tokens[j + 2].text == ")":
        j += 3
    if j < len(tokens) and tokens[j].text in "،,؛":
        j += 1
    while j < len(tokens) and j > i and tokens[j].text == "#":
        j += 1
    begin = j if j > i and name_end(reading, j) - j >= 2 else i
    while begin < len(tokens) and tokens[begin].text in ('"', "«", "»", "(", "#", "،", ",") and begin - i < 2:
        following = reading.covering.get(begin + 1)
        if following is None or following.kind != "person":
            break
        begin += 1
    return begin


def _stranger_before(reading: Reading, title: Title) -> Person | None:
    """A person whom nobody knows, named before his title: «، بيتينا توتشي، مساعدة الأمين العام للأمم المتحدة»."""
    tokens, given = reading.document.tokens, reading.lexicon.given_names
    end = title.first - 1
    if end < 3 or title.role is None or title.kind not in ("head", "minister"):
        return None
    if tokens[end].text not in "،,":
        return _stranger_beside(reading, title)
    begin = end
    while begin > 0 and end - begin < 5 and begin - 1 not in reading.covering and (is_strange(reading, begin - 1) or tokens[begin - 1].norm in given):
        begin -= 1
    compound = begin > 0 and tokens[begin].norm in ("الدين", "الله") and begin - 1 not in reading.covering  # «عز الدين»
    begin -= compound
    arab = compound or tokens[begin].norm in given
    opened = begin > 0 and (tokens[begin - 1].text in "،,«\"" or tokens[begin - 1].norm in ("برياسه", "بقياده") or arab and (_is_verb(reading, begin - 1) or tokens[begin - 1].norm in ("مع", "بين")))
    listed = begin > 0 and tokens[begin - 1].text in "،," and tokens[begin].norm.startswith("و")  # «فلان، وزير …، ورافائيل بيريز، وزير …»
    strange = end - begin >= 2 and opened and name_end(reading, begin) == end
    if not strange or name_end(reading, title.last) > title.last or not (arab or listed) and end - begin < 3:
        return None
    return _person(reading, None, begin, end, None, title)


def _is_verb(reading: Reading, i: int) -> bool:
    """Whether a verb stands at token ``i``, whose subject a name behind it is: «بحث عز الدين الأصبحي، وزير …»."""
    morph = reading.document.morphs[i]
    return morph is not None and morph.pos == "verb" and morph.enclitic is None


def _stranger_beside(reading: Reading, title: Title) -> Person | None:
    """A person named at once before his title: «، وعفيفي عبد الوهاب سفير مصر», «، تيان تشي السفير الصيني»."""
    tokens, given = reading.document.tokens, reading.lexicon.given_names
    end = begin = title.first
    if tokens[end].norm.startswith(("و", "ل", "ب")) and not tokens[end].norm.startswith(("وزير", "وكيل", "ولي", "وزيره")):
        return None
    while begin > 0 and end - begin < 5 and begin - 1 not in reading.covering and (is_strange(reading, begin - 1) or tokens[begin - 1].norm in given):
        begin -= 1
    joined = next((k for k in (begin - 1, begin) if k >= 0 and tokens[k].norm.startswith("و") and tokens[k].norm not in given and tokens[k].norm[1:] in given), None)
    begin = begin if joined is None else joined
    listed = joined is not None or begin > 0 and (tokens[begin - 1].text in "،," or tokens[begin - 1].norm in ("و", "من") or _is_verb(reading, begin - 1))
    presented = title.actor is not None and tokens[end].norm.startswith("ال")
    if end - begin < 2 or not listed or joined is None and tokens[begin].norm not in given and not presented:
        return None
    return _person(reading, None, begin, end, None, title) if name_end(reading, title.last) <= title.last else None


def _apposition(reading: Reading, i: int) -> Title | None:
    """A title behind a name: «سامح شكري، وزير الخارجية المصري», «محمد بن سلمان ولي العهد» or «"جون كيري" وزير الخارجية»."""
    tokens, titles = reading.document.tokens, reading.lexicon.titles
    j = i + (i < len(tokens) and tokens[i].text in ('"', "»", "”"))
    if j < len(tokens) and tokens[j].text in ("،", ",", "-", "("):
        j += 1
    if j >= len(tokens) or tokens[j].norm[:1] in "وبلف" and tokens[j].norm not in titles and not tokens[j].norm.startswith(("وزير", "ولي", "وكيل")):
        return None
    title = read_title(reading, j)
    if title is None or title.kind in ("style", "counterpart") or not title.role:
        return None
    return None if name_end(reading, title.last) > title.last else title  # the next person of a list has a title of his own


def _person(reading: Reading, title: Title | None, begin: int, end: int, known: Name | None, later: Title | None) -> Person:
    tokens, text = reading.document.tokens, reading.document.text
    shown = title if title and title.role and (title.kind != "style" or later is None) else later or title
    actor = (later.actor if later and later.actor else None) or (title.actor if title else None)
    kings = any("الحرمين" in text[tokens[t.first].start : tokens[t.last - 1].end] for t in (title, later) if t is not None)  # whose envoy the Saudi ambassador is
    source = later if shown is later and later else title
    role = shown.role if shown else None
    if shown and shown.former and role:
        role = "former " + role
    return Person(
        tokens[title.first if title else begin].start, tokens[(later.last if later else end) - 1].end, "person",
        *written_name(reading, begin, end),
        known.name_en if known else None, known.entity_id if known else None, role,
        text[tokens[source.first].start : tokens[source.last - 1].end] if source and source.role else None,
        *(_KINGDOM if kings else (actor.actor_id if actor else None, actor.name_ar if actor else None)), 0,
        "title_name" if title else "gazetteer" if known else "name_title", 0.9 if known else 0.75,
    )  # fmt: skip


def _office(reading: Reading, title: Title) -> Person:
    tokens, text = reading.document.tokens, reading.document.text
    start, end = tokens[title.first].start, tokens[title.last - 1].end
    actor_id, actor_name = (title.actor.actor_id, title.actor.name_ar) if title.actor else (None, None)
    if "الحرمين" in text[start:end]:
        actor_id, actor_name = _KINGDOM
    return Person(start, end, "office", None, None, None, None, None, title.role, text[start:end], actor_id, actor_name, 0, "title_alone", 0.7)


def _with_office(person: Person, lexicon: Lexicon, published: dt.date | None) -> Person:
    """The actor and role of a person whom the text names without them, from the offices held at the time.

    Where the year is not known, the latest office counts. What the text itself says is never overruled.
    """
    offices = lexicon.offices.get(person.person_id or "")
    if not offices or (person.actor_id and person.role):
        return person
    year = published.year if published else None
    held = [o for o in offices if year is not None and o.from_year <= year <= (o.to_year or 9999)]
    office = max(held or offices, key=lambda o: (o.from_year, o.to_year or 9999))
    actor_id, actor_name = person.actor_id, person.actor_name_ar
    if actor_id is None and actor_name is None:
        actor_id = office.actor_id
        actor_name = lexicon.actors[office.actor_id][0] if office.actor_id else office.actor_name_ar
    return replace(person, role=person.role or office.role_en, actor_id=actor_id, actor_name_ar=actor_name)
