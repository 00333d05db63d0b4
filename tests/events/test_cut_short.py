"""Texts that end in the middle of a sentence, as summaries of feeds do, and words that lost their sentence: they are read without an error."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.events import read_article
from extract.lexicon import Lexicon
from tests.events.test_sentences import CASES

SENTENCES = [case.values[0]["text"] for case in CASES]
# Words behind which a rule looks for what they open.
OPENERS = ("، الذي", "، التي", "(الذي", " إلى", " في", " مع", " بين", " قبل", " منذ", "، و", " للمرة", " نظرائه في", " وقد", " من غير المرجح", " تعهد بـ", " الأمين العام لمجلس", " من العاصمة")


def read(text: str, lexicon: Lexicon) -> dict[str, list[dict]]:
    return read_article({"article_id": "a", "content_sha256": "", "text": text, "title": None, "published_at": None}, lexicon)


@pytest.mark.parametrize("opener", OPENERS)
def test_a_text_that_ends_behind_an_opener_is_read(opener: str, lexicon: Lexicon) -> None:
    for text in SENTENCES[::7]:
        read(text.rstrip(" .؟!") + opener, lexicon)


@pytest.mark.parametrize(
    "text",
    [
        "قال وزير المالية التونسي أحمد علي إن الحكومة ستجتمع",
        "ألقى وزير الطاقة المصري كلمة خلال المؤتمر الدولي للطاقة في القاهرة، وقال الوزير محمد شاكر إن مصر ملتزمة. من جهته، أكد",
        "وزعت المنظمة المساعدات الغذائية للدولة التي يواجه",
        "نفت فرنسا أنها تعهدت بمنح تونس مليون دولار",
        "مناشدة الحكومة اليمنية الصين تقديم مساعدات",
        "رفع الإنفاق إلى 5 في المئة من الناتج المحلي وافتتح الأمين العام للأمم المتحدة",
    ],
)
def test_a_text_that_ends_or_begins_within_a_construction_is_read(text: str, lexicon: Lexicon) -> None:
    words = text.split()
    for n in range(1, len(words) + 1):
        read(" ".join(words[:n]), lexicon)
        read(" ".join(words[-n:]), lexicon)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.sampled_from(SENTENCES), st.data())
def test_any_beginning_and_end_of_a_sentence_is_read(lexicon: Lexicon, text: str, data: st.DataObject) -> None:
    words = [m.span() for m in re.finditer(r"\S+", text)]
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    cut = text[words[first][0] : words[last][1]]
    for row in read(cut, lexicon)["meeting_reports"]:
        assert cut[row["start_char"] : row["end_char"]] == row["quote"]


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.sampled_from(SENTENCES), st.data())
def test_words_in_any_order_are_read(lexicon: Lexicon, text: str, data: st.DataObject) -> None:
    read(" ".join(data.draw(st.permutations(text.split()))), lexicon)
