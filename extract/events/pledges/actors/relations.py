"""The relation in which an actor's phrase stands, by the preposition or proclitic before it: «إلى اليمن», «للبنان», «من فرنسا»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document

_OPENED: Final = frozenset(("فتح", "بفتح", "اتاحه", "فتحت", "فتحها"))  # «فتح قاعدة أمام …»
_TO: Final = frozenset(("الي", "لصالح", "لفايده", "لدعم", "لمساعده", "لدي", "باتجاه", "صوب", "لاجل"))
_FROM: Final = frozenset(("من", "جانب"))
IN: Final = frozenset(("في", "داخل", "باتجاه", "بمدينه", "مدينه", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "وسط", "محافظه"))
_ASIDE: Final = frozenset(("مع", "بين", "عن", "ضد", "علي", "بشان", "حول", "منذ", "بعد", "قبل", "خلال", "عبر", "ضمن", "برعايه", "بحضور", "بمشاركه", "لوكاله", "نقلا", "اكبر", "اهم", "ابرز"))
# Words before a name or an adjective that make an institution or a people of its state: «الجيش اللبناني».
HEADS: Final = frozenset(
    ("حكومه", "حكومات", "سلطات", "سلطه", "جيش", "قوات", "شعب", "اداره", "رياسه", "وزاره", "خارجيه", "دفاع", "مملكه", "مجلس", "كونغرس", "برلمان", "بحريه",
     "جانب", "مفوضيه", "لجنه", "صندوق", "هييه", "وكاله", "جمهوريه", "دوله", "دولتي", "طرف", "خزانه", "شيوخ", "نواب", "داخليه", "خطه", "بعثه", "اقتصاد",
     "ميزانيه", "عاصمه", "جماعه", "قياده", "شرطه", "لاجيين", "نازحين", "مدنيين", "منظمه", "كل", "كلا", "بنك", "حركه", "سكان", "اهالي", "اوقاف", "مشاريع", "وفد", "معارضه", "فصايل", "مقاتلي", "اشقاء", "اخوه", "جرحي", "عالقين", "مرضي", "مواطنين", "خفر", "سفاره")
)  # fmt: skip
_BELONGING: Final = frozenset(("تابع", "تابعه", "التابع", "التابعه", "تابعين", "التابعين", "تابعون", "مواليه", "المواليه", "موالين", "الموالين"))  # «طائرات تابعة لـ…» tells whose they are
MEMBER: Final = frozenset(("عضو", "العضو"))
_TITLES: Final = frozenset(("وزير", "رييس", "ملك", "امين", "امير", "نظيره", "ممثل", "مبعوث"))
_ACCOUNTS: Final = frozenset(("حساب", "حسابات", "خزينه", "صندوق"))


def relation_of(document: Document, first: int, clitics: dict[int, str]) -> str:
    """The relation of the phrase that begins at token ``first``, from its proclitic or the word before it: "" | to | from | in | aside | of.

    «إلى اليمن» and «لليمن» are to, «من فرنسا» from, «في عدن» in, «مع مصر» aside, «تابعة للناتو» of.
    """
    tokens = document.tokens
    word, k = tokens[first].norm.removeprefix("و"), first
    while k > 0 and tokens[k - 1].text in ("\"", "«", "("):
        k -= 1
    before = tokens[k - 1].norm if k else ""
    if before in _TO or before in _ACCOUNTS and k > 1 and tokens[k - 2].norm in _TO:  # «إلى حساب البنك المركزي»
        return "to"
    if before in _BELONGING or before in ("لـ", "ل") and k > 1 and tokens[k - 2].norm in _BELONGING:
        return "of"
    if before == "امام":
        return "to" if _OPENED & {*document.norms[max(0, k - 9) : k]} else "aside"
    if before in IN or before in ("بـ", "ب"):
        return "in"
    if before == "من" and first > 1 and tokens[first - 2].norm == "لكل":
        return "to"
    if before in _FROM and first > 1 and tokens[first - 2].norm in ("كل", "كلا", "وكل"):
        return ""
    if before in _FROM:
        return "from"
    if before in MEMBER or before in _ASIDE or before.removeprefix("و") in _ASIDE:
        return "aside"
    if before in ("لـ", "ل") or word.startswith("لل"):
        return "to"
    if first in clitics:
        return "to" if clitics[first].endswith("ل") else "in" if clitics[first].endswith("ب") else ""
    if word[:1] == "ل" and (word[1:] in HEADS | _TITLES or word[1:] in ("دول", "منظمات")):
        return "to"
    if word[:1] == "ب" and (word[1:] in HEADS or word[1:].removeprefix("ال") in HEADS):
        return "in"
    return ""
