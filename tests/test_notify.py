"""The notice of a failed night: by webhook and by mail to a server on this machine; off by default; never in the way."""

from __future__ import annotations

import datetime as dt
import json
import logging
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from extract import notify
from extract.settings import load_settings

DAY = dt.date(2026, 11, 20)


@contextmanager
def serving(server: Any) -> Iterator[int]:
    """The port of a server on the loopback that answers until the block ends."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def webhook(got: list[Any], status: int = 200) -> Iterator[int]:
    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(status)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with serving(HTTPServer(("127.0.0.1", 0), Hook)) as port:
        yield port


@contextmanager
def mail_server(got: list[str]) -> Iterator[int]:
    class Session(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.wfile.write(b"220 ready\r\n")
            while line := self.rfile.readline().decode():
                word = line.split()[0].upper() if line.split() else ""
                if word == "DATA":
                    self.wfile.write(b"354 go on\r\n")
                    while (body := self.rfile.readline().decode()) != ".\r\n":
                        got.append(body)
                elif word == "QUIT":
                    self.wfile.write(b"221 bye\r\n")
                    return
                else:
                    got.append(line)
                self.wfile.write(b"250 ok\r\n")

    with serving(socketserver.ThreadingTCPServer(("127.0.0.1", 0), Session)) as port:
        yield port


def test_it_is_off_by_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MAHDAR_NOTIFY", raising=False)
    monkeypatch.setattr(notify, "send", lambda *_: pytest.fail("nothing may be sent"))
    notify.night_failed(load_settings(tmp_path, "none"), "r1", DAY, "check raw: all is lost")


def test_a_webhook_gets_what_failed_where_and_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    got: list[Any] = []
    with webhook(got) as port:
        monkeypatch.setenv("MAHDAR_NOTIFY", f"http://127.0.0.1:{port}/hook")
        notify.night_failed(load_settings(tmp_path, "none"), "r1", DAY, "check reports: suite reports: meeting_quote_in_text: «القاهرة»")
    (notice,) = got
    assert notice["subject"] == "Mahdar: the night of 2026-11-20 failed"
    for part in ("meeting_quote_in_text: «القاهرة»", str(tmp_path / "runs" / "r1"), "mahdar status", "docs/when-a-night-fails.md"):
        assert part in notice["text"]


def test_a_mail_is_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    got: list[str] = []
    with mail_server(got) as port:
        monkeypatch.setenv("MAHDAR_NOTIFY", f"smtp://127.0.0.1:{port}/?to=oncall@example.org&to=second@example.org&from=mahdar@example.org")
        notify.night_failed(load_settings(tmp_path, "none"), "r1", DAY, "publish: disk full")
    text = "".join(got)
    assert all(part in text for part in ("rcpt TO:<oncall@example.org>", "rcpt TO:<second@example.org>", "mail FROM:<mahdar@example.org>"))
    assert "Subject: Mahdar: the night of 2026-11-20 failed" in text and "publish: disk full" in text


@pytest.mark.parametrize("target", ["http://127.0.0.1:1/hook", "smtp://127.0.0.1:1/?to=a@example.org", "smtp://127.0.0.1:25/", "carrier-pigeon://roof"])
def test_a_notice_that_cannot_be_sent_fails_nothing(target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setenv("MAHDAR_NOTIFY", target.replace("://", "://user:secret@"))
    with caplog.at_level(logging.ERROR):
        notify.night_failed(load_settings(tmp_path, "none"), "r1", DAY, "fetch: no network")
    assert "could not be sent" in caplog.text and "secret" not in caplog.text


def test_a_webhook_that_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    with webhook([], status=500) as port:
        monkeypatch.setenv("MAHDAR_NOTIFY", f"http://127.0.0.1:{port}/hook")
        notify.night_failed(load_settings(tmp_path, "none"), "r1", DAY, "fetch: no network")
    assert "500" in caplog.text


def test_a_failed_night_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extract import pipeline

    def broken(*_: object) -> dict:
        raise RuntimeError("suite raw: 1 critical expectation(s) failed")

    got: list[Any] = []
    monkeypatch.setattr(pipeline, "check", broken)
    with webhook(got) as port:
        monkeypatch.setenv("MAHDAR_NOTIFY", f"http://127.0.0.1:{port}/hook")
        with pytest.raises(pipeline.NightFailed):
            pipeline.run_night(load_settings(tmp_path / "data", "none"), DAY)
    assert len(got) == 1 and "check raw: suite raw: 1 critical" in got[0]["text"]
