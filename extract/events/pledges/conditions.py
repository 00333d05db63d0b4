"""What a verb's own sense asks of the thing given: «صرف» a sum, «ورد» a taker, «يبحث» an action noun. Else the word tells no gift."""

from __future__ import annotations

from typing import Final

from extract.events.pledges import guards
from extract.events.pledges.action import WITHDRAWALS, is_action
from extract.events.pledges.actors.actor import RELIEF, Actor, is_body
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.actors.roles import DITRANSITIVE
from extract.events.pledges.actors.subjects import Clauses
from extract.events.pledges.constructions.decided import is_decided
from extract.events.pledges.content import gifts
from extract.events.pledges.telling import Telling

_NEEDS_SUM: Final = frozenset(("دفع", "حول", "ضمن", "ضخ", "رصد", "ساهم", "أسهم", "أودع", "كشف", "صرف", "وقع", "دعم", "استثمر", "أبرم", "أقرض", "أفرج", "اقترض", "أتاح"))
NEEDS_B: Final = frozenset(("طالب", "وجه", "أمر", "أوعز"))  # «طالب» is also a student, «أمر» a matter: what is asked follows with ب
_FORGIVING: Final = frozenset(("اعفاء", "شطب", "اسقاط", "أعفى"))  # of a debt, which else is no gift
_ITSELF: Final = frozenset(("بلاده", "بلادها", "انه", "انها", "قواته"))  # «قال إن بلاده تلقت صواريخ من …»
_OURS: Final = frozenset(("بلاده", "بلادها", "بلادنا", "بلده", "بلدنا", "اننا", "نحن", "قواته", "قواتنا", "جيشه", "جيشها"))  # who asks by saying that he needs
_UNTRUE: Final = frozenset(("ان", "بان", "قد", "لا", "لم", "لن", "كي", "حتي", "هل", "اذا", "لو", "الا"))
_VEHICLES: Final = frozenset(("سفينه", "سفن", "طايره", "طايرات", "مقاتله", "مقاتلات"))
_CUTTING: Final = frozenset(("جمد", "قطع", "ألغى", "أنهى", "أفرج"))
AID: Final = ("مساعد", "معون", "تمويل", "دعم", "منح", "هبه", "تبرع")  # beginnings of folded words
_RAISING: Final = frozenset(("زاد", "رفع", "ضاعف"))
_NOT_GOT: Final = frozenset(("قبل", "دون", "من", "الي", "عدم", "امكانيه", "احتمال", "شرط", "يتوقع", "توقع", "لضمان", "ضمان", "اجل", "حال", "لحين", "حتي", "انتظار", "ان"))
_INSTALMENTS: Final = ("شريح", "دفعه", "قسط", "وديع")  # beginnings of folded words
_OF_THINGS: Final = 3  # tokens in which an adjective tells whose the things had are
_TO_ASKED: Final = 4  # tokens from «طالبا» to what is asked, whom it is asked of between
_TO_SHARE: Final = 5  # tokens in which what is contributed is told as a share
_OF_AID: Final = 8  # tokens in which what is cut or released is called aid
_INTENDING: Final = frozenset(("اعتزم", "نوى", "خطط"))
_BOUND: Final = frozenset(("ملتزم", "ملتزمه"))
_LOANS: Final = frozenset(("اقتراض", "قرض"))
_SCHEMES: Final = frozenset(("خطه", "برنامجا", "مشروعا", "خططا", "الخطه"))
_OWN_DEBTS: Final = frozenset(("الدين", "ديونها", "القسط", "قسط", "الفوايد", "والفوايد", "مستحقات", "اقساط"))


def borrows(telling: Telling) -> bool:
    """«اتفقت مصر مع البنك الدولي على اقتراض …»."""
    return telling.lemma in guards.BORROWING and any(stripped(n) in _LOANS for n in telling.document.norms[telling.i : telling.end])


def lends(telling: Telling) -> bool:
    """«سمحت قطر لفرنسا باستخدام قواعدها»."""
    allows = telling.lemma == "سمح" or stripped(telling.document.norms[telling.start]) == "سماح" or gifts.uses(telling.document.norms[telling.start])
    return allows and gifts.lends_bases(telling.document, telling.start, telling.end)


def tells_no_gift(telling: Telling, clauses: Clauses) -> bool:
    """Whether the word, by its act or by its own sense, tells no gift of the thing that it governs: «صرف النظر عن», «يبحث الملف»."""
    return _is_other_thing(telling) or relieved(telling, clauses) is None and _lacks_measure(telling) or _by_lemma(telling, clauses) or _by_act(telling, clauses)


def _is_other_thing(telling: Telling) -> bool:
    """Trade, thanks and titles."""
    document, i, start, what = telling.document, telling.i, telling.start, telling.what
    if guards.is_sale(document, i, start) or guards.is_other_giving(document, start - 1, telling.end):
        return True
    if what.quantity is not None and what.quantity.unit in ("soldier", "personnel") and any(stripped(n) in WITHDRAWALS for n in document.norms[telling.behind : start + 1]):
        return True  # «أعلن عزمه سحب ألفي جندي» takes troops home
    return not borrows(telling) and guards.is_trade(document, i, what.money) and telling.lemma not in _FORGIVING and stripped(document.norms[start]) not in _FORGIVING


def relieved(telling: Telling, clauses: Clauses) -> Actor | None:
    """The relief body that somebody supported or will support, which is no support in words: «ستدعم ألمانيا | المنظمات الإغاثية | في لبنان»."""
    document, morph = telling.document, telling.morph
    if telling.lemma != "دعم" or morph is None or not (morph.future or morph.aspect == "p") or telling.what.measured:
        return None
    helped = [a for a in clauses.between(telling.start, telling.start + 1) if a.relation == ""]
    return next((a for a in helped if a.actor_id in RELIEF and a.actor_id != "UN" or any(stripped(n).startswith(gifts.OF_RELIEF[:2]) for n in document.norms[a.first : a.last])), None)


def _lacks_measure(telling: Telling) -> bool:
    """Nouns and needs tell a gift by its sum alone, wishes and refusals by a concrete thing."""
    document, i, what, act = telling.document, telling.i, telling.what, telling.act
    at_sum = what.money is not None and guards.near_sum(document, i, what.money)
    if act == "noun" and what.share is None and not at_sum:
        return True
    if act == "need" and telling.morph is not None and not any(a.actor_id and is_body(a.actor_id) for a in telling.subject):
        return True  # «تحتاج أوكرانيا إلى 600 مليار دولار» is an estimate
    if act == "need" and telling.morph is not None and telling.morph.number == "p":
        return True  # «تقول المنظمة إن مليوني شخص يحتاجون مساعدات»
    if telling.lemma == "بحاجه" and document.norms[i - 1] not in _OURS:
        return True  # «20 مليون شخص بحاجة إلى مساعدات»
    concrete = what.strength == "kind" and what.kind == "humanitarian" or telling.lemma == "بحاجه" and what.kind in ("humanitarian", "military") and what.strength is not None
    if act == "need" and not concrete and not at_sum:
        return True
    told = telling.lemma == "كشف" and is_action(document.norms[telling.start]) and what.kind in ("humanitarian", "military")  # «كشفت باريس عن اتفاق لتقديم مساعدات إنسانية»
    part = telling.lemma in ("ساهم", "أسهم") and what.strength == "item" and document.norms[telling.start][:1] == "ب" and not _is_share(telling)  # «ساهم الأردن بمستشفى ميداني في غزة»
    if telling.lemma in _NEEDS_SUM and what.money is None and not told and not part and not gifts.is_cost(document, telling.start, telling.end):
        return True
    if act in ("consider", "refuse") and not what.measured and what.strength not in ("item", "kind"):
        return True
    trained = telling.lemma == "درب" and telling.morph is not None and telling.morph.future and what.kind == "military"  # «ستدرب فرنسا القوات اللبنانية»
    return what.strength is None and not what.measured and not trained


def _is_share(telling: Telling) -> bool:
    """Whether what is contributed is a share of the whole: «أسهمت بخمسة في المئة من الأطباء»."""
    tokens = telling.document.tokens
    first, last = tokens[telling.start].start, tokens[min(telling.start + _TO_SHARE, telling.end) - 1].end
    return any(a.kind == "percentage" and first <= a.start < last for a in telling.document.amounts)


def _by_lemma(telling: Telling, clauses: Clauses) -> bool:
    """What single verbs tell beside giving: «قدم خطة», «جمد أموالا», «صرف على», «نوه»."""
    document, i, start, end, lemma, morph, what = telling.document, telling.i, telling.start, telling.end, telling.lemma, telling.morph, telling.what
    norms = document.norms
    first = stripped(norms[start])
    if lemma in _BOUND and first == "دعم" and not what.measured:
        return True  # «ملتزمة بدعم الشرعية»
    if lemma == "قدم" and {*norms[i + 1 : start + 5]} & _SCHEMES:
        return True
    cut = AID + _INSTALMENTS if lemma == "أفرج" else AID
    if lemma in _CUTTING and not any(stripped(n).startswith(cut) for n in norms[start : min(end, start + _OF_AID)]):
        return True  # «جمدت أموال روسيا», «قطعت علاقاتها»
    if lemma == "ورد" and norms[i] == "ورد" and norms[i + 1 : start + 1] and first != norms[start]:
        return True  # «ورد الحوثيون بالإعلان …» answers
    if lemma == "زود" and first in _VEHICLES:
        return True  # «زود خفر السواحل السفينة بالوقود»
    own = {a.key for a in telling.subject}
    if lemma == "افتتح" and not any(a.relation == "in" and a.actor_id and a.key not in own for a in clauses.between(start, end)) and not clauses.place_behind(start, end, own):
        return True  # an office at home
    level = what.kind == "spending" and what.share is not None and morph is not None and morph.future  # «سترفع الإنفاق الدفاعي إلى 3 في المئة»
    if lemma in _RAISING and not level and not ((telling.beside or norms[i - 1] in _ITSELF) and stripped(norms[telling.behind]).startswith((*AID, "مساهم"))):
        return True  # «رفعت واشنطن العقوبات», «زادت الصادرات»
    if lemma == "جدد" and not stripped(norms[telling.behind]).startswith((*AID, "وديع")):
        return True  # «جدد التهديد برفع التعريفات»
    if telling.act == "withdraw" and first.startswith(("دين", "ديون")):
        return True  # debts cut are a gift
    if lemma == "حصول" and (norms[i].removeprefix("و").removeprefix("ب") != "حصول" or norms[i - 1] in _NOT_GOT or norms[i].startswith("ب") and norms[i - 1] not in ("رحب", "رحبت")):
        return True  # «يسعى إلى الحصول على …»
    if lemma == "عمل" and norms[start - 1] != "علي":
        return True
    if lemma == "طالبا" and (start > i + _TO_ASKED or document.tokens[i - 1].kind == "number" or norms[i - 1] in ("عشر", "وعشرون", "مييه")):
        return True  # a student
    if lemma == "نوى" and norms[i].startswith("ونو"):
        return True  # «ونوه بـ» praises
    if lemma == "صرف" and norms[i + 1] == "علي":
        return True  # what was spent
    if lemma == "دفع" and {*norms[i:end]} & _OWN_DEBTS:
        return True  # a debtor pays his debt
    if lemma in NEEDS_B and not any(n[:1] == "ب" for n in norms[telling.behind : start + 1]):
        return True
    if lemma in ("واصل", "استثمر") and not (morph is not None and morph.future):
        return True  # what goes on is promised where it is to go on
    if lemma == "أنفق" and not (morph is not None and morph.future and what.share is not None and any(a.actor_id for a in telling.subject)):
        return True  # «ستنفق ألمانيا 2 في المئة على الدفاع» promises a level, «15 دولة ستنفق …» counts who reaches it
    if lemma == "تقدم" and what.money is None:
        return True
    if lemma == "سمح" and not lends(telling) or lemma == "نقل" and what.kind != "military" or lemma == "أعطى" and not what.measured:
        return True
    if lemma == "أعاد" and (norms[start] != "فتح" or not telling.beside and len(telling.subject) < 2):
        return True  # «سيعاد فتح السفارة» names nobody
    return lemma in _INTENDING and morph is not None and not is_action(norms[start]) and start > telling.behind + 1  # «تعتزم اعتبار المبلغ احتياطيا»


def _by_act(telling: Telling, clauses: Clauses) -> bool:
    """What an act asks of its verb's form and of the thing given."""
    document, i, start, act, morph, what = telling.document, telling.i, telling.start, telling.act, telling.morph, telling.what
    norms = document.norms
    if act == "give" and morph is not None and (morph.enclitic and not (telling.lemma in DITRANSITIVE and (what.measured or what.strength == "item")) or _is_habitual(telling, clauses)):
        return True  # «المساعدات التي قدمتها»: what was given has been said before
    if what.kind == "institutional" and "نقل" in norms[start]:
        return True  # moving an embassy gives nobody anything
    if act == "light" and (morph is None or morph.enclitic or norms[start][:1] != "ب" or not what.measured):
        return True  # «قام بتقديم …» is to give; «قام بزيارة» is not
    if act == "receive" and (not what.measured and not _is_handed_over(telling, clauses) or what.quantity is not None and what.quantity.unit in ("missile", "shell") or norms[i + 1] in ("عليها", "عليه")):
        return True  # «رسائل حصلت عليها الصحيفة الأميركية»
    if act == "open":
        credit = what.money is not None and any(n.startswith(("ايتمان", "اعتماد")) for n in norms[i + 1 : i + 6])  # «فتحت خطا ائتمانيا»
        if not credit and (what.kind != "institutional" or what.strength != "item" or morph is None or not morph.future and telling.lemma not in ("أعاد", "افتتح")):
            return True  # the past «فتح» is the noun as often
    if act == "consider" and (morph is None or morph.aspect != "i" or not is_action(norms[start]) and stripped(norms[start]) != "حصول"):
        return True  # «يبحث الوزراء أزمة الصواريخ» considers no gift
    if act == "agree" and what.strength is None and not borrows(telling):
        return True
    return act == "allocate" and morph is not None and morph.aspect == "i" and not morph.future and not what.measured  # «تخصص» is also a field of study


def _is_handed_over(telling: Telling, clauses: Clauses) -> bool:
    """Whether goods without a measure are had from somebody named: «تسلم الجيش اللبناني مدرعات من الأردن»."""
    what, morph = telling.what, telling.morph
    got = morph is not None and (morph.aspect == "p" or morph.future)
    concrete = what.kind in ("military", "humanitarian") and what.strength in ("item", "kind") or what.kind == "other" and what.strength == "item"  # «رفات جنود»
    beside = telling.beside or telling.document.norms[telling.i - 1] in _ITSELF
    whose = [a for a in clauses.adjective(telling.start, _OF_THINGS) if a.key not in {s.key for s in telling.subject}]  # «حصلت تونس على مروحيات أميركية»
    return got and beside and concrete and (bool(whose) or any(a.relation == "from" and a.actor_id for a in clauses.between(telling.start, telling.end)))


def _is_habitual(telling: Telling, clauses: Clauses) -> bool:
    """What one is wont to give, unless both sides and arms or relief are told: «إيران تزود الحوثيين بصواريخ»."""
    document, i, morph, what = telling.document, telling.i, telling.morph, telling.what
    norms = document.norms
    agreed = i + 1 < telling.end and norms[i + 1].startswith("بموجب")  # «تقدم بموجبها واشنطن مساعدات»
    if morph is None or morph.aspect != "i" or morph.future or norms[i - 1] in ("سوف", "لن", "قد", "ربما") or what.measured and telling.beside or agreed:
        return False
    if is_decided(document, i, telling.sentence.first_token):
        return False
    wont = telling.beside and what.strength in ("item", "kind") and what.kind in ("military", "humanitarian") and not {*norms[i - 1 : i]} & _UNTRUE
    return not wont or not any(a.relation == "to" or telling.lemma in DITRANSITIVE and a.relation == "" for a in clauses.between(telling.behind, telling.end))
