"""Bodies that titles name and no gazetteer knows: a party, a union, a chamber of commerce, for which their heads act."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.persons.words import Reading, is_strange, unclitic
from extract.arabic.types import Name

_REACH: Final = 16  # tokens of a title with its modifiers


def body_of_adjective(reading: Reading, i: int, nisba: Name) -> Name | None:
    """The body of no state in whose name ``nisba`` stands, inside the title at token ``i``: «رئيس نقابة الصحفيين المصرية» acts for it."""
    tokens, text, heads = reading.document.tokens, reading.document.text, reading.lexicon.body_heads
    k = next((k for k in range(i + 1, min(i + _REACH, len(tokens))) if reading.document.covering.get(k) is nisba), i) - 1
    while k > i and k not in reading.document.covering:
        word = next((w for w in unclitic(tokens[k].norm) if (h := heads.get(w.removeprefix("ال"))) is not None and h.own == "yes"), None)
        if word is not None:
            start = tokens[k].start if tokens[k].norm == word else tokens[k].start + len(tokens[k].text) - len(word.removeprefix("ال"))
            article = "ال" if word.startswith("ال") and tokens[k].norm != word else ""
            name = article + " ".join(text[start : nisba.end].split())
            return replace(nisba, kind="organisation", entity_id="", actor_id=None, name_ar=name, country_code=None)
        k -= 1
    return None


def body_of_state(reading: Reading, i: int, state: Name) -> Name | None:
    """The body that acts for itself and has a state's name in its own, inside the title at token ``i``: «مديرة مؤسسة فرنسا الحرة», «رئيس حزب مصر الفتاة»."""
    tokens, heads = reading.document.tokens, reading.lexicon.body_heads
    k = next((k for k in range(i + 1, min(i + _REACH, len(tokens))) if reading.document.covering.get(k) is state), i)
    head = next((h for h in (k - 1, k - 2) if h > i and (b := heads.get(tokens[h].norm)) is not None and b.acts_for == "itself"), None)
    if head is None or head == k - 2 and not is_strange(reading, k - 1):
        return None
    while k < len(tokens) and reading.document.covering.get(k) is state:
        k += 1
    while k < len(tokens) and k not in reading.document.covering and (m := reading.document.morphs[k]) is not None and m.pos == "adj" and m.definite and not (m.preposition or m.conjunction):
        k += 1
    start, end = tokens[head].start, tokens[k - 1].end
    text = reading.document.text[start:end]
    return Name(start, end, text, "organisation", "", None, " ".join(text.split()), "", None)


def named_body(reading: Reading, start: int, end: int) -> Name | None:
    """The body that a title names and no gazetteer knows: «رئيس | غرفة تجارة الطائف», «مدير | مؤسسة الفكر»; «الجمعية» and «المؤسسة الدولية» name none."""
    tokens, text, heads = reading.document.tokens, reading.document.text, reading.lexicon.body_heads
    for k in range(start, end - 1):
        word = next((w for w in unclitic(tokens[k].norm) if (h := heads.get(w.removeprefix("ال"))) is not None and (h.own or h.acts_for in ("itself", "title"))), None)
        definite = word is not None and word.startswith("ال")
        if definite and (end - k < 3 or k and tokens[k - 1].norm.startswith("ال") and not tokens[k].norm.startswith("لل")):
            return None  # «مديرة المؤسسة الدولية», «اللجنة المنظمة»
        if word is not None:
            bare = tokens[k].text[-len(word.removeprefix("ال")) :]
            name = ("ال" if definite else "") + bare + text[tokens[k].end : tokens[end - 1].end]
            return Name(tokens[k].start, tokens[end - 1].end, text[tokens[k].start : tokens[end - 1].end], "organisation", "", None, " ".join(name.split()), "", None)
    return None
