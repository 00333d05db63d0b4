"""Troops and aircraft that a state puts into a common force: «تشارك إيطاليا في قوات اليونيفيل بكتيبة من ألف جندي».

Exercises and parades take part in nothing that another is given, and are left out.
"""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Amount, Document, Sentence
from extract.events.pledges.actors.actor import Actor, is_body
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.frames import Frame
from extract.events.pledges.pledge import Pledge, rows

_TROOPS: Final = frozenset(("soldier", "personnel", "aircraft", "fighter aircraft"))
_FORCES: Final = frozenset(("قوات", "قوه", "بعثه", "تحالف", "مهمه", "عمليه"))  # what one takes part in with troops
_EXERCISES: Final = ("مناور", "تدريب", "تمرين", "عرض", "معرض", "موتمر", "احتفال", "مسيره", "معرك")  # beginnings of folded words
_REACH: Final = 16  # tokens behind the verb in which force and troops are told
_FEWEST: Final = 2


def find_troops(document: Document, clauses: Clauses, triggers: dict[int, Frame]) -> list[Pledge]:
    """Shares of troops in a force, told by the verbs of taking part among ``triggers`` or by «مشاركتها بـ…»."""
    out: list[Pledge] = []
    for number, sentence in enumerate(document.sentences):
        troops = [a for a in document.amounts if a.unit in _TROOPS and a.value >= _FEWEST and sentence.start <= a.start < sentence.end]
        for i in range(sentence.first_token, sentence.last_token) if troops else ():
            if (i in triggers and triggers[i]["act"] == "join" or stripped(document.norms[i]) in ("مشاركتها", "مشاركته")) and (found := _read(document, clauses, sentence, number, i, troops)):
                out.append(found)
                break
    return out


def _read(document: Document, clauses: Clauses, sentence: Sentence, number: int, i: int, troops: list[Amount]) -> Pledge | None:
    tokens, norms, morph = document.tokens, document.norms, document.morphs[i]
    end = min(sentence.last_token, i + _REACH)
    share = next((a for a in troops if tokens[i].end < a.start < tokens[end - 1].end), None)
    if share is None or {*norms[max(0, i - 2) : i]} & {"لم", "لن", "لا"}:
        return None
    at, last = clauses.index.token_at(share.start), clauses.index.token_at(share.end)
    end = min(sentence.last_token, last + _REACH // 2)
    force = next((j for j in range(i + 1, end) if stripped(norms[j]) in _FORCES and norms[j - 1] == "في"), None)
    with_them = any(norms[j].startswith("ب") or norms[j] == "بـ" for j in range(i + 1, at + 1))
    if force is None or not with_them or any(stripped(n).startswith(_EXERCISES) for n in norms[i + 1 : end]):
        return None
    takers = [a for a in clauses.between(force, min(force + 4, end)) if a.actor_id is None or is_body(a.actor_id)][:1]
    verb = morph is not None and morph.pos == "verb"
    givers = [a for a in (clauses.subject(i, sentence.first_token, end, number) if verb else clauses.topic(i, sentence.first_token, number)) if a.actor_id]
    givers = givers if takers else []
    if not givers or any(t.key in {g.key for g in givers} for t in takers):
        return None
    host: list[Actor] = [a for a in clauses.between(force, end) if a.relation == "in" and a.actor_id and not is_body(a.actor_id) and a.key not in {g.key for g in givers}][:1]
    stop = max([last, *(a.last for a in (*takers, *host))])
    return Pledge(
        i, min([i, *(a.first for a in givers if a.first >= sentence.first_token)]), stop, "pledged" if morph is not None and morph.future else "delivered", "military",
        document.text[tokens[at].start : share.end], None, share, rows("pledger", givers) + rows("recipient", [*takers, *host]), clauses.announced(sentence), None, None, None,
        "narrator", "troops", 0.7,
    )  # fmt: skip
