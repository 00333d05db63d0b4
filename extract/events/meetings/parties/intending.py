"""Who means to meet where the meeting is the object of his intending: «يعتزم وزيرا خارجية البلدين الاجتماع في الخرطوم», «إن خبراء من الوكالة ينوون اللقاء غدا»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.arguments import Index, Party
from extract.events.meetings.triggers import Trigger

_INTENDING: Final = frozenset(("اعتزم", "نوى", "أراد", "قرر"))
_MASDARS: Final = frozenset(("اجتماع", "لقاء"))  # definite, and yet what is to be done
_SUBJECT_REACH: Final = 16  # tokens from the verb to the meeting, with its subject between


def who_intends(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """The subject of a verb of intending whose object the event is: «يعتزم | الوزيران المصري والسوداني | الاجتماع في …»; [] where anything but its subject and when stands between."""
    i, tokens = trigger.token, document.tokens
    if not trigger.morph.definite or trigger.morph.enclitic or trigger.morph.preposition or trigger.morph.lemma not in _MASDARS or trigger.carrier is not None:
        return []
    for j in range(i - 1, max(trigger.left - 1, i - _SUBJECT_REACH), -1):
        morph, at = document.morphs[j], tokens[j].start
        if index.in_person(at) or any(t.start <= at < t.end for t in document.times):
            continue
        if morph is None or morph.pos != "verb" or morph.lemma not in _INTENDING:
            return []
        return index.parties(tokens[trigger.left].start, tokens[i].start, states=False)
    return []
