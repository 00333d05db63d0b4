"""The tense of the clause round a temporal expression, which tells «الثلاثاء» to come from «الثلاثاء» past."""

from __future__ import annotations

import re
from typing import Final

_FUTURE: Final = re.compile(r"(?:^|\W)(?:و?س(?!نغافور|نوات|نه|نوي|نتين|ينا|ياس|يار|يطر|يد|يرغ|يول|ياد|تيف|تون|تين|تال|تراس|توك)[يتن]\S{3,}|(?:ال)?مقرر\w{0,2}|(?:الي اجتماع|الي قمه|لعقد|بشان عقد|علي عقد|الي عقد|عن عقد)|(?:ال)?منتظر|المرتقب|(?:المرتقبه|المنتظره|المتوقعه)(?=(?:\s+\S+){0,4}\s*$)|المتوقع|سوف|و?تقرر|يعتزم|تعتزم|ال?مزمع|[يت]ستعد\w*|استعدادا\w*|[يت]ترقب|المقبل\w*|القادم\w*|و?(?:يتوجه|تستضيف|يستضيف|تنطلق|تنعقد|تعقد|يعقد|ينعقد|ينطلق|يلتيم|تلتيم|(?:يحتضن|تحتضن)(?:ها|ه)?|[يت]ستضيفها?|يزور|تزور|[يت]لتقيا?|[يت]جتمعا?))(?!\w)")
_PRESENT: Final = re.compile(r"(?<!\w)[وف]?[يت](?:بدا|صل|غادر|ستقبل|ختتم|نهي|جري|شارك|حضر|تراس|بحث|ناقش|ستانف|تصدر|تجه|قام|فتتح|حتضن|توجه|نطلق|نعقد|عقد|لتقي|قوم|جمع)(?:ان|ون|ه|ها)?(?!\w)")  # what takes place on a weekday
_PAST: Final = re.compile(r"(?:^|[\s،\"«(.])[وف]?(?:(?<!المقرر )(?<!المنتظر )(?<!المزمع )(?<!المرتقب )(?<!المتوقع )(?<!يتم )(?<!الي )(?<!علي )(?<!عن )(?<!بشان )(?<!تقرر )عقد|عقدت|حضر|زار|زارت|التق\w+|بدا|بدات|بداها|بداه|تصريح\w*|اعلن\w*|قال\w*|ذكرت?|صرح\w*|اوضح\w*|اشار\w*|كشفت?|شددت?|حذرت?|كان\w*|جري|جرت|استقبل\w*|اكد\w*|اجري\w*|اجرا\w*|اجرت|تلقا\w*|تلقي|تلقت|تلقه|(?<!المقرر )(?<!المزمع )(?<!المنتظر )(?<!مقررا )عقده\w*|عقدا|شارك|شاركت|تراس|زارا|وقعت|وقعا|اتفق\w*|تعهد|تعهدت|تطرق\w*|انعقد\w*|انطلق\w*|اختتم\w*|وصل\w*|سبق\w*|بحث\w*|شهد\w*|قتل\w*|اضاف\w*|تمت?(?!\s+(?:تحديد|الاتفاق|الاعلان|الغاء|تاجيل|ارجاء|اختيار|تعيين|دعو|الدعو|الترتيب)))(?!\w)")
_NAMED_BY_DAY: Final = re.compile(r"(?:^|\W)[ولب]{0,2}(?:ال)?(?:قمه|لقاء|اجتماع|موتمر|جلسه|محادثات)\s+$")
_HELD: Final = re.compile(r"(?:عقد|جري|نظم|ستضيف)\S{0,4}\s(?:[^،]{0,90}(?<!ال)(?:قمه|لقاء|جلسه|محادثات)|ال(?:قمه|لقاء|اجتماع|موتمر|جلسه|محادثات))\s+$")  # «يعقد الوزيران لقاء الجمعة», «كان من المقرر عقد اللقاء الجمعة»: the day is of holding it
_WAS_PLANNED: Final = re.compile(r"(?:^|\W)و?كانت?\s+\S{0,6}\s?\S*مقرر")  # «كانت مقررة في 12 يونيو» may be past or to come
_ANNOUNCED: Final = re.compile(r"(?:^|\W)[وف]?(?:اعلن\w*|[يت]علن)\s(?:[^\s،.]+\s){0,7}?(?:عن\s(?:قمه|لقاء|اجتماع|زياره|موتمر|محادثات)|عقد|اجراء|تنظيم|استضافه)(?=\s)(?![^،.]*\s(?:جمع|ضم|عقد|جري)\w{0,4}\s)")  # «أعلنت الحكومة عقد لقاء الخميس»
_OF_PAST: Final = re.compile(r"(?<!\w)و?(?:كان\w{0,2}(?:\s+\w+)?|لم|قبل ان)\s+$")  # «كان الوزير يشارك», «لم يصل», «قبل أن يغادر»: no verb of what is to come
_OPENING: Final = re.compile(r"\s{0,9}(?:[وف]?ي(?!وم)\w{2,20}|و?بعد|و?اذا|و?في حال)\s")  # «يحل الفريق ضيفا السبت …», «إذا حصل ذلك الاثنين …»
_ASIDE: Final = re.compile(r"[،,]\s{0,3}(?:الذي|التي)\s[^،,]{1,80}[،,]\s{0,3}$")  # «التقى الوزير، الذي يزور بغداد، الاثنين نظيره»
_BREAK: Final = re.compile(r"[.؟!\n؛]")
_BEFORE, _BEHIND = 160, 60  # code points of the clause that are looked at


def tense(part: str, a: int, b: int, *, weekday: bool = False) -> bool | None:
    """True where the clause round the expression speaks of the future, False of the past, None where it does not tell.

    News tells what is to come in the present where a weekday says when: «تبدأ في القاهرة، السبت، أعمال الدورة».
    """
    before, after = _BREAK.split(part[max(0, a - _BEFORE) : a])[-1], _BREAK.split(part[b : b + _BEHIND])[0]
    aside = _ASIDE.search(before) if "،" in before[-3:] else None
    before = before[: aside.start()] if aside is not None else before
    if _NAMED_BY_DAY.search(before) and not _HELD.search(before) or any(c.isdigit() for c in part[a:b]) and _WAS_PLANNED.search(before):
        return None  # «قال إن قمة 12 يونيو …»: the day names the event, the tense is of the saying
    future = [m.start() for m in _FUTURE.finditer(before)]
    if weekday:
        future = sorted(future + [m.start() for m in _PRESENT.finditer(before) if not _OF_PAST.search(before[: m.start()])])
        future = sorted(future + [m.end() for m in _ANNOUNCED.finditer(before)])
    past = [m.start() for m in _PAST.finditer(before)]
    if future and (not past or future[-1] > past[-1]):
        return True
    if past:
        return False
    behind = _FUTURE.search(after)
    return True if behind is not None and (not weekday or _goes_on(before, after[: behind.start() + 1])) else None


def _goes_on(before: str, between: str) -> bool:
    """Whether a verb to come behind a weekday tells of that day: «والخميس، سيزور», «يتوقف الجمعة في روما حيث سيلتقي»; not «كشفت سول الثلاثاء أن جارتها ستدعو»."""
    return len(before.split()) < 2 or _OPENING.match(before) is not None or between.split()[-1:] == ["حيث"]
