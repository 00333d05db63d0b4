"""Aid that is told by its carrier: «وصلت الطائرة الإغاثية السعودية إلى مطار عدن محملة بمواد غذائية».

The giver is the adjective of the carrier or who sent it, the recipient the state of its destination. Where the text leaves
out one of them, it is the relief body or the state that the article is about.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from extract.arabic.spans import sentence_at
from extract.arabic.types import Document, Sentence
from extract.events.arguments import is_adjective
from extract.events.pledges.actors.actor import RELIEF, Actor
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.constructions.loads import CARRIERS, CARRYING, load_words
from extract.events.pledges.constructions.shipment_ends import find_destination, find_origin, find_sender
from extract.events.pledges.pledge import Party, Pledge, rows

_RELIEF: Final = ("اغاث", "مساعد", "معون", "انساني", "غذاي", "طبي", "ادوي", "امداد", "تموين", "ميداني")
_ONE_CARRIER: Final = frozenset(("طايره", "سفينه", "باخره", "قافله", "شحنه"))
_OF_RELIEF: Final = ("اغاث", "مساعد", "معون", "انساني")  # what says that a load is a gift
_ARMS: Final = ("اسلح", "سلاح", "ذخير")
_MOVES: Final = frozenset(("وصل", "أنزل", "أفرغ", "هبط", "حط", "دخل", "غادر", "أقلع", "انطلق", "توجه", "اتجه", "استقبل", "حمل", "عبر", "واصل", "بدأ", "شهد", "أسقط", "ألقى"))
_ARRIVALS: Final = frozenset(("وصول", "هبوط", "دخول", "انطلاق", "مغادره", "تسيير", "ارسال", "توجه", "انزال", "تفريغ", "رسو", "ابحرت", "ابحر", "رست", "رسا", "تسييرها"))
_CLOSING: Final = frozenset(("فيما", "بينما", "حيث", "لكن", "كشف", "وكشف"))
_UNLOADING: Final = frozenset(("أنزل", "أفرغ"))  # «سفن استأجرها البرنامج أنزلت ألف طن من المساعدات»
_DROPPING: Final = frozenset(("أسقط", "ألقى"))
_TO_BE_DONE: Final = frozenset(("سيتم", "ستتم", "سيجري"))  # «سيتم إرسال 50 شاحنة»
_RECEIVING: Final = frozenset(("استقبل", "شهد"))
_LOAD, _LOAD_CARRIED = 14, 24  # tokens behind the carrier in which its load is told, the longer where a word says that it carries
_BEFORE, _BEFORE_ABOARD, _BEHIND = 12, 24, 28  # tokens round the carrier in which its verb, load and destination are told
_NEAR: Final = 150  # tokens between two tellings of one carrier
_EXPECTED: Final = frozenset(("المقرر", "المتوقع", "المنتظر", "المرتقب", "المفترض", "المزمع", "يتوقع", "ينتظر", "يرتقب"))
_KINDS: Final = {"air": ("طاير",), "sea": ("سفين", "سفن", "باخر", "بواخر"), "road": ("قافل", "قوافل", "شاحن", "قاطر")}
_ORDERS: Final = {form: number for number, forms in (("1", "اول اولي"), ("2", "ثاني ثانيه"), ("3", "ثالث ثالثه"), ("4", "رابع رابعه"), ("5", "خامس خامسه"), ("6", "سادس سادسه")) for form in forms.split()}
_TO_PARTS: Final = 8  # tokens from a convoy to the lorries of which it is
_TO_ORDER: Final = 5  # tokens of a carrier and its adjectives
_TO_CARRYING: Final = 3  # tokens from a mark to a verb of carrying behind it
_CLOSE: Final = 6  # tokens before the carrier in which its verb stands


class _Stretch(NamedTuple):
    """The tokens round a carrier in which its journey is told, and those of its verbs."""

    first: int
    near: int  # from here on a verb is the carrier's own
    last: int
    moves: list[int]


def find_shipments(document: Document, clauses: Clauses) -> list[Pledge]:
    """Deliveries of aid or arms told by aeroplane, ship or convoy, where giver and recipient are both said: «وصلت الطائرة الإغاثية السعودية إلى عدن»."""
    out: list[Pledge] = []
    for i in [i for i, norm in enumerate(document.norms) if norm in CARRIERS]:
        pledge = _read(document, clauses, document.sentences[sentence_at(document, i)], i)
        if pledge is not None and not any(_ends(p) == _ends(pledge) and (p.first < pledge.last and pledge.first < p.last or _is_again(document, pledge, p)) for p in out):
            out += [pledge, *_of_another(document, pledge)]
    out = [_with_load(document, p) for p in out]
    return [p for k, p in enumerate(out) if not any(_resumes(document, p, other) or _resumes(document, other, p) and k < n for n, other in enumerate(out) if n != k)]


def _ends(pledge: Pledge) -> list[str | None]:
    return [p[1] or p[2] for p in pledge.parties]


def _is_again(document: Document, pledge: Pledge, told: Pledge) -> bool:
    """Whether a carrier goes on from one told before: «الطائرة السعودية التي وصلت أمس», without a load of its own; the first is not the second."""
    orders, kinds = (_orders(document, pledge), _orders(document, told)), (_kind(document, pledge), _kind(document, told))
    other = "" not in orders and orders[0] != orders[1] or "" not in kinds and kinds[0] != kinds[1]
    return document.tokens[pledge.trigger].norm.startswith("ال") and pledge.quantity is None and not other


def _kind(document: Document, pledge: Pledge) -> str:
    """The beginning of a carrier's word where it tells how it goes, "" for a load or a bridge: «الطائرة» is no «قوافل»."""
    word = stripped(document.norms[pledge.trigger])
    return next((kind for kind, forms in _KINDS.items() if word.startswith(forms)), "")


def _orders(document: Document, pledge: Pledge) -> str:
    """Which of a series a carrier is by the word beside it, "" where that is not told: «الطائرة السعودية | الأولى», «طائرة | ثانية», «ثاني | طائرة»."""
    near = document.norms[max(0, pledge.trigger - 1) : pledge.trigger + _TO_ORDER]
    return next((_ORDERS[n.removeprefix("ال")] for n in near if n.removeprefix("ال") in _ORDERS), "")


def _resumes(document: Document, pledge: Pledge, other: Pledge) -> bool:
    """Whether ``pledge`` has the carrier of ``other`` without the load that the other tells: one of them is «الطائرة», known already."""
    norms = document.norms
    known = any(norms[p.trigger].startswith("ال") and not {"الاولي", "الاول"} & {*norms[p.trigger + 1 : p.trigger + 4]} for p in (pledge, other))
    same = _orders(document, pledge) != "" and _orders(document, pledge) == _orders(document, other)  # «الطائرة الثانية», told again as «ثاني طائرة»
    return known and pledge.quantity is None and other.quantity is not None and _ends(pledge) == _ends(other) and (same or abs(pledge.trigger - other.trigger) < _NEAR)


def _with_load(document: Document, pledge: Pledge) -> Pledge:
    """The arrival with the load that a later sentence tells of its carrier: «السفينة تحمل على متنها 900 طن من الطحين»."""
    norms, word = document.norms, stripped(document.norms[pledge.trigger])
    if pledge.quantity is not None or word not in _ONE_CARRIER:
        return pledge
    for i in range(pledge.last, min(pledge.last + _NEAR, len(norms) - 1)):
        if stripped(norms[i]) == word and norms[i].removeprefix("و").startswith("ال") and "الاولي" not in norms[i + 1 : i + 4]:
            stop = next((j for j in range(i, min(i + _BEHIND, len(norms))) if document.tokens[j].text in ".؛"), min(i + _BEHIND, len(norms)))
            weight = next((a for a in document.amounts if a.unit == "tonne" and document.tokens[i].start < a.start < document.tokens[stop - 1].end), None)
            if weight is not None and any(stripped(n) in CARRYING for n in norms[i + 1 : stop]):
                last = next(j for j in range(i, stop) if document.tokens[j].end >= weight.end) + 1
                return replace(pledge, trigger=i, first=i, last=last, quantity=weight, item_ar=load_words(document, i, i, stop))
    return pledge


def _of_another(document: Document, pledge: Pledge) -> list[Pledge]:
    """The second carrier of «طائرة سعودية وأخرى سودانية», which another state sent."""
    tokens = document.tokens
    i = next((j for j in range(pledge.trigger + 1, min(pledge.trigger + 5, pledge.last - 1)) if tokens[j].norm == "واخري"), None)
    whose = next((n for n in document.names if i is not None and n.start == tokens[i + 1].start and is_adjective(n) and n.actor_id), None)
    if i is None or whose is None or any(whose.actor_id == p[1] for p in pledge.parties):
        return []
    parties: list[Party] = [("pledger", whose.actor_id, whose.name_ar, None), *(p for p in pledge.parties if p[0] == "recipient")]
    return [replace(pledge, trigger=i, first=pledge.first, quantity=None, parties=parties)]


def _read(document: Document, clauses: Clauses, sentence: Sentence, i: int) -> Pledge | None:
    tokens, norms = document.tokens, document.norms
    around = _stretch(document, sentence, i)
    relief, arms = _load(document, i, around)
    teller = _relief_body(document, clauses, sentence, i)
    relief = relief or bool(teller) and not arms and any(a.unit == "tonne" and tokens[i].start < a.start < tokens[around.last - 1].end for a in document.amounts)  # wheat of a relief body
    military = any(a.endswith("مساعدات") and b.endswith(("عسكريه", "امنيه")) for a, b in zip(norms[i : around.last], norms[i + 1 : around.last], strict=False))
    dropped = [j for j in around.moves if (m := document.morphs[j]) is not None and m.lemma in _DROPPING]
    if dropped and (not relief or dropped != [i - 1]):
        return None  # «أسقطت طائرات أردنية مساعدات» drops aid, «أسقطوا طائرة» brings it down
    if not relief and not arms or not around.moves and not any((n in _ARRIVALS or stripped(n) in _ARRIVALS) and n[:1] != "ل" for n in norms[around.near : min(i + 4, around.last)]):
        return None
    general = norms[i].removeprefix("و").startswith("ال") and norms[i].endswith(("ات", "قوافل", "سفن"))  # «هبوط الطائرات الإغاثية»: any of them
    weight = next((a for a in document.amounts if a.kind == "quantity" and tokens[i].start <= a.start and a.end <= tokens[around.last - 1].end), None)
    planned = _planned(document, i, around)
    if general and weight is None or planned is None or any(norms[j - 1] in ("لم", "لن", "منع") or norms[j - 1] == "ان" and not planned for j in around.moves if j):
        return None
    giver = find_sender(document, i, around.last) or (teller[0] if teller else None) or find_origin(document, around.first, around.last)
    taker = find_destination(document, i, around.last, giver) or find_destination(document, around.first, i, giver)  # «هبطت في مطار عدن الطائرة …»
    if giver is None and taker is None:
        return None
    named = weight is not None or any(stripped(n).startswith(_OF_RELIEF) for n in norms[i : around.last])
    givers = [giver] if giver is not None else clauses.reliever({taker.key} if taker is not None else set()) if named else []
    takers = [taker] if taker is not None else clauses.theatre(i, {a.key for a in givers})
    if not givers or not takers:
        return None
    future = planned or any((m := document.morphs[j]) is not None and m.future for j in around.moves) or bool(_TO_BE_DONE & {*norms[around.first : i]})
    left = min([i, *(j for j in around.moves if j >= around.near), *(a.first for a in takers if a.first >= around.first)])
    end = min(around.last, max([i + 4, *(j + 1 for j in range(i, around.last) if stripped(norms[j]).startswith((*_RELIEF, *_ARMS))), *(a.last for a in (*givers, *takers) if i < a.first < around.last)]))
    return Pledge(
        i, left, end, "pledged" if future else "delivered", "military" if military or arms and not relief else "humanitarian", load_words(document, i, around.first, around.last),
        None, weight if weight is None or weight.unit not in ("aircraft", "ship") else None, rows("pledger", givers) + rows("recipient", takers), None, None, None, None, "narrator", "shipment", 0.7 if giver and taker else 0.6,
    )  # fmt: skip


def _stretch(document: Document, sentence: Sentence, i: int) -> _Stretch:
    """What is told round the carrier at ``i``; the verb of a place that receives it may stand farther before it."""
    aboard = _is_aboard(document, i)
    first, last = max(sentence.first_token, i - (_BEFORE_ABOARD if aboard else _BEFORE)), min(sentence.last_token, i + _BEHIND)
    marks = sum(t.kind == "punctuation" for t in document.tokens[max(first, i - _CLOSE) : i])  # «ووصلت، الثلاثاء، إلى مطار بيروت طائرة»
    near = first if aboard else max(first, i - _CLOSE - (marks if marks > 1 else 0))
    last = next((j for j in range(i + 1, last) if _ends_at(document, i, j)), last)
    moves = []
    for j in range(first, last):
        morph = document.morphs[j]
        if morph is not None and morph.pos == "verb" and morph.lemma in _MOVES and (j >= near or morph.lemma in _RECEIVING):
            moves.append(j)
    return _Stretch(first, near, last, moves)


def _relief_body(document: Document, clauses: Clauses, sentence: Sentence, i: int) -> list[Actor]:
    """The relief body that tells of the carrier at ``i`` without any other giver: «أعلن | برنامج الأغذية العالمي | وصول سفينة»."""
    before = [a for a in clauses.between(sentence.first_token, i) if a.relation == ""]
    told = [a for a in before if a.actor_id in RELIEF and a.actor_id != "UN" and a.person_id is None and (m := document.morphs[a.first - 1]) is not None and m.pos == "verb" and m.lemma == "أعلن"]
    return told if len(before) == 1 else []


def _planned(document: Document, i: int, around: _Stretch) -> bool | None:
    """Whether the carrier at ``i`` is only expected: «من المقرر أن تصل سفينة», «من المتوقع وصول طائرة»; None where it was to come and has not."""
    norms = document.norms
    at = next((j for j in range(i - 1, max(around.first, i - _BEFORE) - 1, -1) if norms[j] in _EXPECTED), None)
    if at is None or not any(j > at for j in around.moves) and not any(stripped(n) in _ARRIVALS for n in norms[at + 1 : i]):
        return False
    return None if {*norms[max(0, at - 2) : at]} & {"كان", "وكان", "كانت"} else True


def _ends_at(document: Document, i: int, j: int) -> bool:
    """Whether what is told of the carrier at ``i`` ends at ``j``; it goes on where its load is told next: «… إلى عدن؛ حيث | تحمل هذه الطائرة عشرين طنا»."""
    norms = document.norms
    if document.tokens[j].text == "؛" or j > i + 2 and norms[j] in _CLOSING:
        return not any(norms[k].removeprefix("و") in CARRYING for k in range(j + 1, min(j + _TO_CARRYING, len(norms))))
    same = stripped(norms[j]) == stripped(norms[i]) and norms[j] == "ال" + stripped(norms[j]) and {*norms[j - 2 : j]} & CARRYING  # «تحمل هذه | الطائرة», told before
    part = stripped(norms[i]).startswith(_KINDS["road"][:2]) and stripped(norms[j]).startswith(_KINDS["road"][2:]) and j - i < _TO_PARTS  # «قافلة من 50 | شاحنة»
    return document.tokens[j].text == "." or j > i + 2 and norms[j] in CARRIERS and not same and not part


def _is_aboard(document: Document, i: int) -> bool:
    """Whether what the carrier has on board is told before it: «مساعدات على متن ثلاث طائرات»."""
    return "متن" in document.norms[max(0, i - 2) : i]


def _load(document: Document, i: int, around: _Stretch) -> tuple[bool, bool]:
    """Whether the carrier at ``i`` has relief or arms on board, by the words behind it, before it in «مساعدات على متن طائرة»."""
    norms = document.norms
    carries = any(stripped(n) in CARRYING for n in norms[i + 1 : around.last]) or any(j > i and (m := document.morphs[j]) is not None and m.lemma in _UNLOADING for j in around.moves)
    load = [stripped(n) for n in norms[i + 1 : min(i + (_LOAD_CARRIED if carries else _LOAD), around.last)]]
    if _is_aboard(document, i):
        load += [stripped(n) for n in norms[around.first : i]]
    return any(w.startswith(_RELIEF) for w in load), any(w.startswith(_ARMS) for w in load)
