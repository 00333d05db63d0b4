"""What only looks like a pledge: company and sport news, trade, thanks, nouns that look like verbs, a state's money for itself."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from extract.arabic.normalizer import fold
from extract.arabic.types import Amount, Document, Sentence
from extract.events.pledges.action import ENDINGS, WITHDRAWALS, is_action
from extract.events.pledges.actors.actor import Actor, is_body, is_lender, is_unlisted
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.content.description import Content
from extract.events.pledges.content.measures import MEASURING

_BUSINESS: Final = frozenset(
    ("شركه", "الشركه", "شركات", "ارباح", "ارباحا", "اسهم", "سهم", "الاسهم", "مبيعات", "نادي", "النادي", "لاعب", "اللاعب", "المساهمين", "البورصه", "صفقه", "مباراه",
     "المنتخب", "الدوري", "المدرب", "عقد", "ايرادات", "المستثمرين", "غرامه", "المحكمه", "راتب", "رواتب", "الفيلم", "الموسم")
)  # fmt: skip
# Money that a state spends at home: nobody abroad is given dirhams or dinars of his giver without being named.
NEGATIONS: Final = frozenset(("لم", "لن", "لا"))  # before a verb of what is not done: «لم تطلب»
_OWN_MONEY: Final = {"EGP": "EG", "DZD": "DZ", "MAD": "MA", "TND": "TN", "IQD": "IQ", "JOD": "JO", "SDG": "SD", "LYD": "LY", "SYP": "SY", "LBP": "LB", "YER": "YE", "IRR": "IR", "TRY": "TR", "PKR": "PK", "INR": "IN", "RUB": "RU", "ILS": "IL", "UAH": "UA", "QAR": "QA", "OMR": "OM", "BHD": "BH", "SAR": "SA", "AED": "AE", "KWD": "KW"}
_SPORT: Final = frozenset(("مباراه", "النادي", "اللاعب", "لاعب", "المنتخب", "الدوري", "الملاكم", "للنادي", "اللاعبين", "كاس", "برشلونه"))
_OTHER_GIVING: Final = frozenset(
    ("شكر", "الشكر", "شكره", "تقدير", "التعازي", "تعازيه", "العزاء", "شرح", "شرحا", "عرضا", "التهاني", "التهنيه", "اوراق", "استقالته", "استقاله", "اعتماد", "طلبا",
     "شكوي", "اعتذار", "اعتذارا", "نصيحه", "تقريرا", "معلومات", "دليل", "ادله", "مقترحا", "مبادره", "ورقه", "رساله", "خطابا", "احاطه", "مشروع", "اوراقه", "ايجازا", "تهانيه",
     "نفسه", "نفسها", "توضيحات", "تنازلات", "الثقه", "فرصه", "تاشيره", "جايزه", "وسام", "الجنسيه", "صوره", "العون", "تصورا", "عرض", "كلمه", "باقتراح", "بطلب", "بالشكر", "ميداليه", "الدعوه", "دعوه", "طلبيهما", "بشكوي", "العلاقات", "لفته", "هديه", "شهاده", "شهادات", "بعرض", "عروضا", "ترشيحه", "مرشح", "الجولان", "تاشيرات", "اللجوء", "صلاحيات", "اولويه", "الاولويه", "خاطف", "مطلوبين", "مطلوبا", "متهمين", "جثمان", "جثه", "جثث", "قايمه", "لايحه", "مسوده", "المقترح", "تراخيص", "تراخيصا", "ترخيصا", "مهله", "مقعد", "مقعدا", "لجوءا")
)  # fmt: skip
BORROWING: Final = frozenset(("وقع", "أبرم", "اتفق"))  # «وقعت تونس اتفاق قرض مع البنك الدولي»
_INVESTING: Final = frozenset(("استثمار", "استثمارات"))
_FINANCING: Final = frozenset(("تمويل", "دعم", "انشاء", "تنفيذ"))  # «وافق البنك على تمويل مشروع للمياه»
_GIFT_NOUNS: Final = frozenset(("منح", "دعم", "قرض"))  # forms of verbs too
_NOUN_CONTEXT: Final = frozenset(
    ("من", "الي", "في", "عن", "علي", "بعد", "قبل", "منذ", "خلال", "عبر", "حول", "بشان", "ضد", "مع", "بين", "دون", "بدون", "عدم", "كل", "اي", "اول", "بدء", "وقف", "عمليه", "عمليات",
     "محاوله", "محاولات", "تم", "يتم", "جري", "لاجل", "اجل", "بسبب", "رغم", "حال", "عند", "تحت", "ضمن", "حق", "ملف", "نظام", "برامج", "برنامج", "قرار", "قوانين")
)  # fmt: skip
_VERBS_ALONE: Final = frozenset(("دعا", "ناشد", "اعلن", "ارسل", "قرر"))  # forms that no verbal noun has
_BEFORE_VERBS: Final = frozenset(("قد", "لقد", "وقد", "فقد", "ولقد", "انه", "بانه"))
_WITH_B: Final = frozenset(("تعهد", "وعد", "تبرع"))  # verbs whose object follows with ب
_NOT_AID: Final = frozenset(("رسوم", "خسائر", "خساير", "ديون", "صادرات", "واردات", "ارباح", "عايدات", "غرامه", "عقد", "عقود", "صفقه", "صفقات", "الناتج", "ناتج", "ديونها", "خسايره", "مالها", "راسمالها", "تجاره", "التبادل", "فديه", "تعويضات", "مكافاه", "الحمله", "الحملات", "الانتخابيه", "لمنافسته", "الضريبه", "ضرايب", "اقتراض", "الاقتراض"))
_HELD: Final = frozenset(("اجتماع", "موتمر", "قمه", "لقاء", "جلسه", "منتدي"))
_WHEN_OR_WHERE: Final = frozenset(("في", "امس", "اليوم", "مساء", "صباح", "برعايه", "برياسه", "الشهر", "الاسبوع"))
_TO_HELD: Final = 8  # tokens from a conference, what it is for between, to «عقد»
_BEFORE_HELD: Final = frozenset(("الذي", "قد", "وقد"))
_SALES: Final = frozenset(("بيع", "شراء", "صفقه", "تصدير", "استيراد", "مبيعات"))
_HOME: Final = frozenset(("الميزانيه", "ميزانيه", "موازنه", "الموازنه", "المواطنين", "للمواطنين", "البطاله", "الضرايب", "الوطني", "المقاولات", "النمو"))
_ABROAD: Final = frozenset(("المانحين", "المانحون", "المانحه", "دولي", "الدولي", "الدوليه", "الخارج", "دول", "لدول", "للدول", "الدول", "للمنطقه", "المنطقه", "افريقيا", "لافريقيا", "الاستجابه", "الانسانيه", "اللاجيين", "للاجيين", "التبرعات", "الاوسط", "الخليج", "المحيط"))


def is_business(words: set[str]) -> bool:
    """Company, court and sport news: «أسهم», «الدوري»."""
    return len(words & _BUSINESS) >= 2 or bool(words & _SPORT)


def is_other_giving(document: Document, i: int, end: int) -> bool:
    """«قدم التعازي», «قدم استقالته», «منح الثقة»: what is given is no aid."""
    if any(norm == "يد" and stripped(document.norms[j - 1]) == "مد" for j, norm in enumerate(document.norms[i + 2 : i + 5], i + 2)):
        return False  # «قررت مد يد العون إلى …»
    given = [t.norm for t in document.tokens[i + 1 : min(i + 7, end)] if t.kind != "punctuation"][:4]
    for k, n in enumerate(given[:3]):
        if n not in _OTHER_GIVING and not n.startswith(("استقال", "طلبا", "جايز")):
            continue
        before, after = given[k - 1] if k else "", given[k + 1] if k + 1 < len(given) else ""
        if not (n == "مشروع" and (stripped(before) in _FINANCING or after == "قانون") or n == "معلومات" and after.startswith("استخبار")):
            return True
    return False


def is_noun_here(document: Document, i: int, explicit_subject: bool) -> bool:
    """Whether a form that is verb and verbal noun alike («طلب», «نقل», «منح», «رفض») is the noun at ``i``.

    It is behind a preposition, another noun or a verb; a verb opens its clause or has its subject beside it.
    """
    token, morph = document.tokens[i], document.morphs[i]
    if token.norm.removeprefix("و").removeprefix("ف") in _VERBS_ALONE:
        return False
    if morph is None or morph.aspect != "p" or fold(morph.lemma) != token.norm.removeprefix("و").removeprefix("ف"):
        return False
    following = document.norms[i + 1] if i + 1 < len(document.norms) else ""
    if morph.lemma in _WITH_B and token.norm[:1] in "وف" and following.startswith("ب") and is_action(following):
        return False  # «وتعهد بتقديم …»
    if i == 0 or document.tokens[i - 1].kind == "punctuation" and document.tokens[i - 1].text not in "/-":
        return not explicit_subject
    before = document.tokens[i - 1].norm
    if before in _BEFORE_VERBS and not following.startswith(("ل", "من")):
        return False  # «أكد أنه بعث بمعدات», «كان قد منح …»; «أنه دعم للجيش» is the noun
    previous = document.morphs[i - 1]
    if before in _NOUN_CONTEXT or before not in _BEFORE_VERBS and previous is not None and previous.pos == "verb" and previous.lemma not in ("كان",):
        return True
    if morph.lemma == "طلب" and any((m := document.morphs[k]) is not None and m.pos == "verb" and m.lemma != "كان" for k in range(max(0, i - 3), i - 1)):
        return True  # «تدرس واشنطن طلب كييف»
    return not explicit_subject


def is_trade(document: Document, i: int, money: Amount | None) -> bool:
    """Whether the sum is a tariff, a debt, a contract or a campaign gift by the words before it: «صفقة بقيمة», «رسوم بقيمة»."""
    if money is None:
        return False
    at = bisect_left(document.starts, money.start)
    near = [k for k in range(max(0, i - 6), min(i + 14, len(document.tokens))) if document.tokens[k].start < money.end + 25]
    near += [k for k in range(max(0, at - 3), at) if k not in near]  # «يبلغ رأس مالها 3 مليارات»
    return names_trade([document.norms[k] for k in near if not _is_held(document, k)])


def _is_held(document: Document, k: int) -> bool:
    """Whether «عقد» at ``k`` is a verb and no contract: «اجتماع عقد في روما», «المؤتمر الذي عقد»."""
    norms, before = document.norms, document.norms[k - 1] if k else ""
    if norms[k] != "عقد":
        return False
    named = k + 1 < len(norms) and norms[k + 1] in _WHEN_OR_WHERE and any(stripped(n) in _HELD for n in norms[max(0, k - _TO_HELD) : k])  # «مؤتمر لدعم تعافي لبنان عقد في باريس»
    return named or stripped(before) in _HELD or before in _BEFORE_HELD


def names_trade(words: list[str]) -> bool:
    """Whether folded words name what is owed or traded: «غرامة», «عقود»."""
    return any(stripped(w) in _NOT_AID or w in _NOT_AID for w in words)


def is_sale(document: Document, i: int, start: int) -> bool:
    """Whether what is announced is a sale or a purchase: «وافقت على بيع صواريخ»."""
    return any({t.norm, t.norm.removeprefix("ب"), stripped(t.norm)} & _SALES for t in document.tokens[i + 1 : start + 2])


def is_withdrawal(document: Document, begin: int, start: int) -> bool:
    """Whether the announced act takes back: «قررت واشنطن حجب 65 مليون دولار», «أعلنت لندن تعليق المساعدات»."""
    words = [stripped(t.norm) for t in document.tokens[begin : min(start + 1, begin + 4)]]
    lifted = any(a in ENDINGS and b in WITHDRAWALS for a, b in zip(words, words[1:], strict=False))  # «إنهاء تجميد المساعدات»
    return not lifted and any(w in WITHDRAWALS for w in words)


def is_domestic(document: Document, sentence: Sentence, pledgers: list[Actor], named: list[Actor], what: Content) -> bool:
    """A state's money for itself: nobody else receives, and nobody and nothing abroad is named beside it: «خصصت الحكومة المصرية 5 مليارات جنيه»."""
    words = {t.norm for t in document.tokens[sentence.first_token : sentence.last_token]}
    if what.share is not None or words & _ABROAD and not words & _HOME:
        return False
    own = {a.key for a in pledgers}
    if what.money is not None and any(a.actor_id is not None and _OWN_MONEY.get(what.money.currency or "") == a.actor_id for a in pledgers) and not _is_abroad(document, sentence, own):
        return True  # «تخصيص 200 مليون جنيه لتطوير المستشفيات»
    states = all(a.actor_id is not None and not is_body(a.actor_id) for a in pledgers)
    if _is_abroad(document, sentence, own):
        return bool(words & _HOME)
    return bool(words & _HOME) or states and what.kind != "humanitarian" and {a.key for a in named} <= own


def _is_abroad(document: Document, sentence: Sentence, own: set[str | None]) -> bool:
    """Whether the sentence names a state, a place or a body other than those of ``own``."""
    return any((n.country_code or n.actor_id) not in own for n in document.names if sentence.start <= n.start < sentence.end and n.kind in ("state", "place", "organisation"))


def is_own_business(document: Document, start: int, end: int, what: Content) -> bool:
    """Whether what nobody receives is one's own output or investment: «تخطط لزيادة الإنتاج إلى مليون برميل», «خطة لاستثمار 90 مليار دولار»."""
    if what.quantity is not None and what.money is None and what.quantity.unit in ("barrel", "megawatt"):
        return True
    return any(stripped(n) in _INVESTING for n in document.norms[max(0, start - 2) : min(start + 2, end)])


def is_own_affair(document: Document, start: int, pledgers: list[Actor], what: Content, frame: dict[str, str]) -> bool:
    """Whether a body that no table knows gives nothing that is counted, or signs for a loan: «تخطط الشركة لإنشاء مصنع» is its business, «تبرعت الجمعية بمليون دولار» none."""
    if not pledgers or not all(is_unlisted(document, a) for a in pledgers):
        return False
    if frame["lemma"] in BORROWING and not any(is_lender(document, a) for a in pledgers):
        return True
    gift = frame["act"] in ("give", "allocate", "declarative") or is_action(document.norms[start]) or document.norms[start].startswith("ب")
    return not gift or what.money is None and not (what.quantity is not None and what.kind == "humanitarian")


def near_sum(document: Document, i: int, money: Amount) -> bool:
    """Whether the sum depends on the noun at ``i``: within ten words and no verb between: «منحة بقيمة مليون دولار»."""
    for j in range(i + 1, i + 12):
        if j >= len(document.tokens) or document.tokens[j].start >= money.start:
            return True
        morph = document.morphs[j]
        if morph is not None and morph.pos == "verb" and morph.aspect == "p" and document.norms[j] not in _GIFT_NOUNS and morph.lemma not in MEASURING:
            return False
    return False


def is_half_a_number(document: Document, money: Amount) -> bool:
    """Whether the sum begins within a number that «ر» parts: «9ر2 مليار»."""
    return document.text[max(0, money.start - 1) : money.start] == "ر"


def is_money(document: Document, i: int) -> bool:
    """Whether the token at ``i`` is the end of a sum of money: «مليون | دولار»."""
    at = document.tokens[i].start
    return any(a.kind == "money" and a.start <= at < a.end for a in document.amounts)


def is_troops(item: str | None) -> bool:
    """Whether what is sent is troops alone: a deployment told without a number is no pledge: «إرسال جنود»."""
    first = stripped(fold((item or " ").split()[0])) if item else ""
    return first.startswith(("قوات", "جنود", "مقاتل")) and not first.startswith(("مقاتله", "مقاتلات"))
