"""What the text round a gift leaves to be understood: the state that the article is about, places, the relief body, days."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Final

from extract.arabic.spans import sentence_at
from extract.arabic.types import Sentence
from extract.events.pledges.actors.actor import RELIEF, Actor, is_body
from extract.events.pledges.actors.phrases import OPPOSING, Phrases
from extract.events.pledges.actors.proclitics import stripped

_UNTIL: Final = frozenset(("الي", "حتي", "لغايه"))  # «من بداية العام إلى 5 أغسطس»: the end of a time told, no day of a promise
_SOURCES: Final = frozenset(("لبيان", "بيان", "تصريح", "تقرير", "لتقرير", "خبر"))  # «وفقا لبيان أصدره …»
_BESIDE: Final = 4  # tokens before a day in which the verb that it belongs to stands
_NAMED: Final = 2  # times that an article names the relief body which it is about
_FAR_MORE: Final = 4  # times as often as any other
_PLACES: Final = frozenset(("مدينه", "بمدينه", "محافظه", "بمحافظه", "محافظات", "ولايه", "اقليم", "منطقه", "بلده", "مطار", "ميناء", "العاصمه"))
_TO_ADJECTIVE: Final = 4  # tokens from such a word to the adjective of its state
_OF_PURPOSE: Final = 6  # tokens from the noun of a purpose to whose it is
_NOT_OF_PURPOSE: Final = frozenset(("من", "مع", "عن", "ضد", "بين", "علي", "الذي", "التي", "دول", "بلدان", "حركه", "منظمه"))
_HELPED_IN: Final = {"القدس": "PS"}  # whose people and endowments are helped there: «مستشفى المقاصد في القدس»
_OFTEN: Final = 4  # times that an article names the state which it is about


class Surroundings(Phrases):
    """Takers, givers and days that no phrase beside the verb tells."""

    def theatre(self, i: int, own: set[str | None]) -> list[Actor]:
        """The state that the article is about, other than those of ``own``: where relief goes whose taker is not said: «وصلت المساعدات» in an article about Yemen."""
        if self._states is None:
            self._states = Counter(c for n in self.document.names if (c := n.country_code or n.actor_id) and not is_body(c))
        often = [(code, n) for code, n in self._states.most_common(4) if code not in own]
        if not often or often[0][1] < _OFTEN or len(often) > 1 and often[1][1] * 2 > often[0][1]:
            return []
        sentence = self.document.sentences[sentence_at(self.document, i)]
        beside = {c for n in self.document.names if sentence.start <= n.start < self.document.tokens[i].start and (c := n.country_code or n.actor_id) and not is_body(c)} - own
        if beside and often[0][0] not in beside:
            return []  # the sentence is about another state
        name = next(n for n in self.document.names if (n.country_code or n.actor_id) == often[0][0])
        return [Actor(i, i + 1, often[0][0], name.name_ar, None, "in")]

    def place_behind(self, a: int, b: int, own: set[str | None]) -> list[Actor]:
        """The state of the first place in a token range, not the giver's own: «إعادة تأهيل المستشفى في الخرطوم»."""
        tokens = self.document.tokens
        for n in self.document.names:
            state = _HELPED_IN.get(n.name_ar, n.country_code)
            if tokens[a].start < n.start < tokens[b - 1].end and n.kind == "place" and state and state not in own:
                i = self.index.token_at(n.start)
                return [Actor(i, i + 1, state, n.name_ar, None, "in")]
        return self._by_adjective(a, b, own)

    def _by_adjective(self, a: int, b: int, own: set[str | None]) -> list[Actor]:
        """The state of a place that no table knows: «في محافظة مأرب اليمنية», «في مدينة أمدجراس التشادية»."""
        for n in self.document.names:
            i = self.index.token_at(n.start)
            if a < i < b and n.kind == "nisba" and n.actor_id and not is_body(n.actor_id) and n.actor_id not in own and _PLACES & {*self.document.norms[max(a, i - _TO_ADJECTIVE) : i]}:
                return [Actor(i, i + 1, n.actor_id, n.name_ar, None, "in")]
        return []

    def for_whom(self, a: int, b: int, own: set[str | None]) -> list[Actor]:
        """Whose thing the gift is for, by the noun of its purpose: «لمحطة كهرباء غزة», «في صندوق دعم العراق», «لقطاع المياه الأردني»."""
        norms, morphs = self.document.norms, self.document.morphs
        named = {k for x in self.between(a, b) for k in range(x.first, x.last)}
        groups = {x.first for x in self.between(a, b) if x.actor_id is None}  # «لتنمية دول الساحل»
        verbs = {k for k in range(a + 1, b) if k not in named and (m := morphs[k]) is not None and m.pos == "verb"}
        for k in range(a + 1, b):
            morph = morphs[k]
            if norms[k] in ("،", ",", "الذي", "التي") or k in verbs:
                break
            purpose = norms[k].startswith("لل") or morph is not None and morph.pos in ("noun", "adj") and morph.preposition == "ل" or norms[k - 1] == "في" and norms[k] == "صندوق"
            if not purpose or norms[k] in OPPOSING or k in self.timed:
                continue
            stop = next((j for j in range(k + 1, min(b, k + _OF_PURPOSE)) if self.document.tokens[j].kind == "punctuation" or norms[j] in _NOT_OF_PURPOSE and j not in groups or j in verbs), min(b, k + _OF_PURPOSE))
            found = [x for x in self.between(k + 1, stop) if x.relation == "" and x.key not in own][:1]
            whose = [n for n in self.document.names if n.kind == "nisba" and n.actor_id and not is_body(n.actor_id) and k < self.index.token_at(n.start) < stop]
            found = found or [Actor(i := self.index.token_at(n.start), i + 1, n.actor_id, n.name_ar, None, "to") for n in whose if n.actor_id not in own][:1]
            if found:
                return found
        return []

    def reliever(self, own: set[str | None]) -> list[Actor]:
        """The relief body that an article names alone, or far more often than any other, and more than once: whose its nameless convoys are: «قافلة» in one about «مركز الملك سلمان»."""
        bodies = {n.actor_id: n for n in self.document.names if n.kind == "organisation" and n.actor_id and (n.actor_id in RELIEF and n.actor_id != "UN" or "للإغاثة" in n.name_ar or "الهلال الأحمر" in n.name_ar)}
        times = Counter(n.actor_id for n in self.document.names if n.actor_id in bodies)
        named = [a for a, _ in times.most_common() if a not in own]
        if not named or times[named[0]] < _NAMED or len(named) > 1 and times[named[0]] < _FAR_MORE * times[named[1]]:
            return []
        name = bodies[named[0]]
        return [Actor(i := self.index.token_at(name.start), i + 1, name.actor_id, name.name_ar, None, "")]

    def counted(self, i: int, n: int, takers: set[str | None]) -> list[Actor]:
        """The last ``n`` states joined before ``i``, whom «الدول الثلاث» means, else those of the article where it names just so many beside ``takers``."""
        before = self.between(0, i)
        for k in range(len(before) - 1, -1, -1):
            joined = [a for a in before[k : k + 2 * n] if a.relation == before[k].relation]
            run = self.run(joined)
            if len({a.key for a in run}) == n:
                return run
        states = {a.actor_id: a.name_ar for a in self.actors if a.actor_id and not is_body(a.actor_id) and a.actor_id not in takers}
        return [Actor(i, i + 1, code, name, None, "") for code, name in states.items()] if len(states) == n else []

    def rebuilt(self, start: int, end: int, own: set[str | None]) -> list[Actor]:
        """Whose land is rebuilt: «لإعادة إعمار سوريا», «إعمار الموصل»."""
        at = next((k for k in range(start, min(end, start + 12)) if stripped(self.document.norms[k]) == "اعمار"), None)
        if at is None:
            return []
        state = [a for a in self.between(at + 1, at + 3) if a.relation in ("", "in") and a.key not in own][:1]
        return state or self.place_behind(at, min(end, at + 6), own)

    def _same_clause(self, day: int, i: int) -> bool:
        """Whether the day belongs to what is told at ``i``: no relative clause begins before it, no other clause behind it."""
        document, norms = self.document, self.document.norms
        if day < i:
            verb = (m := document.morphs[i]) is not None and m.pos == "verb"
            return verb and not {"الذي", "التي", "الذين"} & {*norms[day:i]} or not verb and not any((m := document.morphs[k]) is not None and m.pos == "verb" for k in range(max(0, day - _BESIDE), i))
        return not any((m := document.morphs[k]) is not None and m.pos == "verb" and m.conjunction is None and norms[k - 1] in _SOURCES for k in range(i + 1, day))

    def due(self, start: int, end: int) -> dt.date | None:
        """By when it is to be done: the last day of the first time behind «تعهد بتقديم …» that is yet to come."""
        tokens, published = self.document.tokens, self.document.published
        if published is None or start >= end:
            return None
        return next((t.date_to for t in self.index.times(tokens[start].start, tokens[end - 1].end) if t.date_to and t.date_to > published), None)

    def announced(self, sentence: Sentence, trigger: int | None = None) -> dt.date | None:
        """The day that the sentence gives for what was said at ``trigger``, where it gives one.

        A relative clause and a clause behind have days of their own: «اجتماع عقد السبت الذي أقر …», «زودوهم بأسلحة، وفق بيان صدر السبت».
        """
        days = [t for t in self.index.times(sentence.start, sentence.end) if t.precision == "day" and t.date_from and self.document.norms[max(0, self.index.token_at(t.start) - 1)] not in _UNTIL]
        if trigger is not None:
            days = [t for t in days if self._same_clause(self.index.token_at(t.start), trigger)]
        published = self.document.published
        day = next((t.date_from for t in days), None)
        return day if day and (published is None or day <= published) else None
