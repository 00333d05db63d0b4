"""From a raw record to an article: its text without residue, what it says of itself, its identity."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from extract.articles import dates, language, residue
from extract.articles.encoding import decode, repair
from extract.articles.metadata import plain_url
from extract.articles.page import extract_article

MIN_WORDS = 8
MAX_CHARACTERS = 2_000_000


def read_record(record: dict[str, Any], data: bytes, kind: str, residue_file: str) -> dict[str, Any]:
    """One article as a row of ARTICLES, or {reason, detail} where the record, a row of RAW_RECORDS, holds none.

    The id of an article comes from its source and its canonical URL (else the id that its source gives it, else its
    text), so that the same article with another text is a new version of it.
    """
    where = address(record)
    fields = _fields(record, data, kind)
    if "reason" in fields:
        return fields
    code, body, foreign = language.keep_arabic(fields.get("text") or "")
    text, removed = residue.remove_residue(body, residue.patterns(Path(residue_file)))
    if not text.strip():
        return {"reason": "no_text", "detail": f"{where} holds no article text"}
    if len(text) > MAX_CHARACTERS:
        return {"reason": "too_large", "detail": f"{where} has {len(text):,} characters: no article is that long"}
    if code != "ar":
        return {"reason": "not_arabic", "detail": f"{where} is in {code}, not in Arabic"}
    words = len(text.split())
    if words < MIN_WORDS:
        return {"reason": "too_short", "detail": f"{where} has {words} words: a teaser or a leftover"}
    published = dates.parse_published(fields.get("published"))
    title = _text(fields, "title")
    sha = hashlib.sha256(text.encode()).hexdigest()
    url = _text(fields, "url") or record["url"]
    source = _text(fields, "source")
    identity = plain_url(url) if url else record["external_id"] or sha
    key = f"{source or record['source_id']}|{identity}"
    removed = [*fields.get("menu", ()), *removed, *map(_storable, foreign)]
    return {
        "article_id": "art-" + hashlib.sha256(key.encode()).hexdigest()[:16], "external_id": record["external_id"],
        "source_id": source, "url": url, "title": residue.characters(title).strip() if title else None,
        "author": _text(fields, "author") or residue.credited(removed), "published_at": published,
        "published_basis": fields.get("published_basis", "unknown") if published else "unknown", "language": code,
        "text": text, "n_words": words, "content_sha256": sha, "removed_text": "\n".join(removed) or None,
    }  # fmt: skip


def address(record: dict[str, Any]) -> str:
    """Where a record comes from, for a person."""
    return (record["url"] or record["object_path"]) + (f"#{record['part']}" if record["part"] else "")


def _fields(record: dict[str, Any], data: bytes, kind: str) -> dict[str, Any]:
    """text, title, author, url, source, published, published_basis of a record; {reason, detail} for no page at all."""
    if kind == "text":
        return {"text": decode(data)}
    if kind == "html":
        return _of_page(record, data)
    fields = {k: repair(v) if isinstance(v, str) else v for k, v in json.loads(data).items()}
    if kind == "entry":
        fields["url"] = record["url"]  # absolute, which needs the address that the feed came from
    stated = {k: v for k, v in fields.items() if v and k != "published_basis"}
    stated["published_basis"] = "feed" if kind == "entry" else "metadata"
    if _text(fields, "text") or not _text(fields, "html"):
        return stated | {"text": _text(fields, "text")}
    found = {k: v for k, v in extract_article(_as_page(fields["html"]), _text(fields, "url"), listed=_text(fields, "published")).items() if v}
    if dates.parse_published(fields.get("published")) is None:
        stated |= {"published": found.get("published"), "published_basis": found["published_basis"]}
    if kind == "entry":
        found["source"] = _outlet(record, found)
    return found | stated | {"text": found.get("text")}


def _of_page(record: dict[str, Any], data: bytes) -> dict[str, Any]:
    """The fields of a page; what its feed or sitemap said of it counts where the page itself does not say it."""
    headers = json.loads(record["headers"] or "{}")
    page = decode(data, headers.get("content-type", "").partition("charset=")[2].strip(" \"';") or None)
    if not language.may_be_arabic(page):
        return {"reason": "not_arabic", "detail": f"{address(record)} has hardly an Arabic letter"}
    listed = headers.get("listed", {})
    fields = extract_article(page, record["url"], listed=listed.get("published"))
    if fields["problem"]:
        return {"reason": "bad_markup", "detail": f"{address(record)} is beyond what a page has: {fields['problem']}"}
    for key in ("title", "author"):
        fields[key] = fields[key] or listed.get(key)
    fields["text"], fields["menu"] = residue.above_headline(fields["text"], fields["title"])
    return fields | {"source": _outlet(record, fields)}


def _outlet(record: dict[str, Any], fields: dict[str, Any]) -> str | None:
    """The outlet of a page or feed entry: its host; None for what a source of sources.yml gave, whose id names it."""
    if record["status"] and not record["part"] or record["status"] and record["kind"] == "entry":
        return None
    host = urlsplit(fields.get("url") or record["url"] or "").hostname or ""
    return host.removeprefix("www.") or fields.get("source")


def _text(fields: dict[str, Any], key: str) -> str | None:
    value = fields.get(key)
    return _storable(value).strip() or None if isinstance(value, str) else None


def _storable(text: str) -> str:
    """Without what no file can hold: NUL and halves of surrogate pairs, which JSON can carry."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode()


def _as_page(fragment: str) -> str:
    """A feed's HTML fragment as a page, so that the page extractor keeps its paragraphs."""
    return fragment if "<html" in fragment[:500].lower() else f"<html><body><article>{fragment}</article></body></html>"
