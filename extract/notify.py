"""Tells a failed night by mail or by a webhook; off unless ``MAHDAR_NOTIFY`` says where to."""

from __future__ import annotations

import datetime as dt
import json
import logging
import smtplib
import urllib.request
from email.message import EmailMessage
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from extract.settings import notify_target

if TYPE_CHECKING:
    from extract.settings import Settings

TIMEOUT = 10  # seconds
log = logging.getLogger(__name__)


def night_failed(settings: Settings, run_id: str, day: dt.date, message: str) -> None:
    """Tell that the night of ``day`` failed: with what, where its rows are, what to do. A notice that cannot be sent is
    told in the log and fails nothing."""
    target = notify_target()
    if not target:
        return
    text = f"{message}\n\nNothing of run {run_id} was published; readers have the warehouse published before.\nRows: {settings.data / 'runs' / run_id}\nNext: mahdar status --data {settings.data}, then docs/when-a-night-fails.md\n"
    try:
        send(target, f"Mahdar: the night of {day} failed", text)
    except (OSError, ValueError, smtplib.SMTPException) as error:
        log.error("the notice of the failed night could not be sent to %s: %s", urlsplit(target).hostname, error)


def send(target: str, subject: str, text: str) -> None:
    """Send a notice to ``target``: http(s)://… posts {"subject", "text"} as JSON; smtp(s)://user:password@host:port/?to=…&from=… mails.

    Several ``to`` are allowed; ``starttls=1`` asks for TLS on an smtp:// connection. Raises ValueError for a target that
    is neither, OSError or smtplib.SMTPException where it cannot be reached.
    """
    url = urlsplit(target)
    if url.scheme in ("http", "https"):
        body = json.dumps({"subject": subject, "text": f"{subject}\n{text}"}, ensure_ascii=False).encode()
        request = urllib.request.Request(target, data=body, headers={"Content-Type": "application/json; charset=utf-8"})
        with urllib.request.urlopen(request, timeout=TIMEOUT):
            return
    if url.scheme in ("smtp", "smtps"):
        _mail(url, subject, text)
        return
    raise ValueError("MAHDAR_NOTIFY has to begin with https://, http://, smtp:// or smtps://")


def _mail(url: SplitResult, subject: str, text: str) -> None:
    options = parse_qs(url.query)
    if not url.hostname or "to" not in options:
        raise ValueError("MAHDAR_NOTIFY by mail is smtp://host:port/?to=somebody@example.org&from=mahdar@example.org")
    mail = EmailMessage()
    mail["Subject"], mail["To"] = subject, ", ".join(options["to"])
    mail["From"] = options.get("from", options["to"])[0]
    mail.set_content(text)
    server = smtplib.SMTP_SSL if url.scheme == "smtps" else smtplib.SMTP
    with server(url.hostname, url.port or 0, timeout=TIMEOUT) as connection:
        if options.get("starttls") == ["1"]:
            connection.starttls()
        if url.username:
            connection.login(unquote(url.username), unquote(url.password or ""))
        connection.send_message(mail)
