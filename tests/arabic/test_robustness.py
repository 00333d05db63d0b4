"""The whole layer on input that no editor would send: right offsets or nothing, and linear time."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.arabic.document import annotate
from extract.arabic.types import Document
from extract.lexicon import Lexicon

DAY = dt.date(2026, 11, 20)
PIECES = (
    "وزير الخارجية المصري سامح شكري", "الناتو", "وبالناتو", "قال إن", "«سنقدم دعما كبيرا»", "يوم الثلاثاء", "5 ملايين دولار", "من 20 إلى 30 مليون", "،", ".", "\n",
    "\u202bأنطونيو\u200f غوتيريش\u202c", "الوُزَراء", "الـنـاتـو", "\ud800", "NATO", "وزارت خارجه ایران گفت", "٢٠٢٦/١١/٢٠", "#ولي_العهد", "(", "\"", "«", "𞸀", "😀",
)  # fmt: skip


def assert_spans(document: Document) -> None:
    """Every span lies in the text, is not empty, is sorted, and shows the text that it claims."""
    text, size = document.text, len(document.text)
    for spans in (document.tokens, document.sentences, document.names, document.persons, document.times, document.amounts, document.speeches):
        assert [s.start for s in spans] == sorted(s.start for s in spans)
        assert all(0 <= s.start < s.end <= size for s in spans)
    for spans in (document.tokens, document.names, document.times, document.amounts):
        assert all(text[s.start : s.end] == s.text for s in spans)
    assert len(document.morphs) == len(document.tokens)
    for person in document.persons:
        if person.name_start is not None:
            assert person.start <= person.name_start < person.name_end <= person.end


@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from([" ", ""]))
@settings(max_examples=150, deadline=None)
def test_spans_are_exact_on_any_mixture(lexicon: Lexicon, pieces: list[str], between: str) -> None:
    assert_spans(annotate(between.join(pieces), None, DAY, lexicon))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "....", "،" * 1000, "\ud800\udfff", "\u200f" * 50, "a", "وزارت امور خارجه ایران اعلام کرد", "The minister met the secretary general."])
def test_nothing_is_found_where_nothing_stands(lexicon: Lexicon, text: str) -> None:
    document = annotate(text, None, None, lexicon)
    assert_spans(document)
    assert not document.times and not document.amounts and not document.speeches


def test_marks_inside_a_name_are_passed_over(lexicon: Lexicon) -> None:
    text = "اجتمع حلف \u202bالنَّـاتو\u202c في بروكسل"
    document = annotate(text, None, DAY, lexicon)
    assert "NATO" in {n.actor_id for n in document.names}
    assert_spans(document)


@pytest.mark.parametrize(
    "unit",
    ["كلمة", "كلمة ", "الرئيس ", "وزراء خارجية ", "قال إن ", "«قال لهم إن ذلك» ", "«", "\"", "من 20 إلى ", "5 ملايين دولار ", "يوم الثلاثاء ", "نوفمبر/", "1 ", "1", "، ", "- ", "محمد بن ",
     "معالي ", "القائم بأعمال ", "مبعوثها ", "من الجانب الأمريكي ", "الوزير محمد العلي، وزير الدفاع، ", "مدينة الملك ", "كيم-جون-", "بيتر بيتر، "],
)
def test_time_grows_with_length_and_no_faster(lexicon: Lexicon, unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        started = time.process_time()
        annotate(text, None, DAY, lexicon)
        return time.process_time() - started

    def growth() -> float:
        small, large = min(seconds(8_000) for _ in range(3)), min(seconds(64_000) for _ in range(2))
        return large / max(small, 5e-3)

    # a busy machine can stretch one measurement, not four
    assert any(growth() < 25 for _ in range(4)), "eight times the text may not cost sixty-four times the time"


def test_five_million_letters_are_one_word(lexicon: Lexicon) -> None:
    document = annotate("كلمة" * 1_250_000, None, DAY, lexicon)
    assert len(document.tokens) == 1 and not document.names and not document.persons
    assert_spans(document)


def test_marks_inside_a_persons_name_leave_its_span_exact(lexicon: Lexicon) -> None:
    text = "قال وزير الخارجية المصري \u202bسامح\u200f \u2067شكري\u2069\u202c، أمس"
    (person,) = [p for p in annotate(text, None, DAY, lexicon).persons if p.name_start is not None]
    assert person.person_id == "sameh-shoukry" and person.actor_id == "EG"
    assert text[person.name_start : person.name_end].startswith("سامح") and "شكري" in text[person.name_start : person.name_end]


def test_a_lone_surrogate_parts_words_and_breaks_nothing(lexicon: Lexicon) -> None:
    text = "التقى الرئيس الفرنسي إيمانويل ماكرون\ud83d في باريس"
    document = annotate(text, None, DAY, lexicon)
    assert_spans(document)
    assert [p.person_id for p in document.persons] == ["emmanuel-macron"]
