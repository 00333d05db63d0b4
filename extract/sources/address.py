"""Which addresses may be connected to. Checked when the connection is made, on the very address that is used."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

import httpcore2

# Not public, whatever Python's registry says: the metadata service of a cloud at a public address, IETF protocol
# assignments (RFC 6890), local NAT64 (RFC 8215), segment routing (RFC 9602).
_FORBIDDEN = [ipaddress.ip_network(n) for n in ("168.63.129.16/32", "192.0.0.0/24", "64:ff9b:1::/48", "5f00::/16")]
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052: the IPv4 address is in the last 32 bits
MOST = 4  # addresses of a name that are tried
Resolve = Callable[[str, int], Awaitable[list[str]]]


class Blocked(OSError):
    """A request that this side refused or the other side did not answer; ``reason`` is one snake_case phrase."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


def allowed(address: str) -> bool:
    """Whether an IP address is public: 8.8.8.8 is; 127.0.0.1, ::ffff:10.0.0.1 and 169.254.169.254 are not."""
    ip: Any = ipaddress.ip_address(address.split("%")[0])
    if ip.version == 6:
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return allowed(str(inner))
    return bool(ip.is_global and not ip.is_multicast and not any(ip in n for n in _FORBIDDEN))


async def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host name, in the order of preference."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(target[0]) for *_, target in found]


class GuardedBackend(httpcore2.AsyncNetworkBackend):
    """Connects to an address only after it was checked, so that no second look-up of the name can change it.

    A host is refused when any of its addresses is not public. ``allow_loopback`` and ``lookup`` are for tests against
    a server on this machine; nothing in sources.yml or the environment sets them.
    """

    def __init__(self, *, allow_loopback: bool = False, lookup: Resolve = resolve) -> None:
        self._backend = httpcore2.AnyIOBackend()
        self._allow_loopback = allow_loopback
        self._lookup = lookup

    async def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> Any:  # fmt: skip
        try:
            addresses = await self._lookup(host, port)
        except (OSError, UnicodeError) as error:
            raise Blocked("unreachable", f"{host} does not resolve: {error}") from error
        for address in addresses:
            loopback = ipaddress.ip_address(address.split("%")[0]).is_loopback
            if not allowed(address) and not (loopback and self._allow_loopback):
                raise Blocked("address_refused", f"{host} is at {address}, which is not a public address")
        failure: Exception = Blocked("unreachable", f"{host} has no address")
        for address in addresses[:MOST]:  # in turn: many machines have no IPv6, which often comes first
            try:
                return await self._backend.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
        raise failure

    async def connect_unix_socket(self, *_: Any, **__: Any) -> Any:
        raise Blocked("address_refused", "a source is never read from a unix socket")

    async def sleep(self, seconds: float) -> None:
        await self._backend.sleep(seconds)
