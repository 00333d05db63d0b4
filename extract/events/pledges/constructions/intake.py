"""People whom a state undertakes to take in, house or heal: «وافقت كندا على استقبال ألف لاجئ», «تعهد الملك باستضافة حجاج من غامبيا», «ستستقبل البرتغال 300 مهاجر»."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import sentence_at
from extract.arabic.types import Document, Sentence
from extract.events.pledges.actors.actor import Actor
from extract.events.pledges.actors.proclitics import stripped, written_forms
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.content.extent import end_of
from extract.events.pledges.content.items import Items
from extract.events.pledges.content.wording import tidy
from extract.events.pledges.denials import is_denied
from extract.events.pledges.frames import Frame
from extract.events.pledges.pledge import Pledge, rows

_TAKING_IN: Final = frozenset(("استقبال", "استضافه", "استقدام", "ايواء", "توطين", "علاج", "معالجه"))
_FORMS: Final = written_forms(_TAKING_IN)
_VERBS: Final = frozenset(("استقبل", "استضاف"))
_REFUGEES: Final = frozenset(("لاجي", "لاجيا", "لاجيين", "مهاجر", "مهاجرا", "مهاجرين", "نازح", "نازحا", "نازحين"))
_COUNTED: Final = frozenset(("شخص", "شخصا", "اشخاص"))  # «2500 شخص» in a sentence about refugees
_NOT_PERSONS: Final = frozenset(("مواطن", "مواطنا", "مواطنين", "اشقاء", "اخوه"))  # of whom states receive envoys
_PLACES: Final = ("مركز", "مراكز", "مخيم", "سفين", "قارب", "قوارب", "طاير", "موتمر", "قمه", "اجتماع", "وفد", "لقاء", "جلسه", "محادثات", "مفاوضات")  # beginnings of what is received or hosted else
_GOVERNING: Final = frozenset(("commissive", "declarative", "ready", "agree", "deed", "refuse"))
_TO_NOUN: Final = 10  # tokens from the governing word to the noun, its subject between
_TO_PERSONS: Final = 5  # tokens from taking in to whom: «أكثر من ألف»
_BEHIND: Final = 4  # tokens behind the persons in which their adjective or land stands


def find_intakes(document: Document, clauses: Clauses, triggers: dict[int, Frame], items: Items) -> list[Pledge]:
    """Undertakings to take people in, by the frames among ``triggers`` or by a verb in the future: «تعهدت قطر بعلاج الجرحى السودانيين»."""
    out: list[Pledge] = []
    for i, norm in enumerate(document.norms):
        if norm in _FORMS:
            found = _governed(document, clauses, triggers, items, document.sentences[number := sentence_at(document, i)], number, i)
            if found is not None:
                out.append(found)
    for i in document.verbs:
        morph = document.morphs[i]
        if morph is not None and morph.lemma in _VERBS and morph.future and morph.voice == "a":
            number = sentence_at(document, i)
            sentence = document.sentences[number]
            end = end_of(document, i, sentence.last_token)
            hosts = clauses.subject(i, sentence.first_token, end, number)
            pledge = _pledge(document, clauses, items, sentence, hosts, i, max((a.last for a in hosts if a.first > i), default=i + 1), end, "pledged")
            if pledge is not None and document.norms[i - 1] not in ("لن", "لم", "لا"):
                out.append(pledge)
    return out


def _governed(document: Document, clauses: Clauses, triggers: dict[int, Frame], items: Items, sentence: Sentence, number: int, i: int) -> Pledge | None:
    governing = next((j for j in range(i - 1, max(sentence.first_token, i - _TO_NOUN) - 1, -1) if j in triggers or (m := document.morphs[j]) is not None and m.pos == "verb"), None)
    frame = triggers.get(governing) if governing is not None else None
    if governing is None or frame is None or frame["act"] not in _GOVERNING or document.norms[governing - 1] in ("لن", "لم", "لا") or is_denied(document, governing, sentence.first_token):
        return None
    morph, end = document.morphs[governing], end_of(document, i, sentence.last_token)
    genitive = clauses.genitive(governing, end) if frame["pos"] == "form" else []
    hosts = genitive or (clauses.subject(governing, sentence.first_token, end, number) if frame["pos"] == "verb" else clauses.topic(governing, sentence.first_token, number))
    if morph is not None and morph.pos == "verb" and morph.aspect == "i" and frame["act"] in ("declarative", "agree") and not morph.future:
        return None  # «أن توافق على استقبال …»
    return _pledge(document, clauses, items, sentence, hosts, governing, i + 1, end, "refused" if frame["status"] == "refused" else "pledged", noun=i)


def _pledge(document: Document, clauses: Clauses, items: Items, sentence: Sentence, hosts: list[Actor], trigger: int, begin: int, end: int, status: str, *, noun: int | None = None) -> Pledge | None:
    """The undertaking of ``hosts`` to take in whom the tokens from ``begin`` name; None where they name no persons."""
    norms, tokens = document.norms, document.tokens
    hosts = [a for a in hosts if a.actor_id]
    refugees_told = bool(_REFUGEES & {stripped(n) for n in norms[sentence.first_token : sentence.last_token]})
    persons = next((j for j in range(begin, min(end, begin + _TO_PERSONS)) if _is_person(items, norms[j]) or refugees_told and norms[j] in _COUNTED), None)
    if not hosts or persons is None or any(stripped(n).startswith(_PLACES) for n in norms[begin:persons]) or any((m := document.morphs[j]) is not None and m.pos == "verb" for j in range(begin, persons)):
        return None
    own = {a.key for a in hosts}
    last = min(end, persons + _BEHIND)
    whose = [a for a in clauses.adjective(persons, _BEHIND) if a.key not in own] or [a for a in clauses.between(persons + 1, last) if a.relation in ("from", "in") and a.actor_id and a.key not in own][:1]
    refugees = stripped(norms[persons]) in _REFUGEES or norms[persons] in _COUNTED
    counted = next((a for a in document.amounts if a.kind == "quantity" and tokens[begin].start <= a.start < tokens[persons].end), None)
    definite = norms[persons].startswith("ال") and counted is None
    if not whose and (not refugees or definite):
        return None  # one's own sick, refugees at large
    stop = max([persons + 1, *(a.last for a in whose)])
    first = noun if noun is not None else begin
    return Pledge(
        trigger, min([trigger, *(a.first for a in hosts if sentence.first_token <= a.first)]), stop, status, "humanitarian",
        tidy(document.text[tokens[first].start : tokens[stop - 1].end]), None, counted, rows("pledger", hosts) + rows("recipient", whose[:1]), clauses.announced(sentence, trigger),
        clauses.due(begin, end) if status == "pledged" else None, None, next((a.person_id for a in hosts if a.person_id), None), "narrator", "intake", 0.65,
    )  # fmt: skip


def _is_person(items: Items, norm: str) -> bool:
    """Whether a folded word names people in need: «لاجئا», «والجرحى»."""
    word = stripped(norm)
    return word in _REFUGEES or word in items.persons and word not in _NOT_PERSONS
