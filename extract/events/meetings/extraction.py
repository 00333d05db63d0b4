"""Meetings: event frames over the sentences of an article, one event for all its mentions.

The grammar is data (seeds/meeting_frames.csv, seeds/meeting_verbs.csv); the steps are files of their own beside this one: triggers with their senses and carriers; kind; description (about
what); lists in other sentences. ``parties/`` tells who takes part, and in the end whether it is an event; ``setting/`` when and where;
``identity/`` which mentions are one and what they add; ``../modality/`` whether it took place. ``setting/home.py`` gives the rows the
country of who receives.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from extract.arabic.names.bodies import find_bodies
from extract.arabic.persons.words import covering_names
from extract.arabic.types import Document
from extract.events.arguments import Index, Party
from extract.events.clauses.words import SINCE
from extract.events.meetings import description, lists
from extract.events.meetings.carriers import is_within
from extract.events.meetings.certainty import is_sure
from extract.events.meetings.event import Event
from extract.events.meetings.frames import Frames
from extract.events.meetings.identity.absorption import place_by_visit
from extract.events.meetings.identity.apart import is_earlier, is_set_beside
from extract.events.meetings.identity.reunion import reunite
from extract.events.meetings.identity.sameness import merge
from extract.events.meetings.kind import find_kind
from extract.events.meetings.members import ROLLS, enroll, is_roll
from extract.events.meetings.ordinals import find_ordinal
from extract.events.meetings.parties.assembly import find_parties
from extract.events.meetings.parties.groups import told_together
from extract.events.meetings.parties.settling import is_event, settle
from extract.events.meetings.parties.speakers import add_speakers
from extract.events.meetings.parties.speeches import SPEECHES, speaks_at
from extract.events.meetings.parties.subjects import spoken_of
from extract.events.meetings.parties.turns import take_turn
from extract.events.meetings.parties.two_sides import sides_told
from extract.events.meetings.preparation import is_readied, is_told_ahead
from extract.events.meetings.receptions import RECEPTIONS, is_reception, receive
from extract.events.meetings.sequence import (
    adds_another,
    came_before,
    follows_another,
    goes_on_in_present,
    is_on_margins,
    within_gathering,
)
from extract.events.meetings.series import find_series
from extract.events.meetings.sessions import audience_event, session_of
from extract.events.meetings.setting import time_and_place as setting
from extract.events.meetings.setting.antecedents import beside_time
from extract.events.meetings.setting.further import go_on_from
from extract.events.meetings.setting.headings import is_entry, opens_other_side
from extract.events.meetings.setting.landing import land
from extract.events.meetings.setting.lengths import find_end, find_length, may_last, over_its_days, stretch
from extract.events.meetings.setting.presence import place_by_presence
from extract.events.meetings.setting.sayings import date_by_saying, day_of_saying
from extract.events.meetings.setting.seats import seat_of_body
from extract.events.meetings.splitting import apart
from extract.events.meetings.stops import stops_of
from extract.events.meetings.topics import add_topics, find_topics
from extract.events.meetings.triggers import SITTINGS, Trigger, find_trigger
from extract.events.modality.clause import before_publication, is_ahead, is_past
from extract.events.modality.decided import takes_invitation
from extract.events.modality.status import status_of

if TYPE_CHECKING:
    from extract.lexicon import Lexicon

_SPORT = frozenset(("مباراه", "المباراه", "الدوري", "كاس", "المنتخب", "منتخب", "لاعب", "المدرب", "مدرب", "هدف", "اللاعبين", "الملعب", "ملعب", "البطوله", "نادي", "النادي", "فريقه", "مهاجم", "الهلال", "برشلونه", "لكره", "القدم", "فيفا", "الفيفا", "اهداف"))  # fmt: skip
_SPORT_WORDS = 3  # so many words of sport make an article one about sport,
_SPORT_SHARE = 0.01  # where they are so large a part of its beginning
_BEGINNING = 600  # tokens
_NEXT = frozenset(("المقبل", "المقبله", "القادم", "القادمه", "المرتقب", "المرتقبه", "السابق", "السابقه", "الماضي", "الماضيه", "المقرر", "المقرره", "المزمع", "المزمعه", "المنتظر", "المنتظره"))
_SITS_FOR = frozenset(("ممثلا", "ممثله", "يمثله", "ومثله"))
_TELLING = _SITS_FOR | lists.PARTAKERS | lists.COMPANY | RECEPTIONS | ROLLS | SPEECHES | {"الدعوه"}  # words that are no frame's and add to an event told before
_ANOTHER = frozenset(("ثان", "ثانيا", "ثانيه", "ثالث", "ثالثا", "ثالثه", "رابع", "رابعا", "رابعه", "اخر", "اخري"))
_FIRST = frozenset(("اول", "ثاني", "ثالث", "اخر"))
_POINTING = frozenset(("هذه", "هذا", "هاتان", "هاتين", "هذان", "هذين"))
_PAIR = frozenset(("فخامته", "سموه", "جلالته", "معاليه", "زعيمي", "زعيما", "رييسي", "رييسا", "الجانبان", "الجانبين", "الطرفان", "الطرفين", "الوزيران", "الوزيرين", "الرييسان", "الرييسين", "الزعيمان", "الزعيمين", "البلدين", "البلدان", "الدولتين", "الدولتان", "الوفدان", "الوفدين", "الاثنان", "بينهما", "بينهم"))  # fmt: skip


def find_meetings(document: Document, lexicon: Lexicon) -> list[Event]:
    """Meetings in the order of their first mention; what is too vague to be an event of its own is left out.

    «التقى وزير الخارجية المصري سامح شكري نظيره الأردني أيمن الصفدي في القاهرة الثلاثاء» gives one bilateral meeting,
    held, with two participants, its day and its city.
    """
    frames, index = lexicon.meeting_frames, Index(document, find_bodies(document, covering_names(document), lexicon.body_heads))
    if _is_about_sport(document, index):
        return []
    telling = [i for i, (norm, m) in enumerate(zip(document.norms, document.morphs, strict=True)) if m is not None and m.lemma in frames.lemmas or norm in _TELLING]
    events: list[Event] = []
    subject: Party | None = None
    for number, sentence in enumerate(document.sentences):
        first, last = sentence.first_token, sentence.last_token
        found_at = -2
        for i in telling[bisect_left(telling, first) : bisect_left(telling, last)]:
            morph = document.morphs[i]
            if events and morph is not None and morph.pos == "verb" and lists.is_representation(document, i, last):
                lists.represent(document, index, events[-1], i, last)
            if events and document.tokens[i].norm in _SITS_FOR:
                lists.represented(document, index, events[-1], i, last)
            if events and is_reception(document, i, first):
                receive(document, index, events, i, first, last, number)
                continue
            if events and lists.is_attendance(document, i, first, last, frames.event_nouns):
                lists.attend(document, index, events, i, last)
                break
            if events and events[-1].status == "proposed" and number - events[-1].latest <= 1 and takes_invitation(document, i):
                events[-1].status = "planned"
            if events and is_roll(document, i, first):
                enroll(document, index, events, i, last)
            if events and document.norms[i] in SPEECHES:
                speaks_at(document, index, events, i, first, last, number)
            trigger = find_trigger(document, index, frames, i, first, last)
            if trigger is not None and trigger.noun and found_at == i - 1:
                found_at = i
                continue  # «مؤتمر قمة», «جلسة المباحثات»: one event noun of two words
            found_at = i if trigger is not None and trigger.noun else found_at
            event = _read(document, index, frames, trigger, subject, lexicon.times.words.counts) if trigger is not None else None
            if event is not None and trigger is not None:
                event.sentence = event.latest = number
                event.lemma = "لقاء" if event.kind == "bilateral" and trigger.kind == "conference" else trigger.morph.lemma  # who gives a press conference together met
                said = day_of_saying(document, index, trigger, number) if event.time is None and (event.status == "held" or document.norms[i - 1] == "قبيل") else None
                if said is not None and len(event.parties) < 2:
                    event.time = said
                go_on_from(document, trigger, event, events)
                if events and events[-1].sentence == number and _is_joined(trigger) and event.status == "held":
                    event.status = events[-1].status
                if events and event.status == "held" and events[-1].status == "planned" and number - events[-1].latest <= 1 and event.time is None and event.actors() & events[-1].actors() and goes_on_in_present(document, trigger):
                    event.status = "planned"
                elif events and event.status == "planned" and events[-1].status == "held" and events[-1].sentence == number and events[-1].sure and not is_ahead(event.time, document.published) and came_before(document, trigger):
                    event.status = "held"
                heard = audience_event(document, i, last, frames.event_nouns) if trigger.construction == "noun_speech" else session_of(document, trigger.token, last, events) if trigger.role == "says" else None
                if heard is not None:
                    lists.speak(events, event, heard)
                elif event.parties and (_is_further(document, trigger) or _is_next_stop(document, trigger, event, events)):
                    events.append(event)
                else:
                    if not event.parties and trigger.construction in ("noun_meet", "noun_call", "verb_meet") and not any(len(e.parties) > 1 for e in events):
                        event.parties = told_together(document, index, trigger)
                    elif len(event.actors()) < 2 and (two := sides_told(document, trigger, events)):
                        event.parties = [*two, *(p for p in event.parties if p.start > two[0].start and p.actor_id not in {s.actor_id for s in two})]
                    for one in apart(document, trigger, event):
                        for stop in stops_of(document, trigger, one):
                            merge(events, stop)
                if said is not None:
                    date_by_saying(events, event, said)
        if events:
            take_turn(document, index, events, first, last, number)
        lists.chain(document, index, events, first, last)
        subject = spoken_of(document, index, sentence) or subject
    people = [Party(p.start, p.end, p, None) for p in index.persons] if events else []
    for event in events:
        settle(event, people, document.text)
        stretch(event)
        land(document, index, event)
    reunite(events)
    place_by_visit(events)
    place_by_presence(document, index, events)
    add_speakers(document, index, events, lexicon.members)
    add_topics(document, events)
    return [e for e in events if is_event(e, document.text)]


def _is_about_sport(document: Document, index: Index) -> bool:
    """Whether words of sport make up a part of the article; «الرئيس المنتخب» and the one match of a political article are none."""
    beginning = document.norms[:_BEGINNING]
    if sum(map(_SPORT.__contains__, beginning)) < _SPORT_WORDS:
        return False
    words = sum(w in _SPORT and not index.in_person(document.tokens[i].start) for i, w in enumerate(beginning))
    return words >= max(_SPORT_WORDS, _SPORT_SHARE * len(beginning))


def _is_joined(trigger: Trigger) -> bool:
    """Whether an event without a verb of its own is joined to one before: «سيعقد اجتماع للوزراء …، واجتماع بين الحلفاء و…»."""
    morph = trigger.morph
    return trigger.noun and trigger.carrier is None and morph.conjunction == "و" and not morph.definite and not morph.enclitic


def _is_further(document: Document, trigger: Trigger) -> bool:
    """Whether a clause adds a meeting to the one told before it: «…، كما سيعقد اجتماع لوزراء الحلف»."""
    indefinite = trigger.noun and not trigger.morph.definite and not trigger.morph.enclitic
    return indefinite and trigger.left > trigger.first + 1 and document.tokens[trigger.left - 1].norm == "كما"


def _is_next_stop(document: Document, trigger: Trigger, event: Event, events: list[Event]) -> bool:
    """Whether a traveller goes on to another state than those told before: «التقى الوزير نظيره في القاهرة، قبل أن | يتوجه إلى الأردن»."""
    if trigger.construction != "verb_arrive" or event.place is None or document.norms[trigger.token - 1] not in ("ثم", "منها", "ومنها") and document.norms[trigger.token - 2 : trigger.token] != ["قبل", "ان"]:
        return False
    return not any(e.place is not None and e.place.country_code == event.place.country_code and e.status == event.status for e in events)


def _read(document: Document, index: Index, frames: Frames, trigger: Trigger, subject: Party | None, counts: dict[str, int]) -> Event | None:
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
    return Event(
        find_kind(document, trigger, parties), status, i, first, last, parties, time, place or seat, hosting, trigger.construction,
        named=_is_named(document, trigger),
        anaphoric=pair and len(parties) < 2,
        carried=trigger.role in ("happens", "holds", "hosts"),
        sure=status != "held" or is_sure(document, index, frames, trigger, time) or before_publication(time, document.published),
        done=trigger.role == "holds" and is_past(document.morphs[trigger.carrier]) if trigger.carrier is not None else False,
        wide=trigger.noun and description.is_wide(document, trigger),
        ordinal=find_ordinal(document, trigger),
        days=days,
        until=find_end(document, index, trigger) if may_last(trigger) else None,
        another=trigger.noun and not trigger.morph.definite and i + 1 < trigger.last and (document.norms[i + 1] in _ANOTHER or follows_another(document, trigger)),
        pointing=trigger.noun and trigger.morph.definite and document.norms[i - 1].lstrip("ولب") in _POINTING,
        beside_others=adds_another(document, trigger),
        owned=trigger.noun and (trigger.morph.enclitic or "").startswith(("3ms", "3fs")),
        aside=opens_other_side(document, trigger.first),
        beside=place is None and setting.is_beside(document, trigger),
        margin=is_on_margins(document, trigger),
        ahead=is_told_ahead(document, trigger, parties),
        earlier=is_earlier(document, trigger),
        placed_by="at_seat" if seat is not None else "",
        series=find_series(document, trigger),
        topics=find_topics(document, trigger, place),
    )


def _is_named(document: Document, trigger: Trigger) -> bool:
    """Whether the trigger brings up an event by itself: no «القمة» alone, but «الاجتماع المقبل لوزراء …», «قمة الحلف»."""
    following = document.morphs[trigger.token + 1] if trigger.token + 1 < trigger.last else None
    session = following is not None and following.pos == "noun" and following.definite and following.lemma in SITTINGS  # «جلسة المباحثات»
    before = [t.norm for t in document.tokens[max(trigger.first, trigger.token - 3) : trigger.token]]
    if trigger.noun and before and before[-1] in _FIRST and {"هذه", "هي", "وهي"} & {*before[:-1]}:
        return False  # «هذه هي أول زيارة لمسؤول غربي»
    if not trigger.noun or not trigger.morph.definite and not session:
        return True
    if any(t.norm == "بين" for t in document.tokens[trigger.token + 1 : min(trigger.token + 3, trigger.last)]) and trigger.carrier is not None:
        return True  # «الاجتماع بين الوزيرين … الذي سيعقد غدا»
    if find_ordinal(document, trigger) is not None and (trigger.carrier is not None or trigger.morph.lemma == "جولة"):
        return True
    return any(t.norm in _NEXT for t in document.tokens[trigger.token + 1 : trigger.token + 4])
