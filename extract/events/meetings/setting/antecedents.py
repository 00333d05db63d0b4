"""The place of an event that stands before its relative clause, or beside its day."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import token_at
from extract.arabic.types import Document, Name, TimeExpression
from extract.events.arguments import Index
from extract.events.meetings.setting.scope import EVENTS, OTHER_TIMES
from extract.events.meetings.triggers import Trigger

_WHERE_REACH: Final = 5  # tokens from حيث to أن: «حيث من المقرر أن»
_BRACKET: Final = 5  # tokens of what a bracket says of a place
_THEREIN_REACH: Final = 3  # tokens from the verb to «فيها», and from a name with its adjectives to the pronoun
_BESIDE_TIME: Final = 30  # characters between a day and the name of a place beside it
_BEFORE_NAME: Final = frozenset(("في", "مدينه", "العاصمه", "بمدينه", "بالعاصمه"))


def before_where(document: Document, trigger: Trigger) -> Name | None:
    """«الرياض، حيث تنعقد القمة», «تورونتو، حيث من المقرر أن يعقد اجتماع»: the place that حيث goes with, or «التي … فيها»."""
    tokens, left = document.tokens, _where(document, trigger)
    if left is None or left <= trigger.first + 1 or document.norms[trigger.token - 1] in OTHER_TIMES:
        return _before_therein(document, trigger)
    if trigger.noun and trigger.carrier is None and any((m := document.morphs[j]) is not None and m.pos == "noun" and m.lemma in EVENTS for j in range(left, trigger.token - 1)):
        return None  # «الرياض، حيث يجري محادثات … تحضيرا لقمة»
    at = left - 3 if tokens[left - 2].text in "،," and left - 3 >= trigger.first else left - 2
    if (day := next((t for t in document.times if t.end == tokens[at].end), None)) is not None:
        at = max(trigger.first, token_at(document, day.start) - 1)  # «إلى موسكو | أمس | حيث التقى»
    end = tokens[_before_bracket(document, at, trigger.first)].end
    return next((n for n in document.names if n.end == end and n.kind in ("place", "state")), None)


def _before_bracket(document: Document, at: int, first: int) -> int:
    """The token before a bracket that closes at ``at``, else ``at``: «مأرب | (شرق)، حيث التقى …»."""
    if document.tokens[at].text != ")":
        return at
    return next((j - 1 for j in range(at - 1, max(first, at - _BRACKET), -1) if document.tokens[j].text == "("), at)


def _where(document: Document, trigger: Trigger) -> int | None:
    """The token behind the حيث that opens the clause of the event, at once or by «من المقرر أن», «يتوقع أن»."""
    norms, left = document.norms, trigger.left
    if norms[left - 1] == "حيث":
        return left
    if norms[left - 1] != "ان":
        return None
    return next((j + 1 for j in range(left - 2, max(trigger.first, left - _WHERE_REACH), -1) if norms[j] == "حيث"), None)


def _before_therein(document: Document, trigger: Trigger) -> Name | None:
    """«قرية بانمونغوم الحدودية التي التقيا فيها»: the place of whose relative clause the event's verb is, with «فيها» behind it."""
    norms, i = document.norms, trigger.carrier if trigger.carrier is not None and trigger.noun else trigger.token
    if i <= trigger.first or norms[i - 1] not in ("التي", "الذي") or not any(w in ("فيها", "فيه") for w in norms[i + 1 : min(i + _THEREIN_REACH, trigger.last)]):
        return None
    ends = [document.tokens[j].end for j in range(i - 2, max(trigger.first, i - 2 - _THEREIN_REACH), -1)]
    return next((n for n in document.names if n.end in ends and n.kind in ("place", "state")), None)


def beside_time(document: Document, index: Index, time: TimeExpression | None) -> Name | None:
    """The place that stands right behind the day of an event, or right before it: «وقعا اتفاقية لإقامة منطقة حرة في 6 مايو | في عمان»."""
    if time is None:
        return None
    behind = index.token_at(time.end)
    for name in index.places(time.start - _BESIDE_TIME, time.end + _BESIDE_TIME):
        opening = index.token_at(name.start - len(name.clitics))
        while opening > 0 and document.norms[opening - 1] in _BEFORE_NAME:
            opening -= 1
        if opening == behind and (name.clitics == "ب" or document.norms[opening] in ("في", "بمدينه", "بالعاصمه")):
            return name
    return None
