"""Writes docs/data-dictionary.md from the descriptions in dbt/models/marts: `python tools/data_dictionary.py`, with --check to compare only."""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path
from typing import Any

import yaml

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from extract.publish import TABLES  # noqa: E402  the order of the contract

TARGET = PROJECT / "docs" / "data-dictionary.md"
GROUPS = {
    "What an article says": ("articles", "meeting_reports", "participant_reports", "pledge_reports", "pledge_report_parties"),
    "What happened": ("meetings", "participants", "pledges", "pledge_parties", "pledge_parts", "meeting_conflicts"),
    "Who and where": ("people", "actors", "places", "aliases"),
    "History": ("changes", "merges", "arrivals", "corrections"),
    "Search": ("article_lemmas", "word_lemmas"),
    "Quality": ("quality_results", "quarantine", "runs"),
}


def read_models(folder: Path) -> dict[str, dict[str, Any]]:
    """The published tables by name, as their yml describes them; ``published_people`` is the table ``people``."""
    models = [m for path in sorted(folder.glob("*.yml")) for m in yaml.safe_load(path.read_text(encoding="utf-8")).get("models", [])]
    return {m["name"].removeprefix("published_"): m for m in models if m["name"].removeprefix("published_") in TABLES}


def fingerprint(models: dict[str, dict[str, Any]]) -> str:
    """Eight hex digits over tables, columns and types: they change when the contract does, and not with a description."""
    lines = sorted(f"{table}.{c['name']}:{c.get('data_type', '')}" for table, m in models.items() for c in m["columns"])
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:8]


def stated_contract(changelog: str) -> tuple[str, str]:
    """Version and fingerprint of the newest entry «Data contract» of the changelog. Raises ValueError without one."""
    found = re.search(r"^### Data contract (\S+) `([0-9a-f]{8})`", changelog, re.M)
    if not found:
        raise ValueError("CHANGELOG.md has no heading '### Data contract VERSION `FINGERPRINT`'")
    return found[1], found[2]


def render(models: dict[str, dict[str, Any]], version: str) -> str:
    """The dictionary as Markdown."""
    lines = [
        "# Data dictionary", "",
        f"The published warehouse, `published/mahdar.duckdb`, schema `main`. Data contract {version}; what changed in it is in [CHANGELOG.md](../CHANGELOG.md).",
        "The same descriptions stand in the file as comments. Made by `tools/data_dictionary.py` from `dbt/models/marts/`; do not edit.", "",
    ]  # fmt: skip
    others = tuple(t for t in TABLES if not any(t in names for names in GROUPS.values()))
    for group, tables in {**GROUPS, "Other": others}.items():
        shown = [t for t in tables if t in models]
        if shown:
            lines += [f"## {group}", ""]
        for table in shown:
            lines += [f"### {table}", "", models[table]["description"].strip(), "", "| column | type | meaning |", "|---|---|---|"]
            lines += [f"| `{c['name']}` | {c.get('data_type', '')} | {' '.join(c.get('description', '').split()).replace('|', chr(92) + '|')} |" for c in models[table]["columns"]]
            lines.append("")
    return "\n".join(lines)


def main(check: bool) -> int:
    """Write the dictionary, or with ``check`` say whether it and the changelog are current; the exit code."""
    models = read_models(PROJECT / "dbt" / "models" / "marts")
    version, stated = stated_contract((PROJECT / "CHANGELOG.md").read_text(encoding="utf-8"))
    if stated != fingerprint(models):
        print(f"tables or columns changed: add to CHANGELOG.md '### Data contract NEW-VERSION `{fingerprint(models)}`' and what changed", file=sys.stderr)
        return 1
    text = render(models, version)
    if check and (not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text):
        print("docs/data-dictionary.md is not current: run python tools/data_dictionary.py", file=sys.stderr)
        return 1
    if not check:
        TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
