"""From a word that tells of giving to its pledge: who acts, what begins where, who gives and who takes."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.pledges import guards
from extract.events.pledges.action import WITHDRAWALS, find_action, is_action
from extract.events.pledges.actors.actor import RELIEF, Actor, is_body
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.actors.roles import DITRANSITIVE, roles_of
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.actors.takers import find_takers, lacks_parties
from extract.events.pledges.circumstances import past_circumstances
from extract.events.pledges.conditions import NEEDS_B, relieved, tells_no_gift
from extract.events.pledges.constructions.loads import goods_before
from extract.events.pledges.content import asked, gifts
from extract.events.pledges.content import description as content
from extract.events.pledges.content.extent import before_second_sum, condition, end_of
from extract.events.pledges.content.items import Items
from extract.events.pledges.content.measures import whole
from extract.events.pledges.denials import is_denied, is_intention
from extract.events.pledges.frames import Frame, verb_at
from extract.events.pledges.identity import recipients_before
from extract.events.pledges.pledge import Party, Pledge, rows
from extract.events.pledges.status import settled, status_of
from extract.events.pledges.telling import Telling

_MOVING: Final = frozenset(("أوصل", "وزع", "سير"))  # verbs of goods
_TO_OPENING: Final = 4  # tokens from the subject to what is done again: «رسميا الاثنين»
_BODY_VERBS: Final = frozenset(("قدم", "منح", "زود", "سلم", "أرسل", "خصص", "وفر", "مول", "دفع", "نشر", "زاد", "رفع", "دعم", "ساهم", "درب", "فتح"))
_SUPPORTING: Final = frozenset(("دعم", "مول"))  # whose object stands at once behind them
_BY_AGENT: Final = frozenset(("give", "allocate"))  # acts whose passive names who does it: «خُصص مبلغ … من قبل الحكومة اليابانية»
_ALSO_NOUNS: Final = frozenset(("مناشده", "مطالبه"))  # of a participle's form
_WEIGHING: Final = frozenset(("مناقشه", "بحث", "دراسه", "نظر", "تباحث"))  # of what is not decided yet
_TO_NEEDED: Final = frozenset(("الي", "ماسه", "شديده", "ملحه", "عاجله", "كبيره"))  # from «حاجتها» to what is needed
_WITHOUT_ACTION: Final = frozenset(("give", "noun", "need", "open", "receive"))  # acts whose object is the gift itself


def read_pledge(document: Document, clauses: Clauses, items: Items, frame: Frame, i: int, number: int, previous: Pledge | None) -> Pledge | None:
    """The pledge that the frame's word at ``i`` tells; ``previous`` is the one told before it: «تعهدت الكويت بتقديم مليون دولار لليمن»."""
    telling = _read_telling(document, clauses, items, frame, i, number)
    if telling is None or tells_no_gift(telling, clauses):
        return None
    status = _status(telling)
    return _with_parties(telling, clauses, status, previous) if status is not None else None


def _read_telling(document: Document, clauses: Clauses, items: Items, frame: Frame, i: int, number: int) -> Telling | None:
    tokens, sentence, act = document.tokens, document.sentences[number], frame["act"]
    end = before_second_sum(document, i, end_of(document, i, sentence.last_token))
    if end <= i + 1:
        return None
    morph = verb_at(document, i, frame) if frame["pos"] == "verb" else None
    subject = _subject(document, clauses, frame, i, end, number)
    speaks = morph is not None and morph.person == "1"  # «"سنقدم مليار دولار"، قال الوزير»
    passive = bool(subject) and act in _BY_AGENT and subject == clauses.agent(i, end)
    behind = max((a.last for a in subject if a.first > i and not speaks and not passive), default=i + 1)
    beyond = past_circumstances(document, clauses, items, behind, end, to_object=frame["lemma"] in DITRANSITIVE) if frame["pos"] == "verb" else behind
    if guards.is_other_giving(document, i if beyond == behind else beyond - 1, end):
        return None
    beside = passive or any(i < a.first <= i + 9 or a.last <= i and (clauses.open_gap(a.last, i) or clauses.had(a, i)) for a in subject)
    following = tokens[i + 1].norm
    ordered = frame["lemma"] in NEEDS_B and following.startswith("ب") and (is_action(following) or stripped(following) in WITHDRAWALS)
    if frame["pos"] == "verb" and act != "provide" and not ordered and guards.is_noun_here(document, i, beside):
        return None
    if act == "declarative" and morph is not None and morph.enclitic:
        return None  # «الهدنة التي قررتها القيادة»
    if act == "give" and not beside and document.norms[i - 1] in ("التي", "الذي"):
        return None  # «الوجبات التي قدمت»
    start = min(beyond, len(tokens) - 1)  # a text may end with who gives
    if frame["lemma"] == "أعاد":  # «أعادت واشنطن وهافانا رسميا الاثنين فتح سفارتيهما»
        start = next((j for j in range(behind, min(end - 1, behind + _TO_OPENING)) if tokens[j].norm == "فتح"), behind)
    if act == "need":
        start = next((j for j in range(behind, end - 1) if document.norms[j] not in _TO_NEEDED), behind)
    if act not in _WITHOUT_ACTION:
        action = find_action(document, i, behind, end, items, clauses.between(i, end), clauses.timed, act=act, body_verbs=_BODY_VERBS, beside=range(behind, beyond))
        if action is None or morph is not None and morph.lemma == "وعد" and morph.aspect == "i" and tokens[action].norm[:1] != "ب":
            return None  # «تعد» is also «is held to be»
        start = action
    what = content.read(document, start, end, items, clauses.between(start, end), clauses.timed)
    if act == "directive":
        what = asked.support(document, i, start, end, what)
    return Telling(document, sentence, number, frame, i, morph, subject, beside, behind, start, end, what)


def _subject(document: Document, clauses: Clauses, frame: Frame, i: int, end: int, number: int) -> list[Actor]:
    """Who acts: the genitive of a noun, the one told of by a participle, the subject of a verb."""
    first, act = document.sentences[number].first_token, frame["act"]
    if frame["pos"] == "noun":
        subject = clauses.genitive(i, end)
    elif frame["pos"] == "form" and act == "directive":
        noun = frame["lemma"] in _ALSO_NOUNS and (i == 0 or document.tokens[i - 1].kind != "punctuation")
        subject = clauses.genitive(i, end) if noun else clauses.topic(i, first, number)  # «بعد مناشدة الحكومة اليمنية الصين …», «واختتم الأمير كلمته داعيا الاتحاد إلى …»
    elif frame["pos"] == "form" and act == "receive":
        subject = clauses.genitive(i, end)  # «حصول تونس على قرض»
    else:
        subject = (clauses.genitive(i, end) if act == "ready" and frame["pos"] != "verb" else []) or clauses.subject(i, first, end, number)  # «استعداد البنك لـ…»
    if frame["lemma"] in _SUPPORTING and subject and _is_supported(document, i, subject):
        before = [a for a in clauses.topic(i, first, number) if a.first < i]
        subject = before or subject  # «قالت ميركل إن … . كما ستدعم المنظمات الإغاثية»
    if not subject and act in _BY_AGENT and frame["pos"] == "verb":
        subject = clauses.agent(i, end)
    if act == "directive" and document.norms[i + 1] in ("فيه", "فيها"):  # «خطابا من السلطات اليونانية طلبت فيه …»
        subject = [a for a in clauses.between(first, i) if a.relation in ("", "from")][-1:] or subject
    if act == "directive" and subject and subject[0].first < first and _has_unknown_subject(document, clauses, i, end):
        return []
    return subject


def _is_supported(document: Document, i: int, subject: list[Actor]) -> bool:
    """Whether the one behind the verb at ``i`` is its object, as no other follows: «ستدعم | المنظمات الإغاثية | في لبنان»."""
    after = subject[-1].last
    morph = document.morphs[after] if after < len(document.morphs) else None
    return subject[0].first == i + 1 and (after >= len(document.tokens) or document.tokens[after].kind == "punctuation" or morph is not None and morph.pos == "prep" and not document.norms[after].startswith("ب"))


def _has_unknown_subject(document: Document, clauses: Clauses, i: int, end: int) -> bool:
    """Whether a word that no table knows stands between the verb and whom it asks: «ودعا الأصبحي المنظمات الدولية إلى …»."""
    asked = next((a for a in clauses.between(i + 1, min(end, i + 5))), None)
    return asked is not None and asked.relation == "" and asked.first > i + 1 and document.norms[i + 1].startswith("ال") and i + 1 not in clauses.timed


def _status(telling: Telling) -> str | None:
    document, i, act, first = telling.document, telling.i, telling.act, telling.sentence.first_token
    status = status_of(document, telling.frame, i, first, telling.morph)
    if status is None:
        return None
    if (act == "noun" or telling.lemma == "تبرع") and any(n.startswith(("اعلن", "واعلن", "باعلان", "اعلان")) for n in document.norms[max(first, i - 3) : i]):
        status = "pledged"  # «أعلن تبرع المملكة بمبلغ …»
    if act in ("declarative", "commissive") and status == "pledged" and guards.is_withdrawal(document, telling.behind, telling.start):
        status = "refused"
    if act == "commissive" and status == "pledged" and any(stripped(n) in _WEIGHING for n in document.norms[telling.behind : telling.start]):
        status = "considered"  # «تعتزم مناقشة تقديم مساعدات»
    if is_denied(document, i, first):
        return "refused" if status == "pledged" and is_intention(document.norms[i]) else None
    return settled(document, telling.frame, telling.start, status)


def _with_parties(telling: Telling, clauses: Clauses, status: str, previous: Pledge | None) -> Pledge | None:
    document, i, start, end, what = telling.document, telling.i, telling.start, telling.end, telling.what
    givers, asked_for, speaker = roles_of(document, clauses, telling.frame, i, start, end, telling.subject, status, telling.sentence.first_token, telling.number)
    pledgers = [a for a in givers if a.key]
    own = {p.key for p in pledgers}
    named = [a for a in asked_for if a.key and a.key not in own]
    if status == "called_for" and named and {a.key for a in named} <= {a.key for a in telling.subject}:
        status = "requested"  # «دعا الرئيس اليمني الصين إلى مساعدة اليمن»
    elif status == "requested" and telling.act == "directive" and named and telling.subject and not any(is_body(a.actor_id or "x:body") for a in telling.subject) and {a.key for a in named}.isdisjoint(a.key for a in telling.subject):
        status = "called_for"  # «ناشد الرئيس التونسي الصين تقديم مساعدات لمالي»
    inherited = [] if named or previous is None else recipients_before(previous, pledgers, i)
    takers = find_takers(telling, clauses, named, pledgers, bool(inherited))
    inherited = [] if takers else inherited
    if lacks_parties(telling, clauses, status, pledgers, takers, bool(inherited), previous):
        return None
    if what.kind == "military" and not what.measured and guards.is_troops(what.item_ar) and telling.act == "give" and not (telling.lemma == "درب" and status == "pledged") and status != "refused":
        return None
    parties: list[Party] = rows("pledger", pledgers) + rows("recipient", takers) + inherited
    if status in ("requested", "called_for") and speaker is not None:
        parties += rows("requester", [speaker])
    left = min([i, *(a.first for a in telling.subject if a.first >= telling.sentence.first_token)])
    return Pledge(
        i, left, end, status, _kind(telling, clauses, pledgers, takers), _item(telling, clauses), what.money, whole(document, what.quantity, end), parties, clauses.announced(telling.sentence, i),
        clauses.due(start, end) if status == "pledged" else None,
        condition(document, i, end), next((a.person_id for a in telling.subject if a.person_id), None), _attribution(document, i),
        f"{telling.act}_{telling.lemma}", _confidence(telling, pledgers, takers),
    )  # fmt: skip


def _kind(telling: Telling, clauses: Clauses, pledgers: list[Actor], takers: list[Actor]) -> str:
    """The kind of what is given; money of or for a relief body is relief."""
    kind = telling.what.kind or ("financial" if telling.what.money else "other")
    if kind == "financial" and telling.what.money is None and (telling.lemma in _MOVING or gifts.moves_aid(telling.document, telling.start, telling.end)):
        return "humanitarian"
    relievers = [a for a in [*pledgers, *clauses.between(telling.start, telling.end)] if a.actor_id != "UN"]
    return "humanitarian" if kind == "financial" and any(a.actor_id in RELIEF for a in [*takers, *relievers]) else kind


def _item(telling: Telling, clauses: Clauses) -> str | None:
    """The words of what is given, which stand before «المواد الطبية ستوزع على المستشفيات»; for «ستدعم المنظمات الإغاثية» whom it serves."""
    if (helped := relieved(telling, clauses)) is not None:
        return telling.document.text[telling.document.tokens[helped.first].start : telling.document.tokens[helped.last - 1].end]
    handed = telling.lemma == "وزع" and telling.document.norms[telling.start] in ("علي", "في")
    return goods_before(telling.document, telling.i, telling.sentence.first_token) if handed else telling.what.item_ar


def _confidence(telling: Telling, pledgers: list[Actor], takers: list[Actor]) -> float:
    return round(min(0.55 + 0.2 * telling.what.measured + 0.1 * bool(takers) + 0.05 * (telling.act == "commissive") + 0.05 * bool(pledgers), 0.95), 2)


def _attribution(document: Document, i: int) -> str:
    at = document.tokens[i].start
    return next((s.attribution for s in document.speeches if s.start <= at < s.end), "narrator")
