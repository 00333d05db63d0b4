"""Who takes part in what an event noun tells: its carrier's subject, its genitive and complement, whose speech or part it is."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.types import Document
from extract.events.arguments import Index, Party, joined
from extract.events.clauses.limits import right_limit
from extract.events.clauses.margins import partner_behind
from extract.events.clauses.subjects import acting_subject, is_joined_verb
from extract.events.clauses.words import MEETINGS, SPEAKING_AT
from extract.events.meetings.carriers import is_within, refers_back
from extract.events.meetings.parties.acting import acting_names
from extract.events.meetings.parties.addressed import addressed, audience, speaker_and_addressed, speaker_there
from extract.events.meetings.parties.calls import with_behind
from extract.events.meetings.parties.complements import behind_setting, completing
from extract.events.meetings.parties.control import offering
from extract.events.meetings.parties.duals import other_of_two, two_having
from extract.events.meetings.parties.gathered import behind_aside, gathered_behind, hosting
from extract.events.meetings.parties.groups import paired
from extract.events.meetings.parties.intending import who_intends
from extract.events.meetings.parties.invitations import (
    bodies_asked,
    called_to_visit,
    guests,
    invitation_of,
    inviting,
    is_invitation,
    is_to_be_held,
)
from extract.events.meetings.parties.missing_side import with_missing_side
from extract.events.meetings.parties.noun_subjects import OWN_PART, TAKING_PART, held_beside, with_subjects
from extract.events.meetings.parties.owners import (
    decision_before,
    has_agent,
    is_one_mans,
    names_both,
    owner_of,
    speaking_from,
    tellers,
)
from extract.events.meetings.preparation import begins_later, is_aimed_at, is_prepared
from extract.events.meetings.sequence import at_another, is_told_first
from extract.events.meetings.triggers import Trigger

_TO_ATTEND: Final = ("لحضور", "قبيل", "قبل")
_SUBJECT_REACH: Final = 12  # tokens before a light verb in which its subject may stand
_PRAISING: Final = frozenset(("ثمن", "أشاد", "رحب", "انتقد", "شكر", "هنأ", "بارك", "استنكر", "أدان", "ندد", "قدر", "نوه", "أثنى", "عبر", "أعرب", "أبدى"))
_SAYING: Final = frozenset(("قال", "أضاف", "أكد", "أوضح", "صرح", "أعلن", "أعرب", "ذكر", "أشار", "تابع", "شدد", "لفت"))
_DEEDS: Final = frozenset(("اهتمام", "جهد", "جهود", "دعوة", "مبادرة", "استضافة", "رعاية", "قرار", "حرص", "سعي", "مسعى", "دور", "تنظيم", "إعلان", "استجابة"))  # of whom the event is
_WELCOMING: Final = frozenset(("استقبل", "استضاف", "ودع", "رحب"))  # what a host does
_URGING: Final = frozenset(("حض", "حث"))
_CALLING: Final = frozenset(("دعا", "طالب", "حث", "ناشد"))  # whose object is who is called upon


def of_noun(document: Document, index: Index, trigger: Trigger, subject: Party | None) -> list[Party]:
    """«أجرى X محادثات مع Y», «القمة التي عقدت بين …», «خلال لقائه Y»: by the verb that carries the noun, where it stands, and what the noun is joined to."""
    tokens, i = document.tokens, trigger.token
    at, after = tokens[i].start, tokens[i].end
    left, right = tokens[trigger.left].start, tokens[trigger.right - 1].end
    carrier, role = trigger.carrier, trigger.role
    verb = document.morphs[carrier] if carrier is not None else None
    happens = role in ("happens", "hosts") or role == "holds" and carrier is not None and not refers_back(document, carrier)  # «القمة التي عقدت»
    if len(both := two_having(document, index, trigger)) == 2:
        return both + index.parties(after, right)
    if (said_by := tellers(document, index, trigger)):
        return said_by + completing(document, trigger, index.parties(after, right))
    if (intending := who_intends(document, index, trigger)):
        parties = intending + index.parties(after, right)
    elif _acts(document, trigger):
        parties = []
    elif (invitation := invitation_of(document, trigger)) is not None:
        parties = guests(document, index, trigger, invitation)
    elif role in (None, "says") and not trigger.behind and names_both(document, index, trigger):
        parties = paired(document, index.parties(after, right))
    elif trigger.behind and happens and carrier is not None and trigger.construction == "noun_call" and is_within(document, i) and (partner := with_behind(document, carrier, trigger.right)):
        parties = [p for p in index.parties(left, at, states=False) if p.person is not None and p.person.kind == "person"][:1] + index.parties(tokens[partner].start, right)
    elif trigger.behind and happens and carrier is not None and is_within(document, i) and (said := speaker_and_addressed(document, index, trigger)):
        parties = said + index.parties(after, tokens[carrier].start)  # «دعا الوزير نظيره خلال جلسة عمل انعقدت أمس»
    elif trigger.behind and happens and carrier is not None and (role == "hosts" and not trigger.morph.definite and is_within(document, i) or document.norms[i - 1] == "امام") and not names_both(document, index, trigger) and (there := speaker_there(document, index, trigger)):
        parties = there + index.parties(after, right)  # «عرض الرئيس خطته في اجتماع شهدته مدينة رام الله»
    elif trigger.behind and happens and carrier is not None:
        gathered = gathered_behind(document, index, trigger)
        joins = any((m := document.morphs[j]) is not None and m.pos == "verb" and m.lemma in TAKING_PART for j in range(trigger.left, i))
        parties = (index.parties(left, at) if joins else []) + index.parties(after, tokens[carrier].start)  # «شارك … في القمة التي عقدت»
        if gathered:
            parties = gathered
        elif carrier == i + 1 and not trigger.morph.definite:
            parties = index.parties(after, right)  # «وكان لقاء عقد يوم الأحد في مسقط مع الوزير»
        elif document.norms[partner := behind_setting(document, trigger, carrier + 1)] == "مع":
            parties = parties + index.parties(tokens[partner].start, right)  # «وصف الناطق المحادثات التي عقدت في الدوحة مع المبعوث»
            parties = with_missing_side(document, index, trigger, parties, subject) if any(w.startswith("نظير") for w in document.norms[partner + 1 : partner + 2]) else parties
        elif joins and not any(p.person for p in parties):  # «وكان الرئيس قد زار الدوحة، حيث شارك في القمة»
            coming = [p for p in index.parties(tokens[carrier].end, right) if carrier - i < 3]
            before = [p for p in index.parties(tokens[trigger.first].start, left, states=False) if p.person and p.person.kind in ("person", "office")]
            parties = coming if not before and len(coming) > 1 else [*(before[-1:] or ([subject] if subject is not None else [])), *parties]
    elif trigger.behind and role == "holds" and carrier is not None and (held_by := held_beside(document, index, carrier, trigger.right)):
        own = is_within(document, i) and (held_by[0].name is not None or held_by[0].person is not None and held_by[0].person.kind == "collective")
        parties = [*speaker_there(document, index, trigger), *(replace(p, capacity="attendee") for p in held_by)] if own else held_by  # «وصف الوزير القمة التي سيعقدها الاتحاد»; but «أضاف المندوب خلال جلسة تعقدها المنظمة»
    elif role == "proposes" and verb is not None and verb.lemma == "دعا" and trigger.construction == "noun_visit" and (document.norms[i - 1] == "الي" or trigger.morph.preposition == "ل"):
        parties = called_to_visit(document, index, trigger)
    elif role == "proposes" and carrier is not None and trigger.morph.definite and is_invitation(document, trigger):
        parties = inviting(document, index, trigger) + [replace(p, capacity="invited") for p in index.parties(tokens[carrier].start, at)]
    elif role == "proposes" and carrier is not None and (tokens[i - 1].norm in ("الي", "لحضور") or document.norms[i - 2 : i] == ["الدخول", "في"] or is_to_be_held(document, i)):
        asked = list(index.parties(tokens[carrier].start, at, states=False))
        urges = verb is not None and verb.lemma in _URGING  # whose object is not left out: «حض الأمين العام الحركة على الدخول في مباحثات»
        asked = asked if not urges and trigger.left == carrier or index.parties(left, tokens[carrier].start, states=False) else asked[1:]
        asked = [] if names_both(document, index, trigger) else asked or bodies_asked(document, index, carrier, i)  # «دعا الرئيس إلى عقد قمة بين X وY»
        parties = inviting(document, index, trigger) + [replace(p, capacity="invited") for p in asked] + index.parties(after, right)
    elif role == "gathers" and not trigger.behind and (listed := behind_aside(document, index, trigger)):
        parties = listed
    elif role in ("proposes", "happens", "hosts", "gathers"):
        parties = (offering(document, index, trigger, subject) if role == "proposes" else hosting(document, index, trigger)) + index.parties(after, right)  # who calls for a meeting need not take part
    elif i and tokens[i - 1].norm == "هامش" and not (trigger.behind and role == "holds") or is_prepared(document, trigger) or begins_later(document, trigger):
        speaks = tokens[i - 1].norm == "هامش" and verb is not None and role == "says" and verb.lemma in _SAYING
        parties = (speaker_there(document, index, trigger) if speaks else []) + index.parties(after, min(right, _next_held(document, trigger)))  # «التقى … على هامش قمة الاتحاد»: who met there is told of the other event; but «قال الوزير على هامش القمة»
    elif trigger.construction == "noun_speech":
        bodies = audience(document, trigger)
        speakers = [p for p in index.parties(left, right) if p.person and p.person.kind == "person"]
        together = trigger.morph.enclitic in ("3mp", "3mp_poss", "3d", "3d_poss")  # «في كلماتهم أمام القمة»
        parties = (speakers if together else speakers[:1]) + bodies
    elif role == "says":
        before = index.parties(tokens[speaking_from(document, index, trigger)].start, at)
        speakers = [p for p in before if p.person and p.person.kind in ("person", "collective")] or [p for p in before if p.person and trigger.construction == "noun_visit"] or acting_names(document, index, trigger, before)
        beside = next((k for k, p in enumerate(before) if carrier is not None and p.start == tokens[carrier + 1].start), None)
        jointly: list[Party] = joined(document, before[beside:]) if beside is not None else []
        speakers = jointly if jointly and (jointly[0].name is not None or len(jointly) > 1) else speakers  # «اتفقت الحركة والوزير خلال لقاء»
        theirs = trigger.morph.enclitic in ("3d", "3mp", "3fp")
        if not speakers and subject is not None and document.norms[trigger.left - 1] in ("الذي", "التي") and document.norms[i - 1] in SPEAKING_AT and subject.start >= tokens[trigger.first].start:
            speakers = [subject]  # «قال الرئيس، الذي تحدث خلال القمة، إن …»
        speakers = [] if has_agent(document, trigger) else speakers if theirs else joined(document, speakers)  # «اتفق X وY خلال اجتماعهما»
        speakers = other_of_two(document, index, trigger, speakers[0]) + speakers if len(speakers) == 1 else speakers
        parties = speakers + addressed(document, before, speakers, trigger) + completing(document, trigger, index.parties(after, right))
    elif carrier is not None and not trigger.behind:
        near = carrier - trigger.left <= _SUBJECT_REACH
        parties = index.parties(left if near else tokens[carrier].start, right)
    elif at_another(document, trigger):
        parties = completing(document, trigger, index.parties(after, right))
    elif tokens[i - 1].norm == "عن" and i:
        parties = index.parties(after, right)  # «أعلن الناطق عن لقاء بين …»
    elif trigger.morph.definite and not trigger.morph.enclitic and carrier is None and not is_within(document, i):
        arrives = document.norms[i - 1] == "لحضور" or any(t.norm in OWN_PART for t in tokens[max(trigger.first, i - 4) : i])  # «قال عند وصوله إلى الاجتماع»
        speakers = [p for p in index.parties(left, at, states=False) if arrives and p.person and p.person.kind == "person"]
        parties = speakers[:1] + completing(document, trigger, index.parties(after, right))  # «وعد الأمين العام نتائج الزيارة خطوة»: who speaks of it
    elif carrier is None and has_agent(document, trigger):
        parties = index.parties(after, right)  # «استمع إلى نتائج زيارة الوزير إلى مصر»
    else:
        begins = tokens[speaking_from(document, index, trigger) if is_within(document, i) else trigger.left].start
        before = [] if is_aimed_at(document, trigger) else index.parties(begins, at, states=False)
        if role is None:
            before = _unmet(document, trigger, before)
        if trigger.construction == "noun_visit" and (decided := decision_before(document, trigger)) is not None:
            before = [p for p in before if p.start > decided]  # «انتقد الوزير قرار الرئيس زيارة الجزيرة»
        if trigger.construction == "noun_visit" and not trigger.morph.enclitic and len(before) > 1 and _is_joined_on(document, index, trigger):
            before = acting_subject(document, index, trigger) or before  # «اتصل | X | بـY وأعرب عن رغبته في زيارة …»
        if role is None and len(before) > 1:
            before = _coming(document, trigger, _without_praising(document, index, trigger, before))
        if trigger.construction in ("noun_sign", "noun_visit"):
            before = [p for p in before if p.person is None or p.person.kind != "collective"]  # «يكرر المسؤولون دعواتهم لزيارة القدس»
        if document.norms[i - 1] in ("في", "امام") and i - 2 > trigger.first and document.norms[i - 2] in OWN_PART and document.norms[i - 2].endswith(("ه", "ها")):
            before = [p for p in before if p.person is not None and p.person.kind != "collective"][-1:] or before  # «تتصدر الأزمة محادثات الوزراء غداة مشاركتها في القمة»
        if (trigger.morph.enclitic or "").startswith("3mp") and document.norms[i - 1] in _TO_ATTEND:
            before = [p for p in before if p.person is not None and p.person.kind == "collective"] or before  # «استقبل الأمير | وزراء الخليج | لحضور اجتماعهم مع نظيرهم»
        owner = owner_of(document, index, trigger) if is_one_mans(document, trigger) else None
        parties = ([owner] if owner is not None and len(before) > 1 else before) + index.parties(after, right)  # «أطلع كيم الرئيس الصيني على قمته مع …»
    return with_subjects(document, index, trigger, parties + _behind_margin(document, index, trigger), subject)


def _behind_margin(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """With whom an event was that took place on the margins of another: «أجرى مباحثات على هامش القمة | مع نظيره»."""
    margin = trigger.right
    if margin >= trigger.last or document.norms[margin] != "هامش" or (partner := partner_behind(document, margin, trigger.token, trigger.last)) is None:
        return []
    behind = index.parties(document.tokens[partner].start, document.tokens[right_limit(document, partner, trigger.last) - 1].end)
    return [p.told_by("announced") for p in behind]  # though another event stands between


def _next_held(document: Document, trigger: Trigger) -> int:
    """The offset of the event that a verb holds on the margins of this one: «عقد الوزير على هامش | اجتماعات المنظمة | اجتماعا مع …»; the end of the sentence where none follows."""
    j = next((j for j in range(trigger.token + 2, trigger.last) if is_told_first(document, j)), trigger.last - 1)
    return document.tokens[j].start


def _unmet(document: Document, trigger: Trigger, before: list[Party]) -> list[Party]:
    """The parties before the event without whom another event named before it brings together: «لقاؤه مع | بوتين | قد يكون أسهل من قمة الحلف»."""
    other = next((j for j in range(trigger.token - 2, trigger.left - 1, -1) if (m := document.morphs[j]) is not None and m.pos == "noun" and m.lemma in MEETINGS), None) if document.norms[trigger.token - 1] == "من" or trigger.morph.conjunction == "و" and trigger.morph.lemma == "قمة" and not trigger.morph.enclitic else None
    return before if other is None else [p for p in before if p.end < document.tokens[other].start]


def _is_joined_on(document: Document, index: Index, trigger: Trigger) -> bool:
    """Whether a verb joined by و stands before the event and behind who is named last: «… وأعرب عن رغبته في | زيارة |»."""
    for j in range(trigger.token - 1, trigger.left, -1):
        if index.in_person(document.tokens[j].start):
            return False
        if is_joined_verb(document, index, j):
            return True
    return False


def _without_praising(document: Document, index: Index, trigger: Trigger, before: list[Party]) -> list[Party]:
    """Without who praises what another does for the event: «ثمن الوزير اهتمام | الرئيس | بعقد المؤتمر», «أعرب عن تقديره لجهود | الأمير | …»."""
    opening = document.morphs[trigger.left]
    last = index.token_at(before[-1].start)
    deed = document.morphs[last - 1]
    if opening is None or opening.lemma not in _PRAISING or deed is None or deed.pos != "noun" or deed.lemma not in _DEEDS:
        return before
    return before[-1:]


def _coming(document: Document, trigger: Trigger, before: list[Party]) -> list[Party]:
    """Of a host and his guests, who have come to attend the event, the guests: «استقبل الأمير | الوزراء | لحضور اجتماعهم مع …»."""
    i, verb = trigger.token, document.morphs[trigger.left]
    comes = document.norms[i - 1] == "لحضور" or document.norms[i - 2 : i] == ["للمشاركه", "في"]
    if not comes or verb is None or verb.lemma not in _WELCOMING or verb.enclitic is not None:
        return before
    return [p for p in before if p.start > before[0].start] or before


def _acts(document: Document, trigger: Trigger) -> bool:
    """Whether the event itself is the subject of what is said or dealt with: «دعا المؤتمر المنظمات إلى …», «تناول اللقاء الحرب في …»."""
    before = document.morphs[trigger.token - 1] if trigger.token > trigger.first else None
    if not trigger.morph.definite or trigger.morph.preposition or before is None or before.pos != "verb":
        return False
    return before.lemma in _CALLING if trigger.carrier == trigger.token - 1 else trigger.carrier is None
