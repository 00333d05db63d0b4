"""Coreference of persons in one article: surname, office alone, the same office with a name before it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from extract.arabic.persons.apposition import in_apposition
from extract.arabic.persons.named_later import join_named_later
from extract.arabic.persons.office_holders import LEADERS
from extract.arabic.persons.offices import tells_office
from extract.arabic.persons.same_office import (
    is_any,
    is_counterpart,
    is_definite,
    is_leader_too,
    is_other_gender,
    is_same_office,
)
from extract.arabic.persons.surname_mentions import words_of
from extract.arabic.persons.title_extent import RULERS
from extract.arabic.persons.words import FATHERS
from extract.arabic.spans import token_at
from extract.arabic.types import Document, Person

_REACH: Final = 100  # chains, and mentions of a chain, that a mention is compared with: more than any article has
_THAT: Final = frozenset(("ان", "وان", "بان"))  # behind which a subject stands before its verb
_WITH_OBJECTS: Final = frozenset(("التقى", "قابل", "زار", "دعا", "هنأ", "هاتف"))  # behind which an office may be the object of one who is left out


def link_chains(document: Document, people: list[Person]) -> list[Person]:
    """Number the chains and let each mention know what its chain knows (fullest name, role, actor).

    A surname alone («وقال ستولتنبرغ») joins the latest chain with that last word; an office alone joins the latest
    person with the same role and actor. An office that the text tells stands for all of its chain, before what the table knows.
    """
    chains: list[list[int]] = []
    of_person: dict[int, int] = {}
    for i, person in enumerate(people):
        beside = i > 0 and in_apposition(document, people[i - 1], person)
        target = of_person[i - 1] if beside else _antecedent(document, people, chains, person)
        if target is None:
            target = len(chains)
            chains.append([])
        chains[target].append(i)
        of_person[i] = target
    join_named_later(people, chains)
    out = list(people)
    for number, members in enumerate(chains):
        named = [people[i] for i in members if people[i].name_ar]
        full = max(named, key=lambda p: (len((p.name_ar or "").split()), bool(p.person_id))) if named else None
        known = next((p for p in named if p.person_id), None)
        first = next((p for p in (people[i] for i in members) if p.role and p.actor_id), None)
        roled = first or next((people[i] for i in members if people[i].role), None)
        told = next((p.role for p in (people[i] for i in members) if p.name_ar and p.role_ar and tells_office(p.role)), None)
        actored = first or next((people[i] for i in members if people[i].actor_id or people[i].actor_name_ar), None)
        for i in members:
            p = people[i]
            kind = "person" if p.kind == "office" and full is not None else p.kind
            name, known_as = full or p, known or p
            role = (told if p.role_ar is None and p.rule != "group_member" and p.role not in LEADERS else None) or (p.role if p.role != "counterpart" else None) or (roled.role if roled else None)
            if role == "minister" and (p.name_start is None or p.rule == "group_member"):  # «قال الوزير» of the foreign minister
                role = next((q.role for q in (people[k] for k in members) if q.name_ar and (q.role or "").endswith(" minister")), role)
            out[i] = Person(
                p.start, p.end, kind, p.name_start, p.name_end, name.name_ar, known_as.name_en, known_as.person_id,
                role, p.role_ar or (roled.role_ar if roled else None),
                p.actor_id or (actored.actor_id if actored else None), p.actor_name_ar or (actored.actor_name_ar if actored else None),
                number, p.rule, p.confidence,
            )  # fmt: skip
    return out


def _named_at_once(document: Document, people: list[Person], chains: list[list[int]], person: Person) -> int | None:
    """The chain whose last name follows an office, one too short to be known alone: «الرئيس | بيا»."""
    at = token_at(document, person.end)
    following = document.norms[at] if at < len(document.norms) and document.tokens[at].kind == "word" else ""
    if not following or person.kind != "office":
        return None
    for number in range(len(chains) - 1, max(len(chains) - _REACH, 0) - 1, -1):
        if any(words_of(people[i].name_ar)[-1:] == (following,) and is_same_office(people[i], person) for i in chains[number][-_REACH:]):
            return number
    return None


def _is_acting_office(document: Document, person: Person) -> bool:
    """Whether an office without state or name is a verb's own subject, as whoever holds it was told before: «رئيس الحكومة اللبنانية فلان …. وعقد | رئيس الحكومة | اجتماعا»."""
    words = (person.role_ar or "").split()
    if person.kind != "office" or person.actor_id or person.actor_name_ar or len(words) < 2 or not words[-1].startswith("ال") or words[0].startswith(("ال", "وو", "ور", "ب")):
        return False
    at = token_at(document, person.start)
    behind = token_at(document, person.end)
    if at and document.norms[at - 1] in _THAT:
        own = document.morphs[behind] if behind < len(document.morphs) else None
        return own is not None and own.pos == "verb" and own.conjunction is None  # «ذكر بيان أن | رئيس الحكومة | عقد اجتماعا»
    verb = document.morphs[at - 1] if at else None
    if verb is None or verb.pos != "verb" or verb.enclitic is not None:
        return False
    return verb.lemma not in _WITH_OBJECTS or verb.lemma == "زار" and behind < len(document.tokens) and any(n.start == document.tokens[behind].start and n.kind in ("state", "place") and not n.clitics for n in document.names)


def _is_before_stranger(document: Document, people: list[Person], person: Person) -> bool:
    """Whether a word that nobody knows follows a title of one word at once, the name of its holder: «السفير | هوفمان»."""
    at = token_at(document, person.end)
    if at >= len(document.tokens) or document.tokens[at].kind != "word" or document.morphs[at] is not None:
        return False
    token = document.tokens[at]
    odd = token.norm[:1] in "وبلفيتسناأ" or token.norm.endswith(("ه", "ا")) or "\u064b" in token.text or len(token.norm) < 4
    return not odd and not any(n.start <= token.start < n.end for n in document.names) and not any(p.start == token.start for p in people)


def _antecedent(document: Document, people: list[Person], chains: list[list[int]], person: Person) -> int | None:
    """The chain that ``person`` continues, the latest first; None begins a new one."""
    if person.kind == "collective" or person.kind == "office" and is_any(person):
        return None
    words, found = words_of(person.name_ar), list[int]()
    if not words and " " not in (person.role_ar or " ") and _is_before_stranger(document, people, person):
        return None
    alone = _is_acting_office(document, person)
    second: int | None = None
    if not words and (own := _named_at_once(document, people, chains, person)) is not None:
        return own
    for number in range(len(chains) - 1, max(len(chains) - _REACH, 0) - 1, -1):
        members = [people[i] for i in chains[number][-_REACH:]]
        if members[0].kind == "collective":
            continue
        if person.rule == "office_holder" and all(o.kind == "office" and o.role == person.role and o.actor_id == person.actor_id for o in members):
            return number  # «الرئيس الأميركي … وقال ترامب»
        if words:
            for other in members:
                if person.person_id and other.person_id:
                    if person.person_id == other.person_id:
                        return number
                    continue
                if not (names := words_of(other.name_ar)):
                    continue
                if is_part(words, names) or is_part(names, words) and len(names) > 1:
                    found.append(number)
                    break
            continue
        actors = {o.actor_id for o in members if o.actor_id}
        if person.actor_id and actors and person.actor_id not in actors:
            continue
        if alone and number not in found and any(o.role == person.role for o in members) and not is_other_gender(person, members):
            found.append(number)
        told = [o for o in members if o.role not in ("official", "minister")]  # «المسؤول الإثيوبي» of a chain is no «الرئيس»
        for other in told or members:  # an office alone: the same office of the same actor
            if is_counterpart(person) and other.actor_id is None:
                continue  # «وزير خارجية دولة ما … نظيره الإيراني» are two
            if is_same_office(other, person) and (person.actor_id is None or other.actor_id in (None, person.actor_id)):
                if person.actor_id is None and not is_definite(person):
                    continue
                if is_other_gender(person, members):
                    break
                if person.actor_id is None and all(is_counterpart(o) for o in members):
                    second = number if second is None else second  # «الوزير» is rather the one whose counterpart he is
                    break
                return number
            if second is None and is_leader_too(other, person):
                second = number
    if not words:
        if len(found) > 1:  # the one whom the article calls so, without his state
            found = [n for n in found if any(people[i].role_ar == person.role_ar and people[i].name_ar for i in chains[n][-_REACH:])]
        return found[0] if len(found) == 1 else second
    ruling = [n for n in found if any(people[i].role in RULERS or people[i].role in LEADERS for i in chains[n])]
    return (ruling[0] if len(words) == 1 and ruling else found[0]) if found else None  # «كيم» is the leader, not his deputy minister


@lru_cache(maxsize=65_536)
def is_part(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name is a shorter form of another: «محمد بن سلمان» of «محمد بن سلمان آل سعود», «بن سلمان» and «آل نهيان»; not «سلمان», his father, not «فهد بن محمد» of «تركي بن فهد بن محمد»."""
    size = len(short)
    at = next((k for k in range(len(full) - size, -1, -1) if full[k : k + size] == short), None)
    if at is not None:
        return at == 0 or full[at - 1] not in FATHERS
    father = next((k for k, word in enumerate(short) if word in FATHERS and k), 0)
    begin = father + 2 if father else 1  # «علي صالح» of «علي عبد الله صالح»
    return set(short) <= set(full) and short[:begin] == full[:begin]
