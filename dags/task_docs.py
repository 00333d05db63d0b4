"""What the Markdown file beside a DAG says: of the DAG as a whole, and of each of its tasks in a row of a table."""

from __future__ import annotations

import re
from pathlib import Path

ROW = re.compile(r"^\| `(\w+)`[^|]* \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.M)


def read_docs(name: str) -> tuple[str, dict[str, str]]:
    """The text of ``<name>.md``, and for each task of its table what it reads, what it writes and what to do when it fails."""
    text = Path(__file__).with_name(f"{name}.md").read_text(encoding="utf-8")
    return text, {task: f"**Reads** {reads}\n\n**Writes** {writes}\n\n**When it fails** {fails}" for task, reads, writes, fails in ROW.findall(text)}
