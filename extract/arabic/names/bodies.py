"""Bodies that no table knows, read from their grammar: a head of «seeds/body_heads.csv» with its genitives and adjectives.

«جمعية الصداقة العربية», «وزارة الصحة التونسية», «الفصائل الفلسطينية», «المانحون». They are no names of the gazetteer: only where the
syntax makes one a side of something does it count as one (``extract.events.meetings.parties.bodies``).
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from extract.arabic.normalizer import fold
from extract.arabic.persons.words import GROUPS, PROCLITICS, unclitic
from extract.arabic.types import Document, Name

if TYPE_CHECKING:
    from collections.abc import Iterable


class BodyHead(NamedTuple):
    """What the head noun of a body tells.

    ``acts_for``: state | itself | parent | title (itself, and only where a title names it: «رئيس مجموعة هواوي»); ``alone``: «ال» alone says which
    one it is; ``own``: yes where who heads it acts for it even if its name has a state's adjective («رئيس حزب الأمة السوداني»), bare where only if it
    has none («مدير بنك التنمية»).
    """

    acts_for: str
    alone: bool
    own: str


Heads = dict[str, BodyHead]  # by folded form

_LONGEST: Final = 9  # tokens of a body's name
_QUOTED: Final = 6  # tokens of a name in quotation marks
_ELATIVES: Final = frozenset(("الاكثر", "الاقل", "الاشد", "الاعلي", "الاوسع"))  # before what they are more in: «الأكثر تمثيلا»
_EPITHETS: Final = frozenset(("الحاكم", "المساعد", "الممثل"))  # titles that are adjectives of a body: «الحزب الحاكم»
_ORDINALS: Final = frozenset(("الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر", "الاخير", "المقبل", "القادم", "الماضي"))
_GATHERS: Final = frozenset(("تجمع", "وتجمع", "ستجمع"))  # a verb where persons follow
_OPENING, _CLOSING = '"«“', '"»”'


def body_heads(rows: Iterable[dict[str, str]]) -> Heads:
    """The heads by folded form, of rows ``forms_ar`` (singular first), ``acts_for``, ``alone`` (yes, plural for the plural forms alone, or empty), ``own``: «جمعية», «وزارة»."""
    out: Heads = {}
    for row in rows:
        forms = [fold(w) for w in row["forms_ar"].split("|")]
        for form in forms:
            alone = row["alone"] == "yes" or row["alone"] == "plural" and (form != forms[0] or form.endswith("ون"))
            out[form] = BodyHead(row["acts_for"], alone, row["own"])
    return out


def headed(word: str, heads: Heads) -> str | None:
    """A folded word without the proclitics before the head of a body that it is: «ونقابات» → نقابات, «للجمعية» → الجمعيه."""
    return next((w for w in unclitic(word) if w.removeprefix("ال") in heads), None)


@lru_cache(maxsize=4)
def _written(forms: tuple[str, ...]) -> frozenset[str]:
    """The folded words that may open a body, as written with proclitics and article: «ونقابات», «للجمعيه»."""
    bare = {*forms, *("ال" + form for form in forms)}
    written = bare | {clitic + word for clitic in PROCLITICS for word in bare} | {clitic + "ل" + form for clitic in ("ل", "ول") for form in forms}
    return frozenset(w for w in written if any(u.removeprefix("ال") in bare for u in unclitic(w)))


def find_bodies(document: Document, heads: Heads, titles: frozenset[str]) -> list[Name]:
    """Every body in reading order, outside names of the gazetteer and the mentions of persons and groups, before the first words of ``titles``: «جمعية الصداقة العربية»."""
    out: list[Name] = []
    end, mentions, at, opens, covering = -1, document.persons, 0, _written(tuple(heads)), document.covering
    for i in [i for i, norm in enumerate(document.norms) if norm in opens]:
        start = document.tokens[i].start
        while at < len(mentions) and mentions[at].end <= start:
            at += 1
        if document.norms[i] in _GATHERS and i + 1 < len(document.tokens) and at < len(mentions) and mentions[at].start == document.tokens[i + 1].start:
            continue  # «قمة | تجمع | الرئيس ونظيره»
        if start < end or i in covering or at < len(mentions) and mentions[at].start <= start:
            continue
        body = body_at(document, heads, i, titles)
        if body is not None:
            out.append(body)
            end = body.end
    return _of_their_states(out, heads)


def _of_their_states(bodies: list[Name], heads: Heads) -> list[Name]:
    """``bodies`` with the state of the same ministry where the article names it in full: «وزارة الصحة التونسية … | وزارة الصحة |»."""
    full = [b for b in bodies if b.actor_id is not None]
    if len(full) in (0, len(bodies)):
        return bodies
    out: list[Name] = []
    for body in bodies:
        if body.actor_id is None and headed(fold(body.name_ar.split()[0]), heads) == "وزاره":
            states = {b.actor_id for b in full if b.name_ar.startswith(body.name_ar + " ")}
            body = replace(body, actor_id=states.pop()) if len(states) == 1 else body
        out.append(body)
    return out


def body_at(document: Document, heads: Heads, i: int, titles: frozenset[str]) -> Name | None:
    """The body whose head is token ``i``: «لاتحاد الشغل» gives اتحاد الشغل with clitics ل; None where nothing says which body it is."""
    tokens, norms = document.tokens, document.norms
    bare = headed(norms[i], heads)
    if bare is None:
        return None
    head = heads[bare.removeprefix("ال")]
    if head.acts_for == "title":
        return None
    definite = bare.startswith("ال")
    end, owner, named = _extent(document, heads, titles, i, definite)
    if not named and not (head.alone and definite):
        return None
    clitics = norms[i][: len(norms[i]) - len(bare)] if norms[i].endswith(bare) else norms[i][: len(norms[i]) - len(bare) + 1]
    last = tokens[end - 1].end
    begin = tokens[i].start + len(clitics)
    first = tokens[i].text[len(clitics) :] if norms[i].endswith(bare) else "ال" + tokens[i].text[len(clitics) + 1 :]
    name = " ".join([first, *document.text[tokens[i].end : last].split()])
    return Name(begin, last, document.text[begin:last], "organisation", "", owner if head.acts_for == "state" else None, name, "", None, clitics)


def _extent(document: Document, heads: Heads, titles: frozenset[str], i: int, definite: bool) -> tuple[int, str | None, bool]:
    """The token behind the body's name, the state that it tells, whether anything behind the head says which body it is."""
    tokens, morphs, covering = document.tokens, document.morphs, document.covering
    j, owner, named = i + 1, None, False
    ministry = headed(tokens[i].norm, heads) == "وزاره"
    while j < len(tokens) and j - i < _LONGEST:
        token, morph, name = tokens[j], morphs[j], covering.get(j)
        if token.text in _OPENING:
            close = next((k for k in range(j + 1, min(j + _QUOTED, len(tokens))) if tokens[k].text in _CLOSING), None)
            if close is None or close == j + 1:
                break
            j, named = close + 1, True
            continue
        if name is not None:
            if name.kind == "person" and j > i + 1 or name.clitics.startswith(("و", "ب")) or name.kind in ("state", "place", "metonym") and j == i + 1 and definite and not name.clitics:
                break
            owner = name.actor_id if name.kind in ("nisba", "state") else owner
            while j < len(tokens) and covering.get(j) is name:
                j += 1
            named = True
            continue
        if token.kind != "word" or any(t.start <= token.start < t.end for t in document.times):
            break
        if _is_anothers(document, i, j) or (definite or named) and token.norm not in _EPITHETS and any(w in titles for w in unclitic(token.norm)):
            break  # «بين الأطراف الليبية | والرئيس», «وفدا من قبائل الأنبار | الرئيس»: the next person
        if definite and j == i + 1 and token.norm.startswith("ال") and token.norm.endswith("ات"):
            break  # «علقت الأطراف | المفاوضات»: no adjective of a head with ال is a plural in ات
        if morph is None:
            if ministry and named and token.norm.startswith("وال"):
                j += 1  # «وزارة التربية والرياضة»
                continue
            if not token.norm.startswith("ال") and (j > i + 1 or definite) or token.norm[:1] in "وب" and j > i + 1:
                break
            j, named = j + 1, True
            continue
        adjective = covering.get(j - 1)
        if adjective is not None and adjective.kind == "nisba" and morph.pos == "noun" and morph.definite and not (morph.conjunction or morph.preposition):
            break  # «راقب البنك السويسري | المحادثات»
        if morph.pos not in ("noun", "adj") or morph.enclitic or any(w in GROUPS for w in unclitic(token.norm)):
            break
        if tokens[j - 1].norm in _ELATIVES and morph.pos == "noun" and not (morph.definite or morph.conjunction or morph.preposition):
            return j + 1, owner, True  # «النقابات الأكثر تمثيلا»
        if morph.conjunction:
            if not (named and morph.definite) or headed(token.norm, heads) is not None:
                break
        elif morph.preposition:
            if morph.preposition != "ل" or not named or not (morph.definite or j + 1 < len(tokens) and (follows := morphs[j + 1]) is not None and follows.definite):
                break
        elif not morph.definite and (named and not tokens[j - 1].norm.startswith("ل") or definite):
            break
        named = named or morph.definite
        j += 1
    while j > i + 1 and (m := morphs[j - 1]) is not None and not m.definite and j - 1 not in covering and m.pos in ("noun", "adj") and tokens[j - 1].text not in _CLOSING:
        j -= 1  # a genitive whose own genitive is not read
        if j == i + 1:
            named = False
    return j, owner, named


def _is_anothers(document: Document, i: int, j: int) -> bool:
    """Whether the masculine ordinal at ``j`` agrees neither with the feminine head at ``i`` nor with a genitive behind it, and so goes with a noun before the body: «اجتماع اللجنة الوطنية | السابع», «مؤتمر الرابطة | الأخير»; not «جمعية النقل | العام»."""
    head = document.morphs[i]
    if document.norms[j] not in _ORDINALS or head is None or head.number != "s" or head.gender != "f":
        return False
    return not any((m := document.morphs[k]) is None or m.gender != "f" for k in range(i + 1, j))
