"""Whom an event noun leaves out: whose suffix it bears, who opens its sentence, who is the subject of its verb."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.types import Document
from extract.events.arguments import Index, Party, joined
from extract.events.clauses.subjects import acting_subject, goes_on
from extract.events.meetings.carriers import OF_IT, is_within, refers_back
from extract.events.meetings.parties.addressed import announcing
from extract.events.meetings.parties.calls import told_on_phone
from extract.events.meetings.parties.complements import behind_setting
from extract.events.meetings.parties.control import travels_to
from extract.events.meetings.parties.fronted import both_behind, named_behind, opens_sentence
from extract.events.meetings.parties.missing_side import speaks_of_country, with_missing_side
from extract.events.meetings.parties.owners import (
    has_agent,
    has_inner_subject,
    is_his,
    of_inner_subject,
    owner_of,
    owning_body,
    without_kind,
)
from extract.events.meetings.triggers import Trigger

# A speech or a part of somebody's own: «كلمته أمام القمة», «مشاركتها في الاجتماع».
OWN_PART: Final = frozenset(("وصوله", "وصولها", "كلمته", "كلمتها", "كلمه", "خطابه", "خطاب", "مشاركته", "مشاركتها", "حضوره", "حضورها", "مداخلته", "مداخلتها", "لمشاركته", "بمشاركته", "ترؤسه", "تروسه", "توجهه", "توجهها", "سفره", "سفرها"))  # fmt: skip
TAKING_PART: Final = frozenset(("شارك", "حضر", "ترأس", "رأس", "افتتح", "اختتم", "استهل"))  # one alone may do so
_WHERE_OR_WITH: Final = frozenset(("في", "مع", "خلال"))
_SUNDRY: Final = frozenset(("مختلف", "بعض", "جميع", "كافه", "كل"))  # before who they are: «التي يعقدها مختلف | المسؤولين»
_GOING: Final = frozenset(("غادر", "توجه", "سافر", "وصل", "انتقل", "طار", "عاد"))
_BEFORE_VERB: Final = frozenset(("ثم", "كما", "سوف", "قد"))
_TO_MEET: Final = frozenset(("لقاء", "اجتماع"))
_FOR_PART: Final = frozenset(("للمشاركه", "لحضور", "مشاركا"))
_RELATING: Final = frozenset(("بين", "في", "علي", "الي", "حول", "بشان", "بحضور", "بمشاركه", "برياسه"))
_ALWAYS_ACTIVE: Final = frozenset(("شارك", "حضر", "ترأس", "أجرى", "تلقى", "قام"))  # a left out subject is a person told before


def with_subjects(document: Document, index: Index, trigger: Trigger, parties: list[Party], subject: Party | None) -> list[Party]:
    """The parties whom the noun's words name, with those whom it leaves out: «خلال لقائه Y», «وغادر إلى بروكسل للمشاركة في القمة», «أجرى محادثات مع Y»."""
    parties = _with_those_gathered(document, index, trigger, parties, subject)
    tokens, i, role, carrier = document.tokens, trigger.token, trigger.role, trigger.carrier
    at, left = tokens[i].start, tokens[trigger.left].start
    with_partner = _has_partner(document, trigger) and not has_agent(document, trigger)
    if with_partner and role is None and not any(p.start < at for p in parties):
        parties = [p for p in index.parties(left, at) if p.name is not None][:1] + parties  # «هددت طهران بإلغاء المحادثات مع واشنطن»
    inner = index.parties(left, tokens[min(trigger.left + 3, i)].start) if trigger.left > trigger.first else []
    if with_partner and inner and inner[0].name is not None and inner[0].start == left:  # «قالت السفيرة إن الولايات المتحدة لن تجري أي محادثات مع …»
        return [*(replace(p, capacity="attendee") for p in joined(document, inner)), *(p for p in parties if p.start > at)]
    parties = _with_owner(document, index, trigger, parties, subject, with_partner)
    if trigger.morph.definite and carrier is None and i - trigger.first <= 3 and is_within(document, i):
        parties = parties + announcing(document, index, trigger)
    parties = without_kind(of_inner_subject(document, trigger, _with_opening(document, index, trigger, parties, subject)))
    parties = _with_active(document, index, trigger, parties, subject)
    dropped = role == "holds" and not trigger.behind and not _takes_part(document, trigger) and not _is_held(document, trigger) and trigger.construction in ("noun_call", "noun_meet", "noun_visit")
    dropped = dropped and not (trigger.construction == "noun_visit" and any(p.person and p.start < at for p in parties))  # «قال X إن Y ينهي زيارته»
    if dropped or trigger.behind and role == "holds" and trigger.construction == "noun_call":
        parties = with_missing_side(document, index, trigger, parties, subject)
    return parties


def _with_those_gathered(document: Document, index: Index, trigger: Trigger, parties: list[Party], subject: Party | None) -> list[Party]:
    """With those whom the suffix of a verb of gathering means: «طالب الوزراء خلال قمة | جمعتهم | بالرئيس»."""
    verb = document.morphs[trigger.carrier] if trigger.carrier is not None else None
    if not trigger.behind or trigger.role != "gathers" or verb is None or not verb.enclitic:
        return parties
    kinds = ("person", "collective") if verb.enclitic.startswith("3mp") else ("person",)  # «طالب الوزراء خلال قمة جمعتهم بالرئيس»
    named = [p for p in index.parties(document.tokens[trigger.first].start, document.tokens[trigger.token].start, states=False) if p.person is not None and p.person.kind in kinds]
    owner = named[-1] if named else subject  # «الوعد الذي أطلقه الزعيم في القمة التي جمعته بالرئيس»
    parties = [owner, *parties] if owner is not None else parties
    return parties


def _has_partner(document: Document, trigger: Trigger) -> bool:
    """Whether «مع» at the event's side, or behind where and when it takes place, says with whom: «قمة | مع | الرئيس»."""
    i = trigger.token
    return (any(t.norm == "مع" for t in document.tokens[i + 1 : min(i + 4, trigger.last)]) or document.norms[behind_setting(document, trigger)] == "مع") and not any(t.norm == "بين" for t in document.tokens[i + 1 : min(i + 4, trigger.last)])


def _with_owner(document: Document, index: Index, trigger: Trigger, parties: list[Party], subject: Party | None, with_partner: bool) -> list[Party]:
    """With whose event it is: «خلال لقائه الوزير», «محادثات أجراها في طهران مع …»; who is told of before it or only behind."""
    tokens, i, role, carrier = document.tokens, trigger.token, trigger.role, trigger.carrier
    at = tokens[i].start
    unowned = trigger.construction != "noun_visit" or not trigger.morph.definite and not parties and _has_goal_beside(document, trigger)
    heads = carrier is None and unowned and is_within(document, i) and opens_sentence(document, trigger)
    his = trigger.behind and role == "holds" and carrier is not None and refers_back(document, carrier) and not held_beside(document, index, carrier, trigger.right)  # «محادثات أجراها في طهران مع …»
    if (trigger.morph.enclitic or with_partner and (role is None or role == "says" and not trigger.morph.definite) or heads and role is None or his) and not any(p.start < at and p.person for p in parties):
        owner = owner_of(document, index, trigger)
        if owner is None and trigger.morph.enclitic:
            owner = owning_body(document, index, trigger)
        mirrored = owner is not None and subject is not None and trigger.morph.enclitic and subject.actor_id != owner.actor_id and any(p.person is not None and p.actor_id == owner.actor_id for p in parties)
        if mirrored or owner is None and (trigger.morph.enclitic and is_his(index, trigger, subject) or trigger.morph.enclitic is None and (with_partner or his and _leaves_subject_out(document, index, trigger, subject))):
            owner = subject  # «وأشار خلال مؤتمر مع نظيره إلى أنه بحث خلال لقائه الوزير …»
        joint = both_behind(document, index, trigger, owner)
        parties = [*joint, *parties] if joint else [owner, *parties] if owner is not None else parties
        if heads and owner is not None and trigger.construction == "noun_call" and len(parties) == 1:
            parties = parties + told_on_phone(document, index, trigger.last, owner)
    return parties


def _leaves_subject_out(document: Document, index: Index, trigger: Trigger, subject: Party | None) -> bool:
    """Whether nobody stands behind the verb of a relative clause without pronoun who holds the event, and the one told of before may: «سبقت ذلك لقاءات | عقدها في الرياض |، مع …»; not «اجتماع عقده الرؤساء»."""
    j = trigger.carrier
    if j is None or subject is None or subject.person is None or trigger.construction != "noun_meet" or trigger.morph.definite or j + 1 >= trigger.last or not index.agrees(j, subject):
        return False
    behind = document.tokens[j + 1]
    return behind.norm in _WHERE_OR_WITH or behind.text in "،," or any(t.start == behind.start for t in document.times)


def _with_opening(document: Document, index: Index, trigger: Trigger, parties: list[Party], subject: Party | None) -> list[Party]:
    """With who comes to the event by the words that open the sentence: «ولدى وصوله إلى بروكسل للمشاركة في القمة، قال | المستشار»."""
    tokens, i = document.tokens, trigger.token
    at = tokens[i].start
    own = {tokens[j].norm for j in range(max(trigger.first, i - 4), i)} & OWN_PART
    opening = {t.norm for t in tokens[trigger.first : min(trigger.first + 4, i)]} & OWN_PART
    own_man = named_behind(document, index, trigger) if (own or opening) and not has_agent(document, trigger) else None  # «ولدى وصوله إلى بروكسل للمشاركة في القمة، قال المستشار»
    if own_man is not None and not any(p.start < at or p.key() == own_man.key() for p in parties):
        parties = [own_man, *parties]
    elif own and subject is not None and not any(p.person for p in parties) or subject is not None and _goes_there(document, index, trigger, subject) and not any(p.person and p.start < at for p in parties):
        parties = [subject, *parties]
    return parties


def _takes_part(document: Document, trigger: Trigger) -> bool:
    """Whether the verb of the event tells what one alone may do there: «شارك الوزير في القمة»."""
    verb = document.morphs[trigger.carrier] if trigger.carrier is not None else None
    return verb is not None and verb.lemma in TAKING_PART


def _with_active(document: Document, index: Index, trigger: Trigger, parties: list[Party], subject: Party | None) -> list[Party]:
    """With the subject that an active verb leaves out: «تلقى X اتصالا من Y، كما | أجرى | محادثات مع Z»."""
    tokens, i, carrier = document.tokens, trigger.token, trigger.carrier
    at = tokens[i].start
    lemma = morph.lemma if carrier is not None and (morph := document.morphs[carrier]) is not None else None
    behind = i + 1 < len(tokens) and any(p.start == tokens[i + 1].start and document.text[p.start] != "ل" for p in parties if p.person)  # «وترأس الاجتماع وزير الخارجية»
    subjects = {tokens[carrier + 1].start if carrier + 1 < len(tokens) else -1, tokens[trigger.left].start if trigger.first < trigger.left < carrier else -1} if carrier is not None else set[int]()
    told = any(p.name is not None and p.start in subjects for p in parties)  # «تجري | باكستان | مفاوضات», «قال الوزير إن | فرنسا | وألمانيا تجريان محادثات»
    if (lemma in _ALWAYS_ACTIVE or travels_to(document, trigger)) and not told and not trigger.behind and not has_inner_subject(document, trigger) and not behind and not any(p.start < at for p in parties if p.person):
        before = [p for p in index.parties(tokens[trigger.first].start, at, states=False) if p.person and p.person.kind in ("person", "office")]
        chained = acting_subject(document, index, trigger) if carrier is not None and len(before) > 1 and goes_on(document, index, carrier, trigger.first) else []
        meant = [subject] if subject is not None and subject.start >= tokens[trigger.first].start and carrier is not None and carrier - trigger.left <= 3 else []  # whom «أنها» or «الذي» of this sentence takes up
        before = before if chained or lemma in _ALWAYS_ACTIVE or len(before) == 1 else []
        active = meant or chained or before[-1:] or ([subject] if subject is not None else [])
        parties = [*(speaks_of_country(document, trigger, active)), *parties]
    return parties


def held_beside(document: Document, index: Index, carrier: int, right: int) -> list[Party]:
    """The parties behind a verb with a suffix whose own subject follows at once: «محادثات أجراها الرئيس مع …»; none where it is left out."""
    verb = document.morphs[carrier]
    if verb is None or not refers_back(document, carrier) or verb.lemma in TAKING_PART or carrier + 1 >= right:
        return []
    subject = carrier + 2 if document.norms[carrier + 1] in OF_IT else carrier + 1
    subject += subject + 1 < right and document.norms[subject] in _SUNDRY
    behind = index.parties(document.tokens[carrier].end, document.tokens[right - 1].end)
    return behind if behind and behind[0].start == document.tokens[subject].start else []


def _goes_there(document: Document, index: Index, trigger: Trigger, subject: Party) -> bool:
    """Whether a verb of going that opens the sentence leaves out who goes to take part in the event: «وغادر فورا إلى بروكسل للمشاركة في اجتماع …», «ثم يتوجه إلى أثينا للقاء …»."""
    first = trigger.first + (document.norms[trigger.first].removeprefix("و") in _BEFORE_VERB)
    verb = document.morphs[first] if first < trigger.token else None
    to_meet = trigger.morph.preposition == "ل" and trigger.morph.lemma in _TO_MEET
    if verb is None or verb.pos != "verb" or verb.lemma not in _GOING or not to_meet and document.norms[trigger.token - 1] not in ("في", "لحضور") or not index.agrees(first, subject):
        return False
    start, end = document.tokens[first].end, document.tokens[trigger.token].start
    purpose = to_meet or not _FOR_PART.isdisjoint(document.norms[max(first + 1, trigger.token - 4) : trigger.token])
    return purpose and not any(start <= p.start < end for p in document.persons) and not any(p.start == document.tokens[first + 1].start for p in index.parties(start, end))


def _has_goal_beside(document: Document, trigger: Trigger) -> bool:
    """Whether a visit is told by its goal and by nobody whose it is: «في ختام زيارة رسمية إلى الجزائر، أعلن …»."""
    beside = next((j for j in range(trigger.token + 1, min(trigger.token + 4, trigger.last)) if (m := document.morphs[j]) is None or m.pos != "adj"), trigger.last)
    return beside < trigger.last and (document.norms[beside] == "الي" or any(n.start - len(n.clitics) == document.tokens[beside].start and n.clitics.endswith("ل") for n in document.names))


def _is_held(document: Document, trigger: Trigger) -> bool:
    """Whether the noun is what its passive verb speaks of, without the alif of an object: «سيعقد اجتماع لوزراء الحلف», not «سيعقد اجتماعا مع …»."""
    tokens, i = document.tokens, trigger.token
    if trigger.carrier is None or any((m := document.morphs[j]) is None or m.pos != "prep" and not m.preposition for j in range(trigger.carrier + 1, i)) or trigger.morph.definite or trigger.morph.enclitic or tokens[i].norm[-1] in "اهيء" or i + 1 >= trigger.last:
        return False
    behind = document.morphs[i + 1]
    return tokens[i + 1].norm in _RELATING or behind is not None and behind.preposition == "ل"
