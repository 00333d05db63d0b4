"""Whom a pronoun of the clause takes up: «أشار الوزير إلى أنه أجرى لقاء», «قالت مصر إنها تجري محادثات», «ولي العهد الذي يبدأ زيارة»."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.spans import is_joined
from extract.arabic.types import Document, Sentence
from extract.events.arguments import Index, Party
from extract.events.clauses.subjects import is_governed
from extract.events.clauses.words import MEETINGS, THAT
from extract.events.meetings.event import Event
from extract.events.meetings.parties.left_out import is_impersonal
from extract.events.meetings.parties.reported import THAT_HE, THAT_SHE, THAT_THEY, speaker_of
from extract.events.meetings.triggers import Trigger

_MANY: Final = frozenset(("official", "minister", "representative", "member", "spokesperson", "deputy", "adviser", None))  # offices that several hold whom an article tells of
_LEADING: Final = frozenset(("قاد", "ترأس", "رأس", "ضم", "أوفد", "أرسل"))  # whose object a delegation is
_BY_VERB: Final = ("verb_meet", "verb_receive")
_MASCULINE: Final = frozenset(("العراق", "لبنان", "المغرب", "اليمن", "السودان", "الأردن", "الاتحاد الأوروبي", "حلف شمال الأطلسي", "صندوق النقد الدولي", "البنك الدولي"))  # states and bodies that are no «she»


def spoken_of(document: Document, index: Index, sentence: Sentence) -> Party | None:
    """Whom a sentence speaks of, for the clauses behind it that leave their subject out: its first person, or the office holder or delegation that is its verb's own subject: «وصلت وزيرة خارجية كينيا …. وعقدت لقاء»."""
    people = [p for p in index.parties(sentence.start, sentence.end, states=False) if p.person is not None]
    first = people[0].person if people else None
    if first is not None and (first.kind == "office" and first.actor_id and first.role not in _MANY or first.role == "delegation" and (first.actor_id or first.actor_name_ar)) and _is_verbs_own(document, index, people[0], sentence.first_token):
        return people[0]
    return next((p for p in people if p.person is not None and p.person.kind == "person" and not _is_partner(document, index, people, p)), None)


def goes_on_with_subject(subject: Party | None, events: list[Event], number: int, start: int) -> bool:
    """Whether all that sentence ``number`` tells is whom the subject of the sentence before met, whom it does not name: «استقبل | الملك | الوزير. كما استقبل السفير. واستقبل أيضا …»."""
    if subject is None or subject.person is None:
        return False
    told = [e for e in events if e.sentence == number]
    return len(told) > 0 and all(e.rule in _BY_VERB and any(p.start == subject.start < start for p in e.parties) for e in told)


def _is_partner(document: Document, index: Index, people: list[Party], party: Party) -> bool:
    """Whether somebody is named only as whom another met, or joined to one who is: «خلال لقاء مع | الوزير فلان | والسفير فلان |، أكدت اللجنة …»."""
    before = next((p for p in reversed(people) if p.start < party.start), None)
    if before is not None and is_joined(document, party.start) and not document.text[before.end : party.start].strip(" ،") and _is_partner(document, index, people, before):
        return True
    i = index.token_at(party.start)
    noun = document.morphs[i - 2] if i > 1 else None
    if noun is not None and noun.pos == "adj" and i > 2:
        noun = document.morphs[i - 3]  # «محادثاته المقررة مع | الوزير»
    return i > 1 and document.norms[i - 1] == "مع" and noun is not None and noun.pos == "noun" and noun.lemma in MEETINGS


def _is_verbs_own(document: Document, index: Index, party: Party, first: int) -> bool:
    """Whether somebody stands at once behind a verb, without a preposition, or opens the sentence before one."""
    i = index.token_at(party.start)
    verb = document.morphs[i - 1 if i > first else min(index.token_at(party.end), len(document.morphs) - 1)]
    led = party.person is not None and party.person.kind == "collective" and verb is not None and verb.lemma in _LEADING  # «وقاد وفد المجلس نائب الوزير»
    return verb is not None and verb.pos == "verb" and not is_governed(document, party) and not led


def reported_subject(document: Document, index: Index, trigger: Trigger) -> Party | None:
    """Who «أنه» is: «أشار الوزير إلى أنه أجرى لقاء مع …»: the speaker among the persons named before it in the sentence."""
    tokens, left = document.tokens, trigger.left
    head = trigger.carrier if trigger.carrier is not None else trigger.token
    if left <= trigger.first or tokens[left - 1].norm not in THAT_HE and (tokens[left - 1].norm not in ("الذي", "التي") or trigger.noun) or trigger.behind or head - left > 3 or trigger.noun and trigger.carrier is None and trigger.morph.enclitic is None:
        return None
    if is_impersonal(document, trigger):
        return None
    before = index.parties(tokens[trigger.first].start, tokens[left].start, states=False)
    if tokens[left - 1].norm in ("الذي", "التي") and trigger.construction == "verb_sign":  # «الرئيس الذي وقع …»; not «الرئيس … الاتفاق الذي وقع»
        before = [p for p in before if not document.text[p.end : tokens[left - 1].start].strip(" ،,\"»-–(")]
    beside = {tokens[j + 1].start for j in range(trigger.first, left) if tokens[j].norm == "مع" or _meets(document, j)}  # «خلال مؤتمر عقده مع نظيره», «بعد لقائه ميركل»: no speaker
    if tokens[left - 1].norm in ("الذي", "التي") and (own := _beside_relative(document, before, left - 1)) is not None:
        return own
    kinds = ("collective",) if tokens[left - 1].norm in THAT_THEY else ("person", "office")  # «أعلن الوزراء أنهم سيجتمعون»
    she = tokens[left - 1].norm in THAT_SHE
    if she:  # «قال الوزير إن الدوحة … وإنها وقعت»: no man
        before = [p for p in before if p.person is None or p.person.kind != "person" or index.is_woman(p.person)]
    told = [p for p in before if p.person is not None and p.person.kind in kinds and p.start not in beside]
    who = speaker_of(document, index, trigger, told) if tokens[left - 1].norm in THAT_HE else told[-1] if told else None
    return who or _speaking_body(document, index, trigger) or (_acting_state(document, index, trigger) if she else _master(document, trigger))


def _beside_relative(document: Document, before: list[Party], relative: int) -> Party | None:
    """Whom a relative clause tells of as he stands at once before it, though another met him: «اجتمع الوزير مع | السفير فلان | الذي وصل أمس إلى أربيل»."""
    end = document.tokens[relative - 2 if document.tokens[relative - 1].text in "،," else relative - 1].end
    return next((p for p in reversed(before) if p.end == end and p.person is not None and p.person.kind in ("person", "office")), None)


def _master(document: Document, trigger: Trigger) -> Party | None:
    """Whose office it is that says what «he» did: «قال مكتب رئيس الوزراء فلان إنه ناقش مع …»."""
    tokens, first = document.tokens, trigger.first
    office = next((j for j in range(first, trigger.left) if document.norms[j] in ("مكتب", "المكتب")), None)
    if office is None or document.norms[trigger.left - 1] not in THAT_HE:
        return None
    return next((Party(p.start, p.end, p, None) for p in document.persons if tokens[office].end <= p.start < tokens[trigger.left - 1].start and p.kind in ("person", "office")), None)


def _speaking_body(document: Document, index: Index, trigger: Trigger) -> Party | None:
    """The state or body that says what it does itself: «قالت مصر إنها تجري محادثات مع الصندوق»."""
    end = document.tokens[trigger.left - 2].end
    said = (m for p in index.parties(document.tokens[trigger.first].start, end) if p.name is not None and p.end == end and (m := document.morphs[index.token_at(p.start) - 1]) is not None)
    if document.norms[trigger.left - 1] not in THAT_HE or not any(m.pos == "verb" for m in said):
        return None
    return next(replace(p, capacity="attendee") for p in index.parties(document.tokens[trigger.first].start, end) if p.name is not None and p.end == end)


def _acting_state(document: Document, index: Index, trigger: Trigger) -> Party | None:
    """The state or body that acts in the clause before «أنها»: «قال الوزير إن | قطر | دعمت … وإنها وقعت», «ما فعلته | إيران | أنها أجرت»."""
    for p in reversed(index.parties(document.tokens[trigger.first].start, document.tokens[trigger.left - 1].start)):
        at = index.token_at(p.start)
        ahead = document.morphs[at - 1]
        if p.name is not None and not p.name.clitics and p.name.name_ar not in _MASCULINE and (document.norms[at - 1] in THAT or ahead is not None and ahead.pos == "verb" or document.norms[at - 2] == "ما"):
            return replace(p, capacity="attendee")
    return None


def speaks_of_another(document: Document, trigger: Trigger) -> bool:
    """Whether «الذي» takes up what is signed, so that nobody told of before signed it: «الاتفاق الذي وقع بين …»."""
    return trigger.construction == "verb_sign" and trigger.left > trigger.first and document.norms[trigger.left - 1] in ("الذي", "التي") and trigger.token == trigger.left


def _meets(document: Document, i: int) -> bool:
    """Whether a noun of meeting with a suffix stands at ``i``, whose object follows: «لقائه ميركل»."""
    morph = document.morphs[i]
    return morph is not None and morph.pos == "noun" and morph.enclitic is not None and morph.lemma in ("لقاء", "استقبال", "زيارة", "اجتماع")


def antecedent(document: Document, index: Index, trigger: Trigger) -> Party | None:
    """Whom a relative clause that holds the event tells of: «لولي العهد الذي يبدأ الأربعاء زيارة»."""
    tokens, left = document.tokens, trigger.left
    if not trigger.noun or trigger.carrier is None or trigger.behind or left < trigger.first + 2 or tokens[left - 1].norm not in ("الذي", "التي", "والذي", "والتي"):
        return None
    end = tokens[left - 2 if tokens[left - 2].text not in "،," else left - 3].end
    before = index.parties(tokens[trigger.first].start, end, states=False)
    return next((p for p in before if p.end == end and p.person is not None and p.person.kind in ("person", "office")), None)
