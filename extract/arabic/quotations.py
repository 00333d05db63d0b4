"""Speech in an article: what stands in quotation marks or behind قال إن, and who says it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Final

from extract.arabic.spans import sentence_at
from extract.arabic.types import Document, Speech, Token

_SAY: Final = frozenset(("قال", "أضاف", "تابع", "ذكر", "أوضح", "أشار", "شدد", "صرح", "أفاد", "كشف", "أعرب", "لفت", "اعتبر", "رأى", "أكد", "أعلن", "نقل", "أبلغ"))
_QUOTE: Final = re.compile(r'«[^»]{1,2000}»|"[^"\n]{1,2000}"|“[^”]{1,2000}”')
THAT: Final = frozenset(("ان", "انه", "انها", "انهم", "بان", "بانه", "بانها"))
_UNNAMED: Final = frozenset(("مصدر", "مصادر", "المصدر", "المصادر", "مسوول", "مسوولون"))
_STOP: Final = frozenset("،,؛.:؟!«»\"“”(\n") | THAT
_BEHIND: Final = re.compile(r"[\s،,]*(?:كما|حسبما|بحسب ما|وفق ما|على ما)?\s*")
_REACH: Final = 160  # code points between the verb and the quote that it introduces
_SPEAKER: Final = 24  # tokens between the verb and «أن»


def find_speech(document: Document) -> list[Speech]:
    """Stretches of direct and reported speech in reading order; they may overlap where a quote stands in a report.

    «قال الوزير: «سنقدم الدعم»» is direct, الوزير its speaker; «أعلن الوزير أن …» is indirect up to the end of the
    sentence; «ذكرت مصادر أن …» is unnamed. A quote of under four words is a name or a phrase, no speech. A quote whose
    verb follows («…»، قال الوزير) has it too; one with no verb near has no speaker.
    """
    tokens, text = document.tokens, document.text
    verbs = [i for i in document.verbs if (m := document.morphs[i]) is not None and m.lemma in _SAY]
    ends = [tokens[i].end for i in verbs]
    out: list[Speech] = []
    for match in _QUOTE.finditer(text):
        if len(match.group().split()) < 4:
            continue
        k = bisect_right(ends, match.start())  # the first verb behind the quote's opening
        i = verbs[k - 1] if k and match.start() - ends[k - 1] < _REACH else None
        if i is None:
            k = bisect_left(ends, match.end())
            if k < len(verbs) and _BEHIND.fullmatch(text, match.end(), tokens[verbs[k]].start):
                i = verbs[k]
        verb = tokens[i] if i is not None else None
        limit = match.start() if verb and verb.end <= match.start() else len(text)
        speaker = _speaker(tokens, i + 1, limit) if i is not None else None
        out.append(_speech(match.start() + 1, match.end() - 1, "direct", verb, speaker))
    for i in verbs:
        sentence = document.sentences[sentence_at(document, i)]
        for j in range(i + 1, min(i + 1 + _SPEAKER, sentence.last_token)):
            if tokens[j].norm in THAT:
                unnamed = any(t.norm in _UNNAMED for t in tokens[i + 1 : j])
                out.append(_speech(tokens[j].start, sentence.end, "unnamed" if unnamed else "indirect", tokens[i], (tokens[i].end, tokens[j].start)))
                break
    return sorted(out, key=lambda s: s.start)


def _speech(start: int, end: int, attribution: str, verb: Token | None, speaker: tuple[int, int] | None) -> Speech:
    first, last = speaker or (None, None)
    return Speech(start, end, attribution, verb.start if verb else None, verb.end if verb else None, first, last)


def _speaker(tokens: list[Token], first: int, limit: int) -> tuple[int, int] | None:
    """Who a verb of saying names behind it, up to a mark, «أن» or the quote itself; None where it names nobody (وأضاف:)."""
    last = first
    while last < min(first + _SPEAKER, len(tokens)) and tokens[last].start < limit and tokens[last].norm not in _STOP:
        last += 1
    return (tokens[first].start, tokens[last - 1].end) if last > first else None
