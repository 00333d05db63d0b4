"""Direct and reported speech, and who says it."""

from __future__ import annotations

import time

import pytest

from extract.arabic import quotations
from extract.arabic.document import annotate
from extract.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "attribution", "said", "speaker"),
    [
        ("قال الوزير: «سنقدم دعما كبيرا للبنان».", "direct", "سنقدم دعما كبيرا للبنان", "الوزير"),
        ("«سنقدم دعما كبيرا للبنان»، قال وزير الخارجية.", "direct", "سنقدم دعما كبيرا للبنان", "وزير الخارجية"),
        ("أعلن المتحدث باسم الحكومة أن بلاده ستساعد لبنان.", "indirect", "أن بلاده ستساعد لبنان.", "المتحدث باسم الحكومة"),
        ("ذكرت مصادر دبلوماسية أن اللقاء تأجل.", "unnamed", "أن اللقاء تأجل.", "مصادر دبلوماسية"),
        ("وأضاف: «لن نقبل بأي شروط».", "direct", "لن نقبل بأي شروط", None),
        ("رفع المحتجون لافتة «لا للحرب في بلادنا».", "direct", "لا للحرب في بلادنا", None),
    ],
)
def test_speech_has_its_span_and_speaker(lexicon: Lexicon, text: str, attribution: str, said: str, speaker: str | None) -> None:
    (speech,) = annotate(text, None, None, lexicon).speeches
    assert (speech.attribution, text[speech.start : speech.end]) == (attribution, said)
    named = text[speech.speaker_start : speech.speaker_end].strip() if speech.speaker_start is not None else None
    assert named == speaker


def test_a_name_in_quotation_marks_is_no_speech(lexicon: Lexicon) -> None:
    assert annotate("زار الوزير مقر صحيفة «الأخبار الجديدة» في بيروت.", None, None, lexicon).speeches == []


def test_many_quotes_cost_no_more_than_their_number(lexicon: Lexicon) -> None:
    def seconds(n: int) -> float:
        document = annotate("«قال لهم إن ذلك ممكن» " * n, None, None, lexicon)
        started = time.process_time()
        assert len(quotations.find_speech(document)) >= n
        return time.process_time() - started

    small, large = min(seconds(500) for _ in range(3)), min(seconds(5_000) for _ in range(2))
    assert large < max(small, 1e-3) * 50
