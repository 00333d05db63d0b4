"""What a source remembers for the next night: its pages, when each was fetched, and the validators it came with.

One SQLite file a source below ``state/sources/``. Written in one transaction at the end of a fetch, after the records
are kept: what a broken fetch did not keep is asked for again.
"""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any, NamedTuple

REVISIT = 48 * 3600.0  # seconds after its discovery in which a page is looked at again for edits
AGAIN = 8 * 3600.0  # seconds that lie at least between two looks at one page
TRIES = 3  # nights after which a page that fails is given up

_TABLE = """CREATE TABLE IF NOT EXISTS pages (
  url TEXT PRIMARY KEY, listed TEXT,  -- what the feed or sitemap said of the page, as JSON; null for the lists themselves
  changed_at REAL,  -- when it was changed last, as its list says
  found_at REAL, fetched_at REAL, failures INTEGER NOT NULL DEFAULT 0, etag TEXT, modified TEXT)"""


class Link(NamedTuple):
    """A page that a list named: its URL, what the list said of it, when it was changed (seconds of the epoch)."""

    url: str
    listed: dict[str, Any]
    changed_at: float | None = None


def open_memory(path: Path) -> sqlite3.Connection:
    """The memory of a source, made where it is missing. Nothing is kept until ``commit``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    con = sqlite3.connect(path, timeout=30)
    con.execute(_TABLE)
    con.commit()
    return con


def validators(con: sqlite3.Connection, url: str) -> dict[str, str]:
    """The headers that ask for ``url`` only if it changed."""
    row = con.execute("SELECT etag, modified FROM pages WHERE url = ?", (url,)).fetchone() or (None, None)
    return {k: v for k, v in zip(("If-None-Match", "If-Modified-Since"), row, strict=True) if v}


def note_links(con: sqlite3.Connection, links: list[Link], now: float) -> None:
    """Keep the pages that a list names; those known keep what is known of them."""
    con.executemany(
        """INSERT INTO pages (url, listed, changed_at, found_at) VALUES (?, ?, ?, ?)
           ON CONFLICT (url) DO UPDATE SET listed = excluded.listed, changed_at = coalesce(excluded.changed_at, changed_at)""",
        [(link.url, json.dumps(link.listed, ensure_ascii=False), link.changed_at, now) for link in links],
    )


def due_links(con: sqlite3.Connection, now: float) -> list[Link]:
    """The pages to fetch: new ones and those that their list calls changed, latest first; then young ones, for edits."""
    rows = con.execute(
        """SELECT url, listed, changed_at FROM pages
           WHERE listed IS NOT NULL AND failures < :tries AND (
             fetched_at IS NULL OR changed_at > fetched_at OR (found_at > :now - :revisit AND fetched_at < :now - :again))
           ORDER BY fetched_at IS NOT NULL, changed_at DESC NULLS LAST, rowid""",
        {"now": now, "tries": TRIES, "revisit": REVISIT, "again": AGAIN},
    ).fetchall()
    return [Link(url, json.loads(listed), changed_at) for url, listed, changed_at in rows]


def note_fetched(con: sqlite3.Connection, url: str, headers: dict[str, str], now: float) -> None:
    """Keep that ``url`` was fetched, with the validators of its answer; a 304 without any keeps the old ones."""
    con.execute(
        """INSERT INTO pages (url, found_at, fetched_at, etag, modified) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (url) DO UPDATE SET fetched_at = excluded.fetched_at, failures = 0,
             etag = coalesce(excluded.etag, etag), modified = coalesce(excluded.modified, modified)""",
        (url, now, now, headers.get("etag"), headers.get("last-modified")),
    )


def note_failed(con: sqlite3.Connection, url: str, *, for_good: bool) -> None:
    """Keep that a page failed tonight; after some nights, or at once ``for_good`` (404, 410), it is given up."""
    con.execute("UPDATE pages SET failures = failures + ? WHERE url = ?", (TRIES if for_good else 1, url))
