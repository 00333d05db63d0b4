"""Arabic in; its neighbours in script and all others out; of mixed texts the Arabic."""

from __future__ import annotations

import json

import pytest

from extract.articles.language import detect, keep_arabic
from tests.articles.reading import ARABIC, read

OTHERS = {
    "fa": "وزیر امور خارجه در سفر به مسکو با همتای روسی خود دیدار کرد و درباره روابط دو کشور و تحولات منطقه به بحث و تبادل نظر پرداخت. این سفر به دعوت طرف روسی انجام شده است.",
    "ur": "وزیر خارجہ نے اسلام آباد میں اپنے ہم منصب سے ملاقات کی اور دونوں ملکوں کے درمیان تعلقات پر بات چیت کی ہے۔ دونوں رہنماؤں نے تجارت بڑھانے پر اتفاق کیا۔",
    "ckb": "وەزیری دەرەوەی عێراق لە بەغدا لەگەڵ هاوتا تورکەکەی کۆبووەوە و باسیان لە پەیوەندییەکانی نێوان هەردوو وڵات و بازرگانی کرد.",
    "ug": "تاشقى ئىشلار مىنىستىرى بېيجىڭدا خىزمەتدىشى بىلەن كۆرۈشۈپ ئىككى دۆلەت مۇناسىۋىتى توغرىسىدا پىكىر ئالماشتۇردى.",
    "en": "The foreign minister met his counterpart in Cairo on Tuesday and discussed regional developments with him at length.",
}


@pytest.mark.parametrize(("code", "text"), OTHERS.items())
def test_others_go_aside_with_the_reason(code: str, text: str) -> None:
    found = read(json.dumps({"text": text * 3}), "record")
    assert found["reason"] == "not_arabic" and f"is in {code}" in found["detail"]


def test_persian_in_arabic_letters_is_persian() -> None:
    assert detect(OTHERS["fa"].translate(str.maketrans("یک", "يك"))) == "fa"


@pytest.mark.parametrize(
    "text",
    [
        ARABIC, ARABIC.translate(str.maketrans("يك", "یک")), ARABIC.replace("ه", "ھ"),
        ARABIC + " وقال مصدر في نادي پرسپوليس إن چاوشأوغلو وژنو لم يحضرا.", ARABIC + " (Reuters, AFP, https://news.example/1)", "اجتمع مجلس النواب",
    ],
)  # fmt: skip
def test_arabic_with_foreign_names_or_letters_stays(text: str) -> None:
    assert detect(text) == "ar"


@pytest.mark.parametrize("text", ["", "123 456", "!!!", "\u200f"])
def test_what_has_no_letters(text: str) -> None:
    assert detect(text) == "und"


@pytest.mark.parametrize("code", ["fa", "ur", "en"])
def test_mixed_texts_keep_their_arabic(code: str) -> None:
    other = OTHERS[code] * 2
    found = read(json.dumps({"text": "\n".join([other, ARABIC, other, ARABIC + " ثم غادرا."])}), "record")
    assert found["text"] == f"{ARABIC}\n{ARABIC} ثم غادرا."
    assert found["removed_text"].count(OTHERS[code][:20]) == 4


def test_a_quotation_makes_no_article() -> None:
    code, text, left_out = keep_arabic("\n".join([OTHERS["en"]] * 12 + [ARABIC]))
    assert code == "en" and left_out == [] and ARABIC in text
