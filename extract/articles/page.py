"""From an HTML page to an article record: main text, title, author, date. One function: HTML and URL in, record out."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from extract.articles.encoding import decode

_MAX_DEPTH_HINT = 20_000  # tags; a page with more is markup gone wild and costs quadratic time


def extract_article(html: bytes | str, url: str | None = None) -> dict[str, Any]:
    """The article of a page: text, title, author, url (canonical), source, published (ISO or None), published_basis.

    trafilatura in its precision mode, resiliparse where that finds nothing. ``text`` is empty where there is none.
    """
    from trafilatura import bare_extraction
    from trafilatura.settings import use_config

    text = decode(html) if isinstance(html, bytes) else html
    record: dict[str, Any] = {"text": "", "title": None, "author": None, "url": url, "source": None, "published": None, "published_basis": "unknown"}
    if text.count("<") > _MAX_DEPTH_HINT * 5:
        return record
    config = use_config()
    config.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")
    try:
        found = bare_extraction(
            text, url=url, favor_precision=True, include_comments=False, include_tables=True, with_metadata=True, config=config,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )  # fmt: skip
    except (ValueError, RecursionError, AttributeError, TypeError):
        found = None
    if found is not None:
        row = found.as_dict() if hasattr(found, "as_dict") else dict(found)
        record |= {"text": row.get("text") or "", "title": row.get("title"), "author": row.get("author"), "source": row.get("sitename"), "url": row.get("url") or url}
        if row.get("date"):
            record |= {"published": row["date"], "published_basis": "page"}
    exact = _metadata_date(text)
    if exact:
        record |= {"published": exact, "published_basis": "metadata"}
    if not record["text"]:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.html import HTMLTree

        record["text"] = extract_plain_text(HTMLTree.parse(text), main_content=True, alt_texts=False)
    return record


_JSON_LD = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_META = re.compile(
    r'<meta[^>]{0,200}(?:property|name|itemprop)\s*=\s*["\'](?:article:published_time|datePublished|og:published_time|publish-date|parsely-pub-date)["\'][^>]{0,80}content\s*=\s*["\']([^"\']{8,40})["\']',
    re.IGNORECASE,
)


def _metadata_date(html: str) -> str | None:
    """The publication time that a page's JSON-LD or meta tags state."""
    for pattern in (_JSON_LD, _META):
        match = pattern.search(html[:400_000])
        if match:
            try:
                dt.datetime.fromisoformat(match.group(1).strip().replace("Z", "+00:00"))
            except ValueError:
                continue
            return match.group(1).strip()
    return None
