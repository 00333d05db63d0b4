"""One HTTP request within its limits: address, wire size, unpacked size, time. Redirects and manners are in polite.py."""

from __future__ import annotations

import asyncio
import zlib
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import httpx2

from extract.sources.address import Blocked, GuardedBackend

MAX_WIRE = 10_000_000  # bytes of a body as it comes over the wire
MAX_PLAIN = 30_000_000  # bytes of it unpacked
MAX_URL = 4_000  # characters
DEADLINE = 60.0  # seconds for one answer, from connecting to its last byte
_KEPT = ("content-type", "etag", "last-modified", "date", "location", "retry-after")


class Answer(NamedTuple):
    """An answer: status, the headers that matter (lower case), unpacked body (empty unless 200), URL."""

    status: int
    headers: dict[str, str]
    body: bytes
    url: str


def make_client(backend: GuardedBackend) -> httpx2.AsyncClient:
    """A client that connects through ``backend`` alone, follows no redirect, keeps no cookie and knows no proxy."""
    transport = httpx2.AsyncHTTPTransport(retries=0, trust_env=False)
    transport._pool._network_backend = backend
    timeout = httpx2.Timeout(20, connect=10, pool=None)
    return httpx2.AsyncClient(transport=transport, timeout=timeout, trust_env=False, follow_redirects=False)


async def request(client: httpx2.AsyncClient, url: str, headers: dict[str, str]) -> Answer:
    """GET ``url`` once. Raises Blocked for what this side refuses and for what the other side fails to give."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Blocked("not_http", f"{url[:200]} is neither http nor https")
    if len(url) > MAX_URL:
        raise Blocked("not_http", f"{url[:200]}… has more than {MAX_URL:,} characters: it is no address of an article")
    try:
        async with asyncio.timeout(DEADLINE), client.stream("GET", url, headers=headers) as r:
            kept = {k: v for k, v in r.headers.items() if k in _KEPT}
            body = await _body(r, url) if r.status_code == 200 else b""
            return Answer(r.status_code, kept, body, url)
    except TimeoutError as error:
        raise Blocked("timeout", f"{url} takes longer than {DEADLINE:.0f} s") from error
    except httpx2.TimeoutException as error:
        raise Blocked("timeout", f"{url} does not answer in time ({type(error).__name__})") from error
    except (httpx2.HTTPError, httpx2.InvalidURL, ValueError) as error:
        raise Blocked("unreachable", f"{url}: {type(error).__name__}: {error}") from error
    finally:
        client.cookies.clear()


async def _body(r: Any, url: str) -> bytes:
    """The unpacked body within the limits on wire size and unpacked size."""
    encoding = r.headers.get("content-encoding", "").strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise Blocked("bad_encoding", f"{url} is packed as {encoding}, which was not asked for")
    unpack = zlib.decompressobj(15 if encoding == "deflate" else 31) if encoding not in ("", "identity") else None
    wire, out = 0, bytearray()
    async for chunk in r.aiter_raw(65536):
        wire += len(chunk)
        if wire > MAX_WIRE:
            raise Blocked("too_large", f"{url} is larger than {MAX_WIRE:,} bytes")
        while chunk:
            try:
                out += unpack.decompress(chunk, MAX_PLAIN - len(out) + 1) if unpack else chunk
            except zlib.error as error:
                raise Blocked("bad_encoding", f"{url} cannot be unpacked: {error}") from error
            chunk = unpack.unconsumed_tail if unpack else b""
            if len(out) > MAX_PLAIN:
                raise Blocked("too_large", f"{url} unpacks to more than {MAX_PLAIN:,} bytes")
    if unpack and not unpack.eof:
        raise Blocked("bad_encoding", f"{url} ends in the middle of its packed body")
    return bytes(out)
