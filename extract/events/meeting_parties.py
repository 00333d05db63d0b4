"""Who takes part in a meeting: the subject, the partners and the listed parties of its trigger."""

from __future__ import annotations

from dataclasses import replace

from extract.arabic.normalizer import fold
from extract.arabic.types import Document, Name
from extract.events.arguments import SHORT_BODIES, Index, Party, is_adjective, right_limit
from extract.events.meeting_triggers import Trigger, discussing_groups, is_within, next_event

# «القمة العربية»: the adjective names the body whose leaders meet.
_BODIES = {
    "العربيه": ("LAS", "جامعة الدول العربية"), "الخليجيه": ("GCC", "مجلس التعاون الخليجي"), "الافريقيه": ("AFUN", "الاتحاد الأفريقي"),
    "الاسلاميه": ("OIC", "منظمة التعاون الإسلامي"), "الاوروبيه": ("EU", "الاتحاد الأوروبي"), "الاطلسيه": ("NATO", "حلف شمال الأطلسي"),
}  # fmt: skip
# A dual that names two states at once.
_BOTH = dict.fromkeys(("الكوريتين", "الكوريتان", "للكوريتين"), (("KR", "كوريا الجنوبية"), ("KP", "كوريا الشمالية")))
# Words that bring in parties wherever they stand in the rest of the sentence, and in which capacity.
_MARKERS = {
    "بمشاركه": None, "ومشاركه": None, "وبمشاركه": None, "بحضور": None, "وحضور": None, "وبحضور": None, "بين": None, "وبين": None, "يجمع": None,
    "تجمع": None, "جمع": None, "جمعت": None, "سيجمع": None, "ستجمع": None, "يضم": None, "تضم": None, "ضم": None, "ضمت": None, "سيضم": None,
    "ستضم": None, "برياسه": "chair", "ترافقه": None, "برعايه": "organiser", "بتنظيم": "organiser", "بدعوه": "host", "بوساطه": "mediator", "بالاشتراك": "organiser", "بالتعاون": "organiser",
}  # fmt: skip
_JOINING = frozenset(("مع", "بين", "وبين", "و", "بمشاركة", "بحضور", "ومشاركة", "برئاسة", "برعاية", "يجمع", "تجمع", "يضم", "تضم", "جمع", "ضم", "مشاركة", "بدعوة", "بوساطة"))  # fmt: skip
_ORGANS = frozenset(("مجلس", "لمجلس", "اجتماع", "قمه", "لقمه", "لجنه", "للجنه", "اجتماعا", "قمة", "دوره", "موتمر"))
_CONVENES = frozenset(("عقد", "عقدت", "يعقد", "تعقد", "يجتمع", "تجتمع", "اجتمع", "اجتمعت", "نظم", "نظمت", "ينظم", "تنظم"))
# A speech or a part of somebody's own: «كلمته أمام القمة», «مشاركتها في الاجتماع».
_OWN_PART = frozenset(("وصوله", "وصولها", "كلمته", "كلمتها", "كلمه", "خطابه", "خطاب", "مشاركته", "مشاركتها", "حضوره", "حضورها", "مداخلته", "مداخلتها", "لمشاركته", "بمشاركته", "ترؤسه", "تروسه"))  # fmt: skip
_DUALS = frozenset(("الجانبين", "الجانبان", "الطرفين", "الطرفان", "البلدين", "البلدان", "الرييسين", "الرييسان", "الوزيرين", "الوزيران", "الزعيمين", "الزعيمان", "الحكومتين", "الوفدين", "الوفدان"))
_SUBJECT_REACH = 12  # tokens before a light verb in which its subject may stand
_PARTNER_REACH = 20  # tokens behind مع in which partners are listed
_RELATIVE_LENGTH = 14  # tokens of a relative clause between a subject and its object
_BETWEEN_REACH = 10  # tokens from an event noun to the بين that names its parties
_THAT_HE = frozenset(("انه", "انها", "بانه", "بانها", "وانه", "وانها"))
_DUAL_RELATIVES = frozenset(("اللذين", "اللذان", "اللتين", "اللتان"))
_COMPLETING = frozenset(("مع", "بين", "بحضور", "بمشاركه", "برياسه", "لدول", "الذي", "التي"))  # what follows says who meets
_GATHERED = frozenset(("بين", "زعماء", "قاده", "روساء", "رووساء", "خارجيه", "دفاع", "وزراء", "لزعماء", "لقاده", "لوزراء"))
_COUNTED = {"الثلاث": 3, "الثلاثه": 3, "الاربع": 4, "الاربعه": 4, "الخمس": 5, "الخمسه": 5, "الست": 6}
_BRINGING = frozenset(("جمع", "ضم", "عقد", "انعقد", "جرى", "تم", "كان"))  # verbs of an event, behind which its parties stand
_IN_EVENTS = frozenset(("سلام", "عمل", "قمة", "مباحثات", "محادثات", "مفاوضات", "لقاء", "اجتماع", "جلسة"))
_TWO_PERSONS = frozenset(("المسوولان", "الوزيران", "الرييسان", "الزعيمان", "الرجلان", "المبعوثان"))
_HONORIFICS = frozenset(("معاليه", "سموه", "فخامته", "جلالته", "سيادته", "سعادته", "دولته"))
_MUTUAL = frozenset(("بينهما", "بينهم"))
_TAKING_PART = frozenset(("شارك", "حضر", "ترأس", "رأس", "افتتح", "اختتم", "استهل"))  # one alone may do so
_ALWAYS_ACTIVE = frozenset(("شارك", "حضر", "ترأس", "أجرى", "تلقى", "قام"))  # a left out subject is a person told before
_SIDES = ("side", "sides", "government")
_BETWEEN_TWO = ("verb_receive", "verb_visit", "verb_arrive", "noun_visit", "noun_call", "verb_discuss")


def find_parties(document: Document, index: Index, trigger: Trigger, place: Name | None, subject: Party | None) -> list[Party]:
    """The participants that the trigger's own sentence names, ``subject`` where it leaves its subject out.

    ``subject`` is whom the sentence before speaks of. The place of the meeting is no participant.
    """
    reported = _reported_subject(document, index, trigger) or _antecedent(document, index, trigger)
    subject = reported or subject
    if trigger.construction == "verb_discuss":
        parties = _around_with(document, index, trigger, subject)
    elif trigger.noun:
        parties = _of_noun(document, index, trigger, subject)
    else:
        parties = _of_verb(document, index, trigger, subject)
    if reported is not None and trigger.role in (None, "holds") and all(p.start > document.tokens[trigger.left].start for p in parties if p.person):
        parties = [reported, *parties]
    if subject is not None and _comes_with(document, trigger) and subject.actor_id not in {p.actor_id for p in parties}:
        parties = [subject, *parties]
    spelled = _spelled_out(document, index, trigger)
    parties = [*_the_two(document, index, trigger), *(spelled or parties), *_marked(document, index, trigger), *_adjectives(document, trigger)]
    return _unique(_taking_part(document, parties, trigger, place))


def _spelled_out(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """Who a group is: «بدأت الدول التي …، وهي بريطانيا والصين وفرنسا، اجتماعاتها», «قمة بين الدول الثلاث» of which the text spoke before."""
    tokens, i = document.tokens, trigger.token
    which = next((j for j in range(i - 1, trigger.first, -1) if tokens[j].norm in ("وهي", "وهم")), None)
    if which is not None and trigger.noun:
        listed = index.parties(tokens[which].end, tokens[i].start)
        run = listed[:1] + [b for a, b in zip(listed, listed[1:], strict=False) if _is_listed(document, a, b)]
        if len(run) > 1:
            return [replace(p, capacity="attendee") for p in run]
    for j in range(trigger.left, min(i + 6, trigger.last - 1)):
        count = _COUNTED.get(tokens[j + 1].norm) if tokens[j].norm in ("الدول", "البلدان", "الاطراف") and tokens[j - 1].norm in _GATHERED else None
        if count is not None:
            return _told_together(document, index, tokens[j].start, count)
    return []


def _told_together(document: Document, index: Index, before: int, count: int) -> list[Party]:
    """The last ``count`` states that the text named in one list before an offset; [] where it named no such list."""
    states = [n for n in document.names if n.end <= before and n.kind in ("state", "metonym") and n.actor_id]
    run: list[Name] = []
    for n in reversed(states):
        gap = document.text[n.end : run[-1].start - len(run[-1].clitics)].strip() if run else ""
        if run and (gap not in ("", "،", ",", "و") or n.actor_id in {m.actor_id for m in run}):
            run = []
        run.append(n)
        if len(run) == count:
            return [Party(m.start, m.end, None, replace(m, clitics="و"), "attendee") for m in reversed(run)]
    return []


def _comes_with(document: Document, trigger: Trigger) -> bool:
    """«جاء ذلك خلال زيارة فلان»: at the event spoke who was told of in the sentence before."""
    words = [t.norm.removeprefix("و") for t in document.tokens[trigger.first : trigger.first + 2]]
    return trigger.noun and words[:1] in (["جاء"], ["جاءت"], ["ياتي"]) and words[1:] in (["ذلك"], ["هذا"]) and is_within(document, trigger.token)


def _the_two(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """Whom a dual stands for: «ترامب وكيم، اللذين يعقدان قمة», «القمة التي جمعتهما», «اتصال بينهما»: the last two persons of the sentence before it."""
    tokens, at = document.tokens, trigger.carrier if trigger.carrier is not None else trigger.token
    verb = document.morphs[at]
    gathered = trigger.behind and trigger.role == "gathers" and verb is not None and verb.enclitic == "3d"
    mutual = trigger.noun and any(t.norm in _MUTUAL for t in tokens[trigger.token + 1 : min(trigger.token + 4, trigger.last)])
    if not gathered and not mutual and (at <= trigger.first or tokens[at - 1].norm not in _DUAL_RELATIVES):
        return []
    before = index.parties(tokens[trigger.first].start, tokens[min(at, trigger.token)].start, states=False)
    persons = {p.key(): p for p in before if p.person is not None and p.person.role not in _SIDES}
    if mutual and len(persons) < 2:  # «خلال اتصال بينهما، شدد الرئيسان X وY»
        behind = index.parties(tokens[trigger.token].end, tokens[trigger.last - 1].end, states=False)
        named = {p.key(): p for p in behind if p.person is not None and p.person.kind == "person"}
        return list(named.values())[:2] if len(named) >= 2 and not persons else []
    return list(persons.values())[-2:]


def _reported_subject(document: Document, index: Index, trigger: Trigger) -> Party | None:
    """Who «أنه» is: «أشار الوزير إلى أنه أجرى لقاء مع …»: the person last named before it in the sentence."""
    tokens, left = document.tokens, trigger.left
    head = trigger.carrier if trigger.carrier is not None else trigger.token
    if left <= trigger.first or tokens[left - 1].norm not in _THAT_HE and (tokens[left - 1].norm not in ("الذي", "التي") or trigger.noun) or trigger.behind or head - left > 3:
        return None
    before = index.parties(tokens[trigger.first].start, tokens[left].start, states=False)
    beside = {tokens[j + 1].start for j in range(trigger.first, left) if tokens[j].norm == "مع"}  # «خلال مؤتمر عقده مع نظيره»: no speaker
    return next((p for p in reversed(before) if p.person is not None and p.person.kind in ("person", "office") and p.start not in beside), None)


def _antecedent(document: Document, index: Index, trigger: Trigger) -> Party | None:
    """Whom a relative clause that holds the event tells of: «لولي العهد الذي يبدأ الأربعاء زيارة»."""
    tokens, left = document.tokens, trigger.left
    if not trigger.noun or trigger.carrier is None or trigger.behind or left < trigger.first + 2 or tokens[left - 1].norm not in ("الذي", "التي", "والذي", "والتي"):
        return None
    end = tokens[left - 2 if tokens[left - 2].text not in "،," else left - 3].end
    before = index.parties(tokens[trigger.first].start, end, states=False)
    return next((p for p in before if p.end == end and p.person is not None and p.person.kind in ("person", "office")), None)


def _of_verb(document: Document, index: Index, trigger: Trigger, subject: Party | None) -> list[Party]:
    """«التقى X … Y», «استقبل X Y»: who stands in the clause; a dropped subject is the one spoken of before."""
    tokens, i = document.tokens, trigger.token
    right = next((j for j in range(i + 2, trigger.right) if _is_joined_verb(document, index, j)), trigger.right)  # «التقى X Y ونقل إليه تحيات Z»
    parties = index.parties(tokens[trigger.left].start, tokens[right - 1].end) + _behind_relative(document, index, trigger)
    verb = document.morphs[i]
    two = i + 1 < trigger.last and tokens[i + 1].norm in _TWO_PERSONS or verb is not None and verb.number == "d" and trigger.construction == "verb_meet"  # «على أن يلتقيا بعد الظهر»
    if two and len([p for p in parties if p.start < tokens[i].start and p.person]) < 2:
        told = {p.chain: p for p in index.persons if p.end <= tokens[i].start and p.kind == "person"}
        parties = [Party(p.start, p.end, p, None) for p in list(told.values())[-2:]] + parties
    if i + 1 < trigger.last and tokens[i + 1].norm in _HONORIFICS and (who := index.protagonist()) is not None and all(p.person is None or p.person.chain != who.chain for p in parties):
        parties = [Party(who.start, who.end, who, None), *parties]
    if trigger.construction in ("verb_meet", "verb_receive", "verb_visit") and subject is not None and not any(p.person for p in parties) and not _is_body_beside(document, trigger, parties):
        parties = [subject, *parties]
    if trigger.construction == "verb_receive" and not any(p.person for p in parties):
        return []  # «استقبلتهم الأمم المتحدة» takes in refugees
    return _with_missing_side(document, index, trigger, parties, subject) if trigger.construction in ("verb_meet", "verb_visit", "verb_receive") else parties


def _is_body_beside(document: Document, trigger: Trigger, parties: list[Party]) -> bool:
    """Whether a body is the verb's own subject: «واجتمع مجلس الأمن في جلسة مغلقة»."""
    beside = document.tokens[trigger.token + 1].start if trigger.token + 1 < trigger.last else -1
    return any(p.name is not None and p.name.kind == "organisation" and p.start == beside for p in parties)


def _is_joined_verb(document: Document, index: Index, j: int) -> bool:
    """Whether another verb is joined to the meeting's by و at ``j``, so that what follows is its own."""
    morph = document.morphs[j]
    return morph is not None and morph.pos == "verb" and morph.conjunction == "و" and len(document.tokens[j].norm) > 3 and not index.in_person(document.tokens[j].start)


def _behind_relative(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """«التقى بومبيو الذي وصل السبت إلى الرياض، العاهل السعودي»: the object behind a relative clause between commas."""
    tokens, j = document.tokens, trigger.right
    if j >= trigger.last or tokens[j].norm not in ("الذي", "التي"):
        return []
    comma = next((k for k in range(j, min(j + _RELATIVE_LENGTH, trigger.last - 1)) if tokens[k].text in "،,"), None)
    if comma is None:
        return []
    behind = index.parties(tokens[comma].end, tokens[right_limit(document, comma, trigger.last) - 1].end, states=False)
    return behind if behind and behind[0].start == tokens[comma + 1].start else []


def _of_noun(document: Document, index: Index, trigger: Trigger, subject: Party | None) -> list[Party]:
    tokens, i = document.tokens, trigger.token
    at, after = tokens[i].start, tokens[i].end
    left, right = tokens[trigger.left].start, tokens[trigger.right - 1].end
    carrier, role = trigger.carrier, trigger.role
    verb = document.morphs[carrier] if carrier is not None else None
    happens = role in ("happens", "hosts") or role == "holds" and verb is not None and verb.enclitic is None  # «القمة التي عقدت»
    if trigger.behind and happens and carrier is not None and is_within(document, i) and (said := _speaker_and_addressed(index, document, trigger)):
        parties = said + index.parties(after, tokens[carrier].start)  # «دعا الوزير نظيره خلال جلسة عمل انعقدت أمس»
    elif trigger.behind and happens and carrier is not None:
        joins = any((m := document.morphs[j]) is not None and m.pos == "verb" and m.lemma in _TAKING_PART for j in range(trigger.left, i))
        parties = (index.parties(left, at) if joins else []) + index.parties(after, tokens[carrier].start)  # «شارك … في القمة التي عقدت»
        if joins and not any(p.person for p in parties):  # «وكان الرئيس قد زار الدوحة، حيث شارك في القمة»
            before = [p for p in index.parties(tokens[trigger.first].start, left, states=False) if p.person and p.person.kind in ("person", "office")]
            parties = [*(before[-1:] or ([subject] if subject is not None else [])), *parties]
    elif role == "proposes" and carrier is not None and trigger.morph.definite and _is_invitation(document, trigger):
        parties = [replace(p, capacity="invited") for p in index.parties(tokens[carrier].start, at)]
    elif role == "proposes" and carrier is not None and tokens[i - 1].norm in ("الي", "لحضور"):
        asked = list(index.parties(tokens[carrier].start, at, states=False))
        asked = asked if trigger.left == carrier or index.parties(left, tokens[carrier].start, states=False) else asked[1:]
        parties = [replace(p, capacity="invited") for p in asked] + index.parties(after, right)
    elif role in ("proposes", "happens", "hosts", "gathers"):
        parties = index.parties(after, right)  # who calls for a meeting need not take part
    elif i and tokens[i - 1].norm == "هامش":
        parties = index.parties(after, right)  # «التقى … على هامش قمة الاتحاد»: who met there is told of the other event
    elif trigger.construction == "noun_speech":
        bodies = _audience(index, document, trigger)
        speakers = [p for p in index.parties(left, right) if p.person and p.person.kind == "person"]
        together = trigger.morph.enclitic in ("3mp", "3mp_poss", "3d", "3d_poss")  # «في كلماتهم أمام القمة»
        parties = (speakers if together else speakers[:1]) + bodies
    elif role == "says":
        before = index.parties(left, at)
        speakers = [p for p in before if p.person and p.person.kind in ("person", "collective")] or [p for p in before if p.name and p.name.kind != "nisba"]
        theirs = trigger.morph.enclitic in ("3d", "3mp", "3fp")
        speakers = [] if _has_agent(document, trigger) else speakers if theirs else speakers[:1]  # «اتفق X وY خلال اجتماعهما»
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
    elif trigger.construction == "noun_visit" and carrier is None and _has_agent(document, trigger):
        parties = index.parties(after, right)  # «استمع إلى نتائج زيارة الوزير إلى مصر»
    else:
        parties = index.parties(left, at, states=False) + index.parties(after, right)
    if trigger.behind and role == "gathers" and verb is not None and verb.enclitic:
        owner = _owner(document, index, trigger) or subject  # «القمة التي جمعته بالرئيس»
        parties = [owner, *parties] if owner is not None else parties
    with_partner = any(t.norm == "مع" for t in tokens[i + 1 : min(i + 4, trigger.last)]) and not any(t.norm == "بين" for t in tokens[i + 1 : min(i + 4, trigger.last)])
    if with_partner and role is None and not any(p.start < at for p in parties):
        parties = [p for p in index.parties(left, at) if p.name is not None][:1] + parties  # «هددت طهران بإلغاء المحادثات مع واشنطن»
    heads = carrier is None and i - trigger.first <= 3 and is_within(document, i) and trigger.construction != "noun_visit"
    if (trigger.morph.enclitic or (with_partner or heads) and role is None) and not any(p.start < at and p.person for p in parties):
        owner = _owner(document, index, trigger)
        mirrored = owner is not None and subject is not None and trigger.morph.enclitic and subject.actor_id != owner.actor_id and any(p.person is not None and p.actor_id == owner.actor_id for p in parties)
        if mirrored or owner is None and (trigger.morph.enclitic or with_partner):
            owner = subject  # «وأشار خلال مؤتمر مع نظيره إلى أنه بحث خلال لقائه الوزير …»
        parties = [owner, *parties] if owner is not None else parties
    own = {tokens[j].norm for j in range(max(trigger.first, i - 4), i)} & _OWN_PART
    if own and subject is not None and not any(p.person for p in parties):
        parties = [subject, *parties]
    lemma = morph.lemma if carrier is not None and (morph := document.morphs[carrier]) is not None else None
    behind = i + 1 < len(tokens) and any(p.start == tokens[i + 1].start for p in parties if p.person)  # «وترأس الاجتماع وزير الخارجية»
    if lemma in _ALWAYS_ACTIVE and not trigger.behind and not behind and not any(p.start < at for p in parties if p.person):
        before = [p for p in index.parties(tokens[trigger.first].start, left, states=False) if p.person and p.person.kind in ("person", "office")]
        parties = [*(before[-1:] or ([subject] if subject is not None else [])), *parties]
    dropped = role == "holds" and lemma not in _TAKING_PART and not trigger.behind and trigger.construction in ("noun_call", "noun_meet", "noun_visit")
    if dropped or trigger.behind and role == "holds" and trigger.construction == "noun_call":
        parties = _with_missing_side(document, index, trigger, parties, subject)
    return parties


def _speaker_and_addressed(index: Index, document: Document, trigger: Trigger) -> list[Party]:
    """The person who speaks to his counterpart in the clause before the event; none where nobody is spoken to."""
    before = index.parties(document.tokens[trigger.left].start, document.tokens[trigger.token].start, states=False)
    speakers = [p for p in before if p.person is not None and p.person.kind == "person"][:1]
    addressed = _addressed(before, speakers, trigger)
    return speakers + addressed if addressed else []


def _completing(document: Document, trigger: Trigger, behind: list[Party]) -> list[Party]:
    """Of the parties behind the event noun those that its own complement names: at its side, or behind مع, بين, بـ, لـ."""
    tokens, i = document.tokens, trigger.token
    near = tokens[i].end if trigger.morph.definite else tokens[min(i + 2, trigger.last - 1)].end
    joint = next((tokens[j].start for j in range(i + 1, trigger.right) if tokens[j].norm in _COMPLETING and not _of_another(document, i, j) or tokens[j].norm == "قبل" and tokens[j - 1].norm == "من"), None)
    out: list[Party] = []
    for p in behind:
        own = p.start <= near or joint is not None and p.start > joint or p.name is not None and p.name.clitics.endswith(("ب", "ل")) or p.person is not None and document.text[p.start] in "بل"
        if not own and not (out and _is_listed(document, out[-1], p)):
            break
        out.append(p)
    return out


def _of_another(document: Document, i: int, j: int) -> bool:
    """Whether what stands at ``j`` completes another noun than the event at ``i``: «اللقاء عمل اللجنة المشتركة بين البلدين»."""
    event, beside = document.morphs[i], document.morphs[i + 1]
    if event is not None and event.definite and beside is not None and beside.pos in ("noun", "verb") and beside.lemma not in _BRINGING and not beside.definite and not beside.preposition and not any(t.start <= document.tokens[i + 1].start < t.end for t in document.times):
        return True  # behind «اللقاء» an object of its verb
    nouns = [k for k in range(i + 1, j) if (m := document.morphs[k]) is not None and m.pos == "noun" and m.lemma not in _IN_EVENTS]
    return sum(not any(t.start <= document.tokens[k].start < t.end for t in document.times) for k in nouns) > 1


def _addressed(before: list[Party], speakers: list[Party], trigger: Trigger) -> list[Party]:
    """Whom the one speaker speaks to: «دعا الوزير نظيره البريطاني خلال جلسة عمل», «أكد الملك لترامب في اتصال هاتفي»."""
    if len(speakers) != 1:
        return []
    if trigger.construction == "noun_call":
        called = [p for p in before if p.person is not None and p.person.kind == "person" and p.start > speakers[0].start and p.key() != speakers[0].key()]
        return called[:1]
    return [p for p in before if p.person is not None and (p.person.role_ar or "").startswith(("نظير", "ونظير")) and p.key() != speakers[0].key()][:1]


def _has_agent(document: Document, trigger: Trigger) -> bool:
    """Whether the noun's genitive says whose it is, so that the speaker takes no part: «صرح X بأنه بعد زيارة Y», «خلال محادثات Y مع Z»."""
    tokens, i = document.tokens, trigger.token
    if trigger.morph.enclitic or i + 1 >= trigger.last or not any(p.start == tokens[i + 1].start and p.kind != "collective" for p in document.persons):
        return False
    return trigger.construction == "noun_visit" or any(t.norm == "مع" for t in tokens[i + 2 : min(i + _BETWEEN_REACH, trigger.last)])


def _audience(index: Index, document: Document, trigger: Trigger) -> list[Party]:
    """The body that a speech is given to: «كلمته أمام الجمعية العامة للأمم المتحدة»."""
    tokens = document.tokens
    to = next((j for j in range(trigger.token + 1, trigger.last) if tokens[j].norm in ("امام", "في", "خلال")), trigger.last)
    bodies = [n for n in document.names if n.kind == "organisation" and to + 1 < len(tokens) and n.start == tokens[to + 1].start]
    return [Party(n.start, n.end, None, replace(n, clitics="و")) for n in bodies]


def _is_invitation(document: Document, trigger: Trigger) -> bool:
    """«دعا نظراءه من … للمشاركة في هذا الاجتماع»: guests of a meeting told before, no call for one."""
    return any(t.norm.endswith(("مشاركه", "حضور")) for t in document.tokens[max(trigger.first, trigger.token - 4) : trigger.token])


def _owner(document: Document, index: Index, trigger: Trigger) -> Party | None:
    """Whose «لقائه» it is: the first person that the sentence names before it, no person of a parallel clause."""
    tokens, i = document.tokens, trigger.token
    people = index.parties(tokens[trigger.first].start, tokens[i].start, states=False)
    persons = [p for p in people if p.person is not None and p.person.kind == "person"]
    persons = persons or [p for p in people if p.person is not None and p.person.kind == "office"]
    owner = (persons[-1] if trigger.morph.conjunction else persons[0]) if persons else None  # «زيارة بومبيو … واجتماعه»
    if owner is None and i - trigger.first <= 3:  # «وفي حديثه أمام …، أعلن وزير الخارجية …»: named behind
        behind = index.parties(tokens[i].end, tokens[trigger.last - 1].end, states=False)
        said = next((p for p in behind if p.person is not None and p.person.kind in ("person", "collective")), None)
        verb = document.morphs[index.token_at(said.start) - 1] if said is not None else None
        owner = said if verb is not None and verb.pos == "verb" else None
    return owner


def _with_missing_side(document: Document, index: Index, trigger: Trigger, parties: list[Party], subject: Party | None) -> list[Party]:
    """One person alone meets nobody: whom the sentence named last for another actor, else the subject before it."""
    persons = [p for p in parties if p.person is not None]
    guests = len(persons) > 1 and trigger.construction == "verb_meet" and len({p.actor_id for p in persons}) == 1 and document.text[persons[0].start] == "ب"
    if len(persons) != 1 and not guests or any(p.name for p in parties) or not guests and _meets_alone(document, trigger, persons[0]):
        return parties
    mine = persons[0]  # «حيث التقى بملكة بريطانيا … ورئيسة الحكومة»: two of one state, whom the visitor met
    before = index.parties(document.tokens[trigger.first].start, document.tokens[trigger.token].start, states=False)
    others = [p for p in [subject, *before] if p is not None and p.actor_id != mine.actor_id and p.key() != mine.key()]
    return [*(others[-1:] or _meant(document, index, trigger, mine)), *parties]


def _meets_alone(document: Document, trigger: Trigger, party: Party) -> bool:
    """Whether the office holders of several states are the verb's subject: «يجتمع وزراء خارجية مجموعة السبع في تورونتو»."""
    person, beside = party.person, trigger.token + 1
    several = person is not None and person.kind == "collective" and (party.actor_id is None or len(party.actor_id) != 2 or party.actor_id in SHORT_BODIES)
    return several and trigger.construction == "verb_meet" and beside < trigger.last and party.start == document.tokens[beside].start


def _meant(document: Document, index: Index, trigger: Trigger, other: Party) -> list[Party]:
    """Whom «استقبله», «التقى معاليه» or «حيث اجتمع مع …» means where the sentences beside name nobody: the one whom the article is about."""
    verb = document.morphs[trigger.token]
    styled = any(t.norm in _HONORIFICS for t in document.tokens[trigger.token : min(trigger.token + 3, trigger.last)])
    who = index.protagonist() if trigger.construction in ("verb_meet", "verb_receive") and (styled or verb is not None and verb.enclitic or trigger.construction == "verb_meet") else None
    if who is None or who.chain == (other.person.chain if other.person else None) or who.actor_id == other.actor_id and who.actor_name_ar == other.actor_name_ar:
        return []
    return [Party(who.start, who.end, who, None)]


def _around_with(document: Document, index: Index, trigger: Trigger, subject: Party | None) -> list[Party]:
    """The subject of «بحث X مع Y …» and what follows مع, topics in between left out."""
    tokens, i = document.tokens, trigger.token
    partner = next((j for j in range(i + 1, min(trigger.last, i + 30)) if tokens[j].norm in ("مع", "ونظيره", "ونظيرته")), None)
    if partner is None:
        return [Party(p.start, p.end, p, None) for p in discussing_groups(document, i, trigger.last)]
    between = index.parties(tokens[i].end, tokens[partner].start, states=False)
    before = index.parties(tokens[trigger.left].start, tokens[i].start, states=False)
    if not between and not before:  # «قال X إنه بحث مع Y»
        before = index.parties(tokens[trigger.first].start, tokens[i].start, states=False)
    limit = min(right_limit(document, partner, trigger.last), partner + _PARTNER_REACH)
    after = index.parties(tokens[partner].start, tokens[limit - 1].end)
    if after and after[0].person is None and _ends_topic(document, index, partner - 1, i):
        return []  # «يناقش إلغاء الاتفاق النووي مع إيران»
    named = [p for p in between if p.person is not None and p.person.name_ar]  # «نائب رئيس الوزراء وزير الخارجية … فلان»
    verb = document.morphs[i]
    pair = [p for p in before if p.person is not None and p.person.kind == "person"][-2:] if verb is not None and verb.number == "d" else []
    if len(pair) == 2 and not named:  # «إن X وY بحثا مع Z»
        return [*pair, *after[:1]]
    mine = named[:1] or between[:1] or before[-1:] or ([subject] if subject is not None else [])
    partners = after[:1] + [b for a, b in zip(after, after[1:3], strict=False) if _is_listed(document, a, b)]
    return mine + partners if mine and after else []


def _ends_topic(document: Document, index: Index, j: int, verb: int) -> bool:
    """Whether the word before مع belongs to what is discussed: neither to the subject, nor an adverb or a time."""
    token, morph = document.tokens[j], document.morphs[j]
    if j == verb or token.kind != "word" or index.in_person(token.start) or morph is not None and morph.pos not in ("noun", "adj"):
        return False
    if any(n.start <= token.start < n.end and n.kind != "nisba" for n in document.names):
        return False
    return not any(t.start <= token.start < t.end for t in document.times)


def _is_listed(document: Document, party: Party, following: Party) -> bool:
    """Whether a party follows another in a list: «مع نظيره والمبعوث», no «مع نظيره قضية فلان»."""
    gap = document.text[party.end : following.start].strip()
    return gap in ("،", ",", "و", "") or gap.endswith((" و", "،")) or document.text[following.start] == "و"


def _marked(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """Parties that بمشاركة، بحضور، برئاسة، بين … bring in."""
    tokens = document.tokens
    out: list[Party] = []
    for j in range(trigger.token + 1, next_event(document, trigger)):
        if tokens[j].text in ".؛":
            break
        if tokens[j].norm in ("بين", "وبين") and (j - trigger.token > _BETWEEN_REACH or trigger.noun and _of_another(document, trigger.token, j)):
            continue  # «العلاقات بين البلدين»
        if tokens[j].norm in _MARKERS and j + 1 < trigger.last:
            out += [Party(n.start, n.end, None, replace(n, kind="organisation", clitics="و")) for n in document.names if is_adjective(n) and n.start == tokens[j + 1].start and tokens[j].norm.endswith(("مشاركه", "حضور", "وساطه", "رعايه"))]
            end = right_limit(document, j, trigger.last)
            capacity = _MARKERS[tokens[j].norm]
            found = index.parties(tokens[j].end, tokens[end - 1].end)
            out += [replace(p, capacity=capacity) for p in (found[:1] if capacity in ("chair", "host") else found)]
    return out


def _adjectives(document: Document, trigger: Trigger) -> list[Party]:
    """«القمة العربية»: the body of an adjective; «المفاوضات الروسية الأمريكية»: the two sides of a pair of adjectives."""
    if not trigger.noun:
        return []
    tokens, i = document.tokens, trigger.token
    both = next((t for t in tokens[i + 1 : min(i + 6, trigger.last)] if t.norm in _BOTH), None)
    if both is not None:
        return [Party(both.start, both.end, None, Name(both.start, both.end, both.text, "organisation", c, c, n, c, None, "و")) for c, n in _BOTH[both.norm]]
    if trigger.morph.lemma == "قمة" and i + 1 < len(tokens) and tokens[i + 1].norm in _BODIES:
        code, name = _BODIES[tokens[i + 1].norm]
        start, end = tokens[i].start, tokens[i + 1].end
        return [Party(start, end, None, Name(start, end, tokens[i + 1].text, "organisation", code.lower(), code, name, code, None, "و"))]
    reach = tokens[min(i + 7, trigger.last) - 1].end
    duals = any(t.norm in _DUALS for t in tokens[i : min(i + 9, trigger.last)])
    reach = tokens[min(i + 12, trigger.last) - 1].end if duals else reach
    nisbas = [n for n in document.names if tokens[i].end <= n.start < reach and is_adjective(n) and n.actor_id]
    for a, b in zip(nisbas, nisbas[1:], strict=False):
        gap = document.text[a.end : b.start].strip()
        if a.actor_id != b.actor_id and gap in ("", "-", "–", "/", "و" if duals else "") and (duals or not b.clitics):
            return [Party(n.start, n.end, None, replace(n, kind="organisation", clitics="و")) for n in (a, b)]
    return []


def _taking_part(document: Document, parties: list[Party], trigger: Trigger, place: Name | None) -> list[Party]:
    """Parties without the bare country of a person who takes part, without the place, without whom nobody can name."""
    parties = [p for p in parties if p.person is None or p.person.name_ar or p.actor_id or p.actor_name_ar]
    parties = [p for p in parties if p.person is None or "spokes" not in (p.person.role or "")]
    parties = [p for p in parties if p.name is None or p.name is not place]
    organs = {(p.actor_id or "").partition("-")[0] for p in parties if p.name is not None and "-" in (p.actor_id or "")}
    parties = [p for p in parties if p.name is None or p.actor_id not in organs]  # «مجلس الأمن التابع للأمم المتحدة»
    acting = {p.actor_id for p in parties if p.person and p.actor_id}
    two = trigger.construction in _BETWEEN_TWO or sum(p.person is not None for p in parties) > 1
    out = []
    for p in parties:
        if p.name is not None and acting:
            if p.actor_id in acting or two and p.name.kind != "organisation" and not p.capacity or not _joined(document, p):
                continue
        elif p.name is not None and any(q.person for q in parties) and not _joined(document, p):
            continue
        out.append(p)
    return out


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
    return bool(party.capacity) or "و" in clitics or clitics.endswith("ب") or bool(before) and before[-1] in _JOINING


def _unique(parties: list[Party]) -> list[Party]:
    """Each participant once; a side («الجانب الروسي») goes where one of its people is named."""
    acting = {p.actor_id for p in parties if p.person and p.person.kind in ("person", "office")}
    seen: dict[tuple[object, ...], Party] = {}
    for p in parties:
        if p.person and p.person.kind == "collective" and p.person.role in _SIDES and p.actor_id in acting:
            continue
        known = seen.setdefault(p.key(), p)
        if known.capacity is None and p.capacity:
            seen[p.key()] = replace(known, capacity=p.capacity)
    return list(seen.values())
