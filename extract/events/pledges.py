"""Pledges: who promised, gave, asked for or refused what, to whom, how much.

Speech acts over clauses: commissive (تعهد وعد التزم), declarative (أعلن with an action noun or a sum), giving (قدم منح
زود; its future is a promise), directive (طلب دعا حث), refusing (رفض علق أوقف), considering (يبحث يدرس). «أعلن أن» with a
past verb is reporting: then the verb of giving behind it speaks for itself.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from extract.arabic.normalizer import fold
from extract.arabic.types import Document
from extract.events import pledge_content as content
from extract.events import pledge_gifts as gifts
from extract.events import pledge_guards as guards
from extract.events.arguments import Index
from extract.events.pledge_action import WITHDRAWALS, find_action, is_action
from extract.events.pledge_actors import find_actors, is_body, stripped
from extract.events.pledge_agreed_aid import find_agreed_aid
from extract.events.pledge_arrivals import find_arrivals
from extract.events.pledge_debts import find_debts
from extract.events.pledge_deeds import find_deeds
from extract.events.pledge_identity import complete, recipients_before, same_load, takes_load, told_before
from extract.events.pledge_loads import goods_before
from extract.events.pledge_projects import find_projects
from extract.events.pledge_relatives import find_relatives
from extract.events.pledge_roles import BORROWING, DITRANSITIVE, roles_of, settled, status_of
from extract.events.pledge_shipments import find_shipments
from extract.events.pledge_subjects import RELIEF, Clauses
from extract.events.pledge_sums import find_sums
from extract.events.pledge_troops import find_troops
from extract.events.pledge_types import Party, Pledge, rows
from extract.events.pledge_wants import find_wants

if TYPE_CHECKING:
    from extract.lexicon import Lexicon

_NEEDS_RECIPIENT = frozenset(("ورد", "دفع", "حول", "مول", "ضمن", "نقل", "عرض", "سلم", "درب", "دعم", "أنفق", "صرف"))
_NEEDS_SUM = frozenset(("دفع", "حول", "ضمن", "ضخ", "رصد", "ساهم", "أسهم", "أودع", "كشف", "صرف", "وقع", "دعم", "استثمر", "أبرم", "أقرض", "أفرج", "اقترض"))
_NEEDS_B = frozenset(("طالب", "وجه", "أمر"))  # «طالب» is also a student, «أمر» a matter: what is asked follows with ب
_ALLOWED = 5  # tokens in which the adjective tells whose aircraft are allowed in: «للطائرات العسكرية الفرنسية»
_FORGIVING = frozenset(("اعفاء", "شطب", "اسقاط", "أعفى"))  # of a debt, which else is no gift
_READ_ELSEWHERE = frozenset(("deed", "join", "want"))  # acts of frames that other modules read
_OFFERING = frozenset(("تقديم", "توفير", "ارسال"))
_UNTRUE = frozenset(("ان", "بان", "قد", "لا", "لم", "لن", "كي", "حتي", "هل", "اذا", "لو", "الا"))
_VEHICLES = frozenset(("سفينه", "سفن", "طايره", "طايرات", "مقاتله", "مقاتلات"))
_CUTTING = frozenset(("جمد", "قطع", "ألغى", "أنهى", "أفرج"))
_AID = ("مساعد", "معون", "تمويل", "دعم", "منح", "هبه", "تبرع")  # beginnings of folded words
_OF_AID = 8  # tokens in which what is cut or released is called aid
_ABROAD = ("سفار", "قنصلي", "وديع")  # beginnings of folded words: what a state gives no one at home
_INTENDING = frozenset(("اعتزم", "نوى", "خطط"))
_TO_OPENING = 4  # tokens from the subject to what is done again: «رسميا الاثنين»
_BOUND = frozenset(("ملتزم", "ملتزمه"))
_BODY_VERBS = frozenset(("قدم", "منح", "زود", "سلم", "أرسل", "خصص", "وفر", "مول", "دفع", "نشر", "زاد", "رفع", "دعم", "ساهم", "درب", "فتح"))


def find_pledges(document: Document, lexicon: Lexicon) -> list[Pledge]:
    """Pledges in reading order, one for each undertaking however often it is told."""
    items = lexicon.pledge_items
    triggers = content.frames_in(document, lexicon.pledge_frames)
    opening = [i for i, frame in triggers.items() if frame["act"] not in _READ_ELSEWHERE]
    index = Index(document)
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
            pledge = _read(document, clauses, items, triggers[i], i, number, out[-1] if out else None)
            if pledge is None:
                continue
            found = [pledge, *_listed(document, clauses, pledge, last)]
            for each in found:
                if out:
                    complete(each, out[-1], document)
                if not told_before(out, each, document):
                    out.append(each)
            done_until = max(p.last for p in found)
    out += find_deeds(document, clauses, triggers, items, out)
    out += find_relatives(document, clauses, triggers, items, out)
    out += find_sums(document, clauses, out)
    out += find_wants(document, clauses, triggers, out)
    told = list(out)
    for shipment in (*find_debts(document, clauses), *find_agreed_aid(document, clauses, items), *find_shipments(document, clauses), *find_arrivals(document, clauses), *find_troops(document, clauses, triggers), *find_projects(document, clauses)):
        if not any(p.first < shipment.last and shipment.first < p.last or same_load(p, shipment) or takes_load(p, shipment) for p in told) and not told_before(out, shipment, document):
            out.append(shipment)
    for pledge in out:
        _complete_taker(clauses, pledge)
    return sorted(out, key=lambda p: p.trigger)


def _complete_taker(clauses: Clauses, pledge: Pledge) -> None:
    """Relief and arms whose taker is not said go to the state that the article is about."""
    if pledge.kind in ("humanitarian", "military") and pledge.status in ("pledged", "delivered") and not any(p[0] == "recipient" for p in pledge.parties):
        pledge.parties += rows("recipient", clauses.theatre(pledge.trigger, {p[1] or p[2] for p in pledge.parties}))


def _read(
    document: Document, clauses: Clauses, items: content.Items, frame: content.Frame, i: int, number: int,
    previous: Pledge | None,
) -> Pledge | None:  # fmt: skip
    tokens, morphs, act = document.tokens, document.morphs, frame["act"]
    sentence = document.sentences[number]
    end = content.before_second_sum(document, i, content.end_of(document, i, sentence.last_token))
    if end <= i + 1 or guards.is_other_giving(document, i, end):
        return None
    morph = morphs[i] if frame["pos"] == "verb" else None
    if frame["pos"] == "noun":
        subject = clauses.genitive(i, end)
    elif frame["pos"] == "form" and act == "directive":
        subject = clauses.topic(i, sentence.first_token, number)  # «واختتم الأمير كلمته داعيا الاتحاد إلى …»
    else:
        subject = (clauses.genitive(i, end) if act == "ready" and morph is None else []) or clauses.subject(i, sentence.first_token, end, number)  # «استعداد البنك لـ…»
    if act == "directive" and tokens[i + 1].norm in ("فيه", "فيها"):  # «خطابا من السلطات اليونانية طلبت فيه …»
        subject = [a for a in clauses.between(sentence.first_token, i) if a.relation in ("", "from")][-1:] or subject
    if act == "directive" and subject and subject[0].first < sentence.first_token and _has_unknown_subject(document, clauses, i, end):
        subject = []
    behind = max((a.last for a in subject if a.first > i), default=i + 1)
    beside = any(i < a.first <= i + 9 or a.last <= i and (clauses.open_gap(a.last, i) or clauses.had(a, i)) for a in subject)
    ordered = frame["lemma"] in _NEEDS_B and tokens[i + 1].norm.startswith("ب") and (is_action(tokens[i + 1].norm) or stripped(tokens[i + 1].norm) in WITHDRAWALS)
    if frame["pos"] == "verb" and act != "provide" and not ordered and guards.is_noun_here(document, i, beside):
        return None
    if act == "declarative" and morph is not None and morph.enclitic:
        return None  # «الهدنة التي قررتها القيادة»
    if act == "give" and not beside and document.norms[i - 1] in ("التي", "الذي"):
        return None  # «الوجبات التي قدمت»
    start = behind
    if frame["lemma"] == "أعاد":  # «أعادت واشنطن وهافانا رسميا الاثنين فتح سفارتيهما»
        start = next((j for j in range(behind, min(end - 1, behind + _TO_OPENING)) if tokens[j].norm == "فتح"), behind)
    if act not in ("give", "noun", "need", "open", "receive"):
        action = find_action(document, i, behind, end, items, clauses.between(i, end), clauses.timed, act=act, body_verbs=_BODY_VERBS)
        if action is None or morph is not None and morph.lemma == "وعد" and morph.aspect == "i" and tokens[action].norm[:1] != "ب":
            return None  # «تعد» is also «is held to be»
        start = action
    borrowed = frame["lemma"] in BORROWING and any(stripped(t.norm) in ("اقتراض", "قرض") for t in tokens[i:end])  # «اتفقت مصر مع البنك الدولي على اقتراض …»
    if guards.is_sale(document, i, start):
        return None
    what = content.read(document, start, end, items, clauses.between(start, end), clauses.timed)
    if guards.is_other_giving(document, start - 1, end) or not borrowed and guards.is_trade(document, i, what.money) and frame["lemma"] not in _FORGIVING and stripped(tokens[start].norm) not in _FORGIVING:
        return None
    if act == "noun" and what.share is None and (what.money is None or not guards.near_sum(document, i, what.money)):
        return None
    if act == "need" and morph is not None and not any(a.actor_id and is_body(a.actor_id) for a in subject):
        return None  # «تحتاج أوكرانيا إلى 600 مليار دولار» is an estimate
    if frame["lemma"] in _BOUND and stripped(tokens[start].norm) == "دعم" and not what.measured:
        return None  # «ملتزمة بدعم الشرعية»
    if act == "need" and not (what.strength == "kind" and what.kind == "humanitarian") and (what.money is None or not guards.near_sum(document, i, what.money)):
        return None
    if morph is not None and morph.enclitic and act == "give" and not (frame["lemma"] in DITRANSITIVE and (what.measured or what.strength == "item")):
        return None  # «المساعدات التي قدمتها»: what was given has been said before
    if frame["lemma"] == "قدم" and {t.norm for t in tokens[i + 1 : start + 5]} & {"خطه", "برنامجا", "مشروعا", "خططا", "الخطه"}:
        return None
    if frame["lemma"] in _CUTTING and not any(stripped(n).startswith(_AID) for n in document.norms[start : min(end, start + _OF_AID)]):
        return None  # «جمدت أموال روسيا», «قطعت علاقاتها»
    if frame["lemma"] == "زود" and stripped(tokens[start].norm) in _VEHICLES:
        return None  # «زود خفر السواحل السفينة بالوقود»
    told = frame["lemma"] == "كشف" and is_action(tokens[start].norm) and what.kind in ("humanitarian", "military")  # «كشفت باريس عن اتفاق لتقديم مساعدات إنسانية»
    if frame["lemma"] in _NEEDS_SUM and what.money is None and not told and not gifts.is_cost(document, start, end):
        return None
    if frame["lemma"] == "عمل" and tokens[start - 1].norm != "علي":
        return None
    if frame["lemma"] == "نوى" and document.tokens[i].norm.startswith("ونو"):
        return None  # «ونوه بـ» praises
    if frame["lemma"] == "صرف" and tokens[i + 1].norm == "علي":
        return None  # what was spent
    if frame["lemma"] == "دفع" and {t.norm for t in tokens[i:end]} & {"الدين", "ديونها", "القسط", "قسط", "الفوايد", "والفوايد", "مستحقات", "اقساط"}:
        return None  # a debtor pays his debt
    if frame["lemma"] in _NEEDS_B and not any(n[:1] == "ب" for n in document.norms[behind : start + 1]):
        return None
    if frame["lemma"] in ("واصل", "استثمر") and not (morph is not None and morph.future):
        return None  # what goes on is promised where it is to go on
    if frame["lemma"] == "تقدم" and what.money is None:
        return None
    if act in ("consider", "refuse", "directive") and not what.measured and what.strength != "item" and not (act == "directive" and what.strength in ("kind", "generic")):
        return None
    agreed = i + 1 < end and tokens[i + 1].norm.startswith("بموجب")  # «تقدم بموجبها واشنطن مساعدات»
    if act == "give" and morph is not None and morph.aspect == "i" and not morph.future and tokens[i - 1].norm not in ("سوف", "لن") and not (what.measured and beside) and not agreed:
        wont = beside and what.strength in ("item", "kind") and what.kind in ("military", "humanitarian") and not {*document.norms[i - 1 : i]} & _UNTRUE
        if not wont or not any(a.relation == "to" or frame["lemma"] in DITRANSITIVE and a.relation == "" for a in clauses.between(behind, end)):
            return None  # what one is wont to give, unless both sides and arms or relief are told: «إيران تزود الحوثيين بصواريخ»
    lends = gifts.lends_bases(document, start, end) if frame["lemma"] == "سمح" or stripped(tokens[start].norm) == "سماح" else False
    if frame["lemma"] == "سمح" and not lends or frame["lemma"] == "نقل" and what.kind != "military" or frame["lemma"] == "أعطى" and not what.measured:
        return None
    if what.kind == "institutional" and "نقل" in tokens[start].norm:
        return None  # moving an embassy gives nobody anything
    if act == "light" and (morph is None or morph.enclitic or tokens[start].norm[:1] != "ب" or not what.measured):
        return None  # «قام بتقديم …» is to give; «قام بزيارة» is not
    if act == "receive" and (not what.measured or what.quantity is not None and what.quantity.unit in ("missile", "shell") or tokens[i + 1].norm in ("عليها", "عليه")):
        return None  # «رسائل حصلت عليها الصحيفة الأميركية»
    if frame["lemma"] == "أعاد" and (tokens[start].norm != "فتح" or not beside and len(subject) < 2):
        return None  # «سيعاد فتح السفارة» names nobody
    if act == "open":
        credit = what.money is not None and any(t.norm.startswith(("ايتمان", "اعتماد")) for t in tokens[i + 1 : i + 6])  # «فتحت خطا ائتمانيا»
        if not credit and (what.kind != "institutional" or what.strength != "item" or morph is None or not morph.future and frame["lemma"] != "أعاد"):
            return None  # the past «فتح» is the noun as often
    if act == "consider" and (morph is None or morph.aspect != "i" or not is_action(tokens[start].norm) and stripped(tokens[start].norm) != "حصول"):
        return None  # «يبحث الوزراء أزمة الصواريخ» considers no gift
    if act == "agree" and what.strength is None and not borrowed:
        return None
    if act == "allocate" and morph is not None and morph.aspect == "i" and not morph.future and not what.measured:
        return None  # «تخصص» is also a field of study
    if frame["lemma"] in _INTENDING and morph is not None and not is_action(tokens[start].norm) and start > behind + 1:
        return None  # «تعتزم اعتبار المبلغ احتياطيا»
    if what.strength is None and not what.measured:
        return None
    status = status_of(document, frame, i, sentence.first_token, morph)
    if status is None:
        return None
    if (act == "noun" or frame["lemma"] == "تبرع") and any(n.startswith(("اعلن", "واعلن", "باعلان", "اعلان")) for n in document.norms[max(sentence.first_token, i - 3) : i]):
        status = "pledged"  # «أعلن تبرع المملكة بمبلغ …»
    if act in ("declarative", "commissive") and status == "pledged" and guards.is_withdrawal(document, behind, start):
        status = "refused"
    status = settled(document, frame, start, status)
    pledgers, takers, speaker = roles_of(document, clauses, frame, i, start, end, subject, status, sentence.first_token, number)
    pledgers = [a for a in pledgers if a.key]
    own = {p.key for p in pledgers}
    takers = [a for a in takers if a.key and a.key not in own] or [a for a in (clauses.adjective(start, _ALLOWED) if lends else []) if a.key not in own]
    if status == "called_for" and takers and {a.key for a in takers} <= {a.key for a in subject}:
        status = "requested"  # «دعا الرئيس اليمني الصين إلى مساعدة اليمن»
    if frame["lemma"] == "منح" and not takers and previous is not None and pledgers and pledgers[0].key in {p[1] or p[2] for p in previous.parties if p[0] == "recipient"}:
        return None  # «ومُنحت تونس مساعدة»: a passive without a giver, of the gift told before
    inherited = [] if takers or previous is None else recipients_before(previous, pledgers, i)
    if not takers and act in ("allocate", "declarative", "commissive", "ready", "give", "noun"):
        takers = clauses.rebuilt(start, end, {a.key for a in pledgers})
    if act == "give" and not takers and not inherited and what.kind == "cooperation" and what.strength == "item":
        takers = clauses.place_behind(start, end, {a.key for a in pledgers})  # «أرسلت فريقا فنيا لتشغيل مطار مقديشو»
    if act == "directive" and pledgers and not takers and what.kind == "humanitarian" and what.strength in ("item", "kind"):
        takers = clauses.place_behind(start, end, {a.key for a in pledgers}) or clauses.theatre(i, {a.key for a in pledgers})  # «دعا المنظمات إلى تقديم المساعدات الإغاثية إلى تعز»
    if act == "give" and not takers and not inherited and what.is_relief and gifts.is_relief(document, start, end):
        takers = clauses.theatre(i, {a.key for a in pledgers})
    if not pledgers and status not in ("requested", "called_for") and not (frame["lemma"] == "تعهد" and act == "noun"):
        return None
    if act == "give" and not takers and not inherited and what.money is None and not (what.quantity and what.kind in ("military", "humanitarian")):
        return None
    if frame["lemma"] == "دعم" and not takers and not inherited and what.money is not None:
        where = [a for a in clauses.between(sentence.first_token, end) if a.relation == "in" and a.actor_id and a.key not in {p.key for p in pledgers}]
        takers = where[:1] if len({a.key for a in where}) == 1 else clauses.theatre(i, {a.key for a in pledgers})  # «الأزمة في اليمن …، وأن المملكة دعمت البرامج الإنسانية بأكثر من مليار دولار»
    if act == "give" and fold(frame["lemma"]) in {fold(w) for w in _NEEDS_RECIPIENT} and not ((takers or inherited) and (what.measured or what.strength == "item")):
        return None
    offered = next((stripped(t.norm) for t in tokens[start + 1 : min(start + 3, end)] if t.kind == "word"), "")
    named_aid = offered.startswith((*_AID, "ضمان"))
    offers = act in ("commissive", "declarative") and (what.kind in ("humanitarian", "military") or named_aid) or act == "ready" and named_aid
    if offers and not takers and not inherited and not what.measured and stripped(tokens[start].norm) in _OFFERING:
        takers = clauses.theatre(i, {a.key for a in pledgers})  # «وتعهد رئيس الوزراء البريطاني بتوفير مساعدات إنسانية»
    if act == "agree" and what.strength != "item" and not borrowed and not (takers and (what.measured or what.kind in ("humanitarian", "military"))):
        return None  # «اتفقتا على زيادة الإنتاج»
    if not takers and not inherited and guards.is_own_business(document, start, end, what):
        takers = [a for a in clauses.between(start, end) if a.relation == "in" and a.actor_id and a.key not in {p.key for p in pledgers}][:1]  # «تعهد قطري باستثمار 15 مليار دولار في تركيا»
        if not takers:
            return None
    lone = not what.measured and not takers and not inherited
    if lone and not (act == "directive" or what.strength == "item" and (what.kind == "institutional" or what.kind == "spending" and is_action(tokens[start].norm) and not tokens[start].norm.startswith("ال"))):
        return None
    if act == "directive" and what.strength in ("kind", "generic") and not what.measured and not (pledgers and takers and (what.strength == "kind" or pledgers[0].actor_id and is_action(tokens[start].norm) and "مساعده" not in tokens[start].norm)):
        return None  # «دعا المجتمع الدولي إلى زيادة المساعدات الإنسانية» asks nobody
    if act in ("consider", "refuse") and not what.measured and not takers or act == "withdraw" and not takers or act == "directive" and not takers and not pledgers:
        return None
    if not takers and not inherited and pledgers and (previous is None or what.money is None or i - previous.last > 60):
        named = clauses.between(sentence.first_token, sentence.last_token)
        abroad = act in ("agree", "open") or frame["lemma"] == "هبة" or any(stripped(n).startswith(_ABROAD) for n in document.norms[start : start + 3])
        if not abroad and guards.is_domestic(document, sentence, pledgers, named, what):
            return None
    if what.kind == "military" and not what.measured and guards.is_troops(what.item_ar) and act == "give" and status != "refused":
        return None
    kind = what.kind or ("financial" if what.money else "other")
    relievers = [a for a in [*pledgers, *clauses.between(start, end)] if a.actor_id != "UN"]
    if kind == "financial" and any(a.actor_id in RELIEF for a in [*takers, *relievers]):
        kind = "humanitarian"
    item = what.item_ar if frame["lemma"] != "وزع" or tokens[start].norm not in ("علي", "في") else goods_before(document, i, sentence.first_token)  # «المواد الطبية ستوزع على المستشفيات»
    parties: list[Party] = rows("pledger", pledgers) + rows("recipient", takers) + inherited
    if status in ("requested", "called_for") and speaker is not None:
        parties += rows("requester", [speaker])
    confidence = 0.55 + 0.2 * what.measured + 0.1 * bool(takers) + 0.05 * (act == "commissive") + 0.05 * bool(pledgers)
    left = min([i, *(a.first for a in subject if a.first >= sentence.first_token)])
    return Pledge(
        i, left, end, status, kind, item, what.money, what.quantity, parties, clauses.announced(sentence, i),
        clauses.due(start, end) if status == "pledged" else None,
        content.condition(document, i, end), next((a.person_id for a in subject if a.person_id), None), _attribution(document, i),
        f"{act}_{frame['lemma']}", round(min(confidence, 0.95), 2),
    )  # fmt: skip


def _has_unknown_subject(document: Document, clauses: Clauses, i: int, end: int) -> bool:
    """Whether a word that no table knows stands between the verb and whom it asks: «ودعا الأصبحي المنظمات الدولية إلى …»."""
    asked = next((a for a in clauses.between(i + 1, min(end, i + 5))), None)
    return asked is not None and asked.relation == "" and asked.first > i + 1 and document.norms[i + 1].startswith("ال") and i + 1 not in clauses.timed


def _listed(document: Document, clauses: Clauses, pledge: Pledge, last: int) -> list[Pledge]:
    """Further donors in a list that shares the verb: «تعهدت الرياض بـ500 مليون دولار، والكويت بـ250 مليونا»."""
    out: list[Pledge] = []
    if pledge.amount is None or pledge.status not in ("pledged", "delivered"):
        return out
    previous = pledge.amount
    for amount in (a for a in document.amounts if a.kind == "money" and a.start >= previous.end):
        a, b = clauses.index.token_at(previous.end), clauses.index.token_at(amount.start)
        if b >= last or b - a > 9:
            break
        givers = [x for x in clauses.between(a, b) if x.relation == "" and b - x.last <= 3]
        joined = bool(givers) and document.tokens[givers[0].first].norm.startswith("و")
        if not givers or not joined or any((m := document.morphs[k]) is not None and m.pos == "verb" for k in range(a, b)):
            break
        end = clauses.index.token_at(amount.end)
        parties = rows("pledger", clauses.run(givers)) + [p for p in pledge.parties if p[0] == "recipient"]
        out.append(
            Pledge(b, givers[0].first, end, pledge.status, pledge.kind, amount.text, amount, None, parties, pledge.announced, None, None,
                   None, pledge.attribution, pledge.rule + "_list", pledge.confidence)
        )  # fmt: skip
        previous = amount
    return out


def _attribution(document: Document, i: int) -> str:
    at = document.tokens[i].start
    return next((s.attribution for s in document.speeches if s.start <= at < s.end), "narrator")


