"""Which tellings are one pledge, and what a telling takes over from the one before it."""

from __future__ import annotations

from typing import Final

from extract.arabic.normalizer import fold
from extract.arabic.types import Amount, Document
from extract.events.pledges.actors.actor import Actor
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.pledge import Party, Pledge

_MARKS: Final = "\"«»“”().,،؛:"
_GIFTS: Final = frozenset(("give_قدم", "give_أرسل", "give_بعث", "declarative_قرر", "declarative_أعلن"))
_SINCE: Final = 9  # tokens before a gift in which «منذ» tells that it has been given
_BROUGHT: Final = frozenset(("shipment", "arrival"))
_NEXT: Final = 30  # tokens from a gift to the carrier that brings it


def recipients_before(old: Pledge, pledgers: list[Actor], i: int) -> list[Party]:
    """The recipients of the pledge told just before by the same giver, for a sentence that leaves them out: «تعهدت الرياض لليمن بـ… وقدمت أيضا …»."""
    if i - old.last > 60 or not {a.key for a in pledgers} & {p[1] or p[2] for p in old.parties if p[0] == "pledger"}:
        return []
    return [p for p in old.parties if p[0] == "recipient"]


def complete(new: Pledge, old: Pledge, document: Document) -> None:
    """In a list of donors the cause is told once: a sum without its own takes recipients and relief from the sum before: «تعهدت الرياض بـ500 مليون دولار لليمن، والكويت بـ250 مليونا»."""
    if new.amount is None or old.amount is None or new.trigger - old.last > 45 or new.status == "refused":
        return
    if not any(p[0] == "recipient" for p in new.parties):
        own = {p[1] or p[2] for p in new.parties}
        new.parties += [p for p in old.parties if p[0] == "recipient" and (p[1] or p[2]) not in own]
    if new.kind == "financial":
        new.kind = old.kind
    if old.status == "pledged" and new.status == "delivered" and not {"منذ", "فمنذ", "ومنذ"} & {*document.norms[max(0, new.first - _SINCE) : new.trigger]} and new.rule in ("give_قدم", "give_ساهم", "give_أسهم"):
        new.status = "pledged"  # donors at a pledging conference: «تعهدت … فيما قدم …»


def same_sum(a: Amount, b: Amount) -> bool:
    """Whether two sums are of one value, the currency of one of them perhaps untold: «مليون ريال سعودي», «المليون ريال»."""
    return a.value == b.value and (a.currency == b.currency or a.currency is None or b.currency is None)


def same_load(told: Pledge, shipment: Pledge) -> bool:
    """Whether a carrier brings what another is told to have given: «طائرة تركية محملة بـ20 طنا» of a French gift of 20 tonnes."""
    a, b = told.quantity, shipment.quantity
    return a is not None and b is not None and (a.value, a.unit) == (b.value, b.unit)


def takes_load(told: Pledge, shipment: Pledge) -> bool:
    """Whether a carrier brings the relief whose gift is told just before it; the gift takes over its measure: «قدمت فرنسا 50 طنا … ووصلت الطائرة»."""
    ends = {(p[0], p[1] or p[2]) for p in told.parties}
    done = {told.status, shipment.status} <= {"pledged", "delivered"} and told.kind == shipment.kind == "humanitarian"
    near = told.rule in _GIFTS and 0 <= shipment.first - told.last < _NEXT
    if not done or not near or told.amount is not None or told.quantity is not None or not all((p[0], p[1] or p[2]) in ends for p in shipment.parties):
        return False
    told.quantity, told.last = shipment.quantity, shipment.last
    return True


def hands_out_load(pledge: Pledge, pledges: list[Pledge], document: Document) -> bool:
    """Whether what is handed out is what a carrier of the same giver brought: «وصلت طائرة كويتية تحمل أدوية … وستوزع على المستشفيات»."""
    if pledge.rule != "give_وزع" or pledge.amount is not None or pledge.quantity is not None or document.norms[pledge.trigger + 1] not in ("علي", "في"):
        return False
    ends = {(p[0], p[1] or p[2]) for p in pledge.parties}
    return any(other.rule in _BROUGHT and {(p[0], p[1] or p[2]) for p in other.parties} == ends for other in pledges)


def _same_words(a: str, b: str) -> bool:
    """Whether two items share a third of the shorter one's words."""
    left, right = ({stripped(fold(w.strip(_MARKS))) for w in x.split()[:12] if len(w) > 2} for x in (a, b))
    return bool(left and right) and len(left & right) >= min(len(left), len(right)) / 3


def told_before(pledges: list[Pledge], new: Pledge, document: Document) -> bool:
    """Whether an earlier pledge is the same: the same sum by the same giver, or the same giver, taker and kind: «تبرعت بمليون دولار … المليون دولار التي تبرعت بها»."""

    def parties(pledge: Pledge, role: str) -> set[str | None]:
        return {p[1] or p[2] for p in pledge.parties if p[0] == role}

    for old in pledges:
        givers = parties(old, "pledger") & parties(new, "pledger")
        if old.amount and new.amount:
            if same_sum(old.amount, new.amount) and (givers or not parties(new, "pledger") or old.amount is new.amount):
                return True
            continue
        asked = {old.status, new.status} <= {"requested", "called_for"} and not (parties(old, "pledger") and parties(new, "pledger"))  # once of nobody, once of somebody
        if not givers and parties(old, "pledger") | parties(new, "pledger") and not asked:
            continue
        if old.quantity and new.quantity and (old.quantity.value, old.quantity.unit) == (new.quantity.value, new.quantity.unit):
            return True
        takers = parties(old, "recipient") & parties(new, "recipient") or not parties(new, "recipient") or not parties(old, "recipient")
        same_givers = parties(old, "pledger") == parties(new, "pledger")
        done = same_givers and {old.status, new.status} <= {"pledged", "delivered"} or old.status == new.status  # what one gave is no joint promise with another
        carried = (old.rule in _BROUGHT) + (new.rule in _BROUGHT)  # a load has the words of any gift of goods
        again = carried != 1 and _same_words(old.item_ar or "", new.item_ar or "")
        if carried == 2:
            again = new.item_ar is None or old.rule != new.rule or again and document.norms[old.trigger][-3:] == document.norms[new.trigger][-3:]
        if takers and done and not new.amount and not new.quantity and again:
            if asked:
                old.parties += [p for p in new.parties if p[0] == "pledger"]
            return True
    return False
