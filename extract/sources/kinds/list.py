"""kind: list. List pages (a section, a category) and a pattern that tells the links to articles from the others."""

from __future__ import annotations

import re
import time
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urldefrag, urljoin

from lxml import etree, html

from extract.articles.encoding import decode
from extract.articles.parse import beyond_a_page
from extract.sources.address import Blocked
from extract.sources.items import Item, Refused
from extract.sources.memory import Link, due_links, note_links
from extract.sources.pages import no_text, visit_pages
from extract.sources.polite import Visitor

MAX_LINKS = 1000


async def fetch(source: dict[str, Any], visitor: Visitor) -> AsyncIterator[Item]:
    """The pages that the list at ``source["url"]`` (one or several) links and ``source["match"]`` finds."""
    urls, failed = source["url"] if isinstance(source["url"], list) else [source["url"]], 0
    for url in urls:
        try:
            answer = await visitor.get(url)
        except Blocked as error:
            failed += 1
            if failed == len(urls):
                raise  # all of them; one of several may fail
            yield Refused(url, error.reason, str(error))
            continue
        if answer is None:
            continue
        page = decode(answer.body)
        beyond = beyond_a_page(page)
        if beyond:
            yield Refused(url, "bad_markup", f"{url} is beyond what a page has: {beyond}")
            continue
        links = [] if no_text(answer.body) else find_links(page, answer.url, source["match"])
        if not links:
            yield Refused(url, "no_links", f"{url} has no link that {source['match']} finds: has the site been rebuilt?")
        if len(links) > MAX_LINKS:
            why = f"{url} has {len(links)} links that {source['match']} finds; the first {MAX_LINKS} were taken"
            yield Refused(url, "too_many_links", why)
        note_links(visitor.memory, [Link(link, {}) for link in links[:MAX_LINKS]], time.time())
    async for item in visit_pages(visitor, due_links(visitor.memory, time.time())):
        yield item


def find_links(page: str, address: str, match: str) -> list[str]:
    """The URLs that a page links and the regular expression ``match`` finds, each once, in the page's order."""
    try:
        tree = html.document_fromstring(page.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except etree.LxmlError:
        return []  # no markup at all
    base = urljoin(address, next(iter(tree.xpath("//base/@href")), ""))
    wanted, found = re.compile(match), dict[str, None]()
    for href in tree.xpath("//a/@href"):
        try:
            url = urldefrag(urljoin(base, href.strip())).url
        except ValueError:
            continue  # no URL at all, such as http://[
        if url.startswith(("http://", "https://")) and wanted.search(url):
            found[url] = None
    return list(found)
