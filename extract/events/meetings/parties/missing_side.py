"""The side that a clause leaves out where it names one person alone: whom the sentence named before, its subject, or whom the article is about."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import in_mention, is_joined
from extract.arabic.types import Document, Name
from extract.events.arguments import Index, Party, is_listed, is_state
from extract.events.clauses.asides import RELATIVES, relative_end
from extract.events.clauses.limits import aside_end
from extract.events.clauses.subjects import acting_subject, goes_on, is_met
from extract.events.clauses.words import HONORIFICS, MEETING_WHOM
from extract.events.meetings.parties.duals import TWO_PERSONS
from extract.events.meetings.parties.reported import THAT_HE
from extract.events.meetings.triggers import Trigger

_COUNTING: Final = frozenset(("نحو", "عدد", "عشرات", "ميات", "مءات", "الاف", "قرابه", "حوالي", "عده", "مسوولون", "وفود", "وفدا", "ممثلو"))
_SEVERAL: Final = frozenset(("عددا", "جمعا", "بعدد", "لفيفا"))  # which are an object
_GOING_ON: Final = frozenset(("حيث", "كما", "ثم"))  # behind which a verb goes on with the subject of the clause before
AMONG_THEM: Final = frozenset(("بينهم", "وبينهم", "منهم", "ومنهم", "رأسهم", "مقدمتهم", "فيهم", "أبرزهم"))
OUR_COUNTRY: Final = frozenset(("بلاده", "بلادها", "بلادنا", "وبلاده"))
_WITH_HIM: Final = frozenset(("معه", "معها", "به", "بها", "اليه", "اليها", "له", "لها"))  # the other side as a pronoun


def has_plural_subject(document: Document, trigger: Trigger) -> bool:
    """Whether a plural, a dual or a number that no list of people knows is the verb's own subject: «وسيلتقي المفاوضون ثانية», «التقى وزيرا خارجية البلدين»."""
    beside = trigger.token + 1
    if beside >= trigger.last or document.tokens[beside].norm in TWO_PERSONS:
        return False
    word, morph = document.tokens[beside], document.morphs[beside]
    nominative = morph is not None and morph.pos in ("noun", "adj") and morph.definite and morph.number in ("p", "d") and word.norm.endswith(("ون", "ان"))
    counted = word.norm in _COUNTING or morph is not None and morph.pos == "noun" and not morph.definite and morph.enclitic is None and word.norm.endswith(("ا", "ان")) and morph.number == "d"
    return (nominative or counted) and not any(s.start <= word.start < s.end for spans in (document.persons, document.names, document.times) for s in spans)  # type: ignore[attr-defined]


def with_missing_side(document: Document, index: Index, trigger: Trigger, parties: list[Party], subject: Party | None) -> list[Party]:
    """One person alone meets nobody: whom the sentence named last for another actor, else the subject before it."""
    persons = [p for p in parties if p.person is not None]
    guests = len(persons) > 1 and trigger.construction == "verb_meet" and persons[0].start > document.tokens[trigger.token].start and (_is_met(document, index, persons[0]) or _are_of_one_group(document, persons) or _are_of_one_side(document, trigger, persons))
    if len(persons) != 1 and not guests or any(p.name for p in parties) or not guests and _meets_alone(document, trigger, persons[0]):
        return parties
    if len(persons) == 1 and (_acts_itself(document, index, trigger, persons[0]) or has_plural_subject(document, trigger) or trigger.construction == "verb_meet" and trigger.morph.number == "p" and trigger.morph.person == "3"):
        return parties  # «التقى المفتشون مع مسؤولين», «إن دبلوماسيين التقوا …»: several who are nobody told of before
    told = _speaking(document, trigger, subject)
    if trigger.construction == "verb_visit" and told and told[0].key() == persons[0].key():
        return parties
    mine = persons[0]  # «حيث التقى بملكة بريطانيا … ورئيسة الحكومة»: two of one state, whom the visitor met
    before = index.parties(document.tokens[aside_end(document, trigger.first, trigger.token)].start, document.tokens[trigger.token].start, states=False)
    others = [p for p in told or [*([subject] if subject is not None else []), *before] if p.actor_id != mine.actor_id and all(p.key() != q.key() for q in persons)]
    if trigger.morph.enclitic is None and document.norms[trigger.left - 1] not in RELATIVES:  # «اجتمع مع X، كما عقد لقاء مع Y»
        others = [p for p in others if p is subject or not is_met(document, index, p)] or others
    head = trigger.carrier if trigger.carrier is not None else trigger.token
    until = document.norms[max(trigger.first, trigger.left - 2) : trigger.left] == ["علي", "ان"]  # «وصل X للقاء Y، على أن يجتمع بـ…»
    if others and not trigger.behind and (until or goes_on(document, index, head, trigger.first)):
        acting = acting_subject(document, index, trigger)
        ours = mine.person is not None and mine.person.kind == "collective" and len(acting) == 1 and acting[0].actor_id == mine.actor_id  # «انتقل إلى روما حيث اجتمع بممثلي الجالية اللبنانية»
        others = acting if ours else [p for p in acting if p in others] or (others if until or len(acting) == 0 else [])  # not whom he met before
    side = speaks_of_country(document, trigger, others[-1:]) or _meant(document, index, trigger, mine)
    return [*parties, *side] if trigger.construction == "verb_receive" and trigger.morph.enclitic else [*side, *parties]  # «حيث استقبله | أمير قطر»: the host first


def _speaking(document: Document, trigger: Trigger, subject: Party | None) -> list[Party]:
    """Who says what he does himself, the subject behind «أنه»: «أبلغ | X | Y أنه سيلتقي Z»; not where the verb has its object with it: «… إنه سيلتقيه»."""
    if subject is None or trigger.morph.enclitic is not None or document.norms[trigger.left - 1] not in THAT_HE:
        return []
    return [subject] if document.tokens[trigger.first].start <= subject.start < document.tokens[trigger.left].start else []


def _is_met(document: Document, index: Index, party: Party) -> bool:
    """Whether the first one told behind a verb of meeting is governed, so that its subject is left out: «يلتقي لاحقا | بنظيريه الأميركي فلان | والسعودي فلان»."""
    before = index.token_at(party.start) - 1
    before -= any(n.kind == "nisba" and n.start == document.tokens[before].start for n in document.names)  # «بنظيريه، | الأميركي | فلان»
    before -= document.tokens[before].text in "،,"
    if before and document.norms[before] == "من" and document.norms[before - 1] in _SEVERAL:
        return True  # «وستلتقي | عددا من المسؤولين |»
    morph = document.morphs[before]
    with_b = document.text[party.start] == "ب" and (party.person is None or party.person.name_start != party.start)
    return with_b or document.norms[before] == "مع" or document.norms[before].startswith("بنظير") or morph is not None and morph.pos == "noun" and morph.preposition == "ب" and morph.enclitic is not None


def _are_of_one_group(document: Document, persons: list[Party]) -> bool:
    """Whether those told behind a verb of meeting are a group and some of it, so that its subject is left out: «وسيلتقي كبار | المسؤولين المصريين، بينهم | الوزير فلان»."""
    first = persons[0]
    group = first.person is not None and first.person.kind == "collective" and len({p.actor_id for p in persons}) == 1
    return group and not AMONG_THEM.isdisjoint(document.text[first.end : persons[1].start].replace("،", " ").split())


def _are_of_one_side(document: Document, trigger: Trigger, persons: list[Party]) -> bool:
    """Whether those joined behind a singular verb of meeting somebody act for one state, and so are its objects: «وصل الأمير إلى لندن، حيث التقى | الملكة ورئيسة الوزراء البريطانية |»."""
    verb = document.morphs[trigger.token]
    if verb is None or verb.lemma not in MEETING_WHOM or verb.number != "s" or persons[0].actor_id is None or len({p.actor_id for p in persons}) > 1:
        return False
    if document.norms[trigger.left - 1] not in _GOING_ON and verb.conjunction != "و" and document.norms[trigger.token - 1] not in _GOING_ON:
        return False
    return persons[0].start == document.tokens[_behind_times(document, trigger.token + 1, trigger.last)].start and all(is_joined(document, p.start) and is_listed(document, q, p) for q, p in zip(persons, persons[1:], strict=False))


def _acts_itself(document: Document, index: Index, trigger: Trigger, party: Party) -> bool:
    """Whether the one who is named is the verb's own subject, so that nobody names whom he meets: «عقد السفير لقاءات مع نواب», «سيلتقي الأمير بلاجئين»; not «التقى الرئيس»."""
    tokens, verb = document.tokens, trigger.carrier if trigger.noun else trigger.token
    if verb is None or trigger.behind or (morph := document.morphs[verb]) is not None and morph.enclitic or any(w in _WITH_HIM or w.lstrip("وبل") in HONORIFICS for w in document.norms[trigger.left : trigger.last]):
        return False
    at, end = index.token_at(party.start), index.token_at(party.end)
    if document.text[party.start] == "ب" or tokens[at - 1].norm in ("مع", "من", "الي"):
        return False
    if trigger.left <= at < verb:
        return document.norms[verb - 1] not in ("ثم", "حيث")
    if trigger.noun:
        return verb < at < trigger.token or at == trigger.token + 1 and trigger.morph.definite
    followed = end < trigger.last and (tokens[end].norm == "مع" or (behind := document.morphs[end]) is not None and behind.preposition == "ب")
    return at == verb + 1 and (followed or trigger.construction == "verb_visit" or _has_unread_object(document, trigger, end))


def _has_unread_object(document: Document, trigger: Trigger, j: int) -> bool:
    """Whether somebody whom nothing reads is the object behind the verb's own subject: «يلتقي الرئيس اليوم | شخصيات بارزة», «التقى الوزير - الذي يزور البلاد - | أعيان المدينة»."""
    if trigger.morph.lemma not in MEETING_WHOM:
        return False
    if j + 1 < trigger.last and document.norms[j + 1] in RELATIVES:
        j = relative_end(document, j + 1, trigger.first, trigger.last) or trigger.last
    j = _behind_times(document, j, trigger.last)
    morph = document.morphs[j] if j < trigger.last else None
    at = document.tokens[j].start if j < trigger.last else -1
    return morph is not None and morph.pos == "noun" and not morph.preposition and not morph.conjunction and not morph.enclitic and not in_mention(document, at)


def _behind_times(document: Document, j: int, last: int) -> int:
    """The token behind the times at ``j``, with the commas before and behind them: «يلتقي الرئيس، اليوم الأحد، | ممثلين»."""
    comma = j < last and document.tokens[j].text in "،,"
    k = j + 1 if comma else j
    start = k
    while k < last and any(t.start <= document.tokens[k].start < t.end for t in document.times):
        k += 1
    if k == start:
        return j
    return k + 1 if comma and k < last and document.tokens[k].text in "،," else k


def speaks_of_country(document: Document, trigger: Trigger, speakers: list[Party]) -> list[Party]:
    """The speakers, or their state where they say what it does: «قال السفير إن بلاده ستجري مباحثات مع …»."""
    if not any(w in OUR_COUNTRY for w in document.norms[trigger.left : trigger.token]):
        return speakers
    return [state_of(p) for p in speakers]


def state_of(party: Party) -> Party:
    """The state of somebody who speaks for it, or himself where nobody knows it: «بلاده» of «السفير المصري» is Egypt."""
    code = party.actor_id
    if code is None or party.person is None:
        return party
    name = Name(party.start, party.end, party.actor_name_ar or "", "state", code, code, party.actor_name_ar or "", "", code, "و")
    return Party(party.start, party.end, None, name)


def _meets_alone(document: Document, trigger: Trigger, party: Party) -> bool:
    """Whether the office holders of several states are the verb's subject: «يجتمع وزراء خارجية مجموعة السبع في تورونتو»."""
    person, beside = party.person, trigger.token + 1
    several = person is not None and person.kind == "collective" and not is_state(party.actor_id)
    return several and trigger.construction == "verb_meet" and beside < trigger.last and party.start == document.tokens[beside].start


def _meant(document: Document, index: Index, trigger: Trigger, other: Party) -> list[Party]:
    """Whom «استقبله», «التقى معاليه» or «حيث اجتمع مع …» means where the sentences beside name nobody: the one whom the article is about."""
    verb = document.morphs[trigger.token]
    styled = any(t.norm in HONORIFICS for t in document.tokens[trigger.token : min(trigger.token + 3, trigger.last)])
    who = index.protagonist() if trigger.construction in ("verb_meet", "verb_receive") and (styled or verb is not None and verb.enclitic or trigger.construction == "verb_meet") else None
    if who is None or who.chain == (other.person.chain if other.person else None) or who.actor_id == other.actor_id and who.actor_name_ar == other.actor_name_ar:
        return []
    return [Party(who.start, who.end, who, None)]
