"""What is promised: its kind by its words and how concrete they are, with its sum and quantity: «مساعدات إنسانية بقيمة 5 ملايين دولار»."""

from __future__ import annotations

from typing import Final, NamedTuple

from extract.arabic.types import Amount, Document
from extract.events.pledges.actors.actor import RELIEF, Actor
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.content import gifts
from extract.events.pledges.content.items import Items
from extract.events.pledges.content.measures import Measures, measures_in
from extract.events.pledges.content.wording import begin_of, item_words

_HUMAN: Final = ("انسانيه", "اغاثه", "اغاثيه", "الانسانيه", "الاغاثيه", "الاغاثه", "انساني", "الانساني", "اغاثي", "نازحين", "لاجيين", "النازحين", "اللاجيين", "للنازحين", "للاجيين", "الاستجابه", "الغذاييه", "الطبيه", "غذاييه", "طبيه", "الاغذيه")
FORCES: Final = frozenset(("جيش", "قوات", "مقاتلين", "جنود"))
_WITH_REBELS, _ARMING = FORCES | {"معارضه", "فصايل"}, frozenset(("تدريب", "تجهيز", "تسليح"))  # «تدريب المعارضة»
_HOLDING: Final = frozenset(("هبه", "منحه"))  # gifts that the next word tells
_TEAMS: Final = frozenset(("فريق", "فريقا", "فرق", "فرقا", "طاقم", "طواقم"))
_RATIONS: Final = frozenset(("حصص", "حصه", "رزم", "رزمه", "عبوات", "حاويات", "حاويه"))  # «حصص غذائية», «حاوية للأغذية»
_OF_RATIONS: Final = ("غذاي", "اغذي", "طعام")  # beginnings of folded words
_FIGURATIVE: Final = ("دعم", "معنو", "ثقه", "امل", "تفاول", "تشجيع")  # beginnings of what no vaccine is: «جرعة دعم»
_EXPERT: Final = ("فني", "طبي", "هندس", "اغاث", "انقاذ", "خبر")  # beginnings of what makes a team help
_OF_TEAMS: Final = ("الحمايه", "الانقاذ", "الاطباء", "الخبراء", "المهندس", "المسعف", "رجال")  # «فريقا من الحماية المدنية»
_TEAM, _RELIEF = ("cooperation", "item"), ("humanitarian", "item")
_SYSTEMS: Final = frozenset(("نظام", "انظمه", "نظاما", "بطاريه", "بطاريات"))  # «نظام دفاع جوي»; alone also a state's regime
_OF_SYSTEMS: Final = ("دفاع", "صواريخ", "صاروخ", "باتريوت", "رادار")
_ARMS: Final = ("military", "item")
_CUT: Final = frozenset(("الذي", "التي", "الذين", "ان", "بان", "حيث", "لان", "لمواجهه", "لمكافحه", "لمحاربه", "لوقف", "ضد", "بعد", "قبل", "بسبب", "لما", "مما", "ما", "لقاء", "مقابل", "اثناء", "خلال", "ضمن"))
_NEAR: Final = 8  # words of what is given in which arms or an army are named
_ATTACKS: Final = frozenset(("هجوم", "عدوان", "اعتداء", "هجمات"))
_EQUIPMENT: Final = frozenset(("معدات", "تجهيزات", "اليات", "مركبات", "عربات"))
_URGENT: Final = frozenset(("عاجله", "عاجل"))
_OFFICES: Final = frozenset(("وزير", "وزيره", "رييس", "رييسه", "مدير", "مديره", "امين", "قايد", "مفوض", "ممثل", "وكيل"))
_OWN_SPENDING: Final = ("دفاع", "عسكري", "مناخ")  # the levels of spending that partners promise each other
_RELIEF_UNITS: Final = frozenset(("tonne", "truck", "food basket", "tent"))
_MEALS: Final = frozenset(("food basket", "meal", "blanket", "tent"))
_CARRIERS: Final = frozenset(("طايره", "طايرات", "طايرتين", "طايرتان", "سفينه", "سفن", "سفينتين", "سفينتان"))


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
        """Whether a sum, a quantity or a share is told: «50 طنا»."""
        return self.money is not None or self.quantity is not None or self.share is not None

    @property
    def is_relief(self) -> bool:
        """Whether relief is given that is told by its kind or its sum: «سلال غذائية»."""
        return self.kind == "humanitarian" and (self.strength in ("item", "kind") or self.money is not None)


def read(document: Document, start: int, end: int, items: Items, actors: list[Actor], timed: set[int]) -> Content:
    """The content of the token range, the first sum and quantity and the kind by its words: «مساعدات إنسانية بقيمة 5 ملايين دولار»."""
    norms, measures = document.norms, measures_in(document, start, end)
    money, quantity, share = measures
    best, modifier, support = _find_items(document, start, end, items, actors, timed, money)
    if best is None and (gifts.allows(document, start, end) and gifts.lends_bases(document, start, end) or gifts.opens_bases(document, start, end) or gifts.grants_base(document, start, end)):
        best = _ARMS
    offered = any(stripped(n) in ("تقديم", "توفير") for n in norms[start : min(end, start + 2)])
    if support and best is None and (modifier or money or offered):
        best = (modifier or "financial", "generic")  # «دعم» alone is political support
    if support and best is None:
        best = _supported(document, start, end, actors)
    kind = _kind(document, start, end, items, best, modifier, support, measures)
    item = item_words(document, start, end, actors, timed, money or quantity, lambda word: items[word] is not None)
    return Content(kind, _strength(norms, start, end, best, modifier, money), money, quantity, share, item)


def _find_items(document: Document, start: int, end: int, items: Items, actors: list[Actor], timed: set[int], money: Amount | None) -> tuple[tuple[str, str] | None, str | None, bool]:
    """The item of the token range with its kind and strength, the kind that a modifier tells, and whether support is told: «دعم عسكري», «هبة قمح»."""
    tokens, norms = document.tokens, document.norms
    best: tuple[str, str] | None = None
    modifier: str | None = None
    budget = 6 if money is None else 12  # words that belong to the thing given; what follows is its purpose
    support, held = False, -1
    covered = {k for a in actors for k in range(a.first, a.last)}
    begin = begin_of(document, start, end, actors, timed, lambda word: items[word] is not None) if start < end else start
    for j in range(begin, min(end, begin + 24)):
        word, morph = norms[j], document.morphs[j]
        bare, following = stripped(word), norms[j + 1] if j + 1 < len(norms) else ""
        if tokens[j].kind != "word" or j in covered or j in timed:
            continue
        next_morph = document.morphs[j + 1] if j + 1 < end else None
        object_noun = next_morph is not None and next_morph.pos == "noun"  # «منح الإقليم الحكم الذاتي»
        if j == start and (bare == "منح" and (j + 1 in covered or object_noun) or bare in ("منحها", "منحهم", "منحهما", "منحنا")):
            continue  # «منح كينيا …» gives, no grants
        if bare.startswith("جرع") and j + 1 < end and stripped(following).startswith(_FIGURATIVE):
            continue
        if bare == "مساعده" and j + 1 < end and stripped(following) in _OFFICES:
            continue  # «مساعدة وزير الخارجية» holds an office
        if j > begin and (word in _CUT or morph is not None and morph.pos == "verb" and (morph.aspect == "i" or tokens[j - 1].text in "،,")):
            break  # «القاضية بتقديم المساعدات، وصلت طائرة …»
        budget -= 1
        if budget < 0:
            break
        team = (word in _TEAMS or bare in _TEAMS) and j + 1 < end and (following.startswith(_EXPERT) or following == "من" and j + 2 < end and norms[j + 2].startswith(_OF_TEAMS))
        system = (word in _SYSTEMS or bare in _SYSTEMS) and j + 1 < end and following.removeprefix("ال").startswith(_OF_SYSTEMS)
        rations = bare in _RATIONS and j + 1 < end and stripped(following).startswith(_OF_RATIONS)
        found = _TEAM if team else _ARMS if system else _RELIEF if rations else items[word]
        if found is None:
            continue
        if bare.startswith("دعم") or bare == "مساعده" and following in ("علي", "في"):
            support = True
        elif found[1] == "modifier":
            modifier = modifier or found[0]
        elif best is None or best[1] == "generic" and found[1] == "item" or j == held + 1 and money is None and found[0] in ("humanitarian", "military"):
            best = found  # «هبة قمح» is wheat
            held = j if bare in _HOLDING else held
    return best, modifier, support


def _kind(document: Document, start: int, end: int, items: Items, best: tuple[str, str] | None, modifier: str | None, support: bool, measures: Measures) -> str | None:
    """The kind of aid by its item, its modifier, its measure and the words round them: «طائرات شحن لنقل المساعدات» is humanitarian."""
    norms = document.norms
    money, quantity, share = measures
    near = min(end, start + 12)
    kind = best[0] if best else None
    if modifier and kind in (None, "financial", "cooperation", "other"):
        kind = modifier
    carriers = kind == "military" and any(stripped(n) in _CARRIERS for n in norms[start : min(end, start + 8)])
    if carriers and (modifier == "humanitarian" or _brings_relief(document, start, end)):
        kind = "humanitarian"  # «الطائرات والسفن الإغاثية», «طائرات شحن لنقل المساعدات»
    if kind == "military" and modifier == "humanitarian" and any(stripped(norms[j]) in _EQUIPMENT and items[norms[j + 1]] == ("humanitarian", "modifier") for j in range(start, near - 1)):
        kind = "humanitarian"  # «معدات طبية»
    if kind == "financial" and money is None and best is not None and best[1] == "generic" and any(stripped(n) in _URGENT for n in norms[start : min(end, start + 4)]):
        kind = "humanitarian"  # «مساعدات عاجلة»
    if kind in (None, "financial") and any(n in _HUMAN for n in norms[start:end]):
        kind = "humanitarian"
    if kind in (None, "financial", "cooperation") and any(stripped(n) in (_WITH_REBELS if stripped(norms[start]) in _ARMING else FORCES) for n in norms[start : next((k for k in range(start, near) if document.tokens[k].text in "،,"), near)]):
        kind = "military"
    if kind in ("cooperation", "other") and money is not None:
        kind = "financial"
    counted = kind == "other" and best is not None and best[1] == "item"  # «رفات جنود»
    if not counted and (kind in ("cooperation", "other", "financial") or quantity is not None) and kind != "humanitarian" and money is None and _is_military(document, start, end, items, quantity, support):
        kind = "military"
    if share is not None:
        kind = "spending"
    if kind == "spending" and share is None and not any(stripped(n).startswith(_OWN_SPENDING) for n in norms[start:end]):
        kind = "financial" if money is not None else None if best is None else kind  # «عجز ميزانيتها»
    if money is None and quantity is not None and (kind == "financial" and quantity.unit in _RELIEF_UNITS or kind is None and quantity.unit in _MEALS):
        kind = "humanitarian"  # «مئة طن من المساعدات»
    return kind


def _strength(norms: list[str], start: int, end: int, best: tuple[str, str] | None, modifier: str | None, money: Amount | None) -> str | None:
    """How concrete the words are: aid of a kind («مساعدات غذائية», «ضمانات أمنية») is more than «دعم»."""
    concrete = best is not None and best[1] == "generic" and modifier is not None and any(stripped(n).startswith(("مساعد", "معون")) for n in norms[start : min(end, start + 6)])
    concrete = concrete or any(stripped(norms[j]).startswith(("ضمان", "تامينات")) and norms[j + 1].startswith("امني") for j in range(start, min(end - 1, start + 4)))
    return "kind" if concrete else best[1] if best else "generic" if modifier and money else None


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
    arms = any((found := items[n]) is not None and found[0] == "military" and (found[1] == "item" and n not in _CARRIERS or n.startswith(gifts.OF_ARMS[0])) for n in near)
    attacked = support and any(stripped(n) in _ATTACKS for n in document.norms[start:end])
    return quantity is not None and quantity.unit == "soldier" or arms or attacked


def kind_by_words(document: Document, first: int, last: int) -> str:
    """The kind of aid by the words round its sum in a token range: humanitarian, military, else financial: «سلال غذائية بقيمة …»."""
    words = [stripped(t.norm) for t in document.tokens[first:last]]
    if any(w.startswith(gifts.OF_RELIEF) for w in words):
        return "humanitarian"
    return "military" if any(w.startswith(gifts.OF_ARMS) for w in words) else "financial"
