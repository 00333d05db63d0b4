"""Fetching over HTTP, politely and safely: the address is checked when the connection is made.

Only http and https; loopback, private, link-local and mapped addresses are refused, also behind a redirect or a name
that resolves differently the second time. Sizes on the wire and unpacked, time and redirects are capped. Validators
(ETag, Last-Modified) are kept between nights, so that an unchanged feed costs one small answer.
"""

from __future__ import annotations

import hashlib
import ipaddress
import json
import socket
import time
import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urljoin, urlsplit

import httpcore2
import httpx2

if TYPE_CHECKING:
    from extract.settings import Settings

MAX_WIRE = 10_000_000
MAX_PLAIN = 30_000_000
DEADLINE = 60.0  # seconds for one answer, redirects included
REDIRECTS = 5
RETRIES = 2  # on 429 and 5xx, with back-off


class Blocked(OSError):
    """A request that was refused on this side, with the reason."""


class Answer(NamedTuple):
    """A successful answer: status, headers as JSON, unpacked body, final URL."""

    status: int
    headers: str
    body: bytes
    url: str


def allowed(address: str) -> bool:
    """Whether an IP address is public: 8.8.8.8 is; 127.0.0.1, ::ffff:10.0.0.1 and 169.254.169.254 are not."""
    ip: Any = ipaddress.ip_address(address.split("%")[0])
    ip = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None) or ip
    return bool(ip.is_global and not ip.is_multicast)


class GuardedBackend(httpcore2.NetworkBackend):
    """Connects to the very address that was checked, so that no second look-up can change it."""

    def __init__(self, allow_loopback: bool = False) -> None:
        self._backend = httpcore2.SyncBackend()
        self._allow_loopback = allow_loopback

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> Any:  # fmt: skip
        refused = f"{host} does not resolve"
        for *_, target in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
            address = str(target[0])
            if allowed(address) or self._allow_loopback and ipaddress.ip_address(address).is_loopback:
                return self._backend.connect_tcp(address, port, timeout, local_address, socket_options)
            refused = f"{host} is at {address}, which is not a public address"
        raise Blocked(refused)


def get(url: str, settings: Settings, *, contact: str | None = None, allow_loopback: bool = False) -> Answer | None:
    """GET ``url``; None where it has not changed since the last night (304).

    Raises Blocked (an OSError) for what this side refuses, OSError for what the other side does not give.
    """
    state = settings.state / "http" / (hashlib.sha256(url.encode()).hexdigest()[:24] + ".json")
    known = json.loads(state.read_text()) if state.exists() else {}
    headers = {
        "User-Agent": f"Mahdar/0.1 (news reader for research; {contact or 'no contact set'})",
        "Accept-Encoding": "gzip, deflate",
    }
    if known.get("etag"):
        headers["If-None-Match"] = known["etag"]
    if known.get("modified"):
        headers["If-Modified-Since"] = known["modified"]
    transport = httpx2.HTTPTransport(trust_env=False)
    transport._pool._network_backend = GuardedBackend(allow_loopback)
    with httpx2.Client(transport=transport, timeout=httpx2.Timeout(20, connect=10), trust_env=False) as client:
        answer, validators = _follow(client, url, headers)
    if answer is not None and any(validators.values()):
        state.parent.mkdir(parents=True, exist_ok=True)
        state.write_text(json.dumps(validators))
    return answer


def _follow(client: Any, url: str, headers: dict[str, str]) -> tuple[Answer | None, dict[str, str | None]]:
    deadline, attempt = time.monotonic() + DEADLINE, 0
    hops = 0
    while True:
        if urlsplit(url).scheme not in ("http", "https"):
            raise Blocked(f"{url} is neither http nor https")
        try:
            with client.stream("GET", url, headers=headers, follow_redirects=False) as r:
                if r.status_code == 304:
                    return None, {}
                if r.status_code in (301, 302, 303, 307, 308) and r.headers.get("location"):
                    hops += 1
                    if hops > REDIRECTS:
                        raise Blocked(f"{url} redirects more than {REDIRECTS} times")
                    url = urljoin(url, r.headers["location"])
                    continue
                if (r.status_code == 429 or r.status_code >= 500) and attempt < RETRIES:
                    attempt += 1
                    wait = min(float(r.headers.get("retry-after") or 2**attempt), 30.0) if (r.headers.get("retry-after") or "1").isdigit() else 2.0**attempt
                    if time.monotonic() + wait > deadline:
                        raise Blocked(f"{url} answers {r.status_code} and asks for more time than a night has")
                    time.sleep(wait)
                    continue
                if r.status_code != 200:
                    raise Blocked(f"{url} answers {r.status_code}")
                body = _body(r, url, deadline)
                kept = {"etag": r.headers.get("etag"), "modified": r.headers.get("last-modified")}
                shown = json.dumps({k: v for k, v in r.headers.items() if k in ("content-type", "etag", "last-modified", "date")})
                return Answer(r.status_code, shown, body, url), kept
        except httpx2.HTTPError as error:
            raise Blocked(f"{url}: {error}") from error


def _body(r: Any, url: str, deadline: float) -> bytes:
    """The unpacked body within the caps on wire size, plain size and time."""
    encoding = r.headers.get("content-encoding", "").strip().lower()
    if encoding not in ("", "identity", "gzip", "deflate"):
        raise Blocked(f"{url} is packed as {encoding}, which was not asked for")
    unpack = zlib.decompressobj(47 if encoding == "gzip" else 15) if encoding in ("gzip", "deflate") else None
    wire, out = 0, bytearray()
    for chunk in r.iter_raw(65536):
        wire += len(chunk)
        if wire > MAX_WIRE:
            raise Blocked(f"{url} is larger than {MAX_WIRE:,} bytes")
        if time.monotonic() > deadline:
            raise Blocked(f"{url} takes longer than {DEADLINE:.0f} s")
        while chunk:
            out += unpack.decompress(chunk, MAX_PLAIN - len(out) + 1) if unpack else chunk
            chunk = unpack.unconsumed_tail if unpack else b""
            if len(out) > MAX_PLAIN:
                raise Blocked(f"{url} unpacks to more than {MAX_PLAIN:,} bytes")
    return bytes(out)
