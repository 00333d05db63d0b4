"""kind: warc. Web archives, .warc and .warc.gz, as crawlers and Common Crawl's news archive keep them: pages in files."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from datetime import timezone
from pathlib import Path
from typing import Any

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from extract.sources.files import MAX_ARTICLE, open_plain, walk
from extract.sources.items import Item, Received, Refused
from extract.sources.pages import no_text

ENDINGS = (".warc", ".warc.gz")
_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "application/octet-stream", None)


async def fetch(source: dict[str, Any], _: object) -> AsyncIterator[Item]:
    """The pages in the archives of ``source["path"]``, a file or a folder."""
    for path in walk(source, ENDINGS):
        for item in [path] if isinstance(path, Refused) else read(path):
            yield item


def read(path: Path) -> Iterator[Item]:
    """The pages of an archive. Requests, metadata and answers that are no page (images, errors) are left out."""
    pages = 0
    try:
        for offset, record in records(path):
            url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
            address = f"{path}#{offset}"
            if record.http_headers is None or record.http_headers.status_code != 200:
                continue
            if record.http_content_type not in _PAGES:
                continue
            pages += 1
            data = record.reader.read(MAX_ARTICLE + 1)
            problem = "too_large" if len(data) > MAX_ARTICLE else no_text(data)
            if problem:
                yield Refused(address, problem, f"the record at {offset} of {path} ({url}) is no article: {problem}")
                continue
            at = record.record_date and record.record_date.astimezone(timezone.utc).replace(tzinfo=None)
            headers = json.dumps({"content-type": record.http_headers.get("Content-Type", "")})
            yield Received(url or None, "html", path, str(offset), data, None, 200, headers, at)
    except OSError as error:
        yield Refused(str(path), "broken_archive", f"{path} cannot be read beyond page {pages}: {error}")
        return
    if not pages:
        yield Refused(str(path), "no_pages", f"{path} holds no page of a web archive")


def records(path: Path) -> Iterator[tuple[int, WarcRecord]]:
    """The responses of an archive with their offsets in the unpacked file."""
    with open_plain(path) as stream:
        iterator = ArchiveIterator(
            stream, record_types=WarcRecordType.response, parse_http=True, auto_decode="all", stream_detect=False
        )
        for record in iterator:
            yield record.stream_pos, record
