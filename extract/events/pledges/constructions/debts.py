"""Debts that a creditor forgives: «أسقطت الصين مليار دولار من الديون المستحقة على السودان، وملياري دولار من الديون المستحقة على تشاد»."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import sentence_at
from extract.arabic.types import Amount, Document, Sentence
from extract.events.pledges.actors.actor import Actor
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.content.wording import tidy
from extract.events.pledges.pledge import Pledge, rows

_FORGIVING: Final = frozenset(("أسقط", "ألغى", "شطب", "تنازل"))
_DECLARING: Final = frozenset(("أعلن", "قرر", "تعهد", "وافق", "وعد", "اتفق"))
_RELIEVING: Final = frozenset(("خفض", "خفف", "شطب", "ألغى", "أسقط"))
_FORGIVENESS: Final = frozenset(("شطب", "الغاء", "اسقاط", "اعفاء", "مسح", "جدوله"))
_CUTS: Final = frozenset(("خفض", "تخفيف", "تخفيض"))
_TO_FORGIVENESS: Final = 10  # tokens from who declares to the forgiveness
_DEBTS: Final = frozenset(("ديون", "ديونا", "دين", "ديونه", "ديونها", "مديونيه"))
_NOT_SO: Final = frozenset(("لم", "لن", "لا", "ان", "لو"))
_REACH: Final = 40  # tokens behind the verb in which debts are told, a relative clause between
_TO_DEBT, _TO_DEBTOR = 4, 5  # tokens from the sum to its debt, and from there to the debtor


def find_debts(document: Document, clauses: Clauses) -> list[Pledge]:
    """Debts forgiven by a verb, each with its sum and its debtor: «أسقطت الصين مليار دولار من ديون السودان»."""
    out: list[Pledge] = []
    for i in document.verbs:
        morph, norms = document.morphs[i], document.norms
        if morph is not None and (asked := _asked(document, i)) is not None:
            out += _read(document, clauses, sentence_at(document, i), asked, "called_for")
        if morph is None or not (morph.aspect == "p" or morph.future) or _NOT_SO & {*norms[max(0, i - 1) : i]}:
            continue
        if morph.lemma in _FORGIVING:
            out += _read(document, clauses, sentence_at(document, i), i, "pledged" if morph.future else "delivered")
        elif morph.lemma in _DECLARING and any(stripped(n) in _FORGIVENESS for n in norms[i + 1 : i + _TO_FORGIVENESS]):  # «أعلنت روسيا شطب ديون مستحقة على الصومال»
            out += _read(document, clauses, sentence_at(document, i), i, "pledged")
    return out


def _asked(document: Document, i: int) -> int | None:
    """The verb whose subject is to forgive: «وأن يخفض الأوروبيون ديون اليونان»."""
    morph, before = document.morphs[i], document.norms[i - 1] if i else ""
    declares = morph is not None and morph.lemma in _DECLARING and any(stripped(n) in _FORGIVENESS | _CUTS for n in document.norms[i + 1 : i + _TO_FORGIVENESS])  # «إلى أن يعلن الأوروبيون التزاما بخفض ديون أثينا»
    relieves = morph is not None and morph.aspect == "i" and (morph.lemma in _RELIEVING or declares)
    return i if relieves and before in ("ان", "وان", "بان") else None


def _read(document: Document, clauses: Clauses, number: int, i: int, status: str) -> list[Pledge]:
    sentence = document.sentences[number]
    end = min(sentence.last_token, i + _REACH)
    debts = [j for j in range(i + 1, end) if stripped(document.norms[j]) in _DEBTS]
    givers = [a for a in clauses.subject(i, sentence.first_token, end, number) if a.actor_id or status == "called_for" and a.first > i] if debts else []
    found = [_debt(document, clauses, sentence, i, j, end, givers, status) for j in debts] if givers else []
    return [p for p in found if p is not None]


def _debt(document: Document, clauses: Clauses, sentence: Sentence, i: int, debt: int, end: int, givers: list[Actor], status: str) -> Pledge | None:
    """The debt at ``debt`` with the sum just before or behind it and whose it is: «ديون السودان», «الديون المستحقة على السودان»."""
    own = {a.key for a in givers}
    near = [a for a in clauses.between(debt + 1, min(debt + 1 + _TO_DEBTOR, end)) if a.key not in own]
    debtor = [a for a in near if document.norms[a.first - 1] in ("علي", "عن") or a.first == debt + 1][:1]
    spared = next((j for j in range(debt - 1, i, -1) if stripped(document.norms[j]) == "اعفاء"), None)
    debtor = debtor or ([a for a in clauses.between(spared + 1, spared + 2) if a.key not in own] if spared is not None else [])  # «إعفاء السودان من ديونه»
    if not debtor:
        return None
    money = _sum(document, clauses, i, debt, debtor[0].last, end)
    first = clauses.index.token_at(money.start) if money is not None else debt
    first, last = min(first, debt), max(debtor[0].last, clauses.index.token_at(money.end) if money is not None else 0)
    return Pledge(
        debt, first, last, status, "financial", tidy(document.text[document.tokens[first].start : document.tokens[last - 1].end]), money, None,
        rows("pledger", givers) + rows("recipient", debtor), clauses.announced(sentence, i), None, None, next((a.person_id for a in givers if a.person_id), None), "narrator", "debt", 0.7,
    )  # fmt: skip


def _sum(document: Document, clauses: Clauses, i: int, debt: int, behind: int, end: int) -> Amount | None:
    """The sum that is of the debt: «ملياري دولار من الديون», «ديون السودان البالغة ملياري دولار»."""
    sums = [a for a in document.amounts if a.kind == "money" and document.tokens[i].start < a.start < document.tokens[end - 1].end]
    before = [a for a in sums if 0 <= debt - clauses.index.token_at(a.end) <= _TO_DEBT]
    after = [a for a in sums if 0 <= clauses.index.token_at(a.start) - behind <= _TO_DEBT]
    return before[-1] if before else after[0] if after else None
