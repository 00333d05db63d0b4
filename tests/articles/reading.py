"""Reading one record as the clean step does."""

from __future__ import annotations

import json
from typing import Any

from extract.articles.record import read_record
from tests.conftest import PROJECT

ARABIC = "التقى وزير الخارجية المصري نظيره التركي في القاهرة اليوم وبحثا الأوضاع في المنطقة والتعاون بين البلدين في مجالات الطاقة والنقل."


def read(data: bytes | str, kind: str = "html", **record: Any) -> dict[str, Any]:
    """The article of one record, or its reason."""
    row = {"url": None, "external_id": None, "object_path": "x", "part": None, "source_id": "s", "headers": None, "status": None, "kind": kind}
    data = data.encode() if isinstance(data, str) else data
    return read_record(row | record, data, kind, str(PROJECT / "seeds/residue.csv"))


def page(*paragraphs: str, head: str = "") -> str:
    """A plain page of paragraphs."""
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return f"<html><head>{head}</head><body><article>{body}</article></body></html>"


def json_ld(**fields: Any) -> str:
    """A script of JSON-LD."""
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle"} | fields, ensure_ascii=False)}</script>'
