"""Actor phrases of one document and what stands between them: which are joined, marked by a preposition, beside a verb."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import Final

from extract.arabic.types import Document, Sentence
from extract.events.arguments import Index
from extract.events.pledges.actors.actor import Actor
from extract.events.pledges.actors.proclitics import is_joined

ADVERBS: Final = frozenset(
    ("قد", "لم", "لن", "لا", "سوف", "ايضا", "كذلك", "بدورها", "بدوره", "كانت", "كان", "مجددا", "رسميا", "كلا", "كل", "امس", "اليوم", "مساء", "صباح", "يوم", "حكومه",
     "حكومته", "حكومتها", "وحدها", "التي", "والتي", "الذي", "والذي", "بشكل", "فقط", "اعضاء", "نواب", "سبق", "نفسه", "نفسها", "الجديد", "الجديده", "سابقا", "حاليا", "قريبا", "بموجبه", "بموجبها", "فيه", "فيها", "خلاله", "خلالها", "عليه", "عليها", "ليس", "ليست")
)  # fmt: skip
_THEN: Final = frozenset(("حينها", "حينه", "وقتها", "حينذاك", "البدايه", "النهايه"))  # «في حينها»
OPPOSING: Final = frozenset(("لمواجهه", "مواجهه", "لصد", "لردع", "لمحاربه", "لقتال", "للتصدي", "ضد"))
# What opens a phrase that tells when, where or how something was said: «خلال المؤتمر», «على هامش القمة», «من جانبها».
OPENS_ASIDE: Final = frozenset(
    ("خلال", "في", "عبر", "بعد", "قبل", "عقب", "اثر", "اثناء", "لدي", "امام", "ضمن", "بحسب", "حسب", "وفق", "وفقا", "برعايه", "بحضور", "بمناسبه", "بدوره", "بدورها", "بدورهم", "منذ", "مساء", "صباح")
)  # fmt: skip
_OPENS_ASIDE_WITH: Final = {"علي": ("هامش", "لسان"), "من": ("جهته", "جهتها", "جانبه", "جانبها", "خلال", "ناحيته", "ناحيتها")}
_EACH: Final = frozenset(("كل", "كلا"))  # «تعهدت | كل من | هولندا والدنمارك»
_BESIDE: Final = 4  # tokens before a day in which the verb that it belongs to stands


def opens_aside(document: Document, k: int) -> bool:
    """Whether a phrase that tells when, where or how begins at ``k``: «خلال المؤتمر», «على هامش القمة»."""
    if k >= len(document.norms):
        return False
    following = document.norms[k + 1] if k + 1 < len(document.norms) else ""
    return document.norms[k] in OPENS_ASIDE or following in _OPENS_ASIDE_WITH.get(document.norms[k], ())


class Phrases:
    """Look-ups over one document's actors by token range."""

    def __init__(self, document: Document, index: Index, actors: list[Actor]) -> None:
        self.document, self.index, self.actors = document, index, actors
        self.firsts = [a.first for a in actors]
        self.timed: set[int] = set()
        self._counted: set[int] | None = None
        self._named: set[int] | None = None
        self._states: Counter[str] | None = None
        for t in document.times:
            self.timed.update(range(index.token_at(t.start), index.token_at(t.end)))
        norms = document.norms
        for i in [i for i, norm in enumerate(norms) if norm == "في" and i + 1 < len(norms)]:
            if norms[i + 1] in _THEN:
                self.timed.update((i, i + 1))
            elif norms[i + 1] == "وقت" and i + 2 < len(norms) and norms[i + 2] in ("سابق", "لاحق"):
                self.timed.update((i, i + 1, i + 2))

    def is_counted(self, i: int) -> bool:
        """Whether the token is part of a sum or a quantity: «20 | مليون | دولار»."""
        if self._counted is None:
            self._counted = {k for a in self.document.amounts if a.kind in ("money", "quantity") for k in range(self.index.token_at(a.start), self.index.token_at(a.end))}
        return i in self._counted

    def ends_name(self, i: int) -> bool:
        """Whether the token is the last of a name: «صندوق النقد | الدولي»."""
        if self._named is None:
            self._named = {self.index.token_at(n.end) - 1 for n in self.document.names}
        return i in self._named

    def between(self, a: int, b: int) -> list[Actor]:
        """Actors that begin in the token range: «قدمت | الكويت | لليمن»."""
        return self.actors[bisect_left(self.firsts, a) : bisect_left(self.firsts, b)]

    def run(self, actors: list[Actor]) -> list[Actor]:
        """The first actor and those that «و» or a comma join to it."""
        out = actors[:1]
        for a in actors[1:]:
            gap = self.document.tokens[out[-1].last : a.first]
            if a[:2] == out[-1][:2]:
                out.append(a)  # «قادة السعودية والكويت»: one phrase of several
            elif all(t.norm in ("،", ",", "و", "كل", "من") for t in gap) and (is_joined(self.document.tokens[a.first].norm) or gap):
                out.append(a)
            else:
                break
        return out

    def sources(self, actors: list[Actor]) -> list[Actor]:
        """From whom something comes, with whom «و» joins to them: «منحة من السعودية والإمارات»."""
        at = next((k for k, a in enumerate(actors) if a.relation == "from"), None)
        return self.joined(actors[at], actors[at + 1 :]) if at is not None else []

    def joined(self, actor: Actor, behind: list[Actor]) -> list[Actor]:
        """The actor and those of ``behind`` that «و» joins to it: «من قبل | السعودية والإمارات»."""
        end = next((k for k, a in enumerate(behind) if a.relation not in ("", "from") or not is_joined(self.document.norms[a.first])), len(behind))
        return self.run([actor, *behind[:end]])

    def partners(self, a: int, b: int) -> list[Actor]:
        """With whom something is done or agreed on, in the token range: «اتفاقا مع | البنك الدولي»."""
        return [x for x in self.between(a, b) if x.relation == "aside" and self.document.norms[x.first - 1] == "مع"]

    def marked(self, actors: list[Actor]) -> list[Actor]:
        """Those to whom something goes by their preposition, with whom «و» joins to the last: «للسويد وفنلندا»."""
        out = self.run([a for a in actors if a.relation == "to" and not self.is_opposed(a.first)])
        following: list[Actor] = []
        for a in actors:
            if out and a.first == (following or out)[-1].last and a.relation == "" and is_joined(self.document.norms[a.first]):
                following.append(a)
        goes_on = bool(following) and following[-1].last < len(self.document.tokens) and self.document.norms[following[-1].last].startswith("ب") and not self.document.norms[following[-1].last].startswith("بقيم")
        return out if goes_on else [*out, *following]  # «لليمن والكويت بـ250 مليونا» tells another gift

    def is_opposed(self, i: int) -> bool:
        """Whether the phrase at ``i`` tells against whom something is given: «لمواجهة عملية عسكرية لروسيا»."""
        return any(n in OPPOSING for n in self.document.norms[max(0, i - _BESIDE) : i])

    def end_behind(self, i: int, sentence: Sentence, reach: int) -> int:
        """The token at which what is told behind ``i`` ends: a full stop, a semicolon, or ``reach`` tokens on: «… لليمن. وقال»."""
        last = min(sentence.last_token, i + reach)
        return next((j for j in range(i, last) if self.document.tokens[j].text in ".؛"), last)

    def open_gap(self, a: int, b: int) -> bool:
        """Whether only adverbs, dates and the marks round them stand between: «الكويت، أمس، تعهدت»."""
        tokens = self.document.tokens
        if b < a or b - a > 9:
            return False
        marks = sum(tokens[k].kind == "punctuation" for k in range(a, b))
        words = [k for k in range(a, b) if tokens[k].kind != "punctuation"]
        if any(k not in self.timed and tokens[k].norm not in ADVERBS and not (tokens[k].norm == "من" and k > a and tokens[k - 1].norm in _EACH) for k in words):
            return False
        return marks == 0 or marks >= 2 or bool(words) or tokens[a].text in "()\"«»"

    def had(self, actor: Actor, i: int) -> bool:
        """Whether the verb at ``i`` goes on from «كان» and its subject: «وكان الملك فلان، أمر في وقت سابق بـ»."""
        return actor.first > 0 and i - actor.last <= 2 and self.document.norms[actor.first - 1].removeprefix("و") in ("كان", "كانت")
