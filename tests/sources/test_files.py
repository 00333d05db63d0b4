"""Drops: web archives, exports, packed files and links; what leaves its folder or its limits is refused."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from fastwarc.warc import WarcRecord, WarcRecordType

from extract import pipeline
from extract.settings import Settings
from extract.sources import files, raw
from extract.sources.fetch import fetch_source
from extract.sources.inbox import ingest
from extract.sources.kinds import folder, jsonl, warc
from extract.sources.parts import read_parts
from tests.conftest import write_drop
from tests.sources.conftest import DAY, Night
from tests.sources.site import article

Fetch = Callable[..., Night]
TEXT = "التقى وزير الخارجية المصري نظيره التركي في القاهرة اليوم وبحثا الأوضاع في المنطقة والتعاون بين البلدين."


def response(url: str, body: bytes, status: str = "200 OK", kind: str = "text/html; charset=utf-8", more: str = "") -> bytes:
    """A WARC record of an HTTP answer."""
    record = WarcRecord()
    record.init_headers(record_type=WarcRecordType.response)
    record.headers["WARC-Target-URI"] = url
    record.headers["WARC-Date"] = "2026-11-19T08:30:00Z"
    record.headers["Content-Type"] = "application/http; msgtype=response"
    head = f"HTTP/1.1 {status}\r\n{more}Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    record.set_bytes_content(head + body)
    out = io.BytesIO()
    record.write(out)
    return out.getvalue()


ARCHIVE = [
    response("https://news.example/1", article(TEXT)),
    response("https://news.example/logo.png", b"\x89PNG\r\n\x1a\n", kind="image/png"),
    response("https://news.example/gone", b"gone", status="404 Not Found"),
    response("https://other.example/2", article(TEXT + " وغادر الوزير.")),
]


@pytest.mark.parametrize("packed", [False, True])
def test_web_archives_are_read_and_replayed(packed: bool, tmp_path: Path, night: Fetch, settings: Settings) -> None:
    path = tmp_path / "drop" / ("CC-NEWS-1.warc.gz" if packed else "a.warc")
    path.parent.mkdir()
    path.write_bytes(b"".join(map(gzip.compress, ARCHIVE)) if packed else b"".join(ARCHIVE))
    result = night(kind="warc", path=str(path.parent))
    assert [r["url"] for r in result.records] == ["https://news.example/1", "https://other.example/2"] and result.reasons == []
    assert {r["fetched_at"] for r in result.records} == {dt.datetime(2026, 11, 19, 8, 30)}
    with raw.open_object(settings.raw, result.records[0]["object_path"]) as stored:
        assert stored.read_bytes() == path.read_bytes()
        parts = list(read_parts(stored, "html", [*result.records, result.records[0] | {"part": "1"}]))
    assert [data for _, data in parts] == [article(TEXT), article(TEXT + " وغادر الوزير."), None]


def test_an_archive_in_the_inbox_gives_articles(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "news.warc.gz").write_bytes(b"".join(map(gzip.compress, ARCHIVE)))
    ingest([tmp_path / "news.warc.gz"], "crawl", settings)
    source = {"id": "crawl", "kind": "folder", "path": str(settings.inbox / "crawl"), "base": "."}
    result = fetch_source(source, settings, "run", DAY)
    assert result.n_records == 2
    assert pipeline.clean(settings, "run") == {"articles": 2, "quarantined": 0}


def test_archives_have_limits(tmp_path: Path, night: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_PLAIN", 3_000_000)
    monkeypatch.setattr(warc, "MAX_ARTICLE", 100_000)
    drop = tmp_path / "drop"
    drop.mkdir()
    (drop / "bomb.warc.gz").write_bytes(gzip.compress(b"".join(ARCHIVE)) + gzip.compress(bytes(50_000_000)))
    (drop / "long.warc").write_bytes(response("https://news.example/long", b"<p>" + b"x" * 200_000))
    (drop / "cut.warc.gz").write_bytes(gzip.compress(b"".join(ARCHIVE))[:-40])
    (drop / "none.warc").write_bytes(b"this is no archive\n" * 100)
    result = night(kind="warc", path=str(drop))
    assert {r["url"] for r in result.records} <= {"https://news.example/1", "https://other.example/2"}
    assert set(result.reasons) >= {"too_large", "broken_archive"} and len(result.reasons) == 4


def test_a_packed_body_in_an_archive_is_unpacked_up_to_the_limit(tmp_path: Path, night: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "MAX_ARTICLE", 1_000_000)
    bomb = gzip.compress(b"<p>" + b"x" * 5_000_000)
    body = response("https://news.example/1", bomb, more="Content-Encoding: gzip\r\n")
    (tmp_path / "a.warc").write_bytes(body)
    result = night(kind="warc", path=str(tmp_path / "a.warc"))
    assert result.records == [] and result.reasons == ["too_large"]


def test_a_bomb_of_lines_ends(tmp_path: Path, night: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_PLAIN", 3_000_000)
    line = json.dumps({"id": "1", "text": TEXT}).encode() + b"\n"
    path = tmp_path / "bomb.jsonl.gz"
    path.write_bytes(gzip.compress(line + bytes(50_000_000)))
    result = night(kind="jsonl", path=str(path))
    assert len(result.records) == 1 and result.reasons == ["broken_archive"]


def test_files_and_lines_have_limits(tmp_path: Path, night: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_FILE", 20_000)
    for module in (jsonl, folder):
        monkeypatch.setattr(module, "MAX_ARTICLE", 10_000)
    drop = tmp_path / "drop"
    write_drop(drop / "lines.jsonl", {"id": 1, "text": TEXT}, {"id": 2, "text": "x" * 11_000}, {"id": 3, "text": TEXT})
    (drop / "file.jsonl").write_bytes(b"x" * 21_000)
    (drop / "page.html").write_bytes(b"<p>" + b"x" * 11_000)
    result = night(kind="folder", path=str(drop))
    assert [r["external_id"] for r in result.records] == ["1", "3"] and result.reasons == ["too_large"] * 3


def test_links_do_not_lead_out_of_a_drop(tmp_path: Path, night: Fetch) -> None:
    secret, drop = tmp_path / "secret.txt", tmp_path / "drop"
    secret.write_text(TEXT, encoding="utf-8")
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "b.txt").write_text(TEXT, encoding="utf-8")
    drop.mkdir()
    (drop / "own.txt").write_text(TEXT, encoding="utf-8")
    (drop / "same.txt").symlink_to("own.txt")
    (drop / "link.txt").symlink_to(secret)
    (drop / "relative.txt").symlink_to("../secret.txt")
    (drop / "folder").symlink_to(tmp_path / "private")
    (drop / "dead.txt").symlink_to("nowhere.txt")
    result = night(kind="folder", path=str(drop))
    assert [r["external_id"] for r in result.records] == ["same"], "a link within the drop is the same bytes again"
    assert result.reasons == ["outside_folder", "outside_folder", "unknown_kind"]


def test_links_do_not_lead_out_through_the_inbox(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "secret.txt").write_text(TEXT, encoding="utf-8")
    drop = tmp_path / "drop"
    drop.mkdir()
    (drop / "link.txt").symlink_to("../secret.txt")
    taken = ingest([drop], "../../evil", settings)
    assert all(settings.inbox in p.parents for p in taken)
    result = fetch_source({"id": "x", "kind": "folder", "path": str(taken[0].parent), "base": "."}, settings, "run", DAY)
    assert (result.n_records, result.n_quarantined) == (0, 1)


def test_files_of_one_name_are_both_kept(tmp_path: Path, settings: Settings) -> None:
    for name, text in (("a", "نص"), ("b", "نص آخر"), ("c", "نص")):
        write_drop(tmp_path / name / "1.jsonl", {"text": text})
    assert [p.name for p in ingest([tmp_path / f for f in "abc"], "s", settings)] == ["1.jsonl", "2-1.jsonl", "1.jsonl"]


def test_lines_keep_their_order_and_the_time_of_their_file(tmp_path: Path, night: Fetch) -> None:
    write_drop(tmp_path / "drop/a.jsonl", *({"id": n, "text": TEXT} for n in range(12)))
    first, second = (night(kind="folder", path=str(tmp_path / "drop")).records for _ in range(2))
    times = [r["fetched_at"] for r in first]
    assert times == sorted(set(times)) and times == [r["fetched_at"] for r in second]


def test_a_damaged_object_is_named_in_quarantine(tmp_path: Path, settings: Settings) -> None:
    write_drop(tmp_path / "a.jsonl", {"id": 1, "text": TEXT})
    fetch_source({"id": "s", "kind": "jsonl", "path": str(tmp_path / "a.jsonl"), "base": "."}, settings, "run", DAY)
    stored = next((settings.raw / "objects").glob("*/*"))
    stored.chmod(0o644)
    stored.write_bytes(b"other bytes")
    assert pipeline.clean(settings, "run")["quarantined"] == 1
