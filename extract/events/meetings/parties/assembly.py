"""Who takes part in a meeting: the subject, the partners and the listed parties of its trigger."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.normalizer import fold
from extract.arabic.spans import token_at
from extract.arabic.types import Document, Name
from extract.events.arguments import Index, Party
from extract.events.clauses.limits import aside_end
from extract.events.clauses.other_events import joined_event, other_event
from extract.events.clauses.subjects import is_joined_verb
from extract.events.clauses.words import QUOTES
from extract.events.meetings.carriers import PASSIVES, is_within
from extract.events.meetings.committees import is_the_event
from extract.events.meetings.event import VISITS
from extract.events.meetings.parties.adjectives import of_adjectives
from extract.events.meetings.parties.attended import of_their_delegation, stays_away, those_present
from extract.events.meetings.parties.between_him import between_him
from extract.events.meetings.parties.bodies import sides, unread_side
from extract.events.meetings.parties.control import commissioned, sent_there
from extract.events.meetings.parties.discussing import around_with
from extract.events.meetings.parties.fronted import states_behind
from extract.events.meetings.parties.gathered import gathered_with_him, resumed
from extract.events.meetings.parties.groups import SIDES, spelled_out, the_two
from extract.events.meetings.parties.left_out import has_own_subject
from extract.events.meetings.parties.marked import MARKERS, marked_parties
from extract.events.meetings.parties.of_nouns import of_noun
from extract.events.meetings.parties.of_verbs import of_verb
from extract.events.meetings.parties.own_country import own_country
from extract.events.meetings.parties.owners import has_agent, names_both
from extract.events.meetings.parties.standing_for import representing, stood_for
from extract.events.meetings.parties.subjects import antecedent, reported_subject, speaks_of_another
from extract.events.meetings.parties.ties import without_tied
from extract.events.meetings.triggers import Trigger, voting_body

_GOVERNING: Final = frozenset(("وحكومه", "وسلطات", "ونظام"))  # joins a state by what rules it
_JOINING: Final = frozenset(("مع", "بين", "وبين", "و", "بمشاركة", "بحضور", "ومشاركة", "برئاسة", "برعاية", "يجمع", "تجمع", "يضم", "تضم", "جمع", "ضم", "مشاركة", "بدعوة", "بوساطة", "وهم", "وهي", "وهما"))  # fmt: skip
_ORGANS: Final = frozenset(("مجلس", "لمجلس", "اجتماع", "قمه", "لقمه", "لجنه", "للجنه", "اجتماعا", "قمة", "دوره", "موتمر"))
_CONVENES: Final = frozenset(("عقد", "عقدت", "يعقد", "تعقد", "يجتمع", "تجتمع", "اجتمع", "اجتمعت", "نظم", "نظمت", "ينظم", "تنظم"))
_BY_ORDER: Final = frozenset(("بتكليف", "بامر", "بطلب", "بتوجيه", "بايعاز", "بتاييد", "بموافقه"))
_GATHERING: Final = frozenset(("جمع", "ضم", "حضر", "ترأس", "رأس", "شارك", "عقد", "أجرى", "نظم", "استضاف", "قاد", "رعى", "أقام", "تلقى"))  # verbs of an event, whose subject takes part
_TAKING_PART: Final = frozenset(("شارك", "حضر"))
_BETWEEN_TWO: Final = ("verb_receive", "verb_visit", "verb_arrive", "noun_visit", "noun_call", "verb_discuss")


def find_parties(document: Document, index: Index, trigger: Trigger, place: Name | None, subject: Party | None) -> list[Party]:
    """The participants that the trigger's own sentence names, ``subject`` where it leaves its subject out.

    ``subject`` is whom the sentence before speaks of. The place of the meeting is no participant.
    """
    told = antecedent(document, index, trigger)
    reported = reported_subject(document, index, trigger) or told
    reported = reported.told_by("subject") if reported is not None else None
    sent_to = sent_there(document, index, trigger)
    reported = None if sent_to is not None else reported
    if reported is None and subject is not None and (speaks_of_another(document, trigger) or _is_anothers(document, index, trigger, subject) or has_own_subject(document, index, trigger)):
        subject = None
    subject = reported or (subject.told_by("subject") if subject is not None else None)
    if trigger.construction == "verb_discuss":
        parties = around_with(document, index, trigger, subject)
    elif trigger.construction == "verb_vote" and (body := voting_body(document, trigger.token)) is not None:
        return [Party(body.start, body.end, None, body)]
    elif trigger.noun and (sent := commissioned(document, index, trigger, subject)) is not None:
        parties = sent + index.parties(document.tokens[trigger.token].end, document.tokens[trigger.right - 1].end)
        reported = None
    elif trigger.noun:
        parties = of_noun(document, index, trigger, subject)
    else:
        parties = of_verb(document, index, trigger, subject)
    if sent_to is not None:
        parties = [sent_to, *(p for p in parties if p.start > document.tokens[trigger.left].start)]
    own = trigger.role in (None, "holds") or trigger.role in ("refuses", "cancels") and trigger.construction == "noun_visit"  # «قال الرئيس إنه لا يستبعد زيارة واشنطن»
    if reported is not None and (own or told is not None and _speaks_there(document, index, trigger)) and all(p.start > document.tokens[trigger.left].start for p in parties if p.person):
        parties = [reported, *parties]
    if reported is not None and not trigger.noun and (same := _identified(document, index, parties)):
        parties = [same[0].told_by("subject"), *(p for p in parties if p not in same and p is not reported)]
    if subject is not None and opens_with_what_was_said(document, trigger) and subject.actor_id not in {p.actor_id for p in parties}:
        parties = [subject, *parties]
    if trigger.sides_at is not None:
        parties = [p for p in parties if p.start < document.tokens[trigger.token].start or p.start > document.tokens[trigger.sides_at].start]
    parties = [*stood_for(document, index, trigger, parties), *representing(document, index, trigger), *parties]
    spelled = spelled_out(document, index, trigger)
    dual = [p.told_by("dual") for p in the_two(document, index, trigger)]
    if not dual and (pair := between_him(document, index, trigger, subject) or gathered_with_him(document, index, trigger)):
        dual, parties, spelled = pair, [], []
    if len(dual) == 2 and trigger.behind:
        parties = [p for p in parties if p.start > document.tokens[trigger.token].start]  # «سافر فيدان … بعد وعد ستوب لأردوغان في القمة التي جمعتهما»
    adjectives = [p.told_by("adjective") for p in of_adjectives(document, trigger)]
    bodies = sides(document, index, trigger, parties)
    parties += [p for p in bodies if not is_the_event(document, trigger, p.start) and not any(p.start < a.start < p.end for a in adjectives)]  # «اللجنة المصرية السودانية»: its two sides meet
    parties = [p for p in parties if p.name is None or p.name.kind != "state" or not any(b.start < p.start < b.end for b in bodies)]  # «مؤتمر المانحين | لسوريا»
    parties += [p.told_by("announced") for p in resumed(document, index, trigger, parties)]
    parties = without_tied(document, index, trigger, parties)
    parties = [*dual, *(spelled or parties), *marked_parties(document, index, trigger), *(own_country(document, index, trigger, subject) if parties or trigger.role != "holds" else []), *adjectives]
    parties += unread_side(document, trigger, parties) if parties else [replace(p, via="dual", capacity="attendee") for p in states_behind(document, index, trigger)]
    begin = document.tokens[aside_end(document, trigger.first, trigger.token)].start
    end = other_event(document, trigger.token, trigger.last, visit=trigger.construction in VISITS)
    if trigger.noun:
        further = joined_event(document, trigger.token, end, visit=trigger.construction == "noun_visit")
        end = end if trigger.behind and trigger.carrier is not None and trigger.carrier > further else further  # «الاتصالات السياسية واللقاءات التي أجراها»
    joined = next((j for j in range(trigger.token + 1, end) if trigger.noun and is_joined_verb(document, index, j) and j != trigger.carrier), end)
    elsewhere, other = document.tokens[end - 1].end, document.tokens[joined - 1].end  # «تلقى اتصالات من X وY واستقبل Z»
    parties = [p for p in parties if p.start >= begin or p.end < document.tokens[trigger.first].start]
    parties = [p for p in parties if p.via in ("dual", "announced") or p.start < (elsewhere if p.via == "marked" else other)]
    parties = [p for p in parties if p.via != "argument" or not _does_else(document, index, trigger, p)]
    if trigger.role == "says" and (verb := trigger.carrier) is not None and document.norms[verb - 1] in ("لم", "لن"):
        parties = [p for p in parties if p.start > document.tokens[verb].start or index.agrees(verb, p)]  # «كشف الوزير خطوة | لم تحدث في اجتماعات …»
    if stays_away(document, trigger):
        parties = [p for p in parties if p.person is None or p.via == "marked"]
    parties = _unique(_taking_part(document, of_their_delegation(document, parties), trigger, place))
    return those_present(document, trigger, parties)


def _speaks_there(document: Document, index: Index, trigger: Trigger) -> bool:
    """Whether a relative clause tells what somebody did at the event: «الوزير، الذي تحدث خلال القمة»; not behind its comma, nor where others meet: «الذي أعلن عن لقاء بين …»."""
    if trigger.role != "says" or names_both(document, index, trigger) or has_agent(document, trigger):
        return False
    return not any(t.text in "،," for t in document.tokens[trigger.left : trigger.token])


def _identified(document: Document, index: Index, parties: list[Party]) -> list[Party]:
    """Who «هو» or «كان» says the one of a relative clause was: «المسؤول الذي زار بكين كان | الزعيم فلان»: one visitor."""
    return [p for p in parties if p.person is not None and document.norms[index.token_at(p.start) - 1] in ("هو", "هي", "كان", "كانت")][:1]


def _is_anothers(document: Document, index: Index, trigger: Trigger, subject: Party) -> bool:
    """Whether the verb that carries the event does not agree with whom the sentence before tells of: «قال الوزير …. وأجرت محادثات مع …»; a passive verb agrees with the event."""
    verb = document.morphs[trigger.carrier] if trigger.noun and trigger.carrier is not None and not trigger.behind and trigger.role == "holds" else None
    passive = verb is not None and verb.lemma in PASSIVES and (trigger.morph.number != "s" or trigger.morph.gender == "f")
    first_person = trigger.carrier is not None and document.norms[trigger.carrier].endswith("يت")  # «وأنا أجريت محادثات»
    return verb is not None and verb.gender == "f" and verb.person == "3" and not passive and not first_person and trigger.carrier is not None and not index.agrees(trigger.carrier, subject)


def opens_with_what_was_said(document: Document, trigger: Trigger) -> bool:
    """«جاء ذلك خلال زيارة فلان»: at the event, and on its day, spoke who was told of in the sentence before."""
    words = [t.norm.removeprefix("و") for t in document.tokens[trigger.first : trigger.first + 2]]
    if not trigger.noun or words[:1] not in (["جاء"], ["جاءت"], ["ياتي"]) or words[1:] not in (["ذلك"], ["هذا"]):
        return False
    pointed = document.morphs[trigger.first + 2]
    if words[1] == "هذا" and pointed is not None and pointed.pos == "noun" and pointed.definite:
        return False  # «ويأتي هذا اللقاء بعد قمة …»
    attended = document.norms[trigger.first + 2 : trigger.first + 4] in (["عقب", "حضور"], ["خلال", "حضور"], ["بعد", "حضور"])  # «جاء ذلك عقب حضور فلان مراسم توقيع …»
    return is_within(document, trigger.token) or attended and document.norms[trigger.token - 1] in ("مراسم", "حفل")


def _does_else(document: Document, index: Index, trigger: Trigger, party: Party) -> bool:
    """Whether a party behind an event noun is the subject of another verb, or only orders what is done: «زيارة سرية، أكدها الرئيس», «بتكليف من الرئيس»."""
    i = index.token_at(party.start)
    if not trigger.noun or i <= trigger.token + 1 or trigger.carrier is not None and i > trigger.carrier > trigger.token:
        return False
    tokens, morph = document.tokens, document.morphs[i - 1]
    if tokens[i - 1].norm == "من":
        return tokens[i - 2].norm in _BY_ORDER
    other = morph is not None and morph.pos == "verb" and morph.enclitic is not None and i - 1 != trigger.carrier
    return other and morph is not None and morph.lemma not in _GATHERING and not index.in_person(tokens[i - 1].start)


def _taking_part(document: Document, parties: list[Party], trigger: Trigger, place: Name | None) -> list[Party]:
    """Parties without the bare country of a person who takes part, without the place, without whom nobody can name."""
    parties = [p for p in parties if p.person is None or p.person.name_ar or p.actor_id or p.actor_name_ar]
    parties = [p for p in parties if p.person is None or not document.text[: p.start].endswith((" وهو ", " وهي "))]  # «سونغ كيم وهو السفير السابق» is one
    parties = [p for p in parties if p.person is None or "spokes" not in (p.person.role or "") or _attends(document, p)]
    parties = [p for p in parties if p.name is None or p.name is not place and not _is_in_its_name(document, trigger, p)]
    organs = {(p.actor_id or "").partition("-")[0] for p in parties if p.name is not None and "-" in (p.actor_id or "")}
    parties = [p for p in parties if p.name is None or p.actor_id not in organs]  # «مجلس الأمن التابع للأمم المتحدة»
    acting = {p.actor_id for p in parties if p.person and p.actor_id}
    two = trigger.construction in _BETWEEN_TWO or len({p.key() for p in parties if p.person is not None}) > 1
    between = set() if trigger.construction in _BETWEEN_TWO else _between(document, parties)
    out = []
    for p in parties:
        if p.name is not None and acting:
            if p.actor_id in acting or p.start not in between and not _is_subject(document, p, trigger) and (two and p.name.kind != "organisation" and not p.capacity or not _joined(document, p)):
                continue
        elif p.name is not None and any(q.person for q in parties) and not _joined(document, p) and not _is_subject(document, p, trigger):
            continue
        out.append(p)
    return out


def _attends(document: Document, party: Party) -> bool:
    """Whether somebody is the subject at once before or behind a verb of taking part: «الناطق باسم الحركة فلان | شارك | في المحادثات»."""
    begin, end = token_at(document, party.start), token_at(document, party.end)
    verbs = (document.morphs[begin - 1] if begin else None, document.morphs[end] if end < len(document.morphs) else None)
    return any(verb is not None and verb.pos == "verb" and verb.lemma in _TAKING_PART for verb in verbs)


def _is_in_its_name(document: Document, trigger: Trigger, party: Party) -> bool:
    """Whether a conference is only called after a body: «"مؤتمر داعش"» in quotation marks."""
    tokens, i = document.tokens, trigger.token
    if i == 0 or i + 1 >= trigger.last or trigger.morph.lemma != "مؤتمر" or tokens[i - 1].text not in QUOTES:
        return False
    j = next((k for k in range(i + 1, min(i + 6, trigger.last)) if tokens[k].text in QUOTES), i)
    return tokens[i].start < party.start < tokens[j].start


def _between(document: Document, parties: list[Party]) -> set[int]:
    """The offsets of two names behind بين, whom no person told elsewhere replaces: «مفاوضات بين السعودية وإيران برعاية رئيس الوزراء»."""
    names = [p for p in parties if p.name is not None]
    pairs = ((a, b) for a in names for b in names if b.name is not None and b.name.clitics == "و" and document.text[a.end : b.start].strip() == "و")
    return {p.start for pair in pairs if document.text[: pair[0].start].rstrip().endswith(" بين") for p in pair}


def _is_subject(document: Document, party: Party, trigger: Trigger) -> bool:
    """Whether a bare name is at once behind or before the verb that tells the event, or a body its genitive: «أجرت حركة طالبان محادثات مع الوزير», «إن روسيا عقدت اجتماعا», «لقاء الحركة مع …»."""
    tokens = document.tokens
    assert party.name is not None
    if trigger.noun and party.name.kind == "organisation" and trigger.token + 1 < trigger.last and party.start == tokens[trigger.token + 1].start:
        return True
    verb = trigger.carrier if trigger.noun else trigger.token
    if verb is None or trigger.behind or trigger.role not in (None, "holds", "says", "refuses", "cancels", "agrees"):
        return False
    behind = verb + 1 < len(tokens) and party.start == tokens[verb + 1].start
    return behind or verb > trigger.first and party.end == tokens[verb - 1].end and not party.name.clitics


def _joined(document: Document, party: Party) -> bool:
    """Whether a bare name stands behind مع, بين or و, as a party and not as a topic."""
    assert party.name is not None
    clitics = party.name.clitics
    head = party.start - len(clitics)
    before = document.text[max(0, head - 12) : head].split()
    if party.name.kind == "organisation" and before and fold(before[-1]).lstrip("وس") in _CONVENES:
        return True  # «عقد مجلس الناتو اجتماعا»
    if party.name.kind == "organisation" and before and fold(before[-1]) in _ORGANS:
        return True  # «اجتماع لمجلس الناتو»
    if before and fold(before[-1]) in _GOVERNING:
        return True  # «بين وفد من الحركة | وحكومة كابول»
    return bool(party.capacity) or "و" in clitics or clitics.endswith("ب") or bool(before) and (before[-1] in _JOINING or fold(before[-1]) in MARKERS)


def _unique(parties: list[Party]) -> list[Party]:
    """Each participant once; a side («الجانب الروسي») goes where one of its people is named."""
    acting = {p.actor_id for p in parties if p.person and p.person.kind in ("person", "office")}
    seen: dict[tuple[object, ...], Party] = {}
    for p in parties:
        if p.person and p.person.kind == "collective" and p.person.role in SIDES and p.actor_id in acting:
            continue
        known = seen.setdefault(p.key(), p)
        if known.capacity is None and p.capacity:
            seen[p.key()] = replace(known, capacity=p.capacity)
    return list(seen.values())
