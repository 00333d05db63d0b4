"""kind: page. Single pages, looked at every night; each change is a new version of the article."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from extract.sources.items import Item
from extract.sources.memory import Link
from extract.sources.pages import visit_pages
from extract.sources.polite import Visitor


async def fetch(source: dict[str, Any], visitor: Visitor) -> AsyncIterator[Item]:
    """The pages at ``source["url"]``, one or a list, as far as they changed."""
    urls = source["url"] if isinstance(source["url"], list) else [source["url"]]
    async for item in visit_pages(visitor, [Link(url, {}) for url in urls]):
        yield item
