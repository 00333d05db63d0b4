"""What Mahdar makes of one saved page: ``python tools/read_page.py PAGE.html [URL] > PAGE.json``, for tests/articles/sites."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from extract.articles.record import read_record  # noqa: E402


def page_record(path: Path, url: str | None = None) -> dict[str, Any]:
    """The article of a saved page with the lines removed from it; {reason, detail} where it holds none."""
    record = {"url": url, "external_id": None, "object_path": path.name, "part": None, "source_id": path.stem, "headers": None, "status": None, "kind": "html"}
    found = read_record(record, path.read_bytes(), "html", str(PROJECT / "seeds/residue.csv"))
    if "reason" in found:
        return found
    shown = {k: found[k] for k in ("title", "author", "source_id", "url", "published_at", "published_basis")}
    shown["published_at"] = str(found["published_at"])
    return shown | {"text": found["text"].split("\n"), "removed": (found["removed_text"] or "").splitlines()}


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    print(json.dumps(page_record(Path(sys.argv[1]), *sys.argv[2:]), ensure_ascii=False, indent=2))
