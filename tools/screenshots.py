"""Takes the pictures of docs/screenshots from the pages of a data folder: `python tools/screenshots.py DATA`. Needs chromium."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

SHOTS = Path(__file__).resolve().parent.parent / "docs" / "screenshots"


def main(data: Path) -> None:
    """The latest bulletin on a desk, on a phone and in the dark, its charts, and the surest meeting's and its article's page."""
    docs = data / "docs"
    bulletin = docs / "bulletin" / "index.html"
    meeting = max((docs / "pages" / "meetings").glob("*.html"), key=lambda p: p.read_text(encoding="utf-8").count('<article class="card"'))
    article = max((docs / "pages" / "articles").glob("*.html"), key=lambda p: p.read_text(encoding="utf-8").count("<mark"))
    wanted = [
        ("bulletin", bulletin, "ar", 1100, 760, "light", ""), ("bulletin-phone", bulletin, "ar", 360, 760, "light", ""),
        ("bulletin-dark", bulletin, "en", 1100, 760, "dark", ""), ("bulletin-charts", bulletin, "ar", 1100, 1180, "light", "#coming"),
        ("meeting", meeting, "en", 1000, 760, "light", ""), ("article", article, "ar", 800, 640, "light", ""),
    ]  # fmt: skip
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, path, lang, width, height, scheme, part in wanted:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            page.goto(f"{path.as_uri()}#{lang}")
            if part:
                page.locator(part).scroll_into_view_if_needed()
                page.evaluate(f"document.querySelector('{part}').scrollIntoView()")
            page.screenshot(path=SHOTS / f"{name}.png")
            page.close()
            Image.open(SHOTS / f"{name}.png").convert("RGB").quantize(64).save(SHOTS / f"{name}.png", optimize=True)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
