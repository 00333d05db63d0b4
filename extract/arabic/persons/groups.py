"""Groups of office holders: «وزراء دفاع الحلف», «وفد روسي», «الجانب المصري»."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.names.bodies import body_at, headed
from extract.arabic.persons.administrations import of_administration
from extract.arabic.persons.in_turn import named_in_turn
from extract.arabic.persons.name_extent import DAY_WORDS, name_end, written_name
from extract.arabic.persons.title_extent import CONTINENTS, EVENTS, is_modifier
from extract.arabic.persons.unresolved_groups import two_ministers, unresolved_group
from extract.arabic.persons.words import GROUPS, Reading, opens_title, unclitic
from extract.arabic.spans import sentence_at, token_at
from extract.arabic.types import Name, Person

_TITLES: Final = frozenset(("counterparts", "presidents", "leaders", "ministers", "ambassadors", "envoys", "advisers"))  # groups of persons of one office
_OF_STATES: Final = frozenset(("advisers", "presidents", "leaders", "intelligence chiefs", "chiefs of staff", "prime ministers", "speakers of parliament"))  # whose states «في» may list
_HEADED: Final = {
    "prime ministers": frozenset(("وزراء", "الوزراء", "حكومات", "الحكومات")),
    "chiefs of staff": frozenset(("اركان", "الاركان")),
    "intelligence chiefs": frozenset(("المخابرات", "مخابرات", "الاستخبارات", "استخبارات")),
    "chief executives": frozenset(("التنفيذيين", "التنفيذيون", "التنفيذيان")),
    "speakers of parliament": frozenset(("البرلمانات", "برلمانات", "المجالس", "مجالس")),
    "heads of delegation": frozenset(("الوفود", "وفود")),
    "heads": frozenset(
        ("المنظمات", "منظمات", "الشركات", "شركات", "البلديات", "بلديات", "الاحزاب", "احزاب", "الجامعات", "جامعات", "الهييات", "هييات", "اللجان", "لجان",
         "البعثات", "بعثات", "المحاكم", "الكنايس", "الطوايف", "البنوك", "الغرف", "غرف", "الاجهزه", "اجهزه", "الكتل", "كتل", "التحرير", "تحرير", "القبايل", "عشاير")
    ),
}  # fmt: skip
_OF_MEN: Final = {"اعمال": "businessmen", "الاعمال": "businessmen", "دين": "clergymen", "الدين": "clergymen"}  # «رجال أعمال أتراك»; not «رجال الأمن»
_ONE_BODY: Final = frozenset(("government", "delegation", "side"))  # what is joined to them by و is another
_ONE: Final = frozenset(("official", "leader"))  # one person without a name
_IN_BODIES: Final = frozenset(("officials", "leaders", "members", "diplomats", "figures", "experts"))
_WITH: Final = ("بمشاركه", "بحضور")
_TEAMS: Final = frozenset(("team", "mission"))  # whose state or body must follow at once
_RANKED: Final = frozenset(("غير", "ارفع", "اعلي", "اكبر", "اول", "ثاني", "اي", "باي", "كل", "اهم", "ابرز", "كاول", "كارفع", "اخر"))  # before what somebody is, or nobody
_AND_A_STATE: Final = frozenset(("ودوله", "وجمهوريه", "ومملكه", "وسلطنه", "وامبراطوريه"))
_AND_A_GOVERNMENT: Final = frozenset(("وحكومه", "والحكومه"))
_HEADS_COUNTED: Final = frozenset(("اعضاء", "عضوا", "اشخاص", "شخصا", "مسوولين", "مسوولا", "خبراء", "خبيرا"))
_LONGEST: Final = 14  # tokens of a group with its modifiers


def read_group(reading: Reading, i: int) -> tuple[list[Person], int] | None:
    """One mention an actor, never expanded to members, and the token after it: «وزراء خارجية مصر والأردن» names two.

    Who is named behind an actor is a person of the group's office: «الرئيسان الأمريكي جو بايدن والروسي فلاديمير بوتين».
    """
    document, lexicon = reading
    covering = document.covering
    tokens = document.tokens
    if i and tokens[i - 1].norm in ("مجلس", "رييس", "لمجلس", "رييسه", "نايب") and not _is_council_of_several(reading, i):
        return None  # the cabinet is no gathering of ministers
    plural = next((w for w in unclitic(tokens[i].norm) if w in GROUPS), None)
    if plural is None or i and GROUPS[plural] in _ONE and tokens[i - 1].norm in _RANKED:
        return None  # «موقف غير مسؤول», «وهو أرفع مسؤول أميركي»
    if GROUPS[plural] in _TEAMS and not _is_team(reading, i):
        return None
    if GROUPS[plural] in _ONE and i + 1 < len(tokens) and i + 1 not in covering and (tokens[i + 1].norm.startswith("ال") or (m := document.morphs[i + 1]) is not None and m.pos == "noun"):
        return None  # «مسؤول العلاقات العامة», «مسؤول عمليات الإغاثة» is an office
    if plural == "رجال" and (i + 1 >= len(tokens) or tokens[i + 1].norm not in _OF_MEN):
        return None
    if (two := two_ministers(reading, i)) is not None:
        return two
    role, first = _heads_of(reading, i + 1) if GROUPS[plural] == "presidents" else GROUPS[plural], i + 1
    if plural == "رجال":
        role, first = _OF_MEN[tokens[i + 1].norm], i + 2
    if plural == "نواب":
        role, first = _deputies(reading, first)
    if (serving := of_administration(reading, i, first, role)) is not None:
        return serving
    actors: list[Name] = []
    people: dict[int, tuple[int, int]] = {}  # index of an actor → tokens of the person who is named behind it
    j, portfolio = first, None
    while j < len(tokens) and j - i < _LONGEST:
        name = covering.get(j)
        if name is not None and tokens[j - 1].norm == "جوار":  # «وزراء خارجية دول جوار ليبيا»: its neighbours, not its own
            return _neighbours(reading, i, j, role if portfolio is None else portfolio + "s")
        if name is not None and actors and name.kind == "nisba" and name.actor_id == actors[-1].actor_id and not name.clitics:
            j += 1  # «الكونغرس الأميركي»
            continue
        if name is not None:
            if name.kind == "person" or name.kind == "organisation" and role == "government" or actors and not ("و" in name.clitics or tokens[j - 1].text in "،," or tokens[j - 1].norm in _AND_A_STATE):
                break
            if name.kind == "place" and name.actor_id is None and name.clitics.endswith("ل"):
                break  # «وفد حكومي للمنستير»: where it goes
            actors.append(_of_its_state(reading, name))
            while j < len(tokens) and covering.get(j) is name:
                j += 1
            if len(actors) > 1 and not people and role in _TITLES and (named := named_in_turn(reading, j, len(actors))):
                people, j = dict(enumerate(named)), named[-1][1]
                break
            begin = j + (j < len(tokens) and tokens[j].text in "،,(")
            titled = role in _TITLES and name.kind in ("nisba", "state") and name.actor_id != "LAS" and begin < len(tokens)
            end = name_end(reading, begin) if titled else begin
            if end - begin >= 2 or end > begin and ((known := covering.get(begin)) is not None and known.kind == "person" or tokens[begin].norm in lexicon.surnames or tokens[begin].norm in lexicon.given_names and document.morphs[begin] is None and role in ("presidents", "leaders")):
                people[len(actors) - 1] = begin, end
                j = end + (end < len(tokens) and tokens[end].text == ")")
            continue
        if not actors and portfolio is None and (body := _own_body(reading, j)) is not None:
            return [_of_body(reading, i, role, body)], next((k for k in range(j, len(tokens)) if tokens[k].start >= body.end), len(tokens))
        if portfolio is None and role == "ministers" and tokens[j].norm in lexicon.portfolios:
            portfolio = lexicon.portfolios[tokens[j].norm]
        elif portfolio is None and role == "advisers" and tokens[j].norm in ("الامن", "للامن"):
            portfolio = "national security adviser"
        elif not actors and (j == first or j == first + 1 and tokens[first].norm.endswith(("ون", "ين")) and first not in covering) and _is_joined_group(reading, j):
            pass  # «مسؤولين | ودبلوماسيين | أميركيين», «سياسيون وعسكريون إيرانيون»: one state for both
        elif role in _ONE_BODY and tokens[j].norm.startswith("وال") or actors and tokens[j].norm in _AND_A_GOVERNMENT or not _goes_on(reading, j, bool(actors), role):
            break  # «الحكومة السورية | والمعارضة», «ممثلي طالبان | وحكومة كابول»
        j += 1
    if not actors and role in ("ministers", "leaders") and any(t.norm == "الاعضاء" for t in tokens[i:j]):
        actors = _body_before(reading, i)  # «وزراء خارجية الدول الـ28 الأعضاء»
    if not actors:
        return unresolved_group(reading, i, first + (portfolio is not None), role if portfolio is None else portfolio + "s") or (None if first == i + 1 else ([], first))
    role = role if portfolio is None else portfolio + "s"
    while j > i + 1 and tokens[j - 1].norm in ("من", "عن") and tokens[j - 1].start > actors[-1].end:
        j -= 1
    start, end = tokens[i].start, max(actors[-1].end, tokens[j - 1].end)
    unnamed = {(n.actor_id or n.name_ar): n for k, n in enumerate(actors) if k not in people}.values()
    members = [_member(reading, begin, last, actors[k], role.removesuffix("s")) for k, (begin, last) in people.items()]
    if 0 in people:
        members[0] = replace(members[0], start=start)  # «لقائه | وزيري الخارجية المصري سامح شكري | والأردني …»: the first begins with the office
    spans = [(n.start, n.end) if people else (start, end) for n in unnamed]  # beside members each stands for itself
    groups = [
        Person(a, b, "collective", None, None, None, None, None, role, document.text[a:b], n.actor_id, n.name_ar, 0, "collective", 0.75)
        for n, (a, b) in zip(unnamed, spans, strict=True)
    ]
    return sorted([*members, *groups, *_opposition(reading, role, actors, j)], key=lambda p: p.start), j


def _is_team(reading: Reading, i: int) -> bool:
    """Whether «فريق» or «بعثة» at ``i`` is sent by the state or the body told at once behind it: «فريق أميركي», «بعثة من صندوق النقد»; not «فريق كرة القدم», «رئيس فريق»."""
    covering, norms = reading.document.covering, reading.document.norms
    head = reading.document.morphs[i - 1] if i else None
    if head is not None and head.pos in ("noun", "adj") and head.lemma not in EVENTS and norms[i - 1] not in _WITH:
        return False
    if (whose := covering.get(i + 1)) is not None and whose.kind in ("nisba", "organisation"):
        return True
    return norms[i + 1 : i + 2] == ["من"] and (body := covering.get(i + 2)) is not None and body.kind == "organisation"


def _is_joined_group(reading: Reading, j: int) -> bool:
    """Whether a second group without article is joined at token ``j``, of whom the same adjective or body behind it tells: «مسؤولين | ودبلوماسيين | من الاتحاد الأوروبي»."""
    norms, covering = reading.document.norms, reading.document.covering
    if j + 1 >= len(norms) or not norms[j].startswith("و") or norms[j].startswith("وال") or not norms[j].endswith(("ون", "ين", "اء", "ا")):
        return False
    if j in covering or opens_title(norms[j][1:], reading.lexicon):
        return False
    behind = j + 1 + (norms[j + 1] in ("من", "عن"))
    whose = covering.get(behind)
    return whose is not None and whose.kind in ("nisba", "state", "organisation") and not whose.clitics


def _is_council_of_several(reading: Reading, i: int) -> bool:
    """Whether ministers of one portfolio sit in a council of their states: «مجلس وزراء الداخلية العرب», «مجلس وزراء خارجية دول الاتحاد»."""
    norms, at = reading.document.norms, i + 1
    council = norms[i - 1] in ("مجلس", "لمجلس") and norms[i] == "وزراء" and at + 1 < len(norms) and norms[at] in reading.lexicon.portfolios
    return council and (norms[at + 1] in ("العرب", "دول", "الدول") or (name := reading.document.covering.get(at + 1)) is not None and name.kind == "organisation")


def _of_its_state(reading: Reading, name: Name) -> Name:
    """A town as the state that it lies in, for which its people act: «أعضاء بلدية مصراتة»."""
    state = name.country_code
    if name.kind != "place" or name.actor_id is not None or state is None or state not in reading.lexicon.actors:
        return name
    return replace(name, actor_id=state, name_ar=reading.lexicon.actors[state][0])


def _own_body(reading: Reading, j: int) -> Name | None:
    """The body at token ``j`` that acts for itself and that no table knows: «ممثلي | نقابات التعليم», «وفد من | جمعية الصداقة»."""
    heads = reading.lexicon.body_heads
    body, bare = body_at(reading.document, heads, j, reading.lexicon.title_heads), headed(reading.document.norms[j], heads)
    own = bare is not None and heads[bare.removeprefix("ال")].acts_for == "itself"
    return body if own and body is not None and body.clitics in ("", "ل") else None


def _of_body(reading: Reading, i: int, role: str, body: Name) -> Person:
    start, text = reading.document.tokens[i].start, reading.document.text
    return Person(start, body.end, "collective", None, None, None, None, None, role, text[start : body.end], None, body.name_ar, 0, "collective", 0.7)


def _opposition(reading: Reading, role: str, actors: list[Name], j: int) -> list[Person]:
    """Those who are told beside their government without its adjective: «الحكومة السورية والمعارضة»."""
    tokens, text = reading.document.tokens, reading.document.text
    if role != "government" or len(actors) != 1 or actors[0].kind != "nisba" or j >= len(tokens) or tokens[j].norm != "والمعارضه":
        return []
    start, end = tokens[j].start + tokens[j].text.index("ا"), tokens[j].end
    return [Person(start, end, "collective", None, None, None, None, None, "opposition", text[start:end], None, f"{text[start:end]} {actors[0].text}", 0, "collective", 0.7)]


def _deputies(reading: Reading, i: int) -> tuple[str, int]:
    """The office of those whom «نواب» with the words at token ``i`` means, and the token behind these: «نواب الرئيس», «نواب رئيس الوزراء»."""
    words = [*reading.document.norms[i : i + 2], "", ""]
    if words[0] not in ("الرييس", "رييس"):
        return GROUPS["نواب"], i
    if words[1] in ("الوزراء", "وزراء", "الحكومه"):
        return "deputy prime ministers", i + 2
    return ("vice presidents" if words[0] == "الرييس" or words[1] in ("الجمهوريه", "الدوله") else GROUPS["نواب"]), i + 1


def _heads_of(reading: Reading, i: int) -> str:
    """The office of those whom «رؤساء» with the word at token ``i`` means: of states, governments, staffs, firms."""
    word = reading.document.norms[i] if i < len(reading.document.norms) else ""
    return next((role for role, words in _HEADED.items() if word in words), "presidents")


def _body_before(reading: Reading, i: int) -> list[Name]:
    """The alliance or union told last before token ``i``, whose members are meant; [] where none is."""
    at = reading.document.tokens[i].start
    told = [n for n in reading.document.names if n.start < at and n.kind == "organisation" and n.actor_id in ("EU", "NATO", "GCC", "LAS", "AFUN", "WTO", "OPEC", "OIC")]
    return told[-1:]


def _neighbours(reading: Reading, i: int, j: int, role: str) -> tuple[list[Person], int]:
    """The group of a state's neighbours, whom no code names: «دول جوار ليبيا»."""
    tokens, text, name = reading.document.tokens, reading.document.text, reading.document.covering[j]
    first = next((k for k in range(j - 1, i, -1) if tokens[k].norm in ("دول", "الدول", "بلدان")), j - 1)
    start, end = tokens[i].start, name.end
    return [Person(start, end, "collective", None, None, None, None, None, role, text[start:end], None, text[tokens[first].start : end], 0, "collective", 0.75)], j + 1


def _member(reading: Reading, begin: int, end: int, actor: Name, role: str) -> Person:
    """The person whose name stands in tokens ``begin:end`` behind the actor in a group of office holders."""
    known = reading.document.covering.get(begin)
    known = known if known is not None and known.kind == "person" else None
    start, last, name = written_name(reading, begin, end)
    return Person(
        start, last, "person", start, last, name, known.name_en if known else None, known.entity_id if known else None, role, None,
        actor.actor_id, actor.name_ar, 0, "group_member", 0.9 if known else 0.75,
    )  # fmt: skip


def _goes_on(reading: Reading, j: int, named: bool, role: str) -> bool:
    """Whether token ``j``, no name, belongs to the group: «الدول الأعضاء في», a comma before the next state."""
    tokens = reading.document.tokens
    word, following = tokens[j].norm, reading.document.covering.get(j + 1)
    if named and word in GROUPS and word.startswith("ال"):
        return False  # «التقى وفد من الصندوق | الحكومة التونسية»
    if word in CONTINENTS and not named:
        return False  # «دبلوماسيون من جنوب شرق آسيا | الصين»
    if role == "delegation" and not named and _counts_members(reading, j):
        return True  # «وفدا من | ستة أعضاء | من الحركة»
    if tokens[j].kind == "number" or word in ("ال", "الـ"):
        return tokens[j - 1].norm in ("الدول", "دول", "ال", "الـ")  # «الدول الـ28 الأعضاء»
    if word == "،":
        return named and following is not None
    if word in _AND_A_STATE:
        return named and following is not None and following.kind == "state"  # «دولة الإمارات ودولة إسرائيل»
    if opens_title(word, reading.lexicon):
        return role in _ONE and word in ("كبير", "كبيره") and not named  # «مسؤول كبير في الوزارة»
    if word.endswith("يا") and tokens[j - 1].norm.endswith("ا") and (morph := reading.document.morphs[j]) is not None and morph.pos == "adv":
        return not named  # «وفدا أمنيا مصريا»: spelled like the adverb
    if word in ("كل", "بكل") or word == "من" and tokens[j - 1].norm in ("كل", "بكل"):
        return not named  # «في كل من تونس والجزائر»
    if role in _ONE and word in ("في", "عن", "ب"):
        return word == "في" and not named and (following is not None and following.kind != "place" or _is_body(reading, j + 1))  # «مسؤول في وزارة الخارجية الأميركية», not «مسؤول عن الملف الإيراني»
    if word == "كبارا" and role in _IN_BODIES:
        return not named  # «مسؤولين | كبارا | في الإدارة الأميركية»
    if word == "في" and role in _IN_BODIES and not named:
        return following is not None and following.kind in ("organisation", "metonym") or _is_body(reading, j + 1)  # «مسؤولين في البيت الأبيض», «أعضاء بارزين في مجلس الشيوخ الأميركي», not «مسؤولين في القاهرة»
    if word == "في" and role == "counterparts" and not named:
        body = reading.document.covering.get(j + 2) if j + 1 < len(tokens) and tokens[j + 1].norm in ("دول", "بلدان") else following
        return body is not None and body.kind == "organisation"  # «نظراءه في دول مجلس التعاون», not «نظراءه في القاهرة»
    if word == "في":
        each = j + 3 < len(tokens) and tokens[j + 1].norm == "كل" and tokens[j + 2].norm == "من" and j + 3 in reading.document.covering
        return ("اعضاء" in unclitic(tokens[j - 1].norm) or tokens[j - 1].norm == "الاعضاء") and following is not None or each and not named or not named and (tokens[j - 1].norm in reading.lexicon.portfolios or role in _OF_STATES) and _lists_states(reading, j + 1)
    if word.startswith(("بمجلس", "بوزاره", "بالكونغرس", "بالبرلمان")):
        return not named and any(k in reading.document.covering for k in range(j, j + 4))  # «أعضاء لجنة الشؤون الخارجية بمجلس الشيوخ الأميركي»
    morph = reading.document.morphs[j]
    if named and morph is not None and morph.pos == "noun" and not morph.definite:
        return False  # «وقع رؤساء روسيا وإيران | اتفاقا», «عقد مجلس وزراء الخارجية العرب | دورة»: a definite phrase is over
    return word in ("من", "عن") or tokens[j].kind == "word" and word not in DAY_WORDS and is_modifier(reading, j)


def _counts_members(reading: Reading, j: int) -> bool:
    """Whether token ``j`` says behind «وفد من» of how many it is: «ستة», «أعضاء»."""
    norms, morph = reading.document.norms, reading.document.morphs[j]
    number = reading.document.tokens[j].kind == "number" or morph is not None and morph.pos == "num" or norms[j] in reading.lexicon.times.words.counts
    return number and norms[j - 1] in ("من", "يضم") or norms[j] in _HEADS_COUNTED and norms[j - 2] in ("من", "يضم")


def _is_body(reading: Reading, j: int) -> bool:
    """Whether the head noun of a body stands at token ``j``: «مسؤول في | وزارة الخارجية»."""
    return j < len(reading.document.norms) and headed(reading.document.norms[j], reading.lexicon.body_heads) is not None


def _lists_states(reading: Reading, j: int) -> bool:
    """Whether two states or more are listed from token ``j`` on, whose ministers «في» tells: «وزراء الري في | مصر والسودان»."""
    one = reading.document.covering.get(j)
    while j < len(reading.document.tokens) and reading.document.covering.get(j) is one:
        j += 1
    comma = j < len(reading.document.tokens) and reading.document.tokens[j].text == "،"
    listed = reading.document.covering.get(j + 1) if comma else None  # «وزراء الري في السودان، مصر وإثيوبيا»
    if listed is not None and listed.kind == "state" and not listed.clitics:
        return _lists_states(reading, j + 1)
    other = reading.document.covering.get(j)
    return one is not None and other is not None and one.kind == other.kind == "state" and "و" in other.clitics


def _is_side(before: list[str], name: Name) -> bool:
    """Whether a name behind the words ``before`` tells a side of the table."""
    if name.kind == "state":
        return before[-1] == "جانب" and before[0] in ("من", "عن")
    return name.kind == "nisba" and before[-1] in ("الجانب", "والجانب", "للجانب")


def take_sides(reading: Reading, people: list[Person]) -> list[Person]:
    """Whom those act for who are listed behind «من الجانب الأمريكي» or «من جانب النيجر», where their titles do not say it."""
    document = reading.document
    sides: dict[int, list[tuple[int, Name]]] = {}
    for j, name in reading.document.covering.items():
        if j and _is_side(document.norms[j - 2 : j] if j > 1 else document.norms[:j], name):
            sides.setdefault(sentence_at(document, j), []).append((name.start, name))
    if not sides:
        return people
    out = []
    for person in people:
        if person.actor_id is None and person.actor_name_ar is None and person.kind in ("person", "office"):
            before = [n for at, n in sides.get(sentence_at(document, token_at(document, person.start)), ()) if at < person.start]
            if before:
                person = replace(person, actor_id=before[-1].actor_id, actor_name_ar=before[-1].name_ar)
        out.append(person)
    return out
