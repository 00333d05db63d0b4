"""Who a verb of meeting brings together: its subject and objects, the side that its sentence leaves out."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.spans import is_joined
from extract.arabic.types import Document, Name
from extract.events.arguments import Index, Party, is_listed
from extract.events.clauses.asides import RELATIVES, closed_relatives, relative_end
from extract.events.clauses.limits import right_limit
from extract.events.clauses.margins import partner_behind
from extract.events.clauses.subjects import acting_subject, goes_on, going_on, has_own_subject, is_joined_verb
from extract.events.clauses.words import BEFORE_OR_AFTER, HONORIFICS, MEETING_WHOM, PLACE_PREPOSITIONS
from extract.events.meetings.arrivals import leaves_subject_out
from extract.events.meetings.parties.duals import dual_behind, two_told
from extract.events.meetings.parties.missing_side import (
    OUR_COUNTRY,
    has_plural_subject,
    speaks_of_country,
    with_missing_side,
)
from extract.events.meetings.triggers import Trigger

_INTERPOSED: Final = RELATIVES | frozenset(("هامش", "قبل", "قبيل", "بعد", "عقب", "لدي", "باعتباره", "باعتبارها", "بوصفه", "بوصفها", "بصفته", "بصفتها"))  # what opens an aside: «، على هامش المؤتمر، »
_RELATIVE_LENGTH: Final = 14  # tokens of a relative clause between a subject and its object
_THAT_HE: Final = frozenset(("انه", "انها", "وانه", "وانها", "بانه", "بانها"))
_HIS_MEN: Final = frozenset(w + his for w in ("نايب", "مساعد", "مبعوث", "موفد", "مستشار") for his in ("ه", "ها"))
_CONSULTING: Final = frozenset(("للتباحث", "للتشاور", "للبحث", "للتفاوض", "للتحادث"))  # what a visitor comes for, with somebody


def of_verb(document: Document, index: Index, trigger: Trigger, subject: Party | None) -> list[Party]:
    """«التقى X … Y», «استقبل X Y»: who stands in the clause; a dropped subject is the one spoken of before."""
    tokens, i = document.tokens, trigger.token
    over = closed_relatives(document, i, trigger.right)
    moves = trigger.construction in ("verb_arrive", "verb_visit")
    right = next((j for j in range(i + 2, trigger.right) if (is_joined_verb(document, index, j) or moves and _is_main_verb(document, index, j)) and not any(a <= j < b for a, b in over)), trigger.right)  # «التقى X Y ونقل إليه تحيات Z»
    parties = index.parties(tokens[trigger.left].start, tokens[right - 1].end) + _behind_relative(document, index, trigger)
    parties = [p for p in parties if p.start < tokens[i].start or (at := index.token_at(p.start)) < 2 or document.norms[at - 1] not in BEFORE_OR_AFTER or document.norms[at - 2] == "من"]  # «سيلتقي الرئيس بعد | ميركل | نظيره»; not «من قبل الرئيس»
    if trigger.construction == "verb_sign" and i > trigger.first and tokens[i - 1].norm in ("الذي", "التي"):
        parties, subject = [p for p in parties if p.start > tokens[i].start], None  # «الاتفاق الذي وقع بين إيران والقوى الكبرى»
    if trigger.construction == "verb_sign":
        parties = parties + _signing_for(document, index, trigger)
    if goes_on(document, index, i, trigger.first) and has_own_subject(document, i, parties):
        parties = [p for p in parties if p.start > tokens[i].start]  # «تعهد Z بـ…، وتحدث X مع Y»
    elif goes_on(document, index, i, trigger.first):
        parties = going_on(document, index, trigger, parties, subject)  # «تلقى الملك اتصالا من X واستقبل Y», «…، كما التقى Y»
    if trigger.construction == "verb_receive" and trigger.morph.enclitic and i + 1 < trigger.last:
        parties = sorted(parties, key=lambda p: p.start != tokens[i + 1].start)
    if trigger.construction == "verb_receive":
        parties = [replace(p, capacity="host") if p.name is not None and p.name.kind == "state" and _is_subject(document, index, trigger, p) else p for p in parties]
    if trigger.construction == "verb_arrive":
        parties = _behind_verb(document, trigger, parties)
        if not any(p.person is not None for p in parties) and leaves_subject_out(document, i, trigger.last):
            parties = [*_who_goes_on(document, index, trigger, subject), *parties]
    if trigger.construction in ("verb_arrive", "verb_visit"):
        parties = parties + _consulted(document, index, trigger)
    if trigger.construction == "verb_meet":
        parties = _met_here(document, index, i, parties)
    verb = document.morphs[i]
    dual = dual_behind(document, trigger)
    two = dual is not None or verb is not None and verb.number == "d" and trigger.construction == "verb_meet" and verb.lemma != "تناول"  # «على أن يلتقيا بعد الظهر»
    told = dual is not None and any(p.person is not None and p.start == tokens[dual].end + 1 and p.person.name_start == p.start for p in parties)  # «استقبل الرئيسان | فلان وفلان | نظيريهما»
    if two and not told and len([p for p in parties if p.start < tokens[i].start and p.person]) < 2:
        parties = two_told(document, index, i if dual is None else dual - 1) + parties
    if i + 1 < trigger.last and tokens[i + 1].norm in HONORIFICS and (who := index.protagonist()) is not None and all(p.person is None or p.person.chain != who.chain for p in parties):
        parties = [Party(who.start, who.end, who, None), *parties]
    if i + 1 < trigger.last and tokens[i + 1].norm == "الوفد" and not any(p.start == tokens[i + 1].start for p in parties) and (sent := _delegation_told(document, index, i)) is not None:
        return [sent, *(p for p in parties if p.start > tokens[i].start)]
    if subject is not None and (verb is not None and verb.lemma == "تناول" or not index.agrees(i, subject) or has_plural_subject(document, trigger)):
        subject = None  # «وقد تناولا الغداء», «زارت البلاد», «سيلتقي المفاوضون»: not who was told of before
    if subject is not None and document.norms[max(trigger.first, trigger.left - 2) : trigger.left] == ["علي", "ان"]:
        subject = next((p.told_by("subject") for p in acting_subject(document, index, trigger) if index.agrees(i, p)), subject)  # «أعلنت الوزارة أن | الوزير | تحدث مع نظيره على أن يلتقيه»
    if trigger.construction in ("verb_meet", "verb_receive", "verb_visit") and subject is not None and not any(p.person for p in parties) and not _is_body_beside(document, trigger, parties):
        if subject.person is not None and subject.person.kind == "collective":
            return [subject, *parties]  # «يجتمع الوفد مع مسؤولين»: of whom he meets nobody is told elsewhere
        parties = [subject, *parties]
    if trigger.construction == "verb_receive" and subject is not None and _only_received(document, trigger, parties):
        parties = [subject, *parties]
    if trigger.construction == "verb_receive" and not any(p.person for p in parties):
        return []  # «استقبلتهم الأمم المتحدة» takes in refugees
    if trigger.construction == "verb_receive" and verb is not None and verb.enclitic in ("3mp", "3fp", "3d") and len(parties) < 2 and sum(tokens[trigger.first].start <= p.start < tokens[i].start for p in index.persons) < 2:
        return []  # «استقبلهم الرئيس»: several, and so not the one told of before
    if trigger.construction == "verb_sign" and len(parties) == 1 and (speaker := next(iter(index.parties(tokens[trigger.first].start, tokens[trigger.left].start, states=False)), None)) is not None:
        parties = speaks_of_country(document, trigger, [speaker]) + parties if any(w in OUR_COUNTRY for w in document.norms[trigger.left : i]) else parties
    return with_missing_side(document, index, trigger, parties, subject) if trigger.construction in ("verb_meet", "verb_visit", "verb_receive") else parties


def _who_goes_on(document: Document, index: Index, trigger: Trigger, subject: Party | None) -> list[Party]:
    """Who goes where the verb leaves him out: the subject of the clause before, else whom the sentence before tells of: «زار | الوزير | مصر قبل أن يتوجه إلى الأردن»."""
    if document.norms[trigger.left - 1] in RELATIVES or document.norms[trigger.token - 1] in _THAT_HE:
        return []  # whom these take up is told by them
    acting = acting_subject(document, index, trigger)[:1]
    met = acting != [] and (verb := document.morphs[index.token_at(acting[0].start) - 1]) is not None and verb.lemma in MEETING_WHOM and not any(acting[0].end < p.start < document.tokens[trigger.token].start for p in document.persons)
    if document.norms[trigger.token - 1] == "ان" and (met or not acting):
        return []  # «التقى | رئيس الوزراء | قبل أن يتوجه إلى …»: who met him is left out there too
    before = acting or ([subject] if subject is not None else [])
    return [p.told_by("subject") for p in before if p.person is not None and p.person.kind == "person" and index.agrees(trigger.token, p)]


def _is_main_verb(document: Document, index: Index, j: int) -> bool:
    """Whether the main clause begins with the verb at ``j``, behind the comma that closes what comes first: «قبل أن يصل الوزير إلى الدوحة، | هبط نائبه في …»."""
    morph = document.morphs[j]
    return document.tokens[j - 1].text in "،," and morph is not None and morph.pos == "verb" and morph.aspect == "p" and morph.enclitic is None and not index.in_person(document.tokens[j].start)


def _delegation_told(document: Document, index: Index, verb: int) -> Party | None:
    """The delegation told of before, which goes on as «الوفد»: «واصل | الوفد التركي | جولته، حيث اجتمع الوفد مع …»."""
    before = (p for p in reversed(index.persons) if p.end <= document.tokens[verb].start and p.role == "delegation")
    who = next(before, None)
    return Party(who.start, who.end, who, None, via="subject") if who is not None and (who.actor_id or who.actor_name_ar) else None


def _only_received(document: Document, trigger: Trigger, parties: list[Party]) -> bool:
    """Whether the two or more behind a verb of receiving are joined by و and so all its objects: «كما تستقبل الثلاثاء | الرئيس فلان | ورئيس المفوضية فلان»."""
    if len({p.actor_id for p in parties}) < 2 or any(p.person is None or p.start < document.tokens[trigger.token].start for p in parties):
        return False
    return all(is_joined(document, p.start) and is_listed(document, q, p) for q, p in zip(parties, parties[1:], strict=False))


def _consulted(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """With whom a visitor comes to consult: «يزور برلين الخميس للتباحث مع | المستشار»."""
    j = trigger.right
    if j + 2 >= trigger.last or document.norms[j] not in _CONSULTING or document.norms[j + 1] != "مع":
        return []
    end = right_limit(document, j + 1, trigger.last)
    return index.parties(document.tokens[j + 1].end, document.tokens[end - 1].end, states=False)


def _met_here(document: Document, index: Index, verb: int, parties: list[Party]) -> list[Party]:
    """The first of two whom somebody met in two places, and who so did not meet each other: «حيث التقى | فلانا في لبنان، | وفلانا في إسرائيل»."""
    behind = [p for p in parties if p.start > document.tokens[verb].start and p.person is not None]
    if len(behind) < 2 or not is_joined(document, behind[1].start):
        return parties
    places = [_place_at_once_behind(document, index, p) for p in behind[:2]]
    between = document.text[places[0].end : behind[1].start] if places[0] is not None else "…"
    if places[0] is None or places[1] is None or places[0].name_ar == places[1].name_ar or between.strip(" ،,"):
        return parties
    return [p for p in parties if p.start <= behind[0].start]


def _place_at_once_behind(document: Document, index: Index, party: Party) -> Name | None:
    """The place that «في» brings at once behind a party."""
    j = index.token_at(party.end)
    if document.norms[j : j + 1] != ["في"]:
        return None
    start = document.tokens[min(j + 1, len(document.tokens) - 1)].start
    return next((n for n in document.names if n.start == start and n.kind in ("place", "state")), None)


def _signing_for(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """Who signs for a side: «وقع الاتفاق عن الجانب المصري | وزير الكهرباء فلان»."""
    out: list[Party] = []
    for j in range(trigger.token + 1, trigger.last - 2):
        if document.norms[j] in ("عن", "وعن") and document.norms[j + 1] in ("الجانب", "جانب", "الطرف"):
            found = index.parties(document.tokens[j + 2].start, document.tokens[trigger.last - 1].end, states=False)
            out += [p for p in found if p.person is not None and p.person.kind in ("person", "office")][:1]
    return out


def _is_subject(document: Document, index: Index, trigger: Trigger, party: Party) -> bool:
    """Whether a state is who receives: at once behind the verb, or before one that is joined: «تستقبل مصر …», «حاولت السعودية واستقبلت …»."""
    behind = trigger.token + 1 < trigger.last and party.start == document.tokens[trigger.token + 1].start
    return behind or party.end < document.tokens[trigger.token].start and is_joined_verb(document, index, trigger.token)


def _behind_verb(document: Document, trigger: Trigger, parties: list[Party]) -> list[Party]:
    """Where who arrives stands at once behind the verb, those who are told before it take no part: «وبعد اجتماع للحلف وصل بومبيو إلى الرياض»."""
    tokens, i = document.tokens, trigger.token
    own = i + 2 if i + 2 < trigger.last and document.norms[i + 1] in _HIS_MEN else i + 1  # «هبط نائبه | فلان | في …»
    beside = tokens[own].start if own < trigger.last else -1
    arrives = any(p.person is not None and p.start == beside for p in parties)
    return [p for p in parties if p.start >= beside] if arrives else parties


def _is_body_beside(document: Document, trigger: Trigger, parties: list[Party]) -> bool:
    """Whether a body is the verb's own subject: «واجتمع مجلس الأمن في جلسة مغلقة»."""
    beside = document.tokens[trigger.token + 1].start if trigger.token + 1 < trigger.last else -1
    return any(p.name is not None and p.name.kind == "organisation" and p.start == beside for p in parties)


def _behind_relative(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """«التقى فيدان الذي وصل الأحد إلى عمان، العاهل الأردني»: the object behind a relative clause between commas."""
    tokens, j = document.tokens, trigger.right
    if j >= trigger.last or tokens[j].norm not in _INTERPOSED:
        return []
    if tokens[j].norm == "هامش" and (partner := partner_behind(document, j, trigger.token, trigger.last)) is not None:
        return index.parties(tokens[partner].start, tokens[right_limit(document, partner, trigger.last) - 1].end, states=tokens[partner].norm == "مع")
    closed = relative_end(document, j, trigger.first, trigger.last) if tokens[j].norm in RELATIVES else None
    comma = closed - 1 if closed is not None else next((k for k in range(j, min(j + _RELATIVE_LENGTH, trigger.last - 1)) if tokens[k].text in "،,"), None)
    if comma is None:
        return []
    behind = index.parties(tokens[comma].end, tokens[right_limit(document, comma, trigger.last) - 1].end, states=False)
    own = comma + 2 if tokens[comma + 1].norm == "مع" else comma + 1
    while own + 1 < trigger.last and (tokens[own].norm in PLACE_PREPOSITIONS or any(n.start <= tokens[own].start < n.end for n in document.names if n.kind in ("place", "state")) or any(t.start <= tokens[own].start < t.end for t in document.times)):
        own += 1  # «…، | في أستانا | رئيس الوزراء»
    return behind if behind and behind[0].start in (tokens[comma + 1].start, tokens[own].start) else []
