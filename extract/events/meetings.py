"""Meetings: event frames over the clauses of an article, their arguments, one event for all its mentions."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from extract.arabic.normalizer import fold
from extract.arabic.types import Document, Name, TimeExpression
from extract.events import arguments, modality
from extract.events.arguments import Index, Party

if TYPE_CHECKING:
    from extract.lexicon import Lexicon

_LIGHT = frozenset(
    ("عقد", "انعقد", "أجرى", "جرى", "ترأس", "رأس", "استضاف", "شارك", "حضر", "بدأ", "انطلق", "اختتم", "افتتح", "تلقى", "قام", "نظم", "أقام",
     "التأم", "شهد", "انتهى", "استأنف", "أنهى", "جمع", "تم", "ألغى", "أجل", "أرجأ", "علق", "غادر", "وصل", "دعا", "ضم", "واصل", "عاد", "رفض", "اقترح", "طلب", "طالب", "حث", "وافق", "قاطع", "استبعد")
)  # fmt: skip
_SPORT = frozenset(("مباراه", "المباراه", "الدوري", "كاس", "المنتخب", "منتخب", "لاعب", "المدرب", "مدرب", "هدف", "اللاعبين", "الملعب", "ملعب", "البطوله", "نادي", "النادي", "فريقه", "مهاجم", "الهلال", "برشلونه", "لكره", "القدم", "فيفا", "الفيفا", "اهداف"))
_SIGNED = frozenset(("اتفاق", "اتفاقية", "مذكرة", "بيان", "إعلان", "معاهدة", "بروتوكول"))
_ONLINE = frozenset(("هاتفيا", "هاتفي", "هاتفيه", "فيديو", "افتراضيا", "افتراضي", "افتراضيه", "الفيديو"))
_SUMMIT = frozenset(("قمه", "القمه"))
_RELATIONS = frozenset(("صحفي", "صحافي", "الصحفي", "الصحافي", "صحافيا", "صحفيا"))
# «القمة العربية»: the adjective names the body whose leaders meet.
_BODIES = {"العربيه": ("LAS", "جامعة الدول العربية"), "الخليجيه": ("GCC", "مجلس التعاون الخليجي"), "الافريقيه": ("AFUN", "الاتحاد الأفريقي"),
           "الاسلاميه": ("OIC", "منظمة التعاون الإسلامي"), "الاوروبيه": ("EU", "الاتحاد الأوروبي"), "الاطلسيه": ("NATO", "حلف شمال الأطلسي")}  # fmt: skip
_PAIR = ("فخامته", "سموه", "جلالته", "معاليه", "زعيمي", "زعيما", "رييسي", "رييسا", "الجانبان", "الجانبين", "الطرفان", "الطرفين", "الوزيران", "الوزيرين", "الرييسان", "الرييسين", "الزعيمان", "الزعيمين", "البلدين", "البلدان")


@dataclass(slots=True)
class Event:
    """One meeting as the article tells it; mentions merge into it."""

    kind: str
    status: str
    trigger: int  # token
    first: int  # token range of the clause that shows it best
    last: int
    parties: list[Party]
    time: TimeExpression | None
    place: Name | None
    host: str | None
    rule: str
    named: bool  # told by its own frame, not by a definite noun alone
    anaphoric: bool = False  # «الجانبان», «زعيما البلدين»: the parties told before
    ordinal: int | None = None
    series: str | None = None
    mentions: int = 1
    topics: list[str] = field(default_factory=list)

    def party_keys(self) -> set[tuple[object, ...]]:
        return {p.key() for p in self.parties}

    def actors(self) -> set[str]:
        return {a for p in self.parties if (a := p.actor_id or p.actor_name_ar)}


def find_meetings(document: Document, lexicon: Lexicon) -> list[Event]:
    """Meetings in the order of their first mention; what is too vague to be an event of its own is left out."""
    if _is_sport(document):
        return []
    frames = {(r["lemma"], r["pos"]): r for r in lexicon.tables["meeting_frames"]}
    event_nouns = {lemma for lemma, pos in frames if pos == "noun"} | {"استقبال", "مأدبة", "حفل"}
    index = Index(document)
    events: list[Event] = []
    subject: Party | None = None
    for sentence in document.sentences:
        i = sentence.first_token
        while i < sentence.last_token:
            morph = document.morphs[i]
            frame = frames.get((morph.lemma, morph.pos)) if morph is not None and morph.pos in ("verb", "noun") else None
            if events and morph is not None and morph.lemma == "مثل" and morph.pos == "verb":
                _represent(document, index, events[-1], i, sentence.last_token)
            if events and _is_attendance(document, i, sentence.last_token, event_nouns):
                _attend(document, index, events, i, sentence.last_token)
                break
            if frame is not None:
                event = _read(document, index, frame, i, sentence.first_token, sentence.last_token, subject)
                if event is not None:
                    _merge(events, event, document)
            i += 1
        _chain(document, index, events, sentence.first_token, sentence.last_token)
        people = [p for p in index.parties(sentence.start, sentence.end, states=False) if p.person and p.person.kind == "person"]
        subject = people[0] if people else subject
    return [e for e in events if _is_event(e)]


def _is_sport(document: Document) -> bool:
    hits = sum(1 for t in document.tokens[:600] if t.norm in _SPORT)
    return hits >= 3


def _read(
    document: Document, index: Index, frame: dict[str, str], i: int, first: int, last: int, subject: Party | None
) -> Event | None:
    """The event at token ``i`` of a sentence ``first:last``, or None where the word is no event here."""
    tokens, morphs = document.tokens, document.morphs
    morph = morphs[i]
    assert morph is not None
    construction, kind = frame["construction"], frame["kind"]
    if frame["pos"] == "verb" and i > first and tokens[i - 1].norm in ("لم", "لا", "ما", "ولم", "ولا", "وما"):
        return None  # «لم يزر كينيا» tells no event
    following = tokens[i + 1].norm if i + 1 < last else ""
    near = {tokens[j].norm for j in range(i + 1, min(i + 4, last))}
    if following in _RELATIONS or tokens[i].norm in ("اجتماعي", "الاجتماعي", "اجتماعيه", "الاجتماعيه"):
        return None
    called = {tokens[j].norm for j in range(max(first, i - 2), min(i + 3, last))} & {"اجراه", "اجرته", "تلقاه", "تلقته", "هاتفيا"}
    if construction == "noun_call" and not near & _ONLINE and morph.lemma == "اتصال" and not called:
        return None
    if construction == "noun_round" and not near & {"مفاوضات", "المفاوضات", "محادثات", "المحادثات", "مباحثات", "المباحثات", "مشاورات", "الحوار", "المشاورات", "مفاوضاتها"}:
        return None
    if construction == "noun_sign" and not near & {"اتفاق", "اتفاقيه", "مذكره", "الاتفاق", "اعلان", "الاعلان", "اتفاقيات", "مذكرات", "بروتوكول", "الاتفاقيه", "معاهده"}:
        return None
    if construction == "verb_sign" and not any((m := morphs[j]) is not None and m.lemma in _SIGNED for j in range(i + 1, min(i + 25, last))):
        return None
    left = arguments.left_limit(document, i, first)
    right = arguments.right_limit(document, i, last)
    governor = i if frame["pos"] == "verb" else _governor(document, index, i, left)
    if frame["pos"] == "noun" and governor is None and morph.enclitic is None and not morph.preposition and construction != "noun_visit" and not _told(document, i, left, last):
        return None
    if construction == "verb_discuss" and not any(t.norm in ("مع", "ونظيره", "ونظيرته") for t in tokens[i + 1 : right + 12][:30]):
        return None
    if construction == "verb_arrive" and not any(
        tokens[j].norm in ("زياره", "للقاء", "لاجراء", "للمشاركه", "لحضور", "لبحث", "لعقد") for j in range(i + 1, last)
    ):
        return None
    stop_left = left if construction.startswith("verb") or governor is None else min(governor, i)
    spread = right
    if construction in ("verb_discuss",):
        spread = _behind_with(document, i, last)
    parties = index.parties(tokens[stop_left].start, tokens[spread - 1].end)
    if construction in ("verb_discuss",):
        parties = _around_with(document, index, i, left, last)
    elif construction == "verb_host":
        parties = [p for p in parties if p.start > tokens[i].start]
    elif construction.startswith("noun") and (governor is None or governor > i):
        parties = [p for p in parties if p.person is not None or p.start > tokens[i].start]  # who speaks at it, not what is spoken of
    elif construction.startswith("noun") and governor is not None:
        parties = index.parties(tokens[_subject_from(document, governor, left)].start, tokens[spread - 1].end)
    if morph.enclitic and subject is not None and frame["pos"] == "noun" and not any(p.start < tokens[i].start and p.person for p in parties):
        parties = [subject, *parties]
    before = index.parties(tokens[left].start, tokens[i].start, states=False)
    if construction in ("verb_meet", "verb_receive", "verb_visit") and not any(p.person for p in parties) and subject is not None and morph.aspect:
        parties = [subject, *parties]
    del before
    if construction == "verb_visit" and not _visits_abroad(parties, index, tokens[i].end, tokens[right - 1].end):
        return None
    if (construction in ("verb_meet", "verb_visit", "verb_receive") or construction in ("noun_call", "noun_meet") and governor is not None) and sum(p.person is not None for p in parties) == 1 and not any(p.name for p in parties):
        earlier = [p for p in index.parties(tokens[first].start, tokens[i].start, states=False) if p.actor_id != parties[0].actor_id]
        parties = [*(earlier[-1:] or ([subject] if subject and subject.actor_id != parties[0].actor_id else [])), *parties]
    if morph.lemma == "قمة" and following in _BODIES:
        code, name = _BODIES[following]
        parties = [*parties, Party(tokens[i].start, tokens[i + 1].end, None, Name(tokens[i].start, tokens[i + 1].end, tokens[i + 1].text, "organisation", code.lower(), code, name, code, None, "و"))]
    if construction == "noun_meet" and not any(p.person for p in parties) and subject is not None and {tokens[j].norm for j in range(max(first, i - 4), i)} & {"كلمته", "كلمتها", "كلمه", "امام", "خطابه", "كلمتة"}:
        parties = [subject, *parties]
    time = _time(index, document, i, left, right, last)
    place = _place(index, document, i, left, last, construction)
    carrier = morphs[governor] if governor is not None else None
    if place is None and carrier is not None and carrier.lemma == "استضاف" and governor is not None:
        place = _nearest(document, index, governor)
        parties = [p for p in parties if p.name is None or p.name is not place]
    status = modality.status_of(document, left, i, last, time, verb=governor)
    words = {tokens[j].norm for j in range(max(left, i - 3), min(i + 5, last))}
    kind = _kind(kind, construction, words, parties, tokens[i].norm)
    parties = [*parties, *_marked(document, index, i, last)]
    parties = _participants(parties, construction, place, document)
    proposer = document.morphs[governor] if governor is not None and governor != i else None
    if proposer is not None and proposer.lemma in ("دعا", "اقترح", "طالب", "حث"):
        parties = [p for p in parties if p.start > tokens[i].start]  # who calls for a meeting need not take part
    host = None
    if construction == "verb_receive" and parties:
        host = parties[0].actor_id
    elif construction == "verb_host":
        hosting = _nearest(document, index, i)
        host = (hosting.country_code or hosting.actor_id) if hosting is not None else None
        place = hosting or place
        parties = [p for p in parties if p.name is None or p.name is not place]
    definite = frame["pos"] == "noun" and morph.definite
    return Event(
        kind, status, i, left, max(right, i + 1), _unique(parties), time, place, host,
        construction, not definite, any(t.norm in _PAIR for t in tokens[left : min(last, i + 4)]), _ordinal(document, i, last),
    )  # fmt: skip


_PARTY_MARKERS = frozenset(
    ("بمشاركه", "ومشاركه", "بحضور", "وحضور", "برياسه", "بين", "يجمع", "تجمع", "جمع", "جمعت", "يضم", "تضم", "ضم", "ضمت", "وبين", "برعايه", "بتنظيم", "بدعوه", "وبمشاركه", "وبحضور")
)  # fmt: skip


def _marked(document: Document, index: Index, i: int, last: int) -> list[Party]:
    """Parties that بمشاركة، بحضور، برئاسة، بين … bring in, wherever in the rest of the sentence."""
    tokens = document.tokens
    out: list[Party] = []
    for j in range(i + 1, last):
        if tokens[j].text in ".؛":
            break
        if tokens[j].norm in _PARTY_MARKERS:
            end = arguments.right_limit(document, j, last)
            out += index.parties(tokens[j].end, tokens[end - 1].end)
    return out


def _governor(document: Document, index: Index, i: int, left: int) -> int | None:
    """The light verb that carries an event noun: «عقد الوزيران اليوم اجتماعا»; the nearest before, else one right behind."""
    for j in range(i - 1, max(left - 1, i - 26), -1):
        morph = document.morphs[j]
        if morph is not None and morph.pos == "verb" and not index.in_person(document.tokens[j].start):
            return j if morph.lemma in _LIGHT else None
    for j in range(i + 1, min(i + 5, len(document.tokens))):
        morph = document.morphs[j]
        if morph is not None and morph.pos == "verb":
            return j if morph.lemma in _LIGHT else None
        if document.tokens[j].text in ".،":
            break
    return None


def _told(document: Document, i: int, left: int, last: int) -> bool:
    """Whether a bare event noun is told as an event: «خلال اجتماع …», «على هامش قمة …», «في ختام …», or «قمة تجمع …»."""
    before = {document.tokens[j].norm for j in range(max(left, i - 4), i)}
    if i + 1 < last and document.tokens[i + 1].norm in ("المقبل", "المقبله", "القادم", "القادمه", "المرتقب", "المرتقبه"):
        return True
    return bool(before & {"خلال", "هامش", "ختام", "عقب", "قبيل", "قبل", "بعد", "في", "اعمال", "اثر", "حضور", "لعقد", "عقد", "الي", "اثناء", "انعقاد", "لحضور", "اعقاب", "بشان", "عن", "اجراء", "لاجراء", "الغاء", "تاجيل"})


def _behind_with(document: Document, i: int, last: int) -> int:
    for j in range(i + 1, last):
        if document.tokens[j].norm == "مع":
            return min(last, j + 12)
    return min(last, i + 12)


def _around_with(document: Document, index: Index, i: int, left: int, last: int) -> list[Party]:
    """The subject of «بحث X مع Y …» and what follows مع, topics in between left out."""
    tokens = document.tokens
    with_at = next((j for j in range(i + 1, last) if tokens[j].norm in ("مع", "ونظيره", "ونظيرته")), None)
    if with_at is None:
        return []
    between = index.parties(tokens[i].end, tokens[with_at].start, states=False)
    before = index.parties(tokens[left].start, tokens[i].start, states=False)
    end = arguments.right_limit(document, with_at, last)
    after = index.parties(tokens[with_at].start, tokens[end - 1].end)
    subject = between[:1] or before[-1:]
    return subject + after[:3]


def _subject_from(document: Document, governor: int, left: int) -> int:
    """Where the subject of a light verb may stand: before it in the clause when it is no sentence head."""
    return left if governor - left <= 12 else governor


def _visits_abroad(parties: list[Party], index: Index, start: int, end: int) -> bool:
    """Whether a visit has a visitor and a destination of another country: zoos and fairs are visited too."""
    visitors = {p.actor_id for p in parties if p.person}
    goals = {n.country_code or n.actor_id for n in index.document.names if start <= n.start < end and n.kind in ("place", "state")}
    return bool(visitors) and bool(goals)


def _nearest(document: Document, index: Index, verb: int) -> Name | None:
    """The city or state beside the verb استضاف, which is host and place: «الرياض استضافت», «تستضيف مدينة روما»."""
    near = [(abs(index.token_at(n.start) - verb), n.kind != "place", k) for k, n in enumerate(document.names) if n.kind in ("place", "state")]
    best = min(near, default=None)
    return document.names[best[2]] if best is not None and best[0] <= 5 else None


def _next_event(document: Document, i: int, last: int) -> int:
    """The token of the next event noun with a preposition of its own («لقمتنا في لاهاي»): what follows tells that one."""
    for j in range(i + 3, last):
        morph = document.morphs[j]
        if morph is not None and morph.pos == "noun" and (morph.preposition == "ل" or morph.enclitic) and morph.lemma in ("قمة", "اجتماع", "لقاء", "مؤتمر", "زيارة"):
            return j
    return last


def _time(index: Index, document: Document, i: int, left: int, right: int, last: int) -> TimeExpression | None:
    """The date of the event: the nearest expression between the clause's begin and the next event, days before months."""
    tokens = document.tokens
    stop = tokens[min(last, right + 8, _next_event(document, i, last)) - 1].end
    found = [t for t in index.times(tokens[left].start, stop) if t.rule not in ("past_span", "decade", "year") and t.type == "DATE"]
    found = [t for t in found if not (t.rule in ("ago", "ago_one") and t.text.startswith("منذ"))]
    if not found:
        return None
    at = tokens[i].start
    rank = {"day": 0, "week": 1, "month": 2, "year": 3, "unknown": 0}  # unknown: a day that only the publication would tell
    return min(found, key=lambda t: (rank[t.precision], abs(t.start - at)))


def _place(index: Index, document: Document, i: int, left: int, last: int, construction: str) -> Name | None:
    tokens = document.tokens
    stop = tokens[min(last, arguments.right_limit(document, i, last) + 6, _next_event(document, i, last)) - 1].end
    found = index.places(tokens[left].start, stop)
    if construction in ("verb_visit",):
        goals = [n for n in document.names if tokens[i].end <= n.start < stop and n.kind in ("place", "state") and not _origin(document, index, n)]
        return goals[0] if goals else None
    if construction in ("verb_arrive", "noun_visit"):
        goals = [n for n in document.names if tokens[i].end <= n.start < stop and n.kind in ("place", "state")]
        cities = [n for n in goals if n.kind == "place"]
        return (cities or goals or [None])[0]  # type: ignore[list-item]
    if construction == "noun_call":
        return None
    if not found:
        return None
    at = tokens[i].start
    return min(found, key=lambda n: (n.kind != "place", index.names_event(n), abs(n.start - at)))


def _origin(document: Document, index: Index, name: Name) -> bool:
    """Whether a place is where a visitor comes from: «وفد من أسمرة», or a part of his title."""
    before = document.text[max(0, name.start - 6) : name.start].split()
    inside = any(p.start <= name.start < p.end for p in document.persons)
    return inside or bool(before) and before[-1] in ("من", "قادما")


def _kind(kind: str, construction: str, words: set[str], parties: list[Party], trigger: str) -> str:
    """The kind as the words round the trigger narrow it."""
    if words & _ONLINE and kind in ("bilateral", "other", "summit"):
        return "call" if words & {"هاتفيا", "هاتفي", "هاتفيه"} else kind
    if words & _SUMMIT and kind in ("bilateral", "summit"):
        return "summit"
    collective = any(p.person and p.person.kind == "collective" and "minister" in (p.person.role or "") for p in parties)
    if kind == "bilateral" and (words & {"وزاري", "الوزاري", "وزاريا", "وزراء"} or collective):
        return "ministerial"
    if kind == "bilateral" and words & {"مجلس", "المجلس", "اللجنه", "طارءا", "طاري", "طاريا", "الجمعيه"}:
        return "session"
    return kind


def _participants(parties: list[Party], construction: str, place: Name | None, document: Document) -> list[Party]:
    """Parties without the bare country of a person who takes part, without the place, without what nobody can name."""
    parties = [p for p in parties if p.person is None or p.person.name_ar or p.actor_id or p.actor_name_ar]
    parties = [p for p in parties if p.person is None or "spokes" not in (p.person.role or "")]
    persons = [p for p in parties if p.person]
    acting = {p.actor_id for p in persons if p.actor_id}
    visit = construction in ("verb_receive", "verb_visit", "verb_arrive", "noun_visit", "noun_call", "verb_discuss")
    out = []
    for p in parties:
        if p.name is not None:
            if p.name.actor_id in acting or p.name is place or p.name.kind == "place" and construction == "verb_host":
                continue
            if persons and (visit or len(persons) > 1) and p.name.kind != "organisation":
                continue
            if persons and not _joined(document, p):
                continue
        out.append(p)
    return out


_CONVENES = frozenset(("عقد", "عقدت", "يعقد", "تعقد", "يجتمع", "تجتمع", "اجتمع", "اجتمعت", "نظم", "نظمت", "ينظم", "تنظم"))


def _joined(document: Document, party: Party) -> bool:
    """Whether a bare name stands behind مع, بين or و, as a party and not as a topic."""
    before = document.text[max(0, party.start - 12) : party.start].split()
    clitics = party.name.clitics if party.name else ""
    if party.name is not None and party.name.kind == "organisation" and before and fold(before[-1]).lstrip("وس") in _CONVENES:
        return True  # «عقد مجلس الناتو اجتماعا»
    return "و" in clitics or clitics.endswith("ب") or bool(before) and before[-1] in ("مع", "بين", "وبين", "و", "بمشاركة", "بحضور", "ومشاركة", "برئاسة", "برعاية", "يجمع", "تجمع", "يضم", "تضم", "جمع", "ضم")


def _unique(parties: list[Party]) -> list[Party]:
    """Each participant once; a side («الجانب الروسي») goes where one of its people is named."""
    acting = {p.actor_id for p in parties if p.person and p.person.kind in ("person", "office")}
    parties = [p for p in parties if not (p.person and p.person.kind == "collective" and p.person.role in ("side", "sides", "government") and p.actor_id in acting)]
    seen: dict[tuple[object, ...], Party] = {}
    for p in parties:
        seen.setdefault(p.key(), p)
    return list(seen.values())


_ORDINALS = {"الاول": 1, "الاولي": 1, "الثاني": 2, "الثانيه": 2, "الثالث": 3, "الثالثه": 3, "الرابع": 4, "الرابعه": 4, "الخامس": 5, "الخامسه": 5,
             "السادس": 6, "السادسه": 6, "السابع": 7, "السابعه": 7, "الثامن": 8, "الثامنه": 8, "التاسع": 9, "التاسعه": 9, "العاشر": 10, "العاشره": 10}  # fmt: skip


def _ordinal(document: Document, i: int, last: int) -> int | None:
    """«القمة الثالثة», «الاجتماع الرابع من نوعه»: the place in a series that the text counts."""
    for j in range(i + 1, min(i + 3, last)):
        if document.tokens[j].norm in _ORDINALS:
            return _ORDINALS[document.tokens[j].norm]
    return None


def _merge(events: list[Event], event: Event, document: Document) -> None:
    """Join ``event`` to one that the article told before, or add it as a new one."""
    if events and not event.named and event.time is None and event.place is None and not any(p.person for p in event.parties):
        return  # «القمة» once more, with nothing new
    for other in reversed(events):
        if _same(other, event):
            _absorb(other, event)
            return
    events.append(event)


def _same(a: Event, b: Event) -> bool:
    """Whether two mentions tell one event: no conflict of day, place or status, and parties shared or none named."""
    if a.time and b.time and a.time.date_from and b.time.date_from and a.time.date_to and b.time.date_to:
        if a.time.date_from > b.time.date_to or b.time.date_from > a.time.date_to:
            return False
    if a.place and b.place and a.place.country_code != b.place.country_code and a.kind != "call":
        return False
    if {a.status, b.status} & {"cancelled", "refused"} and a.status != b.status and b.named:
        return False
    if ("call" in (a.kind, b.kind)) and a.kind != b.kind:
        return False
    if b.anaphoric and len(a.parties) >= 2:
        return True
    shared = a.party_keys() & b.party_keys()
    if not b.parties:
        return not b.named or a.kind == b.kind or bool(b.time and a.time)
    if not a.parties:
        return a.kind == b.kind or not b.named
    if _rivals(a, b):
        return False
    smaller = min(len(a.parties), len(b.parties))
    if shared and (len(shared) * 2 > smaller if smaller > 1 else len(b.parties) == 1 or a.kind == b.kind or a.kind == "visit"):
        return True
    common = a.actors() & b.actors()
    return len(common) >= 2 or bool(common) and not b.named


def _rivals(a: Event, b: Event) -> bool:
    """Whether both name one person for an actor, and not the same one: two talks of one guest."""
    def named(event: Event) -> dict[str, set[int]]:
        out: dict[str, set[int]] = {}
        for p in event.parties:
            if p.person is not None and p.person.kind == "person" and p.actor_id:
                out.setdefault(p.actor_id, set()).add(p.person.chain)
        return out

    x, y = named(a), named(b)
    return any(len(x[k]) == 1 and len(y[k]) == 1 and x[k] != y[k] for k in x.keys() & y.keys()) and len(b.parties) > 1 and len(a.parties) <= 3


def _absorb(event: Event, other: Event) -> None:
    """Take over from a later mention what the event still lacks."""
    keys = event.party_keys()
    acting = {p.actor_id for p in event.parties if p.person}
    for p in other.parties:
        if p.key() not in keys and not (p.name is not None and p.actor_id in acting):
            event.parties.append(p)
    if event.time is None and other.time is not None and other.named and other.status == "planned" and event.status == "held":
        event.status = "planned"  # «زيارته لباريس حيث سيلتقي … مساء الخميس»: the dated mention knows better
    if event.time is None or (other.time and event.time.precision != "day" and other.time.precision == "day"):
        event.time = other.time or event.time
    if event.place is None or (other.place and event.place.kind == "state" and other.place.kind == "place"):
        event.place = other.place or event.place
    if event.status in ("planned", "proposed") and other.status == "held" and other.named and other.time:
        event.status = "held"
    if event.kind in ("bilateral", "other") and other.kind in ("summit", "ministerial", "conference", "visit"):
        event.kind = other.kind
    event.host = event.host or other.host
    event.ordinal = event.ordinal or other.ordinal
    event.mentions += 1


def _is_event(event: Event) -> bool:
    """Required by the guidelines: two of parties, date, place; and more than one side unless a body meets.

    One country's people at home are an internal meeting and no event.
    """
    sides = event.actors()
    groups = [
        p for p in event.parties
        if p.name and p.name.kind == "organisation" or p.person and p.person.kind == "collective" and (p.actor_id is None or len(p.actor_id) > 2)
    ]  # fmt: skip
    day = event.time is not None and event.time.precision in ("day", "week", "unknown")
    if not event.parties:
        return day and event.place is not None and event.place.kind == "place"
    if event.rule in ("noun_visit", "verb_visit", "verb_arrive"):
        # an official visit abroad: somebody who acts for one country, in another
        visitors = {p.actor_id for p in event.parties if p.person is not None and p.actor_id}
        goal = (event.place.country_code or event.place.actor_id) if event.place is not None else None
        return bool(visitors) and (goal is not None and visitors != {goal} or goal is None and len(sides) >= 2)
    if len(sides) >= 2 and len(event.parties) >= 2:
        return True
    if groups:
        return event.time is not None or event.place is not None
    abroad = event.place is not None and (event.place.country_code or event.place.actor_id) not in sides
    if event.kind in ("visit", "conference", "summit"):
        return abroad or day and event.rule.startswith("verb")
    return abroad and event.time is not None or event.rule == "verb_meet" and day


def _is_attendance(document: Document, i: int, last: int, event_nouns: set[str]) -> bool:
    """«حضر اللقاء …», «وحضره من الجانب …»: a list of who was there, for the event told before."""
    morph = document.morphs[i]
    if morph is None or morph.pos != "verb" or morph.lemma not in ("حضر", "شارك"):
        return False
    tokens = document.tokens
    if morph.lemma == "شارك" and i + 2 < last and tokens[i + 1].norm == "في":
        noun = document.morphs[i + 2]
        return noun is not None and noun.lemma in event_nouns and noun.definite
    if morph.enclitic and morph.lemma == "حضر":
        return True
    if i + 2 < last and document.tokens[i + 1].norm == "من" and document.tokens[i + 2].norm in ("الجانب", "جانب", "الطرف"):
        return True
    following = document.morphs[i + 1] if i + 1 < last else None
    return following is not None and following.lemma in event_nouns


def _attend(document: Document, index: Index, events: list[Event], i: int, last: int) -> None:
    """Add the people of an attendance list to the last event that took place."""
    event = next((e for e in reversed(events) if e.status == "held"), events[-1])
    tokens = document.tokens
    home = event.parties[0].actor_id if event.parties else None
    side: str | None = home
    changes = [
        (n.start, n.actor_id) for n in document.names
        if tokens[i].start <= n.start < tokens[last - 1].end and n.kind == "nisba"
        and any(w in document.text[max(0, n.start - 14) : n.start] for w in ("الجانب", "الطرف", "جانب"))
    ]  # fmt: skip
    keys = event.party_keys()
    for party in index.parties(tokens[i].end, tokens[last - 1].end, states=False):
        person = party.person
        if person is None or person.role in ("side", "sides") or person.kind not in ("person", "collective") or not person.name_ar and person.kind == "person":
            continue
        for start, actor in changes:
            if start < party.start:
                side = actor
        if person.actor_id is None and side is not None:
            party = Party(party.start, party.end, replace(person, actor_id=side), None)
        if party.key() not in keys:
            keys.add(party.key())
            event.parties.append(party)


def _represent(document: Document, index: Index, event: Event, i: int, last: int) -> None:
    """«مثّل روسيا في المناقشات وزير الخارجية فلان»: who sat there for a state."""
    state = next((n for n in document.names if n.start == document.tokens[min(i + 1, last - 1)].start and n.kind in ("state", "organisation")), None)
    if state is None:
        return
    end = next((j for j in range(i + 2, last) if document.tokens[j].norm in ("بينما", "فيما") or document.tokens[j].text in ".؛"), last)
    found = [p for p in index.parties(document.tokens[i].end, document.tokens[end - 1].end, states=False) if p.person and p.person.name_ar]
    keys = event.party_keys()
    for p in found:
        if p.person is not None and p.key() not in keys:
            keys.add(p.key())
            event.parties.append(Party(p.start, p.end, p.person if p.person.actor_id else replace(p.person, actor_id=state.actor_id), None))
    if found:
        event.parties = [p for p in event.parties if p.person is not None or p.actor_id != state.actor_id]


def _chain(document: Document, index: Index, events: list[Event], first: int, last: int) -> None:
    """«بعد لقاءات سابقة في برلين (25 نوفمبر) ووارسو (13 يناير)»: each place with its day in brackets is a meeting."""
    text = document.text
    found = []
    for name in document.names:
        if document.tokens[first].start <= name.start < document.tokens[last - 1].end and name.kind in ("place", "state"):
            gap = text[name.end : name.end + 3].lstrip()
            if gap.startswith("("):
                time = next((t for t in index.times(name.end, name.end + 6) if t.date_from), None)
                if time is not None:
                    found.append((name, time))
    if len(found) < 2:
        return
    parties = [p for p in max((e.parties for e in events), key=len, default=[]) if p.person]
    for name, time in found:
        i = index.token_at(name.start)
        event = Event("ministerial" if len(parties) > 2 else "bilateral", "held", i, i, index.token_at(time.end) + 1, list(parties), time, name, None, "noun_chain", True)
        if document.published and time.date_from and time.date_from > document.published:
            event.status = "planned"
        if not any(e.time and e.time.date_from == time.date_from and e.place and e.place.country_code == name.country_code for e in events):
            events.append(event)
