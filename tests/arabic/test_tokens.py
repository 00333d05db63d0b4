"""Tokens, match keys, sentences, clauses, datelines."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.arabic import normalizer, segmenter, tokenizer

ANY_TEXT = st.text(alphabet=st.sampled_from("ابتثجحخلمنويةىأإآ ءؤئ.،؛؟!«»\"#_-0123456789٠١٢٫٬\n\u200f\u0640\u064babcXYZ(){}\ud800"), max_size=300)


@given(ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_offsets_are_exact_and_ordered(text: str) -> None:
    tokens = tokenizer.tokenize(text)
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in zip(tokens, tokens[1:], strict=False))


@given(ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_sentences_hold_every_token_once(text: str) -> None:
    tokens = tokenizer.tokenize(text)
    sentences = segmenter.sentences(text, tokens)
    covered = [i for s in sentences for i in range(s.first_token, s.last_token)]
    assert covered == list(range(len(tokens)))
    for n, s in enumerate(sentences):
        pieces = segmenter.clauses(tokens, s, n)
        assert [i for c in pieces for i in range(c.first_token, c.last_token)] == list(range(s.first_token, s.last_token))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("#ولي_العهد يصل", ["ولي", "العهد", "يصل"]),
        ("بـ150 مليون", ["بـ", "150", "مليون"]),
        ("2,5 مليار و1.200 طن", ["2,5", "مليار", "و", "1.200", "طن"]),
        ("العالم.والتهديدات", ["العالم", ".", "والتهديدات"]),
        ("", []),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    assert [t.text for t in tokenizer.tokenize(text)] == words


@pytest.mark.parametrize(
    ("a", "b"),
    [("أميركا", "اميركا"), ("الأوروبيّة", "الاوروبيه"), ("مسؤول", "مسوول"), ("رئيس", "رييس"), ("نـاتو", "ناتو"), ("٢٠٢٦", "2026"), ("ﻻجئ", "لاجي")],
)
def test_spellings_meet_in_one_key(a: str, b: str) -> None:
    assert normalizer.fold(a) == normalizer.fold(b)


def test_sounds_meet_in_one_key() -> None:
    keys = {normalizer.sound_key(w) for w in ("ستولتنبرغ", "ستولتنبرج", "شتولتنبرغ", "ستولتنبيرغ")}
    assert len(keys) == 1
    assert normalizer.sound_key("بوتين") != normalizer.sound_key("بيدن")


def test_full_stop_without_space_ends_a_sentence() -> None:
    text = "التقى الوزيران في برلين.وبحثا الأزمة. قال د. محمد «نعم.» ثم غادر"
    sentences = segmenter.sentences(text, tokenizer.tokenize(text))
    assert [text[s.start : s.end] for s in sentences][:2] == ["التقى الوزيران في برلين.", "وبحثا الأزمة."]


@pytest.mark.parametrize("text", ["بروكسل (رويترز) - قال الأمين العام", "الرياض، 12 يوليو: استقبل الوزير", "دبي، الإمارات العربية المتحدة (CNN)-- أعلنت"])
def test_dateline_is_found(text: str) -> None:
    span = segmenter.dateline(text)
    assert span is not None and span[0] == 0 and span[1] < len(text)


def test_no_dateline_in_a_plain_sentence() -> None:
    assert segmenter.dateline("اجتمع وزراء الخارجية في بروكسل اليوم لبحث الأزمة في أوكرانيا وتداعياتها.") is None


def test_time_grows_with_length_and_no_faster() -> None:
    def seconds(n: int) -> float:
        text = "كلمة" * n
        started = time.process_time()
        segmenter.sentences(text, tokenizer.tokenize(text))
        return time.process_time() - started

    small, large = max(min(seconds(30_000) for _ in range(3)), 2e-3), min(seconds(300_000) for _ in range(2))
    assert large < small * 60, "ten times the text may not cost a hundred times the time"
