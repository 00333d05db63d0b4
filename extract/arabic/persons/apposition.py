"""Which mentions side by side are one person: «العاهل الأردني الملك عبد الله الثاني», «فلان، رئيس الوزراء ووزير المالية»."""

from __future__ import annotations

from typing import Final

from extract.arabic.persons.same_office import is_definite, is_same_office
from extract.arabic.persons.title_extent import RULERS
from extract.arabic.spans import token_at
from extract.arabic.types import Document, Person

# Offices whose holders have a ministry of their own beside them.
_DOUBLED: Final = frozenset(("deputy prime minister", "vice chancellor", "deputy chancellor", "deputy crown prince", "crown prince", "second deputy prime minister"))


def in_apposition(document: Document, before: Person, after: Person) -> bool:
    """Whether two mentions side by side are one person: «العاهل الأردني الملك عبد الله الثاني», «فلان، رئيس الوزراء ووزير المالية»."""
    gap = document.text[before.end : after.start]
    if gap.strip(" ،,") or _is_governed(document, after) or _is_his_man(document, after):
        return False
    if before.kind == "office" and after.rule in ("title_name", "surname"):
        return _is_titled(before, after, comma=len(gap) > 1)
    return before.kind == "person" and after.kind == "office" and _holds_another(before, after)


def _is_governed(document: Document, person: Person) -> bool:
    """Whether a preposition is written with the title: «التقى رئيس الاتحاد | بالرئيس الإيراني»."""
    at = token_at(document, person.start)
    morph = document.morphs[at] if at < len(document.tokens) else None
    return morph is not None and morph.pos in ("noun", "adj") and morph.preposition in ("ب", "ل", "ك")


def _is_his_man(document: Document, person: Person) -> bool:
    """Whether a pronoun at the title says whose man somebody is: «أوفد الرئيس الأميركي | مبعوثه فلان |»."""
    at = token_at(document, person.start)
    morph = document.morphs[at] if person.role_ar is not None and at < len(document.tokens) else None
    return morph is not None and morph.pos in ("noun", "adj") and (morph.enclitic or "").startswith("3")


def _is_titled(office: Person, named: Person, *, comma: bool) -> bool:
    """Whether the person named behind an office holds it: «ولي عهد أبوظبي نائب القائد الأعلى الشيخ فلان», «الوزير الحريري»."""
    same = office.actor_id in (None, named.actor_id)
    if office.role in RULERS and named.role not in RULERS and ((office.role_ar or "").startswith("ل") or (named.role_ar or "").startswith("معالي")):
        return False  # «الوفد المرافق لسمو ولي العهد معالي وزير العدل فلان»
    joined = (named.role_ar or "").startswith("و")
    if named.rule == "surname":  # «الوزير الحريري», but «وزير خارجية الأسد» is his servant
        return same and not comma and not is_owned(office, named)
    if joined and office.role in _DOUBLED and (same or named.actor_id is None):
        return True  # «نائب المستشارة ووزير الاقتصاد فلان»
    if not joined and office.actor_id and office.actor_id == named.actor_id and not (named.role_ar or "").startswith("ل"):
        return True
    if named.role_ar is None and same and (comma or not is_definite(office)):
        return True  # «مدير الكلية الحربية، اللواء فلان»
    if not joined and same and (office.role_ar or "").endswith("مجلس الوزراء") and (named.role or "").endswith("minister"):
        return True  # «وزير الدولة عضو مجلس الوزراء، وزير التعليم المكلف فلان»
    unknown = named.actor_id is None and named.actor_name_ar is None
    if not joined and (comma and office.actor_id and named.actor_id in (None, office.actor_id) or unknown and office.actor_name_ar):
        return True  # «وزير العدل اليمني السابق، رئيس جمعية الإصلاح القاضي فلان»
    if not joined and not comma and same and office.actor_name_ar is not None and office.actor_name_ar == named.actor_name_ar:
        return True  # «معالي الأمين العام للرابطة رئيس هيئة العلماء الشيخ فلان»
    return same and is_same_office(office, named)


def is_owned(office: Person, named: Person) -> bool:
    """Whether an office without article is that of a servant of the ruler named behind it: «وزير خارجية الأسد»."""
    return named.role in RULERS and office.role not in RULERS and not (office.role_ar or "").split()[-1].startswith(("ال", "لل"))


def _holds_another(named: Person, office: Person) -> bool:
    """Whether an office behind the one in apposition to a name is the same person's: «فلان ولي العهد نائب القائد الأعلى»."""
    if named.name_end is None or named.end <= named.name_end or office.actor_id not in (None, named.actor_id):
        return False
    joined, minister = (office.role_ar or "").startswith("و"), (office.role or "").endswith("minister")
    return joined or office.actor_id is not None or not minister or named.role in _DOUBLED
