"""Deeds told by an action noun that no verb of giving governs: «قرار واشنطن إرسال دبابات إلى كييف», «تمكنت الأمم المتحدة من تسليم مساعدات لسوريا».

What governs the action noun, a decision or a verb of beginning, going on or succeeding, says who acts; taker and gift stand behind it.
"""

from __future__ import annotations

from typing import Final

from extract.arabic.memo import Memo
from extract.arabic.spans import sentence_at
from extract.arabic.types import Document, Sentence
from extract.events.arguments import is_adjective
from extract.events.pledges import guards
from extract.events.pledges.action import TAKING_PART, WITHDRAWALS, has_pronoun, is_action, is_rebuilding
from extract.events.pledges.actors.actor import RELIEF, Actor, is_lender, is_unlisted
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.actors.roles import OF_SOLDIERS
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.content import description as content
from extract.events.pledges.content import gifts
from extract.events.pledges.content.extent import condition, end_of
from extract.events.pledges.content.items import AID, Items
from extract.events.pledges.denials import is_denied, is_intention
from extract.events.pledges.frames import Frame
from extract.events.pledges.identity import told_before
from extract.events.pledges.pledge import Pledge, rows
from extract.events.pledges.status import settled

_ACTS: Final = frozenset(("deed", "light", "noun"))
_IMPERSONAL: Final = frozenset(("تم", "جرى"))
_COUNTS: Final = {"الثلاث": 3, "الاربع": 4, "الخمس": 5}
_LINKS: Final = frozenset(("به", "بها", "بلاده", "بلادها", "علي", "عن", "من", "في", "ب", "بـ", "الاخير", "الاخيره", "الجديد", "الجديده", "الفوري", "العاجل", "قبل", "ايضا", "كذلك", "حتي", "اعاده", "باعاده", "قيام", "بقيام", "قيامه", "قيامها", "القاضيه", "القاضي", "عمليه", "عمليات", "حمله", "خطه", "مبادره", "الدول", *_COUNTS))
_GENERIC: Final = ("مساعد", "معون", "اغاث", "امداد", "تبرع", "مليارات", "ملايين", "اموال", "دعم")  # beginnings of what is given where no kind of it is told
_MOVING: Final = frozenset(("نقل", "اعاده", "اجلاء", "علاج", "معالجه", "ايواء", "استقبال", "استضافه", "تاهيل"))  # of people
_GIVING: Final = frozenset(("تقديم", "تخصيص", "منح", "تبرع", "دفع", "توفير", "صرف", "مساهمه"))
_PROMISING: Final = frozenset(("قدم", "قطع", "أطلق", "أعلن"))
_PRONOUNS: Final = ("ها", "ه", "هم", "هما")
_OWNER: Final = 14  # tokens before «توجيهاته» in which he whose they are is named
_LANDED: Final = frozenset(("رست", "رسا", "ورست", "حطت", "وحطت"))  # forms that the dictionary of verbs lacks
_ARRIVING: Final = frozenset(("وصل", "رسا", "هبط", "حط", "دخل"))
_ADVERSE: Final = frozenset(("لكن", "ولكن", "فيما", "بينما"))
_MEANS: Final = frozenset(("عبر", "خلال"))
_GRANTING: Final = frozenset(("الموافقه", "اقرار", "اعتماد"))
_CONTINUING: Final = frozenset(("واصل",))  # whose future is a promise, read elsewhere
_BY_MEANS: Final = frozenset(("بتمويل", "بدعم", "بمنحه", "بتبرع", "مقدمه", "المقدمه", "مقدم"))  # before «من» and who gives: «تم تسليم 50 طنا من الأدوية بتمويل من اليابان»
_INSTRUMENTS: Final = frozenset(("بدعم", "بمساعده", "بتمويل", "بمنحه"))  # «بدعم من حلفائها»
_RESUMING: Final = frozenset(("استأنف", "عاود"))
_AID: Final = ("مساعد", "معون", "امداد")  # beginnings of folded words
_FUNDS: Final = (*_AID, "تمويل", "دعم")
_GOING_ON: Final = frozenset(("واصل", "استمر", "تابع"))
_DOING: Final = frozenset(("قام",))  # whose present tells of relief that is being given: «يقوم الهلال الأحمر بتوزيع المساعدات»
_RELATIVES: Final = frozenset(("التي", "الذي", "الذين", "ان"))
_GOES_ON: Final = frozenset(("مواصلة", "استمرار"))
_NOT_SO: Final = frozenset(("لم", "لن", "لا", "دون", "عدم", "رغم", "ضروره", "اهميه", "اذا", "لو"))
_LONGEST: Final = 16  # tokens from the governing word to the action noun, a long subject between
_HINDERING: Final = frozenset(("عرقله", "منع", "وقف", "تعليق", "اعاقه", "تاخير", "قبل", "بعد", "دون", "عدم"))  # «استمرت عرقلة توزيع المساعدات السعودية»
_TO_HANDED: Final = 8  # tokens from the verb to the handing out, who does it and when between
_ORDERS: Final = ("توجيه", "تعليمات", "أوامر")  # beginnings of the lemmas of orders, which are the ground of what is done
_REACH: Final = 8  # tokens from the one who acts to the action noun


def find_deeds(document: Document, clauses: Clauses, triggers: dict[int, Frame], items: Items, told: list[Pledge]) -> list[Pledge]:
    """Pledges of the governing words among ``triggers`` that ``told`` does not hold: «قرار واشنطن إرسال دبابات إلى كييف»."""
    out: list[Pledge] = []
    for i, frame in triggers.items():
        if frame["act"] not in _ACTS and frame["lemma"] not in TAKING_PART | _CONTINUING or not any(_MAY_BE_DONE[n] for n in document.norms[i + 1 : i + _LONGEST]) and frame["lemma"] not in _RESUMING | _GOES_ON:
            continue
        number = sentence_at(document, i)
        sentence = document.sentences[number]
        pledge = _read(document, clauses, items, sentence, number, frame, i)
        if pledge is None or any(p.first < pledge.last and pledge.trigger < p.last for p in [*told, *out]):
            continue
        if frame["lemma"].startswith(_ORDERS) and told_before([p for p in told if sentence.first_token <= p.trigger < sentence.last_token], pledge, document):
            continue  # «أمر الوزير بتأمين طائرات لنقل المساعدات، بناء على توجيهات الأمير بتقديم المساعدات»
        if not guards.is_business({*document.norms[sentence.first_token : sentence.last_token]}):
            out.append(pledge)
    return out


def _is_doing(norm: str) -> bool:
    """Whether a folded word is an action noun of giving, moving people or taking back."""
    return is_action(norm) or stripped(norm) in _MOVING or stripped(norm) in WITHDRAWALS or stripped(norm) in gifts.COSTS


_MAY_BE_DONE: Final = Memo(_is_doing)


def _read(document: Document, clauses: Clauses, items: Items, sentence: Sentence, number: int, frame: Frame, i: int) -> Pledge | None:
    status = _status(document, frame, i)
    if status == "pledged" and is_intention(document.norms[i]) and is_denied(document, i, sentence.first_token):
        status = "refused"  # «نفت موافقتها على منح قاعدة»
    if status is None or status != "refused" and is_denied(document, i, sentence.first_token):
        return None
    tokens, end = document.tokens, end_of(document, i, sentence.last_token)
    impersonal = frame["lemma"] in _IMPERSONAL
    if impersonal:
        holders = []
    elif frame["pos"] == "verb":
        holders = clauses.subject(i, sentence.first_token, end, number)
    else:
        holders = _holders(document, clauses, sentence, number, frame["lemma"], i, end)
    behind = max((a.last for a in holders if a.first > i), default=i + 1)
    granted = impersonal and behind < end and document.norms[behind] in _GRANTING  # «تمت الموافقة على إقراض …»
    behind += granted
    start = _action(document, clauses, behind, end, aid=frame["lemma"] in _RESUMING | _GOES_ON or granted)
    if impersonal and start is not None:
        lenders = clauses.run([a for a in clauses.between(start, end) if a.relation == "from" and is_lender(document, a)]) if granted else []
        relief = [a for a in clauses.topic(i, sentence.first_token, number) if a.actor_id in RELIEF and a.first >= sentence.first_token]
        holders = _doer(document, clauses, start, end) or lenders or relief
    if status == "delivered" and all(is_unlisted(document, a) for a in holders):
        handed = _handed_out(document, i, end)
        whose = _of_aid(document, handed + 1) if handed is not None else []
        start, holders = (handed, whose) if whose else (start, holders)
    if not holders or start is None or guards.is_sale(document, i, start) or guards.is_other_giving(document, start - 1, end):
        return None
    if stripped(tokens[start].norm) == "سماح" and not gifts.lends_bases(document, start, end):
        return None  # «رفضها السماح للوكالات بتوصيل المساعدات»
    what = content.read(document, start, end, items, clauses.between(start, end), clauses.timed)
    if guards.is_own_affair(document, start, holders, what, frame):
        return None
    if status == "delivered" and frame["lemma"] in _DOING and (m := document.morphs[i]) is not None and m.aspect == "i" and not (what.kind == "humanitarian" and what.strength in ("item", "kind")):
        return None
    own = {a.key for a in holders}
    takers = [a for a in _takers(document, clauses, start, end) if a.key not in own]
    takers = takers or _helped(clauses, frame, i, start, own) or clauses.rebuilt(start, end, own) or (clauses.for_whom(start, end, own) if what.money is not None else [])
    moved = what.money is None and gifts.moves_aid(document, start, end)
    if not takers and (moved or is_rebuilding(document, start) or what.kind == "humanitarian" and what.strength in ("item", "kind")):
        takers = clauses.place_behind(start, end, own) or _place(document, clauses, sentence, start, own) or clauses.theatre(start, own)
    hosts = gifts.hosts_at_cost(document, start, end)
    if not takers and not hosts or has_pronoun(tokens[start].norm) and (frame["lemma"] in TAKING_PART or tokens[start].norm.removeprefix("ب").startswith("نقل")) or guards.is_trade(document, start, what.money) or not _gives(document, items, start, end, what):
        return None
    kind = "humanitarian" if moved and what.kind == "financial" else what.kind or ("financial" if what.money else "humanitarian")
    status = "pledged" if granted else "refused" if stripped(tokens[start].norm) in WITHDRAWALS else settled(document, frame, start, status)
    if stripped(frame["lemma"]).startswith("توجيه") and _has_arrived(document, sentence, i, start):
        status = "delivered"
    left = min([i, *(a.first for a in holders if a.first >= sentence.first_token)])
    return Pledge(
        i, left, end, status, kind, what.item_ar, what.money, what.quantity, rows("pledger", holders) + rows("recipient", takers),
        clauses.announced(sentence, i), clauses.due(start, end) if status == "pledged" else None, condition(document, i, end),
        next((a.person_id for a in holders if a.person_id), None), "narrator", f"deed_{frame['lemma']}", 0.7,
    )  # fmt: skip


def _has_arrived(document: Document, sentence: Sentence, i: int, start: int) -> bool:
    """Whether the sentence tells that what was ordered has come: «إنفاذا لتوجيهات الأمير بتقديم المساعدات، رست السفينة في الميناء»."""
    norms = document.norms
    for j in [*range(sentence.first_token, i), *range(start, sentence.last_token)]:
        m = document.morphs[j]
        came = m is not None and m.pos == "verb" and m.aspect == "p" and m.lemma in _ARRIVING or norms[j] in _LANDED
        if came and norms[j - 1] not in ("لم", "لن", "لا", "التي", "الذي", "ان"):
            return True
    return False


def _status(document: Document, frame: Frame, i: int) -> str | None:
    """The frame's status; a verb's future promises, its present tells of what goes on alone."""
    morph, norms = document.morphs[i], document.norms
    if frame["lemma"] == "ساعد" and (morph is None or morph.aspect != "p" and (not morph.future or norms[i - 1] in ("التي", "الذي"))):
        return None
    if _NOT_SO & {*norms[max(0, i - 2) : i]}:
        return None
    if frame["lemma"] in _CONTINUING:
        return None if morph is None or morph.future or norms[i - 1 : i] in (["ان"], ["سوف"]) else "delivered"
    if frame["pos"] != "verb" or morph is None or morph.aspect == "p":
        return frame["status"]
    if morph.future or norms[i - 1 : i] == ["سوف"]:
        return "pledged"
    if morph.lemma in _DOING:
        return "delivered" if norms[i - 1] not in _RELATIVES else None
    return "delivered" if morph.lemma in _GOING_ON and norms[i - 1 : i] != ["ان"] else None


def _holders(document: Document, clauses: Clauses, sentence: Sentence, number: int, lemma: str, i: int, end: int) -> list[Actor]:
    """Whose decision or order a noun tells: its genitive, its adjective, for a pronoun who stands before it, else the topic."""
    genitive = clauses.genitive(i, end) or clauses.run([a for a in clauses.between(i + 2, i + 3) if a.relation == "from"])
    if genitive:
        return genitive
    if document.norms[i + 1 : i + 2] == ["التي"] and i + 3 < end and (m := document.morphs[i + 2]) is not None and m.lemma in _PROMISING:
        behind = clauses.between(i + 3, end)  # «التعهدات التي قدمتها | فرنسا | بتقديم …»
        return clauses.run([a for a in behind if a.relation == ""]) if behind and behind[0].first == i + 3 else []
    if document.norms[i + 1 : i + 2] in (["بلاده"], ["بلادها"]):
        return clauses.topic(i, sentence.first_token, number)  # «أكد الرئيس الفرنسي التزام بلاده بدعم …»
    if document.norms[i + 1 : i + 2] == ["الدول"] and i + 2 < end and (n := _COUNTS.get(document.norms[i + 2])):
        return clauses.counted(i, n, {a.key for a in clauses.between(i, end) if a.relation == "to"})
    before = document.morphs[i - 1] if i > sentence.first_token else None
    if lemma in _GOES_ON and (before is None or before.pos == "verb" or document.norms[i - 1] in ("علي", "عن")):
        return clauses.topic(i, sentence.first_token, number)  # «أكدت برلين مواصلة دعم …»
    if lemma in _GOES_ON and (said := [a for a in clauses.between(max(sentence.first_token, i - _OWNER), i) if a.last == i and a.relation == ""]):
        return said  # «أكد الاتحاد الأوروبي استمرار دعمه للأونروا»
    if lemma == "إعلان" and document.norms[i + 1 : i + 2] == ["عن"] and document.norms[i - 1] in _MEANS:
        begin = next((k for k in range(i - 1, sentence.first_token, -1) if document.norms[k] in _ADVERSE), sentence.first_token)
        return [a for a in clauses.run([a for a in clauses.between(begin, i) if a.relation == ""]) if a.actor_id]  # «طمأنت الكويت المانحين عبر الإعلان عن خطة لنقل …»
    if not lemma.endswith(_PRONOUNS):
        return []
    near = [a for a in clauses.between(max(sentence.first_token, i - _OWNER), i) if a.relation in ("", "to") and not _verb_between(document, a.last, i)]
    return near[-1:] or clauses.topic(i, sentence.first_token, number)


def _doer(document: Document, clauses: Clauses, start: int, end: int) -> list[Actor]:
    """Who did what «تم» tells: «من قبل …», the genitive of the action noun, else the relief body of the article."""
    behind = clauses.between(start, end)
    means = next((k for k, a in enumerate(behind) if document.norms[a.first - 1] == "من" and document.norms[a.first - 2] in _BY_MEANS), None)
    return clauses.agent(start - 1, end) or (clauses.sources(behind[means:]) if means is not None else []) or clauses.giver_of(start, behind) or clauses.reliever(set())


def _handed_out(document: Document, i: int, end: int) -> int | None:
    """Where the handing out of aid begins that those do whom no table knows: «بدأت الجمعية | توزيع المساعدات السعودية»."""
    norms = document.norms
    return next((j for j in range(i + 1, min(end - 2, i + _TO_HANDED)) if stripped(norms[j]) in gifts.MOVED and stripped(norms[j + 1]).startswith(_AID) and norms[j - 1] not in _HINDERING), None)


def _of_aid(document: Document, aid: int) -> list[Actor]:
    """Whose the aid at ``aid`` is, by the adjective behind it: «المساعدات | السعودية»."""
    at = document.tokens[aid + 1].start
    return [Actor(aid + 1, aid + 2, n.actor_id, n.name_ar, None, "") for n in document.names if n.start == at and is_adjective(n) and n.actor_id]


def _verb_between(document: Document, a: int, b: int) -> bool:
    return any((m := document.morphs[k]) is not None and m.pos == "verb" for k in range(a, b))


def _action(document: Document, clauses: Clauses, begin: int, end: int, *, aid: bool) -> int | None:
    """The action noun that the governing word ending at ``begin`` governs, only links and adjectives between; with ``aid`` also what is given again."""
    tokens = document.tokens
    covered = {k for a in clauses.between(begin, end) for k in range(a.first, a.last)}
    for j in range(begin, min(end - 1, begin + _REACH)):
        norm = tokens[j].norm
        if norm in _INSTRUMENTS and tokens[j + 1].norm == "من":
            return None
        if aid and stripped(norm).startswith(_AID) or is_action(norm) or stripped(norm) in _MOVING and stripped(tokens[j + 1].norm) not in ("تاهيل", "اعمار", "بناء"):
            return j
        if is_rebuilding(document, j) or norm.startswith("ب") and gifts.is_cost(document, j, j + 1) and not _MAY_BE_DONE[document.norms[j + 1]]:
            return j  # «تكفلت بمصاريف القمة»
        if stripped(norm) in WITHDRAWALS and (stripped(tokens[j + 1].norm) in AID or stripped(tokens[j + 1].norm).startswith(_FUNDS)):
            return j
        morph = document.morphs[j]
        whose = morph is not None and morph.pos == "adj" and morph.definite  # «التزام بلاده الثابت بتقديم»
        if norm not in _LINKS and not whose and not (len(norm) > 4 and norm.endswith("ا")) and j not in clauses.timed and j not in covered and tokens[j].kind != "punctuation":
            return None
    return None


def _takers(document: Document, clauses: Clauses, start: int, end: int) -> list[Actor]:
    """Whose people are moved or healed, else to whom, whom or where what is given goes."""
    whose = clauses.adjective(start + 1, 7) if stripped(document.norms[start]) in _MOVING or gifts.is_cost(document, start, start + 1) else []
    behind = clauses.between(start + 1, end)
    trained = clauses.adjective(start + 1, OF_SOLDIERS) if stripped(document.norms[start]) == "تدريب" else []  # «تدريب 300 جندي أوكراني»
    return whose or clauses.run([a for a in behind if a.relation == "to"]) or clauses.object_of(start, behind) or trained or [a for a in behind if a.relation == "in"][:1]


def _helped(clauses: Clauses, frame: Frame, i: int, start: int, own: set[str | None]) -> list[Actor]:
    """Whom one helps to do something: «ستساعد تركيا | ليبيا في إعادة بناء المطار»."""
    if frame["lemma"] != "ساعد":
        return []
    return [a for a in clauses.between(i + 1, start) if a.relation == "" and a.key and a.key not in own][:1]


def _place(document: Document, clauses: Clauses, sentence: Sentence, start: int, own: set[str | None]) -> list[Actor]:
    """The state of the last place that the sentence names before the relief: «لم يصل إلى دارفور شيء، لكن المكتب تمكن من تسليم مساعدات»."""
    for n in reversed(document.names):
        if sentence.start <= n.start < document.tokens[start].start and n.kind in ("place", "state") and n.country_code and n.country_code not in own:
            i = clauses.index.token_at(n.start)
            return [Actor(i, i + 1, n.country_code, n.name_ar, None, "in")]
    return []


def _gives(document: Document, items: Items, start: int, end: int, what: content.Content) -> bool:
    """Whether money, goods or care of people is what the action noun gives."""
    words = [stripped(n) for n in document.norms[start + 1 : min(end, start + 9)]]
    if stripped(document.norms[start]) in _MOVING and items.persons & {*words}:
        return True
    if is_rebuilding(document, start):
        return True
    if what.kind in ("cooperation", "institutional") and not what.measured:
        return what.strength == "item" and what.kind == "cooperation"
    first = stripped(document.norms[start])
    if what.kind in ("humanitarian", "military") and what.strength is not None and first.startswith(_GENERIC) or first.startswith(_AID) and first != "مساعده":
        return True  # «استأنفت مساعداتها للأونروا»
    if what.money is not None and first in _GIVING:
        return True  # «التزام بلاده بتقديم 100 مليون دولار»
    return what.strength in ("item", "kind") or what.measured and what.strength is not None or any(w.startswith(_GENERIC) for w in words[:3])
