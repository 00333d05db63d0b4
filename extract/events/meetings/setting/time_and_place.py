"""When and where a meeting takes place."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from dataclasses import replace
from typing import Final

from extract.arabic.normalizer import fold
from extract.arabic.types import Document, Name, TimeExpression
from extract.events.arguments import Index
from extract.events.clauses.counts import FROM
from extract.events.clauses.words import CLAUSE_OPENERS, COMMAS, SESSIONS
from extract.events.meetings.ordinals import ORDINALS
from extract.events.meetings.parties.groups import DUAL_RELATIVES
from extract.events.meetings.preparation import is_prepared, is_readied
from extract.events.meetings.setting.ago import day_before_when, is_ago
from extract.events.meetings.setting.antecedents import before_where
from extract.events.meetings.setting.attachment import is_of_another_event, is_of_another_noun
from extract.events.meetings.setting.far_days import (
    day_behind_purpose,
    day_counted,
    day_of_journey,
    day_set_apart,
    is_counted,
)
from extract.events.meetings.setting.goals import goal_of_visit, is_origin, land_of_site, where_spoken
from extract.events.meetings.setting.headings import day_of_heading, opens_clause
from extract.events.meetings.setting.hosted import hosted_by
from extract.events.meetings.setting.other_days import is_nowadays, not_of_something_else
from extract.events.meetings.setting.scope import (
    EVENTS,
    OTHER_TIMES,
    TRAVELS,
    is_aside,
    is_joined,
    own_start,
    relative_aside_end,
    setting_clause,
    setting_end,
    source_end,
)
from extract.events.meetings.triggers import Trigger, set_for
from extract.events.modality.agreement import is_set_for_another

_SET_FOR: Final = ("مقرر", "المقرر", "مزمع", "المزمع")
_NAMING: Final = ("تسمي", "اسم", "باسم", "سمي", "مسمي", "اطلق")
_INVITED, _INVITATION = frozenset(("تلبيه", "استجابه", "بدعوه")), 30  # tokens that an invitation with all its titles takes
_RANK: Final = {"day": 0, "unknown": 0, "week": 1, "month": 2, "year": 3}  # unknown: a day that only the publication would tell
_VAGUE: Final = 60  # characters that a day may stand farther from the event than a week, a week than a month
_YEAR_REACH: Final = 80  # characters between an event and the year that dates it, those of persons not counted
_DATE_WORDS: Final = frozenset(("موعد", "مكان", "تاريخ", "زمان", "تفاصيل"))
_BOUNDS: Final = frozenset(("حتي", "منذ"))  # what ends or begins then is no day of the event
_NO_EVENT_TIME: Final = frozenset(("past_span", "decade"))
_DEFINITE_REACH: Final = 11  # tokens between «القمة» and a place that says where it was
_HOLDING: Final = frozenset(("عقد", "اول", "اجراء", "انعقاد", "ختام", "انتهاء", "اختتام"))  # what may stand between «غداة» and the event
_RELATIVES, _RELATIVE_REACH = frozenset(("الذي", "التي", "الذين")) | DUAL_RELATIVES, 10  # tokens from a relative pronoun to a time of its clause
_SET_TO_BE: Final = frozenset(("عقده", "عقدها", "انعقاده", "انعقادها", "اقامته", "اقامتها", "تنظيمه"))  # «المقرر عقده بتونس»
_PURPOSES: Final = frozenset(("لاجراء", "لعقد", "لحضور", "لبدء", "لاستيناف", "لتوقيع"))
_TRAVEL_REACH: Final = 12  # tokens from «وصول» to the goal: who travels stands between
_IN_REGION: Final = (["في"], ["بولاية"], ["في", "ولاية"], ["بمقاطعة"], ["في", "مقاطعة"], ["بجزيرة"], ["في", "جزيرة"], ["بإقليم"], ["في", "إقليم"])  # between a city and where it lies
_TOPIC_REACH: Final = 14  # tokens from who takes part over what they discussed to «على هامش»
_SAID_OPENERS: Final = frozenset(("ان", "انه", "انها", "بان", "الذي", "التي", "موكدا", "مشددا", "مشيرا"))
_MARGIN_REACH: Final = 16  # tokens behind «هامش» in which the place of that event stands
_DURING, _VISIT_REACH, _GOAL_REACH = frozenset(("خلال", "اثناء", "ضمن", "اطار", "مستهل", "ختام")), 8, 4  # words from who takes part to «خلال زيارته», from there to where it goes
_TO_HOLD: Final = frozenset(("عقد", "لعقد", "انعقاد", "لانعقاد", "بعقد"))
_HOST_REACH: Final = 5  # tokens between a verb of hosting and the host


def find_time(document: Document, index: Index, trigger: Trigger) -> TimeExpression | None:
    """The date of the event: the nearest expression from the clause's begin to the next event, days before months."""
    tokens, i = document.tokens, trigger.token
    if (told := day_before_when(document, trigger)) is not None:
        return told
    invited = any(t.norm in _INVITED for t in tokens[trigger.right - 1 : min(trigger.right + 1, trigger.last)])  # «بزيارة إلى مصر تلبية لدعوة من … يوم الخميس»
    head = tokens[trigger.carrier if trigger.carrier is not None and trigger.role in ("holds", "happens") and not trigger.behind else i].start
    aside = relative_aside_end(document, trigger.right, trigger.last)
    stop = tokens[setting_end(document, index, trigger, _INVITATION if invited else 8, aside) - 1].end
    found = [
        t for t in index.times(tokens[trigger.left].start, stop)
        if not (aside and tokens[trigger.right].start < t.start < tokens[aside - 1].start) and (_may_date(document, index, t) or is_ago(document, index, trigger, index.token_at(t.start))) and (t.rule != "year" or t.start > head or opens_clause(document, index, trigger, t))
    ]  # fmt: skip
    if (ago := next((t for t in found if t.start > head and is_ago(document, index, trigger, index.token_at(t.start))), None)) is not None:
        found = [t for t in found if t.start <= ago.start]  # «في أول زيارة قبل ثلاثة أعوام واليوم …»
    found = [t for t in found if not _is_bound(document, index, t) and not _is_of_person(document, index, trigger, t)]
    at, own, source = tokens[i].start, own_start(document, trigger), source_end(document, trigger)
    if over := index.over_before(tokens[trigger.left].start, at if trigger.noun else stop):  # «منذ الهجوم، الذي وقع السبت، تجري واشنطن محادثات»
        found = [t for t in found if not any(a <= t.start < b for a, b in over)]
    found = [t for t in found if t.start >= source and (t.precision != "year" or _distance(index, at, t.start) <= _YEAR_REACH)]  # «قمة هلسنكي … في انتخابات عام 2016»
    if (count := is_counted(document, index, trigger)) is not None:
        return min((t for t in found if t.start > at), key=lambda t: t.start, default=None) or day_counted(document, index, trigger, count)
    if _is_day_after(document, trigger):
        return _day_before(next((t for t in reversed(found) if t.start < at and t.precision == "day"), None)) or min((t for t in found if t.start > at), key=lambda t: t.start, default=None)
    if is_aside(document, index, trigger) or is_prepared(document, trigger) or trigger.role == "travels" and document.norms[i - 1] in OTHER_TIMES:
        found = [t for t in found if t.start >= at]  # «أعلن الكرملين الأربعاء عن عقد قمة», «يغادر الأحد إلى أثينا قبيل القمة»
    elif is_joined(document, trigger):
        found = [t for t in found if t.start >= own]
    if _is_date_announced(document, trigger):
        found = [t for t in found if t.start < at]
    if _is_of_margin(document, trigger):
        found = [t for t in found if t.start >= at or t.precision in ("month", "year")]
    apart = setting_clause(document, trigger)
    if apart is not None and (own_time := next((t for t in index.times(tokens[apart[0]].start, tokens[apart[1] - 1].end) if _may_date(document, index, t) and t.precision != "year" and not _is_bound(document, index, t)), None)) is not None:
        return own_time
    found = not_of_something_else(document, index, trigger, [t for t in found if not is_set_for_another(document, i, index.token_at(t.start))])
    scheduled = next((t for t in found if t.start > at and _is_scheduled(document, t)), None)
    if scheduled is not None:
        return scheduled
    nearest = min(found, key=lambda t: (t.start < own, abs(t.start - at) + _VAGUE * _RANK[t.precision]), default=None)
    return nearest or day_of_heading(document, index, trigger) or day_of_journey(document, index, trigger) or day_behind_purpose(document, index, trigger, stop) or day_set_apart(document, index, trigger, stop)


def _distance(index: Index, a: int, b: int) -> int:
    """The characters between two offsets that belong to no person: of «التقى الرئيس فلان | نظيره فلان | في برازيليا | العام الماضي»."""
    first, last = min(a, b), max(a, b)
    covered, reached = 0, first
    for start, end in index.spans[bisect_left(index.spans, (first, 0)) : bisect_left(index.spans, (last, 0))]:
        covered += max(0, end - max(start, reached))
        reached = max(reached, end)
    return last - first - covered


def _may_date(document: Document, index: Index, time: TimeExpression) -> bool:
    """Whether an expression can be the date of an event: not «بعد يومين من …», «منذ عام», a day counted in the event."""
    counted = time.text.startswith(("بعد", "قبل")) and document.text[time.end : time.end + 8].startswith(FROM)
    seeing = document.morphs[index.token_at(time.start) - 1]
    if seeing is not None and seeing.lemma == "شهد" and seeing.enclitic is not None:
        return False  # «ما شهده العام الماضي من تجارب»
    return time.type == "DATE" and not counted and not is_nowadays(document, index, time) and not time.text.startswith("منذ") and time.rule not in _NO_EVENT_TIME and not _is_day_of_event(document, index, time)


def _is_bound(document: Document, index: Index, time: TimeExpression) -> bool:
    """Whether a time is only since or until when something goes on: «حتى الجمعة», «ومنذ أكتوبر اضطلعت …», «متواصلة إلى اليوم»."""
    before = document.norms[index.token_at(time.start) - 1].removeprefix("و") if time.start else ""
    return before in _BOUNDS or before == "الي" and time.text == "اليوم"


def _is_of_margin(document: Document, trigger: Trigger) -> bool:
    """Whether the event is the gathering on whose margins something else took place, on a day of its own: «التقى الثلاثاء نظيره على هامش | الاجتماع الوزاري»."""
    i = trigger.token
    return trigger.noun and i > 1 and (document.norms[i - 1] == "هامش" or document.norms[i - 2] == "هامش" and document.norms[i - 1] in SESSIONS)


def _is_date_announced(document: Document, trigger: Trigger) -> bool:
    """Whether a day behind the event is that on which its date will be made known: «سيعلن عن موعد ومكان | القمة | الخميس»."""
    i = trigger.token
    if not trigger.noun or document.norms[i - 1].removeprefix("و") not in _DATE_WORDS:
        return False
    about = next((j for j in range(i - 2, max(trigger.first, i - 4), -1) if document.norms[j] == "عن"), None)
    return about is not None and any((m := document.morphs[j]) is not None and m.future for j in range(max(trigger.first, about - 3), about))


def _is_day_after(document: Document, trigger: Trigger) -> bool:
    """Whether the clause tells what was done on the day after the event: «أعلنا الاثنين … غداة عقد لقاء»."""
    i = trigger.token
    while i > trigger.left and document.norms[i - 1] in _HOLDING:
        i -= 1
    return trigger.noun and document.norms[i - 1].removeprefix("و") == "غداه"


def _day_before(time: TimeExpression | None) -> TimeExpression | None:
    """The day before one that is told; where its date is not known, nothing is told of the day before either."""
    if time is None or time.date_from is None or time.date_to is None:
        return None
    day = dt.timedelta(1)
    return replace(time, date_from=time.date_from - day, date_to=time.date_to - day, basis="inferred")


def _is_of_person(document: Document, index: Index, trigger: Trigger, time: TimeExpression) -> bool:
    """Whether a time stands in a relative clause that says something of a person: «التقى الوزير الذي وصل السبت إلى الرياض، ولي العهد»."""
    tokens, i = document.tokens, index.token_at(time.start)
    for j in range(i - 1, max(trigger.left, i - _RELATIVE_REACH), -1):
        if tokens[j].text in "،,.؛":
            return False
        if document.norms[j] in _RELATIVES:
            own = range(j + 1, i)  # the event itself, or its verb, may stand in the clause: «الوزير الذي التقى أمس نظيره»
            behind = j - 2 if tokens[j - 1].text in "،," else j - 1
            of_two = document.norms[j] in DUAL_RELATIVES and trigger.morph.number != "d"  # «وسيط في جولتي المحادثات اللتين عقدتا في يناير»
            planned = set_for(document, trigger.token, trigger.last)  # «لقاءه مع الوزير الذي كان مقررا أمس»
            return trigger.token < j and (planned is None or planned not in own) and trigger.token not in own and trigger.carrier not in own and (of_two or index.in_person(tokens[behind].end - 1))
    return False


def _is_scheduled(document: Document, time: TimeExpression) -> bool:
    """Whether a time is the one set for the event: «ألغى الخميس قمة كانت مقررة في 12 يونيو»."""
    return any(w.startswith(_SET_FOR) for w in fold(document.text[max(0, time.start - 20) : time.start]).split())


def _is_day_of_event(document: Document, index: Index, time: TimeExpression) -> bool:
    """«في اليوم الأول من القمة»: a day counted in the event is not today."""
    i = index.token_at(time.end)
    return time.text.endswith("اليوم") and i < len(document.tokens) and document.tokens[i].norm in ORDINALS


def find_place(document: Document, index: Index, trigger: Trigger) -> tuple[Name | None, Name | None]:
    """Where the event takes place, and the place that hosts it where a verb of hosting says so."""
    tokens, i, at = document.tokens, trigger.token, document.tokens[trigger.token].start
    if trigger.role == "hosts" and trigger.carrier is not None:
        host = _beside(document, index, trigger)
        if host is not None:
            stop = tokens[setting_end(document, index, trigger, 6) - 1].end
            city = next((n for n in index.places(at, stop) if host.kind == "state" and n.kind == "place" and n.country_code == host.country_code), None)
            return city or host, host  # «استضافت سلطنة عمان محادثات في | مسقط»
    if (hosted := hosted_by(document, trigger)) is not None:
        return hosted, hosted
    stop = tokens[setting_end(document, index, trigger, 6) - 1].end
    if trigger.construction in ("verb_visit", "verb_arrive", "noun_visit"):
        return goal_of_visit(document, index, trigger, stop), None
    if trigger.construction == "noun_call":
        return None, None
    found = [n for n in index.places(tokens[trigger.left].start, stop) if not is_of_another_noun(document, index, trigger, n)]
    if over := index.over_before(tokens[trigger.left].start, at if trigger.noun else stop):
        found = [n for n in found if not any(a <= n.start < b for a, b in over)]
    if trigger.role == "says":  # «قال … من جنيف في مؤتمر»
        found += [n for n in document.names if tokens[trigger.left].start <= n.start < tokens[i].start and n.kind == "place" and not index.in_person(n.start) and is_origin(document, index, n)]
    apart = setting_clause(document, trigger)
    if apart is not None and (own_places := index.places(tokens[apart[0]].start, tokens[apart[1] - 1].end)):
        return min(own_places, key=lambda n: (n.kind != "place", n.start)), None
    antecedent = before_where(document, trigger) if not is_prepared(document, trigger) else None  # «كوريا الشمالية، حيث وصل للتحضير للقمة»
    if antecedent is not None:
        return antecedent, None
    source = source_end(document, trigger)
    found = [n for n in found if n.start >= source and not is_of_another_event(document, index, trigger, n)]
    if trigger.noun and (trigger.morph.definite or any(index.names_event(n) and _is_given_name(document, index.token_at(n.start)) for n in found)):
        planned = set_for(document, i, trigger.last)
        found = [n for n in found if planned is not None and n.start > tokens[planned].start or _is_near(document, index, trigger, n)]
    own = own_start(document, trigger)
    if is_aside(document, index, trigger) or is_prepared(document, trigger) or trigger.role == "travels" and document.norms[i - 1] == "من":
        found = [n for n in found if n.start >= at]  # «وصل إلى نيويورك لبحث ترتيبات القمة», «عاد إلى روما من المحادثات في فيينا»
    elif is_joined(document, trigger):
        found = [n for n in found if n.start >= own]
    elif is_readied(document, trigger):
        found = [n for n in found if n.start >= at or "،" not in document.text[n.end : at]]  # «زياراته إلى بيونغ يانغ ضمن جهوده، تمهيدا للقمة», but «سافر إلى سنغافورة تمهيدا للقمة»
    found = [n for n in found if not (index.names_event(n) and _is_given_name(document, index.token_at(n.start)))]
    scheduled = next((tokens[j].end for j in range(i + 1, min(i + 20, trigger.last)) if tokens[j].norm in _SET_TO_BE), None)
    found = [n for n in found if scheduled is None or n.start >= scheduled] or found
    nearest = min(found, key=lambda n: (n.start < own, n.kind != "place", index.names_event(n), abs(n.start - at)), default=None)
    within = next((n for n in found if nearest is not None and n.kind == "place" and document.text[n.end : nearest.start].split() in _IN_REGION), None)
    return within or nearest or _on_own_visit(document, index, trigger) or _goal_of_travel(document, index, trigger) or _on_margins(document, index, trigger) or land_of_site(document, index, tokens[trigger.left].start, stop) or where_spoken(document, index, trigger), None  # «في مدينة رام الله في الضفة الغربية»


def _is_near(document: Document, index: Index, trigger: Trigger, place: Name) -> bool:
    """Whether a place stands near enough to an event with the article, which the text may name far from where it was: «اختتمت القمة | في مسقط»; any place where the event's own verb or «عقد» tells it."""
    i = trigger.token
    if trigger.behind or document.norms[i - 1] in _TO_HOLD:
        return True
    if trigger.role == "happens" and trigger.carrier is not None and trigger.carrier >= i - 2 and place.kind == "place" and place.start > document.tokens[i].start:
        return True
    return _words_between(document, index, i, index.token_at(place.start)) <= _DEFINITE_REACH


def _words_between(document: Document, index: Index, i: int, j: int) -> int:
    """How many tokens stand between two, those of names and titles of who takes part and their commas not counted: «القمة مع المستشار الألماني، فريدريش ميرتس، في ليون»."""
    told = [index.in_person(document.tokens[k].start) for k in range(min(i, j), max(i, j))]
    return sum(not told[k] and not (told[k - 1] and document.tokens[min(i, j) + k].text in COMMAS) for k in range(1, len(told)))


def _goal_of_travel(document: Document, index: Index, trigger: Trigger) -> Name | None:
    """Where somebody travels for the event: «قبيل وصول الوزير إلى السويد لإجراء محادثات», «يتوجه إلى القاهرة للمشاركة في اجتماع»."""
    norms, i = document.norms, trigger.token
    purpose = norms[i - 1] in _PURPOSES or norms[i - 1] == "في" and norms[i - 2] == "للمشاركه" or trigger.morph.preposition == "ل" and trigger.morph.lemma in EVENTS
    if not trigger.noun or not purpose or is_prepared(document, trigger):
        return None
    goal = next((n for n in reversed(index.places(document.tokens[trigger.first].start, document.tokens[i].start)) if norms[index.token_at(n.start) - 1] == "الي"), None)
    if goal is None:
        return None
    at = index.token_at(goal.start)
    between = document.morphs[at : i]
    travels = any(m is not None and m.lemma in TRAVELS for m in document.morphs[max(trigger.first, at - _TRAVEL_REACH) : at])
    return goal if travels and not any(m is not None and m.pos == "verb" for m in between) else None


def _on_own_visit(document: Document, index: Index, trigger: Trigger) -> Name | None:
    """Where the visit goes on which they met, in the same clause: «التقى الوزير نظيره | خلال زيارته إلى فيينا |»."""
    norms, right = document.norms, min(trigger.right + _VISIT_REACH, trigger.last - 2)
    at = next((j for j in range(trigger.token + 2, right) if norms[j - 1] in _DURING and (m := document.morphs[j]) is not None and m.lemma == "زيارة" and (m.enclitic or "").startswith("3")), None)
    if at is None or any((m := document.morphs[j]) is not None and m.pos == "verb" and not index.in_person(document.tokens[j].start) for j in range(trigger.token + 1, at)):
        return None
    goal = next((n for n in document.names if n.start > document.tokens[at].end and n.kind in ("place", "state")), None)
    if goal is None or goal.kind != "place":
        return None
    before = document.text[document.tokens[at].end : goal.start - len(goal.clitics)].split()
    to = goal.clitics.endswith("ل") or before[-1:] == ["إلى"] or before[-2:-1] == ["إلى"] and before[-1] in ("العاصمة", "مدينة")
    return goal if to and len(before) <= _GOAL_REACH and "،" not in before else None


def _on_margins(document: Document, index: Index, trigger: Trigger) -> Name | None:
    """Where the event was on whose margins they met: «التقى نظيره على هامش اجتماعات الجمعية العامة في نيويورك»."""
    tokens, right = document.tokens, trigger.right
    reach = _TOPIC_REACH if trigger.construction == "verb_discuss" or trigger.role in ("holds", "happens") else 3  # «بحث … سبل تعزيز التعاون، وذلك على هامش»
    at = next((j for j in range(trigger.token + 1, min(right + reach, trigger.last)) if document.norms[j] == "هامش"), None)
    if at is None or any((m := document.morphs[j]) is not None and m.pos == "verb" and not index.in_person(tokens[j].start) or document.norms[j] in _SAID_OPENERS for j in range(right, at)):
        return None
    end = min(at + _MARGIN_REACH, trigger.last)
    end = next((j for j in range(at + 1, end) if tokens[j].text in ".؛،" or document.norms[j] in CLAUSE_OPENERS), end)
    return next((n for n in index.places(tokens[at].end, tokens[end - 1].end) if n.clitics.endswith("ب") or document.norms[index.token_at(n.start) - 1] == "في" or index.names_event(n)), None)


def is_beside(document: Document, trigger: Trigger) -> bool:
    """Whether they met on the margins of a gathering told before, which its noun alone names: «وعلى هامش المؤتمر، التقى …», «على هامش هذا الحدث»."""
    norms, morphs = document.norms, document.morphs
    for j in range(trigger.left, min(trigger.right + 3, trigger.last - 2)):
        if norms[j] in ("هامشه", "هامشها"):
            return True
        if norms[j] == "هامش":
            noun = morphs[j + 2] if norms[j + 1] in ("هذا", "هذه") else morphs[j + 1]
            behind = j + 3 if norms[j + 1] in ("هذا", "هذه") else j + 2
            bare = behind >= len(norms) or document.tokens[behind].kind != "word" or (m := morphs[behind]) is not None and m.pos in ("verb", "prep", "noun") and not m.definite
            return noun is not None and noun.definite and bare
    return False


def _is_given_name(document: Document, i: int) -> bool:
    """Whether the place at token ``i`` only stands in the name that a meeting was given: «تسمية قمة الظهران بـ"قمة القدس"»."""
    tokens = document.tokens
    before = [t.norm.removeprefix("و") for t in tokens[max(0, i - 6) : i - 1]]
    return i > 1 and tokens[i - 2].text in '"«“' or any(w.startswith(_NAMING) for w in before)


def _beside(document: Document, index: Index, trigger: Trigger) -> Name | None:
    """The city or state beside a verb of hosting: «الرياض استضافت», «تستضيف العاصمة الإيطالية روما»."""
    assert trigger.carrier is not None
    tokens, verb = document.tokens, trigger.carrier
    own = document.morphs[verb]
    until = trigger.token if not trigger.behind and own is not None and own.enclitic is None else trigger.last  # «أعلنت الهند أنها ستستضيف الشهر المقبل | محادثات بين مصر والأردن»: neither is host
    start, end = tokens[max(trigger.first, verb - _HOST_REACH)].start, tokens[min(verb + _HOST_REACH, until - 1, trigger.last - 1)].end
    named = [n for n in document.names if start <= n.start < end and n.kind in ("place", "state")]
    behind = [n for n in named if n.start > tokens[verb].start]
    return min(behind or named, key=lambda n: (n.kind != "place", abs(index.token_at(n.start) - verb)), default=None)
