"""Where the name behind a title begins: «أمين عام الحلف (الناتو) | ينس ستولتنبرغ |»."""

from __future__ import annotations

from typing import Final

from extract.arabic.persons.name_extent import name_end
from extract.arabic.persons.strangers import is_joined
from extract.arabic.persons.words import Reading

_SHORT_NAME: Final = 7  # tokens of the short name of a body with its brackets
_LETTER: Final = 3  # letters of the name of a Latin letter


def name_begin(reading: Reading, i: int) -> int:
    """Where the name behind a title begins: behind «(الناتو)،», «، » or marks before a known name; else ``i`` itself."""
    tokens = reading.document.tokens
    j = i
    if j + 1 < len(tokens) and tokens[j].text in "،,؛" and is_joined(reading, j + 1):
        return i  # «السفيرة، وفلان»: the next of a list
    if j + 2 < len(tokens) and tokens[j].text == "(":
        j = _behind_short_name(reading, j)
    if j < len(tokens) and tokens[j].text in "،,؛":
        j += 1
    while j < len(tokens) and j > i and reading.lexicon.titles.get(tokens[j].norm, ("", ""))[1] == "style":  # «المستشار، الأستاذ فلان»
        j += 1
    begin = j if j > i and name_end(reading, j) - j >= 2 else i
    while begin < len(tokens) and tokens[begin].text in ('"', "«", "»", "(", "،", ",") and begin - i < 2:
        following = reading.document.covering.get(begin + 1)
        if following is None or following.kind != "person":
            break
        begin += 1
    return begin


def _behind_short_name(reading: Reading, j: int) -> int:
    """The token behind the short name of a body in brackets at ``j``, one of several words where they are letters or a known person follows: «(الناتو)», «مدير وكالة الاستخبارات (سي آي إيه) | فلان»; else ``j``."""
    tokens = reading.document.tokens
    close = next((k for k in range(j + 2, min(j + _SHORT_NAME, len(tokens))) if tokens[k].text == ")"), None)
    if close is None:
        return j
    holder = reading.document.covering.get(close + 1)
    spelled = all(len(t.norm) <= _LETTER for t in tokens[j + 1 : close])  # «سي آي إيه»
    return close + 1 if close == j + 2 or spelled or holder is not None and holder.kind == "person" else j
