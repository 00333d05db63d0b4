"""Who gives, who takes and who speaks in a pledge: «تعهدت الكويت لليمن بمنحة», «تلقى الأردن قرضا من البنك الدولي»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.pledges import guards
from extract.events.pledges.action import REQUESTS, has_pronoun
from extract.events.pledges.actors.actor import RELIEF, Actor, is_body, is_lender
from extract.events.pledges.actors.proclitics import stripped, written_forms
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.content import gifts
from extract.events.pledges.content.items import AID
from extract.events.pledges.frames import Frame

DITRANSITIVE: Final = frozenset(("وهب", "منح", "زود", "سلم", "أعطى", "أهدى", "مول", "دعم", "أمد", "درب", "أقرض", "أعفى"))
_ALLOTTING: Final = frozenset(("خصص", "رصد"))
_RATIFYING: Final = frozenset(("صادق", "وافق", "أقر"))  # a state its own loan
_LOANS: Final = frozenset(("قرض", "قروض", "قرضا"))
_EVERYBODY: Final = frozenset(("المانحين", "المانحون", "المجتمع الدولي", "الجهات المانحة", "الدول المانحة", "دول مانحة", "جهات مانحة"))
_AGREEMENTS: Final = frozenset(("اتفاق", "اتفاقيه"))
_SIGNING: Final = frozenset(("وقع", "أبرم"))
_ENVOYS: Final = frozenset(("سفير", "سفيره", "سفاره"))
_BORROWERS: Final = frozenset(("تعاون", "تخطيط"))  # of ministries that take loans and grants
_OF_OFFICE: Final = 4  # words of an office
_SPEAKERS: Final = frozenset(("وزير", "وزيره", "رييس", "رييسه", "الرييس", "المستشار", "المستشاره", "امير", "سفير", "السفير", "السفيره"))
_AGREED: Final = written_forms(_AGREEMENTS)
_TO_SIDE: Final = 5  # tokens from an agreement to the side with whom it is
_ELSEWHERE: Final = frozenset(("ضد", "الضربات", "ضربات", "غارات", "معارك", "كانت", "كان"))
_COLLECTING: Final = frozenset(("جمع", "حصل", "تلقى", "نال", "حصد", "انتزع"))
_OF_THINGS: Final = 5  # tokens in which an adjective tells whose the things had are
_TO_CONFERENCE: Final = 16  # tokens from the conference that collects to the pledges, what it is for and when between
_TO_COLON: Final = 8  # tokens from the pledges to the list of them
_TO_COLLECTED: Final = 9  # tokens from the verb to the pledges, who collects and where between
_PROMISING_TO: Final = frozenset(("وعد",))  # verbs whose object is to whom one promises
_TRAINING: Final = frozenset(("تدريب", "تجهيز", "تسليح"))
OF_SOLDIERS: Final = 6  # tokens in which the adjective tells whose soldiers are trained
_TO_PLACE: Final = 4  # tokens from what is cut to the state in which it was given
_DISPLACED: Final = ("لاجي", "نازح")  # beginnings of folded words
_HEALING: Final = frozenset(("لعلاج", "لمعالجه"))
_TO_OWNER: Final = 3  # tokens from costs to whose they are
_OWN_COUNTRY: Final = frozenset(("لبلاده", "لبلادها", "لقواته", "لقواتها", "لبلدنا", "لبلادنا", "ببلاده", "ببلادها", "ببلادنا", "لنا"))
_OWN: Final = frozenset(("بلاده", "بلادها", "قواته", "قواتها", "جيشه"))  # «إلى تزويد بلاده بالأسلحة»


def roles_of(
    document: Document, clauses: Clauses, frame: Frame, i: int, start: int, end: int, subject: list[Actor], status: str, first: int, number: int,
) -> tuple[list[Actor], list[Actor], Actor | None]:  # fmt: skip
    """Pledgers, recipients, and who speaks: «تعهدت الكويت لليمن»."""
    act = frame["act"]
    behind = _behind(clauses, i, start, end, subject)
    marked = clauses.marked(behind)
    speaker = subject[0] if subject else None
    if act == "noun":
        source = subject or clauses.sources(behind) or _of_noun(document, clauses, i, start, end, first, number)
        return source, marked or _collecting(document, clauses, i, first, number), None
    if act == "receive":
        return _givers_to(document, clauses, i, start, end, subject, status, first, number), subject, None
    if act == "provide":  # «تضمن الاتفاق تقديم برلين مليون يورو لتونس»
        return _givers_by_agreement(document, clauses, i, start, behind, first, number, marked=bool(marked)), marked, None
    if act == "need":
        return [], _with_state(subject or marked, behind), speaker
    if act == "directive":
        return *_asked(document, clauses, frame, i, start, end, subject, status, behind), speaker
    if act == "open" and not subject and marked and all(a.actor_id and is_body(a.actor_id) for a in marked):
        return marked, [a for a in behind if a.relation == "in"][:1], None  # «سنفتح مكتبا للناتو في …»: the body's own office
    givers = clauses.giver_of(start, behind) or subject
    third = any(a.relation in ("in", "to") and a.actor_id and not is_body(a.actor_id) and a.key not in {s.key for s in subject} for a in behind)
    lender = [a for a in clauses.partners(i + 1, end) if a.actor_id and is_body(a.actor_id) and not (third and a.actor_id in RELIEF) or is_lender(document, a)][:1]  # an agency lends nothing that it spends elsewhere
    if frame["lemma"] in _RATIFYING and any(stripped(n) in _LOANS for n in document.norms[start : start + 3]):
        lender = lender or [a for a in behind if a.relation == "from" and a.actor_id and is_body(a.actor_id)][:1]
    if frame["lemma"] in guards.BORROWING and len({a.key for a in subject}) > 1 and not lender:
        gives_and_takes = _sides(document, clauses, start, end, subject, marked or clauses.object_of(start, behind))
        if gives_and_takes is not None:
            return *gives_and_takes, speaker
        if frame["lemma"] != "اتفق" and not marked:
            return [], [], speaker  # «وقعت كييف وبروكسل مذكرة لحزمة مساعدات»: which of them gives is not said
    if frame["lemma"] in _SIGNING and len(subject) == 1 and not lender and not marked:
        other = [a for a in clauses.partners(i + 1, end) if a.actor_id and a.key != subject[0].key][:1]
        if other and not is_lender(document, subject[0]):
            gives, gets = _signatories(document, subject[0], other[0])
            return gives, _with_state(gets, behind) if gets and third else gets, speaker  # «اتفاقية مع اليونيسف لدعم التعليم في اليمن»
    if frame["lemma"] in guards.BORROWING | _RATIFYING and lender and lender[0] not in subject:
        return lender, subject, None  # «وقعت تونس اتفاق قرض مع البنك الدولي», «صادق البرلمان التونسي على قرض من البنك الدولي»
    if frame["lemma"] in guards.BORROWING and subject and not marked and is_lender(document, subject[0]):
        marked = clauses.partners(i + 1, start)[:1]  # «وقع الصندوق مع موريتانيا اتفاقية قرض»
    if frame["lemma"] in _RATIFYING | _ALLOTTING and not marked and guards.is_money(document, start):  # «القرض الذي وافق عليه الصندوق لمصر بقيمة …»
        marked = clauses.marked(clauses.between(i + 1, start))
    sides = [a for a in clauses.between(i + 1, start) if a.relation == "aside" and document.norms[a.first - 1] == "بين"] if act == "declarative" and stripped(document.norms[start - 1]) != "بين" else []
    if sides:  # «كشفت باريس عن اتفاق بين باريس وموسكو لتقديم مساعدات»
        givers = clauses.run(clauses.between(sides[0].first, start))
    if act == "give":
        source = [a for a in behind if a.relation == "from" and a.first > i + 2 and guards.is_money(document, a.first - 2)]
        givers = clauses.run(behind[behind.index(source[0]) :]) if source else givers
    if act in ("commissive", "ready", "declarative", "refuse", "consider", "agree", "withdraw", "allocate", "light"):
        takers = marked or clauses.object_of(start, behind)
        takers = takers or [a for a in clauses.between(i + 1, start) if a.last == start and a.relation == "" and a not in subject and _is_given(document, a)]
        if stripped(document.norms[start]) in _TRAINING:  # «بتدريب الطيارين الأوكرانيين»
            takers = takers or [a for a in clauses.adjective(start + 1, OF_SOLDIERS) if a.key not in {g.key for g in givers}]
        if frame["lemma"] in _PROMISING_TO:  # «وعدت واشنطن لبنان بمساعدات»
            takers = takers or [a for a in clauses.between(i + 1, start) if a.relation == "" and a not in subject][:1]
        if act == "commissive" and not takers:
            after = max((a.last for a in subject if i < a.first < start), default=i + 1)
            takers = [a for a in clauses.between(after, after + 1) if a.relation == "to"]  # «تعهد لنظيره التونسي بتقديم …»
    else:
        takers = marked or (clauses.run([a for a in behind if a.relation == ""]) if frame["lemma"] in DITRANSITIVE else [])
        if not takers and givers is not subject and len(subject) == 1 and frame["lemma"] in DITRANSITIVE:
            takers = subject  # «مُنحت تونس قرضا بقيمة مليون دولار من البنك الدولي»
    if frame["lemma"] == "درب":  # «درب 400 عنصر من القوات التونسية», «درب ألفي جندي أوكراني»
        takers = takers or clauses.run([a for a in behind if a.relation == "from"]) or [a for a in clauses.adjective(start, OF_SOLDIERS) if a.key not in {g.key for g in givers}]
    if frame["lemma"] == "دفع" and not takers:  # «دفعت قطر رواتب موظفي غزة»
        takers = [a for a in behind if a.relation == "" and a.first - start <= _TO_OWNER and gifts.is_cost(document, start, end)][:1]
    if frame["lemma"] in ("أودع", "استثمر"):
        takers = takers or [a for a in behind if a.relation in ("in", "") and a not in subject][:1]  # «في البنك المركزي اليمني»
    if act == "withdraw" or act == "declarative" and guards.is_withdrawal(document, start, start):
        takers = takers or [a for a in behind if a.relation == "aside" and document.norms[a.first - 1] == "عن"][:1]  # «قطعت مساعداتها عن السودان»
        takers = takers or clauses.for_whom(start, end, {a.key for a in givers})
        displaced = next((k for k in range(start, end - 1) if stripped(document.norms[k]).startswith(_DISPLACED)), None)
        if not takers and displaced is not None:  # «خفض مساعداته لـ240 ألف لاجئ سوري»
            takers = [a for a in clauses.adjective(displaced + 1, 2) if a.key not in {g.key for g in givers}]
        takers = takers or [a for a in behind if a.relation == "in" and a.actor_id and a.first - start <= _TO_PLACE and a.key not in {g.key for g in givers}][:1]  # «أوقفت تمويل مشاريع في سوريا»
    if frame["lemma"] == "عرض":
        takers = takers or [a for a in clauses.between(i + 1, start) if a.relation == "aside" and document.norms[a.first - 1] == "علي" and a.last == start][:1]  # «عرض على كوريا تقديم ضمانات»
    if act in ("consider", "refuse") or frame["lemma"] == "وافق":
        takers = takers or [a for a in clauses.between(i + 1, start) if stripped(document.norms[a.first - 1]) in REQUESTS and a not in givers][:1]  # «تدرس واشنطن طلب كييف الحصول على صواريخ»
    takers = [a for a in takers if a not in givers]
    healed = next((k for k in range(start, end - 1) if document.norms[k] in _HEALING), None)
    if not takers and healed is not None:  # «لعلاج الجرحى اليمنيين في الأردن»
        takers = [a for a in clauses.adjective(healed + 1, _TO_OWNER) if a.key not in {g.key for g in givers}]
    if not takers and act in ("give", "declarative", "commissive", "allocate") and status in ("pledged", "delivered"):
        takers = [a for a in clauses.for_whom(start, end, {a.key for a in givers}) if a.actor_id in RELIEF]  # «لعمليات برنامج الأغذية العالمي في سوريا»
    where = [a for a in behind if not _is_aside(document, start, a) and not clauses.is_opposed(a.first)]
    takers = _with_state(takers, where if act != "withdraw" else [])
    if not takers and act in ("give", "declarative", "commissive", "allocate") and status in ("pledged", "delivered"):
        takers = clauses.for_whom(start, end, {a.key for a in givers})
    return givers, takers, next((a for a in subject if a.person_id), None)


def _behind(clauses: Clauses, i: int, start: int, end: int, subject: list[Actor]) -> list[Actor]:
    """The actors behind what is governed at ``start`` and the subject that stands behind the verb: «تعهدت الكويت بتقديم منحة | لليمن»."""
    return clauses.between(max(start, max((a.last for a in subject if i < a.first < start), default=i + 1)), end)


def _givers_to(document: Document, clauses: Clauses, i: int, start: int, end: int, subject: list[Actor], status: str, first: int, number: int) -> list[Actor]:
    """Who gives what the subject gets: «تلقى الأردن منحة من | الكويت», «أعلنت | الوزيرة الألمانية | أن تونس ستحصل على منحة»."""
    behind = _behind(clauses, i, start, end, subject)
    lent = [a for a in clauses.between(i + 1, end) if a.relation == "" and stripped(document.norms[a.first - 1]) in AID and a not in subject][:1]  # «الدفعة الأولى من قرض صندوق النقد»
    givers = clauses.sources(behind) or lent or _by_adjective(clauses, start, subject) or clauses.unknown_source(start, end)
    if not givers and any(n.startswith("بموجب") for n in document.norms[i + 1 : i + 4]):  # «توصل القادة إلى اتفاق تحصل اليونان بموجبها على …»
        givers = [a for a in clauses.topic(i, first, number) if a.key not in {s.key for s in subject}]
    if not givers and status == "pledged" and (that := next((k for k in range(i - 1, first, -1) if document.norms[k] == "ان"), None)) is not None:
        givers = [a for a in clauses.topic(that, first, number) if a.first >= first and (a.person_id or document.norms[a.first] in _SPEAKERS or is_lender(document, a)) and a.key not in {s.key for s in subject}][:1]  # «أعلنت الوزيرة الألمانية أن تونس ستحصل على منحة»
    return givers


def _givers_by_agreement(document: Document, clauses: Clauses, i: int, start: int, behind: list[Actor], first: int, number: int, *, marked: bool) -> list[Actor]:
    """Who gives what an agreement provides, with whom it is where a taker is ``marked``: «تضمن الاتفاق مع | ألمانيا | تقديم مليون يورو لتونس»."""
    givers = clauses.giver_of(start, behind) or [a for a in clauses.partners(i + 1, start) if stripped(document.norms[a.first - 2]) in _AGREEMENTS and marked]
    givers = givers or [a for a in clauses.partners(first, i) if _AGREED & {*document.norms[max(first, a.first - _TO_SIDE) : a.first]} and marked]  # «الاتفاقية مع البنك شملت تقديم …»
    if not givers and {*document.norms[i + 1 : start]} & {"معها", "معه"}:  # «أما الإمارات فتضمن الاتفاق معها على تقديم وديعة»
        givers = [a for a in clauses.between(first, i) if a.relation in ("", "to")][-1:] or clauses.topic(i, first, number)
    return givers


def _asked(document: Document, clauses: Clauses, frame: Frame, i: int, start: int, end: int, subject: list[Actor], status: str, behind: list[Actor]) -> tuple[list[Actor], list[Actor]]:
    """Who is asked to give, and for whom: «دعا لبنان | فرنسا | إلى إرسال مساعدات | إلى غزة»."""
    relative = next((k for k in range(start, end) if document.norms[k] in ("الذي", "التي")), end)
    behind = [a for a in behind if (a.actor_id or not _is_everybody(a.name_ar)) and (a.first < relative or a.relation != "to")]  # a request to all names nobody; «المبلغ الذي سيجنبنا بيع أرضنا للأجانب»
    marked = clauses.marked(behind)
    used = max((a.last for a in subject if a.first > i), default=i + 1)
    asked = [a for a in clauses.between(used, start) if (a.actor_id or not _is_everybody(a.name_ar)) and a.relation in ("", "from", "to")]
    object_ = [] if status == "requested" and marked else clauses.object_of(start, behind)
    own = has_pronoun(document.tokens[start].norm) or _at_home(document, start, end) or start + 1 < len(document.norms) and document.norms[start + 1] in _OWN or any(t.norm in _OWN_COUNTRY for t in document.tokens[start:end])
    takers = marked or object_ or (subject if own or status == "requested" else [])
    if status == "requested" and subject and is_body(subject[0].actor_id or "x:body") and subject[0] not in takers:
        takers = [*takers, subject[0]]  # an agency asks for itself and for those it helps
    takers = _with_state(takers, behind) if status == "requested" else takers
    if frame["lemma"] == "ضغط":  # «ضغطت واشنطن على برلين لزيادة الإنفاق»
        asked = [a for a in clauses.between(used, start) if a.relation == "aside" and document.norms[a.first - 1] == "علي"]
    givers = clauses.run(asked) or ([a for a in behind if a.relation == "from"][:1] if status == "requested" else [])
    return [a for a in givers if a not in subject], takers


def _is_given(document: Document, a: Actor) -> bool:
    """Whether the actor is the first object of a verb that has two: «قانونا يمنح | أوكرانيا | مساعدات»."""
    before = document.morphs[a.first - 1]
    return before is not None and before.lemma in DITRANSITIVE


def _by_adjective(clauses: Clauses, start: int, subject: list[Actor]) -> list[Actor]:
    """Whose the sum or the things had are by their adjective: «تلقى الأردن منحة | كويتية»."""
    return [a for a in clauses.adjective(start, _OF_THINGS) if a.key not in {s.key for s in subject}]


def _of_noun(document: Document, clauses: Clauses, i: int, start: int, end: int, first: int, number: int) -> list[Actor]:
    """Who promises where the noun does not say so: who came «بتعهد بلغ …», who stands before his sum in «التعهدات: | السعودية 500 مليون دولار»."""
    conference = next((k for k in range(max(first, i - _TO_CONFERENCE), i - 1) if stripped(document.norms[k]) == "موتمر" and document.norms[k + 1] == "المانحين"), None)
    if conference is not None and any((m := document.morphs[k]) is not None and m.pos == "verb" and m.lemma in _COLLECTING for k in range(max(first, conference - 2), conference)):
        return [Actor(conference, conference + 2, None, "مؤتمر المانحين", None, "")]  # «جمع | مؤتمر المانحين | تعهدات تجاوزت نصف مليار دولار»
    if document.norms[i] == "بتعهد":
        return [a for a in clauses.topic(i, first, number) if a.first >= first]
    colon = next((k for k in range(i + 1, min(end, i + _TO_COLON)) if document.tokens[k].text == ":"), None)
    if colon is None:
        return []
    at = next((clauses.index.token_at(a.start) for a in document.amounts if a.kind == "money" and a.start >= document.tokens[colon].start), end)
    return [a for a in clauses.between(colon + 1, at) if a.relation == "" and at - a.last <= 1][:1]


def _collecting(document: Document, clauses: Clauses, i: int, first: int, number: int) -> list[Actor]:
    """The state whose the pledges are that it is told to have collected: «جمعت الحكومة اللبنانية في المؤتمر تعهدات»; a conference collects for others."""
    verb = next((k for k in range(i - 1, max(first, i - _TO_COLLECTED) - 1, -1) if (m := document.morphs[k]) is not None and m.pos == "verb"), None)
    morph = document.morphs[verb] if verb is not None else None
    if verb is None or morph is None or morph.lemma not in _COLLECTING or morph.aspect != "p":
        return []
    return [a for a in clauses.subject(verb, first, i, number) if a.first >= first and a.actor_id and not is_body(a.actor_id)][:1]


def _is_everybody(name: str | None) -> bool:
    """Whether a group is everybody who gives: «المجتمع الدولي», «الدول والمنظمات المانحة»; «30 دولة مانحة» are some."""
    return name in _EVERYBODY or name is not None and name.endswith(("المانحة", "المانحه")) and not name[:1].isdigit()


def _at_home(document: Document, start: int, end: int) -> bool:
    """Whether what is asked for is for the country of who asks: «لمواجهة الجفاف في بلاده»."""
    return any(a == "في" and b in ("بلاده", "بلادها", "بلادنا") for a, b in zip(document.norms[start:end], document.norms[start + 1 : end], strict=False))


def _signatories(document: Document, signing: Actor, other: Actor) -> tuple[list[Actor], list[Actor]]:
    """Which of two that sign gives: a state to a relief body, the ambassador's state, and not the ministry's that plans or co-operates; neither where that is not said."""
    for one, two in ((signing, other), (other, signing)):
        words = {stripped(n) for n in document.norms[two.first : two.first + _OF_OFFICE]}
        if two.actor_id in RELIEF and one.actor_id is not None and not is_body(one.actor_id) or stripped(document.norms[one.first]) in _ENVOYS or _BORROWERS & words and document.norms[two.first].startswith("وزير"):
            return [one], [two]
    return [], []


def _sides(document: Document, clauses: Clauses, start: int, end: int, subject: list[Actor], named: list[Actor]) -> tuple[list[Actor], list[Actor]] | None:
    """Which of those who sign gives and which takes: the taker is named again or told by the purpose, the giver is a fund or a bank."""
    keys = {a.key for a in subject}
    takers = [a for a in named if a.key in keys] or [a for a in clauses.for_whom(start, end, set()) if a.key in keys]
    again = {a.key for a in clauses.between(max(a.last for a in subject), start) if document.norms[a.first - 1].startswith("بموجب")}
    lenders = [a for a in subject if a.key in again] or [a for a in subject if is_lender(document, a)]  # «اتفاقا تقدم بموجبه الوكالة 100 مليون»
    if not takers and 0 < len(lenders) < len(subject):
        return lenders, [a for a in subject if a not in lenders]
    if not takers and len(subject) == 2:
        gives, takes = _signatories(document, subject[0], subject[1])
        if gives:
            return gives, takes
    givers = [a for a in subject if a.key not in {t.key for t in takers}]
    return (givers, takers[:1]) if takers and givers else None


def _is_aside(document: Document, start: int, actor: Actor) -> bool:
    """Whether a place is where fighting or a relative clause takes place: «لاستخدامها في الضربات ضد التنظيم داخل سوريا»."""
    norms = document.norms
    return actor.relation == "in" and (norms[actor.first - 1] == "داخل" or bool(_ELSEWHERE & {*norms[start : actor.first]}))


def _with_state(takers: list[Actor], behind: list[Actor]) -> list[Actor]:
    """The state that a body's plan is for beside the body: «لخطة الأمم المتحدة في اليمن»."""
    if not all(a.actor_id and is_body(a.actor_id) for a in takers):
        return takers
    return takers + [a for a in behind if a.relation in ("in", "to") and a not in takers and a.actor_id and not is_body(a.actor_id)][:1]
