"""What a source gives: things received, and things that could not be read, with the reason."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import NamedTuple


class Received(NamedTuple):
    """One thing that a source gave: the object as received, and the part of it that is one article."""

    url: str | None
    kind: str  # html | text | record | entry
    whole: bytes | Path  # what goes into the raw store; a file is copied there without being held in memory
    part: str | None  # which part of it: a line or entry number, the offset of a WARC record
    data: bytes  # the part's own bytes
    external_id: str | None = None
    status: int | None = None
    headers: str | None = None  # JSON: headers of the answer; "listed": what the feed or sitemap said of the page
    at: dt.datetime | None = None  # when it was received, in UTC; None for now


class Refused(NamedTuple):
    """One thing that could not be read, with the reason."""

    address: str
    reason: str
    detail: str


Item = Received | Refused
