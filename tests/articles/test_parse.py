"""Pages to trees: the same tree as trafilatura's own parser gives, of sound markup and of odd."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.etree import tostring
from lxml.html import HtmlElement
from trafilatura.utils import load_html

from extract.articles.encoding import decode
from extract.articles.parse import parse_page
from tests.articles.reading import ARABIC, page

SITES = sorted((Path(__file__).parent / "sites").glob("*.html"))
DTD = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">'
ODD = {
    "plain": page(ARABIC),
    "controls": page(f"{ARABIC}\x00\x08\x0b\x1f\ufffe\uffff و\x00غادر"),
    "xml": '<?xml version="1.0" encoding="windows-1256"?>' + page(ARABIC),
    "said to be windows-1256": page(ARABIC, head='<meta charset="windows-1256">'),
    "dtd": f"{DTD}\n{page(ARABIC)}",
    "dtd in one long line": f"{DTD}{page(*[ARABIC] * 60)}",
    "root closed at once": f"<html lang='ar'/>\n<body><p>{ARABIC}</p></body>",
    "fragment": f"<p>{ARABIC}</p>",
    "fragments": f"<p>{ARABIC}</p><p>{ARABIC}</p>",
    "comments": page(f"<!-- {ARABIC} -->{ARABIC}<?php echo ?>"),
    "forms": page(f"<form><input name=a value=b><textarea>{ARABIC}</textarea><label for=a>ب</label><select><option>ج</select></form>"),
    "frames": f"<html><frameset><frame src=a></frameset><noframes>{ARABIC}</noframes></html>",
    "two bodies": f"<body><p>{ARABIC}</p></body><body><p>{ARABIC}</p></body>",
    "no markup": ARABIC,
    "nothing": "",
}


@pytest.mark.parametrize("markup", [*ODD.values(), *(decode(p.read_bytes()) for p in SITES)], ids=[*ODD, *(p.stem for p in SITES)])
def test_the_tree_is_that_of_trafilatura(markup: str) -> None:
    ours, theirs = parse_page(markup), load_html(markup)
    assert (ours is None) == (theirs is None)
    if ours is not None:
        assert tostring(ours) == tostring(theirs)
        assert all(type(element) is HtmlElement for element in ours.iter())


def test_halves_of_surrogate_pairs_are_dropped() -> None:
    tree = parse_page(page(f"\ud800{ARABIC}\udfff"))
    assert tree is not None and tree.text_content() == ARABIC
