"""The taker of a gift that no phrase of its own clause names, and gifts that are none without one."""

from __future__ import annotations

from typing import Final

from extract.arabic.normalizer import fold
from extract.events.pledges import guards
from extract.events.pledges.action import is_action, is_work
from extract.events.pledges.actors.actor import Actor
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.conditions import AID, borrows, lends, relieved
from extract.events.pledges.constructions.shipment_ends import find_destination
from extract.events.pledges.content import gifts
from extract.events.pledges.content.asked import asks_donors, asks_everybody
from extract.events.pledges.pledge import Pledge
from extract.events.pledges.telling import Telling

_NEEDS_RECIPIENT: Final = frozenset(fold(lemma) for lemma in ("ورد", "دفع", "حول", "مول", "ضمن", "نقل", "عرض", "سلم", "درب", "دعم", "صرف"))
_TO_OWNER: Final = 6  # tokens from the work to whose it is
_ALLOWED: Final = 5  # tokens in which the adjective tells whose aircraft are allowed in: «للطائرات العسكرية الفرنسية»
_OFFERING: Final = frozenset(("تقديم", "توفير", "ارسال"))
_PROMISING: Final = frozenset(("declarative", "commissive", "ready"))
_SENDING: Final = frozenset(("ارسال", "تامين", "تسيير", "نقل", "ايصال", "توزيع", "تقديم", "توفير", "تجهيز"))
_FUNDING: Final = _OFFERING | {"تمويل"}
_ABROAD: Final = ("سفار", "قنصلي", "وديع")  # beginnings of folded words: what a state gives no one at home
_LATER: Final = 60  # tokens behind a pledge at which the next sum goes on with it


def find_takers(telling: Telling, clauses: Clauses, takers: list[Actor], pledgers: list[Actor], inherited: bool) -> list[Actor]:
    """``takers``, or who is to be understood: whose aircraft are let in, whose land is rebuilt, where relief goes, the state in question: «إعادة إعمار غزة» is for it."""
    document, i, start, end, act, what = telling.document, telling.i, telling.start, telling.end, telling.act, telling.what
    own = {a.key for a in pledgers}
    allowed = [a for a in (clauses.adjective(start, _ALLOWED) if lends(telling) else []) if a.key not in own]
    found = allowed or [a for a in takers if a.key and a.key not in own]
    if not found and act in ("allocate", "declarative", "commissive", "ready", "give", "noun"):
        found = clauses.rebuilt(start, end, own)
    if not found and not inherited and act == "give" and what.kind == "cooperation" and what.strength == "item":
        found = clauses.place_behind(start, end, own)  # «أرسلت فريقا فنيا لتشغيل مطار مقديشو»
    if not found and not inherited and act in _PROMISING and what.money is not None:
        found = clauses.for_whom(start, end, own)  # «تعتزم تقديم 20 مليون يورو لتنمية دول الساحل»
    if not found and not inherited and act in _PROMISING | {"give", "allocate"} and what.money is not None:
        found = [a for a in clauses.between(start, end) if a.relation == "in" and a.actor_id is None and "دول" in (a.name_ar or "") and a.key not in own][:1]  # «لتمويل مشاريع في 20 دولة نامية»
    if not found and act in _PROMISING and is_work(document, start):  # «بتغطية عجز موازنة لبنان», «ببناء مدارس في الصومال»
        found = [a for a in clauses.between(start + 1, min(end, start + _TO_OWNER)) if a.relation in ("", "in") and a.actor_id and a.key not in own][:1] or [a for a in clauses.adjective(start + 1, _TO_OWNER) if a.key not in own]
    if not found and act == "open":
        found = clauses.place_behind(start, end, own)
    if not found and act == "directive" and what.money is not None:
        found = clauses.for_whom(start, end, own)  # «دعت الأمم المتحدة إلى توفير مليار دولار للاستجابة لأزمة اللاجئين السودانيين»
    if not found and act == "directive" and (pledgers or stripped(document.norms[start]) in _FUNDING) and what.kind == "humanitarian" and what.strength in ("item", "kind"):
        where = [a for a in clauses.between(start, end) if a.relation == "in" and a.actor_id and a.key not in own][:1]  # «تمويل خطة الاستجابة في السودان»
        found = where or clauses.place_behind(start, end, own) or clauses.theatre(i, own)  # «دعا المنظمات إلى تقديم المساعدات الإغاثية إلى تعز»
    if not found and not inherited and act == "give" and what.is_relief and gifts.is_relief(document, start, end):
        found = clauses.place_behind(start, end, own) or clauses.theatre(i, own)
    if not found and not inherited and act in _PROMISING and what.kind == "humanitarian" and stripped(document.norms[start]) in _SENDING:
        place = find_destination(document, start, end, pledgers[0] if pledgers else None)
        found = [place] if place is not None else []  # «أعلنت الكويت تسيير جسر جوي من المواد الغذائية إلى مدينة تعز»
    if not found and not inherited and telling.lemma == "دعم" and what.money is not None:
        where = [a for a in clauses.between(telling.sentence.first_token, end) if a.relation == "in" and a.actor_id and a.key not in own]
        found = where[:1] if len({a.key for a in where}) == 1 else clauses.theatre(i, own)  # «الأزمة في اليمن …، وأن المملكة دعمت البرامج الإنسانية بأكثر من مليار دولار»
    if not found and not inherited and _offers_aid(telling):
        found = clauses.theatre(i, own)  # «وتعهد رئيس الوزراء البريطاني بتوفير مساعدات إنسانية»
    if not found and not inherited and guards.is_own_business(document, start, end, what):
        found = [a for a in clauses.between(start, end) if a.relation == "in" and a.actor_id and a.key not in own][:1]  # «تعهد قطري باستثمار 15 مليار دولار في تركيا»
        found = found or [a for a in clauses.partners(i, start) if a.actor_id and a.key not in own][:1]  # «وعد خلال اجتماع مع نظيره التركي باستثمارات»
    return found


def _offers_aid(telling: Telling) -> bool:
    """Whether aid without a measure is offered: «بتوفير مساعدات إنسانية»."""
    tokens, start, act, what = telling.document.tokens, telling.start, telling.act, telling.what
    offered = next((stripped(t.norm) for t in tokens[start + 1 : min(start + 3, telling.end)] if t.kind == "word"), "")
    named = offered.startswith((*AID, "ضمان"))
    offers = act in ("commissive", "declarative") and (what.kind in ("humanitarian", "military") or named) or act == "ready" and named
    return offers and not what.measured and stripped(tokens[start].norm) in _OFFERING


def lacks_parties(telling: Telling, clauses: Clauses, status: str, pledgers: list[Actor], takers: list[Actor], inherited: bool, previous: Pledge | None) -> bool:
    """Whether a giver or a taker is missing without whom the clause tells no gift abroad: «تم تقديم مساعدات»."""
    document, i, start, end, act, lemma, what = telling.document, telling.i, telling.start, telling.end, telling.act, telling.lemma, telling.what
    taken = bool(takers) or inherited
    asked = status in ("requested", "called_for")
    if lemma == "منح" and not takers and previous is not None and pledgers and pledgers[0].key in {p[1] or p[2] for p in previous.parties if p[0] == "recipient"}:
        return True  # «ومُنحت تونس مساعدة»: a passive without a giver, of the gift told before
    if not pledgers and not asked and not (lemma == "تعهد" and act == "noun"):
        return True
    if guards.is_own_affair(document, start, pledgers, what, telling.frame):
        return True
    if act == "give" and not taken and what.money is None and what.share is None and not (what.quantity and what.kind in ("military", "humanitarian")):
        return True
    if act == "give" and fold(lemma) in _NEEDS_RECIPIENT and not (taken and (what.measured or what.strength == "item" or lemma == "درب" or what.strength is not None and what.kind == "humanitarian" or relieved(telling, clauses) is not None)):
        return True
    if act == "agree" and what.strength != "item" and not borrows(telling) and not (takers and (what.measured or what.kind in ("humanitarian", "military"))):
        return True  # «اتفقتا على زيادة الإنتاج»
    if not taken and guards.is_own_business(document, start, end, what):
        return True
    hosts = gifts.hosts_at_cost(document, start, end)
    alone = hosts or act == "directive" or what.strength == "item" and (what.kind == "institutional" or what.kind == "spending" and is_action(document.norms[start]) and not document.norms[start].startswith("ال"))
    if not what.measured and not taken and not alone:
        return True
    for_itself = status == "requested" and bool(takers) and what.kind in ("humanitarian", "military")  # «ناشد الرئيس الصومالي المجتمع الدولي تقديم مساعدات عاجلة لبلاده»
    asks_all = asks_everybody if status == "requested" or what.kind == "other" else asks_donors
    if act == "directive" and what.strength in ("kind", "generic") and not what.measured and not for_itself and not _asks_somebody(telling, pledgers, takers) and not (takers and asks_all(document, i, start)):
        return True  # «دعا المجتمع الدولي إلى زيادة المساعدات الإنسانية» asks nobody, save for the speaker's own country
    if not takers and (act in ("consider", "refuse") and not what.measured or act == "withdraw" or act == "directive" and not pledgers):
        return True
    if taken or hosts or not pledgers or previous is not None and what.money is not None and i - previous.last <= _LATER:
        return False
    named = clauses.between(telling.sentence.first_token, telling.sentence.last_token)
    abroad = act in ("agree", "open") or lemma == "هبة" or any(stripped(n).startswith(_ABROAD) for n in document.norms[start : start + 3])
    return not abroad and guards.is_domestic(document, telling.sentence, pledgers, named, what)


def _asks_somebody(telling: Telling, pledgers: list[Actor], takers: list[Actor]) -> bool:
    norm = telling.document.norms[telling.start]
    if takers and stripped(norm) in _OFFERING and telling.what.kind in ("humanitarian", "military"):
        return True  # «دعت الأمم المتحدة المجتمع الدولي إلى تقديم مساعدات عاجلة للصومال»
    return bool(pledgers and takers and (telling.what.strength == "kind" or pledgers[0].actor_id and is_action(norm) and "مساعده" not in norm))
