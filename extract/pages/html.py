"""Templates and what they call. Articles come from strangers: all text is escaped, and only http(s) addresses become links."""

from __future__ import annotations

import base64
import hashlib
import os
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from extract.pages.words import (
    amount_words,
    date_words,
    meeting_title,
    name_of,
    number_words,
    place_of,
    pledge_title,
    say,
)

_TEMPLATES = Path(__file__).parent / "templates"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals |= {
        "both": both, "word": word, "when": when, "amount": amount, "number": lambda n: both(*number_words(n)), "name": lambda row: both(*name_of(row)),
        "safe_url": safe_url, "percent": lambda confidence: f"{round(100 * confidence)}%", "css": _css(), "scripts": _script, "policy": _policy,
        "more_scripts": (), "place": lambda meeting: both(*(place_of(meeting) or say("no_place"))), "date": lambda day: both(*date_words(day)),
        "meeting_title": lambda m, group: both(*meeting_title(m, group)), "pledge_title": lambda p, group: both(*pledge_title(p, group)),
        "change_value": change_value, "role": role,
    }  # fmt: skip
    return environment


def render(template: str, **values: Any) -> str:
    """A page from a template of ``templates/``; a name that the template uses and nobody gives raises jinja2.UndefinedError."""
    return _environment().get_template(template).render(**values)


def both(ar: str | None, en: str | None) -> Markup:
    """Text in both languages, of which the page shows one; each isolated from the direction of what stands around it."""
    if not en or ar == en:
        return Markup("<bdi>{}</bdi>").format(ar or "")
    if not ar:
        return Markup("<bdi>{}</bdi>").format(en)
    return Markup("<bdi lang=ar>{}</bdi><bdi lang=en>{}</bdi>").format(ar, en)


def word(key: str) -> Markup:
    """A word of words.csv in both languages."""
    return both(*say(key))


def role(name: str) -> Markup:
    """What a person is; a role that no seed names in Arabic is shown in English alone."""
    ar, en = say(f"role.{name}")
    return both(ar, en) if ar != en else Markup("<bdi lang=en>{}</bdi>").format(en)


def when(row: dict[str, Any]) -> Markup:
    """The date of a meeting as precise as it is known, with its last day where it lasts longer."""
    start = date_words(row["start_date"], row["date_precision"])
    if row["end_date"] and row["start_date"] and row["end_date"] > row["start_date"]:
        end = date_words(row["end_date"])
        return both(f"{start[0]} – {end[0]}", f"{start[1]} – {end[1]}")
    return both(*start)


def amount(pledge: dict[str, Any]) -> Markup:
    """What a pledge comes to; empty where it names neither amount nor quantity."""
    found = amount_words(pledge)
    return both(*found) if found else Markup("")


def change_value(change: dict[str, Any], value: str | None) -> Markup:
    """The value of a changed column as a reader would say it; a dash for none."""
    if value is None:
        return Markup("—")
    if change["column_name"] == "status":
        return word(f"status.{value}")
    if change["column_name"] == "kind":
        return word(f"{'kind' if change['entity'] == 'meeting' else 'what'}.{value}")
    return both(value, None)


def safe_url(url: str | None) -> str | None:
    """The address where it is http or https, else None: an article's address must not become a script."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def put(path: Path, content: str | bytes) -> None:
    """Write a file so that a reader sees the old or the new one, never a half."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_bytes(content.encode("utf-8", "replace") if isinstance(content, str) else content)
    beside.replace(path)


def _css() -> Markup:
    return Markup((_TEMPLATES / "style.css").read_text(encoding="utf-8"))


def _script(name: str) -> Markup:
    return Markup((_TEMPLATES / name).read_text(encoding="utf-8").strip())


def _policy(*names: str) -> str:
    """A content security policy that lets the page run its own scripts, known by their hashes, and load nothing."""
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(_script(n).encode()).digest()).decode()}'" for n in names)
    return f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src {hashes}; base-uri 'none'; form-action 'none'"
