"""Visiting the pages that a feed, a sitemap or a list named, as far as the budget goes."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

from extract.sources.address import Blocked
from extract.sources.http import Answer
from extract.sources.items import Item, Received, Refused
from extract.sources.memory import Link, note_failed
from extract.sources.polite import OutOfBudget, Visitor

IN_A_ROW = 5  # pages that may fail one after the other before the source counts as failed
_MAGIC = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"RIFF", b"\x00\x00\x00")


async def visit_pages(visitor: Visitor, links: list[Link]) -> AsyncIterator[Item]:
    """The pages of ``links`` that changed since they were fetched last; one that fails is refused and tried again."""
    in_a_row = 0
    for number, link in enumerate(links):
        try:
            answer = await visitor.get(link.url)
        except OutOfBudget as spent:
            yield Refused(link.url, "budget", f"{spent}; {len(links) - number} pages are left for the next night")
            return
        except Blocked as error:
            note_failed(visitor.memory, link.url, for_good=error.reason in ("http_404", "http_410"))
            yield Refused(link.url, error.reason, str(error))
            in_a_row = in_a_row + 1 if error.reason in ("unreachable", "timeout") else 0
            if error.reason == "busy" or in_a_row >= IN_A_ROW:
                raise
            continue
        in_a_row = 0
        if answer is not None:
            yield page(answer, link)


def page(answer: Answer, link: Link) -> Item:
    """An answer as an HTML record, whatever its Content-Type claims; refused where its bytes are no text."""
    problem = no_text(answer.body)
    if problem:
        return Refused(answer.url, problem, f"{answer.url} holds no page ({answer.headers.get('content-type')}): {problem}")
    headers = kept_headers(answer, link.listed)
    return Received(answer.url, "html", answer.body, None, answer.body, link.listed.get("id"), answer.status, headers)


def kept_headers(answer: Answer, listed: dict[str, Any] | None = None) -> str:
    """The headers of an answer that are kept with its bytes, as JSON; ``listed`` is what a list said of the page."""
    shown: dict[str, Any] = {k: v for k, v in answer.headers.items() if k in ("content-type", "etag", "last-modified", "date")}
    return json.dumps(shown | ({"listed": listed} if listed else {}), ensure_ascii=False, sort_keys=True)


def no_text(data: bytes) -> str | None:
    """Why bytes can be no page or plain text: empty, binary; None where they can."""
    if not data.strip():
        return "empty"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    return "binary" if data.startswith(_MAGIC) or b"\0" in data[:4096] else None
