"""Parties that their own words bring in, wherever they stand in the sentence: «بمشاركة الأردن», «بحضور الوزير», «برئاسة الأمير», «بوساطة قطرية»."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.persons.words import GROUPS
from extract.arabic.spans import mention_at
from extract.arabic.types import Document
from extract.events.arguments import Index, Party, is_adjective, joined
from extract.events.clauses.limits import CAUSES, right_limit
from extract.events.clauses.words import MEETINGS
from extract.events.meetings.parties.attended import is_denied
from extract.events.meetings.parties.bodies import counted_group
from extract.events.meetings.parties.complements import is_of_another
from extract.events.meetings.parties.groups import is_between_sides, paired
from extract.events.meetings.parties.listed import listed_with
from extract.events.meetings.parties.owners import BETWEEN_REACH
from extract.events.meetings.parties.ties import is_tied
from extract.events.meetings.triggers import Trigger, next_event

# Words that bring in parties wherever they stand in the rest of the sentence, and in which capacity.
_PRESIDED: Final = frozenset(prefix + verb + pronoun for prefix in ("ي", "ت", "سي", "ست") for verb in ("راس", "تراس") for pronoun in ("ها", "ه"))  # «قمة بشأن غزة يرأسها الرئيسان»
MARKERS: Final = {
    "بمشاركه": None, "ومشاركه": None, "وبمشاركه": None, "بحضور": None, "حضور": None, "وحضور": None, "وبحضور": None, "بين": None, "وبين": None, "يجمع": None, "وجمع": None, "وجمعت": None, "وضم": None, "وضمت": None,
    "تجمع": None, "جمع": None, "جمعت": None, "سيجمع": None, "ستجمع": None, "يضم": None, "تضم": None, "ضم": None, "ضمت": None, "سيضم": None,
    "ستضم": None, "يحضره": None, "يحضرها": None, "حضره": None, "حضرها": None, "سيحضره": None, "سيحضرها": None, "برياسه": "chair", "ترافقه": None, "برعايه": "organiser", "رعايه": "organiser", "بتنظيم": "organiser", "بدعوه": "host", "لدعوه": "host", "بوساطه": "mediator", "بالاشتراك": "organiser", "بالتعاون": "organiser",
    **dict.fromkeys(_PRESIDED, "chair"),
}  # fmt: skip
_FRONT_REACH: Final = 24  # tokens of such a phrase
_MOVES: Final = frozenset(("قام", "زار", "توجه", "سافر", "غادر", "انتقل", "عاد", "تنقل"))
_TELLING: Final = frozenset(("أبلغ", "أخطر", "رحب", "أشاد", "ندد", "نوه", "تمسك", "إبلاغ", "إخطار", "ترحيب", "إشادة", "تنديد", "مرحبا", "منوها", "مشيدا"))  # whose object stands behind بـ
_TELLING_NOUNS: Final = ("ابلاغ", "اخطار")  # with a pronoun too: «لإبلاغها»
_TOLD_REACH: Final = 7  # tokens from such a word to «بدعوة»
_SAME: Final = frozenset(("من", "جوله", "جلسه", "اعمال", "وهو", "وهي"))  # «جولة من المباحثات التي جمعت …», «وهي المحادثات التي شارك فيها …» are one event


def marked_parties(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """Parties that بمشاركة، بحضور، برئاسة، بين … bring in."""
    tokens = document.tokens
    out = _fronted(document, index, trigger)
    for j in range(trigger.token + 1, next_event(document, trigger)):
        if tokens[j].text in ".؛" or tokens[j].norm in CAUSES or _goes_elsewhere(document, index, j):
            break
        if is_denied(document, j, trigger.first) or tokens[j].norm in ("فيه", "فيها") and is_denied(document, j - 1, trigger.first):
            continue  # «مجلس لا يضم الرئيس», «ولم يشارك فيها فلان»
        relative = j - 1 if tokens[j - 1].norm in ("الذي", "التي") else j
        if (relative < j or tokens[j].norm in MARKERS and (m := document.morphs[j]) is not None and m.pos == "verb") and _is_of_other_event(document, trigger, relative):
            break  # «الاجتماع …، وصولا إلى الاجتماع الثلاثي الذي جمع …», «سبق الاجتماع لقاء ثلاثي ضم …»
        if tokens[j].norm in _PRESIDED and not _presides(document, trigger, j):
            continue  # «مع وفد | يرأسه المفتش العام»
        if tokens[j].norm in ("منذ", "قبل", "قبيل", "بعد", "عقب") and _is_event_behind(document, j):
            break  # «يزور البلاد منذ القمة التي جمعت بين …»
        if tokens[j].norm in ("بين", "وبين") and j != trigger.sides_at and (j - trigger.token > BETWEEN_REACH or trigger.noun and is_of_another(document, trigger.token, j)):
            continue  # «العلاقات بين البلدين»
        if is_between_sides(document, j) or tokens[j].norm in ("بين", "وبين") and is_tied(document, trigger, j):
            continue  # «تطرق إلى الخلاف بين أربيل وبغداد»
        if _is_of_further_event(document, trigger, j):
            break  # «بحثا الترتيب لقمة | تجمع الرئيسين»
        if tokens[j].norm == "لدعوه" and "من" not in document.norms[j + 1 : j + 3]:
            continue  # «تلبية لدعوة كريمة من الملك»
        if tokens[j].norm == "بدعوه" and _is_told_of(document, trigger.token, j):
            continue  # «زار الوفد عمّان لإبلاغها بدعوة الرئيس للقاء الملك»
        if tokens[j].norm == "حضور" and (tokens[j - 1].norm != "في" or not _is_person_behind(document, j)):
            continue  # «في حضور السفير»; not «حضور القمة», «رغبته في حضور المؤتمر»
        if tokens[j].norm == "رعايه" and tokens[j - 1].norm != "تحت":
            continue
        attended = tokens[j].norm in ("فيه", "فيها") and (verb := document.morphs[j - 1]) is not None and verb.lemma in ("شارك", "ألقى", "تحدث")  # «اجتماع يشارك فيه فلان», «مؤتمر ألقى فيه فلان كلمة»
        if (tokens[j].norm in MARKERS or attended) and j + 1 < trigger.last:
            out += [replace(p, capacity=MARKERS.get(tokens[j].norm), via="marked") for p in _of_adjectives_behind(document, j)] if tokens[j].norm.endswith(("مشاركه", "حضور", "وساطه", "رعايه")) else []
            end = right_limit(document, j, trigger.last)
            capacity = MARKERS.get(tokens[j].norm)
            found = index.parties(tokens[j].end, tokens[end - 1].end)
            if tokens[j].norm in ("بين", "وبين"):
                found = paired(document, found)
            elif capacity is None or capacity == "organiser":
                found = listed_with(document, index, j + 1, end, found, states=False)
            found += counted_group(document, j, end) if capacity is None and tokens[j].norm not in ("بين", "وبين") else []
            out += [replace(p, capacity=capacity, via="marked") for p in (joined(document, found) if capacity in ("chair", "host") else found[:1] if tokens[j].norm == "رعايه" else found)]
    return out


def _presides(document: Document, trigger: Trigger, j: int) -> bool:
    """Whether the pronoun of the verb at ``j`` is the event, told in its own sentence by an indefinite noun of its gender, with no team between: «قمة دولية بشأن غزة | يرأسها»."""
    noun, feminine = trigger.morph, document.norms[j].endswith("ها")
    agrees = feminine == (noun.gender == "f" or noun.number == "p" or document.norms[trigger.token].endswith("ه"))
    return trigger.noun and not noun.definite and agrees and not any(w in GROUPS for w in document.norms[trigger.token + 1 : j])


def _of_adjectives_behind(document: Document, j: int) -> list[Party]:
    """The states of the adjectives behind the marker at ``j``: «بوساطة مصرية قطرية», «برعاية تركية وإيرانية وروسية»."""
    out: list[Party] = []
    end = document.tokens[j].end
    for n in document.names:
        if n.start > end and is_adjective(n) and document.text[end : n.start].strip() in ("", "و", "-", "،"):
            out.append(Party(n.start, n.end, None, replace(n, kind="organisation", clitics="و")))
            end = n.end
    return out


def _fronted(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """Who takes part by the phrase that opens the sentence: «بمشاركة مصر والأردن، تنطلق الأحد أعمال المؤتمر»."""
    first = trigger.first
    if not trigger.noun or document.norms[first].removeprefix("و") not in ("بمشاركه", "بحضور"):
        return []
    comma = next((j for j in range(first + 1, min(first + _FRONT_REACH, trigger.token)) if document.tokens[j].text in "،,"), None)
    verb = document.morphs[comma + 1] if comma is not None and comma + 1 < trigger.token else None
    if comma is None or verb is None or verb.pos != "verb":
        return []
    return [p.told_by("marked") for p in index.parties(document.tokens[first].end, document.tokens[comma].start)]


def _is_of_other_event(document: Document, trigger: Trigger, j: int) -> bool:
    """Whether the relative clause at ``j`` takes up another event than the trigger's: «لقاء الوزيرين والاجتماع الثلاثي | الذي جمع …», «سبق الاجتماع لقاء | ضم …»."""
    head = j - 1
    while head > trigger.token and (m := document.morphs[head]) is not None and m.pos == "adj":
        head -= 1
    noun = document.morphs[head]
    return head > trigger.token + 1 and noun is not None and noun.pos == "noun" and noun.lemma in MEETINGS and document.norms[head - 1] not in _SAME


def _is_of_further_event(document: Document, trigger: Trigger, j: int) -> bool:
    """Whether the verb at ``j`` tells who comes to an event that the one of the verb is about: «بحث الوزيران الترتيب لقمة | تجمع الرئيسين»."""
    verb, noun = document.morphs[j], document.morphs[j - 1]
    return not trigger.noun and verb is not None and verb.pos == "verb" and noun is not None and noun.pos == "noun" and noun.lemma in MEETINGS and noun.preposition == "ل"


def _is_person_behind(document: Document, j: int) -> bool:
    """Whether a person or a group is told at once behind token ``j``, or behind «كل من»: «في حضور | السفير فلان»."""
    j += 3 if document.norms[j + 1 : j + 3] == ["كل", "من"] else 1
    return j < len(document.tokens) and mention_at(document, document.tokens[j].start) is not None


def _is_told_of(document: Document, i: int, j: int) -> bool:
    """Whether what somebody tells or says governs «بدعوة» at ``j``, so that nobody is invited to the event at ``i``: «لإبلاغ نظيره | بدعوة الرئيس», «مرحبا بدعوة الملك»."""
    for k in range(j - 1, max(i, j - _TOLD_REACH), -1):
        if document.tokens[k].kind == "punctuation":
            return False
        morph = document.morphs[k]
        if morph is not None and morph.lemma in _TELLING or document.norms[k].removeprefix("ل").startswith(_TELLING_NOUNS):
            return True
    return False


def _is_event_behind(document: Document, j: int) -> bool:
    """Whether a meeting noun follows the preposition at ``j``: «منذ قمة سنغافورة»."""
    morph = document.morphs[j + 1] if j + 1 < len(document.morphs) else None
    return morph is not None and morph.pos == "noun" and morph.lemma in MEETINGS


def _goes_elsewhere(document: Document, index: Index, j: int) -> bool:
    """Whether another verb of a visit or a move is joined at ``j``: «محادثات جنيف، وقاموا بجولات بين موسكو ومسقط»."""
    morph = document.morphs[j]
    return morph is not None and morph.pos == "verb" and morph.conjunction is not None and morph.lemma in _MOVES and not index.in_person(document.tokens[j].start)
