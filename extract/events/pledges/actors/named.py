"""Actors that the persons and names of a text tell, with the institution that an adjective makes of its state's: «الجيش اللبناني», «مجلس الشيوخ الأميركي»."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from extract.arabic.persons.administrations import GOVERNMENTS
from extract.arabic.types import Document, Name
from extract.events.arguments import Index, is_adjective
from extract.events.pledges.action import is_action
from extract.events.pledges.actors.actor import Actor, is_body, is_unlisted
from extract.events.pledges.actors.groups import find_groups
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.actors.relations import HEADS, IN, MEMBER, relation_of

_FOR_WHOM: Final = frozenset("لل" + word for word in ("قدرات", "طلاب", "طلبه", "حجاج", "مستشفيات", "مدارس", "مدن", "مناطق", "محافظات", "اسر", "متضررين", "قطاع", "قبايل", "اطفال", "نساء", "ضحايا", "محتاجين", "موسسات"))
_PEOPLES: Final = ("الروس", "الاتراك", "الالمان")  # whose plural has no ending of its own
_KIN: Final = frozenset(("اشقاء", "اخوه"))  # «الأشقاء اليمنيون» is Yemen, «الإخوة العرب» nobody
_OFFICES: Final = frozenset(("وزاره", "هييه", "سفاره", "موسسه", "لجنه"))
_MEMBERS: Final = frozenset(("دول", "اعضاء", "بلدان"))  # «تعهدت دول الحلف», «تعهد أعضاء الاتحاد»
_STAFF: Final = frozenset(("متطوعو", "متطوعي", "موظفو", "موظفي", "فرق", "فريق", "طواقم", "طاقم", "قوافل", "عمال", "مندوبو", "كوادر", "شركاء"))  # «وزع متطوعو الهلال الأحمر سلالا»
_HELPED: Final = frozenset(("معارضه", "فصايل"))  # «تدريب المعارضة المعتدلة»
_BOARDS, _OF_BOARDS = frozenset(("مجلس", "لجنه", "امانه")), frozenset(("التنفيذي", "التنفيذيه", "العامه"))
_ARMS: Final = frozenset(("الجو", "البر", "الطيران"))  # «سلاح الجو»


def find_actors(document: Document, index: Index) -> list[Actor]:
    """Every actor phrase of the document by position, those of the dateline left out: «أعلن الجيش اللبناني», «للدول المانحة»."""
    line = document.dateline[1] if document.dateline else 0
    clitics = {bisect_left(document.starts, n.start + 1) - 1: n.clitics for n in document.names if n.clitics}
    out = _persons(document, index, line, clitics)
    taken = sorted((a.first, a.last) for a in out)
    nisbas = {n.start: n.actor_id for n in document.names if n.kind == "nisba"}
    for n in document.names:
        first = bisect_left(document.starts, n.start + 1) - 1
        if n.start < line or _inside(taken, first) or n.kind not in ("state", "organisation", "metonym", "place", "nisba"):
            continue
        last = max(index.token_at(n.end), first + 1)
        found = _of_adjective(document, n, first, last, clitics) if n.kind == "nisba" else _named(document, n, first, last, clitics)
        if found is not None:
            own = n.kind != "nisba" and found.last < len(document.tokens) and nisbas.get(document.tokens[found.last].start) == found.actor_id and found.actor_id is not None
            out.append(found._replace(last=found.last + 1) if own else found)  # «الكونغرس | الأميركي»
    out += find_groups(document, clitics)
    out += _unlisted(document, index, out)
    known = {a[:2] for a in out if a.actor_id}
    out = sorted((a for a in out if a.actor_id or a.person_id or a[:2] not in known), key=lambda a: (a.first, a.last))  # «دول الاتحاد» is the EU, no group beside it
    return [a for k, a in enumerate(out) if k == 0 or a.first >= out[k - 1].last or a.last > out[k - 1].last or a[:2] == out[k - 1][:2] and a.key != out[k - 1].key]


def _unlisted(document: Document, index: Index, known: list[Actor]) -> list[Actor]:
    """The bodies that no table knows and that no actor of ``known`` overlaps, as givers and as takers: «جمعية التكافل الإنساني», «تدريب المعارضة المعتدلة»."""
    covered = {k for a in known for k in range(a.first, a.last)} if document.bodies else set()
    out: list[Actor] = []
    for body in document.bodies:
        first, last = bisect_left(document.starts, body.start + 1) - 1, index.token_at(body.end)
        of_conference = document.norms[first].endswith("مانحين") and "موتمر" in {stripped(n) for n in document.norms[max(0, first - 2) : first]}  # «المؤتمر الدولي للمانحين»
        if of_conference or not covered.isdisjoint(range(first, last)):
            continue
        actor = Actor(first, last, body.actor_id, body.name_ar, None, relation_of(document, first, {first: body.clitics} if body.clitics else {}))
        helped = stripped(document.norms[first]) in _HELPED and first > 0 and is_action(document.norms[first - 1])
        if actor.relation == "to" or helped or is_unlisted(document, actor) and first - 1 not in covered:
            out.append(actor)
    return out


def _persons(document: Document, index: Index, line: int, clitics: dict[int, str]) -> list[Actor]:
    """Persons who act for somebody, behind the dateline: «الرئيس الفرنسي», «إدارة الرئيس الأميركي»."""
    tokens, out = document.tokens, list[Actor]()
    measures = [a for a in document.amounts if a.kind == "quantity"]
    for p in document.persons:
        if p.start < line or p.kind == "pronoun" or not (p.actor_id or p.actor_name_ar) or any(a.start < p.end and p.start < a.end for a in measures):
            continue  # «3 آلاف جندي» is nobody's name
        first, last = bisect_left(document.starts, p.start + 1) - 1, index.token_at(p.end)
        first -= first > 0 and tokens[first - 1].norm in GOVERNMENTS and tokens[first].norm.startswith("ال")
        if p.person_id is None and (source := next((k for k in range(first + 1, last) if tokens[k].norm == "من"), None)) is not None:
            last = source  # «طلب رئيس اليمن | من الاتحاد الأوروبي …»
        relation = relation_of(document, first, clitics)
        if p.person_id is None and (comma := next((k for k in range(first + 1, last - 1) if tokens[k].text in "،," and tokens[k + 1].norm.startswith("و")), None)) is not None:
            own = any(n.actor_id == p.actor_id and tokens[first].start <= n.start < tokens[comma].start for n in document.names)
            first, last, relation = (first, comma, relation) if own else (comma + 1, last, "")  # «للحكومة الأردنية، | وبريطانيا بتقديم …»
        member = tokens[first].norm in MEMBER and any(n.kind == "state" and n.end == tokens[first - 1].end for n in document.names) if first else False  # «تركيا عضو الحلف»
        out.append(Actor(first, max(last, first + 1), p.actor_id, p.actor_name_ar, p.person_id, "aside" if member else relation))
    return out


def _of_adjective(document: Document, n: Name, first: int, last: int, clitics: dict[int, str]) -> Actor | None:
    """The institution or people with the adjective of a state: «الجيش اللبناني», «سلاح الجو الأميركي», «للطلاب المغاربة», «للفلسطينيين»."""
    tokens, norms = document.tokens, document.norms
    if norms[first].endswith(("يين", "يون")) and (norms[first].startswith("لل") or norms[first - 1] == "عن" and first):
        return Actor(first, last, n.actor_id, n.name_ar, None, "to" if norms[first].startswith("لل") else "aside")  # «للفلسطينيين», «قطع المساعدات عن الأفغان»
    if _is_people(document, first):
        return Actor(first, last, n.actor_id, n.name_ar, None, "")  # «تعهد الأميركيون بتقديم …»
    head = next((k for k in range(first - 1, max(first - 5, -1), -1) if stripped(norms[k]) in HEADS or norms[k] in _FOR_WHOM or norms[k] in _ARMS and norms[k - 1] == "سلاح"), None)
    head = head - 1 if head is not None and norms[head - 1] == "سلاح" else head
    if head is None or stripped(norms[head]) in _KIN and (first - head > 1 or is_body(n.actor_id or "")) or any(tokens[k].kind != "word" or norms[k] in IN or stripped(norms[k]) in _MEMBERS for k in range(head, first)) or norms[first][:1] != "ا":
        return None
    while head > 0 and first - head < 5 and stripped(norms[head - 1]) in HEADS and not norms[head].startswith("و"):
        head -= 1
    return Actor(head, last, n.actor_id, n.name_ar, None, relation_of(document, head, clitics))


def _is_people(document: Document, first: int) -> bool:
    """Whether the definite plural at ``first`` is a people that acts, behind its verb or «إن», and no adjective: «تعهد | الأميركيون», not «المسؤولون الأميركيون»."""
    norm, before = document.norms[first], document.morphs[first - 1] if first else None
    if norm == "الاوروبيون" or not norm.startswith("ال") or not norm.endswith(("يون", "يين")) and norm not in _PEOPLES:
        return False
    return before is not None and before.pos == "verb" and before.number == "s" and norm.endswith(("ون", *_PEOPLES)) or first > 0 and document.norms[first - 1] in ("ان", "بان")


def _named(document: Document, n: Name, first: int, last: int, clitics: dict[int, str]) -> Actor | None:
    """A state, an organisation or a capital that stands for its state, with the heads before its name: «حكومة مصر», «وزارة المالية السعودية», «متطوعو الهلال الأحمر»."""
    norms = document.norms
    if n.kind == "place" and (n.actor_id is None or n.name_ar == "القدس"):
        gone_to = bool(n.country_code) and n.name_ar != "القدس" and relation_of(document, first, clitics) == "to"
        return Actor(first, last, n.country_code, n.name_ar, None, "to") if gone_to else None  # «قافلة إلى الحديدة» goes to Yemen; else a city stands for no government
    head = first
    heads = HEADS | _MEMBERS | _STAFF if n.kind == "organisation" else HEADS
    while head > 0 and first - head < 3 and stripped(norms[head - 1]) in heads and not n.clitics and norms[head - 1][:2] != "ال":
        head -= 1
    if is_adjective(n) and first > 1 and norms[first - 1].startswith("ال") and stripped(norms[first - 2]) in _OFFICES:
        head = first - 2  # «وزارة المالية السعودية»
    relation = relation_of(document, head, clitics)
    if relation == "to" and head > 1 and norms[head - 1] in _OF_BOARDS and stripped(norms[head - 2]) in _BOARDS:
        head, relation = head - 2, relation_of(document, head - 2, clitics)  # «المجلس التنفيذي لصندوق النقد»
    if n.kind == "organisation" and relation == "in":
        relation = "aside" if head > 1 and stripped(norms[head - 2]) in ("اعضاء", "عضو") else ""  # «الدول الأعضاء في حلف الناتو»
    return Actor(head, last, n.actor_id, n.name_ar, None, relation)


def _inside(spans: list[tuple[int, int]], i: int) -> bool:
    k = bisect_left(spans, (i + 1, 0)) - 1
    return k >= 0 and spans[k][0] <= i < spans[k][1]
