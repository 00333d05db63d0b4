"""Signs that a later mention tells another event: one that the first prepares or on whose margins it was, people of another rank, sides that only it brings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.arabic.types import Document
from extract.events.clauses.counts import count_to
from extract.events.clauses.words import BEFORE_OR_AFTER, MEETINGS
from extract.events.meetings.event import (
    GATHERINGS,
    LEADERS,
    TALKING,
    TALKS,
    VAGUE_ROLES,
    VISITS,
    Event,
)

if TYPE_CHECKING:
    from extract.events.meetings.triggers import Trigger

_OF_TWO: Final = frozenset(("bilateral", "call", "visit"))
_BEFORE: Final = frozenset(("السابق", "السابقه", "سابق", "سابقه"))
_COMING: Final = frozenset(("أتى", "جاء", "سبق", "تلا", "أعقب"))
_EVENTS: Final = MEETINGS | {"زيارة", "جولة", "جلسة", "اتصال", "مكالمة"}
_LIKE: Final = ("غرار", "مماثل", "شبيه", "مشابه")  # behind these stands an event that is compared: «مماثلة لقمة جنيف»
_ROUNDS: Final = frozenset(("جوله", "جلسه"))
_ADJECTIVES: Final = 4  # tokens behind an event noun in which its adjectives stand
_ASSEMBLIES: Final = frozenset(("مؤتمر", "منتدى", "دورة", "جلسة", "ملتقى"))
_SITTINGS: Final = frozenset(("جلسة", "مؤتمر", "قمة", "دورة", "منتدى"))


def is_earlier(document: Document, trigger: Trigger) -> bool:
    """Whether the event is told as one beside that which the article speaks of: «يأتي هذا اللقاء بعد | قمة جمعت …», «كانت | المفاوضات السابقة | بين …», «التقاه بعد يوم من | محادثاته في مسقط», «قمة على غرار | قمة هلسنكي»."""
    i = trigger.token
    if not trigger.noun:
        return False
    if is_set_beside(document, i):
        return True
    if {*document.norms[i + 1 : min(i + _ADJECTIVES, trigger.last)]} & _BEFORE and (m := document.morphs[i + 1]) is not None and m.pos == "adj":
        return True
    comes = document.morphs[trigger.first]
    if document.norms[i - 1] not in BEFORE_OR_AFTER or trigger.morph.enclitic or comes is None or comes.lemma not in _COMING:
        return False
    told = [j for j in range(trigger.first + 1, i) if (m := document.morphs[j]) is not None and m.pos == "noun" and m.lemma in _EVENTS]
    return len(told) == 1 and told[0] < trigger.first + _ADJECTIVES


def is_set_beside(document: Document, i: int) -> bool:
    """Whether an event is compared with the one told by the noun at ``i``, or days are counted from that: «على غرار | قمة هلسنكي», «بعد أسبوع من | زيارته», «قبل أسبوع من الجولة المقبلة من | المحادثات»."""
    i = _round_before(document, i)
    if i == 0 or document.norms[i - 1] != "من":
        return i > 0 and document.norms[i - 1].startswith(_LIKE)
    return count_to(document, i) is not None


def _round_before(document: Document, i: int) -> int:
    """The noun that counts an event and stands for it, else the event at token ``i``: «الجولة | المقبلة من محادثات السلام»."""
    if i < 2 or document.norms[i - 1] != "من":
        return i
    j = i - 2
    while j > 0 and (m := document.morphs[j]) is not None and m.pos == "adj":
        j -= 1
    return j if document.norms[j].removeprefix("ال") in _ROUNDS else i


def of_another_event(a: Event, b: Event) -> bool:
    """Whether the second of two mentions cannot be of the first's event, whatever they share."""
    if b.ahead and a.sentence == b.sentence and a.trigger < b.trigger:
        return True  # «محادثات بشأن الإعداد للقمة بين …»
    if b.lemma == "قمة" and a.lemma != "قمة" and a.kind == "bilateral" and len(a.parties) > 0 and (a.sure and (a.status, b.status) == ("held", "planned") and a.sentence != b.sentence or not b.parties and _are_officials(a)):
        return True  # «في آخر اجتماع بين الطرفين … مراسم القمة», «يلتقي الوزير الزعيم ويحضر للقمة المرتقبة»
    if {a.kind, b.kind} == {"summit", "ministerial"} and a.parties and b.parties:
        return True  # «قمة بين البلدين … اجتماع وزراء الخارجية»
    if not a.parties and b.lemma in TALKS and a.lemma in _SITTINGS and a.sentence != b.sentence:
        return True  # «جلسة مجلس الوزراء … المباحثات مع قادة …»
    if b.earlier and b.sentence - a.latest <= 1 and a.trigger < b.trigger:
        return True  # «توجه الوزير إلى كوريا …. ويأتي اللقاء بعد قمة جمعت …»
    if b.lemma in TALKS and a.lemma in _ASSEMBLIES and a.sentence != b.sentence and not a.party_keys() & b.party_keys():
        return True  # «أعلن الرئيس عن تنظيم مؤتمر …. وتواصل بلاده المحادثات مع …»
    if a.kind in _OF_TWO and a.sentence != b.sentence and (_is_wider_gathering(a, b) or _is_of_pair_and_another(a, b)):
        return True
    return adds_partner(a, b) or _meets_own_master(a, b) or _is_visit_of_another(a, b) or _brings_sides(a, b) or _is_yet_to_begin(a, b) or _names_another_partner(a, b) or _is_in_other_city(a, b)


def _are_officials(event: Event) -> bool:
    """Whether talks of two have somebody by name who leads no state: what they were is no «قمة»."""
    people = [p.person for p in event.parties if p.person is not None and p.person.kind == "person" and p.person.role is not None]
    return len(event.actors()) > 1 and any(p.role not in LEADERS and p.role not in VAGUE_ROLES and p.role not in ("crown prince", "counterpart") for p in people)


def adds_partner(a: Event, b: Event) -> bool:
    """Whether the second is told as one beside the first, with somebody whom the first does not know: «استقبل الملك الوزير …. كما استقبل | المدير العام | …»; a visit alone has no talks yet."""
    if not b.beside_others or b.rule not in TALKING or a.rule not in TALKING and a.rule not in VISITS and a.kind not in GATHERINGS or len(a.parties) < 2 or a.trigger >= b.trigger:
        return False
    keys = a.party_keys()
    ours = {p.actor_id or p.actor_name_ar for p in b.parties if p.key() in keys}
    new = [p for p in b.parties if p.key() not in keys and (p.person is not None or p.name is not None and p.name.kind == "organisation")]
    return len(b.parties) > 1 and any((p.actor_id or p.actor_name_ar) not in ours for p in new)


def tells_nobody(a: Event, b: Event) -> bool:
    """Whether the second is told by a verb whose people nothing reads, at another time than the first: «المحادثات بين الملك ورئيس الحكومة … وستجتمع اللجنة»."""
    return bool(a.parties) and not b.parties and b.rule.startswith("verb") and not b.anaphoric and a.status != b.status


def _meets_own_master(a: Event, b: Event) -> bool:
    """Whether the only one whom the second names is another of the first's own side: «وصل المبعوث الأمريكي … لقاء مع الرئيس الأمريكي»."""
    if a.kind not in _OF_TWO or len(b.parties) != 1 or len(a.actors()) != 1 or a.actors() != b.actors() or b.rule in VISITS:
        return False
    (other,) = b.parties
    if other.person is None or other.person.kind == "collective" or other.person.kind == "office" and other.person.role in VAGUE_ROLES:
        return False
    return not any(p.person is None or p.person.kind != "person" or p.key() == other.key() or p.person.role in (None, other.person.role) for p in a.parties)


def _is_visit_of_another(a: Event, b: Event) -> bool:
    """Whether the second is the visit of one by name, and the first names others of his state: «محادثات الوزير مع نظيرته …. خلال الزيارة التي يقوم بها | ولي العهد»."""
    if b.rule not in VISITS or len(b.parties) != 1 or a.kind in GATHERINGS or a.sentence == b.sentence:
        return False
    guest = b.parties[0]
    if guest.person is None or guest.person.kind != "person" or guest.actor_id is None:
        return False
    ours = [p for p in a.parties if p.actor_id == guest.actor_id]
    return len(ours) > 0 and all(p.person is not None and p.person.kind == "person" and p.key() != guest.key() for p in ours)


def _brings_sides(a: Event, b: Event) -> bool:
    """Whether the second, by a noun alone, has two or more sides whom the visit before it does not know: an echo adds one at most."""
    return not b.named and a.rule in VISITS and len(a.actors()) == 1 and len(b.actors() - a.actors()) > 1 and b.kind not in GATHERINGS and not a.party_keys() & b.party_keys()


def _is_wider_gathering(a: Event, b: Event) -> bool:
    """Whether two met in the first and the second is a gathering of these and others: «التقى الرئيس المرشد … وفي القمة الثلاثية لزعماء …»."""
    own = b.named or len(b.actors()) > 2
    return a.status == b.status == "held" and own and b.kind in GATHERINGS and len(a.actors()) == 2 and len(b.actors() - a.actors()) > 0


def _is_of_pair_and_another(a: Event, b: Event) -> bool:
    """Whether the two of the first meet somebody else together: «بحث الوزيران …. واجتمع الوزيران مع أمير الدولة»."""
    pair = [p for p in b.parties if p.via == "dual"]
    keys = a.party_keys()
    return b.named and len(pair) > 1 and any(p.via != "dual" and p.key() not in keys and p.person is not None for p in b.parties)


def _is_yet_to_begin(a: Event, b: Event) -> bool:
    """Whether the first is one of before and a verb tells that the second is to come: «كان المؤتمر الأول قد انعقد … ويفتتح المؤتمر الوزير», «مفاوضات الأسبوع الماضي … ستبدأ المفاوضات»."""
    if a.ordinal is None and (a.time is None or "ماضي" not in a.time.text):
        return False
    return (a.status, b.status) == ("held", "planned") and a.sure and b.carried and not b.named and a.kind == b.kind and a.sentence != b.sentence and a.rule not in VISITS and not a.party_keys() & b.party_keys()


def _names_another_partner(a: Event, b: Event) -> bool:
    """Whether the first is told by a verb of which one side alone is known, and the second names both: «التقى الرئيس مديري الشركات …. ويجتمع الرئيس بنظيره»."""
    if a.rule not in ("verb_meet", "verb_discuss") or len(a.parties) != 1 or not b.named or b.rule not in ("verb_meet", "verb_receive") or len(b.parties) != 2 or b.sentence - a.sentence < 2:
        return False
    return not (a.time and b.time) and not (a.place and b.place)


def _is_in_other_city(a: Event, b: Event) -> bool:
    """Whether both tell a city of their own and not one: «توجه الجنرال إلى واشنطن … والتقى الوزير في نيويورك»."""
    cities = a.place is not None and b.place is not None and a.place.kind == b.place.kind == "place" and a.place.entity_id != b.place.entity_id
    return cities and b.named and a.sentence != b.sentence and not {a.kind, b.kind} & GATHERINGS and not (a.placed_by or b.placed_by)


def is_part_apart(a: Event, b: Event) -> bool:
    """Whether the second mention was on the margins of the first or the other way round, or is the visit of somebody else on whose margins a gathering was."""
    if a.kind in GATHERINGS and b.rule in VISITS and a.sentence == b.sentence and len(a.parties) > 0 and len(b.parties) > 0 and not a.party_keys() & b.party_keys():
        return True  # «عقد المنتدى على هامش الزيارة الرسمية للملك»
    side = a.kind in GATHERINGS and b.margin and b.kind not in GATHERINGS and b.named or b.kind in GATHERINGS and a.margin and a.kind not in GATHERINGS and a.status == b.status
    return side and len(b.parties) > 0


def is_summit_apart(a: Event, b: Event) -> bool:
    """Whether one is the summit of two states and the other talks of their officials: «محادثات الوزير مع مستشار الزعيم … القمة الثانية بين البلدين»."""
    if (a.kind == "summit") == (b.kind == "summit") or a.party_keys() & b.party_keys():
        return False
    summit, talks = (a, b) if a.kind == "summit" else (b, a)
    officials = [p for p in talks.parties if p.person is not None and p.person.kind == "person" and p.person.role is not None and p.person.role not in LEADERS]
    return talks.kind in ("bilateral", "negotiation", "visit") and len(talks.parties) > 1 and len(officials) > 0 and len(summit.parties) > 1
