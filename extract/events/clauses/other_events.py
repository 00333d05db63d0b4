"""Where an event with parties of its own begins in the clause of another: «التقى الوزير نظيره في إطار الاستعدادات | لقمة بين …»."""

from __future__ import annotations

from typing import Final

from extract.arabic.spans import mention_at
from extract.arabic.types import Document
from extract.events.clauses.asides import closed_relatives

_GATHERING: Final = ("تجمع", "ستجمع", "يجمع", "سيجمع", "جمعت", "جمع")  # «الترتيب لقمة | تجمع الرئيسين»
_OWN_PARTIES: Final = 6  # tokens from an event noun to the بين or مع of its own: «قمة سنغافورة التي جمعت بين»
OTHER_EVENTS: Final = frozenset(("لقاء", "اجتماع", "قمة", "محادثات", "مباحثات", "زيارة", "مفاوضات", "مشاورات", "اتصال", "استقبال"))  # «وبعد لقائه ميركل، ينوي …»: whom he met before
_COMING: Final = ("القادم", "المقبل", "التالي", "اللاحق")
_OF_CITIES: Final = frozenset(("مؤتمر", "قمة", "اجتماع"))  # each known by its city
_IN_PHRASES: Final = frozenset(("من", "جولة", "جلسة", "قمة", "سلسلة"))
_ORDINALS: Final = frozenset(("اولي", "ثانيه", "ثالثه", "رابعه", "خامسه", "سادسه", "سابعه", "ثامنه", "تاسعه", "عاشره"))  # «جولة خامسة من المفاوضات»


def other_event(document: Document, i: int, last: int, *, visit: bool = False) -> int:
    """The token behind ``i`` at which an event with parties of its own stands, else ``last``: «التقى الوزير نظيره في إطار الاستعدادات لقمة بين …».

    «جولة من المفاوضات بين …» is one event, and so is what في and خلال bring in: «التقيا في قمة بين البلدين». To a visit belong the
    visitor's talks: «زيارة الوزير إلى أنقرة ولقاؤه مع …»; not those of others: «زار بيونغ يانغ لترتيب القمة بين …».
    """
    joining = ("بين",) if visit else ("بين", "مع", *_GATHERING)
    for j in range(i + 2, last):
        morph = document.morphs[j]
        if morph is None or morph.pos != "noun" or morph.lemma not in OTHER_EVENTS or not any(w in joining for w in document.norms[j + 1 : j + _OWN_PARTIES]):
            continue
        if any(a <= j < b for a, b in closed_relatives(document, i, last)):
            continue
        if morph.definite and document.norms[j - 1] == "هامش":
            continue  # «تباحث الوزير على هامش القمة مع نظيره»: the partner is the verb's
        phrase = all(document.norms[k] in _ORDINALS or (m := document.morphs[k]) is not None and (m.pos == "adj" or m.lemma in _IN_PHRASES) for k in range(i + 1, j))
        if not phrase and not any(w in ("في", "خلال", "ضمن") for w in document.norms[max(i + 1, j - 2) : j]):
            return j
    return last


def joined_event(document: Document, i: int, last: int, *, visit: bool) -> int:
    """The token behind ``i`` at which و joins an event of somebody else, else ``last``: «قمة الحلف في بروكسل وزيارة الرئيس إلى لندن»; not «زيارته ولقاؤه», «لقاءات واجتماعات مع …»."""
    for j in range(i + 2, last):
        morph = document.morphs[j]
        if morph is None or morph.pos != "noun" or morph.conjunction != "و" or morph.enclitic or morph.lemma not in OTHER_EVENTS and morph.lemma != "مؤتمر":
            continue
        if morph.definite:
            if _has_relative(document, j, last) or j + 1 < last and document.norms[j + 1].startswith(_COMING):
                return j  # «لقاء الوزير بنظيره واللقاء الثلاثي الذي جمع …», «لقاؤهما في الدوحة والاجتماع القادم غدا في موسكو»
            continue
        if visit and morph.lemma == "زيارة":
            return j
        if j + 1 == last:
            continue
        of = document.tokens[j + 1].start
        named = {n.kind for n in document.names if n.start == of and not n.clitics}
        if morph.lemma in _OF_CITIES and "place" in named or morph.lemma == "قمة" and "organisation" in named:
            return j  # «مؤتمر باريس في مارس، ومؤتمر روما الأسبوع المنصرم», «قمة مجموعة السبع في كندا وقمة الاتحاد الأوروبي في بروكسل»
        if document.text[of] not in "بل" and mention_at(document, of) is not None:
            return j
    return last


def _has_relative(document: Document, j: int, last: int) -> bool:
    """Whether a relative clause belongs to the definite noun at ``j``: «الاجتماعات الأخرى | التي تلته»."""
    behind = j + 1
    while behind < last and (m := document.morphs[behind]) is not None and m.pos == "adj":
        behind += 1
    return behind < last and document.norms[behind] in ("الذي", "التي")
