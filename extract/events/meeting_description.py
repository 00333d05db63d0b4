"""What kind of meeting it is, which of a series, about what, with what outcome, and the clause that shows it."""

from __future__ import annotations

from extract.arabic.types import Document
from extract.events.arguments import Party
from extract.events.clause_limits import right_limit
from extract.events.meeting_event import LEADERS, TALKING, Event
from extract.events.meeting_press import is_joint_press
from extract.events.meeting_triggers import Trigger

_PHONE = frozenset(("هاتفيا", "هاتفي", "هاتفيه", "الهاتفي", "الهاتفيه"))
_SUMMIT = frozenset(("قمه", "القمه"))
_MINISTERIAL = frozenset(("وزاري", "الوزاري", "وزاريا", "وزاريه", "الوزاريه", "وزراء", "لوزراء"))
_OF_MINISTERS = frozenset(("رييس", "الرييس", "رييسه", "مجلس", "نايب", "رءيس"))  # «رئيس وزراء»
_CONTACTS = frozenset(("سريه", "مباشره", "دبلوماسيه", "مكثفه", "السريه", "المباشره", "الدبلوماسيه", "سري", "دبلوماسي", "مستمره"))
_VIRTUAL = frozenset(("افتراضيا", "افتراضي", "افتراضيه", "الافتراضي", "الافتراضيه"))
_CALLS = frozenset(("اتصال", "مكالمة", "محادثة", "مهاتفة"))
_BY_VIDEO = frozenset(("فيديو", "الفيديو", "المريي", "المرييه"))
_WITH = frozenset(("مع", "بين", "بنظيره", "بنظيرته"))
_SUMMIT_STATES = 3
_CALL_REACH = 24  # tokens from a verb of discussing to the call
_VIDEO_REACH = 9  # tokens behind the noun or verb of talks
_WIDE = frozenset(("دولي", "الدولي", "دوليا", "دوليه", "الدوليه", "عالمي", "العالمي", "عالميه", "العالميه", "اقليمي", "الاقليمي", "اقليميه", "الاقليميه", "وزراء", "لوزراء", "وزاري", "الوزاري", "وزاريا", "قاده", "لقاده", "زعماء", "لزعماء", "زعيمي", "دول", "لدول", "الدول", "للدول", "العربيه", "الاوروبي", "المانحين", "للمانحين", "المانحه", "ثلاثي", "ثلاثيا", "الثلاثي", "رباعي", "رباعيا", "الرباعي", "رباعيه", "ثلاثيه"))  # fmt: skip
_WIDE_REACH = 14  # tokens behind an event noun in which it is said whose it is
_AT = frozenset(("في", "خلال", "ضمن", "اطار", "باطار", "بقمه"))
_FIRST = frozenset(("اول", "ثاني", "ثالث"))
_SESSION = frozenset(("مجلس", "المجلس", "لمجلس", "اللجنه", "للجنه", "لجنه", "طارءا", "طاري", "طاريا", "الجمعيه"))
_SIGNING = frozenset(("توقيع", "وقع", "وقعا", "التوقيع"))
ORDINALS = {
    "الاول": 1, "الاولي": 1, "الثاني": 2, "الثانيه": 2, "الثالث": 3, "الثالثه": 3, "الرابع": 4, "الرابعه": 4, "الخامس": 5, "الخامسه": 5,
    "السادس": 6, "السادسه": 6, "السابع": 7, "السابعه": 7, "الثامن": 8, "الثامنه": 8, "التاسع": 9, "التاسعه": 9, "العاشر": 10, "العاشره": 10,
}  # fmt: skip
TENS = {"عشر": 10, "عشره": 10} | {f"وال{ten}{end}": n for ten, n in (("عشر", 20), ("ثلاث", 30), ("اربع", 40), ("خمس", 50), ("ست", 60), ("سبع", 70), ("ثمان", 80), ("تسع", 90)) for end in ("ين", "ون")}
COUNTED = frozenset(("اجتماع", "لقاء", "قمة", "مؤتمر", "جولة", "دورة", "محادثات", "مباحثات", "مفاوضات", "مشاورات", "جلسة", "منتدى", "زيارة", "حوار"))  # «اجتماع القمة الثالث», «جولة المحادثات الثانية»
_COUNTED_MEETINGS = 200  # more meetings no series counts; what is larger is a year
_TOPIC_WORDS = frozenset(("لبحث", "لمناقشه", "بشان", "حول", "لدراسه", "لتقييم", "تناول", "تناولت", "تناولا", "بحث", "بحثا", "ناقش", "ناقشا", "استعرض", "استعرضا", "مخصص", "مخصصه"))  # fmt: skip
_TOPIC_END = frozenset(("حيث", "فيما", "بينما", "وقال", "واضاف", "كما", "وذلك", "موكدا", "مشيرا", "في", "خلال", "بحضور", "بمشاركه", "مع"))
_TOPIC_LENGTH = 14  # tokens
_OUTCOMES = frozenset(("اتفق", "توصل", "أسفر", "قرر", "أقر", "اختتم"))
_OUTCOME_LENGTH = 24  # tokens


def find_kind(document: Document, trigger: Trigger, parties: list[Party]) -> str:
    """The kind of meeting as the words round the trigger narrow it."""
    i, kind = trigger.token, trigger.kind
    reach = 5 if trigger.noun else 9  # «تباحث الرئيس المصري فلان هاتفيا مع …»
    around = range(max(trigger.left, i - 3), min(i + reach, trigger.last))
    words = {document.norms[j] for j in around}
    if kind == "conference" and is_joint_press(document, i, trigger.last):
        return "bilateral"
    if kind == "bilateral" and any(document.norms[j] in _BY_VIDEO and "عبر" in document.norms[j - 2 : j] for j in range(i + 1, min(i + _VIDEO_REACH, trigger.last))):
        return "call"  # «مباحثات عبر تقنية الفيديو»
    if kind == "bilateral" and (words & _VIRTUAL or trigger.construction == "verb_discuss" and _is_by_phone(document, trigger)):
        return "call"
    if words & _PHONE and kind in ("bilateral", "other", "summit"):
        return "call"
    if kind == "call" and trigger.morph.lemma == "اتصال" and not words & _PHONE and words & _CONTACTS:
        return "other"  # «أجروا اتصالات سرية»
    if kind == "bilateral" and _is_of_leaders(parties) and any(_is_summit(document, trigger, j) for j in around):
        return "summit"
    ministers = any(p.person and p.person.kind == "collective" and "minister" in (p.person.role or "") for p in parties)
    ministerial = any(document.norms[j] in _MINISTERIAL and document.norms[j - 1].lstrip("وبل") not in _OF_MINISTERS for j in around)
    if kind == "bilateral" and (ministerial or ministers):
        return "ministerial"
    if kind == "bilateral" and _is_session(document, trigger, reach if trigger.noun else 3):
        return "session"
    if kind == "bilateral" and len(parties) == 1 and "-" in (parties[0].actor_id or ""):
        return "session"  # an organ that meets by itself: «عقد مجلس الأمن اجتماعا»
    if kind == "bilateral" and words & _SIGNING and not words & {"بعد", "منذ", "عقب"}:
        return "signing"
    return kind


def _is_by_phone(document: Document, trigger: Trigger) -> bool:
    """Whether what is discussed is so in a call that the same clause tells: «ناقش الوزير ونظيره في اتصال هاتفي أزمة أوكرانيا»."""
    calls = (j for j in range(trigger.token + 1, min(trigger.token + _CALL_REACH, trigger.last)) if (m := document.morphs[j]) is not None and m.lemma in _CALLS)
    if "هاتفيا" in document.norms[trigger.token : min(trigger.token + _CALL_REACH, trigger.right)]:
        return True
    return any(document.norms[j - 1] in ("في", "خلال", "عبر", "اثناء") and document.norms[j + 1] in _PHONE for j in calls)


def kind_in_the_end(event: Event) -> str:
    """The kind when all mentions are told: talks on a visit are talks, talks of the leaders of three states a summit, and talks of two of whom one leads no state none."""
    people = [p.person for p in event.parties if p.person is not None and p.person.kind in ("person", "office")]
    leaders = [p for p in people if p.role in LEADERS]
    if event.kind == "visit" and event.rule in TALKING and len({p.actor_id for p in people}) > 1:
        return "bilateral"  # «التقى الوزير نظيره خلال زيارة …»
    if event.kind == "bilateral" and len(people) == len(event.parties) and len({p.actor_id for p in leaders}) == len(people) >= _SUMMIT_STATES:
        return "summit"  # «يلتقي الرئيس الإيراني نظيريه الروسي والتركي»
    lesser = any(p.role and p.role not in LEADERS and p.role != "crown prince" for p in people)
    return "bilateral" if event.kind == "summit" and event.lemma != "قمة" and len(people) == len(event.parties) == 2 and lesser else event.kind


def _is_summit(document: Document, trigger: Trigger, j: int) -> bool:
    """Whether «قمة» at token ``j`` is the meeting itself («محادثات القمة», «التقيا في قمة»), and not what it prepares or follows («للتحضير للقمة»)."""
    norms = document.norms
    if norms[j] not in _SUMMIT:
        return False
    return trigger.noun and abs(j - trigger.token) == 1 or j > trigger.token and (norms[j - 1] in _AT or norms[j - 1] in _FIRST and norms[j - 2] in _AT)


def is_wide(document: Document, trigger: Trigger) -> bool:
    """Whether the words behind an event noun tell that several states meet there: «مؤتمر دولي لدعم لبنان», «اجتماع لوزراء الدول الثلاث»."""
    behind = range(trigger.token + 1, min(trigger.token + _WIDE_REACH, trigger.last))
    end = next((j for j in behind if document.tokens[j].text in "،.؛:" or document.norms[j] in ("ان", "بان", "حيث")), behind.stop)
    return any(w in _WIDE for w in document.norms[trigger.token + 1 : end])


def _is_session(document: Document, trigger: Trigger, reach: int) -> bool:
    """Whether a body meets: «اجتماع اللجنة», «عقد المجلس اجتماعا»; no «اجتماع رئيس مجلس النواب», no «اجتماعا مع رئيس المجلس»."""
    i, norms = trigger.token, document.norms
    partner = next((j for j in range(i + 1, min(i + reach, trigger.last)) if norms[j] in _WITH), min(i + reach, trigger.last))
    return any(norms[j] in _SESSION and (j == 0 or norms[j - 1].lstrip("وبل") not in _OF_MINISTERS) for j in range(max(trigger.left, i - 3), partner))


def _is_of_leaders(parties: list[Party]) -> bool:
    """Whether heads of state or government may meet: one is told, or nobody by office."""
    roles = [p.person.role for p in parties if p.person is not None and p.person.role]
    return not roles or any(r in LEADERS or r.removesuffix("s") in LEADERS for r in roles)


def find_ordinal(document: Document, trigger: Trigger) -> int | None:
    """«القمة الثالثة», «الاجتماع الرابع من نوعه», «الدورة الثامنة والعشرون»: the place in a series that the text counts."""
    tokens, i = document.tokens, trigger.token
    following = tokens[i + 1 : min(i + 4, trigger.last)]
    number = tokens[i + 2] if len(following) > 1 and following[0].text.rstrip("ـ") == "ال" else following[0] if following else None
    if trigger.morph.definite and number is not None and number.text.isdigit() and int(number.text) < _COUNTED_MEETINGS:
        return int(number.text)  # «أعمال الاجتماع 39 لمجلس الأعمال»
    for j in range(i + 1, i + 1 + len(following)):
        if tokens[j].norm in ORDINALS:
            return _counted(document, j) if _counts_event(document, i, j) else None
    return None


def _counts_event(document: Document, noun: int, ordinal: int) -> bool:
    """Whether an ordinal goes with the event noun: no day of a month, no «محادثات خطة الإنقاذ الثالثة»."""
    at = document.tokens[ordinal].start
    if any(t.start <= at < t.end for t in document.times):
        return False
    between = [m for m in document.morphs[noun + 1 : ordinal] if m is not None]
    nearer = any(m.pos == "noun" and m.number == "s" and m.lemma not in COUNTED and (m.gender == "f") == document.norms[ordinal].endswith(("ه", "ولي")) for m in between)
    return not nearer


def _counted(document: Document, ordinal: int) -> int:
    """The number of an ordinal with the ten behind it: «السابعة والعشرين» → 27, «الثانية عشرة» → 12."""
    unit, behind = ORDINALS[document.norms[ordinal]], document.norms[ordinal + 1] if ordinal + 1 < len(document.norms) else ""
    return unit + TENS.get(behind, 0)


def find_series(document: Document, trigger: Trigger) -> str | None:
    """The name of a series of meetings, the ordinal left out: «القمة السادسة لمنتدى الدول المصدرة للغاز» → القمة لمنتدى …"""
    i = trigger.token
    if trigger.morph.lemma not in ("قمة", "مؤتمر", "منتدى", "دورة") or not trigger.morph.definite and not _body_behind(document, i):
        return None
    words: list[str] = []
    for token, morph in zip(document.tokens[i : trigger.right], document.morphs[i : trigger.right], strict=True):
        if token.kind != "word" or len(words) > 7 or words and morph is not None and morph.pos in ("verb", "prep", "conj"):
            break
        if token.norm not in ORDINALS:
            words.append(token.text)
    return " ".join(words) if len(words) > 1 else None


def _body_behind(document: Document, i: int) -> bool:
    end = document.tokens[i].end
    return any(n.kind == "organisation" and 0 < n.start - end <= 4 for n in document.names)


def find_topics(document: Document, trigger: Trigger) -> list[str]:
    """What the meeting is about, as written: the phrase behind لبحث، بشأن، حول, or the object of «بحث X مع Y …»."""
    tokens = document.tokens
    for j in range(trigger.token + 1, min(trigger.last, trigger.token + 40)):
        if tokens[j].text in ".؛":
            break
        if tokens[j].norm in _TOPIC_WORDS:
            end = j + 1
            while end < min(trigger.last, j + 1 + _TOPIC_LENGTH) and tokens[end].text not in "،.؛:" and tokens[end].norm not in _TOPIC_END:
                end += 1
            if end - j > 2:
                return [document.text[tokens[j + 1].start : tokens[end - 1].end]]
    return []


def find_outcome(document: Document, sentence: int) -> str | None:
    """What was agreed or decided, as written, in the sentence of the meeting or the two behind it: «اتفق الجانبان على …»."""
    for s in document.sentences[sentence : sentence + 3]:
        for i in range(s.first_token, s.last_token):
            morph = document.morphs[i]
            if morph is not None and morph.pos == "verb" and morph.lemma in _OUTCOMES and morph.aspect == "p":
                end = next((j for j in range(i + 1, s.last_token) if document.tokens[j].text in ".؛"), s.last_token)
                end = min(end, i + _OUTCOME_LENGTH)
                return document.text[document.tokens[i].start : document.tokens[end - 1].end] if end - i > 3 else None
    return None


def evidence(document: Document, trigger: Trigger) -> tuple[int, int]:
    """The token range of the clause that shows the meeting: from the clause's begin to the end of the arguments."""
    end = max(trigger.right, trigger.token + 1)
    return trigger.left, end if end > trigger.left else right_limit(document, trigger.token, trigger.last)
