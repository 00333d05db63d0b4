"""Whose an event is that a noun tells: the suffix, the agent, the inner subject."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.persons.same_office import is_any
from extract.arabic.spans import mention_at
from extract.arabic.types import Document
from extract.events.arguments import Index, Party, joined
from extract.events.clauses.words import QUOTES
from extract.events.meetings.parties.complements import behind_setting
from extract.events.meetings.parties.fronted import named_behind
from extract.events.meetings.parties.groups import SIDES
from extract.events.meetings.parties.missing_side import state_of
from extract.events.meetings.parties.present import whose_remarks
from extract.events.meetings.triggers import Trigger

_DECISIONS, _DECISION_REACH = frozenset(("قرار", "قرارهم", "اعتزام", "نيه", "عزم")), 10  # «قرار الرئيس زيارة …»
BETWEEN_REACH: Final = 10  # tokens from an event noun to the بين that names its parties
_GOVERNING: Final = frozenset(("وزاره", "الوزاره", "حكومه", "الحكومه", "اداره", "الاداره", "بلاده", "بلادها", "الدوله", "السلطات"))  # who acts for the state of who speaks
_APART_REACH: Final = 6  # tokens from «وذلك» to the event
_TOGETHER: Final = frozenset(("التقى", "استقبل", "اجتمع", "لقي", "قابل", "صافح", "بحث", "زار", "وصل", "رافق"))  # whose object is there too
_RELATIVES: Final = frozenset(("الذي", "التي", "الذين", "كما", "وفق", "بحسب"))
_PARTS_OF_EVENTS: Final = frozenset(("دورة", "جولة", "جلسة"))


def has_agent(document: Document, trigger: Trigger) -> bool:
    """Whether the noun's genitive says whose it is, so that the speaker takes no part: «صرح X بأنه بعد زيارة Y», «خلال محادثات Y مع Z», «زيارة سريعة للرئيس Y»."""
    tokens, beside = document.tokens, _behind_adjectives(document, trigger)
    if trigger.morph.enclitic or beside >= trigger.last or (there := mention_at(document, tokens[beside].start)) is None or there.kind == "collective":
        return False
    return trigger.construction == "noun_visit" or any(t.norm == "مع" for t in tokens[beside + 1 : min(beside + BETWEEN_REACH - 1, trigger.last)])


def names_both(document: Document, index: Index, trigger: Trigger) -> bool:
    """Whether the event's own phrase says who meets, so that nobody before it does: «احتمال عقد قمة جديدة بين الرئيسين», «أشاد X بلقاء Y بالرئيس Z»."""
    beside = _behind_adjectives(document, trigger)
    if trigger.morph.enclitic:
        return False
    behind = index.parties(document.tokens[trigger.token].end, document.tokens[trigger.right - 1].end)
    if "بين" in document.norms[trigger.token + 1 : min(max(trigger.token + 3, beside + 2), trigger.last)] or document.norms[behind_setting(document, trigger, beside)] == "بين":
        return len(behind) > 1 or len(behind) == 1 and _names_one(document, index, trigger, behind[0])
    if trigger.construction == "noun_sign" and _is_signed_between(document, trigger):
        return len(behind) > 1
    if len(behind) < 2 or beside >= trigger.last or behind[0].start != document.tokens[beside].start or document.text[behind[0].start] == "ب" and not _opens_with_name(behind[0]):
        return False
    agent, partner = behind[0].person, behind[1]
    if agent is None or agent.kind == "collective" or partner.actor_id == behind[0].actor_id or partner.person is None or trigger.construction != "noun_meet":
        return False
    joined_on = document.text[partner.start - 1] == "ب" or document.text[partner.start] in "بو" and not _opens_with_name(partner)  # «بلقاء بومبيو | بكيم |», «… | بالرئيس |»; not «رغبته في لقاء ترامب | ومون |»
    return joined_on or document.norms[index.token_at(partner.start) - 1] in ("مع", "ونظيره", "ونظيرته")


def _opens_with_name(party: Party) -> bool:
    """Whether somebody is told by his name alone, whose first letter so is no preposition: «بومبيو», not «بالرئيس»."""
    return party.person is not None and party.person.name_start == party.start


def _names_one(document: Document, index: Index, trigger: Trigger, one: Party) -> bool:
    """Whether only the second of two sides is read, and persons alone are named before: «أعلن الوزير عن اجتماع بين خبراء البلدية | والسفير فلان |»; not «اجتماع لوزراء الحلف، واجتماع بين الحلفاء | والمفوضة |»."""
    before = index.parties(document.tokens[trigger.left].start, document.tokens[trigger.token].start, states=False)
    return (one.person is None or one.person.role not in SIDES) and not any(p.person is not None and p.person.kind == "collective" for p in before)


def _is_signed_between(document: Document, trigger: Trigger) -> bool:
    """Whether the paper signed before says behind its day and place between whom it is: «بعد توقيع الاتفاق في 14 يوليو في فيينا | بين إيران والولايات المتحدة»."""
    if document.norms[trigger.token - 1] not in ("بعد", "منذ", "عقب"):
        return False
    for j in range(trigger.token + 1, min(trigger.token + BETWEEN_REACH + 1, trigger.right)):
        if document.norms[j] == "بين":
            return True
        morph = document.morphs[j]
        if document.tokens[j].text in "،,.؛" or morph is not None and morph.pos == "verb":
            return False
    return False


def decision_before(document: Document, trigger: Trigger) -> int | None:
    """Where the decision stands that the visit is the object of, with only who decides between: «انتقد X | قرار Y زيارة بغداد»."""
    i = trigger.token
    at = next((j for j in range(i - 2, max(trigger.left, i - _DECISION_REACH) - 1, -1) if document.norms[j] in _DECISIONS), None)
    if at is None or any(document.tokens[j].text in "،,.؛" or (m := document.morphs[j]) is not None and m.pos in ("verb", "prep") for j in range(at + 1, i)):
        return None
    return document.tokens[at].start


def without_kind(parties: list[Party]) -> list[Party]:
    """The parties without the office that only says of what kind the one who is named is: «قام X بأول زيارة | لرئيس أوروبي | إلى إيران»."""
    if not any(p.person is not None and p.person.kind == "person" for p in parties):
        return parties
    return [p for p in parties if p.person is None or p.person.kind != "office" or not is_any(p.person)]


def _behind_adjectives(document: Document, trigger: Trigger) -> int:
    """The token behind the event noun and its adjectives: «قمة جديدة محتملة | بين …», «محادثات "مثمرة" | بين …»."""
    j = trigger.token + 1
    while j < trigger.last:
        quoted = document.tokens[j].text in QUOTES and j + 2 < trigger.last and document.tokens[j + 2].text in QUOTES
        morph = document.morphs[j]
        unread = morph is None and document.norms[j].endswith("ه")  # «قمة مصغرة»
        if not quoted and (not unread and (morph is None or morph.pos != "adj") or any(s.start <= document.tokens[j].start < s.end for spans in (document.persons, document.names) for s in spans)):  # type: ignore[attr-defined]
            break
        j += 3 if quoted else 1
    return j


def has_inner_subject(document: Document, trigger: Trigger) -> bool:
    """Whether the clause behind «أن» has a noun for its subject, so that who says so is none: «أضافت أن الوزارة تجري محادثات مع تركيا»; not «قال إن | سقف توقعاته | منخفض قبل لقائه نظيره»."""
    left = trigger.left
    if left <= trigger.first or document.norms[left - 1] not in ("ان", "بان", "وان"):
        return False
    suffix = trigger.morph.enclitic
    if suffix is not None and any(m is not None and m.pos == "noun" and m.enclitic == suffix for m in document.morphs[left : min(left + 2, trigger.token)]):
        return False
    morph, at = document.morphs[left], document.tokens[left].start
    noun = morph is not None and morph.pos == "noun" and left != trigger.token and not morph.preposition
    return noun and not any(s.start <= at < s.end for spans in (document.persons, document.names, document.times) for s in spans)  # type: ignore[attr-defined]


def of_inner_subject(document: Document, trigger: Trigger, parties: list[Party]) -> list[Party]:
    """The parties without who only says what another does; for «الوزارة», «الحكومة» and «بلاده» his state."""
    if not has_inner_subject(document, trigger):
        return parties
    start = document.tokens[trigger.left].start
    outside = [p for p in parties if p.start < start and p.person is not None]
    body = document.norms[trigger.left] in _GOVERNING
    states = [replace(state_of(p), capacity="attendee") for p in outside[:1]] if body else []
    return [*states, *(p for p in parties if p not in outside)]


def tellers(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """Who said something at the event behind «وذلك», and not who was spoken of: «أكد | الوزير | أن الرئيس ملتزم، وذلك خلال لقائه نظيره»."""
    i, left = trigger.token, trigger.left
    if trigger.construction == "noun_visit" or "وذلك" not in document.norms[max(left, i - _APART_REACH) : i] or left <= trigger.first or document.norms[left - 1] not in ("ان", "بان", "انه", "انها", "بانه", "بانها"):
        return []
    if names_both(document, index, trigger) or has_agent(document, trigger):
        return []
    before = index.parties(document.tokens[trigger.first].start, document.tokens[left - 1].start, states=False)
    persons = [p for p in before if p.person is not None and p.person.kind in ("person", "office", "collective")]
    verb = document.morphs[index.token_at(persons[0].start) - 1] if persons else None
    opens = bool(persons) and "spokes" not in ((persons[0].person.role if persons[0].person is not None else None) or "") and (index.token_at(persons[0].start) == trigger.first or verb is not None and verb.pos == "verb")
    return joined(document, persons) if opens else []


def is_his(index: Index, trigger: Trigger, subject: Party | None) -> bool:
    """Whether the suffix agrees with the one told before: «لقائه» is no woman's, «اجتماعها» no man's, «زيارتهم» nobody's alone."""
    suffix = trigger.morph.enclitic or ""
    nobodys = subject is not None and subject.person is not None and subject.person.kind == "person" and trigger.construction == "noun_visit" and suffix.startswith(("3mp", "3fp"))
    if nobodys or _is_of_paper(index.document, trigger):
        return False
    if subject is None or subject.person is None or not suffix.startswith(("3ms", "3fs")):
        return True
    return suffix.startswith("3fs") == index.is_woman(subject.person)


def speaking_from(document: Document, index: Index, trigger: Trigger) -> int:
    """Where the clause begins whose subject speaks at the event: at the last verb with its subject at once behind it, not what is told before: «منذ تبادل الرئيسين التهديدات، | تعهد X خلال قمة …».

    Only where somebody else is named before that verb, and the verb is none of an aside: «حسبما أعلن X».
    """
    starts, ends = {p.start for p in index.persons}, {p.end for p in index.persons}
    for j in range(trigger.token - 1, trigger.left, -1):
        morph = document.morphs[j]
        if morph is None or morph.pos != "verb" or index.in_person(document.tokens[j].start) or morph.lemma in _TOGETHER:
            continue
        led = {document.tokens[j - 1].end, document.tokens[j - 2].end if document.norms[j - 1] == "قد" else -1} & ends  # «كان X دعا Y»
        own = j + 1 < trigger.token and document.tokens[j + 1].start in starts and not led
        return j if own and not document.norms[j - 1].endswith(("ما", "لما", "مثلما")) and document.norms[j - 1] not in _RELATIVES else trigger.left
    return trigger.left


def is_one_mans(document: Document, trigger: Trigger) -> bool:
    """Whether the suffix is one person's, whose partner stands behind: «قمته مع ترامب», «لقائه بالرئيس»."""
    if trigger.morph.enclitic is None or not trigger.morph.enclitic.startswith(("3ms", "3fs")):
        return False
    beside = document.tokens[trigger.token + 1 : min(trigger.token + 4, trigger.last)]
    return any(t.norm in ("مع", "ونظيره") for t in beside) or beside != [] and mention_at(document, beside[0].start) is not None


def owner_of(document: Document, index: Index, trigger: Trigger) -> Party | None:
    """Whose «لقائه» it is: the first person that the sentence names before it, no person of a parallel clause."""
    tokens, i = document.tokens, trigger.token
    if trigger.morph.lemma in _PARTS_OF_EVENTS and trigger.morph.enclitic:
        return None  # «المؤتمر في دورته السادسة»: a thing's
    if _is_of_paper(document, trigger):
        return None
    people = index.parties(tokens[trigger.first].start, tokens[i].start, states=False)
    persons = [p for p in people if p.person is not None and p.person.kind == "person"]
    persons = persons or [p for p in people if p.person is not None and p.person.kind == "office"]
    persons = [p for p in persons if _may_own(index, trigger, p)]
    told = {tokens[j + 1].start for j in range(trigger.first, i - 1) if document.norms[j] in ("ان", "بان") and j + 1 < trigger.left}
    persons = [p for p in persons if p.start in told][-1:] or persons  # «قال X إن | Y | سيأتي بعد أن ينهي زيارته»
    owner = (persons[-1] if trigger.morph.conjunction else persons[0]) if persons else None  # «زيارة بومبيو … واجتماعه»
    if owner is None and trigger.morph.enclitic:
        said = whose_remarks(document, tokens[trigger.first].start, tokens[i].start)
        owner = Party(said.start, said.end, said, None) if said is not None else None
    return owner if owner is not None else named_behind(document, index, trigger)


def _is_of_paper(document: Document, trigger: Trigger) -> bool:
    """Whether the suffix means what is signed: «الاتفاق الذي تم توقيعه بين …»."""
    verb = document.morphs[trigger.token - 1] if trigger.construction == "noun_sign" and trigger.morph.enclitic else None
    return verb is not None and verb.lemma in ("تم", "جرى")


def _may_own(index: Index, trigger: Trigger, party: Party) -> bool:
    """Whether a singular suffix can mean a person: «اجتماعها» is of no minister who is a man, «لقائه» of no woman."""
    suffix = trigger.morph.enclitic or ""
    if party.person is None or not suffix.startswith(("3ms", "3fs")) or index.is_woman(party.person) == suffix.startswith("3fs"):
        return True
    return suffix.startswith("3fs") and not any(p.role_ar for p in index.persons if p.chain == party.person.chain)


def owning_body(document: Document, index: Index, trigger: Trigger) -> Party | None:
    """The state or body that is its verb's subject before the event noun with a suffix: «يستعد الحلف لقمته», «طلب تيار المحبة … بعد لقائه بـ…»."""
    left, at = document.tokens[trigger.left].start, document.tokens[trigger.token].start
    unknown = [Party(b.start, b.end, None, replace(b, clitics="و"), via="body") for b in document.bodies if left <= b.start < at and not b.clitics and not b.name_ar.startswith(("لجنة", "اللجنة"))]
    for p in reversed([*unknown, *(p for p in index.parties(left, at) if p.name is not None)]):
        verb = document.morphs[index.token_at(p.start) - 1]
        if verb is not None and verb.pos == "verb" and index.token_at(p.start) > trigger.left:
            return replace(p, capacity="attendee")
    return None
