"""Persons whom no gazetteer knows, named before their titles: «، بيتينا توتشي، مساعدة الأمين العام»."""

from __future__ import annotations

from typing import Final

from extract.arabic.persons.name_extent import name_end
from extract.arabic.persons.titles import Title
from extract.arabic.persons.words import FATHERS, Reading, is_strange, opens_title, opens_worded_name

_LONGEST: Final = 6  # tokens of the name
LED: Final = frozenset(("برياسه", "بقياده"))  # before who leads a delegation
_OPENERS: Final = frozenset(("برياسه", "بقياده", "بحضور", "وبحضور", "بمشاركه", "مع", "بين", "وبين", "من", "لقاء", "استقبال", "بلقاء", "باستقبال"))  # before a name

_LISTING: Final = frozenset(("الوفد", "الاجتماع", "اللقاء", "الاستقبال", "المباحثات", "الجلسه", "الموتمر", "القمه", "المنتدي", "الندوه", "كذلك", "ايضا", "بينهم", "منهم", "ضمنهم", "وهم", "المرافق", "الرسمي", "بمعيته", "سموه", "كلا", "العهد"))  # before the first of a list: «حضر الاجتماع | فلان رئيس البرلمان»


def is_joined(reading: Reading, i: int) -> bool:
    """Whether the name at token ``i`` is joined with و to what stands before it: «، ونورة الكعبي»; «وليد» has a و of its own."""
    norm, name, given = reading.document.norms[i], reading.document.covering.get(i), reading.lexicon.given_names
    if name is not None and name.kind == "person":
        return name.clitics.startswith("و")
    return norm.startswith("و") and norm not in given and (norm[1:] in given or norm[1:] == "عبد")


def stranger_before(reading: Reading, title: Title) -> tuple[int, int] | None:
    """Tokens of the name of a person whom nobody knows, named before his title: «، بيتينا توتشي، مساعدة الأمين العام للأمم المتحدة»."""
    tokens = reading.document.tokens
    if title.first < 3 or title.role is None or title.kind not in ("head", "minister"):
        return None
    comma = tokens[title.first - 1].text in "،,"
    if tokens[title.first].norm.startswith(("و", "ل", "ب")) and tokens[title.first].norm not in reading.lexicon.title_heads:
        return None
    end = title.first - comma
    for begin in range(max(end - _LONGEST, 0), end - 1):
        if _is_stranger(reading, title, begin, end) and name_end(reading, title.last) <= title.last:
            return begin, end
    return None


def leader_at(reading: Reading, i: int) -> tuple[int, int] | None:
    """Tokens of the name of a person whom nobody knows and who has no title, at ``i`` behind «برئاسة»: «وفد حزبي برئاسة | سامي دقماق»; None where no Arab name of two words stands there, or a title behind it."""
    tokens, lexicon = reading.document.tokens, reading.lexicon
    if i + 1 >= len(tokens) or i in reading.document.covering or tokens[i].norm not in lexicon.first_names and tokens[i].norm != "عبد" or opens_title(tokens[i].norm, lexicon):
        return None
    end = name_end(reading, i)
    if end - i < 2 or end < len(tokens) and tokens[end].text in "،," and end + 1 < len(tokens) and opens_title(tokens[end + 1].norm, lexicon) or end < len(tokens) and opens_title(tokens[end].norm, lexicon):
        return None
    return i, end


def _is_stranger(reading: Reading, title: Title, begin: int, end: int) -> bool:
    """Whether tokens ``begin:end`` are all of a name, and what stands before them lets one begin."""
    tokens, given = reading.document.tokens, reading.lexicon.given_names
    if begin in reading.document.covering or tokens[begin].kind != "word":
        return False
    joined = is_joined(reading, begin)
    arab = joined or tokens[begin].norm in given or tokens[begin].norm in ("عبد", "ابو") or tokens[begin + 1].norm in FATHERS or opens_worded_name(reading, begin)
    before = tokens[begin - 1] if begin else None
    if before is None or not joined and not (before.text in "،,«\"" or before.norm in _OPENERS or before.norm in _LISTING or before.norm == "و" or _is_verb(reading, begin - 1)):
        return False
    unknown = all(k not in reading.document.covering and (is_strange(reading, k) or k == begin and joined or tokens[k].norm in given) for k in range(begin, end))
    if not unknown and name_end(reading, begin, 1 if joined else 0) != end:
        return False
    presented = title.actor is not None and tokens[title.first].norm.startswith("ال")  # «، تيان تشي السفير الصيني»
    listed = before.text in "،," and tokens[begin].norm.startswith("و")  # «فلان، وزير …، ورافائيل بيريز، وزير …»
    if title.last == title.first + 1 and not tokens[title.first].norm.startswith("ال"):
        return False  # «بحر قزوين ملك للدول المطلة عليه»: a predicate
    behind = end < title.first and (end - begin > 2 or before.text not in "،,")
    return arab or listed or presented or behind or before.norm in _LISTING or before.norm in _OPENERS and before.norm != "من"


def _is_verb(reading: Reading, i: int) -> bool:
    """Whether a verb stands at token ``i``, whose subject a name behind it is: «بحث عز الدين الأصبحي، وزير …»."""
    morph = reading.document.morphs[i]
    return morph is not None and morph.pos == "verb" and morph.enclitic is None
