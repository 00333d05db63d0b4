"""What is promised: where its words begin and end, its sums, quantities and kind."""

from __future__ import annotations

from typing import NamedTuple

from extract.arabic.types import Amount, Document
from extract.events import pledge_gifts as gifts
from extract.events.pledge_actors import RELIEF, Actor
from extract.events.pledge_items import Items
from extract.events.pledge_measures import same_sum, verb_between
from extract.events.pledge_proclitics import stripped
from extract.events.pledge_wording import begin_of, item_words

_HUMAN = ("انسانيه", "اغاثه", "اغاثيه", "الانسانيه", "الاغاثيه", "الاغاثه", "انساني", "الانساني", "اغاثي", "نازحين", "لاجيين", "الاستجابه", "الغذاييه", "الطبيه", "غذاييه", "طبيه", "الاغذيه")
_OF_ARMS = ("عسكري", "سلاح", "اسلح", "دفاع")
FORCES = frozenset(("جيش", "قوات", "مقاتلين", "جنود"))


class Content(NamedTuple):
    """What is promised: kind, how concrete its words are, its sum, its quantity, and the words."""

    kind: str | None
    strength: str | None  # item | kind (aid of a kind: «مساعدات إنسانية») | generic | None
    money: Amount | None
    quantity: Amount | None
    share: Amount | None
    item_ar: str | None

    @property
    def measured(self) -> bool:
        return self.money is not None or self.quantity is not None or self.share is not None

    @property
    def is_relief(self) -> bool:
        """Whether relief is given that is told by its kind or its sum."""
        return self.kind == "humanitarian" and (self.strength in ("item", "kind") or self.money is not None)


_HOLDING = frozenset(("هبه", "منحه"))  # gifts that the next word tells
_TEAMS = frozenset(("فريق", "فريقا", "فرق", "فرقا", "طاقم", "طواقم"))
_FIGURATIVE = ("دعم", "معنو", "ثقه", "امل", "تفاول", "تشجيع")  # beginnings of what no vaccine is: «جرعة دعم»
_EXPERT = ("فني", "طبي", "هندس", "اغاث", "انقاذ", "خبر")  # beginnings of what makes a team help
_TEAM = ("cooperation", "item")
_SYSTEMS = frozenset(("نظام", "انظمه", "نظاما", "بطاريه", "بطاريات"))  # «نظام دفاع جوي»; alone also a state's regime
_OF_SYSTEMS = ("دفاع", "صواريخ", "صاروخ", "باتريوت", "رادار")
_ARMS = ("military", "item")
_CUT = frozenset(("الذي", "التي", "الذين", "ان", "بان", "حيث", "لان", "لمواجهه", "لمكافحه", "لمحاربه", "لوقف", "ضد", "بعد", "قبل", "بسبب", "لما", "مما", "ما", "اثناء", "خلال", "ضمن"))


def read(document: Document, start: int, end: int, items: Items, actors: list[Actor], timed: set[int]) -> Content:
    """The content of the token range: the first sum and quantity, the kind by its item words."""
    tokens = document.tokens
    low, high = tokens[start].start if start < len(tokens) else 0, tokens[end - 1].end
    inside = [a for a in document.amounts if low <= a.start < high]
    money = next((a for a in inside if a.kind == "money"), None) or same_sum(document, start, end)
    if money is not None and (money.value < 1000 or verb_between(document, start, money)):
        money = None
    quantity = next((a for a in inside if a.kind == "quantity" and not (money is not None and a.unit == "megawatt") and not verb_between(document, start, a)), None)
    share = next((a for a in inside if a.kind == "percentage" and a.unit == "percent_of_gdp"), None)
    best: tuple[str, str] | None = None
    modifier: str | None = None
    budget = 6 if money is None else 12  # words that belong to the thing given; what follows is its purpose
    support, held = False, -1
    covered = {k for a in actors for k in range(a.first, a.last)}
    begin = begin_of(document, start, end, actors, timed, lambda word: items[word] is not None) if start < end else start
    for j in range(begin, min(end, begin + 24)):
        word, morph = tokens[j].norm, document.morphs[j]
        if tokens[j].kind != "word" or j in covered or j in timed:
            continue
        if j == start and (j + 1 in covered and stripped(word) == "منح" or stripped(word) in ("منحها", "منحهم", "منحهما", "منحنا")):
            continue  # «منح كينيا …» gives, no grants
        if stripped(word).startswith("جرع") and j + 1 < end and stripped(tokens[j + 1].norm).startswith(_FIGURATIVE):
            continue
        if stripped(word) == "مساعده" and j + 1 < end and stripped(tokens[j + 1].norm) in OFFICES:
            continue  # «مساعدة وزير الخارجية» holds an office
        if j > begin and (word in _CUT or morph is not None and morph.pos == "verb" and (morph.aspect == "i" or tokens[j - 1].text in "،,")):
            break  # «القاضية بتقديم المساعدات، وصلت طائرة …»
        budget -= 1
        if budget < 0:
            break
        team = (word in _TEAMS or stripped(word) in _TEAMS) and j + 1 < end and tokens[j + 1].norm.startswith(_EXPERT)
        system = (word in _SYSTEMS or stripped(word) in _SYSTEMS) and j + 1 < end and tokens[j + 1].norm.removeprefix("ال").startswith(_OF_SYSTEMS)
        found = _TEAM if team else _ARMS if system else items[word]
        if found is None:
            continue
        if stripped(word).startswith("دعم") or stripped(word) == "مساعده" and j + 1 < len(tokens) and tokens[j + 1].norm in ("علي", "في"):
            support = True
        elif found[1] == "modifier":
            modifier = modifier or found[0]
        elif best is None or best[1] == "generic" and found[1] == "item" or j == held + 1 and money is None and found[0] in ("humanitarian", "military"):
            best = found  # «هبة قمح» is wheat
            held = j if stripped(word) in _HOLDING else held
    if best is None and (gifts.allows(document, start, end) and gifts.lends_bases(document, start, end) or gifts.opens_bases(document, start, end)):
        best = ("military", "item")
    offered = any(stripped(tokens[j].norm) in ("تقديم", "توفير") for j in range(start, min(end, start + 2)))
    if support and best is None and (modifier or money or offered):
        best = (modifier or "financial", "generic")  # «دعم» alone is political support
    if support and best is None:
        best = _supported(document, start, end, actors)
    kind = best[0] if best else None
    if modifier and kind in (None, "financial", "cooperation", "other"):
        kind = modifier
    carriers = kind == "military" and any(stripped(tokens[j].norm) in _CARRIERS for j in range(start, min(end, start + 8)))
    if carriers and (modifier == "humanitarian" or _brings_relief(document, start, end)):
        kind = "humanitarian"  # «الطائرات والسفن الإغاثية», «طائرات شحن لنقل المساعدات»
    if kind == "financial" and money is None and best is not None and best[1] == "generic" and any(stripped(tokens[j].norm) in _URGENT for j in range(start, min(end, start + 4))):
        kind = "humanitarian"  # «مساعدات عاجلة»
    if kind in (None, "financial") and any(tokens[j].norm in _HUMAN for j in range(start, end)):
        kind = "humanitarian"
    if kind in (None, "financial", "cooperation") and any(stripped(tokens[j].norm) in FORCES for j in range(start, next((k for k in range(start, min(end, start + 12)) if tokens[k].text in "،,"), min(end, start + 12)))):
        kind = "military"
    if kind in ("cooperation", "other") and money is not None:
        kind = "financial"
    if (kind in ("cooperation", "other", "financial") or quantity is not None) and kind != "humanitarian" and money is None and _is_military(document, start, end, items, quantity, support):
        kind = "military"
    if share is not None:
        kind = "spending"
    if kind == "spending" and share is None and not any(stripped(tokens[j].norm).startswith(_OWN_SPENDING) for j in range(start, end)):
        kind = "financial" if money is not None else None if best is None else kind  # «عجز ميزانيتها»
    if money is None and quantity is not None and (kind == "financial" and quantity.unit in _RELIEF_UNITS or kind is None and quantity.unit in _MEALS):
        kind = "humanitarian"  # «مئة طن من المساعدات»
    item = item_words(document, start, end, actors, timed, money or quantity, lambda word: items[word] is not None)
    concrete = best is not None and best[1] == "generic" and modifier is not None and any(stripped(tokens[j].norm).startswith(("مساعد", "معون")) for j in range(start, min(end, start + 6)))
    concrete = concrete or any(stripped(tokens[j].norm).startswith(("ضمان", "تامينات")) and tokens[j + 1].norm.startswith("امني") for j in range(start, min(end - 1, start + 4)))
    strength = "kind" if concrete else best[1] if best else "generic" if modifier and money else None
    return Content(kind, strength, money, quantity, share, item)


def _supported(document: Document, start: int, end: int, actors: list[Actor]) -> tuple[str, str] | None:
    """Support that is more than words by whom it is for: «دعم الجيش اللبناني», «دعم الأونروا»."""
    at = next((j for j in range(start, min(end, start + 3)) if stripped(document.norms[j]).startswith("دعم")), None)
    whom = next((a for a in actors if at is not None and a.first == at + 1), None)
    if whom is None:
        return None
    if stripped(document.norms[whom.first]) in ("جيش", "قوات"):
        return "military", "generic"
    return ("humanitarian", "generic") if whom.actor_id in RELIEF and whom.actor_id != "UN" else None


def _brings_relief(document: Document, start: int, end: int) -> bool:
    """Whether carriers are for aid that is not arms: «طائرات شحن لنقل المساعدات إلى عدن»."""
    norms = document.norms
    at = next((j for j in range(start, end) if stripped(norms[j]) in ("مساعدات", "معونات")), None)
    return at is not None and not norms[min(at + 1, end - 1)].removeprefix("ال").startswith(("عسكري", "امني"))


def _is_military(document: Document, start: int, end: int, items: Items, quantity: Amount | None, support: bool) -> bool:
    """Soldiers, help to an army or with arms, support against an attack: «الدعم للقدرات العسكرية», «كافة الدعم في حال تعرضها لأي هجوم»."""
    stop = next((j for j in range(start + 1, end) if document.norms[j] in _CUT), end)
    near = [stripped(n) for n in document.norms[start : min(stop, start + _NEAR)]]
    arms = any((found := items[n]) is not None and found[0] == "military" and (found[1] == "item" and n not in _CARRIERS or n.startswith(_OF_ARMS[0])) for n in near)
    attacked = support and any(stripped(n) in _ATTACKS for n in document.norms[start:end])
    return quantity is not None and quantity.unit == "soldier" or arms or attacked


_NEAR = 8  # words of what is given in which arms or an army are named
_ATTACKS = frozenset(("هجوم", "عدوان", "اعتداء", "هجمات"))
_URGENT = frozenset(("عاجله", "عاجل"))
OFFICES = frozenset(("وزير", "وزيره", "رييس", "رييسه", "مدير", "مديره", "امين", "قايد", "مفوض", "ممثل", "وكيل"))
_OWN_SPENDING = ("دفاع", "عسكري", "مناخ")  # the levels of spending that partners promise each other
_RELIEF_UNITS = frozenset(("tonne", "truck", "food basket", "tent"))
_MEALS = frozenset(("food basket", "meal", "blanket", "tent"))
_CARRIERS = frozenset(("طايره", "طايرات", "سفينه", "سفن"))


def kind_by_words(document: Document, first: int, last: int) -> str:
    """The kind of aid by the words round its sum in a token range: humanitarian, military, else financial."""
    words = [stripped(t.norm) for t in document.tokens[first:last]]
    if any(w.startswith(gifts.OF_RELIEF) for w in words):
        return "humanitarian"
    return "military" if any(w.startswith(_OF_ARMS) for w in words) else "financial"
