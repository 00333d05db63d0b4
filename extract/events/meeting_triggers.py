"""Triggers of meetings: which words of a sentence tell of one, and which verb carries an event noun."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.arabic.normalizer import fold
from extract.arabic.types import Document, Morph, Name, Person
from extract.events.arguments import SHORT_BODIES, Index, left_limit, right_limit
from extract.events.meeting_lists import ATTENDING, REPRESENTING
from extract.events.modality import is_direct

if TYPE_CHECKING:
    from extract.lexicon import Lexicon

_PRESS = frozenset(("صحفي", "صحافي", "الصحفي", "الصحافي", "صحافيا", "صحفيا", "صحفيه", "صحافيه"))
_SOCIAL = frozenset(("اجتماعي", "الاجتماعي", "اجتماعيه", "الاجتماعيه"))
# «اجتماعات دورية», «بعد مفاوضات شاقة»: no single event.
_REPEATED = frozenset(("دوريه", "شهريه", "سنويه", "اسبوعيه", "منتظمه", "متكرره", "الدوريه", "يوميه"))
_LONG = frozenset(("شاقه", "طويله", "صعبه", "مارثونيه", "ماراثونيه", "عسيره", "مكثفه", "مستمره", "سريه"))
_TALKS = frozenset(("مفاوضات", "محادثات", "مباحثات", "مشاورات", "حوار"))
_NEGATIONS = frozenset(("لم", "لا", "ولم", "ولا"))
_THAT_NOT = frozenset(("الا",))  # ألا
_WITHOUT = frozenset(("دون", "بدون", "عدم", "بعدم"))
_RELATIVES = frozenset(("الذي", "التي", "اللذين", "اللتين", "والذي", "والتي"))
# Behind these an event noun says where or when something was said: «قال … خلال اجتماع».
_WITHIN = frozenset(("خلال", "في", "امام", "لدي", "عند", "اثناء", "عقب", "بعد", "قبل", "قبيل", "هامش", "ختام", "اعمال", "مستهل", "ضمن", "اول", "حضور", "عشيه", "اثر", "وخلال", "وعقب", "وبعد", "وفي"))  # fmt: skip
_ENTERING = frozenset(("الدخول", "للدخول", "بالدخول", "الانخراط", "للانخراط", "الشروع", "البدء", "للبدء"))
_DURING = frozenset(("خلال", "اثناء", "هامش", "وخلال", "ختام", "مستهل"))
_SUMMITS = frozenset(("قمه", "بقمه", "لقمه"))  # «قمة العشرين» is the group's name and its meeting
_NO_GATHERING = frozenset(("side", "sides", "government", "delegation", "members", "officials"))  # groups that discuss in no meeting of their own
_MASDARS = frozenset(("عقد", "تنظيم"))
_WILLING = frozenset(("proposes", "refuses", "cancels", "agrees"))
_PASSIVES = frozenset(("عقد", "اختتم", "افتتح", "بدأ", "نظم", "أقام", "استأنف"))
_BEING = frozenset(("كان", "تقرر", "حدد", "يكون", "استمر"))
_PARTS = frozenset(("اول", "اخر", "هامش", "ختام", "اعمال", "مستهل", "افتتاح", "نفس", "فعاليات", "اشغال", "سلسله", "حضور", "اطار", "انعقاد"))
_HEADS = frozenset(("اجتماع", "لقاء", "مؤتمر", "قمة", "محادثات", "مباحثات", "مفاوضات", "اتصال", "مكالمة"))
_PREPARING = frozenset(("التحضيري", "التحضيريه", "تحضيري", "تحضيريه", "الممهد", "التمهيدي"))
_PREPARATIONS = frozenset(("لبحث", "ترتيبات", "لترتيب", "للتحضير", "تحضيرا", "للاعداد", "استعدادا", "تمهيدا", "تحضيرات", "استعدادات"))
_OTHER_EVENTS = ("قمة", "اجتماع", "لقاء", "مؤتمر", "زيارة")
_BEHIND = frozenset(("holds", "happens", "hosts", "gathers", "cancels"))  # roles of verbs that stand behind the noun
_PARTNER_REACH = 6  # tokens from a press conference to the مع of who gives it too
_CARRIER_REACH = 26  # tokens from a light verb to the event noun that it carries
_PHRASE_REACH = 26  # tokens of an event's noun phrase before its own verb: «المؤتمر الدولي الثالث لدعم … الذي عقد»


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of a meeting, in the token range ``first:last`` of its sentence.

    ``carrier`` is the verb that governs an event noun, ``role`` what that verb says of it (seeds/meeting_verbs.csv), ``behind``
    whether it stands behind the noun («المؤتمر الذي عقد»). ``left:right`` is the stretch in which arguments may stand.
    """

    token: int
    morph: Morph
    construction: str
    kind: str
    carrier: int | None
    role: str | None
    behind: bool
    first: int
    last: int
    left: int
    right: int

    @property
    def noun(self) -> bool:
        return self.construction.startswith("noun")


@dataclass(frozen=True, slots=True)
class Frames:
    """The grammar of meetings by lemma: the trigger frames and the verbs that carry event nouns."""

    triggers: dict[tuple[str, str], dict[str, str]]
    needs: dict[tuple[str, str], frozenset[str]]
    unless: dict[tuple[str, str], frozenset[str]]
    verbs: dict[str, str]
    event_nouns: frozenset[str]
    lemmas: frozenset[str]  # of all words that may tell of a meeting or of who was there; the others need no look


_EXTENTS = frozenset(("لحد", "حد", "درجه", "طريق", "ذروته", "ذروتها", "مرحله", "نتيجه", "مستوي", "مستويات"))
_VOTING = frozenset(("UN-SC", "UN-GA"))


def load_frames(lexicon: Lexicon) -> Frames:
    """The frames of seeds/meeting_frames.csv and seeds/meeting_verbs.csv."""
    rows = lexicon.tables["meeting_frames"]
    return Frames(
        {(r["lemma"], r["pos"]): r for r in rows},
        {(r["lemma"], r["pos"]): frozenset(fold(w) for w in r["needs"].split("|")) for r in rows if r["needs"]},
        {(r["lemma"], r["pos"]): frozenset(fold(w) for w in r["unless"].split("|")) for r in rows if r["unless"]},
        {r["lemma"]: r["role"] for r in lexicon.tables["meeting_verbs"]},
        frozenset([*(r["lemma"] for r in rows if r["pos"] == "noun"), "استقبال", "مأدبة", "حفل"]),
        frozenset([*(r["lemma"] for r in rows), *ATTENDING, *REPRESENTING]),
    )


def find_trigger(document: Document, index: Index, frames: Frames, i: int, first: int, last: int) -> Trigger | None:
    """The trigger at token ``i`` of the sentence ``first:last``, or None where the word tells of no meeting."""
    morph = document.morphs[i]
    if morph is None or morph.pos not in ("verb", "noun"):
        return None
    frame = frames.triggers.get((morph.lemma, morph.pos))
    if frame is None or morph.pos == "noun" and _in_organisation(document, i) or index.in_person(document.tokens[i].start) or not _is_meant(document, frames, morph, i, first, last):
        return None
    if frame["construction"] == "verb_vote" and voting_body(document, i) is None:
        return None
    left, right = left_limit(document, i, first), right_limit(document, i, last)
    carrier: int | None = i
    role: str | None = None
    behind = False
    if morph.pos == "noun":
        carrier, role, behind = _carrier(document, index, frames, i, left, last)
        if behind and carrier is not None:
            right = right_limit(document, carrier, last)
        elif carrier is None:  # «زيارة الأمير إلى مصر تأتي …»: what its own verb says is no argument
            right = next((j for j in range(i + 1, right) if _is_verb(document, index, j)), right)
    elif frame["construction"] in ("verb_arrive", "verb_visit"):  # «وصل الوزير إلى أنقرة، ويناقش …»: another event
        right = next((j for j in range(i + 2, right) if (m := document.morphs[j]) is not None and m.pos == "verb" and m.conjunction and (m.lemma, "verb") in frames.triggers), right)
    return Trigger(i, morph, frame["construction"], frame["kind"], carrier, role, behind, first, last, left, right)


def voting_body(document: Document, i: int) -> Name | None:
    """The council or assembly beside the verb of voting at ``i``, whose session it tells: «صوت مجلس الأمن على مشروع القرار»."""
    tokens = document.tokens
    behind = tokens[i + 1].start if i + 1 < len(tokens) else -1
    before = tokens[i - 1].end if i else -1
    return next((n for n in document.names if n.actor_id in _VOTING and (n.start == behind or n.end == before)), None)


def next_event(document: Document, trigger: Trigger) -> int:
    """The token of the next event noun with a preposition of its own («لقمتنا في لاهاي»): what follows tells that one."""
    for j in range(trigger.token + 2, trigger.last):
        morph = document.morphs[j]
        if document.tokens[j - 1].norm in _PREPARING:
            continue
        if morph is not None and morph.pos == "noun" and (morph.preposition == "ل" or morph.enclitic) and morph.lemma in _OTHER_EVENTS:
            return j
    return trigger.last


def _in_organisation(document: Document, i: int) -> bool:
    """Whether the noun is part of a body's own name: «منظمة المؤتمر الإسلامي», «مؤتمر نزع السلاح»."""
    token = document.tokens[i]
    around = (n for n in document.names if n.kind == "organisation" and n.start <= token.start and token.end <= n.end)
    return any(n.start < token.start or token.norm not in _SUMMITS for n in around)


def _is_meant(document: Document, frames: Frames, morph: Morph, i: int, first: int, last: int) -> bool:
    """Whether the word has the sense of a meeting here: no press conference, no «social», no visit that was not made."""
    tokens, morphs = document.tokens, document.morphs
    if tokens[i].norm in _SOCIAL:
        return False
    if i + 1 < last and tokens[i + 1].norm in _PRESS:
        return morph.lemma == "مؤتمر" and is_joint_press(document, i, last)
    if i + 1 < last and tokens[i + 1].norm in _REPEATED or morph.lemma in _TALKS and i + 1 < last and tokens[i + 1].norm in _LONG:
        return False
    if morph.lemma == "استقبال":  # «كان في استقباله السفير» at an airport; «لدى استقباله الوزير», «لدى استقبال الرئيس له» are meetings
        behind = tokens[i + 1 : min(i + 16, last)]  # «استقبال الرئيس لولي العهد»
        received = morph.enclitic is not None or any(t.norm in ("له", "لها", "لهم") or t.norm[0] == "ل" and t.start in {p.start for p in document.persons} for t in behind)
        if not received or i == first or tokens[i - 1].norm not in ("لدي", "عند", "خلال", "بعد", "عقب", "اثناء"):
            return False
    if frames.triggers[(morph.lemma, morph.pos)]["construction"] == "noun_speech" and audience_event(document, i, last, frames.event_nouns):
        return True
    if morph.lemma == "مقابلة" and not any(tokens[i].end < p.start <= tokens[min(i + 7, last - 1)].start for p in document.persons):
        return False  # an interview
    if morph.preposition == "ل" and i > first and tokens[i - 1].norm in _PREPARING:
        return False  # «الاجتماع التحضيري للقمة» is one event
    if morph.lemma == "مؤتمر" and _is_press(document, i, last):
        return False
    if morph.lemma == "وصل" and any(t.norm in _EXTENTS for t in tokens[i + 1 : min(i + 3, last)]):
        return False  # «وصل إلى حد التهديد», «وصلت إلى طريق مسدود»
    if morph.pos == "verb" and i > first and (tokens[i - 1].norm in _NEGATIONS or morph.aspect == "i" and tokens[i - 1].norm in _THAT_NOT):
        return False  # «لم يزر كينيا», «ألا يزور» tell no event
    if morph.pos == "verb" and i - 1 > first and tokens[i - 1].norm == "ان" and tokens[i - 2].norm in _WITHOUT or morph.pos == "noun" and i > first and tokens[i - 1].norm in _WITHOUT:
        return False  # «دون أن يلتقي», «دون لقاء»
    key = (morph.lemma, morph.pos)
    reach = range(max(first, i - (2 if morph.pos == "verb" else 6)), min(last, i + (30 if morph.pos == "verb" else 8)))
    near = {tokens[j].norm for j in reach if j != i} | {fold(m.lemma) for j in reach if j != i and (m := morphs[j]) is not None}
    if morph.definite and morph.lemma in ("جولة", "دورة") and key in frames.needs:  # «الجولة الأولى» of the talks told before
        near |= {fold(m.lemma) for m in morphs[:i] if m is not None and m.pos == "noun"} & frames.needs[key]
    arrives = morph.lemma == "وصل" and _reaches_place(document, i, last)
    if frames.triggers[key]["construction"] == "verb_discuss" and discussing_groups(document, i, last):
        return True
    return (key not in frames.needs or arrives or bool(near & frames.needs[key])) and not (key in frames.unless and near & frames.unless[key])


def is_joint_press(document: Document, i: int, last: int) -> bool:
    """Whether two give the press conference at ``i``, who met then: «مؤتمر صحفي مشترك مع نظيره», «مؤتمر صحفي عقده مع الوزير»."""
    tokens, starts = document.tokens, {p.start for p in document.persons}
    if i + 1 >= last or tokens[i + 1].norm not in _PRESS:
        return False
    return any(tokens[j].norm == "مع" and tokens[j + 1].start in starts for j in range(i + 2, min(i + _PARTNER_REACH, last - 1)))


def audience_event(document: Document, i: int, last: int, event_nouns: frozenset[str]) -> str | None:
    """The lemma of the meeting at which a speech is given: «في كلمته أمام القمة», «في كلمة له خلال الاجتماع»."""
    for j in range(i + 1, min(i + 4, last - 1)):
        noun = document.morphs[j + 1]
        if document.tokens[j].norm in ("امام", "خلال", "في") and noun is not None and noun.pos == "noun" and noun.definite and noun.lemma in event_nouns:
            return noun.lemma
    noun = next((m for j in range(i + 1, min(i + 3, last)) if (m := document.morphs[j]) is not None and m.preposition == "ب" and m.definite and m.lemma in event_nouns), None)
    return noun.lemma if noun is not None else None  # «خلال خطاب له بالاجتماع»


def discussing_groups(document: Document, i: int, last: int) -> list[Person]:
    """The office holders of several states behind a verb of discussing, where the clause tells a place: «يبحث وزراء دول الاتحاد في بروكسل …»."""
    tokens = document.tokens
    groups = [p for p in document.persons if p.kind == "collective" and i + 1 < last and p.start == tokens[i + 1].start and p.role not in _NO_GATHERING]
    one_state = len(groups) == 1 and groups[0].actor_id is not None and len(groups[0].actor_id) == 2 and groups[0].actor_id not in SHORT_BODIES
    if not groups or one_state:
        return []
    j = next((k for k in range(i + 1, last) if tokens[k].start >= groups[0].end), last)
    cities = {n.start - 1 for n in document.names if n.kind == "place" and n.clitics == "ب"}
    return groups if any(t.norm in ("في", "بمدينه", "بالعاصمه") or t.start in cities for t in tokens[j : min(j + 3, last)]) else []


def _reaches_place(document: Document, i: int, last: int) -> bool:
    """«وصل رئيس الوزراء … إلى روما»: an office holder's arrival in a city or a state is a visit."""
    tokens = document.tokens
    end = next((j for j in range(i + 1, min(i + 26, last - 1)) if tokens[j].norm == "الي"), None)
    if end is None:
        return False
    ahead = tokens[min(end + 4, last - 1)].end
    goal = any(tokens[end].end < n.start < ahead and n.kind in ("place", "state") for n in document.names)
    return goal and any(p.role and p.kind in ("person", "office") and tokens[i].end <= p.start <= tokens[min(i + 5, last - 1)].start for p in document.persons)


def _is_press(document: Document, i: int, last: int) -> bool:
    """Whether «المؤتمر» or «مؤتمر عقده …» without a name of its own is the press conference that the article speaks of."""
    following = document.morphs[i + 1] if i + 1 < last else None
    if following is not None and following.pos in ("noun", "adj"):
        return False
    if any(n.start == document.tokens[min(i + 1, last - 1)].start for n in document.names):
        return False
    pairs = zip(document.tokens, document.tokens[1:], strict=False)
    return any(b.norm in _PRESS and a.norm.endswith("موتمر") for a, b in pairs)


def _carrier(document: Document, index: Index, frames: Frames, i: int, left: int, last: int) -> tuple[int | None, str | None, bool]:
    """The verb that carries the event noun at ``i``, its role, and whether it stands behind the noun."""
    behind = _verb_behind(document, index, frames, i, left, last)
    if behind is not None and document.tokens[behind - 1].norm in _RELATIVES:
        return behind, frames.verbs[document.morphs[behind].lemma], True  # type: ignore[union-attr]
    tokens, morphs = document.tokens, document.morphs
    for j in range(i - 1, max(left - 1, i - _CARRIER_REACH), -1):
        morph = morphs[j]
        if morph is None or morph.pos != "verb" or index.in_person(tokens[j].start):
            continue
        if tokens[j].norm in _MASDARS and _is_done(document, j, left):
            continue  # «سيتم "عقد لقاء"»: the verb is before it
        if tokens[j].norm in _MASDARS and (above := _willing_above(document, index, frames, j, left)) is not None:
            return above, frames.verbs[morphs[above].lemma], False  # type: ignore[union-attr]
        role = frames.verbs.get(morph.lemma)
        if role is None and is_within(document, i) or role in _WILLING and _is_during(document, i):
            role = "says"  # any other verb tells what was said or done there: «أكد … خلال القمة»
        if role in ("refuses", "cancels") and not is_direct(document, j, i):
            role = "says" if is_within(document, i) else None  # «رفض كشف تفاصيل اتصاله»
        if any(_is_event_noun(document, frames, k) for k in range(j + 1, i - 1)):
            role = None
        if role is not None:
            return j, role, False
        break
    if behind is not None:
        return behind, frames.verbs[morphs[behind].lemma], True  # type: ignore[union-attr]
    return None, None, False


def _is_done(document: Document, masdar: int, left: int) -> bool:
    """Whether «عقد» is what a verb says is done, and no verb itself: «سيتم عقد لقاء», «تم "عقد اجتماع"»."""
    before = masdar - 2 if masdar - 1 > left and document.tokens[masdar - 1].kind == "punctuation" else masdar - 1
    morph = document.morphs[before] if before >= left else None
    return morph is not None and morph.pos == "verb" and morph.lemma in ("تم", "جرى")


def _willing_above(document: Document, index: Index, frames: Frames, masdar: int, left: int) -> int | None:
    """The verb of wishing or refusing before «عقد»: «استبعد الناطق عقد قمة», where عقد is no verb."""
    for j in range(masdar - 1, max(left - 1, masdar - 7), -1):
        if _is_verb(document, index, j):
            morph = document.morphs[j]
            return j if morph is not None and frames.verbs.get(morph.lemma) in _WILLING else None
    return None


def is_within(document: Document, i: int) -> bool:
    """Whether the noun says where or when something was said: «خلال اجتماع», «على هامش القمة», «خلال أول مقابلة»."""
    before = document.tokens[i - 1].norm if i else ""
    if before == "من" and i > 3 and document.tokens[i - 3].norm == "اليوم":
        return True  # «خلال اليوم الأول من القمة»
    if before == "في" and i > 1 and document.tokens[i - 2].norm in _ENTERING:
        return False  # «حض الحركة على الدخول في مباحثات»: they are what is done
    return before in _WITHIN or before in _PARTS and i > 1 and document.tokens[i - 2].norm in _WITHIN


def is_prepared(document: Document, trigger: Trigger) -> bool:
    """Whether somebody travels only to prepare the event: «وصل إلى نيويورك لبحث ترتيبات القمة»."""
    before = document.norms[max(trigger.first, trigger.token - 4) : trigger.token]
    return trigger.role == "travels" and any(w in _PREPARATIONS for w in before)


def _is_during(document: Document, i: int) -> bool:
    """Whether something else is proposed or refused while the event takes place: «ستقترح إنشاء مراكز خلال القمة»."""
    return any(document.tokens[k].norm in _DURING for k in range(max(0, i - 2), i))


def _is_event_noun(document: Document, frames: Frames, k: int) -> bool:
    """Whether another event noun stands at ``k``, without و: «مؤتمر صحفي انعقد إثر اجتماع»."""
    morph = document.morphs[k]
    return morph is not None and morph.pos == "noun" and not morph.conjunction and morph.lemma in _HEADS and (morph.lemma, "noun") in frames.triggers


def _qualifies_place(document: Document, relative: int) -> bool:
    """Whether a relative pronoun goes with a place before it and not with the event: «لقائه في طهران التي وصل إليها»."""
    tokens = document.tokens
    name = next((n for n in document.names if n.end == tokens[relative - 1].end and n.kind in ("place", "state")), None)
    before = document.text[max(0, name.start - 8) : name.start].split()[-1:] if name is not None else []
    return bool(before) and before[0] in ("في", "إلى", "من")


def _has_verb(document: Document, index: Index, first: int, last: int) -> bool:
    return any(_is_verb(document, index, j) for j in range(first, last))


def _is_verb(document: Document, index: Index, j: int) -> bool:
    morph = document.morphs[j]
    return morph is not None and morph.pos == "verb" and not index.in_person(document.tokens[j].start)


def _verb_behind(document: Document, index: Index, frames: Frames, i: int, left: int, last: int) -> int | None:
    """The carrying verb in the noun's own clause: «المؤتمر الذي عقد», «مؤتمر دولي استضافته», «الاجتماع انتهى»."""
    tokens, morphs = document.tokens, document.morphs
    for j in range(i + 1, min(i + _PHRASE_REACH, last)):
        morph = morphs[j]
        if tokens[j].text in ".؛:!؟" or tokens[j].norm in ("ان", "انه", "انها", "لان", "بان") and not index.in_person(tokens[j].start):
            return None
        if j > i + 1 and _is_event_noun(document, frames, j):
            return None  # «القمة بعد محادثات أجراها …»
        if morph is None or morph.pos != "verb" or index.in_person(tokens[j].start):
            continue
        role = frames.verbs.get(morph.lemma)
        relative = tokens[j - 1].norm in _RELATIVES
        if relative and morph.lemma in _BEING:
            continue  # «القمة التي كانت مقررة في …»
        if role == "holds" and morph.enclitic is None and morph.lemma not in _PASSIVES:
            return None  # «محادثات مع نظيره الذي يقوم بزيارة»: the person's verb
        if role not in _BEHIND or morph.conjunction and not relative or relative and _qualifies_place(document, j - 1):
            return None
        if not relative and not morph.enclitic and (j - i > 5 and not document.morphs[i].definite or i > left and _has_verb(document, index, left, i)):  # type: ignore[union-attr]
            return None
        return j
    return None
