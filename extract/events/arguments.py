"""Arguments of a trigger: parties, times and places among the mentions in a stretch of the sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import Final

from extract.arabic.spans import is_joined, token_at
from extract.arabic.types import Document, Name, Person, TimeExpression
from extract.events.clauses.asides import all_asides
from extract.events.clauses.words import PLACE_PREPOSITIONS
from extract.events.meetings.parties.present import present

_OF_STATES: Final = frozenset(("سواحل", "حدود", "شرق", "شمال", "جنوب", "غرب", "ازمه", "حرب", "مستقبل", "امن", "اراضي", "مصالح", "خصوم", "حلفاء", "اعداء", "رعايا", "مواطني", "شعب", "اقتصاد", "نفط", "غاز", "ملف", "صادرات", "مياه", "اجواء", "مدن", "سكان", "دعم", "مواجهه", "ضد", "محاربه", "مكافحه", "قتال", "هزيمه", "دحر", "لمحاربه", "لمكافحه", "لمواجهه", "لقتال", "لهزيمه", "لدحر"))  # what is a state's and is not the state
_MEANWHILE: Final = frozenset(("بروز", "ظهور", "صعود", "تصاعد", "تزايد", "اقتراب", "استمرار", "بدء", "بدايه", "دخول", "خروج", "انسحاب", "انتهاء", "اعلان", "اعتراف", "توسع", "تقدم", "سيطره", "انضمام", "رفض", "تمسك", "عوده", "اصرار", "تراجع"))  # «مع» and these tell when, not with whom
_IN_PARTS: Final = frozenset(("بسواحل", "بحدود", "بشرق", "بشمال", "بجنوب", "بغرب", "بوسط"))
_OFFICE_HOLDERS: Final = frozenset(("وزراء", "ووزراء", "وزيرا", "وزيري", "روساء", "وروساء", "رييسا", "رييسي", "قاده", "زعماء", "سفراء", "مسوولي", "مسوولون", "مسوولين", "المسوولون", "المسوولين", "ممثلي", "ممثلو", "وفود", "نظراءهم", "نظرايهم", "نظيره", "حكومات"))
_OFFICE_REACH: Final = 8  # tokens from «وزراء» with their offices to «في»
_TROUBLES: Final = frozenset(
    ("النزاع", "الحرب", "حرب", "الوضع", "الاوضاع", "الازمه", "ازمه", "العمليات", "القتال", "السلام", "التطورات", "تطورات", "الامن", "الصراع", "القوات", "الانتخابات",
     "والنزاع", "والحرب", "والوضع", "والاوضاع", "الاستقرار", "والامن", "السلطه", "الارهاب", "الحكومه", "السياسيه", "السلميه", "الهدنه", "العنف", "المعارضه", "النظام", "الاحداث")
)  # fmt: skip
# «قمة لاهاي», «مفاوضات فيينا»: the city is where it takes place and no party.
_NAMED_AFTER_PLACES: Final = frozenset(("قمه", "مفاوضات", "لمفاوضات", "اجتماع", "اجتماعات", "موتمر", "محادثات", "مباحثات", "اتفاق", "اعلان", "بقمه", "لقمه", "لقاء", "منتدي", "حوار", "وقمه", "وموتمر", "واجتماع"))
_FULL_NAMES: Final = ("دولة", "جمهورية", "مملكة", "سلطنة", "الجمهورية", "المملكة")
_CONCERNING: Final = frozenset(("خاص", "خاصا", "خاصه", "الخاص", "الخاصه", "معني", "معنيا", "معنيه", "المعني", "المعنيه", "متعلق", "متعلقا", "متعلقه", "المتعلق", "المتعلقه", "اعتراف", "الاعتراف", "بالاعتراف", "اعترف", "اعترفت", "يعترف", "التمسك", "الاهتمام", "يتعلق", "تتعلق", "علاقه", "علاقته", "علاقتها"))
_SEATS: Final = frozenset(("مقر", "بمقر", "لمقر", "مبني", "بمبني", "قاعه", "بقاعه"))  # «بمقر المركز» is where, not who
SHORT_BODIES: Final = frozenset(("EU", "UN", "G7", "WB"))  # organisations whose codes are as short as a state's
_QUOTES: Final = frozenset(('"', "«", "“", "”", "'"))
_MOVEMENTS: Final = frozenset(("تنظيم", "حركه", "جماعه", "ميليشيا"))
_CITY_STATES: Final = ("SG", "MC", "VA", "SM")  # «قمة سنغافورة»: a city as well as a state


@dataclass(init=False, slots=True)
class Party:
    """A participant or party candidate: a person mention, or a state or organisation by name."""

    start: int
    end: int
    person: Person | None
    name: Name | None
    capacity: str | None  # host | organiser | chair | mediator … where the sentence says so
    via: str  # what makes it a participant: argument | subject | marked | announced | adjective | dual | listed | merged | quoted | settled

    def __init__(self, start: int, end: int, person: Person | None, name: Name | None, capacity: str | None = None, via: str = "argument") -> None:
        self.start, self.end, self.person, self.name, self.capacity, self.via = start, end, person, name, capacity, via

    def told_by(self, via: str) -> Party:
        """The same party as one that ``via`` makes a participant. In compiled code a twentieth of the time of ``dataclasses.replace``."""
        return Party(self.start, self.end, self.person, self.name, self.capacity, via)

    @property
    def actor_id(self) -> str | None:
        return self.person.actor_id if self.person else self.name.actor_id if self.name else None

    @property
    def actor_name_ar(self) -> str | None:
        return self.person.actor_name_ar if self.person else self.name.name_ar if self.name else None

    def key(self) -> tuple[object, ...]:
        """What makes two mentions one participant within an article."""
        if self.person is not None and self.person.kind != "collective":
            return ("person", self.person.chain)
        if self.person is not None:
            return ("group", self.person.actor_id or self.person.actor_name_ar)
        return ("actor", self.actor_id or self.actor_name_ar)


class Index:
    """Sorted look-ups over one document, made once and shared by all triggers."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.persons = present(document)
        self.person_starts = [p.start for p in self.persons]
        self.spans = inside = sorted((p.start, p.end) for p in document.persons)
        self.actors = [
            n for n in document.names
            if n.kind in ("state", "organisation", "metonym", "place") and not _covered(inside, n.start, n.end)
        ]  # fmt: skip
        self.actor_starts = [n.start for n in self.actors]
        self.time_starts = [t.start for t in document.times]
        self.asides = all_asides(document)

    def protagonist(self) -> Person | None:
        """The person whom the article names most often, at least three times: whom «معاليه» and a verb without a subject mean."""
        often = Counter(p.chain for p in self.persons if p.kind == "person")
        chain, mentions = max(often.items(), key=lambda c: c[1], default=(-1, 0))
        return next((p for p in self.persons if p.chain == chain and p.kind == "person"), None) if mentions > 2 else None

    def agrees(self, verb: int, party: Party) -> bool:
        """Whether a person can be the subject that the verb at token ``verb`` leaves out: «زارت» is no man's visit, «التقى» no woman's."""
        morph = self.document.morphs[verb]
        if party.person is None or morph is None or morph.pos != "verb" or morph.gender is None:
            return True
        if morph.number == "p" and party.person.kind == "person":
            return False  # «اجتمعوا في بانمونجوم»
        if morph.number != "s":
            return True
        return (morph.gender == "f") == self.is_woman(party.person)

    def is_woman(self, person: Person) -> bool:
        """Whether a title of hers is a woman's: «وزيرة الخارجية»."""
        return any(p.chain == person.chain and _is_feminine(p.role_ar) for p in self.persons)

    def in_person(self, char: int) -> bool:
        """Whether an offset lies in a person's title or name, where a word is no verb: «بن», «سعيد»."""
        return _covered(self.spans, char, char + 1)

    def in_body(self, char: int) -> bool:
        """Whether an offset lies behind the head in the name of a body that no table knows: «جمعية اللقاءات المتوسطية» holds no meeting."""
        return any(b.start < char < b.end for b in self.document.bodies)

    def _in_title(self, char: int) -> bool:
        """Whether an offset lies in the title before a personal name, or in what an envoy's behind it says that he is sent to: «السفير في تل أبيب فلان», «فلان، المبعوث إلى كوريا الشمالية»."""
        i = bisect_right(self.person_starts, char) - 1
        person = self.persons[i] if i >= 0 else None
        if person is None or person.name_start is None:
            return False
        return char < person.name_start or char < person.end and self.document.norms[self.token_at(char) - 1] == "الي"

    def _closes_title(self, name: Name) -> bool:
        """Whether a state by its full name is whose office somebody holds: «نائب القائد الأعلى للقوات المسلحة | بدولة الإمارات»."""
        return name.clitics.endswith("ب") and name.kind == "state" and name.text.startswith(_FULL_NAMES) and self.in_person(name.start)

    def token_at(self, char: int) -> int:
        """The token at or after a code-point offset."""
        return token_at(self.document, char)

    def parties(self, start: int, end: int, *, states: bool = True) -> list[Party]:
        """Persons, and states and organisations outside titles and place phrases, between two offsets, none of a relative clause that opens and closes there."""
        lo, hi = bisect_left(self.person_starts, start), bisect_left(self.person_starts, end)
        out = [Party(p.start, p.end, p, None) for p in self.persons[lo:hi] if p.end <= end + 80]
        if states:
            lo, hi = bisect_left(self.actor_starts, start), bisect_left(self.actor_starts, end)
            out += [Party(n.start, n.end, None, n) for n in self.actors[lo:hi] if self._acts(n)]
        if over := self.over_before(start, end - 1):
            out = [p for p in out if not any(a <= p.start < b for a, b in over)]
        return sorted(out, key=lambda p: p.start)

    def _acts(self, name: Name) -> bool:
        """Whether a name stands for an actor here: not where something takes place, not an adjective's owner."""
        if self.is_location(name) or self._is_within(name):
            return False
        i = self.token_at(name.start - len(name.clitics))
        before = self.document.tokens[i - 1].norm.removeprefix("و") if i else ""
        if before in _OF_STATES or before in _IN_PARTS or before in _QUOTES and _is_object_in_quotes(self.document.norms, i - 1):
            return False  # «سواحل ليبيا», «خصوم إيران», «بجنوب ليبيا», «لمحاربة تنظيم "داعش"»
        if before in _CONCERNING and name.clitics.endswith("ب"):
            return False  # «مؤتمر خاص باليمن»
        if before in _MEANWHILE and self.document.norms[i - 2] == "مع":
            return False  # «مع بروز تنظيم داعش», «مع اقتراب روسيا من …»
        if name.kind == "place" and name.actor_id is None:
            return False
        return True

    def _is_within(self, name: Name) -> bool:
        """Whether «في» governs a state, at once or by way of others: «الوضع في سوريا والعراق», «في كل من لبنان والأردن»; not «وزراء الري في مصر وإثيوبيا»."""
        if name.kind not in ("place", "state", "metonym"):
            return False
        i = self.token_at(name.start - len(name.clitics))
        before = self.document.norms[max(0, i - _OFFICE_REACH) : i]
        if before[-1:] == ["في"] or before[-3:] == ["في", "كل", "من"]:
            return not any(w in _OFFICE_HOLDERS for w in before)
        n = bisect_left(self.actor_starts, name.start) - 1
        if n < 0 or "و" not in name.clitics and before[-1:] not in (["،"], [","]):
            return False
        last = self.actors[n]
        return not self.document.text[last.end : name.start - len(name.clitics)].strip(" ،,") and self._is_within(last)

    def is_location(self, name: Name) -> bool:
        """Whether a place phrase: after في, ب or إلى, or the city of a dateline."""
        i = self.token_at(name.start - len(name.clitics))
        tokens = self.document.tokens
        if i and tokens[i - 1].norm in _CONCERNING:
            return False  # «مؤتمرا خاصا بليبيا»
        if name.clitics.endswith("ب") and name.kind != "organisation":
            return True
        while i and tokens[i - 1].text in ('#', '"', "«", "(", "“"):
            i -= 1
        before = tokens[i - 1].norm if i else ""
        if name.kind == "organisation" and before in _SEATS:
            return True
        if before == "في" and i > 1 and tokens[i - 2].norm in _TROUBLES and name.kind != "place":
            return False  # «النزاع في سوريا»
        if before == "الي" and i > 1 and tokens[i - 2].norm.removeprefix("و").removeprefix("ب") in ("اضافه", "الاضافه") and name.kind != "place":
            return False  # «بمشاركة الأردن، إضافة إلى العراق»
        city = name.kind == "place" or name.actor_id in _CITY_STATES
        if name.kind in ("place", "state", "metonym") and before in PLACE_PREPOSITIONS or city and before in _NAMED_AFTER_PLACES:
            return True
        if name.kind in ("place", "state") and i > 1 and tokens[i - 1].norm in ("العاصمه", "مدينه") or i > 2 and name.kind == "place" and tokens[i - 2].norm in ("العاصمه", "بالعاصمه"):
            return True
        line = self.document.dateline
        return line is not None and name.start < line[1] or self._follows_location(name)

    def _follows_location(self, name: Name) -> bool:
        """«في برلين (25 نوفمبر)، ووارسو (13 يناير)»: a place joined by و to a place phrase with a bracket behind it."""
        if name.kind != "place" or "و" not in name.clitics:
            return False
        before = self.document.text[max(0, name.start - 40) : name.start - len(name.clitics)].rstrip(" ،,")
        return before.endswith(")")

    def names_event(self, name: Name) -> bool:
        """Whether the city is a part of the event's own name: «قمة القدس» may be held elsewhere."""
        i = self.token_at(name.start - len(name.clitics))
        return i > 0 and self.document.tokens[i - 1].norm in _NAMED_AFTER_PLACES

    def times(self, start: int, end: int) -> list[TimeExpression]:
        lo, hi = bisect_left(self.time_starts, start), bisect_right(self.time_starts, end)
        return self.document.times[lo:hi]

    def over_before(self, start: int, end: int) -> list[tuple[int, int]]:
        """The offsets of the relative clauses that open and close between two offsets: what they tell is of another event."""
        return [(a, b) for a, b in self.asides if start <= a and b <= end]

    def places(self, start: int, end: int) -> list[Name]:
        """Cities and states that a place phrase names between two offsets."""
        out = []
        line = self.document.dateline[1] if self.document.dateline else 0
        for name in self.document.names:
            if name.start >= end:
                break
            if name.start >= max(start, line) and not self._in_title(name.start) and not self._closes_title(name) and name.kind in ("place", "state", "metonym") and self.is_location(name):
                out.append(name)
        return out


def _is_feminine(role: str | None) -> bool:
    """Whether a title is a woman's: «وزيرة الخارجية», «المستشارة الألمانية»."""
    return bool(role) and str(role).split()[0].endswith("ة")


def is_adjective(name: Name) -> bool:
    """Whether a name is the adjective of a state: مصري, and السعودية, which is adjective and state alike."""
    return name.kind == "nisba" or name.kind == "state" and name.text.endswith("سعودية")


def is_state(actor: str | None) -> bool:
    """Whether an actor code is that of a state: EG, SA; no organisation and no party by its name."""
    return actor is not None and len(actor) == 2 and actor not in SHORT_BODIES


def is_body(actor: str) -> bool:
    """Whether an actor code is that of an organisation of many states: NATO, EU, G7; no state and no party by its name."""
    return actor in SHORT_BODIES or len(actor) > 2 and actor.isascii()


def _is_object_in_quotes(norms: list[str], i: int) -> bool:
    """Whether a movement whose name opens its quotes at ``i`` is what others fight or fear: «لمحاربة تنظيم | "داعش"»."""
    head = i - 2 if norms[i - 1] in _MOVEMENTS else i - 1
    return norms[head].removeprefix("و") in _OF_STATES


def _covered(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    i = bisect_right(spans, (start, 1 << 60)) - 1
    return i >= 0 and spans[i][0] <= start and end <= spans[i][1]


def is_listed(document: Document, party: Party, following: Party) -> bool:
    """Whether a party follows another in a list: «مع نظيره والمبعوث», «مع نظيره ثم المبعوث», «مع نظيريه الأردني فلان والسوري فلان», no «مع نظيره قضية فلان»."""
    gap = document.text[party.end : following.start].strip()
    if following.person is not None and following.person.rule == "group_member" and gap.startswith("و") and " " not in gap:
        return True
    return gap in ("،", ",", "و", "", "ومع", "، ومع", "ثم", "، ثم", "،ثم", "ثم مع", "، ثم مع") or gap.endswith((" و", "،")) or is_joined(document, following.start)


def joined(document: Document, parties: list[Party]) -> list[Party]:
    """The first of some parties and those joined to it at once: «اتفق | الوزير ونظيره | خلال اجتماع مع السفير», «أعلن | وزيرا داخلية تونس وليبيا |»."""
    out = parties[:1]
    for p in parties[1:]:
        gap = document.text[out[-1].end : p.start].strip(" ،,")
        second = gap[:1] == "و" and any(n.kind == "nisba" and n.clitics == "و" and out[-1].end < n.start and n.end < p.start for n in document.names) and " " not in gap  # «وزيرا الخارجية اليوناني فلان | والقبرصي فلان»
        if p.start != out[-1].start and gap != "و" and not second and not (gap == "" and is_joined(document, p.start)):
            break
        out.append(p)
    return out
