"""Sentences that list who was at a meeting told before: «حضر اللقاء …», «ورافقه السفير», «كما شارك السفير في اللقاء», «من أبرز المشاركين»."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from extract.arabic.spans import in_time, mention_at, token_at
from extract.arabic.types import Document
from extract.events.arguments import Index
from extract.events.clauses.asides import RELATIVES
from extract.events.clauses.words import HONORIFICS, LEADING
from extract.events.meetings.parties.attended import is_denied

_TO_THEM: Final = frozenset(("اليهم", "اليهما", "اليه", "اليها"))
ATTENDING: Final = frozenset(("حضر", "شارك", "تحدث", "ضم", "رافق", "رأس", "ترأس", "قاد", "انضم"))
PARTAKERS: Final = frozenset(("المشاركين", "الحضور", "الحاضرين", "المدعوين", "المتحدثين", "الموقعين"))
COMPANY: Final = frozenset(("بمعيته", "بمعيتها", "بصحبته", "بصحبتها", "برفقته", "برفقتها"))  # «ووصل بمعيته المستشار فلان»
IN_COMPANY: Final = frozenset(("بمعيه", "بصحبه", "برفقه"))  # «ووصل بمعية | سموه |، المستشار فلان»
MEMBERS_OF: Final = frozenset(("الوفد",))  # of which somebody is a member: «ومن بين أعضاء الوفد»
_DELEGATIONS: Final = frozenset(("وفد", "الوفد", "وفدا", "والوفد"))
_SPOKEN_AT: Final = frozenset(("في", "خلال", "امام"))
_SIDES: Final = frozenset(("الوفد", "الجانب", "الفريق"))
_LEADER_REACH: Final = 16  # tokens from a verb of leading over who leads to what he leads
_TOPIC_REACH: Final = 10  # tokens from what opens a sentence to the verb with its suffix: «أما | الوفد الإثيوبي | فيرأسه …»
_JOURNEYS: Final = frozenset(("زيارة", "جولة", "رحلة"))
_MASTER: Final = 9  # tokens from «ورافق» over who is accompanied to «كل من»
IN_IT: Final = frozenset(("فيه", "فيها"))
_CEREMONIES: Final = frozenset(("مراسم", "حفل", "أعمال", "عمل", "جلسة", "افتتاح", "فعالية", "توقيع", "مأدبة", "مناسبة", "احتفال"))
_WORKS: Final = frozenset(("عمل", "أشغال", "فعالية", "جلسة"))  # «أعمالها», «جلساته»: of the meeting told before
_ALSO: Final = frozenset(("ايضا", "كذلك", "كل", "كلا", "من", "هذا", "هذه"))  # between a verb of attending and what is attended, or who attends
TAKING_PART: Final = frozenset(("حضر", "شارك"))  # whose subjects may be states and bodies


def is_attendance(document: Document, index: Index, i: int, first: int, last: int, event_nouns: frozenset[str]) -> bool:
    """«حضر اللقاء …», «وحضره من الجانب …»: a list of who was there, for the event told before."""
    morph, tokens = document.morphs[i], document.tokens
    if document.norms[i] in COMPANY:
        return _lists_people(document, index, behind_also(document, i + 1, last), last)
    if document.norms[i] in IN_COMPANY:
        behind = i + 2 + (document.norms[i + 2 : i + 3] == ["،"])
        return document.norms[i + 1 : i + 2] != [] and document.norms[i + 1] in HONORIFICS and _lists_people(document, index, behind, last)
    if is_partakers(document, i):  # «ومن أبرز المشاركين فيها الرئيس فلان»
        behind = behind_also(document, _behind_where(document, i + 1, last, event_nouns), last)
        return behind < last and mention_at(document, tokens[behind].start) is not None
    if morph is None or morph.pos != "verb" or morph.lemma not in ATTENDING or is_denied(document, i, first):
        return False
    if morph.lemma == "ضم":  # «ويضم الوفد …»; but «وتضم قائمة المتحدثين» is read at «المتحدثين»
        return document.norms[i + 1 : i + 2] != ["قايمه"] and not _DELEGATIONS.isdisjoint(document.norms[max(first, i - 20) : i + 3])
    if morph.lemma == "انضم":  # «وانضم إلى اللقاء السفير فلان»
        noun = document.morphs[i + 2] if i + 3 < last and document.norms[i + 1] == "الي" else None
        told = noun is not None and noun.lemma in event_nouns and noun.definite
        who = _behind_day(document, i + 3 if told else i + 2, last) if told or i + 2 < last and document.norms[i + 1] in _TO_THEM else last
        return who < last and mention_at(document, tokens[who].start) is not None
    if morph.lemma in LEADING:  # «ويرأس الوفد الروسي فلان»
        side = any(w in ("وفد", "الوفد", "الجانب") for w in document.norms[i + 1 : i + 3])
        return side or leads_talks(document, i, last, event_nouns) or _leader_first(document, i, last) or _leads_topic(document, index, i, first, last, event_nouns)
    if morph.lemma == "رافق":  # «ورافقه السفير», «ورافق الوزير كل من السفير …», «ورافق الوزير السفير فلان»
        return morph.enclitic is not None or any(document.norms[k : k + 2] == ["كل", "من"] for k in range(i + 2, min(i + _MASTER, last - 2))) or _is_master_beside(document, i, last)
    if morph.lemma == "شارك" and i + 2 < last and document.norms[i + 1] in IN_IT and i - first < 2:
        return _lists_people(document, index, i + 2, last)  # «وشارك فيه وزير التجارة»
    if i + 2 < last and (morph.lemma == "شارك" and document.norms[i + 1] == "في" or morph.lemma == "تحدث" and document.norms[i + 1] in _SPOKEN_AT):
        return _took_part_in(document, index, i + 2, last, event_nouns)
    return morph.lemma != "تحدث" and _attended(document, index, i, first, last, event_nouns)


def _behind_day(document: Document, j: int, last: int) -> int:
    """The token behind the day that may stand at ``j``: «وينضم إلى الاجتماع | الأربعاء | وزير الخارجية»."""
    while j < last and in_time(document, document.tokens[j].start):
        j += 1
    return j


def _took_part_in(document: Document, index: Index, j: int, last: int, event_nouns: frozenset[str]) -> bool:
    """Whether what somebody took part in or spoke at is the event at ``j``, with who did behind it: «شارك في | اللقاء | السفير فلان», «ويشارك في | أعمالها | الرئيس فلان»."""
    noun = document.morphs[j]
    if noun is None or not (noun.lemma in _WORKS and noun.enclitic is not None or noun.lemma in event_nouns and noun.definite):
        return False
    return _lists_people(document, index, _behind_day(document, j + 1, last), last)


def _attended(document: Document, index: Index, i: int, first: int, last: int, event_nouns: frozenset[str]) -> bool:
    """Whether «حضر» or «شارك» at ``i`` has what was attended at its side and who was there behind it: «حضر الاستقبال الأمير فلان», «حضر مراسم التوقيع الرئيس», «وحضره من الجانب …»."""
    verb, tokens = document.morphs[i], document.tokens
    comes = verb is not None and verb.lemma == "حضر"
    if comes and verb is not None and verb.enclitic or _attends_it(document, i, last, event_nouns):
        return True
    if i + 2 < last and document.norms[i + 1] == "من" and document.norms[i + 2] in ("الجانب", "جانب", "الطرف"):
        return True
    if comes and (beside := behind_also(document, i + 1, last)) < last and (beside > i + 1 or i > first and document.norms[i - 1] == "الذين"):
        noun = document.morphs[beside]  # «ويحضر أيضا هذه المناسبة وزير التجارة», «ومن أبرز القادة الذين سيحضرون الحفل أمير الكويت»
        return noun is not None and noun.definite and (noun.lemma in event_nouns or noun.lemma in _CEREMONIES) and _lists_people(document, index, beside + 1, last)
    noun = document.morphs[i + 1] if i + 1 < last else None
    if noun is None:
        return False
    if comes and noun.definite and noun.lemma in event_nouns:
        return any(tokens[i + 1].start < p.start <= tokens[min(i + 5, last - 1)].start for p in document.persons)
    if noun.lemma in _CEREMONIES and "وفد" in document.norms[i + 3 : i + 7] and noun.lemma in event_nouns:
        return True  # «حضر جلسة المباحثات وتوقيع المذكرة وفد المجلس»
    if noun.lemma in _CEREMONIES and _lists_people(document, index, i + 3, last):
        return True
    return (noun.lemma in _CEREMONIES or noun.lemma in event_nouns) and _lists_people(document, index, i + 2, last)


def _attends_it(document: Document, i: int, last: int, event_nouns: frozenset[str]) -> bool:
    """Whether the verb at ``i`` says who was at the event told before: «كما شارك | السفير فلان | في اللقاء.»; not «شارك الوزير في القمة السادسة»."""
    at, verb = document.tokens[i + 1].start if i + 1 < last else -1, document.morphs[i]
    who = mention_at(document, at)
    if who is None or who.name_ar is None or verb is None or verb.lemma not in TAKING_PART:
        return False
    k = token_at(document, who.end)
    k += verb.lemma == "شارك" and k < last and document.norms[k] == "في"
    noun = document.morphs[k] if k < last and (verb.lemma == "حضر" or document.norms[k - 1] == "في") else None
    closed = k + 1 >= last or document.tokens[k + 1].kind == "punctuation"
    return closed and noun is not None and noun.definite and noun.lemma in event_nouns


def _leader_first(document: Document, i: int, last: int) -> bool:
    """Whether who leads stands before what he leads: «ويترأس | فلان، مستشار الرئيس، | الوفد المؤلف من عشرة أعضاء»."""
    at = document.tokens[i + 1].start if i + 1 < last else -1
    who = mention_at(document, at)
    if who is None or who.name_ar is None:
        return False
    for k in range(token_at(document, who.end), min(i + _LEADER_REACH, last)):
        if document.norms[k] in _SIDES:
            return True
        verb = document.morphs[k]
        if document.tokens[k].text in ".؛:" or verb is not None and verb.pos == "verb":
            return False
    return False


def _leads_topic(document: Document, index: Index, i: int, first: int, last: int, event_nouns: Collection[str]) -> bool:
    """Whether the people behind the verb at ``i`` lead the event or the delegation that opens the sentence."""
    head = topic_led(document, i, first)
    noun = document.morphs[head] if head is not None else None
    return noun is not None and (noun.lemma in event_nouns or noun.lemma == "وفد") and _lists_people(document, index, i + 1, last)


def topic_led(document: Document, i: int, first: int) -> int | None:
    """The token of what opens the sentence and the verb of leading at ``i`` takes up by its suffix: «أما | الوفد | الإثيوبي فيرأسه …», «و| اجتماع | العمل سيقوده …»; None where it takes up nothing so."""
    verb = document.morphs[i]
    if verb is None or verb.lemma not in LEADING or verb.enclitic is None or document.norms[i - 1] in RELATIVES or not 0 < i - first <= _TOPIC_REACH:
        return None
    head = first + (document.norms[first] in ("اما", "واما"))
    noun = document.morphs[head]
    return head if noun is not None and noun.pos == "noun" and noun.preposition is None else None


def _is_master_beside(document: Document, i: int, last: int) -> bool:
    """Whether the verb at ``i`` has an office alone behind it and at once there who goes with its holder, or where they go between: «ورافق | الوزير | السفير فلان», «ورافق المعلم في هذه الزيارة نائب الوزير فلان»."""
    at = document.tokens[i + 1].start if i + 2 < last else -1
    whom = mention_at(document, at)
    if whom is None:
        return False
    k = token_at(document, whom.end)
    journey = next((j for j in range(k + 1, min(k + 4, last - 1)) if (m := document.morphs[j]) is not None and m.lemma in _JOURNEYS), None) if document.norms[k : k + 1] in (["في"], ["خلال"]) else None
    if journey is not None:
        k = journey + 1
    elif whom.name_start is not None:
        return False
    behind = document.tokens[min(k, last - 1)].start
    who = mention_at(document, behind)
    return who is not None and who.name_start is not None


def behind_also(document: Document, j: int, last: int) -> int:
    """The token behind «أيضا», «كل من» or «هذه» at ``j``."""
    while j < last and document.norms[j] in _ALSO:
        j += 1
    return j


def is_partakers(document: Document, i: int) -> bool:
    """Whether the word at ``i`` opens a list of those who take part: «من بين المشاركين», «أبرز الحضور», «ومن المتحدثين», «وتضم قائمة المتحدثين», «وكان ضمن الوفد», «ومن بين أعضاء الوفد»."""
    before = document.norms[i - 1].removeprefix("و") if i else ""
    if document.norms[i] in MEMBERS_OF:
        return before == "ضمن" or before == "اعضاء" and i > 1 and document.norms[i - 2].removeprefix("و") in ("بين", "ابرز", "ضمن", "اهم")
    return document.norms[i] in PARTAKERS and (before in ("بين", "ابرز", "ضمن", "اهم", "قايمه", "كبار") or document.norms[i - 1 : i] == ["ومن"])


def _behind_where(document: Document, i: int, last: int, event_nouns: frozenset[str]) -> int:
    """The token behind what those at ``i - 1`` take part in, where it is told: «المتحدثين | فيه |», «المتحدثين | في المؤتمر |»; else ``i``."""
    if i < last and document.norms[i] in IN_IT or i < last and document.tokens[i].text == ":":
        return i + 1
    if i < last and document.norms[i - 1] in MEMBERS_OF:  # «ضمن الوفد | الأميركي، | الوزير فلان»
        i += any(n.start == document.tokens[i].start and n.kind in ("nisba", "state") for n in document.names)
        return i + (i < last and document.tokens[i].text in "،,:")
    noun = document.morphs[i + 1] if i + 1 < last and document.norms[i] in ("في", "خلال") else None
    return i + 2 if noun is not None and noun.definite and noun.lemma in event_nouns else i


def leads_talks(document: Document, i: int, last: int, event_nouns: Collection[str]) -> bool:
    """Whether the verb at ``i`` says who leads the talks of one side: «ويقود | المحادثات من الجانب | الياباني نائب الوزير»."""
    morph, noun = document.morphs[i], document.morphs[i + 1] if i + 3 < last else None
    return morph is not None and morph.lemma in LEADING and noun is not None and noun.definite and noun.lemma in event_nouns and document.norms[i + 2] in ("من", "عن") and document.norms[i + 3] in ("الجانب", "جانب", "الطرف")


def _lists_people(document: Document, index: Index, i: int, last: int) -> bool:
    """Whether people are listed from token ``i`` on: «شارك في اللقاء من الجانب المصري …», no «شارك في القمة السادسة التي عقدت»."""
    if i >= last:
        return False
    if document.tokens[i].norm in ("من", "عن", "كل", "كذلك", "ايضا", "كما", "الي", "و", "وفد"):
        return True
    at = document.tokens[i].start
    return mention_at(document, at) is not None or any(n.start == at and n.kind in ("state", "organisation") for n in document.names) or any(b.start == at for b in document.bodies)
