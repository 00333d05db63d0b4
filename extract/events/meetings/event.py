"""A meeting as the article tells it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from extract.arabic.types import Name, TimeExpression
from extract.events.arguments import Party

LEADERS: Final = {"president", "prime minister", "king", "emir", "leader", "supreme leader", "chancellor", "sultan"}
GATHERINGS: Final = {"summit", "conference", "ministerial", "session"}
VAGUE_ROLES: Final = frozenset(("minister", "official", "counterpart", "envoy", "side", "leader", None))  # which several may hold
VISIT_DAYS: Final = 3  # days between a visitor's arrival and a meeting on his visit
TALKING: Final = ("verb_meet", "verb_discuss", "verb_receive", "noun_meet")  # rules of two who talk
VISITS: Final = ("noun_visit", "verb_visit", "verb_arrive")  # rules of a visit
TALKS: Final = frozenset(("مفاوضات", "محادثات", "مباحثات", "مشاورات", "حوار"))
CEREMONIES: Final = ("noun_ceremony", "verb_open")  # rules of what two open or hand over
# Nouns and verbs that speak of one event by turns: «المفاوضات … هذه المحادثات», «زيارته … وصل».
_FAMILIES: Final = {
    **dict.fromkeys(("مفاوضات", "محادثات", "مباحثات", "مشاورات", "حوار", "جولة", "جلسة"), "talks"),
    **dict.fromkeys(("اجتماع", "لقاء", "اجتمع", "التقى", "مقابلة", "عمل", "أشغال"), "meeting"),
    **dict.fromkeys(("مؤتمر", "منتدى", "دورة", "ملتقى", "ورشة"), "conference"), **dict.fromkeys(("زيارة", "زار", "وصل", "توجه"), "visit"),
}  # fmt: skip


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
    carried: bool = False  # a verb of its own tells that it takes place
    sure: bool = True  # its own clause tells the status; «خلال زيارته» alone may be of one to come
    done: bool = False  # told by a past verb of holding: «وترأس الاجتماع»
    placed_by: str = ""  # what tells its place where its own words do not: place_of_visit | place_of_speaker | at_seat
    later: bool = False  # its day lies behind that of the article
    over: bool = False  # somebody speaks when it is over: «وقال بعد اللقاء»
    definite: bool = False  # told by a noun with the article: «القمة»
    owned: bool = False  # its suffix says whose it is: «اجتماعها»
    pointing: bool = False  # «هذه الزيارة»: of one told before
    aside: bool = False  # opens what is told «من جهة أخرى»
    beside: bool = False  # on the margins of a gathering told before: «على هامش هذا المؤتمر»
    margin: bool = False  # «على هامش القمة»: no part of a gathering, whoever took part in both
    wide: bool = False  # its own words tell of several states: «مؤتمر دولي», «اجتماع لوزراء الدول الثلاث»
    formal: bool = False  # «قام بزيارة», «زيارة رسمية»: a visit that is told itself, whomever the visitor met on it
    talks: str | None = None  # the kind of what a later mention tells of whom the visitor met
    talked: bool = False  # a later mention calls it talks: «اجتمع مسؤولون من البلدين …. وقال بعد المحادثات …»
    ordinal: int | None = None
    counted: bool = True  # whether the ordinal counts the event itself, and not the visit on which it was
    days: int = 0  # that it lasts, where a mention without its day tells so
    until: TimeExpression | None = None  # its last day, where it is told by itself
    series: str | None = None
    ahead: bool = False  # what another event of its sentence comes before or prepares
    earlier: bool = False  # told beside the one spoken of: «تأتي الزيارة بعد قمة …», «المفاوضات السابقة»
    beside_others: bool = False  # told as one beside or before those told: «كما التقى», «واستقبل أيضا», «وكان قد اجتمع»
    another: bool = False  # «مؤتمر ثالث»: counted beside those told before
    topics: list[str] = field(default_factory=list)
    sentence: int = 0
    latest: int = 0  # the sentence that spoke of it last
    lemma: str = ""

    def party_keys(self) -> set[tuple[object, ...]]:
        return {p.key() for p in self.parties}

    def actors(self) -> set[str]:
        return {a for p in self.parties if (a := p.actor_id or p.actor_name_ar)}


def family(event: Event) -> str:
    """What the words that speak of one event by turns have in common: «المفاوضات» and «المحادثات» are talks."""
    return _FAMILIES.get(event.lemma, event.lemma)
