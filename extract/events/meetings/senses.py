"""Whether a word that may tell of a meeting does so where it stands: no press conference, no «social», no repeated talks."""

from __future__ import annotations

from typing import Final

from extract.arabic.normalizer import fold
from extract.arabic.spans import is_joined, mention_at
from extract.arabic.types import Document, Morph, Person
from extract.events.arguments import is_state
from extract.events.meetings.arrivals import LEAVING, reaches_place
from extract.events.meetings.carriers import SESSIONS, opening_session
from extract.events.meetings.ceremonies import is_done_by_two, is_named_ceremony
from extract.events.meetings.committees import WORKS, has_committee, is_work_of_committee
from extract.events.meetings.event import TALKS
from extract.events.meetings.figures import is_figure
from extract.events.meetings.frames import Frames
from extract.events.meetings.internal import is_internal
from extract.events.meetings.parties.calls import is_phone_call
from extract.events.meetings.press import PRESS, is_joint_press, is_press
from extract.events.meetings.sessions import audience_event

_CEREMONIES: Final = frozenset(("مراسم", "حفل", "احتفال"))
_ON_AIR: Final = frozenset(("تلفزيوني", "تلفزيونيا", "متلفز", "اذاعي", "اعلامي", "صحفي", "صحافي", "التلفزيوني", "المتلفز", "الاذاعي", "الصحفي", "الصحافي"))
_OF_MEDIA: Final = frozenset(("للشبكه", "للقناه", "للصحيفه", "للمحطه", "للتلفزيون", "للاذاعه", "لقناه", "لصحيفه", "لشبكه", "لمحطه"))  # «في لقاء | لقناة الجزيرة»
_MEDIA: Final = frozenset(("شبكه", "قناه", "صحيفه", "وكاله", "تلفزيون", "اذاعه", "محطه", "مجله", "الصحفيين", "صحفيين", "الصحافيين", "برنامج", "موقع"))
_SOCIAL: Final = frozenset(("اجتماعي", "الاجتماعي", "اجتماعيه", "الاجتماعيه"))
# «اجتماعات دورية», «بعد مفاوضات شاقة»: no single event.
_REPEATED: Final = frozenset(("دوريه", "شهريه", "سنويه", "اسبوعيه", "منتظمه", "متكرره", "الدوريه", "يوميه"))
_LONG: Final = frozenset(("شاقه", "طويله", "صعبه", "مارثونيه", "ماراثونيه", "عسيره", "مكثفه", "مستمره", "سريه"))
_NEGATIONS: Final = frozenset(("لم", "لا", "ولم", "ولا"))
_THAT_NOT: Final = frozenset(("الا",))  # ألا
_WITHOUT: Final = frozenset(("دون", "بدون", "عدم", "بعدم"))
_NO_GATHERING: Final = frozenset(("side", "sides", "government", "delegation", "members", "officials"))  # groups that discuss in no meeting of their own
PREPARING: Final = frozenset(("التحضيري", "التحضيريه", "تحضيري", "تحضيريه", "الممهد", "التمهيدي"))
_PARTNER_REACH: Final = 6  # tokens from a press conference to the مع of who gives it too
_EXTENTS: Final = frozenset(("لحد", "حد", "درجه", "طريق", "ذروته", "ذروتها", "مرحله", "نتيجه", "مستوي", "مستويات"))
_NEXT_MEMBER: Final = 24  # characters of an adjective and a style between two who are told by one office
_RECIPROCAL: Final = frozenset(("تباحث", "تشاور", "تحادث"))  # what two do with each other
_WHAT: Final = frozenset(("ما", "بما", "مما", "لما", "عما", "فيما"))
_ARRIVING: Final = frozenset(("وصل", "توجه", "سافر", "حط", "هبط")) | LEAVING
_EXPECTED: Final = frozenset(("المتوقع", "المنتظر", "المقرر", "المرتقب", "عن"))  # «من المتوقع وصول الوزير», not «قبل وصوله»
_PLURAL_ONLY: Final = frozenset(("مناقشة",))  # «مناقشات» are talks, «مناقشة الأمر» is not
_OWN_ONLY: Final = frozenset(("رحلة",))  # «رحلته إلى الهند» is an official's, «رحلة إلى الهند» anybody's
_PARTNER_ONLY: Final = frozenset(("استعرض", "تحدث"))
_HOLDING: Final = frozenset(("holds", "happens", "hosts"))  # roles of verbs that tell of one event
_ARGUMENT_REACH: Final = 30  # tokens behind a verb in which its partner may stand
_CALLER_REACH: Final = 16  # tokens from «تلقى» to «اتصالا», with who is called between
_SESSION_REACH: Final = 16  # tokens from the body to «دورتها»
_BEHIND: Final = frozenset(("بعد", "عقب", "اثر", "رغم", "خلال", "في"))
_CARRYING_REACH: Final = 14  # tokens from such a verb, behind which its subject stands, to long talks
_GOING_ON: Final = frozenset(("مكثفه", "مستمره", "طويله"))
_FIRST_OF: Final = frozenset(("اول", "اولي", "الاول", "الاولي", "لاول", "نوعها", "نوعه"))
_SPANS: Final = frozenset(("سنوات", "سنين", "اعوام", "عام", "عامين", "سنه", "سنتين", "اشهر", "شهور", "اسابيع", "عقود", "فتره", "مده", "زمن"))
_HOLDING_REACH: Final = 6  # tokens from such a verb to the event noun behind it


def is_meant(document: Document, frames: Frames, morph: Morph, i: int, first: int, last: int) -> bool:
    """Whether the word has the sense of a meeting here: no press conference, no «social», no visit that was not made."""
    tokens = document.tokens
    if tokens[i].norm in _SOCIAL:
        return False
    if i + 1 < last and tokens[i + 1].norm in PRESS:
        return morph.lemma == "مؤتمر" and is_joint_press(document, i, last)
    if morph.lemma == "جلسة" and (of := _opened_with(document, i, last)) is not None and (of.lemma, "noun") in frames.triggers and is_meant(document, frames, of, i + 2, first, last):
        return False  # «الجلسة الافتتاحية للمؤتمر» is one event
    if morph.lemma in WORKS and not is_work_of_committee(document, morph, i, last):
        return False
    if morph.lemma in ("استضاف", "دشن", "افتتح") and morph.pos == "verb" and not is_done_by_two(document, frames, i, last):
        return False
    if morph.lemma in ("التأم", "انعقد") and not has_committee(document, i, last):
        return False  # «انعقد المؤتمر»: told by its noun
    if morph.lemma in _CEREMONIES and not is_named_ceremony(document, i, last):
        return False
    if morph.lemma in ("أبرم", "إبرام") and not _is_concluded(document, morph, i, first):
        return False
    if morph.lemma == "لقاء" and _is_interview(document, i, last):
        return False
    if morph.lemma == "قابل" and i + 1 < last and tokens[i + 1].norm.startswith("لل"):
        return False  # «قابلة للتأكد»
    if i + 1 < last and tokens[i + 1].norm in _REPEATED and not _is_opened(document, frames, i, first) or morph.lemma in TALKS and i + 1 < last and tokens[i + 1].norm in _LONG and not _is_carried(document, frames, i, first, last):
        return False
    if morph.lemma in TALKS and not morph.definite and _goes_on_since(document, frames, i, first, last):
        return False
    if morph.lemma in _PLURAL_ONLY and morph.number != "p" or morph.lemma in _OWN_ONLY and (morph.number != "s" or (morph.enclitic or "")[:1] != "3"):
        return False
    if morph.lemma in _PARTNER_ONLY and not _has_partner(document, i, last) and not (morph.lemma == "تحدث" and _pair_behind(document, i, last) != []):
        return False  # «استعرض جهود بلاده، مشددا مع ذلك على …», «تحدث هاتفيا لقناة»
    if is_figure(document, morph, i, first, last) or is_internal(document, morph, i, first, last):
        return False
    if morph.lemma == "استقبال":  # «كان في استقباله السفير» at an airport; «لدى استقباله الوزير», «لدى استقبال الرئيس له» are meetings
        behind = tokens[i + 1 : min(i + 16, last)]  # «استقبال الرئيس لولي العهد»
        received = morph.enclitic is not None or any(t.norm in ("له", "لها", "لهم") or t.norm[0] == "ل" and mention_at(document, t.start) is not None for t in behind) or _has_object(document, i)
        if not received or i == first or tokens[i - 1].norm.removeprefix("و") not in ("لدي", "عند", "خلال", "بعد", "عقب", "اثناء", "اثر"):
            return False
    if frames.triggers[(morph.lemma, morph.pos)]["construction"] == "noun_speech" and audience_event(document, i, last, frames.event_nouns):
        return True
    if morph.lemma == "وصول":  # «من المتوقع وصول وزير الخارجية إلى القاهرة», no «وصول الشحنة», no «لدى وصوله»
        told = i > first and ((before := document.morphs[i - 1]) is not None and before.pos == "verb" or document.norms[i - 1] in _EXPECTED)
        return told and morph.enclitic is None and not morph.definite and reaches_place(document, i, first, last) and mention_at(document, tokens[i + 1].start) is not None
    if morph.lemma == "مقابلة" and not any(tokens[i].end < p.start <= tokens[min(i + 7, last - 1)].start for p in document.persons):
        return False  # an interview
    if morph.preposition == "ل" and i > first and tokens[i - 1].norm in PREPARING:
        return False  # «الاجتماع التحضيري للقمة» is one event
    if morph.lemma == "مؤتمر" and is_press(document, i, last):
        return False
    if i > 1 and tokens[i - 1].norm == "عن" and tokens[i - 2].norm.startswith("صادر"):
        return False  # «بيان صادر عن منتدى الأعمال»: a body
    if morph.lemma in _ARRIVING and morph.pos == "verb" and i > first and tokens[i - 1].norm.removeprefix("و") in _WHAT:
        return False  # «أشاد بما وصلت إليه العلاقات»
    if morph.lemma in _ARRIVING and any(t.norm in _EXTENTS for t in tokens[i + 1 : min(i + 3, last)]):
        return False  # «وصل إلى حد التهديد», «وصلت إلى طريق مسدود»
    if morph.pos == "verb" and i > first and (tokens[i - 1].norm in _NEGATIONS or morph.aspect == "i" and tokens[i - 1].norm in _THAT_NOT):
        return False  # «لم يزر كينيا», «ألا يزور» tell no event
    if morph.pos == "verb" and i - 1 > first and tokens[i - 1].norm == "ان" and tokens[i - 2].norm in _WITHOUT or morph.pos == "noun" and i > first and tokens[i - 1].norm in _WITHOUT:
        return False  # «دون أن يلتقي», «دون لقاء»
    key = (morph.lemma, morph.pos)
    beside = _words(document, max(first, i - 6), i, min(last, i + 8))
    near = _words(document, max(first, i - 2), i, min(last, i + _ARGUMENT_REACH)) if morph.pos == "verb" else beside
    if morph.lemma == "دورة" and morph.enclitic:  # «تستأنف الجمعية العامة … دورتها»
        near = near | _words(document, max(first, i - _SESSION_REACH), i, i)
    if morph.lemma == "اتصال" and morph.number == "s" and not morph.definite:  # «تلقى | الرئيس فلان أمس | اتصالا من …»
        near = near | _words(document, max(first, i - _CALLER_REACH), i, i)
    if morph.lemma == "جولة":
        near = _words(document, i + 1, i, min(last, i + 5))  # «جولة من المفاوضات»; «في جولة يستهلها من مصر بحوار …» is a journey
    if morph.definite and morph.lemma in ("جولة", "دورة") and key in frames.needs:  # «الجولة الأولى» of the talks told before
        near = near | {fold(m.lemma) for m in document.morphs[:i] if m is not None and m.pos == "noun"} & frames.needs[key]
    if (morph.lemma == "سافر" or morph.lemma in LEAVING) and any((m := document.morphs[j]) is not None and m.preposition == "ل" and m.lemma in frames.event_nouns for j in range(i + 1, min(i + _ARGUMENT_REACH, last))):
        return False  # «يسافر إلى الرياض للقاء نظيره»: the meeting is told by its own noun
    arrives = morph.lemma in _ARRIVING and reaches_place(document, i, first, last)
    if is_phone_call(document, i, first, last):
        return True
    if (frames.triggers[key]["construction"] == "verb_discuss" or morph.lemma in _RECIPROCAL) and discussing_groups(document, i, last) or morph.lemma in _RECIPROCAL and _is_mutual(document, morph, i):
        return True
    return (key not in frames.needs or arrives or bool(near & frames.needs[key])) and not (key in frames.unless and beside & frames.unless[key])


def _has_object(document: Document, i: int) -> bool:
    """Whether who is received stands at once behind who receives: «لدى استقبال | الأمير | رئيس الوزراء فلان»."""
    host = mention_at(document, document.tokens[i].end + 1)
    return host is not None and mention_at(document, host.end + 1) is not None


def _is_concluded(document: Document, morph: Morph, i: int, first: int) -> bool:
    """Whether the clause itself tells that an agreement is concluded: «أبرمت قطر وتركيا …», «تم إبرام اتفاقية»; no «الاتفاق الذي أبرم», «باتجاه إبرام اتفاق»."""
    before = document.morphs[max(first, i - 6) : i]
    if morph.pos == "noun":
        return morph.enclitic is None and any(m is not None and m.lemma in ("تم", "جرى") for m in before)
    return morph.enclitic is None and (i == first or document.norms[i - 1] not in ("الذي", "التي") and not (before[-1] is not None and before[-1].pos in ("noun", "adj") and not before[-1].definite))


def _is_interview(document: Document, i: int, last: int) -> bool:
    """«لقاء تلفزيوني», «في لقاء مع شبكة …», «لقاء أجراه الوزير مع قناة …», «في لقاء للشبكة»."""
    norms = document.norms
    partner = next((j + 1 for j in range(i + 1, min(i + _PARTNER_REACH, last - 1)) if norms[j] == "مع"), i)
    return i + 1 < last and (norms[i + 1] in _ON_AIR or norms[i + 1] in _OF_MEDIA) or norms[partner] in _MEDIA


def _words(document: Document, first: int, i: int, last: int) -> set[str]:
    """The match keys of the words of ``first:last`` and of their lemmas, but for the one at ``i``."""
    around = [j for j in range(first, last) if j != i]
    return {document.norms[j] for j in around} | {fold(m.lemma) for j in around if (m := document.morphs[j]) is not None}


def _opened_with(document: Document, i: int, last: int) -> Morph | None:
    """The event behind the session at ``i`` with which it opens: «أمام الجلسة الافتتاحية | للمؤتمر»."""
    opens = i + 2 < last and document.norms[i + 1] in SESSIONS and opening_session(document, i + 2) == i
    return document.morphs[i + 2] if opens else None


def discussing_groups(document: Document, i: int, last: int) -> list[Person]:
    """Two of different sides behind a verb of discussing, or the office holders of several states where the clause tells a place: «يبحث وزراء دول الاتحاد في بروكسل …»."""
    tokens = document.tokens
    pair = _pair_behind(document, i, last)
    if pair:
        return pair
    groups = [p for p in document.persons if p.kind == "collective" and i + 1 < last and p.start == tokens[i + 1].start and p.role not in _NO_GATHERING]
    one_state = len(groups) == 1 and is_state(groups[0].actor_id)
    if not groups or one_state:
        return []
    j = next((k for k in range(i + 1, last) if tokens[k].start >= groups[0].end), last)
    cities = {n.start - 1 for n in document.names if n.kind == "place" and n.clitics == "ب"}
    return groups if any(t.norm in ("في", "بمدينه", "بالعاصمه") or t.start in cities for t in tokens[j : min(j + 3, last)]) else []


def _pair_behind(document: Document, i: int, last: int) -> list[Person]:
    """The two of different sides who discuss something together: «بحث الرئيس المصري وأمير قطر العلاقات», «ناقش الجانبان المصري والإثيوبي …»; [] for two of one side."""
    if i + 1 >= last:
        return []
    start = document.tokens[i + 1].start
    first = [p for p in document.persons if p.start == start]
    pair: list[Person] = first
    if len(first) == 1:
        end, member = first[0].end, first[0].rule == "group_member"  # «بحث وزيرا الخارجية المصري فلان | والأردني فلان»
        pair = first + [p for p in document.persons if p.start > start and (member and p.rule == "group_member" and p.start < end + _NEXT_MEMBER or document.text[end : p.start].strip(" ،,") == "" and is_joined(document, p.start))]
    if len(first) == 0 or len(first) == 2 and first[0].role != "sides":
        pair = _pair_before(document, i)
    if len(pair) != 2:
        return []
    one, other = pair[0].actor_id, pair[1].actor_id
    return pair if one is not None and other is not None and one != other else []


def _pair_before(document: Document, i: int) -> list[Person]:
    """The two at once before a verb in the dual: «الرئيس التركي ونظيره الروسي يبحثان هاتفيا …», «وكان وزيرا خارجية روسيا وسوريا قد بحثا …»."""
    verb, j = document.morphs[i], i - 1 if i and document.norms[i - 1] != "قد" else i - 2
    if verb is None or verb.number != "d" or j < 0:
        return []
    end = document.tokens[j].end
    group = [p for p in document.persons if p.kind == "collective" and p.end == end]
    if len(group) == 2 and group[0].start == group[1].start:
        return group
    second = next((p for p in document.persons if p.end == end and is_joined(document, p.start)), None)
    first = next((p for p in reversed(document.persons) if second is not None and p.start < second.start and document.text[p.end : second.start].strip(" ،,") in ("", "و")), None)
    return [first, second] if first is not None and second is not None else []


def _has_partner(document: Document, i: int, last: int) -> bool:
    """Whether مع and a person stand behind the verb: «استعرض الوزير مع نظيره العلاقات», «تحدث الوزير إلى نظيره»."""
    starts = {p.start for p in document.persons}
    joints = ("مع", "الي") if (verb := document.morphs[i]) is not None and verb.lemma == "تحدث" else ("مع",)
    return any(document.tokens[j].norm in joints and (document.tokens[j + 1].start in starts or document.norms[j + 1].startswith("نظير")) for j in range(i + 1, min(i + _ARGUMENT_REACH, last - 1)))


def _is_opened(document: Document, frames: Frames, i: int, first: int) -> bool:
    """Whether a verb tells one of a series: «انطلقت في موسكو أمس المباحثات الدورية»."""
    before = (document.morphs[j] for j in range(max(first, i - _HOLDING_REACH), i))
    return document.morphs[i].definite and any(m is not None and m.pos == "verb" and frames.verbs.get(m.lemma) in _HOLDING for m in before)  # type: ignore[union-attr]


def _is_carried(document: Document, frames: Frames, i: int, first: int, last: int) -> bool:
    """Whether a verb beside long talks tells that they took place: «جرت مشاورات مكثفة في مسقط», «مباحثات ماراثونية استضافتها جنيف»; not «بعد مفاوضات شاقة»."""
    beside = document.morphs[i + 2] if i + 2 < last else None
    if beside is not None and beside.pos == "verb" and beside.conjunction is None and frames.verbs.get(beside.lemma) in _HOLDING:
        return True
    verb = next((m for j in range(i - 1, max(first - 1, i - _CARRYING_REACH), -1) if (m := document.morphs[j]) is not None and m.pos == "verb"), None)
    going_on = document.norms[i + 1] in _GOING_ON  # «تجري واشنطن مباحثات مكثفة مع إسرائيل» for months
    return verb is not None and document.norms[i - 1] not in _BEHIND and frames.verbs.get(verb.lemma) in _HOLDING and not (going_on and verb.aspect == "i")


def _goes_on_since(document: Document, frames: Frames, i: int, first: int, last: int) -> bool:
    """Whether talks have been going on for so long that no one of them is told: «تجري القاهرة محادثات مع … | منذ سنوات |», «تستضيف بغداد | منذ عام 2021 | مباحثات»; not «أول محادثات منذ سنوات»."""
    verb = next((j for j in range(i - 1, max(first - 1, i - _CARRYING_REACH), -1) if (m := document.morphs[j]) is not None and m.pos == "verb"), None)
    morph = document.morphs[verb] if verb is not None else None
    if verb is None or morph is None or morph.aspect != "i" or morph.future or frames.verbs.get(morph.lemma) not in _HOLDING or document.norms[i - 1] in _FIRST_OF:
        return False
    since = next((j for j in range(verb + 1, min(last - 1, i + _CARRYING_REACH)) if document.norms[j] == "منذ"), None)
    if since is None or not _FIRST_OF.isdisjoint(document.norms[max(verb, since - 3) : since]) or any((m := document.morphs[j]) is not None and m.pos == "verb" for j in range(i + 1, since)):
        return False
    return not _SPANS.isdisjoint(document.norms[since + 1 : since + 4])


def _is_mutual(document: Document, morph: Morph, i: int) -> bool:
    """Whether two subjects do it: «تباحث الرئيس وولي العهد في …», «تشاورا»."""
    tokens = document.tokens
    one = mention_at(document, tokens[i + 1].start) if i + 1 < len(tokens) else None
    return morph.number == "d" or one is not None and any(p.start > one.start and document.text[one.end : p.start].strip() in ("", "و") and is_joined(document, p.start) for p in document.persons)
