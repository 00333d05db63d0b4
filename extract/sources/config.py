"""sources.yml: which sources there are, what each kind needs, and which mistakes are told."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from extract.settings import Settings

# Keys of an entry by its kind; those of the first tuple are needed, one of them where it says "path|url".
KINDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "folder": (("path",), ()),
    "feed": (("path|url",), ("pages",)),
    "sitemap": (("url",), ("match",)),
    "list": (("url", "match"), ()),
    "page": (("url",), ()),
    "warc": (("path",), ()),
    "jsonl": (("path|url",), ()),
}
MANNERS: dict[str, tuple[type | tuple[type, ...], float]] = {"contact": (str, 1), "delay": ((int, float), 0.5), "budget": (int, 1), "minutes": ((int, float), 1)}
_OF_ALL = ("id", "kind", "enabled", "path", "url", "name", "note")


class BadSources(Exception):
    """sources.yml cannot be read or names a source that cannot be."""


def read_sources(path: Path | None) -> list[dict[str, Any]]:
    """The enabled sources of sources.yml, each with the manners that stand at its top; an empty list for None.

    Raises BadSources that says which entry is wrong and what to write instead.
    """
    if path is None:
        return []
    if not path.exists():
        raise BadSources(f"{path} does not exist: copy sources.yml from the project, or run with --sources none to read the inbox alone")
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise BadSources(f"{path} is not valid YAML: {error}") from error
    entries = content.get("sources") if isinstance(content, dict) else None
    if not isinstance(entries, list):
        raise BadSources(f"{path} has no list under 'sources:'")
    common = {k: v for k, v in content.items() if k != "sources"}
    _check_manners(common, f"{path}: the top of the file")
    seen = set()
    for entry in entries:
        if not isinstance(entry, dict) or not isinstance(entry.get("id"), str) or not entry["id"]:
            raise BadSources(f"{path}: every source needs an id, a word, not {entry!r}")
        _check(entry, f"{path}: source {entry['id']}")
        if entry["id"] in seen:
            raise BadSources(f"{path}: two sources are called {entry['id']}")
        seen.add(entry["id"])
    return [common | entry | {"base": str(path.parent)} for entry in entries if entry.get("enabled", True)]


def inbox_sources(settings: Settings) -> list[dict[str, Any]]:
    """Each folder of the inbox as a source of its own."""
    if not settings.inbox.is_dir():
        return []
    folders = sorted(p for p in settings.inbox.iterdir() if p.is_dir())
    return [{"id": p.name, "kind": "folder", "path": str(p), "base": str(settings.inbox)} for p in folders]


def _check(entry: dict[str, Any], who: str) -> None:
    if entry.get("kind") not in KINDS:
        raise BadSources(f"{who} has kind {entry.get('kind')!r}; kinds are {', '.join(KINDS)}")
    needed, optional = KINDS[entry["kind"]]
    for key in needed:
        if not any(entry.get(k) for k in key.split("|")):
            raise BadSources(f"{who} needs a {key.replace('|', ' or a ')}")
    manners = {k: v for k, v in entry.items() if k not in (*_OF_ALL, *needed, *optional)}
    _check_manners(manners, who)
    urls = entry.get("url") or []
    for url in urls if isinstance(urls, list) else [urls]:
        if not isinstance(url, str) or not re.match(r"https?://[^/\s]+", url):
            raise BadSources(f"{who} has the url {url!r}; it must begin with http:// or https://")
    if isinstance(urls, list) and urls and entry["kind"] not in ("list", "page"):
        raise BadSources(f"{who} has several urls; only the kinds list and page take more than one")
    if entry.get("pages") and not urls:
        raise BadSources(f"{who} is a saved feed (path); pages: true needs the url of a feed")
    try:
        re.compile(entry.get("match") or "")
    except (re.error, TypeError) as error:
        raise BadSources(f"{who} has the match {entry['match']!r}, which is no regular expression: {error}") from error
    if not isinstance(entry.get("enabled", True), bool) or not isinstance(entry.get("pages", False), bool):
        raise BadSources(f"{who}: enabled and pages are true or false")


def _check_manners(given: dict[str, Any], who: str) -> None:
    for key, value in given.items():
        if key not in MANNERS:
            raise BadSources(f"{who} has the unknown key {key!r}; known are {', '.join((*_OF_ALL, 'match', 'pages', *MANNERS))}")
        types, least = MANNERS[key]
        if not isinstance(value, types) or isinstance(value, bool) or (len(value) if isinstance(value, str) else value) < least:
            raise BadSources(f"{who} has {key}: {value!r}; it must be {'a text' if types is str else f'a number of at least {least}'}")
