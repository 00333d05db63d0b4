"""Which language a text is in: Arabic is read, its neighbours in script and all others go aside."""

from __future__ import annotations

import re

_ARABIC = re.compile("[\u0621-\u064a]")
_LETTER = re.compile(r"[^\W\d_]")
# Letters that Arabic does not have: Persian, Urdu, Kurdish, Uyghur.
_FOREIGN = {"fa": "پچژگ", "ur": "ٹڈڑےںھہ", "ckb": "ڕڵۆێە", "ug": "ەېۇۈۆ"}
_FUNCTION_WORDS = {"fa": ("است", "که", "این", "را", "می", "های"), "ur": ("ہے", "کے", "میں", "اور", "نے")}


def detect(text: str) -> str:
    """ISO 639 code: ar, fa, ur, ckb, ug, or the detector's guess for another script; «und» where there are no letters.

    Arabic texts quote Persian names, so a few foreign letters are no veto: one in fifty is.
    """
    sample = text[:6000]
    letters = len(_LETTER.findall(sample))
    if not letters:
        return "und"
    if len(_ARABIC.findall(sample)) / letters < 0.5 and not re.search("[\u0671-\u06d5]", sample):
        from resiliparse.parse.lang import detect_fast

        found = detect_fast(sample)[0]
        return "und" if found in ("ar", "unknown") else found
    shares = {code: sum(map(sample.count, chars)) / letters for code, chars in _FOREIGN.items()}
    code = max(shares, key=shares.__getitem__)
    if shares[code] > 0.02:
        words = set(sample.split())
        for other, function_words in _FUNCTION_WORDS.items():
            if len(words & set(function_words)) >= 2:
                return other
        return code
    return "ar"
