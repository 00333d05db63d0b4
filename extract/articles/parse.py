"""From the text of a page to its tree, as trafilatura parses it, and faster where both give the same; what no parser is given."""

from __future__ import annotations

import re

from lxml.etree import ElementDefaultClassLookup, LxmlError
from lxml.html import HtmlComment, HtmlElement, HtmlEntity, HTMLParser, HtmlProcessingInstruction, fromstring
from trafilatura.utils import repair_faulty_html

MAX_TAGS = 60_000  # a page with more is markup gone wild, and extraction takes more than linear time
MAX_ATTRIBUTES = 1_000  # of one tag: parsers of HTML and of feeds compare each with all others
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{8000,}")
_BEGIN = 4096  # characters in which trafilatura mends a document type or a root element
_CONTROLS = bytes([*range(9), 11, 12, *range(14, 32)])  # no XML holds them
_PARSER = HTMLParser(collect_ids=False, default_doctype=False, encoding="utf-8", remove_comments=True, remove_pis=True)
# One class for all elements: lxml.html's own lookup asks Python for each, to tell forms and inputs, which nobody reads here.
_PARSER.set_element_class_lookup(ElementDefaultClassLookup(element=HtmlElement, comment=HtmlComment, pi=HtmlProcessingInstruction, entity=HtmlEntity))


def parse_page(page: str) -> HtmlElement | None:
    """The root element of a page; None for what is no markup."""
    begin = page[:_BEGIN]
    mended = repair_faulty_html(begin, begin[:50].lower())
    if "\n" not in begin:
        mended = mended.rstrip("\n")  # it ends a first line that is longer
    if mended != begin:
        page = mended + page[_BEGIN:]
    plain = page.replace("\ufffe", "").replace("\uffff", "").encode("utf-8", "ignore").translate(None, _CONTROLS)
    try:
        tree = fromstring(plain, parser=_PARSER)
    except (LxmlError, ValueError):
        return None
    return None if len(tree) < 2 and "html" not in begin[:50].lower() else tree


def beyond_a_page(page: str) -> str | None:
    """What makes markup more than a parser reads in seconds; None for a page."""
    return f"more than {MAX_TAGS:,} tags" if page.count("<") > MAX_TAGS else long_tag(page)


def long_tag(markup: str) -> str | None:
    """What makes a tag more than a parser reads in seconds; None where all are sound."""
    many = any(tag.count("=") > MAX_ATTRIBUTES for tag in _LONG_TAG.findall(markup))
    return f"a tag with more than {MAX_ATTRIBUTES:,} attributes" if many else None
