"""One clause that tells several meetings: «التقى الرئيس، ثم رئيس الوزراء», «اتصالات هاتفية من ولي العهد وأمير قطر»."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.spans import is_joined, token_at
from extract.arabic.types import Document, TimeExpression
from extract.events.arguments import Party, is_state
from extract.events.meetings.event import Event
from extract.events.meetings.triggers import Trigger

_SEVERAL: Final = frozenset(("اتصالات", "اتصالين", "اتصالان", "مكالمات", "مكالمتين", "مكالمتان", "لقاءات", "لقاءين", "لقاءان"))  # one with each of those named
_TWO_VISITS: Final = ("زيارتي", "زيارتا")
_ATTENDED: Final = frozenset(("بحضور", "وبحضور", "بمشاركة", "وبمشاركة", "برفقة"))  # what brings in further people of the same meeting
_TIME_REACH: Final = 12  # characters between a partner and the time of the meeting with him
_WITH: Final = len(" مع ")  # characters between the time of a later partner and his mention
_TWO_SIDES: Final = ("verb_meet", "verb_receive", "noun_call", "noun_meet")


def apart(document: Document, trigger: Trigger, event: Event) -> list[Event]:
    """The meetings that one trigger tells: one, or one with each partner or group of partners that ثم or a plural sets apart.

    The first party is taken for the one whom all the others met.
    """
    people = [p for p in event.parties if p.person is not None]
    if trigger.construction == "noun_visit" and document.norms[trigger.token].endswith(_TWO_VISITS):
        return _visits(document, event, people)
    if trigger.construction not in _TWO_SIDES or len(people) < 3 or len(people) != len(event.parties):
        return [event]
    mine = [p for p in people if p.via == "dual"] or people[:1]  # «اجتمع الوزيران الاثنين مع …»
    others = sorted((p for p in people if p not in mine), key=lambda p: p.start)
    if len(others) < 2:
        return [event]
    groups = _groups(document, trigger, others, paired=_is_paired(document, mine[-1], others[0]))
    if len(groups) < 2 or any(p.actor_id == m.actor_id for p in others for m in mine) or len({(p.actor_id, p.person.role) for p in others if p.person is not None}) < len(groups):
        return [event]  # «يلتقي وزير الخارجية الروسي التقى الشيخ … اليوم، وزير الخارجية الروسي سيرغي لافروف»: one man twice
    ends = [max(event.trigger, *(token_at(document, p.end) for p in group)) for group in groups]  # each has a clause, and so an id, of its own
    if len(set(ends)) < len(ends):
        return [event]  # «سيعقد وزراء خارجية ألمانيا والنمسا وإيطاليا لقاءات»: nobody is told apart
    return [
        replace(event, parties=[*mine, *group], topics=list(event.topics), last=end, time=_time_of(document, trigger, event, group, others[0]) if n else event.time)
        for n, (group, end) in enumerate(zip(groups, ends, strict=True))
    ]  # fmt: skip


def _visits(document: Document, event: Event, people: list[Party]) -> list[Event]:
    """The visits of a dual, one of each guest where they are of several states: «زيارتي الملك الأردني والرئيس التونسي إلى برلين»."""
    guests = [p for p in people if p.capacity == "guest" or len(people) == len(event.parties) == 2]
    ends = [token_at(document, p.end) for p in guests]
    if len(guests) < 2 or len(guests) != len(event.parties) or len({p.actor_id for p in guests}) < len(guests):
        return [event]
    return [replace(event, parties=[replace(p, capacity="guest")], topics=list(event.topics), last=end, time=None) for p, end in zip(guests, ends, strict=True)]


def _time_of(document: Document, trigger: Trigger, event: Event, group: list[Party], first: Party) -> TimeExpression | None:
    """The time of a later group: one that stands behind it, else that of the clause where none stands behind the ``first`` partner and parts the groups."""
    ahead = next((t for t in document.times if t.type == "DATE" and first.end <= t.start and t.text[0] == "و" and 0 < group[0].start - t.end <= _WITH), None)
    if ahead is not None:
        return ahead  # «تحدث الأربعاء مع X، | والخميس مع | Y»
    end = min(group[-1].end + _TIME_REACH, document.tokens[trigger.last - 1].end)
    behind = next((t for t in document.times if t.type == "DATE" and group[-1].end <= t.start <= end), None)
    apart = event.time is not None and event.time.end <= group[0].start and event.time.start > first.start
    return behind if behind is not None else None if apart else event.time


def _is_paired(document: Document, first: Party, second: Party) -> bool:
    """Whether two parties are joined by و, or are of one group: «الوزيران X | وY», «وزيرا خارجية مصر والأردن»."""
    joins = is_joined(document, second.start) or document.text[first.end : second.start].strip() == "و"
    return joins or first.start == second.start or second.person is not None and second.person.rule == "group_member"


def _groups(document: Document, trigger: Trigger, others: list[Party], *, paired: bool) -> list[list[Party]]:
    """The partners by meeting: each of a plural noun's for himself, those behind ثم after those before it.

    ``paired``: the first is joined to the subject, so that whom a day alone parts from them is their object: «التقى الوزيران X وY، الاثنين، | الرئيس».
    """
    if trigger.noun and document.tokens[trigger.token].norm.removeprefix("و") in _SEVERAL:
        return [[p] for p in others] if len({p.actor_id for p in others}) == len(others) else [others]
    if any(document.norms[j : j + 2] == ["علي", "حده"] for j in range(trigger.token, trigger.last - 1)):
        return [[p] for p in others]  # «استقبل كلا على حدة السفير الروسي والسفير الصيني»
    words = document.text[max(0, others[0].start - 12) : others[0].start].split()[-2:]
    sides = {p.actor_id for p in others}
    if words in (["كلا", "من"], ["كلاً", "من"], ["كلًا", "من"]) and len(sides) == len(others) and None not in sides and not any(p.via == "marked" for p in others):
        return [[p] for p in others]  # «التقى المسؤولان هذا الأسبوع كلا من ملك الأردن وولي عهد السعودية»; «اجتماع جمع كلا من …» is one
    groups = [[others[0]]]
    for before, p in zip(others, others[1:], strict=False):
        between = document.text[before.end : p.start].replace("،", " ").split()
        dated = any(before.end <= t.start and t.end <= p.start for t in document.times)  # «يلتقي X في أبريل، وY بحلول مايو»
        joins = not paired or is_joined(document, p.start) or any(w.startswith("و") or w in ("مع", "ثم") for w in between)
        if dated and joins and p.via != "announced" and _ATTENDED.isdisjoint(between) or between[-1:] == ["ثم"]:
            groups.append([])
        groups[-1].append(p)
    return groups


def met_others(a: Event, b: Event) -> bool:
    """Whether the same two or more of one state met people of one state, then of another: «التقى كوشنر وغرينبلات أمير قطر … والتقى المسؤولان ملك الأردن»."""
    shared = a.party_keys() & b.party_keys()
    ours = {p.actor_id for p in a.parties if p.key() in shared}
    x, y = ({p.actor_id for p in e.parties if p.key() not in shared} for e in (a, b))
    states = all(is_state(c) for c in x | y)
    return a.kind == b.kind == "bilateral" and b.named and len(ours) == 1 and len(x) == len(y) == 1 and states and x.isdisjoint(y | ours)
