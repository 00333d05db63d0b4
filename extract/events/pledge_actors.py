"""Who may promise, give or receive: actors of a text with the relation in which their phrase stands.

Beside states, organisations and persons this reads institutions by their adjective («الجيش اللبناني», «مجلس الشيوخ
الأميركي») and groups that no gazetteer knows («الدول المانحة», «40 دولة ومنظمة»).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from extract.arabic.types import Document
from extract.events.arguments import SHORT_BODIES, Index, is_adjective

_OPENED = frozenset(("فتح", "بفتح", "اتاحه", "فتحت", "فتحها"))  # «فتح قاعدة أمام …»
TO = frozenset(("الي", "لصالح", "لفايده", "لدعم", "لمساعده", "لدي", "باتجاه", "صوب", "لاجل"))
FROM = frozenset(("من", "جانب"))
IN = frozenset(("في", "داخل", "باتجاه", "بمدينه", "مدينه", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "وسط", "محافظه"))
ASIDE = frozenset(("مع", "بين", "عن", "ضد", "علي", "بشان", "حول", "منذ", "بعد", "قبل", "خلال", "عبر", "ضمن", "برعايه", "بحضور", "بمشاركه", "لوكاله", "نقلا"))
_HEADS = frozenset(
    ("حكومه", "حكومات", "سلطات", "سلطه", "جيش", "قوات", "شعب", "اداره", "رياسه", "وزاره", "خارجيه", "دفاع", "مملكه", "مجلس", "كونغرس", "برلمان", "بحريه",
     "جانب", "مفوضيه", "لجنه", "صندوق", "هييه", "وكاله", "جمهوريه", "دوله", "دولتي", "طرف", "خزانه", "شيوخ", "نواب", "داخليه", "خطه", "بعثه", "اقتصاد",
     "ميزانيه", "عاصمه", "جماعه", "قياده", "شرطه", "لاجيين", "نازحين", "مدنيين", "منظمه", "كل", "كلا", "بنك", "حركه", "سكان", "اهالي", "اوقاف", "مشاريع", "وفد", "معارضه", "فصايل", "مقاتلي", "اشقاء", "اخوه", "جرحي", "عالقين", "مرضي", "مواطنين", "خفر")
)  # fmt: skip
# Whom aid is for, by the adjective of their state: «للطلاب المغاربة», «للقدرات العسكرية المصرية».
_FOR_WHOM = frozenset("لل" + word for word in ("قدرات", "طلاب", "طلبه", "حجاج", "مستشفيات", "مدارس", "مدن", "مناطق", "محافظات", "اسر", "متضررين", "قطاع", "قبايل", "اطفال", "نساء", "ضحايا", "محتاجين", "موسسات"))
_KIN = frozenset(("اشقاء", "اخوه"))  # «الأشقاء اليمنيون» is Yemen, «الإخوة العرب» nobody
_OFFICES = frozenset(("وزاره", "هييه", "سفاره", "موسسه", "لجنه"))
_MEMBERS = frozenset(("دول", "اعضاء", "بلدان"))  # «تعهدت دول الحلف», «تعهد أعضاء الاتحاد»
_STAFF = frozenset(("متطوعو", "متطوعي", "موظفو", "موظفي", "فرق", "فريق", "طواقم", "طاقم", "قوافل", "عمال", "مندوبو", "كوادر"))  # «وزع متطوعو الهلال الأحمر سلالا»
_MEMBER = frozenset(("عضو", "العضو"))
_GOVERNMENTS = frozenset(("اداره", "حكومه"))  # «إدارة الرئيس الأميركي»
_TITLES = frozenset(("وزير", "رييس", "ملك", "امين", "امير", "نظيره", "ممثل", "مبعوث"))
_GROUPS = frozenset(("المانحون", "المانحين", "الحلفاء", "المانحه", "الماتحين"))
RELIEF = frozenset(("UN", "UNHCR", "UNRWA", "WFP", "UNICEF", "ICRC", "WHO"))  # bodies whose money is relief
CLITICS = ("وال", "فال", "بال", "لل", "ول", "وب", "ال", "ل", "ب", "و", "ف")


class Actor(NamedTuple):
    """An actor's phrase: token range, who it is, and ``relation`` "" | to | from | in | aside."""

    first: int
    last: int  # exclusive
    actor_id: str | None
    name_ar: str | None
    person_id: str | None
    relation: str

    @property
    def key(self) -> str | None:
        return self.actor_id or self.name_ar


def is_body(actor_id: str) -> bool:
    """Whether the actor is an organisation: its code is not that of a state."""
    return len(actor_id) > 2 or actor_id in SHORT_BODIES


_LENDING = frozenset(("صندوق", "بنك", "مصرف"))


def is_lender(document: Document, actor: Actor) -> bool:
    """Whether the actor is a fund or a bank: «صندوق النقد الدولي», «البنك الآسيوي للتنمية»; a central bank is its state's."""
    first = stripped(document.norms[actor.first])
    if first == "وكاله" and "للتنميه" in document.norms[actor.first : actor.last]:
        return True
    return actor.actor_id in ("IMF", "WB") or first in _LENDING and document.norms[min(actor.first + 1, len(document.norms) - 1)] != "المركزي"


# Words that begin with what looks like a proclitic: وزارة, بنك, وقف, إلغاء.
_WHOLE = frozenset(
    ("الغاء", "التزام", "التزامات", "باخره", "بواخر", "بحريه", "برلمان", "بعثه", "بلدان", "بناء", "بنك", "بنوك", "بيع", "فديه", "فريق", "فريقا", "فصايل", "لاجيين", "لاجي", "لجنه",
     "لقاح", "لقاحات", "واردات", "وديعه", "ودايع", "وزاره", "وزير", "وصول", "وفد", "وكاله", "وكالات", "وقف", "وقود", "وجبه", "وجبات", "ولايه", "بطانيه", "بطانيات")
)  # fmt: skip


_OPENS_WITH_WAW = frozenset(("واشنطن", "وزيره", "وزراء", "وزيري", "وزارات", "وارسو", "ولي", "وكيل", "وسط"))  # names and offices that «و» is the root of


def is_joined(word: str) -> bool:
    """Whether a folded word opens with «and»: وباريس, ووزارة; in وزارة and واشنطن the letter is the word's own."""
    return word.startswith("و") and word not in _WHOLE and word not in _OPENS_WITH_WAW


@lru_cache(maxsize=262_144)
def stripped(word: str) -> str:
    """A folded word without its proclitics, where what is left is long enough: وللجيش → جيش."""
    if word in _WHOLE:
        return word
    if word[:1] in "وفبل" and word[1:] in _WHOLE:
        return word[1:]
    if "للاج" in word[:5]:
        return word[word.index("للاج") + 1 :]  # «للاجئين» is «لـ» and «اللاجئين»
    for clitic in CLITICS:
        if word.startswith(clitic) and len(word) - len(clitic) >= 2:
            return word[len(clitic) :]
    return word


def written_forms(words: Iterable[str]) -> frozenset[str]:
    """``words`` and every folded form that ``stripped`` takes for one of them: دول, الدول, وللدول, باخره. Asking for one is cheaper than stripping."""
    return frozenset(form for word in words for form in (word, *(clitic + word for clitic in CLITICS)) if form == word or stripped(form) in (word, stripped(word)))


_LENDERS = frozenset(("بنوك", "مصارف", "صناديق", "موسسات"))  # «بنوك التنمية متعددة الأطراف», «المؤسسات المالية الدولية»
_OF_LENDERS = frozenset(("للتنميه", "تنميه", "تنمويه", "ماليه", "دوليه", "اقليميه", "التنميه", "الماليه", "التمويل", "العربيه", "الدوليه", "الاقليميه", "متعدده", "الاطراف"))
_OPENS_LENDERS = frozenset(clitic + word for clitic in ("", *CLITICS) for word in _LENDERS)
_COALITION = frozenset(("التحالف", "للتحالف", "والتحالف", "بالتحالف", "فالتحالف"))  # that the text names elsewhere, or «التحالف الذي تقوده …»
_ACCOUNTS = frozenset(("حساب", "حسابات", "خزينه", "صندوق"))
_BOARDS, _OF_BOARDS = frozenset(("مجلس", "لجنه", "امانه")), frozenset(("التنفيذي", "التنفيذيه", "العامه"))
_COMPASS = frozenset(("نحو", "الشمال", "الجنوب", "الي", "من", "في", "الشرق", "جهه", "باتجاه"))  # «إلى الغرب من المدينة»
_OF_EURO_AREA = frozenset(("قاده", "دول", "وزراء", "ماليه", "مال", "زعماء", "مجموعه"))
_PEOPLE = frozenset(("الداينون", "الداينين", "المقرضون", "المقرضين", "الاوروبيون"))  # who lends as a group
_OPENS_GROUP = written_forms(("دول", "دولا", "بلدان", "دوله", "منظمات", "مجتمع", "جهات", "منطقه", "غرب", "اكراد", "اسره")) | _COALITION | _GROUPS | _OPENS_LENDERS | _PEOPLE
_COUNTING = frozenset(("ثلاث", "اربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"))
_WORLDWIDE = frozenset(("الدوليه", "العربيه", "الانسانيه", "الاغاثيه", "الامميه", "الاقليميه"))  # of «المنظمات الدولية والإنسانية»
_THE_WORLD = frozenset((("مجتمع", "الدولي"), ("اسره", "الدوليه")))
_MORE = frozenset(("اكثر", "اقل", "يزيد", "يربو"))  # «أكثر من 30 دولة», «ما يزيد على 30 دولة»
_OF_GROUPS = ("حليف", "مانح", "عضو", "شريك", "مشارك", "عربي", "اوروبي", "غربي", "افريقي", "اسلامي")  # beginnings of folded adjectives of «30 دولة»


def find_actors(document: Document, index: Index) -> list[Actor]:
    """Every actor phrase of the document by position, those of the dateline left out."""
    tokens = document.tokens
    taken: list[tuple[int, int]] = []
    out: list[Actor] = []
    line = document.dateline[1] if document.dateline else 0
    clitics = {bisect_left(index.token_starts, n.start + 1) - 1: n.clitics for n in document.names if n.clitics}
    measures = [a for a in document.amounts if a.kind == "quantity"]
    for p in document.persons:
        if p.start < line or p.kind == "pronoun" or not (p.actor_id or p.actor_name_ar) or any(a.start < p.end and p.start < a.end for a in measures):
            continue  # «3 آلاف جندي» is nobody's name
        first, last = bisect_left(index.token_starts, p.start + 1) - 1, index.token_at(p.end)
        first -= first > 0 and tokens[first - 1].norm in _GOVERNMENTS and tokens[first].norm.startswith("ال")
        member = tokens[first].norm in _MEMBER and any(n.kind == "state" and n.end == tokens[first - 1].end for n in document.names) if first else False  # «تركيا عضو الحلف»
        out.append(Actor(first, max(last, first + 1), p.actor_id, p.actor_name_ar, p.person_id, "aside" if member else _relation(document, first, clitics)))
        taken.append((first, last))
    starts = sorted(taken)
    for n in document.names:
        first = bisect_left(index.token_starts, n.start + 1) - 1
        last = max(index.token_at(n.end), first + 1)
        if n.start < line or _inside(starts, first) or n.kind not in ("state", "organisation", "metonym", "place", "nisba"):
            continue
        if n.kind == "nisba" and tokens[first].norm.endswith(("يين", "يون")) and (tokens[first].norm.startswith("لل") or tokens[first - 1].norm == "عن" and first):
            out.append(Actor(first, last, n.actor_id, n.name_ar, None, "to" if tokens[first].norm.startswith("لل") else "aside"))  # «للفلسطينيين», «قطع المساعدات عن الأفغان»
            continue
        if n.kind == "nisba":
            head = next((k for k in range(first - 1, max(first - 5, -1), -1) if stripped(tokens[k].norm) in _HEADS or tokens[k].norm in _FOR_WHOM or tokens[k].norm in ("الجو", "البر", "الطيران") and tokens[k - 1].norm == "سلاح"), None)
            head = head - 1 if head is not None and tokens[head - 1].norm == "سلاح" else head  # «سلاح الجو الأميركي»
            if head is None or stripped(tokens[head].norm) in _KIN and (first - head > 1 or is_body(n.actor_id or "")) or any(tokens[k].kind != "word" or tokens[k].norm in IN or stripped(tokens[k].norm) in _MEMBERS for k in range(head, first)) or tokens[first].norm[:1] != "ا":
                continue
            while head > 0 and first - head < 5 and stripped(tokens[head - 1].norm) in _HEADS and not tokens[head].norm.startswith("و"):
                head -= 1
            out.append(Actor(head, last, n.actor_id, n.name_ar, None, _relation(document, head, clitics)))
            continue
        if n.kind == "place" and (n.actor_id is None or n.name_ar == "القدس"):
            if n.country_code and n.name_ar != "القدس" and _relation(document, first, clitics) == "to":
                out.append(Actor(first, last, n.country_code, n.name_ar, None, "to"))  # «قافلة إلى الحديدة» goes to Yemen
            continue  # a city that stands for no government
        head = first
        heads = _HEADS | _MEMBERS | _STAFF if n.kind == "organisation" else _HEADS
        while head > 0 and first - head < 3 and stripped(tokens[head - 1].norm) in heads and not n.clitics and tokens[head - 1].norm[:2] != "ال":
            head -= 1
        if is_adjective(n) and first > 1 and tokens[first - 1].norm.startswith("ال") and stripped(tokens[first - 2].norm) in _OFFICES:
            head = first - 2  # «وزارة المالية السعودية»
        relation = _relation(document, head, clitics)
        if relation == "to" and head > 1 and tokens[head - 1].norm in _OF_BOARDS and stripped(tokens[head - 2].norm) in _BOARDS:
            head, relation = head - 2, _relation(document, head - 2, clitics)  # «المجلس التنفيذي لصندوق النقد»
        if n.kind == "organisation" and relation == "in":
            relation = "aside" if head > 1 and stripped(tokens[head - 2].norm) in ("اعضاء", "عضو") else ""  # «الدول الأعضاء في حلف الناتو»
        out.append(Actor(head, last, n.actor_id, n.name_ar, None, relation))
    alliance = next((n for n in document.names if n.actor_id == "NATO"), None)  # whose «الحلفاء» are
    for i in [i for i, norm in enumerate(document.norms) if norm in _OPENS_GROUP]:
        token = tokens[i]
        if stripped(token.norm) == "منطقه":
            if i + 1 < len(tokens) and tokens[i + 1].norm == "اليورو":  # «قادة منطقة اليورو»
                first = i - 1 if i and stripped(tokens[i - 1].norm) in _OF_EURO_AREA else i
                first = first - 1 if first and stripped(tokens[first - 1].norm) in _OF_EURO_AREA else first
                out.append(Actor(first, i + 2, None, "منطقة اليورو", None, _relation(document, first, clitics)))
            continue
        if stripped(token.norm) in ("دول", "دولا", "بلدان", "دوله", "منظمات") and i + 1 < len(tokens):
            follows = tokens[i + 1].norm
            if follows == "في" and i + 2 < len(tokens) and tokens[i + 2].norm == "المنطقه":
                out.append(Actor(i, i + 3, None, "دول في المنطقة", None, _relation(document, i, clitics)))
                continue
            if follows in ("ومنظمات", "وموسسات", "وهييات", "والمنظمات", "والموسسات", "والهييات"):
                donors = i + 2 < len(tokens) and tokens[i + 2].norm in _GROUPS | {"مانحه", "الدوليه", "الاقليميه"}
                last = i + 3 if donors else i + 2
                name = document.text[tokens[i].start : tokens[last - 1].end].lstrip("ول")
                out.append(Actor(i, last, None, name, None, _relation(document, i, clitics)))
                continue
            if follows == "التي" and _relation(document, i, clitics) == "to":  # «للدول التي تستضيف اللاجئين»
                last = next((k for k in range(i + 2, min(i + 7, len(tokens))) if tokens[k].kind == "punctuation"), i + 5)
                out.append(Actor(i, last, None, document.text[token.start : tokens[last - 1].end].replace("لل", "ال", 1), None, "to"))
                continue
            if token.norm.endswith("المنظمات") and follows in _WORLDWIDE:
                last = next((k for k in range(i + 2, min(i + 4, len(tokens))) if tokens[k].norm.removeprefix("و") not in _WORLDWIDE), i + 2)
                out.append(Actor(i, last, None, document.text[token.start : tokens[last - 1].end].removeprefix("و"), None, _relation(document, i, clitics)))
                continue
            counted = i > 0 and (tokens[i - 1].kind == "number" or tokens[i - 1].norm.removeprefix("و") in _COUNTING)
            if follows in _GROUPS or follows in ("عربيه", "اوروبيه", "غربيه", "خليجيه", "اسلاميه", "العربيه", "الاوروبيه", "الغربيه", "الخليجيه", "الاعضاء", "افريقيه", "المنطقه", "الجوار", "الحلف", "الاتحاد", "المتضرره", "المجاوره", "المضيفه", "المستضيفه", "الفقيره", "الناميه", "المشاركه", "المنضويه", "الكبري", "الغنيه", "الصديقه", "الشقيقه", "الحليفه", "الصناعيه", "الداعمه") or counted:
                first = i - 1 if counted else i
                if counted and i > 2 and tokens[i - 3].norm.removeprefix("و") in _MORE:
                    first = i - 4 if i > 3 and tokens[i - 4].norm == "ما" else i - 3
                last = i + 2 if follows in _GROUPS or not counted or follows.startswith(("و", *_OF_GROUPS)) else i + 1
                if follows in ("المنضويه", "المشاركه") and i + 3 < len(tokens) and tokens[i + 2].norm == "في":
                    last = i + 5 if i + 4 < len(tokens) and tokens[i + 4].norm in ("الدولي", "العربي", "الاسلامي") else i + 4  # «الدول المنضوية في التحالف الدولي»
                name = document.text[tokens[first].start : tokens[last - 1].end].lstrip("ول" if not counted else "")
                out.append(Actor(first, last, None, name, None, _relation(document, first, clitics)))
        elif stripped(token.norm) == "غرب" and token.norm.endswith("الغرب") and tokens[i - 1].norm not in IN | _COMPASS:
            out.append(Actor(i, i + 1, None, "الغرب", None, _relation(document, i, clitics)))
        elif token.norm in _PEOPLE:
            out.append(Actor(i, i + 1, None, token.text, None, _relation(document, i, clitics)))
        elif token.norm.endswith("الاكراد"):
            out.append(Actor(i, i + 1, None, "الأكراد", None, _relation(document, i, clitics)))
        elif token.norm in _GROUPS and (i == 0 or stripped(tokens[i - 1].norm) not in ("دول", "جهات", "مؤتمر", "موتمر")):
            allies = alliance if token.norm == "الحلفاء" else None
            out.append(Actor(i, i + 1, allies.actor_id if allies else None, allies.name_ar if allies else token.text, None, _relation(document, i, clitics)))
        elif token.norm in _OPENS_LENDERS and i + 1 < len(tokens) and tokens[i + 1].norm in _OF_LENDERS:
            last = next((k for k in range(i + 1, min(i + 5, len(tokens))) if tokens[k].norm not in _OF_LENDERS), i + 2)
            out.append(Actor(i, last, None, document.text[token.start : tokens[last - 1].end].removeprefix("و"), None, _relation(document, i, clitics)))
        elif token.norm in _COALITION:
            named = next((n for n in document.names if n.kind == "organisation" and n.name_ar.startswith("التحالف")), None)
            last = i + 2 if i + 1 < len(tokens) and tokens[i + 1].norm in ("الدولي", "العربي") else i + 1
            out.append(Actor(i, last, named.actor_id if named else None, named.name_ar if named else "التحالف الدولي" if last > i + 1 else "التحالف", None, _relation(document, i, clitics)))
        elif i + 1 < len(tokens) and (stripped(token.norm), tokens[i + 1].norm) in _THE_WORLD:
            out.append(Actor(i, i + 2, None, "المجتمع الدولي", None, _relation(document, i, clitics)))
        elif stripped(token.norm) == "جهات" and i + 1 < len(tokens) and tokens[i + 1].norm in _GROUPS:
            out.append(Actor(i, i + 2, None, "الجهات المانحة", None, _relation(document, i, clitics)))
    known = {a[:2] for a in out if a.actor_id}
    out = sorted((a for a in out if a.actor_id or a.person_id or a[:2] not in known), key=lambda a: (a.first, a.last))  # «دول الاتحاد» is the EU, no group beside it
    return [a for k, a in enumerate(out) if k == 0 or a.first >= out[k - 1].last or a.last > out[k - 1].last or a[:2] == out[k - 1][:2] and a.key != out[k - 1].key]


def _inside(spans: list[tuple[int, int]], i: int) -> bool:
    k = bisect_left(spans, (i + 1, 0)) - 1
    return k >= 0 and spans[k][0] <= i < spans[k][1]


def _relation(document: Document, first: int, clitics: dict[int, str]) -> str:
    """The relation of the phrase that begins at token ``first``, from its proclitic or the word before it."""
    tokens = document.tokens
    word, k = tokens[first].norm.removeprefix("و"), first
    while k > 0 and tokens[k - 1].text in ("#", "\"", "«", "("):
        k -= 1
    before = tokens[k - 1].norm if k else ""
    if before in TO or before in _ACCOUNTS and k > 1 and tokens[k - 2].norm in TO:  # «إلى حساب البنك المركزي»
        return "to"
    if before == "امام":
        return "to" if _OPENED & {*document.norms[max(0, k - 9) : k]} else "aside"
    if before in ("بـ", "ب"):
        return "in"
    if before in IN:
        return "in"
    if before == "من" and first > 1 and tokens[first - 2].norm == "لكل":
        return "to"
    if before in FROM and first > 1 and tokens[first - 2].norm in ("كل", "كلا", "وكل"):
        return ""
    if before in FROM:
        return "from"
    if before in _MEMBER:
        return "aside"
    if before in ASIDE or before.removeprefix("و") in ASIDE:
        return "aside"
    if before in ("لـ", "ل") or word.startswith("لل"):
        return "to"
    if first in clitics:
        return "to" if clitics[first].endswith("ل") else "in" if clitics[first].endswith("ب") else ""
    if word[:1] == "ل" and (word[1:] in _HEADS | _TITLES or word[1:] in ("دول", "منظمات")):
        return "to"
    if word[:1] == "ب" and (word[1:] in _HEADS or word[1:].removeprefix("ال") in _HEADS):
        return "in"
    return ""
