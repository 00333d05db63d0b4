"""What is promised: where its words begin and end, its sums, quantities and kind."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from extract.arabic.normalizer import fold
from extract.arabic.types import Amount, Document
from extract.events.pledge_actors import Actor, stripped, written_forms

_MEMO_LIMIT = 100_000
Frame = dict[str, str]  # a row of seeds/pledge_frames.csv

# Verbal nouns of giving: what is announced, promised or asked for.
_ACTIONS = frozenset(
    ("تقديم", "تخصيص", "ارسال", "تزويد", "منح", "تسليم", "توفير", "دفع", "تمويل", "مساهمه", "زياده", "رفع", "انفاق", "نشر", "تدريب", "استضافه", "دعم",
     "فتح", "انشاء", "ايداع", "ضخ", "تبرع", "مساعده", "تسديد", "اعمار", "امداد", "مد", "توريد", "صرف", "تحويل", "تامين", "اقامه", "تسيير", "تجهيز", "ايصال", "نقل", "مضاعفه", "توزيع", "اعفاء", "شطب", "اسقاط", "سماح")
)  # fmt: skip
_BREAKS = frozenset(
    ("موكدا", "موكده", "مشيرا", "مشيره", "مضيفا", "مضيفه", "لافتا", "فيما", "بينما", "حيث", "معتبرا", "معربا", "مشددا", "مبينا", "كما", "لكن", "ولكن", "غير", "وذلك")
)  # fmt: skip
_HUMAN = ("انسانيه", "اغاثه", "اغاثيه", "الانسانيه", "الاغاثيه", "الاغاثه", "انساني", "الانساني", "اغاثي", "نازحين", "لاجيين", "الاستجابه", "الغذاييه", "الطبيه", "غذاييه", "طبيه", "الاغذيه")
WITHDRAWALS = frozenset(("انهاء", "حجب", "تعليق", "تجميد", "وقف", "خفض", "قطع", "تقليص", "سحب", "الغاء", "تقليل"))
AID = frozenset(
    ("مساعده", "مساعدات", "منحه", "منح", "قرض", "قروض", "تمويل", "تمويلات", "تبرع", "تبرعات", "حزمه", "دعم", "هبه", "وديعه", "معونه", "معونات", "مساهمه", "اغاثه", "مشاريع")
)  # fmt: skip
ENDINGS = frozenset(("انهاء", "رفع", "الغاء"))  # of a withdrawal: «إنهاء تجميد المساعدات»
_OF_RELIEF = ("انساني", "اغاث", "غذاي", "طبي", "دواء", "ادوي")  # beginnings of folded words
_OF_ARMS = ("عسكري", "سلاح", "اسلح", "دفاع")
_FORCES = frozenset(("جيش", "قوات", "مقاتلين", "جنود"))


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


class Items(dict[str, tuple[str, str] | None]):
    """Kind and strength of the item that a folded word is, None where it is none: worked out once a word."""

    def __init__(self, table: dict[str, tuple[str, str]]) -> None:
        self._table = table

    def __missing__(self, word: str) -> tuple[str, str] | None:
        if len(self) > _MEMO_LIMIT:
            self.clear()
        found = self[word] = _find_item(word, self._table)
        return found


def item_table(rows: list[dict[str, str]]) -> Items:
    """The items of the rows of seeds/pledge_items.csv."""
    return Items({fold(r["word_ar"]): (r["kind"], r["strength"]) for r in rows})


def _find_item(word: str, items: Mapping[str, tuple[str, str]]) -> tuple[str, str] | None:
    """The item that a folded word is, clitics, plurals and pronouns allowed: «والأسلحة», «صواريخها»."""
    for base in dict.fromkeys((word, stripped(word), stripped(stripped(word)))):
        for suffix, repairs in (("", ("",)), ("ات", ("ه", "")), ("ا", ("",)), ("يه", ("ي",)), ("ين", ("", "ي", "ه")), ("تين", ("ه",)), ("ها", ("",)), ("ه", ("",)), ("هم", ("",)), ("اتها", ("ه",)), ("ته", ("ه",)), ("تها", ("ه",)), ("ي", ("",))):
            if base.endswith(suffix) and len(base) - len(suffix) >= 2:
                stem = base[: len(base) - len(suffix)]
                for repair in repairs:
                    if stem + repair in items:
                        return items[stem + repair]
    return None


class Frames(NamedTuple):
    """The frames of seeds/pledge_frames.csv by what opens them: the folded lemma of a verb, the folded form of another word."""

    verbs: dict[str, Frame]
    forms: dict[str, Frame]


def compile_frames(rows: list[Frame]) -> Frames:
    """The frames of the rows of the table, with every form in which their words are written: «بمنحة», «والتعهدات»."""
    frames = {(fold(r["lemma"]), r["pos"]): r for r in rows}
    words = {lemma for lemma, pos in frames if pos != "verb"} | {lemma + "ات" for lemma, pos in frames if pos == "noun"}
    forms = {form: frames[key] for form in words | written_forms(words) if (key := _form_of(form, frames)) is not None}
    return Frames({lemma: r for (lemma, pos), r in frames.items() if pos == "verb"}, forms)


def frames_in(document: Document, frames: Frames) -> dict[int, Frame]:
    """The frames that tokens open, by token: a verb by lemma, a noun or a participle by form."""
    morphs, norms, (verbs, forms) = document.morphs, document.norms, frames
    out = {i: forms[norm] for i, norm in enumerate(norms) if norm in forms}
    for i in document.verbs:
        by_lemma = verbs.get(fold(morph.lemma)) if (morph := morphs[i]) is not None else None
        if by_lemma is not None and (i == 0 or norms[i - 1] not in ("من", "الي", "في", "عن")):
            out[i] = by_lemma
    return dict(sorted(out.items()))


def _form_of(word: str, frames: dict[tuple[str, str], Frame]) -> tuple[str, str] | None:
    """The form or noun of the frames that a folded word is, proclitics and the plural allowed."""
    for form in dict.fromkeys((word, stripped(word))):
        for key in ((form, "form"), (form, "noun"), (form.removesuffix("ات"), "noun")):
            if key in frames:
                return key
    return None


def end_of(document: Document, i: int, last: int) -> int:
    """Where the content ends: the sentence, a reporting adverb, or a coordinated verb."""
    stop = min(last, i + 50)
    for j in range(i + 1, stop):
        token, morph = document.tokens[j], document.morphs[j]
        if token.text in ".؛!؟" or j > i + 3 and token.norm in _BREAKS:
            return j
        if morph is not None and morph.pos == "verb" and morph.conjunction is not None and j > i + 1 and morph.aspect in ("p", "i") and len(token.norm) > 3:
            return j
    return stop


def before_second_sum(document: Document, i: int, end: int) -> int:
    """Where a further gift with a sum of its own begins: «… 150 مليون دولار للأوقاف، وتبرعات إضافية بقيمة 50 مليون دولار»; else ``end``."""
    tokens = document.tokens
    sums = [a.start for a in document.amounts if a.kind == "money" and tokens[i].start < a.start < tokens[end - 1].end]
    for j in range(i + 3, end) if len(sums) > 1 else ():
        if tokens[j].norm.startswith("و") and stripped(tokens[j].norm) in AID and any(a < tokens[j].start for a in sums):
            behind = tokens[min(j + 6, end - 1)].end
            if any(tokens[j].start < a < behind for a in sums):
                return j
    return end


_CIRCUMSTANCE = frozenset(("منذ", "قبل", "اثر", "اثناء", "امام", "برعايه", "بحضور", "بمناسبه", "خلال", "في", "علي", "عبر", "بحسب", "وفق", "عقب", "بعد", "ضمن", "اليوم", "امس"))
_LINKS = frozenset(("تسريع", "بتسريع", "الاسراع", "بالاسراع", "مواصله", "بمواصله", "الاستمرار", "بالاستمرار", "استمرار", "علي", "عن", "من", "الي", "ب", "بـ", "ل", "لـ", "بقيمه", "بمبلغ", "قدره", "قدرها", "نحو", "حوالي", "ما", "يصل", "ايضا", "تعهدات", "حزمه", "دفعه", "جديده", "جديد", "بان", "ان", "اكثر", "عزمها", "عزمه", "نيتها", "نيته", "اعتزامها", "اعتزامه", "عزمهما", "عزمهم", "نيتهما", "نيتهم", "اعتزامهما", "استعدادهما", "استعدادهم", "خطط", "خططا", "خطه", "استعدادها", "استعداده", "قرارها", "قراره", "اضافي", "اضافيه", "خلاله", "مبلغ", "اعاده", "مرسوم", "مرسوما", "قانون", "قانونا", "قرار", "قرارا", "مشروع", "يتضمن", "تتضمن", "يقضي", "اتفاقيه", "اتفاق", "اتفاقا", "مذكره", "تفاهم", "باغلبيه", "كبيره", "ساحقه", "بالاجماع", "حتي"))


def action(
    document: Document, i: int, begin: int, end: int, items: Items, actors: list[Actor], timed: set[int], *, act: str, body_verbs: frozenset[str]
) -> int | None:
    """Where what is announced or asked begins, behind the subject that ends at ``begin``.

    An action noun («تقديم», «بإرسال»), an item or a sum at once behind the verb, for other acts than announcing a verb
    behind «أن». «دعا إلى اجتماع لبحث …» has none: only what depends on the verb itself counts.
    """
    found = _action(document, i, begin, end, items, actors, timed, act=act, body_verbs=body_verbs)
    return _promised(document, i, end) if found is None and act == "commissive" else found


def _promised(document: Document, i: int, end: int) -> int | None:
    """The action noun with ب that a verb of promising governs, however far: «وعدت الدول المشاركة، إثر اجتماع في كندا، بتقديم …»."""
    for j in range(i + 1, end):
        morph = document.morphs[j]
        if document.tokens[j].norm.startswith("ب") and is_action(document.tokens[j].norm[1:]):
            return j
        before = document.morphs[j - 1]
        relative = before is not None and before.pos == "noun" and not before.definite  # «اجتماع عقد في روما»
        if morph is not None and morph.pos == "verb" and not relative:
            return None
    return None


def _action(
    document: Document, i: int, begin: int, end: int, items: Items, actors: list[Actor], timed: set[int], *, act: str, body_verbs: frozenset[str]
) -> int | None:
    tokens = document.tokens
    covered = {k for a in actors if a.last > i for k in range(a.first, a.last)}
    sums = [a for a in document.amounts if a.kind == "money" and a.end > tokens[i].start]
    strange = 0
    aside = _aside(document, i, end)
    for j in range(i + 1, min(end, i + 24 + len(aside))):
        if j in aside:
            continue
        word = tokens[j].norm
        morph = document.morphs[j]
        declarative = act in ("declarative", "agree")
        if declarative and word in ("ان", "انه", "انها", "بان", "انهم", "انهما", "عنه", "إن"):
            return None
        if act == "declarative" and stripped(word) in ENDINGS and stripped(tokens[min(j + 1, end - 1)].norm) in WITHDRAWALS:
            return next((k for k in range(j + 2, min(j + 5, end)) if _is_aid(tokens[k].norm, items)), None)  # «أعلنت إنهاء تجميد مساعداتها»
        if act == "declarative" and stripped(word) in WITHDRAWALS and any(_is_aid(tokens[k].norm, items) for k in range(j + 1, min(j + 3, end))):
            return j  # «أمر بتجميد مساعدات …»
        if stripped(word) == "سماح" and not _lends_bases(document, j, end):
            return None  # «طلبت السماح لها بتفتيش القنصلية»
        if is_action(word) and strange <= (3 if act == "directive" else 2 if begin == i + 1 else 1):
            if act == "ready":
                return j if word.startswith("ل") else None
            if not word.startswith("ل") or word[1:3] == "ال" or act == "commissive":
                return j
        if j in covered or j in timed or j < begin:
            continue
        if sums and strange <= 3 and any(a.start <= tokens[j].start < a.end for a in sums):
            return j
        found = items[word] if tokens[j - 1].norm != "من" else None
        if found is not None and found[1] != "modifier" and found[0] not in ("institutional", "cooperation") and strange == 0 and act != "agree" and not word.startswith("لل") and stripped(word) not in _FORCES:
            return j
        if word in _LINKS:
            continue
        if word in ("بشان", "حول", "ضد", "بسبب", "بعد", "قبل", "اثناء"):
            return None
        if morph is not None and morph.pos == "verb" and (declarative or morph.lemma not in body_verbs):
            strange += 6
        elif tokens[j].kind == "word":
            strange += 1
        if strange > 8:
            return None
        if not declarative and morph is not None and morph.pos == "verb" and morph.aspect == "i" and morph.lemma in body_verbs and tokens[j - 1].norm in ("ان", "بان", "الا"):
            return j
    return None


def _is_aid(word: str, items: Items) -> bool:
    """Whether a word is money or goods given: «مساعدات», «تمويل»."""
    found = items[word]
    return found is not None and found[0] in ("financial", "humanitarian", "military") and found[1] != "modifier" and not stripped(word).startswith("دي")


def _aside(document: Document, i: int, end: int) -> range:
    """«تعهدت …، خلال مؤتمر عقد في باريس أمس، بتقديم …»: tokens between commas that say where it was said."""
    tokens = document.tokens
    for j in range(i + 1, min(end - 1, i + 12)):
        if tokens[j].text in "،," and tokens[j + 1].norm in _CIRCUMSTANCE:
            close = next((k for k in range(j + 2, min(end, j + 22)) if tokens[k].text in "،,"), j)
            return range(j, close)
    return range(0)


@lru_cache(maxsize=65_536)
def is_action(word: str) -> bool:
    """Whether a folded word is an action noun, with proclitics and pronouns: تقديم, بإرسالها."""
    for base in (word, stripped(word)):
        if base in _ACTIONS:
            return True
        for suffix in ("ها", "ه", "هم", "نا", "تها"):
            if base.endswith(suffix) and (base[: -len(suffix)] in _ACTIONS or base[: -len(suffix)] + "ه" in _ACTIONS):
                return True
    return False


@lru_cache(maxsize=65_536)
def has_pronoun(word: str) -> bool:
    """Whether an action noun carries its object: تزويدها، منحه، دعمهم."""
    return any(word.endswith(s) and stripped(word)[: -len(s)] in _ACTIONS | {"مساعدت"} for s in ("ها", "ه", "هم", "نا"))


_CUT = frozenset(("الذي", "التي", "الذين", "ان", "بان", "حيث", "لان", "لمواجهه", "لمكافحه", "لمحاربه", "لوقف", "ضد", "بعد", "قبل", "بسبب", "لما", "مما", "ما", "اثناء", "خلال", "ضمن"))


def read(document: Document, start: int, end: int, items: Items, actors: list[Actor], timed: set[int]) -> Content:
    """The content of the token range: the first sum and quantity, the kind by its item words."""
    tokens = document.tokens
    low, high = tokens[start].start if start < len(tokens) else 0, tokens[end - 1].end
    inside = [a for a in document.amounts if low <= a.start < high]
    money = next((a for a in inside if a.kind == "money"), None) or _same_sum(document, start, end)
    if money is not None and (money.value < 1000 or _verb_between(document, start, money)):
        money = None
    quantity = next((a for a in inside if a.kind == "quantity" and not _verb_between(document, start, a)), None)
    share = next((a for a in inside if a.kind == "percentage" and a.unit == "percent_of_gdp"), None)
    best: tuple[str, str] | None = None
    modifier: str | None = None
    budget = 6 if money is None else 12  # words that belong to the thing given; what follows is its purpose
    support = False
    covered = {k for a in actors for k in range(a.first, a.last)}
    for j in range(start, min(end, start + 24)):
        word, morph = tokens[j].norm, document.morphs[j]
        if tokens[j].kind != "word" or j in covered or j in timed:
            continue
        if j > start and (word in _CUT or morph is not None and morph.pos == "verb" and morph.aspect == "i"):
            break
        budget -= 1
        if budget < 0:
            break
        found = items[word]
        if found is None:
            continue
        if stripped(word).startswith("دعم") or stripped(word) == "مساعده" and j + 1 < len(tokens) and tokens[j + 1].norm in ("علي", "في"):
            support = True
        elif found[1] == "modifier":
            modifier = modifier or found[0]
        elif best is None or best[1] == "generic" and found[1] == "item":
            best = found
    if best is None and any(stripped(tokens[j].norm) == "سماح" for j in range(start, min(end, start + 2))) and _lends_bases(document, start, end):
        best = ("military", "item")
    if support and best is None and (modifier or money):
        best = (modifier or "financial", "generic")  # «دعم» alone is political support
    kind = best[0] if best else None
    if modifier and kind in (None, "financial", "cooperation", "other"):
        kind = modifier
    if kind in (None, "financial") and any(tokens[j].norm in _HUMAN for j in range(start, end)):
        kind = "humanitarian"
    if kind in (None, "financial", "cooperation") and any(stripped(tokens[j].norm) in _FORCES for j in range(start, next((k for k in range(start, min(end, start + 12)) if tokens[k].text in "،,"), min(end, start + 12)))):
        kind = "military"
    if share is not None:
        kind = "spending"
    if kind == "spending" and share is None and not any(stripped(tokens[j].norm).startswith(_OWN_SPENDING) for j in range(start, end)):
        kind = "financial" if money is not None else None if best is None else kind  # «عجز ميزانيتها»
    if kind == "financial" and money is None and quantity is not None and quantity.unit in _RELIEF_UNITS:
        kind = "humanitarian"  # «مئة طن من المساعدات»
    item = document.text[low:high][:160].strip(" ،.\n") or None
    concrete = best is not None and best[1] == "generic" and modifier is not None and any(stripped(tokens[j].norm).startswith(("مساعد", "معون")) for j in range(start, min(end, start + 6)))
    strength = "kind" if concrete else best[1] if best else "generic" if modifier and money else None
    return Content(kind, strength, money, quantity, share, item)


_BASES = frozenset(("قاعده", "قواعد", "قواعدها", "مطاراتها", "مطارات", "اجوايها", "اجواء", "مجالها", "اراضيها", "اراضي", "موانيها"))


def _lends_bases(document: Document, start: int, end: int) -> bool:
    """«السماح للولايات المتحدة باستخدام قواعدها الجوية»."""
    norms = document.norms
    return any(norms[j] in ("باستخدام", "باستعمال") and any(stripped(norms[k]) in _BASES or norms[k] in _BASES for k in range(j + 1, min(j + 4, end))) for j in range(start, min(end, start + 12)))


_OWN_SPENDING = ("دفاع", "عسكري", "مناخ")  # the levels of spending that partners promise each other
_RELIEF_UNITS = frozenset(("tonne", "truck", "food basket", "tent"))
_MEASURING = frozenset(("وصل", "بلغ", "أبلغ", "قدر", "تراوح", "ناهز", "تجاوز", "فاق", "قارب", "زاد", "ضم", "شمل"))


def _verb_between(document: Document, start: int, amount: Amount) -> bool:
    """Whether another predicate than «تصل إلى», «تبلغ قيمتها» comes between what is given and the sum."""
    for j in range(start + 1, min(start + 50, len(document.tokens))):
        if document.tokens[j].start >= amount.start:
            return False
        morph = document.morphs[j]
        if morph is not None and morph.pos == "verb" and morph.lemma not in _MEASURING and (morph.aspect == "i" or morph.conjunction or j > start + 12):
            return True
    return True


_PARTS = {"نصف": 0.5, "ثلث": 1 / 3, "ربع": 0.25, "ثلثي": 2 / 3}


def _same_sum(document: Document, start: int, end: int) -> Amount | None:
    """«بنفس المبلغ», «المبلغ نفسه», «ثلث هذا المبلغ»: the last sum told before, or its part."""
    tokens = document.tokens
    for j in range(max(1, start), min(end, len(tokens) - 1)):
        words = [stripped(tokens[k].norm) for k in range(max(0, j - 2), min(end, j + 2))]
        if stripped(tokens[j].norm) != "مبلغ" or not {"نفس", "ذات", "هذا", "نفسه", "ذاته"} & {*words, tokens[j - 1].norm, tokens[j + 1].norm}:
            continue
        last = next((a for a in reversed(document.amounts) if a.kind == "money" and a.end <= tokens[start].start), None)
        part = next((_PARTS[w] for w in words if w in _PARTS), 1.0)
        if last is None:
            return None
        at, to = tokens[j].start, tokens[j].end
        return Amount(at, to, document.text[at:to], "money", round(last.value * part, 2), None, last.currency, None, None, part != 1.0, None, "anaphora")
    return None


def condition(document: Document, i: int, end: int) -> str | None:
    """The condition that the undertaking hangs on, as written."""
    for j in range(i, end):
        if document.tokens[j].norm in ("شريطه", "بشرط", "اذا", "شرط", "مقابل"):
            return document.text[document.tokens[j].start : document.tokens[end - 1].end]
    return None


def kind_by_words(document: Document, first: int, last: int) -> str:
    """The kind of aid by the words round its sum in a token range: humanitarian, military, else financial."""
    words = [stripped(t.norm) for t in document.tokens[first:last]]
    if any(w.startswith(_OF_RELIEF) for w in words):
        return "humanitarian"
    return "military" if any(w.startswith(_OF_ARMS) for w in words) else "financial"
