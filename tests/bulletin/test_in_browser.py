"""The pages in headless Chromium: three widths, light and dark, Arabic and English; no request, no overflow, no serious fault (axe)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from extract.bulletin import write_bulletin
from extract.settings import Settings, load_settings

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
LOOKS = [(width, scheme, lang) for width in (360, 800, 1280) for scheme in ("light", "dark") for lang in ("ar", "en")]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        pytest.skip("no chromium here (apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def pages(two_nights: Settings) -> list[Path]:
    """One page of each kind, that of the hostile article among them."""
    docs = two_nights.docs
    with duckdb.connect(str(two_nights.published), read_only=True) as con:
        hostile, cancelled, pledge = con.execute(
            """SELECT (SELECT article_id FROM articles WHERE external_id = 'b13'), (SELECT meeting_id FROM meetings WHERE status = 'cancelled'),
                      (SELECT min(pledge_id) FROM pledges)"""
        ).fetchone()  # type: ignore[misc]
    return [
        docs / "bulletin" / "index.html", docs / "pages" / "index.html", docs / "pages/articles" / f"{hostile}.html", docs / "pages/meetings" / f"{cancelled}.html",
        docs / "pages/pledges" / f"{pledge}.html", docs / "pages/actors/SA.html", docs / "pages/people/volodymyr-zelensky.html",
    ]  # fmt: skip


def open_page(browser: Any, path: Path, width: int = 800, scheme: str = "light", lang: str = "ar") -> tuple[Any, list[str], list[str]]:
    """The page, what it asked for beyond itself and what its console said."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda r: asked.append(r.url) if not r.url.startswith(("data:", path.as_uri())) else None)
    page.on("console", lambda m: said.append(m.text))
    page.goto(path.as_uri() + f"#{lang}")
    return page, asked, said


@pytest.mark.parametrize(("width", "scheme", "lang"), LOOKS)
def test_each_page_fits_in_its_direction_and_asks_for_nothing(browser: Any, pages: list[Path], width: int, scheme: str, lang: str) -> None:
    for path in pages if width == 360 else pages[:3]:
        page, asked, said = open_page(browser, path, width, scheme, lang)
        assert (asked, said) == ([], []), path
        assert page.evaluate("document.documentElement.dir") == ("rtl" if lang == "ar" else "ltr")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        hidden = "en" if lang == "ar" else "ar"
        assert page.evaluate(f"[...document.querySelectorAll('bdi[lang={hidden}]')].every(e => e.offsetParent === null)")
        assert "owned" not in page.title() or "<script>" in page.title()
        page.close()


def test_letters_of_charts_stay_inside_and_apart(browser: Any, pages: list[Path]) -> None:
    for lang in ("ar", "en"):
        page, _, _ = open_page(browser, pages[0], 360, "light", lang)
        faults = page.evaluate(
            """() => [...document.querySelectorAll('svg')].filter(s => s.getClientRects().length).flatMap(svg => {
                const box = svg.getBoundingClientRect(), texts = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
                const out = texts.filter(([, r]) => r.left < box.left - 1 || r.right > box.right + 1 || r.top < box.top - 1 || r.bottom > box.bottom + 1).map(([t]) => 'outside: ' + t);
                texts.forEach(([a, r], i) => texts.slice(i + 1).forEach(([b, q]) => {
                    if (Math.min(r.right, q.right) - Math.max(r.left, q.left) > 2 && Math.min(r.bottom, q.bottom) - Math.max(r.top, q.top) > 6) out.push(a + ' over ' + b); }));
                return out; })"""
        )
        assert faults == []
        page.close()


def test_the_switch_and_the_search_work(browser: Any, pages: list[Path]) -> None:
    page, _, _ = open_page(browser, pages[1])
    page.fill("#q", "اردوغان")
    assert page.locator("#found li").count() >= 2
    assert page.locator("#found script").count() == 0
    page.click("#switch")
    assert page.evaluate("document.documentElement.lang") == "en"
    page.fill("#q", "erdogan")
    assert "Recep Tayyip Erdogan" in page.inner_text("#found")
    page.fill("#q", "zzzz")
    assert "nothing found" in page.inner_text("#count")
    page.close()


def test_axe_finds_no_serious_fault(browser: Any, pages: list[Path]) -> None:
    if not AXE.exists():
        pytest.skip("no axe-core here (npm install --no-package-lock --prefix tests/bulletin)")
    for path in pages:
        for scheme, lang in (("light", "ar"), ("dark", "en")):
            page, _, _ = open_page(browser, path, 360, scheme, lang)
            page.evaluate(AXE.read_text(encoding="utf-8"))
            found = page.evaluate("axe.run().then(r => r.violations.filter(v => ['serious', 'critical'].includes(v.impact)).map(v => v.id + ': ' + v.nodes[0].html))")
            assert found == [], (path, scheme, lang)
            page.close()


@pytest.fixture(scope="module")
def crowded(two_nights: Settings, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A copy of the second night with its meetings and pledges told again under other ids, until there are more than 500."""
    settings = load_settings(tmp_path_factory.mktemp("crowded"), "none")
    settings.published.parent.mkdir(parents=True)
    shutil.copy(two_nights.published, settings.published)
    with duckdb.connect(str(settings.published)) as con:
        for table in ("meetings", "participants", "meeting_reports", "pledges", "pledge_parties", "pledge_reports", "arrivals"):
            key = "entity_id" if table == "arrivals" else "meeting_id" if table.startswith(("meet", "part")) else "pledge_report_id" if table == "pledge_reports" else "pledge_id"
            more = ", pledge_id || '-' || n AS pledge_id" if table == "pledge_reports" else ""
            con.execute(f"INSERT INTO {table} SELECT t.* REPLACE ({key} || '-' || n AS {key}{more}) FROM {table} t, range(70) AS copies(n)")
    return settings


def test_a_night_of_five_hundred_events_is_small_and_quick(browser: Any, crowded: Settings) -> None:
    made = write_bulletin(crowded)
    path = Path(made["page"])
    text = path.read_text(encoding="utf-8")
    shown = text.count('id="mtg-') + text.count('id="plg-')
    assert made["meetings"] + made["pledges"] > 500 and shown == 500
    assert path.stat().st_size < 1_000_000
    page, asked, _ = open_page(browser, path, 360)
    assert asked == []
    assert page.evaluate("performance.getEntriesByType('navigation')[0].domInteractive") < 1000
    page.close()
