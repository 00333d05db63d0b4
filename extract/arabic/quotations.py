"""Speech in an article: what stands in quotation marks or behind قال إن, and who says it."""

from __future__ import annotations

import re

from extract.arabic.types import Document, Speech

_SAY = frozenset(("قال", "أضاف", "تابع", "ذكر", "أوضح", "أشار", "شدد", "صرح", "أفاد", "كشف", "أعرب", "لفت", "اعتبر", "رأى", "أكد", "أعلن", "نقل", "أبلغ"))
_QUOTE = re.compile(r'«[^»]{1,2000}»|"[^"\n]{1,2000}"|“[^”]{1,2000}”')
_THAT = frozenset(("ان", "انه", "انها", "انهم", "بان", "بانه", "بانها"))
_UNNAMED = frozenset(("مصدر", "مصادر", "المصدر", "المصادر", "مسوول", "مسوولون"))


def find_speech(document: Document) -> list[Speech]:
    """Stretches of direct and reported speech in reading order; they may overlap where a quote stands in a report."""
    tokens, text = document.tokens, document.text
    out: list[Speech] = []
    verbs = [i for i, m in enumerate(document.morphs) if m is not None and m.pos == "verb" and m.lemma in _SAY]
    for match in _QUOTE.finditer(text):
        if len(match.group().split()) < 4:
            continue  # a name or a phrase in quotation marks
        before = [i for i in verbs if tokens[i].end <= match.start() and match.start() - tokens[i].end < 160]
        verb = tokens[before[-1]] if before else None
        out.append(Speech(match.start() + 1, match.end() - 1, "direct", verb.start if verb else None, verb.end if verb else None, verb.end if verb else None, match.start() if verb else None))
    ends = {s.first_token: s for s in document.sentences}
    bounds = sorted(ends)
    for i in verbs:
        sentence = next((ends[b] for b in reversed(bounds) if b <= i), None)
        if sentence is None:
            continue
        for j in range(i + 1, min(i + 25, sentence.last_token)):
            if tokens[j].norm in _THAT:
                speaker = {t.norm for t in tokens[i + 1 : j]}
                kind = "unnamed" if speaker & _UNNAMED else "indirect"
                out.append(Speech(tokens[j].start, sentence.end, kind, tokens[i].start, tokens[i].end, tokens[i].end, tokens[j].start))
                break
    return sorted(out, key=lambda s: s.start)
