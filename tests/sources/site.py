"""A news site on this machine: what each path answers is a table, what was asked is kept."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Page = Callable[[BaseHTTPRequestHandler], None]


class NewsSite:
    """``pages`` maps a path to bytes, to (status, headers, body), or to a function of the handler."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.pages: dict[str, Any] = {}
        self.asked: list[tuple[str, dict[str, str], float]] = []  # path, headers in lower case, when

    def paths(self) -> list[str]:
        """The paths that were asked for, but for robots.txt."""
        return [path for path, *_ in self.asked if path != "/robots.txt"]


@contextmanager
def news_site() -> Iterator[NewsSite]:
    """A site that runs while the context lasts."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            site.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}, time.monotonic()))
            page = site.pages.get(self.path, (404, {}, b""))
            try:
                if callable(page):
                    page(self)
                else:
                    status, headers, body = page if isinstance(page, tuple) else (200, {}, page)
                    send(self, status, headers, body)
            except OSError:
                pass  # the reader hung up, as it should on some of these pages

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = NewsSite(server.server_port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield site
    server.shutdown()
    server.server_close()


def send(handler: BaseHTTPRequestHandler, status: int, headers: dict[str, str], body: bytes) -> None:
    """A whole answer."""
    handler.send_response(status)
    for name, value in ({"Content-Length": str(len(body))} | headers).items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def with_validators(body: bytes, etag: str) -> Page:
    """A page that answers 304 to those who have this version."""

    def page(handler: BaseHTTPRequestHandler) -> None:
        if handler.headers.get("If-None-Match") == etag:
            send(handler, 304, {"ETag": etag}, b"")
        else:
            send(handler, 200, {"ETag": etag, "Content-Type": "text/html; charset=utf-8"}, body)

    return page


def in_turn(*answers: Any) -> Page:
    """A page that gives one answer after the other, the last one for ever."""
    waiting = list(answers)

    def page(handler: BaseHTTPRequestHandler) -> None:
        answer = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        send(handler, *(answer if isinstance(answer, tuple) else (200, {}, answer)))

    return page


def article(text: str, title: str = "لقاء في القاهرة") -> bytes:
    """A simple page with an article."""
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p></article></body></html>".encode()


def feed(*entries: tuple[str, str], text: str = "") -> bytes:
    """An RSS feed of (title, link) entries."""
    body = text or "التقى وزير الخارجية المصري نظيره التركي في القاهرة اليوم وبحثا الأوضاع في المنطقة."
    items = "".join(f"<item><title>{t}</title><link>{u}</link><guid>{u}</guid><description>{body}</description></item>" for t, u in entries)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>أخبار</title>{items}</channel></rss>'.encode()
