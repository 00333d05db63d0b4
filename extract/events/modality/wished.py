"""Signs that an event is only wished, offered or thought of: proposed."""

from __future__ import annotations

from typing import Final

from extract.events.modality.agreement import FULL_STOPS
from extract.events.modality.clause import Clause, is_direct
from extract.events.modality.governed import relative_invitation

_URGED: Final = 13  # tokens from «حض» to talks that are to be held: «حض … الحركة على الدخول في مباحثات»
_WISHED: Final = 8  # tokens from any other verb of wishing
_ANY: Final = ("اي", "لاي", "باي")
_STILL, _STILL_REACH = ("يزال", "تزال", "زال", "زالت", "بات", "باتت"), 5
_ATTENDING: Final = ("حضور", "لحضور", "المشاركه", "للمشاركه")
_MODALS: Final = frozenset(("ينبغي", "يجب", "يتعين", "يلزم"))  # «المفاوضات … ينبغي استئنافها»
_MODAL_REACH, _TO_DO_REACH = 14, 6  # tokens from the event to the modal, from there to what should be done with it
_COUNTED: Final = frozenset(("اول", "ثاني", "ثالث", "رابع", "لقاء", "اجتماع"))  # between «عقد» and the event: «عقد ثاني لقاء قمة»
_ABOUT: Final = frozenset(("بشان", "حول", "لبحث", "لمناقشه"))
_WISH: Final = ("رغبت", "رغبه", "الرغبه")
_NONE: Final = ("لا", "ولا", "لم", "ليس", "وليس")
_MAY: Final = ("قد", "وقد", "فقد")  # before what is to come, and no past


def is_wished(c: Clause) -> bool:
    """«دعا إلى قمة», «اقترح اجتماعا»; who «دعاه إلى حضور القمة عام 2012» called for no summit."""
    attending = c.over and (c.before(c.trigger) in _ATTENDING or c.before(c.trigger) == "في" and c.before(c.trigger - 1) in _ATTENDING)
    return c.governed_by("proposed_lemma") and c.governor is not None and c.governor.lemma != "وافق" and not attending


def is_any(c: Clause) -> bool:
    """«أي لقاء محتمل مع الزعيم»; «لن نجري أي محادثات» is another matter."""
    return c.before(c.trigger) in _ANY and not c.is_near("never")


def may_do(c: Clause) -> bool:
    """«قد يلتقي», «القمة المقررة قد يعقبها اجتماع», «قد يعيد النظر في عقد قمة»; not «قد يكون أسهل من القمة»."""
    if c.governor is not None or c.aside or not c.verbs:
        return c.before(c.head) in _MAY and c.present()
    verb = c.verbs[-1][0]
    morph = c.document.morphs[verb]
    own = verb == c.trigger - 1 or c.before(c.trigger) in c.listed["holding"]
    return own and morph is not None and morph.aspect == "i" and c.before(verb) in _MAY


def is_suggested(c: Clause) -> bool:
    """«قمة مقترحة بين الرئيسين», «اللقاء المحتمل»."""
    return not c.past and any(c.norm(i) in c.listed["suggested"] for i in c.after(3))


def should_be_held(c: Clause) -> bool:
    """«المفاوضات أولوية وينبغي أن نتحرك سريعا لاستئنافها», «القمة يجب عقدها في أقرب وقت»."""
    if c.past or c.over or c.noun is None or c.noun.pos != "noun":
        return False
    norms = c.document.norms
    suffix = "ها" if c.noun.gender == "f" or c.noun.number == "p" or norms[c.trigger].endswith(("ه", "ات")) else "ه"
    end = next((i for i in range(c.trigger + 1, len(norms)) if c.document.tokens[i].text in FULL_STOPS), len(norms))
    modal = next((i for i in range(c.trigger + 1, min(end, c.trigger + _MODAL_REACH)) if norms[i].removeprefix("و") in _MODALS), end)
    return any(norms[i].endswith(suffix) and norms[i].removeprefix("ل").removesuffix(suffix) in c.listed["holding"] for i in range(modal + 1, min(end, modal + _TO_DO_REACH)))


def is_ready(c: Clause) -> bool:
    """«لا تزال على استعداد لإجراء محادثات»."""
    return not c.past and not c.aside and c.is_near("ready")


def is_sought(c: Clause) -> bool:
    """«تسعى لإجراء محادثات», «تتطلع موسكو لاستضافة جولة أخرى», «يسعى المبعوث إلى تحريك المفاوضات»."""
    before = c.before(c.trigger)
    tried = c.noun is not None and c.noun.pos == "noun" and not c.noun.definite and c.verbs != [] and c.verbs[-1][1] == "حاول" and c.governor is None  # «حاول لقاء نظيره»
    to = tried or c.noun is not None and c.noun.preposition == "ل" or before in ("الي", "في") or before.removeprefix("ل") in c.listed["holding"]
    return to and not c.over and any(lemma in c.listed["sought_lemma"] and is_direct(c.document, c.listed, i, c.trigger) for i, lemma in c.verbs)


def is_possible(c: Clause) -> bool:
    """«كانت هناك إمكانية للقاء قصير», «فرصة لعقد لقاء»."""
    before = c.before(c.trigger)
    if before in ("لعقد", "لاجراء"):
        before = c.before(c.trigger - 1)
    elif c.noun is None or c.noun.preposition != "ل":
        return False
    return before in c.listed["chance"] and not c.past


def is_talked_of(c: Clause) -> bool:
    """«مشاورات بشأن عقد قمة ثالثة», «مفاوضات حول عقد ثاني لقاء بين الرئيسين»: only spoken about."""
    if c.noun is None or c.noun.pos != "noun" or c.noun.definite:
        return False
    at = c.trigger - 1
    while c.norm(at) in _COUNTED:
        at -= 1
    return c.norm(at) in c.listed["holding"] and c.norm(at - 1) in _ABOUT


def may_still_be(c: Clause) -> bool:
    """«عقد القمة لا يزال ممكنا», «اللقاء ما زال واردا»."""
    return any(c.norm(i) in c.listed["possible"] and any(c.norm(j) in _STILL for j in range(i - _STILL_REACH, i)) for i in c.after(16))


def has_no_objection(c: Clause) -> bool:
    """«لا مانع لدى الوزير من لقاء نظيره», «لا يمانع في عقد قمة»."""
    if c.past or c.over or c.before(c.trigger) not in ("من", "في") and c.before(c.trigger) not in c.listed["holding"]:
        return False
    return any(k > 0 and w in c.listed["objection"] and c.words[k - 1] in _NONE for k, w in enumerate(c.words))


def is_striven_for(c: Clause) -> bool:
    """«الجهود لعقد القمة», «ضرورة استئناف المفاوضات», «تمهيد الطريق لإجراء محادثات»."""
    if c.before(c.trigger) == "عن" and c.norm(c.trigger - 2).removeprefix("ال") == "حديث" and not {*c.near[-5:]}.isdisjoint(("لا", "المبكر", "لاوانه", "اي")):
        return True  # «من المبكر الحديث عن لقاء»
    holding = c.before(c.trigger).removeprefix("ل") in c.listed["holding"]
    if c.before(c.trigger) in c.listed["holding"] and c.norm(c.trigger - 2) == "اجل" and not c.over:
        return True  # «توسل من أجل عقد قمة»
    on = c.trigger - 1 - (c.before(c.trigger) in c.listed["holding"])
    if c.norm(on) == "علي" and c.verbs and c.verbs[-1][1] == "عمل" and not c.past and not c.over:
        return True  # «يعمل على لقاء بين الرئيسين», «عملت على ترتيب زيارة»
    return holding and not c.past and not c.over and any(w in c.listed["striving"] for w in c.near)


def is_invited(c: Clause) -> bool:
    """«سلم دعوة من العاهل السعودي إلى الرئيس الروسي لزيارة المملكة», «دعوة موسكو عمان وواشنطن إلى لقاء»; not «تلبية لدعوة»."""
    before = c.before(c.trigger)
    if relative_invitation(c) is not None and c.noun is not None and (c.noun.preposition == "ل" or before == "الي" or before in c.listed["holding"] and c.before(c.trigger - 1) in ("الي", "اجل")):
        return not c.over
    if before == "في" and c.before(c.trigger - 1) == "للمشاركه" and c.noun is not None and not c.noun.definite:
        return not c.over and not c.past and any(w in c.listed["invitation"] for w in c.words) and not any(w in c.listed["accepted"] for w in c.words)
    to = c.noun is not None and (c.noun.preposition == "ل" or before in ("للقيام", "الي") or before in c.listed["holding"] and c.before(c.trigger - 1) in ("اجل", "الي") or before in ("لاجراء", "لعقد", "لحضور"))
    return to and not c.aside and not c.over and any(w in c.listed["invitation"] for w in c.words) and not any(w in c.listed["accepted"] for w in c.words)


def is_wished_as_set(c: Clause) -> bool:
    """«دعوة إلى القمة المقرر …»: the wish goes with something else."""
    return is_proposed(c) and c.is_near("planned")


def is_proposed(c: Clause) -> bool:
    """«ربما لقاء مع …», «حض الحركة على الدخول في مباحثات»."""
    if c.past or any(w in c.listed["accepted"] for w in c.words) and c.present():
        return False  # «بناء على دعوة من الرئيس، يزور الوزير باريس»
    urged = any(w in c.listed["to_hold"] for w in c.near[-3:])
    if c.is_near("proposed") or any(w.startswith(_WISH) for w in c.near):
        return True
    reach = _URGED if urged else _WISHED
    return _is_modal(c) or any(lemma in c.listed["proposed_lemma"] and c.trigger - i <= reach and _wishes(c, i, lemma) for i, lemma in c.verbs)


def if_it_is(c: Clause) -> bool:
    """«إذا التقى الرئيس نظيره»; not «يسأل عما إذا كان اللقاء الذي جرى أمس يكفي»."""
    return not c.aside and not (c.past and c.head > c.trigger) and ("اذا" in c.words or "لو" in c.words)


def _wishes(c: Clause, verb: int, lemma: str) -> bool:
    """Whether a verb of wishing may go with the event: «وافق على» does, «أجواء توافق» does not."""
    between = c.document.norms[verb + 1 : c.trigger]
    return lemma != "وافق" or "علي" in between and "،" not in between


def _is_modal(c: Clause) -> bool:
    """Whether a word of what can or should be goes with the event itself: «يمكن عقد لقاء», not «يمكن فهم الزيارة»."""
    start = c.trigger - len(c.near)
    if c.noun is not None and c.noun.preposition == "ل":
        return any(word in c.listed["modal"] for word in c.near)  # «يجب وضع إطار لمفاوضات السلام»
    return c.before(c.trigger) not in c.listed["viewing"] and any(w in c.listed["modal"] and is_direct(c.document, c.listed, start + k, c.trigger) for k, w in enumerate(c.near))
