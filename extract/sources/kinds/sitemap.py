"""kind: sitemap. Plain and news sitemaps, their index files, packed or not, and lists of URLs as text; latest first."""

from __future__ import annotations

import re
import time
from collections.abc import AsyncIterator
from datetime import timezone
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree

from extract.articles.dates import parse_published
from extract.sources.address import Blocked
from extract.sources.files import TooLarge, unpack
from extract.sources.http import MAX_PLAIN
from extract.sources.items import Item, Refused
from extract.sources.kinds.feed import declares_entities
from extract.sources.memory import Link, due_links, note_links
from extract.sources.pages import visit_pages
from extract.sources.polite import Visitor

MAX_SITEMAPS = 50  # files of an index that a night reads
MAX_LINKS = 50_000  # of one file, as the protocol has it (sitemaps.org)


async def fetch(source: dict[str, Any], visitor: Visitor) -> AsyncIterator[Item]:
    """The pages that the sitemap at ``source["url"]`` names and ``source["match"]`` finds, as far as they are due."""
    waiting, seen = [Link(source["url"], {})], set[str]()
    while waiting and len(seen) < MAX_SITEMAPS:
        waiting.sort(key=lambda link: link.changed_at or 0.0)
        url = waiting.pop().url
        if url in seen:
            continue
        seen.add(url)
        try:
            answer = await visitor.get(url)
            links, sitemaps = read_sitemap(unpack(answer.body, MAX_PLAIN), answer.url) if answer else ([], [])
        except OSError as error:
            if len(seen) == 1:
                raise  # the source itself; one of many sitemaps may fail
            yield Refused(url, error.reason if isinstance(error, Blocked | TooLarge) else "bad_sitemap", str(error))
            continue
        waiting += sitemaps
        here = [link for link in links if same_site(link.url, source["url"])]
        if len(here) < len(links):
            why = f"{url} names {len(links) - len(here)} pages of other sites, which are not visited"
            yield Refused(url, "other_site", why)
        wanted = re.compile(source.get("match") or "")
        note_links(visitor.memory, [link for link in here if wanted.search(link.url)], time.time())
    if waiting:
        yield Refused(source["url"], "too_many_sitemaps", f"{source['url']} has more than {MAX_SITEMAPS} sitemaps; the latest were read")
    async for item in visit_pages(visitor, due_links(visitor.memory, time.time())):
        yield item


def read_sitemap(data: bytes, address: str) -> tuple[list[Link], list[Link]]:
    """The pages and the further sitemaps that a sitemap names. Raises Blocked for what is none."""
    if declares_entities(data):
        raise Blocked("entities", f"{address} declares XML entities, which no sitemap needs: refused")
    if not data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        lines = data.decode("utf-8", errors="replace").split()
        pages = [Link(line, {"basis": "feed"}) for line in lines[:MAX_LINKS] if line.startswith(("http://", "https://"))]
        if not pages:
            raise Blocked("bad_sitemap", f"{address} is no sitemap: neither XML nor a list of URLs")
        return pages, []
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    root = etree.fromstring(data, parser)
    name = etree.QName(root).localname if root is not None else "nothing"
    if name not in ("urlset", "sitemapindex"):
        raise Blocked("bad_sitemap", f"{address} is no sitemap: its first element is {name}")
    links = [link for element in root[:MAX_LINKS] if (link := _link(element, address))]
    return ([], links) if name == "sitemapindex" else (links, [])


def same_site(url: str, other: str) -> bool:
    """Whether two URLs are of one site: the same host, or one below the other; www. makes no difference."""
    a, b = ((urlsplit(u).hostname or "").removeprefix("www.") for u in (url, other))
    return a == b or a.endswith("." + b) or b.endswith("." + a)


def _link(element: Any, address: str) -> Link | None:
    """One <url> or <sitemap>, its words under their local names, whatever the namespace."""
    fields: dict[str, str] = {}
    for child in element.iterdescendants():
        if isinstance(child.tag, str) and child.text and child.text.strip():
            fields.setdefault(etree.QName(child).localname, child.text.strip())
    if "loc" not in fields:
        return None
    changed = parse_published(fields.get("lastmod") or fields.get("publication_date"))
    listed = {"title": fields.get("title"), "published": fields.get("publication_date")}
    return Link(
        urljoin(address, fields["loc"]), {k: v for k, v in listed.items() if v} | {"basis": "feed"},
        changed.replace(tzinfo=timezone.utc).timestamp() if changed else None,
    )  # fmt: skip
