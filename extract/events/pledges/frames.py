"""The frames of giving, and the tokens of a document that open them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from extract.arabic.normalizer import fold
from extract.arabic.types import Document, Morph
from extract.events.pledges.actors.proclitics import CLITICS

Frame = dict[str, str]  # a row of seeds/pledge_frames.csv
_TO_OBJECT_OF_GIVING: Final = 5  # tokens behind «تقدم» in which the ب of its past stands


class Frames(NamedTuple):
    """The frames of seeds/pledge_frames.csv by what opens them: the folded lemma of a verb, the folded form of another word."""

    verbs: dict[str, Frame]
    forms: dict[str, Frame]


def compile_frames(rows: list[Frame]) -> Frames:
    """The frames of the rows of the table, with every form in which their words are written: «بمنحة», «والتعهدات»."""
    frames = {(fold(r["lemma"]), r["pos"]): r for r in rows}
    words = {word: frame for (lemma, pos), frame in frames.items() if pos != "verb" for word in ((lemma, lemma + "ات") if pos == "noun" else (lemma,))}
    forms = {clitic + word: frame for word, frame in words.items() for clitic in CLITICS} | words
    return Frames({lemma: r for (lemma, pos), r in frames.items() if pos == "verb"}, forms)


def frames_in(document: Document, frames: Frames) -> dict[int, Frame]:
    """The frames that tokens open, by token: a verb by lemma, a noun or a participle by form: «تعهدت», «متعهدا», «هبة»."""
    morphs, norms, (verbs, forms) = document.morphs, document.norms, frames
    out = {i: forms[norm] for i, norm in enumerate(norms) if norm in forms}
    for i in document.verbs:
        by_lemma = verbs.get(fold("قدم" if _is_present_of_giving(document, i) else morph.lemma)) if (morph := morphs[i]) is not None else None
        participle = i in out and out[i]["pos"] == "form"  # «طالبا أسلحة» is no dual
        if by_lemma is not None and not participle and (i == 0 or norms[i - 1] not in ("من", "الي", "في", "عن")):
            out[i] = by_lemma
    return dict(sorted(out.items()))


def _is_present_of_giving(document: Document, i: int) -> bool:
    """Whether «تقدم» is the present of قدم: who «تقدم» in the past does so with ب or to a place, «تقدم المجر أسلحة» has an object."""
    if document.norms[i].removeprefix("و").removeprefix("ف") != "تقدم":
        return False
    behind = document.norms[i + 1 : i + _TO_OBJECT_OF_GIVING]
    behind = behind[: next((k for k, n in enumerate(behind) if n[:1].isdigit()), len(behind))]  # «تقدم 50 طنا من الأغذية»
    return document.norms[i - 1] in ("لن", "لم", "لا", "سوف", "ان", "بان", "قد") or bool(behind) and not any(n in ("الي", "نحو", "علي", "في", "من", "بـ") or n[:1] == "ب" and len(n) > 3 for n in behind)


def lemma_at(document: Document, i: int) -> str | None:
    """The lemma of the verb at ``i``, by its object where two verbs are written alike: قدم of «بأن تقدم مساعدات»."""
    morph = document.morphs[i]
    return None if morph is None or morph.pos != "verb" else "قدم" if _is_present_of_giving(document, i) else morph.lemma


def verb_at(document: Document, i: int, frame: Frame) -> Morph | None:
    """The reading of the verb at ``i`` that the frame takes it for: «تقدم المجر أسلحة» is of قدم."""
    morph = document.morphs[i]
    return replace(morph, lemma="قدم", aspect="i") if morph is not None and frame["lemma"] == "قدم" and _is_present_of_giving(document, i) else morph
