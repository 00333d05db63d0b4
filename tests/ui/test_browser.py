"""`make ui` in a real browser: log in, trigger the night, watch it end, open each page. `make test-ui`; screenshots go to docs/screenshots/."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).resolve().parents[2]
SHOTS = PROJECT / "docs" / "screenshots"
PORT = os.environ.get("MAHDAR_UI_TEST_PORT", "18081")
BASE = f"http://127.0.0.1:{PORT}"
pytestmark = pytest.mark.browser


def start(data: Path) -> tuple[subprocess.Popen[str], str]:
    """`make ui` on a data folder of its own; the process and the password that it showed."""
    process = subprocess.Popen(
        ["make", "ui"], cwd=PROJECT, stdout=subprocess.PIPE, text=True, start_new_session=True,
        env=os.environ | {"MAHDAR_DATA": str(data), "MAHDAR_UI_PORT": PORT},
    )  # fmt: skip
    assert process.stdout is not None
    password = ""
    for line in process.stdout:
        password = password or "".join(re.findall(r"^\s*password\s+(\S+)$", line))
        if "stop with Ctrl-C" in line:
            return process, password
    raise AssertionError("make ui ended before it was up")


@pytest.fixture(scope="module")
def ui(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[subprocess.Popen[str], str]]:
    if not (shutil.which("chromium") or shutil.which("chromium-browser")):
        pytest.skip("no chromium here (apt-get install chromium)")
    process, password = start(tmp_path_factory.mktemp("ui"))
    yield process, password
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(40)


@pytest.fixture
def browser_page(ui: Any) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 860}, locale="en-GB")
        page.set_default_timeout(60_000)
        yield page
        browser.close()


def test_a_night_in_the_browser(ui: tuple[subprocess.Popen[str], str], browser_page: Any) -> None:
    page, (process, password) = browser_page, ui
    assert page.goto(BASE + "/mahdar/tonight").status in (401, 403)
    page.goto(BASE)
    page.fill("input[name=username]", "admin")
    page.fill("input[name=password]", password)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(lambda url: "/login" not in url)
    page.goto(BASE + "/dags/nightly")
    page.get_by_role("button", name="Trigger").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Trigger").click()
    assert parts_running()
    assert wait_for_two_nights(page) == ["success", "success"]
    SHOTS.mkdir(parents=True, exist_ok=True)
    for name, route in (("nightly", "/dags/nightly"), ("tonight", "/plugin/mahdar-tonight"), ("expectations", "/plugin/mahdar-quality")):
        page.goto(BASE + route)
        page.wait_for_timeout(4000)
        page.screenshot(path=SHOTS / f"{name}.png")
    frame = next(f for f in page.frames if f is not page.main_frame and f.url.endswith("/mahdar/quality"))
    assert "articles" in frame.inner_text("body")
    page.goto(BASE + "/plugin/mahdar-bulletin")
    bulletin = page.frame_locator("iframe")
    assert "نشرة ليلة" in bulletin.locator("h1").inner_text()
    bulletin.locator(".card h3 a").first.click()
    bulletin.locator("article.card blockquote").first.wait_for()  # the meeting's page, with its reports
    page.goto(BASE + "/mahdar/tonight")
    assert "succeeded" in page.inner_text("body")

    os.killpg(process.pid, signal.SIGINT)
    process.wait(40)
    assert parts_running() == []


def parts_running() -> list[str]:
    """The processes of this `make ui`, known by the port in their environment."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"AIRFLOW__API__PORT={PORT}".encode() in (process / "environ").read_bytes().split(b"\0"):
                found.append(process.name)
        except OSError:  # ended meanwhile
            continue
    return found


def wait_for_two_nights(page: Any) -> list[str]:
    """The states of the scheduled and of the triggered run once both have ended."""
    deadline = time.monotonic() + 300
    states: list[str] = []
    while time.monotonic() < deadline:
        runs = page.request.get(BASE + "/api/v2/dags/nightly/dagRuns").json()["dag_runs"]
        states = [r["state"] for r in runs]
        if len(states) >= 2 and not {"queued", "running"} & set(states):
            break
        time.sleep(2)
    return states
