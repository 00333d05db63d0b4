"""Bodies that titles name and no gazetteer knows: a party, a union, a chamber of commerce, for which their heads act."""

from __future__ import annotations

from dataclasses import replace

from extract.arabic.persons.words import Reading, unclitic
from extract.arabic.types import Name

_REACH = 16  # tokens of a title with its modifiers


def body_of_adjective(reading: Reading, i: int, nisba: Name) -> Name | None:
    """The body of no state in whose name ``nisba`` stands, inside the title at token ``i``: «رئيس نقابة الصحفيين المصرية» acts for it."""
    tokens, text, heads = reading.document.tokens, reading.document.text, reading.lexicon.body_heads
    k = next((k for k in range(i + 1, min(i + _REACH, len(tokens))) if reading.covering.get(k) is nisba), i) - 1
    while k > i and k not in reading.covering:
        word = next((w for w in unclitic(tokens[k].norm) if (h := heads.get(w.removeprefix("ال"))) is not None and h.own == "yes"), None)
        if word is not None:
            start = tokens[k].start if tokens[k].norm == word else tokens[k].start + len(tokens[k].text) - len(word.removeprefix("ال"))
            article = "ال" if word.startswith("ال") and tokens[k].norm != word else ""
            name = article + " ".join(text[start : nisba.end].split())
            return replace(nisba, kind="organisation", entity_id="", actor_id=None, name_ar=name, country_code=None)
        k -= 1
    return None


def named_body(reading: Reading, start: int, end: int) -> Name | None:
    """The body that a title names and no gazetteer knows: «رئيس | غرفة تجارة الطائف», «مدير | مؤسسة الفكر»; «الجمعية» and «المؤسسة الدولية» name none."""
    tokens, text, heads = reading.document.tokens, reading.document.text, reading.lexicon.body_heads
    for k in range(start, end - 1):
        word = next((w for w in unclitic(tokens[k].norm) if (h := heads.get(w.removeprefix("ال"))) is not None and (h.own or h.acts_for in ("itself", "title"))), None)
        definite = word is not None and word.startswith("ال")
        if definite and (end - k < 3 or k and tokens[k - 1].norm.startswith("ال")):
            return None  # «مديرة المؤسسة الدولية», «اللجنة المنظمة»
        if word is not None:
            bare = tokens[k].text[-len(word.removeprefix("ال")) :]
            name = ("ال" if definite else "") + bare + text[tokens[k].end : tokens[end - 1].end]
            return Name(tokens[k].start, tokens[end - 1].end, text[tokens[k].start : tokens[end - 1].end], "organisation", "", None, " ".join(name.split()), "", None)
    return None
