"""Bytes to text: charsets that lie, and mojibake."""

from __future__ import annotations

import pytest

from extract.articles.encoding import decode, repair
from tests.articles.reading import ARABIC, page, read

TEXT = ARABIC + " «وقال الوزير»"


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("said", [None, "utf-8", "windows-1256", "iso-8859-1", "no-such-charset", "utf-16"])
def test_charsets_are_recognised_whatever_is_said_of_them(charset: str, said: str | None) -> None:
    text = ARABIC if charset == "iso-8859-6" else TEXT
    meta = f'<meta charset="{said}">' if said else ""
    assert decode((meta + text).encode(charset), said) == meta + text


def test_a_few_broken_bytes_do_not_change_the_charset() -> None:
    data = TEXT.encode()
    assert decode(data[:100] + b"\xff" + data[100:]).replace("\ufffd", "") == TEXT
    assert decode(data[:-1])[:-1] == TEXT[:-1]


def test_replacement_characters_of_the_page_itself_do_not_change_the_charset() -> None:
    text = "Ошибка � кодировки � на � странице"
    assert decode(text.encode()) == decode(text.encode(), "windows-1256") == text


@pytest.mark.parametrize("wrong", ["latin-1", "windows-1252", "windows-1256"])
def test_mojibake_is_repaired(wrong: str) -> None:
    text = "التقى وزير الخارجية المصري نظيره التركي في القاهرة اليوم وبحثا الأوضاع في المنطقة"
    mojibake = text.encode().decode(wrong, errors="ignore" if wrong == "windows-1252" else "strict")
    if wrong == "windows-1252":
        text, mojibake = "المنطقة الغربية " * 4, ("المنطقة الغربية " * 4).encode().decode("cp1252", errors="replace").replace("\ufffd", "\x81")
        assert "المنط" in repair(mojibake)
    else:
        assert repair(mojibake) == text


@pytest.mark.parametrize("text", [TEXT, "Størst Økonomi i København på Ærø og Ølstykke Ø Ø Ø", "طظ طظ طظ", "", "ظ§ ط§"])
def test_what_is_no_mojibake_stays(text: str) -> None:
    assert repair(text) == text


def test_the_charset_of_the_answer_is_used() -> None:
    found = read(page(ARABIC).encode("iso-8859-6"), headers='{"content-type": "text/html; charset=ISO-8859-6"}')
    assert found["text"] == ARABIC
