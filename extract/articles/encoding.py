"""Bytes to text: UTF-8, UTF-16 that shows as such, windows-1256, ISO-8859-6; mojibake repaired where it is detected."""

from __future__ import annotations

import re

_DECLARED = re.compile(rb'(?:charset|encoding)\s*=\s*["\']?\s*([\w-]{3,20})', re.IGNORECASE)
_ARABIC = re.compile("[\u0621-\u064a]")
# What a text begins with by which its charset is sure: a mark, or the «<» of markup in UTF-16.
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_MANY = 8  # wrong letters that no text has by chance


def decode(data: bytes, charset: str | None = None) -> str:
    """The text of ``data``; ``charset`` is what the HTTP header says, believed as little as what the page says.

    UTF-8 is taken wherever the bytes are UTF-8, all but a few broken ones; otherwise the charset that gives most Arabic
    letters. What no charset explains becomes U+FFFD, which the caller may refuse.
    """
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    try:
        return repair(data.decode("utf-8"))
    except UnicodeDecodeError:
        tolerant = data.decode("utf-8", errors="replace")
    if tolerant.count("\ufffd") <= len(_ARABIC.findall(tolerant)) / 50:
        return repair(tolerant)
    declared = _DECLARED.search(data[:2048])
    names = [charset or "", declared.group(1).decode("ascii", "ignore") if declared else "", "windows-1256", "iso-8859-6"]
    best, most = tolerant, _arabic_share(tolerant)
    for name in names:
        try:
            text = data.decode(name)
        except (LookupError, ValueError):
            continue
        if (share := _arabic_share(text)) > most:
            best, most = text, share
    return best


def repair(text: str) -> str:
    """Text that was UTF-8 read in another charset: «Ø§Ù„» or «ط§ظ„» → «ال». Anything else is returned as it is.

    Every Arabic letter then begins with Ø or Ù (Latin charsets), or with ط or ظ (windows-1256), which leaves next to
    no ا, the commonest letter of sound Arabic.
    """
    # «ا» is «ط§» then and «ل» «ظ„». Looking for a letter that is not there costs a twentieth of counting one that is.
    if ("§" in text or "„" in text) and _many(text, "طظ"):
        try:
            return text.encode("windows-1256").decode("utf-8")
        except ValueError:
            return text
    if ("Ø" in text or "Ù" in text) and _many(text, "ØÙ"):
        import ftfy

        return ftfy.fix_encoding(text)
    return text


def _many(text: str, letters: str) -> bool:
    """Whether letters are far too many beside the ا of a text."""
    return sum(map(text.count, letters)) > 2 * text.count("ا") + _MANY


def _arabic_share(text: str) -> float:
    """Arabic letters per character that is not ASCII."""
    return len(_ARABIC.findall(text)) / max(1, sum(c > "\x7f" for c in text))
