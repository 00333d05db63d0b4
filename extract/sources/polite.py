"""Good manners for one source: robots.txt, one request at a time and host, back-off, conditional requests, a budget."""

from __future__ import annotations

import asyncio
import fcntl
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx2
from protego import Protego

from extract.sources import memory as remembered
from extract.sources.address import Blocked
from extract.sources.http import MAX_URL, Answer, request
from extract.sources.raw import safe_name

AGENT = "Mahdar"
REDIRECTS = 5
RETRIES = 2
BACKOFF = 2.0  # seconds before the first retry; each further one waits twice as long
PATIENCE = 120.0  # seconds; a host that asks for a longer wait is left alone until the next night
MAX_ROBOTS = 512_000  # bytes; RFC 9309 asks for at least 500 KiB
_MOVED = (301, 302, 303, 307, 308)


class OutOfBudget(Exception):
    """The source has had its requests or its minutes of this night."""


@dataclass(frozen=True)
class Policy:
    """How a source is visited: ``delay`` seconds between requests, ``budget`` pages and ``minutes`` a night."""

    contact: str | None = None
    delay: float = 2.0
    budget: int = 200
    minutes: float = 60.0


class Visitor:
    """Fetches for one source. ``turns`` is a folder that all processes share: whose turn it is at which host."""

    def __init__(self, client: httpx2.AsyncClient, policy: Policy, memory: sqlite3.Connection, turns: Path) -> None:
        self.memory = memory
        self._client, self._policy, self._turns = client, policy, turns
        self._left = policy.budget
        self._until = time.time() + policy.minutes * 60
        self._robots: dict[str, Protego | Blocked] = {}
        contact = policy.contact or "no contact given"
        self._headers = {
            "User-Agent": f"{AGENT}/0.1 (reads Arabic news for research; {contact})".encode("ascii", "replace").decode(),
            "Accept-Encoding": "gzip, deflate",
        }

    async def get(self, url: str) -> Answer | None:
        """GET ``url`` with all manners; None where it has not changed since it was fetched last (304).

        Raises Blocked with the reason where there is nothing to read, OutOfBudget where the night's share is spent.
        """
        if self._left <= 0:
            raise OutOfBudget(f"the budget of {self._policy.budget} pages a night is spent")
        self._left -= 1
        known = remembered.validators(self.memory, url)
        answer = await self._follow(url, self._headers | known, obey=True)
        if answer.status != 200 and not (answer.status == 304 and known):
            raise Blocked(f"http_{answer.status}", f"{url} answers {answer.status}")
        remembered.note_fetched(self.memory, url, answer.headers, time.time())
        return answer if answer.status == 200 else None

    async def _follow(self, url: str, headers: dict[str, str], *, obey: bool) -> Answer:
        """The answer behind at most REDIRECTS redirects; robots.txt is asked at each of them."""
        start = url
        for _ in range(REDIRECTS + 1):
            delay = await self._permission(url) if obey else self._policy.delay
            answer = await self._insist(url, headers, delay)
            if answer.status not in _MOVED or not answer.headers.get("location"):
                return answer
            try:
                url = urljoin(url, answer.headers["location"])
            except ValueError as error:
                raise Blocked("redirects", f"{url} redirects to what is no URL: {error}") from error
        raise Blocked("redirects", f"{start} redirects more than {REDIRECTS} times")

    async def _permission(self, url: str) -> float:
        """The seconds between two requests to the host of ``url``; raises Blocked where its robots.txt says no."""
        parts = urlsplit(url[:MAX_URL])
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = await self._read_robots(origin)
        rules = self._robots[origin]
        if isinstance(rules, Blocked):
            raise Blocked(rules.reason, str(rules))
        if not rules.can_fetch(url, AGENT):
            raise Blocked("robots", f"{origin}/robots.txt does not allow {AGENT} to read {url}")
        return max(self._policy.delay, rules.crawl_delay(AGENT) or 0.0)

    async def _read_robots(self, origin: str) -> Protego | Blocked:
        """robots.txt as RFC 9309 has it: none (4xx) allows everything, one that cannot be had (5xx) nothing."""
        try:
            answer = await self._follow(f"{origin}/robots.txt", self._headers, obey=False)
        except Blocked as error:
            if error.reason == "address_refused":
                return error
            return Blocked("robots_unreachable", f"{origin}/robots.txt cannot be read, so nothing is: {error}")
        return Protego.parse(answer.body[:MAX_ROBOTS].decode("utf-8", errors="replace"))

    async def _insist(self, url: str, headers: dict[str, str], delay: float) -> Answer:
        """One answer, asked for again after a wait where the host is busy or silent."""
        attempt = 0
        while True:
            wait = BACKOFF * 2**attempt
            try:
                async with self._turn(url, delay):
                    answer = await request(self._client, url, headers)
                if answer.status != 429 and answer.status < 500:
                    return answer
                failure = Blocked("busy", f"{url} answers {answer.status} and wants to be left alone")
                wait = max(wait, _seconds(answer.headers.get("retry-after")))
            except Blocked as error:
                if error.reason not in ("unreachable", "timeout"):
                    raise
                failure = error
            if attempt == RETRIES or wait > PATIENCE:
                raise failure
            attempt += 1
            await self._sleep(wait)

    async def _sleep(self, seconds: float) -> None:
        if time.time() + seconds > self._until:
            raise OutOfBudget(f"the {self._policy.minutes:.0f} minutes a night are spent")
        await asyncio.sleep(seconds)

    @asynccontextmanager
    async def _turn(self, url: str, delay: float) -> AsyncIterator[None]:
        """Hold the host of ``url`` alone, ``delay`` seconds after its last request, whichever process made it."""
        self._turns.mkdir(parents=True, exist_ok=True)
        with (self._turns / safe_name(urlsplit(url).netloc)).open("a+") as file:
            while True:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    await self._sleep(0.05)
            file.seek(0)
            last = float(file.read() or 0)
            await self._sleep(min(max(0.0, last + delay - time.time()), delay))
            try:
                yield
            finally:
                file.truncate(0)
                file.write(str(time.time()))


def _seconds(retry_after: str | None) -> float:
    """Seconds that a Retry-After asks for (RFC 9110, 10.2.3: seconds or a date); 0 where it says nothing readable."""
    written = (retry_after or "").strip()
    if written.isascii() and written.isdigit():
        return float(written[:9])
    try:
        return max(0.0, parsedate_to_datetime(written).timestamp() - time.time())
    except (ValueError, TypeError, IndexError, OverflowError):
        return 0.0
