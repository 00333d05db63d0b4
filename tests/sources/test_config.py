"""sources.yml: what it may say, and how mistakes are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.sources.config import KINDS, BadSources, read_sources
from tests.conftest import PROJECT


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("{kind: feed, url: 'https://a.example'}", "needs an id"),
        ("{id: 3, kind: feed}", "needs an id"),
        ("{id: a, kind: rss, url: 'https://a.example'}", "kinds are folder, feed, sitemap"),
        ("{id: a, kind: feed}", "needs a path or a url"),
        ("{id: a, kind: list, url: 'https://a.example'}", "needs a match"),
        ("{id: a, kind: list, url: 'https://a.example', match: '['}", "no regular expression"),
        ("{id: a, kind: feed, url: 'ftp://a.example'}", "must begin with http"),
        ("{id: a, kind: feed, url: ['https://a.example', 'https://b.example']}", "several urls"),
        ("{id: a, kind: feed, url: 'https://a.example', dely: 3}", "unknown key 'dely'"),
        ("{id: a, kind: feed, url: 'https://a.example', delay: 0}", "at least 0.5"),
        ("{id: a, kind: feed, url: 'https://a.example', budget: many}", "at least 1"),
        ("{id: a, kind: feed, url: 'https://a.example', enabled: off please}", "true or false"),
        ("{id: a, kind: feed, path: x.xml, pages: true}", "needs the url"),
        ("{id: a, kind: folder, path: x}\n  - {id: a, kind: folder, path: y}", "two sources are called a"),
    ],
)
def test_mistakes_are_told(entry: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "sources.yml"
    path.write_text(f"sources:\n  - {entry}\n", encoding="utf-8")
    with pytest.raises(BadSources, match=told.replace("[", r"\[")):
        read_sources(path)


@pytest.mark.parametrize("text", ["", "sources: 3", "- a", "sources: [\n", "contact: 3\nsources: []"])
def test_a_file_without_a_list_is_told(text: str, tmp_path: Path) -> None:
    path = tmp_path / "sources.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadSources, match="sources.yml"):
        read_sources(path)


def test_manners_at_the_top_hold_for_all(tmp_path: Path) -> None:
    path = tmp_path / "sources.yml"
    path.write_text(
        "contact: a@example.org\ndelay: 3\nsources:\n  - {id: a, kind: folder, path: x, delay: 9}\n  - {id: b, kind: folder, path: y}\n  - {id: c, kind: folder, path: z, enabled: false}\n",
        encoding="utf-8",
    )
    assert [(s["id"], s["contact"], s["delay"], s["base"]) for s in read_sources(path)] == [("a", "a@example.org", 9, str(tmp_path)), ("b", "a@example.org", 3, str(tmp_path))]


def test_the_sample_needs_no_network() -> None:
    assert [s["kind"] for s in read_sources(PROJECT / "sources.yml")] == ["folder"]


def test_the_example_names_every_kind_and_switches_all_off() -> None:
    text = (PROJECT / "sources.example.yml").read_text(encoding="utf-8")
    assert read_sources(PROJECT / "sources.example.yml") == []
    assert text.count("enabled: false") == text.count("- {id:") >= 12
    assert all(f"kind: {kind}" in text for kind in KINDS)


def test_the_example_is_right_when_switched_on(tmp_path: Path) -> None:
    path = tmp_path / "sources.yml"
    path.write_text((PROJECT / "sources.example.yml").read_text(encoding="utf-8").replace("enabled: false", "enabled: true"), encoding="utf-8")
    assert {s["kind"] for s in read_sources(path)} == set(KINDS)
