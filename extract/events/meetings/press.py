"""Press conferences: two who give one together have met, one who gives it meets nobody."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.arguments import is_state

PRESS: Final = frozenset(("صحفي", "صحافي", "الصحفي", "الصحافي", "صحافيا", "صحفيا", "صحفيه", "صحافيه"))
_JOINT: Final = frozenset(("مشترك", "مشتركا", "المشترك"))
CONFERENCE_CITIES: Final = frozenset(("ميونيخ", "ميونخ", "دافوس"))  # «مؤتمر ميونيخ للأمن» is the body's name and its yearly event
_GIVER_GAP: Final = 20  # characters from who gives a press conference to the noun: «أمس»
_GATHERING_REACH: Final = 8  # tokens from a press conference to the verb of its relative clause
_GIVEN: Final = frozenset(("عقده", "يعقده", "سيعقده", "عقدته", "تعقده", "عقداه"))
_GIVEN_REACH: Final = 16  # tokens from a press conference over where and when it was given to that مع
_PARTNER_REACH: Final = 6  # tokens from a press conference to the مع of who gives it too


def is_joint_press(document: Document, i: int, last: int) -> bool:
    """Whether two give the press conference at ``i``, who met then: «مؤتمر صحفي مشترك مع نظيره», «مؤتمر صحفي عقده مع الوزير», «تحدث في مؤتمر صحفي إلى جانب نظيره».

    Two of one government meet nobody by it: «قال الرئيس في مؤتمر صحفي مشترك مع رئيسة الوزراء».
    """
    tokens, persons = document.tokens, document.persons
    if i + 1 >= last or tokens[i + 1].norm not in PRESS:
        return False
    if i + 2 < last and tokens[i + 2].norm in _JOINT and (_given_by_several(document, i) or _gathers(document, i, last)):
        return True
    reach = next((j for j in range(i + 3, min(i + _GIVEN_REACH, last)) if tokens[j].text in "،,"), min(i + _GIVEN_REACH, last)) if tokens[min(i + 2, last - 1)].norm in _GIVEN else i + _PARTNER_REACH  # «مؤتمر صحفي عقده بعد عصر أمس في مقر الرئاسة مع نظيره»
    found = (p for j in range(i + 2, min(reach, last - 1)) if tokens[j].norm == "مع" or tokens[j].norm == "جانب" and tokens[j - 1].norm == "الي" for p in persons if p.start == tokens[j + 1].start or tokens[j + 1].norm.startswith("نظير") and tokens[j].end < p.start <= tokens[min(j + 3, last - 1)].start)
    partner = next(found, None)
    speaker = next((p for p in reversed(persons) if p.end <= tokens[i].start), None)
    return partner is not None and (speaker is None or speaker.actor_id != partner.actor_id or not is_state(speaker.actor_id))


def _given_by_several(document: Document, i: int) -> bool:
    """Whether people of different states stand at once before «مؤتمرا صحفيا مشتركا»: «عقد | الرئيس ونظيره | مؤتمرا …», «عقد وزراء خارجية الأردن ومصر …»."""
    before = [p for p in document.persons if p.end <= document.tokens[i].start][-2:]
    return len(before) == 2 and document.tokens[i].start - before[1].end < _GIVER_GAP and (before[0].start == before[1].start or document.text[before[0].end : before[1].start].strip() in ("", "،") and document.text[before[1].start] == "و") and before[0].actor_id != before[1].actor_id


def _gathers(document: Document, i: int, last: int) -> bool:
    """Whether the press conference brought two together: «مؤتمر صحفي مشترك جمع | الوزير بنظيره», «مؤتمر صحفي مشترك في عمان جمعه بنظيره»."""
    return any((m := document.morphs[j]) is not None and m.pos == "verb" and m.lemma == "جمع" for j in range(i + 3, min(i + _GATHERING_REACH, last)))


def is_press(document: Document, i: int, last: int) -> bool:
    """Whether «المؤتمر» or «مؤتمر عقده …» without a name of its own is the press conference or the body that the article speaks of."""
    following = document.morphs[i + 1] if i + 1 < last else None
    if following is not None and following.pos in ("noun", "adj"):
        return False
    if any(n.start == document.tokens[min(i + 1, last - 1)].start for n in document.names):
        return False
    if any(n.kind == "organisation" and n.name_ar.startswith("مؤتمر") and CONFERENCE_CITIES.isdisjoint(n.name_ar.split()) for n in document.names):
        return True  # «الممثل الدائم للولايات المتحدة في المؤتمر» of an article on «مؤتمر نزع السلاح»
    pairs = zip(document.tokens, document.tokens[1:], strict=False)
    return any(b.norm in PRESS and a.norm.endswith("موتمر") for a, b in pairs)
