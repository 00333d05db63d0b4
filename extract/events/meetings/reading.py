"""What one trigger of a meeting tells: the event with its parties, its day and place, its status and what tells it from others."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.arguments import Index, Party
from extract.events.clauses.words import SINCE
from extract.events.meetings import description
from extract.events.meetings.carriers import is_within
from extract.events.meetings.certainty import is_sure, is_told_as_over
from extract.events.meetings.event import Event
from extract.events.meetings.frames import Frames
from extract.events.meetings.identity.apart import is_earlier, is_set_beside
from extract.events.meetings.kind import find_kind
from extract.events.meetings.ordinals import find_ordinal, is_framework
from extract.events.meetings.parties.assembly import find_parties
from extract.events.meetings.preparation import is_readied, is_told_ahead
from extract.events.meetings.sequence import (
    adds_another,
    came_before,
    follows_another,
    is_on_margins,
    within_gathering,
)
from extract.events.meetings.series import find_series
from extract.events.meetings.setting import time_and_place as setting
from extract.events.meetings.setting.antecedents import beside_time
from extract.events.meetings.setting.headings import is_entry, opens_other_side
from extract.events.meetings.setting.lengths import find_end, find_length, may_last, over_its_days
from extract.events.meetings.setting.seats import seat_of_body
from extract.events.meetings.topics import find_topics
from extract.events.meetings.triggers import SITTINGS, Trigger
from extract.events.modality.clause import before_publication, is_ahead, is_past
from extract.events.modality.status import status_of

_NEXT: Final = frozenset(("المقبل", "المقبله", "القادم", "القادمه", "المرتقب", "المرتقبه", "السابق", "السابقه", "الماضي", "الماضيه", "المقرر", "المقرره", "المزمع", "المزمعه", "المنتظر", "المنتظره"))
_ANOTHER: Final = frozenset(("ثان", "ثانيا", "ثانيه", "ثالث", "ثالثا", "ثالثه", "رابع", "رابعا", "رابعه", "اخر", "اخري"))
_FIRST: Final = frozenset(("اول", "ثاني", "ثالث", "اخر"))
_MAKING: Final = frozenset(("قام", "أدى", "أجرى"))
_OF_STATE: Final = frozenset(("رسميه", "الرسميه", "دوله", "عمل"))  # «زيارة دولة»
_POINTING: Final = frozenset(("هذه", "هذا", "هاتان", "هاتين", "هذان", "هذين"))
_PAIR: Final = frozenset(("فخامته", "سموه", "جلالته", "معاليه", "زعيمي", "زعيما", "رييسي", "رييسا", "الجانبان", "الجانبين", "الطرفان", "الطرفين", "الوزيران", "الوزيرين", "الرييسان", "الرييسين", "الزعيمان", "الزعيمين", "البلدين", "البلدان", "الدولتين", "الدولتان", "الوفدان", "الوفدين", "الاثنان", "بينهما", "بينهم"))  # fmt: skip


def read_event(document: Document, index: Index, frames: Frames, trigger: Trigger, subject: Party | None, counts: dict[str, int]) -> Event | None:
    """What one trigger tells: the event with its parties, time, place and status; ``counts`` are the numbers in words."""
    i = trigger.token
    place, host = setting.find_place(document, index, trigger)
    parties = find_parties(document, index, trigger, place, subject)
    if (body := within_gathering(document, trigger)) is not None and sum(p.person is not None for p in parties) > 1:
        parties = [p for p in parties if p.name is None or p.start != body.start]
    if trigger.construction == "verb_discuss" and not parties:
        return None  # whoever discusses something with nobody meets nobody
    if trigger.construction == "verb_meet" and trigger.morph.person == "1" and trigger.morph.number == "p" and not trigger.morph.future and trigger.morph.aspect == "i" and not any(p.person for p in parties):
        return None  # «نجتمع في نسيج واحد»
    if trigger.noun and is_set_beside(document, i) and not any(p.start > document.tokens[i].start for p in parties):
        return None  # «قمة على غرار قمة هلسنكي», «بعد أسبوع من زيارته إلى عمان»: told by the way, of whom is not said
    if trigger.construction == "verb_arrive" and place is not None and parties != [] and {p.actor_id for p in parties} == {place.country_code or place.actor_id}:
        return None  # «يغادر الرئيس التركي إلى أنقرة»: he goes home
    if trigger.construction == "verb_visit" and (place is None or not any(p.person for p in parties)):
        return None  # zoos and fairs are visited too
    seat = seat_of_body(document, index, trigger, frames.seats) if place is None and trigger.construction not in ("noun_call", "noun_visit", "verb_visit", "verb_arrive") else None
    time = setting.find_time(document, index, trigger)
    days = find_length(document, trigger, counts) if may_last(trigger) else 0
    if time is not None and trigger.construction != "verb_visit" and may_last(trigger):
        time = over_its_days(document, trigger, time, days)
    verb = trigger.carrier if trigger.role not in ("says", "travels") else None  # «وصل … استعدادا للقمة المرتقبة»
    aside = trigger.noun and trigger.role in (None, "says") and is_within(document, i)
    if place is None and seat is None and trigger.construction in ("noun_sign", "verb_sign", "noun_meet", "verb_meet", "verb_discuss") and (not trigger.noun or not trigger.morph.definite or i == trigger.first or trigger.carrier == i - 1):
        place = beside_time(document, index, time)
    status = status_of(document, frames.status_words, trigger.left, i, trigger.last, time, verb=verb, aside=aside)
    if status == "planned" and time is not None and is_entry(document, index, trigger, time):
        status = "held"  # «2 أغسطس 1990: مجلس الأمن يعقد جلسة طارئة»
    if status == "absent":
        return None  # «لم يجر أي لقاء»: no meeting at all
    if status == "held" and is_readied(document, trigger) and not before_publication(time, document.published):
        status = "planned"
    if status in ("planned", "proposed") and before_publication(time, document.published):
        time = None  # «سيلتقي … بعد تعيينه الأسبوع الماضي»: what is to come has no day that is past
    if status == "held" and not trigger.noun and is_ahead(time, document.published):
        time = None  # «كانا قد التقيا في يوليو»: what was has no day that is to come
    said = document.morphs[trigger.carrier] if trigger.carrier is not None and trigger.role == "says" else None
    signed = trigger.construction == "noun_sign" and time is not None and document.norms[i - 1] in SINCE
    if status == "held" and said is not None and said.future and not signed:
        status = "planned"  # «سيبحث خلال لقائه», but «سيبحث الوضع بعد توقيع الاتفاق في 14 يوليو»
    first, last = description.evidence(document, trigger)
    hosting = (host.country_code or host.actor_id) if host is not None else None
    if trigger.construction == "verb_receive" and parties:
        hosting = parties[0].actor_id
    theirs = trigger.noun and trigger.morph.enclitic in ("3mp", "3d", "3md", "3fd", "3mp_poss", "3d_poss", "3md_poss")
    aloof = trigger.noun and not trigger.morph.definite and trigger.role in (None, "says")  # «التقى الوزيران على هامش قمة»: the pair belongs to the verb
    pair = theirs or any(t.norm in _PAIR for t in document.tokens[i if aloof else trigger.left : min(trigger.last, i + 4)])
    kind = find_kind(document, trigger, parties)
    where = None if kind == "call" else place or seat  # «بحث معه هاتفيا عقد اجتماع في إسطنبول»: a call is nowhere
    return Event(
        kind, status, i, first, last, parties, time, where, hosting, trigger.construction,
        named=_is_named(document, trigger),
        anaphoric=pair and len(parties) < 2,
        carried=trigger.role in ("happens", "holds", "hosts"),
        sure=status != "held" or is_sure(document, index, frames, trigger, time) or before_publication(time, document.published),
        done=trigger.role == "holds" and is_past(document.morphs[trigger.carrier]) if trigger.carrier is not None else False,
        wide=trigger.noun and description.is_wide(document, trigger),
        ordinal=find_ordinal(document, trigger),
        counted=not is_framework(document, trigger),
        days=days,
        until=find_end(document, index, trigger) if may_last(trigger) else None,
        another=trigger.construction in ("verb_arrive", "verb_visit") and came_before(document, trigger) or trigger.noun and not trigger.morph.definite and i + 1 < trigger.last and (document.norms[i + 1] in _ANOTHER or follows_another(document, trigger)),
        pointing=trigger.noun and (trigger.morph.definite and document.norms[i - 1].lstrip("ولب") in _POINTING or _is_first_of_kind(document, trigger)),
        beside_others=adds_another(document, trigger),
        later=is_ahead(time, document.published),
        over=status == "held" and is_told_as_over(document, trigger),
        definite=trigger.noun and trigger.morph.definite,
        owned=trigger.noun and (trigger.morph.enclitic or "").startswith(("3ms", "3fs")),
        aside=opens_other_side(document, trigger.first),
        beside=place is None and setting.is_beside(document, trigger),
        margin=is_on_margins(document, trigger),
        formal=trigger.construction == "noun_visit" and not is_within(document, i) and _is_formal(document, trigger),
        ahead=is_told_ahead(document, trigger, parties),
        earlier=is_earlier(document, trigger),
        placed_by="at_seat" if seat is not None else "",
        series=find_series(document, trigger),
        topics=find_topics(document, trigger, place),
    )


def _is_formal(document: Document, trigger: Trigger) -> bool:
    """Whether a visit is made by a verb of its own, or one of state: «قام الوزير بزيارة», «زيارة دولة», «زيارته الرسمية»."""
    behind = document.norms[trigger.token + 1 : min(trigger.token + 3, trigger.last)]
    verb = document.morphs[trigger.carrier] if trigger.carrier is not None else None
    return verb is not None and verb.lemma in _MAKING or any(w in _OF_STATE for w in behind)


def _is_first_of_kind(document: Document, trigger: Trigger) -> bool:
    """Whether a clause says of the event told before that it is the first of its kind: «هذه هي أول | زيارة | لمسؤول غربي»."""
    before = document.norms[max(trigger.first, trigger.token - 3) : trigger.token]
    return before != [] and before[-1] in _FIRST and bool({"هذه", "هي", "وهي"} & {*before[:-1]})


def _is_named(document: Document, trigger: Trigger) -> bool:
    """Whether the trigger brings up an event by itself: no «القمة» alone, but «الاجتماع المقبل لوزراء …», «قمة الحلف»."""
    following = document.morphs[trigger.token + 1] if trigger.token + 1 < trigger.last else None
    session = following is not None and following.pos == "noun" and following.definite and following.lemma in SITTINGS  # «جلسة المباحثات»
    if trigger.noun and _is_first_of_kind(document, trigger):
        return False
    if not trigger.noun or not trigger.morph.definite and not session:
        return True
    if any(t.norm == "بين" for t in document.tokens[trigger.token + 1 : min(trigger.token + 3, trigger.last)]) and trigger.carrier is not None:
        return True  # «الاجتماع بين الوزيرين … الذي سيعقد غدا»
    if find_ordinal(document, trigger) is not None and (trigger.carrier is not None or trigger.morph.lemma == "جولة"):
        return True
    return any(t.norm in _NEXT for t in document.tokens[trigger.token + 1 : trigger.token + 4])
