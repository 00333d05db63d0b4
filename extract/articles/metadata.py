"""What a page says of itself: title, author, outlet, canonical URL, publication time. From JSON-LD, meta tags and markup."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from lxml.etree import XPath, _Element

from extract.articles.dates import parse_published

MAX_WORDS = 1_000  # characters of anything that a page says of itself in words
_ARTICLE = re.compile(r"Article|BlogPosting|ReportageNews|Report$")
_DATE_KEYS = (
    "article:published_time", "og:published_time", "datepublished", "publish-date", "publishdate", "pubdate", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.created", "cxenseparse:recs:publishtime",
)  # fmt: skip
_BYLINE = re.compile(r"^\W*(?:(?:بقلم|كتب(?:ه|ت|ها)?|إعداد|اعداد|تحرير|الكاتب|by)\b\s*[:：/]?\s*)", re.IGNORECASE)
_TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|igshid|mc_[ce]id|at_\w+|cmpid|ocid|traffic_source|xtor)$", re.IGNORECASE)
# From the attributes to their elements: three times as fast as asking every element for its attributes.
_BYLINES = XPath(
    '((descendant::*/@rel[. = "author"] | descendant::*/@itemprop[. = "author"]'
    ' | descendant::*/@class[contains(., "byline") or contains(., "author-name")])/..)[position() < 6]'
)


def read_metadata(tree: _Element, url: str | None) -> dict[str, Any]:
    """title, author, source, url, published (as stated) of a parsed page; None for what it does not say.

    The canonical URL counts only where it is of the same site as ``url``: no page can pass for another outlet's.
    """
    said: dict[str, str] = {}  # the first of each meta tag, by its name in lower case
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if key and (meta.get("content") or "").strip():
            said.setdefault(key.lower(), " ".join(meta.get("content")[:MAX_WORDS].split()))
    ld = next(_articles(tree), {})
    canonical = next((link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"), None)
    site = said.get("og:site_name") or _name(ld.get("publisher")) or _site_of_title(tree)
    return {
        "title": _title(tree, said, ld, site), "author": _author(tree, said, ld), "source": site,
        "url": _canonical(url, canonical, said.get("og:url"), ld.get("url")), "published": _published(tree, said, ld),
    }  # fmt: skip


def plain_url(url: str) -> str:
    """A URL without what does not name the article: fragment, tracking parameters, default port, case of the host."""
    try:
        parts = urlsplit(url.strip())
        port = f":{parts.port}" if parts.port and parts.port != {"http": 80, "https": 443}.get(parts.scheme) else ""
    except ValueError:
        return url
    if not parts.hostname:
        return url
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(k, v) for k, v in pairs if not _TRACKING.match(k)]
    query = parts.query if len(kept) == len(pairs) else urlencode(kept)
    return urlunsplit((parts.scheme.lower(), parts.hostname + port, parts.path or "/", query, ""))


def same_site(url: str, other: str) -> bool:
    """Whether two URLs are of one site: the same host, or one below the other; www. and m. make no difference."""
    try:
        a, b = (re.sub(r"^(?:www|m|amp)\.", "", urlsplit(u).hostname or "") for u in (url, other))
    except ValueError:
        return False
    return bool(a and b) and (a == b or a.endswith("." + b) or b.endswith("." + a))


def _canonical(url: str | None, *stated: Any) -> str | None:
    for candidate in stated:
        if not isinstance(candidate, str) or not candidate.strip():
            continue
        try:
            full = urljoin(url or "", candidate.strip())
        except ValueError:
            continue
        rooted = urlsplit(full).path not in ("", "/")  # a home page as canonical is a mistake of the site
        if full.startswith(("http://", "https://")) and rooted and (url is None or same_site(full, url)):
            return plain_url(full)
    return url


def _articles(tree: _Element) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that are articles, then any that has a publication date."""
    dated = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            waiting = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting += node[:50]
            elif isinstance(node, dict):
                waiting += [node[k] for k in ("@graph", "mainEntity") if isinstance(node.get(k), (list, dict))]
                if _ARTICLE.search(str(node.get("@type"))):
                    yield node
                elif node.get("datePublished"):
                    dated.append(node)
    yield from dated


def _name(value: Any) -> str | None:
    """The name of a JSON-LD person or organisation, or of the first of several."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return (" ".join(value[:MAX_WORDS].split()) or None) if isinstance(value, str) else None


def _title(tree: _Element, said: dict[str, str], ld: dict[str, Any], site: str | None) -> str | None:
    stated = said.get("og:title") or _name(ld.get("headline")) or said.get("twitter:title")
    heads = [t for h in tree.iter("h1") if len(t := _words(h)) > 8 and t != site]
    title = _words(next(tree.iter("title"), None))
    whole = stated or title
    for head in heads:
        if not whole or head in whole or whole in head:
            return head
    if site and whole:
        whole = re.sub(rf"\s*[|\-–—:»]\s*{re.escape(site)}\s*$|^\s*{re.escape(site)}\s*[|\-–—:»]\s*", "", whole) or whole
    if not stated and heads:
        return max(heads, key=len)
    if not stated and " " in whole:  # «page title - site» or «site : page title»: the longer part is the title
        whole = max(re.split(r"\s+[|\-–—»:]\s+", whole), key=len)
    return whole or (heads[0] if heads else None)


def _site_of_title(tree: _Element) -> str | None:
    """The outlet in «headline | outlet» or «headline - outlet», where the page's headline tells the two apart."""
    parts = re.split(r"\s+[|\-–—»:]\s+", _words(next(tree.iter("title"), None)))
    heads = {_words(h) for h in tree.iter("h1", "h2")}
    others = [p for p in parts if p not in heads]
    return others[0] if len(parts) == 2 and len(others) == 1 and len(others[0]) < 40 else None


def _author(tree: _Element, said: dict[str, str], ld: dict[str, Any]) -> str | None:
    for stated in (_name(ld.get("author")), said.get("author"), said.get("article:author"), said.get("dc.creator")):
        if stated and not stated.startswith("http") and len(stated) < 80:
            return _BYLINE.sub("", stated)
    for element in _BYLINES(tree):
        written = _BYLINE.sub("", _words(element))
        if 3 < len(written) < 60:
            return written
    return None


def _published(tree: _Element, said: dict[str, str], ld: dict[str, Any]) -> str | None:
    times = (t.get("datetime") for t in tree.iter("time") if t.get("pubdate") is not None or t.get("itemprop") == "datePublished")
    for stated in (ld.get("datePublished"), *(said.get(k) for k in _DATE_KEYS), *times):
        if isinstance(stated, str) and len(stated) < 60 and parse_published(stated):
            return stated.strip()
    return None


def _words(element: _Element | None) -> str:
    return " ".join("".join(element.itertext())[:MAX_WORDS].split()) if element is not None else ""
