"""Bytes to text: UTF-8, UTF-16 with a mark, windows-1256, ISO-8859-6; mojibake repaired where it is detected."""

from __future__ import annotations

import re

_DECLARED = re.compile(rb'charset\s*=\s*["\']?\s*([\w-]{3,20})', re.IGNORECASE)
_MOJIBAKE = re.compile("[ØÙ][\u0080-\u00bf§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿†‡ˆ‰‹]")


def decode(data: bytes) -> str:
    """The text of ``data``; what no charset explains becomes U+FFFD, which the caller may refuse."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    try:
        return repair(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:2048])
    names = [declared.group(1).decode("ascii", "ignore")] if declared else []
    best, best_share = data.decode("utf-8", errors="replace"), -1.0
    for name in [*names, "windows-1256", "iso-8859-6"]:
        try:
            text = data.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
        share = sum("\u0621" <= c <= "\u064a" for c in text[:4000]) / max(1, min(len(text), 4000))
        if share > best_share:
            best, best_share = text, share
    return best


def repair(text: str) -> str:
    """Text that was UTF-8 read as Latin: «Ø§Ù„» → «ال». Anything else is returned as it is."""
    if len(_MOJIBAKE.findall(text[:4000])) < 8:
        return text
    import ftfy

    return ftfy.fix_encoding(text)
