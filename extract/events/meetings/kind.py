"""What kind of meeting it is: by its noun, by what the noun is of, by the words round it, and in the end by who takes part.

| told as | kind |
|---|---|
| «قمة», «مؤتمر القمة», «الدورة … للقمة», leaders who meet «في قمة», leaders of three states or more | summit |
| «اجتماع وزاري», «مؤتمر وزراء …», «على مستوى وزراء الخارجية», ministers of three states or more | ministerial |
| «مؤتمر», «منتدى», «الدورة … للمنتدى», a meeting that collects money, «الاجتماعات السنوية» | conference |
| «مفاوضات», «مشاورات» of two sides, «محادثات سلام», «محادثات غير مباشرة», «جولة» of talks | negotiation |
| a body's «اجتماع», «دورة», «جلسة», and a meeting in which it is alone | session |
| a visit on which it is told whom the visitor met, but for «قام بزيارة», «زيارة رسمية» | bilateral |
| whatever is told by phone or video | call |
| «محادثات» in which only states, bodies and groups are told to sit, talks of «مفاوضين» | negotiation |
| other talks, and «مشاورات» of two men who are named | bilateral |
"""

from __future__ import annotations

from typing import Final

from extract.arabic.normalizer import fold
from extract.arabic.types import Document
from extract.events.arguments import Party, is_body, is_state
from extract.events.clauses.words import SINCE
from extract.events.meetings.event import LEADERS, TALKING, Event
from extract.events.meetings.levels import are_leaders, are_ministers
from extract.events.meetings.press import is_joint_press
from extract.events.meetings.triggers import Trigger

_PHONE: Final = frozenset(("هاتفيا", "هاتفي", "هاتفيه", "الهاتفي", "الهاتفيه"))
_PHONE_REACH: Final = 16  # tokens from a verb to «هاتفيا» behind its subject
_VIRTUAL: Final = frozenset(("افتراضيا", "افتراضي", "افتراضيه", "الافتراضي", "الافتراضيه"))
_BY_VIDEO: Final = frozenset(("فيديو", "الفيديو", "المريي", "المرييه", "مريي", "مرييه"))
_BY_WAY: Final = frozenset(("عبر", "طريق", "بواسطه", "بتقنيه"))
_CONTACTS: Final = frozenset(("سريه", "مباشره", "دبلوماسيه", "مكثفه", "السريه", "المباشره", "الدبلوماسيه", "سري", "دبلوماسي", "مستمره"))
_CALLS: Final = frozenset(("اتصال", "مكالمة", "محادثة", "مهاتفة"))
_CALL_REACH: Final = 24  # tokens from a verb of discussing to the call
_VIDEO_REACH: Final = 9  # tokens behind the noun or verb of talks
_SUMMIT: Final = frozenset(("قمه", "القمه", "للقمه", "لقمه"))
_AT: Final = frozenset(("في", "خلال", "ضمن", "اطار", "باطار", "بقمه"))
_FIRST: Final = frozenset(("اول", "ثاني", "ثالث"))
_SUMMIT_REACH: Final = 20  # tokens from a verb of meeting to the «في قمة» of its clause
_MINISTERIAL: Final = frozenset(("وزاري", "الوزاري", "وزاريا", "وزاريه", "الوزاريه", "وزراء", "لوزراء", "الوزراء"))
_BRINGING: Final = frozenset(("بين", "ضم", "يضم", "سيضم", "جمع", "يجمع", "سيجمع", "بمشاركه", "بحضور"))
_BRINGING_REACH: Final = 14  # tokens from a meeting over its day and place to «بين وزراء»
_LEVEL, _LEVEL_REACH = frozenset(("مستوي", "بمستوي")), 24  # tokens from the noun to «على مستوى وزراء الخارجية»
_OF_MINISTERS: Final = frozenset(("رييس", "الرييس", "رييسه", "مجلس", "نايب", "رءيس"))  # «رئيس وزراء»
_WITH: Final = frozenset(("مع", "بين", "بنظيره", "بنظيرته"))
_SESSION: Final = frozenset(("مجلس", "المجلس", "لمجلس", "اللجنه", "للجنه", "لجنه", "طارءا", "طاري", "طاريا", "الجمعيه"))
_SIGNING: Final = frozenset(("توقيع", "وقع", "وقعا", "التوقيع"))
_PART_OF: Final = {"قمة": "summit", "مؤتمر": "conference", "منتدى": "conference", "ملتقى": "conference", "محادثات": "bilateral", "مباحثات": "bilateral", "مفاوضات": "negotiation", "مشاورات": "negotiation"}
_FORUMS: Final = frozenset(("المنامه", "شانغريلا", "شانجريلا"))  # after which a yearly «حوار» is named
_TALKS: Final = frozenset(("bilateral", "negotiation"))
_PART_REACH: Final = 7  # tokens from «الدورة» or «كلمته أمام» to the gathering that it is of
_CALLED_FOR: Final = frozenset(("الي", "عقد", "اقامه"))  # behind these stands another gathering: «في خطاب أمام المجلس إلى عقد مؤتمر»
_PEACE: Final = frozenset(("سلام", "السلام", "للسلام", "نوويه", "النوويه"))
_PEACE_REACH: Final = 3
_COLLECTING: Final = frozenset(("لجمع", "لحشد"))
_MONEY: Final = frozenset(("مساعدات", "المساعدات", "تبرعات", "التبرعات", "اموال", "الاموال", "تمويل", "التمويل", "موارد", "الموارد", "الدعم", "دعم", "تعهدات", "التعهدات"))
_DONORS: Final = frozenset(("للتبرعات", "التبرعات", "المانحين", "للمانحين", "مانحين"))
_DONOR_REACH: Final = 12  # tokens from the meeting to what it collects
_YEARLY: Final = frozenset(("السنويه", "الربيع", "الربيعيه"))  # of banks and funds
_NO_STATES: Final = frozenset(("احزاب", "الاحزاب", "جيوش", "اركان", "فصايل", "قوات", "المعارضه", "دينيين"))  # whose leaders lead no state
_SEVERAL: Final = 3  # states whose leaders or ministers make a summit or a ministerial


def find_kind(document: Document, trigger: Trigger, parties: list[Party]) -> str:
    """The kind of meeting as the words round the trigger narrow it."""
    i, kind = trigger.token, trigger.kind
    if kind == "conference" and is_joint_press(document, i, trigger.last):
        return "bilateral"
    if trigger.morph.lemma == "حوار" and i + 1 < trigger.last and document.norms[i + 1] in _FORUMS:
        return "conference"
    if kind == "session":
        kind = _of_gathering(document, trigger)
        if kind not in _TALKS:
            return kind
    reach = 5 if trigger.noun else 9  # «تباحث الرئيس المصري فلان هاتفيا مع …»
    around = range(max(trigger.left, i - 3), min(i + reach, trigger.last))
    words = {document.norms[j] for j in around}
    if not trigger.noun and "هاتفيا" in document.norms[i : min(i + _PHONE_REACH, trigger.right)]:
        words.add("هاتفيا")
    if kind == "bilateral" and (words & _VIRTUAL or _is_by_video(document, trigger) or trigger.construction == "verb_discuss" and _is_by_phone(document, trigger)):
        return "call"
    if words & _PHONE and kind in ("bilateral", "other", "summit"):
        return "call"
    if kind == "call" and trigger.morph.lemma == "اتصال" and not words & _PHONE and words & _CONTACTS:
        return "other"  # «أجروا اتصالات سرية»
    if kind == "conference":
        return _of_conference(document, trigger)
    if kind != "bilateral":
        return kind
    if _is_of_leaders(parties) and _is_at_summit(document, trigger, around) or are_leaders(document, trigger):
        return "summit"
    if not _is_with_ministers_of_one(parties) and (_is_ministerial(document, trigger, around) or _is_of_ministers(parties) or are_ministers(document, trigger)):
        return "ministerial"
    if trigger.noun and _collects(document, trigger):
        return "conference"
    if trigger.morph.lemma in ("محادثات", "مباحثات"):
        behind = document.norms[i + 1 : min(i + 1 + _PEACE_REACH, trigger.last)]
        return "negotiation" if not _PEACE.isdisjoint(behind) or "غير" in behind and ("مباشره" in behind or "المباشره" in behind) else kind
    if _is_session(document, trigger, reach if trigger.noun else 3) or len(parties) == 1 and _is_of_body(trigger, parties[0]):
        return "session"  # «اجتماع اللجنة», «عقد مجلس الأمن اجتماعا»
    return "signing" if words & _SIGNING and not words & SINCE else kind


def kind_in_the_end(event: Event) -> str:
    """The kind when all mentions are told: by who takes part, where the noun leaves it open."""
    people = [p.person for p in event.parties if p.person is not None and p.person.kind in ("person", "office")]
    acting = {p.actor_id for p in people if p.actor_id is not None}
    met = event.rule in TALKING and (len(event.parties) > 1 or event.rule != "noun_meet")  # «زيارة للقاء مسؤولين» is a visit
    if event.kind == "visit" and (met or event.talks and not event.formal and len(event.actors()) > 1):
        return event.talks or "bilateral"  # «التقى الوزير نظيره خلال زيارة …»
    if event.kind == "bilateral" and event.lemma == "اجتماع" and len(event.parties) == 1 and (body := event.parties[0].name) is not None and body.kind == "organisation":
        return "session"  # «أصدرت المنظمة خلال اجتماعها السنوي»
    named = {p.actor_id for p in people if p.kind == "person" or p.role == "counterpart"}
    if event.kind == "negotiation" and event.lemma == "مشاورات" and len(people) == len(event.parties) and len(named) == len(acting) == 2:
        return "bilateral"  # «أجرى الوزير مشاورات مع نظيره»
    if event.kind == "bilateral" and len(event.parties) > 0 and _is_of_negotiators(event):
        return "negotiation"
    met_all = [p.person for p in event.parties if p.person is not None]
    states = {p.actor_id for p in met_all if p.actor_id is not None}
    if event.kind == "bilateral" and len(met_all) == len(event.parties) and len(states) >= _SEVERAL:
        leaders = {p.actor_id for p in met_all if p.role is not None and p.role.removesuffix("s") in LEADERS}
        ministers = {p.actor_id for p in met_all if p.role is not None and _is_minister(p.role.removesuffix("s"))}
        if leaders == states and not any(w in _NO_STATES for p in met_all if p.kind == "collective" for w in fold(p.role_ar or "").split()):
            return "summit"  # «يلتقي الرئيس الإيراني نظيريه الروسي والتركي»
        if ministers == states:
            return "ministerial"  # «عقد الوزير اجتماعا ثلاثيا مع نظيريه الروسي والسعودي»
    if event.kind == "summit" and event.lemma != "قمة" and len(event.parties) == 2:
        ranks = [p.person.role for p in event.parties if p.person is not None and p.person.role]
        if any(r.removesuffix("s") not in LEADERS and r not in ("crown prince", "counterpart", "counterparts") for r in ranks):
            return "bilateral"  # talks of two of whom one leads no state
    return event.kind


def _is_of_negotiators(event: Event) -> bool:
    """Whether no single man is told to be at talks, or negotiators are: «محادثات بين إسرائيل وسوريا», «التقى المفاوضون الأوروبيون نظراءهم»."""
    people = [p.person for p in event.parties if p.person is not None]
    if any((p.role or "") == "negotiators" for p in people):
        return True
    return (event.lemma in ("محادثات", "مباحثات") or event.talked and people != [] and len(event.actors()) > 1) and all(p.kind == "collective" and not _hold_office(p.role or "") for p in people)


def _hold_office(role: str) -> bool:
    """Whether a group is of ministers or leaders, each a man by himself: «محادثات وزيري خارجية البلدين»."""
    return role.endswith("ministers") or role.removesuffix("s") in LEADERS


def _is_by_video(document: Document, trigger: Trigger) -> bool:
    """Whether they saw each other on a screen: «مباحثات عبر تقنية المناظرة المرئية», «لقاء عن طريق الفيديو», «مباحثات عن بعد مع …»."""
    norms, i = document.norms, trigger.token
    for j in range(i + 1, min(i + _VIDEO_REACH, trigger.last)):
        if norms[j] in _BY_VIDEO and not _BY_WAY.isdisjoint(norms[max(i, j - 3) : j]) or norms[j] == "بعد" and norms[j - 1] == "عن":
            return True
    return False


def _is_by_phone(document: Document, trigger: Trigger) -> bool:
    """Whether what is discussed is so in a call that the same clause tells: «ناقش الوزير ونظيره في اتصال هاتفي أزمة أوكرانيا»."""
    calls = (j for j in range(trigger.token + 1, min(trigger.token + _CALL_REACH, trigger.last)) if (m := document.morphs[j]) is not None and m.lemma in _CALLS)
    if "هاتفيا" in document.norms[trigger.token : min(trigger.token + _CALL_REACH, trigger.right)]:
        return True
    return any(document.norms[j - 1] in ("في", "خلال", "عبر", "اثناء") and j + 1 < trigger.last and document.norms[j + 1] in _PHONE for j in calls)


def _of_gathering(document: Document, trigger: Trigger) -> str:
    """The kind of what a session is of: «الدورة الثامنة للمنتدى» a conference, «جلسة المباحثات», «جلسة عمل» talks; one sitting of a summit is a session."""
    i, end = trigger.token, min(trigger.token + _PART_REACH, trigger.last)
    for j in range(i + 1, end):
        morph = document.morphs[j]
        if document.tokens[j].kind != "word" or morph is not None and morph.pos == "verb" or document.norms[j].removeprefix("ب").removeprefix("ل") in _CALLED_FOR:
            break
        kind = _PART_OF.get(morph.lemma) if morph is not None and morph.pos == "noun" else None
        if kind == "conference" and j + 1 < trigger.last and document.norms[j + 1] in _SUMMIT:
            return "summit"  # «كلمته أمام مؤتمر القمة»
        if kind is not None:
            return kind if (kind in _TALKS) == (trigger.morph.lemma == "جلسة") else "session"
    if trigger.morph.lemma == "جلسة" and document.norms[i + 1 : i + 2] == ["عمل"] and i + 2 < len(document.norms) and ((behind := document.morphs[i + 2]) is None or behind.preposition != "ل"):
        return "bilateral"  # «جلسة عمل مع نظيره», but «جلسة عمل للقمة»
    return "ministerial" if _is_at_level(document, trigger) else "session"


def _of_conference(document: Document, trigger: Trigger) -> str:
    """The kind of a conference by what stands behind it at once: «مؤتمر القمة», «مؤتمر وزراء الدفاع»; no «مؤتمر حضره وزراء»."""
    i, norms = trigger.token, document.norms
    behind = [j for j in (i + 1, i + 2) if j < trigger.last]
    if behind and norms[behind[0]] in _SUMMIT:
        return "summit"
    for j in behind:
        morph = document.morphs[j]
        if document.tokens[j].kind != "word" or morph is not None and morph.pos in ("verb", "prep"):
            break
        if norms[j] in _MINISTERIAL:
            return "ministerial"
    return "conference"


def _is_at_summit(document: Document, trigger: Trigger, around: range) -> bool:
    """Whether the meeting itself is called a summit: «محادثات القمة», «اجتمعا في العاصمة … في قمة تاريخية»; not what it prepares or where it happened («خلال قمة العشرين»)."""
    if trigger.noun:
        return any(document.norms[j] in _SUMMIT and (abs(j - trigger.token) == 1 and document.morphs[j - 1] is not None or _is_own_summit(document, trigger, j)) for j in around)
    end = min(trigger.token + _SUMMIT_REACH, trigger.right)
    return any(document.norms[j] in _SUMMIT and _is_own_summit(document, trigger, j) for j in range(trigger.token + 1, max(end, around.stop)))


def _is_own_summit(document: Document, trigger: Trigger, j: int) -> bool:
    """Whether «قمة» at token ``j`` is what they met in, and has no name of its own: «في قمة تاريخية», «في أول قمة»; not «خلال قمة حلف الأطلسي»."""
    norms, morph = document.norms, document.morphs[j]
    within = norms[j - 1] in _AT or norms[j - 1] in _FIRST and norms[j - 2] in _AT
    if j <= trigger.token or not within or morph is None or morph.definite:
        return False
    following = document.morphs[j + 1] if j + 1 < trigger.last else None
    named = any(n.start == document.tokens[j + 1].start and n.kind != "nisba" for n in document.names) if j + 1 < trigger.last else False
    return not named and (following is None or following.pos != "noun" or following.preposition is not None)


def _is_ministerial(document: Document, trigger: Trigger, around: range) -> bool:
    """Whether ministers of several states meet: «اجتماع وزاري», «اجتماع للجنة على مستوى وزراء الخارجية»; no «رئيس الوزراء»."""
    norms = document.norms
    if trigger.noun and any(norms[j].removeprefix("و") in _BRINGING and norms[j + 1] == "وزراء" for j in range(trigger.token + 1, min(trigger.token + _BRINGING_REACH, trigger.last - 2))):
        return True  # «الاجتماع المقرر الثلاثاء في أديس أبابا | بين وزراء | الري في الدول الثلاث»
    return any(norms[j] in _MINISTERIAL and norms[j] != "الوزراء" and norms[j - 1].lstrip("وبل") not in _OF_MINISTERS for j in around) or _is_at_level(document, trigger)


def _is_at_level(document: Document, trigger: Trigger) -> bool:
    norms = document.norms
    return any(norms[j] in _LEVEL and norms[j + 1] in _MINISTERIAL for j in range(trigger.token + 1, min(trigger.token + _LEVEL_REACH, trigger.last - 1)))


def _is_with_ministers_of_one(parties: list[Party]) -> bool:
    """Whether one who is no minister meets ministers of one other state: «التقى رئيس الوزراء وزراء الدفاع والخزانة الأميركيين»."""
    actors = {p.actor_id for p in parties}
    if len(actors) != 2 or any(not is_state(a) for a in actors):
        return False
    return any(p.person is not None and p.person.role is not None and not _is_minister(p.person.role.removesuffix("s")) for p in parties)


def _is_of_ministers(parties: list[Party]) -> bool:
    """Whether ministers meet as a group, and not only those of two states: «وزراء خارجية الحلف», «وزراء دفاع خمس دول»; not «وزيرا خارجية الأردن والكويت»."""
    groups = [p for p in parties if p.person is not None and p.person.kind == "collective" and "minister" in (p.person.role or "")]
    pair = len(parties) == 2 and is_state(parties[0].actor_id) and is_state(parties[1].actor_id)
    return len(groups) > 0 and not (pair and not any(p.person is not None and (p.person.role_ar or "").startswith("نظير") for p in groups))


def _is_minister(role: str | None) -> bool:
    return role is not None and role.endswith("minister") and not role.startswith(("prime", "deputy")) or role == "secretary of state"


def _collects(document: Document, trigger: Trigger) -> bool:
    """Whether a meeting raises money or is the yearly one of a bank: «اجتماع للتبرعات», «اجتماع لجمع مساعدات», «الاجتماعات السنوية للبنك الدولي»; no «اجتماع مع المانحين»."""
    norms, i = document.norms, trigger.token
    if trigger.morph.number == "p" and i + 1 < trigger.last and norms[i + 1] in _YEARLY:
        return True
    for j in range(i + 1, min(i + _DONOR_REACH, trigger.last - 1)):
        if norms[j] in _WITH or norms[j] == "ان":
            return False
        if norms[j] in _DONORS or norms[j] in _COLLECTING and norms[j + 1] in _MONEY:
            return True
    return False


def _is_session(document: Document, trigger: Trigger, reach: int) -> bool:
    """Whether a body meets: «اجتماع اللجنة», «عقد المجلس اجتماعا»; no «اجتماع رئيس مجلس النواب», no «اجتماعا مع رئيس المجلس»."""
    i, norms = trigger.token, document.norms
    partner = next((j for j in range(i + 1, min(i + reach, trigger.last)) if norms[j] in _WITH), min(i + reach, trigger.last))
    return any(norms[j] in _SESSION and (j == 0 or norms[j - 1].lstrip("وبل") not in _OF_MINISTERS) for j in range(max(trigger.left, i - 3), partner))


def _is_of_body(trigger: Trigger, party: Party) -> bool:
    """Whether a council, or a body of several states, meets by itself: «اجتماع مجلس الأمن», «اجتمعت أوبك في فيينا», «اجتماعا لمنظمة حظر الأسلحة»."""
    if party.actor_id is not None and "-" in party.actor_id:
        return True
    several = party.actor_id is None and party.name is not None and party.name.name_ar.startswith(("منظمة", "وكالة", "الوكالة", "رابطة", "البنك", "صندوق")) or party.actor_id is not None and is_body(party.actor_id)
    return (trigger.construction == "verb_meet" or trigger.morph.lemma in ("اجتماع", "لقاء")) and party.name is not None and party.name.kind == "organisation" and several


def _is_of_leaders(parties: list[Party]) -> bool:
    """Whether heads of state or government may meet: one is told, or nobody by office."""
    roles = [p.person.role for p in parties if p.person is not None and p.person.role]
    return not roles or any(r in LEADERS or r.removesuffix("s") in LEADERS for r in roles)
