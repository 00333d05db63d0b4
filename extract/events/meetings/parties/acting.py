"""Which states and bodies act in the clause of an event, and are not only acted upon: «اتفقت | مصر والأردن | خلال اجتماع»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.arguments import Index, Party, is_listed
from extract.events.clauses.words import THAT
from extract.events.meetings.triggers import Trigger

_BESIDE: Final = 4  # tokens from an event with its adjectives to its بين


def acting_names(document: Document, index: Index, trigger: Trigger, before: list[Party]) -> list[Party]:
    """The states and bodies that are no complement of the clause before the event: «اتفقت | مصر والأردن | خلال اجتماع»; not «يضغط المانحون على | لبنان | أثناء مؤتمر»."""
    out: list[Party] = []
    mutual = "بين" in document.norms[trigger.token + 1 : min(trigger.token + _BESIDE, trigger.last)]  # «العلاقات بين X وY في القمة المرتقبة | بين الجانبين»
    for p in before:
        if p.name is not None and p.name.kind != "nisba" and (mutual or _is_acting(document, index, trigger, p.start, p.name.clitics) or out and p.name.clitics == "و" and is_listed(document, out[-1], p)):
            out.append(p)
    return out


def _is_acting(document: Document, index: Index, trigger: Trigger, start: int, clitics: str) -> bool:
    """Whether a name opens the clause or is the subject of a verb, alone or as the genitive of its subject: «أعلنت | مصر |», «أكدت حكومة | مصر |», «أكدت كل من | مصر |»."""
    k = index.token_at(start - len(clitics))
    if k <= trigger.left + 1 or document.tokens[k - 1].kind == "punctuation":
        return clitics in ("", "و")
    if clitics:
        return False
    before, ahead = document.morphs[k - 1], document.morphs[k - 2]
    if before is not None and before.pos == "noun" and ahead is not None and ahead.pos == "verb":
        return True
    return before is None or before.pos == "verb" or document.norms[k - 2] == "كل" or document.norms[k - 1] in THAT
