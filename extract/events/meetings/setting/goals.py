"""Where a visitor goes: the goal behind the visit, before it, or the city that he leaves when it is over."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.spans import mention_at
from extract.arabic.types import Document, Name
from extract.events.arguments import Index
from extract.events.clauses.words import AFTER, QUOTES
from extract.events.meetings.arrivals import LANDING, LEAVING
from extract.events.meetings.carriers import is_verb
from extract.events.meetings.setting.scope import SAYING, TRAVELS
from extract.events.meetings.triggers import Trigger

_SITES: Final = frozenset(("مدينه", "بلده", "منتجع", "جزيره", "ولايه", "قريه", "مقاطعه", "محافظه", "ضاحيه", "قلعه"))  # behind which a name of a place stands
_SITE_REACH: Final = 5  # tokens from such a word to the adjective of its state
_OVER: Final = frozenset(("بعد", "عقب", "ختام", "منهيا", "مختتما"))  # «غادر بيروت بعد زيارة رسمية»
_LANDING: Final = LANDING.union(("حل", "نزل"))  # whose goal stands behind في or «ب»
_LANDING_REACH: Final = 16  # tokens from such a verb to the goal
_COMMAS: Final = frozenset("،,-–")
_VISITOR_REACH, _ASIDE_REACH = 16, 18  # tokens from the visit to the comma that opens an aside, and from there to the one that closes it
_LASTS: Final = frozenset(("استمر", "استغرق", "دام"))
_BEFORE_CITY: Final = frozenset(("العاصمه", "مدينه", "منتجع"))
_LEADING: Final = frozenset(("شمل", "قاد"))  # «زيارة تقوده إلى …», «جولة تشمل …»
_MEANWHILE: Final = frozenset(("بينما", "فيما"))  # «فيما أعربت أنقرة عن …»
_ADDING: Final = frozenset(("كذلك", "ايضا", "مدينه", "مدن", "العاصمه"))  # between «تشمل» and a further stop
_LEADING_FORMS: Final = frozenset(f"{v}{p}" for v in ("تقود", "ستقود", "تاخذ", "ستاخذ", "تحمل", "ستحمل", "قادت") for p in ("ه", "ها", "هما", "هم"))
_SPOKEN_REACH: Final = 10  # tokens before «بعد» in which the city of who speaks stands
_OVER_REACH: Final = 3  # tokens from «بعد» to the visit


def goal_of_visit(document: Document, index: Index, trigger: Trigger, stop: int) -> Name | None:
    """The city or state that is visited, told up to the offset ``stop``; the city of the state rather than the state."""
    tokens, i = document.tokens, trigger.token
    if trigger.construction == "verb_visit" and trigger.morph.enclitic in ("3fs", "3ms") and i - 1 > trigger.first and document.norms[i - 1] in ("التي", "الذي"):
        return next((n for n in document.names if n.end == tokens[i - 2].end and n.kind in ("place", "state")), None)  # «الصين | التي زارها الرئيس»
    beyond = _behind_aside(document, index, trigger) if trigger.noun else None
    if beyond is not None:
        return beyond
    stop = _own_end(document, i, index.token_at(stop), stop)
    goals = [n for n in document.names if tokens[i].end <= n.start < stop and n.kind in ("place", "state", "metonym") and not is_origin(document, index, n)]
    goals = [n for n in goals if not _is_quoted(document, trigger, index.token_at(n.start - len(n.clitics)))]
    if trigger.morph.lemma in LEAVING and not trigger.noun:
        goals = _behind_to(document, index, trigger, goals)
    if not goals and trigger.noun:
        goals = [n for n in index.places(tokens[trigger.left].start, tokens[i].start) if _is_gone_to(document, index, trigger, n)][-1:]
        goals = goals or [n for n in document.names if tokens[trigger.left].start <= n.start < tokens[i].start and n.kind in ("place", "state") and _is_left(document, index, trigger, n)][-1:]
    goals = [n for n in goals if not index.names_event(n)] or goals  # «منسق مفاوضات فيينا … زار طهران»
    if trigger.noun and goals and _is_later_stop(document, index, trigger, goals[0]):
        return next((n for n in reversed(index.places(tokens[trigger.left].start, tokens[i].start)) if _is_gone_to(document, index, trigger, n)), None)
    cities = [] if trigger.construction == "verb_visit" else [n for n in goals if n.kind == "place"]
    nearest = goals[0] if goals else None
    if nearest is not None and nearest.kind != "place":  # «زيارة إلى تركيا … في أنقرة», no «زيارة للأردن … طهران»
        nearest = next((n for n in cities if n.country_code == (nearest.country_code or nearest.actor_id)), nearest)
    return nearest


def _own_end(document: Document, i: int, last: int, stop: int) -> int:
    """The offset up to ``stop`` at which another clause tells where somebody went next, or what others did: «زار أثينا | قبل أن يتوجه إلى روما», «زيارة إلى أفريقيا، | في حين رفضت مصر»."""
    norms = document.norms
    for j in range(i + 1, min(last, len(norms) - 1)):
        if norms[j] == "قبل" and norms[j + 1] == "ان" or norms[j] == "في" and norms[j + 1] == "حين" or norms[j] in _MEANWHILE:
            return document.tokens[j].start
    return stop


def _is_quoted(document: Document, trigger: Trigger, at: int) -> bool:
    """Whether the place at token ``at`` stands within what somebody says on the visit: «قال خلال زيارة لمصر "إن | طرابلس | آمنة"»; not «زيارة إلى "طرابلس"»."""
    if document.tokens[at - 1].text in QUOTES:
        return False
    before = sum(document.tokens[j].text in QUOTES for j in range(trigger.first, trigger.token))
    between = sum(document.tokens[j].text in QUOTES for j in range(trigger.token + 1, at))
    return between > 0 and (before + between) % 2 == 1


def _behind_to(document: Document, index: Index, trigger: Trigger, goals: list[Name]) -> list[Name]:
    """The places behind «إلى», not the one that is left: «غادر الرئيس القاهرة متوجها إلى | روما |»."""
    to = next((j for j in range(trigger.token + 1, trigger.last) if document.norms[j] == "الي"), trigger.last)
    return [n for n in goals if index.token_at(n.start) > to]


def _is_later_stop(document: Document, index: Index, trigger: Trigger, goal: Name) -> bool:
    """Whether a tour goes on to a place from where its sentence has somebody arrive: «وصل الأحد إلى تونس في مستهل زيارة تقوده إلى الجزائر»."""
    at = index.token_at(goal.start - len(goal.clitics))
    opening = at
    while document.norms[opening - 1] in _ADDING:
        opening -= 1
    leads = any((m := document.morphs[j]) is not None and m.pos == "verb" and m.lemma in _LEADING for j in range(max(trigger.token + 1, opening - 2), opening)) or not _LEADING_FORMS.isdisjoint(document.norms[trigger.token + 1 : at])
    if not leads:
        return False
    return any(n.start < document.tokens[trigger.token].start for n in index.places(document.tokens[trigger.first].start, document.tokens[trigger.token].start))


def _behind_aside(document: Document, index: Index, trigger: Trigger) -> Name | None:
    """The goal behind what is said in between of the visitor or the visit: «زيارة الوزير، القيادي السابق في بغداد، إلى أنقرة», «بزيارة، هي الأولى له، إلى موسكو»."""
    tokens, norms, i = document.tokens, document.norms, trigger.token
    opened = next((j for j in range(i + 1, min(i + _VISITOR_REACH, trigger.last)) if tokens[j].text in _COMMAS), None)
    if opened is None:
        return None
    for j in range(opened + 1, min(opened + _ASIDE_REACH, trigger.last - 1)):
        morph = document.morphs[j]
        if tokens[j].text in _COMMAS:
            if norms[j + 1] != "الي":
                return None
            goal = next((n for n in document.names if tokens[j + 1].end < n.start), None)
            near = goal is not None and goal.kind in ("place", "state", "metonym") and index.token_at(goal.start) <= j + 2 + (norms[j + 2] in _BEFORE_CITY)
            return goal if near else None
        if norms[j] == "الي" or morph is not None and (morph.lemma in TRAVELS or morph.pos == "verb" and morph.lemma not in _LASTS and norms[j - 1] != "منذ") and not index.in_person(tokens[j].start):
            return None  # «خلال زيارته، دعا نظيره، …», but «منذ توليه»
    return None


def land_of_site(document: Document, index: Index, start: int, stop: int) -> Name | None:
    """The state of a town, island or resort that no table knows, by the adjective behind its name: «في بلدة غارميش الألمانية»; ``start:stop`` are offsets."""
    for nisba in document.names:
        if nisba.kind != "nisba" or nisba.clitics or not start <= nisba.start < stop or nisba.actor_id is None or index.in_person(nisba.start):
            continue
        at = index.token_at(nisba.start)
        for j in range(at - 2, max(-1, at - _SITE_REACH), -1):
            word = document.norms[j]
            if document.tokens[j].start < start or document.tokens[j + 1].kind != "word" or index.in_person(document.tokens[j + 1].start):
                break
            if word in _SITES and j and document.norms[j - 1] in ("في", "وفي") or word.startswith("ب") and word[1:] in _SITES:
                return replace(nisba, kind="state", country_code=nisba.actor_id)
    return None


def where_spoken(document: Document, index: Index, trigger: Trigger) -> Name | None:
    """The city in which somebody speaks right behind an event of his: «قال فيدان للصحافيين في وارسو | بعد محادثات عقدها مع نظيره»."""
    norms, i = document.norms, trigger.token
    after = norms[i - 1] in AFTER or norms[i - 1] == "ختام" and norms[i - 2] == "في"
    if not trigger.noun or not after or trigger.morph.definite and trigger.morph.enclitic is None:
        return None
    opening = i - 1 if norms[i - 1] in AFTER else i - 2
    city = next((n for n in index.places(document.tokens[max(trigger.first, opening - _SPOKEN_REACH)].start, document.tokens[opening].start) if n.kind == "place"), None)
    if city is None or city.clitics not in ("", "ب"):
        return None
    behind = index.token_at(city.end)
    between = [t for t in document.times if city.end <= t.start < document.tokens[opening].start]
    behind = index.token_at(between[0].end) if between and index.token_at(between[0].start) <= behind + 1 else behind
    if opening - behind > 1 or opening > behind and document.tokens[behind].text not in _COMMAS:
        return None
    verb = next((m for m in document.morphs[trigger.first : behind] if m is not None and m.pos == "verb"), None)
    others = sum(is_verb(document, index, j) for j in range(trigger.first, behind))
    return city if verb is not None and verb.lemma in SAYING and verb.aspect == "p" and others == 1 else None


def is_origin(document: Document, index: Index, name: Name) -> bool:
    """Whether a place is where a visitor comes from: «وفد من أسمرة», or a part of his title."""
    before = document.text[max(0, name.start - 6) : name.start].replace("،", " ").split()
    return index.in_person(name.start) or bool(before) and before[-1] in ("من", "قادما")


def _is_gone_to(document: Document, index: Index, trigger: Trigger, name: Name) -> bool:
    """«يخطط للتوجه إلى كوريا الشمالية في زيارة رسمية», «حط الوزير في تل أبيب، في سابع زيارة له»."""
    before = document.text[max(0, name.start - 8) : name.start].split()[-1:]
    at = index.token_at(name.start)
    verb = next((j for j in range(at - 1, max(trigger.left - 1, at - _LANDING_REACH), -1) if is_verb(document, index, j)), None)
    landed = verb is not None and (m := document.morphs[verb]) is not None and m.lemma in _LANDING and mention_at(document, document.tokens[verb + 1].start) is not None
    return before == ["إلى"] or landed and (before == ["في"] or name.clitics.endswith("ب"))


def _is_left(document: Document, index: Index, trigger: Trigger, name: Name) -> bool:
    """«غادر رئيس الوزراء الرياض الاثنين بعد زيارة رسمية»: who leaves a city when his visit is over has visited it."""
    i, at = trigger.token, index.token_at(name.start)
    left = any((m := document.morphs[j]) is not None and m.pos == "verb" and m.lemma == "غادر" for j in range(trigger.left, at))
    bare = not name.clitics and (document.morphs[at - 1] is None or document.morphs[at - 1].pos != "prep")  # type: ignore[union-attr]
    return left and bare and any(w in _OVER for w in document.norms[max(at, i - _OVER_REACH) : i])
