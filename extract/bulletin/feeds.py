"""The bulletin's feed (RSS 2.0) and calendar (RFC 5545) for those who would rather be told."""

from __future__ import annotations

import datetime as dt
import re
import xml.etree.ElementTree as ET
from email.utils import format_datetime

import icalendar

from extract.pages.database import Row
from extract.pages.html import safe_url
from extract.pages.words import meeting_title, place_of, pledge_title

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2
_STATUS = {"planned": "CONFIRMED", "proposed": "TENTATIVE", "cancelled": "CANCELLED"}


def rss(items: list[Row], groups: dict[str, list[Row]], quotes: dict[str, list[Row]], base: str) -> str:
    """The latest events as RSS. ``items`` are meetings and pledges with ``arrived_at``; ``base`` is the address of the folder of pages."""
    root = ET.Element("rss", version="2.0")
    channel = ET.SubElement(root, "channel")
    for tag, text in (("title", "محضر Mahdar"), ("link", f"{base}bulletin/index.html"), ("description", "اجتماعات وتعهدات جديدة"), ("language", "ar")):
        ET.SubElement(channel, tag).text = text
    for row in items:
        entity, title = ("meeting", meeting_title) if row.get("meeting_key") else ("pledge", pledge_title)
        event = row[f"{entity}_id"]
        item = ET.SubElement(channel, "item")
        ET.SubElement(item, "title").text = _xml(title(row, groups.get(event, []))[0])
        ET.SubElement(item, "link").text = f"{base}pages/{entity}s/{event}.html"
        ET.SubElement(item, "guid", isPermaLink="false").text = event
        ET.SubElement(item, "pubDate").text = format_datetime(row["arrived_at"].replace(tzinfo=dt.timezone.utc))
        ET.SubElement(item, "description").text = _xml(" … ".join(q["quote"] for q in quotes.get(event, [])))
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def calendar(meetings: list[Row], groups: dict[str, list[Row]], quotes: dict[str, list[Row]]) -> bytes:
    """Planned meetings as a calendar to subscribe to; each keeps its id, so that a moved or cancelled one moves in the reader's calendar too."""
    out = icalendar.Calendar()
    out.add("prodid", "-//Mahdar//Planned meetings//AR")
    out.add("version", "2.0")
    out.add("x-wr-calname", "محضر: اجتماعات مقررة")
    for m in meetings:
        event = icalendar.Event()
        said = quotes.get(m["meeting_id"], [])
        event.add("uid", f"{m['meeting_id']}@mahdar")
        event.add("summary", _xml(meeting_title(m, groups.get(m["meeting_id"], []))[0]))
        event.add("dtstart", m["start_date"])
        event.add("dtend", max(m["end_date"] or m["start_date"], m["start_date"]) + dt.timedelta(days=1))
        event.add("dtstamp", m["last_reported_at"].replace(tzinfo=dt.timezone.utc))
        event.add("status", _STATUS[m["status"]])
        event.add("transp", "TRANSPARENT")
        if place := place_of(m):
            event.add("location", place[0])
        event.add("description", _xml("\n".join(f"«{q['quote']}» ({q['source_id'] or q['article_id']})" for q in said)))
        if url := next((u for q in said if (u := safe_url(q["url"]))), None):
            event.add("url", url)
        out.add_component(event)
    return bytes(out.to_ical())


def _xml(text: str) -> str:
    """Text without the control characters that XML and calendars cannot carry."""
    return _NOT_XML.sub("", text)
