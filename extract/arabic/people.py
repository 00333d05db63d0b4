"""People and office holders: TITLE + modifiers + NAME, NAME in apposition, offices without a name, collectives.

«وزير الخارجية المصري سامح شكري» → person سامح شكري, role foreign minister, actor EG.
«وزراء خارجية دول حلف شمال الأطلسي» → collective, role foreign ministers, actor NATO.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from extract.arabic.coreference import link_chains
from extract.arabic.normalizer import fold
from extract.arabic.types import Document, Name, Person

if TYPE_CHECKING:
    from extract.lexicon import Lexicon

_MINISTRY = frozenset(("وزير", "وزيره", "الوزير", "الوزيره"))
_PLURALS = {
    "وزراء": "ministers", "الوزراء": "ministers", "رؤساء": "presidents", "الرؤساء": "presidents", "قاده": "leaders", "القاده": "leaders",
    "زعماء": "leaders", "الزعماء": "leaders", "زعيمي": "leaders", "رييسي": "presidents", "سفراء": "ambassadors", "ممثلي": "representatives",
    "ممثلو": "representatives", "وفد": "delegation", "وفود": "delegations", "وزيري": "ministers", "وزيرا": "ministers", "الوفد": "delegation",
    "رووساء": "presidents", "روساء": "presidents", "الروساء": "presidents", "مسوولي": "officials", "مسوولين": "officials", "المسوولين": "officials",
    "مسوولون": "officials", "مندوبي": "delegates", "مندوبو": "delegates", "نواب": "deputies", "رييسا": "presidents", "قيادات": "leaders", "الجانب": "side", "الجانبان": "sides", "الجانبين": "sides", "الطرفان": "sides", "الطرفين": "sides",
    "الطرف": "side", "الحكومه": "government", "الرييسان": "presidents", "الرييسين": "presidents", "الوزيران": "ministers", "الوزيرين": "ministers",
    "الزعيمان": "leaders", "الزعيمين": "leaders", "مبعوثي": "envoys", "مستشاري": "advisers", "مستشارو": "advisers", "اعضاء": "members",
}  # fmt: skip
_JOINERS = frozenset(("بن", "بنت", "ابن", "ال", "ابو", "ابي", "ام", "عبد", "دي", "دا", "دو", "فون", "فان", "لو", "لا", "ولد", "دير", "دوس", "اوغلو", "ماك", "سان", "الدين", "الله"))
_INSIDE = frozenset(("لدي", "في", "الي", "لشوون", "للشوون", "لشان", "باسم", "من", "المكلف", "المكلفه", "المعني", "المنتخب", "المنتخبه", "السابق", "السابقه", "الجديد", "الحالي", "الجديده", "بالانابه", "بالوكاله", "المنتهيه", "ولايته", "المساعد", "بالخارج"))
_EVENT_NOUNS = frozenset(("اجتماع", "لقاء", "قمة", "مباحثات", "محادثات", "زيارة", "مؤتمر", "جلسة", "اتصال", "مأدبة", "مفاوضات", "مشاورات"))
_FORMER = frozenset(("السابق", "السابقه", "الاسبق", "الراحل", "الراحله"))


@dataclass(slots=True)
class _Title:
    """A title phrase: token range, English role, kind, and the actors and portfolios that its modifiers name."""

    first: int
    last: int  # exclusive, modifiers included
    role: str | None
    kind: str
    actor: Name | None
    former: bool


def find_people(document: Document, lexicon: Lexicon) -> list[Person]:
    """Mentions of persons, offices and collectives in reading order, coreference chains numbered."""
    tokens = document.tokens
    covering: dict[int, Name] = {}  # token → the name that it belongs to
    position = 0
    for name in document.names:
        while position < len(tokens) and tokens[position].end <= name.start:
            position += 1
        while position < len(tokens) and tokens[position].start < name.end:
            covering[position] = name
            position += 1
    out: list[Person] = []
    i, n = 0, len(tokens)
    while i < n:
        if i not in covering and not _opens_mention(tokens[i].norm, lexicon.title_heads):
            i += 1
            continue
        found, following = _read_at(document, lexicon, covering, i)
        out += found
        i = max(following, i + 1)
    last: str | None = None  # «… نظيره الإيراني فلان» holds the office of the one before
    for k, person in enumerate(out):
        if person.role == "counterpart" and person.name_ar and last:
            out[k] = replace(person, role=last)
        elif person.role and person.role != "counterpart" and person.kind != "collective":
            last = person.role
    return link_chains(document, [_with_office(p, lexicon, document.published) for p in out])


def _read_at(document: Document, lexicon: Lexicon, covering: dict[int, Name], i: int) -> tuple[list[Person], int]:
    """The mentions that begin at token ``i`` (none, one, or one an actor of a collective), and the token after them."""
    tokens = document.tokens
    name_here = covering.get(i)
    if name_here is not None and name_here.kind == "person":
        end = _name_end(document, lexicon, covering, i)
        title = _apposition(document, lexicon, covering, end)
        return [_person(document, lexicon, None, i, end, name_here, title)], end if title is None else title.last
    title = _title(document, lexicon, covering, i)
    if title is not None:
        begin = _behind_comma(document, lexicon, covering, title.last)
        while begin < len(tokens) and tokens[begin].text in ('"', "«", "»", "(", "#", "،", ",") and begin - title.last < 2:
            nxt = covering.get(begin + 1)
            if nxt is None or nxt.kind != "person":
                break
            begin += 1
        end = _name_end(document, lexicon, covering, begin)
        if end > begin:
            known = next((covering[j] for j in range(begin, end) if j in covering and covering[j].kind == "person"), None)
            person = _person(document, lexicon, title, begin, end, known, None)
            if title.kind == "style" and known is None or title.actor is None or title.kind == "style":
                later = _apposition(document, lexicon, covering, end)
                if later is not None:
                    person = _person(document, lexicon, title, begin, end, known, later)
                    end = later.last
            return [person], end
        if title.kind in ("head", "minister") and title.role or title.kind == "counterpart" and title.actor:
            return [_office(document, title)], title.last
        return [], title.first + 1
    collective = _collective(document, lexicon, covering, i)
    if collective is not None:
        return collective
    return [], i + 1


def _behind_comma(document: Document, lexicon: Lexicon, covering: dict[int, Name], i: int) -> int:
    """Where a name may begin behind «(الناتو)،» or «، »; ``i`` itself where no name of two words follows."""
    tokens = document.tokens
    j = i
    if j + 2 < len(tokens) and tokens[j].text == "(" and tokens[j + 2].text == ")":
        j += 3
    if j < len(tokens) and tokens[j].text in "،,؛":
        j += 1
    while j < len(tokens) and j > i and tokens[j].text == "#":
        j += 1
    return j if j > i and _name_end(document, lexicon, covering, j) - j >= 2 else i


@lru_cache(maxsize=262_144)
def _unclitic(word: str) -> tuple[str, ...]:
    """A folded word and what is left of it without proclitics: «وبالرئيس» → الرييس, «للوزير» → الوزير."""
    out = [word]
    for prefix in ("و", "ف", "ب", "ل", "ول", "وب", "ك"):
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            out.append(word[len(prefix) :])
            if prefix in ("ل", "ول") and word[len(prefix)] == "ل":
                out.append("ا" + word[len(prefix) :])
    return tuple(out)


@lru_cache(maxsize=262_144)
def _opens_mention(word: str, title_heads: frozenset[str]) -> bool:
    """Whether a title or a collective may begin with a folded word: most words of a text open neither."""
    return any(w in title_heads or w in _PLURALS for w in _unclitic(word))


def _title(document: Document, lexicon: Lexicon, covering: dict[int, Name], i: int) -> _Title | None:
    """The title phrase that begins at token ``i`` with its modifiers, or None."""
    tokens = document.tokens
    if tokens[i].kind != "word" or (i in covering and covering[i].kind == "person"):
        return None
    options = [w for w in _unclitic(tokens[i].norm) if w in lexicon.title_heads]
    if not options:
        return None
    best: tuple[int, str, str] | None = None
    for option in options:
        phrase, j = option, i + 1
        if phrase in lexicon.titles and (best is None or j > best[0]):
            best = (j, *lexicon.titles[phrase])
        while j < len(tokens) and j - i < 6 and tokens[j].kind == "word":
            phrase += " " + tokens[j].norm
            j += 1
            if phrase in lexicon.titles and (best is None or j > best[0]):
                best = (j, *lexicon.titles[phrase])
        if best is not None:
            break
    if best is None:
        return None
    j, role, kind = best
    actor: Name | None = None
    former = False
    portfolio: str | None = None
    head = tokens[j - 1].norm
    while j < len(tokens) and j - i < 16:
        token = tokens[j]
        name = covering.get(j)
        if name is not None and name.kind == "person":
            break
        if name is not None and name.kind in ("nisba", "state", "organisation", "metonym", "place"):
            if actor is not None and name.kind != "nisba" and token.norm.startswith("و"):
                break
            if name.kind == "nisba" and tokens[j - 1].norm in ("والتعاون", "التعاون", "الشراكه", "والشراكه", "التجاره", "الوحده"):
                j += 1  # «الشؤون الخارجية والتعاون الإفريقي»: the portfolio, not whom he acts for
                continue
            if actor is None or name.kind in ("state", "organisation"):
                actor = name if actor is None or actor.kind == "nisba" and actor.actor_id in ("EU", "UN") else actor
            while j < len(tokens) and covering.get(j) is name:
                j += 1
            continue
        if kind == "minister" and portfolio is None:
            for size in range(min(4, len(tokens) - j), 0, -1):
                words = " ".join(t.norm for t in tokens[j : j + size])
                words = words[1:] if words.startswith("لل") else words
                if words.startswith("ل") and "ا" + words in lexicon.portfolios:
                    words = "ا" + words
                if words in lexicon.portfolios:
                    portfolio = words
                    j += size
                    break
            if portfolio is not None:
                continue
        if token.norm in _FORMER:
            former = True
            j += 1
            continue
        if token.norm in ("الي", "لدي"):
            accredited = covering.get(j + 1)
            if accredited is None or role not in ("ambassador", "special envoy", "permanent representative", "representative", "special representative"):
                break
            j += 1
            while j < len(tokens) and covering.get(j) is accredited:
                j += 1  # «السفير السعودي لدى اليمن»: where he is accredited, not whom he acts for
            continue
        if token.norm in _INSIDE:
            upcoming = covering.get(j + 1)
            if upcoming is not None and upcoming.kind in ("state", "organisation", "place", "nisba") or token.norm.startswith("ال") or token.norm.startswith("ل"):
                j += 1
                continue
            break
        if token.kind != "word" or token.text in ("و",):
            break
        if token.norm.startswith("و") and any(w in lexicon.title_heads for w in _unclitic(token.norm)[1:]):
            break  # «ولي العهد والرئيس المصري»: the next office
        if kind == "counterpart" and token.norm in ("بمملكه", "بجمهوريه", "بدوله", "في"):
            j += 1
            continue
        morph = document.morphs[j]
        if actor is not None and actor.kind == "nisba" and morph is not None and morph.pos == "noun" and portfolio is None and not _nested_style(lexicon, token.norm):
            break  # «الرئيس المصري العلاقات»: the sentence goes on
        if _is_modifier(document, lexicon, j, head):
            j += 1
            continue
        nested = _nested_style(lexicon, token.norm)
        if nested:
            j += 1
            continue
        break
    if kind == "minister":
        role = (role.replace("minister", "").strip() + " " + lexicon.portfolios[portfolio]).strip() if portfolio else "minister"
    return _Title(i, j, role or None, kind, actor, former)


def _nested_style(lexicon: Lexicon, word: str) -> bool:
    """Styles between an office and a name: وزير الخارجية الدكتور فلان."""
    return word in lexicon.titles and lexicon.titles[word][1] == "style"


def _is_modifier(document: Document, lexicon: Lexicon, j: int, head: str) -> bool:
    """Whether token ``j`` still belongs to the office and not to a name: a common noun or adjective that the lexicon knows."""
    token, morph = document.tokens[j], document.morphs[j]
    if morph is not None and (morph.enclitic or morph.lemma in _EVENT_NOUNS):
        return False
    if morph is None:
        return token.norm.startswith(("ال", "لل", "وال")) and token.norm not in lexicon.given_names
    if morph.pos in ("noun", "adj") and morph.preposition in (None, "ل") and token.norm not in lexicon.given_names:
        return not (morph.conjunction and not morph.definite)
    return morph.pos in ("noun", "adj") and morph.definite and morph.preposition is None


def _name_end(document: Document, lexicon: Lexicon, covering: dict[int, Name], i: int) -> int:
    """The token after a personal name that begins at ``i``; ``i`` itself where no name begins there."""
    tokens, morphs = document.tokens, document.morphs
    j, words, whole = i, 0, False
    while j < len(tokens) and words < 7:
        token, name = tokens[j], covering.get(j)
        if whole and not (token.norm in ("بن", "ال", "بنت") or tokens[j - 1].norm in ("بن", "ال", "بنت", "عبد") or name is not None and name.kind == "person"):
            break  # what the gazetteer knows as a whole name goes on with بن alone
        if j > i and "\n" in document.text[tokens[j - 1].end : token.start]:
            break
        if name is not None and name.kind == "person":
            if j > i and name.clitics:
                break  # «ترامب وكيم»: the next person
            while j < len(tokens) and covering.get(j) is name:
                j += 1
                words += 1
            whole = True
            continue
        if token.text in ("_", "-") and j > i and tokens[j - 1].end == token.start:
            j += 1
            continue
        if token.kind != "word":
            break
        if name is not None and not (token.norm in lexicon.given_names and name.kind in ("nisba", "place")):
            break
        joiner = token.norm in _JOINERS
        known = token.norm in lexicon.given_names
        if not joiner and not known:
            if morphs[j] is not None or token.norm in _INSIDE or token.norm in lexicon.titles:
                break
            if len(token.norm) < 3 or token.norm[:1] in "وفبل" and token.norm[1:3] == "ال":
                break
            if any(w in lexicon.title_heads for w in _unclitic(token.norm)):
                break
            if words and token.norm.startswith("و") and token.norm[1:] in lexicon.given_names:
                break
            if not words and token.norm.startswith(("ال", "و")):
                break  # a name that nobody knows seldom begins with the article
            if words > 1 and token.norm[:1] in "يتس" and len(token.norm) > 3:
                break  # more likely the verb of the sentence than a third name
            if "\u064b" in token.text:
                break  # tanwin marks an adverb or an indefinite noun
            if token.norm.startswith(("لل", "بال", "وال")):
                break
        elif known and not words and morphs[j] is not None and morphs[j].pos in ("prep", "conj", "part", "pron", "adv", "verb") or known and words and morphs[j] is not None and morphs[j].pos in ("prep", "conj", "part", "pron", "adv") and not joiner:
            break
        j += 1
        words += 1
    if words == 1 and not whole and tokens[i].norm not in lexicon.given_names:
        return i  # one unknown word is more often a common noun than a name
    while j > i and (tokens[j - 1].norm in ("بن", "بنت", "ابن", "ال", "عبد", "و", "لا", "دي", "ام") or tokens[j - 1].kind != "word"):
        j -= 1
    return j


def _apposition(document: Document, lexicon: Lexicon, covering: dict[int, Name], i: int) -> _Title | None:
    """A title behind a name: «سامح شكري، وزير الخارجية المصري» or «محمد بن سلمان ولي العهد»."""
    tokens = document.tokens
    j = i
    if j < len(tokens) and tokens[j].text in ("،", ",", "-", "("):
        j += 1
    if j >= len(tokens) or tokens[j].norm[:1] in "وبلف" and tokens[j].norm not in lexicon.titles and not tokens[j].norm.startswith(("وزير", "ولي", "وكيل")):
        return None
    title = _title(document, lexicon, covering, j)
    if title is None or title.kind in ("style", "counterpart") or not title.role:
        return None
    if j > i and _name_end(document, lexicon, covering, title.last) > title.last:
        return None  # the next person of a list has a title of his own
    if j == i and _name_end(document, lexicon, covering, title.last) > title.last and tokens[j].norm not in ("ولي", "وزير", "رييس", "ملك", "امير", "امين"):
        return None
    if _name_end(document, lexicon, covering, title.last) > title.last:
        return None
    return title


def _person(
    document: Document, lexicon: Lexicon, title: _Title | None, begin: int, end: int, known: Name | None, later: _Title | None
) -> Person:
    tokens, text = document.tokens, document.text
    first = title.first if title else begin
    shown = title if title and title.role and (title.kind != "style" or later is None) else later or title
    start = tokens[first].start
    name = " ".join(t.text for t in tokens[begin:end] if t.kind == "word")
    role = shown.role if shown else None
    actor = (later.actor if later and later.actor else None) or (title.actor if title else None)
    source = later if shown is later and later else title
    role_ar = text[tokens[source.first].start : tokens[source.last - 1].end] if source and source.role else None
    if shown and shown.former and role:
        role = "former " + role
    last = later.last if later else end
    return Person(
        start, tokens[last - 1].end, "person", tokens[begin].start, tokens[end - 1].end, name.replace("_", " "),
        known.name_en if known else None, known.entity_id if known else None, role, role_ar,
        actor.actor_id if actor else None, actor.name_ar if actor else None, 0,
        "title_name" if title else "gazetteer", 0.9 if known else 0.75,
    )  # fmt: skip


def _office(document: Document, title: _Title) -> Person:
    tokens = document.tokens
    start, end = tokens[title.first].start, tokens[title.last - 1].end
    actor_id, actor_name = (title.actor.actor_id, title.actor.name_ar) if title.actor else (None, None)
    if "الحرمين" in document.text[start:end]:
        actor_id, actor_name = "SA", "السعودية"  # the one title that names its state by itself
    return Person(
        start, end, "office", None, None, None, None, None, title.role, document.text[start:end], actor_id, actor_name, 0,
        "title_alone", 0.7,
    )  # fmt: skip


def _collective(document: Document, lexicon: Lexicon, covering: dict[int, Name], i: int) -> tuple[list[Person], int] | None:
    """«وزراء دفاع الحلف», «وفد روسي»: one mention, never expanded to members; «وزراء خارجية مصر والأردن» names two."""
    tokens = document.tokens
    if i and tokens[i - 1].norm in ("مجلس", "رييس", "لمجلس", "رييسه", "نايب"):
        return None  # the cabinet is no gathering of ministers
    word = tokens[i].norm
    plural = next((w for w in _unclitic(word) if w in _PLURALS), None)
    if plural is None:
        return None
    j, actors, portfolio = i + 1, [], None
    while j < len(tokens) and j - i < 14:
        name = covering.get(j)
        if name is not None and name.kind == "person":
            break
        if name is not None:
            if actors and not (tokens[j].norm.startswith("و") or tokens[j - 1].text in "،,"):
                break
            actors.append(name)
            while j < len(tokens) and covering.get(j) is name:
                j += 1
            continue
        if portfolio is None and tokens[j].norm in lexicon.portfolios:
            portfolio = lexicon.portfolios[tokens[j].norm]
        elif tokens[j].text in ("،",) and actors and covering.get(j + 1) is not None:
            pass
        elif any(w in lexicon.title_heads for w in _unclitic(tokens[j].norm)) or not (tokens[j].kind == "word" and _is_modifier(document, lexicon, j, plural)) and tokens[j].norm not in ("من", "عن") and not (
            tokens[j].norm == "في" and tokens[j - 1].norm in ("الاعضاء", "اعضاء") and covering.get(j + 1) is not None
        ):
            break
        j += 1
    if not actors:
        return None
    role = _PLURALS[plural] if portfolio is None else portfolio + "s"
    start, end = tokens[i].start, max(actors[-1].end, tokens[j - 1].end)
    named = {(n.actor_id or n.name_ar): n for n in actors}.values()
    return [
        Person(start, end, "collective", None, None, None, None, None, role, document.text[start:end], n.actor_id, n.name_ar, 0, "collective", 0.75)
        for n in named
    ], j


def _with_office(person: Person, lexicon: Lexicon, published: dt.date | None) -> Person:
    """The actor and role of a person whom the text names without them, from the offices held at the time.

    Where the year is not known, the latest office counts. What the text itself says is never overruled.
    """
    offices = lexicon.offices.get(person.person_id or "")
    if not offices or (person.actor_id and person.role):
        return person
    year = published.year if published else None
    held = [o for o in offices if year is not None and o.from_year <= year <= (o.to_year or 9999)]
    office = (held or sorted(offices, key=lambda o: o.from_year))[-1]
    actor_id, actor_name = person.actor_id, person.actor_name_ar
    if actor_id is None and actor_name is None:
        actor_id = office.actor_id
        actor_name = lexicon.actors[office.actor_id][0] if office.actor_id else office.actor_name_ar
    return replace(person, role=person.role or office.role_en, actor_id=actor_id, actor_name_ar=actor_name)


def name_words(name: str) -> list[str]:
    """Folded words of a name for comparison, joiners left out: «محمد بن سلمان» → ["محمد", "سلمان"]."""
    return [w for w in (fold(x) for x in name.split()) if w not in ("بن", "ابن", "ال")]
