"""Who takes part in what an event noun tells: its carrier's subject, its genitive and complement, whose speech or part it is."""

from __future__ import annotations

from dataclasses import replace

from extract.arabic.types import Document
from extract.events.arguments import PLACE_PREPOSITIONS, Index, Party, is_listed, joined
from extract.events.clause_subjects import acting_subject, goes_on
from extract.events.clause_words import MEETINGS, SPEAKING_AT
from extract.events.meeting_calls import told_on_phone, with_behind
from extract.events.meeting_carriers import OF_IT, is_within, refers_back
from extract.events.meeting_control import offering, travels_to
from extract.events.meeting_gathered import behind_aside, gathered_behind, hosting
from extract.events.meeting_groups import paired
from extract.events.meeting_invitations import bodies_asked, called_to_visit, guests, invitation_of, is_to_be_held
from extract.events.meeting_missing_side import speaks_of_country, with_missing_side
from extract.events.meeting_owners import (
    both_behind,
    decision_before,
    has_agent,
    has_inner_subject,
    is_his,
    is_one_mans,
    named_behind,
    names_both,
    of_inner_subject,
    owner_of,
    owning_body,
    speaking_from,
    tellers,
    without_kind,
)
from extract.events.meeting_preparation import begins_later, is_aimed_at, is_prepared
from extract.events.meeting_triggers import Trigger

# A speech or a part of somebody's own: «كلمته أمام القمة», «مشاركتها في الاجتماع».
_OWN_PART = frozenset(("وصوله", "وصولها", "كلمته", "كلمتها", "كلمه", "خطابه", "خطاب", "مشاركته", "مشاركتها", "حضوره", "حضورها", "مداخلته", "مداخلتها", "لمشاركته", "بمشاركته", "ترؤسه", "تروسه", "توجهه", "توجهها", "سفره", "سفرها"))  # fmt: skip
_SUBJECT_REACH = 12  # tokens before a light verb in which its subject may stand
_COMPLETING = frozenset(("مع", "بين", "بحضور", "بمشاركه", "برياسه", "لدول", "الذي", "التي"))  # what follows says who meets
_BRINGING = frozenset(("جمع", "ضم", "عقد", "انعقد", "جرى", "دار", "تم", "كان"))  # verbs of an event, behind which its parties stand
_IN_EVENTS = frozenset(("سلام", "عمل", "قمة", "مباحثات", "محادثات", "مفاوضات", "لقاء", "اجتماع", "جلسة"))
_GOING = frozenset(("غادر", "توجه", "سافر", "وصل", "انتقل", "طار", "عاد"))
_FOR_PART = frozenset(("للمشاركه", "لحضور", "مشاركا"))
_TAKING_PART = frozenset(("شارك", "حضر", "ترأس", "رأس", "افتتح", "اختتم", "استهل"))  # one alone may do so
_ASIDE = 10  # tokens of where it took place, between commas
_DAY_PARTS = frozenset(("عشيه", "مساء", "صباح", "ظهر", "مكتبه", "بمكتبه", "مقره", "بمقره"))
_RELATING = frozenset(("بين", "في", "علي", "الي", "حول", "بشان", "بحضور", "بمشاركه", "برياسه"))
_ANNOUNCES = frozenset(("أعلن", "تعهد", "وعد", "التزم"))
_SUNDRY = frozenset(("مختلف", "بعض", "جميع", "كافه", "كل"))  # before who they are: «التي يعقدها مختلف | المسؤولين»
_URGING = frozenset(("حض", "حث"))
_CALLING = frozenset(("دعا", "طالب", "حث", "ناشد"))  # whose object is who is called upon
_ALWAYS_ACTIVE = frozenset(("شارك", "حضر", "ترأس", "أجرى", "تلقى", "قام"))  # a left out subject is a person told before


def of_noun(document: Document, index: Index, trigger: Trigger, subject: Party | None) -> list[Party]:
    """«أجرى X محادثات مع Y», «القمة التي عقدت بين …», «خلال لقائه Y»: by the verb that carries the noun, where it stands, and what the noun is joined to."""
    tokens, i = document.tokens, trigger.token
    at, after = tokens[i].start, tokens[i].end
    left, right = tokens[trigger.left].start, tokens[trigger.right - 1].end
    carrier, role = trigger.carrier, trigger.role
    verb = document.morphs[carrier] if carrier is not None else None
    happens = role in ("happens", "hosts") or role == "holds" and carrier is not None and not refers_back(document, carrier)  # «القمة التي عقدت»
    if (said_by := tellers(document, index, trigger)):
        return said_by + _completing(document, trigger, index.parties(after, right))
    if _acts(document, trigger):
        parties = []
    elif (invitation := invitation_of(document, trigger)) is not None:
        parties = guests(document, index, trigger, invitation)
    elif role in (None, "says") and not trigger.behind and names_both(document, index, trigger):
        parties = paired(document, index.parties(after, right))
    elif trigger.behind and happens and carrier is not None and trigger.construction == "noun_call" and is_within(document, i) and (partner := with_behind(document, carrier, trigger.right)):
        parties = [p for p in index.parties(left, at, states=False) if p.person is not None and p.person.kind == "person"][:1] + index.parties(tokens[partner].start, right)
    elif trigger.behind and happens and carrier is not None and is_within(document, i) and (said := _speaker_and_addressed(index, document, trigger)):
        parties = said + index.parties(after, tokens[carrier].start)  # «دعا الوزير نظيره خلال جلسة عمل انعقدت أمس»
    elif trigger.behind and happens and carrier is not None:
        gathered = gathered_behind(document, index, trigger)
        joins = any((m := document.morphs[j]) is not None and m.pos == "verb" and m.lemma in _TAKING_PART for j in range(trigger.left, i))
        parties = (index.parties(left, at) if joins else []) + index.parties(after, tokens[carrier].start)  # «شارك … في القمة التي عقدت»
        if gathered:
            parties = gathered
        elif carrier == i + 1 and not trigger.morph.definite:
            parties = index.parties(after, right)  # «وكان اجتماعا عقد يوم الاثنين في الدوحة مع الوزير»
        elif joins and not any(p.person for p in parties):  # «وكان الرئيس قد زار الدوحة، حيث شارك في القمة»
            coming = [p for p in index.parties(tokens[carrier].end, right) if carrier - i < 3]
            before = [p for p in index.parties(tokens[trigger.first].start, left, states=False) if p.person and p.person.kind in ("person", "office")]
            parties = coming if not before and len(coming) > 1 else [*(before[-1:] or ([subject] if subject is not None else [])), *parties]
    elif trigger.behind and role == "holds" and carrier is not None and (held_by := _beside(document, index, carrier, trigger.right)):
        parties = held_by  # «وصف الوزير القمة التي سيعقدها الاتحاد»
    elif role == "proposes" and verb is not None and verb.lemma == "دعا" and trigger.construction == "noun_visit" and (document.norms[i - 1] == "الي" or trigger.morph.preposition == "ل"):
        parties = called_to_visit(document, index, trigger)
    elif role == "proposes" and carrier is not None and trigger.morph.definite and _is_invitation(document, trigger):
        parties = _inviting(document, index, trigger) + [replace(p, capacity="invited") for p in index.parties(tokens[carrier].start, at)]
    elif role == "proposes" and carrier is not None and (tokens[i - 1].norm in ("الي", "لحضور") or document.norms[i - 2 : i] == ["الدخول", "في"] or is_to_be_held(document, i)):
        asked = list(index.parties(tokens[carrier].start, at, states=False))
        urges = verb is not None and verb.lemma in _URGING  # whose object is not left out: «حض الأمين العام الحركة على الدخول في مباحثات»
        asked = asked if not urges and trigger.left == carrier or index.parties(left, tokens[carrier].start, states=False) else asked[1:]
        asked = asked or bodies_asked(document, index, carrier, i)
        parties = _inviting(document, index, trigger) + [replace(p, capacity="invited") for p in asked] + index.parties(after, right)
    elif role == "gathers" and not trigger.behind and (listed := behind_aside(document, index, trigger)):
        parties = listed
    elif role in ("proposes", "happens", "hosts", "gathers"):
        parties = (offering(document, index, trigger, subject) if role == "proposes" else hosting(document, index, trigger)) + index.parties(after, right)  # who calls for a meeting need not take part
    elif i and tokens[i - 1].norm == "هامش" and not (trigger.behind and role == "holds") or is_prepared(document, trigger) or begins_later(document, trigger):
        parties = index.parties(after, right)  # «التقى … على هامش قمة الاتحاد»: who met there is told of the other event
    elif trigger.construction == "noun_speech":
        bodies = _audience(document, trigger)
        speakers = [p for p in index.parties(left, right) if p.person and p.person.kind == "person"]
        together = trigger.morph.enclitic in ("3mp", "3mp_poss", "3d", "3d_poss")  # «في كلماتهم أمام القمة»
        parties = (speakers if together else speakers[:1]) + bodies
    elif role == "says":
        before = index.parties(tokens[speaking_from(document, index, trigger)].start, at)
        speakers = [p for p in before if p.person and p.person.kind in ("person", "collective")] or [p for p in before if p.person and trigger.construction == "noun_visit"] or [p for p in before if p.name and p.name.kind != "nisba"]
        beside = next((k for k, p in enumerate(before) if carrier is not None and p.start == tokens[carrier + 1].start), None)
        jointly: list[Party] = joined(document, before[beside:]) if beside is not None else []
        speakers = jointly if jointly and (jointly[0].name is not None or len(jointly) > 1) else speakers  # «اتفقت الحركة والوزير خلال لقاء»
        theirs = trigger.morph.enclitic in ("3d", "3mp", "3fp")
        if not speakers and subject is not None and document.norms[trigger.left - 1] in ("الذي", "التي") and document.norms[i - 1] in SPEAKING_AT and subject.start >= tokens[trigger.first].start:
            speakers = [subject]  # «قال الرئيس، الذي تحدث خلال القمة، إن …»
        speakers = [] if has_agent(document, trigger) else speakers if theirs else joined(document, speakers)  # «اتفق X وY خلال اجتماعهما»
        parties = speakers + _addressed(before, speakers, trigger) + _completing(document, trigger, index.parties(after, right))
    elif carrier is not None and not trigger.behind:
        near = carrier - trigger.left <= _SUBJECT_REACH
        parties = index.parties(left if near else tokens[carrier].start, right)
    elif tokens[i - 1].norm == "عن" and i:
        parties = index.parties(after, right)  # «أعلن الناطق عن لقاء بين …»
    elif trigger.morph.definite and not trigger.morph.enclitic and carrier is None and not is_within(document, i):
        arrives = any(t.norm in _OWN_PART for t in tokens[max(trigger.first, i - 4) : i])  # «قال عند وصوله إلى الاجتماع»
        speakers = [p for p in index.parties(left, at, states=False) if arrives and p.person and p.person.kind == "person"]
        parties = speakers[:1] + _completing(document, trigger, index.parties(after, right))  # «وعد الأمين العام نتائج الزيارة خطوة»: who speaks of it
    elif carrier is None and has_agent(document, trigger):
        parties = index.parties(after, right)  # «استمع إلى نتائج زيارة الوزير إلى مصر»
    else:
        begins = tokens[speaking_from(document, index, trigger) if is_within(document, i) else trigger.left].start
        before = [] if is_aimed_at(document, trigger) else index.parties(begins, at, states=False)
        if role is None:
            before = _unmet(document, index, trigger, before)
        if trigger.construction == "noun_visit" and (decided := decision_before(document, trigger)) is not None:
            before = [p for p in before if p.start > decided]  # «انتقد الوزير قرار الرئيس زيارة الجزيرة»
        if trigger.construction in ("noun_sign", "noun_visit"):
            before = [p for p in before if p.person is None or p.person.kind != "collective"]  # «يكرر المسؤولون دعواتهم لزيارة القدس»
        if document.norms[i - 1] in ("في", "امام") and i - 2 > trigger.first and document.norms[i - 2] in _OWN_PART and document.norms[i - 2].endswith(("ه", "ها")):
            before = [p for p in before if p.person is not None and p.person.kind != "collective"][-1:] or before  # «تتصدر الأزمة محادثات الوزراء غداة مشاركتها في القمة»
        owner = owner_of(document, index, trigger) if is_one_mans(document, trigger) else None
        parties = ([owner] if owner is not None and len(before) > 1 else before) + index.parties(after, right)  # «أطلع كيم الرئيس الصيني على قمته مع …»
    if trigger.behind and role == "gathers" and verb is not None and verb.enclitic:
        kinds = ("person", "collective") if verb.enclitic.startswith("3mp") else ("person",)  # «طالب الوزراء خلال قمة جمعتهم بالرئيس»
        named = [p for p in index.parties(tokens[trigger.first].start, at, states=False) if p.person is not None and p.person.kind in kinds]
        owner = named[-1] if named else subject  # «الوعد الذي أطلقه الزعيم في القمة التي جمعته بالرئيس»
        parties = [owner, *parties] if owner is not None else parties
    with_partner = (any(t.norm == "مع" for t in tokens[i + 1 : min(i + 4, trigger.last)]) or document.norms[_setting_end(document, trigger)] == "مع") and not any(t.norm == "بين" for t in tokens[i + 1 : min(i + 4, trigger.last)])
    if with_partner and role is None and not any(p.start < at for p in parties):
        parties = [p for p in index.parties(left, at) if p.name is not None][:1] + parties  # «هددت طهران بإلغاء المحادثات مع واشنطن»
    inner = index.parties(left, tokens[min(trigger.left + 3, i)].start) if trigger.left > trigger.first else []
    if with_partner and inner and inner[0].name is not None and inner[0].start == left:  # «قالت السفيرة إن الولايات المتحدة لن تجري أي محادثات مع …»
        return [replace(inner[0], capacity="attendee"), *(p for p in parties if p.start > at)]
    unowned = trigger.construction != "noun_visit" or not trigger.morph.definite and not parties and _has_goal_beside(document, trigger)
    heads = carrier is None and i - trigger.first <= 3 and is_within(document, i) and unowned
    his = trigger.behind and role == "holds" and carrier is not None and refers_back(document, carrier) and not _beside(document, index, carrier, trigger.right)  # «محادثات أجراها في طهران مع …»
    if (trigger.morph.enclitic or with_partner and (role is None or role == "says" and not trigger.morph.definite) or heads and role is None or his) and not any(p.start < at and p.person for p in parties):
        owner = owner_of(document, index, trigger)
        if owner is None and trigger.morph.enclitic:
            owner = owning_body(document, index, trigger)
        mirrored = owner is not None and subject is not None and trigger.morph.enclitic and subject.actor_id != owner.actor_id and any(p.person is not None and p.actor_id == owner.actor_id for p in parties)
        if mirrored or owner is None and (trigger.morph.enclitic and is_his(index, trigger, subject) or trigger.morph.enclitic is None and with_partner):
            owner = subject  # «وأشار خلال مؤتمر مع نظيره إلى أنه بحث خلال لقائه الوزير …»
        joint = both_behind(document, index, trigger, owner)
        parties = [*joint, *parties] if joint else [owner, *parties] if owner is not None else parties
        if heads and owner is not None and trigger.construction == "noun_call" and len(parties) == 1:
            parties = parties + told_on_phone(document, index, trigger.last, owner)
    if trigger.morph.definite and carrier is None and i - trigger.first <= 3 and is_within(document, i):
        parties = parties + _announcing(document, index, trigger)
    own = {tokens[j].norm for j in range(max(trigger.first, i - 4), i)} & _OWN_PART
    opening = {t.norm for t in tokens[trigger.first : min(trigger.first + 4, i)]} & _OWN_PART
    own_man = named_behind(document, index, trigger) if (own or opening) and not has_agent(document, trigger) else None  # «ولدى وصوله إلى بروكسل للمشاركة في القمة، قال المستشار»
    if own_man is not None and not any(p.start < at or p.key() == own_man.key() for p in parties):
        parties = [own_man, *parties]
    elif own and subject is not None and not any(p.person for p in parties) or subject is not None and _goes_there(document, index, trigger, subject) and not any(p.person and p.start < at for p in parties):
        parties = [subject, *parties]
    parties = without_kind(of_inner_subject(document, trigger, parties))
    lemma = morph.lemma if carrier is not None and (morph := document.morphs[carrier]) is not None else None
    behind = i + 1 < len(tokens) and any(p.start == tokens[i + 1].start and document.text[p.start] != "ل" for p in parties if p.person)  # «وترأس الاجتماع وزير الخارجية»
    told = carrier is not None and any(p.name is not None and p.start == tokens[carrier + 1].start for p in parties)  # «تجري باكستان مفاوضات»
    if (lemma in _ALWAYS_ACTIVE or travels_to(document, trigger)) and not told and not trigger.behind and not has_inner_subject(document, trigger) and not behind and not any(p.start < at for p in parties if p.person):
        before = [p for p in index.parties(tokens[trigger.first].start, at, states=False) if p.person and p.person.kind in ("person", "office")]
        chained = acting_subject(document, index, trigger) if carrier is not None and len(before) > 1 and goes_on(document, index, carrier, trigger.first) else []
        meant = [subject] if subject is not None and subject.start >= tokens[trigger.first].start and carrier is not None and carrier - trigger.left <= 3 else []  # whom «أنها» or «الذي» of this sentence takes up
        before = before if chained or lemma in _ALWAYS_ACTIVE or len(before) == 1 else []
        active = meant or chained or before[-1:] or ([subject] if subject is not None else [])
        parties = [*(speaks_of_country(document, trigger, active)), *parties]
    dropped = role == "holds" and lemma not in _TAKING_PART and not trigger.behind and not _is_held(document, trigger) and trigger.construction in ("noun_call", "noun_meet", "noun_visit")
    dropped = dropped and not (trigger.construction == "noun_visit" and any(p.person and p.start < at for p in parties))  # «قال X إن Y ينهي زيارته»
    if dropped or trigger.behind and role == "holds" and trigger.construction == "noun_call":
        parties = with_missing_side(document, index, trigger, parties, subject)
    return parties


def _goes_there(document: Document, index: Index, trigger: Trigger, subject: Party) -> bool:
    """Whether a verb of going that opens the sentence leaves out who goes to take part in the event: «وغادر فورا إلى بروكسل للمشاركة في اجتماع …»."""
    verb = document.morphs[trigger.first]
    if verb is None or verb.pos != "verb" or verb.lemma not in _GOING or document.norms[trigger.token - 1] not in ("في", "لحضور") or not index.agrees(trigger.first, subject):
        return False
    start, end = document.tokens[trigger.first].end, document.tokens[trigger.token].start
    purpose = not _FOR_PART.isdisjoint(document.norms[max(trigger.first + 1, trigger.token - 4) : trigger.token])
    return purpose and not any(start <= p.start < end for p in document.persons) and not any(p.start == document.tokens[trigger.first + 1].start for p in index.parties(start, end))


def _unmet(document: Document, index: Index, trigger: Trigger, before: list[Party]) -> list[Party]:
    """The parties before the event without whom another event named before it brings together: «لقاؤه مع | بوتين | قد يكون أسهل من قمة الحلف»."""
    other = next((j for j in range(trigger.token - 2, trigger.left - 1, -1) if (m := document.morphs[j]) is not None and m.pos == "noun" and m.lemma in MEETINGS), None) if document.norms[trigger.token - 1] == "من" or trigger.morph.conjunction == "و" and trigger.morph.lemma == "قمة" and not trigger.morph.enclitic else None
    return before if other is None else [p for p in before if p.end < document.tokens[other].start]




def _beside(document: Document, index: Index, carrier: int, right: int) -> list[Party]:
    """The parties behind a verb with a suffix whose own subject follows at once: «محادثات أجراها الرئيس مع …»; none where it is left out."""
    verb = document.morphs[carrier]
    if verb is None or not refers_back(document, carrier) or verb.lemma in _TAKING_PART or carrier + 1 >= right:
        return []
    subject = carrier + 2 if document.norms[carrier + 1] in OF_IT else carrier + 1
    subject += subject + 1 < right and document.norms[subject] in _SUNDRY
    behind = index.parties(document.tokens[carrier].end, document.tokens[right - 1].end)
    return behind if behind and behind[0].start == document.tokens[subject].start else []


def _acts(document: Document, trigger: Trigger) -> bool:
    """Whether the event itself is the subject of what is said or dealt with: «دعا المؤتمر المنظمات إلى …», «تناول اللقاء الحرب في …»."""
    before = document.morphs[trigger.token - 1] if trigger.token > trigger.first else None
    if not trigger.morph.definite or trigger.morph.preposition or before is None or before.pos != "verb":
        return False
    return before.lemma in _CALLING if trigger.carrier == trigger.token - 1 else trigger.carrier is None


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


def _inviting(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """Who calls his own counterparts together, and so comes himself: «دعا الوزير نظراءه إلى الاجتماع»; whoever calls for a meeting of others need not."""
    tokens, carrier = document.tokens, trigger.carrier
    assert carrier is not None
    called = index.parties(tokens[carrier].start, tokens[trigger.token].start, states=False)
    own = [p for p in called if p.person is not None and (p.person.role_ar or "").startswith(("نظير", "نظراء"))]
    if not own or trigger.construction == "noun_visit":
        return []
    before = index.parties(tokens[trigger.left].start, tokens[carrier].start, states=False)
    return before[-1:] or [p for p in called if p.start < own[0].start][:1]


def _announcing(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """Who promises or announces at the meeting that the sentence opens with: «وفي نفس المؤتمر أعلنت واشنطن …، وتعهدت الكويت بـ…»."""
    verbs = {document.tokens[j + 1].start for j in range(trigger.token, trigger.last - 1) if (m := document.morphs[j]) is not None and m.pos == "verb" and m.lemma in _ANNOUNCES}
    return [replace(p, via="announced") for p in index.parties(document.tokens[trigger.token].end, document.tokens[trigger.last - 1].end) if p.start in verbs]


def _speaker_and_addressed(index: Index, document: Document, trigger: Trigger) -> list[Party]:
    """The person who speaks to his counterpart in the clause before the event; none where nobody is spoken to."""
    before = index.parties(document.tokens[trigger.left].start, document.tokens[trigger.token].start, states=False)
    speakers = [p for p in before if p.person is not None and p.person.kind == "person"][:1]
    addressed = _addressed(before, speakers, trigger)
    return speakers + addressed if addressed else []


def _completing(document: Document, trigger: Trigger, behind: list[Party]) -> list[Party]:
    """Of the parties behind the event noun those that its own complement names: at its side, or behind مع, بين, بـ, لـ."""
    tokens, i = document.tokens, trigger.token
    near = tokens[i].end if trigger.morph.definite else max(tokens[min(i + 2, trigger.last - 1)].end, tokens[_setting_end(document, trigger)].start if trigger.morph.enclitic else 0)
    joint = next((tokens[j].start for j in range(i + 1, trigger.right) if tokens[j].norm in _COMPLETING and not is_of_another(document, i, j) or tokens[j].norm == "قبل" and tokens[j - 1].norm == "من"), None)
    out: list[Party] = []
    for p in behind:
        own = p.start <= near or joint is not None and p.start > joint or p.name is not None and p.name.clitics.endswith(("ب", "ل")) or p.person is not None and document.text[p.start] in "بل"
        if not own and not (out and is_listed(document, out[-1], p)):
            break
        out.append(p)
    return out


def _setting_end(document: Document, trigger: Trigger) -> int:
    """The token behind where and when it took place, told before whom it was with: «استقباله بقصر قرطاج | المفوض الأوروبي»."""
    tokens, j = document.tokens, trigger.token + 1
    spans = [(t.start, t.end) for t in document.times] + [(n.start - len(n.clitics), n.end) for n in document.names if n.kind in ("place", "state", "metonym")]
    while j + 1 < trigger.last:
        if tokens[j].norm in PLACE_PREPOSITIONS and tokens[j - 1].text in "،,":  # «، في مقر الاتحاد بالعاصمة، »
            j = next((k for k in range(j + 1, min(j + _ASIDE, trigger.last - 1)) if tokens[k].text in "،,"), j)
        if not (tokens[j].text in "،," or tokens[j].norm in PLACE_PREPOSITIONS or tokens[j].norm in _DAY_PARTS or any(a <= tokens[j].start < b for a, b in spans)):
            break
        j += 1
    return min(j, len(tokens) - 1)


def is_of_another(document: Document, i: int, j: int) -> bool:
    """Whether what stands at ``j`` completes another noun than the event at ``i``: «اللقاء عمل اللجنة المشتركة بين البلدين»."""
    event, beside = document.morphs[i], document.morphs[i + 1]
    if event is not None and event.definite and beside is not None and beside.pos in ("noun", "verb") and beside.lemma not in _BRINGING and not beside.definite and not beside.preposition and not any(t.start <= document.tokens[i + 1].start < t.end for t in document.times):
        return True  # behind «اللقاء» an object of its verb
    nouns = [k for k in range(i + 1, j) if (m := document.morphs[k]) is not None and m.pos == "noun" and m.lemma not in _IN_EVENTS and not _in_mention(document, k)]
    return sum(not any(t.start <= document.tokens[k].start < t.end for t in document.times) for k in nouns) > 1


def _in_mention(document: Document, i: int) -> bool:
    """Whether a token stands in the mention of a person, a group or a body: «لقاء رئيس الوزراء العراقي مع …», «لقاء صندوق النقد الدولي مع …»."""
    at = document.tokens[i].start
    return any(p.start <= at < p.end for p in document.persons) or any(n.start <= at < n.end for n in document.names)


def _addressed(before: list[Party], speakers: list[Party], trigger: Trigger) -> list[Party]:
    """Whom the one speaker speaks to: «دعا الوزير نظيره البريطاني خلال جلسة عمل», «أكد الملك لترامب في اتصال هاتفي»."""
    if len(speakers) != 1:
        return []
    if trigger.construction == "noun_call":
        called = [p for p in before if p.person is not None and p.person.kind == "person" and p.start > speakers[0].start and p.key() != speakers[0].key()]
        return called[:1]
    return [p for p in before if p.person is not None and (p.person.role_ar or "").startswith(("نظير", "ونظير")) and p.key() != speakers[0].key()][:1]


def _audience(document: Document, trigger: Trigger) -> list[Party]:
    """The body that a speech is given to: «كلمته أمام الجمعية العامة للأمم المتحدة»."""
    tokens = document.tokens
    to = next((j for j in range(trigger.token + 1, trigger.last) if tokens[j].norm in ("امام", "في", "خلال")), trigger.last)
    bodies = [n for n in document.names if (n.kind == "organisation" or n.kind == "metonym" and n.text.startswith("الكونغرس")) and to + 1 < len(tokens) and n.start == tokens[to + 1].start]
    return [Party(n.start, n.end, None, replace(n, clitics="و")) for n in bodies]


def _is_invitation(document: Document, trigger: Trigger) -> bool:
    """«دعا نظراءه من … للمشاركة في هذا الاجتماع»: guests of a meeting told before, no call for one."""
    return any(t.norm.endswith(("مشاركه", "حضور")) for t in document.tokens[max(trigger.first, trigger.token - 4) : trigger.token])
