"""Aid that is told by its carrier: «وصلت الطائرة الإغاثية السعودية إلى مطار عدن محملة بمواد غذائية».

The giver is the adjective of the carrier or who sent it, the recipient the state of its destination.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from extract.arabic.types import Document, Name, Sentence
from extract.events.arguments import Index, is_adjective
from extract.events.pledge_actors import stripped, written_forms
from extract.events.pledge_types import Party, Pledge

_CARRIERS = written_forms(("طايره", "طايرات", "طايرتان", "طايرتين", "سفينه", "سفن", "باخره", "قافله", "قوافل", "شحنه", "شحنات", "شاحنه", "شاحنات", "قاطره", "قاطرات", "جسر"))
_RELIEF = ("اغاث", "مساعد", "معون", "انساني", "غذاي", "طبي", "ادوي", "امداد", "تموين")
_ARMS = ("اسلح", "سلاح", "ذخير")
_MOVES = frozenset(("وصل", "أنزل", "أفرغ", "هبط", "حط", "دخل", "غادر", "أقلع", "انطلق", "توجه", "استقبل", "حمل", "عبر"))
_ARRIVALS = frozenset(("وصول", "هبوط", "دخول", "انطلاق", "مغادره", "تسيير", "ارسال", "توجه"))
_SENDERS = frozenset(("أرسل", "سير", "قدم", "وفر", "تبرع", "استأجر"))
_COMING = frozenset(("قادمه", "القادمه", "اتيه", "مقبله"))
_CARRYING = frozenset(("متنها", "متن", "تحمل", "محمله", "حامله", "تنقل", "تقل"))
_LOAD, _LOAD_CARRIED = 14, 24  # tokens behind the carrier in which its load is told, the longer where a word says that it carries
_BEFORE, _BEHIND = 6, 28  # tokens round the carrier in which its verb, load and destination are told


def find_shipments(document: Document, index: Index) -> list[Pledge]:
    """Deliveries of aid or arms told by aeroplane, ship or convoy, where giver and recipient are both said."""
    out: list[Pledge] = []
    firsts = [s.first_token for s in document.sentences]
    for i in [i for i, norm in enumerate(document.norms) if norm in _CARRIERS]:
        pledge = _read(document, index, document.sentences[bisect_right(firsts, i) - 1], i)
        if pledge is not None and not any(p.parties == pledge.parties and (p.first < pledge.last and pledge.first < p.last or _is_again(document, pledge)) for p in out):
            out += [pledge, *_of_another(document, pledge)]
    return out


def _is_again(document: Document, pledge: Pledge) -> bool:
    """Whether a carrier goes on from one told before: «الطائرة السعودية التي وصلت أمس», without a load of its own."""
    return document.tokens[pledge.trigger].norm.startswith("ال") and pledge.quantity is None


def _of_another(document: Document, pledge: Pledge) -> list[Pledge]:
    """The second carrier of «طائرة سعودية وأخرى سودانية», which another state sent."""
    tokens = document.tokens
    i = next((j for j in range(pledge.trigger + 1, min(pledge.trigger + 5, pledge.last - 1)) if tokens[j].norm == "واخري"), None)
    whose = next((n for n in document.names if i is not None and n.start == tokens[i + 1].start and is_adjective(n) and n.actor_id), None)
    if i is None or whose is None or any(whose.actor_id == p[1] for p in pledge.parties):
        return []
    item = document.text[tokens[i].start : tokens[i + 1].end]
    parties: list[Party] = [("pledger", whose.actor_id, whose.name_ar, None), *(p for p in pledge.parties if p[0] == "recipient")]
    return [replace(pledge, trigger=i, first=pledge.first, item_ar=item, quantity=None, parties=parties)]


def _read(document: Document, index: Index, sentence: Sentence, i: int) -> Pledge | None:
    tokens = document.tokens
    first, last = max(sentence.first_token, i - _BEFORE), min(sentence.last_token, i + _BEHIND)
    carries = any(stripped(t.norm) in _CARRYING for t in tokens[i + 1 : last])
    load = [stripped(t.norm) for t in tokens[i + 1 : min(i + (_LOAD_CARRIED if carries else _LOAD), last)]]
    relief, arms = any(w.startswith(_RELIEF) for w in load), any(w.startswith(_ARMS) for w in load)
    if not relief and not arms:
        return None
    general = tokens[i].norm.startswith("ال") and tokens[i].norm.endswith(("ات", "قوافل", "سفن"))  # «هبوط الطائرات الإغاثية»: any of them
    if general and not any(a.kind == "quantity" and tokens[i].start <= a.start < tokens[last - 1].end for a in document.amounts):
        return None
    moves = [j for j in range(first, last) if (m := document.morphs[j]) is not None and m.pos == "verb" and m.lemma in _MOVES]
    told = bool(moves) or any(stripped(t.norm) in _ARRIVALS for t in tokens[first:i])
    if not told or any(tokens[j - 1].norm in ("لم", "لن", "منع", "ان") for j in moves if j):
        return None
    giver = _giver(document, index, i, last)
    taker = _destination(document, i, last, giver) or _destination(document, first, i, giver)  # «هبطت في مطار عدن الطائرة …»
    if giver is None or taker is None:
        return None
    future = any((m := document.morphs[j]) is not None and m.future for j in moves)
    end = min(last, next((j for j in range(i + 1, last) if tokens[j].text in ".؛"), last))
    weight = next((a for a in document.amounts if a.kind == "quantity" and tokens[i].start <= a.start < tokens[end - 1].end), None)
    parties: list[Party] = [("pledger", giver.actor_id, giver.name_ar, None), ("recipient", taker.country_code, taker.name_ar, None)]
    item = document.text[tokens[i].start : tokens[min(i + 4, end) - 1].end]
    return Pledge(
        i, first, end, "pledged" if future else "delivered", "military" if arms and not relief else "humanitarian", item, None, weight, parties,
        None, None, None, None, "narrator", "shipment", 0.7,
    )  # fmt: skip


def _giver(document: Document, index: Index, i: int, last: int) -> Name | None:
    """«طائرة سعودية», «قافلة تابعة للصليب الأحمر», «سفينة … أرسلها برنامج الأغذية العالمي», «شاحنات قادمة من السعودية»."""
    tokens = document.tokens
    near = tokens[min(i + 6, last) - 1].end
    load = next((j for j in range(i + 1, last) if stripped(tokens[j].norm) in ("مساعدات", "المساعدات")), None)
    if load is not None:  # «طائرة روسية تحمل 50 طنا من المساعدات الفرنسية»
        end = tokens[min(load + 3, last) - 1].end
        whose = next((n for n in document.names if tokens[load].end <= n.start < end and is_adjective(n) and n.actor_id), None)
        if whose is not None:
            return whose
    own = next((n for n in document.names if tokens[i].end <= n.start < near and (is_adjective(n) or n.kind == "organisation") and n.actor_id), None)
    sender = next((j for j in range(i + 1, last) if (m := document.morphs[j]) is not None and m.pos == "verb" and m.lemma in _SENDERS), None)
    if sender is not None:
        behind = tokens[min(sender + 5, last) - 1].end
        sent = next((n for n in document.names if tokens[sender].end <= n.start < behind and n.kind in ("state", "organisation", "metonym")), None)
        return sent or own
    coming = next((j for j in range(i + 1, last) if tokens[j].norm in _COMING), None)
    if own is None and coming is not None:  # «قاطرات قادمة من السعودية»
        behind = tokens[min(coming + 3, last) - 1].end
        return next((n for n in document.names if tokens[coming].end <= n.start < behind and n.kind == "state"), None)
    return own


def _destination(document: Document, i: int, last: int, giver: Name | None) -> Name | None:
    """The first place or state behind the carrier that is not the giver's own."""
    start, end = document.tokens[i].end, document.tokens[last - 1].end
    own = giver.actor_id if giver is not None else None
    for name in document.names:
        if start <= name.start < end and name.kind in ("place", "state") and name.country_code and name.country_code != own:
            before = document.text[max(0, name.start - 6) : name.start].split()
            if not before or before[-1] != "من":
                return name
    return None
