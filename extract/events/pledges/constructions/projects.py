"""Aid projects that a donor launches or carries out abroad: «أطلق مركز الملك سلمان للإغاثة مشروعا لنزع الألغام في اليمن», «نفذت الإمارات مشاريع بقيمة 48 مليون دولار في اليمن»."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import sentence_at
from extract.arabic.types import Document
from extract.events.pledges import guards
from extract.events.pledges.actors.actor import Actor
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.content.description import kind_by_words
from extract.events.pledges.pledge import Pledge, rows

_LAUNCHING: Final = frozenset(("أطلق", "دشن", "نفذ", "قدم", "افتتح", "بنى", "شيد", "أنشأ", "أقام"))
_PROJECTS: Final = frozenset(("مشروع", "مشروعا", "مشاريع", "مشروعات", "برنامج", "برنامجا", "برامج", "حمله", "مستشفي", "مخيم", "مخيما", "عياده", "عيادات", "مدرسه", "مدارس", "مستشفيات", "محطه", "محطات", "ميناء", "طريقا", "قريه", "انزال", "انزالا"))
_FOR_ALL: Final = frozenset(("مستشفي", "مستشفيات", "مدرسه", "مدارس", "عياده", "عيادات", "مخيم", "مخيما"))  # gifts where no sum is told
_RELIEF: Final = ("مساعد", "اغاث", "انساني", "ايواء", "الغام", "غذاي", "نازح", "لاجي", "متضرر", "تطعيم")  # beginnings of folded words
_TO_OBJECT, _BEHIND = 3, 20  # tokens from the subject to the project, and from there to its purpose and place


def find_projects(document: Document, clauses: Clauses) -> list[Pledge]:
    """Projects of a state or a relief body for another state, where they are for relief or their sum is told: «أطلق مركز الملك سلمان مشروعا لنزع الألغام في اليمن»."""
    out: list[Pledge] = []
    for i in document.verbs:
        morph = document.morphs[i]
        if morph is not None and morph.lemma in _LAUNCHING and (morph.aspect == "p" or morph.future) and not {*document.norms[max(0, i - 2) : i]} & {"لم", "لن", "لا"}:
            found = _read(document, clauses, sentence_at(document, i), i)
            if found is not None:
                out.append(found)
    return out


def _read(document: Document, clauses: Clauses, number: int, i: int) -> Pledge | None:
    sentence, norms, morph = document.sentences[number], document.norms, document.morphs[i]
    end = clauses.end_behind(i, sentence, 2 * _BEHIND)
    givers = [a for a in clauses.subject(i, sentence.first_token, end, number) if a.actor_id][:2]
    behind = max((a.last for a in givers if a.first > i), default=i + 1)
    project = next((j for j in range(behind, min(end, behind + _TO_OBJECT + 4)) if stripped(norms[j]) in _PROJECTS), None)
    if not givers or project is None or _strange(document, clauses, behind, project) > _TO_OBJECT or guards.is_business({*norms[sentence.first_token : sentence.last_token]}):
        return None
    stop = min(end, project + _BEHIND)
    money = next((a for a in document.amounts if a.kind == "money" and document.tokens[project].end < a.start < document.tokens[stop - 1].end), None)
    relief = stripped(norms[project]) in _FOR_ALL or any(stripped(n).startswith(_RELIEF) for n in norms[project : min(stop, project + 6)])
    taker = _place(clauses, project, stop, {a.key for a in givers})
    beside = any(a.first > i or clauses.open_gap(a.last, i) for a in givers)
    if taker is None or not beside or not relief and money is None or guards.is_trade(document, i, money):
        return None
    last = max([project + 1, taker.last, *([clauses.index.token_at(money.end)] if money is not None else [])])
    left = min([i, *(a.first for a in givers if a.first >= sentence.first_token)])
    return Pledge(
        i, left, last, "pledged" if morph is not None and morph.future else "delivered", "humanitarian" if relief else _kind(document, left, last),
        document.text[document.tokens[project].start : document.tokens[last - 1].end], money, None, rows("pledger", givers) + rows("recipient", [taker]), clauses.announced(sentence),
        None, None, next((a.person_id for a in givers if a.person_id), None), "narrator", "project", 0.65,
    )  # fmt: skip


def _strange(document: Document, clauses: Clauses, a: int, b: int) -> int:
    """Words between that are neither actors nor times."""
    covered = {k for x in clauses.between(a, b) for k in range(x.first, x.last)}
    return sum(document.tokens[k].kind == "word" and k not in clauses.timed and k not in covered for k in range(a, b))


def _place(clauses: Clauses, a: int, b: int, own: set[str | None]) -> Actor | None:
    """The state abroad in which the project is, or for which: «في اليمن», «لليمن»."""
    named = [x for x in clauses.between(a, b) if x.relation in ("in", "to") and x.key not in own and x.actor_id]
    return named[0] if named else next(iter(clauses.place_behind(a, b, own)), None)


def _kind(document: Document, first: int, last: int) -> str:
    kind = kind_by_words(document, first, last)
    return "cooperation" if kind == "financial" else kind
