"""Pledges: who promised, gave, asked for or refused what, to whom, how much.

Speech acts over clauses: commissive (تعهد وعد التزم), declarative (أعلن with an action noun or a sum), giving (قدم منح
زود; its future is a promise), directive (طلب دعا حث), refusing (رفض علق أوقف), considering (يبحث يدرس). «أعلن أن» with a
past verb is reporting: then the verb of giving behind it speaks for itself. ``reading.py`` goes from a word of giving to its
pledge; what is told without one (debts, requests, thanks, loads) has a file each in ``constructions/``. ``actors/`` tells who gives, takes
and speaks, ``content/`` what.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from extract.arabic.types import Document
from extract.events.arguments import Index
from extract.events.pledges import guards
from extract.events.pledges.actors.actor import RELIEF
from extract.events.pledges.actors.named import find_actors
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.conference import complete_days
from extract.events.pledges.constructions.agreed_aid import find_agreed_aid
from extract.events.pledges.constructions.arrivals import find_arrivals
from extract.events.pledges.constructions.calls import find_calls
from extract.events.pledges.constructions.debts import find_debts
from extract.events.pledges.constructions.deeds import find_deeds
from extract.events.pledges.constructions.doings import find_doings
from extract.events.pledges.constructions.further import find_coordinated, find_further
from extract.events.pledges.constructions.intake import find_intakes
from extract.events.pledges.constructions.lists import find_listed
from extract.events.pledges.constructions.loads import carrier_words
from extract.events.pledges.constructions.negotiations import find_negotiations
from extract.events.pledges.constructions.projects import find_projects
from extract.events.pledges.constructions.rankings import find_rankings
from extract.events.pledges.constructions.relatives import find_relatives
from extract.events.pledges.constructions.requests import find_requests
from extract.events.pledges.constructions.shipments import find_shipments
from extract.events.pledges.constructions.sums import find_sums
from extract.events.pledges.constructions.thanks import find_thanks
from extract.events.pledges.constructions.troops import find_troops
from extract.events.pledges.constructions.values import complete_values
from extract.events.pledges.constructions.wants import find_wants
from extract.events.pledges.constructions.wholes import find_wholes
from extract.events.pledges.content.items import Items
from extract.events.pledges.frames import Frame, frames_in
from extract.events.pledges.identity import complete, hands_out_load, same_load, takes_load, told_before
from extract.events.pledges.pledge import Pledge, rows
from extract.events.pledges.reading import read_pledge

if TYPE_CHECKING:
    from extract.lexicon import Lexicon

_READ_ELSEWHERE: Final = frozenset(("deed", "join", "want"))  # acts of frames that other modules read


def find_pledges(document: Document, index: Index, lexicon: Lexicon) -> list[Pledge]:
    """Pledges in reading order, one for each undertaking however often it is told: «تعهدت الكويت بمليون دولار لليمن»."""
    items = lexicon.pledge_items
    triggers = frames_in(document, lexicon.pledge_frames)
    opening = [i for i, frame in triggers.items() if frame["act"] not in _READ_ELSEWHERE]
    clauses = Clauses(document, index, find_actors(document, index))
    out: list[Pledge] = []
    for number, sentence in enumerate(document.sentences):
        first, last = sentence.first_token, sentence.last_token
        here = opening[bisect_left(opening, first) : bisect_left(opening, last)]
        if not here or guards.is_business({*document.norms[first:last]}):
            continue
        done_until = first
        for i in here:
            if i < done_until:
                continue
            pledge = read_pledge(document, clauses, items, triggers[i], i, number, out[-1] if out else None)
            if pledge is None:
                continue
            ended = pledge.last
            found = [pledge, *(find_listed(document, clauses, items, pledge, last) or find_further(document, clauses, pledge, last) or find_coordinated(document, clauses, items, pledge))]
            for each in found:
                if out:
                    complete(each, out[-1], document)
                if not told_before(out, each, document):
                    out.append(each)
            done_until = max(ended, *(p.last for p in found))
    out += find_deeds(document, clauses, triggers, items, out)
    out += find_relatives(document, clauses, triggers, items, out)
    out += find_sums(document, clauses, out)
    out += find_wholes(document, clauses, out)
    out += find_wants(document, clauses, triggers, items, out)
    told = list(out)
    for other in _otherwise_told(document, clauses, triggers, items):
        if not any(p.first < other.last and other.first < p.last or same_load(p, other) or takes_load(p, other) for p in told) and not told_before(out, other, document):
            out.append(other)
    out = [p for p in out if not hands_out_load(p, out, document)]
    complete_values(document, clauses, out)
    complete_days(document, out)
    givers = {p[1] or p[2] for pledge in out for p in pledge.parties if p[0] == "pledger"}
    for pledge in out:
        _complete_taker(clauses, pledge, givers)
        _complete_kind(pledge)
        if pledge.item_ar is None and pledge.rule == "shipment":
            pledge.item_ar = carrier_words(document, pledge.trigger)
    return sorted(out, key=lambda p: p.trigger)


def _otherwise_told(document: Document, clauses: Clauses, triggers: dict[int, Frame], items: Items) -> list[Pledge]:
    """Pledges told by no verb of giving: debts, agreements, requests and thanks, carriers, arrivals, troops, projects, people taken in."""
    return [
        *find_debts(document, clauses), *find_agreed_aid(document, clauses, items), *find_requests(document, clauses, items), *find_calls(document, clauses, items), *find_thanks(document, clauses, items),
        *find_shipments(document, clauses), *find_arrivals(document, clauses), *find_troops(document, clauses, triggers), *find_projects(document, clauses), *find_negotiations(document, clauses),
        *find_rankings(document, clauses, items), *find_doings(document, clauses, items), *find_intakes(document, clauses, triggers, items),
    ]  # fmt: skip


def _complete_taker(clauses: Clauses, pledge: Pledge, givers: set[str | None]) -> None:
    """Relief and arms whose taker is not said go to the state that the article is about, other than those that give in it: «الدعم السعودي» in an article about Yemen."""
    if pledge.kind in ("humanitarian", "military") and pledge.status in ("pledged", "delivered") and not any(p[0] == "recipient" for p in pledge.parties):
        pledge.parties += rows("recipient", clauses.theatre(pledge.trigger, givers | {p[1] or p[2] for p in pledge.parties}))


def _complete_kind(pledge: Pledge) -> None:
    """Money for a relief body is relief, as is aid of the United Nations: «تبرعات بقيمة مليون دولار لوكالة الأونروا», «الأمم المتحدة مستمرة في تقديم المساعدات»."""
    for role, actor, _, _ in pledge.parties:
        relieves = role == "recipient" and actor in RELIEF and actor != "UN" and pledge.amount is not None or role == "pledger" and actor == "UN" and pledge.amount is None
        if relieves and pledge.kind == "financial":
            pledge.kind = "humanitarian"
