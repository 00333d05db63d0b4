"""Triggers of meetings: the words of a sentence that tell of one, each with the verb that carries it and the stretch of its arguments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extract.arabic.spans import in_mention, mention_at
from extract.arabic.types import Document, Morph, Name
from extract.events.arguments import Index
from extract.events.clauses.asides import RELATIVES, relative_end
from extract.events.clauses.limits import left_limit, right_limit
from extract.events.clauses.margins import margin_before, partner_behind
from extract.events.clauses.words import MEETINGS, SESSIONS
from extract.events.meetings.carriers import find_carrier, is_verb
from extract.events.meetings.event import TALKS
from extract.events.meetings.frames import Frames
from extract.events.meetings.press import CONFERENCE_CITIES
from extract.events.meetings.senses import PREPARING, is_meant

_SUMMITS: Final = frozenset(("قمه", "بقمه", "لقمه"))  # «قمة العشرين» is the group's name and its meeting
_OTHER_EVENTS: Final = MEETINGS - TALKS | {"زيارة"}  # talks are also what somebody is envoy for
_OFFICES: Final = frozenset(("رييس", "رييسه", "عضو", "اعضاء", "لجنه", "منسق", "منسقه", "ملف", "امين", "مدير"))
_CHARGED: Final = frozenset(("coordinator", "envoy", "special envoy", "mediator", "negotiator", "chief negotiator", "special representative"))  # with talks to come
_ABOUT: Final = frozenset(("شان", "بشان", "حول", "بخصوص", "مجال", "حيال"))
_PAPERS, _PAPER_REACH = frozenset(("مذكره", "مذكرات", "مذكرتي", "اتفاقيه", "بروتوكول", "لمذكره", "بمذكره")), 5  # tokens from a paper to what it is about
_FORUM_NAME: Final = 6  # tokens of the name of a forum
_COMMITTEES: Final = frozenset(("لجنه", "اللجنه", "لجان"))
_SET_FOR: Final = frozenset(("مقررا", "مقرره", "مقرر", "مرتقبا", "مرتقبه", "مزمعا", "مزمعه", "متوقعا", "متوقعه", "منتظرا", "منتظره"))
_SET_REACH: Final = 20  # tokens from an event to the participle, with who was to meet between
_OUTCOMES: Final = frozenset(("مخرجات", "مقررات", "مرجعيات", "مرجعيه"))
SITTINGS: Final = frozenset(("محادثات", "مفاوضات", "مباحثات", "مشاورات", "اجتماع"))  # where two sides or more sit together
_TOPIC, _TOPIC_REACH = frozenset(("حول", "بشان")), 14  # tokens from talks to the بين behind their topic
_OTHER_TIES: Final = frozenset(("قمة", "لقاء", "اجتماع", "حرب", "قتال", "خلاف", "نزاع", "توتر"))  # what two have with each other who need not talk themselves
_JOINED: Final = frozenset(("وقد", "وكان", "وكانت", "كما", "فيما", "بينما"))  # what joins a clause before its verb
_ATTENDED: Final = frozenset(("بحضور", "بمشاركه"))
_VOTING: Final = frozenset(("UN-SC", "UN-GA"))


@dataclass(init=False, slots=True)
class Trigger:
    """A word that tells of a meeting, in the token range ``first:last`` of its sentence.

    ``carrier`` is the verb that governs an event noun, ``role`` what that verb says of it (seeds/meeting_verbs.csv), ``behind``
    whether it stands behind the noun («المؤتمر الذي عقد»). ``left:right`` is the stretch in which arguments may stand.
    """

    token: Final[int]
    morph: Final[Morph]
    construction: Final[str]
    kind: Final[str]
    carrier: Final[int | None]
    role: Final[str | None]
    behind: Final[bool]
    first: Final[int]
    last: Final[int]
    left: Final[int]
    right: Final[int]
    sides_at: Final[int | None]  # the بين of its two sides behind its topic: «محادثات حول منطقة تجارة حرة بين …»

    def __init__(self, token: int, morph: Morph, construction: str, kind: str, carrier: int | None, role: str | None, behind: bool, first: int, last: int, left: int, right: int, sides_at: int | None = None) -> None:
        self.token, self.morph, self.construction, self.kind, self.carrier, self.role = token, morph, construction, kind, carrier, role
        self.behind, self.first, self.last, self.left, self.right, self.sides_at = behind, first, last, left, right, sides_at

    @property
    def noun(self) -> bool:
        return self.construction.startswith("noun")


def find_trigger(document: Document, index: Index, frames: Frames, i: int, first: int, last: int) -> Trigger | None:
    """The trigger at token ``i`` of the sentence ``first:last``, or None where the word tells of no meeting."""
    morph = document.morphs[i]
    if morph is None or morph.pos not in ("verb", "noun"):
        return None
    frame = frames.triggers.get((morph.lemma, morph.pos))
    if frame is None or morph.pos == "noun" and _in_organisation(document, i) or index.in_person(document.tokens[i].start) or index.in_body(document.tokens[i].start) or not is_meant(document, frames, morph, i, first, last):
        return None
    if frame["construction"] == "verb_vote" and voting_body(document, i) is None:
        return None
    if frame["construction"] in ("verb_visit", "verb_arrive") and morph.number == "p" and document.norms[i - 1] == "الذين":
        return None  # «استقبل الأمير الوزراء الذين يزورون البلاد»: who they are is told with what they came for
    if morph.pos == "noun" and _is_of_paper(document, i, first):
        return None
    left = left_limit(document, i, first)
    if left > first and document.norms[left - 1] in RELATIVES and (over := relative_end(document, left - 1, first, last)) is not None and over > i:
        last = over  # «قال X، الذي التقى Y في روما، | إنه سيزور …»
    right = right_limit(document, i, last)
    if morph.pos == "noun" and (beside := _coincides_with(document, frames, i, left, right)) is not None:
        last = right = beside
    if morph.pos == "noun" and (margin := margin_before(document, i)) is not None and (partner := partner_behind(document, margin, first, last)) is not None and partner > i:
        last, right = partner, min(right, partner)  # «التقى الوزير على هامش القمة | نظيره»: whom he met is told of the other event
    if frame["construction"] == "noun_visit" and i > first and document.norms[i - 1] == "هامش" and (attended := next((j for j in range(i + 1, last) if document.norms[j].removeprefix("و") in _ATTENDED), None)) is not None:
        last, right = attended, min(right, attended)  # «على هامش زيارة الملك عقد منتدى | بحضور …»: they came to the forum
    if i > left and document.tokens[i - 1].norm == "مع" and any("تزامن" in w for w in document.norms[left : i - 1]):
        left = i  # «تزامن إطلاق الصاروخ مع زيارة الوزير»: who does the one thing has no part in the other
    if morph.pos == "verb":
        left = _gathering(document, i, left, last)
    carrier: int | None = i
    role: str | None = None
    behind = False
    sides_at: int | None = None
    if morph.pos == "noun":
        carrier, role, behind = find_carrier(document, index, frames, i, left, last)
        if morph.lemma == "مناقشة" and role not in ("holds", "happens"):
            return None  # «أجرى مناقشات مع نظيره», no «خلال مناقشات البرلمان»
        if (carrier is None or role == "gathers") and _is_of_office(document, morph, i, first):
            return None
        if behind and carrier is not None:
            right = right_limit(document, carrier, last)
        elif (planned := set_for(document, i, last)) is not None:
            right = right_limit(document, planned, last)
        elif role == "happens" and (sides_at := _between_behind_topic(document, morph, i, last)) is not None:
            right = right_limit(document, sides_at, last)
        elif carrier is None:  # «زيارة الأمير إلى مصر تأتي …»: what its own verb says is no argument
            right = next((j for j in range(i + 1, right) if is_verb(document, index, j)), right)
    elif frame["construction"] in ("verb_arrive", "verb_visit"):
        if i > left and (morph.conjunction or document.norms[i - 1] in _JOINED) and mention_at(document, document.tokens[min(i + 1, last - 1)].start) is not None:
            left = i  # «زار الوزير مسقط …، وقد | زار نظيره دمشق»
        # «وصل الوزير إلى أنقرة، ويناقش …»: another event
        right = next((j for j in range(i + 2, right) if (m := document.morphs[j]) is not None and m.pos == "verb" and (m.conjunction or document.norms[j - 1] in _JOINED) and (m.lemma, "verb") in frames.triggers and not index.in_person(document.tokens[j].start)), right)  # no «فيصل»
    return Trigger(i, morph, frame["construction"], frame["kind"], carrier, role, behind, first, last, left, right, sides_at)


def _is_of_paper(document: Document, i: int, first: int) -> bool:
    """Whether a paper is about such events and tells of none: «مذكرة تفاهم بشأن المشاورات السياسية بين الوزارتين»."""
    if document.norms[i - 1] not in _ABOUT or i == first:
        return False
    return not _PAPERS.isdisjoint(document.norms[max(first, i - 1 - _PAPER_REACH) : i - 1])


def _coincides_with(document: Document, frames: Frames, i: int, left: int, right: int) -> int | None:
    """The مع of the event with which the one at ``i`` falls together, and whose people are others: «تزامنت زيارة الوزير إلى أنقرة | مع زيارة الأمير إلى طهران»."""
    if not any("تزامن" in w for w in document.norms[max(left, i - 2) : i]):
        return None
    return next((j for j in range(i + 1, right - 1) if document.norms[j] == "مع" and (m := document.morphs[j + 1]) is not None and m.pos == "noun" and m.lemma in frames.event_nouns), None)


def _between_behind_topic(document: Document, morph: Morph, i: int, last: int) -> int | None:
    """The بين that names the two sides behind what they talk about: «انتهت محادثات حول منطقة تجارة حرة بين كندا و…»; None where مع or another event stands before it."""
    if morph.definite or morph.lemma not in SITTINGS:
        return None
    end = min(i + _TOPIC_REACH, last)
    at = next((j for j in range(i + 1, end) if document.norms[j] == "بين"), None)
    if at is None or _TOPIC.isdisjoint(document.norms[i + 1 : at]):
        return None
    other = any(document.norms[j] == "مع" or document.tokens[j].text in "،,." or (m := document.morphs[j]) is not None and (m.pos == "verb" or m.lemma in _OTHER_TIES) for j in range(i + 1, at))
    return None if other else at


def _gathering(document: Document, i: int, left: int, last: int) -> int:
    """The token of a gathering at which two met whom the verb at ``i`` names behind it, else ``left``: «جاءت جولة الوزير بعد | قمة التقى خلالها ترامب وكيم»."""
    if i + 2 >= last or document.norms[i + 1] not in ("خلالها", "خلاله") or mention_at(document, document.tokens[i + 2].start) is None:
        return left
    event = next((j for j in range(i - 1, left, -1) if (m := document.morphs[j]) is not None and m.pos == "noun" and m.lemma in _OTHER_EVENTS), left)
    alone = sum(document.tokens[i].start < p.start < document.tokens[last - 1].end for p in document.persons) < 2
    return left if alone or document.morphs[event] is None or document.morphs[event].lemma == "زيارة" else event  # type: ignore[union-attr]


def set_for(document: Document, i: int, last: int) -> int | None:
    """The participle in the relative clause of an event that was to be: «القمة التي كانت | مقررة | مع …», «لقاءه مع نظيره الذي كان | مقررا | غدا»."""
    norms = document.norms
    for j in range(i + 1, min(i + _SET_REACH, last - 2)):
        if norms[j] in ("التي", "الذي") and norms[j + 1] in ("كان", "كانت", "كانا"):
            return j + 2 if norms[j + 2] in _SET_FOR else None
        if document.tokens[j].text in "،,.؛" or (m := document.morphs[j]) is not None and m.pos == "verb" and not in_mention(document, document.tokens[j].start):
            return None
    return None


def _is_of_office(document: Document, morph: Morph, i: int, first: int) -> bool:
    """Whether the noun only says of what somebody is the head or what was agreed: «عضو لجنة المفاوضات», «مخرجات مؤتمر الحوار», «صادر عن منتدى الأعمال»."""
    before = [w.removeprefix("و") for w in document.norms[max(first, i - 2) : i]]
    if not before:
        return False
    if morph.preposition == "ل" and any(p.kind == "office" and p.role in _CHARGED and p.end == document.tokens[i - 1].end for p in document.persons):
        return True  # «مبعوث الأمم المتحدة لمفاوضات السلام»
    if before[-1] in _OFFICES or before[-1].removeprefix("ل") in _OFFICES or morph.preposition == "ل" and any(w in _COMMITTEES for w in before):
        return True
    return morph.lemma == "مؤتمر" and before[-1] in _OUTCOMES or morph.lemma == "منتدى" and before[-1] == "عن" and before[0].endswith(("صادر", "صدر"))


def voting_body(document: Document, i: int) -> Name | None:
    """The council or assembly beside the verb of voting at ``i``, whose session it tells: «صوت مجلس الأمن على مشروع القرار»."""
    tokens = document.tokens
    behind = tokens[i + 1].start if i + 1 < len(tokens) else -1
    before = tokens[i - 1].end if i else -1
    return next((n for n in document.names if n.actor_id in _VOTING and (n.start == behind or n.end == before)), None)


def next_event(document: Document, trigger: Trigger) -> int:
    """The token of the next event noun with a preposition of its own («لقمتنا في لاهاي»): what follows tells that one."""
    for j in range(trigger.token + 2, trigger.last):
        morph = document.morphs[j]
        if document.tokens[j - 1].norm in PREPARING:
            continue
        if morph is not None and morph.pos == "noun" and (morph.preposition == "ل" or morph.enclitic) and morph.lemma in _OTHER_EVENTS:
            return j
    return trigger.last


def _in_organisation(document: Document, i: int) -> bool:
    """Whether the noun is part of a body's own name: «منظمة المؤتمر الإسلامي», «مؤتمر نزع السلاح»; no «مؤتمر ميونيخ للأمن»."""
    token = document.tokens[i]
    around = (n for n in document.names if n.kind == "organisation" and n.start <= token.start and token.end <= n.end)
    behind = document.tokens[i + 1].norm if i + 1 < len(document.tokens) else ""
    event = token.norm in _SUMMITS or behind in CONFERENCE_CITIES
    return any(n.start < token.start or not event and not _is_gathering_in(document, n, i) for n in around)


def _is_gathering_in(document: Document, body: Name, i: int) -> bool:
    """Whether a body that bears the name of its forum is that forum, as it is told where it sits: «خلال المنتدى الاقتصادي العالمي | في دافوس»; not «رئيس المنتدى الاقتصادي العالمي»."""
    if document.norms[i] == "المنتدي" and i > 0 and document.norms[i - 1].removeprefix("و") in SESSIONS:
        return True  # «انطلقت في دافوس | أعمال | المنتدى الاقتصادي العالمي»
    if not document.norms[i].endswith("منتدي") or i == 0 or document.norms[i - 1].removeprefix("و") not in ("خلال", "في", "امام", "هامش"):
        return False
    behind = next((j for j in range(i + 1, min(i + _FORUM_NAME, len(document.tokens) - 1)) if document.tokens[j].start >= body.end), None)
    return behind is not None and document.norms[behind] == "في" and any(n.kind == "place" and n.start == document.tokens[behind + 1].start for n in document.names)
