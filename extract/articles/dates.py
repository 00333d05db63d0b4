"""When an article was published: from what a record, feed or page states, to a UTC time and its basis."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from extract.settings import PROJECT

MAX_DATE_LINE = 60  # characters; a longer line is a sentence, and its date may be any
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def parse_published(value: object) -> dt.datetime | None:
    """A publication time in UTC without a zone; None for what is no date.

    Reads ISO 8601 («2026-11-20T10:00:00+03:00»), RFC 822 («Fri, 20 Nov 2026 10:00:00 +0300»), and Arabic dates
    («الجمعة, 20 نوفمبر 2026») by the temporal tagger. A date alone is midnight.
    """
    if not isinstance(value, str) or not value.strip():
        return None
    written = value.strip().translate(_DIGITS)
    for read in (_iso, parsedate_to_datetime, _arabic):
        try:
            found = read(written)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if found is None:
            continue
        if found.tzinfo is not None:
            found = found.astimezone(dt.timezone.utc).replace(tzinfo=None)
        if 1990 <= found.year <= 2100:
            return found
    return None


def date_line(text: str) -> str | None:
    """The first short line of a page's text that gives a day with its year, as published pages do below the headline."""
    for line in text.split("\n")[:400]:
        line = line.strip()
        if len(line) <= MAX_DATE_LINE and _YEAR.search(line.translate(_DIGITS)) and parse_published(line):
            return line
    return None


def _iso(written: str) -> dt.datetime:
    return dt.datetime.fromisoformat(written.replace("Z", "+00:00"))


def _arabic(written: str) -> dt.datetime | None:
    from extract.arabic.segmenter import sentences
    from extract.arabic.temporal.tagging import find_times
    from extract.arabic.tokenizer import tokenize
    from extract.lexicon import load_time_rules

    tokens = tokenize(written)
    found = find_times(written, tokens, sentences(written, tokens), None, load_time_rules(PROJECT / "seeds"))
    times = [t for t in found if t.date_from and t.precision == "day"]
    return dt.datetime.combine(times[0].date_from, dt.time()) if times and times[0].date_from else None
