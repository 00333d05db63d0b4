"""Persons whom no gazetteer knows, named before their titles: «، بيتينا توتشي، مساعدة الأمين العام»."""

from __future__ import annotations

from extract.arabic.person_names import name_end
from extract.arabic.person_titles import Title
from extract.arabic.person_words import Reading, is_strange


def is_joined(reading: Reading, i: int) -> bool:
    """Whether the name at token ``i`` is joined with و to what stands before it: «، ونورة الكعبي»; «وليد» has a و of its own."""
    norm, name, given = reading.document.norms[i], reading.covering.get(i), reading.lexicon.given_names
    if name is not None and name.kind == "person":
        return name.clitics.startswith("و")
    return norm.startswith("و") and norm not in given and (norm[1:] in given or norm[1:] == "عبد")


def stranger_before(reading: Reading, title: Title) -> tuple[int, int] | None:
    """Tokens of the name of a person whom nobody knows, named before his title: «، بيتينا توتشي، مساعدة الأمين العام للأمم المتحدة»."""
    tokens, given = reading.document.tokens, reading.lexicon.given_names
    end = title.first - 1
    if end < 3 or title.role is None or title.kind not in ("head", "minister"):
        return None
    if tokens[end].text not in "،,":
        return _stranger_beside(reading, title)
    begin = end
    while begin > 0 and end - begin < 5 and begin - 1 not in reading.covering and (is_strange(reading, begin - 1) or tokens[begin - 1].norm in given):
        begin -= 1
    if end - begin < 2:
        comma = next((k for k in range(end - 1, max(end - 7, 0), -1) if tokens[k].text in "،,"), end)
        begin = comma + 1 if comma < end and is_joined(reading, comma + 1) and not any(k in reading.covering for k in range(comma + 1, end)) else begin  # «، وأيمن بن توفيق المؤيد، وزير الرياضة»
    compound = begin > 0 and tokens[begin].norm in ("الدين", "الله") and begin - 1 not in reading.covering  # «عز الدين»
    begin -= compound
    arab = compound or tokens[begin].norm in given
    opened = begin > 0 and (tokens[begin - 1].text in "،,«\"" or tokens[begin - 1].norm in ("برياسه", "بقياده") or arab and (_is_verb(reading, begin - 1) or tokens[begin - 1].norm in ("مع", "بين")))
    listed = begin > 0 and tokens[begin - 1].text in "،," and tokens[begin].norm.startswith("و")  # «فلان، وزير …، ورافائيل بيريز، وزير …»
    strange = end - begin >= 2 and opened and name_end(reading, begin) == end
    if not strange or name_end(reading, title.last) > title.last or not (arab or listed) and end - begin < 3:
        return None
    return begin, end


def _is_verb(reading: Reading, i: int) -> bool:
    """Whether a verb stands at token ``i``, whose subject a name behind it is: «بحث عز الدين الأصبحي، وزير …»."""
    morph = reading.document.morphs[i]
    return morph is not None and morph.pos == "verb" and morph.enclitic is None


def _stranger_beside(reading: Reading, title: Title) -> tuple[int, int] | None:
    """Tokens of the name of a person named at once before his title: «، وعفيفي عبد الوهاب سفير مصر», «، تيان تشي السفير الصيني»."""
    tokens, given = reading.document.tokens, reading.lexicon.given_names
    end = begin = title.first
    if tokens[end].norm.startswith(("و", "ل", "ب")) and not tokens[end].norm.startswith(("وزير", "وكيل", "ولي", "وزيره")):
        return None
    while begin > 0 and end - begin < 5 and begin - 1 not in reading.covering and (is_strange(reading, begin - 1) or tokens[begin - 1].norm in given):
        begin -= 1
    joined = next((k for k in (begin - 1, begin) if k >= 0 and tokens[k].norm.startswith("و") and tokens[k].norm not in given and tokens[k].norm[1:] in given), None)
    begin = begin if joined is None else joined
    listed = joined is not None or begin > 0 and (tokens[begin - 1].text in "،," or tokens[begin - 1].norm in ("و", "من") or _is_verb(reading, begin - 1))
    presented = title.actor is not None and tokens[end].norm.startswith("ال")
    if end - begin < 2 or not listed or joined is None and tokens[begin].norm not in given and not presented:
        return None
    return (begin, end) if name_end(reading, title.last) <= title.last else None
