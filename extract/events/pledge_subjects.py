"""Arguments of a trigger in Arabic word order: its subject before it (SVO), behind it (VSO) or left out, and its objects."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import Counter

from extract.arabic.types import Document, Sentence
from extract.events.arguments import Index
from extract.events.pledge_actors import Actor, is_body, stripped

_ADVERBS = frozenset(
    ("قد", "لم", "لن", "لا", "سوف", "ايضا", "كذلك", "بدورها", "بدوره", "كانت", "كان", "مجددا", "رسميا", "كلا", "كل", "امس", "اليوم", "مساء", "صباح", "يوم", "حكومه",
     "حكومته", "حكومتها", "وحدها", "التي", "والتي", "الذي", "والذي", "بشكل", "فقط", "اعضاء", "نواب", "سبق", "نفسه", "نفسها", "الجديد", "الجديده", "سابقا", "حاليا", "قريبا", "بموجبه", "بموجبها", "فيه", "فيها", "خلاله", "خلالها")
)  # fmt: skip
_OPENERS = frozenset(("كما", "فيما", "بينما", "حيث", "قد", "ان", "وقد", "عندما", "بعدما", "لكن", "فقد", "ولكن", "لقد", "ما", "بان"))
_THEN = frozenset(("حينها", "حينه", "وقتها", "حينذاك", "البدايه", "النهايه"))  # «في حينها»
_SELF = frozenset(("انه", "انها", "انهم", "انهما", "بلاده", "بلادها", "بانه", "بانها", "حكومته", "التي", "الذي", "اللتين", "اللذين", "ببلاده"))
_UNTIL = frozenset(("الي", "حتي", "لغايه"))  # «من بداية العام إلى 5 أغسطس»: the end of a time told, no day of a promise
_THAT = frozenset(("ان", "بان", "انه", "انها", "بانه", "بانها"))
_UNKNOWN = frozenset(("المملكه", "الدوله", "البلاد", "بنوك", "البنوك", "بنك", "شركه", "شركات", "موسسه", "موسسات", "جمعيه", "منظمات", "رجل", "مجموعه", "الجمعيه", "الموسسه", "الشركه", "مسوولون", "مصادر", "الكتايب", "كتايب", "ميليشيا", "ميليشيات", "الميليشيا", "الميليشيات", "المليشيات", "الفصايل", "العشاير", "القبايل"))
_OFFICIALS = frozenset(("مسوول", "مسووله", "منسق", "منسقه", "مدير", "مديره", "المتحدث", "الناطق", "مفوض", "مفوضه", "المدير", "المديره", "المنسق"))
_OFFICE_REACH = 9  # tokens from the verb to the name behind such an office
RELIEF = frozenset(("UN", "UNHCR", "UNRWA", "WFP", "UNICEF", "ICRC", "WHO"))
_OPPOSING = frozenset(("لمواجهه", "مواجهه", "لصد", "لردع", "لمحاربه", "لقتال", "للتصدي", "ضد"))
_SOURCES = frozenset(("لبيان", "بيان", "تصريح", "تقرير", "لتقرير", "خبر"))  # «وفقا لبيان أصدره …»
_BESIDE = 4  # tokens before a day in which the verb that it belongs to stands
_NAMED = 2  # times that an article names the relief body which it is about
_LONGEST_SUBJECT = 3  # words of a subject between «أن» and its verb
_OFTEN = 4  # times that an article names the state which it is about
_BACK = 2  # sentences before in which the two are named
_BOTH = frozenset(("البلدين", "البلدان", "الجانبان", "الجانبين", "الطرفان", "الطرفين", "الوزيران", "الرييسان", "الزعيمان", "الدولتان", "الدولتين"))


class Clauses:
    """Look-ups over one document's actors, made once and shared by all triggers."""

    def __init__(self, document: Document, index: Index, actors: list[Actor]) -> None:
        self.document, self.index, self.actors = document, index, actors
        self.firsts = [a.first for a in actors]
        self.timed: set[int] = set()
        self._states: Counter[str] | None = None
        for t in document.times:
            self.timed.update(range(index.token_at(t.start), index.token_at(t.end)))
        norms = document.norms
        for i in [i for i, norm in enumerate(norms) if norm == "في" and i + 1 < len(norms)]:
            if norms[i + 1] in _THEN:
                self.timed.update((i, i + 1))
            elif norms[i + 1] == "وقت" and i + 2 < len(norms) and norms[i + 2] in ("سابق", "لاحق"):
                self.timed.update((i, i + 1, i + 2))

    def between(self, a: int, b: int) -> list[Actor]:
        """Actors that begin in the token range."""
        return self.actors[bisect_left(self.firsts, a) : bisect_left(self.firsts, b)]

    def run(self, actors: list[Actor]) -> list[Actor]:
        """The first actor and those that «و» or a comma join to it."""
        out = actors[:1]
        for a in actors[1:]:
            gap = self.document.tokens[out[-1].last : a.first]
            if a[:2] == out[-1][:2]:
                out.append(a)  # «قادة السعودية والكويت»: one phrase of several
            elif all(t.norm in ("،", ",", "و", "كل", "من") for t in gap) and (self.document.tokens[a.first].norm.startswith("و") or gap):
                out.append(a)
            else:
                break
        return out

    def marked(self, actors: list[Actor]) -> list[Actor]:
        """Those to whom something goes by their preposition, with whom «و» joins to the last: «للسويد وفنلندا»."""
        out = self.run([a for a in actors if a.relation == "to" and not self.is_opposed(a.first)])
        following = [a for a in actors if out and a.first == out[-1].last and a.relation == "" and self.document.norms[a.first].startswith("و")][:1]
        goes_on = following and following[0].last < len(self.document.tokens) and self.document.norms[following[0].last].startswith("ب")
        return out if goes_on else [*out, *following]  # «لليمن والكويت بـ250 مليونا» tells another gift

    def is_opposed(self, i: int) -> bool:
        """Whether the phrase at ``i`` tells against whom something is given: «لمواجهة عملية عسكرية لروسيا»."""
        return any(n in _OPPOSING for n in self.document.norms[max(0, i - _BESIDE) : i])

    def end_behind(self, i: int, sentence: Sentence, reach: int) -> int:
        """The token at which what is told behind ``i`` ends: a full stop, a semicolon, or ``reach`` tokens on."""
        last = min(sentence.last_token, i + reach)
        return next((j for j in range(i, last) if self.document.tokens[j].text in ".؛"), last)

    def open_gap(self, a: int, b: int) -> bool:
        """Whether only adverbs, dates and the marks round them stand between."""
        tokens = self.document.tokens
        if b < a or b - a > 9:
            return False
        marks = sum(tokens[k].kind == "punctuation" for k in range(a, b))
        words = [k for k in range(a, b) if tokens[k].kind != "punctuation"]
        if any(k not in self.timed and tokens[k].norm not in _ADVERBS for k in words):
            return False
        return marks == 0 or marks >= 2 or bool(words) or tokens[a].text in "()\"«»"

    def had(self, actor: Actor, i: int) -> bool:
        """Whether the verb at ``i`` goes on from «كان» and its subject: «وكان الملك فلان، أمر في وقت سابق بـ»."""
        return actor.first > 0 and i - actor.last <= 2 and self.document.norms[actor.first - 1].removeprefix("و") in ("كان", "كانت")

    def subject(self, i: int, first: int, end: int, sentence: int) -> list[Actor]:
        """The subject of the verb at ``i``, coordinated; where it is left out, that of the clause or sentence before."""
        document, tokens = self.document, self.document.tokens
        morph = document.morphs[i]
        joined = morph is not None and (morph.conjunction is not None or tokens[i].norm.startswith("و") and not morph.lemma.startswith("و"))  # «وافقت» opens with its root
        if morph is not None and morph.person == "1":
            return self._speaker(i)  # «سنفتح» without a known speaker is nobody's promise
        if i > first and tokens[i - 1].norm in _SELF:
            return self._teller(i, first) or self.topic(i, first, sentence)
        if morph is not None and morph.number == "d" or any(t.norm in _BOTH for t in tokens[max(first, i - 3) : i + 4]):
            return self._both(first, i, end, sentence)
        before = self._before(i, first)
        behind = self._behind(i, end)
        if not before and not behind and i + 1 < end and (tokens[i + 1].norm in _UNKNOWN or tokens[i + 1].text in "\"«“" or tokens[i + 1].norm.startswith("ال") and tokens[i + 1].norm.endswith("ون")):
            return []  # a subject that no gazetteer knows
        previous = tokens[i - 1].norm if i > first else ""
        opens = i == first or joined or previous in _OPENERS or tokens[i - 1].kind == "punctuation" and tokens[i - 1].text not in ")\"»،"
        beside = bool(behind) and behind[0].first == i + 1 and any(t.kind == "punctuation" for t in tokens[before[-1].last : i]) if before else False
        told = previous == "قد" and bool(before) and tokens[before[0].first - 1].norm.removeprefix("و") in ("كان", "كانت")  # «وكانت ألمانيا قد منحت تونس …»
        order = (behind, before) if (opens or beside) and not told else (before, behind)
        if joined:
            order = (behind, [])
        if not (order[0] or order[1]) and self._is_unknown(i, first):
            return []
        if order[0] or order[1]:
            return order[0] or order[1]
        topic = self.topic(i, first, sentence)
        alone = morph is not None and morph.number == "s"
        return [] if alone and topic and topic[0].first < first and len({a.key for a in topic}) > 1 else topic  # «تخصص» goes on from none of several

    def _teller(self, i: int, first: int) -> list[Actor]:
        """Who tells what his country does, beside «أن»: «أكد الوزيران أهمية التعاون، وأعلن أمير قطر أن بلاده ستقدم …»."""
        said = next((k for k in range(i - 1, max(first, i - 4), -1) if self.document.norms[k] in _THAT), None)
        return self._before(said, first) if said is not None else []

    def _is_unknown(self, i: int, first: int) -> bool:
        """Whether what no table knows stands between «أن» and the verb: «أن خطة السداد قد خصصت …»."""
        norms, k = self.document.norms, i - 1
        k -= norms[k] == "قد"
        words: list[str] = []
        while k >= first and len(words) < _LONGEST_SUBJECT and norms[k] not in ("ان", "بان") and self.document.tokens[k].kind == "word":
            words.append(norms[k])
            k -= 1
        return k >= first and norms[k] in ("ان", "بان") and bool(words) and not words[-1].startswith(("ال", "و", "بلاد", "حكوم")) and words[-1] not in _ADVERBS

    def _both(self, first: int, i: int, end: int, sentence: int) -> list[Actor]:
        """The two whom a dual verb or «البلدان» means: those coordinated at the verb, else the last two named."""
        at = self._before(i, first) or self._behind(i, end)
        if len({a.key for a in at}) > 1:
            return at
        inside = [a for a in self.between(first, i) if a.relation == ""]
        for k in range(len(inside)):
            joined = self.run(inside[k:])
            if len({a.key for a in joined}) > 1:
                return joined  # «السعودية والإمارات، … تعهدتا»
        near, far = (self._last_two(self.document.sentences[max(0, sentence - back)].first_token, i) for back in (1, _BACK))
        return far if len(near) < len(far) > 1 else near

    def _last_two(self, start: int, i: int) -> list[Actor]:
        """The last two named in a token range, in its order."""
        named: dict[str | None, Actor] = {}
        before = self.between(start, i)[::-1]
        for a in [a for a in before if a.relation in ("", "aside")]:
            if len(named) < 2:
                named.setdefault(a.key, a)
        other = next((a for a in before if a.key not in named), None)  # «زيارة لإثيوبيا»
        if len(named) == 1 and other is not None:
            named[other.key] = other
        return list(named.values())[::-1]

    def theatre(self, i: int, own: set[str | None]) -> list[Actor]:
        """The state that the article is about, other than those of ``own``: where relief goes whose taker is not said."""
        if self._states is None:
            self._states = Counter(c for n in self.document.names if (c := n.country_code or n.actor_id) and not is_body(c))
        often = [(code, n) for code, n in self._states.most_common(4) if code not in own]
        if not often or often[0][1] < _OFTEN or len(often) > 1 and often[1][1] * 2 > often[0][1]:
            return []
        sentence = next(s for s in self.document.sentences if s.first_token <= i < s.last_token)
        beside = {c for n in self.document.names if sentence.start <= n.start < self.document.tokens[i].start and (c := n.country_code or n.actor_id) and not is_body(c)} - own
        if beside and often[0][0] not in beside:
            return []  # the sentence is about another state
        name = next(n for n in self.document.names if (n.country_code or n.actor_id) == often[0][0])
        return [Actor(i, i + 1, often[0][0], name.name_ar, None, "in")]

    def place_behind(self, a: int, b: int, own: set[str | None]) -> list[Actor]:
        """The state of the first place in a token range, not the giver's own: «إعادة تأهيل المستشفى في الخرطوم»."""
        tokens = self.document.tokens
        for n in self.document.names:
            if tokens[a].start < n.start < tokens[b - 1].end and n.kind == "place" and n.country_code and n.country_code not in own:
                i = self.index.token_at(n.start)
                return [Actor(i, i + 1, n.country_code, n.name_ar, None, "in")]
        return []

    def reliever(self, own: set[str | None]) -> list[Actor]:
        """The relief body that an article names alone and more than once: whose its nameless convoys are."""
        bodies = {n.actor_id: n for n in self.document.names if n.kind == "organisation" and n.actor_id and (n.actor_id in RELIEF and n.actor_id != "UN" or "للإغاثة" in n.name_ar or "الهلال الأحمر" in n.name_ar)}
        named = [a for a in bodies if a not in own]
        if len(named) != 1 or sum(n.actor_id == named[0] for n in self.document.names) < _NAMED:
            return []
        name = bodies[named[0]]
        return [Actor(i := self.index.token_at(name.start), i + 1, name.actor_id, name.name_ar, None, "")]

    def counted(self, i: int, n: int) -> list[Actor]:
        """The last ``n`` states joined before ``i``, whom «الدول الثلاث» means."""
        before = self.between(0, i)
        for k in range(len(before) - 1, -1, -1):
            joined = [a for a in before[k : k + 2 * n] if a.relation == before[k].relation]
            run = self.run(joined)
            if len({a.key for a in run}) == n:
                return run
        return []

    def _before(self, i: int, first: int) -> list[Actor]:
        found = [a for a in self.between(first, i) if a.last <= i]
        if not found or not self.open_gap(found[-1].last, i) or found[-1].relation:
            return []
        out = [found[-1]]
        for a in reversed(found[:-1]):
            if a.relation == "" and self.run([a, out[0]]) == [a, out[0]]:
                out.insert(0, a)
            else:
                break
        return out

    def _behind(self, i: int, end: int) -> list[Actor]:
        found = self.between(i + 1, end)
        if i + 1 < end and self.document.tokens[i + 1].norm in _OFFICIALS:  # an office that no table knows: «مسؤول الشؤون الإنسانية في … فلان»
            official = next((a for a in found if a.person_id and a.first <= i + _OFFICE_REACH), None)
            if official is not None:
                return [official]
        if not found or found[0].relation or not self.open_gap(i + 1, found[0].first):
            return []
        return self.run([a for a in found if a.relation == ""])

    def topic(self, i: int, first: int, sentence: int) -> list[Actor]:
        """Who the clause goes on about: the first actor of the sentence so far, else of the sentence before."""
        inside = [a for a in self.between(first, i) if a.relation == ""]
        if inside:
            return self.run(inside)
        for k in range(sentence - 1, max(-1, sentence - 3), -1):
            s = self.document.sentences[k]
            found = [a for a in self.between(s.first_token, s.last_token) if a.relation == ""]
            if found:
                return self.run(found)
        return []

    def _speaker(self, i: int) -> list[Actor]:
        at = self.document.tokens[i].start
        for s in self.document.speeches:
            if s.start <= at < s.end and s.speaker_start is not None and s.speaker_end is not None:
                a, b = self.index.token_at(s.speaker_start), self.index.token_at(s.speaker_end)
                return self.run(self.between(max(0, a - 1), b + 1))
        return []

    def genitive(self, i: int, end: int) -> list[Actor]:
        """Whose promise or gift a noun tells: «تعهد الكويت بمليون دولار», «منحة يابانية بقيمة …»."""
        found = self.between(i + 1, min(end, i + 4))
        if found and found[0].relation == "" and found[0].first == i + 1:
            return self.run(found)
        return self.adjective(i + 1, 2)

    def _same_clause(self, day: int, i: int) -> bool:
        """Whether the day belongs to what is told at ``i``: no relative clause begins before it, no other clause behind it."""
        document, norms = self.document, self.document.norms
        if day < i:
            verb = (m := document.morphs[i]) is not None and m.pos == "verb"
            return verb and not {"الذي", "التي", "الذين"} & {*norms[day:i]} or not verb and not any((m := document.morphs[k]) is not None and m.pos == "verb" for k in range(max(0, day - _BESIDE), i))
        return not any((m := document.morphs[k]) is not None and m.pos == "verb" and m.conjunction is None and norms[k - 1] in _SOURCES for k in range(i + 1, day))

    def adjective(self, start: int, reach: int) -> list[Actor]:
        """The giver that an adjective of the gift names within ``reach`` tokens: «على منحة أمريكية بقيمة …»."""
        for n in self.document.names:
            if n.kind == "nisba" and n.actor_id and n.actor_id != "LAS" and start <= (i := self.index.token_at(n.start)) < start + reach:
                return [Actor(i, i + 1, n.actor_id, n.name_ar, None, "")]
        return []

    def object_of(self, start: int, behind: list[Actor]) -> list[Actor]:
        """The object of an action noun: «تزويد كييف بصواريخ», «تدريب الجيش اللبناني»."""
        if behind and behind[0].relation == "" and behind[0].first - start <= 2 and not self.giver_of(start, behind):
            return self.run(behind)
        return []

    def rebuilt(self, start: int, end: int, own: set[str | None]) -> list[Actor]:
        """Whose land is rebuilt: «لإعادة إعمار سوريا», «إعمار الموصل»."""
        at = next((k for k in range(start, min(end, start + 12)) if stripped(self.document.norms[k]) == "اعمار"), None)
        if at is None:
            return []
        state = [a for a in self.between(at + 1, at + 3) if a.relation in ("", "in") and a.key not in own][:1]
        return state or self.place_behind(at, min(end, at + 6), own)

    def giver_of(self, start: int, behind: list[Actor]) -> list[Actor]:
        """The agent of an action noun: «تبرع السعودية بمبلغ», «دعم الإمارات لخطة …»."""
        if not behind or behind[0].relation or behind[0].first != start + 1 or behind[0].last >= len(self.document.tokens):
            return []
        noun, after = stripped(self.document.tokens[start].norm), self.document.tokens[behind[0].last].norm
        if noun in ("تبرع", "مساهمه", "تعهد", "التزام", "تقديم", "تخصيص", "هبه") or noun in ("دعم", "مساعده") and after.startswith("ل"):
            return self.run(behind)
        return []

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
