"""From an HTML page to an article record: main text, title, author, date. One function: HTML and URL in, record out."""

from __future__ import annotations

import re
from typing import Any

from lxml.etree import _Element
from trafilatura import bare_extraction

from extract.articles.dates import date_line, parse_published
from extract.articles.encoding import decode
from extract.articles.metadata import read_metadata
from extract.articles.parse import beyond_a_page, parse_page

MAX_DEPTH = 400  # of nested elements, for resiliparse; lxml itself ends at 255. Real pages have some 60
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
LAYOUT_TEXT, LAYOUT_BREAKS = 500, 3  # characters and paragraphs or line breaks of a cell that holds no datum


def extract_article(html: bytes | str, url: str | None = None, charset: str | None = None, listed: str | None = None) -> dict[str, Any]:
    """The article of a page: text, title, author, url (canonical), source, published (as stated), published_basis.

    trafilatura in its precision mode; resiliparse where that finds nothing. ``text`` is empty where there is none, and
    where ``problem`` says that the markup is beyond what a page has. ``charset`` is what the HTTP header said, if anything;
    ``listed`` the date that its feed or sitemap gives, which counts where the page states none.
    """
    page = decode(html, charset) if isinstance(html, bytes) else html
    record: dict[str, Any] = {"text": "", "title": None, "author": None, "url": url, "source": None, "published": None, "published_basis": "unknown"}
    record["problem"] = beyond_a_page(page)
    if record["problem"]:
        return record
    tree = parse_page(page)
    if tree is None:
        return record
    record |= read_metadata(tree, url)
    _undo_layout(tree)
    record["text"] = _main_text(tree, url)
    if not record["text"]:
        record["text"] = _plain_text(page, main_content=True)
    if record["published"]:
        record["published_basis"] = "metadata"
    elif parse_published(listed):
        record |= {"published": listed, "published_basis": "feed"}
    else:
        record |= _dated(tree, page, url)
    return record


def _undo_layout(tree: _Element) -> None:
    """Make divisions of the tables that lay a page out, as sites of the 2000s have them; tables of data stay."""
    for cell in list(tree.iter("td")):
        breaks = sum(1 for _ in cell.iter("p", "br"))
        if breaks >= LAYOUT_BREAKS and len("".join(cell.itertext())) >= LAYOUT_TEXT:
            for element in (cell, *cell.iterancestors("tr", "tbody", "table")):
                for part in element if element.tag == "tr" else ():
                    part.tag = "div"
                element.tag = "div"


def _main_text(tree: _Element, url: str | None) -> str:
    try:
        found = bare_extraction(tree, url=url, favor_precision=True, include_comments=False)
    except (ValueError, RecursionError, AttributeError, TypeError):  # what odd markup has been seen to raise in it
        return ""
    return getattr(found, "text", None) or ""


def _plain_text(page: str, *, main_content: bool) -> str:
    """The text by resiliparse; none where elements are nested so deep that it would take minutes."""
    if _depth(page) > MAX_DEPTH:
        return ""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    return str(extract_plain_text(HTMLTree.parse(page), main_content=main_content, alt_texts=False))


def _dated(tree: _Element, page: str, url: str | None) -> dict[str, Any]:
    """The publication date by the markup's looks (htmldate), else by a line of the page that is a date."""
    from htmldate import find_date

    try:  # the extensive search takes the year of a copyright line for a date
        found = find_date(tree, extensive_search=False, original_date=True, url=url)
    except (ValueError, RecursionError, AttributeError, TypeError):
        found = None
    if found:
        return {"published": found, "published_basis": "page"}
    line = date_line(_plain_text(page, main_content=False))
    return {"published": line, "published_basis": "text"} if line else {}


def _depth(page: str) -> int:
    """How deep elements may be nested: opened and not closed, but for those that need no closing."""
    depth = deepest = 0
    for closing, name in _TAG.findall(page):
        if name.lower() in _VOID:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest


_VOID = frozenset("area base br col dd dt embed hr img input li link meta option p param source td th tr track wbr".split())
