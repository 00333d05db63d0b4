"""Arguments of a trigger in Arabic word order: its subject before it (SVO), behind it (VSO) or left out, and its objects."""

from __future__ import annotations

from typing import Final

from extract.arabic.quotations import THAT
from extract.events.pledges.action import is_action
from extract.events.pledges.actors.actor import Actor
from extract.events.pledges.actors.phrases import ADVERBS, opens_aside
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.surroundings import Surroundings

_OPENERS: Final = frozenset(("كما", "فيما", "بينما", "حيث", "قد", "ان", "وقد", "عندما", "بعدما", "لكن", "فقد", "ولكن", "لقد", "ما", "بان"))
_SELF: Final = frozenset(("انه", "انها", "انهم", "انهما", "بلاده", "بلادها", "بانه", "بانها", "حكومته", "التي", "الذي", "اللتين", "اللذين", "ببلاده"))
_UNKNOWN: Final = frozenset(("المملكه", "الدوله", "البلاد", "بنوك", "البنوك", "بنك", "شركه", "شركات", "موسسه", "موسسات", "جمعيه", "منظمات", "رجل", "مجموعه", "الجمعيه", "الموسسه", "الشركه", "مسوولون", "مصادر", "الكتايب", "كتايب", "ميليشيا", "ميليشيات", "الميليشيا", "الميليشيات", "المليشيات", "الفصايل", "العشاير", "القبايل"))
_OFFICIALS: Final = frozenset(("مسوول", "مسووله", "منسق", "منسقه", "مدير", "مديره", "المتحدث", "الناطق", "مفوض", "مفوضه", "المدير", "المديره", "المنسق"))
_OFFICE_REACH: Final = 9  # tokens from the verb to the name behind such an office
_LONGEST_SUBJECT: Final = 3  # words of a subject between «أن» and its verb
_TO_ADJECTIVE: Final = 4  # tokens of a source's name behind its head
_TO_SUBJECT: Final = 14  # tokens from the verb to a subject behind a phrase of time or place
_BACK: Final = 2  # sentences before in which the two are named
_BOTH: Final = frozenset(("البلدين", "البلدان", "الجانبان", "الجانبين", "الطرفان", "الطرفين", "الوزيران", "الرييسان", "الزعيمان", "الدولتان", "الدولتين"))


class Clauses(Surroundings):
    """Look-ups over one document's actors, made once and shared by all triggers."""

    def subject(self, i: int, first: int, end: int, sentence: int) -> list[Actor]:
        """The subject of the verb at ``i``, coordinated; where it is left out, that of the clause or sentence before: «تعهدت | الكويت والرياض»."""
        document, tokens = self.document, self.document.tokens
        morph = document.morphs[i]
        joined = morph is not None and (morph.conjunction is not None or tokens[i].norm.startswith("و") and not morph.lemma.startswith("و"))  # «وافقت» opens with its root
        if morph is not None and morph.person == "1":
            return self._speaker(i)  # «سنفتح» without a known speaker is nobody's promise
        if i > first and tokens[i - 1].norm in ("الذي", "التي") and i + 1 < end and tokens[i + 1].norm in ("عليه", "عليها"):
            return self._behind(i, end)  # «القرض الذي وافق عليه الصندوق»
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
        said = next((k for k in range(i - 1, max(first, i - 4), -1) if self.document.norms[k] in THAT), None)
        return self._before(said, first) if said is not None else []

    def _is_unknown(self, i: int, first: int) -> bool:
        """Whether what no table knows stands between «أن» and the verb: «أن خطة السداد قد خصصت …»."""
        norms, k = self.document.norms, i - 1
        k -= norms[k] == "قد"
        words: list[str] = []
        while k >= first and len(words) < _LONGEST_SUBJECT and norms[k] not in ("ان", "بان") and self.document.tokens[k].kind == "word":
            words.append(norms[k])
            k -= 1
        return k >= first and norms[k] in ("ان", "بان") and bool(words) and not words[-1].startswith(("ال", "و", "بلاد", "حكوم")) and words[-1] not in ADVERBS

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

    def agent(self, i: int, end: int) -> list[Actor]:
        """By whom a passive is done: «من قبل الحكومة اليابانية», «من جانب الاتحاد الأوروبي»."""
        behind = self.between(i + 1, end)
        at = next((k for k, a in enumerate(behind) if self.is_agent(a)), None)
        return self.joined(behind[at]._replace(relation="from"), behind[at + 1 :]) if at is not None else []

    def is_agent(self, a: Actor) -> bool:
        """Whether the phrase tells by whom something is done: «من قبل | السعودية», «من | جانب فرنسا»."""
        norms = self.document.norms
        return norms[a.first - 1] in ("قبل", "جانب") and norms[a.first - 2] == "من" or norms[a.first] == "جانب" and norms[a.first - 1] == "من"

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
            return self._behind_aside(i, end)
        return self.run([a for a in found if a.relation == ""])

    def _behind_aside(self, i: int, end: int) -> list[Actor]:
        """The subject behind a phrase that tells when or where, with what the verb governs at once behind it: «وتعهدت خلال المؤتمر | الكويت | بتقديم …»."""
        k = i + 1 + (i + 1 < end and self.document.tokens[i + 1].text in "،,")
        if not opens_aside(self.document, k):
            return []
        verb = next((j for j in range(k, end) if (m := self.document.morphs[j]) is not None and m.pos == "verb"), end)
        for a in self.between(k, min(verb, i + _TO_SUBJECT)):
            run = self.run([x for x in self.between(a.first, end) if x.relation == ""]) if a.relation == "" else []
            if run and self._governs_at(run[-1].last):
                return run
        return []

    def _governs_at(self, j: int) -> bool:
        """Whether what a verb of promising governs begins at ``j``: «بتقديم», «عن», «أنها»."""
        norms = self.document.norms
        return j < len(norms) and (norms[j] in THAT or norms[j] == "عن" or is_action(norms[j]) and not norms[j].startswith(("ال", "لل")))

    def topic(self, i: int, first: int, sentence: int) -> list[Actor]:
        """Who the clause goes on about: the first actor of the sentence so far, else of the sentence before: «قالت فرنسا إنها … وستقدم»."""
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

    def adjective(self, start: int, reach: int) -> list[Actor]:
        """The giver that an adjective of the gift names within ``reach`` tokens: «على منحة أمريكية بقيمة …»."""
        for n in self.document.names:
            if n.kind == "nisba" and n.actor_id and n.actor_id != "LAS" and start <= (i := self.index.token_at(n.start)) < start + reach:
                return [Actor(i, i + 1, n.actor_id, n.name_ar, None, "")]
        return []

    def unknown_source(self, start: int, end: int) -> list[Actor]:
        """The state or union whose adjective a source behind a sum bears that no table knows: «قرض بقيمة مليون دولار من | آلية الاستقرار المالي الأوروبية»."""
        tokens, norms = self.document.tokens, self.document.norms
        money = next((a.end for a in self.document.amounts if a.kind == "money" and a.start >= tokens[start].start), None)
        source = next((j for j in range(start, end - 1) if money is not None and tokens[j].start >= money and norms[j] == "من"), None)
        return self.adjective(source + 2, _TO_ADJECTIVE) if source is not None else []

    def object_of(self, start: int, behind: list[Actor]) -> list[Actor]:
        """The object of an action noun: «تزويد كييف بصواريخ», «تدريب الجيش اللبناني»."""
        if behind and behind[0].relation == "" and behind[0].first - start <= 2 and not self.giver_of(start, behind):
            return self.run(behind)
        return []

    def giver_of(self, start: int, behind: list[Actor]) -> list[Actor]:
        """The agent of an action noun: «تبرع السعودية بمبلغ», «دعم الإمارات لخطة …»."""
        if not behind or behind[0].relation or behind[0].first != start + 1 or behind[0].last >= len(self.document.tokens):
            return []
        noun, after = stripped(self.document.tokens[start].norm), self.document.tokens[behind[0].last].norm
        if noun in ("تبرع", "مساهمه", "تعهد", "التزام", "تقديم", "تخصيص", "هبه") or noun in ("دعم", "مساعده") and after.startswith("ل"):
            return self.run(behind)
        return []
