"""Gifts told by a clause behind what was given: «50 طنا من المعدات الطبية قدمتها فرنسا», «100 مليون دولار تعهدت بها الكويت».

The verb of giving or promising resumes a sum or a quantity told before it in the sentence by a pronoun; its subject stands
behind it.
"""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import sentence_at
from extract.arabic.types import Amount, Document, Sentence
from extract.events.pledges import guards
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.content import description as content
from extract.events.pledges.content.items import Items
from extract.events.pledges.content.measures import MEASURING
from extract.events.pledges.content.wording import phrase_from, tidy
from extract.events.pledges.frames import Frame
from extract.events.pledges.pledge import Pledge, rows

_GIVING: Final = frozenset(("give", "commissive", "allocate"))
_RESUMED: Final = frozenset(("3fs", "3ms", "3fp", "3mp"))
_RESUMING: Final = frozenset(("بها", "به", "بهم"))
_PRONOUNS: Final = frozenset(("التي", "الذي"))
_NO_GIFTS: Final = frozenset(("barrel", "megawatt", "refugee"))
_GRANTING: Final = frozenset(("منح", "قدم", "خصص"))  # of a sum, told in the present: «تمويل بقيمة مليون دولار يمنحه الصندوق للأردن»
_LOADS: Final = frozenset(("شحنه", "شحنات", "دفعه", "دفعات", "كميه", "كميات"))
_OF_LOAD: Final = 3  # tokens from a load to «من», and from there to the goods
_NEAR: Final = 5  # tokens between goods without a measure and the verb
_FAR: Final = 9  # where a relative pronoun joins them: «المساعدات الإنسانية للأشقاء اليمنيين التي قدمتها المملكة»
_TO_TOTAL: Final = 20  # tokens from the verb to how much was given in all
_REACH: Final = 14  # tokens between what was given and the verb
_CUT: Final = frozenset(("منذ", "بينما", "فيما", "لكن", "حيث"))


def find_relatives(document: Document, clauses: Clauses, triggers: dict[int, Frame], items: Items, told: list[Pledge]) -> list[Pledge]:
    """Pledges of the sums, quantities and goods that ``told`` does not hold and that a verb behind them resumes: «100 مليون دولار تعهدت بها الكويت»."""
    out: list[Pledge] = []
    for i, frame in triggers.items():
        if frame["pos"] != "verb" or frame["act"] not in _GIVING or frame["lemma"] == "نقل" or not _resumes(document, i):  # «حسب بيان نقلته الوكالة»
            continue
        number = sentence_at(document, i)
        sentence = document.sentences[number]
        if guards.is_business({*document.norms[sentence.first_token : sentence.last_token]}):
            continue
        pledge = _read(document, clauses, sentence, number, frame, i) or _of_goods(document, clauses, items, sentence, frame, i)
        if pledge is not None and not any(p.amount is not None and p.amount == pledge.amount or p.first < pledge.last and pledge.first < p.last for p in [*told, *out]):
            out.append(pledge)
    return out


def _resumes(document: Document, i: int) -> bool:
    """Whether the verb at ``i`` has for its object what was told before it: «قدمتها», «وعدت بها»."""
    morph = document.morphs[i]
    following = document.tokens[i + 1].norm if i + 1 < len(document.tokens) else ""
    habitual = _is_habitual(document, i) and (morph is None or morph.lemma not in _GRANTING)  # «الذي يدعمه التحالف»
    return not habitual and (morph is not None and morph.enclitic in _RESUMED or following in _RESUMING)


def _is_habitual(document: Document, i: int) -> bool:
    morph = document.morphs[i]
    return morph is not None and morph.aspect == "i" and not morph.future


def _read(document: Document, clauses: Clauses, sentence: Sentence, number: int, frame: dict[str, str], i: int) -> Pledge | None:
    tokens, index = document.tokens, clauses.index
    given = _antecedent(document, clauses, sentence, i)
    if given is None or _is_habitual(document, i) and (given.kind != "money" or not any(a.relation == "to" for a in clauses.between(i + 1, i + _REACH))) or guards.is_trade(document, index.token_at(given.start) - 1, given if given.kind == "money" else None):
        return None
    end = next((j for j in range(i + 1, sentence.last_token) if tokens[j].text in "،,.؛" or tokens[j].norm in _CUT), sentence.last_token)
    earlier = [a for a in clauses.between(max(sentence.first_token, i - 4), i) if a.relation == "to" and tokens[a.first - 1].norm == "سبق"]
    givers = earlier or [a for a in clauses.subject(i, sentence.first_token, end, number) if a.first > i] or [a for a in clauses.between(i + 1, i + 4) if a.relation != "to"][:1]
    if not givers:  # «سبق لأوتاوا وأن وعدت بها بغداد»
        return None
    own = {a.key for a in givers}
    at = index.token_at(given.start)
    near = [a for a in [*clauses.between(i + 1, end), *clauses.between(at, i)] if a.key not in own]
    takers = clauses.run([a for a in near if a.relation == "to"]) or [a for a in near if a.relation == "" and a.first > i][:1] or [a for a in near if a.relation == "in"][:1]
    morph = document.morphs[i]
    status = "pledged" if morph is not None and morph.aspect == "i" else frame["status"]
    kind = content.kind_by_words(document, at, i)
    kind = "humanitarian" if kind == "financial" and given.kind == "quantity" else kind
    item = phrase_from(document, given, i)
    last = max([i + 1, *(a.last for a in [*givers, *takers] if a.first > i)])
    return Pledge(
        i, at, last, status, kind, item, given if given.kind == "money" else None, given if given.kind == "quantity" else None,
        rows("pledger", givers) + rows("recipient", takers), clauses.announced(sentence), None, None, None, "narrator", f"resumed_{frame['lemma']}", 0.75,
    )  # fmt: skip


def _of_goods(document: Document, clauses: Clauses, items: Items, sentence: Sentence, frame: Frame, i: int) -> Pledge | None:
    """Goods without a measure, where giver and taker stand behind the verb: «عتاد عسكري ستقدمه إسبانيا إلى المغرب»."""
    tokens, morph = document.tokens, document.morphs[i]
    if _is_habitual(document, i):
        return None
    end = next((j for j in range(i + 1, sentence.last_token) if tokens[j].text in "،,.؛" or tokens[j].norm in _CUT), sentence.last_token)
    behind = clauses.between(i + 1, end)
    givers = clauses.run([a for a in behind if a.relation == ""]) if behind and behind[0].first <= i + 2 else []
    takers = clauses.run([a for a in behind if a.relation == "to" and givers and a.first > givers[-1].last - 1])
    near = range(i - 1, max(sentence.first_token, i - (_FAR if document.norms[i - 1] in _PRONOUNS else _NEAR)) - 1, -1)
    found = next(((j, kind) for j in near if (kind := _kind_of_goods(document, items, j)) is not None), None)
    given, kind = found if found is not None else (None, "")
    takers = takers or (clauses.run([a for a in clauses.between(given, i) if a.relation == "to" and a.key not in {g.key for g in givers}]) if given is not None else [])
    takers = takers or (clauses.place_behind(i, end, {a.key for a in givers}) if given is not None and givers and givers[0].actor_id and frame["lemma"] == "أرسل" else [])
    takers = takers or (clauses.theatre(i, {a.key for a in givers}) if given is not None and givers and givers[0].actor_id and frame["status"] == "delivered" else [])
    if not givers or not takers or given is None or any((m := document.morphs[k]) is not None and m.pos == "verb" for k in range(given + 1, i)):
        return None
    total = _total(document, sentence, given, i)
    given, end = _head_of_goods(document, given, sentence.first_token), i - (tokens[i - 1].norm in _PRONOUNS)
    return Pledge(
        i, given, max(a.last for a in [*givers, *takers] if a.first > i), "pledged" if morph is not None and morph.future else frame["status"], kind,
        tidy(document.text[tokens[given].start : tokens[end - 1].end]), None, total, rows("pledger", givers) + rows("recipient", takers),
        clauses.announced(sentence), None, None, None, "narrator", f"resumed_{frame['lemma']}", 0.65,
    )  # fmt: skip


def _total(document: Document, sentence: Sentence, given: int, i: int) -> Amount | None:
    """How much was given in all: «بلغ إجمالي المساعدات التي قدمتها الكويت | 300 طن»."""
    tokens, last = document.tokens, min(sentence.last_token, i + _TO_TOTAL)
    verbs = [*range(max(sentence.first_token, given - 3), given), *range(i + 1, last)]
    if not any((m := document.morphs[k]) is not None and m.pos == "verb" and m.lemma in MEASURING for k in verbs):
        return None
    return next((a for a in document.amounts if a.kind == "quantity" and tokens[i].end <= a.start < tokens[last - 1].end), None)


def _head_of_goods(document: Document, given: int, first: int) -> int:
    """Where the phrase of the goods at ``given`` begins: «شحنة كبيرة من الأسلحة | والذخائر»."""
    norms = document.norms
    of = next((j for j in range(given, max(first, given - _OF_LOAD), -1) if norms[j - 1] == "من"), None)
    head = next((j for j in range(of - 2, max(first, of - 2 - _OF_LOAD) - 1, -1) if stripped(norms[j]) in _LOADS), None) if of is not None else None
    if head is not None:
        return head
    return given - 1 if norms[given].startswith("و") and stripped(norms[given]) != norms[given] and given - 1 > first else given


def _kind_of_goods(document: Document, items: Items, j: int) -> str | None:
    """The kind of arms or relief that the token at ``j`` is, by itself or by its adjective: «عتاد», «مساعدات عسكرية»."""
    found, beside = items[document.norms[j]], items[document.norms[j + 1]]
    if found is not None and found[1] == "generic" and beside is not None and beside[1] == "modifier":
        found = beside
    elif found is None or found[1] != "item":
        return None
    return found[0] if found[0] in ("military", "humanitarian") else None


def _antecedent(document: Document, clauses: Clauses, sentence: Sentence, i: int) -> Amount | None:
    """The last sum or quantity before the verb at ``i``, no other verb of doing between them."""
    before = [a for a in document.amounts if a.kind in ("money", "quantity") and sentence.start <= a.start and a.end <= document.tokens[i].start]
    amount = before[-1] if before else None
    if amount is None or amount.value < 2 or amount.unit in _NO_GIFTS or amount.kind == "money" and amount.value < 1000:
        return None
    j = clauses.index.token_at(amount.end)
    if i - j > _REACH or any(document.tokens[k].text in ".؛" for k in range(j, i)):
        return None
    verbs = [k for k in range(j, i) if (m := document.morphs[k]) is not None and m.pos == "verb" and m.lemma not in ("سبق", "كان", "بلغ")]
    return amount if not verbs else None
