"""The two whom a dual means: «التقى الرئيسان», «آخر مرة اجتمع فيها الزعيمان»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.arguments import Index, Party
from extract.events.meetings.event import LEADERS
from extract.events.meetings.triggers import Trigger

TWO_PERSONS: Final = frozenset(("المسوولان", "الوزيران", "الرييسان", "الزعيمان", "الرجلان", "المبعوثان", "الاثنان", "القايدان", "الدبلوماسيان"))
_OF_TWO: Final = {"لل" + word[2:-2] + "ين": word for word in ("المسوولان", "الوزيران", "الرييسان", "الزعيمان", "الرجلان", "المبعوثان")}
_ADVERBS, _ADVERB_REACH = frozenset(("فيها", "فيه", "خلالها", "خلاله", "حينها", "مجددا", "ايضا", "سابقا", "لاحقا", "للمره")), 4  # between a verb and its subject


def dual_behind(document: Document, trigger: Trigger) -> int | None:
    """The token of the two who are a verb's subject, behind it or behind what says when: «التقى الرئيسان», «آخر مرة التقى فيها | الرئيسان», «التقى للمرة الأولى | الزعيمان»."""
    norms, j = document.norms, trigger.token + 1
    while j < trigger.last and j <= trigger.token + _ADVERB_REACH and (norms[j] in _ADVERBS or norms[j - 1] == "للمره" or any(t.start <= document.tokens[j].start < t.end for t in document.times)):
        j += 1
    return j if j < trigger.last and norms[j] in TWO_PERSONS else None


def other_of_two(document: Document, index: Index, trigger: Trigger, one: Party) -> list[Party]:
    """Who is meant beside the subject of an inner clause by a suffix of two: «أعلن | الرئيس فلان | أن المستشار أبدى خلال لقائهما …»; [] where the sentence names several before the clause."""
    if not (trigger.morph.enclitic or "").startswith("3d") or trigger.left <= trigger.first:
        return []
    before = index.parties(document.tokens[trigger.first].start, document.tokens[trigger.left].start, states=False)
    named = {p.key(): p for p in before if p.person is not None and p.person.kind == "person" and p.key() != one.key() and p.actor_id != one.actor_id}
    return [p.told_by("dual") for p in named.values()] if len(named) == 1 else []


def two_having(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """Whose event it is that a dual behind «لـ» has: «ستكون | للرئيسين | لقاءات مع …»."""
    word = document.norms[trigger.token - 1].removeprefix("و") if trigger.noun and trigger.token > trigger.first else ""
    return _latest_two(document, index, trigger.token - 1, _OF_TWO[word]) if word in _OF_TWO else []


def two_told(document: Document, index: Index, verb: int) -> list[Party]:
    """Whom a dual before or behind the verb means: the two of different sides who were named last, of that office: «والتقى الرئيسان»."""
    return _latest_two(document, index, verb, document.tokens[verb + 1].norm if verb + 1 < len(document.tokens) else "")


def _latest_two(document: Document, index: Index, verb: int, word: str) -> list[Party]:
    """The two of different sides who were named last before token ``verb``, of the office of the dual ``word``."""
    told = [p for p in index.persons if p.end <= document.tokens[verb].start and p.kind == "person"]
    nisba = next((n for n in document.names if n.kind == "nisba" and verb + 2 < len(document.tokens) and n.start == document.tokens[verb + 2].start), None)
    if nisba is not None and nisba.actor_id:  # «المسؤولان الأمريكيان»
        own = {p.chain: p for p in told if p.actor_id == nisba.actor_id}
        latest_two = sorted(own.values(), key=lambda p: p.start)[-2:]
        return [Party(p.start, p.end, p, None, via="dual") for p in latest_two] if len(latest_two) == 2 else []
    fitting = [p for p in told if _holds(p.role, word)]
    for people in (fitting, told):
        latest = {p.actor_id or p.actor_name_ar or p.name_ar: p for p in people}
        by_mention = sorted(latest.values(), key=lambda p: p.start)[-2:]
        if len(by_mention) == 2:
            return [Party(p.start, p.end, p, None, via="dual") for p in by_mention]
    return []


def _holds(role: str | None, dual: str) -> bool:
    """Whether an office is that of a dual: a president of «الرئيسان» and «الزعيمان», a minister of «الوزيران»."""
    if dual in ("الرييسان", "الزعيمان"):
        return role in LEADERS
    return dual != "الوزيران" or "minister" in (role or "")
