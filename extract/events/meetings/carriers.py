"""Which verb carries an event noun («عقد … اجتماعا», «المؤتمر الذي عقد»), and whether the noun only says where or when something was said."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import in_mention, in_time
from extract.arabic.types import Document
from extract.events.arguments import Index
from extract.events.clauses.asides import closed_relatives
from extract.events.clauses.words import BEFORE_OR_AFTER, EXPECTED, MEETINGS
from extract.events.meetings.frames import Frames
from extract.events.modality.clause import in_person, is_direct

_RELATIVES: Final = frozenset(("الذي", "التي", "اللذين", "اللتين", "والذي", "والتي"))
# Behind these an event noun says where or when something was said: «قال … خلال اجتماع».
_WITHIN: Final = frozenset(("خلال", "في", "امام", "لدي", "عند", "اثناء", "عقب", "بعد", "قبل", "قبيل", "هامش", "ختام", "اعمال", "مستهل", "ضمن", "اول", "حضور", "عشيه", "اثر", "وخلال", "وعقب", "وبعد", "وفي", "غداه"))  # fmt: skip
_ENTERING: Final = frozenset(("الدخول", "للدخول", "بالدخول", "الانخراط", "للانخراط", "الشروع", "البدء", "للبدء"))
_DURING: Final = frozenset(("خلال", "اثناء", "هامش", "وخلال", "ختام", "مستهل", "عقب", "اعقاب", "اثر", "لدي"))
_HOPING: Final = frozenset(("يامل", "تامل", "ياملان", "امله", "املها", "الامل", "امل", "يرغب", "ترغب", "رغب", "رغبت", "يرغبان", "رغبه", "رغبته", "رغبتها", "رغبتهما", "برغبته", "برغبتها", "الرغبه", "يفكر", "تفكر", "راغب", "راغبه"))
_HOPE_REACH: Final = 10  # tokens from a wish to what is wished, with the wisher between
_HELD: Final = frozenset(("عقد", "اجراء", "بدء", "استضافه", "تنظيم"))
_MASDARS: Final = frozenset(("عقد", "تنظيم"))
OF_IT: Final = frozenset(("بها", "به"))  # the event behind its verb: «قام بها»
WILLING: Final = frozenset(("proposes", "refuses", "cancels", "agrees"))
PASSIVES: Final = frozenset(("عقد", "اختتم", "افتتح", "بدأ", "نظم", "أقام", "استأنف"))
_OTHER_DOING: Final = frozenset(("اتفاق", "بحث", "استعراض", "تأكيد", "تشديد", "تناول", "مناقشة", "إعلان", "تبادل", "تحديد", "ترتيب", "تطرق", "اطلاع", "دعوة", "تكليف", "اختيار", "توصل", "تقديم", "طرح", "التوافق", "توافق", "تنسيق"))  # what is done about an event, not the event
_TELLING: Final = frozenset(("أكد", "نفى", "أعلن", "كشف", "قرر", "تقرر", "ذكر"))  # whose object «عقد» may be
_SUBJECT: Final = 12  # tokens of a verb's subject with title and name
_PASSING: Final = frozenset(("جرى", "دار"))  # what talks do by themselves
_MEANTIME: Final = frozenset(("حاليا", "الان", "بين", "تحت", "منذ", "بشان", "حول", "برعايه", "سرا", "علنا", "خلف", "وسط"))  # behind «تجري» of talks that go on
_BEING: Final = frozenset(("كان", "تقرر", "حدد", "يكون", "استمر"))
_PARTS: Final = frozenset(("اول", "اخر", "هامش", "ختام", "اعمال", "مستهل", "افتتاح", "نفس", "فعاليات", "اشغال", "سلسله", "حضور", "اطار", "انعقاد"))
SESSIONS: Final = frozenset(("الافتتاحيه", "الختاميه", "افتتاحيه", "ختاميه", "الرييسيه"))  # with which a gathering opens and closes
_HEADS: Final = MEETINGS | {"اتصال", "مكالمة"}
_BEHIND: Final = frozenset(("holds", "happens", "hosts", "gathers", "cancels"))  # roles of verbs that stand behind the noun
_BODY_LENGTH: Final = 5  # tokens of the body whose a summit is: «قمة حلف شمال الأطلسي التي …»
_CARRIER_REACH: Final = 26  # tokens from a light verb to the event noun that it carries
_PHRASE_REACH: Final = 26  # tokens of an event's noun phrase before its own verb: «المؤتمر الدولي الثالث لدعم … الذي عقد»


def find_carrier(document: Document, index: Index, frames: Frames, i: int, left: int, last: int) -> tuple[int | None, str | None, bool]:
    """The verb that carries the event noun at ``i``, its role, and whether it stands behind the noun."""
    behind = _verb_behind(document, index, frames, i, left, last)
    if behind is not None and (document.tokens[behind - 1].norm in _RELATIVES or _is_relative(document, i, behind)):
        return behind, _role_behind(document, frames, behind), True
    tokens, morphs = document.tokens, document.morphs
    over = closed_relatives(document, left, i)
    for j in range(i - 1, max(left - 1, i - _CARRIER_REACH - sum(b - a for a, b in over)), -1):
        morph = morphs[j]
        if morph is None or morph.pos != "verb" or index.in_person(tokens[j].start) or any(a <= j < b for a, b in over):
            continue
        if j == i - 1 and morph.enclitic is not None and morph.lemma not in frames.verbs:
            break  # «الجهود وما كللته زيارة الوزير»: the event is the subject of another verb
        if morph.lemma == "عقد" and morph.enclitic is not None:
            continue  # «في مؤتمر صحفي عقده بعد القمة»: what he held stands before it
        if tokens[j].norm in _MASDARS and _is_done(document, j, left):
            continue  # «سيتم "عقد لقاء"»: the verb is before it
        if tokens[j].norm in _MASDARS and _is_object(document, index, j, left):
            continue  # «ينوي الرئيس "عقد لقاء"»
        if tokens[j].norm in _MASDARS and (above := _willing_above(document, index, frames, j, left)) is not None:
            return above, frames.verbs[morphs[above].lemma], False  # type: ignore[union-attr]
        if tokens[j].norm == "عرض" and tokens[j - 1].norm != "قد" and _has_verb(document, index, left, j):
            continue  # «رفض مسؤولون "عرض الرئيس" إجراء محادثات»
        role = frames.verbs.get(morph.lemma)
        if role is None and is_within(document, i) or role in WILLING and (_is_during(document, i) or _speaks_in(document, j, i)):
            role = "says"  # any other verb tells what was said or done there: «أكد … خلال القمة»
        if role in ("refuses", "cancels") and not is_direct(document, frames.status_words, j, i):
            role = "says" if is_within(document, i) else None  # «رفض كشف تفاصيل اتصاله»
        if morph.lemma == "عرض" and (noun := morphs[i]) is not None and noun.preposition:
            role = None  # «عرض وساطته تمهيدا لقمة»
        elif morph.lemma == "عرض" and any(document.norms[k] in _WITHIN and not any(a <= k < b for a, b in over) for k in range(j + 1, i)):
            role = "says" if is_within(document, i) else None  # «عرض الوزير في اجتماع مع نظيره خطة …»
        if role == "happens" and not is_within(document, i) and _is_of_other_doing(document, j, i):
            role = None  # «تم الاتفاق على أهمية المفاوضات»
        if morph.lemma == "أشرف" and not any(document.norms[k] == "علي" for k in range(max(j, i - 2), i)):
            role = None  # «أشرف على الأعمال الأمنية المعدة لزيارة …»
        beyond = document.norms[i - 1] in BEFORE_OR_AFTER
        if any((_is_event_noun(document, frames, k) or beyond and _is_visit(document, k)) and not any(a <= k < b for a, b in over) for k in range(j + 1, i - 1)):
            role = None
        if role is not None:
            return j, role, False
        break
    if behind is not None:
        return behind, _role_behind(document, frames, behind), True
    return None, None, False


def _role_behind(document: Document, frames: Frames, verb: int) -> str:
    """The role of a verb behind its event: «محادثات تجري بين …» is of «جرى», though «تجري» may be of «أجرى»."""
    return "happens" if _goes_on_itself(document, verb) else frames.verbs[document.morphs[verb].lemma]  # type: ignore[union-attr]


def _goes_on_itself(document: Document, verb: int) -> bool:
    """Whether «تجري» behind an event has it for its subject: nothing stands behind it that could be its object, «المفاوضات التي تجري | في القاهرة |»."""
    morph, behind = document.morphs[verb], verb + 1
    if morph is None or morph.lemma != "أجرى" or morph.aspect != "i" or morph.gender != "f" or morph.number != "s" or refers_back(document, verb):
        return False
    if behind >= len(document.tokens) or document.tokens[behind].kind != "word" or in_time(document, document.tokens[behind].start):
        return True
    after = document.morphs[behind]
    return after is not None and (after.pos in ("prep", "adv") or after.preposition is not None) or document.norms[behind] in _MEANTIME


def _is_relative(document: Document, i: int, behind: int) -> bool:
    """Whether the verb behind an indefinite noun is its relative clause: «قال خلال "اجتماع عقده" التحالف», «على هامش زيارة يؤديها إلى الجزائر»."""
    noun, verb = document.morphs[i], document.morphs[behind]
    return is_within(document, i) and noun is not None and not noun.definite and verb is not None and refers_back(document, behind)


def refers_back(document: Document, verb: int) -> bool:
    """Whether the verb of a relative clause has the event for its object: «زيارة يؤديها إلى الجزائر», «الزيارة التي قام بها الوزير»."""
    morph = document.morphs[verb]
    return morph is not None and (morph.enclitic is not None or verb + 1 < len(document.norms) and document.norms[verb + 1] in OF_IT)


def _is_done(document: Document, masdar: int, left: int) -> bool:
    """Whether «عقد» is what a verb says is done, and no verb itself: «سيتم عقد لقاء», «تم "عقد اجتماع"»."""
    if masdar - 2 >= left and document.norms[masdar - 2] == "من" and document.norms[masdar - 1].startswith("ال"):
        return True  # «من الممكن عقد لقاء»
    before = masdar - 2 if masdar - 1 > left and document.tokens[masdar - 1].kind == "punctuation" else masdar - 1
    morph = document.morphs[before] if before >= left else None
    return morph is not None and morph.pos == "verb" and morph.lemma in ("تم", "جرى")


def _is_object(document: Document, index: Index, masdar: int, left: int) -> bool:
    """Whether «عقد» is what a verb of doing or telling and its subject do, and no verb itself: «يعتزم الرئيس الأمريكي | عقد لقاء», «أكد الوزير، الجمعة، | عقد الاجتماع»; two verbs do not share a subject unjoined."""
    for j in range(masdar - 1, max(left - 1, masdar - _SUBJECT), -1):
        morph = document.morphs[j]
        if in_mention(document, document.tokens[j].start) or in_time(document, document.tokens[j].start) or document.tokens[j].text in "،,":
            continue
        if morph is not None and morph.pos == "verb":
            return morph.aspect == "i" and morph.lemma not in _BEING or morph.lemma in _TELLING
        if morph is None or morph.pos not in ("noun", "adj") or morph.conjunction is not None or morph.preposition is not None:
            return False
    return False


def _is_of_other_doing(document: Document, verb: int, i: int) -> bool:
    """Whether the subject right behind «تم» or «جرى» is another doing than holding the event at ``i``: «تم الاتفاق على …», «جرى بحث زيارة الوزير»."""
    behind, subject = document.morphs[verb], document.morphs[verb + 1]
    return behind is not None and behind.lemma in ("تم", "جرى") and verb + 1 < i and subject is not None and subject.pos == "noun" and subject.lemma in _OTHER_DOING


def _willing_above(document: Document, index: Index, frames: Frames, masdar: int, left: int) -> int | None:
    """The verb of wishing or refusing before «عقد»: «استبعد الناطق عقد قمة», where عقد is no verb."""
    for j in range(masdar - 1, max(left - 1, masdar - 7), -1):
        if is_verb(document, index, j):
            morph = document.morphs[j]
            return j if morph is not None and frames.verbs.get(morph.lemma) in WILLING else None
    return None


def is_within(document: Document, i: int) -> bool:
    """Whether the noun says where or when something was said: «خلال اجتماع», «على هامش القمة», «خلال أول مقابلة»."""
    i = opening_session(document, i)
    before = document.tokens[i - 1].norm if i else ""
    if before == "من" and i > 3 and document.tokens[i - 3].norm == "اليوم":
        return True  # «خلال اليوم الأول من القمة»
    if before == "في" and i > 1 and document.tokens[i - 2].norm in _ENTERING:
        return False  # «حض الحركة على الدخول في مباحثات»: they are what is done
    if before == "في" and _is_hoped_for(document, i):
        return False  # «يأمل في زيارة أنقرة», «رغبته في لقاء نظيره»
    if before == "اول" and i > 1 and document.norms[i - 2] in _HELD:
        return False  # «اتفقا على عقد أول قمة»
    return before in _WITHIN or before in _PARTS and i > 1 and document.tokens[i - 2].norm in _WITHIN


def opening_session(document: Document, i: int) -> int:
    """The token of the session that the event at ``i`` opens or closes with: «خلال | الجلسة الافتتاحية | للمؤتمر»; else ``i``."""
    if i < 2 or document.norms[i - 1] not in SESSIONS or document.norms[i - 2].removeprefix("ب") not in ("الجلسه", "جلسه"):
        return i
    noun = document.morphs[i]
    return i - 2 if noun is not None and noun.preposition == "ل" else i


def _is_hoped_for(document: Document, i: int) -> bool:
    """Whether «في» goes with a wish before it and the event is what is wished, with nobody but the wisher between."""
    noun = document.morphs[i]
    if noun is None or noun.definite:
        return False
    for j in range(i - 2, max(-1, i - _HOPE_REACH), -1):
        if document.norms[j].removeprefix("و") in _HOPING:
            return True
        morph = document.morphs[j]
        if in_person(document, j):
            continue
        if document.tokens[j].kind != "word" or morph is not None and morph.pos in ("verb", "prep"):
            return False
    return False


def _is_during(document: Document, i: int) -> bool:
    """Whether something else is proposed or refused while the event takes place: «ستقترح إنشاء مراكز خلال القمة»."""
    return any(document.tokens[k].norm in _DURING for k in range(max(0, i - 2), i))


def _speaks_in(document: Document, verb: int, i: int) -> bool:
    """Whether «في» and the event stand right behind who proposes or refuses something there: «دعا الرئيس، في خطاب أمام المجلس، إلى …»; not «دعا إلى المشاركة في مؤتمر»."""
    if document.norms[i - 1] != "في":
        return False
    tokens = document.tokens
    return all(in_mention(document, tokens[k].start) or in_time(document, tokens[k].start) or tokens[k].text in "،," for k in range(verb + 1, i - 1))


def _is_event_noun(document: Document, frames: Frames, k: int) -> bool:
    """Whether another event noun stands at ``k``, without و: «مؤتمر صحفي انعقد إثر اجتماع»."""
    morph = document.morphs[k]
    return morph is not None and morph.pos == "noun" and not morph.conjunction and morph.lemma in _HEADS and (morph.lemma, "noun") in frames.triggers


def _is_visit(document: Document, k: int) -> bool:
    """Whether a visit stands at ``k``, which its verb carries: «يقوم | بزيارة | إلى بيونغ يانغ قبيل القمة»."""
    morph = document.morphs[k]
    return morph is not None and morph.lemma == "زيارة"


def _qualifies_place(document: Document, relative: int) -> bool:
    """Whether a relative pronoun goes with a place before it and not with the event: «لقائه في طهران التي وصل إليها»."""
    tokens = document.tokens
    name = next((n for n in document.names if n.end == tokens[relative - 1].end and n.kind in ("place", "state")), None)
    before = document.text[max(0, name.start - 8) : name.start].split()[-1:] if name is not None else []
    return bool(before) and before[0] in ("في", "إلى", "من")


def _qualifies_joined(document: Document, i: int) -> bool:
    """Whether what stands at ``i`` before a relative pronoun is a further object of the event's preposition: «اهتمت بزيارة …، وبالمباراة التي تجمع»."""
    morph = document.morphs[i]
    return morph is not None and morph.pos == "noun" and morph.conjunction is not None and morph.preposition is not None


def _is_of_joined_event(document: Document, i: int, relative: int) -> bool:
    """Whether a relative pronoun takes up an event joined to the one at ``i``, and not both: «لقاء الوزيرين واللقاء الثلاثي | الذي»; not «الاتصالات واللقاءات | التي»."""
    head = relative - 1
    while head > i and (m := document.morphs[head]) is not None and m.lemma not in _HEADS and not m.preposition and (m.pos == "adj" or m.pos == "noun" and (m.definite or relative - head < _BODY_LENGTH)):
        head -= 1
    joined, noun = document.morphs[head], document.morphs[i]
    if head <= i or joined is None or noun is None or joined.conjunction != "و" or joined.lemma not in _HEADS:
        return False
    several = [m.number == "p" or document.norms[k].endswith("ات") for k, m in ((head, joined), (i, noun))]
    return several != [True, True]


def _has_verb(document: Document, index: Index, first: int, last: int) -> bool:
    return any(is_verb(document, index, j) for j in range(first, last))


def is_verb(document: Document, index: Index, j: int) -> bool:
    """Whether a verb stands at token ``j``, and no part of a name: «أجرى», not «سعيد»."""
    morph = document.morphs[j]
    return morph is not None and morph.pos == "verb" and not index.in_person(document.tokens[j].start)


def _is_expected(document: Document, j: int) -> bool:
    """Whether «أن» at ``j`` brings what is expected of an event: «قمة يفترض | أن | تعقد في يونيو», «اجتماع من المقرر | أن | يعقد غدا»."""
    return document.norms[j] == "ان" and document.norms[j - 1] in EXPECTED


def _verb_behind(document: Document, index: Index, frames: Frames, i: int, left: int, last: int) -> int | None:
    """The carrying verb in the noun's own clause: «المؤتمر الذي عقد», «مؤتمر دولي استضافته», «الاجتماع انتهى»."""
    tokens, morphs = document.tokens, document.morphs
    for j in range(i + 1, min(i + _PHRASE_REACH, last)):
        morph = morphs[j]
        if tokens[j].text in ".؛:!؟" or tokens[j].norm in ("ان", "انه", "انها", "لان", "بان") and not _is_expected(document, j) and not index.in_person(tokens[j].start):
            return None
        if j > i + 1 and _is_event_noun(document, frames, j):
            return None  # «القمة بعد محادثات أجراها …»
        if morph is None or morph.pos != "verb" or index.in_person(tokens[j].start):
            continue
        itself = _goes_on_itself(document, j)
        role = "happens" if itself else frames.verbs.get(morph.lemma)
        relative = tokens[j - 1].norm in _RELATIVES
        if relative and _is_of_joined_event(document, i, j - 1):
            return None  # «لقاء الوزيرين واللقاء الثلاثي الذي جمع …»
        if relative and morph.lemma in _BEING:
            continue  # «القمة التي كانت مقررة في …»
        if role == "holds" and not refers_back(document, j) and morph.lemma not in PASSIVES:
            return None  # «محادثات مع نظيره الذي يقوم بزيارة»: the person's verb
        if role not in _BEHIND or morph.conjunction and not relative or relative and (_qualifies_place(document, j - 1) or _qualifies_joined(document, j - 2)):
            return None
        passing = morph.lemma in PASSIVES and morph.aspect == "p" and j == i + 1 or (itself or morph.lemma in _PASSING) and (j == i + 1 or j == i + 2 and (quality := document.morphs[i + 1]) is not None and quality.pos == "adj")
        told = passing and not document.morphs[i].definite  # type: ignore[union-attr]
        if told:
            return j  # «كان أبرز ما تطرق له اجتماع عقد أمس», «كشفوا عن مشاورات سرية تجري بين …»
        expected = _is_expected(document, j - 1) and morph.lemma in PASSIVES and not document.morphs[i].definite  # type: ignore[union-attr]
        if not relative and not expected and not refers_back(document, j) and (j - i > 5 and not document.morphs[i].definite or i > left and _has_verb(document, index, left, i)):  # type: ignore[union-attr]
            return None
        return j
    return None
