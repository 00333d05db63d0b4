"""Where the arguments of a trigger begin and end in its sentence: at topics, at other clauses, at what is told beside the event."""

from __future__ import annotations

import re
from typing import Final

from extract.arabic.spans import in_mention, is_joined, mention_at, token_at
from extract.arabic.types import Document
from extract.events.clauses.asides import RELATIVES, closed_relatives, relative_end
from extract.events.clauses.counts import FROM
from extract.events.clauses.other_events import OTHER_EVENTS
from extract.events.clauses.words import BEFORE_OR_AFTER, MEETINGS

# Words behind which a clause speaks of the topic or of something else, not of who takes part.
TOPIC_OPENERS: Final = frozenset(
    ("لبحث", "لمناقشه", "بشان", "حول", "بهدف", "لتعزيز", "لدعم", "تناول", "تناولت", "حيث", "فيما", "بينما", "موكدا", "موكده", "مشيرا",
     "مشيره", "ان", "انه", "انها", "بان", "لان", "الذي", "التي", "الذين", "مضيفا", "معربا", "لافتا", "وقال", "واضاف", "واكد", "قال",
     "قالت", "وقالت", "لكن", "لكنه", "لكنها", "لكنهم", "لكنهما", "بعد", "قبل", "منذ", "بسبب", "ضد", "عن", "لوقف", "لحل", "سبل", "اخر", "مستجدات", "تطورات", "العلاقات",
     "علاقات", "الاوضاع", "قضايا", "القضايا", "لتوقيع", "خلاله", "خلالها", "تم", "جري", "الازمه", "ازمه", "ملف", "الحرب", "لتنسيق",
     "اهميه", "لاجراء", "استعرض", "استعرضا", "بحثا", "وبحثا", "وبحث", "واكدا", "جدد", "وجري", "وتم", "وذلك", "كما", "تناولا", "لدي", "مثل", "قبيل", "عقب", "اثر", "بعيد", "تزامنا", "بالتزامن", "احتمال", "غداه", "وسط", "رغم", "باستثناء", "عدا", "سوي", "المولفه", "المولف", "المكونه", "المكون", "الموقع", "الموقعه", "تمهيدا", "استعدادا", "تحضيرا",
     "بعدما", "حينما", "عندما", "باشراف", "كونه", "كونها", "لكونه", "لكونها", "باعتباره", "باعتبارها", "بوصفه", "بوصفها", "بصفته", "بصفتها", "للتحضير", "للاعداد", "للترتيب", "لترتيب",
     "للتوصل", "للبحث", "للتباحث", "للتشاور", "للنظر", "للاتفاق", "للضغط", "للرد", "للتعامل", "للحد", "للتصدي", "للحصول", "للحفاظ", "للاطلاع", "للتاكيد", "تهدف", "يهدف")
)  # fmt: skip
CAUSES: Final = frozenset(("احتجاجا", "ردا", "تنديدا", "تضامنا", "تنفيذا", "حرصا", "سعيا", "املا", "خوفا", "تحسبا", "تعبيرا"))  # «…، احتجاجا على مناورات بين …»
SOURCE_OPENERS: Final = frozenset(("وفقا", "وفق", "بحسب", "حسب", "حسبما", "طبقا", "نقلا", "وحسب", "وبحسب"))  # who says so follows
_BODY_NOUNS: Final = frozenset(("مجلس", "لجنة", "مجموعة", "منتدى", "هيئة", "وفد", "تحالف", "دولة", "وزير", "رئيس", "قائد", "زعيم", "قمة", "اجتماع", "يوم", "أسبوع", "مرة", "حلف", "اتحاد", "منظمة", "جمعية", "ممثل", "سفير", "مندوب", "وزارة", "آلية", "دورة", "شهر", "عام"))  # fmt: skip
_OWN_ACTION: Final = re.compile("ل(?:(?:إ|است)..ا.|ت..ي.)(?:ه|ها|هم|هما)")  # إفعال, استفعال and تفعيل name actions: «لإبلاغها», no «لقادتها»
_WHILES: Final = frozenset(("وقت", "اسبوع", "يوم", "شهر", "عام", "مرحله", "فتره"))  # of which a clause without a relative may tell
_ASIDE_LENGTH: Final = 15  # tokens from the dash that opens an aside to its event
_SPANS: Final = frozenset(("ايام", "اسابيع", "اشهر", "شهور", "سنوات", "سنين", "اعوام", "ساعات", "شهرين", "اسبوعين", "عامين", "شهر", "اسبوع", "عام"))  # «التقى قبل أشهر نظيره»
_SAID: Final = frozenset(("قال", "ذكر", "أعلن", "أفاد", "أكد", "أوضح", "نقل"))  # «…، كما ذكرت الوكالة، …»
_SAYING: Final = frozenset(("قايلا", "قايله", "مضيفا", "مضيفه", "متابعا", "كاتبا"))
_STANDING_FOR: Final = frozenset(("ممثلين", "ممثلون", "ممثل", "ممثلا", "مندوبين", "مندوبون", "وفد", "وفود", "مسوولين"))
_BESIDES: Final = frozenset(("فضلا", "ناهيك"))  # before «عن», with who is added
_ABSENT: Final = frozenset(("غياب", "تغيب", "غيبه"))  # of who is not there
_HOURS: Final = frozenset(("ظهر", "الظهر", "عصر", "العصر", "منتصف", "غد", "امس", "ذلك", "قليل"))  # what makes «بعد» tell only when


def right_limit(document: Document, i: int, last: int, *, stop_at: frozenset[str] = TOPIC_OPENERS) -> int:
    """The token at which the arguments behind ``i`` end: a topic opener, a full stop, a semicolon."""
    aside = 0
    for j in range(i + 1, last):
        word = document.tokens[j].norm
        if j < aside:
            continue
        if word in SOURCE_OPENERS and (aside := _source_end(document, j, last)):
            continue  # «يلتقي – بحسب مصادر – الوزير نظيره»
        if word in RELATIVES and j > i + 1 and (end := relative_end(document, j, i, last)) is not None and _is_governed(document, end):
            aside = end
            continue  # «التقى الوزير، الذي وصل أمس، نظيره في الرياض»
        if document.tokens[j].text in ".؛!؟":
            return j
        if j == i + 1 and (word in ("خلاله", "خلالها") or word == "اخر" and _is_another(document, i)):
            continue  # «زيارة التقى خلالها …», «اتصالا آخر مع …»
        if word == "هامش" and j + 1 < last and (not document.tokens[j + 1].norm.startswith("ال") or _is_of_visitor(document, j + 1, last)):
            return j  # «على هامش قمة الاتحاد الأفريقي» and «على هامش الزيارة الرسمية للملك» bring in parties of another event, «على هامش القمة» none
        if word in ("منذ", "قبل") and any(t.norm == "مع" for t in document.tokens[j + 1 : min(j + 5, last)]):
            continue  # «محادثات لأول مرة منذ ستة أشهر مع نظيره»
        if word == "عن" and j > i + 1 and document.norms[j - 1] in _STANDING_FOR and document.norms[j - 2].removeprefix("و").removeprefix("ب") in ("مشاركه", "حضور"):
            continue  # «بمشاركة ممثلين عن 40 دولة ووزيرة …»
        if word == "عن" and document.norms[j - 1].removeprefix("و") in _BESIDES and j + 1 < last and (mention_at(document, document.tokens[j + 1].start) is not None or j + 1 in document.covering):
            continue  # «استقبل الوزير السفير، فضلا عن الملحق العسكري», «بمشاركة الأردن، فضلا عن العراق»
        if word in _ABSENT and document.norms[j - 1] in ("في", "وسط", "ظل"):
            return j  # «اجتمع الوزراء في غياب نظيرهم»
        if word in ("بعد", "قبل") and (_is_when(document, j) or j + 1 < last and document.tokens[j + 1].norm in _HOURS):
            continue  # «عقد بعد ظهر الأربعاء», «سيلتقيان بعد غد في أنطاليا», «اجتمعا قبل يومين في جدة», «سيسافر بعد ذلك إلى نيروبي»
        if word == "بعد" and _is_so_long_from_now(document, i, j):
            continue  # «يلتقي الوزير بعد يومين نظيره»
        if word == "قبل" and document.tokens[j - 1].norm == "من":
            continue  # «تم التوقيع من قبل وزير …» says by whom
        if word == "بناء" and document.norms[j + 1 : j + 3] in (["علي", "طلب"], ["علي", "رغبه"]):
            return j  # «عقد المجلس جلسة بناء على طلب فرنسا»
        if word in BEFORE_OR_AFTER and _has_object_behind(document, i, j, last):
            continue  # «سيلتقي الرئيس بعد ميركل نظيره المكسيكي»
        if j > i + 1 and _opens_meanwhile(document, j):
            return j - 1
        if opens_next(document, j, last):
            return j
        if j > i + 1 and (word in _WHILES and _is_while(document, j, last) or word[0] == "ف" and opens_reason(document, j)):
            return j
        if _closes_aside(document, i, j):
            return j
        if (word in stop_at or word in CAUSES or word in SOURCE_OPENERS or _opens_purpose(document, j)) and not _in_name(document, j):
            return j
    return last


def _is_another(document: Document, i: int) -> bool:
    """Whether «آخر» behind ``i`` is the adjective of an indefinite noun: «أجرى | اتصالا | آخر مع …»; not «بحث آخر التطورات»."""
    morph = document.morphs[i]
    return morph is not None and morph.pos == "noun" and not morph.definite and morph.enclitic is None and document.norms[i + 2 : i + 3] in (["مع"], ["بين"])


def _is_of_visitor(document: Document, j: int, last: int) -> bool:
    """Whether «الزيارة» at ``j`` is told with whose it is: «على هامش | الزيارة الرسمية لولي العهد |», «الزيارة التي يقوم بها الملك»."""
    k = j + 1
    while k < last and (m := document.morphs[k]) is not None and m.pos == "adj" and m.definite and not m.preposition:
        k += 1
    return document.norms[j] in ("الزياره", "الجوله") and k < last and (document.norms[k] in RELATIVES or document.norms[k].startswith("ل"))


def _is_while(document: Document, j: int, last: int) -> bool:
    """Whether a time at ``j`` is that of something else, told in a clause of its own: «في | وقت طالب فيه الرئيس …», «نهاية | أسبوع شهد تصعيدا»."""
    k = j + 2 if j + 2 < last and document.norms[j + 1] in ("قد", "لا", "لم") else j + 1
    verb = document.morphs[k] if k < last else None
    refers = document.norms[k + 1 : k + 2] in (["فيه"], ["فيها"])
    return verb is not None and (verb.pos == "verb" or refers) and not _in_name(document, k)


def _is_governed(document: Document, k: int) -> bool:
    """Whether what follows a relative clause at ``k`` belongs to the verb before it: no verb of its own, nor what «أن» brings."""
    return not _is_verbal(document, k) and document.norms[k] not in ("ان", "انه", "انها", "انهم", "عن", "علي")


def _source_end(document: Document, j: int, last: int) -> int:
    """The token behind the dash or bracket that closes an aside on who says so, which opens before ``j``; 0 where it is none."""
    closing = {"-": "-–—", "–": "-–—", "—": "-–—", "(": ")"}.get(document.tokens[j - 1].text, "")
    return next((k + 1 for k in range(j + 1, min(j + _ASIDE_LENGTH, last)) if document.tokens[k].text in closing), 0) if closing else 0


def _is_when(document: Document, j: int) -> bool:
    """Whether the preposition at ``j`` belongs to a day, or to a count back from today: no «قبل يومين من …», nor «بعد ستة أشهر», which is counted from what was told."""
    at = document.tokens[j].start
    time = next((t for t in document.times if t.start <= at < t.end), None)
    counted = document.norms[j] == "قبل" and document.norms[j + 1 : j + 2] != [] and document.norms[j + 1] in _SPANS and document.norms[j + 2 : j + 3] not in (["من"], ["علي"])
    near = time is not None and (time.rule in ("relative_day", "weekday") if document.norms[j] == "بعد" else time.precision in ("day", "week", "unknown"))
    return counted or near and time is not None and not document.text.startswith(FROM, time.end)


def _is_so_long_from_now(document: Document, i: int, j: int) -> bool:
    """Whether «بعد» at ``j`` counts days from now for an imperfect verb at ``i``: «يلتقي الوزير | بعد يومين | نظيره»; not «بعد يومين من …»."""
    verb, at = document.morphs[i], document.tokens[j].start
    if verb is None or verb.pos != "verb" or verb.aspect != "i":
        return False
    time = next((t for t in document.times if t.start == at), None)
    return time is not None and time.rule in ("ago", "ago_one") and time.precision == "day" and not document.text.startswith(FROM, time.end)


def _has_object_behind(document: Document, i: int, j: int, last: int) -> bool:
    """Whether a verb's object stands behind before or after whom or what it is met: «سيلتقي الرئيس | بعد | ميركل نظيره», «يلتقي الوزير | قبل | القمة نظيره»."""
    verb, noun = document.morphs[i], document.morphs[j + 1] if j + 1 < last else None
    if verb is None or verb.pos != "verb" or j + 1 >= last:
        return False
    other = mention_at(document, document.tokens[j + 1].start)
    k = token_at(document, other.end) if other is not None else j + 2 if noun is not None and noun.definite and noun.lemma in MEETINGS else last
    return k < last and not is_joined(document, document.tokens[k].start) and mention_at(document, document.tokens[k].start) is not None


def _in_name(document: Document, j: int) -> bool:
    """Whether a token is inside the mention of a person or a group: «مون جاي-إن», «ممثلون عن الحكومة»."""
    at = document.tokens[j].start
    return any(p.start < at < p.end for p in document.persons)


def _opens_purpose(document: Document, j: int) -> bool:
    """Whether «لـ» and an action noun open what the event is for: «اجتماع في روما لجمع مساعدات», «زاروا واشنطن لإبلاغها»; no «اجتماع لمجلس الحلف», «اجتماع لقادتها»."""
    morph, token = document.morphs[j], document.tokens[j]
    if _OWN_ACTION.fullmatch(token.text):
        return True
    if morph is None or morph.pos != "noun" or morph.preposition != "ل" or morph.definite or morph.enclitic or morph.lemma in _BODY_NOUNS:
        return False
    if in_mention(document, token.start):
        return False
    return not any(token.start <= n.start < token.end for n in document.names)


def left_limit(document: Document, i: int, first: int) -> int:
    """The token at which the arguments before ``i`` begin: behind the last reporting «أن» or clause break, none of a relative clause that is over: «الحركة، التي تقاتل …، | تجري»."""
    over = closed_relatives(document, first, i)
    for j in range(i - 1, first - 1, -1):
        word = document.tokens[j].norm
        if any(a <= j < b for a, b in over):
            continue
        if document.tokens[j].text in "؛:" and not _is_of_hour(document, j):
            return j + 1
        if word in ("ان", "انه", "انها", "انهم", "بان", "بانه", "بانها", "بانهم", "وان", "وانه", "وانها", "وانهم", "وبان", "وبانه", "حيث", "فيما", "بينما", "الذي", "التي", "عندما", "بعدما", "اذا") and not _in_name(document, j):
            return j + 1
        if i > j + 1 and _opens_speech(document, j) and (verb := document.morphs[i]) is not None and verb.pos == "verb" and verb.person == "3":
            return j + 1  # «غرد الرئيس قائلا "الوزير | التقى نظيره»
        if word == "كما" and i > j + 1 and _is_verbal(document, j + 1):
            if _says_so(document, j + 1, i):
                continue  # «إن الرئيس، كما تقول مصادر، | سيلتقي نظيره»
            return j + 1  # «…، كما سيعقد اجتماع لوزراء الحلف»
        if j > first and _opens_meanwhile(document, j):
            return j + 1
    return first


def _says_so(document: Document, j: int, i: int) -> bool:
    """Whether a verb of saying at ``j`` makes up an aside that a comma closes before ``i``, with no other verb in it: «كما | تقول مصادر الرئاسة، سيلتقي»."""
    said = document.morphs[j]
    if said is None or said.lemma not in _SAID:
        return False
    comma = next((k for k in range(j + 1, i) if document.tokens[k].text in "،,"), None)
    return comma is not None and not any((m := document.morphs[k]) is not None and m.pos == "verb" for k in range(j + 1, comma))


def _opens_speech(document: Document, j: int) -> bool:
    """Whether the quotation mark at ``j`` opens what is said word for word: «قائلا | "»."""
    return j > 0 and document.tokens[j].text in "\"«“" and document.norms[j - 1] in _SAYING


def _is_of_hour(document: Document, j: int) -> bool:
    """Whether the colon at ``j`` parts hours from minutes: «ظهر الخميس (16:00 ت غ)»."""
    return document.norms[j - 1].isdecimal() and j + 1 < len(document.norms) and document.norms[j + 1].isdecimal()


def _opens_meanwhile(document: Document, j: int) -> bool:
    """Whether another clause opens behind «في» at ``j``: «…، في حين يعقد …», «في وقت تزداد التوترات»; not «في وقت لاحق»."""
    word = document.tokens[j].norm
    return j > 0 and document.tokens[j - 1].norm == "في" and (word == "حين" or word == "وقت" and _is_verbal(document, j + 1))


def opens_next(document: Document, j: int, last: int) -> bool:
    """Whether «ثم» at ``j`` opens a clause with a verb of its own: «التقى الوزيران بتونس، | ثم اجتمع الوفدان في جدة»; not «التقى الرئيس، ثم نظيره»."""
    verb = document.morphs[j + 1] if document.norms[j] == "ثم" and j + 1 < last else None
    return verb is not None and verb.pos == "verb"


def opens_reason(document: Document, j: int) -> bool:
    """Whether «فـ» behind a comma joins a clause of its own at ``j``: «ناقش الوزيران الهدنة، | فالرئيس الأميركي يهدد …», «…، | فقد قال الوزير»; not «فرنسا», nor «القمة …، فتجمع قادة …»."""
    morph = document.morphs[j]
    return document.tokens[j - 1].text in "،," and morph is not None and morph.conjunction == "ف" and morph.pos != "verb" and not any(n.start == document.tokens[j].start for n in document.names)


def _closes_aside(document: Document, i: int, j: int) -> bool:
    """Whether the dash at ``j`` ends the aside in which ``i`` stands: «قام الوزير -الذي زار الرياض- بإطلاع الرئيس على …»."""
    return _is_dash(document, j, opening=False) and any(_is_dash(document, k, opening=True) for k in range(max(0, i - _ASIDE_LENGTH), i))


def _is_dash(document: Document, j: int, *, opening: bool) -> bool:
    """Whether a dash at ``j`` hangs on the word behind it alone, or on the word before it alone."""
    token, text = document.tokens[j], document.text
    if token.text not in ("-", "–", "—"):
        return False
    open_before = token.start == 0 or text[token.start - 1].isspace()
    open_behind = token.end >= len(text) or text[token.end].isspace()
    return open_before != open_behind and open_before == opening


def aside_end(document: Document, first: int, last: int) -> int:
    """The token behind what a sentence tells first and beside its event: «وعلى هامش اللقاء مع …، | سيلتقي …», «وعلى عكس فلان، | …»; else ``first``."""
    if not _opens_aside(document, first):
        return first
    return next((j + 1 for j in range(first, last) if document.tokens[j].text in "،," and _is_verbal(document, j + 1)), first)


def _opens_aside(document: Document, first: int) -> bool:
    words = [document.tokens[k].norm.removeprefix("و") for k in range(first, min(first + 2, len(document.tokens)))]
    if words in (["علي", "هامش"], ["علي", "عكس"], ["بخلاف", *words[1:]], ["خلافا", *words[1:]]):
        return True
    told = document.morphs[first + 1] if first + 1 < len(document.morphs) else None
    return words[:1] != [] and words[0] in BEFORE_OR_AFTER and told is not None and told.pos == "noun" and told.lemma in OTHER_EVENTS


def _is_verbal(document: Document, i: int) -> bool:
    """Whether a verb stands at token ``i``, behind its particle or not: «لن تعقد», «سيلتقي»."""
    for j in (i, i + 1):
        morph = document.morphs[j] if j < len(document.morphs) else None
        if morph is not None and morph.pos == "verb":
            return True
        if j < len(document.tokens) and document.tokens[j].norm not in ("لن", "لم", "قد", "سوف", "كان", "كانت"):
            return False
    return False
