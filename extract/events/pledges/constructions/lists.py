"""Lists of donors that share one verb: «تعهدت الرياض بـ500 مليون دولار، والكويت بـ250 مليون دولار», «كندا 10 ملايين دولار، اليابان 20 مليونا»."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.types import Document
from extract.events.clauses.words import COMMAS
from extract.events.pledges.action import is_action
from extract.events.pledges.actors.actor import Actor
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.content.items import Items
from extract.events.pledges.content.measures import MEASURING
from extract.events.pledges.pledge import Pledge, rows

_REACH: Final = 26  # tokens from one sum to the next, the taker of the first and a donor with his office between
_THEN: Final = frozenset(("ثم", "تلتها", "تلته", "تلاها", "تلاه", "تليها", "يليها", "تليه", "يليه", "فيما", "بينما"))  # before the next donor of a list
_STRANGE: Final = 1  # words that no table knows in what is given: «قرض ميسر»
_OF_SUM: Final = frozenset(
    ("ب", "بـ", "بقيمه", "قيمتها", "قيمته", "بمبلغ", "مبلغ", "مبلغا", "قدره", "قدرها", "نحو", "حوالي", "بنحو", "بحوالي", "اكثر", "باكثر", "من", "اضافيه", "اضافي", "جديده", "جديد", "بواقع", "بحصه", "حصه", "ما", "يعادل", "قيمه", "الي", "بين")
)  # fmt: skip


def find_listed(document: Document, clauses: Clauses, items: Items, pledge: Pledge, last: int) -> list[Pledge]:
    """Further donors in a list that shares the verb: «تعهدت الرياض بـ500 مليون دولار، والكويت بـ250 مليونا»."""
    out: list[Pledge] = []
    if pledge.amount is None or pledge.status not in ("pledged", "delivered"):
        return out
    previous = pledge.amount
    for amount in (a for a in document.amounts if a.kind == "money" and a.start >= previous.end):
        a, b = clauses.index.token_at(previous.end), clauses.index.token_at(amount.start)
        givers = _givers(document, clauses, items, a, b) if b < last and b - a <= _REACH else []
        if not givers:
            break
        end = clauses.index.token_at(amount.end)
        parties = rows("pledger", givers) + [p for p in pledge.parties if p[0] == "recipient" and (p[1] or p[2]) not in {g.key for g in givers}]
        found = Pledge(b, givers[0].first, end, pledge.status, pledge.kind, amount.text, amount, None, parties, pledge.announced, None, None,
                       None, pledge.attribution, pledge.rule + "_list", pledge.confidence)  # fmt: skip
        out += _each(document, found, givers, end)
        previous = amount
    return out


def _each(document: Document, pledge: Pledge, givers: list[Actor], end: int) -> list[Pledge]:
    """One pledge for each giver where each gives the sum: «قطر وتركيا بحصة 100 مليون دولار | لكل منهما»."""
    if len(givers) < 2 or document.norms[end : end + 1] != ["لكل"]:
        return [pledge]
    takers = [p for p in pledge.parties if p[0] != "pledger"]
    return [replace(pledge, trigger=g.first, first=g.first, last=end, parties=rows("pledger", [g]) + takers, amount=replace(pledge.amount) if pledge.amount is not None else None) for g in givers]


def _givers(document: Document, clauses: Clauses, items: Items, a: int, b: int) -> list[Actor]:
    """Who gives the sum at ``b``: those joined behind the sum that ends at ``a``, nothing but what is given between them and their sum: «، و| هولندا وبلجيكا | بتقديم مساعدات بقيمة»."""
    for x in clauses.between(a, b):
        run = clauses.run([y for y in clauses.between(x.first, b) if y.relation == ""])
        if x.relation == "" and (document.norms[x.first].startswith("و") or _follows(document, x, run[-1].last, b)):
            named = {k for y in clauses.between(a, x.first) for k in range(y.first, y.last)}
            anew = any(_is_verb(document, k) for k in range(a, x.first) if k not in named and document.norms[k] not in _THEN)
            if not anew and _goes_on_to(document, items, run[-1], b):
                return run
    return []


def _goes_on_to(document: Document, items: Items, donor: Actor, b: int) -> bool:
    """Whether nothing but what is given stands between the donor and his sum at ``b``: «وبلجيكا | بتقديم مساعدات بقيمة»."""
    begin = donor.last + (donor.person_id is not None and document.tokens[donor.last].text in COMMAS)  # «وماكرون، رئيس فرنسا، بعشرين مليون يورو»
    strange = sum(document.morphs[k] is None and document.tokens[k].kind == "word" for k in range(begin, b))
    return donor.last <= b and strange <= _STRANGE and all(_is_of_gift(document, items, k) for k in range(begin, b))


def _follows(document: Document, x: Actor, last: int, b: int) -> bool:
    """Whether a donor without «و» goes on with a list, his sum at ``b`` at once behind him and those joined to him, who end at ``last``: «، اليابان 20 مليونا», «تلتها قطر وتركيا بـ»."""
    before = document.tokens[x.first - 1 - 2 * (document.norms[max(0, x.first - 2) : x.first] == ["كل", "من"])]  # «يليها كل من قطر وتركيا»
    return b - last <= 1 and (before.text in COMMAS or before.norm in _THEN)


def _is_of_gift(document: Document, items: Items, k: int) -> bool:
    """Whether the word at ``k`` is part of what is given and counted: «بتقديم», «مساعدات», «إنسانية», «بقيمة», «تبلغ»."""
    norm, morph = document.norms[k], document.morphs[k]
    if is_action(norm) or items[norm] is not None or norm in _OF_SUM or document.tokens[k].text in "\"«»":
        return True
    return document.tokens[k].kind == "word" and (morph is None or morph.pos == "adj" or morph.pos == "verb" and morph.lemma in MEASURING)


def _is_verb(document: Document, k: int) -> bool:
    morph = document.morphs[k]
    return morph is not None and morph.pos == "verb" and morph.lemma not in MEASURING
