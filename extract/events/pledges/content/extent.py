"""Where the words of what is promised end, and the condition that it hangs on: «… بشرط وقف القتال»."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document
from extract.events.pledges.action import is_action
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.content.items import AID

_BREAKS: Final = frozenset(
    ("موكدا", "موكده", "مشيرا", "مشيره", "مضيفا", "مضيفه", "لافتا", "فيما", "بينما", "حيث", "معتبرا", "معربا", "مشددا", "مبينا", "كما", "لكن", "ولكن", "غير", "وذلك", "اذ", "موضحا", "موضحه", "نافيا", "نافيه", "مبينه", "علما")
)  # fmt: skip
_ADDINGS: Final = [["الي", "جانب"], ["بالاضافه", "الي"], ["اضافه", "الي"], ["فضلا", "عن"], ["علاوه", "علي"], ["والي", "جانب"], ["وبالاضافه", "الي"]]
_ADDING: Final = frozenset(first for first, _ in _ADDINGS)
_TO_ADDED: Final = 8  # tokens from «إلى جانب» to the further sum


def end_of(document: Document, i: int, last: int) -> int:
    """Where the content ends: the sentence, a reporting adverb («… مؤكدا أن»), or a coordinated verb («… وقال»)."""
    stop = min(last, i + 50)
    for j in range(i + 1, stop):
        token, morph = document.tokens[j], document.morphs[j]
        if token.text in ".!؟" or token.text == "؛" and not _governed(document, j + 1, stop) or j > i + 3 and token.norm in _BREAKS:
            return j
        if j > i + 3 and _opens_other(document, j):
            return j - (token.norm == "حين")
        if morph is not None and morph.pos == "verb" and morph.conjunction is not None and j > i + 1 and morph.aspect in ("p", "i") and len(token.norm) > 3:
            return j
    return stop


def _governed(document: Document, j: int, stop: int) -> bool:
    """Whether what a verb governs with ب follows a semicolon that only closes what was put between: «وجه الأمير فلان، وزير الدفاع؛ | بتأمين طائرات»."""
    return j < stop and document.norms[j].startswith("ب") and is_action(document.norms[j])


def _opens_other(document: Document, j: int) -> bool:
    """Whether another clause is set against the first at ``j``: «لكنها تدرس», «في | حين ناشد», «إلا أنها»."""
    norm, before = document.norms[j], document.norms[j - 1]
    following = document.norms[j + 1] if j + 1 < len(document.norms) else ""
    return norm.startswith(("لكن", "ولكن")) or norm == "حين" and before in ("في", "علي") or norm == "الا" and following.startswith("ان")


def before_second_sum(document: Document, i: int, end: int) -> int:
    """Where a further gift with a sum of its own begins: «… 150 مليون دولار للأوقاف، وتبرعات إضافية بقيمة 50 مليون دولار»; else ``end``."""
    tokens = document.tokens
    sums = [a.start for a in document.amounts if a.kind == "money" and tokens[i].start < a.start < tokens[end - 1].end]
    for j in range(i + 3, end) if len(sums) > 1 else ():
        if tokens[j].norm.startswith("و") and stripped(tokens[j].norm) in AID and any(a < tokens[j].start for a in sums):
            behind = tokens[min(j + 6, end - 1)].end
            if any(tokens[j].start < a < behind for a in sums):
                return j
        if adds(document, j) and sums[0] < tokens[j].start and any(tokens[j].start < a < tokens[min(j + _TO_ADDED, end - 1)].end for a in sums):
            return j
    return end


def adds(document: Document, j: int) -> bool:
    """Whether a further thing is told beside the first from the token at ``j``: «إلى جانب», «فضلا عن», «بالإضافة إلى»."""
    return document.norms[j] in _ADDING and document.norms[j : j + 2] in _ADDINGS


def condition(document: Document, i: int, end: int) -> str | None:
    """The condition that the undertaking hangs on, as written: «بشرط وقف القتال»."""
    for j in range(i, end):
        if document.tokens[j].norm in ("شريطه", "بشرط", "اذا", "شرط", "مقابل"):
            return document.text[document.tokens[j].start : document.tokens[end - 1].end]
    return None
