"""Which mentions tell one meeting: no conflict of day, place or status, and parties shared or none named."""

from __future__ import annotations

from typing import Final

from extract.events.arguments import Party, is_state
from extract.events.meetings.event import (
    CEREMONIES,
    GATHERINGS,
    TALKING,
    TALKS,
    VISIT_DAYS,
    VISITS,
    Event,
    family,
)
from extract.events.meetings.identity.absorption import absorb, adds_guests, called_summit
from extract.events.meetings.identity.apart import is_part_apart, is_summit_apart, of_another_event, tells_nobody
from extract.events.meetings.identity.rivals import are_rivals, ranks_differ
from extract.events.meetings.identity.times import is_to_come, told_apart
from extract.events.meetings.parties.attended import goes_on_with, of_first_side
from extract.events.meetings.parties.two_sides import sides_of
from extract.events.meetings.splitting import met_others

_OF_ROUND: Final = 4  # tokens from «الجولة السابعة» to the talks of which it is one
_POINTED: Final = 3  # sentences over which «هذه الزيارة» looks back
_ROUNDS_APART: Final = 3  # sentences from talks to another round of them
_ANAPHORA: Final = 6  # sentences over which «الجانبان» and «زعيما البلدين» look back


def merge(events: list[Event], event: Event) -> None:
    """Join ``event`` to one that the article told before, or add it as a new one."""
    if events and not event.named and event.time is None and event.place is None and not event.parties:
        like = next((other for other in reversed(events) if (event.days or event.until) and family(other) == family(event) and same(other, event)), None)
        if like is not None:
            like.days, like.until = like.days or event.days, like.until or event.until
        if (one := called_summit(events, event)) is not None:
            one.kind = "summit"
        if event.lemma in TALKS and (talks := next((other for other in reversed(events) if same(other, event)), None)) is not None:
            talks.talked = True
        return  # «القمة» once more, with nothing new but how long it lasts
    told = [other for other in reversed(events) if same(other, event)]
    if told and tells_nobody(told[0], event):
        return
    if told:  # «وترأس الاجتماع …» goes on with the one that took place, not with the one to come
        there = next((o for o in told if event.place is not None and o.place is not None and o.place.entity_id == event.place.entity_id), _sharing(told, event))
        if not event.named and told[0].rule in VISITS and told[0].place is None:
            there = next((o for o in told if o.lemma == event.lemma), there)  # «انطلقت القمة …. ووصل الوزير للمشاركة في القمة»
        one = next((o for o in told if event.done and o.status == "held"), there)
        if goes_on_with(one, event):
            event.parties = of_first_side(one, event.parties)
        absorb(one, event)
        return
    if (leaders := called_summit(events, event)) is not None:
        absorb(leaders, event)
        leaders.time, leaders.place = leaders.time or event.time, leaders.place or event.place
        return
    if event.pointing and any(family(e) == family(event) and event.sentence - e.latest <= _POINTED and e.parties for e in events):
        return  # «هذه الزيارة تندرج في إطار التعاون بين …»: what it adds is of something else
    if not event.parties and (event.ordinal or event.lemma == "جولة" and event.named):
        event.parties = _sides_of_series(events, event)
    if events and event.anaphoric and not event.parties:
        event.parties = list(events[-1].parties)  # «اجتماعهم المقبل», «اللجنة المشتركة بين البلدين»
    events.append(event)


def _sides_of_series(events: list[Event], event: Event) -> list[Party]:
    """The sides of the talks told before, of which another round is told by its number, or as the next, the last: «وكانت الجولة الأولى عقدت في إسطنبول», «تعقد الجولة المقبلة …»."""
    like = next((e for e in events if e.lemma == event.lemma and e.parties), None)
    own = [p for p in like.parties if p.person is None or p.person.kind == "collective"] if like is not None else []
    if own != [] or event.lemma != "جولة":
        return own
    near = (e for e in sorted(events, key=lambda e: -e.latest) if event.sentence - e.latest <= _ROUNDS_APART and (family(e) == "talks" or len(events) == 1))
    return next((two for e in near if len(two := sides_of(e)) == 2), [])


def same(a: Event, b: Event) -> bool:
    """Whether two mentions tell one event: no conflict of day, place or status, and parties shared or none named."""
    if a.sentence == b.sentence and a.lemma in ("جولة", "جلسة") and not a.parties and b.parties and family(a) == family(b) and 0 < b.trigger - a.trigger <= _OF_ROUND and a.status == b.status:
        return True  # «الجولة السابعة من محادثات …»
    if a.trigger == b.trigger:
        return False  # «يلتقي الرئيس، ثم رئيس الوزراء»: one clause told them apart
    if a.margin and a.rule.startswith("verb") and a.sentence == b.sentence and b.rule == "noun_meet" and b.kind in GATHERINGS and any(p.name is not None for p in b.parties) and len(a.actors()) > 1:
        return False  # «يلتقي الرئيس، خلال قمة مجموعة السبع، نظيره»
    if a.ahead and a.rule in VISITS and a.sentence == b.sentence and b.rule in ("verb_meet", "verb_receive"):
        return False  # «قبل توجهه إلى باريس، التقى الوزير نظيره»
    if a.time and b.time and a.time.date_from and b.time.date_from and a.time.date_to and b.time.date_to:
        if (a.time.date_from > b.time.date_to or b.time.date_from > a.time.date_to) and not _during(a, b):
            return False
    if b.another and b.rule in VISITS and b.rule != "noun_visit" and a.sentence == b.sentence:
        return False  # «التقى نظيره قبل أن يتوجه إلى نيروبي»
    if b.owned and not b.parties and a.sentence == b.sentence and len(a.parties) > 1:
        return False  # «عقب اجتماع الوزراء، كما رحبوا ببيان اللجنة في اجتماعها بالقاهرة»
    if told_apart(a, b) or _elsewhere(a, b) or is_part_apart(a, b) or _is_on_other_side(a, b):
        return False
    if goes_on_with(a, b) or adds_guests(a, b):
        return True
    if a.place and b.place and a.place.country_code != b.place.country_code and a.kind != "call":
        return False
    if a.rule in VISITS and b.rule in VISITS and a.latest == b.sentence and b.named and a.place and b.place and a.place.kind == b.place.kind == "place" and a.place.entity_id != b.place.entity_id:
        return False  # «جاءت زيارة الوزير لأربيل بعد يوم من زيارة لبغداد»
    if {a.status, b.status} & {"cancelled", "refused"} and a.status != b.status and b.named and not _one_day(a, b):
        return False
    if "call" in (a.kind, b.kind) and a.kind != b.kind and (b.named or family(a) != family(b)):
        return False  # but «مباحثات عبر تقنية الفيديو … خلال هذه المباحثات»
    if b.named and b.time and b.status == "planned" and a.status == "held" and (a.sure or a.time) and a.rule != "noun_visit":
        return False
    if a.status in ("planned", "proposed") and b.status == "held" and b.named and b.time and b.sure and (a.time is None or a.kind == "summit") and b.rule != "verb_receive":
        return False  # the summit to come and the one that took place on Friday
    if a.status in ("planned", "proposed") and b.status == "held" and b.named and b.sure and b.rule != "noun_visit" and (a.status == "proposed" or is_to_come(a.time)):
        return False  # «يشارك في اجتماع غدا … والتقى الإمبراطور»
    if not b.named and b.time is not None and (_is_of_before(a, b) or b.status == "planned" and a.status == "held" and (a.sure or a.time is not None) and is_to_come(b.time) and b.kind in GATHERINGS):
        return False  # the summit to come and «القمة التي عقدت في مارس الماضي»; what took place and «المؤتمر المقرر عقده الشهر المقبل»
    if a.rule in VISITS and a.sentence == b.sentence and a.status in ("planned", "proposed") and b.status == "held" and b.anaphoric:
        return False  # «قبل الدعوة لزيارة واشنطن، بعد اجتماعهم التاريخي»
    if a.rule in VISITS and a.sentence != b.sentence and a.status == "held" and b.status == "planned" and b.rule in TALKING and b.named and len(b.parties) >= 2 and b.party_keys() - a.party_keys():
        return False  # the visitor has come; whom he is yet to meet is told apart
    if b.named and a.time is None and b.time and b.place and "الماضي" in b.time.text and b.time.precision != "day" and b.time.rule != "weekday":
        return False  # «وكان قد زار الدوحة في فبراير الماضي»: what was before
    if b.lemma == "جولة" and b.ordinal and a.ordinal is None and a.lemma not in ("جولة", "جلسة") and b.sentence - a.latest > 1 and _are_named(a) and not b.parties:
        return False  # «يعقد الوزير مباحثات مع الأمير …. الجولة الثالثة من مشاورات موسكو»: a round of other talks
    if a.rule == "noun_speech" and b.rule != "noun_speech" and b.named and a.status == "held" != b.status:
        return False  # «دعا في خطاب أمام المجلس إلى عقد مؤتمر»
    if _is_echo_of_before(a, b) or _is_other_occasion(a, b):
        return False
    if a.ordinal and b.ordinal and a.ordinal != b.ordinal and not (a.kind in GATHERINGS and _one_day(a, b)) or b.another and not a.another and (a.lemma == b.lemma or b.named and b.time is not None and b.place is not None and a.rule in TALKING):
        return False
    if b.named and b.status in ("planned", "proposed") and a.status == "held" and b.kind in GATHERINGS and a.kind not in GATHERINGS and a.sentence != b.sentence:
        return False  # the visitor announces a conference to come
    if _is_another_telling(a, b) or _is_gathering_apart(a, b) or of_another_event(a, b):
        return False
    if b.anaphoric and len(a.parties) >= 2:
        return b.sentence - a.latest <= _ANAPHORA and not are_rivals(a, b) and not ranks_differ(a, b)
    shared = a.party_keys() & b.party_keys()
    if not b.parties and b.sentence - a.sentence > 1 and (b.place or b.time) and a.parties and a.kind == "bilateral" and (family(a) != family(b) or b.ordinal) and not b.anaphoric:  # «اجتماع سراييفو عام 2019» beside the talks of two ministers
        return False
    if not b.parties:
        return _goes_on(a, b) or b.named and (a.kind == b.kind or bool(b.time and a.time))
    if not b.named and not shared and a.time is not None and a.time.precision == "year" and (b.sentence - a.latest > 1 or b.sentence != a.sentence and family(a) != family(b)):
        return False  # «مؤتمر جنيف عام 2014», background; «قال الوزير في المؤتمر» is of another
    if not a.parties and b.named and a.kind not in GATHERINGS and a.sentence != b.sentence and not (_same_day(a, b) or _same_place(a, b)) and (a.named or a.rule not in VISITS or b.rule not in VISITS):
        return False  # «سافر فريق للقاء الكوريين … ويلتقي الوزيران»: whom nobody named is not whom another clause names
    if not a.parties and b.named and a.named and a.kind not in GATHERINGS and a.sentence != b.sentence:
        return True
    if not a.parties and len(b.parties) > 1 and a.status != b.status and a.kind in GATHERINGS and b.kind not in GATHERINGS:
        return False  # «على هامش المنتدى الشهر الماضي. وقال إنه والوزير سيجريان محادثات»
    if not a.parties and b.lemma in TALKS and family(a) in ("conference", "قمة"):
        return False  # «التزموا بها في مؤتمر القاهرة. … من خلال المفاوضات برعاية المبعوث»
    if not a.parties:
        return _goes_on(a, b) and (a.kind == b.kind or not b.named and not {a.kind, b.kind} & {"visit", "call"})
    if b.named and is_summit_apart(a, b):
        return False
    if b.lemma == "مأدبة" and b.time is None and len(b.actors()) > 1 and b.actors() <= a.actors():
        return True  # the banquet of a reception
    if a.kind == b.kind == "signing" and len(a.actors() & b.actors()) > 1 and b.sentence - a.sentence <= 2:
        return True  # «حضر الأمير مراسم التوقيع … ووقع عن بلاده السفير»
    if are_rivals(a, b) or ranks_differ(a, b):
        return False
    if {a.status, b.status} == {"held", "planned"} and len(b.parties) > 1 and len(a.actors()) > 1 and b.actors() - a.actors() and a.kind not in GATHERINGS and a.sentence != b.sentence:
        return False  # «اجتماعه مع المبعوثين … اجتماعات كيم المرتقبة مع …»
    if not b.named and a.lemma == b.lemma and b.time is None and (b.done or len(b.parties) != 2 or b.kind == "summit"):
        return True  # «في مؤتمر دولي … وعقد المؤتمر برعاية …»
    if len(a.parties) == 1 and a.kind == "bilateral" and a.rule == "noun_meet" and b.rule in ("verb_receive", "verb_meet") and b.named and len(b.parties) > 1 and a.sentence != b.sentence and a.place is None and not (a.time and b.time):
        return False  # «قال الملك خلال لقاء مع ممثلي النقابات … واستقبل الملك الوزير»: whom he met there was told, though we do not know them
    if len(shared) > 1 and met_others(a, b):
        return False
    smaller = min(len(a.parties), len(b.parties))
    if shared and (len(shared) * 2 > smaller if smaller > 1 else _is_echo(b) or _same_day(a, b) or a.kind == b.kind or a.kind == "visit"):
        return True
    if a.kind == b.kind and a.kind in GATHERINGS and a.actors() & b.actors() and (_same_day(a, b) or _one_day(a, b) or _same_place(a, b)):
        return True
    if a.kind == b.kind == "summit" and a.place and b.place and (a.place.entity_id == b.place.entity_id or "place" not in (a.place.kind, b.place.kind) or a.place.kind != b.place.kind):
        return True  # «قمة مجموعة السبع في كندا … وقال ماكرون في ختام قمة كيبيك»
    if a.kind in GATHERINGS and b.kind == "bilateral" and b.named and len(b.parties) == 2 and not b.party_keys() <= a.party_keys():
        return False  # two of the guests of a summit met on its margins
    common = a.actors() & b.actors()
    return len(common) >= 2 and len(common) * 2 >= max(len(a.actors()), len(b.actors())) or not b.named and bool(common) and (b.actors() <= a.actors() or a.actors() <= b.actors())


def _sharing(told: list[Event], event: Event) -> Event:
    """The latest of the events that a mention may be of, or the latest with one of its people where that has none: «استقبل | الأمير | الوزراء قبيل اجتماعهم …. وحضر الاستقبال …»."""
    keys = event.party_keys()
    if not keys or told[0].party_keys() & keys:
        return told[0]
    return next((o for o in told if o.sentence == told[0].sentence and o.party_keys() & keys), told[0])


def _is_of_before(a: Event, b: Event) -> bool:
    """Whether the first is to come and a verb tells that the second took place, in a month or a year that is over: «قمة ثانية … الاجتماع الذي جرى في يونيو»."""
    ahead = a.status in ("planned", "proposed") and b.status == "held"
    return ahead and b.carried and b.sure and b.time is not None and (b.time.precision in ("month", "year") or "ماضي" in b.time.text)


def _is_another_telling(a: Event, b: Event) -> bool:
    """Whether status and people together tell two events: a visit that was made and talks that are wished, an echo with two more who are yet to meet."""
    added = b.party_keys() - a.party_keys()
    if a.rule in VISITS and b.status == "proposed" != a.status and added:
        return True  # «زار بيونغ يانغ … لنقل دعوة إلى لقاء ترامب»
    if a.sentence == b.sentence and a.lemma == b.lemma and b.named and a.status != b.status and a.parties and added:
        return True  # «شارك في الاجتماع … قبيل اجتماع الوزراء»
    if {a.status, b.status} == {"held", "planned"} and not b.named and a.parties and sum(k[0] == "person" for k in added) > 1:
        return True
    return a.kind == "visit" and len(b.actors()) > 2 and b.sentence - a.sentence > _ANAPHORA and b.rule == "noun_meet"


def _is_on_other_side(a: Event, b: Event) -> bool:
    """Whether the second is told behind «من جهة أخرى», and its parties are not those of the first: «ترأس الأمير اجتماعا …. من جهة ثانية استقبل الأمير الوزير»."""
    own = b.aside and b.named and (b.rule in ("verb_meet", "verb_receive") or b.rule == "noun_meet" and b.carried)  # not who only speaks of an event there
    return own and a.sentence != b.sentence and len(a.party_keys() & b.party_keys()) < max(2, min(len(a.parties), len(b.parties)))


def _is_gathering_apart(a: Event, b: Event) -> bool:
    """Whether two have met and one of them took part in a gathering with a day or place of its own: «لقاء الوزيرين … شارك الوزير في الاجتماع الوزاري المنعقد بمراكش»."""
    two = len(a.actors()) > 1 and a.kind in ("bilateral", "visit") and len(b.parties) == 1 and b.kind in GATHERINGS and b.kind != "summit"
    return two and b.place is not None and (a.place is None or a.place.entity_id != b.place.entity_id) and a.sentence != b.sentence


def _are_named(event: Event) -> bool:
    """Whether those who met are told by name or office, each a man by himself."""
    return len(event.parties) > 1 and all(p.person is not None and p.person.kind in ("person", "office") for p in event.parties)


def _is_echo_of_before(a: Event, b: Event) -> bool:
    """Whether the first is «اللقاء» alone, of which nothing is known, and the second an event with a clause of its own: an echo looks back, not ahead."""
    bare = not a.named and not a.parties and a.time is None and a.place is None
    return bare and b.named and b.sentence - a.sentence > 1


def _is_other_occasion(a: Event, b: Event) -> bool:
    """Whether one is a visit or a signing and the other a gathering of another status told elsewhere: «زار القنصلية … ويعقد المؤتمر الشهر المقبل»."""
    if a.sentence == b.sentence:
        return False
    visit = a.kind == "visit" and b.kind in GATHERINGS and a.status != b.status
    if (a.rule in CEREMONIES) != (b.rule in CEREMONIES) and GATHERINGS & {a.kind, b.kind}:
        return True  # the opening of an embassy, the summit of the next day
    signing = a.kind == "signing" and b.kind != "signing" and not a.party_keys() & b.party_keys()
    return visit or signing


def _goes_on(a: Event, b: Event) -> bool:
    """Whether a mention that shares no party speaks of the event by its own noun, or at once: «عقد مؤتمر … وافتتح المؤتمر …»."""
    return family(a) == family(b) or b.sentence - a.sentence <= 1


def _one_day(a: Event, b: Event) -> bool:
    """Whether both are dated by one same day: a summit called off and on again is one, as the article tells it first."""
    days = [e.time.date_from if e.time and e.time.precision == "day" else None for e in (a, b)]
    return days[0] is not None and days[0] == days[1] and a.kind == b.kind


def _is_echo(event: Event) -> bool:
    """Whether a mention with one party says nothing of its own that could be another event."""
    return len(event.parties) == 1 and not (event.place is not None and event.time is not None)


def _same_day(a: Event, b: Event) -> bool:
    return a.time is not None and b.time is not None and a.time.text == b.time.text and (a.place is None or b.place is None or a.place.entity_id == b.place.entity_id)


def _same_place(a: Event, b: Event) -> bool:
    return a.place is not None and b.place is not None and a.place.entity_id == b.place.entity_id and (a.time is None or b.time is None or a.time.text == b.time.text)


def _elsewhere(visit: Event, meeting: Event) -> bool:
    """Whether a visitor of one state met people of another: «وصل بومبيو إلى إسرائيل … والتقى العاهل السعودي»."""
    talks = meeting.rule in ("verb_meet", "verb_receive", "verb_discuss") or meeting.rule == "noun_meet" and meeting.named and meeting.place is None and len(meeting.parties) == 2
    if visit.kind != "visit" or visit.place is None or not talks:
        return False
    goal = visit.place.country_code or visit.place.actor_id
    shared = visit.party_keys() & meeting.party_keys()
    others = {p.actor_id for p in meeting.parties if p.key() not in shared and p.actor_id}
    return len(shared) == 1 and bool(others) and goal is not None and goal not in others and all(is_state(a) for a in others) and not others & visit.actors()


def _during(visit: Event, other: Event) -> bool:
    """Whether a mention falls in the days after a visitor's arrival: «وصل الأربعاء … ويجري محادثات الخميس»."""
    if visit.kind != "visit" or visit.time is None or other.time is None or not visit.time.date_from or not other.time.date_from:
        return False
    days = (other.time.date_from - visit.time.date_from).days
    return 0 <= days <= VISIT_DAYS and bool(visit.party_keys() & other.party_keys()) and other.status == visit.status
